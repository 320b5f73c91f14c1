import { formatDuration } from '../../toolkit/duration.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import type { ProgramOutput } from '../../toolkit/program.ts';
import {
  chainOf,
  newestGood,
  type PostgresBackup,
  parseInfo,
  requireRead,
  type Stanza,
  unreadIn,
} from './info.ts';
import {
  type BackupType,
  backupArguments,
  infoArguments,
  labelIn,
  type RepositoryName,
  type RepositoryTask,
  type StanzaName,
} from './pgbackrest.ts';

/** Backs up a database to one repository. */

export interface BackingUp extends RepositoryTask {
  /** `auto`: full when there is no full backup or the newest one is too old, otherwise incremental. */
  readonly type: 'auto' | 'full' | 'incremental';
  /** Maximum age of the newest full backup; ms. */
  readonly full: number;
  /** The contents of all repositories, as `stanzaOf` read them before the first backup. */
  readonly before: Stanza;
  /** Stored with the backup, such as the run that made it. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** Stored with each backup, because another application may back up to the same stanza. */
export const ownerAnnotation = 'slipway-owner';

/** Interval between two checks of the progress of a backup; ms. */
const look = 5_000;

/**
 * Makes a backup and reports its progress. If one is already running, perhaps of a killed run, it is followed to its end. It counts if it
 * has the same owner and the requested type; otherwise this run makes its own afterwards.
 * @returns its label.
 * @throws UserError when pgBackRest fails.
 */
export async function backUp(task: BackingUp): Promise<string> {
  const { place, report, annotations } = task;
  const before = await current(task);
  const type = typeFor(before, task);
  report(
    `${place.stanza}: making ${type === 'full' ? 'a full' : 'an incremental'} backup to repository ${place.repository}`,
  );
  const known = new Set(own(before, place).map(({ label }) => label));
  const now = before.lock.held ? own(await follow(task), place) : [];
  const meanwhile = now.filter(({ label }) => !known.has(label)).toReversed();
  // The retention of another owner would remove its backup.
  const ours = meanwhile.filter(each => each.annotations[ownerAnnotation] === annotations[ownerAnnotation]);
  const suits = ours.find(each => each.type === type || each.type === 'full');
  if (suits !== undefined) report(`${place.stanza}: another run has just made ${suits.label}; using it`);
  const label = suits?.label ?? (await makeOne(task, type));
  report(`${place.stanza}: backup ${label} is in repository ${place.repository}`);
  return label;
}

/** Reads the repository again if it could not be read before: it was listed as empty, so its old backups would look new. */
async function current(task: BackingUp): Promise<Stanza> {
  const { before, place } = task;
  if (unreadIn(before, place.repository) === undefined) return before;
  const now = await stanzaOf(task);
  requireRead(now, place.repository, 'no backup is made');
  return now;
}

/**
 * Returns the new backup, from the contents that `stanzaOf` read afterwards. Pure.
 * @throws UserError when it is missing, lacks a backup that it depends on, or has damaged pages.
 */
export function requireGoodBackup(after: Stanza, place: RepositoryName, label: string): PostgresBackup {
  requireRead(after, place.repository, `it is unknown whether it holds ${label}`);
  const made = own(after, place).find(each => each.label === label);
  if (made === undefined)
    throw new UserError(
      `the backup ${label} of ${place.stanza} was made, but repository ${place.repository} does not list it`,
      'check whether another run expired it, then run the step again',
    );
  if (chainOf(after, made) === undefined)
    throw new UserError(
      `the backup ${label} cannot be restored: repository ${place.repository} no longer holds a backup that it depends on`,
      'make a full backup',
    );
  if (made.damaged === true)
    throw new UserError(
      `the backup ${label} does not count: it has pages with wrong checksums, so the database itself is damaged`,
      'find the damaged tables in the log of pgBackRest, and restore them from an older backup',
    );
  return made;
}

/** Returns the type of backup that is due. Pure. */
export function typeFor(
  stanza: Stanza,
  { place, type, full, now }: Pick<BackingUp, 'place' | 'type' | 'full' | 'now'>,
): BackupType {
  if (type === 'full') return 'full';
  const fulls = own(stanza, place).filter(each => each.type === 'full' && each.damaged !== true);
  const newest = fulls.at(-1);
  // Without a backup to build on, pgBackRest makes a full one even if an incremental one is requested.
  if (newest === undefined || newestGood(stanza, place.repository) === undefined) return 'full';
  if (type === 'incremental') return 'incr';
  return now() - newest.startedAt >= full ? 'full' : 'incr';
}

/** @returns the label of the new backup. */
async function makeOne(task: BackingUp, type: BackupType): Promise<string> {
  const { exec, place, annotations, signal } = task;
  const following = new AbortController();
  const watching = watch(task, following.signal);
  try {
    const answer = await exec(backupArguments({ ...place, type, annotations }), { signal });
    if (signal.aborted) throw cancelled();
    if (answer.code !== 0) throw refused(place, answer);
    const label = labelIn(answer.stdout);
    if (label !== undefined) return label;
    throw new UserError(
      `the label of the new backup of ${place.stanza} in repository ${place.repository} is unknown: pgBackRest did not print it`,
      'check what `pgbackrest info` lists, and whether a wrapper script replaces the pgbackrest program',
    );
  } finally {
    following.abort();
    await watching;
  }
}

/** @returns the contents of the repositories once no backup is running. */
async function follow(task: BackingUp): Promise<Stanza> {
  const { place, report, sleep, signal } = task;
  report(`${place.stanza}: a backup is already running; waiting for it`);
  for (;;) {
    const stanza = await stanzaOf(task);
    if (!stanza.lock.held) return stanza;
    report(progressText(place, stanza.lock.progress));
    await sleep(look);
    if (signal.aborted) throw cancelled();
  }
}

/** Reports the progress. A failed check is ignored, because the next one follows soon. */
async function watch(task: BackingUp, signal: AbortSignal): Promise<void> {
  let last = '';
  for (;;) {
    await Promise.race([
      task.sleep(look),
      new Promise(resolve => signal.addEventListener('abort', resolve, { once: true })),
    ]);
    if (signal.aborted) return;
    const stanza = await stanzaOf(task).catch(() => undefined);
    const line = stanza?.lock.held ? progressText(task.place, stanza.lock.progress) : '';
    if (line !== '' && line !== last) task.report(line);
    last = line;
  }
}

/**
 * Reads the contents of all repositories, or of one. `info` lists an unreadable repository as empty, with a status (`unreadIn`).
 * @throws UserError when `info` fails.
 */
export async function stanzaOf({
  exec,
  place,
  signal,
}: Pick<BackingUp, 'exec' | 'signal'> & { readonly place: StanzaName | RepositoryName }): Promise<Stanza> {
  const answer = await exec(infoArguments(place), { signal });
  if (signal.aborted) throw cancelled();
  if (answer.code !== 0) throw refused(place, answer);
  return parseInfo(answer.stdout, place.stanza);
}

function progressText({ stanza }: RepositoryName, progress: Stanza['lock']['progress']): string {
  if (progress === undefined || progress.of === 0) return `${stanza}: the backup is running`;
  const percent = Math.floor((100 * progress.done) / progress.of);
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  return `${stanza}: ${percent} % (${megabytes(progress.done)} of ${megabytes(progress.of)})`;
}

const own = ({ backups }: Stanza, { repository }: RepositoryName) =>
  backups.filter(each => each.repository === repository);

/** Exit code of pgBackRest while another backup or expiry of the stanza is running. */
export const lockHeld = 50;

/** Remedies for the error codes of pgBackRest that a user can act on. Source: src/build/error/error.yaml there. */
const remedies: Readonly<Record<number, string>> = {
  [lockHeld]: 'wait until the other backup or expiry that holds the lock has ended',
  55: 'run `pgbackrest stanza-create` once: the stanza or its files are missing',
  56: 'check whether a primary is running: it does not answer',
  58: 'run CHECKPOINT on the new primary, then run the step again',
  82: 'check archive_command and pg_stat_archiver: WAL does not arrive in the repository',
  103: 'check the address, credentials and stanza of the repository: it cannot be reached or is incomplete',
};

/** Returns the error for a failed pgBackRest command, with a remedy where its exit code is known. Pure. */
export function refused(
  place: StanzaName | RepositoryName,
  { code, stdout, stderr }: ProgramOutput,
): UserError {
  const lines = `${stdout}\n${stderr}`.split('\n').filter(line => /\bERROR\b/.test(line));
  const said = (lines[0] ?? stderr.trim().split('\n').at(-1) ?? '').trim().slice(0, 300);
  const where = 'repository' in place ? ` in repository ${place.repository}` : '';
  return new UserError(
    `pgBackRest failed for ${place.stanza}${where} (${code ?? 'no exit code'}): ${said || 'it printed nothing'}`,
    remedies[code ?? 0] ?? 'read its log in the pod',
  );
}

/** Returns a text such as `20261126-010203F_20261127-010203I, incremental, 12 MB in 4s`. */
export function backupText({ label, type, repositoryCopied, startedAt, endedAt }: PostgresBackup): string {
  const kind = { full: 'full', diff: 'differential', incr: 'incremental' }[type];
  return `${label}, ${kind}, ${(repositoryCopied / 1e6).toFixed(1)} MB in ${formatDuration(endedAt - startedAt)}`;
}
