import type { Pod, PodSpec } from '../../cluster/objects.ts';
import { UserError } from '../../toolkit/errors.ts';

/**
 * A pod in which a copy of a database is restored and then runs: of the same image and with the same configuration of pgBackRest as
 * the pods of the database, and without whatever watches over those. It waits until the files are there, then runs PostgreSQL on them.
 */

export interface CopyPod {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Of the workload whose database it is. */
  readonly template: PodSpec;
  /** Default: the first container. */
  readonly container?: string | undefined;
  /** The Secrets and ConfigMaps that pgBackRest reads; what else the template mounts is left out. */
  readonly configuration: readonly { readonly kind: 'Secret' | 'ConfigMap'; readonly name: string }[];
  /** What the files are kept on. */
  readonly volume: NonNullable<PodSpec['volumes']>[number];
  /** Default: a folder of its own, and nothing is archived. */
  readonly place?: CopyPlace | undefined;
  /** Whether it listens on its socket alone until it is opened (`openCopy`). Default: it accepts connections from the beginning. */
  readonly closed?: boolean | undefined;
}

export interface CopyPlace {
  /** In the volume. */
  readonly folder: string;
  /**
   * Whether the log is kept until somebody archives it: of what takes the place of the original, which archives what is left when it
   * runs there. A copy beside the original must not, or it would write into its archive.
   */
  readonly archives: boolean;
}

export const ownPlace: CopyPlace = { folder: 'pg', archives: false };

/** The one container of it. */
export const copyContainer = 'postgres';
/** Where its volume is. */
export const volumeFolder = '/slipway/data';
/** Where its files are, for whoever restores them. */
export const dataOf = ({ folder }: CopyPlace): string => `${volumeFolder}/${folder}`;
/** The folder of its socket. */
export const copySocket = '/slipway/run';
/** The folder of what goes on in it without us. */
export const copyCommands = '/slipway/run/commands';

/**
 * Waits for the files, which are in its first argument, then runs PostgreSQL on them, again for as long as somebody has asked for it;
 * constant, so that nothing of anybody's gets into a shell. Nothing is written beside what was restored. Where the settings are kept apart
 * from the files, a standby needs as many of some as the original had. A NetworkPolicy does not close a copy: networks may ignore it.
 */
const script = `d=$1 archive=$2 access=$3 conf=$1/postgresql.conf hba=$1/pg_hba.conf ident=$1/pg_ident.conf
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
  postgres -D $d \\
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

/** Begins PostgreSQL on the files that are there. */
export const startCopy = (data: string): readonly string[] => ['touch', `${data}.ready`];

/**
 * Ends it, and begins it again. Both at once: one that is ended a second time without having been asked for again ends its pod. Without
 * waiting, for the next one has its file with the process id there at once.
 */
export const restartCopy = (data: string): readonly string[] => [
  ...['sh', '-c', 'touch "$1.again" && exec pg_ctl stop --mode=fast --no-wait --silent --pgdata="$1"'],
  ...['restart', data],
];

/** Begins it again as one that accepts connections, and waits until it does. The image needs `pg_isready`. */
export const openCopy = (data: string): readonly string[] => [...['sh', '-ec', opening, 'open', data]];

const opening = `command -v pg_isready > /dev/null || { echo 'the image is without pg_isready' >&2; exit 127; }
touch "$1.open" "$1.again"
pg_ctl stop --mode=fast --no-wait --silent --pgdata="$1"
until pg_isready --quiet --host=127.0.0.1 --port=5432; do sleep 0.2; done`;

/** Ends it for good, and leaves nothing of ours beside the files. */
export const stopCopy = (data: string): readonly (readonly string[])[] => [
  ['rm', '-f', `${data}.ready`, `${data}.again`, `${data}.open`],
  ['pg_ctl', 'stop', '--mode=fast', '--no-wait', '--silent', `--pgdata=${data}`],
];

/**
 * What the settings of the original would do that a copy must not is turned off: archive into its repository, follow it, wait for its
 * standbys.
 * @throws {UserError} when the template has no such container.
 */
export function copyPod(copy: CopyPod): Pod {
  const { name, namespace, labels, template, volume, place = ownPlace } = copy;
  const source = containerOf(template, copy.container);
  const volumes = (template.volumes ?? []).filter(each => isConfiguration(each, copy.configuration));
  const kept = new Set(volumes.map(each => each.name));
  const mounts = (source.volumeMounts ?? []).filter(each => kept.has(each.name));
  const env = (source.env ?? []).filter(({ valueFrom }) => {
    const { secretKeyRef, configMapKeyRef } = valueFrom ?? {};
    const reads = [
      ...(secretKeyRef === undefined ? [] : [{ kind: 'Secret', name: secretKeyRef.name }]),
      ...(configMapKeyRef === undefined ? [] : [{ kind: 'ConfigMap', name: configMapKeyRef.name }]),
    ];
    return reads.every(({ kind, name: of }) =>
      copy.configuration.some(each => each.kind === kind && each.name === of),
    );
  });
  const { securityContext, imagePullSecrets, nodeSelector, tolerations } = template;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: { ...labels } },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      // One that ended is looked at, and not begun anew.
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 5,
      ...(securityContext === undefined ? {} : { securityContext }),
      ...(imagePullSecrets === undefined ? {} : { imagePullSecrets }),
      ...(nodeSelector === undefined ? {} : { nodeSelector }),
      ...(tolerations === undefined ? {} : { tolerations }),
      containers: [
        {
          name: copyContainer,
          ...(source.image === undefined ? {} : { image: source.image }),
          command: [
            ...['/bin/sh', '-ec', script, copyContainer, dataOf(place), place.archives ? 'on' : 'off'],
            copy.closed === true ? 'closed' : 'open',
          ],
          // Where it is in the original may be part of what the copy has not.
          env: [...env, { name: 'PGBACKREST_SPOOL_PATH', value: `${copySocket}/spool` }],
          ...(source.resources === undefined ? {} : { resources: source.resources }),
          ...(source.securityContext === undefined ? {} : { securityContext: source.securityContext }),
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
    `name one of ${containers.map(each => each.name).join(', ')} as \`container\` in slipway.yml`,
  );
}

function isConfiguration(
  { secret, configMap, projected }: NonNullable<PodSpec['volumes']>[number],
  configuration: CopyPod['configuration'],
): boolean {
  const has = (kind: string, name: string | undefined) =>
    configuration.some(each => each.kind === kind && each.name === name);
  if (secret !== undefined) return has('Secret', secret.secretName);
  if (configMap !== undefined) return has('ConfigMap', configMap.name);
  const sources = projected?.sources ?? [];
  return (
    sources.length > 0 &&
    sources.every(each => has('Secret', each.secret?.name) || has('ConfigMap', each.configMap?.name))
  );
}
