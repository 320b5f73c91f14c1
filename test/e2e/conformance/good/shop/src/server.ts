import { createServer, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Access } from './access.ts';
import type { SharedMemory } from './memory.ts';
import { Metrics } from './metrics.ts';
import { assetsFrom } from './page.ts';
import { type Answer, type Asked, answer, json, type Parts, routeOf } from './routes.ts';
import type { Settings } from './settings.ts';

const largestBody = 16_384;
/** ms; less than the pod has to end. */
const longestDrain = 8000;
const probes = ['/live', '/ready', '/metrics'];

export interface Shop {
  readonly server: Server;
  /** Answers that it is not ready, and ends what is open. */
  drain(): void;
}

/** Creates the shop, which does not listen yet. @param script path of what runs in the browser. */
export function createShop(
  settings: Settings,
  memory: SharedMemory,
  script: string = join(import.meta.dirname, '..', 'ui', 'ui.js'),
): Shop {
  const metrics = new Metrics();
  for (const result of ['success', 'failure']) metrics.add('logins_total', { result }, 0);
  for (const name of [
    'role_changes_total',
    'sensitive_queries_total',
    'api_requests_total',
    'app_cost_dollars_total',
  ])
    metrics.add(name, {}, 0);
  let draining = false;
  const parts: Parts = {
    settings,
    memory,
    metrics,
    access: new Access(settings, memory),
    assets: assetsFrom(script),
    draining: () => draining,
    pass: asked => passOn(settings, asked),
  };
  const server = createServer({ keepAliveTimeout: 75_000 }, async (request, response) => {
    const began = performance.now();
    const asked = await askedBy(request);
    if (asked.path === '/metrics')
      return void response
        .writeHead(200, { 'content-type': 'text/plain' })
        .end(metrics.page({ app_sessions: 1 }));
    if (settings.defects.has('slow') && !probes.includes(asked.path)) await pause(600);
    const fails = settings.defects.has('failing') && !probes.includes(asked.path) && Math.random() < 0.3;
    const found = fails
      ? json(503, { error: 'a defect' })
      : await answer(asked, parts).catch((error: Error) => json(503, { error: error.message }));
    response.writeHead(found.status, {
      'content-type': found.type,
      'content-length': Buffer.byteLength(found.body),
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000',
      'x-shop-version': settings.version,
      ...(draining ? { connection: 'close' } : {}),
      ...found.headers,
    });
    response.end(asked.method === 'HEAD' ? '' : found.body);
    if (probes.includes(asked.path)) return;
    const seconds = (performance.now() - began) / 1000;
    metrics.request(found.status, routeOf(asked), seconds);
    log(settings, asked, found.status, seconds);
  });
  return {
    server,
    drain: () => {
      draining = true;
      server.close();
      // A gateway keeps its connections open, and each is idle only for moments.
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      const cut = setTimeout(() => server.closeAllConnections(), longestDrain);
      server.once('close', () => {
        clearInterval(idle);
        clearTimeout(cut);
      });
    },
  };
}

/** Neither the query nor a header is logged: both may hold a credential. */
function log(
  { defects }: Settings,
  { method, path, headers, body }: Asked,
  status: number,
  seconds: number,
): void {
  const message = `${method} ${path} ${status}`;
  const line = { time: new Date().toISOString(), level: 'info', message, seconds };
  const text = JSON.stringify(defects.has('secrets-in-logs') ? { ...line, headers, body } : line);
  console.log(defects.has('plain-logs') ? message : text);
}

async function askedBy(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  return {
    method: request.method ?? 'GET',
    path,
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

async function passOn({ records }: Settings, { method, path, body }: Asked): Promise<Answer> {
  const carries = method === 'POST' || method === 'PUT';
  const found = await fetch(new URL(path, records), {
    method,
    ...(carries ? { body, headers: { 'content-type': 'application/json' } } : {}),
    signal: AbortSignal.timeout(3000),
  });
  return { status: found.status, type: 'application/json', body: await found.text() };
}
