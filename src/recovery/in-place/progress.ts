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
  /**
   * Ids of the earlier restores whose folders still exist, oldest first. If the last of them did not come up, the first one has the original
   * files, and the folder of this restore has files on which the database did not come up.
   */
  readonly previous: readonly string[];
  /** The recovery target of the previous restore, if it was at the step `starting`: other members may have no files. */
  readonly previousTo?: string | undefined;
}

const annotation = 'slipway.dev/restore-in-place';

const isStarted = (step: RestoreProgress['step']) => step === 'starting' || step === 'done';

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);

/** Returns the note of a workload; undefined if there is none, or it is invalid. Pure. */
export function progressOf({ metadata }: Workload): RestoreProgress | undefined {
  const { id, step, replicas, to, previous, previousTo } =
    jsonMap(metadata?.annotations?.[annotation] ?? '') ?? {};
  const found = steps.find(each => each === step);
  if (!isId(id) || found === undefined || typeof to !== 'string') return undefined;
  if (typeof replicas !== 'number' || !Number.isInteger(replicas) || replicas < 1 || replicas > 100)
    return undefined;
  // Older versions noted one id, and removed its folder before `starting`.
  const one = isId(previous) && !isStarted(found) ? [previous] : [];
  return {
    id,
    step: found,
    replicas,
    to,
    previous: Array.isArray(previous) ? previous.filter(isId) : one,
    previousTo: typeof previousTo === 'string' ? previousTo : undefined,
  };
}

/** Returns the id of the restore whose folder has the original files. Pure. */
export function originalsIn({ id, step, previous, previousTo }: RestoreProgress): string {
  const [first = id] = previous;
  return isStarted(step) || previousTo !== undefined ? first : id;
}

/**
 * Returns the ids of `previous` that stay when the restored database starts, and those that go. The original files stay until a restored
 * database has accepted writes. Pure.
 */
export function keptOf({ previous, previousTo }: RestoreProgress): { kept: string[]; gone: string[] } {
  const count = previousTo === undefined ? 0 : 1;
  return { kept: previous.slice(0, count), gone: previous.slice(count) };
}

/** Returns what a new restore notes of the one before. Pure. */
export function previousIn(
  left: RestoreProgress | undefined,
): Pick<RestoreProgress, 'previous' | 'previousTo'> {
  // It had moved no file.
  if (left?.step === 'stopping') return { previous: left.previous, previousTo: left.previousTo };
  const previous = left === undefined ? [] : [...left.previous, left.id];
  return { previous, previousTo: left?.step === 'starting' ? left.to : undefined };
}

/** Returns the note of the previous restore, whose folder still exists then. Pure. */
export function previousOf({
  previous,
  previousTo,
  replicas,
  to,
}: RestoreProgress): RestoreProgress | undefined {
  const id = previous.at(-1);
  if (id === undefined) return undefined;
  return {
    id,
    step: previousTo === undefined ? 'done' : 'starting',
    replicas,
    to: previousTo ?? to,
    previous: previous.slice(0, -1),
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
