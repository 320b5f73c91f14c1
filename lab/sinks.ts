/**
 * Receivers of notifications, in the roles of Slack, Teams, SNS, PagerDuty and an SMS gateway. Usage: node sinks.ts ADDRESS PORT
 *   POST|PUT /hooks/slack/…      records the request and answers as Slack does; `slack` may be any name, see `answers`
 *   GET    /received/slack/…     returns the requests to that path and to paths below it, oldest first; /received returns all
 *   DELETE /received/slack/…     forgets them
 *   PUT    /behavior/slack/…     {status, headers, body, times} or {hang: true}: how requests to that path are answered, `times` times
 *   DELETE /behavior             makes all paths answer normally again
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A recorded request. */
export interface Received {
  /** Without `/hooks`. */
  readonly path: string;
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The status that was sent; null when the sink never answers. */
  readonly status: number | null;
}

/** How a path answers instead of normally. */
export interface Behavior {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** Never answers. */
  readonly hang?: boolean;
  /** Number of requests; default: all. */
  times?: number;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** The answers of each service to an accepted notification, by the first segment of the path. */
const answers: Readonly<Record<string, () => Answer>> = {
  slack: () => ({ status: 200, type: 'text/plain', body: 'ok' }),
  teams: () => ({ status: 202, type: 'text/plain', body: '' }),
  pagerduty: () =>
    json(202, { status: 'success', message: 'Event processed', dedup_key: randomUUID().replaceAll('-', '') }),
  sns: () => ({
    status: 200,
    type: 'text/xml',
    body: `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishResponse>`,
  }),
  sms: () => json(201, { sid: `SM${randomUUID().replaceAll('-', '')}`, status: 'queued' }),
};

const json = (status: number, value: unknown): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

/** Returns the server of the sinks; it does not listen yet. */
export function sinks(): Server {
  let received: Received[] = [];
  const behaviors = new Map<string, Behavior>();

  function record(request: IncomingMessage, response: ServerResponse, path: string, body: string): void {
    const behavior = take(path);
    const normal = answers[path.split('/', 1)[0] ?? '']?.() ?? json(200, {});
    const status = behavior?.hang ? null : (behavior?.status ?? normal.status);
    const { method = '', headers } = request;
    received.push({ path, method, headers, body, at: Date.now(), status });
    if (status === null) return;
    response
      .writeHead(status, { 'content-type': normal.type, ...behavior?.headers })
      .end(behavior ? (behavior.body ?? '') : normal.body);
  }

  /** Returns the behavior of the path or of the nearest path above it, and counts it. */
  function take(path: string): Behavior | undefined {
    const key = [...behaviors.keys()]
      .filter(each => covers(each, path))
      .sort((a, b) => b.length - a.length)[0];
    const behavior = key === undefined ? undefined : behaviors.get(key);
    if (key !== undefined && behavior?.times !== undefined && --behavior.times <= 0) behaviors.delete(key);
    return behavior;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://sinks');
    const [, what = '', ...rest] = pathname.split('/');
    const path = rest.join('/');
    const send = ({ status, type, body }: Answer) =>
      response.writeHead(status, { 'content-type': type }).end(body);
    const body = await textOf(request);
    const { method } = request;
    if (what === 'hooks') return record(request, response, path, body);
    if (what === 'received' && method === 'GET')
      return void send(
        json(
          200,
          received.filter(each => covers(path, each.path)),
        ),
      );
    if (what === 'received' && method === 'DELETE') {
      received = received.filter(each => !covers(path, each.path));
      return void send(json(200, {}));
    }
    if (what === 'behavior' && method === 'PUT') {
      behaviors.set(path, JSON.parse(body) as Behavior);
      return void send(json(200, {}));
    }
    if (what === 'behavior' && method === 'DELETE') {
      for (const key of [...behaviors.keys()].filter(each => covers(path, each))) behaviors.delete(key);
      return void send(json(200, {}));
    }
    send(json(404, { error: `no ${method} ${pathname}` }));
  }

  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(400);
      response.end(String(error));
    });
  });
}

/** Whether `path` is `above` or below it; everything is below the empty path. */
function covers(above: string, path: string): boolean {
  return above === '' || path === above || path.startsWith(`${above}/`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

if (import.meta.main) {
  const [address, port] = process.argv.slice(2);
  sinks().listen(Number(port), address);
}
