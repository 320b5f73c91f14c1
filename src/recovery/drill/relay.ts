import { randomUUID } from 'node:crypto';
import type { ConfigMap } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { leaseState } from '../../release/store/lease.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { type Sha256, sha256Of } from '../checksum.ts';
import type { PhaseTime } from '../phases.ts';
import { keepUntil } from '../scratch/keeping.ts';
import { ledgerName, runLabel, stateKey, stateName } from '../scratch/manifests.ts';
import { inOneJob, type Once, type Steps } from '../steps.ts';
import { type DrillState, packLedger, parseState, serializeState } from './drill-state.ts';
import { storedDrillState } from './stored-state.ts';

/** Hands a drill from one job to the next, by a state in the drill's namespace. */

export interface Relay {
  readonly once: Once;
  /** When the first job began; undefined in that job. */
  readonly startedAt: number | undefined;
  /** Number of jobs so far, including this one. */
  readonly jobs: number;
  /** Phase times of the earlier jobs. */
  readonly phaseTimes: readonly PhaseTime[];
  /** Sets the phase times that are saved with every step from now on. */
  track(phaseTimes: () => readonly PhaseTime[]): void;
}

/** For a drill that runs in one job. */
export const alone: Relay = {
  once: inOneJob,
  startedAt: undefined,
  jobs: 1,
  phaseTimes: [],
  track: () => undefined,
};

/** Thrown to end this job while the drill continues in another one. */
export class HandedOver extends Error {}

/** Thrown when nothing is left of the drill that should be resumed, so that no job can continue it. */
export class NothingLeft extends UserError {}

/** The state that earlier jobs left. */
export interface EarlierState {
  readonly state: DrillState;
  readonly version: string | undefined;
}

interface RelayTarget {
  readonly namespace: string;
  readonly run: string;
  readonly order: Sha256;
}

/** Interval of the heartbeat; ms. */
const heartbeatEvery = 10_000;
/** Seconds without a heartbeat after which a job counts as dead. */
const deadAfter = 30;
/** How long a resuming job waits for the earlier one to count as dead; ms. */
const patience = 45_000;

/**
 * Reads the state that earlier jobs left. Read-only.
 * @throws {NothingLeft} if the drill has no state.
 * @throws {UserError} if it has a state of another configuration or an invalid one, and while one of its jobs runs.
 */
export async function readEarlierState(
  cluster: Cluster,
  { namespace, run, order }: RelayTarget,
  { signal, sleep }: { readonly signal: AbortSignal; sleep(milliseconds: number): Promise<unknown> },
): Promise<EarlierState> {
  const end = performance.now() + patience;
  for (;;) {
    const there = await cluster.get(pathOf(resources.namespace, '', namespace));
    const { uid, labels = {}, deletionTimestamp } = there?.metadata ?? {};
    const other = labels[runLabel];
    if (other !== undefined && other !== run)
      throw new UserError(
        `the namespace ${namespace} belongs to the drill ${other}, not to ${run}`,
        'set the input `resume-id` to the id of that drill',
      );
    const kept = await cluster.get<ConfigMap>(pathOf(resources.configMap, namespace, stateName));
    if (uid === undefined || deletionTimestamp !== undefined || kept === undefined || other === undefined)
      throw new NothingLeft(
        `the drill ${run} has no state to resume from`,
        'start a new one: this one had not reached the loss, has ended, or has expired',
      );
    const packed = await cluster.get<ConfigMap>(pathOf(resources.configMap, namespace, ledgerName));
    const ledger = packed?.binaryData?.ledger;
    const state = parseState(
      kept.data?.[stateKey] ?? '',
      ledger === undefined ? undefined : Buffer.from(ledger, 'base64'),
      { run, namespace: uid, order },
    );
    if (state.free || !isAlive(kept, state, cluster.now()))
      return { state, version: kept.metadata?.resourceVersion };
    if (performance.now() >= end)
      throw new UserError(
        `a job of the drill ${run} is still running`,
        'wait until it has ended, or has handed the drill over',
      );
    if (signal.aborted) throw cancelled();
    await sleep(2000);
  }
}

