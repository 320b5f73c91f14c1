import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ClusterError } from '../../src/cluster/errors.ts';
import { startInformer } from '../../src/cluster/informer.ts';
import type { ConfigMap, KubeObject } from '../../src/cluster/objects.ts';
import { timing } from '../../src/toolkit/timing.ts';
import { applied, Refused } from '../traffic/json-patch.ts';
import { expectedOf, played, table, watched, watchedOf } from './fake/table.ts';
import { type Failure, FakeApiServer } from './fake-api-server.ts';

const maps = '/api/v1/namespaces/shop/configmaps';
const path = `${maps}/conf`;
const conf = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'conf' }, data: { a: '1' } };
const failing = (act: Promise<unknown>) =>
  act.then(
    () => expect.fail('it succeeded'),
    (error: ClusterError) => error,
  );
const dataOf = (api: FakeApiServer) => (api.objects.get(path) as ConfigMap | undefined)?.data;

describe('the fake API server answers like the real one in test/e2e/fake-api-server.test.ts', () => {
  it.each(table.map(row => [row.name, row] as const))('%s', async (_, row) => {
    expect(await played(new FakeApiServer(['fake']).cluster, 'fake', row)).toEqual(expectedOf(row));
  });

  it('a watch reports objects that are newly selected, and those that no longer are', async () => {
    expect(await watched(new FakeApiServer(['fake']).cluster, 'fake')).toEqual(watchedOf);
  });
});

describe('random writes to the fake API server', () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const value = fc.constantFrom('1', '2');
  const some = fc.dictionary(key, value);
  const operation = fc.record({
    op: fc.constantFrom<'add' | 'remove' | 'replace' | 'test'>('add', 'remove', 'replace', 'test'),
    path: key.map(each => `/data/${each}`),
    value,
  });

  it('a JSON patch has the result of RFC 6902, or changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(some, fc.array(operation, { minLength: 1, maxLength: 4 }), async (data, patch) => {
        const api = new FakeApiServer();
        api.put(path, { ...conf, data });
        let wanted = data;
        try {
          wanted = applied({ data }, patch).data;
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
        }
        const end = await api.cluster.patch(path, 'json', patch).then(
          () => 200,
          (error: ClusterError) => error.status,
        );
        expect(dataOf(api)).toEqual(wanted);
        if (end !== 200) expect([end, dataOf(api)]).toEqual([422, data]);
      }),
    );
  });

  it('each apply leaves exactly its own fields, and the other fields of other managers', async () => {
    const applies = fc.array(fc.tuple(fc.constantFrom('one', 'two'), some), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(applies, async writes => {
        const api = new FakeApiServer();
        const last: Record<string, Record<string, string>> = {};
        for (const [fieldManager, data] of writes) {
          const other = fieldManager === 'one' ? 'two' : 'one';
          await api.cluster.patch(path, 'apply', { ...conf, data }, { fieldManager, force: 'true' });
          last[fieldManager] = data;
          // A manager no longer has fields that another one took by force.
          last[other] = Object.fromEntries(
            Object.entries(last[other] ?? {}).filter(([name, value]) => (data[name] ?? value) === value),
          );
          expect(dataOf(api) ?? {}).toEqual({ ...last[other], ...data });
        }
      }),
    );
  });

  it('one of many writes over the same version succeeds, and pages contain each object once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (count, limit) => {
          const api = new FakeApiServer();
          const made = await api.cluster.create<ConfigMap>(maps, conf);
          const writes = Array.from({ length: count }, (_, n) =>
            api.cluster.replace(path, { ...made, data: { n: String(n) } }),
          );
          const ends = await Promise.allSettled(writes);
          expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
          for (let n = 0; n < count; n += 1)
            await api.cluster.create(maps, { metadata: { generateName: 'n-' } });
          const found: string[] = [];
          let token: string | undefined = '';
          while (token !== undefined) {
            const { body } = await api.cluster.call('GET', `${maps}?limit=${limit}&continue=${token}`);
            const page = JSON.parse(body) as { items: KubeObject[]; metadata: { continue?: string } };
            expect(page.items.length).toBeLessThanOrEqual(limit);
            found.push(...page.items.map(({ metadata }) => metadata?.name ?? ''));
            token = page.metadata.continue;
          }
          expect(found).toEqual(api.names('configmaps').sort());
        },
      ),
    );
  });

  it('a mirror ends with the stored objects', async () => {
    const write = fc.tuple(fc.constantFrom('put', 'delete'), key, value);
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 12 }), async writes => {
        const api = new FakeApiServer();
        const stop = new AbortController();
        const stored = () => api.inCollection({ ...place, kind: api.kinds[0]! }).map(([, object]) => object);
        const place = { namespace: 'shop', name: undefined, subresource: undefined };
        let waits = () => {};
        const copy = await startInformer(api.cluster, maps, {}, stop.signal, () => waits());
        for (const [how, name, a] of writes) {
          if (how === 'put') api.put(`${maps}/${name}`, { data: { a } });
          else api.delete(`${maps}/${name}`);
        }
        const byVersion = (objects: KubeObject[]) =>
          objects.map(({ metadata }) => `${metadata?.name} ${metadata?.resourceVersion}`).sort();
        while (!isDeepStrictEqual(byVersion(copy.items()), byVersion(stored())))
          await new Promise<void>(resolve => {
            waits = resolve;
          });
        stop.abort();
      }),
      { numRuns: 30 },
    );
  });
});

