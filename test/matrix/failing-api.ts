import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Heartbeats, isWrite, type Outgoing, titleOf } from './writes.ts';

/** How a failing API server answers a write: with an error, by a connection reset, or not at all. */
export const behaviours = ['401', '403', '422', '429', '500', '503', 'reset', 'hang'] as const;
export type Behaviour = (typeof behaviours)[number];

export interface Failure {
  behaviour: Behaviour;
  /** `once`: one write. `while`: it and all within `whileMs` after it. `end`: it and all after it. */
  lasts: 'once' | 'while' | 'end';
  /** Only for `reset` and `hang`: the write is carried out without a response. */
  carriedOut: boolean;
}

/** In milliseconds. Longer than a run of the matrix retries a write, shorter than it retries a release and its rollback. */
export const whileMs = 6_000;

/** A loopback proxy in front of the API server of one run. */
export interface FailingApi {
  /** Its address, such as `http://127.0.0.1:40213`. */
  readonly address: string;
  /** Returns the titles of the writes that have failed. */
  failed(): string[];
  close(): Promise<void>;
}

/**
 * Forwards all requests to an API server, except for writes that fail as `failure` defines.
 * @param first number of the first write that fails, from 1 as in the trace.
 * @param socketPath socket of a `kubectl proxy`.
 */
export async function serveFailing(failure: Failure, first: number, socketPath: string): Promise<FailingApi> {
  const agent = new Agent({ keepAlive: true });
  const failed: string[] = [];
  const fails = failing(failure, first);
  const server = createServer(async (incoming, answer) => {
    const body = await bodyOf(incoming);
    const sent = { method: incoming.method ?? '', path: incoming.url ?? '', body: body.toString() };
    const forward = () => passOn(incoming, body, { socketPath, agent });
    if (!fails(sent)) return void answerWith(answer, forward());
    failed.push(titleOf(sent));
    if (failure.carriedOut) await carriedOut(forward());
    fail(failure.behaviour, incoming, answer);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    failed: () => failed,
    close: async () => {
      server.closeAllConnections();
      agent.destroy();
      await new Promise(done => server.close(done));
    },
  };
}

/** Returns a function that says whether a request fails. Heartbeats are not counted, as in the trace, but can fail. */
export function failing(
  { lasts }: Pick<Failure, 'lasts'>,
  first: number,
  now = () => performance.now(),
): (sent: Outgoing) => boolean {
  const heartbeats = new Heartbeats();
  let writes = 0;
  let since: number | undefined;
  return sent => {
    if (!isWrite(sent)) return false;
    if (!heartbeats.isBeat(sent)) writes += 1;
    if (since === undefined) {
      if (writes < first) return false;
      since = now();
      return true;
    }
    return lasts === 'end' || (lasts === 'while' && now() - since < whileMs);
  };
}

interface Status {
  reason: string;
  message: string;
}

/** Responses of an API server, with messages of webhooks and policies. */
const statuses: Record<Exclude<Behaviour, 'reset' | 'hang'>, Status> = {
  401: { reason: 'Unauthorized', message: 'Unauthorized' },
  403: {
    reason: 'Forbidden',
    message: 'admission webhook "policy.example.com" denied the request: not today',
  },
  422: { reason: 'Invalid', message: 'spec is invalid: spec.example: Invalid value: not today' },
  429: { reason: 'TooManyRequests', message: 'too many requests, please try again later' },
  500: {
    reason: 'InternalError',
    message: 'Internal error occurred: failed calling webhook "policy.example.com": connection refused',
  },
  503: { reason: 'ServiceUnavailable', message: 'the server is currently unable to handle the request' },
};

function fail(behaviour: Behaviour, incoming: IncomingMessage, answer: ServerResponse): void {
  if (behaviour === 'hang') return;
  if (behaviour === 'reset') return void incoming.socket.resetAndDestroy();
  const code = Number(behaviour);
  const body = { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, ...statuses[behaviour] };
  // An API server adds an Audit-Id to each response.
  const headers = { 'content-type': 'application/json', 'audit-id': 'failing' };
  answer.writeHead(code, headers).end(JSON.stringify(body));
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function passOn(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  way: { socketPath: string; agent: Agent },
): ReturnType<typeof request> {
  const outgoing = request({ ...way, method, path: url, headers: { ...headers, host: 'localhost' } });
  outgoing.end(body);
  return outgoing;
}

/** Forwards the response, also of a watch, which responds long before its first event. */
function answerWith(answer: ServerResponse, outgoing: ReturnType<typeof request>): void {
  answer.once('close', () => outgoing.destroy());
  outgoing.once('error', () => answer.destroy());
  outgoing.once('response', response => {
    answer.writeHead(response.statusCode ?? 502, response.headers).flushHeaders();
    response.once('error', () => answer.destroy());
    response.pipe(answer);
  });
}

const carriedOut = (outgoing: ReturnType<typeof request>) =>
  new Promise<void>(fulfil => {
    outgoing.once('error', () => fulfil());
    outgoing.once('response', response => response.resume().once('end', fulfil));
  });
