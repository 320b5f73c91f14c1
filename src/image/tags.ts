import { printable } from '../toolkit/printable.ts';
import type { Git, GitRef } from './git.ts';

/** The tags that an image gets, and its version. */
export interface TagPlan {
  /** What the image is called in its labels: its version, or the first of the tags. */
  readonly version: string;
  /** In the order in which they are set. */
  readonly tags: readonly string[];
  /** What became another tag than was asked for, and what gave none, a sentence each. */
  readonly remarks: readonly string[];
}

export const longestTag = 128;

/**
 * Plans tags where slipway.yml has no rules: `v1.4.2` is `1.4.2`, a branch its name, pull request 12 `pr-12`, anything else
 * `dev`; and for each commit `sha-` with 7 digits of its hash. Every one of them is a valid tag.
 */
export function planTags({ ref, revision }: Pick<Git, 'ref' | 'revision'>): TagPlan {
  const name = nameOf(ref);
  const version = sanitizeTag(name);
  const commit = revision === undefined ? [] : [`sha-${revision.slice(0, 7)}`];
  const remarks = version === name ? [] : [remark(name, version)];
  return { version, tags: [...new Set([version, ...commit])], remarks };
}

/** Makes any text a valid tag, `dev` where nothing is left. */
export function sanitizeTag(text: string, prefix = ''): string {
  return cleanTag(prefix, text, '') || 'dev';
}

/**
 * A tag of three parts, of which the middle one is cut when it is too long: what a tag may not hold becomes `-`, and the start
 * loses `.` and `-`. Empty where nothing is left.
 */
export function cleanTag(prefix: string, text: string, suffix: string): string {
  const clean = (part: string) => part.replace(/[^A-Za-z0-9_.-]+/g, '-');
  const trimmed = (part: string) => part.replace(/^[.-]+/, '');
  const [before, after] = [trimmed(clean(prefix)), clean(suffix)];
  const middle = before === '' ? trimmed(clean(text)) : clean(text);
  const room = Math.max(0, longestTag - before.length - after.length);
  return trimmed(`${before}${middle.slice(0, room)}${after}`).slice(0, longestTag);
}

/** The sentence for what was asked for and became another tag, or none. */
export function remark(asked: string, tag: string): string {
  const shown = printable(JSON.stringify(asked.length > 160 ? `${asked.slice(0, 159)}…` : asked));
  if (tag === '') return `${shown} holds nothing that a tag may hold, and gives none`;
  const reasons = [
    /[^A-Za-z0-9_.-]/.test(asked) ? 'what a tag may not hold is written "-"' : undefined,
    /^[^A-Za-z0-9_]/.test(asked) ? 'its start must be a letter, a digit or "_"' : undefined,
    asked.length > longestTag ? `it ends at ${longestTag} characters` : undefined,
  ].filter(reason => reason !== undefined);
  return `${shown} cannot be a tag and becomes ${tag}: ${reasons.join(', ')}`;
}

/** The tags of several images as an output: one JSON list where all have the same, else a JSON map from names to lists. */
export function tagsOutput(images: readonly (readonly [string, readonly string[]])[]): string {
  const lists = images.map(([, tags]) => JSON.stringify(tags));
  const [first = '[]'] = lists;
  return lists.every(list => list === first) ? first : JSON.stringify(Object.fromEntries(images));
}

function nameOf(ref: GitRef | undefined): string {
  if (ref === undefined) return 'dev';
  if (ref.kind === 'pull-request') return `pr-${ref.number}`;
  return ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : ref.name;
}
