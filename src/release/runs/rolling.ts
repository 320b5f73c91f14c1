import { applyObjects } from '../../cluster/apply.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Environment } from '../../config/types.ts';
import { accidentOf } from '../../toolkit/accident.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Fence } from '../../traffic/fence.ts';
import { noteCause, noteLeft, noteMoved, notePodsOf } from '../engine/chronicle.ts';
import { readyForApply } from '../engine/workload.ts';
import { noteDuration, noteMoment } from '../evidence/decision.ts';
import type { Dossier } from '../evidence/dossier.ts';
import { type DeployRequest, inOrder, type Placed } from '../preflight/plan.ts';
import type { Ground } from '../preflight/preflight.ts';
import type { Baseline } from '../state/baseline.ts';
import type { Creation } from '../state/custody.ts';
import { holdWith } from '../state/fencing.ts';
import { type Entry, Keeper, moved, replaced } from '../state/journal.ts';
import type { Lease } from '../state/lease.ts';
import { Records } from '../state/record.ts';
import { heldBecause } from '../state/reversibility.ts';
import type { ReleaseRecord } from '../state/stored.ts';
import { removeMade, restoreTemplate } from '../state/undo.ts';
import { gatherEvidence, sentenceOf } from '../workloads/diagnosis.ts';
import { followRollout } from '../workloads/follow.ts';
import { pathTo, type Workload } from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import { LeaseLost } from '../workloads/overtaken.ts';
import { patienceForward } from '../workloads/stuck.ts';
import { withoutWorkers, workersOf } from '../workloads/workers.ts';
import { conclude } from './conclusion.ts';
import { applyRoutes, type Beside, clearBeside } from './leftover.ts';
import { type DeployResult, noted } from './prepare.ts';
import { finishRollout } from './progress.ts';
import { runPostHook } from './surroundings.ts';

/** The workload's own update: applied, followed until it is up, and undone if it does not come up. */

export interface RollingRelease {
  plan: Placed;
  ground: Ground;
  record: ReleaseRecord;
  baseline: Exclude<Baseline, { kind: 'unrecorded' }>;
  entry: Entry;
  /** Why it ends as it does. */
  dossier: Dossier;
  /** performance.now() of the beginning. */
  started: number;
  /** What a held undo has left, if one has. */
  beside: Beside | undefined;
  /** What this run makes is entered here. */
  creations: Creation[];
}

type Ended = { state: 'complete'; ready: number } | { state: 'failed'; reason: string };

/** @throws LeaseLost when another run has taken over: it is that one which ends the release. */
export async function rollOut(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  release: RollingRelease,
): Promise<DeployResult> {
  const ended = await attempt(cluster, request, lease, release).catch((error: unknown): Ended => {
    if (error instanceof LeaseLost) throw error;
    // Whatever went wrong in the middle, what serves now is not shown to be good.
    return { state: 'failed', reason: `the rollout could not be followed: ${firstLine(error)}` };
  });
  const result = {
    release: release.record.release,
    baseline: release.baseline.kind === 'recorded' ? release.baseline.release : undefined,
    rolloutMs: performance.now() - release.started,
  };
  const { dossier, entry } = release;
  if (ended.state === 'complete')
    dossier.note(record =>
      noteDuration(record, 'first write to all pods ready', Math.round(result.rolloutMs)),
    );
  const done = await finish(cluster, request, lease, { release, ended, result }).catch(
    async (error: unknown): Promise<DeployResult> => {
      if (error instanceof LeaseLost) throw error;
      // Written is written: whoever reads `refused` would leave it standing.
      const before = ended.state === 'complete' ? '' : `${ended.reason}; `;
      const reason = `${before}the release was left as it is: ${firstLine(error)}`;
      if (dossier.record.end === undefined) noteLeft({ cluster, dossier, keeper: entry }, 'failed', reason);
      await dossier.save(request.report);
      return { ...result, state: 'failed', readyPods: 0, reason };
    },
  );
  return { ...done, decision: dossier.record };
}

