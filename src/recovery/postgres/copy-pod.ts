import type { Pod, PodSpec } from '../../cluster/objects.ts';
import { UserError } from '../../toolkit/errors.ts';
import { defined } from '../../toolkit/map.ts';

/**
 * A pod in which a copy of a database is restored and runs. It has the image and the pgBackRest configuration of the original, but no
 * high-availability manager. It waits for the files, then runs PostgreSQL on them.
 */

export interface CopyPod {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Its host name. Default: its name. */
  readonly hostname?: string | undefined;
  /** The pod spec of the workload of the original. */
  readonly template: PodSpec;
  /** Default: the first container. */
  readonly container?: string | undefined;
  /** The Secrets and ConfigMaps that pgBackRest reads; other mounts of the template are left out. */
  readonly configuration: readonly { readonly kind: 'Secret' | 'ConfigMap'; readonly name: string }[];
  /** Holds the data directory. */
  readonly volume: NonNullable<PodSpec['volumes']>[number];
  /** Default: a separate folder, without archiving. */
  readonly place?: CopyPlace | undefined;
  /** Whether it listens on its Unix socket only, until `openCopy`. Default: it accepts TCP connections from the start. */
  readonly closed?: boolean | undefined;
}

interface CopyPlace {
  /** In the volume. */
  readonly folder: string;
  /**
   * Whether WAL is kept until it can be archived. A copy that replaces the original needs this: the original's workload archives the rest
   * when it runs on the files. A copy beside the original must not archive, or it would write to the original's archive.
   */
  readonly archives: boolean;
}

export const separatePlace: CopyPlace = { folder: 'pg', archives: false };

/** Name of its only container. */
export const copyContainer = 'postgres';
/** Mount path of its volume. */
export const volumeFolder = '/slipway/data';
/** Returns the path of the data directory in the pod. */
export const dataOf = ({ folder }: CopyPlace): string => `${volumeFolder}/${folder}`;
/** Folder of its Unix socket. */
export const copySocket = '/slipway/run';
/** Folder of the commands that run detached in the pod. */
export const copyCommands = '/slipway/run/commands';

/**
 * Waits for the files in the folder of its first argument, runs PostgreSQL on them, and restarts it on request. It is a constant, so no
 * user input reaches a shell. It writes nothing into the data directory. Where that has no configuration files, a standby still needs some
 * settings to be as high as in the original. A closed copy does not listen, because network plugins may ignore a NetworkPolicy; and it keeps
 * no old WAL, which has what is masked later.
 */
const script = `d=$1 archive=$2 access=$3 wal= conf=$1/postgresql.conf hba=$1/pg_hba.conf ident=$1/pg_ident.conf
[ "$access" = open ] || wal='-c wal_recycle=off -c wal_keep_size=0'
rm -f $d.open
mkdir -p $d ${copySocket}/spool && chmod 700 $d
until [ -e $d.ready ]; do sleep 0.2; done
if ! [ -e $conf ]; then
  conf=${copySocket}/postgresql.conf
  for each in max_connections max_worker_processes max_wal_senders; do
    pg_controldata $d | sed -n "s/^$each setting: */$each = /p"
  done > $conf
  pg_controldata $d | sed -n 's/^max_prepared_xacts setting: */max_prepared_transactions = /p;
    s/^max_locks_per_xact setting: */max_locks_per_transaction = /p' >> $conf
fi
if ! [ -e $hba ]; then
  hba=${copySocket}/pg_hba.conf
  printf 'local all all trust\\nhost all all all scram-sha-256\\n' > $hba
fi
if ! [ -e $ident ]; then
  ident=${copySocket}/pg_ident.conf
  : > $ident
fi
while :; do
  rm -f $d.again
  listen='*'
  [ "$access" = open ] || [ -e $d.open ] || listen=
  postgres -D $d $wal \\
    -c config_file=$conf -c data_directory=$d -c hba_file=$hba -c ident_file=$ident -c external_pid_file= \\
    -c unix_socket_directories=${copySocket} -c "listen_addresses=$listen" -c port=5432 -c ssl=off \\
    -c archive_mode=$archive -c archive_command=false -c synchronous_standby_names= \\
    -c primary_conninfo= -c primary_slot_name= -c hot_standby=on -c logging_collector=off -c log_destination=stderr &
  server=$!
  trap 'kill -INT $server' TERM
  code=0
  wait $server || code=$?
  [ -e $d.again ] || exit $code
done`;

