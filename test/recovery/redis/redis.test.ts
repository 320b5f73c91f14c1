import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Exec, localExec } from '../../../src/recovery/exec.ts';
import { type LevelCheck, missingLevels } from '../../../src/recovery/levels.ts';
import { currentOf, redisSnapshot, wholeRdb } from '../../../src/recovery/redis/backing-up.ts';
import {
  askRedis,
  type RedisAccess,
  type RedisInventory,
  redisDifferences,
  redisInventory,
  stableKeys,
} from '../../../src/recovery/redis/inventory.ts';
import { compareRedis, redisPod, redisServer, useOfRedis } from '../../../src/recovery/redis/restoring.ts';
import { packedRedis, unpackedRedis } from '../../../src/recovery/redis/snapshot-file.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import type { Workload } from '../../../src/workloads/kinds.ts';
import { wording } from '../../wording.ts';

const digest = fc.stringMatching(/^[0-9a-f]{40}$/);
const keys = fc
  .uniqueArray(fc.tuple(digest, digest, fc.constantFrom<number>(-1, 5_000_000, 6_000_000)), {
    selector: ([key]) => key,
  })
  .map(all => new Map(all.map(([key, value, expires]) => [`0/${key}`, { digest: value, expires }])));

it.each([
  ['no gzip', Buffer.from('not gzip')],
  ['no list of keys', gzipSync(JSON.stringify({ rdb: '', kept: [null], unsettled: [] }))],
  ['no JSON', gzipSync('{')],
])('a file with %s is refused', (_, packed) => {
  expect(() => unpackedRedis(packed)).toThrow(UserError);
});

describe('the comparison', () => {
  it('finds nothing in a copy, and every key that is missing, changed, prolonged or foreign', () => {
    fc.assert(
      fc.property(keys, kept => {
        expect(redisDifferences(kept, new Set(), kept, 0)).toEqual([]);
        const [first] = kept;
        if (first === undefined) return;
        const [key, value] = first;
        const changed = (more: Partial<typeof value>): RedisInventory =>
          new Map(kept).set(key, { ...value, ...more });
        const less = new Map(kept);
        less.delete(key);
        for (const wrong of [
          less,
          changed({ digest: 'other' }),
          changed({ expires: value.expires + 2000 }),
          new Map(kept).set('0/more', value),
        ])
          expect(redisDifferences(kept, new Set(), wrong, 0)).toHaveLength(1);
        expect(redisDifferences(kept, new Set(), changed({ expires: value.expires + 1000 }), 0)).toEqual([]);
        expect(redisDifferences(kept, new Set(['0/more']), new Map(kept).set('0/more', value), 0)).toEqual(
          [],
        );
        // Its time is over.
        if (value.expires !== -1) expect(redisDifferences(kept, new Set(), less, 6_000_000)).toEqual([]);
      }),
    );
  });

  describe('of a copy without keys', () => {
    const exec: Exec = async command => ({
      ...{ code: 0, stderr: '' },
      stdout: command.includes('PING') ? 'PONG' : '# Keyspace\r\n',
    });
    const access = { name: 'copy', exec, signal: new AbortController().signal };
    const compare = async (expires: readonly number[], unsettled: readonly string[] = []) => {
      const kept: RedisInventory = new Map(
        expires.map((at, index) => [`0/${index}`, { digest: 'd', expires: at }]),
      );
      const snapshot = { kept, unsettled: new Set(unsettled) };
      const [, checked] = await compareRedis(access, 'sessions', snapshot, { sleep });
      return checked;
    };

    it('is skipped when every key has expired, and fails when one has not', async () => {
      expect(await compare([1000, 2000])).toMatchObject({
        ...{ level: 'L3', state: 'skipped', demanded: false },
        sentence: wording('expired', '(2)'),
      });
      expect(await compare([1000, -1])).toMatchObject({ state: 'failed', sentence: '1 key missing' });
      expect(await compare([])).toMatchObject({ state: 'passed' });
    });

    it('proves nothing when every key changed during the backup', async () => {
      const checked = await compare([1000], ['0/busy']);
      expect(checked).toMatchObject({ level: 'L3', state: 'skipped', sentence: wording('(1)') });
      expect(missingLevels([checked as LevelCheck], 'L3').at(-1)).toContain('was not checked');
    });
  });

  it.each([
    ['a line that names no key', '# Keyspace\r\ndb0:keys=1', '0\nkey'],
    ['an error of its own', 'BUSY Redis is busy running a script. You can only call SCRIPT KILL', '0'],
    ['an error while it lists them', '# Keyspace\r\ndb0:keys=1', 'OOM command not allowed'],
  ])('makes nothing of %s', async (_, spaces, listed) => {
    const exec: Exec = async command => ({
      ...{ code: 0, stderr: '' },
      stdout: command.includes('INFO') ? spaces : listed,
    });
    const access = { name: 'copy', exec, signal: new AbortController().signal };
    await expect(redisInventory(access)).rejects.toThrow(wording());
  });

  it('counts only keys that did not change during the backup', () => {
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        for (const [key, value] of stableKeys(before, after))
          expect(after.get(key)?.digest).toBe(value.digest);
      }),
    );
  });
});

