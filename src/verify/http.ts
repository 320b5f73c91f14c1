import type * as http from 'node:http';
import type * as https from 'node:https';
import { readUpTo } from '../toolkit/body.ts';
import type { Response } from './assertions.ts';

export interface ProbeRequest {
  /** Where to connect to; its path is put before `path`. */
  readonly base: URL;
  /** Host header, and the name that a TLS certificate must carry, when it is not the host of `base`. */
  readonly host?: string;
  /** Path and query, starting with "/". */
  readonly path: string;
  /** Default: GET. */
  readonly method?: string;
  /** The body; its type is in `headers`. */
  readonly body?: string;
  /** CA certificates to trust, as PEM. Default: those of Node.js. */
  readonly ca?: string;
  /** Bytes that the body may have; default: 1 MiB. */
  readonly limit?: number;
  /** About how many bytes of it are kept, as the rest is only counted. Default: all. */
  readonly keep?: number;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds for the whole exchange, body included. */
  readonly timeoutMs: number;
}

export type HttpAnswer =
  | { readonly ok: true; readonly response: Response }
  /**
   * `unsent`: the request could not reach the application, so it says nothing about it. `expired`: no request can, because its certificate
   * is not valid at this time. `timedOut`: there was no answer in the time that the request had.
   */
  | {
      readonly ok: false;
      readonly reason: string;
      readonly unsent?: true;
      readonly expired?: true;
      readonly timedOut?: true;
    };

/** Largest body that is read, in bytes. */
export const largestBody = 1024 * 1024;

/**
 * Sends one request on a new connection, because a kept-alive connection would not follow a changed route. Does not follow redirects.
 * Never throws: a failure is a reason.
 */
export async function probe(request: ProbeRequest): Promise<HttpAnswer> {
  const { base, host, path, timeoutMs, limit = largestBody, keep = limit } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const message = await send(request, signal);
    let bytes = 0;
    const start = async function* () {
      for await (const chunk of message as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > limit) throw new BodyTooLarge(limit);
        if (bytes - chunk.length < keep) yield chunk;
      }
    };
    const body = await readUpTo(start(), limit, () => new BodyTooLarge(limit));
    const headers = Object.entries(message.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
    const url = `${base.protocol}//${host ?? base.host}${joined(base, path)}`;
    return {
      ok: true,
      response: {
        status: message.statusCode ?? 0,
        headers: Object.fromEntries(headers),
        cookies: message.headers['set-cookie'] ?? [],
        body: body.toString('utf8'),
        bytes,
        url,
      },
    };
  } catch (error) {
    if (signal.aborted) return { ok: false, reason: `did not answer within ${timeoutMs} ms`, timedOut: true };
    if (!(error instanceof Error)) throw error;
    return answerOf(error, base);
  }
}

/** Returns what an error of a request says about the application. Pure. */
export function answerOf(error: Error, base: URL): HttpAnswer {
  const reason = failure(error, base);
  const code = 'code' in error ? String(error.code) : '';
  // Neither the time of a certificate nor DNS is the fault of a version.
  if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code))
    return { ok: false, reason, unsent: true, expired: true };
  return { ok: false, reason, ...(/^(EAI_AGAIN|ENOTFOUND)$/.test(code) ? { unsent: true } : {}) };
}

async function send(
  { base, host, path, method = 'GET', body, headers, ca }: ProbeRequest,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const secure = base.protocol === 'https:';
  // Loaded with the first request: either takes as long to load as Node itself, and an action may end before it.
  const { request } = await (secure ? import('node:https') : import('node:http'));
  const name = withoutPort(host ?? base.host);
  const options: https.RequestOptions = {
    hostname: withoutBrackets(base.hostname),
    port: base.port === '' ? (secure ? 443 : 80) : base.port,
    path: joined(base, path),
    method,
    agent: false,
    signal,
    headers: {
      host: host ?? base.host,
      accept: '*/*',
      'accept-encoding': 'identity',
      'user-agent': 'slipway-verify',
      ...headers,
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    },
    ...(secure && ca !== undefined ? { ca } : {}),
    ...(secure && !isAddress(name) ? { servername: name } : {}),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(options);
    outgoing.once('response', resolve);
    // Stays for the life of the socket: an abort while the body is read emits an error here again.
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

class BodyTooLarge extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super();
    this.limit = limit;
  }
}

function failure(error: Error, base: URL): string {
  if (error instanceof BodyTooLarge)
    return `answered with a body larger than ${error.limit / largestBody} MiB`;
  const code = 'code' in error ? String(error.code) : '';
  const where = base.host;
  switch (code) {
    case 'ECONNREFUSED':
      return `could not be sent: ${where} refused the connection`;
    case 'ECONNRESET':
    case 'EPIPE':
      return `got an incomplete answer: ${where} closed the connection`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `could not be sent: the name ${base.hostname} cannot be resolved`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return `could not be sent: ${where} cannot be reached`;
    case 'EPROTO':
      // OpenSSL's message here is a memory address and a source line.
      return `could not be sent: ${where} does not speak TLS`;
    default:
      if (code.startsWith('HPE_'))
        return `got an answer that is not valid HTTP: ${error.message.replace(/^Parse Error: /, '')}`;
      return /CERT|SSL|TLS|SELF_SIGNED|ALTNAME/.test(code)
        ? `could not be sent: TLS with ${where} failed (${error.message})`
        : `could not be sent: ${error.message}`;
  }
}

function joined(base: URL, path: string): string {
  return `${base.pathname.replace(/\/$/, '')}${path}`;
}

/** Returns a host without the brackets of an IPv6 address, as sockets and certificates have it. Pure. */
export const withoutBrackets = (host: string): string => host.replace(/^\[|\]$/g, '');

/** Returns a host without its port. Pure. */
export const withoutPort = (host: string): string => host.replace(/:\d+$/, '');

function isAddress(name: string): boolean {
  return /^[\d.]+$/.test(name) || name.startsWith('[');
}