/** Uses the API server's clock, which also dates each write of the state. */
function isAlive({ metadata }: ConfigMap, { holder }: DrillState, now: number): boolean {
  const spec = { holderIdentity: holder, leaseDurationSeconds: deadAfter };
  return !leaseState({ ...(metadata && { metadata }), spec } as Parameters<typeof leaseState>[0], now).free;
}

export interface RelayOptions extends RelayTarget {
  /** UID of the namespace. */
  readonly uid: string;
  /** How long the namespace stays without a running job; ms. */
  readonly ttl: number;
  readonly seed: string;
  readonly set: string | undefined;
  readonly startedAt: number;
  readonly left: EarlierState | undefined;
  /** Returns whether the time of this job is over. */
  spent(): boolean;
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

export interface RunningRelay extends Relay {
  /** Waits; hands over instead if the time of this job is over. Called only where that loses no work. */
  waits(milliseconds: number): Promise<unknown>;
  /** Leaves everything running for the next job, until the namespace expires. */
  handOver(): Promise<void>;
  /** Stops the heartbeat. */
  end(): void;
}

/** Continues the drill of earlier jobs, or begins it. @throws TakenOver if another job was faster. */
export async function startRelay(cluster: Cluster, options: RelayOptions): Promise<RunningRelay> {
  const { namespace, run, order, uid, seed, set, left, ttl, now, spent, sleep } = options;
  const holder = randomUUID();
  const before = left?.state;
  const startedAt = before?.startedAt ?? options.startedAt;
  const jobs = (before?.jobs ?? 0) + 1;
  const kept = storedDrillState(cluster, { namespace, run, holder }, left?.version, sleep);
  let phaseTimes: () => readonly PhaseTime[] = () => before?.phaseTimes ?? [];
  let done: Partial<Steps> = before?.done ?? {};
  let ledger = before?.ledger;
  let hasWorked = false;

  const text = (free: boolean) => () => {
    const { lost } = done;
    if (lost === undefined) throw new Error('nothing is lost yet');
    return serializeState({
      schema: 1,
      run,
      namespace: uid,
      order,
      seed,
      startedAt,
      holder,
      jobs,
      free,
      at: now(),
      phaseTimes: [...phaseTimes()],
      done: { ...done, lost },
      ...(set === undefined ? {} : { set }),
      ...(ledger === undefined ? {} : { ledger }),
    });
  };
  const begin = async (lost: Steps['lost']) => {
    const packed = lost.ledger && packLedger(lost.ledger);
    if (packed !== undefined) ledger = sha256Of(packed);
    await kept.create(text(false)(), packed);
  };

  if (kept.isThere()) await kept.write(text(false));
  const beat = setInterval(() => {
    // Before the loss there is no state to write. A failed heartbeat is retried at the next interval.
    if (kept.isThere()) kept.write(text(false)).catch(() => undefined);
  }, heartbeatEvery);
  beat.unref();
  return {
    startedAt: before?.startedAt,
    jobs,
    phaseTimes: before?.phaseTimes ?? [],
    track: next => {
      phaseTimes = next;
    },
    once: async (name, work) => {
      const known = done[name];
      if (known !== undefined) return known as Awaited<ReturnType<typeof work>>;
      kept.requireNotTakenOver();
      // Each job completes at least one step, however short its time.
      if (hasWorked && spent()) throw new HandedOver(name);
      if (kept.isThere()) await kept.writeInTime(text(false));
      const result = await work();
      hasWorked = true;
      done = { ...done, [name]: result };
      if (kept.isThere()) await kept.writeInTime(text(false));
      else if (done.lost !== undefined) await begin(done.lost);
      return result;
    },
    waits: async milliseconds => {
      kept.requireNotTakenOver();
      if (spent()) throw new HandedOver('the drill continues in another job');
      await sleep(milliseconds);
    },
    handOver: async () => {
      clearInterval(beat);
      await keepUntil(cluster, { name: namespace, run, uid }, cluster.now() + ttl);
      await kept.writeInTime(text(true));
    },
    end: () => clearInterval(beat),
  };
}