describe('the Redis that is backed up', () => {
  const server = (name: string, said: string): RedisAccess => ({
    name,
    exec: async () => ({ code: 0, stdout: `# Replication\r\n${said}\r\n`, stderr: '' }),
    signal: new AbortController().signal,
  });
  const stale = server('redis-0', 'role:slave\r\nmaster_link_status:down');
  const replica = server('redis-1', 'role:slave\r\nmaster_link_status:up');
  const master = server('redis-2', 'role:master');
  const silent: RedisAccess = {
    ...master,
    name: 'redis-3',
    exec: async () => ({ code: 1, stdout: '', stderr: 'refused' }),
  };

  it('is the master, or else a replica that is connected to it', async () => {
    expect(await currentOf([stale, replica, silent, master])).toBe(master);
    expect(await currentOf([stale, silent, replica])).toBe(replica);
  });

  it('is no replica without a master, whose data is old', async () => {
    await expect(currentOf([stale])).rejects.toThrow(wording('redis-0'));
    await expect(currentOf([stale, silent])).rejects.toThrow('redis-3 does not answer INFO: refused');
  });
});

it('an RDB file without its end is no backup', () => {
  const whole = Buffer.concat([Buffer.from('REDIS0011 content'), Buffer.from([255]), Buffer.alloc(8, 7)]);
  expect(wholeRdb(whole)).toEqual(whole);
  expect(wholeRdb(Buffer.concat([whole, Buffer.from('ab'.repeat(20))]))).toEqual(whole);
  for (let length = 0; length < whole.length; length += 1)
    expect(wholeRdb(whole.subarray(0, length))).toBeUndefined();
});

it('the pod of a copy has the image of the workload, no permissions, and no address for other pods', () => {
  const workload = {
    ...{ kind: 'StatefulSet', metadata: { name: 'redis' } },
    spec: { template: { spec: { containers: [{ name: 'redis', image: 'redis@sha256:1' }] } } },
  } as Workload;
  const pod = redisPod({ name: 'sessions', into: 'drill', workload, container: undefined });
  expect(pod.spec?.containers[0]).toMatchObject({ image: 'redis@sha256:1' });
  expect(pod.spec?.containers[0]?.command?.[2]).toContain('--bind 127.0.0.1');
  expect(pod.spec?.automountServiceAccountToken).toBe(false);
  expect(() => redisPod({ name: 'sessions', into: 'drill', workload, container: 'other' })).toThrow(
    wording(),
  );
});

it('a restore says how to get the file out of the copy, where it is', () => {
  expect(useOfRedis({ name: 'sessions', into: 'shop-copy' })).toEqual(
    wording('sessions-redis-copy', 'shop-copy', 'dump.rdb', 'docs/recovery.md#use-a-restored-redis'),
  );
  const docs = readFileSync(join(import.meta.dirname, '../../../docs/recovery.md'), 'utf8');
  expect(docs).toContain('### Use a restored Redis');
  expect(docs).toContain('exec NAME-redis-copy -- base64 /slipway-redis/dump.rdb');
});

const installed = ['redis-server', 'redis-cli'].every(name => spawnSync(name, ['--version']).status === 0);

