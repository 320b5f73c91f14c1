import { compareVersions, formatVersion, parseVersion, type Version } from '../src/image/version.ts';
import { UserError } from '../src/toolkit/errors.ts';

/**
 * Plans which tags a release of Slipway creates and moves, and which releases are refused. `v1.4.2` never moves. `v1` points to the newest
 * release that was not withdrawn; a release moves it forward, and only a rollback moves it back. Tags with `-ghes` point to the rendered
 * commit, for servers that do not support `$/`. All pure.
 */

/** What a tag points to: the object, which may be an annotated tag, and its commit. */
export interface TagAt {
  readonly object: string;
  readonly commit: string;
}

export type Tags = ReadonlyMap<string, TagAt>;

/** A planned move of a tag. */
export interface Move {
  readonly tag: string;
  /** The object that the tag must point to before; undefined if the tag must not exist. */
  readonly from?: string;
  /** The new commit; undefined for the rendered commit of the release, which does not exist yet. */
  readonly to?: string;
}

export interface ReleasePlan {
  readonly version: string;
  readonly tag: string;
  readonly rendered: string;
  readonly prerelease: boolean;
  /** Whether it is the newest of all. */
  readonly latest: boolean;
  readonly moves: readonly Move[];
  /** Floating tags that are not moved, and why. */
  readonly stays: readonly { readonly tag: string; readonly why: string }[];
}

export interface RollbackPlan {
  /** The version that the floating tag points to now. */
  readonly withdrawn: string;
  readonly to: string;
  /** Whether the withdrawn version is the newest of all. */
  readonly latest: boolean;
  readonly moves: readonly Move[];
}

const suffix = '-ghes';

/**
 * Plans the release of a commit.
 * @throws UserError if the version is invalid, was released from another commit, or is older than a release of its line.
 */
export function planRelease(text: string, commit: string, tags: Tags): ReleasePlan {
  const version = versionOf(text);
  const tag = `v${text}`;
  const released = versionsIn(tags);
  const there = tags.get(tag);
  if (there !== undefined && there.commit !== commit)
    throw new UserError(
      `${tag} cannot be released: it was released from ${there.commit}, and version tags never move`,
      'release this commit under the next version',
    );
  const later = released.find(
    other =>
      compareVersions(other, version) > 0 &&
      (['major', 'minor'] as const).every(part => other[part] === version[part]) &&
      (version.prerelease.length === 0 || other.prerelease.length === 0),
  );
  if (there === undefined && later !== undefined)
    throw new UserError(
      `${text} cannot be released: ${formatVersion(later)} is newer and was released already`,
      'release this commit under the next version',
    );
  const prerelease = version.prerelease.length > 0;
  const finals = released.filter(each => each.prerelease.length === 0);
  const plan = {
    version: text,
    tag,
    rendered: `${tag}${suffix}`,
    prerelease,
    latest: !prerelease && finals.every(each => compareVersions(each, version) <= 0),
  };
  const floating = [`v${version.major}`, `v${version.major}${suffix}`];
  const reasons = floating.map(each =>
    prerelease ? 'a pre-release moves no tag' : whyItStays(each, version, tags),
  );
  return {
    ...plan,
    moves: floating.flatMap((each, index) =>
      reasons[index] === undefined ? [moveOf(each, tags, each.endsWith(suffix) ? undefined : commit)] : [],
    ),
    stays: floating.flatMap((each, index) => {
      const why = reasons[index];
      return why === undefined ? [] : [{ tag: each, why }];
    }),
  };
}

/**
 * Plans a rollback to an earlier version. Only floating tags move.
 * @throws UserError if the version was never released, or is not earlier than the current one.
 */
