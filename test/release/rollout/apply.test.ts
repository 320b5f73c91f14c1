import { describe, expect, it } from 'vitest';
import type { ConfigMap, Deployment } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { NoAnswer } from '../../../src/cluster/retry.ts';
import { applyManifests, applyReleased, applyRoutes } from '../../../src/release/rollout/apply.ts';
import type { RolloutContext } from '../../../src/release/rollout/context.ts';
import type { Snapshot } from '../../../src/release/rollout/informers.ts';
import { restoreWorker } from '../../../src/release/rollout/workload-writes.ts';
import { fenceConfigMap, LeaseLost } from '../../../src/release/store/fencing.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import { annotationOf } from '../../../src/traffic/fencing-token.ts';
import { labels } from '../../../src/workloads/naming.ts';
import type { Worker } from '../../../src/workloads/workers.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { template } from '../objects.ts';

const path = pathOf(resources.deployment, 'shop', 'worker');
const stamped = (token: number) => ({ [annotationOf.token('shop')]: String(token) });

const living = (changes: Partial<NonNullable<Deployment['spec']>> = {}): Deployment =>
  ({
    metadata: { annotations: stamped(3) },
    spec: { replicas: 4, template: template('before'), ...changes },
  }) as Deployment;
const candidate = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'worker', namespace: 'shop' },
  spec: { replicas: 2, template: template('candidate') },
} as Deployment;

/** One worker of a rollout of token 7. */
function stage(live: Deployment | undefined, before?: Worker['before']) {
  const api = new FakeApiServer();
  if (live !== undefined) api.put(path, live);
  let holder = 7;
  /** A run with that token has the Lease. */
  const overtake = (token: number) => {
    holder = token;
  };
  const drive = {
    cluster: api.cluster,
    spec: {
      ...{ app: 'shop', namespace: 'shop', token: 7, candidate: 9 },
      workload: { kind: 'Deployment', name: 'shop' },
      workers: [
        {
          name: 'worker',
          ref: { kind: 'Deployment', name: 'worker' },
          candidate,
          before,
          skipsReleases: false,
        },
      ],
    },
    informers: { put: () => {}, drop: () => {} },
    store: { rollout: { baseline: 8 } },
    tell: () => {},
    lease: {
      assertHeld: async () => {
        if (holder !== 7) throw new LeaseLost('another run has it', 'see that run');
      },
    },
  } as unknown as RolloutContext;
  // The worker as it was read before the newer run wrote it.
  const workload = structuredClone(api.objects.get(path));
  const observed = (scaled: boolean) =>
    ({
      workers: { worker: { workload, revisions: [], pods: [] } },
      autoscalers: scaled
        ? [{ spec: { scaleTargetRef: { kind: 'Deployment', name: 'worker' }, maxReplicas: 9 } }]
        : [],
    }) as unknown as Snapshot;
  return {
    ...{ api, overtake, drive },
    lives: () => api.objects.get(path) as Deployment | undefined,
    apply: (scaled = false) => applyReleased(drive, { kind: 'Deployment', name: 'worker' }, observed(scaled)),
    restore: (scaled = false) => restoreWorker(drive, 'worker', observed(scaled)),
  };
}

describe('the routes among the manifests of a release', () => {
  const path = pathOf(resources.httpRoute, 'shop', 'shop');
  const own = fenceConfigMap('shop', 'shop', 7);
  const earlier = fenceConfigMap('shop', 'shop', 6);
  /** Applies a route by a run with that fence, while these exist. @returns whether it was written. */
  async function applied(fence: ConfigMap | undefined, fences: ConfigMap[]) {
    const { api, drive } = stage(undefined);
    const object = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'shop' },
    };
    let rollout: Partial<RolloutState> = {};
    const store = {
      rollout,
      change: async (change: (known: typeof rollout) => typeof rollout) => {
        rollout = change(rollout);
      },
    };
    const pending = [{ path, object, live: undefined }];
    const run = { ...drive, fence, pending, store, record: { manifests: [object] } } as never;
    expect(await applyManifests(run, { fences } as never)).toBeUndefined();
    expect(rollout.applied).toBe(true);
    const early = api.objects.has(path);
    expect(rollout.routesPending).toBe(early ? undefined : true);
    // Another run may apply the rest: the record has it.
    if (!early)
      expect(await applyRoutes({ ...(run as object), pending: undefined } as never)).toBeUndefined();
    expect(api.objects.has(path)).toBe(true);
    expect(rollout).toEqual({ applied: true });
    return early;
  }

  it('are applied with the others by a canary or a blue-green release, which took over what an earlier run left', async () => {
    expect(await applied(own, [own])).toBe(true);
    expect(await applied(own, [own, earlier])).toBe(true);
  });

  it('wait in a rolling update while the canary of an earlier rollout may still have traffic', async () => {
    expect(await applied(undefined, [earlier])).toBe(false);
    expect(await applied(undefined, [])).toBe(true);
  });
});

describe('a manifest of which the create is not answered', () => {
  it('is not a manifest that the cluster refused', async () => {
    const { api, drive } = stage(undefined);
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'more' } };
    const pending = [{ path: pathOf(resources.configMap, 'shop', 'more'), object, live: undefined }];
    const run = { ...drive, fence: undefined, pending } as never;
    api.fail({ verb: 'create', path: 'configmaps' }, 'reset');
    await expect(applyManifests(run, { fences: [] } as never)).rejects.toThrow(NoAnswer);
  });
});

