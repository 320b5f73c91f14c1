import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Exec, localExec } from '../../../src/recovery/exec.ts';
import type { FilesBackupTask } from '../../../src/recovery/files/backing-up.ts';
import { checkFiles } from '../../../src/recovery/files/checking.ts';
import { expireFiles } from '../../../src/recovery/files/expiring.ts';
import { restoreFiles } from '../../../src/recovery/files/restoring.ts';
import type { ProgramOutput } from '../../../src/toolkit/program.ts';
import { wording } from '../../wording.ts';
import { backUpFiles } from './one-repository.ts';
import { recorded } from './recorded.ts';

/** Uses real files, and a restic with recorded answers of the real one, which only the lab has. */

const id = '237320d5157a61eb1f94cd67c36e7ad547f09579f8678907f6b733b2923d5867';
const at = Date.parse('2026-11-26T11:21:46.796Z');
const day = 86_400_000;
const good: ProgramOutput = { code: 0, stdout: '', stderr: '' };
const none: ProgramOutput = { ...good, stdout: '[]' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  await mkdir(join(folder, 'from/sub'), { recursive: true });
  await mkdir(join(folder, 'into'));
  for (const name of ['a', 'b', 'c', 'sub/d']) await writeFile(join(folder, 'from', name), name);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** @param answers by command, in order; the last one is repeated. */
function world(answers: Record<string, (ProgramOutput | (() => Promise<ProgramOutput>))[]>) {
  const asked: string[] = [];
  const said: string[] = [];
  const local = localExec(process.env);
  const replaced = (answer: ProgramOutput) => ({
    ...answer,
    stdout: answer.stdout.replaceAll('/srv/attachments', `${folder}/from`),
  });
  const all: typeof answers = {
    version: [recorded('version')],
    // It was /srv/attachments then.
    snapshots: [replaced(recorded('snapshots'))],
    ...answers,
  };
  const exec: Exec = async (command, options) => {
    const start = command.indexOf('restic');
    if (start < 0) return local(command, options);
    const name = command.slice(start + 1).find(each => !each.startsWith('--')) ?? '';
    const waits = command.some(each => each.startsWith('--retry-lock')) ? ' waiting' : '';
    asked.push(name + waits);
    const mine = all[name] ?? [good];
    const answer = mine.length > 1 ? mine.shift() : mine[0];
    return typeof answer === 'function' ? answer() : (answer ?? good);
  };
  const task: FilesBackupTask = {
    exec,
    repository: { name: 'near', address: '/srv/repository', environment: { RESTIC_PASSWORD: 'hunter2!' } },
    source: { name: 'shop/files', folder: `${folder}/from` },
    tags: ['run=12'],
    signal: new AbortController().signal,
    report: line => void said.push(line),
  };
  return { task, asked, said };
}

describe('a backup of files', () => {
  it('is made, listed without restic, and found in the repository', async () => {
    const { task, asked, said } = world({ backup: [recorded('backup')] });
    const made = await backUpFiles(task);
    expect(made).toMatchObject({ snapshot: { id, at }, added: 3002061, version: '0.18.0' });
    expect(made.listing.files.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'sub/d']);
    expect(made.listing.unsettled).toEqual([]);
    expect(asked).toEqual(['version', 'backup', 'snapshots']);
    expect(said).toEqual([
      wording('shop/files', '0.0 MB', 'near'),
      wording('shop/files', '0.0 MB', '3.0 MB'),
    ]);
  });

  it('names the files that changed during it, whose content in it is unknown', async () => {
    const writing = async () => {
      await writeFile(join(folder, 'from/b'), 'other');
      await writeFile(join(folder, 'from/new'), '');
      return recorded('backup');
    };
    const { task, said } = world({ backup: [writing] });
    const { listing } = await backUpFiles(task);
    expect(listing.unsettled).toEqual(['b', 'new']);
    expect(listing.files.map(({ path }) => path)).toEqual(['a', 'c', 'sub/d']);
    expect(said.at(-1)).toEqual(wording('new'));
  });

  it('does not count when a file could not be read, although restic keeps the snapshot', async () => {
    const { task } = world({ backup: [recorded('partial', 3)] });
    await expect(backUpFiles(task)).rejects.toThrow(wording());
  });

  it('does not count when restic skipped the folder, although restic reports success', async () => {
    const { task } = world({ backup: [recorded('missing2')], snapshots: [recorded('snapshots')] });
    await expect(backUpFiles(task)).rejects.toThrow(wording('near'));
  });

  it('does not count with more files than were listed', async () => {
    const { task } = world({ backup: [recorded('backup')] });
    await rm(join(folder, 'from/a'));
    await rm(join(folder, 'from/b'));
    await expect(backUpFiles(task)).rejects.toThrow(wording('shop/files', '2'));
  });

  it('recovery 11: does not count with fewer files than were listed, even if other files changed', async () => {
    const { task } = world({ backup: [recorded('backup')] });
    await writeFile(join(folder, 'from/e'), 'e');
    await expect(backUpFiles(task)).rejects.toThrow(wording('shop/files', 'near', '4', '5'));
    const writing = async () => {
      await writeFile(join(folder, 'from/b'), 'other');
      return recorded('backup');
    };
    await writeFile(join(folder, 'from/f'), 'f');
    await expect(backUpFiles(world({ backup: [writing] }).task)).rejects.toThrow(wording('4', '5'));
  });

  it('recovery 11: counts with symbolic links, which restic does not count as files', async () => {
    const { task } = world({ backup: [recorded('backup')] });
    await symlink('a', join(folder, 'from/link'));
    expect((await backUpFiles(task)).listing.files).toHaveLength(5);
  });

  it('creates a missing repository', async () => {
    const { task, asked } = world({
      backup: [recorded('norepo', 10), recorded('backup')],
      init: [recorded('init')],
    });
    await backUpFiles(task);
    expect(asked).toEqual(['version', 'backup', 'init', 'backup', 'snapshots']);
  });

  it('removes a stale lock, and waits for a live one', async () => {
    const { task, asked } = world({ backup: [recorded('locked', 11), recorded('backup')] });
    await backUpFiles(task);
    expect(asked).toEqual(['version', 'backup', 'unlock', 'backup waiting', 'snapshots']);
    const stuck = world({ backup: [recorded('locked', 11)] });
    await expect(backUpFiles(stuck.task)).rejects.toThrow(wording());
  });

  it('is not tried with an unsupported restic', async () => {
    const { task } = world({
      version: [{ ...good, stdout: '{"message_type":"version","version":"0.14.0"}' }],
    });
    await expect(backUpFiles(task)).rejects.toThrow(wording('0.14.0'));
  });
});

