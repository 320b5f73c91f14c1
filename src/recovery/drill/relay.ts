import { randomUUID } from 'node:crypto';
import type { ConfigMap } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { leaseState } from '../../release/store/lease.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { type Sha256, sha256Of } from '../checksum.ts';
import type { Stamp } from '../phases.ts';
import { expiresAnnotation, journalName, ledgerName, runLabel } from '../scratch/manifests.ts';
import { inOneJob, type Once, type Steps } from '../steps.ts';
import { type Journal, packLedger, parseJournal, serialiseJournal } from './journal.ts';
import { keptJournal } from './kept-journal.ts';

/** A drill that is handed from one job to the next, by a journal in its own namespace. */

export interface Relay {
  readonly once: Once;
  /** When its first job began; undefined in the first one. */
  readonly startedAt: number | undefined;
  /** How many jobs have been at work, this one included. */
  readonly jobs: number;
  /** Of the jobs before. */
  readonly stamps: readonly Stamp[];
  /** What is written down with every step from then on. */
  track(stamps: () => readonly Stamp[]): void;
}

/** Of a drill that one job does. */
export const alone: Relay = {
  ...{ once: inOneJob, startedAt: undefined, jobs: 1, stamps: [] },
  track: () => undefined,
};

/** This job ends here, and the drill goes on. */
export class HandedOver extends Error {}

/** What the jobs before have left. */
export interface Left {
  readonly journal: Journal;
  readonly version: string | undefined;
}

export interface Baton {
  readonly namespace: string;
  readonly run: string;
  readonly order: Sha256;
}

/** Between two signs of life, and after how long without one a job is dead; ms. */
const beatEvery = 10_000;
const deadAfter = 30;
/** How long the one who wants to go on waits for a dead job; ms. */
const patience = 45_000;

/**
 * Reads what the jobs before have left, and changes nothing.
 * @throws {UserError} when there is nothing of that drill, when it is of another order or cannot be believed, and while a job is at work.
 */
export async function readLeft(
  cluster: Cluster,
  { namespace, run, order }: Baton,
  { signal, sleep }: { readonly signal: AbortSignal; sleep(milliseconds: number): Promise<unknown> },
): Promise<Left> {
  const end = performance.now() + patience;
  for (;;) {
    const there = await cluster.get(pathOf(resources.namespace, '', namespace));
    const { uid, labels = {}, deletionTimestamp } = there?.metadata ?? {};
    const other = labels[runLabel];
    if (other !== undefined && other !== run)
      throw new UserError(
        `the namespace ${namespace} is of the drill ${other}, not of ${run}`,
        'give the input `resume` the id of that one',
      );
    const kept = await cluster.get<ConfigMap>(pathOf(resources.configMap, namespace, journalName));
    if (uid === undefined || deletionTimestamp !== undefined || kept === undefined || other === undefined)
      throw new UserError(
        `nothing is there of the drill ${run} that could be gone on with`,
        'begin a new one: it had lost nothing yet, has ended, or its time was over',
      );
    const packed = await cluster.get<ConfigMap>(pathOf(resources.configMap, namespace, ledgerName));
    const ledger = packed?.binaryData?.ledger;
    const journal = parseJournal(
      kept.data?.journal ?? '',
      ledger === undefined ? undefined : Buffer.from(ledger, 'base64'),
      { run, namespace: uid, order },
    );
    if (journal.free || !isAlive(kept, journal, cluster.now()))
      return { journal, version: kept.metadata?.resourceVersion };
    if (performance.now() >= end)
      throw new UserError(
        `a job is at work at the drill ${run}`,
        'wait until it has ended, or has handed the drill over',
      );
    if (signal.aborted) throw cancelled();
    await sleep(2000);
  }
}

/** By the API server's clock: it notes itself when the journal was written. */
function isAlive({ metadata }: ConfigMap, { holder }: Journal, now: number): boolean {
  const spec = { holderIdentity: holder, leaseDurationSeconds: deadAfter };
  return !leaseState({ ...(metadata && { metadata }), spec } as Parameters<typeof leaseState>[0], now).free;
}

