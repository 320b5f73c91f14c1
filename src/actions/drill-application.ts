import type { Functional } from '../recovery/drill/functional.ts';
import { functionalCheck } from '../recovery/drill/functional.ts';
import type { Ordered } from './drill.ts';

/** Settings for the functional checks of a drill, in the live system and in the restored one. */

type Declared = NonNullable<Ordered['drills']['application']>;

/** Reads the known record before the loss, for the comparison after the recovery; undefined if it cannot be read. */
export async function readKnownRecord(
  { url, ...rest }: Declared,
  { pace, report }: Ordered,
): Promise<string | undefined> {
  const check = functionalCheck({ ...rest, base: new URL(url) }, undefined, report);
  const found = await check.read(pace.probes.patience);
  if (found.body === undefined)
    report(`the known record cannot be compared with that at ${url}, which cannot be read: ${found.fault}`);
  return found.body;
}

export const withoutUrl = ({ url: _, ...rest }: Declared): Omit<Functional, 'base'> => rest;
/** For checks that bypass the public address and its host name. */
export const functionalOf = ({ url: _, host: __, ...rest }: Declared) => rest;
