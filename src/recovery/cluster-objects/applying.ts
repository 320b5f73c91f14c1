import { setTimeout as sleep } from 'node:timers/promises';
import { applyObjects } from '../../cluster/apply.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { Discovery, pathOf, type Resource } from '../../cluster/resources.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { mapsIn } from '../../toolkit/map.ts';
import { drift } from './drift.ts';
import { inOrder, keyOf } from './order.ts';
import { type Exported, portable } from './portable.ts';

/** Applies exported objects to a cluster. */

interface Applying {
  readonly cluster: Cluster;
  readonly objects: readonly Exported[];
  /**
   * Whether to overwrite objects that exist and differ. Cluster-scoped objects are never overwritten, because other applications use them,
   * too.
   */
  readonly overwrite: boolean;
  /** Whether to scale workloads to zero and suspend Jobs and CronJobs, until their data is restored. */
  readonly scaledDown: boolean;
  report(line: string): void;
}

interface Applied {
  readonly created: readonly string[];
  readonly overwritten: readonly string[];
  /** Cluster-scoped objects that existed already, and others that were the same, as an earlier run created them. */
  readonly unchanged: readonly string[];
}

interface Placed {
  readonly object: Exported;
  readonly resource: Resource;
  readonly path: string;
}

/**
 * Applies the objects of an export in the order in which they depend on each other.
 * @throws UserError before the first write when an object exists, differs and `overwrite` is false; later when the cluster refuses an object
 * or does not know its kind.
 */
export async function applyExport(task: Applying): Promise<Applied> {
  const { cluster, objects, overwrite, scaledDown, report } = task;
  const wanted = inOrder(objects)
    // It belongs to one cluster; in another one, a new volume is provisioned for the PVC.
    .filter(({ kind }) => kind !== 'PersistentVolume')
    .map(each => (scaledDown ? scaleDown(each) : each));
  if (!overwrite) await requireAbsent(cluster, wanted);
  const [created, overwritten, unchanged]: [string[], string[], string[]] = [[], [], []];
  for (const object of wanted) {
    const { path, resource } = await placeOf(cluster, object);
    const live = await cluster.get<KubeObject>(path);
    const key = keyOf(object);
    if (live !== undefined && (!resource.namespaced || (!overwrite && isSame(object, live)))) {
      unchanged.push(key);
      continue;
    }
    await applyObjects(cluster, [{ path, object, live }]);
    (live === undefined ? created : overwritten).push(key);
    if (object.kind === 'CustomResourceDefinition') await established(cluster, path, object.metadata.name);
  }
  report(
    `created ${counted(created.length, 'object')}, overwrote ${overwritten.length}, left ${unchanged.length} unchanged`,
  );
  return { created, overwritten, unchanged };
}

async function requireAbsent(cluster: Cluster, objects: readonly Exported[]): Promise<void> {
  const there: string[] = [];
  for (const object of objects) {
    const { name, namespace } = object.metadata;
    // Kubernetes creates the default account in every namespace.
    if (namespace === undefined || (object.kind === 'ServiceAccount' && name === 'default')) continue;
    // A kind whose definition is only in the export has no objects in the cluster yet.
    const placed = await found(cluster, object);
    const live = placed && (await cluster.get<KubeObject>(placed.path));
    if (live !== undefined && !isSame(object, live)) there.push(keyOf(object));
  }
  if (there.length === 0) return;
  throw new UserError(
    `${counted(there.length, 'object')} of the export ${there.length === 1 ? 'exists' : 'exist'} already with other content: ${there.slice(0, 5).join(', ')}${there.length > 5 ? ', …' : ''}`,
    'restore into an empty namespace, or delete these objects first',
  );
}

const isSame = (wanted: Exported, live: KubeObject): boolean =>
  drift({ objects: [wanted] }, { objects: [portable(live)] }).length === 0;

/** A new `Discovery` for each object: an earlier one does not list a kind that was defined a moment ago. */
async function found(cluster: Cluster, object: Exported): Promise<Placed | undefined> {
  const resource = await new Discovery(cluster).find(object.apiVersion, object.kind);
  if (resource === undefined) return undefined;
  const { name, namespace = '' } = object.metadata;
  return { object, resource, path: pathOf(resource, namespace, name) };
}

async function placeOf(cluster: Cluster, object: Exported): Promise<Placed> {
  const placed = await found(cluster, object);
  if (placed !== undefined) return placed;
  throw new UserError(
    `${keyOf(object)} cannot be applied: the cluster has no kind ${object.kind} in ${object.apiVersion}`,
    'install the add-on that defines it first',
  );
}

async function established(cluster: Cluster, path: string, name: string): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    const { status } = (await cluster.get<{ status?: { conditions?: unknown } }>(path)) ?? {};
    const good = ({ type, status: state }: Readonly<Record<string, unknown>>) =>
      type === 'Established' && state === 'True';
    if (mapsIn(status?.conditions).some(good)) return;
    await sleep(500);
  }
  throw new UserError(
    `the CustomResourceDefinition ${name} is not established after 30 s`,
    `find out why: \`kubectl describe crd ${name}\``,
  );
}

/** Returns the object scaled to zero or suspended, so that it starts no pods. Pure. */
export function scaleDown(object: Exported): Exported {
  const spec = object.spec as object | undefined;
  switch (object.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'ReplicaSet':
    case 'ReplicationController':
      return { ...object, spec: { ...spec, replicas: 0 } };
    case 'CronJob':
    case 'Job':
      return { ...object, spec: { ...spec, suspend: true } };
    default:
      return object;
  }
}
