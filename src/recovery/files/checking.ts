import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import { bothOf, mapOf } from '../../toolkit/parallel.ts';
import { type LevelCheck, levelCheckOf } from '../levels.ts';
import { exits, parseCheck, refused } from './answers.ts';
import { type Access, call, snapshotsOf } from './repository.ts';
import { type BackedUpFolder, check, type Subset, subsetOfWeek } from './restic.ts';

/** Checks a restic repository without a restore: that its backups are recent, and that it is intact. */

interface FilesProof extends Access {
  /** All sources that are backed up to it. */
  readonly sources: readonly Pick<BackedUpFolder, 'name'>[];
  /** Snapshots that count: those that manifests name. The repository also has those of failed runs. Default: all. */
  readonly counts?: ReadonlySet<string>;
  /** How old the newest snapshot may be; ms. */
  readonly age: number;
  /** The part of the stored data that is read back. Default: this week's part of 52. */
  readonly subset?: Subset;
  now(): number;
}

/** Returns the checks L0 (freshness) and L1 (integrity) of a repository, passed or failed. */
export async function checkFiles(task: FilesProof): Promise<LevelCheck[]> {
  const [fresh, whole] = await bothOf(
    task.signal,
    signal => mapOf(task.sources, 1, source => freshness({ ...task, signal }, source.name)),
    signal => wholeness({ ...task, signal }),
  );
  return [...fresh, whole];
}

async function freshness(task: FilesProof, name: string): Promise<LevelCheck> {
  const { repository, age, counts, now } = task;
  const what = `files of ${name} in ${repository.name} are fresh`;
  const failed = (sentence: string) => levelCheckOf('L0', what, [sentence], '');
  const all = await snapshotsOf(task, { name }).catch((error: unknown) => {
    if (error instanceof UserError && !task.signal.aborted) return error;
    throw error;
  });
  if (all instanceof UserError) return failed(all.message);
  if (all === undefined) return failed(`there is no restic repository in ${repository.name}`);
  const newest = all.findLast(({ id }) => counts === undefined || counts.has(id));
  if (newest === undefined) return failed('there is no backup of these files');
  const old = now() - newest.at;
  const sentence = `the newest backup is ${newest.id.slice(0, 8)}, ${formatDuration(rounded(old))} old`;
  return levelCheckOf(
    'L0',
    what,
    old <= age ? [] : [`${sentence}; the limit is ${formatDuration(age)}`],
    sentence,
  );
}

async function wholeness(task: FilesProof): Promise<LevelCheck> {
  const { repository, now, subset = subsetOfWeek(now()) } = task;
  const begun = now();
  const answer = await call(task, check(subset));
  const levelCheck = (state: LevelCheck['state'], sentence: string): LevelCheck => ({
    level: 'L1',
    what: `files in ${repository.name}`,
    state,
    sentence,
    took: now() - begun,
  });
  // A locked repository could not be checked, which says nothing about its data.
  if (answer.code === exits.locked)
    return levelCheck('skipped', refused(repository, 'check data', answer).message);
  if (answer.code === exits.none || answer.code === exits.passphrase)
    return levelCheck('failed', refused(repository, 'check data', answer).message);
  const [first, ...more] = parseCheck(answer);
  const part = subset.of === 1 ? 'all data' : `part ${subset.part} of ${subset.of}`;
  if (first === undefined)
    return levelCheck('passed', `the repository is complete, and ${part} was read back without errors`);
  return levelCheck(
    'failed',
    `${first.slice(0, 300)}${more.length === 0 ? '' : `, and ${more.length} more`}`,
  );
}

const rounded = (milliseconds: number) => Math.max(0, Math.round(milliseconds / 1000) * 1000);
