import type { Digest } from '../image/reference.ts';
import { isDigest } from '../image/reference.ts';
import type { Stored } from '../image/retention.ts';
import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { eachOf } from '../toolkit/parallel.ts';
import { Ages, annotatedMoment } from './ages.ts';
import type { RegistryClient } from './client.ts';
import { type Descriptor, descriptorOf, type RawManifest } from './contents.ts';
import { manifestTypes } from './manifest.ts';

/** What a registry does not list and another service does: manifests without tags, with the moment (ms) at which they came. */
export type Listed = ReadonlyMap<Digest, number | undefined>;

const atOnce = 8;
/** Bytes of all manifests of a repository, which stay in memory; one counts for 4 KiB at least. */
const mostBytes = 512 * 2 ** 20;
/** Asked for to learn whether the registry keeps lists of referrers: it answers for whatever is not there, too. */
const nobody = `sha256:${'0'.repeat(64)}` as Digest;

interface Node {
  readonly raw: RawManifest;
  readonly tags: string[];
  readonly holds: readonly Digest[];
  readonly subject: Digest | undefined;
  readonly attached: Set<Digest>;
  list: boolean;
}

/**
 * Reads a repository: everything that its tags lead to, what is attached to that, and what is listed beside. A manifest is read
 * once, however often the repository is.
 */
export class Inventory {
  readonly #registry: RegistryClient;
  readonly #repository: string;
  readonly #manifests = new Map<Digest, RawManifest>();
  readonly #ages: Ages;
  #bytes = 0;

  constructor(registry: RegistryClient, repository: string) {
    this.#registry = registry;
    this.#repository = repository;
    this.#ages = new Ages(registry, repository);
  }

  /**
   * What the repository holds now.
   * @param dated whether the age of an image with these tags is asked for; that of one without a tag always is.
   * @throws UserError when the registry refuses, cannot be reached, or sends something wrong.
   */
  async read(listed: Listed, dated: (tags: readonly string[]) => boolean): Promise<Stored[]> {
    const nodes = new Map<Digest, Node>();
    const reserved: { tag: string; node: Node }[] = [];
    const tags = await this.#registry.tags(this.#repository);
    await eachOf(tags, atOnce, async tag => {
      const raw = await this.#registry.manifest(this.#repository, tag);
      // Somebody else has removed it meanwhile.
      if (raw === undefined) return;
      this.#keep(raw);
      const node = nodeAt(nodes, raw);
      if (referrersTag.test(tag)) reserved.push({ tag, node });
      else node.tags.push(tag);
    });
    const keepsLists = (await this.#registry.ownReferrers(this.#repository, nobody)) !== undefined;
    // A registry does not list what has no tag; what something is attached to may be such.
    const named = reserved.flatMap(({ tag }) => subjectIn(tag) ?? []);
    await this.#follow(nodes, [...listed.keys(), ...named], keepsLists);
    for (const { tag, node } of reserved) {
      const subject = subjectIn(tag) ?? [...nodes.keys()].find(digest => startOf(digest) === startOf(tag));
      if (subject === undefined) continue;
      node.attached.add(subject);
      if (tag === startOf(tag) && node.holds.length > 0) node.list = true;
    }
    return this.#stored(nodes, listed, dated);
  }

  /** Reads what is named and everything that all of it leads to. */
  async #follow(nodes: Map<Digest, Node>, named: readonly Digest[], keepsLists: boolean): Promise<void> {
    const asked = new Set<Digest>();
    let next: Digest[] = [...named, ...nodes.keys()];
    while (next.length > 0) {
      const found: Digest[] = [];
      await eachOf([...new Set(next)], atOnce, async digest => {
        if (asked.has(digest)) return;
        asked.add(digest);
        const raw = await this.#manifest(digest);
        if (raw === undefined) return;
        const { holds, subject } = nodeAt(nodes, raw);
        found.push(...holds, ...(subject === undefined ? [] : [subject]));
        if (!keepsLists) return;
        const referrers = (await this.#registry.ownReferrers(this.#repository, digest)) ?? [];
        found.push(...referrers.map(each => each.digest));
      });
      next = found.filter(digest => !asked.has(digest));
    }
  }

  async #manifest(digest: Digest): Promise<RawManifest | undefined> {
    const known = this.#manifests.get(digest) ?? (await this.#registry.manifest(this.#repository, digest));
    if (known !== undefined) this.#keep(known);
    return known;
  }

