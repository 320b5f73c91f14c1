import { applyObjects } from '../../cluster/apply.ts';
import { ClusterError } from '../../cluster/errors.ts';
import { UserError } from '../../toolkit/errors.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import { removeOurs } from '../state/custody.ts';
import { holdWith } from '../state/fencing.ts';
import { readJournal } from '../state/journal.ts';
import { restorePatch } from '../state/undo.ts';
import { pathTo, refOfKey, titleOf, typeOf, type Workload } from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import { LeaseLost, overtaken } from '../workloads/overtaken.ts';
import type { Drive } from './drive.ts';
import { readyForApply } from './workload.ts';
import type { Observation } from './world.ts';

/** What a rollout writes to the workers of its workload. */

type Tell = (line: string) => void;

/**
 * The candidate's manifest, held to the very object that was read; the number of pods stays an autoscaler's, if there is one.
 * @returns why the cluster refused it; undefined when it did not.
 * @throws LeaseLost when a newer run was there; what was created in spite of that is taken back.
 */
export async function applyWorker(
  { cluster, course, world }: Drive,
  name: string,
  { autoscalers }: Observation,
  tell: Tell,
): Promise<string | undefined> {
  const { app, token, namespace } = course;
  const ref = refOfKey(name);
  const manifest = course.workers.find(worker => worker.name === name)?.candidate;
  if (manifest === undefined) return undefined;
  tell(`${titleOf(ref)} gets release ${course.candidate}`);
  const path = pathTo(namespace, ref);
  const scaled = autoscalersOf(autoscalers, ref).length > 0;
  await readyForApply(cluster, path, { app, token }, scaled);
  const live = await cluster.get<Workload>(path);
  const { replicas: _, ...unscaled } = manifest.spec ?? {};
  const object = {
    ...manifest,
    ...typeOf(ref.kind),
    metadata: {
      ...manifest.metadata,
      annotations: { ...manifest.metadata?.annotations, [labels.release]: String(course.candidate) },
    },
    spec: scaled && live !== undefined ? unscaled : manifest.spec,
  };
  try {
    await applyObjects(cluster, [{ path, object, live }], holdWith(app, token), async (_path, made) => {
      const entry = await readJournal(cluster, namespace, app);
      if ((entry?.journal.token ?? 0) <= token) return;
      await removeOurs(cluster, path, app, token, made.metadata?.uid);
      throw overtaken(app);
    });
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof ClusterError || error instanceof LeaseLost)
      throw error;
    return error.message;
  }
  const written = await cluster.get<Workload>(path);
  if (written !== undefined) world.put(written);
  return undefined;
}

/** What the worker had before, byte for byte; one that the release made goes again. */
export async function restoreWorker(
  { cluster, course, world, keeper }: Drive,
  name: string,
  { autoscalers, workers }: Observation,
  tell: Tell,
): Promise<void> {
  const { app, token, namespace } = course;
  const before = course.workers.find(worker => worker.name === name)?.before;
  const live = workers[name]?.workload;
  if (before === undefined || live === undefined) return;
  const ref = refOfKey(name);
  const path = pathTo(namespace, ref);
  if (before === null) {
    tell(`removing ${titleOf(ref)}, which release ${course.candidate} made`);
    await removeOurs(cluster, path, app, token, live.metadata?.uid);
    world.drop(live.metadata?.uid ?? '');
    return;
  }
  // 0 is what lived before Slipway.
  const release = keeper.journal.baseline ?? 0;
  tell(`${titleOf(ref)} goes back to release ${release}`);
  const replicas = autoscalersOf(autoscalers, ref).length > 0 ? 0 : before.replicas;
  const patch = restorePatch(live, before.template, release, replicas);
  world.put(await cluster.patch(path, 'json', [...course.guard(live), ...patch]));
}
