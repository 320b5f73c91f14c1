import { UserError } from '../../toolkit/errors.ts';
import { defined, isMap } from '../../toolkit/map.ts';
import type { Exec } from '../exec.ts';
import { type ArchivedSegment, newestTimeline } from './archive.ts';
import { isOnPath } from './gaps.ts';
import { chainOf, newestGood, type PostgresBackup } from './info.ts';
import { listBackupArguments, pgbackrestFailure, type RepositoryName } from './pgbackrest.ts';
import { type RepositoryCheck, readRepository } from './proving.ts';
import { type Histories, lineage } from './timeline.ts';
import { historyName, parseSegment, type SegmentSize, segmentName } from './wal.ts';

/**
 * Copies a part of a repository to a folder, byte for byte: the newest backup with all that it depends on, and the WAL since. A drill
 * damages this copy, never the repository itself.
 */

export interface RepositoryPart {
  /** The newest backup and those that it depends on; the last one is full. */
  readonly chain: readonly PostgresBackup[];
  readonly files: readonly PartFile[];
  readonly bytes: number;
  /** Segments on the path to the newest timeline, the oldest first, with their paths in the repository. */
  readonly segments: readonly { readonly name: string; readonly path: string }[];
}

interface PartFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * Lists the part to copy.
 * @throws {UserError} when the repository cannot be read, or holds no backup that can be restored.
 */
export async function partOf(
  task: Pick<RepositoryCheck, 'exec' | 'place' | 'size' | 'signal'>,
): Promise<RepositoryPart> {
  const { exec, place, size, signal } = task;
  const { stanza, archive, listing, histories } = await readRepository(task);
  const newest = newestGood(stanza, place.repository);
  const chain = newest && chainOf(stanza, newest)?.toSorted((a, b) => b.startedAt - a.startedAt);
  const full = chain?.at(-1);
  if (chain === undefined || full === undefined || archive === undefined)
    throw new UserError(
      `repository ${place.repository} of ${place.stanza} holds no backup that can be restored`,
      'make a backup',
    );
  const lists = await Promise.all(
    chain.map(async ({ label }) => {
      const answer = await exec(listBackupArguments(place, label), { signal });
      if (answer.code === 0) return filesIn(answer.stdout, `backup/${place.stanza}/${label}`);
      throw new UserError(
        `the backup ${label} in repository ${place.repository} cannot be listed: ${pgbackrestFailure(answer)}`,
        'check whether its files exist',
      );
    }),
  );
  const { number: from = 0 } = parseSegment(full.startWal, size) ?? {};
  const needed = listing.segments.filter(({ segment }) => segment.number >= from);
  const below = `archive/${place.stanza}/${archive.id}`;
  const archived = needed.map(({ path, size: bytes }) => ({ path: `${below}/${path}`, bytes }));
  const branches = listing.histories.map(timeline => ({
    path: `${below}/${historyName(timeline)}`,
    bytes: 0,
  }));
  const infos = ['backup', 'archive'].map(each => `${each}/${place.stanza}/${each}.info`);
  const files = [
    ...infos.flatMap(path => [path, `${path}.copy`].map(each => ({ path: each, bytes: 0 }))),
    ...lists.flat(),
    ...archived,
    ...branches,
  ];
  return {
    chain,
    files: files.map(checked),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    segments: onPath(needed, histories, size).map(({ segment, path }) => ({
      name: segmentName(segment, size),
      path: `${below}/${path}`,
    })),
  };
}

/** Leaves out WAL that an old timeline wrote after the branch point: no recovery needs it. */
function onPath(
  segments: readonly ArchivedSegment[],
  histories: Histories,
  size: SegmentSize,
): readonly ArchivedSegment[] {
  const all = segments.map(({ segment }) => segment);
  const newest = newestTimeline([...histories.keys()], all);
  const spans = lineage(newest, histories);
  return spans === undefined ? segments : segments.filter(({ segment }) => isOnPath(segment, spans, size));
}

/** Paths come from storage and go to the standard input of a shell, so only names like those of pgBackRest are accepted. */
function checked(file: PartFile): PartFile {
  if (/^[A-Za-z0-9._/-]{1,1000}$/.test(file.path) && !file.path.split('/').includes('..')) return file;
  throw new UserError(
    `the repository cannot be copied: pgBackRest does not make files with the name ${JSON.stringify(file.path.slice(0, 100))}`,
    'find out what else writes to the repository',
  );
}

