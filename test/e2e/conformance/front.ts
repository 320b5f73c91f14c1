import { createServer as createPlain, request, type Server } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';

/** The TLS entry of each zone, as a load balancer of a cloud: it ends TLS, redirects plain HTTP, and passes requests on to the gateway. */

export interface FrontOptions {
  /** One for each zone; the first one is also that of the name in slipway.yml. */
  readonly addresses: readonly string[];
  readonly port: number;
  readonly plainPort: number;
  /** As PEM. */
  readonly certificate: string;
  readonly key: string;
  readonly upstream: { readonly host: string; readonly port: number };
  /** The host that the gateway knows the application by. */
  readonly host: string;
  /** What differs from a good one, for seeds. */
  readonly tls?: ServerOptions;
  readonly redirects?: boolean;
}

export interface RunningFront {
  readonly port: number;
  readonly plainPort: number;
  /** Ends the entry of a zone. */
  stop(address: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts the entries. A port of 0 is chosen by the first address, and the others get the same one. */
export async function startFront(options: FrontOptions): Promise<RunningFront> {
  const { addresses, certificate: cert, key, upstream, host, tls = {}, redirects = true } = options;
  const running = new Map<string, Server[]>();
  let { port, plainPort } = options;
  for (const address of addresses) {
    const secure = createServer({ cert, key, minVersion: 'TLSv1.2', ...tls }, (asked, answer) => {
      const { method, url, headers } = asked;
      const passed = request({ ...upstream, method, path: url, headers: { ...headers, host }, agent: false });
      passed.on('response', found => {
        answer.writeHead(found.statusCode ?? 502, found.headers);
        found.pipe(answer);
      });
      passed.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
      asked.pipe(passed);
    });
    port = await listening(secure, port, address);
    const plain = createPlain((asked, answer) => {
      const to = `https://${(asked.headers.host ?? '').split(':')[0]}:${port}${asked.url}`;
      answer.writeHead(redirects ? 308 : 200, redirects ? { location: to } : {}).end();
    });
    plainPort = await listening(plain, plainPort, address);
    running.set(address, [secure, plain]);
  }
  const stop = async (address: string) => {
    for (const server of running.get(address) ?? []) {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    }
    running.delete(address);
  };
  return {
    port,
    plainPort,
    stop,
    close: async () => {
      for (const address of [...running.keys()]) await stop(address);
    },
  };
}

async function listening(server: Server, port: number, address: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  const found = server.address();
  return typeof found === 'object' && found !== null ? found.port : port;
}
