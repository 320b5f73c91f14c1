import { describe, expect, it, vi } from 'vitest';
import type { Cluster } from '../../src/cluster/port.ts';
import { pinnedImages, proveWorkers } from '../../src/release/state/served-digests.ts';
import type { ReleaseRecord } from '../../src/release/state/stored.ts';
import { verify } from '../../src/release/verify.ts';
import { nameOf } from '../../src/release/workloads/naming.ts';
import { wording } from '../wording.ts';
import { config, deployment, environment, pod, release, replicaSet, template } from './objects.ts';

const built = `ghcr.io/acme/shop@sha256:${'a'.repeat(64)}`;
const other = `ghcr.io/acme/shop@sha256:${'b'.repeat(64)}`;
const record = { ...release(5).record, source: 'released', images: { shop: built } } as ReleaseRecord;
const running = (image: string) => deployment({ spec: { template: template(image) } });

describe('the images that must run', () => {
  it('are those of the record', () => {
    expect(pinnedImages(running(built), record)).toEqual({
      images: { shop: built },
      named: [built],
      problems: [],
    });
  });

  it.each([other, 'ghcr.io/acme/shop:latest', 'ghcr.io/acme/shop'])(
    'are not whatever the workload says now: %s was set by hand',
    image => {
      const { images, problems } = pinnedImages(running(image), record);
      expect(images).toEqual({ shop: built });
      expect(problems).toEqual([wording(`${image}`, `${built}`, 'shop', '5')]);
    },
  );

  it('are checked of init containers too, whose pods show them no more', () => {
    const live = deployment({
      spec: {
        template: { spec: { ...template(built).spec, initContainers: [{ name: 'migrate', image: other }] } },
      },
    } as never);
    expect(pinnedImages(live, record)).toEqual({
      images: { shop: built },
      named: [built],
      problems: [wording(`${other}`, `${built}`, 'migrate', '5')],
    });
  });

  it('are missing when no container has the repository any more', () => {
    expect(pinnedImages(running('ghcr.io/acme/stranger:1'), record).problems).toEqual([wording('5')]);
  });

  it('are what the workload pins itself, when the release was only found living', () => {
    const observed = { ...record, source: 'observed' } as ReleaseRecord;
    expect(pinnedImages(running(other), observed)).toEqual({
      images: { shop: other },
      named: [],
      problems: [],
    });
    expect(pinnedImages(running('ghcr.io/acme/shop:1'), observed)).toEqual({
      images: {},
      named: [],
      problems: [],
    });
  });
});

describe('the workers of a release', () => {
  /** What is proved of a worker whose pod runs this image. */
  async function proved(runs: string, changes: { template?: string; available?: number; gone?: true } = {}) {
    const live = deployment({
      metadata: { annotations: { 'deployment.kubernetes.io/revision': '1' } },
      spec: { template: template(changes.template ?? built) },
      status: { availableReplicas: changes.available ?? 3 },
    });
    const items: Record<string, object[]> = {
      pods: [pod({ of: 'set', ready: true, container: { image: runs, imageID: runs } })],
      replicasets: [replicaSet('set', 1, { spec: { template: template(built) } as never })],
    };
    const cluster = {
      get: async () => (changes.gone ? undefined : live),
      list: async (path: string) => ({ items: items[path.split('/').at(-1) ?? ''] ?? [] }),
    } as unknown as Cluster;
    return proveWorkers(cluster, { namespace: 'shop' }, [{ kind: 'Deployment', name: 'worker' }], record, {
      report: () => {},
    });
  }

  it('are proved by the digests that their pods run, without a request', async () => {
    expect(await proved(built)).toEqual({
      workers: [{ name: 'worker', pods: 1, matching: 1 }],
      named: [built],
      reasons: [],
    });
  });

  it('fail it with another digest, and when they are gone', async () => {
    vi.useFakeTimers();
    const late = async (...known: Parameters<typeof proved>) => {
      const ended = proved(...known);
      await vi.advanceTimersByTimeAsync(60_000);
      return ended;
    };
    const wrong = await late(other);
    expect(wrong.workers).toEqual([{ name: 'worker', pods: 1, matching: 0 }]);
    expect(wrong.reasons).toEqual([wording('Deployment/worker', 'shop-1')]);
    expect((await late(built, { template: other })).reasons[0]).toEqual(wording('Deployment/worker', 'shop'));
    expect((await late(built, { available: 2 })).reasons).toEqual([wording('Deployment/worker', '2', '3')]);
    expect((await late(built, { gone: true })).reasons).toEqual([wording('Deployment/worker')]);
    vi.useRealTimers();
  });
});

