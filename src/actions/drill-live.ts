import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../cluster/port.ts';
import { deletionBy } from '../recovery/drill/accidental-deletion.ts';
import { drillCommandsOf } from '../recovery/drill/commands.ts';
import { functionalCheck } from '../recovery/drill/functional.ts';
import { type LiveTarget, liveSystem } from '../recovery/drill/kubernetes-system.ts';
import { abortWhenDegraded } from '../recovery/drill/limits.ts';
import { drillLive } from '../recovery/drill/live.ts';
import type { LiveSystem } from '../recovery/drill/live-system.ts';
import type { Placement } from '../recovery/drill/placement.ts';
import { startProber } from '../recovery/drill/prober.ts';
import { untilSteady } from '../recovery/drill/steady.ts';
import { startWriter } from '../recovery/drill/writer.ts';
import type { DrillFacts } from '../recovery/drill-report.ts';
import { alertsOf } from '../recovery/guard/consent.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import type { Workload } from '../workloads/kinds.ts';
import { selectorOf } from '../workloads/pods.ts';
import type { Ordered } from './drill.ts';
import { behindGuard, declaredIn, drillerOf, liveFacts, targetOf } from './drill-guard.ts';
import { podsOf } from './recovery.ts';

/** Drills in the live system, behind their guard, and the live part of drills that restore next to it. */

/** Breaks a pod, node or zone. @throws UserError when the guard refuses it, or slipway.yml lacks a setting that it needs. */
export async function liveDrill(
  cluster: Cluster,
  order: Ordered,
  breaks: 'pod' | 'node' | 'zone',
): Promise<DrillFacts> {
  const { workload } = await podsOf(cluster, order.environment.namespace, declaredIn(order));
  const { system, signal } = inLimits(cluster, order, liveSystemOf(cluster, order, workload, breaks));
  return behindGuard(order, cluster, () =>
    drillLive({ ...liveFacts(order, signal), target: targetOf(order) }, system),
  );
}

/** Interval of the checks of production; ms. */
const lookEvery = 5_000;

/** Adds the abort conditions of a drill in production; the guard has checked that they are declared. */
export function inLimits<System extends Parameters<typeof abortWhenDegraded>[0]>(
  cluster: Cluster,
  order: Ordered,
  system: System,
): { system: System; signal: AbortSignal } {
  const limits = order.drills['in-production'];
  const source = alertsOf(order, cluster);
  if (order.confirm === '' || limits === undefined || source === undefined)
    return { system, signal: order.signal };
  return abortWhenDegraded(system, { ...limits, source, every: lookEvery }, order.signal);
}

/** Returns the live database and application, as slipway.yml declares them. */
export function liveSystemOf(
  cluster: Cluster,
  order: Ordered,
  workload: Workload,
  breaks: LiveTarget['breaks'],
  cut?: LiveTarget['cut'],
): LiveSystem {
  const { drills, environment, pace, folder } = order;
  const { application, markers, failover, switchover, deadline, 'rejoin-timeout': rejoinTimeout } = drills;
  if (application === undefined || markers === undefined)
    throw new UserError(
      `a drill in the live system needs \`drills.${application === undefined ? 'application' : 'markers'}\``,
      'add it to slipway.yml',
    );
  const declared = declaredIn(order);
  const { url, ...rest } = application;
  return liveSystem(
    cluster,
    {
      namespace: environment.namespace,
      breaks,
      cut,
      scratch: drills.scratch?.namespace,
      commands: drillCommandsOf(drills),
      role: markers.role,
      container: declared.container,
      selector: selectorOf(workload),
      local: { database: declared.database },
      service: { database: declared.database, host: markers.service },
      client: { user: markers.user, password: { secret: markers.secret, key: markers.key } },
      application: { ...rest, base: new URL(url) },
      ...defined({ failover, switchover }),
    },
    {
      ...drillerOf(order),
      activeDeadlineSeconds: Math.ceil((pace.steady * 4 + deadline + rejoinTimeout) / 1000) + 600,
      append: line => appendFileSync(join(folder, 'markers.jsonl'), line),
    },
  );
}

/** What a drill with its own namespace does in the live system: it writes markers, may delete them, and may move the public address. */
export interface Writing {
  /** Why the system was not steady, so that the drill shows nothing; undefined if it was. */
  readonly unsteady: string | undefined;
  stop: ReturnType<typeof startWriter>['stop'];
  mistake(signal: AbortSignal): ReturnType<typeof deletionBy>;
  /** Moves the public address to the copy, and records that first, so that the next run can restore it if this one is killed. */
  there(signal: AbortSignal): Promise<void>;
  back(): Promise<void>;
  clear(): Promise<string[]>;
}

