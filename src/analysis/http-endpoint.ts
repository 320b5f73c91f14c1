import type { Cluster, ProxiedRequest } from '../cluster/port.ts';
import { readUpTo } from '../toolkit/body.ts';
import { printable } from '../toolkit/printable.ts';

/** A server that slipway.yml names: as a Service behind the API server's proxy, or by an address that the runner reaches. */
export interface EndpointSettings {
  readonly service?: { readonly namespace: string; readonly name: string; readonly port: string };
  readonly url?: string;
  /** Environment variable with a bearer token for `url`, or with the password of `username`. */
  readonly token?: string;
  readonly username?: string;
  /** Further headers of each request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An HTTP response of any status. */
export interface EndpointReply {
  readonly status: number;
  readonly body: string;
  /** The target of a redirect, which is never followed: it could carry the token elsewhere. */
  readonly location?: string;
}

export interface Endpoint {
  /** Its name in sentences. */
  readonly name: string;
  /** The token, which no sentence may contain; empty for none. */
  readonly secret: string;
  /** Why there is no token although there should be. */
  readonly missing: string | undefined;
  /** @param path with its query, such as `/api/v1/query?query=up`. @throws Error when there is no response. */
  send(path: string, signal: AbortSignal, request?: ProxiedRequest): Promise<EndpointReply>;
}

/** Bytes; a larger response means that the request is wrong. */
const largestBody = 64 * 1024 * 1024;

/** Returns the server of these settings. */
export function endpointOf(
  { service, url = '', token, username, headers }: EndpointSettings,
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): Endpoint {
  if (service !== undefined) {
    const { namespace, name, port } = service;
    const proxy = `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy`;
    return {
      ...{ name: `${namespace}/${name}:${port}`, secret: '', missing: undefined },
      send: (path, signal, request = { method: 'GET' }) =>
        cluster.fetch(`${proxy}${path}`, signal, {
          ...request,
          ...(headers === undefined ? {} : { headers }),
        }),
    };
  }
  const base = url.replace(/\/+$/, '');
  const secret = token === undefined ? '' : (env[token] ?? '').trim();
  const login =
    username === undefined
      ? `Bearer ${secret}`
      : `Basic ${Buffer.from(`${username}:${secret}`).toString('base64')}`;
  return {
    ...{ name: URL.parse(base)?.host ?? base, secret },
    missing: token !== undefined && secret === '' ? `${token} is empty` : undefined,
    send: async (path, signal, { method, body }: ProxiedRequest = { method: 'GET' }) => {
      const response = await fetch(`${base}${path}`, {
        ...{ method, signal, redirect: 'manual' },
        headers: {
          ...headers,
          ...(secret === '' ? {} : { authorization: login }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const location = response.headers.get('location');
      const text = await readUpTo(response.body, largestBody, tooLarge);
      return {
        ...{ status: response.status, body: text.toString('utf8') },
        ...(location === null ? {} : { location }),
      };
    },
  };
}

const tooLarge = () => new Error('its response is larger than 64 MiB');

/** Shortens untrusted text to one printable line for a sentence, without a full stop. Pure. */
export function inSentence(text: string): string {
  const line = printable(text.slice(0, 2000)).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > 200 ? `${line.slice(0, 200).toWellFormed()}…` : line.toWellFormed();
}