describe('a CronJob among the workers', () => {
  it('is held to what it names, and says that no pod of it was looked at', async () => {
    const said: string[] = [];
    const proved = (image: string) => {
      const spec = { jobTemplate: { spec: { template: template(image) } } };
      const cluster = {
        get: async () => ({ kind: 'CronJob', metadata: { name: 'report' }, spec }),
        list: async () => expect.fail('it has no pods that could be looked at'),
      } as unknown as Cluster;
      return proveWorkers(cluster, { namespace: 'shop' }, [{ kind: 'CronJob', name: 'report' }], record, {
        report: line => said.push(line),
      });
    };
    expect(await proved(built)).toEqual({
      workers: [{ name: 'CronJob/report', pods: 0, matching: 0 }],
      named: [built],
      reasons: [],
    });
    expect(said).toEqual([wording('CronJob/report')]);
    expect((await proved(other)).reasons).toEqual([wording('CronJob/report', 'shop')]);
  });
});

describe('a release that serves', () => {
  /** Verifies one release whose workload has this image; what was written of its outcome comes back too. */
  async function verified(source: ReleaseRecord['source'], image: string) {
    const written: unknown[] = [];
    const live = deployment({
      metadata: {
        name: 'shop',
        uid: 'deployment',
        annotations: { 'slipway.dev/release': '5', 'deployment.kubernetes.io/revision': '1' },
      },
      spec: { template: template(image), replicas: 3, selector: { matchLabels: { app: 'shop' } } },
    });
    const set = replicaSet('set', 1, { spec: { template: template(image) } as never });
    const one = pod({ of: 'set', ready: true, container: { image, imageID: image } });
    const items: Record<string, object[]> = {
      pods: [one],
      replicasets: [set],
      configmaps: [
        {
          metadata: { name: nameOf.record('shop', record.release) },
          data: { record: JSON.stringify({ ...record, source }) },
        },
      ],
    };
    const cluster = {
      now: () => Date.parse('2026-01-01T12:00:00Z'),
      get: async () => live,
      list: async (path: string) => ({
        items: items[path.split('/').at(-1) ?? ''] ?? [],
        resourceVersion: '1',
      }),
      create: async (_path: string, object: { data: { outcome: string } }) =>
        void written.push(JSON.parse(object.data.outcome).state),
    } as unknown as Cluster;
    const { service: _, verify: __, ...place } = environment();
    const found = await verify(cluster, {
      config,
      environmentName: 'production',
      environment: place,
      release: undefined,
      report: () => {},
    });
    return { verdict: found.verdict, reasons: found.reasons, written };
  }

  it('is marked as verified when it runs what was released', async () => {
    expect(await verified('released', built)).toEqual({
      verdict: 'pass',
      reasons: [],
      written: ['verified'],
    });
  });

  it('is marked as verified when it was found living, pinned by a digest', async () => {
    expect(await verified('observed', other)).toEqual({
      verdict: 'pass',
      reasons: [],
      written: ['verified'],
    });
  });

  it('is neither verified nor a failure when it was found living, by a tag', async () => {
    expect(await verified('observed', 'ghcr.io/acme/shop:1')).toEqual({
      verdict: 'unproved',
      reasons: [wording('5')],
      written: [],
    });
  });
});
