import { applyObjects, claimReplicas, takeOwnership } from '../cluster/apply.ts';
import type { Deployment } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Environment } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import { announceAdoption, recordBaseline } from './adoption.ts';
import { type Baseline, baselineOf } from './baseline.ts';
import { prepareManifests } from './candidate.ts';
import { gatherEvidence, sentenceOf } from './diagnosis.ts';
import { prepareExposure } from './exposure.ts';
import { holdWith } from './fencing.ts';
import { followRollout } from './follow.ts';
import { type Entry, moved, readJournal, writeJournal } from './journal.ts';
import type { Judging } from './judging.ts';
import { acquireLease, type Lease, LeaseLost } from './lease.ts';
import { type Beside, clearBeside, leftBeside, recover, requireNothingParked } from './leftover.ts';
import { needOf, requireLife } from './lifetime.ts';
import { labels } from './naming.ts';
import type { Phase } from './phases.ts';
import { type DeployRequest, inOrder, made, type Placed, recordOf } from './plan.ts';
import { type Ground, survey } from './preflight.ts';
import { type DeployResult, openJournal, prepare } from './prepare.ts';
import { Records, type ReleaseRecord } from './record.ts';
import { rehearse } from './rehearsal.ts';
import { collect } from './retention.ts';
import { heldBecause, reversibilityOf } from './reversibility.ts';
import { strategyFor } from './strategy.ts';
import { removeMade, restoreTemplate } from './undo.ts';

/**
 * Rolls a release out: preflight, lease, records, apply, follow; a release that does not come up is undone.
 * @throws UserError before the first write for everything that preflight knows; afterwards the result tells.
 */
