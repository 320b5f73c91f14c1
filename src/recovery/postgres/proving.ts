import { UserError } from '../../toolkit/errors.ts';
import type { Rung } from '../ladder.ts';
import { type ArchiveListing, newest, parseArchive } from './archive.ts';
import { continuity } from './continuity.ts';
import type { Exec } from './exec.ts';
import { type FreshnessLimits, freshness } from './freshness.ts';
import { type Archive, newestGood, parseInfo, type Stanza, unreadIn } from './info.ts';
import { failureIn, info, listArchive, type RepositoryName, readHistory, verify } from './pgbackrest.ts';
import { type Histories, parseHistory } from './timeline.ts';
import { judgeVerify } from './verify.ts';
import type { SegmentSize } from './wal.ts';

/** Proves a repository without restoring anything: that what is in it is new enough, and that it is whole. */

export interface Proving {
  readonly exec: Exec;
  /** The same for reading everything back, which takes long. Default: `exec`. */
  readonly verifying?: Exec | undefined;
  readonly place: RepositoryName;
  readonly size: SegmentSize;
  readonly limits: FreshnessLimits;
  /** `last_archived_wal` of `pg_stat_archiver`; absent when nobody can ask it. */
  readonly archived?: string | undefined;
  /** Labels of the backups that are looked at, of what holds only a part of a repository. Default: all. */
  readonly only?: readonly string[] | undefined;
  /** Nothing was written after the newest segment: it is as new as now. */
  readonly idle: boolean;
  readonly signal: AbortSignal;
  now(): number;
}

/** What is in a repository, as it says itself. */
export interface Contents {
  readonly stanza: Stanza;
  /** Of the database that runs now; undefined when nothing of it was archived, or nobody can tell. */
  readonly archive: Archive | undefined;
  readonly listing: ArchiveListing;
  readonly histories: Histories;
}

/** @throws UserError when the repository cannot be read. */
export async function readRepository({
  exec,
  place,
  size,
  signal,
}: Pick<Proving, 'exec' | 'place' | 'size' | 'signal'>): Promise<Contents> {
  const run = async (command: readonly string[]) => {
    const answer = await exec(command, { signal });
    if (answer.code === 0) return answer.stdout;
    throw new UserError(
      `repository ${place.repository} of ${place.stanza} cannot be read (${answer.code ?? 'ended'}): ${failureIn(answer)}`,
      'see its address, its login and whether it is whole',
    );
  };
  const stanza = parseInfo(await run(info(place)), place.stanza);
  const unread = unreadIn(stanza, place.repository);
  if (unread !== undefined)
    throw new UserError(
      `repository ${place.repository} of ${place.stanza} cannot be read: ${unread}`,
      'see its address and its login, and whether its passphrase is the one that it was made with',
    );
  const own = stanza.archives.filter(each => each.repository === place.repository);
  // Of databases that were before, as after an upgrade, there may be others.
  const archive = own.toSorted((a, b) => a.databaseId - b.databaseId).at(-1);
  const nothing: ArchiveListing = { segments: [], histories: [], unknown: [] };
  const listing =
    archive === undefined ? nothing : parseArchive(await run(listArchive(place, archive.id)), size);
  const histories = new Map();
  for (const timeline of archive === undefined ? [] : listing.histories)
    histories.set(timeline, parseHistory(await run(readHistory(place, archive?.id ?? '', timeline))));
  return { stanza, archive, listing, histories };
}

/** The rungs L0 and L1 of a repository, whatever each of them finds. */
export async function proveRepository(task: Proving): Promise<Rung[]> {
  const { exec, verifying = exec, place, size, limits, archived, only, idle, signal, now } = task;
  const name = `repository ${place.repository}`;
  const contents = await readRepository(task).catch((error: unknown) => {
    if (error instanceof UserError && !signal.aborted) return error;
    throw error;
  });
  if (contents instanceof UserError)
    return [{ level: 'L0', what: name, state: 'failed', sentence: contents.message }];
  const { archive, listing, histories } = contents;
  const stanza = only === undefined ? contents.stanza : partOf(contents.stanza, only);
  const archivedAt = idle ? now() : newest(listing);
  const fresh = freshness(stanza, place.repository, archivedAt, limits, now());
  const good = newestGood(stanza, place.repository);
  const rungs: Rung[] = [
    rung('L0', `${name} is fresh`, fresh.problems, `the newest backup is ${fresh.backup?.label ?? 'none'}`),
  ];
  if (archive === undefined)
    return [...rungs, rung('L1', `WAL of ${name}`, ['nothing is archived in it'], '')];
  const begun = now();
  const { findings } = continuity({
    ...{ stanza, archive, listing, histories, size },
    ...(archived === undefined ? {} : { archived }),
  });
  rungs.push(
    rung(
      'L1',
      `WAL of ${name}`,
      findings.map(({ sentence }) => sentence),
      `${listing.segments.length} segments, none missing`,
    ),
  );
  const answer = await verifying(verify(place), { signal });
  const verified = judgeVerify(answer, place.stanza, good === undefined ? [] : [good.label]);
  const files = verified.backups.reduce((sum, { checked }) => sum + checked, 0);
  rungs.push({
    ...rung('L1', `files of ${name}`, verified.problems, `${files} files read back and right`),
    took: now() - begun,
  });
  return rungs;
}

const partOf = (stanza: Stanza, labels: readonly string[]): Stanza => ({
  ...stanza,
  backups: stanza.backups.filter(({ label }) => labels.includes(label)),
});

function rung(level: Rung['level'], what: string, problems: readonly string[], good: string): Rung {
  const [first, ...more] = problems;
  if (first === undefined) return { level, what, state: 'passed', sentence: good };
  const rest = more.length === 0 ? '' : `, and ${more.length} more`;
  return { level, what, state: 'failed', sentence: `${first}${rest}` };
}
