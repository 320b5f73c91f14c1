import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { ConfigMap, Deployment, Lease } from '../../../src/cluster/objects.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import { acquireLease, leaseState } from '../../../src/release/state/lease.ts';
import { labels } from '../../../src/release/workloads/naming.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { annotationOf } from '../../../src/traffic/fence.ts';
import { wording } from '../../wording.ts';
import { journalOf, sentence } from '../objects.ts';

const written = Date.parse('2026-01-01T00:00:00Z');

function lease(changes: { holder?: string; token?: number; seconds?: number; times?: string[] } = {}): Lease {
  const { holder = 'ann in run 1', token = 4, seconds = 30, times = ['2026-01-01T00:00:00Z'] } = changes;
  return {
    metadata: {
      resourceVersion: '1',
      annotations: { [labels.token]: String(token) },
      managedFields: times.map(time => ({ manager: 'slipway', time })),
    },
    spec: { holderIdentity: holder, leaseDurationSeconds: seconds },
  } as Lease;
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a lease', () => {
  it('is held until its time is over, and says by whom and how long', () => {
    const at = (seconds: number) => leaseState(lease(), written + seconds * 1000);
    expect(at(0)).toEqual({ free: false, token: 4, holder: 'ann in run 1', freeInMs: 31_000 });
    expect(at(30)).toMatchObject({ free: false, freeInMs: 1000 });
    expect(at(31)).toEqual({ free: true, token: 4 });
  });

  it('is free at once when it was given back', () => {
    expect(leaseState(lease({ holder: '' }), written)).toEqual({ free: true, token: 4 });
  });

  it('counts from its last write', () => {
    const renewed = lease({ times: ['2026-01-01T00:00:10Z', '2026-01-01T00:00:00Z'] });
    expect(leaseState(renewed, written + 31_000)).toMatchObject({ free: false, freeInMs: 10_000 });
  });

  it('of a hand-made object is free, with token 0', () => {
    expect(leaseState({ metadata: {}, spec: {} } as Lease, written)).toEqual({ free: true, token: 0 });
  });

  it('is never ended early by rounding: both clocks tell whole seconds', () => {
    const moment = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 60_000 }), (wrote, age) => {
        const told = (ms: number) => Math.floor(ms / 1000) * 1000;
        const entry = lease({ times: [new Date(told(written + wrote)).toISOString()] });
        const { free } = leaseState(entry, told(written + wrote + age));
        if (age < 30_000) expect(free).toBe(false);
        if (age >= 32_000) expect(free).toBe(true);
      }),
    );
  });

  it.each([-5, 5])('does not care about the clock of a runner that is %i minutes off', minutes => {
    vi.useFakeTimers({ toFake: ['Date'], now: written + minutes * 60_000 });
    expect(leaseState(lease(), written + 10_000)).toMatchObject({ free: false, freeInMs: 21_000 });
    expect(leaseState(lease(), written + 31_000)).toMatchObject({ free: true });
  });
});

