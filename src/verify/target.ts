import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import type { SendCheck } from './checks.ts';
import { type HttpAnswer, type ProbeRequest, probe } from './http.ts';

/** Where the checks send their requests. */
export interface CheckTarget {
  address: string;
  send: SendCheck;
  /**
   * Sends another request, for at most so many ms. Through the API server it must be a GET, and no Authorization header arrives.
   */
  request(request: Pick<ProbeRequest, 'path' | 'headers' | 'post'>, timeoutMs: number): Promise<HttpAnswer>;
}

interface Route {
  spec?: {
    hostnames?: string[];
    parentRefs?: { name: string; namespace?: string; sectionName?: string; port?: number }[];
  };
}

interface Service {
  spec?: { ports?: { name?: string; port: number }[] };
}

interface Gateway {
  spec?: { listeners?: { name: string; port: number; protocol: string; hostname?: string }[] };
  status?: { addresses?: { value: string }[] };
}

/**
 * Finds where users send requests: the address in the status of the route's Gateway, with the route's hostname. With `from: service`,
 * the Service through the API server's proxy, for clusters that this machine cannot reach otherwise. With `url`, that address.
 * @throws UserError when the address cannot be found.
 */
export async function checkTargetOf(cluster: Cluster, environment: Environment): Promise<CheckTarget> {
  const { verify } = environment;
  if (verify?.url !== undefined) return direct(new URL(verify.url), undefined);
  return verify?.from === 'service'
    ? throughApiServer(cluster, environment)
    : throughGateway(cluster, environment);
}

function direct(base: URL, host: string | undefined): CheckTarget {
  const place = { base, ...(host === undefined ? {} : { host }) };
  return {
    address: host === undefined ? base.href : `${base.href} as ${host}`,
    send: (check, timeoutMs) => probe({ ...place, path: check.get, timeoutMs }),
    request: (request, timeoutMs) => probe({ ...place, ...request, timeoutMs }),
  };
}

async function throughGateway(cluster: Cluster, { namespace, route }: Environment): Promise<CheckTarget> {
  const name = route?.name ?? '';
  const object = await cluster.get<Route>(pathOf(resources.httpRoute, namespace, name));
  if (object === undefined)
    throw new UserError(
      `HTTPRoute/${name} does not exist in namespace ${namespace}`,
      'add it to the manifests',
    );
  const parent = object.spec?.parentRefs?.[0];
  if (parent === undefined) throw new UserError(`HTTPRoute/${name} names no Gateway`, 'add parentRefs to it');
  const gateway = await cluster.get<Gateway>(
    pathOf(resources.gateway, parent.namespace ?? namespace, parent.name),
  );
  const address = gateway?.status?.addresses?.[0]?.value;
  const listener = gateway?.spec?.listeners?.find(
    ({ name: section, port }) =>
      (parent.sectionName === undefined || section === parent.sectionName) &&
      (parent.port === undefined || port === parent.port),
  );
  if (address === undefined || listener === undefined) {
    throw new UserError(
      `Gateway/${parent.name} of HTTPRoute/${name} has no ${address === undefined ? 'address in its status' : 'matching listener'}`,
      'set `verify.url` in slipway.yml to the address that users request',
    );
  }
  const scheme = /^(HTTPS|TLS)$/.test(listener.protocol) ? 'https' : 'http';
  const host = object.spec?.hostnames?.[0] ?? listener.hostname;
  const base = new URL(`${scheme}://${address.includes(':') ? `[${address}]` : address}:${listener.port}`);
  return direct(base, host?.replace(/^\*\./, 'slipway.'));
}

/**
 * Sends the checks to a Service through the API server.
 * @throws UserError when the Service is missing or has no port.
 */
export async function throughApiServer(
  cluster: Pick<Cluster, 'fetch' | 'get'>,
  { namespace, service = '' }: Pick<Environment, 'namespace'> & { service?: string | undefined },
): Promise<CheckTarget> {
  const object = await cluster.get<Service>(pathOf(resources.service, namespace, service));
  const ports = object?.spec?.ports ?? [];
  const port = ports.find(({ name }) => name === 'http') ?? ports[0];
  if (port === undefined) {
    throw new UserError(
      `Service/${service} ${object === undefined ? 'does not exist' : 'has no port'} in namespace ${namespace}`,
      'complete it in the manifests',
    );
  }
  // Without the port number, the API server finds no endpoint of a Service with a named port.
  const root = `${pathOf(resources.service, namespace, `${service}:${port.port}`)}/proxy`;
  const request: CheckTarget['request'] = async ({ path, headers = {}, post }, timeoutMs) => {
    if (post !== undefined) return { ok: false, reason: 'cannot be posted through the API server' };
    try {
      const answer = await cluster.fetch(`${root}${path}`, AbortSignal.timeout(timeoutMs), {
        method: 'GET',
        headers,
      });
      return { ok: true, response: { ...answer, url: `${service}${path}` } };
    } catch (error) {
      const reason = `could not be sent through the API server: ${(error as Error).message}`;
      return { ok: false, reason, unsent: true };
    }
  };
  return {
    address: `Service/${service} through the API server`,
    send: (check, timeoutMs) => request({ path: check.get }, timeoutMs),
    request,
  };
}
