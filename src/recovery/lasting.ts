import { MissingRight } from '../cluster/errors.ts';
import { ExecLost } from '../cluster/exec.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import type { Answer } from '../toolkit/program.ts';
import { sha256Of } from './checksum.ts';
import type { Exec } from './exec.ts';

/**
 * Commands that live on in a pod without the conversation that began them: what takes hours outlives the connection, the job and the
 * runner. Each has a name and a folder with its output and its exit code, so that whoever comes again joins it.
 */

export interface LastingPlace {
  /** A conversation with the pod. */
  readonly exec: Exec;
  /** Of the pod, for them alone; it goes with the pod. */
  readonly folder: string;
  /** Why nothing can be run in that pod any more; undefined while it is the one that it was, and runs. */
  gone(): Promise<string | undefined>;
  /** Between two conversations. */
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
  /** For how long no conversation may come about; ms. Default: 10 min. */
  readonly patience?: number;
}

const usualPatience = 600_000;
/** How long a conversation waits for the end, in fifths of a second: it is looked at from here as often. */
const turns = 50;
/** Between two lines that say that it goes on; ms. */
const tell = 60_000;

/** For what a command has left behind to be taken away; ms. */
const clearing = 30_000;

/** A zombie does not live: it has ended, and its parent has not waited for it. */
const lives = `lives() { kill -0 "$1" 2> /dev/null && ! grep -q '^State:.Z' "/proc/$1/status" 2> /dev/null; }`;

/**
 * Constant, so that nothing of anybody's gets into a shell: arguments are arguments. Begins the command when nobody has, waits for its
 * end for a while, and says on its last line how it stands: an exit code, `running`, `cut` (the input did not come whole), `other`
 * (another command has that name), or `dead` (it ended without an exit code).
 */
export const joinScript = `umask 077
d=$1 what=$2 bytes=$3 turns=$4; shift 4
say() { printf '\\nslipway: %s\\n' "$1"; exit 0; }
${lives}
if ! [ -e "$d" ]; then
  mkdir -p "\${d%/*}"
  in=$d.in.$$
  # As many bytes and no more: that there are no others is not always told.
  head -c "$bytes" > "$in"
  [ "$(wc -c < "$in")" -eq "$bytes" ] || { rm -f "$in"; say cut; }
  # Of two that come at once one makes the folder.
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

/** Takes away what the command of a name has left there, once it has ended. What cannot be taken away goes with the pod. */
export async function forget(
  { exec, folder }: Pick<LastingPlace, 'exec' | 'folder'>,
  name: string,
): Promise<void> {
  const signal = AbortSignal.timeout(clearing);
  await exec(['sh', '-c', forgetScript, 'slipway', `${folder}/${name}`], { signal }).catch(() => undefined);
}

/**
 * Asks anew when a conversation breaks: for what may be done twice.
 * @returns an Exec that throws {UserError} when the pod is gone or has been replaced, and when no conversation comes about for too long.
 */
export function patient(place: LastingPlace): Exec {
  return async (command, options = {}) => {
    const begun = performance.now();
    for (;;) {
      const said = await converse(place, command, options);
      if (!('lost' in said)) return said;
      if (options.signal?.aborted) throw cancelled();
      if (performance.now() - begun >= (place.patience ?? usualPatience)) throw said.lost;
      place.report(`${said.lost.message}; it is asked anew`);
      await place.sleep(1000);
    }
  };
}

/**
 * Runs commands under a name, one under each. Whatever has that name already is joined: it is waited for while it runs, and its answer
 * is given when it has ended. A broken conversation costs nothing but a moment.
 * @returns an Exec that throws {UserError} as `patient` does, when the command ended without an exit code, and when another one has that
 *   name.
 */
export function lasting(place: LastingPlace, name: string): Exec {
  const exec = patient(place);
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
        place.report(`${name} goes on, ${formatDuration(Math.round((now - begun) / 1000) * 1000)} so far`);
      }
      await place.sleep(0);
    }
  };
}

/** One conversation, or why there was none. A pod that is another one than before is told nothing: nothing must begin anew there. */
async function converse(
  { exec, gone }: LastingPlace,
  command: readonly string[],
  options: Parameters<Exec>[1],
): Promise<Answer | { readonly lost: Error }> {
  try {
    await demandPod(gone);
    return await exec(command, options);
  } catch (error) {
    if (!(error instanceof ExecLost || error instanceof ClusterAway)) {
      // It may be so because the pod has just gone.
      await demandPod(gone);
      throw error;
    }
    return { lost: error };
  }
}

class ClusterAway extends Error {}

/** @throws {UserError} when the pod is not there any more; ClusterAway when nobody can tell. */
async function demandPod(gone: LastingPlace['gone']): Promise<void> {
  const why = await gone().catch((cause: unknown) => {
    if (cause instanceof MissingRight || !(cause instanceof Error)) throw cause;
    throw new ClusterAway(cause.message, { cause });
  });
  if (why !== undefined) throw new UserError(why, 'see what became of that pod and of its machine');
}

/** Undefined while it runs. */
function answerOf({ code, stdout, stderr }: Answer, name: string): Answer | undefined {
  const [end, how] = /\nslipway: (\w+)$/.exec(stdout) ?? [];
  const failed = (problem: string, remedy: string) => new UserError(`${name} ${problem}`, remedy);
  if (end === undefined || how === undefined)
    throw failed(
      `cannot be run in the pod (${code ?? 'ended'}): ${stderr.trim().slice(0, 300) || 'nothing says why'}`,
      'its image needs sh, cat, head, wc, mkdir and grep, and its folder has to be writable',
    );
  switch (how) {
    case 'running':
    case 'cut':
      return undefined;
    case 'other':
      throw failed('was begun there as another command', 'clear away what is left there, and begin anew');
    case 'dead':
      throw failed(
        'ended without saying how: somebody or something has killed it',
        'see whether the pod has enough memory and room, and begin anew',
      );
    default:
      return { code: Number(how), stdout: stdout.slice(0, -end.length).replace(/\n$/, ''), stderr };
  }
}
