import type { Job, Pod } from '../cluster/objects.ts';
import type { Verify } from '../config/types.ts';
import { excerpt } from './assertions.ts';
import { script } from './dependency-script.ts';

/** The pod that asks the dependencies of an application, one container for each, and what it found. All pure. */

export type Dependencies = NonNullable<Verify['dependencies']>;
export type Edge = Dependencies['edges'][string];

/** What a container found: `unknown` when it could not ask. */
export interface EdgeFinding {
  readonly state: 'ok' | 'broken' | 'unknown';
  readonly why?: string;
}

/** Returns what an edge leads to, in words. */
export const targetOf = (edge: Edge): string =>
  edge.http ?? edge.s3 ?? edge.tcp ?? edge.redis ?? edge.postgres ?? edge.dns ?? '';

/** Escapes a text, because Kubernetes replaces `$(NAME)` in commands and values, and `$$` by `$`. */
const literal = (text: string) => text.replaceAll('$', () => '$$');

/** Where a ConfigMap with CA certificates is mounted. */
const caFolder = '/ca';

/** Builds the Job, which ends by its own deadline and is deleted soon after, even if the run is lost. */
export function probeJob(
  { image, labels = {}, timeout, edges }: Dependencies,
  owner: {
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
  },
): Job {
  const { name, namespace, labels: own } = owner;
  const caConfigMaps = [...new Set(Object.values(edges).flatMap(({ 'ca-configmap': name = [] }) => name))];
  const volume = (configMap: string) => `ca-${caConfigMaps.indexOf(configMap)}`;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, namespace, labels: { ...own } },
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: Math.ceil(timeout / 1000),
      ttlSecondsAfterFinished: 60,
      template: {
        metadata: { labels: { ...labels, ...own } },
        spec: {
          restartPolicy: 'Never',
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 1,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: 65_532,
            runAsGroup: 65_532,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          volumes: caConfigMaps.map(each => ({ name: volume(each), configMap: { name: each } })),
          containers: Object.entries(edges).map(([edgeName, edge]) => ({
            name: edgeName,
            image,
            command: ['sh', '-c', literal(script)],
            env: environmentOf(edge),
            volumeMounts:
              edge['ca-configmap'] === undefined
                ? []
                : [{ name: volume(edge['ca-configmap']), mountPath: caFolder, readOnly: true }],
            terminationMessagePolicy: 'FallbackToLogsOnError',
            resources: { requests: { cpu: '5m', memory: '16Mi' }, limits: { memory: '64Mi' } },
            securityContext: {
              allowPrivilegeEscalation: false,
              readOnlyRootFilesystem: true,
              capabilities: { drop: ['ALL'] },
            },
          })),
        },
      },
    },
  } as Job;
}

function environmentOf(edge: Edge) {
  const { http, tcp, redis, postgres, dns, s3, user, database, sslmode, secret, key, id } = edge;
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(tcp ?? redis ?? postgres ?? '') ?? [];
  const file = edge['ca-configmap'] === undefined ? undefined : `${caFolder}/ca.crt`;
  // libpq rejects `system` with a weaker sslmode, and has no other default in a pod.
  const root = file ?? (sslmode === 'verify-full' ? 'system' : undefined);
  const values: Record<string, string | undefined> =
    postgres === undefined
      ? {
          KIND: http ? 'http' : tcp ? 'tcp' : redis ? 'redis' : s3 ? 's3' : 'dns',
          URL: http ?? s3,
          HOST: dns ?? (host === '' ? undefined : host),
          PORT: port === '' ? undefined : port,
          REGION: s3 && (edge.region ?? 'us-east-1'),
          TLS: edge.tls === true ? 'true' : undefined,
          CA_FILE: file,
        }
      : {
          KIND: 'postgres',
          PGHOST: host,
          PGPORT: port,
          PGUSER: user,
          PGDATABASE: database,
          PGSSLMODE: sslmode,
          PGSSLROOTCERT: root,
          PGCONNECT_TIMEOUT: '5',
          HOME: '/tmp',
        };
  const secrets = { [postgres ? 'PGPASSWORD' : 'PASSWORD']: key, ID: id };
  return [
    ...Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value: literal(value) }],
    ),
    ...Object.entries(secrets).flatMap(([name, each]) =>
      secret === undefined || each === undefined
        ? []
        : [{ name, valueFrom: { secretKeyRef: { name: secret, key: each } } }],
    ),
  ];
}

/** Returns what the containers of the pod found; an edge is missing while its container runs. */
export function findingsIn(pod: Pod | undefined): Map<string, EdgeFinding> {
  const found = new Map<string, EdgeFinding>();
  for (const { name, state } of pod?.status?.containerStatuses ?? []) {
    const { terminated, waiting } = state ?? {};
    if (terminated !== undefined) found.set(name, findingOf(terminated));
    else if (waiting?.reason !== undefined && cannotStart.test(waiting.reason))
      found.set(name, {
        state: 'unknown',
        why: `its container cannot be started (${excerpt(`${waiting.reason}: ${waiting.message ?? ''}`)})`,
      });
  }
  return found;
}

const cannotStart =
  /^(ErrImagePull|ImagePullBackOff|InvalidImageName|ErrImageNeverPull|CreateContainerConfigError|CreateContainerError|RunContainerError)$/;

function findingOf({
  exitCode,
  message = '',
  reason = '',
}: {
  exitCode: number;
  message?: string;
  reason?: string;
}): EdgeFinding {
  if (exitCode === 0) return { state: 'ok' };
  const said = excerpt(message);
  if (exitCode === 1) return { state: 'broken', why: said === '' ? 'it does not answer' : said };
  return {
    state: 'unknown',
    why: said === '' ? `its container exited with code ${exitCode} (${excerpt(reason)})` : said,
  };
}

/**
 * Returns the failed dependency that explains why another one failed, the furthest along `needs`; undefined if it failed by itself.
 */
export function causeOf(
  name: string,
  edges: Readonly<Record<string, Pick<Edge, 'needs'>>>,
  failed: ReadonlySet<string>,
): string | undefined {
  for (const need of edges[name]?.needs ?? []) {
    const further = causeOf(need, edges, failed);
    if (further !== undefined) return further;
    if (failed.has(need)) return need;
  }
  return undefined;
}
