import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { DrillFacts } from '../drill-report.ts';
import { checkFor, type LevelCheck, levelCheckOf } from '../levels.ts';
import { measureOutage, type OutageProbe } from '../outage.ts';
import { newProgress, recordStep } from './facts.ts';
import { withFault } from './fault.ts';
import type { DrillProgress, LiveDrill } from './live-system.ts';
import { type DrillLoadPlan, everyOf, type RunningLoad } from './load.ts';
import { seededDelay } from './pace.ts';
import { lookUntil, pause } from './patience.ts';
import type { PhaseRecorder } from './phase-recorder.ts';
import { placementText } from './placement.ts';
import {
  type Aftermath,
  type DrillTarget,
  drawnPod,
  imagesIn,
  notHealthyBecause,
  type PodsState,
  waitsForZone,
} from './pods-state.ts';
import { areGood } from './prober.ts';
import { runDrill } from './run-drill.ts';

/**
 * A drill that breaks pods of the application, and only waits for what Kubernetes does about it. The other pods take the role of the
 * backup: they must be ready before (L0), of the same version (L1), and serve until everything runs again (L2).
 */

export interface Disruption extends LiveDrill {
  /** Undefined if the drill sends no requests. */
  readonly load: DrillLoadPlan | undefined;
}

/** The application, and what the drill does to it. */
export interface DisruptedSystem<Target = DrillTarget> {
  now(): number;
  report(line: string): void;
  /** Acquires the Lease, and fixes a fault that another drill left. */
  prepare(signal: AbortSignal): Promise<void>;
  look(): Promise<PodsState>;
  /** Adds the zone of a pod, if it is known. */
  located(target: DrillTarget): Promise<DrillTarget>;
  startLoad?: (() => RunningLoad) | undefined;
  /** Notes the fault before its injection, where a later drill finds it; undefined: it is fixed. */
  note(target: Target | undefined): Promise<void>;
  /** Injects the fault; resolves when it has taken effect. */
  inject(target: Target, signal: AbortSignal): Promise<void>;
  /** Judges what has become of the fault. */
  aftermath(before: PodsState, now: PodsState, target: DrillTarget): Aftermath;
  /** What was observed during the injection, as sentences. */
  notes(): readonly string[];
  /** Fixes what the cluster does not fix by itself. Idempotent; must not be interrupted. */
  fix(target: Target): Promise<void>;
  /** Moves pods back to the zones where they were, once all are ready. Returns what it has done, as sentences. */
  moveBack?: ((before: PodsState, signal: AbortSignal) => Promise<readonly string[]>) | undefined;
  clear(): Promise<string[]>;
}

/** Runs the drill. Never throws: the result contains the error. */
export function drillDisruption(drill: Disruption, system: DisruptedSystem): Promise<DrillFacts> {
  const because = 'the drill breaks pods of the application, and no database';
  return underLoad(drill, system, because, (...of) => disrupted(drill, system, ...of));
}

/** Runs the work of a drill of the application during its load, if it has one. @param because why no data can be lost. */
export function underLoad<Load extends RunningLoad | undefined>(
  drill: Disruption,
  system: Pick<DisruptedSystem, 'now' | 'report' | 'prepare' | 'clear'> & {
    startLoad?: (() => Load) | undefined;
  },
  because: string,
  work: (recorder: PhaseRecorder, progress: DrillProgress, load: Load) => Promise<void>,
): Promise<DrillFacts> {
  const loaded = async (progress: DrillProgress, recorder: PhaseRecorder) => {
    const load = system.startLoad?.() as Load;
    try {
      await work(recorder, progress, load);
    } finally {
      await load?.stop();
    }
  };
  return runDrill(drill, system, loaded, { ...newProgress(), bound: { atMost: 0, because } });
}

async function disrupted(
  drill: Disruption,
  system: DisruptedSystem,
  recorder: PhaseRecorder,
  progress: DrillProgress,
  load: RunningLoad | undefined,
): Promise<void> {
  const { signal, seed } = drill;
  const unsteady = await untilLoaded(drill, system, load);
  const before = await system.look();
  const drawn = drawnPod(before, seed);
  const why = unsteady ?? notHealthyBecause(before);
  if (why !== undefined || drawn === undefined) {
    progress.skipped = why ?? 'no pod is ready';
    return;
  }
  const target = await system.located(drawn);
  progress.levelChecks.push(
    checkFor('L0', 'pods', undefined, `${counted(before.pods.length, 'pod')} ready before the injection`),
  );
  progress.notes.push(`${placementText(target)} was drawn by the seed ${seed}`);
  await withFault(system, target, progress, `${placementText(target)} is not fixed`, async fix => {
    signal.throwIfAborted();
    system.report(`breaking ${placementText(target)}`);
    const injectedAt = system.now();
    progress.injectedAt = injectedAt;
    await recorder.during('inject', () => system.inject(target, signal));
    recordStep(drill, progress, 'wait-for-pods');
    const aftermath = (state: PodsState) => system.aftermath(before, state, target);
    const after = await recorder.during('start', () => untilRecovered(drill, system, aftermath));
    const took = system.now() - injectedAt;
    const waiting = (await system.look()).pods.filter(waitsForZone).length;
    if (waiting > 0)
      progress.notes.push(`${counted(waiting, 'pod')} waited for the zone, as their required spread demands`);
    progress.notes.push(...system.notes());
    // Cordoned nodes must take pods again before all of them can be ready.
    await fix();
    const fault = after.kind === 'recovered' ? await untilWhole(drill, system, aftermath) : after.why;
    progress.levelChecks.push(...podChecks(before, await system.look(), { fault, took }));
    // Under load, so that requests that this fails count, too.
    if (fault === undefined) progress.notes.push(...((await system.moveBack?.(before, signal)) ?? []));
    if (load !== undefined) {
      recordStep(drill, progress, 'check-requests');
      await recorder.during('verify', () => requested(drill, progress, load));
    } else if (fault === undefined) {
      const times = { from: injectedAt, to: injectedAt + took, rto: took, atLeast: 0 };
      progress.outage = { kind: 'over', ...times, notes: ['of the broken part, as no request was sent'] };
    }
  });
}

