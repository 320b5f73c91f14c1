import { MissingPermission } from '../cluster/errors.ts';
import { ExecConnectionLost } from '../cluster/exec.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import type { ProgramOutput } from '../toolkit/program.ts';
import { sha256Of } from './checksum.ts';
import type { Exec } from './exec.ts';

/**
 * Commands that run in a pod independently of the connection that started them: hours of work outlive the connection, the job and the
 * runner. Each command has a name and a folder with its output and exit code, so that a later run can join it.
 */

export interface DetachedPlace {
  /** Runs commands in the pod. */
  readonly exec: Exec;
  /** A folder in the pod, used for these commands only; it is deleted with the pod. */
  readonly folder: string;
  /** Why commands can no longer run in that pod; undefined while the same pod runs. */
  gone(): Promise<string | undefined>;
  /** Waits between two connections. */
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
  /** How long the pod may be unreachable; ms. Default: 10 min. */
  readonly patience?: number;
}

const usualPatience = 600_000;
/** How many times, every 0.2 s, one connection polls for the end. Then this process checks the pod again. */
const turns = 50;
/** Interval of progress lines; ms. */
const tell = 60_000;

/** Time limit for deleting what a command has left; ms. */
const clearing = 30_000;

/** A zombie is not alive: it has ended, and its parent has not reaped it. */
const lives = `lives() { kill -0 "$1" 2> /dev/null && ! grep -q '^State:.Z' "/proc/$1/status" 2> /dev/null; }`;

/**
 * Constant, so that no input reaches the shell as code: arguments stay arguments. Starts the command unless it has been started before,
 * waits some time for its end, and prints its status on the last line: an exit code, `running`, `cut` (incomplete input), `other` (another
 * command has that name), or `dead` (it ended without an exit code).
 */
export const joinScript = `umask 077
d=$1 what=$2 bytes=$3 turns=$4; shift 4
say() { printf '\\nslipway: %s\\n' "$1"; exit 0; }
${lives}
if ! [ -e "$d" ]; then
  mkdir -p "\${d%/*}"
  in=$d.in.$$
  # Exactly this many bytes: the end of the input is not always signaled.
  head -c "$bytes" > "$in"
  [ "$(wc -c < "$in")" -eq "$bytes" ] || { rm -f "$in"; say cut; }
  # Of two concurrent starts, only one creates the folder.
  if mkdir "$d" 2> /dev/null; then
    mv "$in" "$d/in"
    printf %s "$what" > "$d/what"
    (
      trap '' HUP
      code=0
      "$@" < "$d/in" > "$d/out" 2> "$d/err" || code=$?
      rm -f "$d/in"
      echo "$code" > "$d/code.new"
      mv "$d/code.new" "$d/code"
    ) < /dev/null > /dev/null 2>&1 &
    echo "$!" > "$d/pid"
  else
    rm -f "$in"
  fi
fi
n=0
until [ -s "$d/pid" ] || [ "$n" -ge 25 ]; do n=$((n + 1)); sleep 0.2; done
[ "$(cat "$d/what" 2> /dev/null)" = "$what" ] || say other
n=0
until [ -e "$d/code" ]; do
  if ! lives "$(cat "$d/pid" 2> /dev/null)"; then [ -e "$d/code" ] || say dead; fi
  [ "$n" -lt "$turns" ] || say running
  n=$((n + 1))
  sleep 0.2
done
cat "$d/out"
cat "$d/err" >&2
say "$(cat "$d/code")"`;

const forgetScript = `${lives}
if [ -e "$1/code" ] || ! lives "$(cat "$1/pid" 2> /dev/null)"; then rm -rf "$1"; fi`;

/** Deletes what the command of a name has left, once it has ended. Leftovers of a failed deletion go with the pod. */
export async function removeDetached(
  { exec, folder }: Pick<DetachedPlace, 'exec' | 'folder'>,
  name: string,
): Promise<void> {
  const signal = AbortSignal.timeout(clearing);
  await exec(['sh', '-c', forgetScript, 'slipway', `${folder}/${name}`], { signal }).catch(() => undefined);
}

