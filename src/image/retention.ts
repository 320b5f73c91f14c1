import type { Retention, RetentionRule } from '../config/retention.ts';
import type { Digest } from './reference.ts';

export type { Retention } from '../config/retention.ts';

/**
 * What may go from a repository, and what protects the rest. A manifest stays for its own sake (a tag, a release, a pod), or
 * because one that stays needs it: an index what it holds, an image what is attached to it, and that its image.
 */

/** A manifest of a repository. */
export interface Stored {
  readonly digest: Digest;
  /** Its tags, without those that say what it is attached to. */
  readonly tags: readonly string[];
  /** What an index or a list of referrers names. */
  readonly holds: readonly Digest[];
  /** What it says itself that it is attached to. */
  readonly subject?: Digest;
  /** What it is attached to by the name of a tag alone, such as `sha256-….sig`. */
  readonly attached: readonly Digest[];
  /** It is the list of what refers to an image, under the tag that stands in for one of the registry's own. */
  readonly list?: true;
  /** Milliseconds since 1970; undefined when nobody can tell. */
  readonly created?: number;
}

/** What stays whatever the policy says, and why. */
export interface Protections {
  readonly digests: ReadonlyMap<Digest, string>;
  /** Tags of this repository. */
  readonly tags: ReadonlyMap<string, string>;
}

export interface Judged {
  readonly digest: Digest;
  readonly tags: readonly string[];
  readonly created?: number;
  readonly why: string;
}

export interface Going extends Judged {
  /** What it goes with; undefined when it goes by itself. */
  readonly with?: Digest;
}

export interface Plan {
  /** In the order in which it is deleted, so that whatever an interruption leaves is found again. */
  readonly goes: readonly Going[];
  readonly stays: readonly Judged[];
}

const day = 86_400_000;

/**
 * Plans what goes. Nothing that a staying manifest needs is in it. Pure.
 * @param now milliseconds since 1970.
 */
export function planRetention(
  stored: readonly Stored[],
  policy: Retention,
  protections: Protections,
  now: number,
): Plan {
  const graph = graphOf(stored);
  const verdicts = stored.map(each => [each, verdictOf(each, graph, policy, protections, now)] as const);
  const mayGo = new Map(
    verdicts.flatMap(([{ digest }, verdict]) => (verdict.kind === 'goes' ? [[digest, verdict.why]] : [])),
  );
  const reached = reach(
    stored.filter(({ digest }) => mayGo.has(digest)),
    graph.dependents,
  );
  const own = new Map<Digest, string>();
  for (const [each, verdict] of verdicts) {
    if (verdict.kind === 'stays') own.set(each.digest, verdict.why);
    const why = protections.digests.get(each.digest);
    if (why === undefined) continue;
    for (const { digest } of graph.holders(each))
      if (!own.has(digest)) own.set(digest, `it holds ${each.digest}: ${why}`);
  }
  const needed = reach(
    [
      ...stored.filter(({ digest }) => own.has(digest)),
      // What nothing leads to that may go: what belongs to each other in a ring.
      ...stored.filter(({ digest }) => !reached.has(digest)),
    ],
    graph.needs,
  );
  const goes = stored.filter(({ digest }) => reached.has(digest) && !needed.has(digest));
  return {
    goes: ordered(goes, graph).map(each => {
      const why = mayGo.get(each.digest);
      return why === undefined
        ? { ...judged(each), with: reached.get(each.digest) ?? each.digest, why: 'nothing else needs it' }
        : { ...judged(each), why };
    }),
    stays: stored
      .filter(({ digest }) => needed.has(digest))
      .map(each => ({ ...judged(each), why: own.get(each.digest) ?? `${needed.get(each.digest)} needs it` })),
  };
}

/** Whether a tag reads as a pattern does; `*` matches any run of characters. Pure. */
export function matchesTag(pattern: string, tag: string): boolean {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(tag);
}

function judged({ digest, tags, created }: Stored) {
  return { digest, tags, ...(created === undefined ? {} : { created }) };
}

