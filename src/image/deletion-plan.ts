import type { Retention, RetentionRule } from '../config/retention.ts';
import { defined } from '../toolkit/map.ts';
import { matchesWildcard } from '../toolkit/wildcard.ts';
import type { Digest } from './reference.ts';

export type { Retention } from '../config/retention.ts';

/**
 * Decides which manifests of a repository may be deleted, and what protects the others. A manifest is kept for its own sake (a tag,
 * a release, a pod), or because a kept one needs it: an index needs its entries, an image its attached artifacts, and these their
 * image.
 */

/** A manifest of a repository. */
export interface StoredManifest {
  readonly digest: Digest;
  /** Its tags, without referrers tags. */
  readonly tags: readonly string[];
  /** The entries of an index or a list of referrers. */
  readonly holds: readonly Digest[];
  /** The `subject` in the manifest. */
  readonly subject?: Digest;
  /** The subjects that only the name of a tag gives, such as `sha256-….sig`. */
  readonly attached: readonly Digest[];
  /** Whether it is the list of an image's referrers under a tag, where the registry keeps no list itself. */
  readonly list?: true;
  /** Milliseconds since 1970; undefined when unknown. */
  readonly created?: number;
}

/** Digests and tags that are kept whatever the policy says, and the reasons. */
export interface Protections {
  readonly digests: ReadonlyMap<Digest, string>;
  /** Tags of this repository. */
  readonly tags: ReadonlyMap<string, string>;
}

export interface JudgedImage {
  readonly digest: Digest;
  readonly tags: readonly string[];
  readonly created?: number;
  readonly why: string;
}

export interface PlannedDeletion extends JudgedImage {
  /** The manifest that it is deleted with; undefined when it is deleted for its own sake. */
  readonly with?: Digest;
}

export interface RetentionPlan {
  /** In the order of deletion: after an interruption, the next run finds the rest. */
  readonly toDelete: readonly PlannedDeletion[];
  readonly toKeep: readonly JudgedImage[];
}

const day = 86_400_000;

/**
 * Plans which manifests to delete; a manifest that a kept one needs is never among them. Pure.
 * @param now milliseconds since 1970.
 */
export function planRetention(
  stored: readonly StoredManifest[],
  policy: Retention,
  protections: Protections,
  now: number,
): RetentionPlan {
  const graph = graphOf(stored);
  const verdicts = stored.map(each => [each, verdictOf(each, graph, policy, protections, now)] as const);
  const mayGo = new Map(
    verdicts.flatMap(([{ digest }, verdict]) => (verdict.kind === 'delete' ? [[digest, verdict.why]] : [])),
  );
  const reached = reach(
    stored.filter(({ digest }) => mayGo.has(digest)),
    graph.dependents,
  );
  const own = new Map<Digest, string>();
  for (const [each, verdict] of verdicts) {
    if (verdict.kind === 'keep') own.set(each.digest, verdict.why);
    const why = protections.digests.get(each.digest);
    if (why === undefined) continue;
    for (const { digest } of graph.holders(each))
      if (!own.has(digest)) own.set(digest, `it contains ${each.digest}: ${why}`);
  }
  const needed = reach(
    [
      ...stored.filter(({ digest }) => own.has(digest)),
      // Manifests that nothing deletable leads to, such as a cycle of referrers.
      ...stored.filter(({ digest }) => !reached.has(digest)),
    ],
    graph.needs,
  );
  const toDelete = stored.filter(({ digest }) => reached.has(digest) && !needed.has(digest));
  return {
    toDelete: ordered(toDelete, graph).map(each => {
      const why = mayGo.get(each.digest);
      return why === undefined
        ? { ...judged(each), with: reached.get(each.digest) ?? each.digest, why: 'nothing else needs it' }
        : { ...judged(each), why };
    }),
    toKeep: stored
      .filter(({ digest }) => needed.has(digest))
      .map(each => ({ ...judged(each), why: own.get(each.digest) ?? `${needed.get(each.digest)} needs it` })),
  };
}

