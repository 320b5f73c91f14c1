import { MissingPermission } from '../cluster/errors.ts';
import type { Service } from '../cluster/objects.ts';
import type { Answer, Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { isForAbsent } from '../cluster/retry.ts';
import type { Environment, Verify } from '../config/types.ts';
import { variableIn } from '../toolkit/environment.ts';
import { UserError, userErrorOf } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { excerpt } from './assertions.ts';
import type { SendCheck } from './checks.ts';
import { type HttpAnswer, type ProbeRequest, probe } from './http.ts';

/** Where the checks send their requests. */
export interface CheckTarget {
  address: string;
  /** Sends the request of a check as it is, without an identity. */
  send: SendCheck;
  /**
   * Sends another request, for at most this many ms. Through the API server it must be a GET, and no Authorization header arrives.
   */
  request(
    request: Pick<ProbeRequest, 'path' | 'headers' | 'method' | 'body' | 'limit' | 'keep'>,
    timeoutMs: number,
  ): Promise<HttpAnswer>;
  /** Where it connects to; undefined through the API server. */
  place?: CheckPlace;
}

/** An address, and the host that is requested there if it is another one. */
export interface CheckPlace {
  readonly base: URL;
  readonly host?: string;
  /** PEM of CA certificates. */
  readonly ca?: string;
}

interface Route {
  spec?: {
    hostnames?: string[];
    parentRefs?: { kind?: string; name: string; namespace?: string; sectionName?: string; port?: number }[];
  };
}

interface Gateway {
  spec?: { listeners?: { name: string; port: number; protocol: string; hostname?: string }[] };
  status?: { addresses?: { value: string }[] };
}

/**
 * Finds where users send requests: the first address in the status of the route's Gateway, with the route's hostname. With `from: service`,
 * the Service through the API server's proxy, for clusters that this machine cannot reach otherwise. With `url`, that address.
 * @throws UserError when the address cannot be found.
 */
export async function checkTargetOf(cluster: Cluster, environment: Environment): Promise<CheckTarget> {
  const { verify } = environment;
  if (verify?.from === 'service' && verify.url === undefined) return throughApiServer(cluster, environment);
  const [place] = await placesOf(cluster, environment);
  return direct(place);
}

/**
 * Returns the addresses at which users reach the application: `url`, or all in the status of the route's Gateway.
 * @throws UserError when there is none.
 */
export async function placesOf(
  cluster: Pick<Cluster, 'get'>,
  environment: Environment,
): Promise<[CheckPlace, ...CheckPlace[]]> {
  const { url } = environment.verify ?? {};
  return url === undefined ? ofGateway(cluster, environment) : [{ base: new URL(url) }];
}

/**
 * Returns why the live route leads to no address, because then no release can be verified. Nothing about a route that a first release
 * creates, and about permissions.
 */
export async function addressProblem(
  cluster: Pick<Cluster, 'get'>,
  environment: Pick<Environment, 'namespace' | 'route' | 'verify'>,
): Promise<UserError | undefined> {
  const { namespace, route, verify } = environment;
  if (route === undefined || verify?.from !== 'gateway' || verify.url !== undefined) return undefined;
  const found = await userErrorOf(async () => {
    const live = await cluster.get(pathOf(resources.httpRoute, namespace, route.name));
    return live && ofGateway(cluster, environment);
  });
  return found instanceof UserError && !(found instanceof MissingPermission) ? found : undefined;
}

/** CA certificates are not secret, so a rollback has them, too, if the environment does. Otherwise those of Node.js count. */
export function withCa(
  place: CheckPlace,
  { ca }: Pick<Verify, 'ca'>,
  env: NodeJS.ProcessEnv | undefined,
): CheckPlace {
  const pem = ca === undefined ? '' : variableIn(ca, env ?? process.env);
  return pem === '' ? place : { ...place, ca: pem };
}

/** Sends requests to an address. */
export function direct(place: CheckPlace): CheckTarget {
  const { base, host } = place;
  const request: CheckTarget['request'] = (each, timeoutMs) => probe({ ...place, ...each, timeoutMs });
  return {
    address: host === undefined ? base.href : `${base.href} as ${host}`,
    send: sendBy(request),
    request,
    place,
  };
}

const sendBy =
  (request: CheckTarget['request']): SendCheck =>
  ({ get: path, method = 'GET' }, timeoutMs) =>
    request({ path, method }, timeoutMs);

/** Returns a place with another host or IP address and the same name; the port changes only if the address has one. */
export function atAddress({ base, host, ...rest }: CheckPlace, address: string): CheckPlace {
  const at = new URL(base);
  // A URL drops the usual port of its scheme, and keeps an old port unless it is told otherwise.
  at.host = address.split(':').length > 2 && !address.startsWith('[') ? `[${address}]` : address;
  return { ...rest, base: at, host: host ?? base.host };
}

async function ofGateway(
  cluster: Pick<Cluster, 'get'>,
  { namespace, route }: Pick<Environment, 'namespace' | 'route'>,
): Promise<[CheckPlace, ...CheckPlace[]]> {
  const name = route?.name ?? '';
  const object = await cluster.get<Route>(pathOf(resources.httpRoute, namespace, name));
  if (object === undefined)
    throw new UserError(
      `HTTPRoute/${name} does not exist in namespace ${namespace}`,
      'add it to the manifests',
    );
  const remedy = 'set `verify.url` in slipway.yml to the address that users request';
  const parent = object.spec?.parentRefs?.find(({ kind = 'Gateway' }) => kind === 'Gateway');
  if (parent === undefined)
    throw new UserError(`HTTPRoute/${name} names no Gateway in its parentRefs`, `add one, or ${remedy}`);
  const gateway = await cluster.get<Gateway>(
    pathOf(resources.gateway, parent.namespace ?? namespace, parent.name),
  );
  const [first, ...more] = gateway?.status?.addresses?.map(({ value }) => value) ?? [];
  const wanted = object.spec?.hostnames?.[0];
  const listeners = (gateway?.spec?.listeners ?? []).filter(
    ({ name: section, port, hostname }) =>
      (parent.sectionName === undefined || section === parent.sectionName) &&
      (parent.port === undefined || port === parent.port) &&
      serves(hostname, wanted),
  );
  // Most Gateways list plain HTTP first, which only redirects.
  const listener = listeners.find(isSecure) ?? listeners[0];
  const problem = (what: string) =>
    new UserError(`Gateway/${parent.name} of HTTPRoute/${name} has ${what}`, remedy);
  if (first === undefined) throw problem('no address in its status');
  if (listener === undefined) throw problem('no matching listener');
  const scheme = isSecure(listener) ? 'https' : 'http';
  const host = (wanted ?? listener.hostname)?.replace(/^\*\./, 'slipway.');
  const at = (address: string): CheckPlace => {
    const text = `${scheme}://${address.includes(':') ? `[${address}]` : address}:${listener.port}`;
    const base = URL.parse(text);
    if (base === null || base.pathname !== '/' || base.username !== '')
      throw problem('an invalid address in its status');
    return { base, ...(host === undefined ? {} : { host }) };
  };
  return [at(first), ...more.map(at)];
}

const isSecure = ({ protocol }: { protocol: string }) => /^(HTTPS|TLS)$/.test(protocol);

/** Whether a listener with that name gets requests of a host; either may begin with `*.`. */
function serves(listening: string | undefined, host: string | undefined): boolean {
  if (listening === undefined || host === undefined || listening === host) return true;
  const below = (wide: string, name: string) => wide.startsWith('*.') && name.endsWith(wide.slice(1));
  return below(listening, host) || below(host, listening);
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
  const port = portOf(object?.spec?.ports ?? []);
  if (port === undefined) {
    throw new UserError(
      `Service/${service} ${object === undefined ? 'does not exist' : 'has no port'} in namespace ${namespace}`,
      'add the Service and its port to the manifests',
    );
  }
  // Without the port number, the API server finds no endpoint of a Service with a named port.
  const rootOf = (protocol: string) =>
    `${pathOf(resources.service, namespace, `${protocol}${service}:${port.port}`)}/proxy`;
  let root = rootOf(usesTls(port) ? 'https:' : '');
  const request: CheckTarget['request'] = async ({ path, headers: own, method = 'GET' }, timeoutMs) => {
    if (method !== 'GET')
      return { ok: false, reason: 'cannot be sent: through the API server, Slipway sends only GET' };
    const signal = AbortSignal.timeout(timeoutMs);
    const headers = { accept: '*/*', ...own };
    try {
      const ask = () => cluster.fetch(`${root}${path}`, signal, { method, headers });
      let answer = await ask();
      if (speaksNoTls.test(proxyProblem(answer) ?? '')) {
        root = rootOf('');
        answer = await ask();
      }
      if (isForAbsent(answer)) return unsent(excerpt(answer.body));
      const why = proxyProblem(answer);
      if (why !== undefined) return { ok: false, reason: `got no answer from a pod: ${why}` };
      const response = { ...answer, headers: headersAsSent(answer.headers, root), url: `${service}${path}` };
      return { ok: true, response };
    } catch (error) {
      const { message } = error as Error;
      const timedOut = signal.aborted ? { timedOut: true as const } : undefined;
      // The API server waits for the application without a limit, so only its own answer shows which of them is silent.
      if (!(await answersItself(cluster))) return { ...unsent(message), ...timedOut };
      const reason = timedOut
        ? `did not answer within ${timeoutMs} ms`
        : `got an incomplete answer through the API server: ${message}`;
      return { ok: false, reason, ...timedOut };
    }
  };
  return {
    address: `Service/${service}, port ${port.port}, through the API server`,
    send: sendBy(request),
    request,
  };
}

type ServicePort = NonNullable<NonNullable<Service['spec']>['ports']>[number];

/** The port that serves HTTP, as far as its name says: not one for other purposes, unless there is no other. */
const portOf = (ports: readonly ServicePort[]): ServicePort | undefined => {
  const main = ports.filter(
    ({ name = '' }) => !/metrics|monitor|prom|admin|manage|health|debug|grpc/.test(name),
  );
  return (
    ports.find(({ name }) => name === 'http') ??
    main.find(({ appProtocol }) => appProtocol === 'http') ??
    main[0] ??
    ports[0]
  );
};

/** What the API server says of a port behind a load balancer that ends TLS. */
const speaksNoTls = /server gave HTTP response to HTTPS client|does not look like a TLS handshake/;

/** A load balancer may end TLS at a port named `https`, so the name of the pod's port counts first. */
function usesTls({ name, port, targetPort, appProtocol }: ServicePort): boolean {
  const protocol = [appProtocol, targetPort, name].find(each => each === 'http' || each === 'https');
  return protocol === undefined ? port === 443 : protocol === 'https';
}

/** Why the API server got no answer from a pod, which it says by an answer of its own. */
function proxyProblem({ status, body }: Answer): string | undefined {
  if (status !== 503) return undefined;
  const { kind, message } = jsonMap(body) ?? {};
  const isOwn = /^(error trying to reach service|no endpoints available for service)/.test(String(message));
  return kind === 'Status' && isOwn ? excerpt(String(message)) : undefined;
}

/** The API server puts its own value before that of Cache-Control, and its path before that of a redirect. */
const headersAsSent = (headers: Answer['headers'], root: string): Answer['headers'] =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      if (name === 'location' && value.startsWith(`${root}/`)) return [[name, value.slice(root.length)]];
      if (name !== 'cache-control') return [[name, value]];
      const sent = value.replace(/^no-cache, private(, |$)/, '');
      return sent === '' ? [] : [[name, sent]];
    }),
  );

const unsent = (why: string) =>
  ({ ok: false, reason: `could not be sent through the API server: ${why}`, unsent: true }) as const;

/** Milliseconds for the API server's own answer, which needs no pod. */
const ownAnswer = 5_000;

const answersItself = (cluster: Pick<Cluster, 'fetch'>): Promise<boolean> =>
  cluster.fetch('/version', AbortSignal.timeout(ownAnswer)).then(
    // Also a 403: it proves that the API server answers.
    answer => answer.status < 500 && !isForAbsent(answer),
    () => false,
  );
