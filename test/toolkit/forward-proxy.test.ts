import { createServer, get as getByHttp } from 'node:http';
import { get } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { UserError } from '../../src/toolkit/errors.ts';
import { addressesOf, useForwardProxy } from '../../src/toolkit/forward-proxy.ts';
import { wording } from '../wording.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
});

/** A server; as a proxy it notes where it was to connect to, and leads everybody to `target`. */
async function serve(target?: number) {
  const asked: string[] = [];
  const server = createServer((_, response) => void response.end('served'));
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const upstream = connect(target ?? 0, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    for (const each of [socket, upstream]) each.on('error', () => undefined);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

const failed = (url: string) =>
  new Promise<void>(resolve => {
    get(url).on('error', () => resolve());
  });

describe('a proxy of the environment', () => {
  it('is used by fetch and https, except for NO_PROXY', async () => {
    const target = await serve();
    const { port, asked } = await serve(target.port);
    const env = {
      HTTPS_PROXY: `127.0.0.1:${port}`,
      HTTP_PROXY: `http://127.0.0.1:${port}`,
      NO_PROXY: '127.0.0.1',
    };
    ends.push(await useForwardProxy(env, expect.fail));
    expect(await (await fetch('http://registry.example/')).text()).toBe('served');
    expect(await (await fetch(`http://127.0.0.1:${target.port}/`)).text()).toBe('served');
    await expect(fetch('https://registry.example/')).rejects.toThrow();
    await failed('https://tokens.example/');
    expect(asked).toEqual(['registry.example:80', 'registry.example:443', 'tokens.example:443']);
  });

  it('is not used for a Unix socket, by which the cluster is reached', async () => {
    const { port, asked } = await serve();
    ends.push(await useForwardProxy({ HTTP_PROXY: `http://127.0.0.1:${port}` }, expect.fail));
    const said = await new Promise<string>(resolve => {
      getByHttp({ socketPath: '/nowhere/s', path: '/' }).on('error', error => resolve(error.message));
    });
    expect(said).toContain('ENOENT');
    expect(asked).toEqual([]);
  });

  it('is not used after it was restored', async () => {
    const { port, asked } = await serve();
    const end = await useForwardProxy({ https_proxy: `http://127.0.0.1:${port}` }, expect.fail);
    end();
    await failed('https://127.0.0.1:1/');
    expect(asked).toEqual([]);
  });

  it.each([
    [{}, {}],
    [{ HTTPS_PROXY: '', NO_PROXY: 'x' }, {}],
    [{ HTTPS_PROXY: 'proxy.example:3128' }, { HTTPS_PROXY: 'http://proxy.example:3128' }],
    [{ http_proxy: 'https://u:p@proxy.example' }, { http_proxy: 'https://u:p@proxy.example' }],
  ])('of %o is %o', (env, addresses) => {
    expect(addressesOf(env)).toEqual(addresses);
  });

  it.each(['socks5://u:hunter22@proxy.example:1080', 'http://', 'a proxy'])('is refused for %s', value => {
    try {
      addressesOf({ HTTPS_PROXY: value });
      expect.fail('it was taken');
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).sentence).toEqual(wording('HTTPS_PROXY'));
      expect((error as UserError).sentence).not.toContain('hunter22');
    }
  });
});
