import type { IncomingMessage } from 'node:http';
import type { Cluster, ProxiedRequest } from '../cluster/port.ts';
import { readUpTo } from '../toolkit/body.ts';
import { defined } from '../toolkit/map.ts';
import { printable } from '../toolkit/printable.ts';
import { type Login, type LoginSettings, loginOf, type OutgoingRequest } from './login.ts';

/** A server that slipway.yml names: as a Service behind the API server's proxy, or by an address that the runner reaches. */
export interface EndpointSettings extends LoginSettings {
  readonly service?: { readonly namespace: string; readonly name: string; readonly port: string };
  readonly url?: string;
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
  /** The credential for `url`; undefined behind the proxy. */
  readonly login: Login | undefined;
  /** @param path with its query, such as `/api/v1/query?query=up`. @throws Error when there is no response. */
  send(path: string, signal: AbortSignal, request?: ProxiedRequest): Promise<EndpointReply>;
}

/** Bytes; a larger response means that the request is wrong. */
const largestBody = 64 * 1024 * 1024;

/** Returns the server of these settings. */
export function endpointOf(
  { service, url = '', headers = {}, ...settings }: EndpointSettings,
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): Endpoint {
  if (service !== undefined) {
    const { namespace, name, port } = service;
    const proxy = `/api/v1/namespaces/${namespace}/services/${name}:${port}/proxy`;
    return {
      name: `${namespace}/${name}:${port}`,
      login: undefined,
      send: (path, signal, request = { method: 'GET' }) =>
        cluster.fetch(`${proxy}${path}`, signal, {
          ...request,
          ...(Object.keys(headers).length === 0 ? {} : { headers }),
        }),
    };
  }
  const base = url.replace(/\/+$/, '');
  const login = loginOf(settings, env);
  return {
    name: URL.parse(base)?.host ?? base,
    login,
    send: async (path, signal, { method, body }: ProxiedRequest = { method: 'GET' }) => {
      const request = {
        // A signature is over "%20", and "+" is ambiguous.
        method,
        url: `${base}${path.replaceAll('+', '%20')}`,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      const signed = { ...request, headers: await login.sign(request) };
      const tls = login.tls();
      return tls === undefined ? fetched(signed, signal) : requestedOver(tls, signed, signal);
    },
  };
}

/** Redirects are not followed: they could carry the credential elsewhere. */
async function fetched({ url, ...request }: OutgoingRequest, signal: AbortSignal): Promise<EndpointReply> {
  const { status, headers, body } = await fetch(url, { ...request, signal, redirect: 'manual' });
  return replyOf(status, headers.get('location') ?? undefined, body);
}

/** `fetch` accepts neither a CA certificate nor a client certificate. */
async function requestedOver(
  tls: NonNullable<ReturnType<Login['tls']>>,
  { url, method, headers, body }: OutgoingRequest,
  signal: AbortSignal,
): Promise<EndpointReply> {
  const { request } = await import('node:https');
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { ...tls, method, headers, signal }, resolve)
      .once('error', reject)
      .end(body);
  });
  return replyOf(response.statusCode ?? 0, response.headers.location, response);
}

async function replyOf(
  status: number,
  location: string | undefined,
  body: Parameters<typeof readUpTo>[0],
): Promise<EndpointReply> {
  const text = await readUpTo(body, largestBody, () => new Error('its response is larger than 64 MiB'));
  return { status, body: text.toString('utf8'), ...defined({ location }) };
}

/** Shortens untrusted text to one printable line for a sentence, without a full stop. Pure. */
export function inSentence(text: string): string {
  const line = printable(text.slice(0, 2000)).replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > 200 ? `${line.slice(0, 200).toWellFormed()}…` : line.toWellFormed();
}
