import { describe, expect, it } from 'vitest';
import {
  isKnownVersion,
  parseBackupSummary,
  parseCheck,
  parseRestored,
  parseSnapshots,
  parseVersion,
  progressIn,
  refused,
} from '../../../src/recovery/files/answers.ts';
import { wording } from '../../wording.ts';
import { recorded } from './recorded.ts';

const repository = { name: 'near', address: '/srv/repository', environment: { RESTIC_PASSWORD: 'hunter2!' } };

describe('the output of a restic backup', () => {
  it('has the snapshot and its totals', () => {
    expect(parseBackupSummary(recorded('backup'))).toEqual({
      snapshot: '237320d5157a61eb1f94cd67c36e7ad547f09579f8678907f6b733b2923d5867',
      files: 4,
      bytes: 3000008,
      added: 3002061,
    });
    expect(parseBackupSummary(recorded('progress'))?.files).toBe(5);
    expect(parseBackupSummary(recorded('missing', 1))).toBeUndefined();
  });

  it('has the progress, except at the end and when the total is unknown', () => {
    const status = (rest: object) => progressIn(JSON.stringify({ message_type: 'status', ...rest }));
    expect(status({ total_bytes: 30_000_000, bytes_done: 12_400_000 })).toEqual(
      wording('41 %', '12 MB', '30 MB'),
    );
    expect(status({ percent_done: 0 })).toBeUndefined();
    expect(status({ total_files: 1, bytes_done: 12_400_000 })).toBe('12 MB');
    expect(recorded('progress').stdout.split('\n').map(progressIn)).toEqual(Array(7).fill(undefined));
    expect(progressIn('no JSON')).toBeUndefined();
  });

  it('lists snapshots with their sources', () => {
    expect(parseSnapshots(recorded('snapshots'))).toEqual([
      {
        id: '237320d5157a61eb1f94cd67c36e7ad547f09579f8678907f6b733b2923d5867',
        at: Date.parse('2026-11-26T11:21:46.796Z'),
        name: 'h',
        folders: ['/srv/attachments'],
        tags: ['slipway', 'claim=a/b'],
      },
    ]);
    for (const stdout of ['', '{}', '[{"id":"x"}]', 'null'])
      expect(() => parseSnapshots({ code: 0, stdout, stderr: '' })).toThrow(wording());
  });
});

describe('a check', () => {
  it('of an intact repository returns no errors', () => {
    expect(parseCheck(recorded('check'))).toEqual([]);
  });

  it('names a damaged or missing pack, without the advice', () => {
    const [flipped, ...more] = parseCheck(recorded('flip', 1));
    expect(flipped).toMatch(/^pack 08911ede\w+ contains 2 errors: .*ciphertext verification failed/);
    expect(more).toEqual([]);
    expect(parseCheck(recorded('gone', 1))).toEqual([
      'pack 08911ede941683d97fc81e896876800880688980f7aa65f52cf5046d3a8d9657: does not exist',
    ]);
    expect(parseCheck(recorded('noindex', 1)).join()).toContain('not found in repository');
  });

  it('returns no errors either when it read no data back, or when the repository is empty', () => {
    expect(parseCheck(recorded('flip-structure'))).toEqual([]);
    expect(parseCheck(recorded('nosnap'))).toEqual([]);
  });

  it('that could not run is no passed check', () => {
    expect(parseCheck(recorded('locked', 11))).toEqual([
      expect.stringContaining('repository is already locked by PID 5396 on vm'),
    ]);
    expect(parseCheck({ code: undefined, stdout: '', stderr: '' })).toEqual([wording()]);
    expect(parseCheck({ code: 0, stdout: '', stderr: '' })).toEqual([wording('0')]);
  });
});

describe('a failed command of restic', () => {
  it.each<[string, number, RegExp]>([
    ['norepo', 10, wording()],
    ['wrong', 12, wording()],
    ['locked', 11, wording()],
    ['partial', 3, wording()],
    ['missing', 1, wording('1', 'Fatal')],
    ['flip-restore', 1, wording('/srv/attachments/big')],
  ])('is reported with its own error and a remedy: %s', (name, code, sentence) => {
    expect(refused(repository, 'do it', recorded(name, code)).sentence).toEqual(sentence);
  });

  it('is reported without secrets', () => {
    const answer = { code: 1, stdout: '', stderr: 'Fatal: hunter2! at s3:https://a:b@host/x' };
    expect(refused(repository, 'do it', answer).sentence).not.toMatch(/hunter2|a:b/);
  });
});

describe('restic', () => {
  it('is supported by version', () => {
    expect(parseVersion(recorded('version'))).toBe('0.18.0');
    expect(['0.16.4', '0.17.0', '0.18.1', '0.19.0', '1.17.0'].map(isKnownVersion)).toEqual([
      ...[false, false, true, false, false],
    ]);
  });
  it('reports how much it restored', () => {
    expect(parseRestored(recorded('restore'))).toEqual({ files: 8, bytes: 3000008 });
  });
});
