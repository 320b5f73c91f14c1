import type { PodSpec } from '../../cluster/objects.ts';
import type { Recovery } from '../../config/recovery.ts';
import type { Configuration } from '../copy.ts';
import { copySocket, dataOf, ownPlace } from '../postgres/copy-pod.ts';
import { literal } from '../postgres/sql.ts';
import { type Declared, password, texts } from './connection.ts';

/** A fresh PostgreSQL into which a dump is restored: a pod of the worker's image, as copies of other databases are. */

const data = dataOf(ownPlace);

/** Any group will do, as long as it is that of the volume, too. */
const group = 5432;

/**
 * What the pod of the copy is like. Its user is that of the image unless slipway.yml names one: PostgreSQL runs as none that its system
 * does not know, and never as root. Pure.
 */
export function managedTemplate(
  declared: Declared,
  { image, user, authority }: NonNullable<Recovery['worker']>,
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
        volumeMounts:
          authority === undefined ? [] : [{ name: 'authority', mountPath: '/authority', readOnly: true }],
      },
    ],
    volumes: authority === undefined ? [] : [{ name: 'authority', configMap: { name: authority } }],
  };
}

/** What it needs beside it: the password of its user, and whom restic trusts. */
export const managedConfiguration = (
  { secret }: Pick<Declared, 'secret'>,
  { authority }: Pick<NonNullable<Recovery['worker']>, 'authority'>,
): Configuration[] => [
  { kind: 'Secret', name: secret },
  ...(authority === undefined ? [] : [{ kind: 'ConfigMap' as const, name: authority }]),
];

/**
 * Everything belongs to the user of the original, who may do all here: extensions are made by nobody else. One transaction locks all
 * that it makes, which may be thousands of tables; the compiler may not be in the image.
 */
const making = `umask 077
command -v initdb > /dev/null || { echo 'it is without initdb' >&2; exit 127; }
printf '%s\\n' "$SLIPWAY_PASSWORD" > ${copySocket}/password
initdb --pgdata=${data} --username="$SLIPWAY_USER" --pwfile=${copySocket}/password \\
  --encoding="$1" --locale="$2" --data-checksums --auth-local=trust --auth-host=scram-sha-256 > /dev/null
printf 'max_locks_per_transaction = 1024\\njit = off\\n' >> ${data}/postgresql.conf
rm ${copySocket}/password ${data}/pg_hba.conf`;

/**
 * Makes the files of an empty PostgreSQL in the pod.
 * @param encoding of the original: hashes of texts are of their bytes.
 */
export const makeCluster = (encoding: string): string[] => [
  ...['sh', '-ec', making, 'sh', encoding],
  encoding === 'UTF8' ? 'C.UTF-8' : 'C',
];

/**
 * Makes its database, and the roles that its dump names and does not hold.
 * @param roles may do nothing there, and nobody logs in as one of them.
 */
export const makeDatabase = (database: string, roles: readonly string[]): string =>
  `select format('create role %I', role) from json_array_elements_text(${literal(JSON.stringify(roles))}) wanted (role)
where role not in (select rolname from pg_roles) \\gexec
select format('create database %I template template0', ${literal(database)})
where not exists (select from pg_database where datname = ${literal(database)}) \\gexec`;

/** All or nothing. What would begin to follow another database is left out, and so is whose everything was. */
export const loading = [
  'pg_restore --exit-on-error --single-transaction --no-owner --no-acl --no-publications --no-subscriptions --no-password',
  `--host=${copySocket} --username="$SLIPWAY_USER" --dbname="dbname='$SLIPWAY_DATABASE'"`,
].join(' ');
