import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { counted } from '../../toolkit/count.ts';
import { scaleDown } from '../cluster-objects/applying.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import type { CopyRequest } from '../copy.ts';
import { replicasBefore } from '../guard/side-effects.ts';
import type { LevelCheck } from '../levels.ts';
import { objectsCheck } from '../restoring-parts.ts';
import type { ApplicationClientOptions } from './application-client.ts';
import type { ScratchTarget } from './scratch-system.ts';

/** Starts the application of a backup set on a copy of its database, and compares its objects with the set. */

export interface ScratchApplication
  extends Pick<ApplicationClientOptions, 'service' | 'port' | 'functional' | 'before'> {
  /** The objects to apply: neutralized, and in the drill's namespace. */
  readonly objects: readonly Exported[];
  /** The workloads to start, as `Kind/name`. */
  readonly start: readonly string[];
  /** Further Secrets and ConfigMaps to copy. */
  readonly secrets: CopyRequest['configuration'];
}

/** Checks that the objects match the set, except for the neutralized ones and the started workloads. */
export function objectsOf(
  cluster: Cluster,
  { copy }: ScratchTarget,
  { objects, start, secrets }: ScratchApplication,
): Promise<LevelCheck> {
  // These belong to the copy, which has labels of ours.
  const copied = [...copy.configuration, ...secrets].map(({ kind, name }) => `${kind}/${name}`);
  const expected = objects.filter(each => !copied.includes(titleOf(each)));
  const awake = expected.map(each => {
    const replicas = start.includes(titleOf(each)) ? replicasBefore(each) : undefined;
    return replicas === undefined
      ? scaleDown(each)
      : { ...each, spec: { ...(each.spec as object | undefined), replicas } };
  });
  return objectsCheck(
    { cluster, from: copy.from, into: copy.namespace },
    awake,
    `${counted(expected.length, 'object')} of the set created, all unchanged; those with side effects are suspended`,
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