/** Whoever is at work there needs the namespace for longer. @param expires ms since 1970, by the API server's clock. */
async function keepUntil(
  cluster: Cluster,
  { namespace, run, uid }: { readonly namespace: string; readonly run: string; readonly uid: string },
  expires: number,
): Promise<void> {
  const path = pathOf(resources.namespace, '', namespace);
  const { metadata } = (await cluster.get(path)) ?? {};
  if (metadata?.uid !== uid || metadata.labels?.[runLabel] !== run) return;
  const annotations = { [expiresAnnotation]: new Date(expires).toISOString() };
  // Of exactly that version: whoever clears it away meanwhile goes first.
  const { resourceVersion } = metadata;
  await cluster.patch(path, 'merge', { metadata: { resourceVersion, annotations } });
}

export interface RelayOptions extends Baton {
  /** Uid of the namespace. */
  readonly uid: string;
  /** For how long it stays when nobody comes; ms. */
  readonly ttl: number;
  readonly seed: string;
  readonly set: string | undefined;
  readonly startedAt: number;
  readonly left: Left | undefined;
  /** Whether the time of this job is over. */
  spent(): boolean;
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
}

export interface RunningRelay extends Relay {
  /** Waits; where the time of this job is over, it hands over in its place. Nothing is lost when it does. */
  waits(milliseconds: number): Promise<unknown>;
  /** Leaves everything running, for whoever comes before its time is over. */
  handOver(): Promise<void>;
  /** No more signs of life. */
  end(): void;
}

/** Takes the drill over from the jobs before, or begins it. @throws Overtaken when another job was faster. */
export async function startRelay(cluster: Cluster, options: RelayOptions): Promise<RunningRelay> {
  const { namespace, run, order, uid, seed, set, left, ttl, now, spent, sleep } = options;
  const holder = randomUUID();
  const before = left?.journal;
  const startedAt = before?.startedAt ?? options.startedAt;
  const jobs = (before?.jobs ?? 0) + 1;
  const kept = keptJournal(cluster, { namespace, run, holder }, left?.version, sleep);
  const keep = keeping(cluster, options);
  let stamps: () => readonly Stamp[] = () => before?.stamps ?? [];
  let done: Partial<Steps> = before?.done ?? {};
  let ledger = before?.ledger;
  let hasWorked = false;

  const text = (free: boolean) => () => {
    const { lost } = done;
    if (lost === undefined) throw new Error('nothing is lost yet');
    return serialiseJournal({
      ...{ schema: 1, run, namespace: uid, order, seed, startedAt, holder, jobs, free, at: now() },
      ...{ stamps: [...stamps()], done: { ...done, lost } },
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
  await keep();
  const beat = setInterval(
    () => {
      // Before the loss there is nothing to go on with. One that fails is tried again at the next beat.
      const written = kept.isThere() ? kept.write(text(false)) : undefined;
      Promise.all([written, keep()]).catch(() => undefined);
    },
    Math.min(beatEvery, ttl / 4),
  );
  beat.unref();
  return {
    ...{ startedAt: before?.startedAt, jobs, stamps: before?.stamps ?? [] },
    track: next => {
      stamps = next;
    },
    once: async (name, work) => {
      const known = done[name];
      if (known !== undefined) return known as Awaited<ReturnType<typeof work>>;
      kept.demand();
      // Each job comes at least one step further, however short its time.
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
      kept.demand();
      if (spent()) throw new HandedOver('it goes on without us');
      await sleep(milliseconds);
    },
    handOver: async () => {
      clearInterval(beat);
      await keep(true);
      await kept.writeInTime(text(true));
    },
    end: () => clearInterval(beat),
  };
}

/** Counts the time of the namespace anew, now and then; `isLast`: in any case. */
function keeping(
  cluster: Cluster,
  { namespace, run, uid, ttl }: RelayOptions,
): (isLast?: boolean) => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async (isLast = false) => {
    const at = cluster.now();
    if (!isLast && at - last < Math.min(60_000, ttl / 4)) return;
    await keepUntil(cluster, { namespace, run, uid }, at + ttl);
    last = at;
  };
}