  #keep(raw: RawManifest): void {
    if (this.#manifests.has(raw.digest)) return;
    this.#manifests.set(raw.digest, raw);
    this.#bytes += Math.max(4096, raw.body.length);
    if (this.#bytes <= mostBytes) return;
    throw new UserError(
      `${this.#repository} holds more manifests than can be read (${this.#manifests.size}, or ${mostBytes >> 20} MiB of them)`,
      'remove what nobody needs by the retention rules of the registry',
    );
  }

  async #stored(
    nodes: ReadonlyMap<Digest, Node>,
    listed: Listed,
    dated: (tags: readonly string[]) => boolean,
  ): Promise<Stored[]> {
    const held = new Set([...nodes.values()].flatMap(({ holds }) => holds));
    // A signature of today is of an image that somebody uses today.
    const signed = new Map<Digest, (number | undefined)[]>();
    for (const { raw, subject, attached } of nodes.values())
      for (const digest of subject === undefined ? attached : [subject, ...attached])
        signed.set(digest, [...(signed.get(digest) ?? []), annotatedMoment(raw)]);
    const ages = new Map<Digest, number>();
    await eachOf([...nodes], atOnce, async ([digest, { raw, tags }]) => {
      if (tags.length === 0 ? held.has(digest) : !dated(tags)) return;
      const parts = [raw, ...partsOf(raw.digest, nodes)];
      const signatures = parts.flatMap(part => signed.get(part.digest) ?? []);
      const age = await this.#ages.of(parts, [listed.get(digest), ...signatures]);
      if (age !== undefined) ages.set(digest, age);
    });
    return [...nodes].map(([digest, { tags, holds, subject, attached, list }]) => {
      const created = ages.get(digest);
      return {
        digest,
        tags: tags.sort(),
        holds,
        ...(subject === undefined ? {} : { subject }),
        attached: [...attached],
        ...(list ? { list: true } : {}),
        ...(created === undefined ? {} : { created }),
      };
    });
  }
}

/** The name that a list of referrers has by the OCI specification, and with a suffix those of cosign. */
const referrersTag = /^sha(256|512)-[0-9a-f]{64}(\.[A-Za-z0-9_.-]+)?$/;

/** `sha512-` and 64 digits, of a tag or of a digest: no more of that fits into a tag. */
const startOf = (text: string): string => text.replace(':', '-').slice(0, 'sha512-'.length + 64);

/** What a tag of that name is about; undefined where only the start of the digest stands in it. */
function subjectIn(tag: string): Digest | undefined {
  const [, hex] = /^sha256-([0-9a-f]{64})/.exec(tag) ?? [];
  const digest = `sha256:${hex}`;
  return isDigest(digest) ? digest : undefined;
}

/** All manifests in an index, and in the indexes in it. */
function partsOf(digest: Digest, nodes: ReadonlyMap<Digest, Node>): RawManifest[] {
  const seen = new Set([digest]);
  for (const each of seen) for (const held of nodes.get(each)?.holds ?? []) seen.add(held);
  return [...seen].slice(1).flatMap(each => nodes.get(each)?.raw ?? []);
}

function nodeAt(nodes: Map<Digest, Node>, raw: RawManifest): Node {
  const known = nodes.get(raw.digest);
  if (known !== undefined) return known;
  const node = { raw, tags: [], ...edgesOf(raw), attached: new Set<Digest>(), list: false };
  nodes.set(raw.digest, node);
  return node;
}

/** Leniently: whatever it may be, what it names is not to be taken away from it. */
function edgesOf({ body }: RawManifest): { holds: Digest[]; subject: Digest | undefined } {
  const document = jsonMap(body) ?? {};
  const entries = Array.isArray(document.manifests)
    ? document.manifests.flatMap(each => descriptorOf(each) ?? [])
    : [];
  return {
    holds: [...new Set(entries.filter(isManifest).map(({ digest }) => digest))],
    subject: descriptorOf(document.subject)?.digest,
  };
}

/** An index of BuildKit's cache lists blobs beside. */
const isManifest = ({ mediaType }: Descriptor) => mediaType === '' || manifestTypes.includes(mediaType);
