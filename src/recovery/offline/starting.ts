import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { Discovery, pathOf, resources } from '../../cluster/resources.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, mapsIn } from '../../toolkit/map.ts';
import { applyExport } from '../cluster-objects/applying.ts';
import { type Exported, movedTo } from '../cluster-objects/portable.ts';
import { finishedNote } from '../copy.ts';
import { type Application, applicationOf } from '../drill/scratch-objects.ts';
import { replicasBefore } from '../guard/side-effects.ts';
import type { OfflineRecovery } from './recovering.ts';

/** Creates the application with workloads scaled to zero, and starts it when its data is restored. */

/** Creates missing objects. Keeps those that exist: a person created them for the new place. */
export async function createMissing(
  { cluster, report }: Pick<OfflineRecovery, 'cluster' | 'report'>,
  objects: readonly Exported[],
): Promise<void> {
  const missing: Exported[] = [];
  for (const object of objects) {
    if (await isThere(cluster, object))
      report(`keeping ${object.kind}/${object.metadata.name}, which exists already`);
    else missing.push(object);
  }
  if (missing.length > 0)
    await applyExport({ cluster, objects: missing, overwrite: false, scaledDown: true, report });
}

async function isThere(cluster: Cluster, { apiVersion, kind, metadata }: Exported): Promise<boolean> {
  const resource = await new Discovery(cluster).find(apiVersion, kind);
  if (resource === undefined) return false;
  return (await cluster.get(pathOf(resource, metadata.namespace ?? '', metadata.name))) !== undefined;
}

/** Returns all objects but the databases, in the new namespace, and a sentence for each change. Pure. */
export function applicationIn(
  { from, into, databases }: Pick<OfflineRecovery, 'from' | 'into' | 'databases'>,
  objects: readonly Exported[],
): Application {
  const changes: string[] = [];
  let rest: readonly Exported[] = objects;
  for (const { workload, service } of databases) {
    const around = applicationOf(rest, { from, to: from, database: workload, service });
    rest = around.objects;
    changes.push(...around.changes);
  }
  return { objects: movedTo(rest, from, into), changes };
}

/**
 * Scales all workloads to their former replicas, then waits until each is ready: the pods of one may be ready only when another runs.
 * @param notRestored PVCs whose files are not restored: workloads that mount one are not started; and pods of databases that failed a
 *   check: then nothing is started, because any workload may use them.
 */
export async function startApplication(
  task: OfflineRecovery,
  objects: readonly Exported[],
  notRestored: { readonly pvcs: readonly string[]; readonly databases: readonly string[] },
): Promise<{ started: string[]; changes: string[] }> {
  const { cluster, into, report } = task;
  const changes: string[] = [];
  if (notRestored.databases.length > 0)
    return {
      started: [],
      changes: notRestored.databases.map(
        pod =>
          `the application is not started: a check of the database in the pod ${pod} failed. Run the step again to restore it again. To use it as it is, first run \`kubectl -n ${into} annotate pod ${pod} ${finishedNote}=accepted\``,
      ),
    };
  const starting: Starting[] = [];
  for (const object of objects) {
    const replicas = replicasBefore(object);
    if (replicas === undefined || replicas === 0) continue;
    const title = `${object.kind}/${object.metadata.name}`;
    const pvc = notRestored.pvcs.find(each => mounts(object, each));
    if (pvc !== undefined) {
      changes.push(`${title} is not started: the files of its PVC ${pvc} are not restored`);
      continue;
    }
    const resource = object.kind === 'StatefulSet' ? resources.statefulSet : resources.deployment;
    const path = pathOf(resource, into, object.metadata.name);
    if (await sleeps(cluster, path)) await cluster.patch(path, 'merge', { spec: { replicas } });
    starting.push({ path, title, replicas });
  }
  for (const each of starting) await untilReady(task, each);
  report(`started ${counted(starting.length, 'workload')} of the application`);
  return { started: starting.map(({ title }) => title), changes };
}

interface Starting {
  readonly path: string;
  readonly title: string;
  readonly replicas: number;
}

/** Whether it is still scaled to zero by us, and not changed since. */
async function sleeps(cluster: Cluster, path: string): Promise<boolean> {
  const live = await cluster.get<KubeObject & { spec?: { replicas?: number } }>(path);
  return live !== undefined && live.spec?.replicas === 0 && replicasBefore(live) !== undefined;
}

/** Whether its pods mount a PVC, by name or from one of its templates. Pure. */
function mounts(object: Exported, pvc: string): boolean {
  const spec = isMap(object.spec) ? object.spec : {};
  const template = isMap(spec.template) && isMap(spec.template.spec) ? spec.template.spec : {};
  const named = mapsIn(template.volumes).some(
    ({ persistentVolumeClaim: of }) => isMap(of) && of.claimName === pvc,
  );
  const templates = mapsIn(spec.volumeClaimTemplates).map(({ metadata }) =>
    isMap(metadata) ? `${metadata.name}-${object.metadata.name}-` : '',
  );
  return named || templates.some(start => start !== '' && pvc.startsWith(start));
}

async function untilReady(
  { cluster, into, patience, sleep, signal }: OfflineRecovery,
  { path, title, replicas }: Starting,
): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    signal.throwIfAborted();
    const live = await cluster.get<{ status?: { readyReplicas?: number } }>(path);
    const ready = live?.status?.readyReplicas ?? 0;
    if (ready >= replicas) return;
    if (performance.now() >= end)
      throw new UserError(
        `only ${ready} of ${counted(replicas, 'pod')} of ${title} are ready after ${Math.round(patience / 1000)} s`,
        `find out why: \`kubectl -n ${into} describe ${title}\`; an image, a Secret or a volume may be missing`,
      );
    await sleep(1000);
  }
}
