import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  applyObjects,
  claimReplicas,
  type Destination,
  dryRunApply,
  type Hold,
  ownershipPatch,
} from '../../src/cluster/apply.ts';
import { ClusterError } from '../../src/cluster/errors.ts';
import type { KubeObject, ObjectMeta } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { fencedApply } from '../../src/release/store/fencing.ts';
import { LeaseLost } from '../../src/release/workloads/overtaken.ts';
import { deployment, sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';
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
  /** What kubectl would be told goes to a script; the rest is noted. */
  const byKubectl = async (script: string, all: Destination[], hold?: Hold) => {
    const folder = kubectlFolder(script);
    const sent: string[] = [];
    const cluster = {
      reach: { context: 'lab' },
      patch: async (path: string) => void sent.push(path),
      get: async () => clientSide,
    } as unknown as Cluster;
    try {
      await withKubectl(folder, {}, () => applyObjects(cluster, all, hold));
    } finally {
      rmSync(folder, { recursive: true });
    }
    return sent;
  };

  it('goes over the warm socket, in order, and stops at the first that is refused', async () => {
    const sent: string[] = [];
    const cluster = {
      patch: async (path: string) => {
        sent.push(path);
        if (path === '/b') throw new ClusterError('PATCH /b', 403, JSON.stringify({ message: 'denied' }));
      },
    } as unknown as Cluster;
    const live = { metadata: {} };
    const all = [destination('a', live), destination('b', live), destination('c', live)];
    expect(await sentence(() => applyObjects(cluster, all))).toEqual(wording('ConfigMap/b', 'denied'));
    expect(sent).toEqual(['/a', '/b']);
  });

  it.each([
    ['its manager', clientSide],
    [
      'its annotation',
      { metadata: { annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } } },
    ],
  ])(
    'goes through a kubectl of its own where it was applied client-side, and only there (%s)',
    async (_, live) => {
      const out = mkdtempSync(join(tmpdir(), 'apply-'));
      const script = `echo "$@" >> ${out}/args; cat >> ${out}/input; echo >> ${out}/input`;
      const all = [destination('a', live), destination('b', { metadata: {} }), destination('c', live)];
      const sent = await byKubectl(script, all);
      const [args, input] = ['args', 'input'].map(name =>
        readFileSync(join(out, name), 'utf8').trim().split('\n'),
      );
      rmSync(out, { recursive: true });
      const told =
        'apply --server-side --force-conflicts --field-manager=slipway --request-timeout=30s -f - --context=lab';
      expect(args).toEqual([told, told]);
      expect(input!.map(text => JSON.parse(text))).toEqual([object('a'), object('c')]);
      expect(sent).toEqual(['/b']);
    },
  );

  it('is refused with what kubectl was told, without warnings, and stops there', async () => {
    const script = 'cat >/dev/null; echo "Warning: deprecated" >&2; echo "error: denied" >&2; exit 1';
    const all = [destination('a', clientSide), destination('b')];
    expect(await sentence(() => byKubectl(script, all))).toEqual(wording('error', 'denied'));
  });

  it('is refused when kubectl fails without a word and without reading', async () => {
    expect(await sentence(() => byKubectl('exit 1', [destination('a', clientSide)]))).toEqual(wording());
  });

  it('is looked at again by kubectl too when somebody wrote meanwhile', async () => {
    const out = mkdtempSync(join(tmpdir(), 'apply-'));
    const script = `cat > /dev/null; [ -e ${out}/tried ] && exit 0; touch ${out}/tried
echo 'Operation cannot be fulfilled: the object has been modified' >&2; exit 1`;
    let looks = 0;
    await byKubectl(script, [destination('a', clientSide)], object => {
      looks += 1;
      return object;
    });
    rmSync(out, { recursive: true });
    expect(looks).toBe(2);
  });
});

