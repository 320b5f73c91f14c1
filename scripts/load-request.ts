/** Sends one request of a load and classifies the response. */
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import type { LoadRecord } from './load-report.ts';

const maxBodyBytes = 1_000_000;

/** Where the requests go; all values are validated. */
export type Target = {
  readonly hostname: string;
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly timeoutMs: number;
  readonly keepAlive: boolean;
  readonly type: string;
};

type Outcome = Omit<LoadRecord, 'at' | 'ms'>;
type Reply = { readonly response: IncomingMessage; readonly body: string };

/** Sends one request with at most one retry; never rejects. `due` is in the time of `performance.now()`. */
export async function exchange(target: Target, agent: Agent, due: number): Promise<Outcome> {
  const signal = AbortSignal.timeout(Math.max(1, Math.round(due + target.timeoutMs - performance.now())));
  let retried = false;
  try {
    const reply = await get(target, agent, signal).catch(error => {
      if (!(error instanceof StaleConnection)) throw error;
      retried = true;
      return get(target, new Agent({ keepAlive: false }), signal);
    });
    return { ...classify(reply, target.type), retried };
  } catch (error) {
    return { outcome: 'failed', error: signal.aborted ? 'timeout' : errorCode(error), retried };
  }
}

/** The server closed an idle pooled connection before it received this request. */
class StaleConnection extends Error {}

function get(target: Target, agent: Agent, signal: AbortSignal): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port, path, host } = target;
    const outgoing = request({ hostname, port, path, headers: { host }, agent, signal });
    let socket: Socket | undefined;
    let bytesBefore = 0;
    outgoing.on('socket', assigned => {
      socket = assigned;
      bytesBefore = assigned.bytesRead;
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // EPIPE is the same event, detected by a write instead of a read.
      const reset = error.code === 'ECONNRESET' || error.code === 'EPIPE';
      const untouched = socket !== undefined && socket.bytesRead === bytesBefore;
      reject(reset && untouched && outgoing.reusedSocket ? new StaleConnection('', { cause: error }) : error);
    });
    outgoing.on('response', response => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxBodyBytes) outgoing.destroy(new Error('body too large'));
        else chunks.push(chunk);
      });
      response.on('error', reject); // the response was truncated
      response.on('end', () => resolve({ response, body: Buffer.concat(chunks).toString('utf8') }));
    });
    outgoing.end();
  });
}

function classify({ response, body }: Reply, type: string): Omit<Outcome, 'retried'> {
  const status = response.statusCode ?? 0;
  const version = header(response, 'x-shop-version');
  const pod = header(response, 'x-shop-pod');
  const facts = {
    status,
    ...(version === undefined ? {} : { version }),
    ...(pod === undefined ? {} : { pod }),
  };
  if (status >= 500 && header(response, 'x-injected') === '1') return { outcome: 'injected', ...facts };
  const error = faultOf(status, version, header(response, 'content-type') ?? 'none', body, type);
  return error === undefined ? { outcome: 'ok', ...facts } : { outcome: 'failed', error, ...facts };
}

/** Returns why a response is wrong; undefined when it is correct. */
function faultOf(
  status: number,
  version: string | undefined,
  contentType: string,
  body: string,
  type: string,
): string | undefined {
  if (status < 200 || status > 299) return `status ${status}`;
  if (version === undefined) return 'no x-shop-version';
  if (!contentType.startsWith(type)) return `type ${contentType}`;
  if (type === 'application/json' && !isJson(body)) return 'not JSON';
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function header(response: IncomingMessage, name: string): string | undefined {
  const value = response.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function errorCode(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
