import { UserError } from '../../toolkit/errors.ts';
import { isMap, jsonIn } from '../../toolkit/map.ts';
import { compareSegments, parseWalFile, type Segment, type SegmentSize } from './wal.ts';

/** Reads the WAL archive of a repository, as `pgbackrest repo-ls --recurse --output=json archive/STANZA/17-1` lists it. */

export interface ArchivedSegment {
  readonly segment: Segment;
  /** Relative to the folder of the archive. */
  readonly path: string;
  /** Bytes in the repository, compressed. */
  readonly size: number;
  /** When it arrived, by the clock of the storage; ms since 1970. */
  readonly archivedAt: number;
}

export interface ArchiveListing {
  /** Complete segments, sorted by timeline and number. One that was archived twice with different content is listed twice. */
  readonly segments: readonly ArchivedSegment[];
  /** Timelines with a history file. */
  readonly histories: readonly number[];
  /** When the history files arrived, by their timelines: a timeline begins with its history file; ms since 1970. */
  readonly branchedAt?: ReadonlyMap<number, number>;
  /** Paths that are not WAL files, or not of this segment size. */
  readonly unknown: readonly string[];
}

/** Returns the newest timeline in the archive, on which recovery ends; 1 for an empty archive. Pure. */
export const newestTimeline = (histories: readonly number[], segments: readonly Segment[]): number =>
  [...histories, ...segments.map(({ timeline }) => timeline)].reduce((most, each) => Math.max(most, each), 1);

/**
 * Reads the listing. It skips `.partial` segments and backup labels, because recovery reads neither.
 * @throws {UserError} when the text is not such a listing.
 */
export function parseArchive(text: string, size: SegmentSize): ArchiveListing {
  const segments: ArchivedSegment[] = [];
  const branchedAt = new Map<number, number>();
  const unknown: string[] = [];
  for (const [path, { type, size: bytes, time }] of entriesOf(text)) {
    if (type === 'path' || path.endsWith('.pgbackrest.tmp')) continue;
    const file = type === 'file' ? parseWalFile(nameOf(path), size) : undefined;
    if (file === undefined) unknown.push(path);
    else if (file.kind === 'history') branchedAt.set(file.timeline, Number(time) * 1000);
    else if (file.kind === 'segment')
      segments.push({ segment: file.segment, path, size: Number(bytes), archivedAt: Number(time) * 1000 });
  }
  return {
    segments: segments.sort((a, b) => compareSegments(a.segment, b.segment) || (a.path < b.path ? -1 : 1)),
    histories: [...branchedAt.keys()].sort((a, b) => a - b),
    branchedAt,
    unknown,
  };
}

/** Returns when the newest segment arrived, in ms since 1970; undefined for an empty archive. */
export function newest({ segments }: ArchiveListing): number | undefined {
  return segments.reduce<number | undefined>(
    (last, { archivedAt }) => Math.max(last ?? archivedAt, archivedAt),
    undefined,
  );
}

/**
 * Returns the listing at an earlier time. Storage records whole seconds, so a segment that arrived in the second before that time counts as
 * later: a reported loss is never too small. Pure.
 * @param at ms since 1970.
 */
export function archivedBy(listing: ArchiveListing, at: number): ArchiveListing {
  const segments = listing.segments.filter(each => each.archivedAt + 1000 <= at);
  const timeline = segments.at(-1)?.segment.timeline ?? 0;
  return { ...listing, segments, histories: listing.histories.filter(each => each <= timeline) };
}

/**
 * PostgreSQL's name of an archived file. pgBackRest appends the SHA-1 of the content and the suffix of the compression:
 * `0000000100000000/000000010000000000000005-8ef2….zst`.
 */
function nameOf(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  return name.replace(/-[0-9a-f]{40}(\.[a-z0-9]+)?$/, '');
}

function entriesOf(text: string): [string, Readonly<Record<string, unknown>>][] {
  const value = jsonIn(text, unreadable);
  if (!isMap(value)) throw unreadable();
  return Object.entries(value).map(([path, entry]) => {
    if (!isMap(entry)) throw unreadable();
    if (entry.type === 'file' && !(Number.isFinite(entry.size) && Number.isFinite(entry.time)))
      throw unreadable();
    return [path, entry];
  });
}

const unreadable = (cause?: unknown) =>
  new UserError(
    'the WAL archive cannot be read: the output of pgbackrest repo-ls is not the expected JSON',
    'run pgbackrest repo-ls --recurse --output=json in the pod of the database and check its output',
    { cause },
  );
