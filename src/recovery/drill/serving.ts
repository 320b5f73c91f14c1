import type { LevelCheck } from '../levels.ts';
import { cutoverCheck, failbackCheck, notSwitched } from './cutover.ts';
import { freshCheck, knownCheck } from './live-checks.ts';
import { pause } from './patience.ts';
import type { PhaseRecorder } from './phase-recorder.ts';
import type { Prober } from './prober.ts';
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
  await recorder.during('start', application.apply);
  await recorder.during('start', application.start);
  const fault =
    cutover && (await recorder.during('verify', () => untilGood(drill, system, application.direct)));
  // No traffic is sent to a system that does not work.
  if (fault !== undefined) serving.levelChecks.push(notSwitched(fault));
  else if (cutover !== undefined) {
    system.report('cutting over');
    await recorder.during('cutover', async () => {
      serving.isOver = true;
      await cutover.there(drill.signal);
      await untilServed(drill, system, prober);
    });
    await prober.stop();
    serving.levelChecks.push(await cutoverCheck(cutover));
  } else await recorder.during('verify', () => untilServed(drill, system, prober));
  serving.levelChecks.push(await knownCheck(application));
  serving.levelChecks.push(await freshCheck(application));
  if (cutover === undefined || !serving.isOver) return;
  system.report('switching the public address back');
  serving.levelChecks.push(await failbackCheck(cutover, { ...drill, now: system.now }));
  serving.isOver = false;
}

/** Waits until it is good once. @returns the fault, if the time limit passes. */
async function untilGood(
  { pace, deadline, signal }: ScratchDrill,
  { now }: ScratchSystem,
  look: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const end = now() + deadline;
  for (;;) {
    const fault = await look();
    if (fault === undefined || now() >= end) return fault;
    await pause(pace.probes.every, signal);
  }
}

/** Waits until enough probes in a row are good, or the time limit passes. */
async function untilServed(
  { pace, deadline, signal }: ScratchDrill,
  { now }: ScratchSystem,
  prober: Prober,
): Promise<void> {
  const end = now() + deadline;
  for (;;) {
    const last = prober.samples().slice(-pace.consecutive);
    if (last.length === pace.consecutive && last.every(({ ok }) => ok)) return;
    if (now() >= end) return;
    await pause(pace.probes.every, signal);
  }
}
