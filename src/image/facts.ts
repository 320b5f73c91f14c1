import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../config/date-format.ts';
import { type Fact, parseTemplate, type Scope, type Template } from '../config/template.ts';
import type { Config } from '../config/types.ts';
import { innermostCause, UserError } from '../toolkit/errors.ts';
import { printable } from '../toolkit/printable.ts';
import type { Git } from './git.ts';
import type { ImagePlan } from './plan.ts';

/** The values for templates in slipway.yml, from the commit. An unknown value is empty. */

/** Returns the first line of a file, by its path relative to slipway.yml. */
export type FirstLine = (path: string) => string;

export interface BuildFacts {
  readonly git: Git;
  /** When the run began, in seconds since 1970. */
  readonly now?: number;
  /** Reads a file that a template names. */
  readonly file?: FirstLine | undefined;
  /** Returns a value that is not about the commit. */
  fact(name: Fact): string;
}

/** Fills in a template. Pure. */
export function fill(template: Template, facts: BuildFacts): string {
  return template
    .map(part => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'fact') return factOf(part.name, facts);
      if (part.kind === 'file') return facts.file?.(part.path) ?? '';
      const seconds = part.of === 'date' ? facts.now : facts.git.time;
      return seconds === undefined ? '' : formatDate(seconds, part.format, part.zone);
    })
    .join('');
}

/** Parses a template that the schema has accepted. */
export function parsed(written: string, scope: Scope): Template {
  const template = parseTemplate(written, scope);
  if ('mistake' in template) throw new Error(`${written} ${template.mistake}`);
  return template;
}

/**
 * Fills in the build arguments of images from the commit. The same commit gives the same arguments, and so the same image. Pure.
 * @param plans by the name of the image; `version` is that of its label.
 */
export function withArguments(
  images: Config['images'],
  plans: Readonly<Record<string, Pick<ImagePlan, 'version'>>>,
  git: Git,
  file?: FirstLine,
): Config['images'] {
  const filled = Object.entries(images).map(([name, image]) => {
    const fact = (asked: string) => (asked === 'version' ? (plans[name]?.version ?? '') : '');
    const args = Object.entries(image.args).map(
      ([key, value]) => [key, fill(parsed(value, 'argument'), { git, file, fact })] as const,
    );
    return [name, { ...image, args: Object.fromEntries(args) }] as const;
  });
  return Object.fromEntries(filled);
}

/** Reads the files that templates name, such as VERSION. */
export function firstLineIn(folder: string): FirstLine {
  return path => {
    try {
      return readFileSync(join(folder, path), 'utf8').split('\n', 1)[0]?.trim() ?? '';
    } catch (error) {
      throw new UserError(
        `slipway.yml takes a text from ${printable(path)}, which cannot be read: ${innermostCause(error)}`,
        'write the path of a file in the commit, relative to slipway.yml',
      );
    }
  };
}

/** The default branch, if it is unknown. */
const usualBranch = 'main';

export const defaultBranch = (git: Git) => git.defaultBranch ?? usualBranch;
export const short = (revision: string, digits = 7) => revision.slice(0, digits);

function factOf(name: Fact, { git, fact }: BuildFacts): string {
  const { ref, revision = '' } = git;
  const branch = ref?.kind === 'branch' ? ref.name : '';
  const isDefault = ref?.kind === 'branch' && branch === defaultBranch(git);
  const known: Partial<Record<Fact, string>> = {
    branch,
    tag: ref?.kind === 'tag' ? ref.name : '',
    sha: short(revision),
    commit: revision,
    base_ref: ref?.kind === 'pull-request' ? (ref.base ?? '') : '',
    is_default_branch: String(isDefault),
    is_not_default_branch: String(!isDefault),
  };
  return known[name] ?? fact(name);
}
