import type { Manifest } from '../cluster/manifests.ts';
import type { Environment } from '../config/types.ts';
import { parseRepository } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import {
  containersOf,
  isOf,
  isReleased,
  ownContainerIn,
  type PinnedImage,
  podTemplatesOf,
  repositoryOf,
  titleOf,
  type Workload,
} from './kinds.ts';
import { labels, nameOf } from './naming.ts';
import { requireWorkers } from './workers.ts';

/**
 * Prepares manifests for a release: sets the namespace, injects the digests, and labels the workload's template with the stable
 * track. Pure.
 * @throws UserError when the workload is missing, an image of the release is used by no container, or an object cannot be released.
 */
export function prepareManifests(
  manifests: Manifest[],
  environment: Environment,
  images: Record<string, PinnedImage>,
): Manifest[] {
  for (const manifest of manifests) requireReleasable(manifest, images);
  requireOwnNames(manifests, environment);
  const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
  injectDigests(placed, images);
  const workload = workloadIn(placed, environment);
  requireWorkers(placed, environment, images, workload);
  const template = workload.spec?.template;
  if (template === undefined) {
    throw new UserError(`${titleOf(environment.workload)} has no spec.template`, 'add it to the manifest');
  }
  template.metadata = {
    ...template.metadata,
    labels: { ...template.metadata?.labels, [labels.track]: 'stable' },
  };
  return placed;
}

/** @throws UserError for an object with the name of a temporary one: a rollout would delete it, or send it the candidate's requests. */
function requireOwnNames(manifests: readonly Manifest[], { strategy, workload, service }: Environment): void {
  if (strategy.kind === 'rolling') return;
  const temporary = [
    `Deployment/${nameOf.canary(workload.name)}`,
    ...(service === undefined ? [] : [`Service/${nameOf.canary(service)}`]),
  ];
  for (const { object, name, source } of manifests)
    if (temporary.includes(`${object.kind}/${name}`))
      throw new UserError(
        `${source}: ${object.kind}/${name} has the name of an object that a ${strategy.kind} release creates and deletes`,
        'rename it',
      );
}

/** Cluster-scoped kinds of Kubernetes and of common extensions. */
const clusterWide = new Set([
  'APIService',
  'CSIDriver',
  'CertificateSigningRequest',
  'ClusterIssuer',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeSnapshotClass',
]);

/** @throws UserError for an object that a release must not write, or could not watch. */
export function requireReleasable(
  { object, name, source }: Manifest,
  images: Record<string, PinnedImage>,
): void {
  const { kind = '' } = object;
  const title = `${source}: ${kind}/${name}`;
  if (clusterWide.has(kind)) throw clusterScoped(title);
  const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
  if (hook !== undefined)
    throw new UserError(
      `${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`,
      'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`',
    );
  if (kind === 'Job')
    throw new UserError(
      `${title} cannot be released: a Job runs once, and its pod template is immutable`,
      'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`',
    );
  if (isReleased(kind)) return;
  const ours = new Set(Object.values(images).map(({ repository }) => parseRepository(repository)));
  const own = ownContainerIn(podTemplatesOf(object), ours);
  if (own !== undefined)
    throw new UserError(
      `${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`,
      'run it in a Deployment, StatefulSet, DaemonSet or CronJob',
    );
}

/** @param title file, kind and name of the manifest. */
export const clusterScoped = (title: string): UserError =>
  new UserError(
    `${title} is cluster-scoped, but a release belongs to a namespace`,
    'move it out of `manifests`, and apply it once with `kubectl apply`',
  );

/** Sets the namespace of the environment. @throws UserError when the manifest names another one. */
export function place(manifest: Manifest, namespace: string): Manifest {
  const declared = manifest.object.metadata?.namespace;
  if (declared !== undefined && declared !== namespace) {
    throw new UserError(
      `${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`,
      'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml',
    );
  }
  manifest.object.metadata = { ...manifest.object.metadata, namespace };
  return manifest;
}

/** Returns the workload's manifest. */
export function workloadIn(manifests: Manifest[], environment: Environment): Workload {
  const { kind } = environment.workload;
  const found = manifests.find(({ object }) => isOf(environment.workload, object));
  if (found === undefined) {
    const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
    throw new UserError(
      `the manifests do not contain ${titleOf(environment.workload)}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`,
      'correct `workload` in slipway.yml or add its manifest',
    );
  }
  return found.object as Workload;
}

/**
 * Pins each container whose repository is that of an image of the release to its digest.
 * @param use whether every image must be used by a container.
 */
export function injectDigests(
  manifests: Manifest[],
  images: Record<string, PinnedImage>,
  use: 'every' | 'some' = 'every',
): void {
  const containers = manifests.flatMap(m => podTemplatesOf(m.object).flatMap(t => containersOf(t.spec)));
  for (const [name, { repository, digest }] of Object.entries(images)) {
    const wanted = parseRepository(repository);
    const users = containers.filter(({ image }) => image && parseRepository(repositoryOf(image)) === wanted);
    if (users.length === 0 && use === 'every') {
      const used = [...new Set(containers.map(container => repositoryOf(container.image ?? '')))];
      throw new UserError(
        `no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`,
        'use the same repository for `repository` in slipway.yml and `image` in the manifest',
      );
    }
    for (const container of users) container.image = `${repository}@${digest}`;
  }
}
