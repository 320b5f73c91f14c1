import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { keyOf } from '../cluster-objects/order.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import type { Configuration } from '../copy.ts';
import type { Rung } from '../ladder.ts';
import { afterLoss, isOf, isSecretOf } from './lost.ts';

/** A cluster of which a drill asks nothing that stands in a backup set: what it needs of the namespace that is drilled comes out of the set. */

export interface FromSet {
  readonly namespace: string;
  /** Of the set, with its Secrets where a key opened them; and what is taken from what stands in their place. */
  readonly objects: readonly Exported[];
  /** Undefined where no key opened them, or the set has none: then those that stand are read. */
  readonly secrets: readonly Exported[] | undefined;
  /** Known from elsewhere, by their paths: a login for drills is of no system that is lost. */
  readonly known?: ReadonlyMap<string, KubeObject> | undefined;
}

const resourceOf = (kind: string) => (kind === 'Secret' ? resources.secret : resources.configMap);

/** @throws {UserError} when the recovery needs something that the set has not. */
export function fromSet(
  cluster: Cluster,
  { namespace, objects, secrets, known: elsewhere = new Map() }: FromSet,
  needed: readonly Configuration[],
): Cluster {
  const configMaps = objects.filter(({ kind }) => kind === 'ConfigMap');
  const own = [...configMaps, ...(secrets ?? [])].filter(({ metadata }) => metadata.namespace === namespace);
  const known = new Map<string, unknown>([
    ...elsewhere,
    ...own.map(each => [pathOf(resourceOf(each.kind), namespace, each.metadata.name), each] as const),
  ]);
  const isRead = (path: string) => secrets === undefined && isSecretOf(namespace, path);
  const missing = needed
    .map(({ kind, name, source }) => ({ kind, name: source ?? name }))
    .filter(({ kind, name }) => {
      const path = pathOf(resourceOf(kind), namespace, name);
      return !known.has(path) && !isRead(path);
    });
  if (missing.length > 0)
    throw new UserError(
      `the backup set lacks what the recovery needs: ${missing.map(({ kind, name }) => `${kind}/${name}`).join(', ')}`,
      'let `backup` export them too, or nobody has them when the cluster is gone',
    );
  return afterLoss(cluster, { isLost: path => isOf(namespace, path) && !isRead(path), known });
}

/** What a set says that it holds of a namespace, and what of it could be read. */
export interface Opened {
  readonly id: string;
  /** Names of the Secrets that are needed. */
  readonly needed: readonly string[];
  readonly secrets: readonly Exported[] | undefined;
  /** Why there are none; for a sentence. */
  readonly whyNone: string;
  /** Keys of the objects that stand in for those that no key opened. */
  readonly standIns: readonly string[];
}

/** What did not come out of the set, and what did. A drill that demands it does not begin without; this is of those that do not. Pure. */
export function setRungs({ id, needed, secrets, whyNone, standIns }: Opened): Rung[] {
  const rung = (what: string, state: Rung['state'], sentence: string): Rung => ({
    ...{ level: 'L3', what, state, sentence },
    ...(state === 'skipped' ? { demanded: false } : {}),
  });
  return [
    secrets === undefined
      ? rung(
          'Secrets of the set',
          'skipped',
          `${whyNone}: those that stand were taken, and nothing shows that the backup holds them`,
        )
      : rung(
          'Secrets of the set',
          'passed',
          `${counted(needed.length, 'Secret')} that the recovery needs came out of ${id}, opened by the offline key`,
        ),
    ...(standIns.length === 0
      ? []
      : [
          rung(
            'encrypted objects of the set',
            'skipped',
            `no offline key was given, so ${counted(standIns.length, 'object')} that may hold secrets ${standIns.length === 1 ? 'was' : 'were'} taken from what stands: ${standIns.slice(0, 3).join(', ')}${standIns.length > 3 ? ', …' : ''}`,
          ),
        ]),
  ];
}

/** The live ones of those that no key opened. Pure. */
export const standInsOf = (sealed: readonly string[], live: readonly Exported[]): Exported[] =>
  live.filter(each => sealed.includes(keyOf(each)));
