import { applyObjects, claimReplicas, type Destination, ownershipPatch } from '../cluster/apply.ts';
import type { Deployment, KubeObject } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Config, Environment } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Origin } from '../toolkit/origin.ts';
import { type Baseline, baselineOf, imagesOf } from './baseline.ts';
import { prepareManifests, workloadIn } from './candidate.ts';
import { gatherEvidence, sentenceOf } from './diagnosis.ts';
import { followRollout } from './follow.ts';
import { acquireLease, type Lease } from './lease.ts';
import type { Manifest } from './manifests.ts';
import { labels, type ReleaseNumber } from './naming.ts';
import { isControlled } from './owners.ts';
import { type Ground, type ResolvedImage, rehearse, survey, type Target } from './preflight.ts';
import { Records, type ReleaseRecord, recordable, textOf } from './record.ts';
import { collect } from './retention.ts';
import { readSalt } from './salt.ts';
import { shipConfiguration } from './shipped.ts';
import { removeMade, restoreTemplate } from './undo.ts';

export interface DeployRequest {
  config: Config;
  environmentName: string;
  environment: Environment;
  manifests: Manifest[];
  images: Record<string, ResolvedImage>;
  origin: Origin;
  /** Milliseconds to wait for another run's lease. */
  wait: number;
  context: string | undefined;
  report: (line: string) => void;
}

export interface DeployResult {
  release: ReleaseNumber;
  baseline: ReleaseNumber | undefined;
  /** `undone`: it could not be shown to be good, and what served before serves again. */
  state: 'complete' | 'undone' | 'failed';
  reason?: string;
  readyPods: number;
  /** Milliseconds from the write of the candidate to its end, and of the undo. */
  rolloutMs: number;
  undoMs?: number;
}

/**
 * Rolls a release out: preflight, lease, records, apply, follow; a release that does not come up is undone.
 * @throws UserError before the first write for everything that preflight knows; afterwards the result tells.
 */
export async function deploy(cluster: Cluster, request: DeployRequest): Promise<DeployResult> {
  const { config, environment, report } = request;
  const candidate = prepareManifests(request.manifests, environment, request.images);
  const ground = await survey(cluster, environment, candidate);
  const salt = await readSalt(cluster, environment.namespace, config.app);
  const plan = shape(candidate, request, ground, salt.value);
  textOf(recordOf(request, plan, 1, 1 as ReleaseNumber, undefined));
  const targets = await rehearse(cluster, environment, plan.manifests, ground, request.images);
  report('preflight passed');

  const lease = await acquireLease(cluster, {
    app: config.app,
    namespace: environment.namespace,
    origin: request.origin,
    wait: request.wait,
    seize: false,
    report,
  });
  try {
    await salt.keep();
    // Observed again under the lease: what preflight saw may have been moved by the run before.
    const path = pathOf(resources.deployment, environment.namespace, environment.workload.name);
    const liveWorkload = await cluster.get<Deployment>(path);
    return await roll(cluster, request, { ...plan, targets }, { ...ground, liveWorkload }, lease);
  } finally {
    await lease.release();
  }
}

interface Plan {
  manifests: Manifest[];
  shipped: ReleaseRecord['shipped'];
}

function shape(candidate: Manifest[], request: DeployRequest, ground: Ground, salt: string): Plan {
  const { config, environment, report } = request;
  const controlled = ground.targets
    .filter(({ live }) => live !== undefined && isControlled(live))
    .map(({ manifest }) => `${manifest.object.kind}/${manifest.name}`);
  const plan = shipConfiguration(candidate, config.app, new Set([...environment.live, ...controlled]), salt);
  for (const name of controlled) report(`${name} is written by another controller and stays live`);
  const workload = workloadIn(plan.manifests, environment);
  if (ground.autoscaler !== undefined && workload.spec?.replicas !== undefined) {
    report(`spec.replicas is left to HorizontalPodAutoscaler/${ground.autoscaler.metadata?.name}`);
    delete workload.spec.replicas;
  }
  return plan;
}

interface Placed extends Plan {
  targets: Target[];
}

/** The part that writes. Every write is preceded by a look at the lease. */
async function roll(
  cluster: Cluster,
  request: DeployRequest,
  plan: Placed,
  ground: Ground,
  lease: Lease,
): Promise<DeployResult> {
  const { config, environment, report } = request;
  const records = new Records(cluster, environment.namespace, config.app);
  const releases = await records.list();
  const baseline = await recordBaseline(records, request, baselineOf(ground.liveWorkload, releases), lease);
  const baselineNumber = baseline.kind === 'recorded' ? baseline.release : undefined;
  const first = (releases[0]?.record.release ?? 0) + 1;
  const record = await records.create(Math.max(first, (baselineNumber ?? 0) + 1), release =>
    recordOf(request, plan, lease.token, release, baselineNumber),
  );
  report(
    `release ${record.release} recorded${baselineNumber === undefined ? ', the first' : `, baseline ${baselineNumber}`}`,
  );
  announceAdoption(ground.liveWorkload, report);

  const started = performance.now();
  const ended = await attempt(cluster, request, plan, ground, record.release);
  const rolloutMs = performance.now() - started;
  const result = { release: record.release, baseline: baselineNumber, rolloutMs };
  await lease.assertHeld();
  if (ended.state === 'complete') {
    const template = await templateOf(cluster, environment);
    await records.conclude({ schema: 1, release: record.release, state: 'complete', at: now(), template });
    await collect(cluster, environment.namespace, config.app, await records.list());
    return { ...result, state: 'complete', readyPods: ended.ready };
  }
  report(`release ${record.release} failed: ${ended.reason}`);
  const undone = await undo(cluster, request, ground, baseline);
  await records.conclude({
    schema: 1,
    release: record.release,
    state: undone.state,
    at: now(),
    reason: ended.reason,
  });
  return {
    ...result,
    ...undone,
    reason: undone.reason === undefined ? ended.reason : `${ended.reason}; ${undone.reason}`,
  };
}

