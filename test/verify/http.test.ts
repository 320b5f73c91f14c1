import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createSocketServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answerOf, probe } from '../../src/verify/http.ts';
import { wording } from '../wording.ts';

const open: { close(): unknown; closeAllConnections?(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<URL> {
  const server: Server = createServer(listener);
  open.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

describe('a probe', () => {
  it('connects to one address and requests another host', async () => {
    const base = await serve((request, answer) => {
      answer.setHeader('X-Saw', `${request.method} ${request.headers.host} ${request.url}`).end('OK');
    });
    expect(await probe({ base, host: 'shop.example.com', path: '/ready?deep=1', timeoutMs: 5_000 })).toEqual({
      ok: true,
      response: {
        status: 200,
        headers: expect.objectContaining({ 'x-saw': 'GET shop.example.com /ready?deep=1' }) as object,
        body: 'OK',
        bytes: 2,
        cookies: [],
        url: 'http://shop.example.com/ready?deep=1',
      },
    });
  });

  it('requests the host of the address when no other is named, below the path of the address', async () => {
    const base = await serve((request, answer) => answer.end(`${request.headers.host}${request.url}`));
    const answer = await probe({ base: new URL('/shop/', base), path: '/ready', timeoutMs: 5_000 });
    expect(answer).toMatchObject({ response: { body: `${base.host}/shop/ready` } });
  });

  it('uses a new connection each time, so that it follows a route that moves', async () => {
    const ports = new Set<number | undefined>();
    const base = await serve((request, answer) => {
      ports.add(request.socket.remotePort);
      answer.end();
    });
    await probe({ base, path: '/', timeoutMs: 5_000 });
    await probe({ base, path: '/', timeoutMs: 5_000 });
    expect(ports.size).toBe(2);
  });

  it('does not follow redirects', async () => {
    const base = await serve((_, answer) => answer.writeHead(302, { Location: '/login' }).end());
    expect(await probe({ base, path: '/', timeoutMs: 5_000 })).toMatchObject({
      ok: true,
      response: { status: 302, headers: { location: '/login' } },
    });
  });

  it('joins headers that are repeated', async () => {
    const base = await serve((_, answer) => answer.setHeader('Set-Cookie', ['a=1', 'b=2']).end());
    expect(await probe({ base, path: '/', timeoutMs: 5_000 })).toMatchObject({
      response: { headers: { 'set-cookie': 'a=1, b=2' } },
    });
  });

  it('reads a body of 1 MiB and no more', async () => {
    const base = await serve((request, answer) =>
      answer.end('x'.repeat(1024 * 1024 + (request.url === '/more' ? 1 : 0))),
    );
    expect(await probe({ base, path: '/', timeoutMs: 5_000 })).toMatchObject({ ok: true });
    expect(await probe({ base, path: '/more', timeoutMs: 5_000 })).toEqual({
      ok: false,
      reason: wording('1'),
    });
  });

  it('gives up on a server that does not answer', async () => {
    const base = await serve(() => {});
    expect(await probe({ base, path: '/', timeoutMs: 50 })).toEqual({
      ok: false,
      reason: wording('50'),
      timedOut: true,
    });
  });

  it('gives up on a server that never ends its answer', async () => {
    const base = await serve((_, answer) => answer.write('some'));
    expect(await probe({ base, path: '/', timeoutMs: 50 })).toEqual({
      ok: false,
      reason: wording('50'),
      timedOut: true,
    });
  });

  it('does not accept an incomplete answer', async () => {
    const base = await serve((_, answer) => {
      answer.writeHead(200, { 'Content-Length': '10' });
      answer.write('half', () => answer.destroy());
    });
    expect(await probe({ base, path: '/', timeoutMs: 5_000 })).toEqual({
      ok: false,
      reason: wording(`${base.host}`),
    });
  });

  it('says who refused the connection', async () => {
    const base = await serve(() => {});
    for (const server of open.splice(0))
      await new Promise<unknown>(resolve => (server as Server).close(resolve));
    expect(await probe({ base, path: '/', timeoutMs: 5_000 })).toEqual({
      ok: false,
      reason: wording(`${base.host}`),
    });
  });

  it('says that the name cannot be resolved', async () => {
    const answer = await probe({ base: new URL('http://nowhere.invalid'), path: '/', timeoutMs: 5_000 });
    // Another version has the same name.
    expect(answer).toEqual({ ok: false, reason: wording('nowhere.invalid'), unsent: true });
  });

  it('says of headers that are too long that there was an answer', async () => {
    const base = await serve((_, answer) => answer.setHeader('X-Long', 'x'.repeat(20_000)).end());
    const answer = await probe({ base, path: '/', timeoutMs: 5_000 });
    expect(answer).toEqual({ ok: false, reason: wording('Header overflow') });
  });

  it.each([
    ['EAI_AGAIN', { unsent: true }],
    ['CERT_NOT_YET_VALID', { unsent: true, expired: true }],
    ['CERT_HAS_EXPIRED', { unsent: true, expired: true }],
    ['ECONNREFUSED', {}],
  ])('that fails with %s is told apart from one that the application has failed', (code, told) => {
    const error = Object.assign(new Error('it is not valid'), { code });
    const { reason: _, ...rest } = answerOf(error, new URL('https://shop.test')) as { reason: string };
    expect(rest).toEqual({ ok: false, ...told });
  });

  it('survives something that is not HTTP', async () => {
    const server = createSocketServer(socket => socket.end('SSH-2.0-OpenSSH\r\n'));
    open.push(server);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await probe({ base, path: '/', timeoutMs: 5_000 })).toMatchObject({ ok: false });
  });

  it('says that there is no TLS', async () => {
    const { host } = await serve((_, answer) => answer.end());
    const answer = await probe({
      base: new URL(`https://${host}`),
      host: 'shop.example.com',
      path: '/',
      timeoutMs: 5_000,
    });
    expect(answer).toEqual({ ok: false, reason: wording(`${host}`) });
  });
});
