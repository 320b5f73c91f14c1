import type { Digest } from '../image/reference.ts';
import { isMap, jsonMap, mapsIn } from '../toolkit/map.ts';
import type { RegistryClient } from './client.ts';
import { type Descriptor, descriptorOf, type RawManifest } from './contents.ts';

/**
 * The age of images. A registry does not say when an image was pushed, so the latest of all known dates counts: what may be too
 * young is kept. Labels are ignored: an image without labels inherits those of its older base image.
 */

/** Docker was released in 2013. Reproducible builds write 1970 or 1980, which is not an age. */
const first = Date.UTC(2013, 0, 1);
const created = 'org.opencontainers.image.created';
const configTypes = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];
const cacheType = 'application/vnd.buildkit.cacheconfig.v0';
/** Bytes. A larger configuration is not read, so it adds no date. */
const largestConfig = 4 * 2 ** 20;

/** Returns a function for the age of images of a repository. It reads each configuration once. */
export function agesIn(registry: RegistryClient, repository: string) {
  const configs = new Map<Digest, number | undefined>();
  const ofConfig = async ({ digest }: Descriptor): Promise<number | undefined> => {
    if (!configs.has(digest)) {
      const blob = await registry.blob(repository, digest);
      configs.set(digest, blob && configMoment(jsonMap(blob) ?? {}));
    }
    return configs.get(digest);
  };
  /**
   * Returns the latest date known for these manifests, in milliseconds since 1970; undefined when none is known.
   * @param others dates known from other sources.
   */
  return async (
    parts: readonly RawManifest[],
    others: readonly (number | undefined)[],
  ): Promise<number | undefined> => {
    const configured = parts.flatMap(({ body }) => configsOf(jsonMap(body) ?? {}));
    const read = await Promise.all(configured.map(ofConfig));
    return latest([...parts.map(annotatedMoment), ...read, ...others]);
  };
}

/** Returns the creation date in the annotations of a manifest. Pure. */
export function annotatedMoment({ body }: RawManifest): number | undefined {
  const { annotations } = jsonMap(body) ?? {};
  return isMap(annotations) ? momentOf(annotations[created]) : undefined;
}

/** Finds the configuration of an image; the index of a BuildKit cache may list it among its entries. */
function configsOf({ config, manifests }: Readonly<Record<string, unknown>>): Descriptor[] {
  return [config, ...(Array.isArray(manifests) ? manifests : [])]
    .flatMap(each => descriptorOf(each) ?? [])
    .filter(
      ({ mediaType, size }) => [...configTypes, cacheType].includes(mediaType) && size <= largestConfig,
    );
}

/** Returns `created` of an image, or the date of the newest step of a cache. Pure. */
function configMoment(config: Readonly<Record<string, unknown>>): number | undefined {
  const steps = mapsIn(config.records).flatMap(({ layers, chains }) => [
    ...mapsIn(layers),
    ...mapsIn(chains),
  ]);
  return latest([momentOf(config.created), ...steps.map(({ createdAt }) => momentOf(createdAt))]);
}

function momentOf(text: unknown): number | undefined {
  const moment = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) || moment < first ? undefined : moment;
}

function latest(moments: readonly (number | undefined)[]): number | undefined {
  const known = moments.filter(each => each !== undefined);
  return known.length === 0 ? undefined : known.reduce((a, b) => Math.max(a, b));
}
