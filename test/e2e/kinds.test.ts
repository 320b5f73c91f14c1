import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { CronJob, DaemonSet, Job, Pod, PodTemplate, StatefulSet } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import {
  auditMark,
  createShop,
  eventually,
  image,
  type Manifest,
  pushShops,
  type Run,
  repository,
  type Shop,
  workflow,
  writesSince,
} from './harness.ts';
import { become } from './kinds.ts';
import { act, eventNotes, rolloutOf } from './progressive.ts';

/** The shop as a StatefulSet, as a DaemonSet, and with workers of other kinds. */

const good = (run: Run) => {
  if (run.code !== 0) throw new Error(run.stderr);
  return run;
};

const setData = (shop: Shop, data: Record<string, string | undefined>) =>
  shop.edit('ConfigMap', object => {
    for (const [name, value] of Object.entries(data)) {
      if (value === undefined) delete object.data[name];
      else object.data[name] = value;
    }
  });

/** Expects that deploy is refused with the sentence and writes nothing. */
async function refused(shop: Shop, sentence: RegExp): Promise<void> {
  const mark = await auditMark();
  const run = await shop.deploy('v2');
  expect(run, run.stderr).toMatchObject({ code: 1, outputs: { state: 'refused' } });
  expect(run.outputs.reason).toMatch(sentence);
  const planned = await shop.slipway(['plan', '--environment', 'production', '--images', image('v2')]);
  expect(planned.code).toBe(1);
  expect(planned.stdout + planned.stderr).toMatch(new RegExp(sentence.source.replace(/^\^|\$$/g, '')));
  expect(await writesSince(mark, shop.user)).toEqual([]);
}

beforeAll(pushShops, 120_000);

