import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pod } from '../../../src/cluster/objects.ts';
import { type Cluster, connect } from '../../../src/cluster/port.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { parseReference } from '../../../src/image/reference.ts';
import { applyExport } from '../../../src/recovery/cluster-objects/applying.ts';
import {
  exportNamespace,
  formatExport,
  parseExport,
} from '../../../src/recovery/cluster-objects/exporting.ts';
import { type Exported, movedTo } from '../../../src/recovery/cluster-objects/portable.ts';
import { pvcsOf } from '../../../src/recovery/cluster-objects/pvcs.ts';
import { restoreImages, runningImages, saveImages } from '../../../src/recovery/images.ts';
import type { BackupManifest } from '../../../src/recovery/manifest.ts';
import { missingSourcesIn } from '../../../src/recovery/missing-sources.ts';
import { RegistryClient } from '../../../src/registry/client.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { runForOutput } from '../../../src/toolkit/program.ts';
import { eventually, kubectl } from '../../e2e/harness.ts';
import type { RunningBackupPod } from '../../e2e/recovery/backup-pod.ts';
import type { Defect, Finding } from './defect.ts';
import { type Verdict, verdictOf } from './peers.ts';

/** Defects of the objects of a namespace and its images. The seam for later: `ours` runs what `backup` and `drill` will call. */

export interface ObjectsBed {
  readonly cluster: Cluster;
  readonly backupPod: RunningBackupPod;
  readonly registry: RegistryClient;
  /** Holds one application, whose image is its own. */
  readonly namespace: string;
  readonly image: string;
  readonly folder: string;
  remove(): Promise<void>;
}

/** Of a kind that a definition brings. */
const group = 'bench.example';
const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `baskets.${group}` },
  spec: {
    group,
    scope: 'Namespaced',
    names: { kind: 'Basket', plural: 'baskets', singular: 'basket', listKind: 'BasketList' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } },
      },
    ],
  },
};

const list = (items: readonly object[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

export async function openObjects(backupPod: RunningBackupPod): Promise<ObjectsBed> {
  const cluster = await connect();
  const registry = new RegistryClient();
  const folder = mkdtempSync(join(tmpdir(), 'bench-objects-'));
  const namespace = `${backupPod.namespace}-app`;
  const image = await ownImage(registry, folder, namespace);
  await kubectl(['create', 'namespace', namespace]);
  await kubectl(['-n', namespace, 'apply', '-f', '-'], list(application(image)));
  await kubectl(['-n', namespace, 'rollout', 'status', 'deployment/web', '--timeout=60s']);
  return {
    ...{ cluster, backupPod, registry, namespace, image, folder },
    remove: async () => {
      await kubectl(['delete', 'namespace', namespace, '--wait=false']);
      rmSync(folder, { recursive: true });
      await cluster.close();
    },
  };
}

/** The sample's image in a repository of this run, from which nothing else is pulled. */
async function ownImage(registry: RegistryClient, folder: string, name: string): Promise<string> {
  const reference = parseReference(process.env.SLIPWAY_RECORDS_IMAGE ?? '');
  const found = await registry.manifest(reference.repository, reference.tag ?? 'latest');
  if (found === undefined) throw new Error('the registry of this lab has no records');
  const place = `${process.env.SLIPWAY_REGISTRY}/bench/${name}`;
  const task = { registry, folder: join(folder, 'first'), report: () => undefined };
  await saveImages(task, [`${reference.repository}@${found.digest}`]);
  const [image = ''] = await restoreImages(task, () => place);
  return image;
}

function application(image: string): object[] {
  const labels = { app: 'web' };
  const probe = { httpGet: { path: '/alive', port: 8080 }, periodSeconds: 1 };
  const containers = [{ name: 'web', image, env: [{ name: 'PGHOST', value: 'db' }], readinessProbe: probe }];
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { automountServiceAccountToken: false, containers } },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web' },
      spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
    },
  ];
}

/** As people do it: everything is applied, and is good when the application's probe answers 200. */
async function plainApply(objects: readonly Exported[], from: string): Promise<Verdict> {
  const into = `${from}-plain-${randomBytes(2).toString('hex')}`;
  const own = ['kubectl', '-n', into] as const;
  await kubectl(['create', 'namespace', into]);
  try {
    const moved = movedTo(objects, from, into).filter(({ kind }) => kind !== 'Namespace');
    const applied = await runForOutput([...own, 'apply', '-f', '-'], {
      env: process.env,
      input: list(moved),
    });
    if (applied.code !== 0) return verdictOf(applied);
    const deployments = moved
      .filter(({ kind }) => kind === 'Deployment')
      .map(({ metadata }) => metadata.name);
    for (const name of deployments) {
      const up = await runForOutput([...own, 'rollout', 'status', `deployment/${name}`, '--timeout=25s'], {
        env: process.env,
      });
      if (up.code !== 0) return verdictOf(up);
    }
    return { found: false, code: 0, said: 'applied, and the probe of the application answers 200' };
  } finally {
    await kubectl(['delete', 'namespace', into, '--wait=false']);
  }
}

/** Its sentence, if a user can do something about it. */
const sentenceOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) => {
      if (error instanceof UserError) return error.message;
      throw error;
    },
  );

const empty: BackupManifest = {
  ...{ schema: 1, at: 0, by: { run: 'bench', actor: 'bench' }, databases: [], objectStores: [], volumes: [] },
  ...{ clusterObjects: {}, images: [], secrets: [], tools: {} },
};
const nothing = {
  ...{ databases: {}, managed: {}, buckets: {}, redis: {}, objects: { export: false, kinds: [] } },
  ...{ secrets: [], recipients: [] },
};

