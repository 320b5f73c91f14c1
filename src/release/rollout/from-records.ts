import type { Environment } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import { howToRun } from '../../toolkit/operations.ts';
import type { FencingToken } from '../../traffic/fencing-token.ts';
import type { TrafficRouter, TrafficTargets } from '../../traffic/router.ts';
import { promotionWeight, routerOf, undivided, weightsOf } from '../../traffic/routers.ts';
import { manifestOf, type Ref, titleOf, type Workload } from '../../workloads/kinds.ts';
import { labels, nameOf } from '../../workloads/naming.ts';
import { canonicalTemplate } from '../../workloads/pods.ts';
import type { Worker } from '../../workloads/workers.ts';
import { recordedWorkers } from '../store/baseline.ts';
import { recordedEnvironment } from '../store/recorded-environment.ts';
import type { Release } from '../store/releases.ts';
import type { ReleaseRecord, RolloutState } from '../store/schema.ts';
import { watchdogImage, watchdogJob, watchdogName } from '../watchdog/watchdog.ts';
import { pausePolicyOf } from './pause.ts';
import type { RolloutSpec, Watchdog } from './spec.ts';

/** What the records say about a rollout. A run uses only this, whatever the default branch says today. */
export interface RecordedRollout {
  record: Release;
  environment: Environment;
  /** The candidate's manifest of the workload. */
  candidate: Workload;
  workers: Worker[];
  baseline: Release | undefined;
}

/**
 * Finds the releases of a rollout among all records, with the environment, manifest and workers that they hold. Pure.
 * @param today the environment in the checkout.
 * @throws UserError when a record is missing.
 */
export function recordedOf(releases: Release[], rollout: RolloutState, today: Environment): RecordedRollout {
  const record = releaseWith(releases, rollout.candidate);
  const environment =
    rollout.restoresRelease === true
      ? withoutTraffic(recordedEnvironment(record.record, rollout.environment, today))
      : environmentIn(record.record, rollout.environment, today);
  const { kind } = environment.strategy;
  if (rollout.strategy !== 'rolling' && rollout.strategy !== kind) {
    throw new UserError(
      `the rollout state has strategy ${rollout.strategy}, the record of release ${rollout.candidate} has ${kind}`,
      `remove the annotation ${labels.state} of Lease/${nameOf.application(rollout.app)} and ${howToRun('sweep')}, which rebuilds the state from the record`,
    );
  }
  const baseline = rollout.baseline === undefined ? undefined : releaseWith(releases, rollout.baseline);
  const candidate = workloadOf(record, environment, rollout.restoresRelease === true ? baseline : undefined);
  const workers = recordedWorkers(record, environment, baseline, releases);
  return { record, environment, candidate, workers, baseline };
}

/** A rollback to a release does not change Services and routes. */
function withoutTraffic({ service: _, route: __, ...environment }: Environment): Environment {
  return environment;
}

function environmentIn(record: ReleaseRecord, name: string, today: Environment): Environment {
  const environment = recordedEnvironment(record, name, today);
  if (environment !== today) return environment;
  throw new UserError(
    `the record of release ${record.release} has no environment ${name} in namespace ${today.namespace}`,
    'use the environment and the namespace that the release was deployed to',
  );
}

/** Builds the spec of a rollout for the run with this token. Pure. */
export function specOf(
  { record, environment, candidate, workers, baseline }: RecordedRollout,
  rollout: RolloutState,
  { token, goal, foundPause, rollback }: Pick<RolloutSpec, 'token' | 'goal' | 'foundPause' | 'rollback'>,
): RolloutSpec {
  const template = baseline?.outcome?.template;
  const podLabels = candidate.spec?.template?.metadata?.labels ?? {};
  const { gateway, strategy, workload, service, namespace, 'take-over': takeOver } = environment;
  const weights = strategy.kind === 'canary' ? weightsOf(environment) : [100];
  return {
    app: rollout.app,
    namespace,
    ...(takeOver === undefined ? {} : { 'take-over': takeOver }),
    workload,
    service,
    workers,
    strategy: rollout.strategy,
    weights,
    promotionWeight: promotionWeight(strategy),
    // A rollback to a release may have less time than its record says.
    deadlineMs: rollout.restoresRelease === true ? rollout.deadline - rollout.startedAt : strategy.deadline,
    watchMs: strategy.kind === 'rolling' ? 0 : strategy.watch,
    gateway,
    baselineTemplate: template === undefined ? undefined : canonicalTemplate(template),
    candidate: rollout.candidate,
    reversible: record.record.reversible !== false,
    token,
    goal,
    rollback,
    pausePolicy: pausePolicyOf(strategy),
    foundPause,
    ...routingOf(environment, rollout, podLabels, token, record.record.token),
  };
}

