import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Manifest } from '../../../src/cluster/manifests.ts';
import type { Job, Pod } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import type { Duration } from '../../../src/config/duration.ts';
import {
  hookJob,
  hookProblem,
  renderHook,
  stateOfJob,
  troubleOf,
  workOf,
} from '../../../src/release/hooks/hook-job.ts';
import { environmentOfHook, type HookContext, loadHooks, runHook } from '../../../src/release/hooks/hooks.ts';
import { leasePath, podTemplatesOf } from '../../../src/workloads/kinds.ts';
import { labels } from '../../../src/workloads/naming.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { environment, sentence } from '../objects.ts';

const digest = `sha256:${'a'.repeat(64)}`;
const manifest = (podLabels: Record<string, string> = { app: 'shop-migration' }): Manifest => ({
  name: 'migrate',
  source: 'hooks/migrate.yaml',
  object: {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'migrate' },
    spec: {
      template: {
        metadata: { labels: podLabels },
        spec: {
          restartPolicy: 'Never',
          containers: [
            {
              name: 'migrate',
              image: 'ghcr.io/acme/shop',
              envFrom: [{ secretRef: { name: 'shop-database' } }],
            },
            { name: 'proxy', image: 'ghcr.io/acme/proxy:1' },
          ],
        },
      },
    },
  },
});
const images = { shop: { repository: 'ghcr.io/acme/shop', digest } };
const shipped = [{ kind: 'Secret' as const, name: 'shop-database', copy: 'shop-database-0123456789' }];
const rendered = () => renderHook(manifest(), environment(), images, shipped);
const options = {
  app: 'shop',
  namespace: 'shop',
  when: 'pre',
  within: 60_000,
  release: 7,
  token: 9,
  work: 'w',
} as const;

describe('the Job of a hook', () => {
  it('has the digests and the configuration of the release', () => {
    const text = JSON.stringify(rendered());
    expect(text).toContain(`"image":"ghcr.io/acme/shop@${digest}"`);
    expect(text).toContain('"image":"ghcr.io/acme/proxy:1"');
    expect(text).toContain('"name":"shop-database-0123456789"');
  });

  it('has a deadline for when its run is dead, is kept for a day, and has a unique name', () => {
    const { metadata, spec } = hookJob(rendered(), options);
    expect(spec).toMatchObject({
      activeDeadlineSeconds: 75,
      ttlSecondsAfterFinished: 86_400,
      backoffLimit: 0,
    });
    expect(metadata).toMatchObject({
      name: 'slipway-shop-pre',
      labels: { 'slipway.dev/app': 'shop', 'slipway.dev/kind': 'hook', 'slipway.dev/release': '7' },
      annotations: { 'slipway.dev/token.shop': '9' },
    });
  });

  it('may have retries or a shorter deadline in its manifest, but no longer one', () => {
    const own = rendered();
    own.spec = { ...(own.spec as object), backoffLimit: 3, activeDeadlineSeconds: 9999 };
    expect(hookJob(own, options).spec).toMatchObject({ backoffLimit: 3, activeDeadlineSeconds: 75 });
    own.spec = { ...(own.spec as object), activeDeadlineSeconds: 5 };
    expect(hookJob(own, options).spec?.activeDeadlineSeconds).toBe(5);
  });

  it('is the same work in a retried release, and another one over another baseline, after another release or with other content', () => {
    expect(workOf(rendered(), 6)).toBe(workOf(rendered(), 6));
    const other = renderHook(
      manifest(),
      environment(),
      { shop: { ...images.shop, digest: `sha256:${'b'.repeat(64)}` } },
      shipped,
    );
    expect(
      new Set([workOf(rendered(), 6), workOf(rendered(), 5), workOf(rendered(), undefined), workOf(other, 6)])
        .size,
    ).toBe(4);
  });

  it('is refused when a Service or the workload would select its pods', () => {
    const selectors = [
      { name: 'Service/none', labels: {} },
      { name: 'Service/shop', labels: { app: 'shop' } },
    ];
    expect(hookProblem(manifest(), selectors)).toBeUndefined();
    expect(hookProblem(manifest({ app: 'shop', tier: 'web' }), selectors)?.sentence).toEqual(
      wording('hooks/migrate.yaml', 'Service/shop'),
    );
  });
});

