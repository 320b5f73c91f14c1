/** The writes of three users to one application, and whether one wrote during the turn of another. */
export const people = ['ada', 'bob', 'eve'] as const;
export type Person = (typeof people)[number];

/** A write in the audit log. */
export interface AuditEntry {
  user: Person;
  verb: string;
  uri: string;
  code: number;
  at: string;
}

const isOfLease = ({ uri }: AuditEntry) => uri.includes('/leases');
/** Whether a write acquires or releases the Lease. A patch only renews it, writes the state, or requests an abort. */
const takesLease = (entry: AuditEntry) => isOfLease(entry) && entry.verb !== 'patch';
const succeeded = ({ code }: AuditEntry) => code < 400;

/** Returns the holders of the Lease in order. Pure. */
export function holders(entries: readonly AuditEntry[]): Person[] {
  const wrote = entries.filter(entry => takesLease(entry) && succeeded(entry)).map(({ user }) => user);
  return wrote.filter((user, index) => user !== wrote[index - 1]);
}

/**
 * Returns the writes during the turn of another holder. A write that the old holder sent before may still arrive until the new holder has
 * written its fencing token into that object. A rollback may also write an abort request into the Lease before its turn. Pure.
 */
export function conflictingWrites(entries: readonly AuditEntry[]): string[] {
  const done = entries.filter(succeeded);
  const order = holders(entries);
  const problems: string[] = [];
  if (new Set(order).size !== order.length) problems.push(`the Lease went ${order.join(' → ')}`);
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
      problems.push(`${entry.user} never held the Lease and wrote: ${entry.verb} ${entry.uri}`);
  return problems;
}

/** Whether a write creates a ConfigMap. It goes to the collection, which has no fencing token, so a record may still arrive late. */
const isRecord = ({ verb, uri }: AuditEntry) => verb === 'create' && uri.endsWith('/configmaps');
