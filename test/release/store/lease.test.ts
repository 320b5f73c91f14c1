import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KubeObject, LeaseObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { fenceConfigMap, setToken, tokenOfFence } from '../../../src/release/store/fencing.ts';
import { acquireLease, leaseState } from '../../../src/release/store/lease.ts';
import { ReleaseStore } from '../../../src/release/store/releases.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { annotationOf } from '../../../src/traffic/fencing-token.ts';
import { labels, nameOf } from '../../../src/workloads/naming.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { release, sentence } from '../objects.ts';

const written = Date.parse('2026-01-01T00:00:00Z');

function lease(
  changes: { holder?: string; token?: number; seconds?: number; times?: string[] } = {},
): LeaseObject {
  const { holder = 'ann in run 1', token = 4, seconds = 30, times = ['2026-01-01T00:00:00Z'] } = changes;
  return {
    metadata: {
      resourceVersion: '1',
      annotations: { [labels.token]: String(token) },
      managedFields: times.map(time => ({ manager: 'slipway', time })),
    },
    spec: { holderIdentity: holder, leaseDurationSeconds: seconds },
  } as LeaseObject;
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a lease', () => {
  it('is held until it expires, and says by which run and how long', () => {
    const at = (seconds: number) => leaseState(lease(), written + seconds * 1000);
    expect(at(0)).toEqual({ free: false, token: 4, holder: 'ann in run 1', freeInMs: 31_000 });
    expect(at(30)).toMatchObject({ free: false, freeInMs: 1000 });
    expect(at(31)).toEqual({ free: true, token: 4 });
  });

  it('is free at once when it was released', () => {
    expect(leaseState(lease({ holder: '' }), written)).toEqual({ free: true, token: 4 });
  });

  it('counts from its last write', () => {
    const renewed = lease({ times: ['2026-01-01T00:00:10Z', '2026-01-01T00:00:00Z'] });
    expect(leaseState(renewed, written + 31_000)).toMatchObject({ free: false, freeInMs: 10_000 });
  });

  it('of a hand-made object is free, with token 0', () => {
    expect(leaseState({ metadata: {}, spec: {} } as LeaseObject, written)).toEqual({ free: true, token: 0 });
  });

  it('never expires early because of rounding: both clocks have whole seconds', () => {
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

const path = pathOf(resources.lease, 'shop', nameOf.application('shop'));

/** An API server with a clock of its own, and perhaps with a Lease. */
function server(initial?: LeaseObject) {
  const api = new FakeApiServer();
  api.now = written;
  if (initial !== undefined) {
    const { managedFields: _, ...metadata } = initial.metadata ?? {};
    api.put(path, { ...initial, metadata });
  }
  const acquire = (
    actor: string,
    {
      seize = false as boolean | 'own',
      begins = false,
      wait = 0,
      report = (_: string) => {},
      cluster = api.cluster,
    } = {},
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
  const object = () => api.objects.get(path) as LeaseObject | undefined;
  return { api, acquire, object, holder: () => object()?.spec?.holderIdentity };
}

describe('acquiring a Lease for a new release', () => {
  const refusal = wording('eve in run 7', 'shop');

  beforeEach(() => {
    const age = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => age() + 60_000);
  });

  it.each(['over a living run', 'without any earlier holder'])(
    'is refused after a rollback %s, even if another run had it since',
    async how => {
      const { acquire, api } = server();
      if (how === 'over a living run') await acquire('ann');
      await (await acquire('eve', { seize: true })).release();
      await (await acquire('ann')).release();
      expect(await sentence(() => acquire('bob', { begins: true, wait: 5000 }))).toEqual(refusal);
      api.now += performance.now() + 1000;
      expect((await acquire('bob', { begins: true })).token).toBe(how === 'over a living run' ? 4 : 3);
    },
  );

  it.each([
    ['that is exact', false],
    ['that is 0.99 s late', true],
  ])('is not refused when it began 0.1 s after the rollback, by a clock %s', async (_, isLate) => {
    vi.spyOn(performance, 'now').mockReturnValue(60_000);
    const { acquire, api } = server();
    api.now += 890;
    await (await acquire('eve', { seize: true })).release();
    api.now += 60_100;
    // Answers bear whole seconds; who has heard only one knows no more.
    const cluster = isLate ? api.connect() : api.cluster;
    expect(api.now - cluster.now()).toBe(isLate ? 990 : 0);
    expect((await acquire('bob', { begins: true, cluster })).token).toBe(2);
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

  it('gives a token above that of the workload, even if the Lease was deleted', async () => {
    const { acquire, api } = server();
    const acquired = async () => {
      const lease = await acquire('ann');
      await lease.release();
      api.delete(path);
      return lease.token;
    };
    const annotations = { [annotationOf.token('shop')]: '9' };
    api.put(pathOf(resources.deployment, 'shop', 'shop'), { metadata: { annotations } });
    expect(await acquired()).toBe(10);
  });

  const workloadPath = pathOf(resources.deployment, 'shop', 'shop');
  const annotated = (api: FakeApiServer, text: string, at = workloadPath) =>
    api.put(at, { metadata: { annotations: { [annotationOf.token('shop')]: text } } });

  it.each(['x', 'NaN', '', '-7', '7.5', '1e3', ' 9 ', '007', '9000000000', '9999999999', '1'.repeat(99)])(
    'security 16: gives the next token whatever a user writes to the workload that no run has: %s',
    async text => {
      const { acquire, api } = server(lease({ holder: '' }));
      annotated(api, text);
      const first = await acquire('ann');
      expect(first.token).toBe(5);
      await first.assertHeld();
      const fenced = await setToken(api.cluster, workloadPath, { app: 'shop', token: first.token });
      expect(fenced?.metadata?.annotations).toEqual({ [annotationOf.token('shop')]: '5' });
      await first.release();
      api.delete(workloadPath);
      expect((await acquire('ann')).token).toBe(6);
    },
  );

  it('security 16: gives tokens that every run can read after a user has set the highest one', async () => {
    const { acquire, api } = server(lease({ holder: '' }));
    annotated(api, '8999999999');
    for (const token of [9_000_000_000, 9_000_000_001]) {
      const next = await acquire('ann');
      expect(next.token).toBe(token);
      await next.assertHeld();
      await next.release();
      expect(tokenOfFence(fenceConfigMap('shop', 'shop', token))).toBe(token);
      annotated(api, String(token));
    }
  });

  it('gives a token above those of the releases and of the workload when another client has broken that of the Lease', async () => {
    const { api, acquire, object } = server(lease({ holder: '' }));
    const records = new ReleaseStore(api.cluster, 'shop', 'shop');
    await records.create(1, () => release(1, null, { token: 5 }).record);
    await records.conclude({ ...release(1).outcome!, token: 7 }, { holds: false });
    const broken = (text: string) =>
      api.edit(path, ({ metadata }) => Object.assign(metadata?.annotations ?? {}, { [labels.token]: text }));
    broken('NaN');
    const healed = await acquire('ann');
    expect(healed.token).toBe(8);
    await healed.assertHeld();
    await healed.release();
    expect(object()?.metadata?.annotations?.[labels.token]).toBe('8');
    broken('NaN');
    annotated(api, '20', pathOf(resources.deployment, 'shop', 'shop-canary'));
    expect((await acquire('ann')).token).toBe(21);
  });

  it('security 16: succeeds after the Lease was deleted, whatever ConfigMaps are named that no release wrote', async () => {
    const { acquire, api } = server();
    const { record } = release(1);
    const records = ['slipway-shop-r1', 'a-forged', `slipway-shop-r${'1'.repeat(99)}`];
    for (const name of records)
      api.put(pathOf(resources.configMap, 'shop', name), {
        metadata: { labels: { [labels.app]: 'shop', [labels.kind]: 'record' } },
        data: { record: JSON.stringify(record) },
      } as KubeObject);
    const annotations = { [annotationOf.token('shop')]: '9' };
    api.put(pathOf(resources.deployment, 'shop', 'shop'), { metadata: { annotations } });
    await acquire('ann');
    const sums = Object.keys(api.objects.get(path)?.metadata?.annotations ?? {});
    // The API server refuses an annotation with a longer name, or an empty one.
    expect(sums.filter(name => name.includes('sha256'))).toEqual(['slipway.dev/sha256.r1']);
  });

  it('is refused while another run holds it, with the holder named', async () => {
    const { acquire } = server();
    const first = await acquire('ann');
    expect(await sentence(() => acquire('bob'))).toEqual(wording('ann', 'run 7'));
    await first.release();
  });

  it('succeeds when the holder has not renewed it in time', async () => {
    const { acquire, api } = server();
    await acquire('ann');
    api.now += 31_000;
    expect((await acquire('bob')).token).toBe(2);
  });

  it('is held as long as its run renews it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { acquire, api } = server();
    const lease = await acquire('ann');
    for (let minutes = 0; minutes < 5; minutes += 1) {
      for (let seconds = 0; seconds < 60; seconds += 10) {
        api.now += 10_000;
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
      const { acquire, api, holder } = server(before);
      // A creation is sent again by what stands between alone.
      api.once({ verb: 'create' }, ({ body }) => api.put(path, body as LeaseObject));
      api.fail({ verb: 'update', times: 1 }, 'accepted, then reset');
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

  it('is given to one of two runs that try at once', async () => {
    const { acquire } = server();
    const ends = await Promise.allSettled([acquire('ann'), acquire('bob')]);
    expect(ends.filter(end => end.status === 'fulfilled')).toHaveLength(1);
  });

  it('waits for the holder as long as requested', async () => {
    const { acquire } = server();
    const first = await acquire('ann');
    const lines: string[] = [];
    const second = acquire('bob', { wait: 5000, report: line => lines.push(line) });
    await first.release();
    expect((await second).token).toBe(2);
    expect(lines.length).toBeLessThanOrEqual(1);
  });

  it('is released although a renewal is still under way', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { acquire, api, holder } = server();
    const lease = await acquire('ann');
    const { promise: stalled, resolve: proceed } = Promise.withResolvers<void>();
    api.before = () => stalled;
    vi.advanceTimersByTime(10_000);
    const released = lease.release();
    await new Promise(setImmediate);
    proceed();
    await released;
    expect(holder()).toBe('');
  });

  it('engine 3: is released although the API server refuses that at first', async () => {
    const { acquire, api, holder } = server();
    const lease = await acquire('ann');
    vi.spyOn(performance, 'now').mockReturnValue(0);
    api.fail({ verb: 'update', times: 2 }, 500);
    await lease.release();
    expect(holder()).toBe('');
  });

  it('is released although a policy denies that at first', async () => {
    const { acquire, api, holder } = server();
    const lease = await acquire('ann');
    vi.spyOn(performance, 'now').mockReturnValue(0);
    api.fail({ verb: 'patch', times: 1 }, 422);
    await lease.release();
    expect(holder()).toBe('');
  });

  it('engine 3: is left to expire if that continues', async () => {
    const { acquire, api, holder } = server();
    const lease = await acquire('ann');
    api.fail({ verb: 'patch' }, 500);
    await lease.release();
    expect(holder()).toEqual(wording('ann'));
  });

  it('by a rollback takes it from a living run, which gets an error and does not release the Lease of the other', async () => {
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

  it('by the rollback of one release takes it from a dead job of its own run, and from no other run', async () => {
    const { acquire } = server();
    await acquire('ann');
    expect((await acquire('ann', { seize: 'own' })).token).toBe(2);
    expect(await sentence(() => acquire('bob', { seize: 'own' }))).toEqual(wording('ann', 'run 7'));
  });
});