/** Waits until enough requests in a row were good, and for the drawn moment. @returns why the fault must not be injected. */
export async function untilLoaded(
  { pace, seed, signal }: Disruption,
  { now }: Pick<DisruptedSystem, 'now'>,
  load: RunningLoad | undefined,
): Promise<string | undefined> {
  const spread = seededDelay(seed, pace.spread);
  let drawnAt = load === undefined ? now() + spread : Number.POSITIVE_INFINITY;
  while (now() < drawnAt) {
    const samples = load?.samples() ?? [];
    const bad = samples.find(({ ok }) => !ok);
    if (bad !== undefined) return `a request failed before the injection: ${bad.reason ?? 'no reason given'}`;
    if (load?.isOver())
      return 'the load ended before the injection: raise `requests` or `for` of `drills.load`';
    if (samples.length >= pace.consecutive && drawnAt === Number.POSITIVE_INFINITY) drawnAt = now() + spread;
    await pause(Math.min(pace.probes.every, Math.max(0, drawnAt - now())), signal);
  }
  return undefined;
}

async function untilRecovered(
  drill: Disruption,
  system: DisruptedSystem,
  aftermath: (state: PodsState) => Aftermath,
): Promise<Aftermath> {
  const after = await lookUntil(
    async () => aftermath(await system.look()),
    ({ kind }) => kind !== 'pending',
    { ...drill, now: system.now, end: system.now() + drill.deadline },
  );
  if (after.kind !== 'pending') return after;
  return { kind: 'broken', why: `${after.why} after ${formatDuration(drill.deadline)}` };
}

/** Waits until the application is whole, and stays so for as many checks as successful probes end an outage. @returns why it is not. */
export async function untilWhole(
  { pace, rejoinTimeout, signal }: Disruption,
  system: Pick<DisruptedSystem, 'now' | 'look'>,
  aftermath: (state: PodsState) => Aftermath,
): Promise<string | undefined> {
  const end = system.now() + rejoinTimeout;
  let good = 0;
  while (good < pace.consecutive) {
    const state = await system.look();
    const after = aftermath(state);
    const why = after.kind === 'broken' ? after.why : notHealthyBecause(state);
    if (why !== undefined && (after.kind === 'broken' || system.now() >= end)) return why;
    good = why === undefined ? good + 1 : 0;
    await pause(pace.probes.every, signal);
  }
  return undefined;
}

/** Judges the pods after the fault. Pure. */
function podChecks(
  before: PodsState,
  after: PodsState,
  { fault, took }: { readonly fault: string | undefined; readonly took: number },
): LevelCheck[] {
  const known = imagesIn(before);
  const strange = imagesIn(after).filter(image => !known.includes(image));
  return [
    levelCheckOf(
      'L1',
      'version',
      strange.map(image => `a new pod runs ${image}, which did not run before`),
      'the pods run the same images as before',
    ),
    podsCheck(fault, 'ready', took, after),
  ];
}

/** Judges whether the application is whole again. @param what what happened, as a participle: `ready`, `rolled back`. Pure. */
export const podsCheck = (
  fault: string | undefined,
  what: string,
  took: number,
  { pods }: PodsState,
): LevelCheck => ({
  ...checkFor(
    'L2',
    'pods',
    fault,
    `${what} after ${formatDuration(took)}, and then all ${pods.length} stayed ready`,
  ),
  took,
});

/**
 * Counts the requests that failed since the injection, after enough successful ones in a row or the end of the load.
 * @throws {UserError} when the load has ended before: then nothing shows how the last part of the recovery was for users.
 */
export async function requested(
  { pace, signal, load: plan }: Disruption,
  progress: DrillProgress,
  load: RunningLoad,
): Promise<void> {
  const { injectedAt = 0 } = progress;
  const { consecutive } = pace;
  if (plan === undefined) throw new Error('a load without a plan');
  // A failed check says more.
  if (load.isOver() && progress.levelChecks.every(({ state }) => state !== 'failed'))
    throw new UserError(
      'the load ended before the application had recovered',
      'raise `requests` or `for` of `drills.load`',
    );
  const since = () => load.samples().filter(({ at, tookMs }) => at + tookMs > injectedAt);
  while (!areGood(since(), consecutive) && !load.isOver()) await pause(pace.probes.every, signal);
  const samples = await load.stop();
  progress.outage = measureOutage({ samples, injectedAt, every: everyOf(plan), consecutive });
  progress.levelChecks.push(requestsCheck(since(), plan));
}

/** Compares the failed requests with the budget. Pure. */
export function requestsCheck(
  since: readonly OutageProbe[],
  { failed: allowed, rate }: DrillLoadPlan,
): LevelCheck {
  const bad = since.filter(({ ok }) => !ok);
  const said = `${bad.length} of ${counted(since.length, 'request')} failed at ${rate} per second (${allowed} allowed)`;
  const why = bad[0]?.reason === undefined ? '' : `, the first one: ${bad[0].reason}`;
  return checkFor('L2', 'requests', bad.length > allowed ? `${said}${why}` : undefined, `${said}${why}`);
}
