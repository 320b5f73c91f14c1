import { type Exported, movedTo } from '../cluster-objects/portable.ts';
import { neutralize } from '../guard/side-effects.ts';

/** Selects the objects of an exported namespace to restore beside a copy of its database: the application, without side effects. */

interface Around {
  readonly from: string;
  readonly to: string;
  /** The workload of the database, which the copy replaces, and the Service that leads to it. */
  readonly database: { readonly kind: string; readonly name: string };
  readonly service: string;
}

export interface Application {
  readonly objects: readonly Exported[];
  /** The changed and the omitted objects, one sentence each. */
  readonly changes: readonly string[];
}

/** Records of releases and drills are valid only in their original namespace; pods use the copies of ConfigMaps and Secrets. */
const isRecord = (kind: string | undefined) => kind !== undefined && kind !== 'shipped';

/** Returns the objects to restore. Pure. */
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
      !isRecord(labels?.['slipway.dev/kind']),
  );
  const { manifests, changes } = neutralize(wanted);
  return { objects: movedTo(manifests as readonly Exported[], from, to), changes };
}