type Ended = { state: 'complete'; ready: number } | { state: 'failed'; reason: string };

async function attempt(
  cluster: Cluster,
  request: DeployRequest,
  plan: Placed,
  ground: Ground,
  release: number,
): Promise<Ended> {
  const { environment, report } = request;
  const { namespace, workload } = environment;
  const path = pathOf(resources.deployment, namespace, workload.name);
  if (ground.autoscaler !== undefined) await claimReplicas(cluster, path, ground.liveWorkload);
  const ownership = ownershipPatch(ground.liveWorkload?.metadata);
  if (ownership !== undefined) await cluster.patch(path, 'json', ownership);
  try {
    await applyObjects(cluster, inOrder(plan.targets, environment, release), request.context);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { state: 'failed', reason: error.message };
  }
  const end = await followRollout(cluster, {
    namespace,
    workload: workload.name,
    deadline: environment.strategy.rolling.deadline,
    report,
  });
  if (end.state === 'complete') return end;
  return {
    state: 'failed',
    reason: sentenceOf(end.cause, await gatherEvidence(cluster, namespace, end.cause)),
  };
}

/** The workload last, after the configuration that it names; it carries the number of its release. */
function inOrder(targets: Target[], environment: Environment, release: number): Destination[] {
  const destinations = targets.map(({ manifest, path, live }) => ({
    path,
    live,
    object: manifest.object as KubeObject,
  }));
  const isLast = ({ object }: Destination) =>
    object.kind === environment.workload.kind && object.metadata?.name === environment.workload.name;
  const marked = destinations.filter(isLast).map(destination => {
    const { metadata } = destination.object;
    const annotations = { ...metadata?.annotations, [labels.release]: String(release) };
    return { ...destination, object: { ...destination.object, metadata: { ...metadata, annotations } } };
  });
  return [...destinations.filter(destination => !isLast(destination)), ...marked];
}

async function recordBaseline(
  records: Records,
  request: DeployRequest,
  baseline: Baseline,
  lease: Lease,
): Promise<Exclude<Baseline, { kind: 'unrecorded' }>> {
  if (baseline.kind !== 'unrecorded') return baseline;
  const { template, number } = baseline;
  const record = await records.create(number, release => ({
    ...common(request, lease.token),
    release,
    source: 'observed',
    images: imagesOf(template),
    shipped: [],
    manifests: [],
  }));
  await records.conclude({ schema: 1, release: record.release, state: 'complete', at: now(), template });
  request.report(`what lives now is recorded as release ${record.release}`);
  return { kind: 'recorded', release: record.release, template };
}

function recordOf(
  request: DeployRequest,
  plan: Plan,
  token: number,
  release: ReleaseNumber,
  baseline: ReleaseNumber | undefined,
): ReleaseRecord {
  return {
    ...common(request, token),
    release,
    source: 'released',
    ...(baseline === undefined ? {} : { baseline }),
    images: Object.fromEntries(
      Object.entries(request.images).map(([name, i]) => [name, `${i.repository}@${i.digest}`]),
    ),
    shipped: plan.shipped,
    manifests: recordable(plan.manifests),
  };
}

function common({ config, environmentName, origin }: DeployRequest, token: number) {
  return {
    schema: 1 as const,
    app: config.app,
    environment: environmentName,
    at: now(),
    by: origin,
    token,
    config,
  };
}

function announceAdoption(live: Deployment | undefined, report: (line: string) => void): void {
  if (live === undefined || live.spec?.template?.metadata?.labels?.[labels.track] !== undefined) return;
  report(
    `adopting Deployment/${live.metadata?.name}: its pods are rolled once to carry ${labels.track}: stable`,
  );
}

async function undo(
  cluster: Cluster,
  request: DeployRequest,
  ground: Ground,
  baseline: Exclude<Baseline, { kind: 'unrecorded' }>,
) {
  const { environment, report } = request;
  const started = performance.now();
  if (baseline.kind === 'none') {
    const removed = await removeMade(cluster, relocated(ground.targets), environment.workload.name);
    report(`first release removed again: ${removed.join(', ')}`);
    return { state: 'undone' as const, readyPods: 0, undoMs: performance.now() - started };
  }
  const end = await restoreTemplate(cluster, {
    namespace: environment.namespace,
    workload: environment.workload.name,
    template: baseline.template,
    release: baseline.release,
    deadline: environment.strategy.rolling.deadline,
    report: line => report(`undo: ${line}`),
  });
  const undoMs = performance.now() - started;
  if (end.state === 'complete') return { state: 'undone' as const, readyPods: end.ready, undoMs };
  const cause = sentenceOf(end.cause, await gatherEvidence(cluster, environment.namespace, end.cause));
  return {
    state: 'failed' as const,
    readyPods: 0,
    undoMs,
    reason: `and release ${baseline.release} does not come up either: ${cause}`,
  };
}

/** Shipped copies are kept for the record; all else that was made goes. */
const relocated = (targets: Target[]) =>
  targets.filter(({ manifest }) => manifest.object.kind !== 'ConfigMap' && manifest.object.kind !== 'Secret');

async function templateOf(cluster: Cluster, { namespace, workload }: Environment) {
  const live = await cluster.get<Deployment>(pathOf(resources.deployment, namespace, workload.name));
  const template = live?.spec?.template;
  if (template === undefined)
    throw new UserError(`Deployment/${workload.name} vanished after it was released`, 'deploy again');
  return template;
}

const now = () => new Date().toISOString();
