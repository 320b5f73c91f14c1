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
/** A patch renews it, writes the state of the rollout, or asks for its end. */
const takesLease = (entry: Entry) => isOfLease(entry) && entry.verb !== 'patch';
const succeeded = ({ code }: Entry) => code < 400;

/** Who had the lease, one after the other. Pure. */
export function holders(trail: readonly Entry[]): Person[] {
  const wrote = trail.filter(entry => takesLease(entry) && succeeded(entry)).map(({ user }) => user);
  return wrote.filter((user, index) => user !== wrote[index - 1]);
}

/**
 * Whose writes came into the turn of somebody else. Until the new holder has put its own hand on an object, its stamp, what the old one
 * had under way may still arrive there; and before its turn a rollback asks in the Lease for an end. Pure.
 */
export function interleaved(trail: readonly Entry[]): string[] {
  const done = trail.filter(succeeded);
  const order = holders(trail);
  const problems: string[] = [];
  if (new Set(order).size !== order.length) problems.push(`the lease went ${order.join(' → ')}`);
  for (const [turn, next] of order.entries()) {
    const taken = done.findIndex(each => each.user === next && takesLease(each));
    const own = done.slice(taken).filter(({ user }) => user === next);
    const ended = own.at(-1)?.at ?? '';
    for (const late of done
      .slice(taken)
      .filter(({ user }) => order.indexOf(user) < turn && order.includes(user))) {
      const touched = isRecord(late) ? undefined : own.find(({ uri }) => uri === late.uri)?.at;
      if (late.at > (touched ?? ended))
        problems.push(`${late.user} wrote after ${next}: ${late.verb} ${late.uri} at ${late.at}`);
    }
  }
  for (const entry of done)
    if (!order.includes(entry.user) && !isOfLease(entry))
      problems.push(`${entry.user} never had the lease and wrote: ${entry.verb} ${entry.uri}`);
  return problems;
}

/** A new ConfigMap has the address of them all, on which nobody has a hand: a record of his own may still arrive. */
const isRecord = ({ verb, uri }: Entry) => verb === 'create' && uri.endsWith('/configmaps');
