import { describe, expect, it } from 'vitest';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { Deployment, KubeObject } from '../../../src/cluster/objects.ts';
import type { Cluster, JsonPatch } from '../../../src/cluster/port.ts';
import type { Drive } from '../../../src/release/engine/drive.ts';
import { applyReleased, restoreWorker } from '../../../src/release/engine/worker-writes.ts';
import type { Observation } from '../../../src/release/engine/world.ts';
import { labels } from '../../../src/release/workloads/naming.ts';
import { LeaseLost } from '../../../src/release/workloads/overtaken.ts';
import type { Worker } from '../../../src/release/workloads/workers.ts';
import { annotationOf, fenced } from '../../../src/traffic/fence.ts';
import { applied, Refused } from '../../traffic/json-patch.ts';
import { wording } from '../../wording.ts';
import { patchRefused, template } from '../objects.ts';

const path = '/apis/apps/v1/namespaces/shop/deployments/worker';
const stamped = (token: number) => ({ [annotationOf.token('shop')]: String(token) });

const living = (changes: Partial<NonNullable<Deployment['spec']>> = {}): Deployment =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'worker', namespace: 'shop', uid: 'u1', resourceVersion: '5', annotations: stamped(3) },
    spec: { replicas: 4, template: template('before'), ...changes },
  }) as Deployment;
const candidate = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'worker', namespace: 'shop' },
  spec: { replicas: 2, template: template('candidate') },
} as Deployment;

/** One worker of a rollout of token 7, and all that was written. */
function stage(
  live: Deployment | undefined,
  {
    before,
    refuses,
    overtakenBy,
  }: { before?: Worker['before']; refuses?: string; overtakenBy?: number } = {},
) {
  const objects: Record<string, KubeObject | undefined> = { [path]: live };
  let holder = 7;
  const writes: string[] = [];
  const raise = (object: KubeObject) => ({
    ...object,
    metadata: {
      ...object.metadata,
      resourceVersion: String(Number(object.metadata?.resourceVersion ?? 0) + 1),
    },
  });
  const refuse = () => {
    if (refuses !== undefined)
      throw new ClusterError('PATCH', 403, JSON.stringify({ reason: 'Forbidden', message: refuses }));
  };
  const cluster = {
    get: async (at: string) => structuredClone(objects[at]),
    create: async (_: string, object: KubeObject) => {
      writes.push('create');
      refuse();
      const made = raise({ ...object, metadata: { ...object.metadata, uid: 'made' } });
      objects[path] = made;
      holder = overtakenBy ?? holder;
      return structuredClone(made);
    },
    patch: async (
      at: string,
      how: string,
      body: JsonPatch[] | KubeObject,
      query?: { fieldManager?: string },
    ) => {
      const there = objects[at];
      if (there === undefined) throw new ClusterError('PATCH', 404, '{}');
      if (how === 'apply') {
        writes.push(query?.fieldManager === 'slipway' ? 'apply' : 'claim replicas');
        if (query?.fieldManager !== 'slipway') return there;
        refuse();
        const next = body as Deployment;
        const spec = { ...(there as Deployment).spec, ...next.spec };
        const annotations = { ...there.metadata?.annotations, ...next.metadata?.annotations };
        objects[at] = raise({ ...there, spec, metadata: { ...there.metadata, annotations } });
        return objects[at];
      }
      writes.push('patch');
      try {
        objects[at] = raise(applied(there, body as JsonPatch[]));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        throw patchRefused();
      }
      return objects[at];
    },
    remove: async (at: string) => {
      writes.push('remove');
      delete objects[at];
    },
  } as unknown as Cluster;
  const drive = {
    cluster,
    course: {
      ...{ app: 'shop', namespace: 'shop', token: 7, candidate: 9 },
      guard: (object: KubeObject) => fenced(object, { app: 'shop', token: 7 }),
      workload: { kind: 'Deployment', name: 'shop' },
      workers: [
        { name: 'worker', ref: { kind: 'Deployment', name: 'worker' }, candidate, before, passed: false },
      ],
    },
    world: { put: () => {}, drop: () => {} },
    keeper: { journal: { baseline: 8 } },
    creations: [],
    lease: {
      assertHeld: async () => {
        if (holder !== 7) throw new LeaseLost('another run has it', 'see that run');
      },
    },
  } as unknown as Drive;
  const observed = (scaled: boolean) =>
    ({
      workers: { worker: { workload: objects[path], revisions: [], pods: [] } },
      autoscalers: scaled
        ? [{ spec: { scaleTargetRef: { kind: 'Deployment', name: 'worker' }, maxReplicas: 9 } }]
        : [],
    }) as unknown as Observation;
  return {
    writes,
    lives: () => objects[path] as Deployment | undefined,
    apply: (scaled = false) =>
      applyReleased(drive, { kind: 'Deployment', name: 'worker' }, observed(scaled), () => {}),
    restore: (scaled = false) => restoreWorker(drive, 'worker', observed(scaled), () => {}),
  };
}

