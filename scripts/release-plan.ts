import { compareVersions, formatVersion, parseVersion, type Version } from '../src/image/version.ts';
import { UserError } from '../src/toolkit/errors.ts';

/**
 * Which tag a release of ours makes, which it moves, and what is refused. `v1.4.2` never moves. `v1` stands for the newest release that
 * was not withdrawn, and goes forward by a release, back by a rollback alone. `-ghes` after a tag is the same in the form for servers
 * that do not know `$/`. All pure.
 */

/** Where a tag stands: the object itself, which may be a note on a commit, and the commit. */
export interface TagAt {
  readonly object: string;
  readonly commit: string;
}

export type Tags = ReadonlyMap<string, TagAt>;

/** A tag that is to stand elsewhere. */
export interface Move {
  readonly tag: string;
  /** The object at which it must stand until then; undefined: it must not be there. */
  readonly from?: string;
  /** Undefined: the rendered form, which is made of the commit that is released. */
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
  /** Floating tags that are left where they are, and why. */
  readonly stays: readonly { readonly tag: string; readonly why: string }[];
}

export interface RollbackPlan {
  /** What the floating tag stands for now. */
  readonly withdrawn: string;
  readonly to: string;
  /** Whether what it stands for now is the newest of all. */
  readonly latest: boolean;
  readonly moves: readonly Move[];
}

const suffix = '-ghes';

/**
 * What a release of a commit does to the tags.
 * @throws UserError for what is no version, was released before, or comes too late.
 */
export function planRelease(text: string, commit: string, tags: Tags): ReleasePlan {
  const version = versionOf(text);
  const tag = `v${text}`;
  const released = versionsIn(tags);
  const there = tags.get(tag);
  if (there !== undefined && there.commit !== commit)
    throw new UserError(
      `${tag} was released from ${there.commit}, and a version never moves`,
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
      `${formatVersion(later)} is there already, and ${text} would come after it`,
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
    prerelease ? 'a pre-release moves nothing' : whyItStays(each, version, tags),
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
 * What a rollback to an earlier version does: it moves the floating tags back, and no other.
 * @throws UserError for a version that was never released, and for one that is not earlier than what is there.
 */
export function planRollback(text: string, tags: Tags): RollbackPlan {
  const version = versionOf(text);
  const there = tags.get(`v${text}`);
  const major = `v${version.major}`;
  if (there === undefined || version.prerelease.length > 0)
    throw new UserError(
      `${text} is no release to go back to`,
      `name one of ${major}: ${listed(versionsIn(tags).filter(each => each.major === version.major && each.prerelease.length === 0))}`,
    );
  const held = heldBy(major, tags);
  if (held === undefined) throw new UserError(`there is no ${major}`, 'release a version first');
  const order = compareVersions(version, held);
  if (order === 0) throw new UserError(`${major} stands for ${text} already`, 'name an earlier version');
  if (order > 0)
    throw new UserError(
      `${major} stands for ${formatVersion(held)}, and ${text} is newer`,
      'name an earlier version; what was withdrawn comes back as a new version alone',
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
      // What was released before there was such a form has none to go back to.
      ...(rendered === undefined ? [] : [moveOf(`${major}${suffix}`, tags, rendered.commit)]),
    ],
  };
}

/**
 * Why it goes back, for all who look at the tag later.
 * @throws UserError for what says nothing.
 */
export function parseReason(text: string): string {
  const reason = text.replace(/\s+/g, ' ').trim();
  if (reason.length >= 10 && reason.length <= 500) return reason;
  throw new UserError(
    `the reason has ${reason.length} characters`,
    'say in a sentence of 10 to 500 what is wrong with it, for those who use it',
  );
}

/**
 * What the changelog says of a version.
 * @throws UserError when it says nothing.
 */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find(each => each.split('\n', 1)[0]?.split(' ')[0] === version);
  const text = own?.slice(own.indexOf('\n') + 1).trim();
  if (text) return text;
  throw new UserError(
    `CHANGELOG.md says nothing of ${version}`,
    `give what is new the heading \`## ${version}\``,
  );
}

/** A version is written as it is meant: no `v`, no build, and nothing that reads as a rendered form. */
function versionOf(text: string): Version {
  const version = parseVersion(text);
  if (version !== undefined && formatVersion(version) === text && !text.endsWith(suffix)) return version;
  throw new UserError(`"${text}" is no version`, 'write one such as 1.4.2 or 2.0.0-rc.1');
}

/** All that was ever released, the newest first. */
function versionsIn(tags: Tags): Version[] {
  return [...tags.keys()]
    .flatMap(tag => (tag.endsWith(suffix) || !tag.startsWith('v') ? [] : (parseVersion(tag) ?? [])))
    .sort((a, b) => compareVersions(b, a));
}

/**
 * The release that a floating tag stands for; undefined when it is not there.
 * @throws UserError when it stands elsewhere: somebody moved it by hand, and only they know why.
 */
function heldBy(floating: string, tags: Tags): Version | undefined {
  const at = tags.get(floating);
  if (at === undefined) return undefined;
  const end = floating.endsWith(suffix) ? suffix : '';
  const held = versionsIn(tags).find(each => tags.get(`v${formatVersion(each)}${end}`)?.commit === at.commit);
  if (held !== undefined) return held;
  throw new UserError(
    `${floating} stands at ${at.commit}, which is no release`,
    'look who moved it, and set it to a release by hand',
  );
}

function whyItStays(floating: string, version: Version, tags: Tags): string | undefined {
  const held = heldBy(floating, tags);
  if (held === undefined) return undefined;
  const order = compareVersions(version, held);
  if (order > 0) return undefined;
  return order === 0 ? 'it stands there already' : `it stands for ${formatVersion(held)}, which is newer`;
}

function moveOf(tag: string, tags: Tags, to: string | undefined): Move {
  const from = tags.get(tag)?.object;
  return { tag, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

const listed = (versions: readonly Version[]) =>
  versions.length === 0 ? 'there is none' : versions.slice(0, 5).map(formatVersion).join(', ');
