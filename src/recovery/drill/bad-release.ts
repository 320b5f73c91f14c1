import type { DeployResult } from '../../release/deploy.ts';
import type { GateResult } from '../../release/gate.ts';
import type { PromoteResult } from '../../release/promote.ts';
import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { refOf, titleOf } from '../../workloads/kinds.ts';
import { canonical } from '../../workloads/naming.ts';
import type { DrillFacts } from '../drill-report.ts';
import { checkFor } from '../levels.ts';
import type { OutageProbe } from '../outage.ts';
import {
  type DisruptedSystem,
  type Disruption,
  podsCheck,
  requested,
  underLoad,
  untilLoaded,
  untilWhole,
} from './disruption.ts';
import { recordStep } from './facts.ts';
import { withFault } from './fault.ts';
import type { DrillProgress } from './live-system.ts';
import type { RunningLoad } from './load.ts';
import type { PhaseRecorder } from './phase-recorder.ts';
import type { Placement } from './placement.ts';
import { type Aftermath, notHealthyBecause, type PodsState } from './pods-state.ts';

/**
 * A drill that releases a version that is bad on purpose, as `deploy`, `gate` and `verify` do, and shows what catches it. The images are
 * those of the live release.
 */

/** What became of the bad release. */
export interface BadRelease {
  readonly release: number;
  /** What caught it; undefined if it was not caught. */
  readonly by?: string;
  readonly reason?: string | undefined;
}

export interface BadReleaseSystem
  extends Pick<DisruptedSystem<Placement>, 'now' | 'report' | 'prepare' | 'look' | 'note' | 'clear'> {
  startLoad(): RunningLoad;
  /** Returns why a check of `verify` fails, which can then catch nothing; undefined if none does. */
  unaccepted(): Promise<string | undefined>;
  /** Releases the bad version; resolves when it is rolled back, or nothing has caught it. */
  inject(target: Placement, signal: AbortSignal): Promise<void>;
  /** Returns what became of it; undefined before `inject` has resolved. */
  ended(): BadRelease | undefined;
  /** Returns how its record says that it ended. */
  recorded(release: number): Promise<{ readonly state?: string; readonly reason?: string | undefined }>;
  /** Rolls the bad release back, if it still may be live. Idempotent; must not be interrupted. */
  fix(target: Placement): Promise<void>;
}

interface Ended<State extends string> {
  readonly state: State;
  readonly reason?: string | undefined;
}

/** The steps of a release, as the workflows run them. */
interface ReleaseSteps {
  deploy(): Promise<Ended<DeployResult['state']> & Pick<DeployResult, 'release'>>;
  gate(): Promise<Ended<GateResult['state']>>;
  promote(): Promise<Ended<PromoteResult['state']>>;
  /** Returns why a check fails; undefined if none does. */
  verify(): Promise<string | undefined>;
}

/** Runs the steps until one catches the release. */
export async function endOf({ deploy, gate, promote, verify }: ReleaseSteps): Promise<BadRelease> {
  const { release, ...deployed } = await deploy();
  const by = (what: string, { reason }: Ended<string>): BadRelease => ({ release, by: what, reason });
  const uncaught = ({ reason }: Ended<string>): BadRelease => ({ release, reason });
  if (deployed.state === 'rolled-back') return by('its own pods', deployed);
  if (deployed.state === 'prepared') {
    const gated = await gate();
    if (gated.state === 'rolled-back') return by('the gate', gated);
    if (gated.state !== 'passed') return uncaught(gated);
    const promoted = await promote();
    if (promoted.state === 'rolled-back') return by('the watch after its promotion', promoted);
    if (promoted.state !== 'complete') return uncaught(promoted);
  } else if (deployed.state !== 'complete') return uncaught(deployed);
  const reason = await verify();
  return reason === undefined ? { release } : { release, by: '`verify`', reason };
}

/** Runs the drill. Never throws: the result contains the error. */
export function drillBadRelease(drill: Disruption, system: BadReleaseSystem): Promise<DrillFacts> {
  const because = 'the drill releases the same images, and breaks no database';
  return underLoad(drill, system, because, (...of) => released(drill, system, ...of));
}