/** `depends`: whether it goes is up to what it belongs to. */
type Verdict = { readonly kind: 'stays' | 'goes'; readonly why: string } | { readonly kind: 'depends' };

/** What is to be said of a manifest for its own sake. */
function verdictOf(
  stored: Stored,
  graph: Graph,
  policy: Retention,
  { digests, tags }: Protections,
  now: number,
): Verdict {
  const { digest, created } = stored;
  const protectedBy = digests.get(digest);
  if (protectedBy !== undefined) return { kind: 'stays', why: protectedBy };
  if (stored.tags.length > 0) {
    const each = stored.tags.map(tag => tagVerdict(tag, stored, graph, policy, tags, now));
    // Deleting a digest takes all of its tags.
    return each.find(({ kind }) => kind === 'stays') ?? { kind: 'goes', why: whyOf(each) };
  }
  if (graph.belongs(stored)) return { kind: 'depends' };
  const { untagged } = policy;
  if (untagged === undefined) return { kind: 'stays', why: 'it has no tag, and `untagged` is not set' };
  const orphan = stored.subject !== undefined || stored.attached.length > 0;
  // What signs nothing has no use; and signatures of the older form do not say when they were made.
  if (orphan && created === undefined) return { kind: 'goes', why: 'what it was attached to is gone' };
  if (created === undefined) return { kind: 'stays', why: 'it has no tag, and nobody can tell its age' };
  if (now - created <= untagged) return { kind: 'stays', why: `it has no tag, and ${ageOf(created, now)}` };
  const of = orphan ? 'what it was attached to is gone' : 'it has no tag';
  return { kind: 'goes', why: `${of}, and ${ageOf(created, now)}` };
}

function tagVerdict(
  tag: string,
  { digest, created }: Stored,
  graph: Graph,
  { protect, rules }: Retention,
  protectedTags: ReadonlyMap<string, string>,
  now: number,
): Verdict & { readonly why: string } {
  const stays = (why: string) => ({ kind: 'stays', why: `${tag}: ${why}` }) as const;
  const named = protectedTags.get(tag);
  if (named !== undefined) return stays(named);
  const pattern = protect.find(each => matchesTag(each, tag));
  if (pattern !== undefined) return stays(`protected as ${pattern}`);
  const speaking = rules.filter(rule => matchesTag(rule.tags, tag));
  if (speaking.length === 0) return stays('no rule speaks of it');
  if (created === undefined) return stays('nobody can tell its age');
  for (const rule of speaking) {
    if (rule.for !== undefined && now - created <= rule.for)
      return stays(`${ageOf(created, now)}, and ${rule.tags} stays for ${daysOf(rule.for)}`);
    if (rule.newest !== undefined && graph.newest(rule).has(digest))
      return stays(`among the newest ${rule.newest} of ${rule.tags}`);
  }
  const limits = speaking.map(({ tags: of, newest, for: days }) =>
    [
      ...(days === undefined ? [] : [`${ageOf(created, now)}, and ${of} stays for ${daysOf(days)}`]),
      ...(newest === undefined ? [] : [`not among the newest ${newest} of ${of}`]),
    ].join(', '),
  );
  return { kind: 'goes', why: `${tag}: ${limits.join('; ')}` };
}

const whyOf = (verdicts: readonly { readonly why: string }[]) => verdicts.map(({ why }) => why).join('; ');

const daysOf = (milliseconds: number) => {
  const days = Math.floor(milliseconds / day);
  return days === 1 ? '1 day' : `${days} days`;
};

const ageOf = (created: number, now: number) =>
  created > now ? 'made in the future' : `${daysOf(now - created)} old`;

interface Graph {
  /** Whether something in the repository holds it, or is what it is attached to. */
  belongs(stored: Stored): boolean;
  /** What goes with it, unless something else needs that. */
  dependents(stored: Stored): Stored[];
  /** What it is not whole without. */
  needs(stored: Stored): Stored[];
  /** Every index that it is part of: what runs one platform was named by its index. */
  holders(stored: Stored): Stored[];
  /** The images that a rule keeps by their number. */
  newest(rule: RetentionRule): ReadonlySet<Digest>;
}

