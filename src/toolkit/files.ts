import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { givenTwice, isFlag } from './command-line.ts';
import { writeDotenv } from './dotenv.ts';
import { innermostCause, UsageError, UserError } from './errors.ts';

/** The files of the CLI options `--dotenv` and `--summary`, which every action has. */
export interface Files {
  output(name: string, value: string): void;
  summary(markdown: string): void;
  /** Writes the outputs. @returns the omitted ones, a sentence each. */
  close(): string[];
}

/**
 * Removes the two options from the flags, and the outputs of an earlier attempt from the file, because this one may be killed before it
 * sets any.
 * @throws UserError when an option has no file, or one that cannot be written; at the end this error would hide how the action ended.
 */
export function openFiles(
  args: readonly string[],
  action: string,
  say: (sentence: string) => void,
): { flags: string[]; files: Files } {
  const { paths, flags } = takePaths(args, say);
  const { dotenv, summary } = paths;
  for (const path of [dotenv, summary]) {
    try {
      if (path !== undefined) appendFileSync(path, '');
    } catch (error) {
      throw new UserError(
        `${path} cannot be written: ${innermostCause(error)}`,
        'choose a file in an existing folder',
        { cause: error },
      );
    }
  }
  const set = new Map<string, string>();
  if (dotenv !== undefined) writeDotenv(dotenv, action, set);
  return {
    flags,
    files: {
      output: (name, value) => void set.set(name, value),
      summary: markdown => {
        if (summary !== undefined) appendFileSync(summary, `${markdown}\n`);
      },
      close: () =>
        dotenv === undefined ? [] : writeDotenv(dotenv, action, set).map(why => `${dotenv}: ${why}`),
    },
  };
}

/** Separates the two options from the other flags. @throws UsageError for an option without a file. */
export function takePaths(
  args: readonly string[],
  say: (sentence: string) => void,
): {
  paths: { readonly dotenv?: string; readonly summary?: string };
  flags: string[];
} {
  const options = { dotenv: { type: 'string' }, summary: { type: 'string' } } as const;
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const paths: { dotenv?: string; summary?: string } = {};
  const flags = [...args] as (string | undefined)[];
  for (const token of tokens) {
    if (token.kind !== 'option' || (token.name !== 'dotenv' && token.name !== 'summary')) continue;
    const { name, value, index, inlineValue } = token;
    if (!value || (inlineValue === false && isFlag(value)))
      throw new UsageError(`--${name} has no value`, `write --${name} path-of-a-file`);
    if (paths[name] !== undefined) say(givenTwice(name));
    paths[name] = value;
    flags.fill(undefined, index, index + (inlineValue ? 1 : 2));
  }
  return { paths, flags: flags.filter(each => each !== undefined) };
}
