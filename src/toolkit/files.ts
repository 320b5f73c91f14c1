import { appendFileSync } from 'node:fs';
import { writeDotenv } from './dotenv.ts';
import { UserError } from './errors.ts';
import { cell } from './markdown.ts';

/** What a command of the CLI writes beside its standard output: `--dotenv` and `--summary`, which every action has there. */
export interface Files {
  output(name: string, value: string): void;
  summary(markdown: string): void;
  /** Says in the summary that the action was refused. */
  refused(reason: string): void;
  /** Writes the outputs. @returns what is left out of them, a sentence each. */
  close(): string[];
}

/**
 * Takes the two out of the flags of an action, and away from the files what an earlier attempt has set: this one may be killed before
 * it sets anything.
 * @throws UserError when one of them names no file, or one that cannot be written: at the end that would hide how the action ended.
 */
export function openFiles(args: readonly string[], action: string): { flags: string[]; files: Files } {
  const { paths, flags } = takePaths(args);
  const { dotenv, summary } = paths;
  for (const path of [dotenv, summary]) {
    try {
      if (path !== undefined) appendFileSync(path, '');
    } catch (error) {
      throw new UserError(`${path} cannot be written`, 'name a file in a folder that is there', {
        cause: error,
      });
    }
  }
  const set = new Map<string, string>();
  if (dotenv !== undefined) writeDotenv(dotenv, action, set);
  const add = (markdown: string) => {
    if (summary !== undefined) appendFileSync(summary, `${markdown}\n`);
  };
  return {
    flags,
    files: {
      output: (name, value) => void set.set(name, value),
      summary: add,
      refused: reason => add(`### ❌ ${action} was refused\n\n${cell(reason)}\n`),
      close: () =>
        dotenv === undefined ? [] : writeDotenv(dotenv, action, set).map(why => `${dotenv}: ${why}`),
    },
  };
}

/** @throws UserError for one without its file. */
export function takePaths(args: readonly string[]): {
  paths: { readonly dotenv?: string; readonly summary?: string };
  flags: string[];
} {
  const paths: { dotenv?: string; summary?: string } = {};
  const flags: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const [, name, value] = /^--(dotenv|summary)(?:=(.*))?$/s.exec(args[i] ?? '') ?? [];
    if (name !== 'dotenv' && name !== 'summary') {
      flags.push(args[i] ?? '');
      continue;
    }
    const path = value ?? args[++i];
    if (!path) throw new UserError(`--${name} lacks its value`, `write --${name} path-of-a-file`);
    paths[name] = path;
  }
  return { paths, flags };
}
