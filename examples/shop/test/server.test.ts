import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { createShop, type Shop } from '../src/server.ts';
import { parseSettings } from '../src/settings.ts';

const open: Shop[] = [];

afterEach(() => {
  for (const { server } of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function shop(env: Record<string, string> = {}, random?: () => number) {
  const made = createShop(parseSettings({ VERSION: '7', POD: 'shop-a', ...env }), random);
  open.push(made);
  made.server.listen(0, '127.0.0.1');
  await once(made.server, 'listening');
  const { port } = made.server.address() as AddressInfo;
  const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  return { get, port, server: made.server, drain: made.drain };
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('the shop', () => {
  it('accepts orders', async () => {
    const { get } = await shop();
    const { products } = (await (await get('/api/products')).json()) as { products: { name: string }[] };
    assert.deepEqual([products.length, products[0]?.name], [4, 'Anchor']);
    const placed = await get('/api/orders', post({ product: 'compass', quantity: 2 }));
    assert.equal(placed.status, 201);
    assert.deepEqual(await (await get('/api/orders')).json(), {
      orders: [{ id: 1, product: 'compass', quantity: 2, total: 9_900 }],
    });
  });

  const wrong: [status: number, body: unknown][] = [
    [422, { product: 'submarine' }],
    [400, '{'],
    [413, 'x'.repeat(20_000)],
  ];
  for (const [status, body] of wrong) {
    it(`answers ${status} to an invalid order`, async () => {
      const { get } = await shop();
      const answer = await get('/api/orders', post(body));
      assert.equal(answer.status, status);
      assert.ok('error' in ((await answer.json()) as object));
    });
  }

  it('shows a page with the greeting, escaped', async () => {
    const { get } = await shop({ GREETING: '<b>Ahoy</b>' });
    const answer = await get('/');
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(await answer.text(), /<h1>&lt;b&gt;Ahoy&lt;\/b&gt;<\/h1>/);
  });

  it('has its version and pod in every response', async () => {
    const { get } = await shop({ ZONE: 'north' });
    assert.deepEqual(await (await get('/version')).json(), {
      app: 'shop',
      version: '7',
      zone: 'north',
      pod: 'shop-a',
    });
    for (const path of ['/', '/live', '/ready', '/metrics', '/config', '/nowhere', '/constructor']) {
      const { headers } = await get(path);
      assert.deepEqual(
        [path, headers.get('x-shop-version'), headers.get('x-shop-pod')],
        [path, '7', 'shop-a'],
      );
    }
  });

  it('answers probes with a JSON "OK"', async () => {
    const { get } = await shop();
    for (const path of ['/live', '/ready']) {
      const answer = await get(path);
      assert.equal(answer.headers.get('content-type'), 'application/json');
      assert.equal(await answer.text(), '"OK"');
    }
  });

  it('refuses other methods and unknown paths', async () => {
    const { get } = await shop();
    const answer = await get('/api/orders', { method: 'DELETE' });
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, POST']);
    assert.equal((await get('/nowhere')).status, 404);
    assert.equal((await get('/', { method: 'HEAD' })).status, 200);
  });

  it('shows the configuration, of the secret only a fingerprint, and follows its rotation', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shop-'));
    try {
      const file = join(folder, 'api-key');
      const { get } = await shop({ SECRET_FILE: file, GREETING: 'Ahoy' });
      assert.partialDeepStrictEqual(await (await get('/config')).json(), { greeting: 'Ahoy', secret: null });
      writeFileSync(file, 'hunter2\n');
      const text = await (await get('/config')).text();
      assert.equal(JSON.parse(text).secret, 'f52fbd32b2b3');
      assert.doesNotMatch(text, /hunter2/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('counts requests of users, not probes or scrapes, and no unknown path becomes a series', async () => {
    const { get } = await shop();
    for (const path of ['/ready', '/live', '/metrics', '/api/products?page=2', '/x', '/y']) await get(path);
    const page = await (await get('/metrics')).text();
    const counted = page.split('\n').filter(line => line.startsWith('http_requests_total{'));
    assert.deepEqual(counted, [
      'http_requests_total{code="200",method="GET",route="/api/products"} 1',
      'http_requests_total{code="404",method="GET",route="other"} 2',
    ]);
  });

  it('does not count a client that disconnects during its request as an error', async () => {
    const { get, port, server } = await shop();
    const asked = once(server, 'request') as Promise<[{ socket: Socket }]>;
    const client = connect(port, '127.0.0.1');
    client.write('POST /api/orders HTTP/1.1\r\nhost: shop\r\ncontent-length: 100\r\n\r\n{');
    const [{ socket }] = await asked;
    const gone = new Promise(resolve => socket.once('close', resolve));
    client.destroy();
    await gone;
    assert.doesNotMatch(await (await get('/metrics')).text(), /^http_requests_total\{/m);
  });
});

describe('a fault', () => {
  it('makes the configured share of requests fail, with a mark, but no probes', async () => {
    const rolls = [0.1, 0.3, 0.1];
    const { get } = await shop({ FAULT_ERROR_RATE: '0.2' }, () => rolls.shift() ?? 0);
    const answers = [await get('/api/products'), await get('/api/products'), await get('/nowhere')];
    assert.deepEqual(
      answers.map(answer => answer.status),
      [500, 200, 500],
    );
    assert.deepEqual(
      answers.map(answer => answer.headers.get('x-injected')),
      ['1', null, '1'],
    );
    for (const path of ['/live', '/ready', '/metrics']) assert.equal((await get(path)).status, 200);
    assert.match(await (await get('/metrics')).text(), /code="500",method="GET",route="\/api\/products"\} 1/);
  });

  it('adds latency, which the histogram shows', async () => {
    const { get } = await shop({ FAULT_LATENCY_MS: '110' });
    await get('/api/products');
    const page = await (await get('/metrics')).text();
    assert.match(
      page,
      /http_request_duration_seconds_bucket\{method="GET",route="\/api\/products",le="0.1"\} 0/,
    );
  });

  it('computes for a while, which the histogram shows', async () => {
    const { get } = await shop({ FAULT_CPU_MS: '110' });
    await get('/api/products');
    const page = await (await get('/metrics')).text();
    assert.match(
      page,
      /http_request_duration_seconds_bucket\{method="GET",route="\/api\/products",le="0.1"\} 0/,
    );
  });

  it('is good until the time after which its faults begin', async () => {
    const { get } = await shop({ FAULT_ERROR_RATE: '1', FAULT_AFTER: '3600' });
    assert.equal((await get('/api/products')).status, 200);
  });

  it('keeps the shop alive, but never ready', async () => {
    const { get } = await shop({ FAULT_NEVER_READY: 'true' });
    assert.equal((await get('/ready')).status, 503);
    assert.equal((await get('/live')).status, 200);
  });

  it('answers every path with a page, like a single-page application', async () => {
    const { get } = await shop({ FAULT_SPA_FALLBACK: 'true' });
    for (const path of ['/', '/ready', '/metrics', '/api/products', '/anything']) {
      const answer = await get(path);
      assert.deepEqual(
        [answer.status, answer.headers.get('content-type')],
        [200, 'text/html; charset=utf-8'],
      );
    }
  });
});

/** Reads a stream event by event. */
async function* eventsOf(answer: Response): AsyncGenerator<{ event: string; data: unknown }> {
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, event = '', data = ''] = /^event: (.*)\ndata: (.*)$/m.exec(text.slice(0, end)) ?? [];
      text = text.slice(end + 2);
      yield { event, data: JSON.parse(data) };
    }
  }
}

describe('the stream of events', () => {
  it('sends version and pod at once, then a tick per second', async t => {
    // The clock is mocked, so the first event does not come from a tick.
    t.mock.timers.enable({ apis: ['setInterval'] });
    const { get } = await shop({ ZONE: 'b' });
    const answer = await get('/events');
    assert.equal(answer.headers.get('content-type'), 'text/event-stream');
    assert.equal(answer.headers.get('x-shop-version'), '7');
    const events = eventsOf(answer);
    const hello = { event: 'hello', data: { app: 'shop', version: '7', zone: 'b', pod: 'shop-a' } };
    assert.deepEqual((await events.next()).value, hello);
    for (const tick of [1, 2]) {
      const next = events.next();
      t.mock.timers.tick(999);
      assert.equal(await Promise.race([next, get('/live').then(() => 'nothing yet')]), 'nothing yet');
      t.mock.timers.tick(1);
      assert.deepEqual((await next).value, { event: 'tick', data: { tick } });
    }
    await events.return(undefined);
  });

  it('ends with a last event when the shop drains, and new ones end at once', async () => {
    const { get, drain } = await shop();
    const events = eventsOf(await get('/events'));
    assert.equal((await events.next()).value?.event, 'hello');
    const drained = drain();
    assert.deepEqual((await events.next()).value, { event: 'bye', data: {} });
    assert.equal((await events.next()).done, true);
    const late = await get('/events');
    assert.equal(late.status, 200);
    assert.match(await late.text(), /^retry: 250\nevent: hello\n/);
    await drained;
  });

  it('is counted when it opens, without its duration', async () => {
    const { get } = await shop();
    const events = eventsOf(await get('/events'));
    await events.next();
    const page = await (await get('/metrics')).text();
    assert.match(page, /http_requests_total\{code="200",method="GET",route="\/events"\} 1/);
    await events.return(undefined);
  });

  it('answers HEAD without staying open', async () => {
    const { get } = await shop();
    const answer = await get('/events', { method: 'HEAD' });
    assert.equal(answer.status, 200);
    assert.equal(await answer.text(), '');
  });

  it('fails as often as other requests with FAULT_ERROR_RATE', async () => {
    const { get } = await shop({ FAULT_ERROR_RATE: '1' });
    assert.equal((await get('/events')).status, 500);
  });
});
