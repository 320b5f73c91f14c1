import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isReleased, pathTo, refOf, type Workload } from '../../workloads/kinds.ts';
import { keyOf } from '../cluster-objects/order.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import type { CopiedConfiguration } from '../copy.ts';
import type { LevelCheck } from '../levels.ts';
import { isOf, isSecretOf, withoutLost } from './lost-view.ts';

/** A view of the cluster in which the drilled namespace is read from a backup set instead of the live objects. */

interface FromSet {
  readonly namespace: string;
  /** Objects of the set, with Secrets if a key decrypted them, and the live objects that replace those without a key. */
  readonly objects: readonly Exported[];
  /** Undefined if no key decrypted them, or the set has none: then the live ones are read. */
  readonly secrets: readonly Exported[] | undefined;
  /** Further objects by path, such as credentials for drills, which are not part of the lost system. */
  readonly known?: ReadonlyMap<string, KubeObject> | undefined;
}

const resourceOf = (kind: string) => (kind === 'Secret' ? resources.secret : resources.configMap);

/** Returns the view. @throws {UserError} if the set lacks an object that the recovery needs. */
export function fromSet(
  cluster: Cluster,
  { namespace, objects, secrets, known: elsewhere = new Map() }: FromSet,
  needed: readonly CopiedConfiguration[],
): Cluster {
  const configMaps = objects.filter(({ kind }) => kind === 'ConfigMap');
  const own = [...configMaps, ...(secrets ?? [])].filter(({ metadata }) => metadata.namespace === namespace);
  const workloads = (objects as readonly Workload[]).filter(
    each => isReleased(each.kind) && each.metadata?.namespace === namespace,
  );
  const known = new Map<string, unknown>([
    ...elsewhere,
    ...workloads.map(each => [pathTo(namespace, refOf(each)), each] as const),
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
      `the backup set lacks objects that the recovery needs: ${missing.map(({ kind, name }) => `${kind}/${name}`).join(', ')}`,
      'include them in the backup (`recovery.objects`, `recovery.secrets`): otherwise they are lost with the cluster',
    );
  return withoutLost(cluster, { isLost: path => isOf(namespace, path) && !isRead(path), known });
}

/** The objects that a set holds of a namespace, and those of them that could be decrypted. */
export interface OpenedSet {
  readonly id: string;
  /** Names of the Secrets that the recovery needs. */
  readonly needed: readonly string[];
  readonly secrets: readonly Exported[] | undefined;
  /** Why there are none, as a clause. */
  readonly whyNone: string;
  /** Keys of the live objects that replace those that no key decrypted. */
  readonly standIns: readonly string[];
}

/** Returns the checks of what came from the set, for drills that may start without it; others do not start. Pure. */
export function setChecks({ id, needed, secrets, whyNone, standIns }: OpenedSet): LevelCheck[] {
  const levelCheck = (what: string, state: LevelCheck['state'], sentence: string): LevelCheck => ({
    level: 'L3',
    what,
    state,
    sentence,
    ...(state === 'skipped' ? { demanded: false } : {}),
  });
  const ofSecrets =
    secrets === undefined
      ? levelCheck(
          'Secrets of the set',
          'skipped',
          `${whyNone}: the live Secrets were used, so nothing proves that the backup holds them`,
        )
      : levelCheck(
          'Secrets of the set',
          'passed',
          `${counted(needed.length, 'Secret')} that the recovery needs came from ${id}, decrypted with the offline key`,
        );
  if (standIns.length === 0) return [ofSecrets];
  const sealed = levelCheck(
    'encrypted objects of the set',
    'skipped',
    `no offline key was given, so ${counted(standIns.length, 'object')} that may hold secrets ${standIns.length === 1 ? 'was' : 'were'} taken from the live namespace: ${standIns.slice(0, 3).join(', ')}${standIns.length > 3 ? ', …' : ''}`,
  );
  return [ofSecrets, sealed];
}

/** Returns the live objects that replace those that no key decrypted. Pure. */
export const standInsOf = (sealed: readonly string[], live: readonly Exported[]): Exported[] =>
  live.filter(each => sealed.includes(keyOf(each)));