describe('applying over what was looked at', () => {
  const app = 'shop';
  const stamped = (token: number, resourceVersion: string) => ({
    kind: 'ConfigMap',
    metadata: {
      name: 'a',
      uid: 'u1',
      resourceVersion,
      annotations: { 'slipway.dev/token.shop': String(token) },
    },
  });
  const conflict = new ClusterError('PATCH /a', 409, JSON.stringify({ message: 'modified' }));

  /** A cluster in which the object is found in these states, one after the other, and others write for so many attempts. */
  function contended(states: (KubeObject | undefined)[], conflicts: number, exists = 0) {
    const sent: KubeObject[] = [];
    const created: KubeObject[] = [];
    const cluster = {
      patch: async (_path: string, _kind: string, body: KubeObject) => {
        sent.push(body);
        if (sent.length <= conflicts) throw conflict;
      },
      create: async (folder: string, body: KubeObject) => {
        created.push(body);
        if (created.length <= exists) throw conflict;
        return { ...body, metadata: { ...body.metadata, uid: `made in ${folder}` } };
      },
      get: async () => states.shift(),
    } as unknown as Cluster;
    return { cluster, sent, created };
  }
  const apply = (cluster: Cluster, live: KubeObject | undefined) =>
    applyObjects(
      cluster,
      [{ path: '/a', object: { kind: 'ConfigMap', metadata: { name: 'a' } }, live }],
      fencedApply(app, 7),
    );

  it('carries our token, the uid and the resourceVersion that were read', async () => {
    const { cluster, sent } = contended([], 0);
    await apply(cluster, stamped(6, '10'));
    expect(sent).toEqual([
      {
        kind: 'ConfigMap',
        metadata: {
          name: 'a',
          uid: 'u1',
          resourceVersion: '10',
          annotations: { 'slipway.dev/token.shop': '7' },
        },
      },
    ]);
  });

  it('looks again after a conflict, and writes over what it finds then', async () => {
    const { cluster, sent } = contended([stamped(6, '11'), stamped(6, '12')], 2);
    await apply(cluster, stamped(6, '10'));
    expect(sent.map(({ metadata }) => metadata?.resourceVersion)).toEqual(['10', '11', '12']);
  });

  it('makes anew what somebody deleted meanwhile', async () => {
    const { cluster, created } = contended([undefined], 1);
    await apply(cluster, stamped(6, '10'));
    expect(created[0]?.metadata).not.toHaveProperty('uid');
  });

  it('never writes over what a newer run has made where nothing was', async () => {
    const { cluster, sent } = contended([stamped(8, '11')], 0, 1);
    await expect(apply(cluster, undefined)).rejects.toBeInstanceOf(LeaseLost);
    expect(sent).toEqual([]);
  });

  it('goes on with what it finds there after all, when no newer run was at it', async () => {
    const { cluster, sent } = contended([stamped(7, '11')], 0, 1);
    const told: unknown[] = [];
    const object = { kind: 'ConfigMap', metadata: { name: 'a' } };
    await applyObjects(
      cluster,
      [{ path: '/a', object, live: undefined }],
      fencedApply(app, 7),
      async (...made) => {
        told.push(made);
      },
    );
    // It may be our own creation, of which the answer was lost.
    expect(told).toEqual([['/a', stamped(7, '11')]]);
    expect(sent.map(({ metadata }) => metadata?.resourceVersion)).toEqual(['11']);
  });

  it('tells of what it made, and goes no further when it is told to end', async () => {
    const { cluster, created } = contended([], 0);
    const object = (name: string) => ({ kind: 'ConfigMap', metadata: { name } });
    const all = ['a', 'b'].map(name => ({
      path: `/maps/${name}`,
      object: object(name),
      live: undefined,
    }));
    const told: unknown[] = [];
    const end = applyObjects(cluster, all, fencedApply(app, 7), async (path, { metadata }) => {
      told.push(path, metadata?.uid);
      throw new LeaseLost('lost', '');
    });
    await expect(end).rejects.toBeInstanceOf(LeaseLost);
    expect(told).toEqual(['/maps/a', 'made in /maps']);
    expect(created).toHaveLength(1);
  });

  it('tells once more when somebody took away what it had just made', async () => {
    const managedFields = [field('slipway', 'Update', image)];
    const told: string[] = [];
    const cluster = {
      create: async (_: string, body: KubeObject) => ({
        ...body,
        metadata: { ...body.metadata, uid: 'u1', resourceVersion: '1', managedFields },
      }),
      patch: async () => {
        throw new ClusterError('PATCH /a', 404, '{}');
      },
      get: async () => undefined,
    } as unknown as Cluster;
    const all = [{ path: '/a', object: { kind: 'ConfigMap', metadata: { name: 'a' } }, live: undefined }];
    await applyObjects(cluster, all, fencedApply(app, 7), async path => void told.push(path));
    expect(told).toEqual(['/a', '/a']);
  });

  it('makes the fields of what it made applied ones, so that the next one can remove them', async () => {
    const managedFields = [field('slipway', 'Update', image)];
    const sent: unknown[] = [];
    const cluster = {
      create: async (_: string, body: KubeObject) => ({
        ...body,
        metadata: { ...body.metadata, uid: 'u1', resourceVersion: '1', managedFields },
      }),
      patch: async (path: string, kind: string, patch: unknown) => void sent.push([path, kind, patch]),
    } as unknown as Cluster;
    await apply(cluster, undefined);
    expect(sent).toEqual([['/a', 'json', ownershipPatch({ resourceVersion: '1', managedFields })]]);
  });

  it('is refused, without a write, where a run with a higher token was before', async () => {
    const { cluster, sent } = contended([], 0);
    await expect(apply(cluster, stamped(8, '10'))).rejects.toBeInstanceOf(LeaseLost);
    expect(sent).toEqual([]);
  });

  it('is refused when the conflict was a run with a higher token', async () => {
    const { cluster, sent } = contended([stamped(8, '11')], 1);
    await expect(apply(cluster, stamped(6, '10'))).rejects.toBeInstanceOf(LeaseLost);
    expect(sent).toHaveLength(1);
  });

  it('gives up with what the server said when others never stop writing', async () => {
    const { cluster, sent } = contended(
      Array.from({ length: 20 }, (_, n) => stamped(6, String(n))),
      99,
    );
    expect(await sentence(() => apply(cluster, stamped(6, '10')))).toEqual(
      wording('ConfigMap/a', 'modified'),
    );
    expect(sent).toHaveLength(10);
  });

  it('leaves alone what is shipped under a name that nobody moves', async () => {
    const { cluster, created } = contended([], 0);
    const shipped = { kind: 'ConfigMap', metadata: { name: 'a', labels: { 'slipway.dev/kind': 'shipped' } } };
    await applyObjects(cluster, [{ path: '/a', object: shipped, live: undefined }], fencedApply(app, 7));
    expect(created).toEqual([shipped]);
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
    expect(said).toEqual(wording('.stringData.pin', 'expected string'));
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