function judged({ digest, tags, created }: StoredManifest) {
  return { digest, tags, ...defined({ created }) };
}

/** `depends`: the manifests that it belongs to decide. */
type Verdict = { readonly kind: 'keep' | 'delete'; readonly why: string } | { readonly kind: 'depends' };

/** Judges a manifest for its own sake, without the manifests that need it. */
function verdictOf(
  stored: StoredManifest,
  graph: Graph,
  policy: Retention,
  { digests, tags }: Protections,
  now: number,
): Verdict {
  const { digest, created } = stored;
  const protectedBy = digests.get(digest);
  if (protectedBy !== undefined) return { kind: 'keep', why: protectedBy };
  if (stored.tags.length > 0) {
    const each = stored.tags.map(tag => tagVerdict(tag, stored, graph, policy, tags, now));
    // Deleting a digest deletes all of its tags.
    return each.find(({ kind }) => kind === 'keep') ?? { kind: 'delete', why: whyOf(each) };
  }
  if (graph.belongs(stored)) return { kind: 'depends' };
  const { untagged } = policy;
  if (untagged === undefined) return { kind: 'keep', why: 'it has no tag, and `untagged` is not set' };
  const orphan = stored.subject !== undefined || stored.attached.length > 0;
  // A signature without its image is useless, and signatures of the older form have no date.
  if (orphan && created === undefined)
    return { kind: 'delete', why: 'the image that it was attached to is gone' };
  if (created === undefined) return { kind: 'keep', why: 'it has no tag, and its age is unknown' };
  if (now - created <= untagged) return { kind: 'keep', why: `it has no tag, and is ${ageOf(created, now)}` };
  const of = orphan ? 'the image that it was attached to is gone' : 'it has no tag';
  return { kind: 'delete', why: `${of}, and it is ${ageOf(created, now)}` };
}

function tagVerdict(
  tag: string,
  { digest, created }: StoredManifest,
  graph: Graph,
  { protect, rules }: Retention,
  protectedTags: ReadonlyMap<string, string>,
  now: number,
): Verdict & { readonly why: string } {
  const keep = (why: string) => ({ kind: 'keep', why: `${tag}: ${why}` }) as const;
  const named = protectedTags.get(tag);
  if (named !== undefined) return keep(named);
  const pattern = protect.find(each => matchesWildcard(each, tag));
  if (pattern !== undefined) return keep(`protected by ${pattern}`);
  const matching = rules.filter(rule => matchesWildcard(rule.tags, tag));
  if (matching.length === 0) return keep('no rule matches it');
  if (created === undefined) return keep('its age is unknown');
  for (const rule of matching) {
    if (rule.for !== undefined && now - created <= rule.for)
      return keep(`${ageOf(created, now)}, and ${rule.tags} is kept for ${daysOf(rule.for)}`);
    if (rule.newest !== undefined && graph.newest(rule).has(digest))
      return keep(`among the newest ${rule.newest} of ${rule.tags}`);
  }
  const limits = matching.map(({ tags: of, newest, for: days }) =>
    [
      ...(days === undefined ? [] : [`${ageOf(created, now)}, and ${of} is kept for ${daysOf(days)}`]),
      ...(newest === undefined ? [] : [`not among the newest ${newest} of ${of}`]),
    ].join(', '),
  );
  return { kind: 'delete', why: `${tag}: ${limits.join('; ')}` };
}

const whyOf = (verdicts: readonly { readonly why: string }[]) => verdicts.map(({ why }) => why).join('; ');

const daysOf = (milliseconds: number) => {
  const days = Math.floor(milliseconds / day);
  return days === 1 ? '1 day' : `${days} days`;
};

const ageOf = (created: number, now: number) =>
  created > now ? 'dated in the future' : `${daysOf(now - created)} old`;

