import type { Cluster } from '../../cluster/port.ts';
import { pathTo, type Ref, type Workload } from '../../release/workloads/kinds.ts';
import { jsonMap } from '../../toolkit/map.ts';

/**
 * What a restore over a database notes at its workload, before each step: whoever is killed in between has left that for the next run, which
 * goes on, or puts back what was there. It names steps and a number, and nothing that is run.
 */

const steps = ['moving', 'restoring', 'starting', 'putting-back', 'done'] as const;

export interface Note {
  /** Eight hexadecimal digits, of which the name of the folder is made that holds what was there. */
  readonly id: string;
  /** `done`: what was there before is still kept, and can be put back. */
  readonly step: (typeof steps)[number];
  /** How many pods there were. */
  readonly replicas: number;
}

const annotation = 'slipway.dev/restore-in-place';

/** Undefined when there is none; what is no note of ours counts as none. Pure. */
export function noteIn({ metadata }: Workload): Note | undefined {
  const { id, step, replicas } = jsonMap(metadata?.annotations?.[annotation] ?? '') ?? {};
  const found = steps.find(each => each === step);
  if (typeof id !== 'string' || !/^[0-9a-f]{8}$/.test(id) || found === undefined) return undefined;
  if (typeof replicas !== 'number' || !Number.isInteger(replicas) || replicas < 1 || replicas > 100)
    return undefined;
  return { id, step: found, replicas };
}

/** With the number of pods, when it is to change; at the version that was read, so that of two runs one gets it. */
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
