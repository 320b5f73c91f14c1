import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../../src/cluster/objects.ts';
import { noteRun, startRecord } from '../../../src/decision/record.ts';
import { DecisionStore, readDecision } from '../../../src/release/decision-record/store.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

describe('the decision record in the cluster', () => {
  const by = { actor: 'ann', run: 'run 1' };
  const record = startRecord({
    at: 0,
    app: 'shop',
    environment: 'production',
    namespace: 'shop',
    workload: 'Deployment/shop',
    release: 2,
    baseline: 1,
    images: {},
    by,
    token: 7,
    doing: 'prepared',
    strategy: { kind: 'rolling', deadline: 1000 } as never,
  });

  it('is read by the next run as it was written, and continued', async () => {
    const { cluster } = new FakeApiServer();
    await new DecisionStore(cluster, 'shop', record).save(line => expect.fail(line));
    const known = await readDecision(cluster, 'shop', 'shop', 2);
    expect(known).toEqual(record);
    if (known === undefined) return;
    const next = new DecisionStore(cluster, 'shop', noteRun(known, { at: 5, by, token: 8, doing: 'judged' }));
    await next.save(line => expect.fail(line));
    expect((await readDecision(cluster, 'shop', 'shop', 2))?.runs).toHaveLength(2);
  });

  it('is left to the newer run that continues it', async () => {
    const { cluster } = new FakeApiServer();
    const first = new DecisionStore(cluster, 'shop', record);
    await first.save(line => expect.fail(line));
    const newer = new DecisionStore(
      cluster,
      'shop',
      noteRun(record, { at: 5, by, token: 8, doing: 'rollback' }),
    );
    await newer.save(line => expect.fail(line));
    first.update(each => noteRun(each, { at: 6, by, token: 7, doing: 'late' }));
    await first.save(line => expect.fail(line));
    const runs = (await readDecision(cluster, 'shop', 'shop', 2))?.runs;
    expect(runs?.map(({ doing }) => doing)).toEqual(['prepared', 'rollback']);
  });

  it('consists only of its own chunks, whatever other objects have their labels', async () => {
    const api = new FakeApiServer();
    const { cluster } = api;
    await new DecisionStore(cluster, 'shop', record).save(line => expect.fail(line));
    const [[path, part]] = [...api.objects].filter(([each]) => each.includes('/configmaps/')) as [
      [string, ConfigMap],
    ];
    const forged = Object.fromEntries(
      Object.entries(part.data ?? {}).map(([key, text]) => [key, text.replace('"shop"', '"../.."')]),
    );
    api.put(`${path}-zzz`, { ...part, metadata: { ...part.metadata, uid: 'other' }, data: forged });
    expect(await readDecision(cluster, 'shop', 'shop', 2)).toEqual(record);
    // A user may write a ConfigMap of this very name: a record of another application is not ours.
    api.put(path, { ...part, data: forged });
    await expect(readDecision(cluster, 'shop', 'shop', 2)).rejects.toThrow(wording());
  });

  it('is undefined for a release without one', async () => {
    expect(await readDecision(new FakeApiServer().cluster, 'shop', 'shop', 2)).toBeUndefined();
  });
});
