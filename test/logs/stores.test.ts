import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryResult } from '../../src/analysis/ask.ts';
import type { LinesQuery } from '../../src/analysis/log-lines.ts';
import { logsSchema } from '../../src/config/logging.ts';
import { storeOf } from '../../src/logs/store.ts';
import { answer, fakeCluster } from '../cluster/api-server.ts';
import { wording } from '../wording.ts';
import { clientOf, type Entry, type FakeStore, type StoreKind, startStore } from './log-stores.ts';

/** The contract of the stores, from their documentation. */

const start = 1_767_225_600_000;
const span = { namespace: 'shop', from: start, to: start + 60_000 };
const kinds: StoreKind[] = ['elasticsearch', 'loki'];

let store: FakeStore;
afterEach(() => store.close());

const entry = (ms: number, more: Partial<Entry> = {}): Entry => ({
  ...{ time: BigInt(start + ms) * 1_000_000n, namespace: 'shop', pod: 'shop-1', text: `line ${ms}` },
  ...more,
});
const valueIn = <Value>(result: QueryResult<Value>): Value =>
  result.ok ? result.value : expect.fail(result.detail);
const detailIn = (result: QueryResult<unknown>): string =>
  result.ok ? expect.fail('it answered') : result.detail;

describe.each(kinds)('C17: %s', kind => {
  beforeEach(async () => {
    store = await startStore(kind);
  });
  const client = (more: object = {}, env: NodeJS.ProcessEnv = {}) => clientOf(kind, store.url, more, env);
  const count = (more: Partial<LinesQuery> = {}) =>
    client().count({ ...span, pods: ['shop-1', 'shop-2'], step: 10_000, ...more });
  const search = (limit = 10_000, more: object = {}) => client().search({ ...span, ...more }, limit);

  it('returns all lines of many pages once, although many have the same time', async () => {
    for (let at = 0; at < 3500; at += 1)
      store.entries.push(entry(Math.floor(at / 700), { text: `line ${at}` }));
    const { lines, truncated, partial } = valueIn(await search());
    expect(new Set(lines.map(({ text }) => text)).size).toBe(3500);
    expect([lines.length, truncated, partial]).toEqual([3500, false, undefined]);
    expect(lines[0]).toMatchObject({ at: start, pod: 'shop-1', container: 'app', text: 'line 0' });
    expect(store.asked.length).toBeGreaterThan(3);
  });

  it('says so when a moment has more lines than a page', async () => {
    for (let at = 0; at < 1500; at += 1) store.entries.push(entry(5, { text: `line ${at}` }));
    const { lines, partial } = valueIn(await search());
    expect(lines.length).toBe(1000);
    expect(partial).toEqual(wording('timestamp'));
  });

  it('returns no more lines than asked for, the oldest ones', async () => {
    for (let at = 0; at < 50; at += 1) store.entries.push(entry(at));
    const { lines, truncated } = valueIn(await search(20));
    expect([lines.length, lines.at(-1)?.text, truncated]).toEqual([20, 'line 19', true]);
  });

  it('returns only lines of the time, the namespace and the pods', async () => {
    store.entries.push(
      entry(-1),
      entry(60_000),
      entry(1, { namespace: 'shop-test' }),
      entry(2, { pod: 'shop-1x' }),
      entry(3),
    );
    const of = async (more: object) => valueIn(await search(100, more)).lines.map(({ at }) => at - start);
    expect(await of({})).toEqual([2, 3]);
    expect(await of({ pods: ['shop-1'] })).toEqual([3]);
  });

  it('knows the level of a line', async () => {
    store.entries.push(entry(1, { level: 'WARN' }), entry(2));
    expect(valueIn(await search()).lines.map(({ level }) => level)).toEqual(['warning', 'other']);
  });

  it('counts lines by pod, level and step, of whole steps', async () => {
    const levels = ['error', 'ERROR', 'info', 'warn', undefined, 'fatal'];
    for (const step of [0, 20_000])
      levels.forEach((level, at) => {
        store.entries.push(entry(step + at + 1, level === undefined ? {} : { level }));
      });
    store.entries.push(entry(9, { pod: 'shop-2', level: 'debug' }), entry(10, { pod: 'shop-3' }));
    store.entries.push(entry(30_001, { level: 'error' }));
    const counts = valueIn(await count({ to: start + 35_000 }));
    const of = (pod: string, since: number) => {
      const sums: Record<string, number> = {};
      for (const each of counts)
        if (each.pod === pod && each.since === start + since && each.at === each.since + 10_000)
          sums[each.level] = (sums[each.level] ?? 0) + each.lines;
      return sums;
    };
    const all = { error: 2, info: 1, warning: 1, fatal: 1, other: 1 };
    expect([of('shop-1', 0), of('shop-1', 10_000), of('shop-1', 20_000)]).toEqual([all, {}, all]);
    expect([of('shop-2', 0), of('shop-1', 30_000), of('shop-3', 0)]).toEqual([{ debug: 1 }, {}, {}]);
  });

  it('refuses to count a part', async () => {
    store.overwrite = kind === 'loki' ? { warnings: ['an ingester is unhealthy'] } : { timed_out: true };
    expect(detailIn(await count())).toEqual(wording('only some of the lines'));
  });

  it('reads smaller pages if the store allows no larger ones', async () => {
    store.most = 300;
    for (let at = 0; at < 1000; at += 1) store.entries.push(entry(at));
    expect(valueIn(await search()).lines.length).toBe(1000);
  });

  it('asks again when the store is busy, and only then', async () => {
    store.canned.push({ status: 429, body: 'too many outstanding requests' }, { status: 503, body: '' });
    expect(valueIn(await search()).lines).toEqual([]);
    store.canned.push({ status: 400, body: 'parse error at line 1, col 1: syntax error' });
    expect(detailIn(await search())).toEqual(wording('400', 'syntax error'));
    expect(store.asked.length).toBe(kind === 'loki' ? 4 : 5);
  });

  it.each([
    [
      'a wrong credential',
      { status: 401, body: '{"error":{"reason":"unable to authenticate user"}}' },
      '401',
    ],
    ['a login page', { status: 302, body: '', headers: { location: '/login' } }, 'redirect'],
    ['HTML', { status: 200, body: '<html>' }, 'documented'],
    ['null', { status: 200, body: 'null' }, 'documented'],
    ['another document', { status: 200, body: '{"status":"success","hits":7,"data":[]}' }, 'documented'],
    [
      'no ready pod',
      { status: 503, body: '{"message":"no endpoints available for service"}' },
      'no ready pod',
    ],
  ])('explains %s', async (_, canned, fact) => {
    store.canned.push(...Array.from({ length: 10 }, () => canned));
    expect(detailIn(await search())).toEqual(wording(fact));
  });

  it('explains that it does not answer', async () => {
    const gone = client();
    await store.close();
    expect(detailIn(await gone.search(span, 10))).toEqual(wording('does not answer'));
    store = await startStore(kind);
  });

  it('stops at an answer without end', async () => {
    const flood = (response: import('node:http').ServerResponse) => {
      const chunk = Buffer.alloc(4 * 1024 * 1024, ' ');
      const write = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', write);
      };
      response.writeHead(200);
      write();
    };
    store.canned.push(flood);
    expect(detailIn(await search())).toEqual(wording('64 MiB'));
  });

  it('prints neither control characters nor the token that an error repeats', async () => {
    const body = `bad \u001b[31mtoken\u0000 hunter2-hunter2\n::error::x`;
    store.canned.push({ status: 400, body });
    const env = { LOG_TOKEN: 'hunter2-hunter2' };
    const settings = { url: store.url, token: 'LOG_TOKEN' };
    // A token is only sent by TLS; the server of this test has none.
    const asked = storeOf({ ...logsSchema.parse({ loki: true, url: store.url }), ...settings }, unused, env);
    const detail = detailIn(await asked.search(span, 10));
    expect(detail).toEqual(wording('400'));
    expect(detail).not.toMatch(/hunter2|^::error|\p{Cc}/u);
    expect(store.asked.at(-1)?.headers.authorization).toBe('Bearer hunter2-hunter2');
  });
});

