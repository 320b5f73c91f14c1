/** What the scripts with a lab of their own share: its name, its end whatever happens, and signals. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PartName } from '../lab/asked.ts';
import { down } from '../lab/down.ts';
import { labOf } from '../lab/lab.ts';
import { leftovers } from '../lab/leftovers.ts';
import { processIn } from '../lab/lock.ts';
import { observed } from '../lab/progress.ts';
import { untilPartsReady } from '../lab/ready.ts';
import { describe, UserError } from '../src/toolkit/errors.ts';

const root = resolve(import.meta.dirname, '..');
const lab = join(root, 'scripts/lab');

/** A signal asked us to stop: no failure, but nothing goes on either. */
export class Interrupted extends Error {}

let interrupted: string | undefined;
const running = new Set<{ stop(signal: NodeJS.Signals): void; patience: number }>();

export interface RunOptions {
  env?: Record<string, string>;
  /** File descriptors of ours that the command's stdout and stderr go to; default 1 and 2. */
  to?: [number, number];
  /** Milliseconds that it has to end in peace after SIGTERM; default 30,000. */
  patience?: number;
  /** Sends SIGTERM to the command on abort. */
  signal?: AbortSignal;
}

/**
 * Runs a command to its end. It has a session of its own, so that a signal from the terminal reaches it once, from us,
 * and gets a SIGTERM if we are killed.
 * @returns its exit code.
 * @throws Interrupted when a signal came meanwhile or before.
 */
export async function run(command: string[], options: RunOptions = {}): Promise<number> {
  stopIfInterrupted();
  const [stdout, stderr] = options.to ?? [1, 2];
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', ...command], {
    cwd: root,
    detached: true,
    stdio: ['ignore', stdout, stderr],
    env: { ...process.env, ...options.env },
  });
  const entry = {
    stop: (signal: NodeJS.Signals) => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, signal);
      } catch {
        // It ended by itself.
      }
    },
    patience: options.patience ?? 30_000,
  };
  running.add(entry);
  const end = () => entry.stop('SIGTERM');
  options.signal?.addEventListener('abort', end);
  try {
    return await new Promise((done, fail) => {
      child.once('error', fail);
      child.once('close', code => done(code ?? 1));
    });
  } finally {
    running.delete(entry);
    options.signal?.removeEventListener('abort', end);
    // What it started and left behind would go on with a lab that is gone.
    if (interrupted !== undefined) entry.stop('SIGKILL');
    stopIfInterrupted();
  }
}

/** @throws Interrupted when a signal came. */
export function stopIfInterrupted(): void {
  if (interrupted !== undefined) throw new Interrupted(interrupted);
}

/** The first signal asks what runs to end, and kills it when its patience is over; the second kills it at once. */
function onSignal(signal: NodeJS.Signals): void {
  const again = interrupted !== undefined;
  interrupted = signal;
  for (const { stop, patience } of running) {
    if (again) {
      stop('SIGKILL');
      continue;
    }
    stop('SIGTERM');
    setTimeout(() => stop('SIGKILL'), patience).unref();
  }
}

