import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActRun, type Consumer, type Consuming, createConsuming, oneStep, wrapperOf } from '../act.ts';
import { type Cloud, connectAction, loginAction, plugin, startCloud } from '../cloud.ts';
import { type Front, startFront } from '../front.ts';
import { eventually, type Shop, writeKubeconfig } from '../harness.ts';

/** A consumer in a cloud: no stored secret, and credentials that end in the middle of the run. */

let consuming: Consuming;
let shop: Shop;
let consumer: Consumer;
let cloud: Cloud;
let front: Front;
let dumps: string;

beforeAll(async () => {
  consuming = await createConsuming('cloud');
  ({ shop, consumer } = consuming);
  cloud = await startCloud(shop);
  const [registry = ''] = consuming.images.split('/');
  front = await startFront(registry);
  front.serve = cloud.guard;
  dumps = join(shop.dir, '..', `${shop.namespace}-dumps`);
  await mkdir(dumps);
  await shop.configure(text =>
    text
      .replace('args: { VERSION: act-1 }', `args: { VERSION: act-1 }, mirrors: ["${front.host}/e2e/cloud"]`)
      .replace('    strategy:', `    hooks: { pre: { run: "env > ${dumps}/hook" } }\n    strategy:`),
  );
  await slowly();
  await consumer.write('cloud/token.sh', plugin(cloud.address));
  const kubeconfig = join(consumer.dir, 'cloud/kubeconfig.json');
  await writeKubeconfig(kubeconfig, () => undefined);
  const config = JSON.parse(await readFile(kubeconfig, 'utf8')) as { users: { user: object }[] };
  const exec = {
    apiVersion: 'client.authentication.k8s.io/v1',
    ...{ command: 'sh', args: [join(consumer.dir, 'cloud/token.sh')], interactiveMode: 'Never' },
  };
  config.users[0]!.user = { exec };
  await writeFile(kubeconfig, JSON.stringify(config));
  await consumer.write('.github/slipway/login/action.yml', loginAction(cloud.address, front.host, dumps));
  await consumer.write('.github/slipway/connect/action.yml', connectAction(kubeconfig, dumps));
  for (const [name, value] of Object.entries(cloud.job)) consumer.addVariable(name, value);
  const wrapper = await wrapperOf('push.yml');
  await consumer.write('.github/workflows/push.yml', wrapper.split('    secrets:\n')[0] ?? '');
}, 180_000);

afterAll(async () => {
  cloud?.stop();
  await front?.stop();
  if (dumps !== undefined) await rm(dumps, { recursive: true });
  await consuming?.remove();
});

/** Makes a pod start so slowly that a credential ends meanwhile: the API server keeps what it knows of a token for ten seconds. */
async function slowly() {
  await shop.edit('ConfigMap', ({ data }) => {
    data.FAULT_SLOW_START = '40';
  });
  await shop.edit('Deployment', ({ spec }) => {
    spec.progressDeadlineSeconds = 170;
    spec.template.spec.containers[0].startupProbe.failureThreshold = 160;
  });
  await shop.configure(text => text.replace('deadline: 2m', 'deadline: 3m'));
}

/** Pushes, and ends the credentials of the cluster while the pods of the new version start. */
async function pushed(): Promise<{ run: ActRun; before: number }> {
  const generation = (await shop.deployment().catch(() => undefined))?.metadata?.generation ?? 0;
  let ended = false;
  const running = consumer.push().finally(() => {
    ended = true;
  });
  await eventually(async () => {
    const deployment = await shop.deployment().catch(() => undefined);
    return ended || (deployment?.metadata?.generation ?? 0) > generation;
  }, 400_000);
  await cloud.expireCluster();
  const before = cloud.given.cluster;
  return { run: await running, before };
}

/** Neither the log nor the environment of a job has anything that the cloud gave out. */
async function showsNoSecret(run: ActRun) {
  const names = await readdir(dumps);
  const texts = await Promise.all(names.map(name => readFile(join(dumps, name), 'utf8')));
  const places = [['log', run.log] as const, ...names.map((name, at) => [name, texts[at] ?? ''] as const)];
  const found = places.flatMap(([place, text]) =>
    [...cloud.secrets].filter(value => text.includes(value)).map(() => place),
  );
  expect(found).toEqual([]);
  return names.sort();
}

describe('pipeline.yml in a cloud', () => {
  it('releases with credentials that end during the run, by the purposes of its jobs', async () => {
    const { run, before } = await pushed();
    expect(run.code, run.log.slice(-3000)).toBe(0);
    expect(run.jobs).toMatchObject({ push: 'succeeded', rollout: 'succeeded' });
    expect(cloud.given.cluster).toBeGreaterThan(before);
    await shop.serves('act-1');

    // A password lasts for twelve requests, and an image needs more.
    expect(cloud.given.registry.filter(purpose => purpose === 'push').length).toBeGreaterThan(1);
    expect(new Set(cloud.given.registry)).not.toContain('candidate');
    const tags = await fetch(`http://${consuming.images.split('/')[0]}/v2/e2e/cloud/tags/list`);
    expect(((await tags.json()) as { tags: string[] }).tags.length).toBeGreaterThan(0);

    const names = await showsNoSecret(run);
    expect(names).toEqual(expect.arrayContaining(['hook', 'push-connect', 'push-login', 'rollout-connect']));
    expect(names).not.toContain('test-login');
  }, 900_000);
});

describe('one step in a cloud', () => {
  it('releases with the same two actions as earlier steps', async () => {
    const logins = `    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      - uses: ./.github/slipway/login
        with: { purpose: push, identity: 'true' }
      - uses: ./.github/slipway/connect
        with: { environment: production }
`;
    await consumer.write(
      '.github/workflows/push.yml',
      oneStep.replace('    steps:\n', logins).replace(/^ *kubeconfig: .*\n/m, ''),
    );
    await shop.configure(text => text.replace('VERSION: act-1', 'VERSION: act-2'));
    const { run, before } = await pushed();
    expect(run.code, run.log.slice(-3000)).toBe(0);
    expect(run.outputs).toMatchObject({ 'release.outcome': 'success' });
    expect(cloud.given.cluster).toBeGreaterThan(before);
    await shop.serves('act-2');
    await showsNoSecret(run);
  }, 900_000);
});
