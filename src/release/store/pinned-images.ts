import { parseReference } from '../../image/reference.ts';
import { shortDigests } from '../../toolkit/digest.ts';
import { containersOf, templateOf, type Workload } from '../../workloads/kinds.ts';
import type { ReleaseRecord } from './schema.ts';

/**
 * Returns the `repository@digest` that each container must run, and what contradicts the record: an image with another digest was
 * changed by hand. For an adopted release, these are its own digests. `named`: the images of the release that the workload names,
 * including those of its init containers, which no longer run.
 */
export function pinnedImages(
  live: Workload,
  record: ReleaseRecord | undefined,
): { images: Record<string, string>; named: string[]; problems: string[] } {
  const spec = templateOf(live)?.spec;
  const running = new Set(spec?.containers?.map(({ name }) => name));
  const containers = containersOf(spec).map(({ name, image = '' }) => ({ name, image }));
  if (record?.source !== 'released') {
    const pinned = containers.filter(({ name, image }) => running.has(name) && image.includes('@'));
    const images = Object.fromEntries(pinned.map(({ name, image }) => [name, image]));
    return { images, named: [], problems: [] };
  }
  const images: Record<string, string> = {};
  const named = new Set<string>();
  const problems: string[] = [];
  for (const wanted of Object.values(record.images)) {
    for (const { name, image } of containers) {
      if (image === '' || parseReference(image).repository !== parseReference(wanted).repository) continue;
      named.add(wanted);
      if (running.has(name)) images[name] = wanted;
      if (digestIn(image) !== digestIn(wanted)) {
        problems.push(
          `container ${name} has the image ${shortDigests(image)}, not ${shortDigests(wanted)} of release ${record.release}`,
        );
      }
    }
  }
  if (Object.keys(images).length === 0)
    problems.push(`no container runs an image of release ${record.release}`);
  return { images, named: [...named], problems };
}

const digestIn = (image: string) => image.split('@')[1] ?? '';
