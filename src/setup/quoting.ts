import { stringify } from 'yaml';
import { shellWord } from '../toolkit/shell-word.ts';

/** How texts of a repository are written into YAML, and into command lines. Pure. */

/** Returns a text as a YAML scalar on one line, also for a flow collection. */
export const scalar = (text: string): string =>
  /[,[\]{}\n]/.test(text) ? JSON.stringify(text) : stringify(text, { lineWidth: 0 }).trim();

/** Returns the words of a command line without variables and operators, as a shell splits them. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/(?:[^\s"'\\]|\\.|"(?:\\.|[^"\\])*"|'[^']*')+/gs)].map(([word]) =>
    word.replace(
      /"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs,
      (_, double?: string, single?: string, escaped?: string) =>
        double?.replace(/\\(["\\$`])/g, '$1') ?? single ?? escaped ?? '',
    ),
  );

const assignments = /^(?:\w+=(?:"(?:\\.|[^"\\])*"|'[^']*'|[^\s"'])*\s+)*/;

/**
 * Returns the exec form of a command line: a list, or a shell where the line needs one. The shell replaces itself by a single command, so that
 * this gets SIGTERM.
 */
export function commandOf(line: string): string {
  const command = line.trim();
  const assigned = assignments.exec(command)?.[0] ?? '';
  if (assigned === '' && !/[$&|;<>"'`*?~#(){}[\]\\\n]/.test(command))
    return JSON.stringify(command.split(/\s+/));
  const bare = command.replace(/"(?:\\.|[^"\\])*"|'[^']*'|\\.|\$\{[^}]*\}|\d?[<>]&/gs, '');
  const single = !/[&|;(){}`\n]/.test(bare) && !/^(exec|if|for|while|until|case|!)(\s|$)/.test(bare);
  return JSON.stringify(['sh', '-c', single ? `${assigned}exec ${command.slice(assigned.length)}` : command]);
}

/** Returns the option that names slipway.yml, with a space before it; empty where it is not needed. */
export const configOption = (path: string): string =>
  path === 'slipway.yml' ? '' : ` --config ${shellWord(path)}`;
