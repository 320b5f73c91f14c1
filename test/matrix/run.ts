import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Timing } from '../../src/toolkit/timing.ts';
import { shorter } from '../e2e/shorter.ts';
import { type Death, type Moment, momentText, type TracedWrite } from './writes.ts';

const root = resolve(import.meta.dirname, '../..');
/** The committed bundle; SLIPWAY_CLI selects another one, or src/slipway.ts. */
const cli = resolve(root, process.env.SLIPWAY_CLI ?? 'dist/cli/index.js');

/** Milliseconds that a run may take. */
const patience = 180_000;

/** A finished run of the CLI, with its writes. */
export interface Ran {
  code: number | null;
  signal: NodeJS.Signals | null;
  outputs: Record<string, string>;
  /** Lines of stderr. */
  said: string[];
  writes: TracedWrite[];
  /** Where it was killed, if it was. */
  died?: Death;
  seconds: number;
}

export interface Running {
  child: ChildProcess;
  done: Promise<Ran>;
}

export interface Interruption {
  kill?: Moment;
  stall?: Moment;
}

export interface RunOptions extends Interruption {
  timing: Partial<Timing>;
  /** Phase of the rollout in the state. */
  phase: string;
  /** Additional environment variables. */
  env?: Record<string, string>;
}

/** Starts a run in a checkout. Its temporary files are removed at its end. */
export async function start(
  folder: string,
  args: readonly string[],
  { kill, stall, timing, phase, env: more = {} }: RunOptions,
): Promise<Running> {
  // A short name, because the path of a socket below it may have at most 108 bytes.
  const scratch = await mkdtemp(join(tmpdir(), 'm-'));
  const trace = join(scratch, 'trace');
  const env = {
    ...Object.fromEntries(
      ['PATH', 'HOME', 'KUBECONFIG', 'KUBECACHEDIR'].map(name => [name, process.env[name]]),
    ),
    TMPDIR: scratch,
    // Shared, so that the code is compiled only once.
    NODE_COMPILE_CACHE: join(tmpdir(), 'matrix-compiled'),
    ...more,
    SLIPWAY_TRACE: trace,
    ...shorter(timing),
    SLIPWAY_PHASE: phase,
    ...(kill === undefined ? {} : { SLIPWAY_KILL_AT: momentText(kill) }),
    ...(stall === undefined ? {} : { SLIPWAY_STALL_AT: momentText(stall) }),
  };
  const preload = join(import.meta.dirname, 'preload.ts');
  const child = spawn(process.execPath, ['--import', preload, cli, ...args], { cwd: folder, env });
  const started = performance.now();
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', chunk => {
    stdout += chunk;
  });
  child.stderr.on('data', chunk => {
    stderr += chunk;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const done = new Promise<Ran>((fulfil, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const seconds = (performance.now() - started) / 1000;
      const said = linesOf(stderr);
      const ran = { code, signal, outputs: outputsIn(stdout), said, seconds, ...tracesIn(trace) };
      rm(scratch, { recursive: true, force: true }).then(() => fulfil(ran), reject);
    });
  });
  return { child, done };
}

/** Returns the last log lines of two runs. */
export const lastWords = (one: Ran, other: Ran): string[] => [...one.said.slice(-4), ...other.said.slice(-6)];

/** Whether a process is stopped. */
export function isStopped(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('T');
  } catch {
    return false;
  }
}

function tracesIn(file: string): Pick<Ran, 'writes' | 'died'> {
  try {
    const lines = linesOf(readFileSync(file, 'utf8')).map(
      line => JSON.parse(line) as TracedWrite | { died: Death },
    );
    const died = lines.find(line => 'died' in line)?.died;
    const writes = lines.filter((line): line is TracedWrite => !('died' in line));
    return { writes, ...(died === undefined ? {} : { died }) };
  } catch {
    return { writes: [] };
  }
}

function outputsIn(text: string): Record<string, string> {
  const lines = linesOf(text).filter(line => line.includes('='));
  return Object.fromEntries(
    lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

const linesOf = (text: string) => text.split('\n').filter(line => line !== '');