describe('why a hook failed', () => {
  const pod = (state: object): Pod =>
    ({ metadata: { name: 'p' }, status: { containerStatuses: [{ name: 'migrate', state }] } }) as never;

  it.each([
    [{ terminated: { exitCode: 3 } }, wording('migrate', '3', 'p'), false],
    [{ terminated: { exitCode: 137, reason: 'OOMKilled' } }, wording('migrate', 'p'), false],
    [
      { waiting: { reason: 'ImagePullBackOff', message: 'no such image' } },
      wording('migrate', 'ImagePullBackOff', 'no such image', 'p'),
      true,
    ],
  ])('is read from its pod: %o', (state, text, final) => {
    expect(troubleOf([pod(state)])).toEqual({ sentence: text, final });
  });

  it('is not in a pod that runs or has succeeded', () => {
    expect(
      troubleOf([
        pod({ running: {} }),
        pod({ terminated: { exitCode: 0 } }),
        pod({ waiting: { reason: 'ContainerCreating' } }),
      ]),
    ).toBeUndefined();
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** An API server with a Job controller that ends each Job as `ends` says, and a log. */
class Place extends FakeApiServer {
  ends: 'Complete' | 'Failed' | undefined = 'Complete';

  constructor() {
    super();
    this.put(leasePath('shop', 'shop'), {
      kind: 'Lease',
      metadata: { annotations: { [labels.token]: '9' } },
    });
    this.controllers.push((path, object) => {
      if (object?.kind === 'Job' && object.status === undefined && this.ends !== undefined) this.end(path);
    });
    this.answerBehind(/\/log$/, () => 'step 1\nuses hunter22\nthe table is locked\n    at migrate\n');
  }

  /** A Job ends, and leaves its pod. */
  end(path: string): void {
    const job = this.objects.get(path);
    const conditions = [{ type: this.ends, status: 'True', message: 'it ended' }];
    this.put(path, { ...job, status: { conditions } });
    const exitCode = this.ends === 'Failed' ? 1 : 0;
    this.put(pathOf(resources.pod, 'shop', 'p'), {
      metadata: { labels: { 'batch.kubernetes.io/controller-uid': job?.metadata?.uid ?? '' } },
      spec: { containers: [{ name: 'migrate', env: [{ name: 'DB_PASSWORD', value: 'hunter22' }] }] },
      status: { containerStatuses: [{ name: 'migrate', state: { terminated: { exitCode } } }] },
    });
  }

  /** What was created, one after the other. */
  get created(): string[] {
    const made = this.calls.filter(({ verb, status }) => verb === 'create' && status === 201);
    return made.map(({ object }) => object.split('/').slice(-2).join('/'));
  }
}

type Changes = Partial<Omit<HookContext, 'record'>> & { record?: object };

function contextFor({ record, ...changes }: Changes = {}) {
  const said: string[] = [];
  const printed: string[] = [];
  const context: HookContext = {
    record: {
      ...{ app: 'shop', environment: 'production', release: 7, baseline: 6 },
      images: { shop: `ghcr.io/acme/shop@${digest}` },
      ...record,
    } as unknown as HookContext['record'],
    previous: 6 as never,
    namespace: 'shop',
    token: 9,
    env: process.env,
    hookSetup: { folder: '.', log: 2, quote: (_, work) => work(line => printed.push(line)) },
    report: line => said.push(line),
    ...changes,
  };
  return { context, said, printed };
}

describe('a hook that is a Job', () => {
  const hook = { job: rendered(), within: 5000 };
  const path = '/apis/batch/v1/namespaces/shop/jobs/slipway-shop-pre';

  it('is waited for, and its log is shown without secrets', async () => {
    const place = new Place();
    const { context, printed } = contextFor();
    expect(await runHook(place.cluster, 'pre', hook, context)).toBeUndefined();
    expect(printed).toEqual(['step 1', 'uses (hidden)', 'the table is locked', '    at migrate']);
  });

  it('is not run again for the same work, even when its Job is gone by then', async () => {
    const place = new Place();
    const { context } = contextFor();
    await runHook(place.cluster, 'pre', hook, context);
    place.delete(path);
    const again = contextFor({ record: { release: 8 } });
    expect(await runHook(place.cluster, 'pre', hook, again.context)).toBeUndefined();
    expect(place.created.filter(each => each.startsWith('jobs/'))).toHaveLength(1);
    expect(again.said.join()).toEqual(wording());
    await runHook(
      place.cluster,
      'pre',
      hook,
      contextFor({ record: { release: 9 }, previous: 8 as never }).context,
    );
    expect(place.created.filter(each => each.startsWith('jobs/'))).toHaveLength(2);
  });

  it('is run for other images over the same baseline, although the Job is the same', async () => {
    const place = new Place();
    const dump = structuredClone(hook.job);
    podTemplatesOf(dump)[0]!.spec!.containers = [{ name: 'dump', image: 'postgres:16' }];
    await runHook(place.cluster, 'pre', { job: dump, within: 5000 }, contextFor().context);
    const images = { shop: `ghcr.io/acme/shop@sha256:${'b'.repeat(64)}` };
    const later = contextFor({ record: { release: 8, images } });
    expect(await runHook(place.cluster, 'pre', { job: dump, within: 5000 }, later.context)).toBeUndefined();
    expect(place.created.filter(each => each.startsWith('jobs/'))).toHaveLength(2);
  });

  it('is run although a ConfigMap claims that it was: only the Lease counts (security 1)', async () => {
    const place = new Place();
    const { record } = contextFor().context;
    const forged = pathOf(resources.configMap, 'shop', 'slipway-shop-pre');
    place.put(forged, {
      metadata: { name: 'slipway-shop-pre' },
      data: { work: workOf({ job: hook.job, images: record.images }, 6, 6) },
    } as never);
    expect(await runHook(place.cluster, 'pre', hook, contextFor().context)).toBeUndefined();
    expect(place.created.filter(each => each.startsWith('jobs/'))).toHaveLength(1);
  });

  it('leaves the note of a newer run alone: a run that lost its Lease only repeats its hook', async () => {
    const place = new Place();
    place.put(leasePath('shop', 'shop'), {
      kind: 'Lease',
      metadata: { annotations: { [labels.token]: '10', [labels.preHook]: 'newer' } },
    });
    const { context, said } = contextFor();
    expect(await runHook(place.cluster, 'pre', hook, context)).toBeUndefined();
    expect(said.join()).toContain('was not recorded');
    expect(place.objects.get(leasePath('shop', 'shop'))?.metadata?.annotations).toEqual({
      [labels.token]: '10',
      [labels.preHook]: 'newer',
    });
  });

  it('is run again after it failed, and its failure is reported with its last message', async () => {
    const place = new Place();
    place.ends = 'Failed';
    expect(await runHook(place.cluster, 'pre', hook, contextFor().context)).toEqual(
      wording('pre', 'migrate', '1', 'p'),
    );
    place.ends = 'Complete';
    expect(await runHook(place.cluster, 'pre', hook, contextFor().context)).toBeUndefined();
    expect(place.created.filter(each => each.startsWith('jobs/'))).toHaveLength(2);
  });

  it('is followed when the run that created it was killed', async () => {
    const place = new Place();
    place.ends = undefined;
    const { images: released } = contextFor().context.record;
    const work = workOf({ job: hook.job, images: released }, 6, 6);
    await place.cluster.create(path.replace(/\/[^/]+$/, ''), hookJob(hook.job, { ...options, work }));
    const { context, said } = contextFor();
    const running = runHook(place.cluster, 'pre', hook, context);
    place.ends = 'Complete';
    place.end(path);
    expect(await running).toBeUndefined();
    expect(place.created.filter(each => each.startsWith('jobs/'))).toHaveLength(1);
    expect(said).toEqual([]);
  });

  describe('whose creation has no answer that says whether it exists', () => {
    const creation = { verb: 'create', path: '/jobs' };
    const jobsOf = (place: Place) => place.created.filter(each => each.startsWith('jobs/'));
    const lost = (place: Place, how: string) => {
      if (how === 'accepted, then reset') return place.fail({ ...creation, times: 1 }, how);
      place.once(creation, ({ body }) => place.put(path, body as Job));
      return place.fail({ ...creation, times: 1 }, 502, how);
    };

    it.each(['accepted, then reset', 'read tcp 10.99.0.1:6443: unexpected EOF'])(
      'is followed if it does: %s',
      async how => {
        const place = new Place();
        lost(place, how);
        const { context, said, printed } = contextFor();
        expect(await runHook(place.cluster, 'pre', hook, context)).toBeUndefined();
        expect(said).toEqual([wording('Job/slipway-shop-pre')]);
        expect(printed).toContain('the table is locked');
        expect(place.objects.get(path)?.metadata?.uid).toBeDefined();
        expect(place.writes.filter(each => each.includes('/jobs/'))).toHaveLength(1);
      },
    );

    it('is not run again if it fails', async () => {
      const place = new Place();
      place.ends = 'Failed';
      lost(place, 'accepted, then reset');
      expect(await runHook(place.cluster, 'pre', hook, contextFor().context)).toEqual(
        wording('pre', 'migrate', '1', 'p'),
      );
      expect(jobsOf(place)).toHaveLength(1);
    });

    it('is deleted when its time is over by then', async () => {
      const place = new Place();
      place.ends = undefined;
      lost(place, 'accepted, then reset');
      let clock = 0;
      vi.spyOn(performance, 'now').mockImplementation(() => clock);
      place.once(creation, () => {
        clock += 6000;
      });
      expect(await runHook(place.cluster, 'pre', hook, contextFor().context)).toEqual(wording('pre', '5 s'));
      expect(place.objects.has(path)).toBe(false);
    });

    it('is created again if it does not', async () => {
      const place = new Place();
      place.fail({ ...creation, times: 3 }, 503);
      expect(await runHook(place.cluster, 'pre', hook, contextFor().context)).toBeUndefined();
      expect(jobsOf(place)).toHaveLength(1);
    });

    it.each([5000, 50])('is given up after a time, with the last answer: within %i ms', async within => {
      const place = new Place();
      place.fail(creation, 500);
      const running = () => runHook(place.cluster, 'pre', { ...hook, within }, contextFor().context);
      expect(await sentence(running)).toEqual(wording('jobs in namespace shop', '500'));
      expect(jobsOf(place)).toEqual([]);
    });
  });

  it('is deleted when its time is over', async () => {
    const place = new Place();
    place.ends = undefined;
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    place.once({ verb: 'create', path: '/jobs' }, () => {
      clock += 6000;
    });
    expect(await runHook(place.cluster, 'pre', hook, contextFor().context)).toEqual(wording('pre', '5 s'));
    expect(place.objects.has(path)).toBe(false);
  });

  it('has its time but once, with the wait for the Job of an earlier release', async () => {
    const place = new Place();
    place.ends = undefined;
    await place.cluster.create(path.replace(/\/[^/]+$/, ''), hookJob(hook.job, options));
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    place.once({ verb: 'get', path: '/jobs/' }, () => {
      clock += 4000;
      place.ends = 'Complete';
      place.end(path);
      place.ends = undefined;
    });
    place.once({ verb: 'create', path: '/jobs' }, () => {
      clock += 2000;
      setTimeout(() => {
        if (!place.objects.has(path)) return;
        place.ends = 'Complete';
        place.end(path);
      }, 500);
    });
    expect(await runHook(place.cluster, 'pre', hook, contextFor().context)).toEqual(wording('pre', '5 s'));
    expect(place.objects.has(path)).toBe(false);
  });

  it('names its newest pod in its failure', async () => {
    const place = new Place();
    const failed = (name: string, second: number, exitCode: number) =>
      place.put(pathOf(resources.pod, 'shop', name), {
        metadata: {
          labels: { 'batch.kubernetes.io/controller-uid': place.objects.get(path)?.metadata?.uid ?? '' },
          creationTimestamp: `2026-01-01T00:00:0${second}Z`,
        },
        status: { containerStatuses: [{ name: 'migrate', state: { terminated: { exitCode } } }] },
      } as never);
    place.controllers.length = 0;
    place.controllers.push((_, object) => {
      if (object?.kind !== 'Job' || object.status !== undefined) return;
      failed('shop-z', 1, 3);
      failed('shop-a', 2, 4);
      failed('shop-m', 0, 5);
      place.put(path, { ...object, status: { conditions: [{ type: 'Failed', status: 'True' }] } });
    });
    expect(await runHook(place.cluster, 'pre', hook, contextFor().context)).toEqual(
      wording('pre', 'migrate', '4', 'shop-a'),
    );
  });

  it('is left to its deadline when the run is cancelled', async () => {
    const place = new Place();
    place.ends = undefined;
    const cancel = new AbortController();
    const running = runHook(place.cluster, 'pre', hook, contextFor({ signal: cancel.signal }).context);
    setTimeout(() => cancel.abort(), 20);
    expect(await running).toEqual(wording('Job/slipway-shop-pre'));
    expect(place.objects.has(path)).toBe(true);
  });

  it('has the status of its conditions', () => {
    const job = (type: string) =>
      ({ status: { conditions: [{ type, status: 'True', message: 'why' }] } }) as Job;
    expect(stateOfJob(job('Complete')).state).toBe('complete');
    expect(stateOfJob(job('Failed'))).toMatchObject({ state: 'failed', reason: 'why' });
    expect(stateOfJob({} as Job).state).toBe('running');
  });
});

describe('a hook that is a command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hook-'));
  const logged = async (run: string, within = 5000, changes: Changes = {}) => {
    const file = join(folder, 'log');
    writeFileSync(file, '');
    const log = openSync(file, 'a');
    const place = new Place();
    const { context } = contextFor({
      hookSetup: { folder, log, quote: (_, work) => work(() => undefined) },
      ...changes,
    });
    const failed = await runHook(place.cluster, 'pre', { run, within }, context);
    closeSync(log);
    return { failed, text: readFileSync(file, 'utf8'), place, context };
  };

  it('gets the release in its variables, whatever their values', async () => {
    const images = { shop: '$(touch /tmp/never); `id`' };
    const { failed, text } = await logged('echo "$SLIPWAY_RELEASE $SLIPWAY_BASELINE $SLIPWAY_IMAGES"', 5000, {
      record: { images },
    });
    expect(failed).toBeUndefined();
    expect(text.trim()).toBe('7 6 {"shop":"$(touch /tmp/never); `id`"}');
  });

  it('fails with its exit code, and when its time is over', async () => {
    expect((await logged('exit 4')).failed).toEqual(wording('pre', '4'));
    expect((await logged('sleep 30', 100)).failed).toEqual(wording('pre'));
  });

  it('is not run again for the same work', async () => {
    const run = 'echo once >> marker';
    const { place, context } = await logged(run);
    expect(place.created).toEqual([]);
    const again = { ...context, hookSetup: { ...context.hookSetup, log: 2 } };
    await runHook(place.cluster, 'pre', { run, within: 5000 }, again);
    expect(readFileSync(join(folder, 'marker'), 'utf8')).toBe('once\n');
    await runHook(
      place.cluster,
      'pre',
      { run, within: 5000 },
      {
        ...again,
        previous: 7 as never,
      },
    );
    expect(readFileSync(join(folder, 'marker'), 'utf8')).toBe('once\nonce\n');
  });

  it('has a documented environment', () => {
    expect(environmentOfHook('post', contextFor({ record: { baseline: undefined } }).context)).toEqual({
      SLIPWAY_HOOK: 'post',
      SLIPWAY_APP: 'shop',
      SLIPWAY_ENVIRONMENT: 'production',
      SLIPWAY_NAMESPACE: 'shop',
      SLIPWAY_RELEASE: '7',
      SLIPWAY_BASELINE: '',
      SLIPWAY_IMAGES: `{"shop":"ghcr.io/acme/shop@${digest}"}`,
    });
  });
});

describe('the file of a hook', () => {
  it('holds exactly one Job', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hook-'));
    writeFileSync(join(folder, 'a.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n');
    expect(
      await sentence(() => loadHooks(folder, { pre: { job: 'a.yaml', timeout: 1 as Duration } })),
    ).toEqual(wording('pre', 'a.yaml', 'batch/v1'));
    writeFileSync(join(folder, 'b.yaml'), 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: b}\n');
    expect(await loadHooks(folder, { post: { job: 'b.yaml', timeout: 1 as Duration } })).toMatchObject({
      post: { manifest: { name: 'b' }, within: 1 as Duration },
    });
    expect(await loadHooks(folder)).toEqual({});
  });
});
