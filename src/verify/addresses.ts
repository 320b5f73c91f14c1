import { lookup } from 'node:dns/promises';
import { plainChecks } from '../config/plain-checks.ts';
import type { Check, Verify } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import { type CheckResult, type Clock, type JudgeCheck, runChecks } from './checks.ts';
import { withoutBrackets, withoutPort } from './http.ts';
import type { Identities } from './identities.ts';
import { sender } from './sender.ts';
import { atAddress, type CheckPlace, direct } from './target.ts';

/** Checks each address at which users reach the application separately, because a broken one hides behind the others. */

export interface EndpointAddress {
  readonly name: string;
  readonly place: CheckPlace;
}

/** Most addresses that are asked; slipway.yml may not list more. */
const mostAddresses = 20;

type Resolve = (host: string) => Promise<string[]>;
/** Many runners have no route for IPv6. */
const ipv4: Resolve = async host => {
  try {
    return (await lookup(host, { all: true, family: 4 })).map(({ address }) => address);
  } catch (cause) {
    throw new UserError(
      `the name ${host} cannot be resolved to an IPv4 address`,
      'correct its DNS, or list the addresses in `verify.addresses`',
      { cause },
    );
  }
};

/**
 * Returns the addresses: those in slipway.yml, with `all` the IPv4 addresses of the host, otherwise the addresses of the Gateway.
 * @throws UserError for a host that cannot be resolved, and for more addresses than are asked.
 */
export async function addressesOf(
  { addresses }: Pick<Verify, 'addresses'>,
  places: readonly [CheckPlace, ...CheckPlace[]],
  resolve: Resolve = ipv4,
): Promise<EndpointAddress[]> {
  const [first] = places;
  if (addresses !== undefined && addresses !== 'all')
    return Object.entries(addresses).map(([name, address]) => ({
      name: `${name} (${address})`,
      place: atAddress(first, address),
    }));
  const host = withoutBrackets(withoutPort(first.host ?? first.base.hostname));
  const found =
    addresses === undefined ? places : (await resolve(host)).map(address => atAddress(first, address));
  if (found.length > mostAddresses)
    throw new UserError(
      `there are ${found.length} addresses, and at most ${mostAddresses} can be checked`,
      'list those that matter in `verify.addresses`',
    );
  return found.map(place => ({ name: place.base.host, place }));
}

/** Sends the plain checks to each address. */
export async function askAddresses(
  addresses: readonly EndpointAddress[],
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
