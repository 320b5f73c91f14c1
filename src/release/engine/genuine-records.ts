import type { Config } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { fingerprintOf } from '../state/record.ts';
import type { ReleaseRecord } from '../state/stored.ts';
import { knownTemplates, repositoriesIn, requireGenuineTemplate } from '../workloads/genuine.ts';
import { labels } from '../workloads/naming.ts';
import type { Recorded } from './underway.ts';
import type { Observation } from './world.ts';

/**
 * Checks records that another run wrote against objects that a user who may only write ConfigMaps cannot write. Pure.
 * @param undo whether the rollout is undone: then nothing of the candidate is applied.
 * @throws UserError when they do not agree.
 */
export function requireGenuineRecords(
  o: Observation,
  recorded: Recorded,
  { config, undo }: { config: Config; undo: boolean },
): void {
  if (!undo) requireRecordOfCanary(o, recorded.record.record);
  requireKnownTemplates(o, recorded, config);
}

/**
 * Another run wrote the record, and what goes on with the rollout applies its manifests: the canary tells whether it is still that record.
 * @throws UserError when it is not.
 */
function requireRecordOfCanary({ canary }: Observation, record: ReleaseRecord): void {
  const { [labels.release]: of, [labels.record]: made } = canary?.metadata?.annotations ?? {};
  if (of === String(record.release) && made !== undefined && made !== fingerprintOf(record))
    throw new UserError(
      `the record of release ${record.release} is not the one that its canary was made from`,
      'find out who wrote it; roll back, and deploy the version again',
    );
}

/**
 * What an undo would put back must be what the workload and its workers had, or images of the application.
 * @throws UserError when it is not.
 */
function requireKnownTemplates(
  { workload, revisions, workers }: Observation,
  { baseline, environment, workers: recorded }: Recorded,
  config: Config,
): void {
  const repositories = repositoriesIn(config);
  const release = baseline?.record.release ?? 0;
  const template = baseline?.outcome?.template;
  if (template !== undefined)
    requireGenuineTemplate(environment.workload, release, template, {
      templates: knownTemplates(workload, revisions),
      repositories,
    });
  for (const { name, ref, before } of recorded)
    if (before != null)
      requireGenuineTemplate(ref, release, before.template, {
        templates: knownTemplates(workers[name]?.workload, workers[name]?.revisions ?? []),
        repositories,
      });
}
