import { noteDuration } from '../../decision/record.ts';
import { originText } from '../../toolkit/origin.ts';
import { pathTo, type Ref, replicasOf, templateOf, titleOf, type Workload } from '../../workloads/kinds.ts';
import type { ReleaseNumber } from '../../workloads/naming.ts';
import { readWorkers, releaseOf, templatesOf } from '../../workloads/workers.ts';
import { markRolledBackAfter, supersededBy } from '../store/orphans.ts';
import { pinnedImages } from '../store/pinned-images.ts';
import { collectGarbage } from '../store/retention.ts';
import { rolledBackByOthers, transition } from '../store/rollout-state.ts';
import type { ReleaseRecord } from '../store/schema.ts';
import type { RolloutContext } from './context.ts';
import { recordPods, recordTransition } from './record-transitions.ts';
import { type RolloutAction, runsCandidate } from './spec.ts';

/** The part of a rollout's context that its outcome needs. */
type Concluded = Pick<RolloutContext, 'cluster' | 'records' | 'record' | 'spec' | 'store' | 'report'>;

/**
 * Writes the outcome of a release, before the state says that its rollout is over. It has the pod templates as the API server stored them,
 * so that a later rollback can restore them.
 * @returns why a release that became ready counts as rolled back, if another client has replaced its version.
 */
export async function concludeRelease(
  run: Concluded,
  phase: 'done' | 'rolled-back',
  reason: string | undefined,
): Promise<string | undefined> {
  const { cluster, records, record, spec, store, report } = run;
  const { namespace, workload, workers, token } = spec;
  const { candidate, baseline, run: by } = store.rollout;
  if (phase === 'rolled-back') {
    const why = reason ?? `rolled back by ${originText(by)}`;
    // A rollback to a newer release leaves this one as a target for later rollbacks, so its outcome stays.
    if (baseline === undefined || candidate > baseline)
      await records.markRolledBack(candidate, { token, reason: why });
    if (baseline !== undefined) {
      const live = releaseOf(await cluster.get<Workload>(pathTo(namespace, workload)));
      await markRolledBackAfter(records, baseline, live, { token, reason: why });
    }
    return undefined;
  }
  const released = workers.filter(worker => worker.candidate !== undefined).map(({ ref }) => ref);
  const [live, liveWorkers] = await Promise.all([
    cluster.get<Workload>(pathTo(namespace, workload)),
    readWorkers(cluster, namespace, released),
  ]);
  const template = templateOf(live);
  const problem = replacedBecause(live, workload, candidate, record);
  if (problem !== undefined) {
    await records.markRolledBack(candidate, { token, reason: problem });
    return problem;
  }
  await records.conclude({
    schema: 1,
    release: candidate,
    token,
    state: 'complete',
    ...(template === undefined ? {} : { template }),
    ...(released.length === 0 ? {} : { workers: templatesOf(liveWorkers) }),
  });
  await closeSuperseded(run).catch(({ message }: Error) =>
    report(`warning: old releases could not be removed: ${message}; the next release tries again`),
  );
  return undefined;
}

/**
 * Returns why the live version is not the release's: another client deleted the workload, or wrote to it since, such as
 * `kubectl set image`. A rollback to the release must not restore that version.
 */
function replacedBecause(
  live: Workload | undefined,
  workload: Ref,
  candidate: ReleaseNumber,
  record: ReleaseRecord | undefined,
): string | undefined {
  const before = `before the rollout of release ${candidate} ended`;
  if (live === undefined) return `${titleOf(workload)} was deleted ${before}`;
  if (templateOf(live) === undefined || releaseOf(live) !== candidate)
    return `another client replaced release ${candidate} in ${titleOf(workload)} ${before}`;
  const known = Object.keys(record?.images ?? {}).length > 0;
  return known ? pinnedImages(live, record).problems[0] : undefined;
}

/** Marks the releases that this one superseded as rolled back, and removes the oldest records. */
async function closeSuperseded({ cluster, records, spec, store }: Concluded): Promise<void> {
  const { app, namespace, workload, workers, token } = spec;
  const { candidate } = store.rollout;
  const releases = await records.list();
  for (const { record } of supersededBy(releases, candidate))
    await records.markRolledBack(record.release, { token, reason: `superseded by release ${candidate}` });
  await collectGarbage(cluster, namespace, app, [workload, ...workers.map(({ ref }) => ref)], releases);
}

/**
 * Ends a rollout: writes the outcome and the decision record, then the state. The state is last, because from then on the next run may
 * write the other two. A release whose version another client has replaced ends as rolled back.
 */
export async function concludeRollout(
  run: RolloutContext,
  phase: 'done' | 'rolled-back',
  change: Pick<Extract<RolloutAction, { do: 'transition' }>, 'weight' | 'reason'>,
): Promise<void> {
  const { cluster, decisions, store, report } = run;
  const problem = await concludeRelease(run, phase, change.reason ?? store.rollout.reason);
  recordPods(run);
  if (phase === 'done' && store.rollout.strategy === 'rolling') {
    const ms = Math.round(cluster.now() - store.rollout.startedAt);
    decisions.update(record => noteDuration(record, 'first write to all pods ready', ms));
  }
  if (problem === undefined) recordTransition(run, phase, change);
  else recordTransition(run, 'rolled-back', { weight: 0, reason: problem });
  await decisions.save(report);
  await store.change(rollout =>
    problem === undefined
      ? transition(rollout, phase, cluster.now(), change)
      : rolledBackByOthers(rollout, problem, cluster.now()),
  );
}

/** Whether the workload runs the candidate, is ready, and has all traffic. */
export function candidateHasAllTraffic({
  spec,
  store,
  informers,
}: Pick<RolloutContext, 'spec' | 'store' | 'informers'>): boolean {
  const { phase } = store.rollout;
  if (phase !== 'promoting' && phase !== 'watching') return false;
  const snapshot = informers.snapshot();
  const { workload } = snapshot;
  return (
    workload !== undefined &&
    runsCandidate(spec, workload) &&
    spec.router.weight(snapshot) === 0 &&
    snapshot.ready.stable >= replicasOf(workload)
  );
}
