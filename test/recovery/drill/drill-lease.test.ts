import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LeaseObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import {
  acquireDrillLease,
  fixLeftFault,
  type InjectedFault,
  leaseName,
} from '../../../src/recovery/drill/drill-lease.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const path = pathOf(resources.lease, 'shop', leaseName);

/** An API server with the clock of this machine. */
function server() {
  const api = new FakeApiServer();
  Object.defineProperty(api, 'now', { get: () => Date.now() });
  return { api, cluster: api.cluster, lease: () => api.objects.get(path) as LeaseObject | undefined };
}

const request = (run: string) => ({ namespace: 'shop', holder: `ann in ${run}`, run });
const broken: InjectedFault = {
  ...{ breaks: 'node', run: 'run-1', at: 5 },
  victim: { pod: 'db-0', uid: 'b3a1', node: 'node-a', zone: 'a' },
};
const note = 'slipway.dev/drill-broken';

describe('the Lease of drills', () => {
  it('is held by one drill at a time, until that drill has ended or died', async () => {
    const { cluster } = server();
    const first = await acquireDrillLease(cluster, request('run-1'));
    await expect(acquireDrillLease(cluster, request('run-2'))).rejects.toThrow(wording('shop'));
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(acquireDrillLease(cluster, request('run-2'))).rejects.toThrow('ann in run-1');
    await first.release();
    const second = await acquireDrillLease(cluster, request('run-2'));
    expect(second.left).toBeUndefined();
    await second.release();
  });

  it('names the fault of a killed drill to the next one, until it is fixed', async () => {
    const { cluster, lease } = server();
    const first = await acquireDrillLease(cluster, request('run-1'));
    await first.note(broken);
    // Killed: it renews no Lease any more.
    vi.clearAllTimers();
    await vi.advanceTimersByTimeAsync(40_000);
    const second = await acquireDrillLease(cluster, request('run-2'));
    expect(second.left).toEqual(broken);
    await expect(fixLeftFault(second, async () => Promise.reject(new Error('no power')))).rejects.toThrow(
      'no power',
    );
    await second.release();
    const third = await acquireDrillLease(cluster, request('run-3'));
    const fixed: InjectedFault[] = [];
    expect(await fixLeftFault(third, async each => void fixed.push(each))).toEqual(broken);
    expect(fixed).toEqual([broken]);
    expect(lease()?.metadata?.annotations?.[note]).toBeUndefined();
    await third.release();
  });

  it('keeps the note through its renewals', async () => {
    const { cluster, lease } = server();
    const first = await acquireDrillLease(cluster, request('run-1'));
    await first.note(broken);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(JSON.parse(lease()?.metadata?.annotations?.[note] ?? '')).toEqual(broken);
    await first.release();
    expect(JSON.parse(lease()?.metadata?.annotations?.[note] ?? '')).toEqual(broken);
  });

  it('takes no note after another drill has taken it, so that the old drill injects no fault', async () => {
    const { cluster, lease } = server();
    const first = await acquireDrillLease(cluster, request('run-1'));
    vi.clearAllTimers();
    await vi.advanceTimersByTimeAsync(40_000);
    const second = await acquireDrillLease(cluster, request('run-2'));
    await expect(first.note(broken)).rejects.toThrow(wording('shop'));
    await first.release();
    expect(lease()?.metadata?.annotations?.[note]).toBeUndefined();
    expect(lease()?.spec?.holderIdentity).toBe('ann in run-2');
    await second.release();
  });

  it('writes again after the response to a write was lost', async () => {
    const { api, lease } = server();
    const first = await acquireDrillLease(api.cluster, request('run-1'));
    api.fail({ verb: 'update', times: 1 }, 'accepted, then reset');
    const noted = first.note(broken);
    await vi.advanceTimersByTimeAsync(1000);
    await noted;
    expect(JSON.parse(lease()?.metadata?.annotations?.[note] ?? '')).toEqual(broken);
    await first.release();
  });

  it.each([
    ['is not JSON', 'node-a'],
    ['names an unknown kind of fault', JSON.stringify({ ...broken, breaks: 'production' })],
    [
      'contains an invalid name',
      JSON.stringify({ ...broken, victim: { ...broken.victim, node: '$(reboot)' } }),
    ],
    ['lacks the target', JSON.stringify({ breaks: 'node', run: 'run-1', at: 5 })],
  ])('rejects a note that %s, with a remedy', async (_, text) => {
    const { api, cluster } = server();
    await (await acquireDrillLease(cluster, request('run-1'))).release();
    api.edit(path, ({ metadata = {} }) => {
      metadata.annotations = { ...metadata.annotations, [note]: text };
    });
    await expect(acquireDrillLease(cluster, request('run-2'))).rejects.toThrow(wording());
  });
});
