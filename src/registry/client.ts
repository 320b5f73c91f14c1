import { type Digest, isDigest, parseReference, type Reference } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Descriptor, type RawManifest, readTree, type Source, type Tree } from './contents.ts';
import { type CredentialSource, dockerCredentials } from './credentials.ts';
import {
  digestOf,
  fits,
  type Manifest,
  manifestTypes,
  parseConfigPlatform,
  parseManifest,
} from './manifest.ts';
import { Pace } from './pace.ts';
import { type Artifact, listReferrers, ownReferrers, type Referrer } from './referrers.ts';
import type { Removal } from './removal.ts';
import { Session } from './session.ts';
import type { settleTag } from './settle.ts';
import { listTags } from './tag-list.ts';
import type { Received, TransportOptions } from './transport.ts';
import type { Arrival } from './upload.ts';

/** What a reference stands for at this moment. */
export interface ResolvedImage {
  readonly digest: Digest;
  readonly mediaType: string;
  /** Such as `linux/amd64` or `linux/arm/v7`. */
  readonly platforms: string[];
  /** The manifests in an index, one a platform; none for a single image. */
  readonly children: Digest[];
}

export interface RegistryOptions extends TransportOptions {
  /** Where credentials come from; docker's configuration unless told. */
  readonly credentials?: CredentialSource;
}

/** Reads and writes images in OCI registries (distribution-spec 1.1). What most steps do not need is loaded when it is asked for. */
export class RegistryClient {
  readonly options: RegistryOptions;
  readonly #credentials: CredentialSource;
  readonly #sessions = new Map<string, Session>();
  /** Registry and digest of a blob → a repository there that has it. */
  readonly #placed = new Map<string, string>();

  constructor(options: RegistryOptions = {}) {
    this.options = { pace: new Pace(), ...options };
    this.#credentials = options.credentials ?? dockerCredentials();
  }

  /**
   * Finds the digest, the platforms and the manifests of an image. The digest wins over a tag beside it; with neither, the tag
   * is `latest`. Whatever arrives is checked against its digest.
   * @returns undefined when the registry has no such image.
   * @throws UserError when the registry refuses, cannot be reached, or sends something else than was asked for.
   */
  async resolve(reference: Reference): Promise<ResolvedImage | undefined> {
    const session = this.#session(reference);
    const received = await session.get(
      `manifests/${reference.digest ?? reference.tag ?? 'latest'}`,
      manifestTypes,
    );
    if (received === undefined) return undefined;

    const digest = checkedDigest(reference, received);
    const manifest = parseManifest(received.body, received.headers.get('content-type') ?? '');
    if (manifest === undefined) {
      throw new UserError(
        `${reference.repository}@${digest} is not a container image`,
        'name an image that can run',
      );
    }
    if (manifest.kind === 'index') {
      const { mediaType, platforms, children } = manifest;
      return { digest, mediaType, platforms, children };
    }
    const platforms = await this.#platforms(session, reference, manifest);
    return { digest, mediaType: manifest.mediaType, platforms, children: [] };
  }

  /**
   * A manifest with its very bytes, by digest or tag.
   * @param repository the full name, with its registry.
   * @returns undefined when the registry does not have it.
   * @throws UserError as `resolve`.
   */
  async manifest(repository: string, at: Digest | string): Promise<RawManifest | undefined> {
    const reference = {
      ...parseReference(repository),
      ...(isDigest(at) ? { digest: at } : { tag: at }),
    };
    const received = await this.#session(reference).get(`manifests/${at}`, manifestTypes);
    if (received === undefined) return undefined;
    const digest = checkedDigest(reference, received);
    const type = received.headers.get('content-type') ?? '';
    const mediaType = parseManifest(received.body, type)?.mediaType;
    return { digest, mediaType: mediaType ?? type, body: received.body };
  }

  /**
   * An image or index with every manifest in it.
   * @returns undefined when the repository does not have it.
   * @throws UserError when something in it is missing or malformed, and as `resolve`.
   */
  tree(repository: string, digest: Digest): Promise<Tree | undefined> {
    const source: Source = {
      manifest: at => this.manifest(repository, at),
      config: at => this.blob(repository, at),
    };
    // The registry names the media type of everything that it sends.
    return readTree(source, { digest, mediaType: '' }, repository);
  }

