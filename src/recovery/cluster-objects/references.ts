import { isMap, mapsIn } from '../../toolkit/map.ts';
import type { Exported } from './portable.ts';

/** Finds the cluster-scoped objects and the Secrets that objects of a namespace refer to. Pure. */

export interface ObjectReference {
  readonly kind:
    | 'StorageClass'
    | 'PersistentVolume'
    | 'IngressClass'
    | 'GatewayClass'
    | 'PriorityClass'
    | 'RuntimeClass'
    | 'ClusterRole';
  readonly name: string;
}

/** Fields that refer to cluster-scoped objects. They count at any depth, because pod templates are nested differently in each kind. */
const fields: Readonly<Record<string, ObjectReference['kind']>> = {
  storageClassName: 'StorageClass',
  volumeName: 'PersistentVolume',
  ingressClassName: 'IngressClass',
  gatewayClassName: 'GatewayClass',
  priorityClassName: 'PriorityClass',
  runtimeClassName: 'RuntimeClass',
};

/** Returns the cluster-scoped objects that are referred to. @param objects live ones: an exported PVC does not name its volume. */
export function referencesOf(objects: readonly object[]): ObjectReference[] {
  const found = new Map<string, ObjectReference>();
  const add = (kind: ObjectReference['kind'], name: unknown) => {
    if (typeof name === 'string' && name !== '') found.set(`${kind} ${name}`, { kind, name });
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    if (!isMap(value)) return;
    for (const [name, each] of Object.entries(value)) {
      const kind = fields[name];
      if (kind !== undefined) add(kind, each);
      visit(each);
    }
    const { roleRef } = value;
    if (isMap(roleRef) && roleRef.kind === 'ClusterRole') add('ClusterRole', roleRef.name);
  };
  visit(objects);
  return [...found.values()].sort((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
}

/** Returns the API groups with a dot, such as `acme.example`: those that a CustomResourceDefinition may define. */
export function groupsDefined(objects: readonly Exported[]): string[] {
  const groups = objects.map(({ apiVersion }) => apiVersion.split('/')).filter(parts => parts.length === 2);
  return [...new Set(groups.map(([group = '']) => group))].filter(group => group.includes('.')).sort();
}

/** Whether a binding has a ServiceAccount of the namespace as a subject. */
export function bindsAccountOf(namespace: string, binding: object): boolean {
  const { subjects } = binding as { subjects?: unknown };
  return mapsIn(subjects).some(each => each.kind === 'ServiceAccount' && each.namespace === namespace);
}
