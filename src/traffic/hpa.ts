import type { HorizontalPodAutoscaler } from '../cluster/objects.ts';
import type { JsonPatch } from '../cluster/port.ts';
import { annotate, annotation, annotationOf, type FencingToken, fencingTests, pointer } from './fence.ts';
import type { Problem } from './service.ts';

const floorPath = pointer('spec', 'minReplicas');

/** `minReplicas` before it was raised (null: it had none) and what we set. */
interface Floor {
  was: number | null;
  set: number;
}

/** The autoscalers of a workload. */
export function autoscalersOf(
  autoscalers: readonly HorizontalPodAutoscaler[],
  { kind, name }: Readonly<{ kind: string; name: string }>,
): HorizontalPodAutoscaler[] {
  return autoscalers.filter(
    ({ spec }) => spec?.scaleTargetRef.kind === kind && spec.scaleTargetRef.name === name,
  );
}

/** What makes it impossible to hold the number of pods with these autoscalers of one workload. */
export function autoscalerProblems(
  autoscalers: readonly HorizontalPodAutoscaler[],
  workload: Readonly<{ kind: string; name: string }>,
): Problem[] {
  const [first, ...others] = autoscalers;
  if (first === undefined) return [];
  const name = first.metadata?.name;
  if (others.length > 0) {
    const names = autoscalers.map(({ metadata }) => metadata?.name).join(' and ');
    return [
      {
        problem: `the autoscalers ${names} both scale ${workload.kind}/${workload.name}, each against the other`,
        remedy: 'keep one of them',
      },
    ];
  }
  const keda = scaledObjectOf(first);
  if (keda === undefined) return [];
  return [
    {
      problem: `the autoscaler ${name} belongs to ScaledObject/${keda} of KEDA, which puts its minReplicas back at once`,
      remedy: `pause it for the time of the rollout (annotation autoscaling.keda.sh/paused on ScaledObject/${keda})`,
    },
  ];
}

/** The ScaledObject of KEDA that an autoscaler belongs to. */
function scaledObjectOf({ metadata }: HorizontalPodAutoscaler): string | undefined {
  return (
    metadata?.ownerReferences?.find(({ kind }) => kind === 'ScaledObject')?.name ??
    metadata?.labels?.['scaledobject.keda.sh/name']
  );
}

/**
 * Raises `minReplicas` to the number of pods of now, so that the stable side keeps its size while its load goes over to
 * the canary. Remembers what it was. Empty when it is that high already.
 * @param present pods of now, at least 0.
 */
export function raisePatch(
  autoscaler: HorizontalPodAutoscaler,
  fence: FencingToken,
  present: number,
): JsonPatch[] {
  const { minReplicas, maxReplicas = present } = autoscaler.spec ?? {};
  const set = Math.min(present, maxReplicas);
  if (set <= (minReplicas ?? 1)) return [];
  // Raised before, and not touched by others since: what it was then is what goes back.
  const before = floorOf(autoscaler, fence.app);
  const was = before?.set === minReplicas && before !== undefined ? before.was : (minReplicas ?? null);
  return [
    ...fencingTests(autoscaler, fence),
    ...unchanged(minReplicas),
    { op: 'add', path: floorPath, value: set },
    ...annotate(
      autoscaler,
      annotationOf.minReplicas(fence.app),
      JSON.stringify({ was, set } satisfies Floor),
    ),
  ];
}

/**
 * Puts `minReplicas` back exactly as it was. A value that somebody has set meanwhile stays. It lowers no number of pods:
 * the autoscaler decides on that by the load. Empty when nothing was raised.
 */
export function restorePatch(autoscaler: HorizontalPodAutoscaler, fence: FencingToken): JsonPatch[] {
  const floor = floorOf(autoscaler, fence.app);
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
    ...fencingTests(autoscaler, fence),
    ...back,
    ...annotate(autoscaler, annotationOf.minReplicas(fence.app), undefined),
  ];
}

const unchanged = (minReplicas: number | undefined): JsonPatch[] =>
  minReplicas === undefined ? [] : [{ op: 'test', path: floorPath, value: minReplicas }];

function floorOf(autoscaler: HorizontalPodAutoscaler, app: string): Floor | undefined {
  const text = annotation(autoscaler, annotationOf.minReplicas(app));
  if (text === undefined) return undefined;
  try {
    const { was, set } = JSON.parse(text) as Partial<Floor>;
    const known = (was === null || typeof was === 'number') && typeof set === 'number';
    return known ? { was: was ?? null, set } : undefined;
  } catch {
    return undefined;
  }
}
