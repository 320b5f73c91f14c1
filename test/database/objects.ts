import { POSTGRES_ID } from '../../lab/database-image.ts';
import type { NodePlan } from '../../lab/lab.ts';
import { AUTHORITY, SCOPE } from './settings.ts';

/** The manifests of the database: three members of Patroni, each with a disk of its own zone. */

/** What a user of Kubernetes would write; checked by the API server. */
export type Manifest = Record<string, unknown> & { kind: string; metadata: { name: string } };

export interface Contents {
  readonly image: string;
  readonly storageClass: string;
  readonly patroni: string;
  readonly pgbackrest: string;
  readonly authority: string;
  readonly passwords: Readonly<Record<'postgres' | 'replicator' | 'shop', string>>;
}

export function objects(contents: Contents): Manifest[] {
  return [...account(), ...configuration(contents), ...services(), statefulSet(contents)];
}

/** Patroni keeps who is the primary in Endpoints, and the members' states on their pods. */
function account(): Manifest[] {
  const metadata = { name: SCOPE };
  const rbac = 'rbac.authorization.k8s.io';
  const rule = (resources: string[], verbs: string[]) => ({ apiGroups: [''], resources, verbs });
  const write = ['get', 'list', 'watch', 'create', 'update', 'patch'];
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'Role',
      metadata,
      rules: [
        rule(['endpoints'], [...write, 'delete', 'deletecollection']),
        rule(['pods'], ['get', 'list', 'watch', 'update', 'patch']),
        rule(['services'], ['create']),
      ],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: rbac, kind: 'Role', name: SCOPE },
      subjects: [{ kind: 'ServiceAccount', name: SCOPE }],
    },
  ];
}

function configuration({ patroni, pgbackrest, authority, passwords }: Contents): Manifest[] {
  const map = (name: string, data: object) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name },
    data,
  });
  const secret = (name: string, stringData: object) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name },
    stringData,
  });
  return [
    map('patroni', { 'patroni.yaml': patroni }),
    map('s3-authority', { 'ca.crt': authority }),
    secret('pgbackrest', { 'pgbackrest.conf': pgbackrest }),
    secret('passwords', passwords),
  ];
}

function services(): Manifest[] {
  const service = (name: string, spec: object) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { ports: [{ name: 'postgresql', port: 5432 }], ...spec },
  });
  return [
    // Without a selector: its one address is that which Patroni writes.
    service(SCOPE, {}),
    // Endpoints without a Service would be tidied away.
    service(`${SCOPE}-config`, { clusterIP: 'None' }),
    service(`${SCOPE}-replicas`, { selector: { app: SCOPE, role: 'replica' } }),
    service(`${SCOPE}-members`, {
      clusterIP: 'None',
      selector: { app: SCOPE },
      publishNotReadyAddresses: true,
    }),
  ];
}

function statefulSet({ image, storageClass }: Contents): Manifest {
  const labels = { app: SCOPE, 'patroni-cluster': SCOPE };
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: SCOPE },
    spec: {
      replicas: 3,
      serviceName: `${SCOPE}-members`,
      podManagementPolicy: 'Parallel',
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: SCOPE,
          ...pod(image, ['patroni', '/etc/patroni/patroni.yaml'], environment()),
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: {
            accessModes: ['ReadWriteOnce'],
            storageClassName: storageClass,
            resources: { requests: { storage: '1Gi' } },
          },
        },
      ],
    },
  };
}

function environment(): object[] {
  const field = (name: string, fieldPath: string) => ({ name, valueFrom: { fieldRef: { fieldPath } } });
  const password = (name: string, key: string) => ({
    name,
    valueFrom: { secretKeyRef: { name: 'passwords', key } },
  });
  return [
    field('PATRONI_NAME', 'metadata.name'),
    field('PATRONI_KUBERNETES_NAMESPACE', 'metadata.namespace'),
    field('PATRONI_KUBERNETES_POD_IP', 'status.podIP'),
    { name: 'PATRONI_POSTGRESQL_CONNECT_ADDRESS', value: '$(PATRONI_KUBERNETES_POD_IP):5432' },
    { name: 'PATRONI_RESTAPI_CONNECT_ADDRESS', value: '$(PATRONI_KUBERNETES_POD_IP):8008' },
    { name: 'PATRONI_SUPERUSER_USERNAME', value: 'postgres' },
    password('PATRONI_SUPERUSER_PASSWORD', 'postgres'),
    { name: 'PATRONI_REPLICATION_USERNAME', value: 'replicator' },
    password('PATRONI_REPLICATION_PASSWORD', 'replicator'),
  ];
}

/** A pod of the database image that reaches both repositories. Each use has a volume `data` of its own. */
function pod(image: string, command: string[], env: object[]) {
  const mount = (name: string, mountPath: string) => ({ name, mountPath });
  return {
    securityContext: { runAsUser: POSTGRES_ID, runAsGroup: POSTGRES_ID, runAsNonRoot: true },
    containers: [
      {
        name: 'postgres',
        image,
        command,
        env,
        ...(env.length > 0 ? { readinessProbe } : {}),
        volumeMounts: [
          mount('data', '/data'),
          mount('patroni', '/etc/patroni'),
          mount('pgbackrest', '/etc/pgbackrest'),
          mount('authority', AUTHORITY.replace(/\/[^/]+$/, '')),
          mount('spool', '/var/spool/pgbackrest'),
        ],
      },
    ],
    volumes: [
      { name: 'patroni', configMap: { name: 'patroni' } },
      { name: 'pgbackrest', secret: { secretName: 'pgbackrest' } },
      { name: 'authority', configMap: { name: 's3-authority' } },
      { name: 'spool', emptyDir: {} },
    ],
  };
}

const readinessProbe = { httpGet: { path: '/readiness', port: 8008 }, periodSeconds: 2, timeoutSeconds: 2 };

/** A pod beside the database with an empty data folder: for restores, and for clients outside of the database. */
export function sidePod(name: string, image: string, node?: string): Manifest {
  const { volumes, ...rest } = pod(image, ['sleep', 'infinity'], []);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: {
      ...rest,
      ...(node === undefined ? {} : { nodeName: node }),
      automountServiceAccountToken: false,
      terminationGracePeriodSeconds: 0,
      volumes: [...volumes, { name: 'data', emptyDir: {} }],
    },
  };
}

/**
 * A disk in each zone, as a cloud's local one: it outlives pods and power cuts of its node, and is lost with the zone when its
 * folder is emptied. The class is the namespace's own, so that no claim of another one takes it.
 */
export function disks(
  storageClass: string,
  nodes: readonly NodePlan[],
  folder: (node: string) => string,
): Manifest[] {
  return [
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: storageClass },
      provisioner: 'kubernetes.io/no-provisioner',
      // A pod first, then the disk where it is.
      volumeBindingMode: 'WaitForFirstConsumer',
    },
    ...nodes.map(({ name }) => ({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: `${storageClass}-${name}` },
      spec: {
        storageClassName: storageClass,
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteOnce'],
        persistentVolumeReclaimPolicy: 'Retain',
        local: { path: folder(name) },
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [name] }] },
            ],
          },
        },
      },
    })),
  ];
}
