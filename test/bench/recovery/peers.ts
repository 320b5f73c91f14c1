import { setTimeout as sleep } from 'node:timers/promises';
import { type ProgramOutput, runForOutput } from '../../../src/toolkit/program.ts';
import type { Database } from '../../database/database.ts';
import { sidePod } from '../../database/objects.ts';
import { DATA, STANZA } from '../../database/settings.ts';
import { kubectl, throughGateway } from '../../e2e/harness.ts';

/** What people use in place of a drill, run for real: the checks of the tools, and a restore that is good when the application answers. */

/** `undefined`: it has nothing to do with that. */
export interface Verdict {
  /** Its exit code or its text names a problem. */
  readonly found: boolean;
  readonly code: number | undefined;
  /** The line that tells. */
  readonly said: string;
}

/** `pgbackrest verify` where the database is, with all that it can say; its text counts, for its exit code is 0 whatever it finds. */
export async function pgbackrestVerify(database: Database, repository: 1 | 2 = 1): Promise<Verdict> {
  const command = [
    'timeout',
    '60',
    'pgbackrest',
    `--stanza=${STANZA}`,
    `--repo=${repository}`,
    '--log-level-console=warn',
  ];
  const more = ['--output=text', '--verbose', 'verify'];
  return verdictOf(
    await inPod(database.namespace, await database.primary(), 'postgres', [...command, ...more]),
  );
}

const troubles =
  /^.*(ERROR|WARN|\bstatus: (?!ok|valid|in-progress)|(missing|checksum invalid|size invalid|other): [1-9]|no backups? exist|no archives? exist).*$/m;

export function verdictOf(answer: ProgramOutput): Verdict {
  const text = `${answer.stdout}\n${answer.stderr}`;
  const line = troubles.exec(text)?.[0]?.trim() ?? '';
  const last = text.trim().split('\n').at(-1) ?? '';
  // A tool that waits for it in vain notices that, too.
  if (answer.code === 124) return { found: true, code: 124, said: 'it does not end within a minute' };
  const found = answer.code !== 0 || line !== '';
  return { found, code: answer.code, said: (line || last).slice(0, 200) };
}

export const inPod = (namespace: string, pod: string, container: string, command: string[], input?: string) =>
  runForOutput(
    [
      'kubectl',
      ...['-n', namespace, 'exec', ...(input === undefined ? [] : ['-i']), pod, '-c', container, '--'],
      ...command,
    ],
    { env: process.env, ...(input === undefined ? {} : { input }) },
  );

/** A place in which an operator restores as the manuals say, and checks that the application answers 200. */
export interface Plain {
  readonly namespace: string;
  /** @param options of `pgbackrest restore`, and which Secret it reads. */
  restore(options?: {
    readonly args?: readonly string[] | undefined;
    readonly secret?: string | undefined;
  }): Promise<Verdict>;
  /** Rows of what was restored last. */
  sql(statement: string): Promise<string>;
  remove(): Promise<void>;
}

const pod = 'plain';

export async function openPlain(database: Database): Promise<Plain> {
  const namespace = `${database.namespace}-plain`;
  const host = `plain.${database.namespace}.example`;
  const own = (args: string[], input?: string) => kubectl(['-n', namespace, ...args], input);
  await kubectl(['create', 'namespace', namespace]);
  for (const each of ['secret/pgbackrest', 'secret/passwords', 'configmap/s3-authority', 'configmap/patroni'])
    await own(['create', '-f', '-'], await bare(database, each));
  await own(['apply', '--server-side', '-f', '-'], JSON.stringify(application(host)));
  await own(['rollout', 'status', 'deployment/records', '--timeout=60s']);
  return {
    namespace,
    restore: async ({ args = [], secret = 'pgbackrest' } = {}) => {
      await own(['delete', 'pod', pod, '--ignore-not-found', '--wait']);
      await own(['create', '-f', '-'], JSON.stringify(labelled(sidePod(pod, database.image), secret)));
      await own(['wait', '--for=condition=Ready', `pod/${pod}`, '--timeout=60s']);
      await own(['exec', pod, '--', 'install', '-d', '-m', '0700', DATA]);
      const repository = args.some(each => each.startsWith('--repo=')) ? [] : ['--repo=1'];
      const restore = [
        'timeout',
        '90',
        'pgbackrest',
        `--stanza=${STANZA}`,
        ...repository,
        ...args,
        'restore',
      ];
      const restored = await inPod(namespace, pod, 'postgres', restore);
      if (restored.code !== 0) return verdictOf(restored);
      const started = await inPod(namespace, pod, 'postgres', ['sh', '-ec', START]);
      if (started.code !== 0) return verdictOf(started);
      return answers(host);
    },
    sql: statement =>
      own(['exec', '-i', pod, '--', 'psql', '-XAtq', '-d', 'shop', '-v', 'ON_ERROR_STOP=1'], statement),
    remove: async () => void (await kubectl(['delete', 'namespace', namespace, '--wait=false'])),
  };
}

