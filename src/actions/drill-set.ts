import type { KubeObject } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { exportIn, fileNames, holds, knownIn, secretsIn } from '../recovery/attachments.ts';
import { exportNamespace } from '../recovery/cluster-objects/exporting.ts';
import type { Exported } from '../recovery/cluster-objects/portable.ts';
import type { CopiedConfiguration } from '../recovery/copy.ts';
import { fromSet, type OpenedSet, setChecks, standInsOf } from '../recovery/drill/from-set.ts';
import type { LevelCheck } from '../recovery/levels.ts';
import { openSecrets } from '../recovery/secrets.ts';
import type { BackupSet, SetIn } from '../recovery/sets.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Workload } from '../workloads/kinds.ts';
import type { Ordered } from './drill.ts';
import { declaredIn } from './drill-guard.ts';
import { offSiteIn } from './drill-off-site-repository.ts';
import { openStores } from './recovery.ts';
import { newestVerified } from './verified-set.ts';

/** Opens the newest backup set before the first write, and hides from the drill what the scenario loses. */

export interface DrillSet {
  readonly at: SetIn;
  readonly identities: readonly string[];
  /** Workload of the database, as it was backed up. */
  readonly workload: Workload;
  readonly objects: readonly Exported[];
  /** A view of the cluster that returns the objects of the set instead of the live ones. */
  readonly cluster: Cluster;
  /** Which objects and Secrets came from the set, and which did not. */
  readonly levelChecks: readonly LevelCheck[];
}

/** Nothing may be read from a lost system: only the set has its data. */
const isLost = ({ scenario }: Ordered) => scenario.breaks.kind === 'out-of-reach';
const demandsKey = (order: Ordered) => isLost(order) || order.scenario.id === 'secrets';

/**
 * Opens the backup set of a drill.
 * @param id the set that an earlier job started with. Default: the newest.
 * @throws UserError when there is no set, a required key is missing, or the set lacks something that the recovery needs.
 */
export async function openDrillSet(cluster: Cluster, order: Ordered, id?: string): Promise<DrillSet> {
  const { environment, report } = order;
  const { namespace } = environment;
  const at = await newestVerified(await storesOf(order), { owner: order.owner, id }, report, order.verifySet);
  const identities = order.keyGiven || demandsKey(order) ? await order.identities() : [];
  const { objects, standIns } = await objectsOf(cluster, order, at, identities);
  const { secrets, whyNone } = await secretsOf(order, at, identities);
  const needed = neededBy(order, at.set);
  const known = await knownElsewhere(cluster, order, secrets ?? []);
  const left = fromSet(cluster, { namespace, objects, secrets, known }, needed);
  const names = needed.filter(({ kind }) => kind === 'Secret').map(({ name, source }) => source ?? name);
  const opened: OpenedSet = { id: at.set.id, needed: names, secrets, whyNone, standIns };
  const { workload: ref } = declaredIn(order);
  const workload = objects.find(({ kind, metadata }) => kind === ref.kind && metadata.name === ref.name);
  if (workload === undefined)
    throw new UserError(
      `the backup set ${at.set.id} does not contain ${ref.kind}/${ref.name}`,
      'correct `workload` of the database in slipway.yml, or make a backup',
    );
  return {
    at,
    identities,
    objects,
    cluster: left,
    levelChecks: setChecks(opened),
    workload: workload as unknown as Workload,
  };
}

/** Returns the stores that are left: after the loss of a region only the off-site one. */
async function storesOf(order: Ordered) {
  const stores = await openStores(order.recovery, order.config, order.env);
  if (!isLost(order)) return stores;
  const far = offSiteIn(order);
  const own = stores.filter(({ name }) => name === far);
  if (own.length > 0) return own;
  throw new UserError(
    `the off-site repository ${far} has no backup sets to restore from: it has no \`store\``,
    'add a `store` to this repository in slipway.yml',
  );
}

interface Objects {
  readonly objects: readonly Exported[];
  /** Keys of the live objects that replace encrypted ones. */
  readonly standIns: readonly string[];
}

