import type { Functional } from '../recovery/drill/functional.ts';
import { functionalCheck } from '../recovery/drill/functional.ts';
import type { Ordered } from './drill.ts';

/** The application of a drill, as it is looked at where it stands and where it comes back. */

type Declared = NonNullable<Ordered['drills']['application']>;

/** As it is answered now, before anything is lost; undefined where it is not. */
export async function oldRecord(
  { url, ...rest }: Declared,
  { profile, report }: Ordered,
): Promise<string | undefined> {
  const found = await functionalCheck({ ...rest, base: new URL(url) }).read(profile.probes.patience);
  if (found.body === undefined)
    report(`the old record cannot be read at ${url}, and is compared with nothing: ${found.fault}`);
  return found.body;
}

export const withoutUrl = ({ url: _, ...rest }: Declared): Omit<Functional, 'base'> => rest;
/** Past the public address, whatever its name. */
export const functionalOf = ({ url: _, host: __, ...rest }: Declared) => rest;