/** A PVC that nobody has told the backup of. */
const uncovered: Defect<ObjectsBed> = {
  name: 'volume not covered by the backup',
  reason: /nothing covers the volume \S+\/uploads/,
  seed: async ({ cluster, namespace }) => {
    const spec = {
      accessModes: ['ReadWriteOnce'],
      storageClassName: namespace,
      resources: { requests: { storage: '1Mi' } },
    };
    const pvc = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'uploads' }, spec };
    await kubectl(['-n', namespace, 'apply', '-f', '-'], JSON.stringify(pvc));
    const exported = await exportNamespace(cluster, namespace);
    return {
      ours: async (): Promise<Finding> => {
        const { volumes } = pvcsOf(exported.objects, {});
        const missing = missingSourcesIn({ ...empty, volumes }, nothing, namespace);
        return { by: 'completeness of backup', text: missing.join('\n') };
      },
      peers: { plain: () => plainApply(exported.objects, namespace) },
      fix: () => kubectl(['-n', namespace, 'delete', 'pvc', 'uploads']),
    };
  },
};

/** Its PVCs are bound, and go on. */
const storageClass: Defect<ObjectsBed> = {
  name: 'missing StorageClass',
  reason: /the StorageClass \S+ does not exist, but objects of \S+ refer to it/,
  seed: async ({ cluster, backupPod }) => {
    const name = backupPod.namespace;
    const found = await kubectl(['get', 'storageclass', name, '-o', 'json']);
    const { apiVersion, kind, provisioner, volumeBindingMode } = JSON.parse(found);
    await kubectl(['delete', 'storageclass', name]);
    return {
      ours: async () => ({
        by: 'export of backup',
        text: (await exportNamespace(cluster, name)).missing.join('\n'),
      }),
      // The application that uses the PVC is the backup pod: its pod has to come up.
      peers: { plain: async () => podComesUp(cluster, name) },
      fix: () =>
        kubectl(
          ['apply', '-f', '-'],
          JSON.stringify({ apiVersion, kind, metadata: { name }, provisioner, volumeBindingMode }),
        ),
    };
  },
};

async function podComesUp(cluster: Cluster, from: string): Promise<Verdict> {
  const into = `${from}-plain`;
  const { objects } = await exportNamespace(cluster, from);
  await kubectl(['create', 'namespace', into]);
  try {
    const moved = movedTo(objects, from, into).filter(({ metadata }) => metadata.namespace === into);
    const own = ['kubectl', '-n', into] as const;
    const applied = await runForOutput([...own, 'apply', '-f', '-'], {
      env: process.env,
      input: list(moved),
    });
    if (applied.code !== 0) return verdictOf(applied);
    return verdictOf(
      await runForOutput([...own, 'wait', '--for=condition=Ready', 'pod/worker', '--timeout=25s'], {
        env: process.env,
      }),
    );
  } finally {
    await kubectl(['delete', 'namespace', into, '--wait=false']);
  }
}

/** As an export that leaves out what belongs to the whole cluster. */
const missingDefinition: Defect<ObjectsBed> = {
  name: 'missing CRD',
  reason: /\S+ \S+\/first cannot be applied: the cluster has no kind Basket in bench\.example\/v1/,
  seed: async ({ cluster, namespace }) => {
    await kubectl(['apply', '-f', '-'], JSON.stringify(definition));
    await kubectl(['wait', '--for=condition=Established', `crd/${definition.metadata.name}`]);
    const basket = {
      apiVersion: `${group}/v1`,
      kind: 'Basket',
      metadata: { name: 'first' },
      spec: { size: 3 },
    };
    await eventually(() =>
      kubectl(['-n', namespace, 'apply', '-f', '-'], JSON.stringify(basket)).catch(() => false as const),
    );
    const text = formatExport(await exportNamespace(cluster, namespace));
    const objects = parseExport(text).filter(({ kind }) => kind !== definition.kind);
    await kubectl(['delete', 'crd', definition.metadata.name, '--wait']);
    const into = `${namespace}-copy`;
    return {
      ours: async () => ({
        by: 'objects of restore',
        text: await sentenceOf(
          applyExport({
            ...{ cluster, objects: movedTo(objects, namespace, into), overwrite: false, scaledDown: true },
            report: () => undefined,
          }),
        ),
      }),
      peers: { plain: () => plainApply(objects, namespace) },
      fix: () => kubectl(['delete', 'namespace', into, '--ignore-not-found', '--wait=false']),
    };
  },
};

/** It runs on, from the disks of its nodes. */
const missingImage: Defect<ObjectsBed> = {
  name: 'missing image (its digest is gone)',
  reason: /does not have sha256:[0-9a-f]{64}, which is in use/,
  seed: async ({ cluster, namespace, registry, image, folder }) => {
    const { repository, digest } = parseReference(image);
    if (digest === undefined) throw new Error(`${image} names no digest`);
    const { objects } = await exportNamespace(cluster, namespace);
    await registry.remove(repository, digest);
    return {
      ours: async () => {
        const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace));
        const { images } = runningImages(items);
        const task = { registry, folder: join(folder, 'again'), report: () => undefined };
        return { by: 'images of backup', text: await sentenceOf(saveImages(task, images)) };
      },
      peers: { plain: () => plainApply(objects, namespace) },
      fix: async () => undefined,
    };
  },
};

/** The last one takes the image away. */
export const objectDefects = { uncovered, storageClass, missingDefinition, missingImage };
