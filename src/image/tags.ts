import { UserError } from '../toolkit/errors.ts';
import type { Git, GitRef } from './git.ts';
import { isTag } from './reference.ts';

/** The tags that an image gets, and the one of them that is its version. */
export interface TagPlan {
  readonly version: string;
  /** The version first. */
  readonly tags: readonly string[];
}

const longest = 128;

/**
 * Plans tags: `v1.4.2` is `1.4.2`, a branch its name, pull request 12 `pr-12`, anything else `dev`; and for each commit
 * `sha-` with 7 digits of its hash. Every one of them is a valid tag.
 */
export function planTags(git: Pick<Git, 'ref' | 'revision'>): TagPlan {
  const version = versionOf(git.ref);
  const commit = git.revision === undefined ? [] : [`sha-${git.revision.slice(0, 7)}`];
  return { version, tags: [...new Set([version, ...commit])] };
}

/** Makes any text a valid tag: what a tag may not hold becomes `-`, the start loses `.` and `-`, the end what is too long. */
export function sanitizeTag(text: string, prefix = ''): string {
  const tag = `${prefix}${text.replace(/[^A-Za-z0-9_.-]+/g, '-')}`.replace(/^[.-]+/, '').slice(0, longest);
  return tag === '' ? 'dev' : tag;
}

/**
 * Reads the `tags` input: a JSON list, or names with commas between them.
 * @throws UserError for none, and for one that is not a tag.
 */
export function parseTagsInput(text: string): string[] {
  const tags = text.trimStart().startsWith('[')
    ? parseList(text)
    : text
        .split(',')
        .map(tag => tag.trim())
        .filter(tag => tag !== '');
  if (tags.length === 0) throw new UserError('the `tags` input names no tag', form);
  const wrong = tags.find(tag => typeof tag !== 'string' || !isTag(tag));
  if (wrong === undefined) return [...new Set(tags as string[])];
  throw new UserError(
    `${JSON.stringify(wrong).slice(0, 140)} in the \`tags\` input is not a tag`,
    'write at most 128 letters, digits, ".", "_" and "-", the first a letter, a digit or "_"',
  );
}

const form = 'write a JSON list such as ["1.4.2"], or names with commas between them';

function parseList(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
  } catch {}
  throw new UserError('the `tags` input is not a JSON list', form);
}

function versionOf(ref: GitRef | undefined): string {
  if (ref === undefined) return 'dev';
  if (ref.kind === 'pull-request') return `pr-${ref.number}`;
  return sanitizeTag(ref.kind === 'tag' ? ref.name.replace(/^v(?=\d)/, '') : ref.name);
}
