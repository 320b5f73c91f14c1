import type { KubeObject } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { exportIn, fileNames, knownIn, type SetIn, secretsIn } from '../recovery/attachments.ts';
import { exportNamespace } from '../recovery/cluster-objects/exporting.ts';
import type { Exported } from '../recovery/cluster-objects/portable.ts';
import type { Configuration } from '../recovery/copy.ts';
import { fromSet, type Opened, setRungs, standInsOf } from '../recovery/drill/from-set.ts';
import type { Rung } from '../recovery/ladder.ts';
import { openSecrets } from '../recovery/secrets.ts';
import type { BackupSet } from '../recovery/sets.ts';
import type { Workload } from '../release/workloads/kinds.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Ordered } from './drill.ts';
import { declaredIn } from './drill-guard.ts';
import { farIn } from './drill-standing.ts';
import { openStores } from './recovery.ts';
import { newestVouched } from './vouched-set.ts';

/** What a drill opens of the newest backup set before anything is written, and the cluster that is left to it. */

export interface DrillSet {
  readonly at: SetIn;
  readonly identities: readonly string[];
  /** Of the database, as it was when it was backed up. */
  readonly workload: Workload;
  readonly objects: readonly Exported[];
  /** The cluster without what the set has: whoever asks for it gets that of the set. */
  readonly cluster: Cluster;
  /** What did not come out of the set, and what did. */
  readonly rungs: readonly Rung[];
}

/** Of a system that is lost nothing is read: what the set has not, nobody has. */
const isLost = ({ scenario }: Ordered) => scenario.breaks.kind === 'out-of-reach';
const demandsKey = (order: Ordered) => isLost(order) || order.scenario.id === 'secrets';

/**
 * @param id of the set, where an earlier job has begun with one. Default: the newest.
 * @throws UserError when there is no set, no key where one is needed, or the set lacks what the recovery needs.
 */
export async function openDrillSet(cluster: Cluster, order: Ordered, id?: string): Promise<DrillSet> {
  const { environment, report } = order;
  const { namespace } = environment;
  const at = await newestVouched(await storesOf(order), { owner: order.owner, id }, report, order.vouchFor);
  const identities = order.keyGiven || demandsKey(order) ? await order.identities() : [];
  const { objects, standIns } = await objectsOf(cluster, order, at, identities);
  const { secrets, whyNone } = await secretsOf(order, at, identities);
  const needed = neededBy(order, at.set);
  const known = await knownElsewhere(cluster, order, secrets ?? []);
  const left = fromSet(cluster, { namespace, objects, secrets, known }, needed);
  const names = needed.filter(({ kind }) => kind === 'Secret').map(({ name, source }) => source ?? name);
  const opened: Opened = { id: at.set.id, needed: names, secrets, whyNone, standIns };
  const { workload: ref } = declaredIn(order);
  const workload = objects.find(({ kind, metadata }) => kind === ref.kind && metadata.name === ref.name);
  if (workload === undefined)
    throw new UserError(
      `the backup set ${at.set.id} holds no ${ref.kind}/${ref.name}`,
      'correct `workload` of the database in slipway.yml, or make a backup',
    );
  return {
    ...{ at, identities, objects, cluster: left, rungs: setRungs(opened) },
    workload: workload as unknown as Workload,
  };
}

/** A region that is lost has taken its stores along. */
async function storesOf(order: Ordered) {
  const stores = await openStores(order.recovery, order.config, order.env);
  if (!isLost(order)) return stores;
  const far = farIn(order);
  const own = stores.filter(({ name }) => name === far);
  if (own.length > 0) return own;
  throw new UserError(
    `the far repository ${far} keeps no backup sets, and nothing could be restored without one`,
    'give it a `store`',
  );
}

interface Objects {
  readonly objects: readonly Exported[];
  /** Keys of those that stand in. */
  readonly standIns: readonly string[];
}

