import { formatDuration } from '../../toolkit/duration.ts';
import type { DrillFacts } from '../drill-report.ts';
import { measureLoss } from '../loss.ts';
import { measureOutage } from '../outage.ts';
import type { MemberStates } from '../postgres/member-state.ts';
import { recordStep } from './facts.ts';
import { failBack, placed } from './failback.ts';
import { withFault } from './fault.ts';
import {
  applicationCheck,
  freshCheck,
  markersCheck,
  sameDatabaseCheck,
  standbyCheck,
  takeoverCheck,
} from './live-checks.ts';
import type { DrillProgress, DrillWatch, LiveDrill, LiveSystem } from './live-system.ts';
import { seededDelay } from './pace.ts';
import { lookUntil } from './patience.ts';
import type { PhaseRecorder } from './phase-recorder.ts';
import { type Placement, placementText } from './placement.ts';
import { areGood, startProber } from './prober.ts';
import { runDrill } from './run-drill.ts';
import { type Seen, seenSince, staysSteady, steadyText, untilSteady } from './steady.ts';
import { startWriter } from './writer.ts';

/**
 * A drill in the live system: it removes the primary, waits for the failover, and then counts the acknowledged writes that are still
 * there. It restores nothing and decides nothing; the fault is fixed at the end in any case.
 */

/** Runs the drill. Never throws: the result contains the error. */
export function drillLive(drill: LiveDrill, system: LiveSystem): Promise<DrillFacts> {
  return runDrill(drill, system, (progress, recorder) =>
    underWatch(drill, system, progress, (watch, before) =>
      whileBroken(drill, system, recorder, progress, watch, before),
    ),
  );
}

/** Probes and writes markers meanwhile. Does nothing else if the system is not steady: then no fault may be injected. */
export async function underWatch(
  drill: Omit<LiveDrill, 'target'>,
  system: LiveSystem,
  progress: DrillProgress,
  work: (watch: DrillWatch, before: Before) => Promise<void>,
): Promise<void> {
  const { pace, run } = drill;
  const { now, append, report, markers, probe } = system;
  const watch: DrillWatch = {
    from: now(),
    writer: startWriter({ runId: run.id, ...pace.markers, send: markers.send, append, now }),
    prober: startProber({ ...pace.probes, probe, now }),
  };
  try {
    const before = await untilInjection(drill, system, watch, progress);
    if (before !== undefined) await work(watch, before);
  } finally {
    report('stopping the probes and the markers');
    await Promise.all([watch.prober.stop(), watch.writer.stop()]);
  }
}

/** The state before the injection. */
export interface Before {
  readonly victim: Placement;
  readonly states: MemberStates;
}

/** Waits for the steady state and the drawn moment. @returns undefined if the system is not steady. */
async function untilInjection(
  { pace, seed, signal }: Pick<LiveDrill, 'pace' | 'seed' | 'signal'>,
  system: LiveSystem,
  { prober, writer, from }: DrillWatch,
  progress: DrillProgress,
): Promise<Before | undefined> {
  const seen = (): Seen => ({
    samples: prober.samples(),
    entries: writer.entries(),
    from,
    now: system.now(),
  });
  const spread = seededDelay(seed, pace.spread);
  const victim = await system.primary();
  const states = await system.members();
  const standbys = standbyCheck(states);
  const skip = (why: string) => {
    progress.skipped = why;
    return undefined;
  };
  if (standbys.state !== 'passed') return skip(standbys.sentence);
  let observed: string;
  for (;;) {
    const steady = await untilSteady(seen, pace, signal);
    if ('unsteady' in steady) return skip(steady.unsteady);
    const since = () => seenSince(steady.from, seen());
    observed = steadyText(since());
    if (await staysSteady(since, system.now() + spread, pace, signal)) break;
  }
  progress.notes.push(`steady: ${observed}`);
  const still = await system.primary();
  if (still.uid !== victim.uid) return skip(`${still.pod} has taken over from ${victim.pod} meanwhile`);
  progress.levelChecks.push(standbys);
  progress.notes.push(
    `${placementText(victim)} was the primary; the fault was injected ${formatDuration(spread)} after the steady state, drawn by the seed ${seed}`,
  );
  return { victim, states };
}