describe('a workload that another client deleted during the promotion', () => {
  it('returns with the pods that it had, not with one, when an autoscaler owns their number', async () => {
    const { api, drive } = stage(undefined);
    const { replicas: _, ...unscaled } = candidate.spec ?? {};
    const main = { ...candidate, metadata: { name: 'shop', namespace: 'shop' }, spec: unscaled };
    const spec = { ...drive.spec, autoscaled: true };
    const run = { ...drive, spec, candidateManifest: main, store: { rollout: { capacity: 6 } } };
    await applyReleased(run as never, { kind: 'Deployment', name: 'shop' }, { autoscalers: [] } as never);
    expect(api.find<Deployment>('deployments', 'shop')?.spec?.replicas).toBe(6);
  });
});

describe('a worker that gets the candidate', () => {
  it('is written with our stamp and the number of the release', async () => {
    const { apply, lives } = stage(living());
    expect(await apply()).toBeUndefined();
    expect(lives()?.metadata?.annotations).toEqual({ ...stamped(7), [labels.release]: '9' });
    expect(lives()?.spec).toEqual({ replicas: 2, template: template('candidate') });
  });

  it('keeps the number of pods that its autoscaler gave it', async () => {
    const { apply, lives } = stage(living());
    await apply(true);
    expect(lives()?.spec).toEqual({ replicas: 4, template: template('candidate') });
    const claim = lives()?.metadata?.managedFields?.find(({ manager }) => manager === 'slipway-replicas');
    expect(claim).toMatchObject({ operation: 'Apply', fieldsV1: { 'f:spec': { 'f:replicas': {} } } });
  });

  it('is created when it does not exist', async () => {
    const { apply, lives } = stage(undefined);
    expect(await apply()).toBeUndefined();
    expect(lives()?.metadata?.annotations).toEqual({ ...stamped(7), [labels.release]: '9' });
  });

  it('is deleted again when a newer run had taken over before it was created', async () => {
    const { api, apply, lives, overtake } = stage(undefined);
    api.once({ verb: 'create' }, () => overtake(8));
    await expect(apply()).rejects.toBeInstanceOf(LeaseLost);
    expect(lives()).toBeUndefined();
  });

  it('is not touched after a newer run has stamped it', async () => {
    const { api, apply } = stage({ ...living(), metadata: { annotations: stamped(8) } });
    await expect(apply()).rejects.toBeInstanceOf(LeaseLost);
    expect(api.writes).toEqual([]);
  });

  it.each([living(), undefined])('says why the cluster refuses it', async live => {
    const { api, apply } = stage(live);
    // Its stamp, and the writes that take ownership, are accepted.
    const nth = live === undefined ? 1 : 3;
    api.fail({ verb: 'write', path, nth }, 403, 'deployments.apps "worker" is forbidden: too many');
    expect(await apply()).toEqual(wording('Deployment/worker', 'too many'));
  });
});

describe('a worker that is restored', () => {
  const before = { template: template('before'), replicas: 6 };
  const ours = () => {
    const live = living({ template: template('candidate') });
    live.metadata = { ...live.metadata, annotations: { ...stamped(7), [labels.release]: '9' } };
    return live;
  };

  it('gets its template byte for byte, at least as many pods, and the number of the baseline', async () => {
    const { restore, lives } = stage(ours(), before);
    await restore();
    expect(lives()?.spec).toEqual(before);
    expect(lives()?.metadata?.annotations?.[labels.release]).toBe('8');
  });

  it('keeps the pods that its autoscaler gave it', async () => {
    const { restore, lives } = stage(ours(), before);
    await restore(true);
    expect(lives()?.spec).toEqual({ replicas: 4, template: template('before') });
  });

  it('is deleted when the release created it', async () => {
    const { restore, lives } = stage(ours(), null);
    await restore();
    expect(lives()).toBeUndefined();
  });

  it.each([before, null])('is left alone after a newer run has stamped it', async each => {
    const { api, restore } = stage(ours(), each);
    const newer = api.put(path, { ...ours(), metadata: { annotations: stamped(8) } });
    await expect(restore()).rejects.toThrow();
    expect(api.objects.get(path)).toEqual(newer);
  });

  it('stays unchanged when its previous version is unknown', async () => {
    const { api, restore } = stage(ours());
    await restore();
    expect(api.writes).toEqual([]);
  });
});

describe('an object that Helm has written since preflight', () => {
  const byHelm = (release: string, namespace = 'shop'): Deployment => ({
    ...living(),
    metadata: {
      annotations: {
        ...stamped(3),
        'meta.helm.sh/release-name': release,
        'meta.helm.sh/release-namespace': namespace,
      },
    },
  });
  const staged = (live: Deployment, takeOver?: string) => {
    const { api, drive, ...rest } = stage(undefined);
    api.put(path, live, 'helm');
    const spec = { ...drive.spec, ...(takeOver === undefined ? {} : { 'take-over': { helm: takeOver } }) };
    Object.assign(drive, { spec });
    return { api, ...rest };
  };

  it.each([
    ['nothing is adopted', byHelm('web'), undefined],
    ['another release is adopted', byHelm('web'), 'shop'],
    ['its release is in another namespace', byHelm('web', 'other'), 'web'],
  ])('is refused, and Helm keeps its fields, if %s', async (_, live, takeOver) => {
    const { lives, apply } = staged(live, takeOver);
    expect(await apply()).toEqual(wording('Deployment/worker', 'release web'));
    expect(lives()?.spec?.template).toEqual(template('before'));
    expect(lives()?.metadata?.managedFields?.map(({ manager }) => manager)).toContain('helm');
  });

  it('is taken over if slipway.yml adopts its release', async () => {
    const { lives, apply } = staged(byHelm('web'), 'web');
    expect(await apply()).toBeUndefined();
    expect(lives()?.spec?.template).toEqual(template('candidate'));
    expect(lives()?.metadata?.annotations).not.toHaveProperty('meta.helm.sh/release-name');
    expect(lives()?.metadata?.managedFields?.map(({ manager }) => manager)).not.toContain('helm');
  });
});