/** As a user does it: neither archiving nor waiting for standbys, and reached from outside. */
const START = `
off="-c archive_mode=off -c synchronous_standby_names= -c primary_conninfo= -c unix_socket_directories=/run/postgresql -c listen_addresses=*"
fail() { grep -E 'FATAL|PANIC|ERROR' /data/log | tail -2 >&2; exit 1; }
pg_ctl -D ${DATA} -w -t 60 -l /data/log -o "$off" start > /dev/null || fail
for i in $(seq 600); do
  [ "$(psql -XAtc 'select pg_is_in_recovery()' 2> /dev/null)" = f ] && exit
  [ -f ${DATA}/postmaster.pid ] || break
  sleep 0.1
done
fail
`;

async function answers(host: string): Promise<Verdict> {
  let last = '';
  for (let turn = 0; turn < 60; turn += 1) {
    const { status, body } = await throughGateway(host, '/ready').catch(error => ({
      status: 0,
      body: String(error),
    }));
    if (status === 200) return { found: false, code: 0, said: 'restored, the application answers 200' };
    last = `the application answers ${status} ${body.trim()}`;
    await sleep(500);
  }
  return { found: true, code: 0, said: last.slice(0, 200) };
}

/** An object as an operator would copy it into another namespace. */
async function bare(database: Database, name: string): Promise<string> {
  const { apiVersion, kind, metadata, ...rest } = JSON.parse(
    await database.kubectl(['get', name, '-o', 'json']),
  );
  return JSON.stringify({ apiVersion, kind, metadata: { name: metadata.name }, ...rest });
}

function labelled(manifest: ReturnType<typeof sidePod>, secret: string) {
  const text = JSON.stringify(manifest).replace('"secretName":"pgbackrest"', `"secretName":"${secret}"`);
  const object = JSON.parse(text) as { metadata: object };
  return { ...object, metadata: { ...object.metadata, labels: { app: pod } } };
}

function application(host: string) {
  const password = { secretKeyRef: { name: 'passwords', key: 'shop' } };
  const labels = { app: 'records' };
  const items = [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'records' },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            securityContext: { runAsUser: 65532, runAsNonRoot: true },
            containers: [
              {
                name: 'records',
                image: process.env.SLIPWAY_RECORDS_IMAGE,
                env: [
                  { name: 'PGHOST', value: 'db' },
                  { name: 'PGUSER', value: 'shop' },
                  { name: 'PGDATABASE', value: 'shop' },
                  { name: 'PGPASSWORD', valueFrom: password },
                ],
                readinessProbe: { httpGet: { path: '/alive', port: 8080 }, periodSeconds: 2 },
              },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'db' },
      spec: { selector: { app: pod }, ports: [{ port: 5432 }] },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'records' },
      spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'records' },
      spec: {
        parentRefs: [{ name: 'lab', namespace: 'gateway' }],
        hostnames: [host],
        rules: [{ backendRefs: [{ name: 'records', port: 80 }] }],
      },
    },
  ];
  return { apiVersion: 'v1', kind: 'List', items };
}
