import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  applyObjects,
  claimReplicas,
  type Destination,
  dryRunApply,
  ownershipPatch,
} from '../../src/cluster/apply.ts';
import { ClusterError } from '../../src/cluster/errors.ts';
import type { ObjectMeta } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { deployment, sentence } from '../release/objects.ts';
import { kubectlFolder, withKubectl } from './api-server.ts';

type Field = NonNullable<ObjectMeta['managedFields']>[number];
const field = (manager: string, operation: string, fieldsV1: object, extra: Partial<Field> = {}): Field =>
  ({ manager, operation, apiVersion: 'apps/v1', fieldsV1, ...extra }) as Field;
const image = { 'f:spec': { 'f:template': { 'f:image': {} } } };
const replicas = { 'f:spec': { 'f:replicas': {} } };

describe('the patch that makes fields which an undo wrote applied ones', () => {
  it('joins our entries into one and leaves those of others', () => {
    const others = [
      field('kube-controller-manager', 'Update', { 'f:status': {} }, { subresource: 'status' }),
      field('kubectl', 'Update', replicas),
    ];
    const ours = [field('slipway', 'Apply', replicas), field('slipway', 'Update', image)];
    expect(
      ownershipPatch({ resourceVersion: '7', managedFields: [others[0]!, ...ours, others[1]!] }),
    ).toEqual([
      { op: 'test', path: '/metadata/resourceVersion', value: '7' },
      {
        op: 'replace',
        path: '/metadata/managedFields',
        value: [
          ...others,
          field('slipway', 'Apply', { 'f:spec': { ...replicas['f:spec'], ...image['f:spec'] } }),
        ],
      },
    ]);
  });

  it.each<[string, ObjectMeta | undefined]>([
    ['there is no object', undefined],
    ['nobody manages a field', { resourceVersion: '7' }],
    ['all of ours was applied', { resourceVersion: '7', managedFields: [field('slipway', 'Apply', image)] }],
    ['only others wrote', { resourceVersion: '7', managedFields: [field('kubectl', 'Update', image)] }],
    [
      'we only wrote to a subresource',
      { resourceVersion: '7', managedFields: [field('slipway', 'Update', image, { subresource: 'scale' })] },
    ],
  ])('is not needed when %s', (_, metadata) => {
    expect(ownershipPatch(metadata)).toBeUndefined();
  });
});

describe('applying', () => {
  const noCluster = {} as Cluster;
  /** Was applied client-side before, so its ownership must be moved over. */
  const legacy = (kind: string): Destination => ({
    path: `/${kind}`,
    object: { kind },
    live: { metadata: { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } } },
  });
  const folders: string[] = [];
  const scratch = () => folders[folders.push(mkdtempSync(join(tmpdir(), 'apply-'))) - 1] as string;
  const applying = async (script: string, context?: string) => {
    const folder = kubectlFolder(script);
    folders.push(folder);
    try {
      await withKubectl(folder, {}, () => applyObjects(noCluster, [legacy('ConfigMap')], context));
    } finally {
      for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true });
    }
  };

  it('hands kubectl all objects at once, in our name, on the server', async () => {
    const seen = { args: '', input: '' };
    const out = scratch();
    const folder = kubectlFolder(`echo "$@" > ${out}/args; cat > ${out}/input`);
    await withKubectl(folder, {}, () =>
      applyObjects(noCluster, [legacy('ConfigMap'), legacy('Deployment')], 'lab'),
    );
    seen.args = readFileSync(join(out, 'args'), 'utf8').trim();
    seen.input = readFileSync(join(out, 'input'), 'utf8');
    rmSync(folder, { recursive: true });
    expect(seen.args).toBe(
      'apply --server-side --force-conflicts --field-manager=slipway -f - --context=lab',
    );
    expect(JSON.parse(seen.input)).toEqual({
      apiVersion: 'v1',
      kind: 'List',
      items: [{ kind: 'ConfigMap' }, { kind: 'Deployment' }],
    });
  });

  it('is refused with what the server said, without warnings', async () => {
    const script = 'cat >/dev/null; echo "Warning: deprecated" >&2; echo "error: denied" >&2; exit 1';
    expect(await sentence(() => applying(script))).toBe(
      'the cluster refused the manifests: error: denied; correct what it names and run again',
    );
  });

  it('is refused when kubectl fails without a word and without reading', async () => {
    expect(await sentence(() => applying('exit 1'))).toMatch(/kubectl gave no reason/);
  });
});

describe('applying what nobody applied client-side', () => {
  const place = (kind: string): Destination => ({
    path: `/${kind}`,
    object: { kind, metadata: { name: 'shop' } },
    live: undefined,
  });

  it('goes over the warm socket, in order, in our name', async () => {
    const sent: unknown[] = [];
    const cluster = { patch: async (...args: unknown[]) => void sent.push(args) } as unknown as Cluster;
    await applyObjects(cluster, [place('ConfigMap'), place('Deployment')], undefined);
    expect(sent).toEqual(
      ['ConfigMap', 'Deployment'].map(kind => [
        `/${kind}`,
        'apply',
        { kind, metadata: { name: 'shop' } },
        { force: 'true', fieldManager: 'slipway' },
      ]),
    );
  });

  it('stops at the first object that is refused, and names it', async () => {
    const sent: string[] = [];
    const cluster = {
      patch: async (path: string) => {
        sent.push(path);
        throw new ClusterError(
          `PATCH ${path}`,
          422,
          JSON.stringify({ reason: 'Invalid', message: 'spec.x: Required' }),
        );
      },
    } as unknown as Cluster;
    expect(
      await sentence(() => applyObjects(cluster, [place('ConfigMap'), place('Deployment')], undefined)),
    ).toMatch(/^the cluster refused the manifests: ConfigMap\/shop: .*spec\.x: Required/);
    expect(sent).toEqual(['/ConfigMap']);
  });
});

describe('a rehearsed apply', () => {
  const refusing = (status: number) =>
    ({
      patch: async () => {
        throw new ClusterError(
          'PATCH /x',
          status,
          JSON.stringify({ reason: 'Invalid', message: 'spec.x: Required' }),
        );
      },
    }) as unknown as Cluster;

  it('changes nothing', async () => {
    const sent: unknown[] = [];
    const cluster = { patch: async (...args: unknown[]) => void sent.push(args) } as unknown as Cluster;
    expect(await dryRunApply(cluster, '/x', { kind: 'ConfigMap' })).toBeUndefined();
    expect(sent).toEqual([
      ['/x', 'apply', { kind: 'ConfigMap' }, { dryRun: 'All', force: 'true', fieldManager: 'slipway' }],
    ]);
  });

  it('tells the objection of the server', async () => {
    expect(await dryRunApply(refusing(422), '/x', {})).toBe('spec.x: Required');
  });

  it('fails when the server itself does', async () => {
    await expect(dryRunApply(refusing(500), '/x', {})).rejects.toBeInstanceOf(ClusterError);
  });
});

describe('the number of replicas', () => {
  it('is claimed as it is, under a name of its own', async () => {
    const sent: unknown[][] = [];
    const cluster = { patch: async (...args: unknown[]) => void sent.push(args) } as unknown as Cluster;
    await claimReplicas(cluster, '/x', deployment({ spec: { replicas: 9 } }));
    expect(sent[0]?.[2]).toMatchObject({ metadata: { name: 'shop' }, spec: { replicas: 9 } });
    expect(sent[0]?.[3]).toEqual({ fieldManager: 'slipway-replicas', force: 'true' });
  });

  it('is not claimed for what does not live', async () => {
    await claimReplicas({} as Cluster, '/x', undefined);
  });
});
