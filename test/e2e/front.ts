import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A proxy before a registry that injects faults: refused requests, lost connections, immutable tags. */

export type Fault =
  /** The proxy answers. */
  | { readonly status: number; readonly after?: string; readonly body?: string }
  /** The connection is lost before the registry gets the request, or after it has carried it out. */
  | { readonly lost: 'request' | 'answer' }
  /** The connection is lost after so many bytes of the request or of the response. */
  | { readonly cut: 'request' | 'answer'; readonly bytes: number };

export interface Asked {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** How many equal requests came before; uploads of one blob are equal, whatever their upload ID. */
  readonly before: number;
}

export interface Front {
  readonly host: string;
  /** All requests, each with its fault. */
  readonly log: { readonly asked: Asked; readonly fault: Fault | undefined }[];
  /** Chooses the fault of a request; default: none. */
  fault: (asked: Asked) => Fault | undefined | Promise<Fault | undefined>;
  /** Called when the registry has carried out a request, before the client gets the response. */
  observe: (asked: Asked) => Promise<void>;
  /** Answers other paths than those of the registry, such as a token service. */
  serve: (request: IncomingMessage, answer: ServerResponse) => boolean;
  stop(): Promise<void>;
}

/** Starts the proxy. @param upstream host and port of the registry. */
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
    void Promise.resolve(front.fault(asked)).then(fault => {
      front.log.push({ asked, fault });
      if (fault === undefined) forward({ incoming, answer, asked, socket });
      else if ('status' in fault) {
        incoming.resume();
        const headers = fault.after === undefined ? {} : { 'Retry-After': fault.after };
        answer.writeHead(fault.status, headers).end(fault.body ?? '');
      } else if ('lost' in fault && fault.lost === 'request') socket.destroy();
      else forward({ incoming, answer, asked, socket, fault });
    });
  });

  const forward = ({
    incoming,
    answer,
    asked,
    socket,
    fault,
  }: {
    incoming: IncomingMessage;
    answer: ServerResponse;
    asked: Asked;
    /** Given separately, because a request that has ended has no socket any more. */
    socket: Socket;
    fault?: Exclude<Fault, { status: number }>;
  }) => {
    const [host = '', port] = upstream.split(':');
    const outgoing = request({
      ...{ host, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      agent: false,
    });
    outgoing.on('error', () => socket.destroy());
    outgoing.on('response', async received => {
      await front.observe(asked);
      if (fault !== undefined && 'lost' in fault) return void socket.destroy();
      answer.writeHead(received.statusCode ?? 502, received.headers);
      const most = fault !== undefined && fault.cut === 'answer' ? fault.bytes : Number.POSITIVE_INFINITY;
      if (!(await pass(received, answer, most))) socket.destroy();
      else answer.end();
    });
    const most = fault !== undefined && 'cut' in fault && fault.cut === 'request' ? fault.bytes : undefined;
    void pass(incoming, outgoing, most ?? Number.POSITIVE_INFINITY).then(whole => {
      if (whole) return void outgoing.end();
      // The registry writes the received bytes before it sees the loss.
      setTimeout(() => outgoing.destroy(), 200);
      socket.destroy();
    });
  };

  const front: Front = {
    host: '',
    log: [],
    fault: () => undefined,
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

/** Forwards at most so many bytes. @returns false when there were more, or the sender is gone. */
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
 * Returns faults for which every third kind of request succeeds at once, and the others fail once or twice: with 429, 500, 503, a lost
 * request, a lost response, or a connection that breaks within a blob. The faults are the same in every run.
 */
export function recurringFaults(): Front['fault'] {
  const kinds = new Map<string, number>();
  return ({ method, path, query, before }) => {
    const key = `${method} ${query.get('digest') ?? path}`;
    // All uploads start at one path, so each counts as another kind.
    const number = kinds.get(key) ?? kinds.size;
    if (!path.endsWith('/uploads/')) kinds.set(key, number);
    const fails = path.endsWith('/uploads/') ? (before % 3 === 1 ? 99 : 0) : number % 3;
    if (before >= fails) return undefined;
    const blob = path.includes('/blobs/');
    const all: Fault[] = [
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
