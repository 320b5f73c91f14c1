import { commandNames, loadAction, loadCommands } from './actions/all.ts';
import { suggest } from './config/suggest.ts';
import { describe, UsageError } from './toolkit/errors.ts';
import type { Files } from './toolkit/files.ts';
import { annotationLine, cancellationOfProcess, completeInputs, type Host, perform } from './toolkit/host.ts';
import { logLine } from './toolkit/printable.ts';
import { reserveStandardOutput, writeResult } from './toolkit/standard-output.ts';
import { anySignal, despiteUncaughtErrors } from './toolkit/uncaught-errors.ts';

/**
 * Runs `slipway <action> --input value …`: the same code as the actions, for any CI and for a terminal.
 * @returns the exit code: 0 on success, 1 on failure or refusal, 2 for a command that is written wrong.
 */
export async function main(args: string[]): Promise<number> {
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(surviveClosedPipe)) stream.on('error', surviveClosedPipe);
  try {
    // Imported late, because actions load this file, too.
    const { help, overview, parseFlags } = await import('./toolkit/command-line.ts');
    // `help deploy` is `deploy --help`.
    const [name, ...rest] = args[0] === 'help' && args[1] !== undefined ? [args[1], '--help'] : args;
    if (name === undefined || ['help', '--help', '-h'].includes(name)) {
      process.stdout.write(overview(await loadCommands()));
      return name === undefined ? 2 : 0;
    }
    if (name === '--version' || name === 'version') {
      const { versionOf } = await import('./toolkit/version.ts');
      process.stdout.write(`${versionOf()}\n`);
      return 0;
    }
    if (!commandNames.includes(name))
      throw new UsageError(`there is no command "${name}"`, suggest(name, commandNames));
    const action = await loadAction(name);
    if (rest.includes('--help') || rest.includes('-h')) {
      process.stdout.write(help(action));
      return 0;
    }
    const writesFiles = rest.some(each => /^--(dotenv|summary)(=|$)/.test(each));
    const { flags, files } = writesFiles
      ? (await import('./toolkit/files.ts')).openFiles(rest, action.name, say)
      : { flags: rest, files: undefined };
    const inputs = () => {
      const given = parseFlags(action, flags, suggest, say);
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
function terminal(uncaught: AbortSignal, files?: Files, later?: Map<string, string>): Host {
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