export async function deploy(cluster: Cluster, request: DeployRequest): Promise<DeployResult> {
  const { config, environment, report } = request;
  const candidate = prepareManifests(request.manifests, environment, request.images);
  const need = request.wait + needOf(environment.strategy.deadline);
  const [ground] = await Promise.all([
    survey(cluster, environment, candidate),
    requireLife(cluster, need, report),
  ]);
  const { salt, plan, targets, problems } = await rehearse(cluster, request, candidate, ground);
  if (problems[0] !== undefined) throw problems[0];
  await requireNothingParked(cluster, request);
  const { judging, said, warnings, ...exposure } = await prepareExposure(cluster, request, ground, {
    plan,
    targets,
  });
  if (exposure.problems[0] !== undefined) throw exposure.problems[0];
  for (const warning of warnings) report(`warning: ${warning}`);
  for (const sentence of said) report(sentence);
  report('preflight passed');

  const lease = await acquireLease(cluster, {
    app: config.app,
    namespace: environment.namespace,
    origin: request.origin,
    wait: request.wait,
    seize: false,
    floor: (await readJournal(cluster, environment.namespace, config.app))?.journal.token ?? 0,
    report,
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  try {
    await recover(cluster, request, lease);
    await salt.keep();
    // Observed again under the lease: what preflight saw may have been moved by the run before.
    const path = pathOf(resources.deployment, environment.namespace, environment.workload.name);
    const liveWorkload = await cluster.get<Deployment>(path);
    return await roll(cluster, request, { ...plan, targets }, { ...ground, liveWorkload }, lease, judging);
  } finally {
    await lease.release();
  }
}

/** The part that writes. It looks at the lease before it applies, and before it undoes or concludes. */
async function roll(
  cluster: Cluster,
  request: DeployRequest,
  plan: Placed,
  ground: Ground,
  lease: Lease,
  judging: Judging | undefined,
): Promise<DeployResult> {
  const { config, environment, report } = request;
  const records = new Records(cluster, environment.namespace, config.app);
  const releases = await records.list();
  const baseline = await recordBaseline(records, request, baselineOf(ground.liveWorkload, releases), lease);
  const baselineNumber = baseline.kind === 'recorded' ? baseline.release : undefined;
  const first = (releases[0]?.record.release ?? 0) + 1;
  const { kind: strategy } = strategyFor(environment, ground.liveWorkload);
  const { reversible } = reversibilityOf(environment, strategy, baselineNumber, releases);
  const record = await records.create(Math.max(first, (baselineNumber ?? 0) + 1), release =>
    recordOf(request, plan, lease.token, release, baselineNumber, reversible),
  );
  report(
    `release ${record.release} recorded${baselineNumber === undefined ? ', the first' : `, baseline ${baselineNumber}`}`,
  );
  announceAdoption(ground.liveWorkload, report);

  await lease.assertHeld();
  const started = performance.now();
  const journal = await openJournal(cluster, request, plan, ground, lease, { record, strategy, judging });
  if (strategy !== 'rolling') {
    return prepare(cluster, request, plan, ground, lease, { record, baseline: baselineNumber, started });
  }
  const beside = await leftBeside(cluster, request, plan.targets);
  const atFirst = { ...plan, targets: beside?.first ?? plan.targets };
  const ended = await attempt(cluster, request, atFirst, ground, record.release, lease.token).catch(
    // Whatever went wrong in the middle, what serves now is not shown to be good.
    (error: unknown): Ended => ({
      state: 'failed',
      reason: `the rollout could not be followed: ${firstLine(error)}`,
    }),
  );
  const rolloutMs = performance.now() - started;
  const result = { release: record.release, baseline: baselineNumber, rolloutMs };
  const known = { records, record, baseline, ended, result, journal, beside };
  return finish(cluster, request, plan, ground, lease, known).catch((error: unknown): DeployResult => {
    if (error instanceof LeaseLost) throw error;
    // Written is written: whoever reads `refused` would leave it standing.
    const reason = ended.state === 'complete' ? '' : `${ended.reason}; `;
    return {
      ...result,
      state: 'failed',
      readyPods: 0,
      reason: `${reason}the release was left as it is: ${firstLine(error)}`,
    };
  });
}

interface Known {
  records: Records;
  record: ReleaseRecord;
  baseline: Exclude<Baseline, { kind: 'unrecorded' }>;
  ended: Ended;
  beside: Beside | undefined;
  result: Pick<DeployResult, 'release' | 'baseline' | 'rolloutMs'>;
  journal: Entry;
}

/** Concludes what came up, and undoes what did not. */
async function finish(
  cluster: Cluster,
  request: DeployRequest,
  plan: Placed,
  ground: Ground,
  lease: Lease,
  { records, record, baseline, ended, result, journal, beside }: Known,
): Promise<DeployResult> {
  const { config, environment, report } = request;
  await lease.assertHeld();
  const { namespace } = environment;
  const enter = (entry: Entry, phase: Phase, reason?: string) =>
    writeJournal(
      cluster,
      namespace,
      moved(entry.journal, phase, cluster.now(), reason === undefined ? {} : { reason }),
      entry.version,
    );
  if (ended.state === 'complete') {
    const template = await templateOf(cluster, environment);
    await records.conclude({ schema: 1, release: record.release, state: 'complete', at: now(), template });
    if (beside === undefined) await enter(journal, 'done');
    else await clearBeside(cluster, request, lease, beside);
    await records
      .list()
      .then(all => collect(cluster, environment.namespace, config.app, all))
      .catch(error => report(`old releases were not cleared away: ${firstLine(error)}`));
    return { ...result, state: 'complete', readyPods: ended.ready };
  }
  report(`release ${record.release} failed: ${ended.reason}`);
  if (record.reversible === false && (await isWritten(cluster, environment, record.release))) {
    const reason = heldBecause(record.release, ended.reason);
    await records.conclude({ schema: 1, release: record.release, state: 'failed', at: now(), reason });
    return { ...result, state: 'held', readyPods: 0, reason };
  }
  const undoing = await enter(journal, 'undoing', ended.reason);
  const undone = await undo(cluster, request, plan, ground, baseline);
  await records.conclude({
    schema: 1,
    release: record.release,
    state: undone.state,
    at: now(),
    reason: ended.reason,
  });
  if (undone.state === 'undone') await enter(undoing, 'undone');
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
  token: number,
): Promise<Ended> {
  const { config, environment, report } = request;
  const { namespace, workload } = environment;
  const path = pathOf(resources.deployment, namespace, workload.name);
  if (ground.autoscaler !== undefined) await claimReplicas(cluster, path, ground.liveWorkload);
  await takeOwnership(cluster, path);
  try {
    await applyObjects(cluster, inOrder(plan.targets, environment, release), holdWith(config.app, token));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { state: 'failed', reason: error.message };
  }
  const end = await followRollout(cluster, {
    namespace,
    workload: workload.name,
    deadline: environment.strategy.deadline,
    report,
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  });
  if (end.state === 'complete') return end;
  return {
    state: 'failed',
    reason: sentenceOf(end.cause, await gatherEvidence(cluster, namespace, end.cause)),
  };
}

async function undo(
  cluster: Cluster,
  request: DeployRequest,
  plan: Placed,
  ground: Ground,
  baseline: Exclude<Baseline, { kind: 'unrecorded' }>,
) {
  const { environment, report } = request;
  const started = performance.now();
  const cancelled = request.signal?.aborted === true;
  const replicas = ground.liveWorkload?.spec?.replicas;
  if (baseline.kind === 'none') {
    const removed = await removeMade(cluster, made(plan), environment.workload.name);
    report(`first release removed again: ${removed.join(', ')}`);
    return { state: 'undone' as const, readyPods: 0, undoMs: performance.now() - started };
  }
  const end = await restoreTemplate(cluster, {
    namespace: environment.namespace,
    workload: environment.workload.name,
    template: baseline.template,
    release: baseline.release,
    // A cancelled job has some ten seconds: the write counts, seeing it through is a bonus.
    deadline: cancelled ? 4000 : environment.strategy.deadline,
    patient: true,
    ...(replicas === undefined || ground.autoscaler !== undefined ? {} : { replicas }),
    report: line => report(`undo: ${line}`),
  });
  const undoMs = performance.now() - started;
  if (end.state === 'complete') return { state: 'undone' as const, readyPods: end.ready, undoMs };
  if (cancelled) {
    const reason = `release ${baseline.release} was written back and is coming up`;
    return { state: 'undone' as const, readyPods: 0, undoMs, reason };
  }
  const cause = sentenceOf(end.cause, await gatherEvidence(cluster, environment.namespace, end.cause));
  return {
    state: 'failed' as const,
    readyPods: 0,
    undoMs,
    reason: `and release ${baseline.release} does not come up either: ${cause}`,
  };
}

/** Whether the workload has the release already. */
async function isWritten(cluster: Cluster, { namespace, workload }: Environment, release: number) {
  const live = await cluster.get<Deployment>(pathOf(resources.deployment, namespace, workload.name));
  return live?.metadata?.annotations?.[labels.release] === String(release);
}

async function templateOf(cluster: Cluster, { namespace, workload }: Environment) {
  const live = await cluster.get<Deployment>(pathOf(resources.deployment, namespace, workload.name));
  const template = live?.spec?.template;
  if (template === undefined)
    throw new UserError(`Deployment/${workload.name} vanished after it was released`, 'deploy again');
  return template;
}

const now = () => new Date().toISOString();

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0];
