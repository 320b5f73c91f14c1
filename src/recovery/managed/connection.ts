import type { PodSpec } from '../../cluster/objects.ts';
import type { Recovery } from '../../config/recovery.ts';
import { mounts } from '../files/worker.ts';

/** How the programs of PostgreSQL in a pod reach a database outside of the cluster: by their environment, so that no shell sees a name. */

export type Declared = Recovery['managed'][string];

type Environment = NonNullable<PodSpec['containers'][number]['env']>;

/** The password goes from its Secret into the pod, and is never seen by us. Pure. */
export function connectionEnvironment(declared: Declared): Environment {
  const { host, port, database, user, sslmode, authority, secret, key } = declared;
  // Together with a weaker mode libpq refuses `system`.
  const root =
    authority !== undefined ? mounts.databaseAuthority : sslmode === 'verify-full' ? 'system' : undefined;
  const values = {
    ...{ PGHOST: host, PGPORT: String(port), PGDATABASE: database, PGUSER: user, PGSSLMODE: sslmode },
    ...(root === undefined ? {} : { PGSSLROOTCERT: root }),
    PGCONNECT_TIMEOUT: '30',
    PGAPPNAME: 'slipway',
  };
  return [...texts(values), password('PGPASSWORD', { secret, key })];
}

/** Kubernetes puts the values of other variables where it reads `$(NAME)`. */
export const texts = (values: Readonly<Record<string, string>>): Environment =>
  Object.entries(values).map(([name, value]) => ({ name, value: value.replaceAll('$', () => '$$') }));

export const password = (name: string, { secret, key }: Pick<Declared, 'secret' | 'key'>) => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});