describe('a worker that gets the candidate', () => {
  it('is written with our stamp and the number of the release', async () => {
    const { apply, lives } = stage(living());
    expect(await apply()).toBeUndefined();
    expect(lives()?.metadata?.annotations).toEqual({ ...stamped(7), [labels.release]: '9' });
    expect(lives()?.spec).toEqual({ replicas: 2, template: template('candidate') });
  });

  it('keeps the number of pods that its autoscaler gave it', async () => {
    const { apply, lives, writes } = stage(living());
    await apply(true);
    expect(lives()?.spec).toEqual({ replicas: 4, template: template('candidate') });
    expect(writes).toEqual(['patch', 'claim replicas', 'apply']);
  });

  it('is created when it is not there', async () => {
    const { apply, lives, writes } = stage(undefined);
    expect(await apply()).toBeUndefined();
    expect(writes).toEqual(['create']);
    expect(lives()?.metadata?.annotations).toEqual({ ...stamped(7), [labels.release]: '9' });
  });

  it('is taken back when a newer run had come before it was created', async () => {
    const { apply, lives } = stage(undefined, { overtakenBy: 8 });
    await expect(apply()).rejects.toBeInstanceOf(LeaseLost);
    expect(lives()).toBeUndefined();
  });

  it('is not touched when a newer run was there', async () => {
    const newer = living();
    newer.metadata = { ...newer.metadata, annotations: stamped(8) };
    const { apply, lives, writes } = stage(newer);
    await expect(apply()).rejects.toBeInstanceOf(LeaseLost);
    expect([writes, lives()]).toEqual([[], newer]);
  });

  it.each([living(), undefined])('says what the cluster has against it', async live => {
    const { apply } = stage(live, { refuses: 'deployments "worker" is forbidden: too many' });
    expect(await apply()).toEqual(wording('Deployment/worker', 'too many'));
  });
});

describe('a worker that goes back', () => {
  const before = { template: template('before'), replicas: 6 };
  const ours = () => {
    const live = living({ template: template('candidate') });
    live.metadata = { ...live.metadata, annotations: { ...stamped(7), [labels.release]: '9' } };
    return live;
  };

  it('gets its template byte for byte, as many pods at least, and the number of the baseline', async () => {
    const { restore, lives } = stage(ours(), { before });
    await restore();
    expect(lives()?.spec).toEqual(before);
    expect(lives()?.metadata?.annotations?.[labels.release]).toBe('8');
  });

  it('keeps the pods that its autoscaler gave it', async () => {
    const { restore, lives } = stage(ours(), { before });
    await restore(true);
    expect(lives()?.spec).toEqual({ replicas: 4, template: template('before') });
  });

  it('is removed when the release made it', async () => {
    const { restore, lives } = stage(ours(), { before: null });
    await restore();
    expect(lives()).toBeUndefined();
  });

  it.each([before, null])('is left to a newer run that was there', async each => {
    const newer = ours();
    const { restore, lives } = stage(newer, { before: each });
    newer.metadata = { ...newer.metadata, annotations: stamped(8) };
    await expect(restore()).rejects.toThrow();
    expect(lives()).toBe(newer);
  });

  it('stays when nothing is known of it', async () => {
    const { restore, writes } = stage(ours());
    await restore();
    expect(writes).toEqual([]);
  });
});
