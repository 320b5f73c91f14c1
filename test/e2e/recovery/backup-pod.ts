import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { credentialsOf } from '../../../lab/credentials.ts';
import { POSTGRES_ID } from '../../../lab/database-image.ts';
import { labOf, NODES } from '../../../lab/lab.ts';
import { type Exec, podExec } from '../../../src/recovery/exec.ts';
import { backupPodManifest } from '../../../src/recovery/files/backup-pod.ts';
import { disks } from '../../database/objects.ts';
import { kubectl } from '../harness.ts';

/** A pod as backups use it, with restic and age, on a disk of a zone. */

export const lab = labOf(process.env.SLIPWAY_LAB ?? '');
export const image = process.env.SLIPWAY_DATABASE_IMAGE ?? '';

export interface RunningBackupPod {
  readonly namespace: string;
  readonly exec: Exec;
  /** @returns what the script printed. @throws Error when it fails. */
  sh(script: string, input?: string): Promise<string>;
  remove(): Promise<void>;
}

export const list = (items: object[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

/**
 * @param name of the test file; the namespace is `e2e-<name>-<random>`.
 * @throws Error when the lab was not brought up for recovery.
 */
export async function startBackupPod(name: string): Promise<RunningBackupPod> {
  if (image === '')
    throw new Error(`this lab has no database image: scripts/lab up --with recovery --name ${lab.name}`);
  const namespace = `e2e-${name}-${randomBytes(2).toString('hex')}`;
  const node = NODES[0]!;
  const disk = join(lab.dir, 'volumes', node.name, namespace);
  mkdirSync(disk, { recursive: true, mode: 0o700 });
  // Of the application's user, and not of the backup's.
  chownSync(disk, POSTGRES_ID, POSTGRES_ID);
  const ca = readFileSync(credentialsOf(lab).ca, 'utf8');
  const own = (args: string[], input?: string) => kubectl(['-n', namespace, ...args], input);
  await kubectl(['create', 'namespace', namespace]);
  const pvc = {
    accessModes: ['ReadWriteOnce'],
    storageClassName: namespace,
    resources: { requests: { storage: '1Gi' } },
  };
  const pod = {
    namespace,
    name: 'worker',
    pvc: 'attachments',
    image,
    writes: true,
    ca: 'ca',
  };
  await own(
    ['apply', '-f', '-'],
    list([
      ...disks(namespace, [node], () => disk),
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'ca' }, data: { 'ca.crt': ca } },
      { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'attachments' }, spec: pvc },
      backupPodManifest({ ...pod, node: node.name, deadline: 1800 }),
    ]),
  );
  await own(['wait', '--for=condition=Ready', 'pod/worker', '--timeout=90s']);
  const exec = podExec({ namespace, pod: 'worker' }, {});
  return {
    namespace,
    exec,
    sh: async (script, input) => {
      const { code, stdout, stderr } = await exec(
        ['sh', '-ec', script],
        input === undefined ? {} : { input },
      );
      if (code !== 0) throw new Error(`${script} ended with ${code}: ${stderr}`);
      return stdout;
    },
    remove: async () => {
      await kubectl(['delete', 'namespace', namespace, '--wait']);
      await kubectl(['delete', `persistentvolume/${namespace}-${node.name}`, `storageclass/${namespace}`]);
      rmSync(disk, { recursive: true, force: true });
    },
  };
}