export function planRollback(text: string, tags: Tags): RollbackPlan {
  const version = versionOf(text);
  const there = tags.get(`v${text}`);
  const major = `v${version.major}`;
  if (there === undefined || version.prerelease.length > 0)
    throw new UserError(
      `${text} cannot be rolled back to: it is not a final release`,
      `choose one of ${major}: ${listed(versionsIn(tags).filter(each => each.major === version.major && each.prerelease.length === 0))}`,
    );
  const held = heldBy(major, tags);
  if (held === undefined) throw new UserError(`the tag ${major} does not exist`, 'release a version first');
  const order = compareVersions(version, held);
  if (order === 0) throw new UserError(`${major} points to ${text} already`, 'choose an earlier version');
  if (order > 0)
    throw new UserError(
      `${text} cannot be rolled back to: it is newer than ${formatVersion(held)}, which ${major} points to`,
      'choose an earlier version, or release a withdrawn version again under a new number',
    );
  const rendered = tags.get(`v${text}${suffix}`);
  return {
    withdrawn: formatVersion(held),
    to: text,
    latest: versionsIn(tags)
      .filter(each => each.prerelease.length === 0)
      .every(each => compareVersions(each, held) <= 0),
    moves: [
      moveOf(major, tags, there.commit),
      // Old releases have no rendered commit.
      ...(rendered === undefined ? [] : [moveOf(`${major}${suffix}`, tags, rendered.commit)]),
    ],
  };
}

/**
 * Normalizes the reason of a rollback, which is written into the tag.
 * @throws UserError if it is too short or too long.
 */
export function parseReason(text: string): string {
  const reason = text.replace(/\s+/g, ' ').trim();
  if (reason.length >= 10 && reason.length <= 500) return reason;
  throw new UserError(
    `the reason has ${reason.length} characters instead of 10 to 500`,
    'describe for users in one sentence what is wrong with the version',
  );
}

/**
 * Returns the section of the changelog for a version.
 * @throws UserError if it is missing or empty.
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find(each => each.split('\n', 1)[0]?.split(' ')[0] === version);
  const text = own?.slice(own.indexOf('\n') + 1).trim();
  if (text) return text;
  throw new UserError(
    `CHANGELOG.md has no entries for ${version}`,
    `list the changes under the heading \`## ${version}\``,
  );
}

/** Parses a version in its canonical form: without `v`, without a build, and not ending like the tag of a rendered commit. */
function versionOf(text: string): Version {
  const version = parseVersion(text);
  if (version !== undefined && formatVersion(version) === text && !text.endsWith(suffix)) return version;
  throw new UserError(`"${text}" is not a version`, 'write one such as 1.4.2 or 2.0.0-rc.1');
}

/** Returns all released versions, newest first. */
function versionsIn(tags: Tags): Version[] {
  return [...tags.keys()]
    .flatMap(tag => (tag.endsWith(suffix) || !tag.startsWith('v') ? [] : (parseVersion(tag) ?? [])))
    .sort((a, b) => compareVersions(b, a));
}

/**
 * Returns the version that a floating tag points to; undefined if the tag does not exist.
 * @throws UserError if it points to no release, because then a person has moved it.
 */
function heldBy(floating: string, tags: Tags): Version | undefined {
  const at = tags.get(floating);
  if (at === undefined) return undefined;
  const end = floating.endsWith(suffix) ? suffix : '';
  const held = versionsIn(tags).find(each => tags.get(`v${formatVersion(each)}${end}`)?.commit === at.commit);
  if (held !== undefined) return held;
  throw new UserError(
    `${floating} cannot be moved: it points to ${at.commit}, which is not a release`,
    'find out who moved it, and set it to a release manually',
  );
}

function whyItStays(floating: string, version: Version, tags: Tags): string | undefined {
  const held = heldBy(floating, tags);
  if (held === undefined) return undefined;
  const order = compareVersions(version, held);
  if (order > 0) return undefined;
  return order === 0 ? 'it points there already' : `it points to ${formatVersion(held)}, which is newer`;
}

function moveOf(tag: string, tags: Tags, to: string | undefined): Move {
  const from = tags.get(tag)?.object;
  return { tag, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

const listed = (versions: readonly Version[]) =>
  versions.length === 0 ? 'none exists' : versions.slice(0, 5).map(formatVersion).join(', ');
