import { lookup } from 'node:dns/promises';
import { plainChecks } from '../config/plain-checks.ts';
import type { Check, Verify } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import { type CheckResult, type Clock, type JudgeCheck, runChecks } from './checks.ts';
import { withoutBrackets, withoutPort } from './http.ts';
import type { Identities } from './identities.ts';
import { sender } from './sender.ts';
import { type CheckPlace, direct, elsewhere } from './target.ts';

/** Checks each address at which users reach the application separately, because a broken one hides behind the others. */

export interface EntryAddress {
  readonly name: string;
  readonly place: CheckPlace;
}

/** Most addresses that are asked; slipway.yml may not list more. */
const mostAddresses = 20;

type Resolve = (host: string) => Promise<string[]>;
const ipv4: Resolve = async host =>
  (await lookup(host, { all: true, family: 4 })).map(({ address }) => address);

/**
 * Returns the addresses: those in slipway.yml, with `all` those that the host resolves to, otherwise the addresses of the Gateway.
 * @throws the error of a host that cannot be resolved; UserError for more addresses than are asked.
 */
export async function addressesOf(
  { addresses }: Pick<Verify, 'addresses'>,
  places: readonly [CheckPlace, ...CheckPlace[]],
  resolve: Resolve = ipv4,
): Promise<EntryAddress[]> {
  const [first] = places;
  if (addresses !== undefined && addresses !== 'all')
    return Object.entries(addresses).map(([name, address]) => ({
      name: `${name} (${address})`,
      place: elsewhere(first, address),
    }));
  const host = withoutBrackets(withoutPort(first.host ?? first.base.hostname));
  const found =
    addresses === undefined ? places : (await resolve(host)).map(address => elsewhere(first, address));
  if (found.length > mostAddresses)
    throw new UserError(
      `there are ${found.length} addresses, more than ${mostAddresses}`,
      'list those that matter in `verify.addresses`',
    );
  return found.map(place => ({ name: place.base.host, place }));
}

/** Sends the plain checks to each address. */
export async function askAddresses(
  addresses: readonly EntryAddress[],
  checks: readonly Check[],
  identities: Identities,
  clock: Clock,
  judge: JudgeCheck,
): Promise<CheckResult[]> {
  const results = await Promise.all(
    addresses.map(async ({ name, place }) => {
      const asked = await runChecks(plainChecks(checks), sender(direct(place), identities), clock, judge);
      const part = 'addresses' as const;
      return asked.map(each => ({ ...each, part, title: `${each.title} at the address ${name}` }));
    }),
  );
  return results.flat();
}
