import type { StoredManifest } from '../image/deletion-plan.ts';
import { type Digest, isDigest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined, jsonMap, mapsIn } from '../toolkit/map.ts';
import { eachOf } from '../toolkit/parallel.ts';
import { agesIn, annotatedMoment } from './ages.ts';
import type { RegistryClient } from './client.ts';
import { type Descriptor, descriptorOf, type RawManifest } from './contents.ts';
import { manifestTypes } from './manifest.ts';

/** Manifests that another service lists and the registry does not, such as those without tags, and when each was pushed (ms). */
export type ListedManifests = ReadonlyMap<Digest, number | undefined>;

const atOnce = 8;
/** Bytes of all manifests of a repository; they are kept in memory. Each counts for at least 4 KiB. */
const mostBytes = 512 * 2 ** 20;
/** The digest that is asked for to find out whether the registry keeps lists of referrers: it answers for missing images, too. */
const absentDigest = `sha256:${'0'.repeat(64)}` as Digest;

interface Node {
  readonly raw: RawManifest;
  readonly tags: string[];
  readonly holds: readonly Digest[];
  readonly subject: Digest | undefined;
  readonly attached: Set<Digest>;
  list: boolean;
}

/**
 * Reads a repository: everything that its tags lead to, what is attached to that, and the manifests that `Listed` adds. Each
 * manifest is requested once, even if the repository is read again.
 */
export class Inventory {
  readonly #registry: RegistryClient;
  readonly #repository: string;
  readonly #manifests = new Map<Digest, RawManifest>();
  readonly #ageOf: ReturnType<typeof agesIn>;
  #bytes = 0;

  constructor(registry: RegistryClient, repository: string) {
    this.#registry = registry;
    this.#repository = repository;
    this.#ageOf = agesIn(registry, repository);
  }

  /**
   * Reads the current content of the repository.
   * @param dated whether the age of an image with these tags is needed; that of one without a tag always is.
   * @throws UserError when the registry refuses, cannot be reached, or sends malformed content.
   */
  async read(
    listed: ListedManifests,
    dated: (tags: readonly string[]) => boolean,
  ): Promise<StoredManifest[]> {
    const nodes = new Map<Digest, Node>();
    const reserved: { tag: string; node: Node }[] = [];
    const tags = await this.#registry.tags(this.#repository);
    await eachOf(tags, atOnce, async tag => {
      const raw = await this.#registry.manifest(this.#repository, tag);
      // Another client has deleted it since the tags were listed.
      if (raw === undefined) return;
      this.#keep(raw);
      const node = nodeAt(nodes, raw);
      if (referrersTag.test(tag)) reserved.push({ tag, node });
      else node.tags.push(tag);
    });
    const keepsLists = (await this.#registry.ownReferrers(this.#repository, absentDigest)) !== undefined;
    // A registry does not list manifests without tags, and the subject of a referrers tag may be one.
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

  /** Reads the named manifests and everything that they lead to. */
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
      `${this.#repository} has more manifests than can be read (${this.#manifests.size}, or ${mostBytes >> 20} MiB of them)`,
      'remove unneeded images with the retention rules of the registry',
    );
  }

  async #stored(
    nodes: ReadonlyMap<Digest, Node>,
    listed: ListedManifests,
    dated: (tags: readonly string[]) => boolean,
  ): Promise<StoredManifest[]> {
    const held = new Set([...nodes.values()].flatMap(({ holds }) => holds));
    // An image that was signed today is in use today.
    const signed = new Map<Digest, (number | undefined)[]>();
    for (const { raw, subject, attached } of nodes.values())
      for (const digest of subject === undefined ? attached : [subject, ...attached])
        signed.set(digest, [...(signed.get(digest) ?? []), annotatedMoment(raw)]);
    const ages = new Map<Digest, number>();
    await eachOf([...nodes], atOnce, async ([digest, { raw, tags }]) => {
      if (tags.length === 0 ? held.has(digest) : !dated(tags)) return;
      const parts = [raw, ...partsOf(raw.digest, nodes)];
      const signatures = parts.flatMap(part => signed.get(part.digest) ?? []);
      const age = await this.#ageOf(parts, [listed.get(digest), ...signatures]);
      if (age !== undefined) ages.set(digest, age);
    });
    return [...nodes].map(([digest, { tags, holds, subject, attached, list }]) => ({
      digest,
      tags: tags.sort(),
      holds,
      attached: [...attached],
      ...defined({ subject, list: list || undefined, created: ages.get(digest) }),
    }));
  }
}

/** The tag of a list of referrers by the OCI specification and, with a suffix, of cosign. */
const referrersTag = /^sha(256|512)-[0-9a-f]{64}(\.[A-Za-z0-9_.-]+)?$/;

/** Returns `sha512-` and 64 digits of a tag or a digest: a tag has no room for the whole digest. */
const startOf = (text: string): string => text.replace(':', '-').slice(0, 'sha512-'.length + 64);

/** Returns the digest that such a tag is about; undefined where the tag contains only its start. */
function subjectIn(tag: string): Digest | undefined {
  const [, hex] = /^sha256-([0-9a-f]{64})/.exec(tag) ?? [];
  const digest = `sha256:${hex}`;
  return isDigest(digest) ? digest : undefined;
}

/** Returns all manifests in an index, and in the indexes in it. */
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

/** Parses leniently: whatever a manifest refers to must not be deleted, even if the manifest is malformed. */
function edgesOf({ body }: RawManifest): { holds: Digest[]; subject: Digest | undefined } {
  const document = jsonMap(body) ?? {};
  const entries = mapsIn(document.manifests).flatMap(each => descriptorOf(each) ?? []);
  return {
    holds: [...new Set(entries.filter(isManifest).map(({ digest }) => digest))],
    subject: descriptorOf(document.subject)?.digest,
  };
}

/** The index of a BuildKit cache also lists blobs. */
const isManifest = ({ mediaType }: Descriptor) => mediaType === '' || manifestTypes.includes(mediaType);
