import type { Destination } from '../../cluster/apply.ts';
import type { Manifest } from '../../cluster/manifests.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Config, Environment } from '../../config/types.ts';
import type { OlderCommitProblem } from '../../toolkit/commit-order.ts';
import type { HasEnded } from '../../toolkit/ended-runs.ts';
import type { Origin } from '../../toolkit/origin.ts';
import { workloadIn } from '../../workloads/candidate.ts';
import { isControlled, mayTakeFromHelm } from '../../workloads/controllers.ts';
import { isOf, keyOf, referencesOf, refOf, titleOf } from '../../workloads/kinds.ts';
import type { ReleaseNumber } from '../../workloads/naming.ts';
import { shipConfiguration } from '../../workloads/shipped.ts';
import { workersIn } from '../../workloads/workers.ts';
import type { HookSetup } from '../hooks/hooks.ts';
import type { NewRecord } from '../store/record-text.ts';
import type { Promotion, Signatures } from '../store/schema.ts';
import type { ApplyTarget, DeployedImage, LiveState } from './live-state.ts';

/**
 * Checks whether the environment that this one requires has verified the images. Writes nothing.
 * @throws UserError when it has not, or it is not known.
 */
export type RequirePromotion = (
  cluster: Cluster,
  images: Record<string, DeployedImage>,
) => Promise<{ promotion: Promotion; sentence: string }>;

export interface DeployRequest {
  config: Config;
  environmentName: string;
  environment: Environment;
  manifests: Manifest[];
  images: Record<string, DeployedImage>;
  origin: Origin;
  /** Hooks of the environment; undefined when it has none. */
  hookSetup?: HookSetup;
  /** For the secrets that slipway.yml names. */
  env: NodeJS.ProcessEnv;
  /** Checks whether these images may be released here; absent where the environment requires no other one. */
  requirePromotion?: RequirePromotion;
  /** The verified signatures of the images; undefined where none are required. */
  signatures?: Signatures;
  /** Milliseconds to wait for another run's Lease. */
  wait: number;
  /** Aborts when the run is cancelled: the release is then rolled back within seconds. */
  signal?: AbortSignal | undefined;
  /** Whether another run is known to have ended; undefined where that cannot be looked up. */
  hasEnded?: HasEnded;
  /** Undefined in runs that may release an older commit. */
  olderCommitProblem?: OlderCommitProblem;
  report: (line: string) => void;
}

/** The objects that a release applies. */
export interface ReleaseObjects {
  manifests: Manifest[];
  shipped: NewRecord['shipped'];
  /** Hooks that are Jobs. */
  hooks?: NewRecord['hooks'];
}

/**
 * Gives the candidate its final names, and leaves to other controllers what they write or scale. Pure, except for its reports.
 * @param salt of the application, for the names of its shipped copies.
 */
export function releaseObjectsOf(
  candidate: Manifest[],
  request: DeployRequest,
  liveState: LiveState,
  salt: string,
): ReleaseObjects {
  const { config, environment, report } = request;
  const controlled = liveState.targets
    .filter(({ live }) => live !== undefined && isControlled(live))
    .map(({ manifest }) => titleOfManifest(manifest));
  const live = new Set([...environment.unversioned, ...controlled]);
  const hooks = Object.values(request.hookSetup?.hooks ?? {}).flatMap(hook =>
    'manifest' in hook ? [hook.manifest.object] : [],
  );
  const plan = shipConfiguration(candidate, config.app, live, salt, hooks);
  // What is shipped as a copy is not written itself.
  const written = new Set(plan.manifests.map(titleOfManifest));
  const taken = liveState.targets
    .filter(target => target.live !== undefined && mayTakeFromHelm(target.live, environment))
    .map(({ manifest }) => titleOfManifest(manifest))
    .filter(title => written.has(title));
  if (taken.length > 0)
    report(`taken over from the Helm release ${environment['take-over']?.helm}: ${taken.join(', ')}`);
  for (const name of controlled) report(`${name} is written by another controller and stays live`);
  const workload = workloadIn(plan.manifests, environment);
  const scaled = [[workload, liveState.autoscaler] as const].concat(
    workersIn(plan.manifests, environment).map(worker => [
      worker,
      liveState.workers[keyOf(refOf(worker))]?.autoscaler,
    ]),
  );
  for (const [each, autoscaler] of scaled) {
    const { spec } = each;
    if (autoscaler === undefined || spec?.replicas === undefined) continue;
    const whose = each === workload ? '' : ` of ${titleOf(refOf(each))}`;
    report(`spec.replicas${whose} is left to HorizontalPodAutoscaler/${autoscaler.metadata?.name}`);
    delete spec.replicas;
  }
  return plan;
}

