import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
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
  return { get, port, drain: made.drain };
}

const post = (body: unknown): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('the shop', () => {
  it('sells', async () => {
    const { get } = await shop();
    expect(await (await get('/api/products')).json()).toMatchObject({
      products: [{ name: 'Anchor' }, {}, {}, {}],
    });
    const placed = await get('/api/orders', post({ product: 'compass', quantity: 2 }));
    expect(placed.status).toBe(201);
    expect(await (await get('/api/orders')).json()).toEqual({
      orders: [{ id: 1, product: 'compass', quantity: 2, total: 9_900 }],
    });
  });

  it.each([
    [422, { product: 'submarine' }],
    [400, '{'],
    [413, 'x'.repeat(20_000)],
  ])('answers %s to a wrong order', async (status, body) => {
    const { get } = await shop();
    const answer = await get('/api/orders', post(body));
    expect(answer.status).toBe(status);
    expect(await answer.json()).toHaveProperty('error');
  });

  it('shows a page with the greeting, escaped', async () => {
    const { get } = await shop({ GREETING: '<b>Ahoy</b>' });
    const answer = await get('/');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('<h1>&lt;b&gt;Ahoy&lt;/b&gt;</h1>');
  });

  it('says which version and pod answered, in every answer', async () => {
    const { get } = await shop({ ZONE: 'north' });
    expect(await (await get('/version')).json()).toEqual({
      app: 'shop',
      version: '7',
      zone: 'north',
      pod: 'shop-a',
    });
    for (const path of ['/', '/live', '/ready', '/metrics', '/config', '/nowhere', '/constructor']) {
      const { headers } = await get(path);
      expect([path, headers.get('x-shop-version'), headers.get('x-shop-pod')]).toEqual([path, '7', 'shop-a']);
    }
  });

  it('answers probes with a JSON "OK"', async () => {
    const { get } = await shop();
    for (const path of ['/live', '/ready']) {
      const answer = await get(path);
      expect(answer.headers.get('content-type')).toBe('application/json');
      expect(await answer.text()).toBe('"OK"');
    }
  });

  it('refuses other methods and unknown paths', async () => {
    const { get } = await shop();
    const answer = await get('/api/orders', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect((await get('/nowhere')).status).toBe(404);
    expect((await get('/', { method: 'HEAD' })).status).toBe(200);
  });

  it('shows which configuration is served, of the secret only a fingerprint, and follows its rotation', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shop-'));
    try {
      const file = join(folder, 'api-key');
      const { get } = await shop({ SECRET_FILE: file, GREETING: 'Ahoy' });
      expect(await (await get('/config')).json()).toMatchObject({ greeting: 'Ahoy', secret: null });
      writeFileSync(file, 'hunter2\n');
      const text = await (await get('/config')).text();
      expect(JSON.parse(text).secret).toBe('f52fbd32b2b3');
      expect(text).not.toContain('hunter2');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('counts what users asked for, not probes or scrapes, and no path of theirs becomes a series', async () => {
    const { get } = await shop();
    for (const path of ['/ready', '/live', '/metrics', '/api/products?page=2', '/x', '/y']) await get(path);
    const page = await (await get('/metrics')).text();
    const counted = page.split('\n').filter(line => line.startsWith('http_requests_total{'));
    expect(counted).toEqual([
      'http_requests_total{code="200",method="GET",route="/api/products"} 1',
      'http_requests_total{code="404",method="GET",route="other"} 2',
    ]);
  });

  it('takes a client that leaves in the middle of its request for no error', async () => {
    const { get, port } = await shop();
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /api/orders HTTP/1.1\r\nhost: shop\r\ncontent-length: 100\r\n\r\n{');
    await sleep(50);
    socket.destroy();
    await sleep(50);
    expect(await (await get('/metrics')).text()).not.toContain('\nhttp_requests_total{');
  });
});

describe('a fault', () => {
  it('makes the wanted share of requests fail, marked, and spares the probes', async () => {
    const rolls = [0.1, 0.3, 0.1];
    const { get } = await shop({ FAULT_ERROR_RATE: '0.2' }, () => rolls.shift() ?? 0);
    const answers = [await get('/api/products'), await get('/api/products'), await get('/nowhere')];
    expect(answers.map(answer => answer.status)).toEqual([500, 200, 500]);
    expect(answers.map(answer => answer.headers.get('x-injected'))).toEqual(['1', null, '1']);
    for (const path of ['/live', '/ready', '/metrics']) expect((await get(path)).status).toBe(200);
    expect(await (await get('/metrics')).text()).toContain(
      'code="500",method="GET",route="/api/products"} 1',
    );
  });

  it('adds latency that the histogram sees', async () => {
    const { get } = await shop({ FAULT_LATENCY_MS: '110' });
    await get('/api/products');
    const page = await (await get('/metrics')).text();
    expect(page).toContain(
      'http_request_duration_seconds_bucket{method="GET",route="/api/products",le="0.1"} 0',
    );
  });

  it('never lets the shop be ready, but alive', async () => {
    const { get } = await shop({ FAULT_NEVER_READY: 'true' });
    expect((await get('/ready')).status).toBe(503);
    expect((await get('/live')).status).toBe(200);
  });

  it('answers every path with a page, as a single-page application does', async () => {
    const { get } = await shop({ FAULT_SPA_FALLBACK: 'true' });
    for (const path of ['/', '/ready', '/metrics', '/api/products', '/anything']) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
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
  it('says at once who answers, then ticks each second', async () => {
    const { get } = await shop({ ZONE: 'b' });
    const started = performance.now();
    const answer = await get('/events');
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('x-shop-version')).toBe('7');
    const events = eventsOf(answer);
    const hello = { event: 'hello', data: { app: 'shop', version: '7', zone: 'b', pod: 'shop-a' } };
    expect((await events.next()).value).toEqual(hello);
    expect(performance.now() - started).toBeLessThan(900);
    expect((await events.next()).value).toEqual({ event: 'tick', data: { tick: 1 } });
    expect((await events.next()).value).toEqual({ event: 'tick', data: { tick: 2 } });
    expect(performance.now() - started).toBeGreaterThan(1_900);
    await events.return(undefined);
  });

  it('ends with a word when the shop drains, and new ones end at once', async () => {
    const { get, drain } = await shop();
    const events = eventsOf(await get('/events'));
    expect((await events.next()).value).toMatchObject({ event: 'hello' });
    const drained = drain();
    expect((await events.next()).value).toEqual({ event: 'bye', data: {} });
    expect((await events.next()).done).toBe(true);
    const late = await get('/events');
    expect(late.status).toBe(200);
    expect(await late.text()).toMatch(/^retry: 250\nevent: hello\n/);
    await drained;
  });

  it('is counted when it opens, not for as long as it lasts', async () => {
    const { get } = await shop();
    const events = eventsOf(await get('/events'));
    await events.next();
    const page = await (await get('/metrics')).text();
    expect(page).toContain('http_requests_total{code="200",method="GET",route="/events"} 1');
    await events.return(undefined);
  });

  it('answers HEAD without staying open', async () => {
    const { get } = await shop();
    const answer = await get('/events', { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
  });

  it('fails as often as the rest when told so', async () => {
    const { get } = await shop({ FAULT_ERROR_RATE: '1' });
    expect((await get('/events')).status).toBe(500);
  });
});
