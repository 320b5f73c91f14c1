import { applyObjects } from '../../cluster/apply.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Strategy } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { stampOf } from '../../traffic/fence.ts';
import { noteEnd } from '../engine/chronicle.ts';
import type { DecisionRecord } from '../evidence/decision-schema.ts';
import { beginDossier } from '../evidence/dossier.ts';
import type { Judging } from '../gating/judging.ts';
import { type DeployRequest, inOrder, made, type Placed } from '../preflight/plan.ts';
import type { Ground, Target } from '../preflight/preflight.ts';
import type { Creation } from '../state/custody.ts';
import { holdWith } from '../state/fencing.ts';
import { beginJournal, type Entry, Keeper } from '../state/journal.ts';
import type { Lease } from '../state/lease.ts';
import type { Journal, ReleaseRecord } from '../state/stored.ts';
import { isOf } from '../workloads/kinds.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { LeaseLost } from '../workloads/overtaken.ts';
import { withoutWorkers } from '../workloads/workers.ts';
import { prepareRollout, undoRollout } from './progress.ts';

/** How a rollout begins: what it does, its journal, and the candidate beside the baseline. */

export interface DeployResult {
  release: ReleaseNumber;
  baseline: ReleaseNumber | undefined;
  /**
   * `prepared`: the candidate is up beside the baseline, without traffic. `undone`: it could not be shown to be good, and
   * what served before serves again. `held`: there is no way back, and it waits for somebody.
   * `refused`: its pre hook failed, and nothing of it was applied.
   */
  state: 'complete' | 'prepared' | 'undone' | 'held' | 'failed' | 'refused';
  reason?: string;
  readyPods: number;
  /** Milliseconds from the write of the candidate to its end, and of the undo. */
  rolloutMs: number;
  undoMs?: number;
  /** On what it rests that it came here, in one sentence. */
  promotion?: string;
  /** Why it ended so; undefined when the gate goes on. */
  decision?: DecisionRecord;
}

/** A release that has its record. */
interface Begun {
  plan: Placed;
  ground: Ground;
  record: ReleaseRecord;
}

/** A release of which nothing was applied, and how it will be. */
interface Beginning extends Begun {
  strategy: Strategy['kind'];
  judging: Judging | undefined;
}

/** Says where the rollout begins, before anything of it is written. */
export async function openJournal(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  beginning: Beginning,
): Promise<Entry> {
  const journal = journalOf(request, lease, beginning, cluster.now());
  return beginJournal(cluster, request.environment.namespace, journal);
}

/** @returns the decision record of a release that ended before anything of it was applied. */
export async function recordRefusal(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { reason, ...beginning }: Beginning & { reason: string },
): Promise<DecisionRecord> {
  const at = cluster.now();
  const journal = journalOf(request, lease, beginning, at);
  const { environment, report } = request;
  const { record } = beginning;
  const dossier = beginDossier(cluster, { environment, record, journal, doing: 'deploy' });
  const serves = record.baseline === undefined ? {} : { serves: record.baseline };
  const end = { at: Math.round(at), state: 'unchanged' as const, reason, weight: 0, ...serves };
  noteEnd({ cluster, dossier }, end);
  await dossier.save(report);
  return dossier.record;
}

/** @param at milliseconds since 1970 by the API server's clock. Pure. */
function journalOf(
  { config, environmentName, environment, origin }: DeployRequest,
  lease: Lease,
  { plan, ground, record, strategy, judging }: Beginning,
  at: number,
): Journal {
  return {
    schema: 1,
    app: config.app,
    environment: environmentName,
    token: lease.token,
    run: origin,
    strategy,
    phase: strategy === 'rolling' ? 'promoting' : 'prepared',
    step: 0,
    weight: strategy === 'rolling' ? 100 : 0,
    ...(record.baseline === undefined ? {} : { baseline: record.baseline }),
    candidate: record.release,
    capacity: ground.liveWorkload?.spec?.replicas ?? 1,
    ...(environment.hooks?.post === undefined
      ? {}
      : { postHook: { by: `${origin.actor} in ${origin.run}` } }),
    ...(ground.autoscaler === undefined ? {} : { autoscaler: ground.autoscaler.metadata?.name ?? '' }),
    startedAt: at,
    since: at,
    deadline: at + environment.strategy.deadline,
    ...(judging === undefined || strategy === 'rolling' ? {} : { gate: judging.gating }),
    ...(strategy === 'rolling' ? {} : { applied: false }),
    ...(record.baseline === undefined ? { makes: madeFirstToLast(plan, environment) } : {}),
  };
}

/** Paths of what a first release makes; the workload first, so that its pods end while the rest goes. */
function madeFirstToLast(plan: Placed, { workload }: DeployRequest['environment']): string[] {
  const isWorkload = ({ manifest }: Target) => isOf(workload, manifest.object);
  return made(plan)
    .sort((a, b) => Number(isWorkload(b)) - Number(isWorkload(a)))
    .map(({ path }) => path);
}

/**
 * Enters what this run created, and looks after each at the lease: nothing refuses what is made anew to a run that was
 * overtaken. What is shipped bears no stamp and stays: the record names it, and it is collected with that.
 */
export function noted(creations: Creation[], app: string, lease: Lease) {
  return async (path: string, object: KubeObject): Promise<void> => {
    if (stampOf(object, app) === lease.token) creations.push({ path, uid: object.metadata?.uid ?? '' });
    await lease.assertHeld();
  };
}

/** Everything but the workload is applied; then the candidate comes up beside it, without traffic. */
export async function prepare(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  {
    plan,
    ground,
    record: { release },
    ...known
  }: Begun & {
    entry: Entry;
    baseline: ReleaseNumber | undefined;
    /** performance.now() of the beginning. */
    started: number;
    creations: Creation[];
  },
): Promise<DeployResult> {
  const { config, environment } = request;
  const others = inOrder(withoutWorkers(plan.targets, environment), environment, release).slice(0, -1);
  const refused = await applyObjects(
    cluster,
    others,
    holdWith(config.app, lease.token),
    noted(known.creations, config.app, lease),
  ).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof UserError && !(error instanceof LeaseLost)) return error.message;
      throw error;
    },
  );
  const asked = { ...request, environment, wait: 0 };
  if (refused === undefined) {
    const keeper = new Keeper(cluster, environment.namespace, known.entry);
    await keeper.change(journal => ({ ...journal, applied: true }));
  }
  const { end, dossier: decision } =
    refused === undefined
      ? await prepareRollout(cluster, asked, lease)
      : await undoRollout(cluster, asked, lease, refused);
  const rolloutMs = performance.now() - known.started;
  const result = { release, baseline: known.baseline, rolloutMs };
  switch (end.state) {
    case 'prepared':
    case 'judged':
      return { ...result, state: 'prepared', readyPods: end.pods };
    case 'done':
      return { ...result, state: 'complete', readyPods: end.pods, decision };
    case 'undone':
      return {
        ...result,
        state: 'undone',
        readyPods: ground.liveWorkload?.status?.readyReplicas ?? 0,
        reason: end.reason,
        decision,
      };
    case 'held':
      return { ...result, state: 'failed', readyPods: 0, reason: end.reason, decision };
    case 'parked':
      throw new Error('a candidate without traffic waits for nothing but its gate');
  }
}