async function attempt(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { plan, ground, record, dossier, beside, creations }: RollingRelease,
): Promise<Ended> {
  const { config, environment, report } = request;
  const { namespace, workload } = environment;
  const fence: Fence = { app: config.app, token: lease.token };
  await readyForApply(cluster, pathTo(namespace, workload), fence, ground.autoscaler !== undefined);
  try {
    const first = withoutWorkers(beside?.first ?? plan.targets, environment);
    const all = inOrder(first, environment, record.release);
    await applyObjects(cluster, all, holdWith(fence.app, fence.token), noted(creations, fence.app, lease));
  } catch (error) {
    if (!(error instanceof UserError) || error instanceof LeaseLost) throw error;
    return { state: 'failed', reason: error.message };
  }
  const end = await followRollout(cluster, {
    namespace,
    workload,
    fence,
    stuckAfter: patienceForward,
    deadline: environment.strategy.deadline,
    report,
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  notePodsOf(dossier, end.seen, 'newest');
  if (end.state === 'complete') return end;
  const accident = end.cause.kind === 'cancelled' ? accidentOf(request.signal) : undefined;
  const reason = accident ?? sentenceOf(end.cause, await gatherEvidence(cluster, namespace, end.cause));
  noteCause({ cluster, dossier }, end.cause, reason);
  return { state: 'failed', reason };
}

/** Concludes what came up, and undoes what did not. */
async function finish(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  {
    release,
    ended,
    result,
  }: {
    release: RollingRelease;
    ended: Ended;
    result: Pick<DeployResult, 'release' | 'baseline' | 'rolloutMs'>;
  },
): Promise<DeployResult> {
  const { config, environment, report } = request;
  const { namespace } = environment;
  const records = new Records(cluster, namespace, config.app);
  const { dossier } = release;
  const keeper = new Keeper(cluster, namespace, release.entry);
  const scribe = { cluster, dossier, keeper };
  const outcome = { schema: 1 as const, release: result.release, token: lease.token };
  await lease.assertHeld();
  if (ended.state === 'complete' && workersOf(environment).length > 0)
    return followed(cluster, request, lease, { ...release, result: { ...result, readyPods: ended.ready } });
  if (ended.state === 'complete') {
    const problem = await conclude(cluster, records, request, {
      workload: environment.workload,
      journal: release.entry.journal,
      record: release.record,
      token: lease.token,
      workers: [],
      phase: 'done',
      reason: undefined,
    });
    if (release.beside === undefined)
      await keeper.change(journal =>
        problem === undefined
          ? moved(journal, 'done', cluster.now())
          : replaced(journal, problem, cluster.now()),
      );
    else await clearBeside(cluster, request, lease, release.beside, dossier);
    // After the journal: under this lease nobody goes on with a release that is over, and what it says is so.
    if (problem !== undefined) noteMoved(scribe, 'undone', { reason: problem });
    else if (dossier.record.end === undefined) noteMoved(scribe, 'done', {});
    await dossier.save(report);
    if (problem !== undefined) return { ...result, state: 'undone', readyPods: ended.ready, reason: problem };
    const reason = await runPostHook(cluster, request, release.record, namespace);
    if (reason !== undefined) return { ...result, state: 'failed', readyPods: ended.ready, reason };
    return { ...result, state: 'complete', readyPods: ended.ready };
  }
  report(`release ${result.release} failed: ${ended.reason}`);
  const { reversible } = release.record;
  if (reversible === false && (await isWritten(cluster, environment, result.release))) {
    const held = heldBecause(result.release, ended.reason);
    await records.conclude({ ...outcome, state: 'failed', reason: held });
    await keeper.change(journal => ({ ...journal, held: { at: Math.round(cluster.now()), reason: held } }));
    noteLeft(scribe, 'held', held);
    await dossier.save(report);
    return { ...result, state: 'held', readyPods: 0, reason: held };
  }
  const { reason } = ended;
  await keeper.change(journal => moved(journal, 'undoing', cluster.now(), { reason }));
  noteMoved(scribe, 'undoing', { reason });
  const { open, ...undone } = await undo(cluster, request, lease, release);
  await records.conclude({ ...outcome, state: undone.state, reason });
  const why = undone.reason === undefined ? reason : `${reason}; ${undone.reason}`;
  if (undone.state === 'failed') noteLeft(scribe, 'failed', why);
  // What carries the traffic meanwhile goes only when that is back.
  else if (!open && release.beside !== undefined)
    await finishRollout(cluster, { ...request, wait: 0 }, lease, dossier);
  else if (!open) {
    await keeper.change(journal => moved(journal, 'undone', cluster.now()));
    noteMoved(scribe, 'undone', undone.reason === undefined ? {} : { reason: why });
  }
  await dossier.save(report);
  return { ...result, ...undone, reason: why };
}

/** The workload is up, and its workers follow: in the hands of the engine, as at the end of every other strategy. */
async function followed(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { record, ground, beside, dossier, result }: RollingRelease & { result: Omit<DeployResult, 'state'> },
): Promise<DeployResult> {
  const at = Math.round(cluster.now());
  const up = { at, phase: 'following', reason: 'all pods of the workload are ready' };
  dossier.note(known => noteMoment(known, up));
  const { end } = await finishRollout(cluster, { ...request, wait: 0 }, lease, dossier);
  switch (end.state) {
    case 'undone': {
      const readyPods = ground.liveWorkload?.status?.readyReplicas ?? 0;
      return { ...result, state: 'undone', readyPods, reason: end.reason };
    }
    case 'held': {
      const state = record.reversible === false ? ('held' as const) : ('failed' as const);
      return { ...result, state, readyPods: 0, reason: end.reason };
    }
    default: {
      if (beside !== undefined) await applyRoutes(cluster, request, lease, beside);
      const reason = await runPostHook(cluster, request, record, request.environment.namespace);
      return reason === undefined ? { ...result, state: 'complete' } : { ...result, state: 'failed', reason };
    }
  }
}

/** `open`: it is written, and somebody has to see it through. */
async function undo(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { ground, record, baseline, entry, beside, dossier }: RollingRelease,
): Promise<
  Pick<DeployResult, 'readyPods' | 'undoMs' | 'reason'> & { state: 'undone' | 'failed'; open?: boolean }
> {
  const { config, environment, report } = request;
  const fence: Fence = { app: config.app, token: lease.token };
  const started = performance.now();
  const cancelled = request.signal?.aborted === true && accidentOf(request.signal) === undefined;
  const replicas = ground.liveWorkload?.spec?.replicas;
  if (baseline.kind === 'none') {
    const removed = await removeMade(cluster, entry.journal.makes ?? [], {
      ...fence,
      namespace: environment.namespace,
      manifests: record.manifests,
    });
    report(`first release removed again: ${removed.join(', ')}`);
    return { state: 'undone', readyPods: 0, undoMs: performance.now() - started };
  }
  const end = await restoreTemplate(cluster, {
    namespace: environment.namespace,
    workload: environment.workload,
    fence,
    template: baseline.template,
    release: baseline.release,
    // A cancelled job has some ten seconds: the write counts, seeing it through is a bonus.
    deadline: cancelled ? 4000 : environment.strategy.deadline,
    patient: true,
    ...(replicas === undefined || ground.autoscaler !== undefined ? {} : { replicas }),
    report: line => report(`undo: ${line}`),
  });
  const undoMs = performance.now() - started;
  notePodsOf(dossier, end.seen, 'older');
  if (end.state === 'complete') return { state: 'undone', readyPods: end.ready, undoMs };
  if (cancelled) {
    // A StatefulSet may wait for a pod that somebody has to remove, and traffic for its way back: the journal goes on saying that it is being undone.
    const open = environment.workload.kind === 'StatefulSet' || beside !== undefined;
    const rest = open ? ', which sweep sees through' : '';
    const reason = `release ${baseline.release} was written back and is coming up${rest}`;
    return { state: 'undone', readyPods: 0, undoMs, reason, open };
  }
  const cause = sentenceOf(end.cause, await gatherEvidence(cluster, environment.namespace, end.cause));
  return {
    state: 'failed',
    readyPods: 0,
    undoMs,
    reason: `and release ${baseline.release} does not come up either: ${cause}`,
  };
}

/** Whether the workload has the release already. */
async function isWritten(cluster: Cluster, { namespace, workload }: Environment, release: number) {
  const live = await cluster.get<Workload>(pathTo(namespace, workload));
  return live?.metadata?.annotations?.[labels.release] === String(release);
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0];
