import { standsFor } from './forms.ts';
import type { Digest } from './reference.ts';
import { compareVersions, formatVersion, type Version } from './version.ts';

/** `latest`, `1` and `1.4` stand for the newest of what they name: they move forward only, in whatever order is released. */

/** What an image says of itself, or its registry of it. */
export interface Holding {
  readonly digest: Digest;
  readonly version?: Version;
  /** What its label calls it where that is no version, such as a branch. */
  readonly name?: string;
  /** When it was committed, in seconds since 1970. */
  readonly created?: number;
}

/** What is being pushed. */
export interface Candidate extends Holding {
  /** Why nobody can tell its version, where its label and its tags contradict each other. */
  readonly unclear?: string;
}

export interface Question {
  readonly tag: string;
  /** The form by which the tag is a floating one; undefined for a tag that is none. */
  readonly form: RegExp | undefined;
  readonly candidate: Candidate;
  /** What the tag stands for in the registry; undefined when it is not there. */
  readonly held: Holding | undefined;
  /** Whether somebody answers for it that the tag may be moved from what nobody knows. */
  readonly adopted: boolean;
}

/** Why a tag is left where it is; for `unknown` somebody can answer. */
export type Hindrance = 'newer' | 'pre-release' | 'foreign' | 'unversioned' | 'unclear' | 'unknown';

export type Move =
  | { readonly kind: 'set' }
  | { readonly kind: 'stays' }
  | { readonly kind: 'kept'; readonly why: Hindrance; readonly reason: string };

/** Whether a tag may be moved to a candidate: no floating tag goes back, and none is moved by guess. Pure. */
export function decideMove({ tag, form, candidate, held, adopted }: Question): Move {
  if (held?.digest === candidate.digest) return { kind: 'stays' };
  if (form === undefined) return { kind: 'set' };
  const { version, unclear } = candidate;
  if (unclear !== undefined) return kept('unclear', unclear);
  if (version === undefined) return byTime(tag, candidate, held, adopted);
  const called = formatVersion(version);
  if (version.prerelease.length > 0)
    return kept('pre-release', `${called} is a pre-release, and ${tag} stands for releases`);
  const foreign = !standsFor(tag, form, version);
  // A number alone may be that of something else.
  if (held === undefined && !(foreign && /\d\.\d/.test(tag))) return { kind: 'set' };
  if (foreign) return kept('foreign', `${tag} stands for other versions than ${called}`);
  if (held?.version === undefined)
    return adopted ? { kind: 'set' } : kept('unknown', `nobody can tell which version ${tag} holds`);
  if (compareVersions(version, held.version) >= 0) return { kind: 'set' };
  return kept('newer', `${tag} holds ${formatVersion(held.version)}, and this is ${called}`);
}

/** Builds of a branch have no version: the commit that is later is the newer one, as long as both are called alike. */
function byTime(tag: string, candidate: Holding, held: Holding | undefined, adopted: boolean): Move {
  if (held === undefined) return { kind: 'set' };
  if (held.version !== undefined)
    return kept('unversioned', `${tag} holds ${formatVersion(held.version)}, and this image has no version`);
  if (adopted) return { kind: 'set' };
  const { name, created } = candidate;
  if (name === undefined || name !== held.name || created === undefined || held.created === undefined)
    return kept(
      'unknown',
      `nobody can tell whether what ${tag} holds is older than this image without a version`,
    );
  if (created >= held.created) return { kind: 'set' };
  return kept('newer', `${tag} holds a later commit of ${name}`);
}

function kept(why: Hindrance, reason: string): Move {
  return { kind: 'kept', why, reason };
}

/** What is being pushed, by its labels and by the tags that it gets. */
export interface Claims {
  readonly labelled: Version | undefined;
  readonly tagged: readonly Version[];
}

/**
 * The version of what is being pushed: what its label says, else the whole version among its tags.
 * @returns the sentence for claims that contradict each other.
 */
export function versionOf({ labelled, tagged }: Claims): Version | undefined | string {
  const claims = [...(labelled === undefined ? [] : [labelled]), ...tagged];
  const [first] = claims;
  const other = claims.find(each => first !== undefined && compareVersions(first, each) !== 0);
  if (first === undefined || other === undefined) return first;
  const by = labelled === undefined ? 'a tag' : 'its label';
  return `the image is ${formatVersion(first)} by ${by} and ${formatVersion(other)} by a tag`;
}
