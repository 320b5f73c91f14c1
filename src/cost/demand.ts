import { notQueried } from '../assess/live.ts';
import { type AssessedWorkload, assessSubject, ofKind } from '../assess/subject.ts';
import { everyContainer } from '../assess/templates.ts';
import type { Manifest } from '../cluster/manifests.ts';
import type { PodSpec } from '../cluster/objects.ts';
import { envPolicySchema } from '../config/assess.ts';
import type { Environment } from '../config/types.ts';
import { isMap, mapsIn, textMap, textsIn } from '../toolkit/map.ts';
import { containerNeed, podNeed, quantity } from '../workloads/pod-resources.ts';
import { times } from './pricing.ts';

/** What the workloads of an application request, from manifests. Undefined means unknown, and never 0. All pure. */

export interface WorkloadDemand extends AssessedWorkload {
  /** Of each pod. */
  readonly cores: number | undefined;
  readonly gib: number | undefined;
  /** The number of pods that the manifest fixes; undefined where an autoscaler, the nodes or a schedule decide. */
  readonly fixed: number | undefined;
  /** GiB of volumes that each pod gets, and of those that all of its pods share, without what another workload before it shares. */
  readonly storage: { readonly each: number; readonly shared: number } | undefined;
}

const gibibyte = 2 ** 30;

/** Returns a number of pods; undefined for anything else, such as one below 0. Pure. */
export const countIn = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 ? value : undefined;

const fromZero = (amount = Number.NaN) => (amount >= 0 ? amount : Number.NaN);

export function demandsIn(
  manifests: readonly Manifest[],
  environmentName: string,
  { namespace, workload, service }: Environment,
): WorkloadDemand[] {
  const { workloads } = assessSubject({
    environment: environmentName,
    namespace,
    workload,
    service,
    manifests,
    released: [],
    zones: 1,
    variables: envPolicySchema.parse({}),
    live: notQueried('only manifests are read'),
    now: '',
  });
  const shared = new Set<string>();
  return workloads.map(each => {
    const { kind, spec } = each.object;
    const { autoscaler } = each;
    const counted = (kind === 'Deployment' || kind === 'StatefulSet') && autoscaler === undefined;
    return {
      ...each,
      // KEDA's follows events, which are not recorded here.
      autoscaler: autoscaler?.object.kind === 'HorizontalPodAutoscaler' ? autoscaler : undefined,
      cores: requestOf(each.spec, 'cpu'),
      gib: times(requestOf(each.spec, 'memory'), 1 / gibibyte),
      fixed: counted ? countIn(spec?.replicas) : undefined,
      storage: storageOf(each, manifests, shared),
    };
  });
}

/**
 * Returns what the scheduler reserves for a pod. Where neither the pod nor each container that keeps running has a request or a limit, it
 * is unknown.
 */
function requestOf(spec: PodSpec, resource: 'cpu' | 'memory'): number | undefined {
  const says = (of: Pick<PodSpec, 'resources'>) => (containerNeed(of, 'requests', resource) ?? -1) >= 0;
  const running = everyContainer(spec);
  const isKnown = says(spec) || (running.length > 0 && running.every(({ container }) => says(container)));
  const need = podNeed(spec, 'requests', resource);
  return isKnown && need >= 0 ? need : undefined;
}

/** @param before names of PVCs that are counted already; those of this workload are added. */
function storageOf(
  { object, spec }: AssessedWorkload,
  manifests: readonly Manifest[],
  before: Set<string>,
): WorkloadDemand['storage'] {
  const inside = (value: unknown, key: string) => (isMap(value) ? value[key] : undefined);
  const sizeOf = (claim: unknown) =>
    fromZero(quantity(String(['spec', 'resources', 'requests', 'storage'].reduce(inside, claim)))) / gibibyte;
  const pvcs = new Set(
    textsIn(mapsIn(spec.volumes).map(each => textMap(each.persistentVolumeClaim).claimName)),
  );
  const own = [...pvcs.difference(before)];
  for (const name of own) before.add(name);
  const declared = ofKind(manifests, 'PersistentVolumeClaim');
  const sizes = [
    mapsIn(object.spec?.volumeClaimTemplates).map(sizeOf),
    own.map(name => sizeOf(declared.find(each => each.name === name)?.object)),
  ];
  const [each = 0, shared = 0] = sizes.map(list => list.reduce((total, size) => total + size, 0));
  return Number.isNaN(each + shared) ? undefined : { each, shared };
}
