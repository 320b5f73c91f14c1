import type { KubeObject } from '../cluster/objects.ts';
import type { Recovery } from '../config/recovery.ts';
import { isMap, mapsIn } from '../toolkit/map.ts';
import { templatesOf } from './cluster-objects/pvcs.ts';
import { type Locks, lockDoubtOf } from './declared.ts';
import { type Domain, domains, doubtText } from './feasibility.ts';
import type { LockDoubt } from './locks.ts';

/** Which mechanism covers each volume, bucket, Secret and image, as slipway.yml declares it, before anything is backed up. Pure. */

export interface Coverage {
  /** Such as `volume attachments`. */
  readonly what: string;
  /** The mechanism; empty when there is none. */
  readonly by: string;
  /** The largest failure domain whose loss it survives; undefined when none is intended or there is no mechanism. */
  readonly survives?: Domain | undefined;
  /** What is wrong, and the remedy; absent when nothing is. */
  readonly gap?: { readonly problem: string; readonly help: string };
}

/**
 * Judges what covers each part of the application that is not a database.
 * @param manifests what the environment applies; a PVC in them that slipway.yml does not declare is not covered.
 * @param locks what the stores report about repositories that are declared locked.
 */
export function judgeCoverage(
  recovery: Recovery,
  manifests: readonly KubeObject[],
  locks: Locks,
): Coverage[] {
  const known = { ...recovery, locks };
  const { volumes, buckets, repositories } = recovery;
  const stores = Object.keys(repositories).filter(name => repositories[name]?.store !== undefined);
  return [
    ...Object.entries(volumes).map(([pvc, { to, database, 'not-needed': why }]): Coverage => {
      const what = `volume ${pvc}`;
      if (to !== undefined) return byFiles(what, to, known);
      return database !== undefined
        ? { what, by: `the backups of the database ${database}` }
        : { what, by: `not needed: ${why}` };
    }),
    ...undeclared(recovery, manifests).map(pvc =>
      uncovered(
        `volume ${pvc}`,
        'nothing covers it',
        `add it to \`volumes\`: \`${pvc}: {to: […]}\`, or \`not-needed\` with the reason`,
      ),
    ),
    ...Object.entries(buckets).map(([name, { to }]) => byFiles(`bucket ${name}`, to, known)),
    ...Object.keys(recovery.redis).map(name => inSets(`redis ${name}`, 'encrypted', stores, known)),
    ...(recovery.objects.export ? [inSets('objects of the cluster', 'exported', stores, known)] : []),
    secretsRow(stores, known),
    imagesRow(recovery),
  ];
}

type Known = Recovery & { readonly locks: Locks };

const byFiles = (what: string, to: readonly string[], recovery: Known) =>
  judged(what, `restic to ${to.join(', ')}`, to, recovery);

function inSets(what: string, how: string, stores: readonly string[], recovery: Known): Coverage {
  if (stores.length > 0) return judged(what, `${how} to ${stores.join(', ')}`, stores, recovery);
  return uncovered(what, 'no repository keeps backup sets', 'give a repository a `store`');
}

const uncovered = (what: string, problem: string, help: string): Coverage => ({
  what,
  by: '',
  gap: { problem, help },
});

function secretsRow(stores: readonly string[], recovery: Known): Coverage {
  if (recovery.recipients.length > 0) return inSets('secrets', 'encrypted', stores, recovery);
  return uncovered(
    'secrets',
    'no backup contains them or the passphrases of repositories',
    'create a key with `age-keygen`, keep it offline, and name its public key in `recipients`',
  );
}

function imagesRow({ images: { to } }: Recovery): Coverage {
  const by = to.length > 0 ? `copied to ${to.join(', ')}` : 'only their digests, which need their registry';
  return { what: 'images', by };
}

function judged(what: string, by: string, to: readonly string[], { repositories, locks }: Known): Coverage {
  const kept = to.flatMap((name): Kept[] => {
    const repository = repositories[name];
    return repository === undefined
      ? []
      : [{ ...repository, name, doubt: lockDoubtOf(name, repository, locks) }];
  });
  const survives = survivedBy(kept);
  if (survives === 'total') return { what, by, survives };
  const doubted = kept.find(({ survives, doubt }) => survives === 'region' && doubt !== undefined);
  return {
    what,
    by,
    survives,
    gap:
      doubted?.doubt === undefined
        ? {
            problem: 'none of these repositories survives the loss of everything',
            help: 'also back it up to a repository in another region that is locked or offline',
          }
        : { problem: doubtText(doubted.name, doubted.doubt), help: doubted.doubt.help },
  };
}

type Kept = Recovery['repositories'][string] & {
  readonly name: string;
  readonly doubt: LockDoubt | undefined;
};

/** Returns the largest failure domain whose loss at least one repository survives. */
function survivedBy(repositories: readonly Kept[]): Domain {
  const each = repositories.map(({ survives, locked, offline, doubt }): Domain => {
    const isLocked = locked !== undefined && doubt === undefined;
    return survives === 'region' && (isLocked || offline) ? 'total' : survives;
  });
  return domains.findLast(domain => each.includes(domain)) ?? 'node';
}

/**
 * Returns PVCs, and PVC templates with the name of their StatefulSet, that slipway.yml does not declare; those of databases need no entry.
 */
function undeclared({ volumes, databases }: Recovery, manifests: readonly KubeObject[]): string[] {
  const ofDatabases = new Set(
    Object.values(databases).map(({ workload: { kind, name } }) => `${kind}/${name}`),
  );
  const isDatabase = ({ kind, metadata }: KubeObject) => ofDatabases.has(`${kind}/${metadata?.name}`);
  const pvcs = manifests
    .filter(each => !isDatabase(each))
    .flatMap(each => {
      if (each.kind === 'PersistentVolumeClaim') return [each.metadata?.name ?? ''];
      return each.kind === 'StatefulSet' ? templatesOf(each) : [];
    });
  // Of a database that is a Deployment, which one holds the data is only known at backup time.
  const mounted = new Set(manifests.filter(isDatabase).flatMap(pvcsMounted));
  return [...new Set(pvcs)].filter(pvc => !Object.hasOwn(volumes, pvc) && !mounted.has(pvc)).sort();
}

function pvcsMounted({ spec }: KubeObject): string[] {
  const template = isMap(spec) ? spec.template : undefined;
  const pod = isMap(template) ? template.spec : undefined;
  return mapsIn(isMap(pod) ? pod.volumes : []).flatMap(({ persistentVolumeClaim: pvc }) =>
    isMap(pvc) ? [String(pvc.claimName)] : [],
  );
}