/** Those of the set; where no key opens some of them, and nothing is taken to be lost, those that stand. */
async function objectsOf(
  cluster: Cluster,
  order: Ordered,
  at: SetIn,
  identities: readonly string[],
): Promise<Objects> {
  if (identities.length > 0 || isLost(order))
    return { objects: (await exportIn(at, identities)).objects, standIns: [] };
  const known = await knownIn(at);
  if (known === undefined)
    throw new UserError(
      `the backup set ${at.set.id} holds no objects of the cluster, and a drill brings up what is in the set`,
      'let `backup` export them: see `objects` of `recovery`',
    );
  if (known.sealed.length === 0) return { objects: known.plain, standIns: [] };
  const live = await exportNamespace(cluster, order.environment.namespace);
  return { objects: [...known.plain, ...standInsOf(known.sealed, live.objects)], standIns: known.sealed };
}

/** Those of the set; of a set that holds none, those of the file that slipway.yml names. */
async function secretsOf(
  order: Ordered,
  at: SetIn,
  identities: readonly string[],
): Promise<{ secrets: readonly Exported[] | undefined; whyNone: string }> {
  const isHeld = at.set.manifest.attachments?.some(({ name }) => name === fileNames.secrets) === true;
  if (identities.length > 0 && isHeld) return { secrets: await secretsIn(at, identities), whyNone: '' };
  if (identities.length > 0 && order.sealedFile !== undefined)
    return { secrets: await openSecrets(await order.sealedFile(), identities), whyNone: '' };
  if (demandsKey(order))
    throw new UserError(
      `the backup set ${at.set.id} holds no Secrets, and ${order.scenario.id} has no others`,
      'name `recipients` in `recovery`, so that `backup` keeps them, or their file in `drills.sealed`',
    );
  return {
    secrets: undefined,
    whyNone: isHeld ? 'no offline key was given' : 'the set holds none',
  };
}

/** Secrets and ConfigMaps without which nothing comes up, the keys of what is stored encrypted, and the passwords of databases outside of the cluster. */
function neededBy(order: Ordered, { manifest }: BackupSet): Configuration[] {
  const { drills, scenario, recovery } = order;
  const { scratch, encrypted } = drills;
  const starts = scenario.moves.some(({ does }) => does === 'start');
  const reads = scenario.moves.some(({ does }) => does === 'restore-files');
  const authority = reads ? recovery.worker?.authority : undefined;
  const dumped = reads ? (manifest.managed ?? []).flatMap(({ name }) => recovery.managed[name] ?? []) : [];
  const all: Configuration[] = [
    ...declaredIn(order).configuration.map(each => ({ ...each, source: sourceOf(order, each) })),
    ...(starts ? (scratch?.configuration ?? []) : []),
    ...encrypted.map(({ secret }) => ({ kind: 'Secret', name: secret }) as const),
    ...dumped.map(({ secret }) => ({ kind: 'Secret', name: secret }) as const),
    ...(authority === undefined ? [] : [{ kind: 'ConfigMap', name: authority } as const]),
  ];
  const keys = all.map(({ kind, name, source }) => `${kind}/${source ?? name}`);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** The object whose content the copy gets, where the drill has a login of its own. */
export const sourceOf = (
  { drills }: Ordered,
  { kind, name }: Pick<Configuration, 'kind' | 'name'>,
): string | undefined => (kind === 'Secret' ? drills.scratch?.['reads-with'][name] : undefined);

/**
 * The logins of the drill itself, where the set has them not: `reads-with` names them, and whoever recovers from a real loss has others. All
 * that is read of what is taken to be lost.
 */
async function knownElsewhere(
  cluster: Cluster,
  order: Ordered,
  secrets: readonly Exported[],
): Promise<ReadonlyMap<string, KubeObject>> {
  const { namespace } = order.environment;
  const own = Object.values(order.drills.scratch?.['reads-with'] ?? {}).filter(
    name => !secrets.some(({ metadata }) => metadata.name === name),
  );
  const found = await Promise.all(
    own.map(async name => {
      const path = pathOf(resources.secret, namespace, name);
      const secret = await cluster.get(path);
      return secret === undefined ? [] : [[path, secret] as const];
    }),
  );
  for (const name of own) order.report(`Secret/${name}, the login of drills, is read from what stands`);
  return new Map(found.flat());
}
