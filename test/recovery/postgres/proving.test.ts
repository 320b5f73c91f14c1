import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Exec } from '../../../src/recovery/exec.ts';
import { olderFaults, reached, unproved } from '../../../src/recovery/levels.ts';
import { parseInfo } from '../../../src/recovery/postgres/info.ts';
import {
  proveRepository,
  type RepositoryCheck,
  readBackWhole,
} from '../../../src/recovery/postgres/proving.ts';
import { usualSize } from '../../../src/recovery/postgres/wal.ts';
import { wording } from '../../wording.ts';

/** With recorded answers of pgBackRest 2.55.1. */

const recorded = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
const day = 86_400_000;

interface Recorded {
  info: string;
  archive: string;
  verified: string;
}
const answering =
  ({ info, archive, verified }: Recorded): Exec =>
  async command => {
    const good = (stdout: string, stderr = '') => ({ code: 0, stdout, stderr });
    switch (command.find(each => /^(info|repo-ls|repo-get|verify)$/.test(each))) {
      case 'info':
        return good(recorded(`${info}.txt`));
      case 'repo-ls':
        return good(recorded(`${archive}.txt`));
      case 'repo-get':
        return good(recorded('00000002.history'));
      default:
        return good(recorded(`verify-${verified}.txt`), recorded(`verify-${verified}.stderr.txt`));
    }
  };
const prove = (given: Partial<RepositoryCheck> & { exec: Exec }) =>
  proveRepository({
    place: { stanza: 'shop', repository: 2 },
    size: usualSize,
    limits: { backup: 8 * day, wal: 2 * day },
    signal: new AbortController().signal,
    now: () => Date.UTC(2026, 10, 26, 10),
    ...given,
  });

describe('a repository', () => {
  it('with a gap in its WAL that pgBackRest does not report is fresh, but not intact', async () => {
    const levelChecks = await prove({
      exec: answering({ info: 'info', archive: 'repo-ls-gap', verified: 'missing-wal' }),
    });
    expect(levelChecks.map(({ level, what, state }) => [level, what, state])).toEqual([
      ['L0', wording('2'), 'passed'],
      ['L1', wording('2'), 'failed'],
      ['L1', wording('2'), 'passed'],
    ]);
    expect(levelChecks[1]?.sentence).toContain('000000010000000000000043');
    expect(reached(levelChecks)).toBe('L0');
  });

  it('with a gap before a new backup is not intact, but the backup counts', async () => {
    const exec = answering({ info: 'info', archive: 'repo-ls-gap', verified: 'missing-wal' });
    const before = parseInfo(recorded('info.txt'), 'shop');
    const old = before.backups.findLast(({ repository }) => repository === 2)!;
    const wal = '000000010000000000000044';
    const made = { ...old, label: '20261126-095200F', startWal: wal, stopWal: wal };
    const stanza = { ...before, backups: [...before.backups, made] };
    const levelChecks = await prove({ exec, stanza, from: made.label, files: Promise.resolve([]) });
    expect(unproved(levelChecks)).toEqual([]);
    expect(olderFaults(levelChecks)).toEqual([wording('000000010000000000000043')]);
  });

  it('whose archive continues after a promotion is intact', async () => {
    const levelChecks = await prove({
      exec: answering({ info: 'info-promoted', archive: 'repo-ls-promoted', verified: 'good' }),
      place: { stanza: 'shop', repository: 1 },
    });
    expect(levelChecks.slice(0, 2).map(({ state }) => state)).toEqual(['passed', 'passed']);
  });

  it('with a flipped byte is reported with the file', async () => {
    const levelChecks = await prove({
      exec: answering({ info: 'info', archive: 'repo-ls-gap', verified: 'flipped-byte' }),
    });
    expect(levelChecks.at(-1)).toMatchObject({ level: 'L1', state: 'failed' });
    expect(levelChecks.at(-1)?.sentence).toEqual(wording('1'));
  });

  it('is read back as a whole after the restore that a drill measures, and any damage is found', async () => {
    const answers = answering({ info: 'info', archive: 'repo-ls-gap', verified: 'flipped-byte' });
    const asked: string[] = [];
    const exec: Exec = async (command, options) => {
      asked.push(command.find(each => each === 'verify') ?? '');
      return answers(command, options);
    };
    const before = await prove({ exec, files: Promise.resolve([]) });
    expect(asked).not.toContain('verify');
    const place = { stanza: 'shop', repository: 2 };
    const { signal } = new AbortController();
    const after = await readBackWhole({ exec, place, size: usualSize, signal, now: () => 0 });
    expect(asked).toContain('verify');
    const both = await prove({ exec });
    expect([...before, after].map(({ what, sentence }) => [what, sentence])).toEqual(
      both.map(({ what, sentence }) => [what, sentence]),
    );
  });

  it('that is too old is not fresh, unless the primary reports that all writes are archived', async () => {
    const exec = answering({ info: 'info', archive: 'repo-ls-gap', verified: 'missing-wal' });
    const later = { exec, now: () => Date.UTC(2026, 10, 30) };
    expect((await prove(later))[0]).toMatchObject({ state: 'failed' });
    // The bound counts from when the primary was asked, also at the limit, however long the check takes.
    const behind = (age: number) => prove({ ...later, behind: age });
    expect((await behind(2 * day))[0]).toMatchObject({ state: 'passed' });
    expect((await behind(2 * day + 1))[0]).toMatchObject({ state: 'failed' });
  });

  it('whose contents were just read is not listed again', async () => {
    const answers = answering({ info: 'info', archive: 'repo-ls-gap', verified: 'missing-wal' });
    const asked: string[] = [];
    const exec: Exec = async (command, options) => {
      asked.push(command.find(each => /^(info|repo-ls|repo-get|verify)$/.test(each)) ?? '');
      return answers(command, options);
    };
    const stanza = parseInfo(recorded('info.txt'), 'shop');
    const sentences = async (given: Partial<RepositoryCheck>) =>
      (await prove({ exec, ...given })).map(({ sentence }) => sentence);
    expect(await sentences({ stanza })).toEqual(await sentences({}));
    expect(asked).toEqual(['verify', 'repo-ls', 'verify', 'info', 'repo-ls']);
  });

  it('that cannot be read reaches no level, with the reason', async () => {
    const exec: Exec = async () => ({
      code: 103,
      stdout: '',
      stderr: 'ERROR: [103]: unable to find a valid repository',
    });
    const levelChecks = await prove({ exec });
    expect(levelChecks).toEqual([
      {
        level: 'L0',
        what: wording('2'),
        state: 'failed',
        sentence: wording('2', 'shop', '103', 'ERROR', '[103]', 'unable to find a valid repository'),
      },
    ]);
  });
});
