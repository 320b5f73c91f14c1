import type { Cluster } from '../../cluster/port.ts';
import { jsonMap } from '../../toolkit/map.ts';
import { pathTo, type Ref, type Workload } from '../../workloads/kinds.ts';

/**
 * The progress of an in-place restore, in an annotation of the workload, written before each step. After an interruption the next run
 * resumes from it, or puts the original files back. It names steps, never a command.
 */

const steps = ['stopping', 'moving', 'restoring', 'putting-back', 'back', 'starting', 'done'] as const;

export interface RestoreProgress {
  /** Eight hexadecimal digits, part of the name of the folder with the original files. */
  readonly id: string;
  /**
   * `stopping`: no file has been moved. `moving`, `restoring`: the restored database has not run, and the original files can be put back.
   * `back`: they are back. From `starting` on the restored database archives on a new timeline. `done`: it accepts writes, and only the
   * folder name matters.
   */
  readonly step: (typeof steps)[number];
  /** The original number of replicas. */
  readonly replicas: number;
  /** The recovery target as the user wrote it; a run that resumes must have the same one. */
  readonly to: string;
  /** Id of the previous restore, whose folder is removed when this one has succeeded. */
  readonly previous?: string | undefined;
  /** The recovery target of the previous restore, if it was at the step `starting`: other members may have no files. */
  readonly previousTo?: string | undefined;
}

const annotation = 'slipway.dev/restore-in-place';

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);

/** Returns the note of a workload; undefined if there is none, or it is invalid. Pure. */
export function progressOf({ metadata }: Workload): RestoreProgress | undefined {
  const { id, step, replicas, to, previous, previousTo } =
    jsonMap(metadata?.annotations?.[annotation] ?? '') ?? {};
  const found = steps.find(each => each === step);
  if (!isId(id) || found === undefined || typeof to !== 'string') return undefined;
  if (typeof replicas !== 'number' || !Number.isInteger(replicas) || replicas < 1 || replicas > 100)
    return undefined;
  return {
    id,
    step: found,
    replicas,
    to,
    previous: isId(previous) ? previous : undefined,
    previousTo: typeof previousTo === 'string' ? previousTo : undefined,
  };
}

/** Returns what a new restore notes of the one before. Pure. */
export function previousIn(
  left: RestoreProgress | undefined,
): Pick<RestoreProgress, 'previous' | 'previousTo'> {
  // It had moved no file.
  if (left?.step === 'stopping') return { previous: left.previous, previousTo: left.previousTo };
  return { previous: left?.id, previousTo: left?.step === 'starting' ? left.to : undefined };
}

/** Returns the note of the previous restore, whose folder still exists then. Pure. */
export function previousOf({
  previous,
  previousTo,
  replicas,
  to,
}: RestoreProgress): RestoreProgress | undefined {
  if (previous === undefined) return undefined;
  return {
    id: previous,
    step: previousTo === undefined ? 'done' : 'starting',
    replicas,
    to: previousTo ?? to,
  };
}

/** Writes the note, and the replicas if given. With a `resourceVersion` only one of two concurrent runs succeeds. */
export async function writeProgress(
  cluster: Cluster,
  at: { readonly namespace: string; readonly ref: Ref; readonly resourceVersion?: string | undefined },
  note: RestoreProgress | undefined,
  replicas?: number,
): Promise<void> {
  const { namespace, ref, resourceVersion } = at;
  await cluster.patch(pathTo(namespace, ref), 'merge', {
    metadata: {
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
      annotations: { [annotation]: note === undefined ? null : JSON.stringify(note) },
    },
    ...(replicas === undefined ? {} : { spec: { replicas } }),
  });
}
