import { isMap } from '../../toolkit/map.ts';
import { type Exported, movedTo } from '../cluster-objects/portable.ts';
import { configures, pointedAt } from './pointing.ts';
import type { OfflineRecovery } from './recovering.ts';

/** The Secrets and ConfigMaps of what is lost, for the place where it comes back. */

type Place = Pick<
  OfflineRecovery,
  'from' | 'into' | 'repository' | 'newBucket' | 'databases' | 'worker' | 'report'
>;

/** In their new namespace, with pgBackRest pointed at the new bucket. */
export function secretsOf(secrets: readonly Exported[], place: Place): Exported[] {
  const pointed = movedTo(secrets, place.from, place.into).map(each => pointedSecret(each, place));
  if (place.databases.length > 0 && pointed.every(({ changed }) => !changed))
    place.report(
      `no Secret configures repository ${place.repository.number} of pgBackRest: it has to be in ${place.into} already`,
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
    return [key, Buffer.from(pointedAt(text, repository.number, newBucket)).toString('base64')];
  });
  return { changed, secret: { ...secret, data: Object.fromEntries(data) } as Exported };
}

/** The ConfigMaps that pgBackRest reads, and whoever restores files. */
export function configurationOf(
  objects: readonly Exported[],
  { databases, worker, from, into }: Place,
): Exported[] {
  const wanted = new Set([
    ...databases.flatMap(({ configuration }) =>
      configuration.flatMap(({ kind, name }) => (kind === 'ConfigMap' ? [name] : [])),
    ),
    ...(worker?.authority === undefined ? [] : [worker.authority]),
  ]);
  const own = objects.filter(
    ({ kind, metadata }) => kind === 'ConfigMap' && metadata.namespace === from && wanted.has(metadata.name),
  );
  return movedTo(own, from, into);
}