describe('a StatefulSet', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop('stateful', own =>
      become(own, 'StatefulSet', ({ spec }) => {
        spec.serviceName = 'shop';
      }),
    );
  }, 120_000);
  afterAll(() => shop?.remove());

  const live = async (): Promise<StatefulSet> => {
    const found = await shop.cluster.get<StatefulSet>(pathOf(resources.statefulSet, shop.namespace, 'shop'));
    if (found === undefined) throw new Error('there is no StatefulSet/shop');
    return found;
  };
  /** Returns the revision and readiness of each pod. */
  const pods = async () =>
    (await shop.pods()).map(({ metadata, status }: Pod) => ({
      name: metadata?.name,
      revision: metadata?.labels?.['controller-revision-hash'],
      ready: status?.conditions?.find(({ type }) => type === 'Ready')?.status,
    }));
  let first: StatefulSet;
  let second: StatefulSet;

  it('cannot be released as blue-green: that is refused before anything is written', async () => {
    await shop.configure(text =>
      text.replace('{ rolling: { deadline: 2m } }', '{ blue-green: { watchdog: off } }'),
    );
    const mark = await auditMark();
    for (const run of [await shop.deploy('v1'), await act(shop, 'plan')]) {
      expect(run.code).toBe(1);
      expect(run.stderr).toMatch(
        /environments\.production\.strategy is blue-green, which needs a Deployment, because StatefulSet\/shop cannot run beside a copy of itself\. Write `strategy: \{rolling: \{\}\}`/,
      );
    }
    expect(await writesSince(mark, shop.user)).toEqual([]);
    await shop.configure(text =>
      text.replace('{ blue-green: { watchdog: off } }', '{ rolling: { deadline: 2m } }'),
    );
  }, 60_000);

  it('is created by a first release, which is verified', async () => {
    const planned = good(
      await shop.slipway(['plan', '--environment', 'production', '--images', image('v1')]),
    );
    expect(planned.stderr).toContain('create StatefulSet/shop');
    expect(good(await shop.deploy('v1')).stderr).toContain('3 of 3 new pods ready');
    await shop.serves('v1');
    good(await act(shop, 'verify'));
    first = await live();
    expect(first.metadata?.annotations?.['slipway.dev/release']).toBe('1');
  }, 180_000);

  it('gets the next release, which its Events report', async () => {
    const planned = good(
      await shop.slipway(['plan', '--environment', 'production', '--images', image('v2')]),
    );
    expect(planned.stdout + planned.stderr).toContain('at most 1 fewer');
    good(await shop.deploy('v2'));
    await shop.serves('v2');
    expect(good(await act(shop, 'verify')).outputs).toMatchObject({ verdict: 'pass', release: '2' });
    second = await live();
    expect(await eventNotes(shop)).toContain('Release 2 receives all traffic');
    const events = await shop.kubectl(['get', 'events.events.k8s.io', '-o', 'json']);
    expect(events).toContain('"kind": "StatefulSet"');
    expect(good(await act(shop, 'status')).stderr).toContain('release 2 of shop is live');
  }, 180_000);

  it('that crashes is rolled back, with the pod that would block its controller', async () => {
    await setData(shop, { FAULT_ERROR_RATE: 'lots' });
    const run = await shop.deploy('v1');
    expect(run, run.stderr).toMatchObject({ code: 1, outputs: { state: 'rolled-back', baseline: '2' } });
    expect(run.outputs.reason).toMatch(
      /^container shop crashes repeatedly \(exit code 2.*, pod shop-2\); its last message: shop: FAULT_ERROR_RATE must/,
    );
    expect(run.stderr).toMatch(/^deleting Pod\/shop-2: it is not ready, and StatefulSet\/shop waits for it/m);
    const after = await live();
    expect(after.spec?.template).toEqual(second.spec?.template);
    // The same revision as before, so no pod has another.
    expect(after.status?.updateRevision).toBe(second.status?.updateRevision);
    const revision = second.status?.updateRevision;
    expect(await pods()).toEqual(
      ['shop-0', 'shop-1', 'shop-2'].map(name => ({ name, revision, ready: 'True' })),
    );
    await shop.serves('v2');
    good(await act(shop, 'verify'));
  }, 240_000);

  it('whose run was killed is rolled back by the next run, with that pod', async () => {
    await setData(shop, { FAULT_ERROR_RATE: undefined, FAULT_NEVER_READY: '1' });
    const run = workflow('ada', 7);
    const args = ['deploy', '--environment', 'production', '--images', image('v1')];
    const killed = shop.start(args, { ...run, TMPDIR: shop.dir });
    await killed.said(/^0 of 3 new pods ready/);
    await eventually(async () =>
      (await pods()).some(each => each.revision !== second.status?.updateRevision && each.ready === 'False'),
    );
    killed.child.kill('SIGKILL');
    await killed.done;
    const rolledBack = await shop.slipway(
      ['rollback', '--environment', 'production', '--from-release', 'run'],
      run,
    );
    expect(rolledBack, rolledBack.stderr).toMatchObject({
      code: 0,
      outputs: { release: '2', state: 'complete' },
    });
    expect(rolledBack.stderr).toMatch(/^deleting Pod\/shop-2: it is not ready/m);
    expect((await live()).status?.updateRevision).toBe(second.status?.updateRevision);
    expect(await rolloutOf(shop)).toMatchObject({ phase: 'rolled-back' });
    await shop.serves('v2');
  }, 240_000);

  it('is rolled back to a release by its number, byte for byte', async () => {
    await setData(shop, { FAULT_NEVER_READY: undefined });
    const back = await act(shop, 'rollback', '--to-release', '1');
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { release: '1', state: 'complete' } });
    const after = await live();
    expect(after.spec?.template).toEqual(first.spec?.template);
    expect(after.status?.updateRevision).toBe(first.status?.updateRevision);
    await shop.serves('v1');
    expect((await act(shop, 'rollback', '--to-release', '1')).stderr).toContain('release 1 is live already');
  }, 180_000);

  it.each([
    [
      'OnDelete',
      (spec: Manifest['spec']) => {
        spec.updateStrategy = { type: 'OnDelete' };
      },
      /^StatefulSet\/shop has updateStrategy OnDelete, so its pods keep their version until they are deleted\. Set `updateStrategy: \{type: RollingUpdate\}` in its manifest\.$/,
    ],
    [
      'a partition',
      (spec: Manifest['spec']) => {
        spec.updateStrategy = { type: 'RollingUpdate', rollingUpdate: { partition: 2 } };
      },
      /^StatefulSet\/shop has a partition of 2 in updateStrategy, .*\. Remove `partition` from its manifest, or set it to 0\.$/,
    ],
    [
      'another serviceName',
      (spec: Manifest['spec']) => {
        spec.serviceName = 'other';
      },
      /^the manifest of StatefulSet\/shop changes spec\.serviceName, but this field is immutable\. Restore it in the manifest, or give the StatefulSet a new name in the manifest and in slipway\.yml: the release then creates another StatefulSet, and the old one stays until you delete it\.$/,
    ],
    [
      'other volumes and another podManagementPolicy',
      (spec: Manifest['spec']) => {
        spec.podManagementPolicy = 'Parallel';
        spec.volumeClaimTemplates = [
          {
            metadata: { name: 'data' },
            spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
          },
        ];
      },
      /^the manifest of StatefulSet\/shop changes spec\.podManagementPolicy, spec\.volumeClaimTemplates, but these fields are immutable\. Restore them in the manifest, or give the StatefulSet a new name in the manifest and in slipway\.yml: the release then creates another StatefulSet, and the old one stays until you delete it\.$/,
    ],
  ])('with %s is refused, and nothing is written', async (_, change, sentence) => {
    let before = '';
    await shop.edit('StatefulSet', object => {
      before = JSON.stringify(object.spec);
      change(object.spec);
    });
    await refused(shop, sentence);
    await shop.edit('StatefulSet', object => {
      object.spec = JSON.parse(before);
    });
  });

  it('that an operator has set to OnDelete is refused, although the manifest does not set that', async () => {
    const patch = { spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: null } } };
    await shop.kubectl(['patch', 'statefulset', 'shop', '--type=merge', '-p', JSON.stringify(patch)]);
    await refused(shop, /^StatefulSet\/shop has updateStrategy OnDelete, /);
    const back = { spec: { updateStrategy: { type: 'RollingUpdate' } } };
    await shop.kubectl(['patch', 'statefulset', 'shop', '--type=merge', '-p', JSON.stringify(back)]);
  });

  it('whose pods exceed a quota is rolled back with that reason', async () => {
    await shop.apply({
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'limits' },
      spec: { hard: { 'limits.memory': '384Mi' } },
    });
    await shop.edit('StatefulSet', ({ spec }) => {
      spec.template.spec.containers[0].resources.limits.memory = '130Mi';
    });
    const run = await shop.deploy('v2');
    expect(run, run.stderr).toMatchObject({ code: 1, outputs: { state: 'rolled-back' } });
    expect(run.outputs.reason).toMatch(
      /^the quota of the namespace does not allow the new pods: exceeded quota: limits, /,
    );
    await shop.serves('v1');
    await shop.kubectl(['delete', 'resourcequota', 'limits']);
  }, 240_000);
});

