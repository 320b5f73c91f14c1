import { z } from 'zod';
import { sha256 } from '../toolkit/checksums.ts';
import { defined, jsonIn } from '../toolkit/map.ts';
import { canonical } from '../workloads/naming.ts';

/** The audit chain: one JSON line for each record, linked by SHA-256. All pure. */

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const entrySchema = z.strictObject({
  schema: z.literal(1),
  seq: z.int().min(1),
  kind: z.enum(['release', 'outcome', 'decision', 'backup', 'drill', 'step']),
  /** Unique within its kind, such as `7` or `20261126T031700Z`. */
  id: z.string().min(1).max(300),
  /** When it was written, ISO 8601: a later version of the same record has a later time. */
  at: z.string().max(40),
  /** SHA-256 of its content. */
  sha256: hash,
  /** Who, what and how it ended. */
  facts: z.record(z.string(), z.unknown()),
  /** When it was added to the chain, ISO 8601. */
  added: z.iso.datetime(),
  previous: hash,
  hash,
});

export type AuditEntry = z.output<typeof entrySchema>;

/** A record that exists now, in the cluster or in a store. */
export type AuditRecord = Readonly<Pick<AuditEntry, 'kind' | 'id' | 'at' | 'sha256' | 'facts'>>;

/** What the first entry follows. */
export const genesis = '0'.repeat(64);

const hashOf = ({ hash: _, ...rest }: Omit<AuditEntry, 'hash'> & { hash?: string }) =>
  sha256(canonical(rest));

/** Kinds that are written once. Their time is a part of what was written, so it excuses no other content. */
const writtenOnce: ReadonlySet<AuditRecord['kind']> = new Set(['release', 'backup', 'drill', 'step']);

const nameOf = ({ kind, id }: Pick<AuditRecord, 'kind' | 'id'>) => `${kind} ${id}`;

/** What an entry repeats of its record, as it is read back from JSON, which has no undefined values. */
const contentOf = ({ kind, id, at, sha256: content, facts }: AuditRecord) =>
  canonical(JSON.parse(JSON.stringify({ kind, id, at, content, facts })));

/** Returns the entries to append: records that the chain lacks, one of each, and new versions of those that it has. */
export function additions(
  chain: readonly AuditEntry[],
  records: readonly AuditRecord[],
  added: string,
): AuditEntry[] {
  const last = new Map(chain.map(each => [nameOf(each), each]));
  const news = [...new Map(records.map(each => [nameOf(each), each])).values()]
    .filter(each => last.get(nameOf(each))?.sha256 !== each.sha256)
    .toSorted((a, b) => (`${a.at} ${nameOf(a)}` < `${b.at} ${nameOf(b)}` ? -1 : 1));
  const made: AuditEntry[] = [];
  for (const { kind, id, at, sha256: content, facts } of news) {
    const before = made.at(-1) ?? chain.at(-1);
    const entry: Omit<AuditEntry, 'hash'> = {
      schema: 1,
      seq: (before?.seq ?? 0) + 1,
      kind,
      id,
      at,
      sha256: content,
      // As it is read back from JSON, which has no undefined values.
      facts: JSON.parse(JSON.stringify(facts)),
      added,
      previous: before?.hash ?? genesis,
    };
    made.push({ ...entry, hash: hashOf(entry) });
  }
  return made;
}

/** Returns entries as lines. */
export const linesOf = (entries: readonly AuditEntry[]): string =>
  entries.map(each => `${JSON.stringify(each)}\n`).join('');

/** Reads lines, and checks each entry and each link. A line that is not an entry is a fault. */
export function readChain(text: string): { readonly entries: AuditEntry[]; readonly faults: string[] } {
  const entries: AuditEntry[] = [];
  const faults: string[] = [];
  const last = new Map<string, AuditEntry>();
  const lines = text.split('\n').filter(line => line.trim() !== '');
  for (const [index, line] of lines.entries()) {
    const read = entrySchema.safeParse(jsonIn(line));
    if (!read.success) {
      faults.push(`line ${index + 1} of the audit chain is not a valid entry: it was changed or inserted`);
      continue;
    }
    const entry = read.data;
    faults.push(...faultsOf(entry, entries.at(-1), last.get(nameOf(entry))));
    entries.push(entry);
    last.set(nameOf(entry), entry);
  }
  return { entries, faults };
}

/** @param same an earlier entry of the same record. */
function faultsOf(entry: AuditEntry, before: AuditEntry | undefined, same: AuditEntry | undefined): string[] {
  const { seq, previous } = entry;
  const name = `entry ${seq} (${nameOf(entry)})`;
  if (hashOf(entry) !== entry.hash) return [`${name} was changed`];
  const expected = (before?.seq ?? 0) + 1;
  if (seq > expected)
    return [
      seq === expected + 1 ? `entry ${expected} is missing` : `entries ${expected} to ${seq - 1} are missing`,
    ];
  if (seq < expected) return [`${name} was inserted after entry ${before?.seq}, or moved`];
  if (previous !== (before?.hash ?? genesis))
    return [`${name} does not follow entry ${seq - 1}: one of them was replaced or inserted`];
  if (same !== undefined && writtenOnce.has(entry.kind))
    return [
      `${name} is a second entry for the record of entry ${same.seq}, which can have only one: it was inserted`,
    ];
  return [];
}

/**
 * Compares the chain with the records that still exist. One that is gone is not a fault: records are kept for a limited time.
 * @param records with each copy, where several stores have one.
 * @param head a hash that was noted; empty for none.
 * @param protectedSeq number of the last entry that a signed or noted head protects. Anyone who can write the chain may have added the later ones, so each
 * must be that of a record. Undefined where nothing is signed.
 * @returns faults, how many records the chain does not have yet, and the time of the oldest one.
 */
export function compareChain(
  entries: readonly AuditEntry[],
  records: readonly AuditRecord[],
  head: string,
  protectedSeq?: number,
): { readonly faults: string[]; readonly pending: number; readonly since?: string } {
  const last = new Map(entries.map(each => [nameOf(each), each]));
  const exported = entries.at(-1)?.added ?? '';
  const faults = new Set<string>();
  const pending = new Map<string, string>();
  for (const record of records) {
    const entry = last.get(nameOf(record));
    if (entry?.sha256 === record.sha256) continue;
    if (entry !== undefined && (writtenOnce.has(record.kind) || record.at <= entry.at))
      faults.add(
        `${nameOf(record)} differs from entry ${entry.seq}: the record was changed after its export`,
      );
    else if (entry === undefined && Date.parse(record.at) < Date.parse(exported) - overlap)
      faults.add(
        `${nameOf(record)} of ${record.at} is missing from the chain, which was last exported at ${exported}`,
      );
    else pending.set(nameOf(record), record.at);
  }
  const contents = new Set(records.map(contentOf));
  for (const entry of entries)
    if (protectedSeq !== undefined && entry.seq > protectedSeq && !contents.has(contentOf(entry)))
      faults.add(
        `entry ${entry.seq} (${nameOf(entry)}) is not signed and matches no record: the entry was inserted, or its record was changed or deleted`,
      );
  if (head !== '' && !entries.some(each => each.hash === head))
    faults.add(
      `no entry has the noted head ${head}: the end of the chain was removed, or the whole chain was rewritten`,
    );
  const [since] = [...pending.values()].sort();
  return { faults: [...faults], pending: pending.size, ...defined({ since }) };
}

/** A record may be written while an export reads; ms. */
const overlap = 3_600_000;
