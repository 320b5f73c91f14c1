import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { counted } from '../../toolkit/count.ts';
import { sleeping } from '../cluster-objects/applying.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import type { CopyRequest } from '../copy.ts';
import { replicasBefore } from '../guard/tamed.ts';
import type { Rung } from '../ladder.ts';
import { objectsRung } from '../restoring-parts.ts';
import type { Functional } from './functional.ts';
import type { ScratchTarget } from './scratch-system.ts';

/** The application of a set beside a copy of its database: started, and compared with the set. */

export interface ScratchApplication {
  /** As they are applied: tamed, and of the drill's namespace. */
  readonly objects: readonly Exported[];
  /** What is started, as `Kind/name`. */
  readonly start: readonly string[];
  /** Secrets and ConfigMaps that are copied besides. */
  readonly secrets: CopyRequest['configuration'];
  readonly service: string;
  readonly port: number;
  readonly functional: Omit<Functional, 'base'>;
  /** The old record before the loss; undefined where it could not be read. */
  readonly before?: string | undefined;
}

/** Whether the objects are there as the set has them, but for what was tamed and what has pods now. */
export function objectsOf(
  cluster: Cluster,
  { copy }: ScratchTarget,
  { objects, start, secrets }: ScratchApplication,
): Promise<Rung> {
  // These are of the copy, which bears labels of ours.
  const copied = [...copy.configuration, ...secrets].map(({ kind, name }) => `${kind}/${name}`);
  const expected = objects.filter(each => !copied.includes(titleOf(each)));
  const awake = expected.map(each => {
    const replicas = start.includes(titleOf(each)) ? replicasBefore(each) : undefined;
    return replicas === undefined
      ? sleeping(each)
      : { ...each, spec: { ...(each.spec as object | undefined), replicas } };
  });
  return objectsRung(
    { cluster, from: copy.from, into: copy.namespace },
    awake,
    `${counted(expected.length, 'object')} of the set made, all as they were; what would act by itself sleeps`,
  );
}

const titleOf = ({ kind, metadata }: Exported) => `${kind}/${metadata.name}`;

export async function startAll(
  cluster: Cluster,
  { objects, start }: ScratchApplication,
  namespace: string,
): Promise<void> {
  for (const object of objects) {
    const replicas = replicasBefore(object);
    if (!start.includes(titleOf(object)) || replicas === undefined) continue;
    const resource = object.kind === 'StatefulSet' ? resources.statefulSet : resources.deployment;
    await cluster.patch(pathOf(resource, namespace, object.metadata.name), 'merge', { spec: { replicas } });
  }
}
