import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
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

const grace = 5_000;

/**
 * Runs a program to its end and passes its lines on. It ends when we do.
 * @returns its exit code; undefined when a signal ended it.
 * @throws when it cannot be started.
 */
export function runProgram(
  [program, ...args]: readonly [string, ...string[]],
  { env, cwd, input, signal, print }: ProgramOptions,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return resolve(undefined);
    const [command, all] = boundToUs(program, args);
    // Bash takes an empty pipe of ours for a login from afar, and reads its .bashrc.
    const stdin = input === undefined ? 'ignore' : 'pipe';
    const child = spawn(command, all, { env, cwd, stdio: [stdin, 'pipe', 'pipe'] });
    // Who ends without reading it all has said why.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    for (const stream of ['stdout', 'stderr'] as const) {
      const lines = createInterface({
        input: child[stream] as Readable,
        crlfDelay: Number.POSITIVE_INFINITY,
      });
      lines.on('line', line => print(line, stream));
    }
    let last: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill('SIGINT');
      last = setTimeout(() => child.kill('SIGKILL'), grace);
    };
    signal?.addEventListener('abort', stop, { once: true });
    const ended = () => {
      clearTimeout(last);
      signal?.removeEventListener('abort', stop);
    };
    child.once('error', error => {
      ended();
      reject(error);
    });
    child.once('close', code => {
      ended();
      resolve(code ?? undefined);
    });
  });
}

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