function filesIn(text: string, below: string): PartFile[] {
  const value: unknown = JSON.parse(text);
  if (!isMap(value)) throw new Error('pgBackRest listed no files');
  return Object.entries(value).flatMap(([path, entry]) =>
    isMap(entry) && entry.type === 'file' ? [{ path: `${below}/${path}`, bytes: Number(entry.size) }] : [],
  );
}

/** Copies the files still encrypted and compressed. It is a constant, so that no user input reaches a shell. */
const copyScript = `stanza=$1 repo=$2 to=$3
export stanza repo to
rm -rf "$to" && mkdir -p "$to"
xargs -n 1 -P 4 sh -ec 'mkdir -p "$to/\${1%/*}"
pgbackrest --stanza="$stanza" --repo="$repo" --log-level-console=off --log-level-stderr=warn --raw repo-get "$1" > "$to/$1" < /dev/null' get`;

/**
 * Copies the files to a folder.
 * @throws {UserError} when a file cannot be read, or the volume is full.
 */
export async function copyPart(
  exec: Exec,
  { files }: RepositoryPart,
  { stanza, repository }: RepositoryName,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const input = `${files.map(({ path }) => path).join('\n')}\n`;
  await execOrThrow(exec, ['sh', '-ec', copyScript, 'sh', stanza, String(repository), folder], signal, input);
}

export const damages = ['byte', 'segment', 'full'] as const;
export type Damage = (typeof damages)[number];

export interface Damaged {
  /** The damage, for display. */
  readonly description: string;
  fix(): Promise<void>;
}

const flipScript = `byte=$(od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' ')
printf "\\\\$(printf %03o $((byte ^ 1)))" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none`;
const asideScript = 'mv -- "$1" "$2"';

/**
 * Damages the copy in one way.
 * @param drawn a random number from 0 up to 1, which selects the byte or the segment.
 */
export async function damage(
  exec: Exec,
  part: RepositoryPart,
  stanza: string,
  folder: string,
  kind: Damage,
  drawn: number,
): Promise<Damaged> {
  const run = (script: string, ...args: string[]) => execOrThrow(exec, ['sh', '-ec', script, 'sh', ...args]);
  const aside = async (path: string, what: string): Promise<Damaged> => {
    await run(asideScript, `${folder}/${path}`, `${folder}.aside`);
    return { description: what, fix: () => run(asideScript, `${folder}.aside`, `${folder}/${path}`) };
  };
  switch (kind) {
    case 'byte': {
      const { path, bytes } = largest(part, stanza);
      const at = Math.floor(drawn * bytes);
      const flip = () => run(flipScript, `${folder}/${path}`, String(at));
      await flip();
      return { description: `one bit flipped in byte ${at} of ${path}`, fix: flip };
    }
    case 'segment': {
      const segment = part.segments[Math.floor(drawn * part.segments.length)];
      if (segment === undefined)
        throw new UserError(
          'the copied archive holds no WAL',
          'run select pg_switch_wal() on the primary, and wait until the segment is archived',
        );
      return aside(segment.path, `segment ${segment.name} removed`);
    }
    case 'full': {
      const { label } = fullOf(part);
      return aside(`backup/${stanza}/${label}`, `full backup ${label} removed`);
    }
  }
}

/** The largest file of the full backup, because all others depend on it. */
function largest(part: RepositoryPart, stanza: string): PartFile {
  const below = `backup/${stanza}/${fullOf(part).label}/`;
  const own = part.files.filter(({ path }) => path.startsWith(below) && !/\.manifest(\.copy)?$/.test(path));
  const found = own.toSorted((a, b) => b.bytes - a.bytes)[0];
  if (found !== undefined && found.bytes > 0) return found;
  throw new UserError(`the backup ${fullOf(part).label} holds no file`, 'make a new backup');
}

function fullOf({ chain }: RepositoryPart): PostgresBackup {
  const full = chain.at(-1);
  if (full === undefined) throw new Error('the chain has no backup');
  return full;
}

async function execOrThrow(exec: Exec, command: readonly string[], signal?: AbortSignal, input?: string) {
  const answer = await exec(command, defined({ signal, input }));
  if (answer.code === 0) return;
  throw new UserError(
    `the copy of the repository could not be made or damaged (${answer.code ?? 'no exit code'}): ${pgbackrestFailure(answer)}`,
    'check whether the volume of the copy has enough space',
  );
}
