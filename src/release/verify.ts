import { ClusterError } from '../cluster/errors.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Config, Environment } from '../config/types.ts';
import type { RegistryClient } from '../registry/client.ts';
import { UserError } from '../toolkit/errors.ts';
import { pause } from '../toolkit/retry.ts';
import { type CheckResult, runChecks, type SendCheck } from '../verify/checks.ts';
import { type HttpAnswer, type ProbeRequest, probe } from '../verify/http.ts';
import type { Served } from '../verify/served.ts';
import { recordedEnvironment } from './store/recorded-environment.ts';
import { type Release, ReleaseStore, restorable } from './store/releases.ts';
import {
  acceptable,
  pinnedImages,
  settled,
  type VerifiedWorker,
  verifyWorkers,
  waitUntilServed,
} from './store/served-digests.ts';
import { isComplete, progressText } from './workloads/controllers.ts';
import { pathTo, titleOf, type Workload } from './workloads/kinds.ts';
import type { ReleaseNumber } from './workloads/naming.ts';
import { releaseOf, workersOf } from './workloads/workers.ts';

export interface VerifyRequest {
  config: Config;
  environmentName: string;
  environment: Environment;
  /** Default: the live release. */
  release: ReleaseNumber | undefined;
  /** Resolves the digests of an index's platforms; without it, only the recorded digest proves an image. */
  registry?: RegistryClient;
  report: (line: string) => void;
}

export interface Verification {
  /** `unproved`: nothing failed, but no record or digest says which images it should run. */
  verdict: 'pass' | 'fail' | 'unproved';
  release: ReleaseNumber;
  /** Container → digest that every live pod was shown to run. */
  digests: Record<string, string>;
  /** The images of the release that the workload and its workers name; other images were not verified. */
  shown: string[];
  served: Served;
  workers: VerifiedWorker[];
  checks: CheckResult[];
  /** Where the requests went. */
  address: string;
  reasons: string[];
}

/**
 * Verifies that the live pods run what was built, and that it works: digests from the pods' own status, endpoints of the Service,
 * zones, and the checks of slipway.yml. Marks a release that passes as verified, except an adopted one with tags: they may point to
 * another image tomorrow.
 * @throws UserError when Slipway has not released this application here.
 */
export async function verify(cluster: Cluster, request: VerifyRequest): Promise<Verification> {
  const { config, environment, report } = request;
  const records = new ReleaseStore(cluster, environment.namespace, config.app, report);
  const live = await settled(cluster, pathTo(environment.namespace, environment.workload));
  const serving = releaseOf(live) as ReleaseNumber | undefined;
  if (live === undefined || serving === undefined) {
    throw new UserError(
      `${titleOf(environment.workload)} in namespace ${environment.namespace} was not released by Slipway`,
      'deploy a release first',
    );
  }
  const wanted = request.release ?? serving;
  const release = (await records.list()).find(({ record }) => record.release === serving);
  const pinned = pinnedImages(live, release?.record);
  const { workers: listed } = recordedEnvironment(release?.record, request.environmentName, environment);
  const [served, workers, entrance] = await Promise.all([
    waitUntilServed(cluster, environment, live, await acceptable(pinned.images, request.registry, report)),
    verifyWorkers(cluster, environment, workersOf({ workers: listed }), release?.record, request),
    environment.verify === undefined ? undefined : checkTargetOf(cluster, environment),
  ]);
  const checks =
    entrance === undefined
      ? []
      : await runChecks(environment.verify?.checks ?? [], entrance.send, {
          now: () => performance.now(),
          sleep: pause,
        });
  const reasons = [
    ...(wanted === serving ? [] : [`release ${wanted} was requested, but release ${serving} is live`]),
    ...(release === undefined ? [`there is no record of release ${serving}`] : pinned.problems),
    ...(isComplete(live) ? [] : [`release ${serving} is not fully rolled out: ${progressText(live)}`]),
    ...served.reasons,
    ...workers.reasons,
    ...checks.filter(check => !check.ok).map(({ check, reason }) => `GET ${check.get} ${reason}`),
    ...(await unchanged(cluster, environment, live)),
  ];
  const unproved = reasons.length === 0 && Object.keys(pinned.images).length === 0;
  if (reasons.length === 0 && release !== undefined && !unproved)
    reasons.push(...(await markVerified(cluster, records, release, live)));
  const verdict = reasons.length > 0 ? 'fail' : unproved ? 'unproved' : 'pass';
  if (unproved) {
    reasons.push(
      `release ${serving} was adopted and its images are not pinned by digest: it is not marked as verified`,
    );
  }
  report(`release ${wanted}: ${words[verdict]}`);
  const address = entrance?.address ?? 'no checks configured';
  return {
    verdict,
    release: wanted,
    digests: pinned.images,
    shown: [...new Set([...pinned.named, ...workers.named])],
    served,
    workers: workers.workers,
    checks,
    address,
    reasons,
  };
}

const words: Record<Verification['verdict'], string> = {
  pass: 'verification passed',
  fail: 'verification failed',
  unproved: 'it is live, but cannot be verified',
};

/** Answers prove nothing if the workload changed meanwhile. */
async function unchanged(cluster: Cluster, environment: Environment, before: Workload): Promise<string[]> {
  const after = await cluster.get<Workload>(pathTo(environment.namespace, environment.workload));
  const same =
    after?.metadata?.uid === before.metadata?.uid &&
    JSON.stringify(after?.spec?.template) === JSON.stringify(before.spec?.template) &&
    releaseOf(after) === releaseOf(before);
  return same ? [] : ['the workload was changed while it was being verified'];
}

/** Uses compare-and-swap, so that the outcome of a concurrent rollback is not overwritten. */
async function markVerified(
  cluster: Cluster,
  records: ReleaseStore,
  release: Release,
  live: Workload,
): Promise<string[]> {
  const { record, outcome, outcomeVersion } = release;
  if (outcome?.state === 'verified') return [];
  const template = outcome?.template ?? live.spec?.template;
  try {
    await records.amend(
      {
        schema: 1,
        release: record.release,
        state: 'verified',
        // The soak of a promotion begins at this time, so a runner's clock must not shorten it.
        at: new Date(cluster.now()).toISOString(),
        ...(outcome?.token === undefined ? {} : { token: outcome.token }),
        ...(template === undefined ? {} : { template }),
        ...restorable(outcome),
      },
      outcomeVersion,
    );
    return [];
  } catch (error) {
    if (!(error instanceof ClusterError && error.isConflict)) throw error;
    return [`the outcome of release ${record.release} was changed while it was being verified`];
  }
}

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

async function throughApiServer(
  cluster: Cluster,
  { namespace, service = '' }: Environment,
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
      return { ok: false, reason: `could not be sent through the API server: ${(error as Error).message}` };
    }
  };
  return {
    address: `Service/${service} through the API server`,
    send: (check, timeoutMs) => request({ path: check.get }, timeoutMs),
    request,
  };
}
