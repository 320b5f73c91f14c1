import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import { bothOf, mapOf } from '../../toolkit/parallel.ts';
import type { Rung } from '../ladder.ts';
import { exits, parseCheck, refused, type Snapshot } from './answers.ts';
import { type Access, call, snapshotsOf } from './repository.ts';
import { check, type Source, type Subset, subsetOfWeek } from './restic.ts';

/** Proves a repository of files without restoring anything: that what is in it is new enough, and that it is whole. */

export interface FilesProof extends Access {
  /** All that is backed up to it. */
  readonly sources: readonly Pick<Source, 'name'>[];
  /** Snapshots that count, by what manifests name: one of a run that failed is in the repository too. Default: all. */
  readonly counts?: ReadonlySet<string>;
  /** How old the newest may be; ms. */
  readonly age: number;
  /** Which part of what is stored is read. Default: this week's 52nd. */
  readonly subset?: Subset;
  now(): number;
}

/** The rungs L0 and L1 of a repository, whatever each of them finds. */
export async function proveFiles(task: FilesProof): Promise<Rung[]> {
  const [fresh, whole] = await bothOf(
    task.signal,
    signal => mapOf(task.sources, 1, source => freshness({ ...task, signal }, source.name)),
    signal => wholeness({ ...task, signal }),
  );
  return [...fresh, whole];
}

async function freshness(task: FilesProof, name: string): Promise<Rung> {
  const { repository, age, counts, now } = task;
  const what = `files of ${name} in ${repository.name} are fresh`;
  const rung = (state: Rung['state'], sentence: string): Rung => ({ level: 'L0', what, state, sentence });
  const all = await snapshotsOf(task, { name }).catch((error: unknown) => {
    if (error instanceof UserError && !task.signal.aborted) return error;
    throw error;
  });
  if (all instanceof UserError) return rung('failed', all.message);
  if (all === undefined) return rung('failed', `there is no repository of restic in ${repository.name}`);
  const newest = all.findLast(({ id }) => counts === undefined || counts.has(id));
  if (newest === undefined) return rung('failed', 'there is no backup of them');
  const old = now() - newest.at;
  const sentence = `the newest backup is ${textOf(newest)}, ${formatDuration(rounded(old))} old`;
  return old <= age
    ? rung('passed', sentence)
    : rung('failed', `${sentence}; ${formatDuration(age)} are allowed`);
}

async function wholeness(task: FilesProof): Promise<Rung> {
  const { repository, now, subset = subsetOfWeek(now()) } = task;
  const begun = now();
  const answer = await call(task, check(subset));
  const rung = (state: Rung['state'], sentence: string): Rung => ({
    level: 'L1',
    what: `files in ${repository.name}`,
    state,
    sentence,
    took: now() - begun,
  });
  // Nothing is known of what could not be opened.
  if (answer.code === exits.locked) return rung('skipped', refused(repository, 'check all', answer).message);
  if (answer.code === exits.none || answer.code === exits.passphrase)
    return rung('failed', refused(repository, 'check all', answer).message);
  const [first, ...more] = parseCheck(answer);
  const part = subset.of === 1 ? 'all' : `part ${subset.part} of ${subset.of}`;
  if (first === undefined)
    return rung('passed', `everything is there, and ${part} of it read back and right`);
  return rung('failed', `${first.slice(0, 300)}${more.length === 0 ? '' : `, and ${more.length} more`}`);
}

const textOf = ({ id }: Snapshot) => id.slice(0, 8);

const rounded = (milliseconds: number) => Math.max(0, Math.round(milliseconds / 1000) * 1000);
