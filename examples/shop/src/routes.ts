import { createHash } from 'node:crypto';
import { event } from './events.ts';
import type { Metrics, ProcessSample } from './metrics.ts';
import { type OrderBook, OrderError, products } from './orders.ts';
import { shopPage } from './page.ts';
import type { Settings } from './settings.ts';

/** The state that routes can read. */
export type Context = {
  readonly settings: Settings;
  readonly orders: OrderBook;
  readonly metrics: Metrics;
  readonly draining: boolean;
  readonly secret: () => string | undefined;
  readonly sample: () => ProcessSample;
};

export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The response stays open after the body. */
  readonly stream?: true;
};

type Handler = (context: Context, body: string) => Answer;

const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/': { GET: ({ settings }) => html(shopPage(settings.greeting, settings.version, products)) },
  '/api/products': { GET: () => json(200, { products }) },
  '/api/orders': {
    GET: ({ orders }) => json(200, { orders: orders.list() }),
    POST: ({ orders }, body) => placeOrder(orders, body),
  },
  '/events': { GET: ({ settings }) => events(settings) },
  '/version': { GET: ({ settings }) => json(200, version(settings)) },
  '/config': { GET: context => json(200, servedConfiguration(context)) },
  '/live': { GET: () => json(200, 'OK') },
  '/ready': { GET: context => readiness(context) },
  '/metrics': {
    GET: ({ metrics, sample }) => ({
      status: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
      body: metrics.render(sample()),
    }),
  },
};

/** Returns the route's name for metrics, from a bounded set. */
export function routeOf(path: string): string {
  return Object.hasOwn(routes, path) ? path : 'other';
}

/**
 * Whether a route is for users, not for probes or scrapes. Faults do not affect those, and they are not counted, because they would dilute
 * error rates and look like traffic to pods that get none.
 */
export function isForUsers(route: string): boolean {
  return route !== '/live' && route !== '/ready' && route !== '/metrics';
}

/** Answers one request. `path` has no query. */
export function answer(method: string, path: string, body: string, context: Context): Answer {
  const methods = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (methods === undefined) return json(404, { error: 'not found' });
  const handler = methods[method === 'HEAD' ? 'GET' : method];
  if (handler === undefined) {
    const allow = Object.keys(methods).join(', ');
    return { ...json(405, { error: `use ${allow}` }), headers: { allow } };
  }
  return handler(context, body);
}

export function json(status: number, value: unknown): Answer {
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

export function html(body: string): Answer {
  return { status: 200, type: 'text/html; charset=utf-8', body };
}

function placeOrder(orders: OrderBook, body: string): Answer {
  try {
    return json(201, { order: orders.place(JSON.parse(body)) });
  } catch (error) {
    if (error instanceof OrderError) return json(422, { error: error.message });
    if (error instanceof SyntaxError) return json(400, { error: 'the body is not JSON' });
    throw error;
  }
}

/** Sends version and pod at once, and lets clients reconnect soon. */
function events(settings: Settings): Answer {
  const body = `retry: 250\n${event('hello', version(settings))}`;
  return { status: 200, type: 'text/event-stream', body, stream: true };
}

function version({ version, zone, pod }: Settings): object {
  return { app: 'shop', version, ...(zone === undefined ? {} : { zone }), pod };
}

function readiness({ settings, draining }: Context): Answer {
  if (draining) return json(503, 'draining');
  return settings.faults.neverReady ? json(503, 'not ready') : json(200, 'OK');
}

/** Shows the configuration; of the secret only enough to distinguish two values. */
function servedConfiguration({ settings, secret }: Context): object {
  const value = secret();
  return {
    greeting: settings.greeting,
    secret: value === undefined ? null : createHash('sha256').update(value).digest('hex').slice(0, 12),
    faults: settings.faults,
  };
}
