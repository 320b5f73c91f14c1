import { type Digest, isDigest, parseReference, type Reference } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Descriptor, type ImageSource, type RawManifest, readTree, type Tree } from './contents.ts';
import { type CredentialSource, dockerCredentials } from './credentials.ts';
import { digestOf, fits, manifestTypes, parseConfigPlatform, parseManifest } from './manifest.ts';
import { RequestPace } from './pace.ts';
import { type Artifact, listReferrers, ownReferrers, type Referrer } from './referrers.ts';
import type { Removal } from './removal.ts';
import { Session } from './session.ts';
import type { settleTag } from './settle.ts';
import { listTags } from './tag-list.ts';
import type { Received, TransportOptions } from './transport.ts';
import type { Arrival } from './upload.ts';

/** The image that a reference points to now. */
export interface ResolvedImage {
  readonly digest: Digest;
  /** Such as `linux/amd64` or `linux/arm/v7`. */
  readonly platforms: string[];
  /** The manifests in an index, one per platform; empty for a single image. */
  readonly children: Digest[];
}

export interface RegistryOptions extends TransportOptions {
  /** Where credentials come from; default: docker's configuration. */
  readonly credentials?: CredentialSource;
}

/** Reads and writes images in OCI registries (distribution-spec 1.1). Modules that few steps need are loaded on demand. */
export class RegistryClient {
  readonly options: RegistryOptions;
  readonly #credentials: CredentialSource;
  readonly #sessions = new Map<string, Session>();
  /** Registry and digest of a blob → a repository of that registry that has the blob. */
  readonly #placed = new Map<string, string>();
  #changes = 0;

  constructor(options: RegistryOptions = {}) {
    const stored = () => {
      this.#changes += 1;
    };
    this.options = { pace: new RequestPace(), ...options, stored };
    this.#credentials = options.credentials ?? dockerCredentials();
  }

  /** Returns the number of manifests that were stored. Blobs do not count: without a manifest, registries remove them. */
  changes(): number {
    return this.#changes;
  }

  /**
   * Finds the digest, the platforms and the manifests of an image. A digest wins over a tag; without either, the tag is `latest`.
   * Every answer is checked against its digest.
   * @returns undefined when the registry has no such image.
   * @throws UserError when the registry refuses, cannot be reached, or sends content with another digest.
   */
  async resolve(reference: Reference): Promise<ResolvedImage | undefined> {
    const { repository } = reference;
    const raw = await this.manifest(repository, reference.digest ?? reference.tag ?? 'latest');
    if (raw === undefined) return undefined;
    const { digest } = raw;
    const manifest = parseManifest(raw.body, raw.mediaType);
    if (manifest === undefined) {
      throw new UserError(`${repository}@${digest} is not a container image`, 'choose an image that can run');
    }
    if (manifest.kind === 'index')
      return { digest, platforms: manifest.platforms, children: manifest.children };
    const config = await this.blob(repository, manifest.config);
    if (config === undefined) {
      throw new UserError(
        `${repository} is missing the configuration ${manifest.config} of the image`,
        'push the image again',
      );
    }
    const platform = parseConfigPlatform(config);
    return { digest, platforms: platform === undefined ? [] : [platform], children: [] };
  }

  /**
   * Reads a manifest, byte for byte, by digest or tag.
   * @param repository the full name, including the registry.
   * @returns undefined when the registry does not have it.
   * @throws UserError as `resolve` does.
   */
  async manifest(repository: string, at: Digest | string): Promise<RawManifest | undefined> {
    const reference = { ...parseReference(repository), ...(isDigest(at) ? { digest: at } : { tag: at }) };
    const received = await this.#session(reference).get(`manifests/${at}`, manifestTypes);
    if (received === undefined) return undefined;
    const digest = checkedDigest(reference, received);
    const type = received.headers.get('content-type') ?? '';
    const mediaType = parseManifest(received.body, type)?.mediaType;
    return { digest, mediaType: mediaType ?? type, body: received.body };
  }

  /**
   * Reads an image or index with every manifest in it.
   * @returns undefined when the repository does not have it.
   * @throws UserError when a manifest is missing or malformed, and as `resolve` does.
   */
  tree(repository: string, digest: Digest): Promise<Tree | undefined> {
    const source: ImageSource = {
      manifest: at => this.manifest(repository, at),
      config: at => this.blob(repository, at),
    };
    // The registry sends the media type with each answer.
    return readTree(source, { digest, mediaType: '' }, repository);
  }

