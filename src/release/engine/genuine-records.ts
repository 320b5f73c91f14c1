import type { Config } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { stampOf } from '../../traffic/fence.ts';
import { fingerprintOf } from '../state/record.ts';
import {
  knownTemplates,
  repositoriesIn,
  requireAllowedTemplate,
  templateProblem,
} from '../workloads/genuine.ts';
import { templateOf, titleOf } from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import type { Worker } from '../workloads/workers.ts';
import type { Recorded } from './underway.ts';
import type { Observation } from './world.ts';

/**
 * What may be believed of records that another run wrote, by objects that a user who may only write ConfigMaps cannot write: the canary
 * bears the fingerprint of the record that it was made from, and Kubernetes keeps earlier templates. An undo is never refused: what cannot
 * be believed is left out of it, and stays as it is. Pure, but for what it reports.
 * @param undo whether the rollout is undone: then nothing of the candidate is applied.
 * @throws UserError when the rollout cannot go on, and can only be undone.
 */
export function withoutForgedParts(
  o: Observation,
  recorded: Recorded,
  {
    app,
    config,
    undo,
    report,
  }: { app: string; config: Config; undo: boolean; report: (line: string) => void },
): Recorded {
  const { record, environment } = recorded;
  const repositories = repositoriesIn(config);
  const ofWorkload = {
    templates: [...knownTemplates(o.workload, o.revisions), ...canaryTemplate(o)],
    repositories,
  };
  const ofWorker = ({ name }: Worker) => ({
    templates: knownTemplates(o.workers[name]?.workload, o.workers[name]?.revisions ?? []),
    repositories,
  });
  const matches = matchesCanary(o, recorded);
  if (matches === false && !undo)
    throw new UserError(
      `the record of release ${record.record.release} changed after its canary was created`,
      'roll back, find out who changed it, then deploy again',
    );
  if (matches === undefined && !undo) {
    const { release } = record.record;
    const applied = [
      { ref: environment.workload, template: templateOf(recorded.candidate), evidence: ofWorkload },
      ...recorded.workers.map(worker => ({
        ref: worker.ref,
        template: templateOf(worker.candidate),
        evidence: ofWorker(worker),
      })),
    ];
    for (const { ref, template, evidence } of applied)
      if (template !== undefined) requireAllowedTemplate(ref, release, template, evidence);
  }
  const template = recorded.baseline?.outcome?.template;
  const strange = template && templateProblem(template, ofWorkload);
  if (strange !== undefined)
    report(
      `warning: the pod template of ${titleOf(environment.workload)} in the record of release ${recorded.baseline?.record.release} is not used: ${strange}. Find out who wrote it.`,
    );
  const workers =
    matches === true
      ? recorded.workers
      : recorded.workers.map(worker => withoutForgedTemplate(worker, o, ofWorker, app));
  return {
    ...recorded,
    workers,
    baseline: strange === undefined ? recorded.baseline : withoutTemplate(recorded.baseline),
  };
}

/** Whether the canary was made from this record; undefined where no canary of it tells. */
function matchesCanary({ canary }: Observation, { record: { record } }: Recorded): boolean | undefined {
  const { [labels.release]: of, [labels.record]: made } = canary?.metadata?.annotations ?? {};
  return of === String(record.release) && made !== undefined ? made === fingerprintOf(record) : undefined;
}

const canaryTemplate = ({ canary }: Observation) =>
  canary?.spec?.template === undefined ? [] : [canary.spec.template];

/** Without what would write a template to it that it never had, or write to what bears no stamp of this application. */
function withoutForgedTemplate(
  worker: Worker,
  { workers }: Observation,
  evidence: (worker: Worker) => Parameters<typeof templateProblem>[1],
  app: string,
): Worker {
  const live = workers[worker.name]?.workload;
  if (live === undefined) return worker;
  if (stampOf(live, app) === 0) return { ...worker, candidate: undefined, before: undefined };
  const { before } = worker;
  const strange = before != null && templateProblem(before.template, evidence(worker)) !== undefined;
  return strange ? { ...worker, before: undefined } : worker;
}

function withoutTemplate(baseline: Recorded['baseline']): Recorded['baseline'] {
  if (baseline?.outcome === undefined) return baseline;
  const { template: _, ...outcome } = baseline.outcome;
  return { ...baseline, outcome };
}