describe('a restore of files', () => {
  const restoring = async (restored: string[], answer = recorded('restore')) => {
    const { task } = world({ backup: [recorded('backup')] });
    const { listing: expected } = await backUpFiles(task);
    const restore = async () => {
      await mkdir(join(folder, 'into/sub'));
      for (const name of restored) await writeFile(join(folder, 'into', name), name === 'c' ? '!' : name);
      return answer;
    };
    const { task: access } = world({ restore: [restore] });
    return restoreFiles({
      ...access,
      snapshot: id,
      into: `${folder}/into`,
      replace: false,
      owners: true,
      expected,
    });
  };

  it('is judged by the restored files, not by what restic reports', async () => {
    const { differences } = await restoring(['a', 'c', 'sub/d', 'x']);
    expect(differences.map(({ kind, path }) => [kind, path])).toEqual([
      ['missing', 'b'],
      ['changed', 'c'],
      ['unexpected', 'x'],
    ]);
  });

  it('fails when restic could not finish', async () => {
    await expect(restoring(['a'], recorded('flip-restore', 1))).rejects.toThrow(
      /ciphertext verification failed/,
    );
  });

  it('refuses a folder that is not empty', async () => {
    await writeFile(join(folder, 'into/mine'), '');
    await expect(restoring([])).rejects.toThrow(wording());
  });

  it('refuses a backup that does not exist', async () => {
    const { task } = world({ snapshots: [none] });
    const request = { ...task, snapshot: id, into: `${folder}/into`, replace: false, owners: true };
    await expect(restoreFiles({ ...request, expected: { files: [], unsettled: [] } })).rejects.toThrow(
      wording('237320d5', 'shop/files', 'near'),
    );
  });
});

describe('a repository of files', () => {
  const prove = (answers: Parameters<typeof world>[0], now = at + day, counts?: Set<string>) => {
    const { task } = world(answers);
    const more = counts === undefined ? {} : { counts };
    return checkFiles({ ...task, sources: [task.source], age: 2 * day, now: () => now, ...more });
  };
  const states = async (...all: Parameters<typeof prove>) => (await prove(...all)).map(({ state }) => state);

  it('is fresh and intact', async () => {
    expect(await states({ check: [recorded('check')] })).toEqual(['passed', 'passed']);
  });
  it('is not fresh when it is old, empty, or holds only snapshots that no manifest names', async () => {
    const check = [recorded('check')];
    expect(await states({ check }, at + 3 * day)).toEqual(['failed', 'passed']);
    expect(await states({ check: [recorded('nosnap')], snapshots: [none] })).toEqual(['failed', 'passed']);
    expect(await states({ check }, at + day, new Set())).toEqual(['failed', 'passed']);
  });
  it.each<[string, number, string]>([
    ['flip', 1, 'failed'],
    ['gone', 1, 'failed'],
    ['noindex', 1, 'failed'],
    ['wrong', 12, 'failed'],
    ['locked', 11, 'skipped'],
  ])('is not intact: %s', async (name, code, state) => {
    expect(await states({ check: [recorded(name, code)] })).toEqual(['passed', state]);
  });
});

describe('old backups', () => {
  const other = 'cd'.repeat(32);
  const two = (() => {
    const [first] = JSON.parse(recorded('snapshots').stdout) as object[];
    const older = { ...first, id: other, time: '2026-11-20T00:00:00Z' };
    return { ...good, stdout: JSON.stringify([older, first]) };
  })();
  const expire = (answers: Parameters<typeof world>[0], verified = [id]) => {
    const { task, asked } = world(answers);
    const request = {
      ...task,
      policy: {},
      verified: new Map(verified.map(each => [each, at])),
      now: () => at + day,
    };
    return { result: expireFiles(request), asked };
  };

  it('are deleted when the repository is intact and a newer backup is verified', async () => {
    const { result, asked } = expire({ snapshots: [two, recorded('snapshots')], check: [recorded('check')] });
    expect((await result).expired.map(({ backup }) => backup.label)).toEqual([other]);
    expect(asked).toEqual(['snapshots', 'check', 'forget', 'snapshots', 'prune']);
  });
  it('are kept when the repository is damaged', async () => {
    const { result, asked } = expire({ snapshots: [two], check: [recorded('gone', 1)] });
    await expect(result).rejects.toThrow(wording('near'));
    expect(asked).not.toContain('forget');
  });
  it('are kept when none is verified, without a check', async () => {
    const { result, asked } = expire({ snapshots: [two] }, []);
    expect((await result).expired).toEqual([]);
    expect(asked).toEqual(['snapshots']);
  });
  it('are reported when they still exist after their deletion', async () => {
    const { result } = expire({
      snapshots: [two],
      check: [recorded('check')],
      forget: [recorded('forget-none')],
    });
    await expect(result).rejects.toThrow(wording('shop/files'));
  });
});
