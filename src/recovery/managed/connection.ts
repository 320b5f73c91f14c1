import type { PodSpec } from '../../cluster/objects.ts';
import type { Recovery } from '../../config/recovery.ts';
import { mounts } from '../files/backup-pod.ts';

/** Connects the PostgreSQL programs in a pod to a managed database by environment variables, so that no name reaches a shell. */

export type ManagedSettings = Recovery['managed'][string];

type Environment = NonNullable<PodSpec['containers'][number]['env']>;

/** Returns the variables of the connection. The password goes from its Secret to the pod, and Slipway never reads it. Pure. */
export function connectionEnvironment(declared: ManagedSettings): Environment {
  const { host, port, database, user, sslmode, 'ca-configmap': ca, secret, key } = declared;
  // libpq rejects `system` with a weaker sslmode.
  const root = ca !== undefined ? mounts.databaseCa : sslmode === 'verify-full' ? 'system' : undefined;
  const values = {
    PGHOST: host,
    PGPORT: String(port),
    PGDATABASE: database,
    PGUSER: user,
    PGSSLMODE: sslmode,
    ...(root === undefined ? {} : { PGSSLROOTCERT: root }),
    PGCONNECT_TIMEOUT: '30',
    PGAPPNAME: 'slipway',
  };
  return [...texts(values), password('PGPASSWORD', { secret, key })];
}

/** Returns variables with these values, escaped because Kubernetes expands `$(NAME)`. */
export const texts = (values: Readonly<Record<string, string>>): Environment =>
  Object.entries(values).map(([name, value]) => ({ name, value: value.replaceAll('$', () => '$$') }));

export const password = (name: string, { secret, key }: Pick<ManagedSettings, 'secret' | 'key'>) => ({
  name,
  valueFrom: { secretKeyRef: { name: secret, key } },
});
