import { checkFor, type LevelCheck } from '../levels.ts';
import { reportedError } from './errors.ts';
import type { DrillPace } from './pace.ts';
import { pause } from './patience.ts';

/** Switches the public address to the restored system and back (L5), with the declared commands. */

export interface Cutover {
  /** Reads the known record through the public address before the cutover. @returns the fault, if any. */
  remember(): Promise<string | undefined>;
  /** Switches the public address to the restored system; resolves when it points there. */
  there(signal: AbortSignal): Promise<void>;
  /** Switches it back. Idempotent; must not be interrupted. */
  back(): Promise<void>;
  /** Probes once through the public address. @returns the fault, if any. */
  probe(): Promise<string | undefined>;
  /** Returns whether a record that is written through the public address is in the restored system. */
  pointsToRestored(): Promise<{ readonly there: boolean } | { readonly fault: string }>;
}

interface Watching {
  readonly pace: Pick<DrillPace, 'consecutive' | 'probes'>;
  /** Time limit for the recovery; ms. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  now(): number;
}

/** Checks that the restored system answers at the public address. */
export async function cutoverCheck(cutover: Cutover): Promise<LevelCheck> {
  const wrong = 'a record written through the public address is not in the restored system';
  const fault = await pointingFault(cutover, { wanted: true, wrong });
  return checkFor(
    'L5',
    'cut-over',
    fault,
    'a record written through the public address is in the restored system',
  );
}

/** Always switches the public address back, waits for enough successful probes in a row, and checks that the original system answers. */
export async function failbackCheck(
  cutover: Cutover,
  { pace, deadline, signal, now }: Watching,
): Promise<LevelCheck> {
  const begun = now();
  await cutover.back();
  let good = 0;
  let why: string | undefined = 'it was not probed';
  while (good < pace.consecutive && now() - begun < deadline && !signal.aborted) {
    const fault = await cutover.probe();
    good = fault === undefined ? good + 1 : 0;
    why = fault ?? why;
    await pause(pace.probes.every, signal).catch(() => undefined);
  }
  if (good < pace.consecutive)
    return checkFor('L5', 'fail-back', `the public address has not recovered: ${why}`, '');
  const wrong = 'the public address still points to the restored system';
  const fault = await pointingFault(cutover, { wanted: false, wrong });
  return {
    ...checkFor(
      'L5',
      'fail-back',
      fault,
      `the public address points back, and ${pace.consecutive} probes in a row succeeded`,
    ),
    took: now() - begun,
  };
}

/**
 * Returns the fault if the public address does not point to the wanted system, or if that is unknown.
 * @param expected `wanted`: whether it must point to the restored system; `wrong`: the fault if it does the opposite.
 */
async function pointingFault(
  { pointsToRestored }: Cutover,
  { wanted, wrong }: { readonly wanted: boolean; readonly wrong: string },
): Promise<string | undefined> {
  const answer = await pointsToRestored();
  if ('fault' in answer) return `it is unknown which system answers: ${answer.fault}`;
  return answer.there === wanted ? undefined : wrong;
}

/** The check of a drill without a declared cutover. */
export const notDrilled: LevelCheck = {
  level: 'L5',
  what: 'cut-over',
  state: 'skipped',
  sentence: 'the cut-over was not drilled: no `cutover` is declared',
};

/** The check of a drill whose restored system does not work, so that no traffic is sent to it. */
export const notSwitched = (fault: string): LevelCheck => ({
  ...notDrilled,
  sentence: `the public address was not switched, because the restored system does not work: ${fault}`,
});

/** Switches the public address back. @returns the leftover to report if that fails. */
export async function switchBack(
  { back }: Cutover,
  system: { report(line: string): void },
): Promise<string | undefined> {
  try {
    await back();
    return undefined;
  } catch (error) {
    return `the public address may still point to the restored system: ${reportedError(error, system)}`;
  }
}
