import { type SpawnOptions, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { trackingProcs } from './cgroup.ts';
import { ADDRESS, type Lab } from './lab.ts';
import { type ProcessId, processIn } from './lock.ts';
import { until } from './progress.ts';

/** Environment variable of every process that `up` starts, so that `down` finds processes that are not in their cgroup yet. */
export const MARK = 'SLIPWAY_LAB_PART';

/** Where a process runs: in the lab's network, on one of its nodes (in the same network), or outside. */
export type Where = { readonly node: string } | 'lab' | 'outside';

/** A program that continues after `up`. */
export interface Part {
  readonly name: string;
  readonly where: Where;
  readonly command: readonly string[];
}

/** Writes its pid file, joins the lab's cgroup, and executes the program. `read` is a builtin, so it does not fork. */
const LAUNCH = `
read -r pid comm state ppid pgrp session tty tpgid flags a b c d e f g h i j k l start rest < /proc/self/stat
echo $$ > "$1" && echo "$pid $start" > "$0" || exit 1
shift
exec "$@"`;

export function pidFile(lab: Lab, part: string): string {
  return join(lab.pids, part);
}

export function logFile(lab: Lab, part: string): string {
  return join(lab.logs, `${part}.log`);
}

export function alive(lab: Lab, part: string): ProcessId | null {
  return processIn(pidFile(lab, part));
}

/** Starts a part unless it runs. Returns whether it had to. */
export async function ensure(lab: Lab, part: Part): Promise<boolean> {
  if (alive(lab, part.name)) return false;
  mkdirSync(lab.logs, { recursive: true });
  mkdirSync(lab.pids, { recursive: true });
  const log = openSync(logFile(lab, part.name), 'a');
  const child = spawn(
    'sh',
    [
      '-c',
      LAUNCH,
      pidFile(lab, part.name),
      trackingProcs(lab.id),
      ...enter(lab, part.where),
      ...part.command,
    ],
    { detached: true, cwd: '/', stdio: ['ignore', log, log], env: environment(lab) },
  );
  closeSync(log);
  child.unref();
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`${part.name} ended with ${code}: ${tail(lab, part.name)}`)));
  });
  failed.catch(() => {});
  await Promise.race([
    failed,
    until(part.name, async () => alive(lab, part.name), { every: 5, within: 5_000 }),
  ]);
  return true;
}

/** Kills a part if it runs. Resolves when it is dead; its data remains. */
export async function kill(lab: Lab, part: string): Promise<void> {
  const running = alive(lab, part);
  if (running) process.kill(running.pid, 'SIGKILL');
  while (alive(lab, part)) await sleep(5);
}

/** @throws Error with the end of its log if the part is dead. */
export function requireAlive(lab: Lab, part: string): void {
  if (!alive(lab, part)) throw new Error(`${part} died; ${logFile(lab, part)} ends with: ${tail(lab, part)}`);
}

/** Waits until a part listens at a TCP port of the lab's address. */
export async function listens(lab: Lab, part: string, port: number): Promise<void> {
  await until(`${part} listens`, async () => {
    requireAlive(lab, part);
    return (await run(lab, 'lab', ['ss', '-Hltn', `src = ${ADDRESS}:${port}`])) !== '';
  });
}

/** Returns the start of a command line that runs the rest of it at that place. */
export function enter(lab: Lab, where: Where): string[] {
  if (where === 'outside') return [];
  if (where === 'lab') return ['nsenter', `--net=${lab.netns}`, '--'];
  const init = processIn(pidFile(lab, `${where.node}.init`));
  if (!init) throw new Error(`${where.node} is down`);
  // nsenter remains the parent of the program, so the program must end if nsenter is killed.
  const bound = ['setpriv', '--pdeathsig', 'KILL', '--'];
  return ['nsenter', '--target', String(init.pid), '--net', '--mount', '--pid', '--', ...bound];
}

/**
 * Returns the start of a command line for a program that refuses to run as root: it has another user in a namespace of its own, and can
 * still write the lab's files.
 */
export function unprivileged(): string[] {
  return ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
}

/** Runs a command and returns its output. The command is killed if this process ends. */
export function run(lab: Lab, where: Where, command: readonly string[], input?: string): Promise<string> {
  const [program = '', ...args] = ['setpriv', '--pdeathsig', 'KILL', '--', ...enter(lab, where), ...command];
  return capture(program, args, { cwd: '/', env: environment(lab) }, input);
}

/** Runs a command and returns its output. @throws Error with the command's stderr if it fails. */
export function capture(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
  input = '',
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', text => (out += text));
    child.stderr?.setEncoding('utf8').on('data', text => (err += text));
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve(out);
      else
        reject(
          new Error(`${program} ${args.join(' ')}: ${signal ?? `exit code ${code}`}\n${err.slice(-2_000)}`),
        );
    });
  });
}

function environment(lab: Lab): NodeJS.ProcessEnv {
  return {
    PATH: `${lab.bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    HOME: lab.dir,
    BUILDX_CONFIG: join(lab.dir, 'buildx'),
    [MARK]: lab.dir,
  };
}

function tail(lab: Lab, part: string): string {
  try {
    return readFileSync(logFile(lab, part), 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  } catch {
    return '(no log)';
  }
}
