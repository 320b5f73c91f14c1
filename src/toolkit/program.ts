import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { exec } from '@actions/exec';
import { dieWithParent } from './child.ts';
import { textMap } from './map.ts';

export interface ProgramOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Standard input. Default: empty. */
  readonly input?: string;
  /** Interrupts the program (SIGINT), and kills it after five seconds. */
  readonly signal?: AbortSignal;
  /** Called for each line of output. */
  print(line: string, stream: 'stdout' | 'stderr'): void;
}

/** Milliseconds between SIGINT and SIGKILL. */
const grace = 5_000;

/**
 * Runs a program to its end and passes its lines on. It ends with this process, even if this one is killed.
 * @returns its exit code; undefined when a signal ended it.
 */
export async function runProgram(
  [program, ...args]: readonly [string, ...string[]],
  { env, cwd, input, signal, print }: ProgramOptions,
): Promise<number | undefined> {
  if (signal?.aborted) return undefined;
  // @actions/exec does not expose the process, so the shell prints its ID before it becomes the program. Without input stdin is
  // /dev/null: with an open pipe the program might wait forever, and bash might assume a remote login.
  const launch = `echo $$; exec "$@"${input === undefined ? ' < /dev/null' : ''}`;
  const [command, all] = dieWithParent('/bin/sh', ['-c', launch, 'sh', program, ...args]);
  let child: number | undefined;
  let last: NodeJS.Timeout | undefined;
  const kill = (name: NodeJS.Signals) => {
    try {
      if (child !== undefined) process.kill(child, name);
    } catch {
      // It has already ended.
    }
  };
  const stop = () => {
    kill('SIGINT');
    last ??= setTimeout(() => kill('SIGKILL'), grace);
  };
  const stdout = new Lines(line => {
    if (child !== undefined) return print(line, 'stdout');
    child = Number(line);
    if (signal?.aborted) stop();
  });
  const stderr = new Lines(line => print(line, 'stderr'));
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const code: number | null = await exec(command, all, {
      env: textMap(env),
      ...(cwd === undefined ? {} : { cwd }),
      ...(input === undefined ? {} : { input: Buffer.from(input) }),
      silent: true,
      ignoreReturnCode: true,
      listeners: { stdout: data => stdout.write(data), stderr: data => stderr.write(data) },
    });
    return code ?? undefined;
  } finally {
    clearTimeout(last);
    signal?.removeEventListener('abort', stop);
    await Promise.all([stdout.end(), stderr.end()]);
  }
}

/**
 * A program that ends before it has read all its input has printed why. @actions/exec leaves the broken pipe as an uncaught error. Node
 * announces each new process on this channel; one listener is enough for all programs.
 */
subscribe('child_process', message => {
  const { process: child } = message as { process: ChildProcess };
  child.once('spawn', () => child.stdin?.on('error', () => undefined));
});

/** Splits bytes into lines. @actions/exec would break characters at the border of two chunks. */
class Lines {
  readonly #bytes = new PassThrough();
  readonly #closed: Promise<unknown>;

  constructor(print: (line: string) => void) {
    const lines = createInterface({ input: this.#bytes, crlfDelay: Number.POSITIVE_INFINITY });
    lines.on('line', print);
    this.#closed = once(lines, 'close');
  }

  write(data: Buffer): void {
    this.#bytes.write(data);
  }

  async end(): Promise<void> {
    this.#bytes.end();
    await this.#closed;
  }
}

/** The output of a program; `code` is undefined when a signal ended it. */
export interface ProgramOutput {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Says how a program ended that did not succeed, to continue a sentence that starts with it. */
export const endingOf = (code: number | undefined): string =>
  code === undefined ? 'was killed by a signal' : `exited with code ${code}`;

/**
 * Runs a program and returns its output, which must be short.
 * @param heard called for each line of its standard output.
 * @throws when it cannot be started.
 */
export async function runForOutput(
  program: readonly [string, ...string[]],
  { heard, ...options }: Omit<ProgramOptions, 'print'> & { heard?(line: string): void },
): Promise<ProgramOutput> {
  const said = { stdout: [] as string[], stderr: [] as string[] };
  const code = await runProgram(program, {
    ...options,
    print: (line, stream) => {
      said[stream].push(line);
      if (stream === 'stdout') heard?.(line);
    },
  });
  return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}
