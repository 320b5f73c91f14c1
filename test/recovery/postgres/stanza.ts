import type { ArchiveListing } from '../../../src/recovery/postgres/archive.ts';
import type { PostgresBackup, Stanza } from '../../../src/recovery/postgres/info.ts';
import { type Lsn, parseLsn, parseSegment, usualSize } from '../../../src/recovery/postgres/wal.ts';

/** A stanza with three backups and their WAL, which each test changes. */

export const lsn = (text: string): Lsn => parseLsn(text)!;
export const at = (text: string): number => Date.parse(`2026-11-26T${text}Z`);
export const wal = (number: number, timeline = 1): string =>
  `0000000${timeline}00000000${number.toString(16).toUpperCase().padStart(8, '0')}`;

export const backup = (label: string, changes: Partial<PostgresBackup> = {}): PostgresBackup => ({
  label,
  type: 'full',
  reference: [],
  repository: 1,
  databaseId: 1,
  startedAt: at('09:00:00'),
  endedAt: at('09:00:05'),
  startLsn: lsn('0/2000028'),
  stopLsn: lsn('0/2000158'),
  startWal: wal(2),
  stopWal: wal(2),
  size: 30_000_000,
  repositoryCopied: 4_000_000,
  damaged: false,
  annotations: {},
  ...changes,
});

export const full = backup('20261126-090000F');
export const incremental = backup('20261126-090000F_20261126-092000I', {
  type: 'incr',
  prior: full.label,
  reference: [full.label],
  startedAt: at('09:20:00'),
  endedAt: at('09:20:03'),
  startLsn: lsn('0/5000028'),
  stopLsn: lsn('0/5000158'),
  startWal: wal(5),
  stopWal: wal(5),
});
export const later = backup('20261126-094000F', {
  startedAt: at('09:40:00'),
  endedAt: at('09:40:05'),
  startLsn: lsn('0/7000028'),
  stopLsn: lsn('0/7000158'),
  startWal: wal(7),
  stopWal: wal(7),
});

const good = { code: 0, message: 'ok' };

export const stanza = (changes: Partial<Stanza> = {}): Stanza => ({
  name: 'shop',
  status: good,
  repositories: [{ key: 1, cipher: 'aes-256-cbc', status: good }],
  backups: [full, incremental, later],
  archives: [{ id: '17-1', repository: 1, databaseId: 1 }],
  lock: { held: false },
  ...changes,
});

/** Segments 1 to 9, archived at 09:00, 09:05 and so on. */
export const listing = (
  names: readonly string[] = range(1, 9),
  histories: number[] = [],
): ArchiveListing => ({
  segments: names.map(name => {
    const segment = parseSegment(name, usualSize)!;
    return {
      segment,
      path: `${name.slice(0, 16)}/${name}-0.zst`,
      size: 900,
      archivedAt: at('08:55:00') + segment.number * 300_000,
    };
  }),
  histories,
  unknown: [],
});

export const range = (from: number, to: number, timeline = 1): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => wal(from + index, timeline));
