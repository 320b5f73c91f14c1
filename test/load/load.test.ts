import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { type LoadOptions, startLoad } from '../../scripts/load.ts';
import type { LoadReport } from '../../scripts/load-report.ts';

const right = { 'content-type': 'application/json', 'x-shop-version': '1', 'x-shop-pod': 'a' };
const servers: (Server | TcpServer)[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
  }
});

async function listen(server: Server | TcpServer): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

function load(url: string, options: Partial<LoadOptions> = {}): Promise<LoadReport> {
  return startLoad({ url, path: '/api/products', rate: 200, maxRequests: 20, ...options }).done;
}

describe('what may be loaded', () => {
  const start = (options: Partial<LoadOptions>) => () =>
    startLoad({ url: 'http://127.0.0.1:1', path: '/', rate: 1, maxRequests: 1, ...options });

  it.each([
    'http://example.com',
    'http://10.99.1.1',
    'http://10.99.0.1.example.com',
    'http://192.168.0.1',
    'http://[::2]',
  ])('refuses %s', url => expect(start({ url })).toThrow(/must not be loaded/));

  it('refuses what is not plain http', () => {
    expect(start({ url: 'https://127.0.0.1' })).toThrow(/http:/);
    expect(start({ url: 'nonsense' })).toThrow(/http:/);
  });

  it.each([0, -1, 1001, Number.NaN])('refuses a rate of %s', rate => expect(start({ rate })).toThrow(/rate/));

  it('refuses more than 15 minutes', () => {
    expect(start({ rate: 10, maxRequests: 9_001 })).toThrow(/9001 requests are out of range/);
    expect(start({ maxRequests: 0 })).toThrow(/out of range/);
  });

  it('refuses a timeout without bounds', () => {
    expect(start({ timeoutMs: 60_000 })).toThrow(/timeout/);
  });
});

describe('an open loop', () => {
  it('keeps its rate when the answers are slow', async () => {
    let open = 0;
    let most = 0;
    const url = await serve((_, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.writeHead(200, right).end('[]');
      }, 400);
    });
    const began = performance.now();
    const report = await load(url, { rate: 100, maxRequests: 50 });
    const elapsed = performance.now() - began;
    expect(report).toMatchObject({ requests: 50, failed: 0 });
    expect(most).toBeGreaterThan(25);
    expect(elapsed).toBeGreaterThan(880);
    // One after the other they would take twenty seconds.
    expect(elapsed).toBeLessThan(10_000);
    expect(report.latency!.p50).toBeGreaterThan(395);
  });

  it('counts latency from when a request was due, not from when it could be sent', async () => {
    const url = await serve((_, response) => response.writeHead(200, right).end('[]'));
    const running = startLoad({ url, path: '/api/products', rate: 100, maxRequests: 30 });
    const until = performance.now() + 250;
    while (performance.now() < until); // a stall of the whole process
    const report = await running.done;
    expect(report.requests).toBe(30);
    expect(report.latency!.max).toBeGreaterThan(200);
  });

  it('reuses connections, unless told not to', async () => {
    let connections = 0;
    const server = createServer((_, response) => response.writeHead(200, right).end('[]'));
    server.on('connection', () => {
      connections += 1;
    });
    const url = await listen(server);
    await load(url, { rate: 50, maxRequests: 10 });
    expect(connections).toBeLessThan(10);
    connections = 0;
    await load(url, { rate: 50, maxRequests: 10, keepAlive: false });
    expect(connections).toBe(10);
  });

  it('stops early, waits for what is under way, and can be looked at meanwhile', async () => {
    const url = await serve((_, response) => {
      setTimeout(() => response.writeHead(200, right).end('[]'), 50);
    });
    const running = startLoad({ url, path: '/api/products', rate: 100, maxRequests: 9_000 });
    await new Promise(resolve => setTimeout(resolve, 400));
    const seen = running.snapshot();
    const report = await running.stop();
    expect(seen.requests).toBeGreaterThan(5);
    expect(report.requests).toBeGreaterThan(seen.requests);
    expect(report.requests).toBeLessThan(200);
    expect(report.failed).toBe(0);
    expect(running.records()).toHaveLength(report.requests);
    expect(await running.done).toEqual(report);
  });

  it('sends the Host header it was given', async () => {
    const hosts = new Set<string | undefined>();
    const url = await serve((request, response) => {
      hosts.add(request.headers.host);
      response.writeHead(200, right).end('[]');
    });
    await load(url, { host: 'shop.example' });
    expect([...hosts]).toEqual(['shop.example']);
  });
});