function releaseWith(releases: Release[], number: number): Release {
  const found = releases.find(({ record }) => record.release === number);
  if (found === undefined) {
    throw new RecordMissing(
      `the record of release ${number} is missing, so its rollout can be neither finished nor rolled back`,
      'deploy a version that works',
    );
  }
  return found;
}

/** A record was deleted, or changed so that its checksum does not fit. */
export class RecordMissing extends UserError {}

/** Returns the workers to watch: those with a manifest, or with a template to restore. Pure. */
export function watchedOf(workers: readonly Worker[]): Workload[] {
  return workers.flatMap(({ ref, candidate, before }): Workload[] => {
    if (candidate !== undefined) return [candidate];
    const matchLabels = before?.template.metadata?.labels;
    return matchLabels === undefined
      ? []
      : [{ kind: ref.kind, metadata: { name: ref.name }, spec: { selector: { matchLabels } } }];
  });
}

/** @param target of a rollback. It applies nothing of the candidate, so the target's manifest will do where the candidate has none. */
function workloadOf({ record }: Release, { workload }: Environment, target?: Release): Workload {
  const found =
    manifestOf(record, workload) ??
    (target && manifestOf(target.record, workload)) ??
    templateAlone(workload, target);
  if (found === undefined)
    throw new UserError(
      `the record of release ${record.release} has no manifest of ${titleOf(workload)}`,
      'delete that record, and deploy a version that works',
    );
  return found;
}

function templateAlone({ kind, name }: Ref, target: Release | undefined): Workload | undefined {
  const template = target?.outcome?.template;
  if (template === undefined) return undefined;
  const matchLabels = template.metadata?.labels ?? {};
  return { kind, metadata: { name }, spec: { selector: { matchLabels }, template } } as Workload;
}

/**
 * Returns the router and the watchdog for a rollout of this environment. Pure.
 * @param token of this run. @param firstToken of the run that began the rollout.
 */
export function routingOf(
  environment: Environment,
  rollout: RolloutState,
  podLabels: Readonly<Record<string, string>>,
  token: number,
  firstToken: number,
): Pick<RolloutSpec, 'router' | 'autoscaled' | 'watchdog'> {
  const writer: FencingToken = { app: rollout.app, token };
  const { service } = environment;
  const router =
    service === undefined
      ? undivided
      : routerOf(environment, targetsOf(environment, service, writer, podLabels), rollout.capacity);
  return {
    router,
    watchdog:
      router === undivided ? undefined : watchdogOf(environment, rollout, { router, writer, firstToken }),
    autoscaled: rollout.autoscaler !== undefined,
  };
}

/** Returns the objects between which a rollout of this environment splits the traffic. Pure. */
export function targetsOf(
  { namespace, workload }: Pick<Environment, 'namespace' | 'workload'>,
  service: string,
  writer: FencingToken,
  podLabels: Readonly<Record<string, string>>,
): TrafficTargets {
  return {
    namespace,
    service,
    canaryService: nameOf.canary(service),
    canaryWorkload: nameOf.canary(workload.name),
    writer,
    podLabels: { ...podLabels, [labels.track]: 'canary' },
  };
}

/** Milliseconds after the deadline for promotion and rollback. */
const timeAfterDeadline = 30 * 60_000;

function watchdogOf(
  { strategy, namespace }: Environment,
  rollout: RolloutState,
  { router, writer, firstToken }: { router: TrafficRouter; writer: FencingToken; firstToken: number },
): Watchdog | undefined {
  // A rolling update in place of another strategy has a router, too: an earlier rollout may have left a split.
  const image = rollout.strategy === 'rolling' ? undefined : watchdogImage(strategy);
  if (image === undefined) return undefined;
  // Blue-green keeps the baseline, and with it the watchdog, for the watch time.
  const kept = 'watch' in strategy ? strategy.watch : 0;
  const { pauseTimeout = 0 } = pausePolicyOf(strategy) ?? {};
  return {
    name: watchdogName(writer),
    job: (snapshot, owner) =>
      watchdogJob({
        writer,
        namespace,
        image,
        owner,
        lifetime:
          Math.max(0, rollout.deadline - snapshot.now) +
          strategy.deadline +
          kept +
          timeAfterDeadline +
          pauseTimeout,
        writes: router.restore(snapshot),
        fallback: router.fallback(snapshot),
      }),
    fired: snapshot => router.restoredByWatchdog(snapshot, firstToken),
  };
}