describe('a DaemonSet', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop('daemons', own =>
      become(own, 'DaemonSet', ({ spec }) => {
        delete spec.replicas;
        spec.updateStrategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } };
      }),
    );
  }, 120_000);
  afterAll(() => shop?.remove());

  const live = async (): Promise<DaemonSet> => {
    const found = await shop.cluster.get<DaemonSet>(pathOf(resources.daemonSet, shop.namespace, 'shop'));
    if (found === undefined) throw new Error('there is no DaemonSet/shop');
    return found;
  };
  let second: DaemonSet;

  it('gets a first release and the next one, and both are verified', async () => {
    for (const version of ['v1', 'v2']) {
      expect(good(await shop.deploy(version)).stderr).toContain('3 of 3 new pods ready');
      await shop.serves(version);
      expect(good(await act(shop, 'verify')).outputs).toMatchObject({ verdict: 'pass' });
    }
    second = await live();
    expect(second.spec?.template?.metadata?.labels?.['slipway.dev/track']).toBe('stable');
  }, 240_000);

  it('that crashes is rolled back', async () => {
    await setData(shop, { FAULT_ERROR_RATE: 'lots' });
    const run = await shop.deploy('v1');
    expect(run, run.stderr).toMatchObject({ code: 1, outputs: { state: 'rolled-back', baseline: '2' } });
    expect(run.outputs.reason).toMatch(/^container shop crashes repeatedly \(exit code 2/);
    const after = await live();
    expect(after.spec?.template).toEqual(second.spec?.template);
    expect(after.status).toMatchObject({ updatedNumberScheduled: 3, numberAvailable: 3 });
    await shop.serves('v2');
    await setData(shop, { FAULT_ERROR_RATE: undefined });
  }, 180_000);

  it('is rolled back to a release by its number', async () => {
    const back = await act(shop, 'rollback', '--to-release', '1');
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { release: '1', state: 'complete' } });
    await shop.serves('v1');
  }, 120_000);

  it('with OnDelete is refused, and nothing is written', async () => {
    await shop.edit('DaemonSet', ({ spec }) => {
      spec.updateStrategy = { type: 'OnDelete' };
    });
    await refused(
      shop,
      /^DaemonSet\/shop has updateStrategy OnDelete, .*\. Set `updateStrategy: \{type: RollingUpdate\}`/,
    );
  });
});

