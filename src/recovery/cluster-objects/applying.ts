import { setTimeout as sleep } from 'node:timers/promises';
import { applyObjects } from '../../cluster/apply.ts';
import type { Cluster } from '../../cluster/port.ts';
import { Discovery, pathOf, type Resource } from '../../cluster/resources.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { mapsIn } from '../../toolkit/map.ts';
import { inOrder, keyOf } from './order.ts';
import type { Exported } from './portable.ts';

/** Makes exported objects again. */

export interface Applying {
  readonly cluster: Cluster;
  readonly objects: readonly Exported[];
  /** Write over objects of the namespaces that are there. What is in none is never written over: others use it too. */
  readonly overwrite: boolean;
  /** Workloads without pods and what is scheduled suspended, until their data are there. */
  readonly asleep: boolean;
  report(line: string): void;
}

export interface Applied {
  readonly made: readonly string[];
  readonly overwritten: readonly string[];
  /** In no namespace, and there already. */
  readonly left: readonly string[];
}

interface Placed {
  readonly object: Exported;
  readonly resource: Resource;
  readonly path: string;
}

/** Of another cluster, or made anew for a PVC. */
const neverApplied = new Set(['PersistentVolume']);

/**
 * @throws UserError before anything is written when something is there that must not be written over; later when the cluster refuses
 * an object or does not know its kind.
 */
export async function applyExport(task: Applying): Promise<Applied> {
  const { cluster, objects, overwrite, asleep, report } = task;
  const wanted = inOrder(objects)
    .filter(({ kind }) => !neverApplied.has(kind))
    .map(each => (asleep ? sleeping(each) : each));
  if (!overwrite) await mustBeAbsent(cluster, wanted);
  const [made, overwritten, left]: [string[], string[], string[]] = [[], [], []];
  for (const object of wanted) {
    const { path, resource } = await placeOf(cluster, object);
    const live = await cluster.get(path);
    const key = keyOf(object);
    if (live !== undefined && !resource.namespaced) {
      left.push(key);
      continue;
    }
    await applyObjects(cluster, [{ path, object, live }]);
    (live === undefined ? made : overwritten).push(key);
    if (object.kind === 'CustomResourceDefinition') await established(cluster, path, object.metadata.name);
  }
  report(
    `${counted(made.length, 'object')} made, ${overwritten.length} written over, ${left.length} of the whole cluster left as they are`,
  );
  return { made, overwritten, left };
}

/** Made by every namespace as soon as it is there. */
const byItself = ({ kind, metadata }: Exported) => kind === 'ServiceAccount' && metadata.name === 'default';

async function mustBeAbsent(cluster: Cluster, objects: readonly Exported[]): Promise<void> {
  const there: string[] = [];
  for (const object of objects.filter(each => each.metadata.namespace !== undefined && !byItself(each))) {
    // Of a kind that comes with the export nothing is there.
    const placed = await found(cluster, object);
    if (placed !== undefined && (await cluster.get(placed.path)) !== undefined) there.push(keyOf(object));
  }
  if (there.length === 0) return;
  throw new UserError(
    `${counted(there.length, 'object')} of the export ${there.length === 1 ? 'is' : 'are'} there already: ${there.slice(0, 5).join(', ')}${there.length > 5 ? ', …' : ''}`,
    'restore into an empty namespace, or agree that they are written over',
  );
}

/** Kinds that were defined a moment ago are asked for anew. */
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
    `the cluster does not know ${object.apiVersion} ${object.kind}, which ${keyOf(object)} needs`,
    'install what defines it first',
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
    `the cluster does not establish the definition ${name}`,
    'see its conditions with kubectl describe',
  );
}

/** Without pods, and nothing scheduled. Pure. */
export function sleeping(object: Exported): Exported {
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
