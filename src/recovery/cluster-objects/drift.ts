import { differences } from '../../plan/difference.ts';
import { isMap } from '../../toolkit/map.ts';
import type { Export } from './exporting.ts';
import { compare, keyOf } from './order.ts';
import type { Exported } from './portable.ts';

/** Compares live objects with an export, or two exports. */

export interface Drift {
  readonly kind: 'missing' | 'unexpected' | 'changed';
  /** Such as `apps/Deployment shop/web`. */
  readonly object: string;
  /** Path of the field that differs. */
  readonly field?: string;
  readonly sentence: string;
}

type Objects = Pick<Export, 'objects'>;

/**
 * Returns a sentence for each difference, without values that look secret. Ignores the replicas of a workload that an autoscaler
 * scales. Pure.
 */
export function drift(expected: Objects, found: Objects): Drift[] {
  const [then, now] = [byKey(expected), byKey(found)];
  const scaled = scaledIn([...expected.objects, ...found.objects]);
  return [
    ...appearances(new Set(then.keys()), new Set(now.keys())),
    ...[...then].flatMap(([key, before]) => {
      const after = now.get(key);
      if (after === undefined) return [];
      return differences(before, after, scaled.has(key) ? ['spec.replicas'] : []).map(
        (each): Drift => ({
          kind: 'changed',
          object: key,
          field: each.path,
          sentence: sentenceOf(key, each),
        }),
      );
    }),
  ].sort((a, b) => compare(a.object, b.object) || compare(a.field ?? '', b.field ?? ''));
}

/** Returns which objects are missing or new, by their keys. Pure. */
export const appearances = (then: ReadonlySet<string>, now: ReadonlySet<string>): Drift[] => [
  ...[...then.difference(now)].map(
    (object): Drift => ({ kind: 'missing', object, sentence: `${object} is missing` }),
  ),
  ...[...now.difference(then)].map(
    (object): Drift => ({ kind: 'unexpected', object, sentence: `${object} is new` }),
  ),
];

function sentenceOf(object: string, { path, before, after }: ReturnType<typeof differences>[number]): string {
  if (before === undefined) return `${object} has ${path} = ${after}, which it did not have before`;
  if (after === undefined) return `${object} no longer has ${path}, which was ${before}`;
  return `${object} has ${path} = ${after}, which was ${before}`;
}

const byKey = ({ objects }: Objects) => new Map(objects.map(each => [keyOf(each), each]));

function scaledIn(objects: readonly Exported[]): Set<string> {
  const keys = objects.flatMap(object => {
    if (object.kind !== 'HorizontalPodAutoscaler' || !isMap(object.spec)) return [];
    const { scaleTargetRef: target } = object.spec;
    if (!isMap(target)) return [];
    const { apiVersion = '', kind, name } = target;
    const metadata = { ...object.metadata, name: String(name) };
    return [keyOf({ apiVersion: String(apiVersion), kind: String(kind), metadata })];
  });
  return new Set(keys);
}
