import type { Cluster } from '../cluster/port.ts';
import type { Journal } from './journal.ts';
import { pathTo, type Ref, templateOf, titleOf, type Workload } from './kinds.ts';
import type { ProgressRequest } from './progress.ts';
import { type Records, restorable } from './record.ts';
import { leave, passedBy } from './remains.ts';
import { collect } from './retention.ts';
import { readWorkers, releaseOf, templatesOf, type Worker } from './workers.ts';

interface Known {
  /** As the release was recorded, whatever the default branch says today. */
  workload: Ref;
  journal: Pick<Journal, 'candidate' | 'baseline'>;
  /** Of the run that says so. */
  token: number;
  workers: readonly Worker[];
  phase: 'done' | 'undone';
  reason: string | undefined;
}

/**
 * Writes down how a rollout ended, before its journal says that it has: with the templates as the server holds them, so that
 * a later undo can put them back.
 * @returns why it is no release to go back to although it came up, if so.
 */
export async function conclude(
  cluster: Cluster,
  records: Records,
  {
    config,
    environment,
    origin,
    report,
  }: Pick<ProgressRequest, 'config' | 'environment' | 'origin' | 'report'>,
  { workload, journal: { candidate, baseline }, token, workers, phase, reason }: Known,
): Promise<string | undefined> {
  const { namespace } = environment;
  const at = new Date(cluster.now()).toISOString();
  const common = { schema: 1 as const, release: candidate, token, at };
  if (phase === 'undone') {
    const why = reason ?? `undone by ${origin.actor} in ${origin.run}`;
    // A rollback may have gone forward: what it left then is still one to go back to.
    if (baseline === undefined || candidate > baseline) {
      const found = (await records.list()).find(({ record }) => record.release === candidate);
      await records.conclude({ ...common, state: 'undone', reason: why, ...restorable(found?.outcome) });
    }
    if (baseline !== undefined) await leave(records, baseline, { token, at, reason: () => why });
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
    template === undefined || releaseOf(live) !== candidate
      ? `${titleOf(workload)} did not have it any more at its end`
      : undefined;
  await records.conclude({
    ...common,
    ...(problem === undefined ? { state: 'complete' } : { state: 'failed', reason: problem }),
    ...(problem === undefined && template !== undefined ? { template } : {}),
    ...(released.length === 0 ? {} : { workers: templatesOf(lives) }),
  });
  const releases = await records.list();
  for (const { record } of passedBy(releases, candidate)) {
    const why = `release ${candidate} came in its place`;
    await records.conclude({ ...common, release: record.release, state: 'undone', reason: why });
  }
  await collect(cluster, namespace, config.app, { ...environment, workload }, releases).catch(error =>
    report(`old releases were not cleared away: ${(error as Error).message}`),
  );
  return problem;
}