  /**
   * The names of all tags; none for a repository that is not there.
   * @throws UserError when the registry refuses, cannot be reached, or has more than can be read.
   */
  tags(repository: string): Promise<string[]> {
    return listTags(this.#session(parseReference(repository)));
  }

  /** A small blob, such as a configuration; undefined when the repository does not have it. */
  async blob(repository: string, digest: Digest): Promise<Uint8Array | undefined> {
    const reference = parseReference(repository);
    const blob = await this.#session(reference).get(`blobs/${digest}`, ['*/*']);
    if (blob !== undefined && !fits(blob.body, digest)) throw altered(reference, digest);
    return blob?.body;
  }

  /**
   * A blob as a stream, from one of its bytes on. From the first one it fails at its end unless size and digest are right.
   * @throws UserError when the registry does not have it, refuses, or cannot be reached.
   */
  async *openBlob(repository: string, blob: Descriptor, from = 0): AsyncGenerator<Uint8Array> {
    const [{ download }, { verified }] = await Promise.all([
      import('./download.ts'),
      import('./verified.ts'),
    ]);
    const stream = download(this.#session(parseReference(repository)), blob, from);
    yield* from === 0 ? verified(stream, blob) : stream;
  }

  /**
   * Sees to it that a repository has a blob that another one has.
   * @returns how it came there.
   * @throws UserError when a registry refuses, cannot be reached, or does not have it.
   */
  async placeBlob(repository: string, blob: Descriptor, from: string): Promise<Arrival> {
    const { placeBlob } = await import('./upload.ts');
    const here = parseReference(repository);
    const name = (whole: string) => whole.slice(here.registry.length + 1);
    const near = parseReference(from).registry === here.registry ? from : undefined;
    // Images share layers: what has just gone to another repository there need not go again.
    const at = `${here.registry} ${blob.digest}`;
    const mountFrom = near ?? this.#placed.get(at);
    const arrival = await placeBlob(this.#session(here), blob, {
      open: async first => this.openBlob(from, blob, first),
      ...(mountFrom === undefined || mountFrom === repository ? {} : { mountFrom: name(mountFrom) }),
    });
    this.#placed.set(at, repository);
    return arrival;
  }

  /**
   * Uploads a blob. After a lost connection it goes on where the registry says that it stopped, else from the start.
   * @param open gives the blob from one of its bytes on, each time that it is asked.
   * @throws UserError when the registry refuses or cannot be reached.
   */
  async uploadBlob(
    repository: string,
    blob: Pick<Descriptor, 'digest' | 'size'>,
    open: (from: number) => Promise<AsyncIterable<Uint8Array>>,
  ): Promise<void> {
    const { uploadBlob } = await import('./upload.ts');
    return uploadBlob(this.#session(parseReference(repository)), blob, open);
  }

  /** Uploads what is there already, such as a configuration. */
  putBytes(repository: string, body: Uint8Array): Promise<void> {
    const blob = { digest: digestOf(body), size: body.length };
    return this.uploadBlob(repository, blob, async from => ReadableStream.from([body.subarray(from)]));
  }

  /**
   * Stores a manifest under its digest, or under a tag.
   * @returns the headers of the answer.
   * @throws UserError when the registry refuses, or its tags are immutable.
   */
  async putManifest(repository: string, manifest: RawManifest, tag?: string): Promise<Headers> {
    const { putManifest } = await import('./put.ts');
    return putManifest(this.#session(parseReference(repository)), manifest, tag);
  }

  /**
   * Changes what a tag stands for that others change, too, and sees to it that nothing is lost.
   * @param next what it should stand for, given what it stands for; undefined when that is right.
   * @throws UserError when the registry refuses, or does not keep it.
   */
  async changeTag(repository: string, tag: string, next: Parameters<typeof settleTag>[2]): Promise<void> {
    const { settleTag } = await import('./settle.ts');
    return settleTag(this.#session(parseReference(repository)), tag, next);
  }

  /** What refers to an image, such as signatures and proofs, by the registry's list and by the tag that stands in for one. */
  referrers(repository: string, digest: Digest): Promise<Referrer[]> {
    return listReferrers(this.#session(parseReference(repository)), digest);
  }

  /** As `referrers`, by the registry's own list alone; undefined where it keeps none. */
  ownReferrers(repository: string, digest: Digest): Promise<Referrer[] | undefined> {
    return ownReferrers(this.#session(parseReference(repository)), digest);
  }

  /**
   * Deletes a manifest, with every tag that stands for it.
   * @throws UserError when the registry deletes nothing, lets us delete nothing, or cannot be reached.
   */
  async remove(repository: string, digest: Digest): Promise<Removal> {
    const { removeManifest } = await import('./removal.ts');
    return removeManifest(this.#session(parseReference(repository)), digest);
  }

  /** As `attachAll`, one. */
  async attach(repository: string, digest: Digest, artifact: Artifact): Promise<Digest> {
    return (await this.attachAll(repository, digest, [artifact]))[0] as Digest;
  }

  /**
   * Attaches small artifacts to an image.
   * @returns the digests of the artifacts.
   * @throws UserError when the image is not there, or the registry refuses or does not list them.
   */
  async attachAll(repository: string, digest: Digest, artifacts: readonly Artifact[]): Promise<Digest[]> {
    const subject = await this.manifest(repository, digest);
    const { attach } = await import('./attach.ts');
    if (subject !== undefined) return attach(this.#session(parseReference(repository)), subject, artifacts);
    throw new UserError(`${repository} has no ${digest} to attach anything to`, 'push the image again');
  }

  /** Sees to it that referrers whose manifests are there are listed, where the registry does not do so itself. */
  async list(repository: string, digest: Digest, referrers: readonly Referrer[]): Promise<void> {
    const listed = new Set((await this.referrers(repository, digest)).map(entry => entry.digest));
    const missing = referrers.filter(entry => !listed.has(entry.digest));
    if (missing.length === 0) return;
    const { addToTag } = await import('./attach.ts');
    await addToTag(this.#session(parseReference(repository)), digest, missing);
  }

  /**
   * Whether we may write to a repository, without leaving anything there.
   * @throws UserError when not.
   */
  async requireWriting(repository: string): Promise<void> {
    const { requireWriting } = await import('./upload.ts');
    return requireWriting(this.#session(parseReference(repository)));
  }

  async #platforms(
    session: Session,
    reference: Reference,
    manifest: Manifest & { kind: 'image' },
  ): Promise<string[]> {
    const blob = await session.get(`blobs/${manifest.config}`, ['*/*']);
    if (blob === undefined) {
      throw new UserError(
        `${reference.repository} has lost the configuration ${manifest.config} of the image`,
        'push the image again',
      );
    }
    if (!fits(blob.body, manifest.config)) throw altered(reference, manifest.config);
    const platform = parseConfigPlatform(blob.body);
    return platform === undefined ? [] : [platform];
  }

  #session({ registry, repository }: Reference): Session {
    let session = this.#sessions.get(repository);
    if (session === undefined) {
      session = new Session(registry, repository.slice(registry.length + 1), this.#credentials, this.options);
      this.#sessions.set(repository, session);
    }
    return session;
  }
}

/** The digest of what arrived; never the one that the registry claims. */
function checkedDigest(reference: Reference, { body, headers }: Received): Digest {
  const claimed = headers.get('docker-content-digest');
  const expected = reference.digest ?? (claimed !== null && isDigest(claimed) ? claimed : undefined);
  if (expected === undefined) return digestOf(body);
  if (!fits(body, expected)) throw altered(reference, expected);
  return expected;
}

function altered(reference: Reference, digest: Digest): UserError {
  return new UserError(
    `${reference.registry} sent something else than ${digest} for ${reference.repository}`,
    'try again; when it stays so, the registry or a proxy before it alters content',
  );
}