const mixed = {
  'kubernetes.namespace_name': { keyword: {} },
  'kubernetes.pod_name': { text: {}, keyword: {} },
  '@timestamp': { date: {} },
};

const unused = { fetch: () => Promise.reject(new Error('unused')) };

describe('C17: elasticsearch', () => {
  beforeEach(async () => {
    store = await startStore('elasticsearch');
  });
  const search = () => clientOf('elasticsearch', store.url).search(span, 10);

  it.each([
    ['time', { timed_out: true }, 'timed out'],
    ['shards', { _shards: { total: 5, successful: 3, failed: 2 } }, '2 of its 5 shards'],
  ])('says that an answer is partial for lack of %s', async (_, overwrite, fact) => {
    store.entries.push(entry(1));
    store.overwrite = overwrite;
    expect(valueIn(await search()).partial).toEqual(wording(fact));
    const pods = ['shop-1'];
    const counted = await clientOf('elasticsearch', store.url).count({ ...span, pods, step: 10_000 });
    expect(detailIn(counted)).toEqual(wording(fact));
  });

  it('does not take a pattern without an index, or a wrong field, for silence', async () => {
    store.capabilities = { indices: [], fields: {} };
    expect(detailIn(await search())).toEqual(wording('no index logs-*'));
    store.capabilities = { fields: {} };
    expect(detailIn(await search())).toEqual(wording('kubernetes.namespace_name', 'fields'));
  });

  it('refuses indexes of two mappings, of which it would see only one', async () => {
    store.capabilities = { fields: mixed };
    expect(detailIn(await search())).toEqual(wording('kubernetes.pod_name', 'mapping'));
  });

  it('reads smaller pages if a single shard allows no larger ones', async () => {
    store.entries.push(entry(1));
    const reason = {
      type: 'illegal_argument_exception',
      reason: 'Result window is too large, from + size must be less than or equal to: [500] but was [1000].',
    };
    const failed = { total: 2, successful: 1, failed: 1, failures: [{ shard: 0, index: 'logs-1', reason }] };
    const client = clientOf('elasticsearch', store.url);
    valueIn(await client.search(span, 10));
    store.canned.push({
      status: 200,
      body: JSON.stringify({ timed_out: false, _shards: failed, hits: { hits: [] } }),
    });
    expect(valueIn(await client.search(span, 10))).toMatchObject({
      lines: [{ text: 'line 1' }],
      partial: undefined,
    });
  });

  it('asks only once which fields there are', async () => {
    const client = clientOf('elasticsearch', store.url);
    for (let at = 0; at < 3; at += 1) valueIn(await client.search(span, 10));
    expect(store.asked.filter(({ path }) => path.includes('_field_caps')).length).toBe(1);
  });

  it('sends user and password, if there is a user', async () => {
    const settings = logsSchema.parse({ elasticsearch: 'logs-*', url: store.url });
    const login = { ...settings, username: 'slipway', token: 'PASSWORD' };
    await storeOf(login, unused, { PASSWORD: 'p' }).search(span, 10);
    expect(store.asked[0]?.headers.authorization).toBe('Basic c2xpcHdheTpw');
    expect(detailIn(await storeOf(login, unused, {}).search(span, 10))).toEqual(wording('PASSWORD'));
  });

  it('is asked by GET with a body through the API server, which needs only the permission to get', async () => {
    const settings = logsSchema.parse({ elasticsearch: 'logs-*', service: 'logging/opensearch:9200' });
    const fields = { 'kubernetes.namespace_name': {}, 'kubernetes.pod_name': {}, '@timestamp': {} };
    const found = { timed_out: false, _shards: { total: 1, failed: 0 }, hits: { hits: [] } };
    const { cluster, received, close } = await fakeCluster(({ path }, response) =>
      answer(response, path.endsWith('_field_caps') ? { indices: ['logs-1'], fields } : found),
    );
    const lines = await storeOf(settings, cluster, {}).search(span, 10);
    await close();
    expect(lines).toMatchObject({ ok: true, value: { lines: [] } });
    const proxy = '/api/v1/namespaces/logging/services/opensearch:9200/proxy/logs-*';
    expect(received).toMatchObject([
      { method: 'GET', path: `${proxy}/_field_caps` },
      {
        ...{ method: 'GET', path: `${proxy}/_search` },
        body: { size: 1000, sort: [{ '@timestamp': { order: 'asc' } }] },
      },
    ]);
  });
});

