/** Shared code of the scripts that run their own lab: its name, its removal after success or failure, and signals. */
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

/** A signal stopped the script. This is not a failure, but no further step runs. */
export class Interrupted extends Error {}

let interrupted: string | undefined;
const running = new Set<{ stop(signal: NodeJS.Signals): void; patience: number }>();

export interface RunOptions {
  env?: Record<string, string>;
  /** This process's file descriptors for the command's stdout and stderr; default 1 and 2. */
  to?: [number, number];
  /** Milliseconds from SIGTERM to SIGKILL; default 30,000. */
  patience?: number;
  /** Sends SIGTERM to the command on abort. */
  signal?: AbortSignal;
}

/**
 * Runs a command until it ends. It has its own session, so that a signal from the terminal reaches it only once, through this
 * process. It gets SIGTERM if this process is killed.
 * @returns its exit code.
 * @throws Interrupted if this process got a signal before or while it ran.
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
        // It has ended already.
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
    // Its leftover children would otherwise continue with a lab that is removed.
    if (interrupted !== undefined) entry.stop('SIGKILL');
    stopIfInterrupted();
  }
}

/** @throws Interrupted if this process got a signal. */
export function stopIfInterrupted(): void {
  if (interrupted !== undefined) throw new Interrupted(interrupted);
}

/** The first signal sends SIGTERM to the running commands, and SIGKILL after their patience; the second sends SIGKILL at once. */
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

/** Runs a script: handles signals (exit code 130), prints an error as one line on stderr, and sets the exit code from `work`. */
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

/** An invalid command line. */
export class UsageError extends UserError {}

/**
 * Reads a command line. @param parse calls parseArgs.
 * @throws UsageError with the message of parseArgs.
 */
export function commandLine<T>(script: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    // The rest is advice about positional arguments, which does not apply here.
    const [what = ''] = (error as Error).message.split('. ', 1);
    throw new UsageError(what, `see scripts/${script} --help`, { cause: error });
  }
}

export interface LabOptions {
  /** Name of the script; with the process id the default name of the lab. */
  script: string;
  name: string | undefined;
  /** With kwok nodes: see docs/lab.md. */
  simulated?: boolean;
  /** With the oldest supported version of Kubernetes. */
  oldest?: boolean;
  /** The lab's parts, see docs/lab.md; the default parts if empty. */
  parts?: readonly string[];
  /** `work` starts when these parts are ready, and waits for other parts itself. */
  early?: readonly PartName[];
  keep: boolean;
  /** File descriptor for the output of the lab. */
  to: 1 | 2;
  /** Wraps the start and the removal of the lab. If it swallows a failure of the start, `work` does not run either. */
  step?: (title: string, work: () => Promise<void>) => Promise<void>;
}

/**
 * Starts a lab, runs `work` with its name, and removes the lab, even after a failed or interrupted `up`. A lab with `keep`, or one that
 * existed before, is not removed.
 */
export async function withLab<T>(
  {
    script,
    name: given,
    simulated = false,
    oldest = false,
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
  const kind = [...(simulated ? ['--simulated'] : withArgs(parts)), ...(oldest ? ['--oldest'] : [])];
  const stop = new AbortController();
  const { signal } = stop;
  // `up` is its own process, so it can be killed at any time; `down` cleans up after it.
  const up = observed(
    run([lab, 'up', ...kind, '--name', name], { to: [to, to], signal }).then(code => {
      if (code !== 0) throw new Error(`the lab ${name} failed to start`);
    }),
  );
  let raised = false;
  try {
    await step('lab up', async () => {
      // In an existing lab `up` may still restart parts that are marked as ready, so the marks do not count.
      const patience = Number.POSITIVE_INFINITY;
      const begun =
        early === undefined || before ? up : untilPartsReady(labOf(name), early, { patience, signal });
      await Promise.race([up, begun]);
      raised = true;
    });
    if (!raised) return undefined;
    const result = await work(name);
    // `work` may end before all parts are ready. Only a lab that is kept must be complete.
    if (keep) await up;
    return result;
  } finally {
    stop.abort();
    await Promise.allSettled([up]);
    if (before || keep) {
      for (const inner of innerLabs(name)) await end(inner, log);
      log(`the lab ${name} ${before ? 'existed before and is not removed' : 'is not removed'}`);
      log(`to use it: scripts/lab exec --name ${name} -- kubectl get pods -A`);
      log(`to remove it: scripts/lab down --name ${name}`);
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

/** Returns the name of a lab that belongs to the lab `name`; a name has at most 20 characters. */
const related = (name: string, suffix: string) => `${name.slice(0, 18).replace(/-+$/, '')}-${suffix}`;

/** Returns the name of the simulated lab that runs beside the lab `name`. */
export function simulatedBeside(name: string): string {
  return related(name, 'm');
}

/** Returns the name of the lab with the oldest supported Kubernetes, after the lab `name`. */
export function oldestAfter(name: string): string {
  return related(name, 'o');
}

/** Returns the names of the labs that end-to-end tests start when they run in the lab `name`. */
export function innerLabs(name: string): [string, string] {
  return [related(name, 'k'), related(name, 's')];
}

/** Removes a lab that a killed test has left. */
async function end(name: string, log: (line: string) => void): Promise<void> {
  if (leftovers(name).length === 0) return;
  const holder = processIn(labOf(name).lock);
  if (holder !== null) process.kill(holder.pid, 'SIGKILL');
  await down({ name, log });
}

/** Returns a command that runs `command` in the lab. */
export function inLab(name: string, command: string[]): string[] {
  return [lab, 'exec', '--name', name, '--', ...command];
}
