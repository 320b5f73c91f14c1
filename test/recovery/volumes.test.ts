import { describe, expect, it } from 'vitest';
import { backUpVolumes, withBackupPods } from '../../src/recovery/volumes.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

const keeping = {
  owner: { app: 'shop', environment: 'production' },
  tags: [],
  signal: new AbortController().signal,
  now: () => 0,
  report: () => undefined,
};
const repository = { name: 'near', address: '/nowhere', environment: {} };
const task = {
  recovery: { volumes: { files: { to: ['near'] }, more: { to: ['near'] } } },
  repositories: new Map([['near', repository]]),
  volumes: [
    { namespace: 'shop', pvc: 'files', covered: 'files' as const },
    { namespace: 'shop', pvc: 'data-db-0', covered: 'database' as const },
    { namespace: 'shop', pvc: 'more', covered: 'files' as const },
  ],
};

describe('volumes', () => {
  it('are backed up although one of them cannot be read, which is reported', async () => {
    const asked: string[] = [];
    const { made, problems } = await backUpVolumes(keeping, task, async pvc => {
      asked.push(pvc);
      throw new UserError(`the pod for ${pvc} does not run`, 'see why');
    });
    expect(asked).toEqual(['files', 'more']);
    expect(made.size).toBe(0);
    expect(problems).toEqual([wording('shop/files'), wording('shop/more')]);
  });

  it('stop when the run is cancelled, and for errors that a user cannot fix', async () => {
    const fail = async () => {
      throw new TypeError('a bug');
    };
    await expect(backUpVolumes(keeping, task, fail)).rejects.toThrow('a bug');
    const aborted = { ...keeping, signal: AbortSignal.abort() };
    const cancel = async () => {
      throw new UserError('it was cancelled', 'run it again');
    };
    await expect(backUpVolumes(aborted, task, cancel)).rejects.toThrow('it was cancelled');
  });

  it('always remove their pods, and the others of one that cannot be removed, which is reported', async () => {
    const [removed, said]: [string[], string[]] = [[], []];
    const backupPodFor = async (pvc: string) => ({
      exec: async () => ({ code: 0, stdout: '', stderr: '' }),
      converse: () => ({ say: () => undefined, hear: async () => '', leave: () => undefined }),
      remove: async () => {
        removed.push(pvc);
        if (pvc === 'files') throw new UserError('the API server does not answer', 'run again');
      },
    });
    const use = async (raise: (pvc: string) => Promise<unknown>) => {
      await raise('files');
      await raise('more');
      return 'made';
    };
    const stays = (sentence: string) => void said.push(sentence);
    expect(await withBackupPods(backupPodFor, use, stays)).toBe('made');
    expect(removed).toEqual(['files', 'more']);
    expect(said).toEqual([wording('the API server does not answer')]);
    const fail = () => Promise.reject(new Error('it broke'));
    await expect(withBackupPods(backupPodFor, raise => use(raise).then(fail), stays)).rejects.toThrow(
      'it broke',
    );
    expect(removed).toHaveLength(4);
  });
});