  /**
   * Lists all tags; empty for a repository that does not exist.
   * @throws UserError when the registry refuses, cannot be reached, or has too many tags.
   */
  tags(repository: string): Promise<string[]> {
    return listTags(this.#session(parseReference(repository)));
  }

  /** Reads a small blob, such as a configuration; undefined when the repository does not have it. */
  async blob(repository: string, digest: Digest): Promise<Uint8Array | undefined> {
    const reference = parseReference(repository);
    const blob = await this.#session(reference).get(`blobs/${digest}`, ['*/*']);
    if (blob !== undefined && !fits(blob.body, digest)) throw altered(reference, digest);
    return blob?.body;
  }

  /**
   * Streams a blob from an offset. A stream from offset 0 throws at its end unless size and digest are right.
   * @throws UserError when the registry does not have the blob, refuses, or cannot be reached.
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
   * Ensures that a repository has a blob that another repository has.
   * @returns how the blob got there.
   * @throws UserError when a registry refuses, cannot be reached, or does not have the blob.
   */
  async placeBlob(repository: string, blob: Descriptor, from: string): Promise<Arrival> {
    const { placeBlob } = await import('./upload.ts');
    const here = parseReference(repository);
    const name = (whole: string) => whole.slice(here.registry.length + 1);
    const near = parseReference(from).registry === here.registry ? from : undefined;
    // Images share layers: a blob that was just sent to another repository of this registry can be mounted from there.
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
   * Uploads a blob. After a lost connection it resumes at the offset that the registry reports, else from the start.
   * @param open opens the blob at an offset; called once per attempt.
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

  /** Uploads bytes that are in memory, such as a configuration. */
  putBytes(repository: string, body: Uint8Array): Promise<void> {
    const blob = { digest: digestOf(body), size: body.length };
    return this.uploadBlob(repository, blob, async from => ReadableStream.from([body.subarray(from)]));
  }

  /**
   * Stores a manifest under its digest, or under a tag.
   * @param before called before each attempt.
   * @returns the headers of the answer.
   * @throws UserError when the registry refuses, or its tags are immutable, and that of `before`.
   */
  async putManifest(
    repository: string,
    manifest: RawManifest,
    tag?: string,
    before?: () => Promise<void>,
  ): Promise<Headers> {
    const { putManifest } = await import('./put.ts');
    return putManifest(this.#session(parseReference(repository)), manifest, tag, before);
  }

  /**
   * Changes a tag that others may change concurrently, without losing their changes.
   * @param next returns the manifest to set, given the current answer; undefined when nothing must change.
   * @throws UserError when the registry refuses, or does not keep the change.
   */
  async changeTag(repository: string, tag: string, next: Parameters<typeof settleTag>[2]): Promise<void> {
    const { settleTag } = await import('./settle.ts');
    return settleTag(this.#session(parseReference(repository)), tag, next);
  }

  /** Lists what refers to an image, such as signatures, from the registry's own list and from the referrers tag. */
  referrers(repository: string, digest: Digest): Promise<Referrer[]> {
    return listReferrers(this.#session(parseReference(repository)), digest);
  }

  /** As `referrers`, from the registry's own list alone; undefined where it keeps none. */
  ownReferrers(repository: string, digest: Digest): Promise<Referrer[] | undefined> {
    return ownReferrers(this.#session(parseReference(repository)), digest);
  }

  /**
   * Deletes a manifest with every tag that points to it.
   * @throws UserError when the registry supports no deletion, refuses any deletion, or cannot be reached.
   */
  async remove(repository: string, digest: Digest): Promise<Removal> {
    const { removeManifest } = await import('./removal.ts');
    return removeManifest(this.#session(parseReference(repository)), digest);
  }

  /** As `attachAll`, for one artifact. */
  async attach(repository: string, digest: Digest, artifact: Artifact): Promise<Digest> {
    return (await this.attachAll(repository, digest, [artifact]))[0] as Digest;
  }

  /**
   * Attaches small artifacts to an image.
   * @returns the digests of the artifacts.
   * @throws UserError when the image does not exist, or the registry refuses or does not list the artifacts.
   */
  async attachAll(repository: string, digest: Digest, artifacts: readonly Artifact[]): Promise<Digest[]> {
    const subject = await this.manifest(repository, digest);
    const { attach } = await import('./attach.ts');
    if (subject !== undefined) return attach(this.#session(parseReference(repository)), subject, artifacts);
    throw new UserError(`${repository} has no image ${digest} to attach to`, 'push the image again');
  }

  /** Lists referrers whose manifests exist, where the registry does not list them itself. */
  async list(repository: string, digest: Digest, referrers: readonly Referrer[]): Promise<void> {
    const listed = new Set((await this.referrers(repository, digest)).map(entry => entry.digest));
    const missing = referrers.filter(entry => !listed.has(entry.digest));
    if (missing.length === 0) return;
    const { addToTag } = await import('./attach.ts');
    await addToTag(this.#session(parseReference(repository)), digest, missing);
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

/** Returns the digest of the bytes; the digest that the registry claims is only checked. */
function checkedDigest(reference: Reference, { body, headers }: Received): Digest {
  const claimed = headers.get('docker-content-digest');
  const expected = reference.digest ?? (claimed !== null && isDigest(claimed) ? claimed : undefined);
  if (expected === undefined) return digestOf(body);
  if (!fits(body, expected)) throw altered(reference, expected);
  return expected;
}

function altered(reference: Reference, digest: Digest): UserError {
  return new UserError(
    `${reference.registry} sent content for ${reference.repository} that does not match ${digest}`,
    'try again; if it happens again, the registry or a proxy in front of it alters content',
  );
}
