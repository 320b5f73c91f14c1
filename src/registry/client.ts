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
import { type Artifact, addToTag, attach, listReferrers, ownReferrers, type Referrer } from './referrers.ts';
import { Session } from './session.ts';
import { listTags } from './tag-list.ts';
import type { Received, TransportOptions } from './transport.ts';
import { hasBlob, mountBlob, putManifest, requireWriting, uploadBlob } from './upload.ts';
import { verified } from './verified.ts';

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

/** Reads images from OCI registries, and writes to them (distribution-spec 1.1). */
export class RegistryClient {
  readonly options: RegistryOptions;
  readonly #credentials: CredentialSource;
  readonly #sessions = new Map<string, Session>();

  constructor(options: RegistryOptions = {}) {
    this.options = options;
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
   * A blob as a stream that fails at its end unless size and digest are right.
   * @throws UserError when the registry does not have it, refuses, or cannot be reached.
   */
  async openBlob(repository: string, blob: Descriptor): Promise<AsyncIterable<Uint8Array>> {
    const opened = await this.#session(parseReference(repository)).open(`blobs/${blob.digest}`);
    if (opened !== undefined) return verified(opened.stream, blob);
    throw new UserError(`${repository} has lost the blob ${blob.digest}`, 'push the image again');
  }

  /** Whether a repository that we may write to holds a blob. */
  hasBlob(repository: string, digest: Digest): Promise<boolean> {
    return hasBlob(this.#session(parseReference(repository)), digest);
  }

  /** Lets a repository share a blob of another one in the same registry; false when the registry will not. */
  mountBlob(repository: string, digest: Digest, from: string): Promise<boolean> {
    const { registry } = parseReference(from);
    return mountBlob(this.#session(parseReference(repository)), digest, from.slice(registry.length + 1));
  }

  /**
   * Uploads a blob; after a lost connection from its start again.
   * @param openStream gives the blob from its first byte, each time that it is asked.
   * @throws UserError when the registry refuses or cannot be reached.
   */
  uploadBlob(
    repository: string,
    blob: Pick<Descriptor, 'digest' | 'size'>,
    openStream: () => Promise<AsyncIterable<Uint8Array>>,
  ): Promise<void> {
    return uploadBlob(this.#session(parseReference(repository)), blob, openStream);
  }

  /**
   * Stores a manifest under its digest, or under a tag.
   * @throws UserError when the registry refuses, or its tags are immutable.
   */
  async putManifest(repository: string, manifest: RawManifest, tag?: string): Promise<void> {
    await putManifest(this.#session(parseReference(repository)), manifest, tag);
  }

  /** What refers to an image, such as signatures and proofs, by the registry's list and by the tag that stands in for one. */
  referrers(repository: string, digest: Digest): Promise<Referrer[]> {
    return listReferrers(this.#session(parseReference(repository)), digest);
  }

  /** As `referrers`, by the registry's own list alone; undefined where it keeps none. */
  ownReferrers(repository: string, digest: Digest): Promise<Referrer[] | undefined> {
    return ownReferrers(this.#session(parseReference(repository)), digest);
  }

  /** For what only few ask of a repository, and so is loaded by them alone. */
  sessionOf(repository: string): Session {
    return this.#session(parseReference(repository));
  }

  /**
   * Attaches a small artifact to an image.
   * @returns the digest of the artifact.
   * @throws UserError when the image is not there, or the registry refuses or does not list it.
   */
  async attach(repository: string, digest: Digest, artifact: Artifact): Promise<Digest> {
    const subject = await this.manifest(repository, digest);
    if (subject !== undefined) return attach(this.#session(parseReference(repository)), subject, artifact);
    throw new UserError(`${repository} has no ${digest} to attach anything to`, 'push the image again');
  }

  /** Sees to it that referrers whose manifests are there are listed, where the registry does not do so itself. */
  async list(repository: string, digest: Digest, referrers: readonly Referrer[]): Promise<void> {
    const listed = new Set((await this.referrers(repository, digest)).map(entry => entry.digest));
    const missing = referrers.filter(entry => !listed.has(entry.digest));
    if (missing.length > 0) await addToTag(this.#session(parseReference(repository)), digest, missing);
  }

  /**
   * Whether we may write to a repository, without leaving anything there.
   * @throws UserError when not.
   */
  requireWriting(repository: string): Promise<void> {
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
