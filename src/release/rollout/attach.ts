import type { ConfigMap, KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { Discovery, pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { noteTurn } from '../../decision/record.ts';
import { UserError } from '../../toolkit/errors.ts';
import { withoutRepeats } from '../../toolkit/repeats.ts';
import { type FencingToken, tokenOn } from '../../traffic/fencing-token.ts';
import { autoscalersOf } from '../../traffic/hpa.ts';
import { routesOf } from '../../traffic/route.ts';
import { isReleased, manifestOf } from '../../workloads/kinds.ts';
import { labels, nameOf } from '../../workloads/naming.ts';
import { selectorOf } from '../../workloads/pods.ts';
import { openDecisionStore } from '../decision-record/store.ts';
import { gateSourcesOf } from '../gate/sources.ts';
import {
  createFence,
  deleteFence,
  LeaseLost,
  leaseLost,
  setToken,
  takeTemporary,
  tokenOfFence,
} from '../store/fencing.ts';
import type { Lease } from '../store/lease.ts';
import type { Release, ReleaseStore } from '../store/releases.ts';
import { StateStore, type StoredState } from '../store/rollout-state.ts';
import type { RolloutState } from '../store/schema.ts';
import type { RolloutContext, RolloutRequest, RolloutTask } from './context.ts';
import { recordedOf, specOf, watchedOf } from './from-records.ts';
import { Informers, type Snapshot } from './informers.ts';
import { foundPauseOf, needsPerson, withMoreTime } from './pause.ts';
import { findCanaryService } from './spec.ts';

/** What a run that attaches has read. */
interface FoundRollout {
  entry: StoredState;
  releases: Release[];
  records: ReleaseStore;
}

/**
 * Attaches this run to a rollout. Another run may have begun it and may still be writing, so these steps shut that run out, in this order:
 * 1. Write the state, which only the holder of the Lease can do.
 * 2. Write the token to the objects of the release: from then on the API server refuses the other run's patches.
 * 3. Create a fence for the temporary objects.
 * 4. Write the token to the routes, Services and autoscalers, which need not be in the manifests of the release.
 * 5. Make the fence own the temporary objects, and delete the other run's fence: what that run still creates is garbage-collected.
 * Only then does the reconciler decide anything.
 *
 * All settings come from the record of the release, whatever the default branch says today.
 */
export async function attach(
  cluster: Cluster,
  { environment: today, origin, report, signal, until }: RolloutRequest,
  lease: Pick<Lease, 'token' | 'assertHeld'>,
  { entry: { rollout }, releases, records }: FoundRollout,
  { command, goal, onPause = 'resume', rollback, begun }: RolloutTask,
): Promise<RolloutContext> {
  const { token } = lease;
  const recorded = recordedOf(releases, rollout, today);
  const { record, environment, candidate } = recorded;
  const { namespace } = environment;
  const foundPause = foundPauseOf(rollout, onPause, origin);
  const goesOn =
    foundPause !== undefined &&
    (needsPerson(foundPause.paused.for)
      ? foundPause.onPause !== 'keep'
      : // A late sweep must not use up the time of the next steps.
        foundPause.paused.for === 'bake' && rollout.phase === 'stepping');
  // A run that only looks keeps the pause: if it dies, the rollout still waits.
  const left = foundPause?.onPause === 'keep' ? rollout : unpaused(rollout);
  // A release that needs action had its time: the next one may be the fix, and must not wait as long again.
  const hadTime = command === 'deploy' && rollout.needsAction !== undefined;
  const own = { ...(hadTime ? left : withOwnTime(left, cluster.now())), token, run: origin };
  const abortRequested =
    own.abortRequested ?? (rollback?.by === undefined ? undefined : { by: rollback.by, at: cluster.now() });
  const store = new StateStore(cluster, namespace, {
    ...own,
    ...(abortRequested === undefined ? {} : { abortRequested }),
  });
  await store.change(known =>
    goesOn ? withMoreTime(known, environment.strategy.deadline, cluster.now()) : known,
  );

  const writer: FencingToken = { app: rollout.app, token };
  const { manifests } = record.record;
  const unfenced = warningOf(report);
  // A rollback to a release must not need the permissions to move traffic.
  const [released, others] = [true, false].map(is => manifests.filter(({ kind }) => isReleased(kind) === is));
  await Promise.all([
    fenceAll(cluster, namespace, released ?? [], writer),
    rollout.restoresRelease === true
      ? undefined
      : fenceAll(cluster, namespace, others ?? [], writer, unfenced),
  ]);
  const fence = rollout.strategy === 'rolling' ? undefined : await createFence(cluster, namespace, writer);
  const opened = { environment, record: record.record, rollout: store.rollout, doing: command };
  const decisions = begun?.decisions ?? (await openDecisionStore(cluster, opened));
  if (goesOn) {
    const prolonged = Math.round(store.rollout.deadline);
    decisions.update(known => noteTurn(known, { at: Math.round(cluster.now()), prolonged }));
  }
  const informers = await Informers.open(
    cluster,
    rollout.app,
    environment,
    selectorOf(candidate),
    watchedOf(recorded.workers),
    rollout.restoresRelease !== true,
  );
  try {
    // Since the state was written another run may have taken over.
    if ((informers.snapshot().token ?? 0) > token) {
      // The newer run may not have seen a fence that this run has just created, so this run deletes it. A fence that owns objects stays:
      // they may have traffic, and the newer run deletes the fence after it has taken them over.
      if (fence !== undefined && !ownsAny(fence, informers.snapshot())) await deleteFence(cluster, fence);
      throw leaseLost(rollout.app);
    }
    const { baseline } = recorded;
    await fenceTraffic(cluster, informers, environment, writer, unfenced);
    if (fence !== undefined)
      await takeTemporary(cluster, fence, temporaryIn(informers.snapshot(), environment, writer), writer);
    const template = baseline?.outcome?.template;
    return {
      cluster,
      informers,
      store,
      fence,
      decisions,
      sources: gateSourcesOf(environment, today),
      candidateManifest: candidate,
      record: record.record,
      records,
      pending: begun?.pending,
      lease,
      gate: undefined,
      baseline: template && {
        template,
        manifest: baseline && manifestOf(baseline.record, environment.workload),
      },
      spec: specOf(recorded, store.rollout, { token, goal, rollback: rollback?.reason, foundPause }),
      report,
      tell: withoutRepeats(report),
      signal,
      until,
    };
  } catch (error) {
    informers.close();
    throw error;
  }
}

/** What this run restores or rolls out must have its time, however long the run before has been dead. Pure. */
export const withOwnTime = (rollout: RolloutState, now: number): RolloutState =>
  rollout.phase === 'rolling-back' || rollout.phase === 'promoting' ? { ...rollout, since: now } : rollout;

function unpaused({ paused: _, needsAction: __, ...rollout }: RolloutState): RolloutState {
  return rollout;
}

/**
 * Sets the token on every live object of the release that has one of this application, so that a run with a lower token can no longer write to
 * it. An object without a token is not touched: a user who can write records could name any object in one.
 * @param failed gets each object that could not be fenced, and why. Without it that is thrown.
 */
export async function fenceAll(
  cluster: Cluster,
  namespace: string,
  manifests: KubeObject[],
  writer: FencingToken,
  failed?: (title: string, error: unknown) => void,
): Promise<void> {
  const discovery = new Discovery(cluster);
  await Promise.all(
    manifests
      .filter(({ metadata }) => metadata?.labels?.[labels.kind] !== 'shipped')
      .map(async ({ apiVersion = '', kind = '', metadata }) => {
        try {
          const resource = await discovery.find(apiVersion, kind);
          if (resource === undefined || !resource.namespaced) return;
          const path = pathOf(resource, namespace, metadata?.name);
          const seen = await cluster.get<KubeObject>(path);
          if (seen === undefined || tokenOn(seen, writer.app) === 0) return;
          await setToken(cluster, path, writer, seen);
        } catch (error) {
          if (failed === undefined) throw error;
          failed(`${kind}/${metadata?.name}`, error);
        }
      }),
  );
}

/**
 * Returns what reports each object that the API server keeps from being fenced, once, such as one whose admission webhook is down: that must
 * not keep a run from rolling back. Any other error is thrown.
 */
function warningOf(report: (line: string) => void): (title: string, error: unknown) => void {
  const known = new Set<string>();
  return (title, error) => {
    if (!(error instanceof UserError) || error instanceof LeaseLost) throw error;
    if (known.has(title)) return;
    known.add(title);
    const what = `warning: ${title} was not fenced: ${error.message}`;
    report(`${what}; a run that still writes could overwrite it`);
  };
}

/** Sets the fencing token of routes, Services and autoscalers: they need not be in the manifests of the release. */
async function fenceTraffic(
  cluster: Cluster,
  informers: Informers,
  { namespace, service, workload }: Environment,
  writer: FencingToken,
  failed: (title: string, error: unknown) => void,
): Promise<void> {
  const { routes, services, autoscalers } = informers.snapshot();
  const known = [
    ...(service === undefined ? [] : routesOf(routes, service)).map(
      object => [resources.httpRoute, object] as const,
    ),
    ...services.map(object => [resources.service, object] as const),
    ...autoscalersOf(autoscalers, workload).map(
      object => [resources.horizontalPodAutoscaler, object] as const,
    ),
  ];
  await Promise.all(
    known
      .filter(([, object]) => tokenOn(object, writer.app) > 0)
      .map(async ([resource, object]) => {
        const path = pathOf(resource, namespace, object.metadata?.name);
        const fenced = await setToken(cluster, path, writer, object as KubeObject).catch((error: unknown) =>
          failed(`${resource.kind}/${object.metadata?.name}`, error),
        );
        if (fenced !== undefined) informers.put(fenced);
      }),
  );
}

/** Whether the fence owns temporary objects: an earlier part of this run has created them. */
function ownsAny({ metadata }: ConfigMap, { canary, services, jobs }: Snapshot): boolean {
  return [canary, ...services, ...jobs].some(each =>
    each?.metadata?.ownerReferences?.some(({ uid }) => uid === metadata?.uid),
  );
}

/** Returns what a new fence must own, as paths, and the older fences that it replaces. Pure. */
function temporaryIn(
  { canary, services, fences }: Snapshot,
  { namespace, service, workload }: Environment,
  { app, token }: FencingToken,
): { owned: string[]; older: ConfigMap[] } {
  const ownService = findCanaryService({ app, service }, { services });
  const owned = [
    ...(canary === undefined ? [] : [pathOf(resources.deployment, namespace, nameOf.canary(workload.name))]),
    ...(ownService === undefined ? [] : [pathOf(resources.service, namespace, ownService.metadata?.name)]),
  ];
  // Never a newer fence: the objects of its run would be deleted with it.
  return { owned, older: fences.filter(each => tokenOfFence(each) < token) };
}
