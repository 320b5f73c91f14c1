import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { POSTGRES_ID } from '../../lab/database-image.ts';
import { labOf, NODES } from '../../lab/lab.ts';
import { storeUrl } from '../../lab/s3.ts';
import { parseReference } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { copyContents } from '../../src/registry/copy.ts';
import { kubectl } from '../e2e/harness.ts';
import type { Doomed } from './doomed.ts';
import { disks } from './objects.ts';

/** An application that serves files of a claim, which is backed up into the off-site repository, beside the one with the database. */

export interface Attachments {
  /** What it answers for `/greeting`. */
  readonly greeting: string;
  /** The image of the pod that backs files up and restores them, with its digest. No pod of the application is of it. */
  readonly backupPod: string;
  /** For the `env` of a backup. */
  readonly login: Readonly<Record<string, string>>;
  /** A hash of all that is in its files, and where a link leads, as its pod in a namespace has them. */
  sums(namespace: string): Promise<string>;
  /** What it answers in a namespace. */
  served(namespace: string): Promise<string>;
  remove(): Promise<void>;
}

const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const node = NODES[0]!;

/** @param copies for how many claims besides there are disks. */
export async function deployAttachments(
  { database, consumer }: Pick<Doomed, 'database' | 'consumer'>,
  copies: number,
): Promise<Attachments> {
  const { namespace } = database;
  const storageClass = `${namespace}-files`;
  const root = join(lab.dir, 'volumes', node.name, storageClass);
  const volumes = Array.from({ length: copies + 1 }, (_, index) => `${storageClass}-${index}`);
  for (const volume of volumes) {
    mkdirSync(join(root, volume), { recursive: true, mode: 0o700 });
    chownSync(join(root, volume), POSTGRES_ID, POSTGRES_ID);
  }
  const items = volumes.flatMap(volume => {
    const [type, disk] = disks(storageClass, [node], () => join(root, volume));
    return [type, { ...disk, metadata: { name: volume } }];
  });
  await kubectl(['apply', '-f', '-'], list([...items]));
  await database.kubectl(['apply', '-f', '-'], list(application(database.image, storageClass)));
  await database.kubectl(['rollout', 'status', 'deployment/attachments', '--timeout=60s']);
  const greeting = randomBytes(16).toString('hex');
  await inPod(
    namespace,
    `cd /files; mkdir -p sub; for i in $(seq 50); do echo "file $i" > sub/$i; done; head -c 3000000 /dev/urandom > big
     printf 2 > "$(printf 'no\\377utf8')"; printf 3 > ' -rf $(id) '; ln -s nowhere link; printf %s ${greeting} > greeting`,
  );
  const backupPod = await backupPodImage(database.image);
  await consumer.configure(config => {
    const { recovery } = config.environments.production;
    const { far } = database.buckets;
    recovery.repositories.far.restic = {
      url: `${storeUrl('far')}/${far.name}/restic`,
      'credentials-prefix': 'FAR',
    };
    recovery['backup-pod'] = { image: backupPod, 'ca-configmap': 's3-authority' };
    recovery.volumes = { attachments: { to: ['far'] } };
  });
  return {
    ...{ greeting, backupPod, login: { FAR_PASSPHRASE: "it's a $(passphrase) of the test" } },
    sums: of =>
      inPod(
        of,
        `cd /files; find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum; readlink link`,
      ),
    served: of =>
      kubectl(['get', '--raw', `/api/v1/namespaces/${of}/services/attachments:80/proxy/greeting`]),
    remove: async () => {
      const names = volumes.map(each => `persistentvolume/${each}`);
      await kubectl(['delete', '--ignore-not-found', ...names, `storageclass/${storageClass}`]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const inPod = (namespace: string, script: string) =>
  kubectl(['-n', namespace, 'exec', 'deployment/attachments', '--', 'sh', '-ec', script]);

const list = (items: unknown[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

/** The same under another name. */
async function backupPodImage(image: string): Promise<string> {
  const registry = new RegistryClient();
  const { repository, tag = '' } = parseReference(image);
  const own = repository.replace(/[^/]+$/, 'restic');
  const found = await registry.manifest(repository, tag);
  const tree = found && (await registry.tree(repository, found.digest));
  if (tree === undefined) throw new Error(`there is no ${image}`);
  await copyContents(registry, tree, repository, own);
  return `${own}@${tree.root.digest}`;
}

function application(image: string, storageClassName: string): object[] {
  const metadata = { name: 'attachments' };
  const labels = { app: 'attachments' };
  const serve = ['python3', '-m', 'http.server', '8080', '--directory', '/files'];
  const container = {
    ...{ name: 'main', image, command: serve, ports: [{ containerPort: 8080 }] },
    readinessProbe: { httpGet: { path: '/', port: 8080 }, periodSeconds: 1 },
    volumeMounts: [{ name: 'files', mountPath: '/files' }],
  };
  return [
    {
      ...{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName,
        resources: { requests: { storage: '1Gi' } },
      },
    },
    {
      ...{ apiVersion: 'v1', kind: 'Service', metadata },
      spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
    },
    {
      ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds: 0,
            securityContext: { runAsUser: POSTGRES_ID, runAsGroup: POSTGRES_ID },
            containers: [container],
            volumes: [{ name: 'files', persistentVolumeClaim: { claimName: 'attachments' } }],
          },
        },
      },
    },
  ];
}
