import { applyObjects } from '../cluster/apply.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Strategy } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import { holdWith } from './fencing.ts';
import { type Entry, type Journal, readJournal, writeJournal } from './journal.ts';
import type { Judging } from './judging.ts';
import { type Lease, LeaseLost } from './lease.ts';
import type { ReleaseNumber } from './naming.ts';
import { type DeployRequest, inOrder, made, type Placed } from './plan.ts';
import type { Ground, Target } from './preflight.ts';
import { prepareRollout, undoRollout } from './progress.ts';
import type { ReleaseRecord } from './record.ts';

/** How a rollout begins: what it does, its journal, and the candidate beside the baseline. */

export interface DeployResult {
  release: ReleaseNumber;
  baseline: ReleaseNumber | undefined;
  /**
   * `prepared`: the candidate is up beside the baseline, without traffic. `undone`: it could not be shown to be good, and
   * what served before serves again. `held`: there is no way back, and it waits for somebody.
   */
  state: 'complete' | 'prepared' | 'undone' | 'held' | 'failed';
  reason?: string;
  readyPods: number;
  /** Milliseconds from the write of the candidate to its end, and of the undo. */
  rolloutMs: number;
  undoMs?: number;
}

/** Says where the rollout begins, before anything of it is written. */
export async function openJournal(
  cluster: Cluster,
  { config, environmentName, environment, origin }: DeployRequest,
  plan: Placed,
  ground: Ground,
  lease: Lease,
  {
    record,
    strategy,
    judging,
  }: { record: ReleaseRecord; strategy: Strategy['kind']; judging: Judging | undefined },
): Promise<Entry> {
  const before = await readJournal(cluster, environment.namespace, config.app);
  const at = cluster.now();
  const journal: Journal = {
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
    ...(ground.autoscaler === undefined ? {} : { autoscaler: ground.autoscaler.metadata?.name ?? '' }),
    startedAt: at,
    since: at,
    deadline: at + environment.strategy.deadline,
    ...(judging === undefined || strategy === 'rolling' ? {} : { gate: judging.gating }),
    ...(record.baseline === undefined ? { makes: madeFirstToLast(plan, environment) } : {}),
  };
  return writeJournal(cluster, environment.namespace, journal, before?.version);
}

/** Paths of what a first release makes; the workload first, so that its pods end while the rest goes. */
function madeFirstToLast(plan: Placed, { workload }: DeployRequest['environment']): string[] {
  const isWorkload = ({ manifest }: Target) =>
    manifest.object.kind === workload.kind && manifest.name === workload.name;
  return made(plan)
    .sort((a, b) => Number(isWorkload(b)) - Number(isWorkload(a)))
    .map(({ path }) => path);
}

/** Everything but the workload is applied; then the candidate comes up beside it, without traffic. */
export async function prepare(
  cluster: Cluster,
  request: DeployRequest,
  plan: Placed,
  ground: Ground,
  lease: Lease,
  known: { record: ReleaseRecord; baseline: ReleaseNumber | undefined; started: number },
): Promise<DeployResult> {
  const { config, environment } = request;
  const { release } = known.record;
  const others = inOrder(plan.targets, environment, release).slice(0, -1);
  const refused = await applyObjects(cluster, others, holdWith(config.app, lease.token)).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof UserError && !(error instanceof LeaseLost)) return error.message;
      throw error;
    },
  );
  const asked = { ...request, environment, wait: 0 };
  const { end } =
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
      return { ...result, state: 'complete', readyPods: end.pods };
    case 'undone':
      return {
        ...result,
        state: 'undone',
        readyPods: ground.liveWorkload?.status?.readyReplicas ?? 0,
        reason: end.reason,
      };
    case 'held':
      return { ...result, state: 'failed', readyPods: 0, reason: end.reason };
    case 'parked':
      throw new Error('a candidate without traffic waits for nothing but its gate');
  }
}
