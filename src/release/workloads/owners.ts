import type { KubeObject, ObjectMeta } from '../../cluster/objects.ts';

/** Marks by which other deployment tools claim an object: such a tool would revert our writes, or we would revert its writes. */
const claims: { owner: string; by: (object: KubeObject) => boolean }[] = [
  {
    owner: 'Argo CD',
    by: o =>
      has(o.metadata?.annotations, 'argocd.argoproj.io/tracking-id') ||
      has(o.metadata?.labels, 'argocd.argoproj.io/instance') ||
      managed(o, 'argocd-controller'),
  },
  {
    owner: 'Flux',
    by: o =>
      has(o.metadata?.labels, 'kustomize.toolkit.fluxcd.io/name') ||
      has(o.metadata?.labels, 'helm.toolkit.fluxcd.io/name') ||
      managed(o, 'kustomize-controller'),
  },
  {
    owner: 'Helm',
    by: o => has(o.metadata?.annotations, 'meta.helm.sh/release-name') || managed(o, 'helm'),
  },
];

/** Returns the other tool that manages this object; undefined when there is none. Pure. */
export function foreignOwner(object: KubeObject): string | undefined {
  return claims.find(claim => claim.by(object))?.owner;
}

/** Whether another controller writes and rotates a ConfigMap or Secret, so that it stays live. Pure. */
export function isControlled(object: KubeObject): boolean {
  return (object.metadata?.ownerReferences ?? []).some(owner => owner.controller === true);
}

/** Returns the time of our newest write, in milliseconds since 1970: `managedFields` has the API server's time, in whole seconds. */
export function writtenAt({ metadata }: { metadata?: ObjectMeta }): number {
  const times = (metadata?.managedFields ?? [])
    .filter(({ manager, subresource }) => manager === 'slipway' && !subresource)
    .map(({ time }) => Date.parse(time ?? '') || 0);
  return Math.max(0, ...times);
}

const has = (map: Record<string, string> | undefined, key: string) => map?.[key] !== undefined;
const managed = (object: KubeObject, manager: string) =>
  (object.metadata?.managedFields ?? []).some(field => field.manager === manager);