describe('a StatefulSet that existed before', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop('adopted', own =>
      become(own, 'StatefulSet', ({ spec }) => {
        spec.serviceName = 'shop';
        spec.podManagementPolicy = 'Parallel';
      }),
    );
  }, 120_000);
  afterAll(() => shop?.remove());

  it('is adopted by the first release, and can be rolled back to its original template', async () => {
    await shop.edit('StatefulSet', ({ spec }) => {
      spec.template.spec.containers[0].image = `${repository}:v1`;
    });
    await shop.kubectl(['apply', '-f', join(shop.dir, 'deploy')]);
    await shop.kubectl(['rollout', 'status', 'statefulset/shop', '--timeout=120s']);
    const path = pathOf(resources.statefulSet, shop.namespace, 'shop');
    const before = await shop.cluster.get<StatefulSet>(path);
    await shop.edit('StatefulSet', ({ spec }) => {
      spec.template.spec.containers[0].image = repository;
    });
    const run = await shop.deploy('v2');
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { release: '1', baseline: '0' } });
    expect(run.stderr).toContain('adopting StatefulSet/shop: its pods are replaced once');
    await shop.serves('v2');
    const back = await act(shop, 'rollback', '--to-release', '0');
    expect(back, back.stderr).toMatchObject({ outputs: { release: '0', changed: 'true' } });
    const after = await shop.cluster.get<StatefulSet>(path);
    expect(after?.spec?.template).toEqual(before?.spec?.template);
    expect(after?.status?.updateRevision).toBe(before?.status?.updateRevision);
    await shop.serves('v1');
  }, 240_000);
});

