import { describe, expect, it } from 'vitest';
import type { Exec } from '../../../src/recovery/exec.ts';
import type { RepositoryContents } from '../../../src/recovery/postgres/proving.ts';
import { choiceFrom, type Restoring, restoreDatabase } from '../../../src/recovery/postgres/restoring.ts';
import { usualSize } from '../../../src/recovery/postgres/wal.ts';
import { wording } from '../../wording.ts';
import { listing, stanza } from './stanza.ts';

const place = { stanza: 'shop', repository: 1 };
const contents: RepositoryContents = {
  stanza: stanza(),
  listing: listing(),
  histories: new Map(),
  archive: stanza().archives[0],
};

describe('the choice of a backup', () => {
  it('follows the newest timeline', () => {
    const { backup, timeline } = choiceFrom(contents, { place, target: { kind: 'latest' }, size: usualSize });
    expect([backup.label, timeline]).toEqual(['20261126-094000F', 1]);
  });

  it('is refused if its history file or all WAL is missing', () => {
    const ask = (changes: Partial<typeof contents>) => () =>
      choiceFrom({ ...contents, ...changes }, { place, target: { kind: 'latest' }, size: usualSize });
    expect(ask({ archive: undefined })).toThrow(wording('1', 'shop'));
    expect(ask({ listing: { ...listing(), histories: [2] } })).toThrow(wording('2', '1'));
  });
});

describe('a failed restore', () => {
  const task = (exec: Exec, changes: Partial<Restoring> = {}): Restoring => ({
    ...{
      exec,
      place,
      target: { kind: 'latest' },
      size: usualSize,
      path: '/copy',
      archives: false,
      connection: { database: 'shop' },
    },
    start: async () => {},
    restart: async () => {},
    ended: async () => undefined,
    during: (_, work) => work(),
    signal: new AbortController().signal,
    sleep: async () => {},
    report: () => {},
    ...changes,
  });

  it('reports the error of pgBackRest for a repository that cannot be read', async () => {
    const exec: Exec = async () => ({
      code: 103,
      stdout: '',
      stderr: 'ERROR: [103]: unable to find a valid repository',
    });
    await expect(restoreDatabase(task(exec))).rejects.toThrow(
      'repository 1 of shop cannot be read (103): ERROR: [103]: unable to find a valid repository',
    );
  });
});