async function released(
  drill: Disruption,
  system: BadReleaseSystem,
  recorder: PhaseRecorder,
  progress: DrillProgress,
  load: RunningLoad,
): Promise<void> {
  const { signal } = drill;
  const unsteady = await untilLoaded(drill, system, load);
  const before = await system.look();
  const why = unsteady ?? notHealthyBecause(before) ?? (await system.unaccepted());
  if (why !== undefined) {
    progress.skipped = why;
    return;
  }
  const target = victimOf(before);
  progress.levelChecks.push(
    checkFor('L0', 'pods', undefined, `${counted(before.pods.length, 'pod')} ready before the bad release`),
  );
  await withFault(system, target, progress, `the bad release of ${target.pod} may be live`, async fix => {
    signal.throwIfAborted();
    system.report('releasing a version that is bad on purpose');
    const injectedAt = system.now();
    progress.injectedAt = injectedAt;
    await recorder.during('detect', () => system.inject(target, signal));
    signal.throwIfAborted();
    const bad = system.ended();
    if (bad === undefined) throw new Error('the bad release has not ended');
    progress.mustNotice = { noticed: bad.by !== undefined, what: `the bad release ${bad.release}` };
    const caught = `${formatDuration(system.now() - injectedAt)} after it began`;
    progress.notes.push(
      bad.by === undefined
        ? `nothing caught it: ${bad.reason ?? 'it is complete, and `verify` passes'}`
        : `caught by ${bad.by} ${caught}: ${bad.reason ?? 'no reason given'}`,
    );
    recordStep(drill, progress, 'wait-for-rollback');
    await recorder.during('start', fix);
    const took = system.now() - injectedAt;
    const fault = await untilWhole(drill, system, state => aftermath(before, state));
    await judge(system, progress, bad, { before, fault, took });
    recordStep(drill, progress, 'check-requests');
    await recorder.during('verify', () => requested(drill, progress, load));
    progress.notes.push(seenByUsers(await load.stop(), injectedAt));
  });
}

/** The workload takes the place of the pod that other drills break. */
function victimOf({ workload: { metadata } }: PodsState): Placement {
  return { pod: metadata?.name ?? '', uid: metadata?.uid ?? '', node: 'none' };
}

const templateOf = ({ workload }: PodsState) => canonical(workload.spec?.template);

const aftermath = (before: PodsState, now: PodsState): Aftermath =>
  templateOf(before) === templateOf(now)
    ? { kind: 'recovered' }
    : { kind: 'broken', why: `${titleOf(refOf(now.workload))} has another pod template than before` };

async function judge(
  system: BadReleaseSystem,
  { levelChecks }: DrillProgress,
  { release }: BadRelease,
  { before, fault, took }: { before: PodsState; fault: string | undefined; took: number },
): Promise<void> {
  const after = await system.look();
  const back = aftermath(before, after);
  const { state = 'nothing', reason } = await system.recorded(release);
  levelChecks.push(
    checkFor(
      'L1',
      'version',
      'why' in back ? back.why : undefined,
      'the pod template and its digests are those of before',
    ),
    checkFor(
      'L1',
      'record',
      state === 'rolled-back' ? undefined : `the record of release ${release} says ${state}`,
      `release ${release} is recorded as rolled back: ${reason ?? 'no reason given'}`,
    ),
    podsCheck(fault, 'rolled back', took, after),
  );
}

/** Describes the requests that failed since the release began: their share, and when the last one ended. Pure. */
export function seenByUsers(samples: readonly OutageProbe[], injectedAt: number): string {
  const since = samples.filter(({ at, tookMs }) => at + tookMs > injectedAt);
  const bad = since.filter(({ ok }) => !ok);
  const last = Math.max(...bad.map(({ at, tookMs }) => at + tookMs - injectedAt));
  if (bad.length === 0) return `users saw no failure in ${counted(since.length, 'request')}`;
  const share = Number(((100 * bad.length) / since.length).toPrecision(2));
  return `users saw ${share} % of ${counted(since.length, 'request')} fail, the last one ${formatDuration(last)} after the release began`;
}
