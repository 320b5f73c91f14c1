import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, type Resource } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, jsonMap, mapsIn } from '../../toolkit/map.ts';
import { mapOf } from '../../toolkit/parallel.ts';
import { kindsOf } from './discovery.ts';
import { inOrder, kindOf } from './order.ts';
import { type Exported, portable } from './portable.ts';
import { bindsAccountOf, groupsDefined, type ObjectReference, referencesOf } from './references.ts';
import { excludedKinds, selected } from './selection.ts';

/** Exports the objects of a namespace, and the cluster-scoped objects that they need, as one file that kubectl can apply. */

export interface Export {
  /** In the order in which they can be applied. */
  readonly objects: readonly Exported[];
  /** A sentence for each API group that could not be read; an export with any is incomplete. */
  readonly unread: readonly string[];
  /**
   * A sentence for each object that is referred to and does not exist. The live application may not notice: a PVC stays bound when its
   * StorageClass is deleted, but after a restore it would stay pending.
   */
  readonly missing: readonly string[];
}

const atOnce = 8;

/**
 * Exports a namespace. Needs `list` on every kind in the namespace, and `get` on the cluster-scoped objects that it refers to.
 * @throws UserError when the namespace does not exist, or a permission is missing.
 */
export async function exportNamespace(cluster: Cluster, namespace: string): Promise<Export> {
  const own = await cluster.get(`/api/v1/namespaces/${encodeURIComponent(namespace)}`);
  if (own === undefined)
    throw new UserError(`the namespace ${namespace} does not exist in the cluster`, 'correct its name');
  const { resources, unread } = await kindsOf(cluster);
  const wanted = resources.filter(({ kind }) => !excludedKinds.has(kind));
  const lists = await mapOf(wanted, atOnce, async resource =>
    (await cluster.list(pathOf(resource, namespace))).items.map(each => typed(each, resource)),
  );
  const live = selected(lists.flat());
  const clusterScoped = await clusterScopedObjects(cluster, namespace, live, live.map(portable));
  const namespaceObject = { ...own, apiVersion: 'v1', kind: 'Namespace' };
  return {
    objects: inOrder([namespaceObject, ...clusterScoped.objects, ...live].map(portable)),
    missing: clusterScoped.missing,
    unread: unread.map(
      group => `the API group ${group} does not answer, so its objects are not in the export`,
    ),
  };
}

const typed = (object: KubeObject, { group, version, kind }: Resource): KubeObject => ({
  ...object,
  apiVersion: group === '' ? version : `${group}/${version}`,
  kind,
});

const places: Readonly<Record<ObjectReference['kind'], string>> = {
  StorageClass: '/apis/storage.k8s.io/v1/storageclasses',
  PersistentVolume: '/api/v1/persistentvolumes',
  IngressClass: '/apis/networking.k8s.io/v1/ingressclasses',
  GatewayClass: '/apis/gateway.networking.k8s.io/v1/gatewayclasses',
  PriorityClass: '/apis/scheduling.k8s.io/v1/priorityclasses',
  RuntimeClass: '/apis/node.k8s.io/v1/runtimeclasses',
  ClusterRole: '/apis/rbac.authorization.k8s.io/v1/clusterroles',
};

/** Finds the cluster-scoped objects that are needed: by name, by the kind of an object, or for a ServiceAccount. */
async function clusterScopedObjects(
  cluster: Cluster,
  namespace: string,
  live: readonly KubeObject[],
  exported: readonly Exported[],
): Promise<{ readonly objects: readonly KubeObject[]; readonly missing: readonly string[] }> {
  const bindings = (await cluster.list('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings')).items;
  const ours = bindings.filter(each => bindsAccountOf(namespace, each));
  const named = await mapOf(referencesOf([...live, ...ours]), atOnce, async reference => {
    const { kind, name } = reference;
    return { reference, found: await cluster.get(`${places[kind]}/${encodeURIComponent(name)}`) };
  });
  const groups = new Set(groupsDefined(exported));
  const kinds = new Set(exported.map(kindOf));
  const definitions =
    groups.size === 0
      ? []
      : (await cluster.list('/apis/apiextensions.k8s.io/v1/customresourcedefinitions')).items;
  const used = definitions.filter(({ spec }) => {
    if (!isMap(spec) || !groups.has(String(spec.group)) || !isMap(spec.names)) return false;
    return kinds.has(`${spec.group}/${spec.names.kind}`);
  });
  const found = named.map(each => each.found).filter(each => each !== undefined);
  return {
    objects: [...used, ...found, ...ours].filter(each => !isBuiltIn(each)),
    missing: named
      .filter(each => each.found === undefined)
      .map(
        ({ reference: { kind, name } }) =>
          `the ${kind} ${name} does not exist, but objects of ${namespace} refer to it: they could not be restored`,
      ),
  };
}

/** Whether every cluster creates the object. */
function isBuiltIn({ metadata }: KubeObject): boolean {
  const { name = '', labels, annotations } = metadata ?? {};
  return (
    name.startsWith('system-') ||
    labels?.['kubernetes.io/bootstrapping'] !== undefined ||
    annotations?.['rbac.authorization.kubernetes.io/autoupdate'] !== undefined
  );
}

/** Counts the objects of each kind, for the manifest of a backup. Pure. */
export function countsOf({ objects }: Pick<Export, 'objects'>): Record<string, number> {
  const counts = new Map<string, number>();
  for (const each of objects) counts.set(kindOf(each), (counts.get(kindOf(each)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Formats an export as one file for `kubectl apply -f`; equal objects give equal text. In JSON, because kubectl reads YAML by other rules
 * than other programs: it takes `on` for true.
 */
export function formatExport({ objects }: Pick<Export, 'objects'>): string {
  return `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }, undefined, 1)}\n`;
}

/** Reads the text of `formatExport`. @throws UserError for any other text. */
export function parseExport(text: string): Exported[] {
  const document = jsonMap(text);
  const objects = mapsIn(document?.items);
  const whole = objects.every(
    ({ apiVersion, kind, metadata }) =>
      typeof apiVersion === 'string' && typeof kind === 'string' && isMap(metadata) && metadata.name,
  );
  if (
    document?.kind === 'List' &&
    Array.isArray(document.items) &&
    objects.length === document.items.length &&
    whole
  )
    return objects as unknown as Exported[];
  throw new UserError(
    'the export of the cluster cannot be read: it is not a list of objects',
    'use an unmodified export, or another backup set',
  );
}