describe('a StatefulSet and a CronJob as workers', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop('helpers', async own => {
      await own.configure(text =>
        text.replace(
          'workload: Deployment/shop',
          '$&\n    workers: [StatefulSet/shop-queue, CronJob/shop-report]',
        ),
      );
      await writeWorkers(own);
    });
  }, 120_000);
  afterAll(() => shop?.remove());

  async function writeWorkers(own: Shop, env: Record<string, string> = {}): Promise<void> {
    const template = (name: string, more: object) => ({
      metadata: { labels: { app: name } },
      spec: {
        ...more,
        terminationGracePeriodSeconds: 1,
        containers: [
          {
            name: 'worker',
            image: repository,
            envFrom: [{ configMapRef: { name: 'shop' } }],
            env: Object.entries(env).map(([key, value]) => ({ name: key, value })),
          },
        ],
      },
    });
    const queue = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'shop-queue', namespace: own.namespace },
      spec: {
        replicas: 2,
        serviceName: 'shop-queue',
        selector: { matchLabels: { app: 'shop-queue' } },
        template: template('shop-queue', {}),
      },
    };
    const report = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'shop-report', namespace: own.namespace },
      spec: {
        schedule: '0 0 1 1 *',
        jobTemplate: { spec: { template: template('shop-report', { restartPolicy: 'Never' }) } },
      },
    };
    await writeFile(
      join(own.dir, 'deploy/workers.yaml'),
      [queue, report].map(each => stringify(each)).join('---\n'),
    );
  }

  const containerOf = (template: PodTemplate | undefined) => {
    const { image = '', envFrom } = template?.spec?.containers[0] ?? {};
    return { image, configuration: envFrom?.[0]?.configMapRef?.name };
  };
  /** Expects that workload and workers have the same image and configuration. @returns the image. */
  async function together(): Promise<string> {
    const { namespace, cluster } = shop;
    const queue = await cluster.get<StatefulSet>(pathOf(resources.statefulSet, namespace, 'shop-queue'));
    const report = await cluster.get<CronJob>(pathOf(resources.cronJob, namespace, 'shop-report'));
    const own = containerOf((await shop.deployment()).spec?.template);
    expect(containerOf(queue?.spec?.template)).toEqual(own);
    expect(containerOf(report?.spec?.jobTemplate.spec?.template)).toEqual(own);
    return own.image;
  }
  const jobs = async () =>
    (await shop.cluster.list<Job>(pathOf(resources.job, shop.namespace))).items.map(
      ({ metadata, spec, status }) => ({
        name: metadata?.name,
        uid: metadata?.uid,
        image: containerOf(spec?.template).image,
        active: status?.active,
      }),
    );
  let v1: string;
  let v2: string;

  it('are created by a first release when the workload is ready', async () => {
    const planned = await act(shop, 'plan');
    expect(planned.stderr).toContain(
      'create CronJob/shop-report (for its next run, once the workload is ready)',
    );
    const { stderr } = good(await shop.deploy('v1'));
    expect(stderr).toContain('applying release 1 to CronJob/shop-report');
    v1 = await together();
    expect(good(await act(shop, 'verify')).stderr).toContain(
      'CronJob/shop-report names the right images; its pods cannot be verified before its next run',
    );
    expect((await act(shop, 'status')).stderr).toContain(
      '(workers: StatefulSet/shop-queue at release 1, CronJob/shop-report at release 1)',
    );
  }, 180_000);

  it('follow the next release, and a running Job is left alone', async () => {
    await shop.kubectl(['create', 'job', '--from=cronjob/shop-report', 'running']);
    await eventually(async () => (await jobs())[0]?.active === 1);
    const before = await jobs();
    good(await shop.deploy('v2'));
    v2 = await together();
    expect(v2).not.toBe(v1);
    expect(await jobs()).toEqual(before);
    expect(before[0]?.image).toBe(v1);
  }, 180_000);

  it('are rolled back with a release whose worker crashes, and by a rollback', async () => {
    const before = await jobs();
    await writeWorkers(shop, { FAULT_ERROR_RATE: 'lots' });
    const crashed = await shop.deploy('v1');
    expect(crashed, crashed.stderr).toMatchObject({ code: 1, outputs: { state: 'rolled-back' } });
    // The first pod is ready for a moment before it crashes, so the second one may be reported first.
    expect(crashed.outputs.reason).toMatch(/\bpod shop-queue-[01]\)/);
    expect(await together()).toBe(v2);
    const queue = pathOf(resources.statefulSet, shop.namespace, 'shop-queue');
    await eventually(
      async () => (await shop.cluster.get<StatefulSet>(queue))?.status?.availableReplicas === 2,
    );
    const back = await act(shop, 'rollback', '--to-release', '1');
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { release: '1', state: 'complete' } });
    expect(await together()).toBe(v1);
    expect(await jobs()).toEqual(before);
  }, 240_000);
});
