import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { findOnPath } from './child.ts';
import { UserError } from './errors.ts';
import { commandsOff } from './runner.ts';

/** How a command ended. */
export type Ending =
  | { kind: 'exit'; code: number }
  | { kind: 'signal'; name: string }
  | { kind: 'cancelled' };

export interface CommandOptions {
  /** Script for bash. It comes from the repository and is trusted. */
  run: string;
  folder: string;
  env: NodeJS.ProcessEnv;
  /** File descriptor for stdout and stderr, unchanged and in order. */
  log: number;
  signal: AbortSignal;
  /** Milliseconds from SIGINT to SIGTERM and to SIGKILL; the runner allows ten seconds in total. */
  patience?: { terminate: number; kill: number };
}

/**
 * Runs bash, and a watcher that kills the whole process group when the pipe to this process breaks, so that a killed runner leaves no
 * test running. `setpriv --pdeathsig` would kill only bash and not its children.
 */
const watched =
  '{ trap "" INT TERM; read -r -u 3 _; kill -KILL 0; } & exec bash --noprofile --norc -eo pipefail -c "$1" 3<&-';

/**
 * Runs a command in its own process group, and leaves none of its processes running.
 * @throws UserError when there is no bash.
 */
export async function runCommand(options: CommandOptions): Promise<Ending> {
  const { run, folder, env, log, signal } = options;
  const { terminate, kill } = options.patience ?? { terminate: 3000, kill: 5000 };
  const bash = findOnPath('bash');
  if (bash === undefined) throw new UserError('there is no bash on the PATH', 'install bash');
  if (signal.aborted) return { kind: 'cancelled' };
  const child = spawn(bash, ['--noprofile', '--norc', '-c', watched, 'bash', run], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
  });
  const send = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // The group has already ended.
    }
  };
  const timers: NodeJS.Timeout[] = [];
  const end = () => {
    send('SIGINT');
    timers.push(
      setTimeout(() => send('SIGTERM'), terminate),
      setTimeout(() => send('SIGKILL'), kill),
    );
  };
  signal.addEventListener('abort', end, { once: true });
  try {
    const [code, name] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject);
      // Not `close`: background processes of the command would keep its files open.
      child.once('exit', (...how) => resolve(how));
    });
    if (signal.aborted) return { kind: 'cancelled' };
    return code === null ? { kind: 'signal', name: name ?? 'a signal' } : { kind: 'exit', code };
  } finally {
    signal.removeEventListener('abort', end);
    for (const timer of timers) clearTimeout(timer);
    send('SIGKILL');
    child.stdio[3]?.destroy();
  }
}

/** Variables for actions only: a command must neither set outputs, name artifacts, nor have the tokens of the job. */
const ofTheRunner = /^(GITHUB_(OUTPUT|ENV|PATH|STATE|ARTIFACTS)|ACTIONS_.*|INPUT_.*|SLIPWAY_JOB_TOKEN)$/;

/** Returns the environment for a command. Pure. */
export function environmentForCommands(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheRunner.test(name)));
}

/**
 * Returns the text before and after the output of a command that makes the runner ignore workflow commands in it.
 * @param group title of a group for the output. Default: none.
 */
export function commandGuard(token: string, group?: string): { before: string; after: string } {
  const { stop, resume } = commandsOff(token);
  const [start, end] = group === undefined ? ['', ''] : [`::group::${group}\n`, '::endgroup::\n'];
  // The last line of the output may lack its end.
  return { before: `${start}${stop}\n`, after: `\n${resume}\n${end}` };
}

/** Runs a command and logs its output unchanged. In GitHub Actions, workflow commands in the output are ignored. */
export async function runLogged({
  report,
  group,
  ...command
}: Omit<CommandOptions, 'patience'> & {
  report: (line: string) => void;
  /** Title of a group for the output. Default: none. */
  group?: string | undefined;
}): Promise<Ending> {
  const { run, folder, env, log } = command;
  report(`running in ${folder}: ${run.trim().split('\n')[0] ?? ''}${run.trim().includes('\n') ? ' …' : ''}`);
  const guard = env.GITHUB_ACTIONS === 'true' ? commandGuard(randomUUID(), group) : { before: '', after: '' };
  say(log, guard.before);
  try {
    return await runCommand({ ...command, env: environmentForCommands(env) });
  } finally {
    say(log, guard.after);
  }
}

/** Writes synchronously, to come before the output of the command. Node makes pipes non-blocking, hence the retry on EAGAIN. */
function say(log: number, text: string): void {
  for (;;) {
    try {
      writeSync(log, text);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
