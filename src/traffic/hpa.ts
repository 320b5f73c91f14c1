import type { HorizontalPodAutoscaler } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import {
  annotate,
  annotation,
  annotationOf,
  type FencedPatch,
  type FencingToken,
  fencingTests,
  pointer,
} from './fencing-token.ts';
import { patchAt } from './router.ts';

const floorPath = pointer('spec', 'minReplicas');

/** `minReplicas` before it was raised (null: it was not set), and the value that we set. */
interface Floor {
  was: number | null;
  set: number;
}

/** Returns the autoscalers of a workload. */
export function autoscalersOf(
  autoscalers: readonly HorizontalPodAutoscaler[],
  { kind, name }: Readonly<{ kind: string; name: string }>,
): HorizontalPodAutoscaler[] {
  return autoscalers.filter(
    ({ spec }) => spec?.scaleTargetRef.kind === kind && spec.scaleTargetRef.name === name,
  );
}

/** Returns why these autoscalers of one workload make it impossible to hold the number of pods. */
export function autoscalerProblems(
  autoscalers: readonly HorizontalPodAutoscaler[],
  workload: Readonly<{ kind: string; name: string }>,
): UserError[] {
  const [first, ...others] = autoscalers;
  if (first === undefined) return [];
  const name = first.metadata?.name;
  if (others.length > 0) {
    const names = autoscalers.map(({ metadata }) => metadata?.name).join(' and ');
    return [
      new UserError(
        `the autoscalers ${names} both scale ${workload.kind}/${workload.name}, and so conflict`,
        'keep one of them',
      ),
    ];
  }
  const keda = scaledObjectOf(first);
  if (keda === undefined) return [];
  return [
    new UserError(
      `the autoscaler ${name} belongs to the KEDA ScaledObject/${keda}, which resets its minReplicas at once`,
      `pause it during the rollout (annotation autoscaling.keda.sh/paused on ScaledObject/${keda})`,
    ),
  ];
}

/** Returns the KEDA ScaledObject that an autoscaler belongs to. */
function scaledObjectOf({ metadata }: HorizontalPodAutoscaler): string | undefined {
  return (
    metadata?.ownerReferences?.find(({ kind }) => kind === 'ScaledObject')?.name ??
    metadata?.labels?.['scaledobject.keda.sh/name']
  );
}

/** A workload whose autoscalers are written. */
interface Scaled extends FencingToken {
  namespace: string;
  workload: Readonly<{ kind: string; name: string }>;
}

/** Returns the patches that raise `minReplicas` of the workload's autoscalers to the current number of pods. */
export const raiseMinReplicas = (
  scaled: Scaled,
  autoscalers: readonly HorizontalPodAutoscaler[],
  present: number,
): FencedPatch[] => patchEach(scaled, autoscalers, each => raiseMinReplicasPatch(each, scaled, present));

/** Returns the patches that restore `minReplicas` of the workload's autoscalers. */
export const restoreMinReplicas = (
  scaled: Scaled,
  autoscalers: readonly HorizontalPodAutoscaler[],
): FencedPatch[] => patchEach(scaled, autoscalers, each => restoreMinReplicasPatch(each, scaled));

const patchEach = (
  { namespace, workload }: Scaled,
  autoscalers: readonly HorizontalPodAutoscaler[],
  patchOf: (each: HorizontalPodAutoscaler) => JsonPatch[],
): FencedPatch[] =>
  autoscalersOf(autoscalers, workload).flatMap(each =>
    patchAt(pathOf(resources.horizontalPodAutoscaler, namespace, each.metadata?.name), patchOf(each)),
  );

/**
 * Returns the patch that raises `minReplicas` to the current number of pods, so that the stable side keeps its size while its load
 * moves to the canary. It records the old value. Empty when `minReplicas` is high enough.
 * @param present current number of pods, at least 0.
 */
export function raiseMinReplicasPatch(
  autoscaler: HorizontalPodAutoscaler,
  writer: FencingToken,
  present: number,
): JsonPatch[] {
  const { minReplicas, maxReplicas = present } = autoscaler.spec ?? {};
  const set = Math.min(present, maxReplicas);
  if (set <= (minReplicas ?? 1)) return [];
  // If it was raised before and not changed since, the value recorded then is the one to restore.
  const before = floorOf(autoscaler, writer.app);
  const was = before?.set === minReplicas && before !== undefined ? before.was : (minReplicas ?? null);
  return [
    ...fencingTests(autoscaler, writer),
    ...unchanged(minReplicas),
    { op: 'add', path: floorPath, value: set },
    ...annotate(
      autoscaler,
      annotationOf.minReplicas(writer.app),
      JSON.stringify({ was, set } satisfies Floor),
    ),
  ];
}

/**
 * Returns the patch that restores the old `minReplicas`, unless another writer has changed it since. It does not lower the number of
 * pods: the autoscaler does that by the load. Empty when nothing was raised.
 */
export function restoreMinReplicasPatch(
  autoscaler: HorizontalPodAutoscaler,
  writer: FencingToken,
): JsonPatch[] {
  const floor = floorOf(autoscaler, writer.app);
  if (floor === undefined) return [];
  const present = autoscaler.spec?.minReplicas;
  const back: JsonPatch[] =
    present !== floor.set
      ? []
      : [
          ...unchanged(present),
          floor.was === null
            ? { op: 'remove', path: floorPath }
            : { op: 'replace', path: floorPath, value: floor.was },
        ];
  return [
    ...fencingTests(autoscaler, writer),
    ...back,
    ...annotate(autoscaler, annotationOf.minReplicas(writer.app), undefined),
  ];
}

const unchanged = (minReplicas: number | undefined): JsonPatch[] =>
  minReplicas === undefined ? [] : [{ op: 'test', path: floorPath, value: minReplicas }];

function floorOf(autoscaler: HorizontalPodAutoscaler, app: string): Floor | undefined {
  const text = annotation(autoscaler, annotationOf.minReplicas(app));
  const { was, set } = jsonMap(text ?? '') ?? {};
  return (was === null || typeof was === 'number') && typeof set === 'number' ? { was, set } : undefined;
}
