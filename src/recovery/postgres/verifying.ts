import { ExecLost } from '../../cluster/exec.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Answer } from '../../toolkit/program.ts';
import { judged, type Rung } from '../ladder.ts';
import { forget, type LastingPlace, lasting } from '../lasting.ts';
import type { Stanza } from './info.ts';
import { type RepositoryName, verify } from './pgbackrest.ts';
import { verifiedRung } from './verify.ts';

/**
 * Reads a repository back as often as it is worth it: the new backup each time, all of it once in a while. Either may take hours, so it
 * runs in the pod on its own: a run that was cut off, and the one after it, join what is at work there.
 */

export interface ReadingBack {
  readonly place: RepositoryName;
  /** For sentences. */
  readonly name: string;
  /** Where pgBackRest runs. */
  readonly pod: LastingPlace;
  /** The backup that was made. */
  readonly label: string;
  /** What the repository holds now. */
  readonly stanza: Stanza;
  /** How often all of it is read; ms. */
  readonly every: number;
  /** When the last such read began that found it right; ms since 1970. Undefined: never. */
  readonly last: number | undefined;
  /** Says when this run no longer waits for a read of all of it. Default: after an hour. */
  readonly enough?: AbortSignal;
  readonly signal: AbortSignal;
  now(): number;
}

export interface ReadBack {
  readonly rungs: readonly Rung[];
  /** As `last`, after this. */
  readonly last: number | undefined;
  /** Whether all of it is being read still: until the next run has seen the end of it, nothing may be removed. */
  readonly goesOn: boolean;
  /** For when `last` is written down: until then a run that failed since finds in the pod what came of a read of hours. */
  forget(): Promise<void>;
}

const hour = 3_600_000;

/** Whether all of it is to be read now. Runs do not begin at the same minute every day. Pure. */
export function isDue({ last, every }: Pick<ReadingBack, 'last' | 'every'>, now: number): boolean {
  if (last === undefined || last > now) return true;
  return now - last >= every - Math.min(every / 2, 12 * hour);
}

/** @throws {UserError} when the pod is gone, or cannot run it. */
export async function readBack(task: ReadingBack): Promise<ReadBack> {
  const { place, name, label, last, pod } = task;
  const due = isDue(task, task.now());
  const all = due ? await readAll(task) : undefined;
  const whole = all && verifiedRung(`all of ${name}`, all.answer, place.stanza, all.labels);
  const passed = whole?.state === 'passed';
  // What is wrong is read again.
  if (whole !== undefined && !passed) await forget(pod, wholeOf(task));
  const after = {
    last: passed ? all?.at : last,
    goesOn: due && all === undefined,
    forget: async () => {
      if (passed) await forget(pod, wholeOf(task));
    },
  };
  // One that a run before has begun knows nothing of the new backup.
  if (whole !== undefined && all?.labels.includes(label) === true) return { rungs: [whole], ...after };
  const answer = await readSet(task);
  const files = verifiedRung(`files of ${name}`, answer, place.stanza, [label], true);
  return { rungs: [files, ...(whole === undefined ? [] : [whole]), ...late(task, after.goesOn)], ...after };
}

/** That it was read too long ago. The first time of all may take as long as it does. */
function late({ name, every, last, now }: ReadingBack, goesOn: boolean): Rung[] {
  const age = last === undefined ? 0 : now() - last;
  if (!goesOn || age <= 2 * every) return [];
  const problem = `it was last read ${formatDuration(Math.floor(age / hour) * hour)} ago, and a read of it is not through yet: let pgBackRest use more processes (process-max), or raise \`verify\``;
  return [judged('L1', `all of ${name}`, [problem], '')];
}

interface All {
  readonly answer: Answer;
  /** When it began, by the clock of the pod; ms since 1970. */
  readonly at: number;
  /** Backups that were there then. */
  readonly labels: readonly string[];
}

/** It says first when it began, for a run before may have begun it. */
const dated = ['sh', '-c', 'date +%s && exec "$@"', 'sh'];

/** Undefined while it is not through. */
async function readAll(task: ReadingBack): Promise<All | undefined> {
  const { place, stanza, pod, signal, enough = AbortSignal.timeout(hour) } = task;
  try {
    const either = AbortSignal.any([signal, enough]);
    const { stdout, ...rest } = await run(pod, wholeOf(task), [...dated, ...verify(place)], either);
    const [, seconds = '', said = ''] = /^(\d+)\n(.*)$/s.exec(stdout) ?? [];
    const at = Number(seconds) * 1000;
    const there = stanza.backups.filter(each => each.repository === place.repository && each.endedAt <= at);
    return { answer: { ...rest, stdout: said }, at, labels: there.map(each => each.label) };
  } catch (error) {
    if (signal.aborted || !enough.aborted) throw error;
    return undefined;
  }
}

/** Of no use to another run: that one has made another backup. */
async function readSet(task: ReadingBack): Promise<Answer> {
  const { place, label, pod, signal } = task;
  const name = nameOf(task, `set-${label}`);
  const answer = await run(pod, name, verify(place, label), signal);
  await forget(pod, name);
  return answer;
}

/** Another one each time: what was found then is not found again. */
const wholeOf = (task: ReadingBack) => nameOf(task, `all-${task.last ?? 0}`);

const nameOf = ({ place: { stanza, repository } }: ReadingBack, what: string) =>
  `verify-${stanza}-${repository}-${what}`;

/** Joins it where it is at work. One that was killed is forgotten there, so that the next run begins anew. */
async function run(
  pod: LastingPlace,
  name: string,
  command: readonly string[],
  signal: AbortSignal,
): Promise<Answer> {
  try {
    return await lasting(pod, name)(command, { signal });
  } catch (error) {
    // A command that could not be asked about may still run, or have ended.
    if (error instanceof UserError && !(error instanceof ExecLost) && !signal.aborted)
      await forget(pod, name);
    throw error;
  }
}
