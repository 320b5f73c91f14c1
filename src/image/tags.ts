import { printable } from '../toolkit/printable.ts';
import type { Git, GitRef } from './git.ts';
import { parseVersion } from './version.ts';

/** The planned tags of an image, and its version. */
export interface TagPlan {
  /** The version for its labels: a version, or the first tag. */
  readonly version: string;
  /** In the order in which they are set. */
  readonly tags: readonly string[];
  /** Requested tags that were changed or dropped, one sentence each. */
  readonly remarks: readonly string[];
}

export const longestTag = 128;

/**
 * Plans tags where slipway.yml has no rules: `1.4.2` for `v1.4.2`, the name of a branch, `pr-12` for pull request 12, else `dev`;
 * and `sha-` with 7 digits of the hash for each commit. All are valid tags. A branch with the name of a version is not a release.
 */
export function planTags({ ref, revision }: Pick<Git, 'ref' | 'revision'>): TagPlan {
  const name = nameOf(ref);
  const version = cleanTag('', name, '') || 'dev';
  const commit = revision === undefined ? [] : [`sha-${revision.slice(0, 7)}`];
  const remarks = version === name ? [] : [remark(name, version)];
  if (ref?.kind === 'branch' && name !== ref.name) remarks.unshift(likeRelease(ref.name));
  return { version, tags: [...new Set([version, ...commit])], remarks };
}

/**
 * Joins three parts to a tag, and cuts the middle one when it is too long. Invalid characters become `-`, and leading `.` and `-`
 * are removed. Empty when no valid character is left.
 */
export function cleanTag(prefix: string, text: string, suffix: string): string {
  const clean = (part: string) => part.replace(/[^A-Za-z0-9_.-]+/g, '-');
  const trimmed = (part: string) => part.replace(/^[.-]+/, '');
  const [before, after] = [trimmed(clean(prefix)), clean(suffix)];
  const middle = before === '' ? trimmed(clean(text)) : clean(text);
  const room = Math.max(0, longestTag - before.length - after.length);
  return trimmed(`${before}${middle.slice(0, room)}${after}`).slice(0, longestTag);
}

/**
 * Returns the text for the tag of a branch. One that would get the tag of a version begins with `branch-`, because it would replace
 * the released image.
 */
export function branchText(name: string): string {
  return parseVersion(cleanTag('', name, '')) === undefined ? name : `branch-${name}`;
}

/** Explains why the tag of a branch begins with `branch-`. */
export function likeRelease(name: string): string {
  return `the branch ${printable(JSON.stringify(name))} is named like a release, so its tag begins with branch-`;
}

/** Explains why a requested tag was changed or dropped. */
export function remark(asked: string, tag: string): string {
  const shown = printable(JSON.stringify(asked.length > 160 ? `${asked.slice(0, 159)}…` : asked));
  if (tag === '') return `${shown} has no character that is valid in a tag, so it gives no tag`;
  const reasons = [
    /[^A-Za-z0-9_.-]/.test(asked) ? 'invalid characters become "-"' : undefined,
    /^[^A-Za-z0-9_]/.test(asked) ? 'a tag starts with a letter, a digit or "_"' : undefined,
    asked.length > longestTag ? `a tag has at most ${longestTag} characters` : undefined,
  ].filter(reason => reason !== undefined);
  return `${shown} cannot be a tag and becomes ${tag}: ${reasons.join(', ')}`;
}

/** Formats the tags of several images as an output: a JSON array if all have the same, else a JSON object that maps names to arrays. */
export function tagsOutput(images: readonly (readonly [string, readonly string[]])[]): string {
  const lists = images.map(([, tags]) => JSON.stringify(tags));
  const [first = '[]'] = lists;
  return lists.every(list => list === first) ? first : JSON.stringify(Object.fromEntries(images));
}

function nameOf(ref: GitRef | undefined): string {
  if (ref === undefined) return 'dev';
  if (ref.kind === 'pull-request') return `pr-${ref.number}`;
  return ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : branchText(ref.name);
}
