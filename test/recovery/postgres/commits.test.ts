import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Exec } from '../../../src/recovery/exec.ts';
import { guardCommits, waitsFor } from '../../../src/recovery/postgres/commits.ts';

const answering =
  (row: object): Exec =>
  async () => ({ code: 0, stdout: `${JSON.stringify(row)}\n`, stderr: '' });
const connection = { database: 'shop' };

describe('recovery 6: commits wait for a standby', () => {
  it.each([
    [{ synchronous: false, applies: true }, true, 'none'],
    [{ synchronous: true, applies: false }, true, 'seldom'],
    [{ synchronous: true, applies: true }, false, 'seldom'],
    [{ synchronous: true, applies: true }, true, 'apply'],
  ])('depending on the settings: %o, %s', async (settings, isSynchronous, waits) => {
    expect(await waitsFor({ primary: answering(settings), connection }, isSynchronous)).toBe(waits);
  });
});

describe('the guard against waiting commits', () => {
  /** @param looks the commits that wait at each check; undefined: the primary does not answer. @returns how often replay was resumed. */
  const guard = async (looks: (string[] | undefined)[]) => {
    const ended = new AbortController();
    let released = 0;
    const primary: Exec = async () => {
      const commits = looks.shift();
      if (looks.length === 0) ended.abort();
      return {
        code: commits === undefined ? 2 : 0,
        stdout: `${JSON.stringify({ commits })}\n`,
        stderr: 'no',
      };
    };
    const standby: Exec = async (_, { input = '' } = {}) => {
      expect(input).toContain('pg_wal_replay_resume()');
      released += 1;
      return { code: released === 1 ? 0 : 2, stdout: '{}\n', stderr: 'not in recovery' };
    };
    const had = await guardCommits({ primary, standby, connection }, ended.signal, async () => {});
    return [had, released];
  };

  it('resumes replay whenever the same commit waits at two checks', async () => {
    expect(await guard([['1 a'], ['2 b'], ['3 c'], []])).toEqual([false, 0]);
    expect(await guard([['1 a'], ['2 b', '1 a'], []])).toEqual([true, 1]);
    expect(await guard([['1 a'], ['1 a'], ['1 a'], ['2 b'], []])).toEqual([true, 2]);
  });

  it('resumes replay when the primary does not answer', async () => {
    expect(await guard([[], undefined, [], []])).toEqual([true, 1]);
  });

  it('stops when the count has ended', async () => {
    expect(await guard([['1 a'], ['1 a']])).toEqual([false, 0]);
    const asked = async () => {
      throw new Error('asked');
    };
    const replicas = { primary: asked, standby: asked, connection };
    const never = () => new Promise(() => {});
    const ended = new AbortController();
    const guarding = guardCommits(replicas, ended.signal, never);
    ended.abort();
    expect(await guarding).toBe(false);
  });

  describe('does not wait for a node that hangs', () => {
    const hangs: Exec = () => new Promise(() => {});
    const now = async () => {};
    afterEach(() => {
      vi.restoreAllMocks();
    });

    it('but resumes replay after five seconds without an answer', async () => {
      const limits: number[] = [];
      vi.spyOn(AbortSignal, 'timeout').mockImplementation(milliseconds => {
        limits.push(milliseconds);
        const controller = new AbortController();
        // The first check; the next one lasts until the count has ended.
        if (limits.length === 1) setImmediate(() => controller.abort());
        return controller.signal;
      });
      const ended = new AbortController();
      const standby: Exec = async (_, { input = '' } = {}) => {
        expect(input).toContain('pg_wal_replay_resume()');
        setImmediate(() => ended.abort());
        return { code: 0, stdout: '{}\n', stderr: '' };
      };
      expect(await guardCommits({ primary: hangs, standby, connection }, ended.signal, now)).toBe(true);
      expect(new Set(limits)).toEqual(new Set([5_000]));
    });

    it.each([
      ['primary', { primary: hangs, standby: hangs }, false],
      ['standby', { primary: answering({ commits: ['1 a'] }), standby: hangs }, true],
    ])('when the count has ended: the %s', async (_, replicas, released) => {
      const ended = new AbortController();
      const guarding = guardCommits({ ...replicas, connection }, ended.signal, now);
      setImmediate(() => ended.abort());
      expect(await guarding).toBe(released);
    });
  });
});
