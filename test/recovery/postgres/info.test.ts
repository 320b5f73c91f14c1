import { describe, expect, it } from 'vitest';
import { chainOf, newestGood, parseInfo, unreadIn } from '../../../src/recovery/postgres/info.ts';
import { at, full, incremental, later, lsn, stanza, wal } from './stanza.ts';

/** As pgBackRest 2.59 writes it. */
const raw = (changes: object = {}, stanzaChanges: object = {}) => [
  {
    archive: [{ database: { id: 1, 'repo-key': 1 }, id: '17-1', max: wal(9), min: wal(1) }],
    backup: [
      {
        annotation: { run: '12/1' },
        archive: { start: wal(5), stop: wal(5) },
        backrest: { format: 5, version: '2.59.1' },
        database: { id: 1, 'repo-key': 1 },
        error: false,
        info: {
          delta: 8428,
          repository: { delta: 475, 'delta-map': [12, 8192], 'size-map': [12, 8192] },
          size: 30_000_000,
        },
        label: incremental.label,
        lsn: { start: '0/5000028', stop: '0/5000158' },
        prior: full.label,
        reference: [full.label],
        timestamp: { start: at('09:20:00') / 1000, stop: at('09:20:03') / 1000 },
        type: 'incr',
        ...changes,
      },
    ],
    cipher: 'mixed',
    db: [{ id: 1, 'repo-key': 1, 'system-id': 1, version: '17' }],
    name: 'shop',
    repo: [{ cipher: 'aes-256-cbc', key: 1, status: { code: 0, message: 'ok' } }],
    status: { code: 0, lock: { backup: { held: false }, restore: { held: false } }, message: 'ok' },
    ...stanzaChanges,
  },
];
const parsed = (changes: object = {}, stanzaChanges: object = {}) =>
  parseInfo(JSON.stringify(raw(changes, stanzaChanges)), 'shop');

describe('the output of pgbackrest info', () => {
  it('is read', () => {
    expect(parsed()).toEqual({
      name: 'shop',
      status: { code: 0, message: 'ok' },
      repositories: [{ key: 1, cipher: 'aes-256-cbc', status: { code: 0, message: 'ok' } }],
      backups: [
        {
          ...incremental,
          size: 30_000_000,
          repositoryCopied: 475,
          annotations: { run: '12/1' },
        },
      ],
      archives: [{ id: '17-1', repository: 1, databaseId: 1 }],
      lock: { held: false },
    });
  });

  it('may have a system identifier that is larger than the safe integers of JavaScript', () => {
    const text = JSON.stringify(raw()).replace('"system-id":1', '"system-id":7576953232812384217');
    expect(parseInfo(text, 'shop')).toEqual(parsed());
  });

  it('has the progress of a running backup', () => {
    const backup = {
      held: true,
      size: 1000,
      'size-cplt': 250,
      repo: [{ key: 1, size: 1000, 'size-cplt': 250 }],
    };
    const status = { code: 0, lock: { backup }, message: 'ok' };
    expect(parsed({}, { status }).lock).toEqual({ held: true, progress: { done: 250, of: 1000 } });
    expect(parsed({}, { status: { ...status, lock: { backup: { held: true } } } }).lock).toEqual({
      held: true,
    });
  });

  it('may have a backup of a stopped server, and one without verified checksums', () => {
    const [found] = parsed({ archive: { start: null, stop: null }, error: undefined }).backups;
    expect(found).toMatchObject({ startWal: null, stopWal: null });
    expect(found).not.toHaveProperty('damaged');
  });

  it.each<[string, string]>([
    ['it is not JSON', '{'],
    ['the stanza shop is not in it', '[]'],
    ['the stanza shop is not in it', '[{"name":"other"}]'],
    ['a status is missing', '[{"name":"shop"}]'],
    ['has no stop LSN', JSON.stringify(raw({ lsn: { start: '0/5000028' } }))],
    ['has the unknown type new', JSON.stringify(raw({ type: 'new' }))],
    ['backup.timestamp.stop is missing', JSON.stringify(raw({ timestamp: { start: 1 } }))],
  ])('is refused: %s', (problem, text) => {
    expect(() => parseInfo(text, 'shop')).toThrow(problem);
  });
});

describe('a repository that cannot be decrypted', () => {
  it('is not mistaken for an empty one: the reason is read, whatever bytes pgBackRest quotes', () => {
    const message = "[FormatError] unable to load info file 'a'\\nFormatError: line 1: \u0016@?";
    const status = { code: 99, message: 'SAID' };
    const text = JSON.stringify(raw({}, { backup: [], repo: [{ cipher: 'aes-256-cbc', key: 1, status }] }));
    const said = parseInfo(text.replace('SAID', message), 'shop');
    expect(unreadIn(said, 1)).toBe("[FormatError] unable to load info file 'a' FormatError: line 1: ?@?");
    expect(unreadIn(said, 2)).toBeUndefined();
    expect(unreadIn(parsed(), 1)).toBeUndefined();
  });
});

describe('a backup', () => {
  it('is restored from its chain', () => {
    expect(chainOf(stanza(), incremental)).toEqual([incremental, full]);
    expect(chainOf(stanza(), full)).toEqual([full]);
    expect(chainOf(stanza({ backups: [incremental] }), incremental)).toBeUndefined();
    const elsewhere = { ...full, repository: 2 };
    expect(chainOf(stanza({ backups: [elsewhere, incremental] }), incremental)).toBeUndefined();
  });

  it('is the newest good one if it is complete and has no damaged pages', () => {
    expect(newestGood(stanza(), 1)).toEqual(later);
    expect(newestGood(stanza({ backups: [full, incremental, { ...later, damaged: true }] }), 1)).toEqual(
      incremental,
    );
    expect(newestGood(stanza(), 2)).toBeUndefined();
    expect(lsn('0/5000158')).toBe(incremental.stopLsn);
  });
});
