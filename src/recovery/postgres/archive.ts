import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';
import { compareSegments, parseWalFile, type Segment, type SegmentSize } from './wal.ts';

/** What is in the WAL archive of a repository, by `pgbackrest repo-ls --recurse --output=json archive/STANZA/17-1`. */

export interface ArchivedSegment {
  readonly segment: Segment;
  /** Below the folder of the archive. */
  readonly path: string;
  /** Bytes in the repository, compressed. */
  readonly size: number;
  /** When it came, by the clock of the storage; ms since 1970. */
  readonly at: number;
}

export interface ArchiveListing {
  /** Complete ones, by timeline and number; the same twice when it was archived twice with another content. */
  readonly segments: readonly ArchivedSegment[];
  /** Timelines of which there is a history file. */
  readonly histories: readonly number[];
  /** Names that are none of an archive, or none with this size of segments. */
  readonly unknown: readonly string[];
}

/** The one that recovery ends on, as far as the archive knows; 1 where it knows of none. Pure. */
export const newestTimeline = (histories: readonly number[], segments: readonly Segment[]): number =>
  [...histories, ...segments.map(({ timeline }) => timeline)].reduce((most, each) => Math.max(most, each), 1);

/**
 * Reads the listing. `.partial` segments and labels of backups are passed over: nothing is recovered from them.
 * @throws {UserError} for what is no such JSON.
 */
export function parseArchive(text: string, size: SegmentSize): ArchiveListing {
  const segments: ArchivedSegment[] = [];
  const histories: number[] = [];
  const unknown: string[] = [];
  for (const [path, { type, size: bytes, time }] of entriesOf(text)) {
    if (type === 'path' || path.endsWith('.pgbackrest.tmp')) continue;
    const file = type === 'file' ? parseWalFile(nameOf(path), size) : undefined;
    if (file === undefined) unknown.push(path);
    else if (file.kind === 'history') histories.push(file.timeline);
    else if (file.kind === 'segment')
      segments.push({ segment: file.segment, path, size: Number(bytes), at: Number(time) * 1000 });
  }
  return {
    segments: segments.sort((a, b) => compareSegments(a.segment, b.segment) || (a.path < b.path ? -1 : 1)),
    histories: histories.sort((a, b) => a - b),
    unknown,
  };
}

/** When the newest segment came; ms since 1970. Undefined of an empty archive. */
export function newest({ segments }: ArchiveListing): number | undefined {
  return segments.reduce<number | undefined>((last, { at }) => Math.max(last ?? at, at), undefined);
}

/**
 * What of it was there at a moment, as if nothing had come since. Storages note whole seconds, so that what came within the second of that
 * moment counts as later: a loss is never made smaller. Pure.
 * @param at ms since 1970.
 */
export function archivedBy(listing: ArchiveListing, at: number): ArchiveListing {
  const segments = listing.segments.filter(each => each.at + 1000 <= at);
  const timeline = segments.at(-1)?.segment.timeline ?? 0;
  return { ...listing, segments, histories: listing.histories.filter(each => each <= timeline) };
}

/**
 * PostgreSQL's name of an archived file. pgBackRest adds the SHA-1 of the content and how it is compressed:
 * `0000000100000000/000000010000000000000005-8ef2….zst`.
 */
function nameOf(path: string): string {
  const name = path.split('/').at(-1) ?? '';
  return name.replace(/-[0-9a-f]{40}(\.[a-z0-9]+)?$/, '');
}

function entriesOf(text: string): [string, Readonly<Record<string, unknown>>][] {
  const value = jsonOf(text);
  if (!isMap(value)) throw unreadable();
  return Object.entries(value).map(([path, entry]) => {
    if (!isMap(entry)) throw unreadable();
    if (entry.type === 'file' && !(Number.isFinite(entry.size) && Number.isFinite(entry.time)))
      throw unreadable();
    return [path, entry];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(cause);
  }
}

const unreadable = (cause?: unknown) =>
  new UserError(
    'what pgBackRest lists of its archive cannot be read',
    'run pgbackrest repo-ls --recurse --output=json where the database is and look at what it answers',
    { cause },
  );