// A busy machine needs long for the copy that the server makes of itself.
describe.skipIf(!installed)('a real Redis', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-redis-'));
  const started: ChildProcess[] = [];
  afterAll(() => {
    for (const each of started) each.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a server on loopback, as the pod does, and returns commands that find it. */
  const server = async (name: string, rdb?: Uint8Array, password?: string): Promise<RedisAccess> => {
    const dir = join(folder, name);
    mkdirSync(dir);
    if (rdb !== undefined) writeFileSync(join(dir, 'dump.rdb'), rdb);
    const port = await freePort();
    const [program = '', ...args] = [
      ...redisServer(dir),
      '--port',
      String(port),
      '--save',
      '',
      '--repl-diskless-sync-delay',
      '0',
    ];
    const secret = password === undefined ? [] : ['--requirepass', password];
    started.push(spawn(program, [...args, ...secret], { stdio: 'ignore' }));
    const cli = join(dir, 'redis-cli');
    writeFileSync(cli, `#!/bin/sh\nexec /usr/bin/env -u NO PATH="\${PATH#*:}" redis-cli -p ${port} "$@"\n`);
    chmodSync(cli, 0o755);
    const exec: Exec = localExec({ PATH: `${dir}:${process.env.PATH}`, REDIS_PASSWORD: password });
    const access = { name, exec, signal: new AbortController().signal };
    return password === undefined ? access : { ...access, password: 'REDIS_PASSWORD' };
  };
  const up = async (access: RedisAccess) => {
    for (;;)
      try {
        return await askRedis(access, ['PING']);
      } catch {
        await sleep(50);
      }
  };
  const fill = `
    for i = 1, 10000 do
      local key, kind = 'session:' .. i, i % 6
      if kind == 0 then redis.call('SET', key, 'token ' .. i .. '\\n' .. string.char(0, 255))
      elseif kind == 1 then for j = 1, i % 20 + 1 do redis.call('HSET', key, 'f' .. j, i * j) end
      elseif kind == 2 then for j = 1, i % 30 + 1 do redis.call('SADD', key, 'm' .. j) end
      elseif kind == 3 then redis.call('ZADD', key, i, 'a', 1.5, 'b')
      elseif kind == 4 then redis.call('RPUSH', key, 'x', i, 'y')
      else redis.call('XADD', key, '1-' .. i, 'f', i) end
      if i % 2 == 0 then redis.call('PEXPIRE', key, 600000 + i) end
    end`;
  let source: RedisAccess;
  beforeAll(async () => {
    source = await server('source', undefined, 'a password');
    await up(source);
    await askRedis(source, ['EVAL', fill, '0']);
    await askRedis(source, ['-n', '3', 'SET', 'other', 'database']);
    await askRedis(source, ['SET', 'far', 'future']);
    await askRedis(source, ['PEXPIREAT', 'far', '90000000000000000']);
  }, 240_000);

  it('comes back with 10,000 keys of every kind, their values, and their expiry within a second', async () => {
    const snapshot = unpackedRedis(packedRedis(await redisSnapshot(source)));
    expect(snapshot.kept.size).toBe(10_002);
    expect(snapshot.unsettled.size).toBe(0);
    const copy = await server('copy', snapshot.rdb);
    const levelChecks = await compareRedis(copy, 'sessions', snapshot, { sleep: ms => sleep(ms) });
    expect(levelChecks.map(({ state }) => state)).toEqual(['passed', 'passed']);
    const restored = await redisInventory(copy);
    const apart = [...snapshot.kept].map(([key, { expires }]) =>
      Math.abs((restored.get(key)?.expires ?? 0) - expires),
    );
    expect(Math.max(...apart)).toBeLessThanOrEqual(1000);
    console.log(
      `redis: ${snapshot.kept.size} keys there and back, expiry at most ${Math.max(...apart)} ms apart`,
    );
    await askRedis(copy, ['DEL', 'session:6']);
    await askRedis(copy, ['HSET', 'session:7', 'f1', 'other']);
    await askRedis(copy, ['PERSIST', 'session:8']);
    await askRedis(copy, ['SET', 'foreign', '1']);
    const wrong = await compareRedis(copy, 'sessions', snapshot, { sleep: ms => sleep(ms) });
    expect(wrong[1]).toMatchObject({ state: 'failed', sentence: wording() });
    const now = await redisInventory(copy);
    expect(redisDifferences(snapshot.kept, snapshot.unsettled, now, Date.now())).toHaveLength(4);
  });

  it('is backed up while it is written, without the keys that changed', async () => {
    let isOver = false;
    const writing = (async () => {
      for (let turn = 0; !isOver; turn += 1)
        await askRedis(source, ['SET', `busy:${turn % 20}`, String(turn)]);
    })();
    const snapshot = await redisSnapshot(source);
    isOver = true;
    await writing;
    const copy = await server('busy', snapshot.rdb);
    const levelChecks = await compareRedis(copy, 'sessions', snapshot, { sleep: ms => sleep(ms) });
    expect(levelChecks.map(({ state }) => state)).toEqual(['passed', 'passed']);
    expect(snapshot.kept.size).toBeGreaterThanOrEqual(10_002);
  });

  it('refuses a wrong password, and shows none', async () => {
    const wrong = { ...source, password: 'NO_SUCH_VARIABLE' };
    await expect(redisSnapshot(wrong)).rejects.toThrow(wording('source'));
    await expect(redisSnapshot(wrong)).rejects.not.toThrow('a password');
  });
});

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
