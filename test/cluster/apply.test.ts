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
  const object = (name: string) => ({ kind: 'ConfigMap', metadata: { name } });
  const destination = (name: string, live?: object): Destination => ({
    path: `/${name}`,
    object: object(name),
    live: live as Destination['live'],
  });
  const clientSide = { metadata: { managedFields: [field('kubectl-client-side-apply', 'Update', image)] } };
  const untouched = { reach: { context: 'lab' } } as Cluster;
  const byKubectl = async (script: string, live: object = clientSide) => {
    const folder = kubectlFolder(script);
    const all = [destination('a', live), destination('b')];
    try {
      await withKubectl(folder, {}, () => applyObjects(untouched, all));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('goes over the warm socket, in order, and stops at the first that is refused', async () => {
    const sent: string[] = [];
    const cluster = {
      patch: async (path: string) => {
        sent.push(path);
        if (path === '/b') throw new ClusterError('PATCH /b', 403, JSON.stringify({ message: 'denied' }));
      },
    } as unknown as Cluster;
    const all = [destination('a', { metadata: {} }), destination('b'), destination('c')];
    expect(await sentence(() => applyObjects(cluster, all))).toBe(
      'the cluster refused the manifests: ConfigMap/b: denied; correct what it names and run again',
    );
    expect(sent).toEqual(['/a', '/b']);
  });

  it.each([
    ['its manager', clientSide],
    [
      'its annotation',
      { metadata: { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } } },
    ],
  ])('goes through kubectl, all at once, where something was applied client-side (%s)', async (_, live) => {
    const out = mkdtempSync(join(tmpdir(), 'apply-'));
    await byKubectl(`echo "$@" > ${out}/args; cat > ${out}/input`, live);
    const [args, input] = ['args', 'input'].map(name => readFileSync(join(out, name), 'utf8'));
    rmSync(out, { recursive: true });
    expect(args).toBe('apply --server-side --force-conflicts --field-manager=slipway -f - --context=lab\n');
    expect(JSON.parse(input!)).toEqual({ apiVersion: 'v1', kind: 'List', items: [object('a'), object('b')] });
  });

  it('is refused with what kubectl was told, without warnings', async () => {
    const script = 'cat >/dev/null; echo "Warning: deprecated" >&2; echo "error: denied" >&2; exit 1';
    expect(await sentence(() => byKubectl(script))).toBe(
      'the cluster refused the manifests: error: denied; correct what it names and run again',
    );
  });

  it('is refused when kubectl fails without a word and without reading', async () => {
    expect(await sentence(() => byKubectl('exit 1'))).toMatch(/kubectl gave no reason/);
  });
});

describe('what the server says of a Secret', () => {
  it('never shows its value', async () => {
    const message = '.stringData.pin: expected string, got &value.valueUnstructured{Value:1234}';
    const cluster = {
      patch: async () => {
        throw new ClusterError('PATCH /x', 500, JSON.stringify({ message }));
      },
    } as unknown as Cluster;
    const { objection: said } = await dryRunApply(cluster, '/x', { kind: 'Secret' });
    expect(said).toContain('.stringData.pin: expected string, got another type');
    expect(said).not.toContain('1234');
    expect((await dryRunApply(cluster, '/x', { kind: 'ConfigMap' })).objection).toContain('1234');
  });

  it('is no objection while the server is away or busy', async () => {
    for (const status of [429, 502, 503]) {
      const cluster = {
        patch: async () => {
          throw new ClusterError('PATCH /x', status, 'dial tcp: connection refused');
        },
      } as unknown as Cluster;
      await expect(dryRunApply(cluster, '/x', { kind: 'Secret' })).rejects.toBeInstanceOf(ClusterError);
    }
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
    expect((await dryRunApply(cluster, '/x', { kind: 'ConfigMap' })).objection).toBeUndefined();
    expect(sent).toEqual([
      ['/x', 'apply', { kind: 'ConfigMap' }, { dryRun: 'All', force: 'true', fieldManager: 'slipway' }],
    ]);
  });

  it('tells the objection of the server', async () => {
    expect(await dryRunApply(refusing(422), '/x', {})).toEqual({ objection: 'spec.x: Required' });
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
