import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArchive } from '../../../src/recovery/postgres/archive.ts';
import { continuity } from '../../../src/recovery/postgres/continuity.ts';
import { chainOf, parseInfo } from '../../../src/recovery/postgres/info.ts';
import { judgeRecovery, parseRecoveryEnd } from '../../../src/recovery/postgres/recovery-end.ts';
import { choose, type RecoveryTarget } from '../../../src/recovery/postgres/target.ts';
import { lineage, parseTimelineHistory } from '../../../src/recovery/postgres/timeline.ts';
import { isWalDamagedFrom, judgeVerify } from '../../../src/recovery/postgres/verify.ts';
import { segmentName, usualSize } from '../../../src/recovery/postgres/wal.ts';
import { wording } from '../../wording.ts';
import { lsn } from './stanza.ts';

/**
 * Recorded answers of pgBackRest 2.55.1 and PostgreSQL 17: a primary with a standby, which was promoted at the end, and two repositories.
 * The first one is encrypted, the second one was damaged file by file.
 */
const recorded = (name: string) => {
  const path = join(import.meta.dirname, 'fixtures', name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};
const info = (name: string) => parseInfo(recorded(`${name}.txt`), 'shop');
const archive = (name: string) => parseArchive(recorded(`${name}.txt`), usualSize);
const histories = new Map([[2, parseTimelineHistory(recorded('00000002.history'))]]);

describe('the recorded output of pgbackrest info', () => {
  it('reports that a stanza is missing, or is empty', () => {
    expect(info('info-missing')).toMatchObject({
      status: { code: 1 },
      backups: [],
      archives: [],
    });
    expect(info('info-empty')).toMatchObject({
      status: { code: 2 },
      backups: [],
      archives: [{ id: '17-1' }, {}],
    });
  });

  it('has the progress of a running backup', () => {
    expect(info('info-running').lock).toEqual({
      held: true,
      progress: { done: 63_438_848, of: 432_302_037 },
    });
  });

  it('lists backups of both repositories with their chains', () => {
    const stanza = info('info');
    expect(stanza.repositories.map(({ key, cipher }) => [key, cipher])).toEqual([
      [1, 'aes-256-cbc'],
      [2, 'none'],
    ]);
    expect(stanza.backups.map(each => [each.repository, each.type, chainOf(stanza, each)?.length])).toEqual([
      [1, 'full', 1],
      [2, 'full', 1],
      [1, 'diff', 2],
      [2, 'full', 1],
      [1, 'incr', 3],
      [1, 'incr', 4],
    ]);
    expect(stanza.backups[0]).toMatchObject({ annotations: { run: '12/1' }, damaged: false });
  });
});

const labels = ['20261126-094914F', '20261126-094921F'];
const answer = (name: string) => ({
  code: 0,
  stdout: recorded(`verify-${name}.txt`),
  stderr: recorded(`verify-${name}.stderr.txt`),
});
const problems = (name: string) => judgeVerify(answer(name), 'shop', labels).problems;
const damaged = '17-1/0000000100000000/000000010000000000000043-5def89fd259494f090d46a4c87fe9f14e5e1d0d3.zst';

describe('the recorded output of pgbackrest verify', () => {
  it('passes an intact repository', () => {
    expect(problems('good')).toEqual([]);
  });

  it.each<[string, string[]]>([
    [
      'flipped-byte',
      [wording('20261126-094914F'), '20261126-094914F/pg_data/base/5/1255.zst: invalid checksum'],
    ],
    ['flipped-wal', [wording('17-1'), `${damaged}: invalid checksum`]],
    [
      'missing-file',
      [wording('20261126-094914F', '1 missing'), '20261126-094914F/pg_data/base/5/1255.zst: file missing'],
    ],
    ['missing-manifest', [wording('20261126-094914F')]],
    ['missing-info', [...labels.map(label => `the backup ${label} was not verified`), wording(), wording()]],
    ['duplicate', [wording('2', '17-1')]],
  ])('fails for a defect, although its exit code is 0: %s', (name, found) => {
    expect(problems(name)).toEqual(found);
  });

  it.each([
    ['flipped-wal', true, false],
    ['duplicate', true, false],
    ['flipped-byte', false, false],
  ])('tells whether a later backup needs the damaged WAL: %s', (name, its, later) => {
    const needs = (number: number) =>
      isWalDamagedFrom(answer(name), 'shop', `0000000100000000000000${number}`);
    expect([needs(43), needs(44)]).toEqual([its, later]);
  });

  it('fails for a missing backup that pgBackRest does not report, and for an empty repository', () => {
    expect(recorded('verify-missing-backup.txt')).toContain('status: ok');
    expect(problems('missing-backup')).toEqual([wording('20261126-094914F')]);
    expect(recorded('verify-empty.txt')).toContain('status: ok');
    expect(problems('empty')).toContainEqual(wording('pgBackRest'));
  });
});

/** @param lost a segment that is left out of the listing. */
const findings = (stanza: string, listing: string, repository: number, timeline = 1, lost?: string) => {
  const found = info(stanza);
  const { segments, ...rest } = archive(listing);
  const input = {
    stanza: found,
    archive: found.archives.find(each => each.repository === repository)!,
    listing: {
      ...rest,
      segments: segments.filter(({ segment }) => segmentName(segment, usualSize) !== lost),
    },
    histories: timeline === 1 ? new Map() : histories,
    size: usualSize,
  };
  return continuity(input);
};

describe('a recorded archive', () => {
  it('has a gap although pgBackRest verified all files', () => {
    expect(problems('missing-wal')).toEqual([]);
    expect(findings('info', 'repo-ls-gap', 2).map(({ name }) => name)).toEqual(['000000010000000000000043']);
  });

  it('is complete after a promotion', () => {
    expect(findings('info-promoted', 'repo-ls-promoted', 1, 2)).toEqual([]);
    for (const lost of ['000000010000000000000049', '00000002000000000000004A'])
      expect(findings('info-promoted', 'repo-ls-promoted', 1, 2, lost)).toMatchObject([
        { kind: 'gap', name: lost },
      ]);
  });

  it('has a gap if archive-push-queue-max dropped segments that were reported as archived', () => {
    const found = info('info');
    const listing = archive('repo-ls-gap');
    const whole = {
      stanza: found,
      archive: found.archives[1]!,
      listing,
      histories: new Map(),
      size: usualSize,
    };
    expect(continuity({ ...whole, archived: '000000010000000000000047' }).at(-1)?.sentence).toEqual(
      wording('000000010000000000000047'),
    );
  });
});

describe('a recorded recovery', () => {
  const stanza = info('info-promoted');
  const target: RecoveryTarget = { kind: 'time', at: Date.parse('2026-11-26T09:50:24.534Z') };
  const choice = (timeline: number, wanted: RecoveryTarget = target) =>
    choose({
      stanza,
      repository: 1,
      target: wanted,
      spans: lineage(timeline, histories)!,
      listing: archive('repo-ls-promoted'),
      size: usualSize,
    });
  const judged = (name: string, wanted: RecoveryTarget = target) =>
    judgeRecovery(
      parseRecoveryEnd(recorded(`recovery-end-${name}.txt`)),
      wanted,
      choice(2).backup,
      stanza.backups,
    );

  it('begins with the backup before its target, on either timeline', () => {
    expect(choice(1).backup.label).toBe('20261126-094913F_20261126-094923I');
    expect(choice(2)).toMatchObject({ backup: { label: '20261126-094913F_20261126-094923I' }, timeline: 2 });
    expect(choice(2, { kind: 'latest' }).backup.label).toBe('20261126-094913F_20261126-095026I');
  });

  it('to a time, or to an LSN at which a standby was paused, is right', () => {
    expect(judged('good')).toEqual([]);
    expect(judged('lsn', { kind: 'lsn', lsn: lsn('0/25091010'), exclusive: true })).toEqual([]);
  });

  it('from a later backup, which had a row too many and no error, is a deviation', () => {
    expect(judged('trap').map(({ kind }) => kind)).toEqual(['other-backup', 'beyond-target']);
  });

  it('to the end instead of the target is a deviation', () => {
    expect(judged('end').map(({ kind }) => kind)).toEqual(['target-ignored', 'beyond-target']);
  });

  it('to the end of a backup is right', () => {
    const [full] = stanza.backups;
    const end = parseRecoveryEnd(recorded('recovery-end-immediate.txt'));
    expect(judgeRecovery(end, { kind: 'backup', label: full!.label }, full!, stanza.backups)).toEqual([]);
  });
});
