import { randomBytes } from 'node:crypto';
import { selects } from '../cluster/labels.ts';
import type { Job, Pod, Service } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { UserError } from '../toolkit/errors.ts';
import { type CheckFinding, type CheckResult, type Clock, resultOf } from './checks.ts';
import {
  causeOf,
  type Dependencies,
  type EdgeFinding,
  findingsIn,
  probeJob,
  targetOf,
} from './dependency-pod.ts';

/** Asks the dependencies of an application from inside of the cluster. */

export interface ProbeOwner {
  readonly app: string;
  readonly namespace: string;
  /** Labels that show whose the Job is. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Milliseconds for which a container may be unable to start. */
const startGrace = 10_000;
const poll = 500;

/**
 * Runs the Job, waits until each container has ended, and deletes it.
 * @throws UserError when a Service would send requests to its pod.
 */
export async function askDependencies(
  cluster: Pick<Cluster, 'create' | 'list' | 'remove'>,
  dependencies: Dependencies,
  owner: ProbeOwner,
  clock: Clock,
): Promise<CheckResult[]> {
  const { app, namespace } = owner;
  const start = clock.now();
  const name = `slipway-${app}`.slice(0, 50).replace(/-$/, '');
  const job = probeJob(dependencies, { ...owner, name: `${name}-probe-${randomBytes(3).toString('hex')}` });
  await requireUnselected(cluster, namespace, job);
  const created = await cluster.create<Job>(pathOf(resources.job, namespace), job);
  const path = pathOf(resources.job, namespace, created.metadata?.name ?? job.metadata?.name);
  try {
    const found = await findings(cluster, created.metadata?.uid ?? '', dependencies, namespace, clock);
    return resultsOf(dependencies, found, app, clock.now() - start);
  } finally {
    await cluster.remove(path, created.metadata?.uid);
  }
}

async function findings(
  cluster: Pick<Cluster, 'list'>,
  uid: string,
  { edges, timeout }: Dependencies,
  namespace: string,
  clock: Clock,
): Promise<Map<string, EdgeFinding>> {
  const start = clock.now();
  const names = Object.keys(edges);
  let stuckSince: number | undefined;
  let found = new Map<string, EdgeFinding>();
  for (;;) {
    const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace), {
      labelSelector: `batch.kubernetes.io/controller-uid=${uid}`,
    });
    // Everyone who may create pods can give one this label.
    const pod = items.find(({ metadata }) => metadata?.ownerReferences?.some(each => each.uid === uid));
    // Kubernetes deletes the pod when the time of its Job is over; what ended before then counts.
    if (pod !== undefined) found = findingsIn(pod);
    const now = clock.now();
    const settled = names.every(name => found.has(name));
    const stuck = [...found.values()].some(({ state }) => state === 'unknown');
    stuckSince = stuck ? (stuckSince ?? now) : undefined;
    const over = now - start > timeout + startGrace;
    // A pull that fails may succeed at the next attempt.
    const ended = pod?.status?.phase === 'Succeeded' || pod?.status?.phase === 'Failed';
    if (over && pod === undefined && found.size === 0) {
      const why = `no pod of its Job was created within ${timeout / 1000} s, such as because of a quota`;
      return new Map(names.map(each => [each, { state: 'unknown', why }]));
    }
    if (over || (settled && (ended || !stuck || now - (stuckSince ?? now) > startGrace))) return found;
    await clock.sleep(poll);
  }
}

/** Returns a result for each dependency, those that failed by themselves first. Pure. */
export function resultsOf(
  { edges, timeout }: Pick<Dependencies, 'edges' | 'timeout'>,
  found: ReadonlyMap<string, EdgeFinding>,
  app: string,
  ms: number,
): CheckResult[] {
  const failed = new Set(Object.keys(edges).filter(name => found.get(name)?.state !== 'ok'));
  const results = Object.entries(edges).map(([name, edge]): CheckResult => {
    const { state, why = '' } = found.get(name) ?? {
      state: 'unknown',
      why: `its container did not end within ${timeout / 1000} s`,
    };
    const cause = failed.has(name) ? causeOf(name, edges, failed) : undefined;
    const problem = state === 'unknown' ? `could not be checked: ${why}` : `cannot be used: ${why}`;
    const reason = cause === undefined ? problem : `${problem}; it needs ${cause}, which also failed`;
    const finding: CheckFinding = state === 'unknown' ? { skipped: true, reason } : { reason };
    return {
      ...resultOf(
        'dependencies',
        `the dependency ${name} (${targetOf(edge)})`,
        state === 'ok' ? {} : finding,
        1,
        ms,
      ),
      edge: { from: app, to: name, needs: edge.needs ?? [], ...(cause === undefined ? {} : { cause }) },
    };
  });
  const rank = ({ ok, edge }: CheckResult) => (ok ? 2 : edge?.cause === undefined ? 0 : 1);
  return results.sort((a, b) => rank(a) - rank(b));
}

/** @throws UserError for a pod that would get traffic. */
async function requireUnselected(cluster: Pick<Cluster, 'list'>, namespace: string, job: Job): Promise<void> {
  const labels = job.spec?.template?.metadata?.labels ?? {};
  const { items } = await cluster.list<Service>(pathOf(resources.service, namespace));
  const selecting = items.find(({ spec }) => selects(spec?.selector, labels));
  if (selecting !== undefined)
    throw new UserError(
      `the dependencies cannot be checked: Service/${selecting.metadata?.name} selects the pod of the check, which would get traffic`,
      'remove a label that this Service selects from `verify.dependencies.labels`',
    );
}
