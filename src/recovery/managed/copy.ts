import type { PodSpec } from '../../cluster/objects.ts';
import type { Recovery } from '../../config/recovery.ts';
import type { CopiedConfiguration } from '../copy.ts';
import { copySocket, dataOf, separatePlace } from '../postgres/copy-pod.ts';
import { literal } from '../postgres/sql.ts';
import { type ManagedSettings, password, texts } from './connection.ts';

/** An empty PostgreSQL into which a dump is restored: a pod like that of other copies, with the image of the backup pod. */

const data = dataOf(separatePlace);

/** Any group works, because the volume gets the same. */
const group = 5432;

/**
 * Returns the spec from which the pod of the copy is made. Its user is that of the image unless slipway.yml names one: PostgreSQL needs a
 * user that its system knows, and never runs as root. Pure.
 */
export function managedTemplate(
  declared: ManagedSettings,
  { image, user, 'ca-configmap': ca }: NonNullable<Recovery['backup-pod']>,
): PodSpec {
  return {
    securityContext: {
      runAsNonRoot: true,
      ...(user === undefined ? {} : { runAsUser: user }),
      fsGroup: group,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name: 'postgres',
        image,
        env: [
          ...texts({ SLIPWAY_USER: declared.user, SLIPWAY_DATABASE: declared.database }),
          password('SLIPWAY_PASSWORD', declared),
        ],
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        volumeMounts: ca === undefined ? [] : [{ name: 'ca', mountPath: '/ca', readOnly: true }],
      },
    ],
    volumes: ca === undefined ? [] : [{ name: 'ca', configMap: { name: ca } }],
  };
}

/** Returns the objects that the pod reads: the password of its user, and the CA that restic trusts. */
export const managedConfiguration = (
  { secret }: Pick<ManagedSettings, 'secret'>,
  { 'ca-configmap': ca }: Pick<NonNullable<Recovery['backup-pod']>, 'ca-configmap'>,
): CopiedConfiguration[] => [
  { kind: 'Secret', name: secret },
  ...(ca === undefined ? [] : [{ kind: 'ConfigMap' as const, name: ca }]),
];

/**
 * The user of the original owns everything and is a superuser here, because other users cannot create every extension. The restore is one
 * transaction and locks all that it creates, possibly thousands of tables. JIT is off, because the image may lack its compiler.
 */
const making = `umask 077
command -v initdb > /dev/null || { echo 'the image has no initdb' >&2; exit 127; }
printf '%s\\n' "$SLIPWAY_PASSWORD" > ${copySocket}/password
initdb --pgdata=${data} --username="$SLIPWAY_USER" --pwfile=${copySocket}/password \\
  --encoding="$1" --locale="$2" --data-checksums --auth-local=trust --auth-host=scram-sha-256 > /dev/null
printf 'max_locks_per_transaction = 1024\\njit = off\\n' >> ${data}/postgresql.conf
rm ${copySocket}/password ${data}/pg_hba.conf`;

/**
 * Returns the command that creates the files of an empty PostgreSQL in the pod.
 * @param encoding of the original, because text hashes depend on the bytes.
 */
export const makeCluster = (encoding: string): string[] => [
  ...['sh', '-ec', making, 'sh', encoding],
  encoding === 'UTF8' ? 'C.UTF-8' : 'C',
];

/**
 * Returns SQL that creates its database, and the roles that its dump names but does not hold.
 * @param roles to create without privileges and without login.
 */
export const makeDatabase = (database: string, roles: readonly string[]): string =>
  `select format('create role %I', role) from json_array_elements_text(${literal(JSON.stringify(roles))}) wanted (role)
where role not in (select rolname from pg_roles) \\gexec
select format('create database %I template template0', ${literal(database)})
where not exists (select from pg_database where datname = ${literal(database)}) \\gexec`;

/** Restores all or nothing, without owners and grants, and without subscriptions, which would start to replicate from another database. */
export const loading = [
  'pg_restore --exit-on-error --single-transaction --no-owner --no-acl --no-publications --no-subscriptions --no-password',
  `--host=${copySocket} --username="$SLIPWAY_USER" --dbname="dbname='$SLIPWAY_DATABASE'"`,
].join(' ');
