/** Three people and one application: what they wrote, and whether one wrote in the turn of another. */
export const people = ['ada', 'bob', 'eve'] as const;
export type Person = (typeof people)[number];

/** A write as the audit log has it. */
export interface Entry {
  user: Person;
  verb: string;
  uri: string;
  code: number;
  at: string;
}

const isOfLease = ({ uri }: Entry) => uri.includes('/leases');
const succeeded = ({ code }: Entry) => code < 400;

/** Who had the lease, one after the other. Pure. */
export function holders(trail: readonly Entry[]): Person[] {
  const wrote = trail.filter(entry => isOfLease(entry) && succeeded(entry)).map(({ user }) => user);
  return wrote.filter((user, index) => user !== wrote[index - 1]);
}

/**
 * Whose writes came into the turn of somebody else. What was under way when the lease changed hands may still arrive until the new
 * holder has put its stamp, and before its turn a rollback asks in the journal for an end. Pure.
 */
export function interleaved(trail: readonly Entry[]): string[] {
  const order = holders(trail);
  const problems: string[] = [];
  if (new Set(order).size !== order.length) problems.push(`the lease went ${order.join(' → ')}`);
  const taken = order.map(user =>
    trail.findIndex(each => each.user === user && isOfLease(each) && succeeded(each)),
  );
  for (const [turn, user] of order.entries()) {
    const next = trail[taken[turn + 1] ?? Number.POSITIVE_INFINITY];
    if (next === undefined) continue;
    const fenced = Date.parse(next.at) + 500;
    for (const late of trail.filter(
      each => each.user === user && succeeded(each) && Date.parse(each.at) > fenced,
    ))
      problems.push(
        `${user} wrote after ${next.user} had taken over: ${late.verb} ${late.uri} at ${late.at}`,
      );
  }
  for (const user of people.filter(each => !order.includes(each))) {
    const wrote = trail.filter(
      each => each.user === user && succeeded(each) && !/\/configmaps\/slipway-shop$/.test(each.uri),
    );
    for (const { verb, uri } of wrote) problems.push(`${user} never had the lease and wrote: ${verb} ${uri}`);
  }
  return problems;
}