interface Graph {
  /** Whether an index contains it, or its subject is in the repository. */
  belongs(stored: StoredManifest): boolean;
  /** The manifests that are deleted with it, unless a kept one needs them. */
  dependents(stored: StoredManifest): StoredManifest[];
  /** The manifests without which it is incomplete. */
  needs(stored: StoredManifest): StoredManifest[];
  /** Every index that contains it: a pod runs one platform of an image that a release names by its index. */
  holders(stored: StoredManifest): StoredManifest[];
  /** The images that a rule keeps with `newest`. */
  newest(rule: RetentionRule): ReadonlySet<Digest>;
}

function graphOf(stored: readonly StoredManifest[]): Graph {
  const all = new Map(stored.map(each => [each.digest, each]));
  const present = (digests: Iterable<Digest>) => [...digests].flatMap(digest => all.get(digest) ?? []);
  const holders = multimap(stored, ({ holds }) => holds);
  const listed = new Map<Digest, Digest[]>();
  for (const { list, holds, attached } of stored)
    if (list) for (const digest of holds) listed.set(digest, [...(listed.get(digest) ?? []), ...attached]);
  const subjects = ({ digest, subject, attached }: StoredManifest) => [
    ...(subject === undefined ? [] : [subject]),
    ...attached,
    ...(listed.get(digest) ?? []),
  ];
  const attachedTo = multimap(stored, subjects);
  const dependents = (each: StoredManifest) => [
    ...present(each.holds),
    ...(attachedTo.get(each.digest) ?? []),
  ];
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

/** Returns the newest images of a rule. Images of unknown age are kept anyway, and do not count. */
function newestOf(
  { tags: pattern, newest = 0 }: RetentionRule,
  stored: readonly StoredManifest[],
): Set<Digest> {
  const dated = stored.flatMap(({ digest, tags, created }) =>
    created !== undefined && tags.some(tag => matchesWildcard(pattern, tag)) ? [{ digest, created }] : [],
  );
  return new Set(
    dated
      .sort((a, b) => b.created - a.created || (a.digest < b.digest ? -1 : 1))
      .slice(0, newest)
      .map(({ digest }) => digest),
  );
}

function multimap(stored: readonly StoredManifest[], keys: (each: StoredManifest) => readonly Digest[]) {
  const found = new Map<Digest, StoredManifest[]>();
  for (const each of stored)
    for (const key of new Set(keys(each))) found.set(key, [...(found.get(key) ?? []), each]);
  return found;
}

/** Returns all manifests that are reachable from some, each with the root that reached it first. */
function reach(
  from: readonly StoredManifest[],
  next: (each: StoredManifest) => readonly StoredManifest[],
): Map<Digest, Digest> {
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
 * Orders deletions: an index before its entries, and an image before what is attached to it, because some registries refuse the
 * reverse, and so that no leftover needs a deleted one. A list of referrers comes after the entries that only it leads to.
 */
function ordered(deleted: readonly StoredManifest[], graph: Graph): StoredManifest[] {
  const known = new Map(deleted.map(each => [each.digest, each]));
  const after = (each: StoredManifest) =>
    graph
      .dependents(each)
      .filter(({ digest }) => known.has(digest) && !(each.list && each.holds.includes(digest)));
  const lists = deleted.filter(({ list }) => list);
  const listsOf = multimap(lists, ({ holds }) => holds);
  const done = new Set<Digest>();
  const reversed: StoredManifest[] = [];
  // Depth first: manifests that must be deleted later are pushed earlier, and the result is reversed.
  const visit = (each: StoredManifest): void => {
    if (done.has(each.digest)) return;
    done.add(each.digest);
    for (const other of [...(listsOf.get(each.digest) ?? []), ...after(each)]) visit(other);
    reversed.push(each);
  };
  for (const each of [...deleted].reverse()) visit(each);
  return reversed.reverse();
}