async function whileBroken(
  drill: LiveDrill,
  system: LiveSystem,
  recorder: PhaseRecorder,
  progress: DrillProgress,
  watch: DrillWatch,
  before: Before,
): Promise<void> {
  const { victim } = before;
  await withFault(system, victim, progress, `${placementText(victim)} is still broken`, async fix => {
    drill.signal.throwIfAborted();
    system.report(`breaking ${placementText(victim)}`);
    progress.injectedAt = system.now();
    await recorder.during('inject', () => system.inject(victim, drill.signal));
    const successor = await untilServed(drill, system, recorder, progress, watch, victim);
    await recorder.during('verify', () => verify(drill, system, progress, watch, before, successor));
    await failBack(drill, system, progress, watch, { victim, count: before.states.members.length, fix });
  });
}

/** Only waits, and runs the declared failover: a drill that helped further would measure itself. */
async function untilServed(
  drill: LiveDrill,
  system: LiveSystem,
  recorder: PhaseRecorder,
  progress: DrillProgress,
  { prober }: DrillWatch,
  victim: Placement,
): Promise<Placement | undefined> {
  const { pace, deadline, signal } = drill;
  const injectedAt = progress.injectedAt ?? system.now();
  const brokenAt = system.now();
  const end = injectedAt + deadline;
  const { consecutive, probes } = pace;
  let successor: Placement | undefined;
  /** Good again since the injection, with a failed probe or a new primary as proof that the fault took effect. */
  const served = () => {
    const since = prober.samples().filter(({ at }) => at >= brokenAt);
    const noticed = prober.samples().some(({ ok, at, tookMs }) => !ok && at + tookMs > injectedAt);
    return areGood(since, consecutive) && (noticed || successor !== undefined);
  };
  const waitFor = (done: () => boolean | Promise<boolean>, until: number) =>
    lookUntil(done, Boolean, { ...drill, now: system.now, end: until });
  const takenOver = async () => {
    successor ??= await system.successor(victim);
    return successor !== undefined || served();
  };
  const { failover } = system;
  recordStep(drill, progress, 'wait-for-failover');
  const patience = failover === undefined ? end : Math.min(end, brokenAt + failover.after);
  await recorder.during('detect', () => waitFor(takenOver, patience));
  if (failover !== undefined && successor === undefined && !served()) {
    system.report('no member took over automatically: running the declared failover');
    await recorder.during('decide', async () => {
      await failover.run(victim, signal);
      await waitFor(takenOver, end);
    });
  }
  await recorder.during('start', () => waitFor(served, end));
  successor ??= await system.successor(victim);
  progress.outage = measureOutage({
    samples: prober.samples(),
    injectedAt,
    every: probes.every,
    consecutive,
  });
  return successor;
}

async function verify(
  drill: LiveDrill,
  system: LiveSystem,
  progress: DrillProgress,
  { writer }: DrillWatch,
  before: Before,
  successor: Placement | undefined,
): Promise<void> {
  const { outage, injectedAt = system.now(), levelChecks } = progress;
  if (outage?.kind === 'unresolved') return;
  recordStep(drill, progress, 'verify');
  const { pace, signal } = drill;
  // Asks again, because only this answer has the zone. While two are labeled (the lost pod, or during an election), the first
  // successor counts.
  const primary = successor && (await placed(system));
  const located = primary === undefined || primary.uid === before.victim.uid ? successor : primary;
  if (successor !== undefined && located?.uid !== successor.uid)
    progress.notes.push(`${successor.pod} took over first, and ${located?.pod} after it`);
  const states = await system.members();
  const primaryOf = ({ members }: MemberStates) => members.find(({ role }) => role === 'primary');
  levelChecks.push(sameDatabaseCheck(primaryOf(before.states), primaryOf(states)));
  levelChecks.push(takeoverCheck(before.victim, located, states));
  const ledger = await writer.stop();
  const recovered = await system.markers.read(signal);
  const servers = system.markers.servers();
  const [first] = servers;
  const takenOverAt = servers.find(({ timeline }) => first !== undefined && timeline > first.timeline)?.at;
  if (first !== undefined)
    progress.notes.push(`markers were written with synchronous_commit=${first.synchronousCommit}`);
  progress.loss = measureLoss({
    ledger,
    recovered,
    failedAt: injectedAt,
    takenOverAt,
    every: pace.markers.every,
  });
  levelChecks.push(markersCheck(progress.loss));
  levelChecks.push(applicationCheck('known record', await system.application.knownRecord()));
  levelChecks.push(await freshCheck(system.application));
}
