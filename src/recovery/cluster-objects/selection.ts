import type { KubeObject } from '../../cluster/objects.ts';
import { mapsIn } from '../../toolkit/map.ts';

/** Selects the objects of a namespace that users created; Kubernetes and controllers create the others again. Pure. */

/** Kinds that are never exported: they change constantly, or the cluster writes them. Secrets are backed up separately, encrypted. */
export const excludedKinds: ReadonlySet<string> = new Set([
  ...['Event', 'Endpoints', 'EndpointSlice', 'Lease', 'Secret', 'ControllerRevision'],
  ...['CSIStorageCapacity', 'IPAddress', 'PodMetrics'],
]);

/** Returns the objects to export. @param objects all objects of one namespace, with their uids. */
export function selected(objects: readonly KubeObject[]): KubeObject[] {
  const uids = new Set(objects.map(({ metadata }) => metadata?.uid));
  return objects.filter(object => {
    const { kind = '', metadata } = object;
    if (excludedKinds.has(kind) || metadata?.deletionTimestamp !== undefined) return false;
    const controller = metadata?.ownerReferences?.find(owner => owner.controller === true);
    // A PVC holds data, also when a controller made it.
    if (controller !== undefined && kind !== 'PersistentVolumeClaim')
      // An owner in the namespace creates the object again. Without one, it is exported, but a pod is useless without its owner.
      return kind !== 'Pod' && !uids.has(controller.uid);
    return !isNotNeeded(object);
  });
}

/** Whether Kubernetes creates it in every namespace, or it has completed: a completed Job that is applied would run again. */
function isNotNeeded({ kind, metadata, ...rest }: KubeObject): boolean {
  const name = metadata?.name ?? '';
  if (kind === 'ConfigMap') return name === 'kube-root-ca.crt';
  if (kind === 'Job' || kind === 'Pod') return isOver(rest);
  if (kind !== 'ServiceAccount' || name !== 'default') return false;
  const marks = Object.keys({ ...metadata?.labels, ...metadata?.annotations });
  return marks.length === 0 && mapsIn(rest.imagePullSecrets).length === 0;
}

function isOver({ status }: { readonly [field: string]: unknown }): boolean {
  const { phase, conditions } = (status ?? {}) as { phase?: unknown; conditions?: unknown };
  if (phase === 'Succeeded' || phase === 'Failed') return true;
  return mapsIn(conditions).some(
    ({ type, status: state }) => (type === 'Complete' || type === 'Failed') && state === 'True',
  );
}