function graphOf(stored: readonly Stored[]): Graph {
  const all = new Map(stored.map(each => [each.digest, each]));
  const present = (digests: Iterable<Digest>) => [...digests].flatMap(digest => all.get(digest) ?? []);
  const holders = multimap(stored, ({ holds }) => holds);
  const listed = new Map<Digest, Digest[]>();
  for (const { list, holds, attached } of stored)
    if (list) for (const digest of holds) listed.set(digest, [...(listed.get(digest) ?? []), ...attached]);
  const subjects = ({ digest, subject, attached }: Stored) => [
    ...(subject === undefined ? [] : [subject]),
    ...attached,
    ...(listed.get(digest) ?? []),
  ];
  const attachedTo = multimap(stored, subjects);
  const dependents = (each: Stored) => [...present(each.holds), ...(attachedTo.get(each.digest) ?? [])];
  const kept = new Map<RetentionRule, ReadonlySet<Digest>>();
  return {
    belongs: each => (holders.get(each.digest) ?? []).length > 0 || present(subjects(each)).length > 0,
    dependents,
    needs: each => [...dependents(each), ...present(each.subject === undefined ? [] : [each.subject])],
    holders: each =>
      present(reach(holders.get(each.digest) ?? [], ({ digest }) => holders.get(digest) ?? []).keys()),
    newest: rule => {
      const known = kept.get(rule) ?? newestOf(rule, stored);
      kept.set(rule, known);
      return known;
    },
  };
}

/** Images of which the age is not known stay anyway, and take no place. */
function newestOf({ tags: pattern, newest = 0 }: RetentionRule, stored: readonly Stored[]): Set<Digest> {
  const dated = stored.flatMap(({ digest, tags, created }) =>
    created !== undefined && tags.some(tag => matchesTag(pattern, tag)) ? [{ digest, created }] : [],
  );
  return new Set(
    dated
      .sort((a, b) => b.created - a.created || (a.digest < b.digest ? -1 : 1))
      .slice(0, newest)
      .map(({ digest }) => digest),
  );
}

function multimap(stored: readonly Stored[], keys: (each: Stored) => readonly Digest[]) {
  const found = new Map<Digest, Stored[]>();
  for (const each of stored)
    for (const key of new Set(keys(each))) found.set(key, [...(found.get(key) ?? []), each]);
  return found;
}

/** All that follows from some manifests, each with the first of these that it was reached from. */
function reach(from: readonly Stored[], next: (each: Stored) => readonly Stored[]): Map<Digest, Digest> {
  const found = new Map<Digest, Digest>();
  for (const root of from) {
    const waiting = [root];
    for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
      if (found.has(each.digest)) continue;
      found.set(each.digest, root.digest);
      waiting.push(...next(each));
    }
  }
  return found;
}

/**
 * An index before what it holds and an image before what is attached to it: some registries refuse the other way, and whatever
 * is left then has nothing that needs it. A list of referrers comes after those that it alone leads to.
 */
function ordered(goes: readonly Stored[], graph: Graph): Stored[] {
  const going = new Map(goes.map(each => [each.digest, each]));
  const after = (each: Stored) =>
    graph
      .dependents(each)
      .filter(({ digest }) => going.has(digest) && !(each.list && each.holds.includes(digest)));
  const lists = goes.filter(({ list }) => list);
  const listsOf = multimap(lists, ({ holds }) => holds);
  const done = new Set<Digest>();
  const reversed: Stored[] = [];
  // Depth first: whatever comes after a manifest is written down before it.
  const visit = (each: Stored): void => {
    if (done.has(each.digest)) return;
    done.add(each.digest);
    for (const other of [...(listsOf.get(each.digest) ?? []), ...after(each)]) visit(other);
    reversed.push(each);
  };
  for (const each of [...goes].reverse()) visit(each);
  return reversed.reverse();
}
