import { formatDuration } from '../../toolkit/duration.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import type { Answer } from '../../toolkit/program.ts';
import type { Exec } from './exec.ts';
import { type Backup, chainOf, demandRead, newestGood, parseInfo, type Stanza, unreadIn } from './info.ts';
import {
  type BackupType,
  backup,
  info,
  labelIn,
  type RepositoryName,
  type StanzaName,
} from './pgbackrest.ts';

/** Makes a backup of a database in one repository. */

export interface BackingUp {
  readonly exec: Exec;
  readonly place: RepositoryName;
  /** `auto`: full when there is none or the newest is too old, else incremental. */
  readonly type: 'auto' | 'full' | 'incremental';
  /** How old the newest full backup may be; ms. */
  readonly full: number;
  /** What all repositories hold, as `stanzaOf` was told before the first backup. */
  readonly before: Stanza;
  /** What is noted with it, such as the run that made it. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

/** Between two looks at the progress of a backup; ms. */
const look = 5_000;

/**
 * Makes a backup and says how far it is. One that already runs, of a run that was killed perhaps, is followed to its end and counts,
 * when it is of the kind that was asked for; else ours begins after it.
 * @returns its label.
 * @throws UserError when pgBackRest does not make it.
 */
export async function backUp(task: BackingUp): Promise<string> {
  const { place, report } = task;
  const before = await current(task);
  const type = typeFor(before, task);
  report(
    `${place.stanza}: ${type === 'full' ? 'a full' : 'an incremental'} backup to repository ${place.repository}`,
  );
  const known = new Set(own(before, place).map(({ label }) => label));
  const meanwhile = before.lock.held ? newOnes(await follow(task), place, known) : [];
  const suits = meanwhile.find(each => each.type === type || each.type === 'full');
  if (suits !== undefined) report(`${place.stanza}: ${suits.label} was made by another run meanwhile`);
  const label = suits?.label ?? (await makeOne(task, type));
  report(`${place.stanza}: repository ${place.repository} has ${label}`);
  return label;
}

/** What could not be read then shows no backup, and would seem to have got its old ones since. */
async function current(task: BackingUp): Promise<Stanza> {
  const { before, place } = task;
  if (unreadIn(before, place.repository) === undefined) return before;
  const now = await stanzaOf(task);
  demandRead(now, place.repository, 'no backup is made');
  return now;
}

/**
 * The backup that was made, in what `stanzaOf` said afterwards. Pure.
 * @throws UserError when it is not there or does not count.
 */
export function demandGood(after: Stanza, place: RepositoryName, label: string): Backup {
  demandRead(after, place.repository, `nobody knows whether ${label} is in it`);
  const made = own(after, place).find(each => each.label === label);
  if (made === undefined)
    throw new UserError(
      `the backup ${label} of ${place.stanza} was made, and repository ${place.repository} does not show it`,
      'see whether another run expired it, then run the step again',
    );
  if (chainOf(after, made) === undefined)
    throw new UserError(
      `the backup ${label} needs one that repository ${place.repository} does not hold any more`,
      'make a full backup',
    );
  if (made.damaged === true)
    throw new UserError(
      `the backup ${label} holds pages with wrong checksums: the database itself is damaged`,
      'see the log of pgBackRest for the tables, and restore them from an older backup; this one does not count',
    );
  return made;
}

/** The kind that is due. Pure. */
export function typeFor(
  stanza: Stanza,
  { place, type, full, now }: Pick<BackingUp, 'place' | 'type' | 'full' | 'now'>,
): Extract<BackupType, 'full' | 'incr'> {
  if (type === 'full') return 'full';
  const fulls = own(stanza, place).filter(each => each.type === 'full' && each.damaged !== true);
  const newest = fulls.at(-1);
  // An incremental one upon nothing would be a full one, and named otherwise than it was asked for.
  if (newest === undefined || newestGood(stanza, place.repository) === undefined) return 'full';
  if (type === 'incremental') return 'incr';
  return now() - newest.startedAt >= full ? 'full' : 'incr';
}

/** @returns the label that pgBackRest gave it. */
async function makeOne(task: BackingUp, type: BackupType): Promise<string> {
  const { exec, place, annotations, signal } = task;
  const following = new AbortController();
  const watching = watch(task, following.signal);
  try {
    const answer = await exec(backup({ ...place, type, annotations }), { signal });
    if (signal.aborted) throw cancelled();
    if (answer.code !== 0) throw refused(place, answer);
    const label = labelIn(answer.stdout);
    if (label !== undefined) return label;
    throw new UserError(
      `pgBackRest does not say which backup of ${place.stanza} it made in repository ${place.repository}`,
      'see what `pgbackrest info` lists, and whether something stands between it and its name',
    );
  } finally {
    following.abort();
    await watching;
  }
}

/** @returns what is there when nothing runs any more. */
async function follow(task: BackingUp): Promise<Stanza> {
  const { place, report, sleep, signal } = task;
  report(`${place.stanza}: a backup runs already; it is followed`);
  for (;;) {
    const stanza = await stanzaOf(task);
    if (!stanza.lock.held) return stanza;
    report(progressText(place, stanza.lock.progress));
    await sleep(look);
    if (signal.aborted) throw cancelled();
  }
}

/** Says how far it is; what cannot be told now is told the next time. */
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
 * What all repositories hold, or one of them. Of one that cannot be read `info` says so and shows nothing (`unreadIn`).
 * @throws UserError when it cannot be asked.
 */
export async function stanzaOf({
  exec,
  place,
  signal,
}: Pick<BackingUp, 'exec' | 'signal'> & { readonly place: StanzaName | RepositoryName }): Promise<Stanza> {
  const answer = await exec(info(place), { signal });
  if (signal.aborted) throw cancelled();
  if (answer.code !== 0) throw refused(place, answer);
  return parseInfo(answer.stdout, place.stanza);
}

function progressText({ stanza }: RepositoryName, progress: Stanza['lock']['progress']): string {
  if (progress === undefined || progress.of === 0) return `${stanza}: the backup goes on`;
  const percent = Math.floor((100 * progress.done) / progress.of);
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  return `${stanza}: ${percent} % (${megabytes(progress.done)} of ${megabytes(progress.of)})`;
}

const own = ({ backups }: Stanza, { repository }: RepositoryName) =>
  backups.filter(each => each.repository === repository);

const newOnes = (stanza: Stanza, place: RepositoryName, known: ReadonlySet<string>) =>
  own(stanza, place)
    .filter(({ label }) => !known.has(label))
    .toReversed();

/** What pgBackRest ends with while another backup or expiry of the stanza is at work. */
export const lockHeld = 50;

/** Error codes of pgBackRest that somebody can do something about. Source: src/build/error/error.yaml there. */
const remedies: Readonly<Record<number, string>> = {
  [lockHeld]: 'another backup or expiry holds the lock: wait for it',
  55: 'the stanza or its files are not there: run `pgbackrest stanza-create` once',
  56: 'the primary database does not answer: see whether one is up',
  58: 'run CHECKPOINT on the new primary, then run the step again',
  82: 'WAL does not arrive in the repository: see archive_command and pg_stat_archiver',
  103: 'the repository cannot be reached or is not whole: see its address, login and stanza',
};

/** What pgBackRest answered, with what helps where it is known. Pure. */
export function refused(place: StanzaName | RepositoryName, { code, stdout, stderr }: Answer): UserError {
  const lines = `${stdout}\n${stderr}`.split('\n').filter(line => /\bERROR\b/.test(line));
  const said = (lines[0] ?? stderr.trim().split('\n').at(-1) ?? '').trim().slice(0, 300);
  const where = 'repository' in place ? ` in repository ${place.repository}` : '';
  return new UserError(
    `pgBackRest does not do it for ${place.stanza}${where} (${code ?? 'ended'}): ${said || 'it said nothing'}`,
    remedies[code ?? 0] ?? 'see its log in the pod',
  );
}

/** `20261126-010203F_20261127-010203I, incremental, 12 MB in 4s`. */
export function backupText({ label, type, repositoryCopied, startedAt, endedAt }: Backup): string {
  const kind = { full: 'full', diff: 'differential', incr: 'incremental' }[type];
  return `${label}, ${kind}, ${(repositoryCopied / 1e6).toFixed(1)} MB in ${formatDuration(endedAt - startedAt)}`;
}
