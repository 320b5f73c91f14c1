import { describe, expect, it } from 'vitest';
import type { LeaseObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { leaseName, readLast, recordLast } from '../../src/recovery/last-success.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';

const place = { app: 'shop', namespace: 'shop' };
const hour = 3_600_000;

describe('recovery 4: the record of the last backup', () => {
  const begun = (now: number) => {
    const api = new FakeApiServer();
    api.now = now;
    const record = async (at: number, run: string) => {
      await recordLast(api.cluster, place, 'backup', { at, run, facts: {} });
      const last = await readLast(api.cluster, place, 'backup');
      return [last?.run, Math.floor(((last?.at ?? 0) - now) / 1000)];
    };
    return { api, record };
  };
  const now = Date.UTC(2026, 10, 26, 12);

  it('is never replaced by that of an earlier one', async () => {
    const { record } = begun(now);
    expect(await record(now - hour, 'second')).toEqual(['second', -3600]);
    expect(await record(now - 2 * hour, 'first')).toEqual(['second', -3600]);
  });

  it('has no time in the future, whatever the clock of the run says', async () => {
    const { record } = begun(now);
    expect(await record(now + 1000 * hour, 'wrong')).toEqual(['wrong', 0]);
  });

  it('is replaced when it is from the future', async () => {
    const { api, record } = begun(now);
    await record(now, 'wrong');
    const lease = pathOf(resources.lease, 'shop', leaseName('shop', 'backup'));
    api.edit<LeaseObject>(lease, ({ spec }) => {
      Object.assign(spec!, { renewTime: '2099-01-01T00:00:00.000000Z' });
    });
    expect(await record(now - hour, 'right')).toEqual(['right', -3600]);
  });
});