/** Prepares the live system. On a failure it removes what it created, because nothing records it yet. @returns the primary. */
export async function prepared(
  system: Pick<LiveSystem, 'prepare' | 'primary' | 'clear' | 'report'>,
  signal: AbortSignal,
): Promise<Placement> {
  try {
    await system.prepare(signal);
    return await system.primary();
  } catch (error) {
    const left = await system.clear().catch((problem: unknown) => [String(problem)]);
    for (const each of left) system.report(each);
    throw error;
  }
}

/** Starts to write markers in the live system, and waits for its steady state; undefined if slipway.yml declares no markers. */
export async function startWriting(cluster: Cluster, order: Ordered): Promise<Writing | undefined> {
  const { drills, pace, signal, run, report } = order;
  if (drills.markers === undefined || drills.application === undefined) return undefined;
  const { system, ...publicAddress } = await publicAddressIn(cluster, order);
  const probe = readingProbe(order, drills.application);
  report('writing markers');
  const starting = steadyWriter({ ...system, probe }, { pace, runId: run.id, signal });
  const { writer, unsteady } = await starting.catch(async (error: unknown) => {
    await system.clear();
    throw signal.aborted ? cancelled() : error;
  });
  // If the drill ends early, the writer still runs.
  const clear = async () => {
    await writer.stop().catch(() => undefined);
    return system.clear();
  };
  return {
    unsteady,
    stop: writer.stop,
    mistake: given => deletionBy(system.markers.remove, system.now, given),
    ...publicAddress,
    clear,
  };
}

/** Returns a probe of the application that writes no record: a drill that restores leaves nothing in the live system. */
export function readingProbe(
  { pace: { probes }, report }: Pick<Ordered, 'pace' | 'report'>,
  { url, write: _, ...reading }: NonNullable<Ordered['drills']['application']>,
): LiveSystem['probe'] {
  const check = functionalCheck({ ...reading, base: new URL(url) }, undefined, report);
  const remembered = check.remember(probes.patience);
  return async () => (await remembered) ?? check.whole(probes.patience);
}

/** Writes markers, and probes the application until the system is steady, as before a drill in the live system. */
export async function steadyWriter(
  { markers, append, probe, now }: Pick<LiveSystem, 'markers' | 'append' | 'probe' | 'now'>,
  { pace, runId, signal }: Pick<Ordered, 'pace' | 'signal'> & { readonly runId: string },
): Promise<{ writer: ReturnType<typeof startWriter>; unsteady: string | undefined }> {
  const from = now();
  const writer = startWriter({ ...pace.markers, runId, send: markers.send, append, now });
  const prober = startProber({ ...pace.probes, probe, now });
  const seen = () => ({ samples: prober.samples(), entries: writer.entries(), from, now: now() });
  try {
    const steady = await untilSteady(seen, pace, signal);
    return { writer, unsteady: 'unsteady' in steady ? steady.unsteady : undefined };
  } catch (error) {
    await writer.stop().catch(() => undefined);
    throw error;
  } finally {
    await prober.stop();
  }
}

/** For a resumed drill: the earlier job wrote all markers, and only the public address may still be moved. */
export async function resumedWriting(cluster: Cluster, order: Ordered): Promise<Writing | undefined> {
  const { drills, scenario } = order;
  if (drills.markers === undefined || drills.application === undefined) return undefined;
  const written = () => Promise.reject(new Error('an earlier job has written it'));
  const ended = { unsteady: undefined, stop: written, mistake: written };
  const unneeded = { there: async () => undefined, back: async () => undefined, clear: async () => [] };
  if (scenario.id !== 'region' || drills.cutover === undefined) return { ...ended, ...unneeded };
  const { system, ...publicAddress } = await publicAddressIn(cluster, order);
  return { ...ended, ...publicAddress, clear: system.clear };
}

/** Prepares the move of the public address, under the Lease of drills; this also fixes what an earlier drill left broken. */
async function publicAddressIn(cluster: Cluster, order: Ordered) {
  const { workload } = await podsOf(cluster, order.environment.namespace, declaredIn(order));
  const breaks = order.drills.cutover === undefined ? 'pod' : 'cutover';
  const system = liveSystemOf(cluster, order, workload, breaks);
  const victim = await prepared(system, order.signal);
  return {
    system,
    there: async (given: AbortSignal) => {
      await system.note(victim);
      await system.inject(victim, given);
    },
    back: async () => {
      await system.fix(victim);
      await system.note(undefined);
    },
  };
}
