import { parseArgs } from 'node:util';
import { commandNames, loadAction, loadCommands } from './actions/all.ts';
import { suggest } from './config/suggest.ts';
import { anySignal, despiteUncaughtErrors } from './toolkit/accident.ts';
import { describe, UsageError } from './toolkit/errors.ts';
import type { Files } from './toolkit/files.ts';
import {
  type Action,
  annotationLine,
  cancellationOfProcess,
  completeInputs,
  type Host,
  type InputSpec,
  perform,
} from './toolkit/host.ts';
import { logLine } from './toolkit/printable.ts';
import { reserveStandardOutput, writeResult } from './toolkit/standard-output.ts';
import { versionOf } from './toolkit/version.ts';

/**
 * Runs `slipway <action> --input value …`: the same code as the actions, for any CI and for a terminal.
 * @returns the exit code: 0 on success, 1 on failure or refusal, 2 for a command that is written wrong.
 */
export async function main(args: string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(surviveClosedPipe)) stream.on('error', surviveClosedPipe);
  try {
    // `help deploy` is `deploy --help`.
    const [name, ...rest] = args[0] === 'help' && args[1] !== undefined ? [args[1], '--help'] : args;
    if (name === undefined || ['help', '--help', '-h'].includes(name)) {
      process.stdout.write(overview(await loadCommands()));
      return name === undefined ? 2 : 0;
    }
    if (name === '--version' || name === 'version') {
      process.stdout.write(`${versionOf()}\n`);
      return 0;
    }
    if (!commandNames.includes(name)) {
      throw new UsageError(`there is no command "${name}"`, suggest(name, commandNames));
    }
    const action = await loadAction(name);
    if (rest.includes('--help') || rest.includes('-h')) {
      process.stdout.write(help(action));
      return 0;
    }
    const writesFiles = rest.some(each => /^--(dotenv|summary)(=|$)/.test(each));
    const { flags, files } = writesFiles
      ? (await import('./toolkit/files.ts')).openFiles(rest, action.name)
      : { flags: rest, files: undefined };
    const inputs = () => {
      const given = parseFlags(action, flags);
      return completeInputs(
        action,
        input => given[input] ?? '',
        input => `write --${input} value`,
      );
    };
    const releaseOutput = reserveStandardOutput(process.env);
    const later = process.stdout.isTTY ? new Map<string, string>() : undefined;
    try {
      const well = await despiteUncaughtErrors(say, uncaught =>
        perform(action, inputs, terminal(uncaught, files, later)),
      );
      return well ? 0 : 1;
    } finally {
      if (later !== undefined && action.told !== true) writeResult(outputsForPeople(later));
      releaseOutput();
      // After a failure too: later jobs read the outputs that were set.
      for (const sentence of files?.close() ?? []) say(sentence);
    }
  } catch (error) {
    say(describe(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

const say = (text: string) => void process.stderr.write(`slipway: ${text}\n`);

/** A reader that has seen enough, such as `head`, must not end a release. */
function surviveClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/**
 * Writes only outputs to stdout, as `name=value`, so that scripts can read them; everything else goes to stderr.
 * @param later gets the outputs instead, so that they do not stand between the lines for people.
 */
function terminal(
  uncaught: AbortSignal,
  files: Files | undefined,
  later: Map<string, string> | undefined,
): Host {
  return {
    report: line => void process.stderr.write(`${logLine(line)}\n`),
    output: (name, value) => {
      files?.output(name, value);
      if (later === undefined) writeResult(outputLine(name, value));
      else later.set(name, value);
    },
    summary: async markdown => files?.summary(markdown),
    quote: async (title, work) => {
      process.stderr.write(`${title}\n`);
      return work(line => void process.stderr.write(`${logLine(`  ${line}`)}\n`));
    },
    annotate: (level, annotation) =>
      void process.stderr.write(`${logLine(annotationLine(level, annotation))}\n`),
    setSecret: () => undefined,
    log: 2,
    env: process.env,
    cancellation: anySignal(uncaught, cancellationOfProcess),
  };
}

/** Returns the outputs that have a value, below the other lines. An error has already said `reason`. Pure. */
export function outputsForPeople(outputs: ReadonlyMap<string, string>): string {
  const lines = [...outputs]
    .filter(([name, value]) => name !== 'reason' && !['', '{}', '[]'].includes(value))
    .map(([name, value]) => outputLine(name, value));
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

/** Formats an output as one line. A line break in the value is written as `\\n`, so that it cannot start another output. Pure. */
export function outputLine(name: string, value: string): string {
  return `${name}=${value.replace(/\r\n|\r|\n/g, '\\n')}\n`;
}

/**
 * Parses `--name value`, `--name=value`, `--name` of a boolean input, and the value of the positional input. A value that begins with a
 * dash needs the equals sign: after a space it is the next flag, and the value is missing.
 * @throws UsageError for anything else.
 */
export function parseFlags(
  action: Action<Record<string, InputSpec>>,
  args: string[],
): Record<string, string> {
  const isBoolean = (name: string) => /^(true|false)$/.test(action.inputs[name]?.default ?? '');
  const options = Object.fromEntries(
    Object.keys(action.inputs).map(name => [name, { type: isBoolean(name) ? 'boolean' : 'string' } as const]),
  );
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string>();
  const set = (name: string, value: string) => {
    if (values.has(name)) throw new UsageError(`--${name} is given twice`, 'give it once');
    values.set(name, value);
  };
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      const isValue = before?.kind === 'option' && isBoolean(before.name) && before.value === undefined;
      // `--dry-run false`; another word is the argument without a name, or else an invalid value.
      if (isValue && (isTruth(token.value) || action.positional === undefined))
        values.set(before.name, token.value);
      else if (action.positional !== undefined) set(action.positional, token.value);
      else throw unexpected(action, token.value);
      continue;
    }
    const { name, rawName, value, inlineValue } = token;
    if (!rawName.startsWith('--')) throw unexpected(action, rawName);
    if (!Object.hasOwn(action.inputs, name))
      throw new UsageError(
        `${action.name} has no input "${name}"`,
        suggest(name, Object.keys(action.inputs)),
      );
    if (value === undefined ? !isBoolean(name) : inlineValue === false && /^-./.test(value))
      throw new UsageError(`--${name} has no value`, `write --${name} value`);
    set(name, value ?? 'true');
  }
  return Object.fromEntries(values);
}

const isTruth = (text: string) => /^(true|True|TRUE|false|False|FALSE)$/.test(text);

const unexpected = ({ name }: Action, argument: string) =>
  new UsageError(`unexpected argument "${argument}"`, `write --input value; see slipway ${name} --help`);

function overview(commands: readonly Action[]): string {
  const lines = commands.map(action => `  ${action.name.padEnd(11)} ${action.description}`);
  const more = 'slipway <action> --help lists the inputs, slipway --version prints the version.';
  return `${versionOf()}\n\nslipway <action> --input value …\n\n${lines.join('\n')}\n\n${more}\n`;
}

function help(action: Action<Record<string, InputSpec>>): string {
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