/** One Lease behind an API server with a clock of its own. */
function server(initial?: Lease, others: { journal?: ConfigMap; workload?: Deployment } = {}) {
  let stored = initial;
  let version = 1;
  let serverTime = written;
  let fraction = 0;
  let writes = Promise.resolve();
  let loses = false;
  let refusals = 0;
  /** The server sees the same request again after an answer that was lost, and refuses it. */
  const resent = (reason: string) => {
    if (!loses) return;
    loses = false;
    throw answer(409, reason);
  };
  const answer = (status: number, reason: string) =>
    new ClusterError('call', status, JSON.stringify({ reason, message: reason }));
  const write = (object: Lease) => {
    version += 1;
    const managedFields = [
      { manager: 'slipway', time: new Date(Math.floor(serverTime / 1000) * 1000).toISOString() },
    ];
    stored = { ...object, metadata: { ...object.metadata, resourceVersion: String(version), managedFields } };
  };
  const cluster = {
    now: () => serverTime + fraction,
    call: async () => {
      if (stored === undefined) throw answer(404, 'NotFound');
      return { body: JSON.stringify(stored), serverTime };
    },
    get: async (path: string) =>
      path.includes('/leases/') ? stored : path.includes('/configmaps/') ? others.journal : others.workload,
    create: async (_path: string, object: Lease) => {
      if (stored !== undefined) throw answer(409, 'AlreadyExists');
      write(object);
      resent('AlreadyExists');
    },
    replace: async (_path: string, object: Lease) => {
      await writes;
      refusals -= 1;
      if (refusals >= 0) throw answer(500, 'InternalError');
      if (object.metadata?.resourceVersion !== stored?.metadata?.resourceVersion)
        throw answer(409, 'Conflict');
      write(object);
      resent('Conflict');
    },
  } as unknown as Cluster;
  const acquire = (
    actor: string,
    { seize = false as boolean | 'own', begins = false, wait = 0, report = (_: string) => {} } = {},
  ) =>
    acquireLease(cluster, {
      app: 'shop',
      namespace: 'shop',
      workload: { kind: 'Deployment' as const, name: 'shop' },
      origin: { actor, run: 'run 7' },
      seize,
      ...(begins ? { begins } : {}),
      wait,
      report,
    });
  return {
    acquire,
    holder: () => stored?.spec?.holderIdentity,
    object: () => stored,
    loseAnswer: () => {
      loses = true;
    },
    pass: (ms: number) => {
      serverTime += ms;
    },
    /** Answers bear whole seconds; many of them tell the time more exactly. */
    exactly: (ms: number) => {
      fraction = ms;
    },
    /** So many writes are answered with 500 from now on. */
    refuse: (writes: number) => {
      refusals = writes;
    },
    /** No write is answered from now on until the returned function is called. */
    stall: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      writes = promise;
      return resolve;
    },
  };
}

describe('acquiring a lease to begin something', () => {
  const refusal = wording('eve in run 7', 'shop');

  beforeEach(() => {
    const age = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => age() + 60_000);
  });

  it.each(['over a living run', 'where nobody ever had one'])(
    'is refused when somebody has rolled back since, %s, whoever had it in between',
    async how => {
      const { acquire, pass } = server();
      if (how === 'over a living run') await acquire('ann');
      await (await acquire('eve', { seize: true })).release();
      await (await acquire('ann')).release();
      expect(await sentence(() => acquire('bob', { begins: true, wait: 5000 }))).toEqual(refusal);
      pass(performance.now() + 1000);
      expect((await acquire('bob', { begins: true })).token).toBe(how === 'over a living run' ? 4 : 3);
    },
  );

  it.each([
    ['told exactly', 0],
    ['told 0.99 s late', 990],
  ])('is not when it began 0.1 s after the rollback, by a time %s', async (_, late) => {
    const { acquire, exactly, pass } = server();
    exactly(990);
    await (await acquire('eve', { seize: true })).release();
    exactly(990 - late);
    pass(performance.now() + 100);
    expect((await acquire('bob', { begins: true })).token).toBe(2);
  });

  it('is not when only a run has taken back its own', async () => {
    const { acquire } = server();
    await acquire('ann');
    await (await acquire('ann', { seize: 'own' })).release();
    expect((await acquire('bob', { begins: true })).token).toBe(3);
  });
});

