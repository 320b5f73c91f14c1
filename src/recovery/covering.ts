import type { KubeObject } from '../cluster/objects.ts';
import type { Recovery } from '../config/recovery.ts';
import { isMap, mapsIn } from '../toolkit/map.ts';
import { doubtOf, type Locks } from './declared.ts';
import { type Domain, domains, doubtText } from './feasibility.ts';
import type { Doubt } from './locks.ts';

/** What covers what is no database, as slipway.yml declares it, before anything is backed up. Pure. */

export interface Covered {
  /** Such as `volume attachments`. */
  readonly what: string;
  /** The mechanism; empty when there is none. */
  readonly by: string;
  /** The largest loss after which it can be restored; undefined when none is meant or there is none. */
  readonly survives?: Domain | undefined;
  /** What is wrong with that, and what helps; absent when nothing is. */
  readonly gap?: { readonly problem: string; readonly help: string };
}

/**
 * @param manifests what the environment applies; PVCs in them that nobody declared are covered by nothing.
 * @param locks what the stores say of the repositories that are declared locked.
 */
export function judgeCovering(recovery: Recovery, manifests: readonly KubeObject[], locks: Locks): Covered[] {
  const known = { ...recovery, locks };
  const { volumes, buckets, repositories } = recovery;
  const stores = Object.keys(repositories).filter(name => repositories[name]?.store !== undefined);
  return [
    ...Object.entries(volumes).map(([pvc, { to, database, 'not-needed': why }]): Covered => {
      const what = `volume ${pvc}`;
      if (to !== undefined) return byFiles(what, to, known);
      return database !== undefined
        ? { what, by: `the backups of the database ${database}` }
        : { what, by: `not needed: ${why}` };
    }),
    ...undeclared(recovery, manifests).map(
      (pvc): Covered => ({
        what: `volume ${pvc}`,
        by: '',
        gap: {
          problem: 'nothing covers it',
          help: `add it to \`volumes\`: \`${pvc}: {to: […]}\`, or \`not-needed\` with the reason`,
        },
      }),
    ),
    ...Object.entries(buckets).map(([name, { to }]) => byFiles(`bucket ${name}`, to, known)),
    ...(recovery.objects.export ? [inSets('objects of the cluster', 'exported', stores, known)] : []),
    secretsRow(stores, known),
    imagesRow(recovery),
  ];
}

type Known = Recovery & { readonly locks: Locks };

function byFiles(what: string, to: readonly string[], recovery: Known): Covered {
  return judged(what, `restic to ${to.join(', ')}`, to, recovery);
}

function inSets(what: string, how: string, stores: readonly string[], recovery: Known): Covered {
  if (stores.length > 0) return judged(what, `${how} to ${stores.join(', ')}`, stores, recovery);
  const help = 'give a repository a `store`';
  return { what, by: '', gap: { problem: 'no repository keeps backup sets', help } };
}

function secretsRow(stores: readonly string[], recovery: Known): Covered {
  const what = 'secrets';
  if (recovery.recipients.length > 0) return inSets(what, 'encrypted', stores, recovery);
  return {
    what,
    by: '',
    gap: {
      problem: 'they are in no backup, and the passphrases of repositories neither',
      help: 'make a key with `age-keygen`, keep it offline, and name its public key in `recipients`',
    },
  };
}

function imagesRow({ images: { to } }: Recovery): Covered {
  return to.length > 0
    ? { what: 'images', by: `copied to ${to.join(', ')}` }
    : { what: 'images', by: 'their digests alone, as long as their registry has them' };
}

function judged(what: string, by: string, to: readonly string[], { repositories, locks }: Known): Covered {
  const kept = to.flatMap((name): Kept[] => {
    const repository = repositories[name];
    return repository === undefined ? [] : [{ ...repository, name, doubt: doubtOf(name, repository, locks) }];
  });
  const survives = survivedBy(kept);
  if (survives === 'total') return { what, by, survives };
  const doubted = kept.find(({ apart, doubt }) => apart === 'region' && doubt !== undefined);
  return {
    ...{ what, by, survives },
    gap:
      doubted?.doubt === undefined
        ? {
            problem: 'none of these repositories is left when everything is lost',
            help: 'back it up to one in another region, too, that is locked or offline',
          }
        : {
            problem: doubtText(doubted.name, doubted.doubt),
            help: doubted.doubt.help,
          },
  };
}

type Kept = Recovery['repositories'][string] & { readonly name: string; readonly doubt: Doubt | undefined };

/** The largest loss that one of the repositories is left after. */
function survivedBy(repositories: readonly Kept[]): Domain {
  const each = repositories.map(({ apart, locked, offline, doubt }): Domain => {
    const isLocked = locked !== undefined && doubt === undefined;
    return apart === 'region' && (isLocked || offline) ? 'total' : apart;
  });
  return domains.findLast(domain => each.includes(domain)) ?? 'node';
}

/** PVCs, and templates of PVCs with the name of their StatefulSet; those of databases need no entry. */
function undeclared({ volumes, databases }: Recovery, manifests: readonly KubeObject[]): string[] {
  const ofDatabases = new Set(
    Object.values(databases).map(({ workload: { kind, name } }) => `${kind}/${name}`),
  );
  const pvcs = manifests
    .filter(({ kind, metadata }) => !ofDatabases.has(`${kind}/${metadata?.name}`))
    .flatMap(object => {
      const { kind, metadata, spec } = object;
      if (kind === 'PersistentVolumeClaim') return [metadata?.name ?? ''];
      if (kind !== 'StatefulSet' || !isMap(spec)) return [];
      return mapsIn(spec.volumeClaimTemplates).map(
        each => `${isMap(each.metadata) ? each.metadata.name : ''}-${metadata?.name}`,
      );
    });
  const mounted = pvcsOfDeployments(manifests, ofDatabases);
  return [...new Set(pvcs)].filter(pvc => !Object.hasOwn(volumes, pvc) && !mounted.has(pvc)).sort();
}

/** Of databases that are Deployments: which PVC holds the data is seen when it is backed up. */
function pvcsOfDeployments(
  manifests: readonly KubeObject[],
  databases: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, metadata, spec } of manifests) {
    if (!databases.has(`${kind}/${metadata?.name}`) || !isMap(spec) || !isMap(spec.template)) continue;
    const { spec: pod } = spec.template;
    for (const { persistentVolumeClaim: pvc } of mapsIn(isMap(pod) ? pod.volumes : []))
      if (isMap(pvc)) found.add(String(pvc.claimName));
  }
  return found;
}