describe('the fake API server with injected failures', () => {
  const silent = { message: expect.stringContaining('the API server does not answer') };
  const { writeAnswer } = timing;
  afterEach(() => void Object.assign(timing, { writeAnswer }));

  it.each<[Failure, object, boolean]>([
    [401, { status: 401, reason: 'Unauthorized' }, false],
    [403, { status: 403, reason: 'Forbidden' }, false],
    [409, { status: 409, reason: 'Conflict', isConflict: true }, false],
    [422, { status: 422, reason: 'Invalid', isConflict: false }, false],
    [429, { status: 429 }, false],
    [500, { status: 500, reason: 'InternalError' }, false],
    [503, { status: 503, reason: 'ServiceUnavailable' }, false],
    ['reset', silent, false],
    ['hang', silent, false],
    ['accepted, then reset', silent, true],
  ])('%s: a write has this result after the retries of the real client', async (failure, end, isStored) => {
    Object.assign(timing, { writeAnswer: 50 });
    const api = new FakeApiServer();
    api.put(path, conf);
    api.fail({ verb: 'patch', path: '/configmaps/' }, failure);
    const patch = api.cluster.patch(path, 'merge', { data: { a: '2' } });
    expect(await failing(patch)).toMatchObject(end);
    expect(dataOf(api)).toEqual({ a: isStored ? '2' : '1' });
    const isRetried = [429, 503, 'reset', 'hang', 'accepted, then reset'].includes(failure);
    expect(api.calls.length > 1).toBe(isRetried);
  });

  it('fails only the selected calls', async () => {
    const api = new FakeApiServer();
    api.put(path, conf);
    api.fail({ verb: 'write', path: /\/conf$/, nth: 2, times: 1 }, 422);
    const write = (query = {}) =>
      api.cluster.patch(path, 'merge', {}, query).then(
        () => true,
        () => false,
      );
    const ends = [await write({ dryRun: 'All' }), await write(), await write(), await write()];
    expect(ends).toEqual([true, true, false, true]);
    expect(await api.cluster.get(path)).toMatchObject({ data: { a: '1' } });
    expect(api.calls.map(({ verb, dryRun, status }) => [verb, dryRun, status])).toEqual([
      ['patch', true, 200],
      ...[200, 422, 200].map(status => ['patch', false, status]),
      ['get', false, 200],
    ]);
  });

  it('carries out a call that it accepted: a retry finds the first write', async () => {
    const api = new FakeApiServer();
    const made = await api.cluster.create<ConfigMap>(maps, conf);
    api.fail({ verb: 'update', times: 1 }, 'accepted, then reset');
    const again = api.cluster.replace(path, { ...made, data: { a: '2' } });
    expect(await failing(again)).toMatchObject({ status: 409 });
    expect(dataOf(api)).toEqual({ a: '2' });
  });

  it('revokes a permission: the call names it, and a review denies it', async () => {
    const api = new FakeApiServer();
    api.forbid('list configmaps', /^get configmaps in namespace shop named conf$/);
    for (const act of [api.cluster.list(maps), api.cluster.get(path)])
      expect((await failing(act)).message).toMatch(
        /is not allowed to (list|get) configmaps in namespace shop/,
      );
    const review = (verb: string, name?: string) =>
      api.cluster.create<{ status: { allowed: boolean } }>(
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        {
          spec: {
            resourceAttributes: {
              verb,
              group: '',
              resource: 'configmaps',
              namespace: 'shop',
              ...(name && { name }),
            },
          },
        },
      );
    const allowed = [await review('list'), await review('get', 'conf'), await review('get', 'other')];
    expect(allowed.map(({ status }) => status.allowed)).toEqual([false, false, true]);
  });

  it('makes a watch stale, ends it, and starts it too late', async () => {
    const api = new FakeApiServer();
    const told = async (from: string, act: () => unknown) => {
      const stop = new AbortController();
      onTestFinished(() => stop.abort());
      const events = api.cluster.watch(maps, { resourceVersion: from }, stop.signal);
      const first = events.next();
      await api.cluster.list(maps);
      act();
      return first;
    };
    const { version } = api.store;
    const end = api.fail({ verb: 'watch' }, 'stale watch');
    const stale = told(version, () => api.put(path, conf));
    let isTold = false;
    void stale.then(() => {
      isTold = true;
    });
    await api.cluster.list(maps);
    end();
    expect((await told(version, () => {})).value).toMatchObject({ type: 'ADDED' });
    expect(isTold).toBe(false);
    expect(await told(api.store.version, () => api.endWatches())).toMatchObject({ done: true });
    api.store.compact();
    expect((await told(version, () => {})).value).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired' },
    });
    await stale;
  });

  it('returns the time that the test sets, in its responses', async () => {
    const api = new FakeApiServer();
    const began = api.now;
    expect(api.cluster.now()).toBe(began);
    api.now += 61_000;
    expect((await api.cluster.call('GET', '/version')).serverTime).toBe(began + 61_000);
    expect(api.cluster.now()).toBe(began + 61_000);
    expect(api.calls).toEqual([]);
  });

  it('forwards requests to its proxies', async () => {
    const api = new FakeApiServer();
    api.put('/api/v1/namespaces/shop/pods/a', {});
    api.answerBehind(/\/pods\/a\/log$/, ({ query }) => `last ${query.tailLines}`);
    expect((await api.cluster.call('GET', '/api/v1/namespaces/shop/pods/a/log?tailLines=2')).body).toBe(
      'last 2',
    );
    const nobody = await api.cluster.fetch(
      '/api/v1/namespaces/shop/services/a/proxy/',
      AbortSignal.timeout(1000),
    );
    expect(nobody.status).toBe(503);
  });
});
