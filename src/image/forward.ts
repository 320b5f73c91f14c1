import { standsFor } from './forms.ts';
import type { Digest } from './reference.ts';
import { compareVersions, formatVersion, type Version } from './version.ts';

/** Floating tags such as `latest`, `1` and `1.4` point to the newest version that they cover, so they move forward only. */

/** An image under a tag, described by its labels or by its registry. */
export interface Holding {
  readonly digest: Digest;
  readonly version?: Version;
  /** The name in its label when that is not a version, such as a branch. */
  readonly name?: string;
  /** When it was committed, in seconds since 1970. */
  readonly created?: number;
}

/** The image that is being pushed. */
export interface Candidate extends Holding {
  /** Why its version is ambiguous, when its label and its tags contradict each other. */
  readonly unclear?: string;
}

export interface Question {
  readonly tag: string;
  /** The pattern that makes the tag a floating one; undefined for a fixed tag. */
  readonly form: RegExp | undefined;
  readonly candidate: Candidate;
  /** The image that the tag points to in the registry; undefined when the tag does not exist. */
  readonly held: Holding | undefined;
  /** Whether the user allows the tag to be moved although its current version is unknown. */
  readonly mayMove: boolean;
}

/** Why a tag is not moved; for `unknown` the user may allow it. */
export type Hindrance = 'newer' | 'pre-release' | 'foreign' | 'unversioned' | 'unclear' | 'unknown';

export type TagMove =
  | { readonly kind: 'set' }
  | { readonly kind: 'stays' }
  | { readonly kind: 'kept'; readonly why: Hindrance; readonly reason: string };

/** Decides whether a tag may be moved to a candidate: a floating tag never moves back, and never on a guess. Pure. */
export function decideMove({ tag, form, candidate, held, mayMove }: Question): TagMove {
  if (held?.digest === candidate.digest) return { kind: 'stays' };
  if (form === undefined) return { kind: 'set' };
  const { version, unclear } = candidate;
  if (unclear !== undefined) return kept('unclear', unclear);
  if (version === undefined) return byTime(tag, candidate, held, mayMove);
  const called = formatVersion(version);
  if (version.prerelease.length > 0)
    return kept('pre-release', `${called} is a pre-release, but ${tag} is for releases`);
  const foreign = !standsFor(tag, form, version);
  // A bare number such as 7 need not be a version, so a new tag with one may be set.
  if (held === undefined && !(foreign && /\d\.\d/.test(tag))) return { kind: 'set' };
  if (foreign) return kept('foreign', `${tag} does not cover version ${called}`);
  if (held?.version === undefined)
    return mayMove ? { kind: 'set' } : kept('unknown', `the version that ${tag} points to is unknown`);
  if (compareVersions(version, held.version) >= 0) return { kind: 'set' };
  return kept('newer', `${tag} points to ${formatVersion(held.version)}, which is newer than ${called}`);
}

/** Compares builds of a branch, which have no version, by commit time, but only if both have the same name. */
function byTime(tag: string, candidate: Holding, held: Holding | undefined, mayMove: boolean): TagMove {
  if (held === undefined) return { kind: 'set' };
  if (held.version !== undefined)
    return kept(
      'unversioned',
      `${tag} points to ${formatVersion(held.version)}, but this image has no version`,
    );
  if (mayMove) return { kind: 'set' };
  const { name, created } = candidate;
  if (name === undefined || name !== held.name || created === undefined || held.created === undefined)
    return kept(
      'unknown',
      `it is unknown whether the image under ${tag} is older than this one, which has no version`,
    );
  if (created >= held.created) return { kind: 'set' };
  return kept('newer', `${tag} points to a later commit of ${name}`);
}

function kept(why: Hindrance, reason: string): TagMove {
  return { kind: 'kept', why, reason };
}

/** The versions of the pushed image according to its label and its tags. */
export interface ClaimedVersions {
  readonly labelled: Version | undefined;
  readonly tagged: readonly Version[];
}

/**
 * Returns the version of the pushed image: that of its label, else the full version among its tags.
 * @returns a text that explains the conflict, when the claims contradict each other.
 */
export function versionOf({ labelled, tagged }: ClaimedVersions): Version | undefined | string {
  const claims = [...(labelled === undefined ? [] : [labelled]), ...tagged];
  const [first] = claims;
  const other = claims.find(each => first !== undefined && compareVersions(first, each) !== 0);
  if (first === undefined || other === undefined) return first;
  const by = labelled === undefined ? 'a tag' : 'its label';
  return `the image is ${formatVersion(first)} according to ${by}, but ${formatVersion(other)} according to a tag`;
}
