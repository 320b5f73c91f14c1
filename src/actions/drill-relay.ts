import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import { sha256Of } from '../recovery/checksum.ts';
import type { Left, RunningRelay } from '../recovery/drill/relay.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { serialiseLedger } from '../recovery/ledger.ts';
import type { Scratch } from '../recovery/scratch/clearing.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import type { Ordered } from './drill.ts';

/** A drill that takes longer than a job: what this one was left, and what it leaves. */

/** A drill that goes on without a job, until another one comes. */
export interface Running {
  readonly running: {
    readonly run: string;
    readonly jobs: number;
    /** Until then it waits for the next job; ms since 1970. */
    readonly until: number;
  };
}

/** Nothing of it is restored in a namespace of its own, so there is nothing that would wait. */
export function demandNew({ resumed, scenario }: Ordered): void {
  if (resumed)
    throw new UserError(
      `a drill of ${scenario.id} is never handed over, so none can be gone on with`,
      'begin a new one, without `resume`',
    );
}

/**
 * What the jobs before have left; undefined in the first one. Changes nothing.
 * @throws {UserError} when it cannot be gone on with.
 */
export async function leftOf(cluster: Cluster, order: Ordered, namespace: string): Promise<Left | undefined> {
  if (!order.resumed) return undefined;
  const [{ readLeft }, { drillLeaseState }] = await Promise.all([
    import('../recovery/drill/relay.ts'),
    import('../recovery/drill/drill-lease.ts'),
  ]);
  const left = await readLeft(
    cluster,
    { namespace, run: order.run.id, order: digestOf(order) },
    { signal: order.signal, sleep: milliseconds => sleep(milliseconds) },
  );
  // Where the public address leads to the copy its ways are open, and the guard would clear away what it finds so.
  if (
    order.scenario.id === 'region' &&
    (await drillLeaseState(cluster, order.environment.namespace)) === 'left'
  )
    throw new UserError(
      'what the job that was killed may have left broken is not fixed yet',
      'run `sweep`, then go on with the drill',
    );
  const { jobs, at, done } = left.journal;
  order.report(
    `going on with ${order.run.id}, at which ${jobs} jobs were before, the last until ${new Date(at).toISOString()}`,
  );
  // The evidence of each job holds all of it.
  if (done.lost.ledger !== undefined)
    appendFileSync(join(order.folder, 'markers.jsonl'), serialiseLedger(done.lost.ledger));
  return left;
}

interface Handed {
  readonly scratch: Scratch;
  /** Whether the namespace stays when this job ends. */
  keep(isKept: boolean): void;
  readonly left: Left | undefined;
  /** Name of the backup set that the copy is compared with. */
  readonly set: string | undefined;
  readonly ttl: number;
  now(): number;
}

/** Drills until it is over, or the time of this job is: then everything goes on without it. @throws Overtaken */
export async function inRelay(
  cluster: Cluster,
  order: Ordered,
  { scratch, keep, left, set, ttl, now }: Handed,
  drill: (relay: RunningRelay) => Promise<DrillFacts>,
): Promise<DrillFacts | Running> {
  const [{ startRelay, HandedOver }, { Overtaken }] = await Promise.all([
    import('../recovery/drill/relay.ts'),
    import('../recovery/drill/kept-journal.ts'),
  ]);
  const { run, seed, within, began } = order;
  const relay = await startRelay(cluster, {
    ...{
      namespace: scratch.name,
      uid: scratch.uid,
      run: run.id,
      order: digestOf(order),
      seed,
      set,
      left,
      ttl,
    },
    ...{ startedAt: now(), now, sleep: milliseconds => sleep(milliseconds) },
    spent: () => within !== undefined && performance.now() - began >= within,
  });
  try {
    const facts = await drill(relay);
    keep(false);
    return facts;
  } catch (error) {
    keep(left !== undefined || error instanceof HandedOver || error instanceof Overtaken);
    if (!(error instanceof HandedOver)) throw error;
    await relay.handOver();
    return { running: { run: run.id, jobs: relay.jobs, until: cluster.now() + ttl } };
  } finally {
    relay.end();
  }
}

/** Of all that decides how the drill goes. Pure. */
function digestOf({ owner, scenario, environment: { namespace, recovery } }: Ordered) {
  return sha256Of(JSON.stringify([owner, scenario.id, namespace, recovery]));
}

/** Says that it is neither passed nor failed, and how it is gone on with. */
export async function publishRunning(
  { running: { run, jobs, until } }: Running,
  { scenario }: Ordered,
  host: Host,
): Promise<boolean> {
  const { runningSummary } = await import('../report/drill.ts');
  const outputs = { verdict: 'running', rto: '', rpo: '', proved: '', report: '', reason: '' };
  for (const [name, value] of Object.entries(outputs)) host.output(name, value);
  await host.summary(runningSummary({ scenario: scenario.id, run, jobs, until }));
  host.report(`running: ${run} goes on; \`resume\` it before ${new Date(until).toISOString()}`);
  return true;
}
