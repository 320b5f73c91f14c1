import type { LevelCheck } from '../levels.ts';
import { cutoverCheck, failbackCheck, notSwitched } from './cutover.ts';
import { freshCheck, knownCheck } from './live-checks.ts';
import { lookUntil } from './patience.ts';
import type { PhaseRecorder } from './phase-recorder.ts';
import { areGood, type Prober } from './prober.ts';
import type { ScratchDrill, ScratchSystem } from './scratch-drill.ts';

/** The restored application in service: it starts, and the public address switches there and back. */

/** The results of `serve` so far, which also count if it fails. */
export interface Serving {
  levelChecks: LevelCheck[];
  /** Whether the public address points to the restored system. */
  isOver: boolean;
}

/** Starts the application, and switches the public address there and back. Never handed over before it has finished. */
export async function serve(
  drill: ScratchDrill,
  system: ScratchSystem,
  application: NonNullable<ScratchSystem['application']>,
  prober: Prober,
  recorder: PhaseRecorder,
  serving: Serving,
): Promise<void> {
  const { cutover } = system;
  /** Looks until a look is enough, or the time limit passes. */
  const until = <Look>(look: () => Look | Promise<Look>, isEnough: (look: Look) => boolean) =>
    lookUntil(look, isEnough, { ...drill, now: system.now, end: system.now() + drill.deadline });
  const untilServed = () => until(() => areGood(prober.samples(), drill.pace.consecutive), Boolean);
  await recorder.during('start', application.apply);
  await recorder.during('start', application.start);
  const fault =
    cutover &&
    (await recorder.during('verify', () => until(application.direct, found => found === undefined)));
  // No traffic is sent to a system that does not work.
  if (fault !== undefined) serving.levelChecks.push(notSwitched(fault));
  else if (cutover !== undefined) {
    system.report('cutting over');
    await recorder.during('cutover', async () => {
      serving.isOver = true;
      await cutover.there(drill.signal);
      await untilServed();
    });
    await prober.stop();
    serving.levelChecks.push(await cutoverCheck(cutover));
  } else await recorder.during('verify', untilServed);
  serving.levelChecks.push(await knownCheck(application));
  serving.levelChecks.push(await freshCheck(application));
  if (cutover === undefined || !serving.isOver) return;
  system.report('switching the public address back');
  serving.levelChecks.push(await failbackCheck(cutover, { ...drill, now: system.now }));
  serving.isOver = false;
}