/** Returns the command that starts PostgreSQL on the restored files. */
export const startCopy = (data: string): readonly string[] => ['touch', `${data}.ready`];

/**
 * Returns the command that restarts PostgreSQL. It requests the restart and stops the server in one command, because a stop without a
 * request ends the pod. It does not wait for the stop, because the next server writes its PID file at once.
 */
export const restartCopy = (data: string): readonly string[] => [
  ...['sh', '-c', 'touch "$1.again" && exec pg_ctl stop --mode=fast --no-wait --silent --pgdata="$1"'],
  ...['restart', data],
];

/** Returns the command that restarts PostgreSQL to accept TCP connections, and waits until it does. The image needs `pg_isready`. */
export const openCopy = (data: string): readonly string[] => [...['sh', '-ec', opening, 'open', data]];

const opening = `command -v pg_isready > /dev/null || { echo 'the image has no pg_isready' >&2; exit 127; }
touch "$1.open" "$1.again"
pg_ctl stop --mode=fast --no-wait --silent --pgdata="$1"
until pg_isready --quiet --host=127.0.0.1 --port=5432; do sleep 0.2; done`;

/** Returns the commands that stop PostgreSQL for good, and remove our control files beside the data directory. */
export const stopCopy = (data: string): readonly (readonly string[])[] => [
  ['rm', '-f', `${data}.ready`, `${data}.again`, `${data}.open`],
  ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${data}`],
];

/**
 * Returns the pod. It overrides settings of the original that a copy must not have: archiving to its repository, following it, waiting for
 * its standbys.
 * @throws {UserError} when the template has no such container.
 */
export function copyPod(copy: CopyPod): Pod {
  const { name, namespace, labels, hostname, template, volume, place = separatePlace } = copy;
  const source = containerOf(template, copy.container);
  const has = (kind: string, of: string | undefined) =>
    copy.configuration.some(each => each.kind === kind && each.name === of);
  const volumes = (template.volumes ?? []).filter(each => isConfiguration(each, has));
  const kept = new Set(volumes.map(each => each.name));
  const mounts = (source.volumeMounts ?? []).filter(each => kept.has(each.name));
  const env = (source.env ?? []).filter(({ valueFrom }) => {
    const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
    return (
      (secretKeyRef === undefined || has('Secret', secretKeyRef.name)) &&
      (configMapKeyRef === undefined || has('ConfigMap', configMapKeyRef.name))
    );
  });
  const { securityContext, imagePullSecrets, nodeSelector, tolerations } = template;
  const { image, resources } = source;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: { ...labels } },
    spec: {
      ...defined({ hostname, securityContext, imagePullSecrets, nodeSelector, tolerations }),
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      // A pod that ended is reported, not restarted.
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 5,
      containers: [
        {
          name: copyContainer,
          ...defined({ image, resources, securityContext: source.securityContext }),
          command: [
            ...['/bin/sh', '-ec', script, copyContainer, dataOf(place), place.archives ? 'on' : 'off'],
            copy.closed === true ? 'closed' : 'open',
          ],
          // The spool path of the original may be on a volume that the copy does not have.
          env: [...env, { name: 'PGBACKREST_SPOOL_PATH', value: `${copySocket}/spool` }],
          volumeMounts: [
            ...mounts,
            { name: volume.name, mountPath: volumeFolder },
            { name: 'slipway-run', mountPath: copySocket },
          ],
        },
      ],
      volumes: [...volumes, volume, { name: 'slipway-run', emptyDir: {} }],
    },
  };
}

function containerOf({ containers }: PodSpec, name: string | undefined) {
  const found = name === undefined ? containers[0] : containers.find(each => each.name === name);
  if (found !== undefined) return found;
  throw new UserError(
    `the workload of the database has no container ${name ?? ''}`.trimEnd(),
    `set \`container\` in slipway.yml to one of ${containers.map(each => each.name).join(', ')}`,
  );
}

function isConfiguration(
  { secret, configMap, projected }: NonNullable<PodSpec['volumes']>[number],
  has: (kind: 'Secret' | 'ConfigMap', name: string | undefined) => boolean,
): boolean {
  if (secret !== undefined) return has('Secret', secret.secretName);
  if (configMap !== undefined) return has('ConfigMap', configMap.name);
  const sources = projected?.sources ?? [];
  return (
    sources.length > 0 &&
    sources.every(each => has('Secret', each.secret?.name) || has('ConfigMap', each.configMap?.name))
  );
}