describe('what counts as failed', () => {
  it.each([
    ['status 500', 500, right, '[]', '/api/products'],
    ['status 404', 404, right, '[]', '/api/products'],
    ['status 302', 302, right, '[]', '/api/products'],
    ['no x-shop-version', 200, { 'content-type': 'application/json' }, '[]', '/api/products'],
    ['type text/html', 200, { ...right, 'content-type': 'text/html' }, '<html>', '/api/products'],
    ['not JSON', 200, right, '{"products":', '/api/products'],
    ['type application/json', 200, right, '[]', '/'],
  ])('%s', async (error, status, headers, body, path) => {
    const url = await serve((_, response) => response.writeHead(status, headers).end(body));
    const report = await load(url, { maxRequests: 3, path });
    expect(report).toMatchObject({ requests: 3, failed: 3, injected: 0, errors: { [error]: 3 } });
  });

  it('not a 500 that was injected', async () => {
    const url = await serve((_, response) =>
      response.writeHead(500, { ...right, 'x-injected': '1' }).end('{}'),
    );
    const report = await load(url, { maxRequests: 3 });
    expect(report).toMatchObject({ failed: 0, injected: 3, versions: { 1: { requests: 3, injected: 3 } } });
  });

  it('no answer in time', async () => {
    const url = await serve(() => {});
    const report = await load(url, { maxRequests: 3, timeoutMs: 100 });
    expect(report.errors).toEqual({ timeout: 3 });
  });

  it('half an answer in time', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, right).write('[');
    });
    expect((await load(url, { maxRequests: 2, timeoutMs: 100 })).errors).toEqual({ timeout: 2 });
  });

  it('a refused connection', async () => {
    const url = await serve(() => {});
    await new Promise(resolve => servers.pop()!.close(resolve));
    const report = await load(url, { maxRequests: 3 });
    expect(report.errors).toEqual({ ECONNREFUSED: 3 });
  });

  it('an answer cut off in the middle', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { ...right, 'content-length': '100' }).write('[', () => response.destroy());
    });
    const report = await load(url, { maxRequests: 3 });
    expect(report).toMatchObject({ failed: 3, retried: 0, errors: { ECONNRESET: 3 } });
  });
});

describe('a connection that the server closed', () => {
  const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-shop-version: 1\r\n';
  const whole = `${head}content-length: 2\r\n\r\n[]`;

  /** A server that answers the n-th request of the c-th connection with what `script` says; undefined: closes. */
  function scripted(script: (connection: number, nth: number) => string | undefined): Promise<string> {
    let connections = 0;
    return listen(
      createTcpServer(socket => {
        const connection = connections;
        connections += 1;
        let nth = 0;
        socket.on('error', () => {});
        socket.on('data', () => {
          const text = script(connection, nth);
          nth += 1;
          if (text === undefined) socket.destroy();
          else if (text.endsWith('[]')) socket.write(text);
          else socket.end(text);
        });
      }),
    );
  }

  it('is retried once on a new one when it was idle, and reported', async () => {
    const url = await scripted((_, nth) => (nth === 0 ? whole : undefined));
    const report = await load(url, { rate: 20, maxRequests: 4 });
    expect(report).toMatchObject({ requests: 4, failed: 0, errors: {} });
    expect(report.retried).toBeGreaterThan(0);
  });

  it('is a failure when it was new', async () => {
    const url = await scripted(() => undefined);
    expect(await load(url, { maxRequests: 3 })).toMatchObject({
      failed: 3,
      retried: 0,
      errors: { ECONNRESET: 3 },
    });
  });

  it('is a failure when a byte of the answer had come', async () => {
    const url = await scripted((_, nth) => (nth === 0 ? whole : 'HTTP/1.1 2'));
    const report = await load(url, { rate: 20, maxRequests: 2 });
    expect(report).toMatchObject({ failed: 1, retried: 0 });
  });

  it('is a failure when the second attempt fails too', async () => {
    const url = await scripted((connection, nth) => (connection === 0 && nth === 0 ? whole : undefined));
    const report = await load(url, { rate: 20, maxRequests: 2 });
    expect(report).toMatchObject({ failed: 1, retried: 1, errors: { ECONNRESET: 1 } });
  });
});

describe('the command', () => {
  const run = (...args: string[]) => promisify(execFile)(process.execPath, ['scripts/load.ts', ...args]);

  it('writes the report', async () => {
    const url = await serve((_, response) => response.writeHead(200, right).end('[]'));
    const folder = mkdtempSync(join(tmpdir(), 'load-'));
    try {
      const out = join(folder, 'report.json');
      const { stdout } = await run('--url', url, '--rate', '50', '--seconds', '0.2', '--out', out);
      expect(JSON.parse(stdout)).toMatchObject({ requests: 10, failed: 0 });
      expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
        requests: 10,
        seconds: [{ versions: { 1: 10 } }],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['a foreign target', ['--url', 'http://example.com'], /example\.com must not be loaded/],
    ['a missing target', [], /--url is missing/],
    ['an unknown option', ['--speed', '3'], /--speed/],
  ])('ends with 2 and one sentence for %s', async (_, args, sentence) => {
    await expect(run(...args)).rejects.toMatchObject({ code: 2, stderr: expect.stringMatching(sentence) });
  });
});
