import type { Job, Pod } from '../cluster/objects.ts';
import type { Verify } from '../config/types.ts';
import { excerpt } from './assertions.ts';

/** The pod that asks the dependencies of an application, one container for each, and what it found. All pure. */

export type Dependencies = NonNullable<Verify['dependencies']>;
export type Edge = Dependencies['edges'][string];

/** What a container found: `unknown` when it could not ask. */
export interface EdgeFinding {
  readonly state: 'ok' | 'broken' | 'unknown';
  readonly why?: string;
}

/** Exit code of the script when it cannot ask. */
const unable = 3;

/**
 * Plain POSIX sh, so that BusyBox will do. Its last lines become the message of the container. It never prints what a server with a
 * password answers, which may echo it.
 */
export const script = `set -u
export LC_ALL=C
fail() { echo "$1"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
need() { has "$1" || { echo "the image has no $1"; exit ${unable}; }; }
limited() { if has timeout; then timeout 15 "$@"; else "$@"; fi; }
case $KIND in
  tcp)
    need nc
    said=$(limited nc -z -w 5 "$HOST" "$PORT" 2>&1 </dev/null) || case $said in
      # The nc of some BusyBoxes has no -z.
      *"invalid option"* | *"unrecognized option"*)
        said=$(limited nc -w 5 "$HOST" "$PORT" -e true 2>&1 </dev/null) || fail "\${said:-it does not accept the connection}"
        ;;
      *) fail "\${said:-it does not accept the connection}" ;;
    esac
    ;;
  dns)
    if has getent; then said=$(limited getent hosts "$HOST" 2>&1) || fail "the name does not resolve"
    else
      need nslookup
      said=$(limited nslookup "$HOST" 2>&1) || fail "the name does not resolve"
    fi
    ;;
  http)
    if has curl; then said=$(limited curl --fail --silent --show-error --max-time 10 --output /dev/null "$URL" 2>&1) || fail "\${said:-it does not answer with a status of 2xx}"
    else
      need wget
      said=$(limited wget -q -T 10 -O /dev/null "$URL" 2>&1) || fail "\${said:-it does not answer with a status of 2xx}"
    fi
    ;;
  redis)
    need nc
    said=$({
      [ -z "\${PASSWORD-}" ] || printf '*2\\r\\n$4\\r\\nAUTH\\r\\n$%s\\r\\n%s\\r\\n' "\${#PASSWORD}" "$PASSWORD"
      printf '*1\\r\\n$4\\r\\nPING\\r\\n*1\\r\\n$4\\r\\nQUIT\\r\\n'
    } | limited nc -w 5 "$HOST" "$PORT" 2>/dev/null | head -c 2000)
    case $said in
      *WRONGPASS* | *'invalid password'*) fail "it refuses the password" ;;
      *NOAUTH*) fail "it demands a password" ;;
      *PONG*) ;;
      '') fail "it does not answer PING" ;;
      *) if [ -n "\${PASSWORD-}" ]; then fail "it does not answer PING with PONG"; else fail "it answers PING with: $said"; fi ;;
    esac
    ;;
  postgres)
    need psql
    said=$(limited psql -XAtwc 'SELECT 1' 2>&1) || fail "$said"
    [ "$said" = 1 ] || fail "it answers SELECT 1 with: $said"
    ;;
esac
`;

/** Returns what an edge leads to, in words. */
export const targetOf = (edge: Edge): string =>
  edge.http ?? edge.tcp ?? edge.redis ?? edge.postgres ?? edge.dns ?? '';

/** Escapes a text, because Kubernetes replaces `$(NAME)` in commands and values, and `$$` by `$`. */
const literal = (text: string) => text.replaceAll('$', () => '$$');

/** Builds the Job, which ends by its own deadline and is deleted soon after, even if the run is lost. */
export function probeJob(
  { image, labels = {}, within, edges }: Dependencies,
  owner: {
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
  },
): Job {
  const { name, namespace, labels: own } = owner;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name, namespace, labels: { ...own } },
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: Math.ceil(within / 1000),
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
          containers: Object.entries(edges).map(([edgeName, edge]) => ({
            name: edgeName,
            image,
            command: ['sh', '-c', literal(script)],
            env: environmentOf(edge),
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
  const { http, tcp, redis, postgres, dns, user, database, sslmode, secret, key } = edge;
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(tcp ?? redis ?? postgres ?? '') ?? [];
  const kind = http ? 'http' : tcp ? 'tcp' : redis ? 'redis' : postgres ? 'postgres' : 'dns';
  const values: Record<string, string | undefined> = {
    KIND: kind,
    ...(kind === 'http' ? { URL: http } : {}),
    ...(kind === 'dns' ? { HOST: dns } : {}),
    ...(kind === 'tcp' || kind === 'redis' ? { HOST: host, PORT: port } : {}),
    ...(kind === 'postgres'
      ? {
          ...{ PGHOST: host, PGPORT: port, PGUSER: user, PGDATABASE: database, PGSSLMODE: sslmode },
          PGCONNECT_TIMEOUT: '5',
          HOME: '/tmp',
        }
      : {}),
  };
  const password =
    secret === undefined || key === undefined
      ? []
      : [
          {
            name: kind === 'postgres' ? 'PGPASSWORD' : 'PASSWORD',
            valueFrom: { secretKeyRef: { name: secret, key } },
          },
        ];
  return [
    ...Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [{ name, value: literal(value) }],
    ),
    ...password,
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
    why: said === '' ? `its container ended with exit code ${exitCode} (${excerpt(reason)})` : said,
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
