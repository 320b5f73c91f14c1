import { isDeepStrictEqual } from 'node:util';
import type { KubeObject, ObjectMeta } from '../../../src/cluster/objects.ts';
import {
  difference,
  type Fields,
  fieldsAt,
  fieldsOf,
  has,
  type Merging,
  merged,
  nameOfField,
  pathsOf,
  valueAt,
  without,
} from './fields.ts';
import { applyConflict } from './status.ts';

type Entry = NonNullable<ObjectMeta['managedFields']>[number];

/** The manager of a write, its time, and the object. */
export interface Writer extends Merging {
  manager: string;
  apiVersion: string;
  /** In whole seconds, like the API server. */
  time: string;
  subresource?: string;
}

const entriesOf = ({ metadata }: KubeObject): Entry[] => metadata?.managedFields ?? [];
const fieldsIn = (entry: Entry): Fields => (entry.fieldsV1 ?? {}) as Fields;

const entryOf = ({ manager, apiVersion, time, subresource }: Writer, operation: string, fields: Fields) =>
  ({
    ...{ manager, operation, apiVersion, time, fieldsType: 'FieldsV1', fieldsV1: fields },
    ...(subresource === undefined ? {} : { subresource }),
  }) as Entry;

const isOf = (entry: Entry, { manager, subresource }: Writer, operation: string) =>
  entry.manager === manager && entry.operation === operation && entry.subresource === subresource;

const managed = (object: KubeObject, entries: Entry[]): KubeObject => ({
  ...object,
  metadata: {
    ...object.metadata,
    managedFields: entries.filter(
      entry => Object.keys(fieldsIn(entry)).length > 0 || entry.fieldsV1 === undefined,
    ),
  },
});

/** Returns an object after a write other than an apply: only its manager owns the changed fields. */
export function updated(live: KubeObject, next: KubeObject, writer: Writer): KubeObject {
  const asked = next.metadata?.managedFields;
  const isReset = asked?.length === 1 && Object.keys(asked[0] ?? {}).length === 0;
  const base = isReset ? [] : asked === undefined || asked.length === 0 ? entriesOf(live) : asked;
  const { set, gone } = difference(live, next, writer);
  if (set.length === 0 && gone.length === 0) return managed(next, base);
  const taken = fieldsAt([...set, ...gone]);
  const without = (entry: Entry) => pathsOf(fieldsIn(entry)).filter(path => !has(taken, path));
  const mine = base.find(entry => isOf(entry, writer, 'Update'));
  const others = base
    .filter(entry => entry !== mine)
    .map(entry => (entry.fieldsV1 === undefined ? entry : { ...entry, fieldsV1: fieldsAt(without(entry)) }));
  const own = fieldsAt([...(mine === undefined ? [] : without(mine)), ...set]);
  return managed(next, [...others, entryOf(writer, 'Update', own)]);
}

/**
 * Returns an object after an apply of a manager.
 * @throws Refusal where that would change fields of other managers, without force.
 */
export function appliedOver(
  live: KubeObject,
  applied: KubeObject,
  writer: Writer,
  force: boolean,
): KubeObject {
  const wanted = fieldsOf(applied, writer);
  const paths = pathsOf(wanted);
  const mine = entriesOf(live).find(entry => isOf(entry, writer, 'Apply'));
  let others = entriesOf(live).filter(entry => entry !== mine);
  let next = merged(live, applied, writer) as KubeObject;
  const changed = paths.filter(
    path =>
      path.at(-1) !== '.' && !isDeepStrictEqual(valueAt(live, path, writer), valueAt(next, path, writer)),
  );
  const clashes = others.flatMap(entry =>
    changed.filter(path => has(fieldsIn(entry), path)).map(path => ({ entry, path })),
  );
  if (clashes.length > 0 && !force)
    throw applyConflict(
      clashes.map(({ entry, path }) => ({ manager: namedOf(entry), field: nameOfField(path) })),
    );
  others = others.map(entry => {
    const lost = fieldsAt(clashes.filter(clash => clash.entry === entry).map(({ path }) => path));
    if (Object.keys(lost).length === 0) return entry;
    return { ...entry, fieldsV1: fieldsAt(pathsOf(fieldsIn(entry)).filter(path => !has(lost, path))) };
  });
  // Fields that it no longer applies are removed, unless other managers have them, too.
  for (const path of mine === undefined ? [] : pathsOf(fieldsIn(mine)))
    if (!has(wanted, path) && !others.some(entry => has(fieldsIn(entry), path)))
      next = without(next, path, writer) as KubeObject;
  const isSame = mine !== undefined && isDeepStrictEqual(fieldsIn(mine), wanted) && changed.length === 0;
  const own = isSame ? mine : entryOf(writer, 'Apply', wanted);
  const { managedFields: _, ...metadata } = { ...next.metadata };
  return managed({ ...next, metadata } as KubeObject, [...others, own]);
}

function namedOf({ manager, operation, apiVersion, subresource }: Entry): string {
  const name = subresource ? `"${manager}" with subresource "${subresource}"` : `"${manager}"`;
  return operation === 'Update' ? `${name} using ${apiVersion}` : name;
}
