import { isMap } from '../../toolkit/map.ts';
import { type Exported, movedTo } from '../cluster-objects/portable.ts';
import { configures, withBucket } from './pgbackrest-config.ts';
import type { OfflineRecovery } from './recovering.ts';

/** Adapts Secrets and ConfigMaps of the lost cluster to the new one. */

type Place = Pick<
  OfflineRecovery,
  'from' | 'into' | 'repository' | 'newBucket' | 'databases' | 'backupPod' | 'report'
>;

/** Moves Secrets to the new namespace, and points pgBackRest to the new bucket. */
export function secretsOf(secrets: readonly Exported[], place: Place): Exported[] {
  const pointed = movedTo(secrets, place.from, place.into).map(each => pointedSecret(each, place));
  if (place.databases.length > 0 && pointed.every(({ changed }) => !changed))
    place.report(
      `no archived Secret configures repository ${place.repository.number} of pgBackRest: its configuration must exist in ${place.into}`,
    );
  return pointed.map(({ secret }) => secret);
}

function pointedSecret(secret: Exported, { repository, newBucket }: Place) {
  if (!isMap(secret.data)) return { changed: false, secret };
  let changed = false;
  const data = Object.entries(secret.data).map(([key, value]) => {
    const text = Buffer.from(String(value), 'base64').toString('utf8');
    if (!configures(text, repository.number)) return [key, value];
    changed = true;
    return [key, Buffer.from(withBucket(text, repository.number, newBucket)).toString('base64')];
  });
  return { changed, secret: { ...secret, data: Object.fromEntries(data) } as Exported };
}

/** Returns the ConfigMaps that pgBackRest and the backup pod read, in the new namespace. */
export function configurationOf(
  objects: readonly Exported[],
  { databases, backupPod, from, into }: Place,
): Exported[] {
  const wanted = new Set([
    ...databases.flatMap(({ configuration }) =>
      configuration.flatMap(({ kind, name }) => (kind === 'ConfigMap' ? [name] : [])),
    ),
    ...(backupPod?.['ca-configmap'] === undefined ? [] : [backupPod['ca-configmap']]),
  ]);
  const own = objects.filter(
    ({ kind, metadata }) => kind === 'ConfigMap' && metadata.namespace === from && wanted.has(metadata.name),
  );
  return movedTo(own, from, into);
}