describe('C17: loki', () => {
  beforeEach(async () => {
    store = await startStore('loki');
  });

  it('tells one nanosecond from the next', async () => {
    const time = BigInt(start) * 1_000_000n;
    store.entries.push(
      entry(0, { time: time + 1n, text: 'same' }),
      entry(0, { time: time + 2n, text: 'same' }),
    );
    const { lines } = valueIn(await clientOf('loki', store.url).search(span, 10));
    expect(lines.map(({ at }) => at)).toEqual([start, start]);
  });

  it('gets the tenant', async () => {
    await clientOf('loki', store.url, { tenant: 'shop' }).search(span, 10);
    expect(store.asked[0]?.headers['x-scope-orgid']).toBe('shop');
  });

  it('says that an answer with a warning is partial', async () => {
    store.overwrite = { warnings: ['an ingester is \u001b[1munhealthy'] };
    const { partial } = valueIn(await clientOf('loki', store.url).search(span, 10));
    expect(partial).toEqual(wording('it warns'));
  });
});

it.each([
  ['no kind', {}, 'loki'],
  ['both kinds', { loki: true, elasticsearch: 'x' }, 'loki'],
  ['a user without a password', { loki: true, username: 'x' }, 'token'],
])('settings with %s are refused', (_, settings, fact) => {
  const { error } = logsSchema.safeParse({ url: 'https://logs.example.com', ...settings });
  expect(error?.issues[0]?.message).toEqual(wording(fact));
});
