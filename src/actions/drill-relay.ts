import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import { sha256Of } from '../recovery/checksum.ts';
import type { EarlierState, RunningRelay } from '../recovery/drill/relay.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { serializeLedger } from '../recovery/ledger.ts';
import type { Scratch } from '../recovery/scratch/clearing.ts';
import { counted } from '../toolkit/count.ts';
import { formatTime } from '../toolkit/duration.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { howToRun } from '../toolkit/operations.ts';
import type { Ordered } from './drill.ts';

/** A drill that takes longer than a job: reads the state of the job before, and hands over to the next. */

/** A drill that was handed over, and waits for its next job. */
export interface RunningDrill {
  readonly running: {
    readonly run: string;
    readonly jobs: number;
    /** When its namespace expires; ms since 1970. */
    readonly until: number;
  };
}

/** @throws UserError when a drill without its own namespace is resumed: it leaves no state that could be. */
export function requireNewDrill({ resumed, scenario }: Ordered): void {
  if (resumed)
    throw new UserError(
      `the drill \`${scenario.id}\` cannot be resumed: it runs in a single job`,
      'start a new one, without `resume-id`',
    );
}

/**
 * Reads the state of the earlier jobs; undefined in the first one. Read-only.
 * @throws {UserError} when the drill cannot be resumed.
 */
export async function leftOf(
  cluster: Cluster,
  order: Ordered,
  namespace: string,
): Promise<EarlierState | undefined> {
  if (!order.resumed) return undefined;
  const { readEarlierState } = await import('../recovery/drill/relay.ts');
  const { drillLeaseState } = await import('../recovery/drill/drill-lease.ts');
  const left = await readEarlierState(
    cluster,
    { namespace, run: order.run.id, order: digestOf(order) },
    { signal: order.signal, sleep: milliseconds => sleep(milliseconds) },
  );
  // While the public address points to the copy its network is open, and the guard would delete the namespace for that.
  if (
    order.scenario.id === 'region' &&
    (await drillLeaseState(cluster, order.environment.namespace)) === 'left'
  )
    throw new UserError(
      'the drill cannot be resumed: its killed job may have left something broken',
      `${howToRun('sweep')}, then resume the drill`,
    );
  const { jobs, at, done } = left.state;
  order.report(`resuming ${order.run.id} after ${counted(jobs, 'job')}, the last until ${formatTime(at)}`);
  // The evidence of each job contains the whole ledger.
  if (done.lost.ledger !== undefined)
    appendFileSync(join(order.folder, 'markers.jsonl'), serializeLedger(done.lost.ledger));
  return left;
}

interface Handed {
  readonly scratch: Scratch;
  /** Sets whether the namespace is kept when this job ends. */
  keep(isKept: boolean): void;
  readonly left: EarlierState | undefined;
  /** Name of the backup set that the copy is compared with. */
  readonly set: string | undefined;
  readonly ttl: number;
  now(): number;
}

/** Runs the drill until it ends, or until the time of this job is over and the drill is handed over. @throws TakenOver */
export async function inRelay(
  cluster: Cluster,
  order: Ordered,
  { scratch, keep, left, set, ttl, now }: Handed,
  drill: (relay: RunningRelay) => Promise<DrillFacts>,
): Promise<DrillFacts | RunningDrill> {
  const { startRelay, HandedOver } = await import('../recovery/drill/relay.ts');
  const { TakenOver } = await import('../recovery/drill/stored-state.ts');
  const { run, seed, handOverAfter, began } = order;
  const relay = await startRelay(cluster, {
    namespace: scratch.name,
    uid: scratch.uid,
    run: run.id,
    order: digestOf(order),
    seed,
    set,
    left,
    ttl,
    startedAt: now(),
    now,
    sleep: milliseconds => sleep(milliseconds),
    spent: () => handOverAfter !== undefined && performance.now() - began >= handOverAfter,
  });
  try {
    const facts = await drill(relay);
    keep(false);
    return facts;
  } catch (error) {
    keep(left !== undefined || error instanceof HandedOver || error instanceof TakenOver);
    if (!(error instanceof HandedOver)) throw error;
    await relay.handOver();
    return { running: { run: run.id, jobs: relay.jobs, until: cluster.now() + ttl } };
  } finally {
    relay.end();
  }
}

/** Returns the digest of everything that determines the drill, which must not change between its jobs. Pure. */
export function digestOf({
  owner,
  scenario,
  environment: { namespace, recovery },
  keyGiven,
}: Pick<Ordered, 'owner' | 'scenario' | 'environment' | 'keyGiven'>) {
  return sha256Of(JSON.stringify([owner, scenario.id, namespace, recovery, ...(keyGiven ? [true] : [])]));
}

/** Publishes that the drill has no verdict yet, and how to resume it. */
export async function publishRunning(
  { running: { run, jobs, until } }: RunningDrill,
  { scenario }: Ordered,
  host: Host,
): Promise<boolean> {
  const { runningSummary } = await import('../report/drill.ts');
  host.output('verdict', 'running');
  await host.summary(runningSummary({ scenario: scenario.id, run, jobs, until }));
  host.report(`running: ${run} was handed over; continue it with \`resume-id\` before ${formatTime(until)}`);
  return true;
}
