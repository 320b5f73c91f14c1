import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Streams } from './events.ts';
import { Metrics, type ProcessSample } from './metrics.ts';
import { OrderBook } from './orders.ts';
import { spaPage } from './page.ts';
import { type Answer, answer, type Context, html, isForUsers, json, routeOf } from './routes.ts';
import type { Settings } from './settings.ts';

/** Longer than the 90 s of common proxies, so that they close idle connections first. */
const keepAliveMs = 100_000;
const maxBodyBytes = 16_384;
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export type Shop = {
  readonly server: Server;
  /** Turns readiness off, serves requests during the delay, then lets open ones finish until the timeout and closes all connections. */
  drain(): Promise<void>;
};

/** Creates the shop as an HTTP server that does not listen yet. @param random from 0 to 1, decides about injected errors. */
export function createShop(settings: Settings, random: () => number = Math.random): Shop {
  let draining = false;
  const metrics = new Metrics(settings.version);
  const streams = new Streams();
  const context: Context = {
    settings,
    metrics,
    orders: new OrderBook(),
    secret: () => readSecret(settings.secretFile),
    sample: sampleProcess,
    get draining() {
      return draining;
    },
  };

  const server = createServer({ keepAliveTimeout: keepAliveMs }, async (request, response) => {
    const started = performance.now();
    const method = request.method ?? 'GET';
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const route = routeOf(path);
    const result = await respond(request, method, path, context, random).catch(error =>
      // If the client disconnected before its request was complete, there is no response and no error.
      request.complete ? failure(error) : undefined,
    );
    if (result === undefined) return;
    // While draining, a stream ends after its first event, so that the client reconnects to another pod.
    if (result.stream && method === 'GET' && !draining) open(response, result, settings, streams);
    else send(response, result, settings, draining);
    if (isForUsers(route)) {
      metrics.observe({
        code: result.status,
        method: knownMethods.has(method) ? method : 'OTHER',
        route,
        seconds: (performance.now() - started) / 1000,
      });
    }
  });

  return {
    server,
    async drain() {
      draining = true;
      streams.end();
      await sleep(settings.shutdown.delayMs);
      const closed = once(server, 'close');
      server.close(); // also closes idle keep-alive connections
      // A connection that never sent a request does not count as idle, and would keep the process running.
      const cut = setTimeout(() => server.closeAllConnections(), settings.shutdown.timeoutMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

async function respond(
  request: IncomingMessage,
  method: string,
  path: string,
  context: Context,
  random: () => number,
): Promise<Answer> {
  const { faults } = context.settings;
  const body = await readBody(request);
  if (body === undefined) return json(413, { error: `a body has at most ${maxBodyBytes} bytes` });
  if (faults.spaFallback) return html(spaPage);
  if (isForUsers(routeOf(path)) && process.uptime() >= faults.after) {
    for (const end = performance.now() + faults.cpuMs; performance.now() < end; );
    if (faults.latencyMs > 0) await sleep(faults.latencyMs);
    if (random() < faults.errorRate) {
      return { ...json(500, { error: 'injected' }), headers: { 'x-injected': '1' } };
    }
  }
  return answer(method, path, body, context);
}

function failure(error: unknown): Answer {
  if ((error as NodeJS.ErrnoException).code === 'ECONNRESET')
    return json(400, { error: 'incomplete request' });
  console.error(
    JSON.stringify({ level: 'error', message: error instanceof Error ? error.stack : String(error) }),
  );
  return json(500, { error: 'internal error' });
}

/** Reads the whole body; undefined if it is too large (it is still read to its end, to keep the connection). */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= maxBodyBytes) chunks.push(chunk);
  }
  return bytes > maxBodyBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, result: Answer, settings: Settings, draining: boolean): void {
  response.writeHead(result.status, {
    ...headersOf(result, settings),
    'content-length': Buffer.byteLength(result.body),
    ...(draining ? { connection: 'close' } : {}),
  });
  response.end(result.body);
}

/** Opens a stream. Its connection is not reused, because it may already be old. */
function open(response: ServerResponse, result: Answer, settings: Settings, streams: Streams): void {
  response.writeHead(result.status, { ...headersOf(result, settings), connection: 'close' });
  response.write(result.body);
  streams.add(response);
}

function headersOf(result: Answer, settings: Settings): Record<string, string> {
  return {
    'content-type': result.type,
    'cache-control': 'no-store',
    'x-shop-version': settings.version,
    'x-shop-pod': settings.pod,
    ...result.headers,
  };
}

/** Reads the Secret at each call, because a mounted Secret can change while the process runs. */
function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function sampleProcess(): ProcessSample {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return {
    cpuSeconds: (user + system) / 1e6,
    residentBytes: rss,
    heapBytes: heapUsed,
    startTimeSeconds: performance.timeOrigin / 1000,
  };
}