/** Runs a script: signals as above (exit code 130), errors as one line on stderr, the exit code from `work`. */
export async function main(name: string, work: () => Promise<number>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  try {
    process.exitCode = await work();
  } catch (error) {
    if (error instanceof Interrupted) console.error(`${name}: stopped by ${error.message}`);
    else console.error(`${name}: ${describe(error)}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
  if (interrupted !== undefined) process.exitCode = 130;
}

/** The command line is wrong. */
export class UsageError extends UserError {}

/**
 * Reads a command line. @param parse calls parseArgs.
 * @throws UsageError with parseArgs's own sentence.
 */
export function commandLine<T>(script: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    // Its advice on positional arguments is none here.
    const [what = ''] = (error as Error).message.split('. ', 1);
    throw new UsageError(what, `see scripts/${script} --help`, { cause: error });
  }
}

export interface LabOptions {
  /** Of the script: the lab's name, with our process id, unless one is given. */
  script: string;
  name: string | undefined;
  /** Its nodes are kwok's: see docs/lab.md. */
  simulated?: boolean;
  /** Its parts, see docs/lab.md; the default parts if empty. */
  parts?: readonly string[];
  /** `work` starts when these parts are ready, and waits for the others itself. */
  early?: readonly PartName[];
  keep: boolean;
  /** File descriptor for what the lab says. */
  to: 1 | 2;
  /** Goes around bringing it up and taking it down; one that keeps a failure to itself still prevents `work`. */
  step?: (title: string, work: () => Promise<void>) => Promise<void>;
}

/**
 * Brings a lab up, runs `work` with its name, and takes it down, whatever happened: also after an `up` that failed or was
 * stopped by a signal. With `keep` it stays; and so does one that was up before, which is somebody else's.
 */
export async function withLab<T>(
  {
    script,
    name: given,
    simulated = false,
    parts = [],
    early,
    keep,
    to,
    step = (_, work) => work(),
  }: LabOptions,
  work: (name: string) => Promise<T>,
): Promise<T | undefined> {
  const name = given ?? `${script}-${process.pid}`;
  const { netns, dir } = checked(name);
  const log = (line: string) => (to === 1 ? console.log(line) : console.error(line));
  const before = existsSync(netns) || existsSync(dir);
  const kind = simulated ? ['--simulated'] : withArgs(parts);
  const stop = new AbortController();
  const { signal } = stop;
  // `up` is its own process, so that it can be killed at any time; `down` cleans up after it.
  const up = observed(
    run([lab, 'up', ...kind, '--name', name], { to: [to, to], signal }).then(code => {
      if (code !== 0) throw new Error(`the lab ${name} failed to start`);
    }),
  );
  let raised = false;
  try {
    await step('lab up', async () => {
      // In an existing lab `up` may still restart parts that are marked as ready.
      const patience = Number.POSITIVE_INFINITY;
      const begun =
        early === undefined || before ? up : untilPartsReady(labOf(name), early, { patience, signal });
      await Promise.race([up, begun]);
      raised = true;
    });
    if (!raised) return undefined;
    const result = await work(name);
    // `work` may end before all parts are up. Only a lab that is kept must be complete.
    if (keep) await up;
    return result;
  } finally {
    stop.abort();
    await Promise.allSettled([up]);
    if (before || keep) {
      for (const inner of innerLabs(name)) await end(inner, log);
      log(`the lab ${name} ${before ? 'was there before and stays' : 'stays'}`);
      log(`to use it: scripts/lab exec --name ${name} -- kubectl get pods -A`);
      log(`to end it: scripts/lab down --name ${name}`);
    } else {
      await step('lab down leaves nothing', async () => {
        const ends = await Promise.allSettled([
          ...innerLabs(name).map(i => end(i, log)),
          down({ name, log }),
        ]);
        for (const each of ends) if (each.status === 'rejected') throw each.reason;
      });
    }
  }
}

const withArgs = (parts: readonly string[]) => (parts.length === 0 ? [] : ['--with', parts.join(',')]);

/** Adds parts to a running lab. @throws Error when they fail to start. */
export async function withParts(name: string, parts: readonly string[]): Promise<void> {
  const code = await run([lab, 'up', ...withArgs(parts), '--name', name]);
  if (code !== 0) throw new Error(`the lab ${name} failed to start ${parts.join(', ')}`);
}

function checked(name: string) {
  try {
    return labOf(name);
  } catch (error) {
    if (error instanceof UserError) throw new UsageError(error.message, error.remedy, { cause: error });
    throw error;
  }
}

/** A lab beside the one of that name. */
export function simulatedBeside(name: string): string {
  return `${name.slice(0, 18).replace(/-+$/, '')}-m`;
}

/** Labs that the end-to-end tests make for themselves when they run in the lab `name`. */
export function innerLabs(name: string): [string, string] {
  const stem = name.slice(0, 18).replace(/-+$/, '');
  return [`${stem}-k`, `${stem}-s`];
}

/** Ends a lab that a test made and, being killed, did not take down. */
async function end(name: string, log: (line: string) => void): Promise<void> {
  if (leftovers(name).length === 0) return;
  const holder = processIn(labOf(name).lock);
  if (holder !== null) process.kill(holder.pid, 'SIGKILL');
  await down({ name, log });
}

/** The command that runs the rest of its line in the lab. */
export function inLab(name: string, command: string[]): string[] {
  return [lab, 'exec', '--name', name, '--', ...command];
}
