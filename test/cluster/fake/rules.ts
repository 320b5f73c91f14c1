import { isDeepStrictEqual } from 'node:util';
import type { KubeObject, ObjectMeta } from '../../../src/cluster/objects.ts';
import type { JsonPatch } from '../../../src/cluster/port.ts';
import { applied, Refused } from '../../traffic/json-patch.ts';
import type { Kind } from './kinds.ts';
import { badRequest, failure, invalid, patchDoesNotFit } from './status.ts';

/** Validation and defaults of writes. All pure. */

/** Removes undefined members, as JSON does. */
export const plainly = <T>(object: T): T => JSON.parse(JSON.stringify(object)) as T;

export function scaleOf({ metadata, spec, status }: KubeObject): KubeObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata ?? {};
  const count = (of: unknown) => ({ replicas: (of as { replicas?: number } | undefined)?.replicas ?? 0 });
  return plainly({
    ...{ kind: 'Scale', apiVersion: 'autoscaling/v1' },
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp } as ObjectMeta,
    ...{ spec: count(spec), status: count(status) },
  });
}

export function fitting(live: KubeObject, patch: JsonPatch[]): KubeObject {
  try {
    return applied(live, patch);
  } catch (error) {
    if (error instanceof Refused) throw patchDoesNotFit();
    throw error;
  }
}

/** RFC 7386. */
export function mergePatched(live: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const isObject = typeof live === 'object' && live !== null && !Array.isArray(live);
  const next: Record<string, unknown> = isObject ? { ...live } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete next[key];
    else next[key] = mergePatched(next[key], value);
  }
  return next;
}

/** Returns an object without the times of its managers, which alone are no change. */
export const timeless = ({ metadata, ...rest }: KubeObject) => {
  const { managedFields = [], resourceVersion: _, ...others } = metadata ?? {};
  return {
    ...rest,
    metadata: { ...others, managedFields: managedFields.map(({ time: _, ...entry }) => entry) },
  };
};

export function requireMutable(kind: Kind, name: string, live: KubeObject, next: KubeObject): void {
  if (!['configmaps', 'secrets'].includes(kind.plural) || live.immutable !== true) return;
  for (const field of ['immutable', 'data', 'binaryData'])
    if (!isDeepStrictEqual(live[field], next[field]))
      throw invalid(kind, name, {
        ...{ type: 'FieldValueForbidden', word: 'Forbidden', field },
        says: 'field is immutable when `immutable` is set',
      });
}

/** The only check of field types: the maps of ConfigMaps and Secrets contain strings. */
export function requireText(kind: Kind, name: string, object: KubeObject): void {
  if (!['configmaps', 'secrets'].includes(kind.plural)) return;
  for (const field of ['data', 'stringData'])
    for (const [key, value] of Object.entries((object[field] ?? {}) as object))
      if (typeof value !== 'string' && value !== null)
        throw failure(
          500,
          '',
          `failed to create typed patch object (${name}; /v1, Kind=${kind.kind}): .${field}.${key}: expected string, got &value.valueUnstructured{Value:${value}}`,
        );
}

const selectable: Record<string, RegExp> = {
  pods: /^(spec\.(nodeName|restartPolicy|schedulerName|serviceAccountName|hostNetwork)|status\.(phase|podIP|nominatedNodeName))$/,
  events: /^(involvedObject\.|reason$|type$|source$|reportingComponent$)/,
  namespaces: /^status\.phase$/,
  nodes: /^spec\.unschedulable$/,
  secrets: /^type$/,
};

export function requireFields({ plural }: Kind, selector: string): void {
  for (const demand of selector.split(',').filter(each => each !== '')) {
    const [field = ''] = demand.split(/[!=]/);
    if (!/^metadata\.name(space)?$/.test(field) && !selectable[plural]?.test(field))
      throw badRequest(`field label not supported: ${field}`);
  }
}
