import type { Database } from './database.ts';
import type { Manifest } from './objects.ts';
import { SCOPE } from './settings.ts';

/** The application of `examples/records` on the database, behind the lab's gateway. */

export interface Records {
  /** Its public name at the gateway. */
  readonly host: string;
  /** A record that nobody changes. */
  readonly old: number;
}

/**
 * Two pods, and none of them on a machine of these: what a failover of the database costs is measured without what the gateway needs to
 * notice a dead pod of the application itself.
 */
export async function deployRecords(database: Database, notOn: readonly string[]): Promise<Records> {
  const image = process.env.SLIPWAY_RECORDS_IMAGE;
  if (image === undefined) throw new Error('this lab has no records: run scripts/lab up --with recovery');
  const host = `records.${database.namespace}.example`;
  const [old = ''] = await database.sql(
    `create table if not exists records (id bigint generated always as identity primary key, name text not null,
       note text not null default '', created_at timestamptz not null default now());
     alter table records owner to shop;
     insert into records (name, note) values ('old', 'kept since before') returning id`,
    undefined,
    'shop',
  );
  const items = [deployment(image, notOn), service, route(host)];
  await database.kubectl(
    ['apply', '--server-side', '-f', '-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
  );
  await database.kubectl(['rollout', 'status', 'deployment/records', '--timeout=60s']);
  return { host, old: Number(old) };
}

const selector = { app: 'records' };

function deployment(image: string, notOn: readonly string[]): Manifest {
  const nodes = { key: 'kubernetes.io/hostname', operator: 'NotIn', values: notOn };
  const password = { secretKeyRef: { name: 'passwords', key: 'shop' } };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'records' },
    spec: {
      replicas: 2,
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: selector },
        spec: {
          automountServiceAccountToken: false,
          securityContext: { runAsUser: 65532, runAsNonRoot: true },
          ...(notOn.length === 0
            ? {}
            : {
                affinity: {
                  nodeAffinity: {
                    requiredDuringSchedulingIgnoredDuringExecution: {
                      nodeSelectorTerms: [{ matchExpressions: [nodes] }],
                    },
                  },
                },
              }),
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'topology.kubernetes.io/zone',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: { matchLabels: selector },
            },
          ],
          containers: [
            {
              name: 'records',
              image,
              env: [
                { name: 'PGHOST', value: SCOPE },
                { name: 'PGUSER', value: 'shop' },
                { name: 'PGDATABASE', value: 'shop' },
                { name: 'PGPASSWORD', valueFrom: password },
                // As long as a drill's probe on the lab waits.
                { name: 'PATIENCE', value: '2s' },
              ],
              ports: [{ containerPort: 8080 }],
              readinessProbe: { httpGet: { path: '/alive', port: 8080 }, periodSeconds: 2 },
            },
          ],
        },
      },
    },
  };
}

const service: Manifest = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'records' },
  spec: { selector, ports: [{ port: 80, targetPort: 8080 }] },
};

function route(host: string): Manifest {
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'records' },
    spec: {
      parentRefs: [{ name: 'lab', namespace: 'gateway' }],
      hostnames: [host],
      rules: [{ backendRefs: [{ name: 'records', port: 80 }] }],
    },
  };
}
