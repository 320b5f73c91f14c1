import { describe, expect, it, vi } from 'vitest';
import type { ConfigMap, KubeObject, Pod, ReplicaSet } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { verifyWorkers } from '../../src/release/served-digests.ts';
import { pinnedImages } from '../../src/release/store/pinned-images.ts';
import type { Outcome, ReleaseRecord } from '../../src/release/store/schema.ts';
import { verify } from '../../src/release/verify.ts';
import { shortDigests } from '../../src/toolkit/digest.ts';
import { labels, nameOf, type ReleaseNumber } from '../../src/workloads/naming.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { environmentAt, serve } from '../verify/app.ts';
import { wording } from '../wording.ts';
import { putLease } from './leases.ts';
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
    'are not those that the workload names now: %s was set by hand',
    image => {
      const { images, problems } = pinnedImages(running(image), record);
      expect(images).toEqual({ shop: built });
      expect(problems).toEqual([wording(shortDigests(image), shortDigests(built), 'shop', '5')]);
    },
  );

  it('include those of init containers, which no longer run', () => {
    const live = deployment({
      spec: {
        template: { spec: { ...template(built).spec, initContainers: [{ name: 'migrate', image: other }] } },
      },
    } as never);
    expect(pinnedImages(live, record)).toEqual({
      images: { shop: built },
      named: [built],
      problems: [wording(shortDigests(other), shortDigests(built), 'migrate', '5')],
    });
  });

  it('are missing when no container has their repository', () => {
    expect(pinnedImages(running('ghcr.io/acme/stranger:1'), record).problems).toEqual([wording('5')]);
  });

  it('are those that the workload pins, when the release was adopted', () => {
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

/** An API server with a ReplicaSet and its pod. */
function holding(set: ReplicaSet, one: Pod): FakeApiServer {
  const api = new FakeApiServer();
  const put = (path: string, object: KubeObject) =>
    api.put(path, { ...object, metadata: { ...object.metadata, labels: { app: 'shop' } } });
  put(pathOf(resources.replicaSet, 'shop', 'shop-set'), set as KubeObject);
  put(pathOf(resources.pod, 'shop', 'shop-1'), one as KubeObject);
  return api;
}

describe('the workers of a release', () => {
  /** What is proved of a worker whose pod runs this image. */
  async function proved(runs: string, changes: { template?: string; available?: number; gone?: true } = {}) {
    const live = deployment({
      metadata: { annotations: { 'deployment.kubernetes.io/revision': '1' } },
      spec: { template: template(changes.template ?? built) },
      status: { availableReplicas: changes.available ?? 3 },
    });
    const one = pod({ of: 'set', ready: true, container: { image: runs, imageID: runs } });
    const api = holding(replicaSet('set', 1, { spec: { template: template(built) } as never }), one);
    if (changes.gone === undefined) api.put(pathOf(resources.deployment, 'shop', 'worker'), live);
    return verifyWorkers(
      api.cluster,
      { namespace: 'shop' },
      [{ kind: 'Deployment', name: 'worker' }],
      record,
      {
        report: () => {},
      },
    );
  }

  it('are verified by the digests that their pods run, without a request', async () => {
    expect(await proved(built)).toEqual({
      workers: [{ name: 'worker', pods: 1, matching: 1 }],
      named: [built],
      reasons: [],
    });
  });

  it('fail the verification with another digest, or when they are gone', async () => {
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
  it('is verified by the images that it names, with a note that no pod was verified', async () => {
    const said: string[] = [];
    const proved = (image: string) => {
      const spec = { jobTemplate: { spec: { template: template(image) } } };
      const api = new FakeApiServer();
      api.put(pathOf(resources.cronJob, 'shop', 'report'), { spec });
      api.forbid(/^list/);
      return verifyWorkers(
        api.cluster,
        { namespace: 'shop' },
        [{ kind: 'CronJob', name: 'report' }],
        record,
        {
          report: line => said.push(line),
        },
      );
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

describe('a release whose acceptance fails', () => {
  const failing = async (release?: ReleaseNumber) => {
    const app = await serve((_, response) => response.writeHead(200).end('{}'));
    const annotations = { 'slipway.dev/release': '5', 'deployment.kubernetes.io/revision': '1' };
    const api = new FakeApiServer();
    api.put(
      pathOf(resources.deployment, 'shop', 'shop'),
      deployment({ metadata: { annotations }, spec: { template: template(built), replicas: 0 } }),
    );
    const at = environmentAt(app.url, {
      identities: { customer: { bearer: 'TOKEN' } },
      matrix: [{ get: '/api/orders', expect: { none: 401, customer: 200 } }],
      addresses: { 'zone-b': '127.0.0.9:1' },
      checks: [{ get: '/ready', 'retry-for': '5s' }],
    });
    const { service: _, ...place } = environment({ verify: at.verify! });
    const found = await verify(api.cluster, {
      ...{ config, environmentName: 'production', environment: place, release, report: () => {} },
      env: { TOKEN: 'token-of-a-customer' },
    });
    app.close();
    return found;
  };

  it('is not verified, and the reasons name the endpoint, the identity and the address', async () => {
    const found = await failing();
    expect(found.verdict).toBe('fail');
    expect(found.reasons).toContainEqual(wording('GET /api/orders as none', '200', '401'));
    expect(found.reasons.join('; ')).toMatch(
      /GET \/ready at the address zone-b \(127\.0\.0\.9:1\) could not be sent/,
    );
    expect(found.checks.map(({ part = 'checks', ok }) => [part, ok])).toEqual([
      ['checks', true],
      ['matrix', false],
      ['matrix', true],
      ['addresses', false],
    ]);
  });

  it('is not asked when another one was requested, whose record would have its answers', async () => {
    const found = await failing(4 as ReleaseNumber);
    expect(found).toMatchObject({ verdict: 'fail', release: 4, checks: [] });
    expect(found.reasons).toContainEqual(wording('release 4', 'release 5'));
  });
});

describe('a live release', () => {
  /** Verifies one release whose workload has this image; how its outcome is kept comes back too. */
  async function verified(
    source: ReleaseRecord['source'],
    image: string,
    checked?: Record<string, unknown>,
    arrange: (api: FakeApiServer) => void = () => {},
  ) {
    const live = deployment({
      metadata: {
        annotations: { 'slipway.dev/release': '5', 'deployment.kubernetes.io/revision': '1' },
      },
      spec: { template: template(image), replicas: 3, selector: { matchLabels: { app: 'shop' } } },
    });
    const set = replicaSet('set', 1, { spec: { template: template(image) } as never });
    const api = holding(set, pod({ of: 'set', ready: true, container: { image, imageID: image } }));
    const text = JSON.stringify({ ...record, source });
    putLease(api, { parts: [[`r${record.release}`, text]] });
    api.put(pathOf(resources.deployment, 'shop', 'shop'), live);
    api.put(pathOf(resources.configMap, 'shop', nameOf.record('shop', record.release)), {
      metadata: { labels: { [labels.app]: 'shop', [labels.kind]: 'record' } },
      data: { record: text },
    });
    arrange(api);
    const { service: _, verify: __, ...place } = environment();
    const app = await serve((_, response) => response.writeHead(200).end('OK'));
    const found = await verify(api.cluster, {
      config,
      environmentName: 'production',
      environment: checked ? { ...place, verify: environmentAt(app.url, checked).verify! } : place,
      release: undefined,
      report: () => {},
      env: {},
    });
    app.close();
    const { data } = api.find<ConfigMap>('configmaps', nameOf.outcome('shop', 5)) ?? {};
    const { state } = JSON.parse(data?.outcome ?? '{}') as Partial<Outcome>;
    const { verdict, reasons, cause } = found;
    return { verdict, reasons, state, ...(cause === undefined ? {} : { cause }) };
  }

  it('is not marked as verified when only its surroundings fail, and that is no fault of it', async () => {
    const found = await verified('released', built, { tls: {} });
    expect(found).toMatchObject({ verdict: 'fail', cause: 'environment' });
    expect(found.state).toBeUndefined();
    const both = { tls: {}, checks: [{ get: '/ready', status: 204, 'retry-for': '1s' }] };
    expect(await verified('released', built, both)).toMatchObject({ verdict: 'fail', cause: 'release' });
    expect(await verified('released', other)).toMatchObject({ verdict: 'fail', cause: 'release' });
  });

  it('is marked as verified when it runs what was released', async () => {
    expect(await verified('released', built)).toEqual({
      verdict: 'pass',
      reasons: [],
      state: 'verified',
    });
  });

  it('is marked as verified when it was adopted with a digest', async () => {
    expect(await verified('observed', other)).toEqual({
      verdict: 'pass',
      reasons: [],
      state: 'verified',
    });
  });

  it('is neither verified nor failed when it was adopted with a tag', async () => {
    expect(await verified('observed', 'ghcr.io/acme/shop:1')).toEqual({
      verdict: 'unproved',
      reasons: [wording('5')],
      state: undefined,
    });
  });

  describe('whose outcome another writer changes meanwhile', () => {
    const outcomePath = pathOf(resources.configMap, 'shop', nameOf.outcome('shop', 5));
    /** A run writes how the release ended. */
    const conclude = (api: FakeApiServer, state: Outcome['state'], at = '2026-01-01T00:00:00.000Z') => {
      const text = JSON.stringify({ ...release(5, { state }).outcome, at });
      putLease(api, { parts: [['r5-outcome', text]] });
      api.put(outcomePath, {
        metadata: { labels: { [labels.app]: 'shop', [labels.kind]: 'outcome' } },
        data: { outcome: text },
      });
    };
    const marked = (before: Outcome['state'], meanwhile: (api: FakeApiServer) => void = () => {}) =>
      verified('released', built, undefined, api => {
        conclude(api, before);
        meanwhile(api);
      });
    const whenMarked = { verb: 'update', path: 'r5-outcome' };
    const passes = { verdict: 'pass', reasons: [], state: 'verified' };

    it('is marked as verified although the answer to that is lost and the write is sent again', async () => {
      expect(
        await marked('complete', api => api.fail({ ...whenMarked, times: 1 }, 'accepted, then reset')),
      ).toEqual(passes);
    });

    it.each(['verified', 'complete'] as const)('passes when another run has written `%s`', async state => {
      const other = (api: FakeApiServer) =>
        api.once(whenMarked, () => conclude(api, state, '2026-01-01T00:00:09.000Z'));
      expect(await marked('complete', other)).toEqual(passes);
    });

    it('fails when it was rolled back', async () => {
      const other = (api: FakeApiServer) =>
        api.once(whenMarked, () => conclude(api, 'rolled-back', '2026-01-01T00:00:09.000Z'));
      expect(await marked('complete', other)).toEqual({
        verdict: 'fail',
        reasons: [wording('5', 'rolled back')],
        state: 'rolled-back',
        cause: 'release',
      });
      expect(await marked('rolled-back', other)).toMatchObject({ verdict: 'fail', state: 'rolled-back' });
    });

    it('passes when it had been rolled back before, and was restored on request', async () => {
      expect(await marked('rolled-back')).toEqual(passes);
    });
  });
});
