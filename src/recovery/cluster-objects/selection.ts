import type { KubeObject } from '../../cluster/objects.ts';
import { mapsIn } from '../../toolkit/map.ts';

/** Which objects of a namespace are exported: those that somebody has made, and nothing that comes by itself. Pure. */

/** Kinds that are never exported: they are written all the time, or by the cluster; Secrets go another way, encrypted. */
export const leftOut: ReadonlySet<string> = new Set([
  ...['Event', 'Endpoints', 'EndpointSlice', 'Lease', 'Secret', 'ControllerRevision'],
  ...['CSIStorageCapacity', 'IPAddress', 'PodMetrics'],
]);

/** @param objects all of one namespace, with their uids. */
export function selected(objects: readonly KubeObject[]): KubeObject[] {
  const uids = new Set(objects.map(({ metadata }) => metadata?.uid));
  return objects.filter(object => {
    const { kind = '', metadata } = object;
    if (leftOut.has(kind) || metadata?.deletionTimestamp !== undefined) return false;
    const controller = metadata?.ownerReferences?.find(owner => owner.controller === true);
    // A PVC holds data, whoever made it.
    if (controller !== undefined && kind !== 'PersistentVolumeClaim')
      // What its owner makes again; a pod is never worth anything without it.
      return kind !== 'Pod' && !uids.has(controller.uid);
    return !isByItself(object);
  });
}

/** Every namespace has it, or it has done its work: a Job that is applied again would run again. */
function isByItself({ kind, metadata, ...rest }: KubeObject): boolean {
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
