import type { Cluster } from '../../cluster/port.ts';
import { pathTo, type Ref, type Workload } from '../../release/workloads/kinds.ts';
import { jsonMap } from '../../toolkit/map.ts';

/**
 * What a restore over a database notes at its workload, before each step: whoever is killed in between has left that for the next run, which
 * goes on, or puts back what was there. It names steps, and nothing that is run.
 */

const steps = ['moving', 'restoring', 'putting-back', 'back', 'starting', 'done'] as const;

export interface Note {
  /** Eight hexadecimal digits, of which the name of the folder is made that holds what was there. */
  readonly id: string;
  /**
   * `moving` and `restoring`: nothing of what is restored has run, and what was there can be put back. `back`: that is done. From `starting` on it archives on a
   * timeline of its own. `done`: it takes writes, and only the name of the folder is of interest.
   */
  readonly step: (typeof steps)[number];
  /** How many pods there were. */
  readonly replicas: number;
  /** Up to where it is restored, as it was written: whoever goes on has to mean the same. */
  readonly to: string;
  /** Of the restore before, whose folder is removed when this one has succeeded. */
  readonly previous?: string | undefined;
}

const annotation = 'slipway.dev/restore-in-place';

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);

/** Undefined when there is none; what is no note of ours counts as none. Pure. */
export function noteIn({ metadata }: Workload): Note | undefined {
  const { id, step, replicas, to, previous } = jsonMap(metadata?.annotations?.[annotation] ?? '') ?? {};
  const found = steps.find(each => each === step);
  if (!isId(id) || found === undefined || typeof to !== 'string') return undefined;
  if (typeof replicas !== 'number' || !Number.isInteger(replicas) || replicas < 1 || replicas > 100)
    return undefined;
  return { id, step: found, replicas, to, ...(isId(previous) ? { previous } : {}) };
}

/** With the number of pods, when it is to change; at the version that was read, where one is given: of two runs one gets it. */
export async function writeNote(
  cluster: Cluster,
  at: { readonly namespace: string; readonly ref: Ref; readonly resourceVersion?: string | undefined },
  note: Note | undefined,
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
