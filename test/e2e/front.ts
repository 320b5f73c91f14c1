import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A proxy before a registry that causes what networks and registries do: refuse for a while, lose connections, hold tags fast. */

export type Mishap =
  /** Answers by itself. */
  | { readonly status: number; readonly after?: string; readonly body?: string }
  /** The connection is lost before the registry hears of it, or after it has done what was asked. */
  | { readonly lost: 'request' | 'answer' }
  /** The connection is lost after so many bytes of what is sent, or of what is received. */
  | { readonly cut: 'request' | 'answer'; readonly bytes: number };

export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** How often the same thing was asked before: uploads of one blob are the same thing, whatever their number. */
  readonly before: number;
}

export interface Front {
  readonly host: string;
  /** What came, with what went wrong with it. */
  readonly log: { readonly asked: Asked; readonly mishap: Mishap | undefined }[];
  /** Decides what goes wrong; default: nothing. */
  mishap: (asked: Asked) => Mishap | undefined | Promise<Mishap | undefined>;
  /** Looks when the registry has done what was asked, before whoever asked learns of it. */
  observe: (asked: Asked) => Promise<void>;
  /** Answers other paths than those of the registry, such as a token service. */
  serve: (request: IncomingMessage, answer: ServerResponse) => boolean;
  stop(): Promise<void>;
}

/** @param upstream host and port of the registry. */
export async function startFront(upstream: string): Promise<Front> {
  const counts = new Map<string, number>();
  const server = createServer((incoming, answer) => {
    incoming.on('error', () => {});
    const { socket } = incoming;
    if (front.serve(incoming, answer)) return;
    const url = new URL(incoming.url ?? '', `http://${upstream}`);
    const method = incoming.method ?? '';
    const digest = url.searchParams.get('digest');
    const key = `${method} ${digest ?? url.pathname}`;
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    const asked = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      before,
    };
    void Promise.resolve(front.mishap(asked)).then(mishap => {
      front.log.push({ asked, mishap });
      if (mishap === undefined) forward({ incoming, answer, asked, socket });
      else if ('status' in mishap) {
        incoming.resume();
        const headers = mishap.after === undefined ? {} : { 'Retry-After': mishap.after };
        answer.writeHead(mishap.status, headers).end(mishap.body ?? '');
      } else if ('lost' in mishap && mishap.lost === 'request') socket.destroy();
      else forward({ incoming, answer, asked, socket, mishap });
    });
  });

  const forward = ({
    incoming,
    answer,
    asked,
    socket,
    mishap,
  }: {
    incoming: IncomingMessage;
    answer: ServerResponse;
    asked: Asked;
    /** A request that has ended knows its own no more. */
    socket: Socket;
    mishap?: Exclude<Mishap, { status: number }>;
  }) => {
    const [host = '', port] = upstream.split(':');
    const outgoing = request({
      ...{ host, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      agent: false,
    });
    outgoing.on('error', () => socket.destroy());
    outgoing.on('response', async received => {
      await front.observe(asked);
      if (mishap !== undefined && 'lost' in mishap) return void socket.destroy();
      answer.writeHead(received.statusCode ?? 502, received.headers);
      const most = mishap !== undefined && mishap.cut === 'answer' ? mishap.bytes : Number.POSITIVE_INFINITY;
      if (!(await pass(received, answer, most))) socket.destroy();
      else answer.end();
    });
    const most =
      mishap !== undefined && 'cut' in mishap && mishap.cut === 'request' ? mishap.bytes : undefined;
    void pass(incoming, outgoing, most ?? Number.POSITIVE_INFINITY).then(whole => {
      if (whole) return void outgoing.end();
      // What the registry has of it is written before it learns of the loss.
      setTimeout(() => outgoing.destroy(), 200);
      socket.destroy();
    });
  };

  const front: Front = {
    host: '',
    log: [],
    mishap: () => undefined,
    observe: async () => {},
    serve: () => false,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(front, { host: `127.0.0.1:${(server.address() as AddressInfo).port}` });
}

/** Passes bytes on, at most so many; false when there were more, or the sender is gone. */
async function pass(from: IncomingMessage, to: NodeJS.WritableStream, most: number): Promise<boolean> {
  let left = most;
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      const some = chunk.subarray(0, left);
      left -= chunk.length;
      to.write(some);
      if (left < 0) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Every third thing that is asked goes well at once, the others fail once or twice: with 429, 500, 503, a lost request, a lost
 * answer, or a connection that is cut in the middle of a blob. Nothing fails more often than that, and no two runs differ.
 */
export function mishaps(): Front['mishap'] {
  const kinds = new Map<string, number>();
  return ({ method, path, query, before }) => {
    const key = `${method} ${query.get('digest') ?? path}`;
    // Uploads are begun under one path: each is another thing.
    const number = kinds.get(key) ?? kinds.size;
    if (!path.endsWith('/uploads/')) kinds.set(key, number);
    const fails = path.endsWith('/uploads/') ? (before % 3 === 1 ? 99 : 0) : number % 3;
    if (before >= fails) return undefined;
    const blob = path.includes('/blobs/');
    const all: Mishap[] = [
      { status: 429, after: '1' },
      { lost: 'request' },
      { status: 500, body: '{"errors":[{"code":"UNKNOWN","message":"try again"}]}' },
      { lost: 'answer' },
      { status: 503, after: '0' },
      ...(blob && method === 'PUT' ? [{ cut: 'request', bytes: 150_000 } as const] : []),
      ...(blob && method === 'GET' ? [{ cut: 'answer', bytes: 150_000 } as const] : []),
    ];
    return all[(number + before * 3) % all.length];
  };
}
