import type { Digest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonMap } from '../toolkit/map.ts';
import { type Descriptor, descriptorOf } from './contents.ts';
import { fits } from './manifest.ts';
import type { Session } from './session.ts';
import type { Received } from './transport.ts';

/**
 * The list of what refers to an image as an index under a tag, which whoever attaches something writes where the registry
 * keeps no list itself (distribution-spec 1.1, "Referrers Tag Schema").
 */

/** An artifact as the list of an image's referrers has it. */
export interface Referrer extends Descriptor {
  /** Empty when the list does not say. */
  readonly artifactType: string;
  readonly annotations: Readonly<Record<string, string>>;
}

export const indexType = 'application/vnd.oci.image.index.v1+json';

/** What a list holds. */
export interface Entries {
  readonly entries: readonly Referrer[];
  /** The entries as they stand there: what others wrote is put back as it was. */
  readonly raw: readonly unknown[];
}

/** `sha256:…` as the tag under which its referrers stand: at most 64 characters of it. */
export function tagOf(digest: Digest): string {
  const [algorithm = '', hex = ''] = digest.split(':');
  return `${algorithm}-${hex.slice(0, 64)}`;
}

/**
 * What stands under the tag; undefined when nothing does.
 * @throws UserError when the tag stands for something else than a list.
 */
export async function readTag(session: Session, digest: Digest): Promise<Entries | undefined> {
  return listIn(session, digest, await session.get(`manifests/${tagOf(digest)}`, [indexType]));
}

/** @throws UserError when the tag stands for something else than a list. */
export function listIn(session: Session, digest: Digest, answer: Received | undefined): Entries | undefined {
  // GitLab's registry takes the tag for the digest, and `cosign copy` puts the image itself there.
  if (answer === undefined || fits(answer.body, digest)) return undefined;
  const entries = entriesOf(answer.body);
  if (entries !== undefined) return entries;
  throw new UserError(
    `the tag ${tagOf(digest)} of ${session.name} is no list of what refers to that image`,
    'remove the tag: its name is reserved by the OCI distribution specification',
  );
}

/** The entries of a list; undefined when it is none. */
export function entriesOf(body: Uint8Array): Entries | undefined {
  const raw = jsonMap(body)?.manifests;
  if (!Array.isArray(raw)) return undefined;
  const entries = raw.flatMap((entry: unknown): Referrer[] => {
    const descriptor = descriptorOf(entry);
    if (descriptor === undefined || !isMap(entry)) return [];
    const { artifactType, annotations } = entry;
    const texts = Object.entries(isMap(annotations) ? annotations : {}).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    );
    return [
      {
        ...descriptor,
        artifactType: typeof artifactType === 'string' ? artifactType : '',
        annotations: Object.fromEntries(texts),
      },
    ];
  });
  return { entries, raw };
}