/**
 * Repeats commands when the connection breaks: for commands that may run twice.
 * @returns an Exec that throws {UserError} when the pod is gone or has been replaced, and an error when it stays unreachable for too
 *   long.
 */
export function withReconnect(place: DetachedPlace): Exec {
  return async (command, options = {}) => {
    const begun = performance.now();
    for (;;) {
      const said = await converse(place, command, options);
      if (!('lost' in said)) return said;
      if (options.signal?.aborted) throw cancelled();
      if (performance.now() - begun >= (place.patience ?? usualPatience)) throw said.lost;
      place.report(`${said.lost.message}; retrying`);
      await place.sleep(1000);
    }
  };
}

/**
 * Runs commands by name, one for each name. An existing command of the name is joined: the Exec waits while it runs, and returns its result
 * when it has ended. A broken connection costs only a moment.
 * @returns an Exec that throws {UserError} as `withReconnect` does, when the command ended without an exit code, and when another command has
 *   that name.
 */
export function runDetached(place: DetachedPlace, name: string): Exec {
  const exec = withReconnect(place);
  return async (command, { input = '', signal } = {}) => {
    const what = sha256Of(JSON.stringify([command, input]));
    const given = [`${place.folder}/${name}`, what, String(Buffer.byteLength(input)), String(turns)];
    const join = ['sh', '-c', joinScript, 'slipway', ...given, ...command];
    const begun = performance.now();
    let told = begun;
    for (;;) {
      const said = await exec(join, { ...(input !== '' && { input }), ...(signal && { signal }) });
      if (signal?.aborted) throw cancelled();
      const answer = answerOf(said, name);
      if (answer !== undefined) return answer;
      const now = performance.now();
      if (now - told >= tell) {
        told = now;
        place.report(
          `${name} is still running, ${formatDuration(Math.round((now - begun) / 1000) * 1000)} so far`,
        );
      }
      await place.sleep(0);
    }
  };
}

/** Runs one command, or returns why the connection was lost. A replaced pod gets no command: nothing may start again there. */
async function converse(
  { exec, gone }: DetachedPlace,
  command: readonly string[],
  options: Parameters<Exec>[1],
): Promise<ProgramOutput | { readonly lost: Error }> {
  try {
    await requirePod(gone);
    return await exec(command, options);
  } catch (error) {
    if (!(error instanceof ExecConnectionLost || error instanceof ClusterAway)) {
      // The command may have failed because the pod has just gone.
      await requirePod(gone);
      throw error;
    }
    return { lost: error };
  }
}

class ClusterAway extends Error {}

/** @throws {UserError} when the pod is gone; ClusterAway when the cluster does not answer. */
async function requirePod(gone: DetachedPlace['gone']): Promise<void> {
  const why = await gone().catch((cause: unknown) => {
    if (cause instanceof MissingPermission || !(cause instanceof Error)) throw cause;
    throw new ClusterAway(cause.message, { cause });
  });
  if (why !== undefined) throw new UserError(why, 'find out what happened to that pod and its node');
}

/** Returns the result of the command; undefined while it runs. */
function answerOf({ code, stdout, stderr }: ProgramOutput, name: string): ProgramOutput | undefined {
  const [end, how] = /\nslipway: (\w+)$/.exec(stdout) ?? [];
  const failed = (problem: string, remedy: string) => new UserError(`the command ${name} ${problem}`, remedy);
  if (end === undefined || how === undefined)
    throw failed(
      `cannot be run in the pod (${code ?? 'ended'}): ${stderr.trim().slice(0, 300) || 'no reason given'}`,
      'use an image with sh, cat, head, wc, mkdir and grep, and make its folder writable',
    );
  switch (how) {
    case 'running':
    case 'cut':
      return undefined;
    case 'other':
      throw failed(
        'differs from the command of that name that an earlier run started',
        'clean up what that run left, and start again',
      );
    case 'dead':
      throw failed(
        'ended without an exit code: it was killed',
        'check whether the pod has enough memory and disk space, and start again',
      );
    default:
      return { code: Number(how), stdout: stdout.slice(0, -end.length).replace(/\n$/, ''), stderr };
  }
}
