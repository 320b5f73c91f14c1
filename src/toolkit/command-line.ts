import { parseArgs } from 'node:util';
import { UsageError } from './errors.ts';
import type { Action, InputSpec } from './host.ts';
import { versionOf } from './version.ts';

/**
 * Parses `--name value`, `--name=value`, `--name` of a boolean input, and the value of the positional input. Of a flag that is given
 * twice the last one counts, so that a script can add one to its usual flags. A value that looks like a flag needs the equals sign.
 * @param suggest returns the remedy for a name that is none of the others.
 * @param say is told which flags do not count.
 * @throws UsageError for anything else.
 */
export function parseFlags(
  action: Action<Record<string, InputSpec>>,
  args: string[],
  suggest: (name: string, names: readonly string[]) => string,
  say: (sentence: string) => void,
): Record<string, string> {
  const isBoolean = (name: string) => /^(true|false)$/.test(action.inputs[name]?.default ?? '');
  const options = Object.fromEntries(
    Object.keys(action.inputs).map(name => [name, { type: isBoolean(name) ? 'boolean' : 'string' } as const]),
  );
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string>();
  const set = (name: string, value: string) => {
    if (values.has(name)) say(givenTwice(name));
    values.set(name, value);
  };
  let hasArgument = false;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      const isValue = before?.kind === 'option' && isBoolean(before.name) && before.value === undefined;
      // `--dry-run false`; another word is the argument without a name, or else an invalid value.
      if (isValue && (isTruth(token.value) || action.positional === undefined))
        values.set(before.name, token.value);
      else if (action.positional !== undefined && !hasArgument) {
        hasArgument = true;
        set(action.positional, token.value);
      } else throw unexpected(action, token.value);
      continue;
    }
    const { name, rawName, value, inlineValue } = token;
    if (!rawName.startsWith('--')) throw unexpected(action, rawName);
    if (!Object.hasOwn(action.inputs, name))
      throw new UsageError(
        `${action.name} has no input "${name}"`,
        suggest(name, Object.keys(action.inputs)),
      );
    if (value === undefined ? !isBoolean(name) : inlineValue === false && isFlag(value))
      throw new UsageError(`--${name} has no value`, `write --${name} value`);
    set(name, value ?? 'true');
  }
  return Object.fromEntries(values);
}

/** Whether a text after a flag is probably the next flag, and not its value. Pure. */
export const isFlag = (text: string): boolean => /^--?[a-z][\w-]*(=|$)/i.test(text);

export const givenTwice = (name: string): string => `--${name} is given twice; the last one counts`;

const isTruth = (text: string) => /^(true|True|TRUE|false|False|FALSE)$/.test(text);

const unexpected = ({ name }: Action, argument: string) =>
  new UsageError(`unexpected argument "${argument}"`, `write --input value; see slipway ${name} --help`);

/** Lists the commands. */
export function overview(commands: readonly Action[]): string {
  const lines = commands.map(action => `  ${action.name.padEnd(11)} ${action.description}`);
  const more = 'slipway <action> --help lists the inputs, slipway --version prints the version.';
  return `${versionOf()}\n\nslipway <action> --input value …\n\n${lines.join('\n')}\n\n${more}\n`;
}

/** Describes the inputs of a command. */
export function help(action: Action<Record<string, InputSpec>>): string {
  const lines = Object.entries(action.inputs).map(([name, spec]) => {
    const note = spec.required === true ? ' (required)' : spec.default ? ` (default ${spec.default})` : '';
    return `  --${name.padEnd(18)} ${spec.description}${note}`;
  });
  const more = [
    '  --dotenv             File for the outputs, as SLIPWAY_<ACTION>_<OUTPUT>=value, for GitLab.',
    '  --summary            File to which the Markdown summary is appended.',
  ];
  return `${action.description}\n\n${[...lines, ...more].join('\n')}\n`;
}
