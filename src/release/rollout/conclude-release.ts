import type { Cluster } from '../../cluster/port.ts';
import type { Environment } from '../../config/types.ts';
import { markSuperseded, supersededBy } from '../store/orphans.ts';
import { type ReleaseStore, restorable } from '../store/releases.ts';
import { collect } from '../store/retention.ts';
import type { Outcome, ReleaseRecord, RolloutState } from '../store/schema.ts';
import { pinnedImages } from '../store/served-digests.ts';
import { pathTo, type Ref, templateOf, titleOf, type Workload } from '../workloads/kinds.ts';
import { readWorkers, releaseOf, templatesOf, type Worker } from '../workloads/workers.ts';
import type { RolloutRequest } from './run.ts';

interface Known {
  /** As the release was recorded, whatever the default branch says today. */
  workload: Ref;
  rollout: Pick<RolloutState, 'candidate' | 'baseline'>;
  /** Of the candidate. */
  record: ReleaseRecord | undefined;
  /** Of the run that says so. */
  token: number;
  workers: readonly Worker[];
  phase: 'done' | 'rolled-back';
  reason: string | undefined;
}

/**
 * Writes down how a rollout ended, before its state says that it has: with the templates as the server holds them, so that
 * a later rollback can put them back.
 * @returns why a release that came up ends rolled back all the same, if others have put another version in its place.
 */
export async function concludeRelease(
  cluster: Cluster,
  records: ReleaseStore,
  {
    config,
    environment,
    origin,
    report,
  }: Pick<RolloutRequest, 'config' | 'environment' | 'origin' | 'report'>,
  { workload, rollout: { candidate, baseline }, record, token, workers, phase, reason }: Known,
): Promise<string | undefined> {
  const { namespace } = environment;
  const at = new Date(cluster.now()).toISOString();
  const common = { schema: 1 as const, release: candidate, token, at };
  if (phase === 'rolled-back') {
    const why = reason ?? `rolled back by ${origin.actor} in ${origin.run}`;
    // A rollback may have gone forward: what it left then is still one to go back to.
    if (baseline === undefined || candidate > baseline) {
      const found = (await records.list()).find(({ record }) => record.release === candidate);
      await records.conclude({ ...common, state: 'rolled-back', reason: why, ...restorable(found?.outcome) });
    }
    if (baseline !== undefined) await markSuperseded(records, baseline, { token, at, reason: () => why });
    return undefined;
  }
  const path = pathTo(namespace, workload);
  const released = workers.filter(worker => worker.candidate !== undefined).map(({ ref }) => ref);
  const [live, lives] = await Promise.all([
    cluster.get<Workload>(path),
    readWorkers(cluster, namespace, released),
  ]);
  const template = templateOf(live);
  // What others have put in its place since is not this release's: a rollback to it must not bring that back.
  const problem =
    live === undefined || template === undefined || releaseOf(live) !== candidate
      ? `${titleOf(workload)} did not have it any more at its end`
      : foreignImage(live, record);
  if (problem !== undefined) {
    await records.conclude({ ...common, state: 'rolled-back', reason: problem });
    return problem;
  }
  await records.conclude({
    ...common,
    state: 'complete',
    ...(template === undefined ? {} : { template }),
    ...(released.length === 0 ? {} : { workers: templatesOf(lives) }),
  });
  await clearAway(cluster, records, config.app, { ...environment, workload }, common).catch(
    (error: unknown) => report(`old releases were not cleared away: ${(error as Error).message}`),
  );
  return undefined;
}

/** What names the release by its annotation and has other images, as `kubectl set image` leaves it. */
function foreignImage(live: Workload, record: ReleaseRecord | undefined): string | undefined {
  const known = Object.keys(record?.images ?? {}).length > 0;
  return known ? pinnedImages(live, record).problems[0] : undefined;
}

/** What it passed has no place any more, and the oldest go. */
async function clearAway(
  cluster: Cluster,
  records: ReleaseStore,
  app: string,
  environment: Pick<Environment, 'namespace' | 'workers'> & { workload: Ref },
  common: Pick<Outcome, 'schema' | 'release' | 'at'> & { token: number },
): Promise<void> {
  const { release } = common;
  const releases = await records.list();
  for (const { record } of supersededBy(releases, release)) {
    const reason = `release ${release} came in its place`;
    await records.conclude({ ...common, release: record.release, state: 'rolled-back', reason });
  }
  await collect(cluster, environment.namespace, app, environment, releases);
}