describe('acquiring a lease', () => {
  it('gives a token that rises with every holder', async () => {
    const { acquire } = server();
    const first = await acquire('ann');
    expect(first.token).toBe(1);
    await first.release();
    const second = await acquire('bob');
    expect(second.token).toBe(2);
    await second.release();
  });

  it('gives one above what journal and workload know, though somebody deleted the Lease', async () => {
    const journal = { data: { journal: JSON.stringify(journalOf({ token: 7 })) } };
    const workload = { metadata: { annotations: { [annotationOf.token('shop')]: '9' } } };
    const tokenBeside = async (others: { journal?: ConfigMap; workload?: Deployment }) => {
      const lease = await server(undefined, others).acquire('ann');
      await lease.release();
      return lease.token;
    };
    expect(await tokenBeside({ journal })).toBe(8);
    expect(await tokenBeside({ journal, workload })).toBe(10);
  });

  it('is refused while another run holds it, with the holder named', async () => {
    const { acquire } = server();
    const first = await acquire('ann');
    expect(await sentence(() => acquire('bob'))).toEqual(wording('ann', 'run 7'));
    await first.release();
  });

  it('succeeds when the holder has been silent for its time', async () => {
    const { acquire, pass } = server();
    await acquire('ann');
    pass(31_000);
    expect((await acquire('bob')).token).toBe(2);
  });

  it('is held as long as its run renews it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { acquire, pass } = server();
    const lease = await acquire('ann');
    for (let minutes = 0; minutes < 5; minutes += 1) {
      for (let seconds = 0; seconds < 60; seconds += 10) {
        pass(10_000);
        await vi.advanceTimersByTimeAsync(10_000);
      }
      await expect(acquire('bob')).rejects.toBeInstanceOf(UserError);
    }
    await lease.assertHeld();
    await lease.release();
    expect((await acquire('bob')).token).toBe(2);
  });

  it.each([
    ['its first write', undefined],
    ['a write over another one', lease({ holder: '' })],
  ])(
    'engine 5: succeeds when the answer to %s is lost and the same write is sent again',
    async (_, before) => {
      const { acquire, loseAnswer, holder } = server(before);
      loseAnswer();
      const taken = await acquire('ann');
      expect(taken.token).toBe(before === undefined ? 1 : 5);
      await taken.assertHeld();
      await taken.release();
      expect(holder()).toBe('');
    },
  );

  it('engine 6: keeps the labels and annotations of others', async () => {
    const before = lease({ holder: '' });
    const metadata = { ...before.metadata, labels: { team: 'a' } };
    Object.assign(metadata.annotations ?? {}, { seen: '1' });
    const { acquire, object } = server({ ...before, metadata });
    await (await acquire('ann')).release();
    expect(object()?.metadata).toMatchObject({ labels: { team: 'a' }, annotations: { seen: '1' } });
  });

  it('is given to one of two that try at once', async () => {
    const { acquire } = server();
    const ends = await Promise.allSettled([acquire('ann'), acquire('bob')]);
    expect(ends.filter(end => end.status === 'fulfilled')).toHaveLength(1);
  });

  it('waits for the holder as long as it was told to', async () => {
    const { acquire } = server();
    const first = await acquire('ann');
    const lines: string[] = [];
    const second = acquire('bob', { wait: 5000, report: line => lines.push(line) });
    await first.release();
    expect((await second).token).toBe(2);
    expect(lines.length).toBeLessThanOrEqual(1);
  });

  it('is given back although a renewal is still under way', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { acquire, holder, stall } = server();
    const lease = await acquire('ann');
    const proceed = stall();
    vi.advanceTimersByTime(10_000);
    const released = lease.release();
    await new Promise(setImmediate);
    proceed();
    await released;
    expect(holder()).toBe('');
  });

  it('engine 3: is given back although the API server refuses that at first', async () => {
    const { acquire, holder, refuse } = server();
    const lease = await acquire('ann');
    vi.spyOn(performance, 'now').mockReturnValue(0);
    refuse(2);
    await lease.release();
    expect(holder()).toBe('');
  });

  it('engine 3: is left to run out where that goes on', async () => {
    const { acquire, holder, refuse } = server();
    const lease = await acquire('ann');
    refuse(1e6);
    await lease.release();
    expect(holder()).toEqual(wording('ann'));
  });

  it('by a rollback takes it from a living run, which is told so and gives nothing back that is not its own', async () => {
    const { acquire, holder } = server();
    const lines: string[] = [];
    const loser = await acquire('ann');
    await loser.assertHeld();
    const winner = await acquire('bob', { seize: true, report: line => lines.push(line) });
    expect(winner.token).toBe(2);
    expect(lines).toEqual([wording('ann', 'run 7')]);
    expect(await sentence(() => loser.assertHeld())).toEqual(wording('shop', 'bob', 'run 7'));
    await loser.release();
    expect(holder()).toEqual(wording('bob', 'run 7'));
    await winner.assertHeld();
  });

  it('by the undo of one release takes it from a dead job of its own run, and from nobody else', async () => {
    const { acquire } = server();
    await acquire('ann');
    expect((await acquire('ann', { seize: 'own' })).token).toBe(2);
    expect(await sentence(() => acquire('bob', { seize: 'own' }))).toEqual(wording('ann', 'run 7'));
  });
});
