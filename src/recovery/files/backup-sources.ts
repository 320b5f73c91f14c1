import { UserError } from '../../toolkit/errors.ts';
import { sha256Of } from '../checksum.ts';
import type { Exec } from '../exec.ts';
import type { LevelCheck } from '../levels.ts';
import type { RetentionPolicy } from '../retention.ts';
import type { SetOwner } from '../sets.ts';
import { backUpFilesTo, megabytes } from './backing-up.ts';
import { checkFiles } from './checking.ts';
import { expireFiles } from './expiring.ts';
import { type Listing, totalsOf } from './listing.ts';
import type { BackedUpFolder, ResticRepository } from './restic.ts';

/** Backs up folders of files to all their repositories, checks these, and expires old backups. */

/** A folder to back up, and where restic runs for it. */
interface BackupSource extends BackedUpFolder {
  readonly exec: Exec;
  /** The repositories that it is backed up to, with the addresses that restic uses there. */
  readonly repositories: readonly [ResticRepository, ...ResticRepository[]];
}

export interface BackupRun {
  readonly owner: SetOwner;
  /** Tags of each snapshot; no secrets and no commas. */
  readonly tags: readonly string[];
  readonly signal: AbortSignal;
  now(): number;
  report(line: string): void;
}

/** A source with its backup in each repository. */
export interface SourceBackups {
  readonly source: Pick<BackupSource, 'name' | 'exec' | 'repositories'>;
  readonly backups: readonly { readonly repository: string; readonly snapshot: string }[];
}

export interface BackedUpFiles extends SourceBackups {
  readonly source: BackupSource;
  readonly listing: Listing;
  /** One for each repository, with the snapshot and the added bytes. */
  readonly sentences: readonly string[];
  readonly version: string;
}

/** Returns the name of a source's backups in a repository. Other applications may share it; backups of other names are not touched. Pure. */
export function sourceName({ app, environment }: SetOwner, name: string): string {
  const whole = `${app}/${environment}/${name}`;
  // restic stores it as a host name, which has at most 253 characters.
  return whole.length <= 253 ? whole : sha256Of(whole);
}

/** How old the newest backup may be, ms. Generous, because this run has just made it. */
const fresh = 86_400_000;

/** Backs up a folder to all its repositories. @throws {UserError} when a file could not be read, or a backup is missing afterwards. */
export async function backUpSource(run: BackupRun, kept: BackupSource): Promise<BackedUpFiles> {
  const source = { name: sourceName(run.owner, kept.name), folder: kept.folder };
  const task = { ...run, source, exec: kept.exec };
  const { stored, listing, version } = await backUpFilesTo(task, kept.repositories);
  return {
    source: kept,
    listing,
    version,
    backups: stored.map(({ repository, snapshot, added }) => ({
      repository,
      snapshot: snapshot.id,
      original: totalsOf(listing).bytes,
      ...(Number.isSafeInteger(added) ? { stored: added } : {}),
    })),
    sentences: stored.map(
      ({ repository, snapshot, added }) =>
        `${repository}: ${snapshot.id.slice(0, 8)}, ${megabytes(added)} added`,
    ),
  };
}

/** Returns the checks of each repository that was backed up to, passed or failed. */
export async function checkRepositories(
  run: BackupRun,
  all: readonly SourceBackups[],
): Promise<LevelCheck[]> {
  const levelChecks: LevelCheck[] = [];
  for (const { repository, exec, members } of byRepository(all)) {
    run.report(`${repository.name}: checking the restic repository`);
    const sources = members.map(({ source }) => ({ name: sourceName(run.owner, source.name) }));
    levelChecks.push(
      ...(await checkFiles({
        ...run,
        exec,
        repository,
        sources,
        age: fresh,
        counts: new Set(members.flatMap(({ backups }) => backups.map(({ snapshot }) => snapshot))),
      })),
    );
  }
  return levelChecks;
}

/**
 * Deletes expired backups of each source, in each repository that is not locked.
 * @param verified snapshots that sets name, and when these were made; ms since 1970.
 * @param needed snapshots of sets that are kept.
 * @returns a sentence for each backup that could not be deleted, with reason and remedy; until it is fixed, the repository grows.
 */
export async function expireSources(
  run: BackupRun,
  all: readonly SourceBackups[],
  policy: RetentionPolicy,
  { verified, needed }: { verified: ReadonlyMap<string, number>; needed: ReadonlySet<string> },
): Promise<string[]> {
  const problems: string[] = [];
  for (const { repository, exec, members } of byRepository(all)) {
    if (repository.locked === true) continue;
    for (const { source: kept } of members)
      try {
        const source = { name: sourceName(run.owner, kept.name) };
        await expireFiles({ ...run, exec, repository, source, policy, verified, needed });
      } catch (error) {
        if (!(error instanceof UserError) || run.signal.aborted) throw error;
        problems.push(error.sentence);
      }
  }
  return problems;
}

function byRepository(all: readonly SourceBackups[]) {
  const names = [...new Set(all.flatMap(({ source }) => source.repositories.map(({ name }) => name)))];
  return names.flatMap(name => {
    const members = all.filter(({ source: kept }) => kept.repositories.some(each => each.name === name));
    const [first] = members;
    const repository = first?.source.repositories.find(each => each.name === name);
    return first === undefined || repository === undefined
      ? []
      : [{ repository, exec: first.source.exec, members }];
  });
}
