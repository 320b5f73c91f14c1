import type { KubeObject, PodSpec, PodTemplate } from '../../cluster/objects.ts';

/** Containers in objects of any kind, and their images. All pure. */

/** An image as a release pins it. */
export interface PinnedImage {
  repository: string;
  digest: string;
}

/** Returns `repository@digest` of each image, by name. */
export const referencesOf = (images: Readonly<Record<string, PinnedImage>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]),
  );

/** Returns every pod template of an object of any kind. */
export function podTemplatesOf(object: KubeObject): PodTemplate[] {
  if (object.kind === 'Pod') return [object as unknown as PodTemplate];
  const spec = object.spec as
    | { template?: PodTemplate; jobTemplate?: { spec?: { template?: PodTemplate } } }
    | undefined;
  const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
  return template?.spec === undefined ? [] : [template];
}

/** Returns all containers of a pod, including init containers. */
export function containersOf(spec: PodSpec | undefined) {
  return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}

/** Returns a reference without its tag and digest. */
export function repositoryOf(image: string): string {
  const withoutDigest = image.split('@', 1)[0] ?? '';
  const colon = withoutDigest.lastIndexOf(':');
  return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}
