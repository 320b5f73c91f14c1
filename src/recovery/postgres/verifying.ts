import { ExecConnectionLost } from '../../cluster/exec.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { ProgramOutput } from '../../toolkit/program.ts';
import { type DetachedPlace, removeDetached, runDetached } from '../detached-command.ts';
import { type LevelCheck, levelCheckOf } from '../levels.ts';
import type { Stanza } from './info.ts';
import { type RepositoryTask, verifyArguments } from './pgbackrest.ts';
import { isWalDamagedFrom, verifiedCheck } from './verify.ts';

/**
 * Reads a repository back: the new backup each time, all of it at an interval. Either may take hours, so it runs detached in the pod: a run
 * that lost its connection, and the next run, attach to it.
 */

export interface ReadingBack extends Pick<RepositoryTask, 'place' | 'signal' | 'now'> {
  /** For messages. */
  readonly name: string;
  /** Where pgBackRest runs. */
  readonly pod: DetachedPlace;
  /** Label of the new backup. */
  readonly label: string;
  /** The current contents of the repository. */
  readonly stanza: Stanza;
  /** Interval between full reads; ms. */
  readonly every: number;
  /** When the last successful full read began; ms since 1970. Undefined: never. */
  readonly last: number | undefined;
  /** Aborted when this run must no longer wait for a full read. Default: after an hour. */
  readonly stopWaiting?: AbortSignal;
}

interface ReadBack {
  readonly levelChecks: readonly LevelCheck[];
  /** The new value of `last`. */
  readonly last: number | undefined;
  /** Whether a full read is still running: nothing may be removed until a later run has read its result. */
  readonly isRunning: boolean;
  /** Deletes the result from the pod. Called once `last` is recorded: if the run fails before that, the next one finds the result. */
  deleteReadResult(): Promise<void>;
}

const hour = 3_600_000;

/** Returns whether a full read is due; a little early, because runs do not begin at the same minute every day. Pure. */
export function isDue({ last, every }: Pick<ReadingBack, 'last' | 'every'>, now: number): boolean {
  if (last === undefined || last > now) return true;
  return now - last >= every - Math.min(every / 2, 12 * hour);
}

/**
 * Reads back the new backup, and all of the repository if that is due.
 * @throws {UserError} when the pod is gone, or cannot run pgBackRest.
 */
export async function readBack(task: ReadingBack): Promise<ReadBack> {
  const { place, name, label, last, pod } = task;
  const due = isDue(task, task.now());
  const all = due ? await readAll(task) : undefined;
  const whole = all && verifiedCheck(`all of ${name}`, all.answer, place.stanza, all.labels);
  const passed = whole?.state === 'passed';
  // After a failure the next run reads all of it again.
  if (whole !== undefined && !passed) await removeDetached(pod, fullReadName(task));
  const after = {
    last: passed ? all?.at : last,
    isRunning: due && all === undefined,
    deleteReadResult: async () => {
      if (passed) await removeDetached(pod, fullReadName(task));
    },
  };
  // A full read that an earlier run began does not cover the new backup.
  if (whole !== undefined && passed && all?.labels.includes(label) === true)
    return { levelChecks: [whole], ...after };
  const made = task.stanza.backups.find(each => each.repository === place.repository && each.label === label);
  const from = made?.startWal ?? '';
  // What only older backups need must not invalidate the new one, which is read by itself.
  const isOlder = all !== undefined && !passed && !isWalDamagedFrom(all.answer, place.stanza, from);
  const older = whole === undefined ? [] : [isOlder ? { ...whole, older: true } : whole];
  const answer = await readSet(task);
  const files = verifiedCheck(`files of ${name}`, answer, place.stanza, [label], { from });
  return {
    levelChecks: [files, ...older, ...overdueCheck(task, after.isRunning)],
    ...after,
  };
}

/** Fails if the last full read is too long ago. The first full read has no time limit. */
function overdueCheck({ name, every, last, now }: ReadingBack, isRunning: boolean): LevelCheck[] {
  const age = last === undefined ? 0 : now() - last;
  if (!isRunning || age <= 2 * every) return [];
  const problem = `the last full read was ${formatDuration(Math.floor(age / hour) * hour)} ago, and the current one has not finished; raise process-max of pgBackRest, or \`verify\``;
  return [levelCheckOf('L1', `all of ${name}`, [problem], '')];
}

interface All {
  readonly answer: ProgramOutput;
  /** When it began, by the clock of the pod; ms since 1970. */
  readonly at: number;
  /** Labels of the backups that existed then. */
  readonly labels: readonly string[];
}

/** Prints first when the command began, because an earlier run may have started it. */
const withStartTime = ['sh', '-c', 'date +%s && exec "$@"', 'sh'];

/** Undefined while it is still running. */
async function readAll(task: ReadingBack): Promise<All | undefined> {
  const { place, stanza, pod, signal, stopWaiting = AbortSignal.timeout(hour) } = task;
  try {
    const either = AbortSignal.any([signal, stopWaiting]);
    const { stdout, ...rest } = await run(
      pod,
      fullReadName(task),
      [...withStartTime, ...verifyArguments(place)],
      either,
    );
    const [, seconds = '', said = ''] = /^(\d+)\n(.*)$/s.exec(stdout) ?? [];
    const at = Number(seconds) * 1000;
    const there = stanza.backups.filter(each => each.repository === place.repository && each.endedAt <= at);
    return { answer: { ...rest, stdout: said }, at, labels: there.map(each => each.label) };
  } catch (error) {
    if (signal.aborted || !stopWaiting.aborted) throw error;
    return undefined;
  }
}

/** Its result is deleted at once, because another run reads another backup. */
async function readSet(task: ReadingBack): Promise<ProgramOutput> {
  const { place, label, pod, signal } = task;
  const name = nameOf(task, `set-${label}`);
  const answer = await run(pod, name, verifyArguments(place, label), signal);
  await removeDetached(pod, name);
  return answer;
}

/** A new name after each successful read, so that an old result is not found again. */
const fullReadName = (task: ReadingBack) => nameOf(task, `all-${task.last ?? 0}`);

const nameOf = ({ place: { stanza, repository } }: ReadingBack, what: string) =>
  `verify-${stanza}-${repository}-${what}`;

/** Starts the command, or attaches to it if it is running. One that was killed is forgotten, so that the next run starts it again. */
async function run(
  pod: DetachedPlace,
  name: string,
  command: readonly string[],
  signal: AbortSignal,
): Promise<ProgramOutput> {
  try {
    return await runDetached(pod, name)(command, { signal });
  } catch (error) {
    // After a lost connection the command may still be running, or have ended.
    if (error instanceof UserError && !(error instanceof ExecConnectionLost) && !signal.aborted)
      await removeDetached(pod, name);
    throw error;
  }
}
