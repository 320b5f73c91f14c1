import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonMap, textMap } from '../toolkit/map.ts';
import { type Descriptor, descriptorOf } from './contents.ts';
import { fits, indexType } from './manifest.ts';
import type { Session } from './session.ts';
import type { Received } from './transport.ts';

/**
 * The list of an image's referrers as an index under a tag. Each client that attaches something updates it, where the registry
 * keeps no list itself (distribution-spec 1.1, "Referrers Tag Schema").
 */

/** An entry in the list of an image's referrers. */
export interface Referrer extends Descriptor {
  /** Empty when the list does not name it. */
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** The entries of a list. */
export interface Entries {
  readonly entries: readonly Referrer[];
  /** The unparsed entries: those of other clients are written back unchanged. */
  readonly raw: readonly unknown[];
}

/** Returns the referrers tag of a digest: `sha256-…`, with at most 64 characters of the hash. */
export function tagOf(digest: Digest): string {
  const [algorithm = '', hex = ''] = digest.split(':');
  return `${algorithm}-${hex.slice(0, 64)}`;
}

/**
 * Reads the list under the tag; undefined when there is none.
 * @throws UserError when the tag points to something other than a list.
 */
export async function readTag(session: Session, digest: Digest): Promise<Entries | undefined> {
  return listIn(session, digest, await session.get(`manifests/${tagOf(digest)}`, [indexType]));
}

/** @throws UserError when the tag points to something other than a list. */
export function listIn(session: Session, digest: Digest, answer: Received | undefined): Entries | undefined {
  // GitLab's registry resolves the tag as the digest, and `cosign copy` stores the image itself there.
  if (answer === undefined || fits(answer.body, digest)) return undefined;
  const entries = entriesOf(answer.body);
  if (entries !== undefined) return entries;
  throw new UserError(
    `the tag ${tagOf(digest)} of ${session.name} is not a list of the referrers of that image`,
    'remove the tag: its name is reserved by the OCI distribution specification',
  );
}

/** Parses the entries of a list; undefined when it is not one. */
export function entriesOf(body: Uint8Array): Entries | undefined {
  const raw = jsonMap(body)?.manifests;
  if (!Array.isArray(raw)) return undefined;
  const entries = raw.flatMap((entry: unknown): Referrer[] => {
    const descriptor = descriptorOf(entry);
    if (descriptor === undefined || !isMap(entry)) return [];
    const { artifactType = '' } = textMap(entry);
    return [{ ...descriptor, artifactType, annotations: textMap(entry.annotations) }];
  });
  return { entries, raw };
}