/** Returns the objects of the set. Without a key the live objects replace encrypted ones, unless the scenario loses them. */
async function objectsOf(
  cluster: Cluster,
  order: Ordered,
  at: SetIn,
  identities: readonly string[],
): Promise<Objects> {
  if (identities.length > 0 || isLost(order))
    return { objects: await exportIn(at, identities), standIns: [] };
  const known = await knownIn(at);
  if (known === undefined)
    throw new UserError(
      `the backup set ${at.set.id} contains no Kubernetes objects, which a drill restores`,
      'remove `recovery.objects.export: false` from slipway.yml if it is there, then make a backup',
    );
  if (known.sealed.length === 0) return { objects: known.plain, standIns: [] };
  const live = await exportNamespace(cluster, order.environment.namespace);
  return { objects: [...known.plain, ...standInsOf(known.sealed, live.objects)], standIns: known.sealed };
}

/** Returns the Secrets of the set, or of the file that slipway.yml names if the set has none. */
async function secretsOf(
  order: Ordered,
  at: SetIn,
  identities: readonly string[],
): Promise<{ secrets: readonly Exported[] | undefined; whyNone: string }> {
  const isHeld = holds(at.set.manifest, fileNames.secrets);
  if (identities.length > 0 && isHeld) return { secrets: await secretsIn(at, identities), whyNone: '' };
  if (identities.length > 0 && order.sealedFile !== undefined)
    return { secrets: await openSecrets(await order.sealedFile(), identities), whyNone: '' };
  if (demandsKey(order))
    throw new UserError(
      `the drill \`${order.scenario.id}\` needs Secrets, but the backup set ${at.set.id} contains none`,
      'add `recipients` to `recovery`, so that `backup` includes them, or set `drills.sealed` to a file of them',
    );
  return { secrets: undefined, whyNone: isHeld ? 'no offline key was given' : 'the set contains none' };
}

/** Returns the Secrets and ConfigMaps that the recovery needs: configuration, encryption keys, and passwords of managed databases. */
function neededBy(order: Ordered, { manifest }: BackupSet): CopiedConfiguration[] {
  const { drills, scenario, recovery } = order;
  const { scratch, encrypted } = drills;
  const starts = scenario.steps.some(({ action }) => action === 'start');
  const reads = scenario.steps.some(({ action: does }) => does === 'restore-files');
  const ca = reads ? recovery['backup-pod']?.['ca-configmap'] : undefined;
  const dumped = reads ? (manifest.managed ?? []).flatMap(({ name }) => recovery.managed[name] ?? []) : [];
  const all: CopiedConfiguration[] = [
    ...declaredIn(order).configuration.map(each => ({ ...each, source: sourceOf(order, each) })),
    ...(starts ? (scratch?.configuration ?? []) : []),
    ...encrypted.map(({ secret }) => ({ kind: 'Secret', name: secret }) as const),
    ...dumped.map(({ secret }) => ({ kind: 'Secret', name: secret }) as const),
    ...(ca === undefined ? [] : [{ kind: 'ConfigMap', name: ca } as const]),
  ];
  const keys = all.map(({ kind, name, source }) => `${kind}/${source ?? name}`);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** Returns the Secret that replaces the original one in the copy; undefined if the drill has no separate login. */
export const sourceOf = (
  { drills }: Ordered,
  { kind, name }: Pick<CopiedConfiguration, 'kind' | 'name'>,
): string | undefined => (kind === 'Secret' ? drills.scratch?.['read-only-secrets'][name] : undefined);

/**
 * Reads the drill's own credentials (`read-only-secrets`) that the set does not contain: in a real loss the operator would bring others. Nothing else
 * is read from the live system.
 */
async function knownElsewhere(
  cluster: Cluster,
  order: Ordered,
  secrets: readonly Exported[],
): Promise<ReadonlyMap<string, KubeObject>> {
  const { namespace } = order.environment;
  const own = Object.values(order.drills.scratch?.['read-only-secrets'] ?? {}).filter(
    name => !secrets.some(({ metadata }) => metadata.name === name),
  );
  const found = await Promise.all(
    own.map(async name => {
      const path = pathOf(resources.secret, namespace, name);
      const secret = await cluster.get(path);
      return secret === undefined ? [] : [[path, secret] as const];
    }),
  );
  for (const name of own) order.report(`reading Secret/${name}, the login of drills, from the live system`);
  return new Map(found.flat());
}
