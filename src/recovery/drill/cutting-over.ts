import type { Rung } from '../ladder.ts';
import { pause } from './patience.ts';
import type { Profile } from './profile.ts';
import { told } from './told.ts';

/** The public address is led to what was restored, and back (L5), by what was declared for that. */

export interface CutOver {
  /** Reads the old record through the public address while all stands. @returns why it is bad. */
  remember(): Promise<string | undefined>;
  /** Leads the public address to what was restored; ends when that is done. */
  there(signal: AbortSignal): Promise<void>;
  /** And back; does no harm where it leads there already. Not to be interrupted. */
  back(): Promise<void>;
  /** One look through the public address. @returns why it is bad. */
  probe(): Promise<string | undefined>;
  /** Whether what is written through the public address is in what was restored. */
  leadsThere(): Promise<{ readonly there: boolean } | { readonly fault: string }>;
}

export interface Watching {
  readonly profile: Pick<Profile, 'good' | 'probes'>;
  /** After so long it has not come back; ms. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  now(): number;
}

/** That it is what was restored that answers now. */
export async function thereRung({ leadsThere }: CutOver): Promise<Rung> {
  const answer = await leadsThere();
  const fault =
    'fault' in answer
      ? `which one answers cannot be told: ${answer.fault}`
      : answer.there
        ? undefined
        : 'what is written through the public address is not in what was restored';
  return rung('cut-over', fault, 'what is written through the public address is in what was restored');
}

/** Leads it back, whatever happened, and watches until it has been good so many times in a row and is no more what was restored. */
export async function backRung(
  cutOver: CutOver,
  { profile, deadline, signal, now }: Watching,
): Promise<Rung> {
  const begun = now();
  await cutOver.back();
  let good = 0;
  let why: string | undefined = 'nobody looked';
  while (good < profile.good && now() - begun < deadline && !signal.aborted) {
    const fault = await cutOver.probe();
    good = fault === undefined ? good + 1 : 0;
    why = fault ?? why;
    await pause(profile.probes.every, signal).catch(() => undefined);
  }
  if (good < profile.good) return rung('fail-back', `the public address is not good again: ${why}`, '');
  const answer = await cutOver.leadsThere();
  const fault =
    'fault' in answer
      ? `which one answers cannot be told: ${answer.fault}`
      : answer.there
        ? 'the public address still leads to what was restored'
        : undefined;
  return {
    ...rung('fail-back', fault, `the public address leads back, and was good ${profile.good} times in a row`),
    took: now() - begun,
  };
}

/** Of a drill for which none was declared. */
export const notDrilled: Rung = {
  level: 'L5',
  what: 'cut-over',
  state: 'skipped',
  sentence: 'the cut-over was not drilled: no `cutover` is declared',
};

/** Of one that would have led everybody to what does not work. */
export const notWorth = (fault: string): Rung => ({
  ...notDrilled,
  sentence: `nobody was led to what was restored, for it does not work: ${fault}`,
});

/** @returns what is left when it cannot be led back. */
export async function leadBack(
  { back }: CutOver,
  system: { report(line: string): void },
): Promise<string | undefined> {
  try {
    await back();
    return undefined;
  } catch (error) {
    return `the public address may still lead to what was restored: ${told(error, system)}`;
  }
}

function rung(what: string, fault: string | undefined, good: string): Rung {
  return { level: 'L5', what, state: fault === undefined ? 'passed' : 'failed', sentence: fault ?? good };
}
