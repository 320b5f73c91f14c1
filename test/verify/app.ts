import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseConfig } from '../../src/config/contents.ts';
import type { Environment } from '../../src/config/types.ts';

/** Applications on this machine for the tests of `verify`. */

export interface Serving {
  readonly port: number;
  readonly url: string;
  close(): void;
}

/** Serves on a free port of the loopback. */
export async function serve(listener: RequestListener, host = '127.0.0.1'): Promise<Serving> {
  const server = createServer(listener);
  await new Promise<void>(resolve => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { port, url: `http://${host}:${port}`, close };
}

/** An environment that is verified at this address. */
export function environmentAt(url: string, verify: Record<string, unknown>): Environment {
  const config = parseConfig(
    JSON.stringify({
      app: 'shop',
      images: { shop: { repository: 'ghcr.io/acme/shop' } },
      environments: {
        test: {
          namespace: 'shop',
          manifests: ['deploy/'],
          workload: 'Deployment/shop',
          verify: { url, checks: [{ get: '/ready' }], ...verify },
        },
      },
    }),
    'slipway.yml',
  );
  return config.environments.test as Environment;
}

export const body = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
};

export const answer = (response: ServerResponse, status: number, value: unknown, headers = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
