import { type Exported, movedTo } from '../cluster-objects/portable.ts';
import { tamed } from '../guard/tamed.ts';

/** What of an exported namespace is brought up beside a copy of its database: the application, and nothing that acts by itself. */

export interface Around {
  readonly from: string;
  readonly to: string;
  /** The workload of the database, which the copy stands for, and the Service by which it is found. */
  readonly database: { readonly kind: string; readonly name: string };
  readonly service: string;
}

export interface Application {
  readonly objects: readonly Exported[];
  /** What was changed or left out, a sentence each. */
  readonly changes: readonly string[];
}

/** Pure. */
export function applicationOf(
  objects: readonly Exported[],
  { from, to, database, service }: Around,
): Application {
  const own = objects.filter(({ kind, metadata }) => metadata.namespace === from && kind !== 'Namespace');
  const pvcs = new RegExp(`-${database.name.replaceAll('.', '\\.')}-\\d+$`);
  const wanted = own.filter(
    ({ kind, metadata: { name, labels } }) =>
      !(kind === database.kind && name === database.name) &&
      !(kind === 'Service' && name === service) &&
      // The PVCs of a StatefulSet are named after it.
      !(kind === 'PersistentVolumeClaim' && pvcs.test(name)) &&
      // Records of releases and drills are of where they were made.
      labels?.['slipway.dev/kind'] === undefined,
  );
  const { manifests, changes } = tamed(wanted);
  return { objects: movedTo(manifests as readonly Exported[], from, to), changes };
}