const titleOfManifest = ({ object, name }: Manifest) => `${object.kind}/${name}`;

/** Returns the objects that are applied before the workload, in the order of their apply. Pure. */
export function beforeWorkload(targets: ApplyTarget[], { workload }: Environment): Destination[] {
  return targets
    .map(({ manifest, path, live }) => ({ path, live, object: manifest.object as KubeObject }))
    .filter(({ object }) => !isOf(workload, object));
}

/** Returns what a rollback of a first release removes: all new objects, except shipped copies, which the record needs. Pure. */
export function createdTargets(targets: ApplyTarget[], shipped: ReleaseObjects['shipped']): ApplyTarget[] {
  const copies = new Set(shipped.map(({ kind, copy }) => `${kind}/${copy}`));
  return targets.filter(
    ({ manifest, live }) => live === undefined && !copies.has(`${manifest.object.kind}/${manifest.name}`),
  );
}

/** The fields of a record that are in neither the request nor the plan. */
interface Circumstances extends Pick<NewRecord, 'token' | 'release' | 'workers'> {
  baseline: ReleaseNumber | undefined;
  /** Default: true. */
  reversible?: boolean;
  /** Why the images may be released here. */
  promotion?: Promotion | undefined;
}

/** Returns the record of a release that is about to be applied. */
export function recordOf(
  request: DeployRequest,
  plan: ReleaseObjects,
  { token, release, baseline, reversible = true, workers = {}, promotion }: Circumstances,
): NewRecord {
  return {
    ...recordHeader(request, token),
    release,
    source: 'released',
    ...(baseline === undefined ? {} : { baseline }),
    ...(reversible ? {} : { reversible: false }),
    ...(promotion === undefined ? {} : { promotion }),
    ...(request.signatures === undefined ? {} : { signatures: request.signatures }),
    images: referencesOf(request.images),
    shipped: plan.shipped,
    ...(plan.hooks === undefined ? {} : { hooks: plan.hooks }),
    ...(Object.keys(workers).length === 0 ? {} : { workers }),
    manifests: recordable(plan.manifests),
  };
}

/** Returns the fields of a record that the request has. */
export function recordHeader({ config, environmentName, origin }: DeployRequest, token: number) {
  return {
    schema: 1 as const,
    app: config.app,
    environment: environmentName,
    by: origin,
    token,
    config,
  };
}

/** Returns the manifests for a record: without the values of Secrets, and without the data of shipped copies, which exist as objects. */
export function recordable(manifests: Manifest[]): KubeObject[] {
  return manifests.map(({ object }) => {
    if (object.kind !== 'Secret' && !(object.kind === 'ConfigMap' && object.immutable === true))
      return object;
    const { data: _data, stringData: _stringData, binaryData: _binaryData, ...rest } = object;
    // The output of `kubectl get -o yaml` repeats the values in kubectl's annotation.
    const { [lastApplied]: _applied, ...annotations } = object.metadata?.annotations ?? {};
    return object.metadata?.annotations === undefined
      ? rest
      : { ...rest, metadata: { ...object.metadata, annotations } };
  });
}

const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';
