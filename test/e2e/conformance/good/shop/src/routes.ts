import type { IncomingHttpHeaders } from 'node:http';
import type { Access } from './access.ts';
import { decrypt } from './fernet.ts';
import type { SharedMemory } from './memory.ts';
import type { Metrics } from './metrics.ts';
import { type Asset, items, pageWith } from './page.ts';
import type { Settings } from './settings.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Parts {
  readonly settings: Settings;
  readonly access: Access;
  readonly memory: SharedMemory;
  readonly metrics: Metrics;
  readonly assets: readonly Asset[];
  /** Passes a request on to the service that keeps records. */
  pass(asked: Asked): Promise<Answer>;
  readonly draining: () => boolean;
}

type Handler = (asked: Asked, parts: Parts) => Answer | Promise<Answer>;

const year = 'public, max-age=31536000, immutable';

export const json = (status: number, value: unknown, headers: Answer['headers'] = {}): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
  headers,
});

const html = (body: string): Answer => ({ status: 200, type: 'text/html; charset=utf-8', body });

/** What only some may do. */
const known =
  (handler: (name: string, asked: Asked, parts: Parts) => Answer | Promise<Answer>): Handler =>
  async (asked, parts) => {
    const name = await parts.access.nameOf(asked.headers);
    return name === undefined ? json(401, { error: 'log in' }) : handler(name, asked, parts);
  };

const managing = (handler: Handler): Handler =>
  known(async (name, asked, parts) =>
    (await parts.access.isManager(name)) ? handler(asked, parts) : json(403, { error: 'not yours' }),
  );

const routes: Readonly<Record<string, Handler>> = {
  'GET /': (_, { settings, assets }) =>
    settings.defects.has('api-for-html') ? json(200, { page: '/' }) : html(pageWith(assets)),
  'GET /live': () => json(200, { live: true }),
  'GET /ready': (_, { draining }) => (draining() ? json(503, 'draining') : json(200, 'OK')),
  'GET /version': (_, { settings }) => json(200, { version: settings.version }),
  'GET /api/items': (_, { settings, metrics, assets }) => {
    metrics.add('api_requests_total');
    return settings.defects.has('html-for-api') ? html(pageWith(assets)) : json(200, { items });
  },
  'POST /api/login': login,
  'GET /api/orders': (asked, parts) =>
    parts.settings.defects.has('open-endpoint') ? json(200, { orders: [] }) : orders(asked, parts),
  'GET /api/admin': managing(() => json(200, { admin: true })),
  'GET /api/settings': known(async (_, __, { settings, memory }) => {
    const stored = await memory.get('settings:customer');
    const key = settings.defects.has('other-secret')
      ? Buffer.alloc(32, 1).toString('base64')
      : settings.storedKey;
    const plain = stored === undefined ? undefined : decrypt(stored, key);
    return plain === undefined ? json(500, { error: 'unreadable' }) : json(200, { api_key: plain });
  }),
  'GET /api/export': known((_, __, { metrics }) => {
    metrics.add('sensitive_queries_total');
    return json(200, { accounts: 0 });
  }),
  'PUT /api/roles/partner': managing(async (_, { access, metrics }) => {
    await access.grant('partner');
    metrics.add('role_changes_total');
    return json(200, { manager: true });
  }),
  'DELETE /api/roles/partner': managing(async (_, { access, metrics }) => {
    await access.revoke('partner');
    metrics.add('role_changes_total');
    return json(200, { manager: false });
  }),
  'GET /api/report': (_, { settings, metrics }) => {
    const cost = settings.defects.has('free-of-cost') ? 0 : 0.001;
    metrics.add('app_cost_dollars_total', {}, cost);
    return json(200, { total: totalOf() });
  },
};

const orders = known(() => json(200, { orders: [] }));

async function login({ body }: Asked, { access, metrics, settings }: Parts): Promise<Answer> {
  const { user = '', password = '' } = fieldsOf(body);
  const cookie = await access.login(String(user), String(password));
  const isCounted = !settings.defects.has('silent-logins');
  if (isCounted) metrics.add('logins_total', { result: cookie === undefined ? 'failure' : 'success' });
  return cookie === undefined
    ? json(401, { error: 'wrong user or password' })
    : json(200, { user }, { 'set-cookie': cookie });
}

function fieldsOf(body: string): { user?: unknown; password?: unknown } {
  try {
    const found: unknown = JSON.parse(body);
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** Takes 55 ms of a processor, fast or slow, as a real report would: what drills of the autoscaler ask for. */
function totalOf(): number {
  const before = process.cpuUsage();
  const used = () => {
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  let total = 0;
  for (let n = 1; used() < 55_000; n += 1) total += items[n % items.length]?.price ?? 0;
  return total;
}

/** Returns the name of a route for metrics. Pure. */
export const routeOf = ({ method, path }: Pick<Asked, 'method' | 'path'>): string =>
  Object.hasOwn(routes, `${method} ${path}`) ? path : path.startsWith('/records') ? '/records' : 'other';

/** Answers one request. */
export async function answer(asked: Asked, parts: Parts): Promise<Answer> {
  const { method, path } = asked;
  const asset = parts.assets.find(each => each.path === path);
  if (asset !== undefined) {
    const kept = parts.settings.defects.has('uncached-assets') ? 'no-store' : year;
    return { status: 200, type: asset.type, body: asset.body, headers: { 'cache-control': kept } };
  }
  if (path === '/records' || path.startsWith('/records/')) return parts.pass(asked);
  const handler = routes[`${method === 'HEAD' ? 'GET' : method} ${path}`];
  return handler === undefined ? json(404, { error: 'not found' }) : handler(asked, parts);
}
