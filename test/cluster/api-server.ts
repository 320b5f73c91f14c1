import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Cluster, type ConnectOptions, connect } from '../../src/cluster/port.ts';

export interface Received {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: unknown;
}

export type Handler = (request: Received, response: ServerResponse) => void;

/** A folder with an executable `kubectl`: the given shell script, or the fake that serves the test's own API server. */
export function kubectlFolder(script?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kubectl-'));
  const fake = join(import.meta.dirname, 'fake-kubectl.ts');
  const text = script ?? `exec "${process.execPath}" --no-warnings "${fake}" "$@"`;
  writeFileSync(join(folder, 'kubectl'), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return folder;
}

/** Runs `act` with `kubectl` in this folder and these variables, and restores both afterwards. */
export async function withKubectl<T>(
  folder: string,
  env: Record<string, string>,
  act: () => Promise<T>,
): Promise<T> {
  const set: Record<string, string> = { ...env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const before = Object.keys(set).map(name => [name, process.env[name]] as const);
  Object.assign(process.env, set);
  try {
    return await act();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** A cluster whose API server is `handle`; `received` lists all requests except `/version`. */
export async function fakeCluster(
  handle: Handler,
  options: ConnectOptions = {},
): Promise<{ cluster: Cluster; received: Received[]; close(): Promise<void> }> {
  const api = await serve(handle);
  const folder = kubectlFolder();
  try {
    const cluster = await withKubectl(folder, { KUBECTL_FAKE_API_PORT: String(api.port) }, () =>
      connect(options),
    );
    return {
      cluster,
      received: api.received,
      close: async () => {
        await cluster.close();
        api.close();
      },
    };
  } catch (error) {
    api.close();
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function serve(handle: Handler) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const text = Buffer.concat(chunks).toString();
      const one: Received = {
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
      // The proxy itself answers whether it listens.
      if (one.path === '/static/') return void response.end();
      if (one.path !== '/version') received.push(one);
      handle(one, response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    received,
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Responds with JSON; for an error, with a Status of the API server. */
export function answer(response: ServerResponse, body: unknown, status = 200): void {
  const failure =
    typeof body === 'string' ? { kind: 'Status', reason: body, message: `it is ${body}` } : body;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(failure));
}
