import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { exec } from '@actions/exec';
import { boundToUs } from './child.ts';

export interface ProgramOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** What it reads. Default: nothing. */
  readonly input?: string;
  /** Asks it to end (SIGINT); after five seconds it is killed. */
  readonly signal?: AbortSignal;
  /** Each line that it prints, as it comes. */
  print(line: string, stream: 'stdout' | 'stderr'): void;
}

/** Milliseconds between SIGINT and SIGKILL. */
const grace = 5_000;

/**
 * Runs a program to its end and passes its lines on. It ends when we end, even if we are killed.
 * @returns its exit code; undefined when a signal ended it.
 */
export async function runProgram(
  [program, ...args]: readonly [string, ...string[]],
  { env, cwd, input, signal, print }: ProgramOptions,
): Promise<number | undefined> {
  if (signal?.aborted) return undefined;
  // @actions/exec keeps the process to itself, so the shell prints its ID before it becomes the program. Without input the program
  // gets an empty file: from an open pipe it might wait for ever, or bash take it for a remote login.
  const launch = `echo $$; exec "$@"${input === undefined ? ' < /dev/null' : ''}`;
  const [command, all] = boundToUs('/bin/sh', ['-c', launch, 'sh', program, ...args]);
  let child: number | undefined;
  let last: NodeJS.Timeout | undefined;
  const kill = (name: NodeJS.Signals) => {
    try {
      if (child !== undefined) process.kill(child, name);
    } catch {
      // It has ended already.
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
      env: definedOnly(env),
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

/** Splits bytes into lines. @actions/exec would break characters that lie on the border of two chunks. */
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

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** What a program answered; `code` is undefined when a signal ended it. */
export interface Answer {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program that has a short answer.
 * @param heard is given each line of its output, as it comes.
 * @throws when it cannot be started.
 */
export async function ask(
  program: readonly [string, ...string[]],
  { heard, ...options }: Omit<ProgramOptions, 'print'> & { heard?(line: string): void },
): Promise<Answer> {
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
