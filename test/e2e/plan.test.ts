import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resources } from '../../src/cluster/resources.ts';
import {
  accountKubeconfig,
  auditMark,
  createShop,
  eventually,
  image,
  type Manifest,
  pushForeign,
  pushShops,
  repository,
  root,
  type Shop,
  untilAllowed,
  writesSince,
} from './harness.ts';

const plan = (...more: string[]) => ['plan', '--environment', 'production', ...more];
const everything = ['ConfigMap/shop', 'Deployment/shop', 'HTTPRoute/shop', 'PodDisruptionBudget/shop'];
const all = [...everything, 'Secret/shop', 'Service/shop'];

interface Changes {
  create: string[];
  change: string[];
  same: string[];
}

describe('a plan', () => {
  let shop: Shop;
  beforeAll(async () => {
    await pushShops();
    shop = await createShop('plan');
  });
  afterAll(async () => {
    await shop?.remove();
  });

  const changesOf = (text: string | undefined): Changes => {
    const changes = JSON.parse(text ?? '') as Changes;
    for (const list of Object.values(changes) as string[][]) list.sort();
    return changes;
  };

  it('without an environment reads no cluster', async () => {
    const run = await shop.slipway(['plan'], { KUBECONFIG: '/dev/null' });
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass', reason: '' } });
    expect(run.stderr).toContain('production: not covered: ');
    await shop.configure(text => text.replace('Deployment/shop', 'Deployment/shop2'));
    const wrong = await shop.slipway(['plan'], { KUBECONFIG: '/dev/null' });
    expect(wrong.stderr).toMatch(/^slipway: the manifests do not contain Deployment\/shop2 \(only shop\)\. /);
    await shop.configure(text => text.replace('Deployment/shop2', 'Deployment/shop'));
  });

  it('of a first release creates everything, and writes nothing', async () => {
    const mark = await auditMark();
    const run = await shop.slipway(plan('--images', image('v1')));
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass', reason: '' } });
    expect(changesOf(run.outputs.changes)).toEqual({ create: all, change: [], same: [] });
    expect(run.stderr).toContain('this would be the first release, number 1');
    expect(run.stderr).not.toContain('example-only');
    expect(await writesSince(mark, shop.user)).toEqual([]);
    expect(await shop.kubectl(['get', 'deployments,services,leases', '--output=name'])).toBe('');
  });

  it('after that release has nothing to change, with the live digests', async () => {
    const deployed = await shop.deploy('v1');
    expect(deployed.code, deployed.stderr).toBe(0);
    const run = await shop.slipway(plan());
    expect(changesOf(run.outputs.changes)).toEqual({ create: [], change: [], same: all });
    expect(run.stderr).toMatch(/^image shop: \S+@sha256:\w{12} \(live now\)$/m);
  });

  it('shows exactly the changes of the next release, and no value of a Secret', async () => {
    await shop.edit('ConfigMap', ({ data }) => {
      data.GREETING = 'Ahoy';
    });
    await shop.edit('Secret', ({ stringData }) => {
      stringData['api-key'] = 'hunter2-hunter2';
    });
    await shop.edit('Service', ({ spec }) => {
      spec.ports[0].appProtocol = 'http';
    });
    await writeFile(
      join(shop.dir, 'deploy/account.yaml'),
      JSON.stringify({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'more' } }),
    );
    const mark = await auditMark();
    const run = await shop.slipway(plan('--images', image('v2')));
    expect(await writesSince(mark, shop.user)).toEqual([]);
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    expect(changesOf(run.outputs.changes)).toEqual({
      create: ['ServiceAccount/more'],
      change: ['ConfigMap/shop', 'Deployment/shop', 'Secret/shop', 'Service/shop'],
      same: ['HTTPRoute/shop', 'PodDisruptionBudget/shop'],
    });
    const lines = run.stderr.split('\n').filter(line => /^ {2}[-+]/.test(line));
    expect(lines).toEqual([
      '  - data.GREETING: "Welcome to the shop"',
      '  + data.GREETING: "Ahoy"',
      '  - data.api-key: (not shown)',
      '  + data.api-key: (not shown)',
      expect.stringMatching(
        /^ {2}- spec\.template\.spec\.containers\[shop\]\.envFrom\[0\]\.configMapRef\.name: "shop-\w+"$/,
      ),
      expect.stringMatching(
        /^ {2}\+ spec\.template\.spec\.containers\[shop\]\.envFrom\[0\]\.configMapRef\.name: "shop-\w+"$/,
      ),
      expect.stringMatching(/^ {2}- spec\.template\.spec\.containers\[shop\]\.image: ".*@sha256:\w{64}"$/),
      expect.stringMatching(/^ {2}\+ spec\.template\.spec\.containers\[shop\]\.image: ".*@sha256:\w{64}"$/),
      expect.stringMatching(
        /^ {2}- spec\.template\.spec\.volumes\[secret\]\.secret\.secretName: "shop-\w+"$/,
      ),
      expect.stringMatching(
        /^ {2}\+ spec\.template\.spec\.volumes\[secret\]\.secret\.secretName: "shop-\w+"$/,
      ),
      '  + spec.ports[http].appProtocol: "http"',
    ]);
    for (const value of ['hunter2', Buffer.from('hunter2-hunter2').toString('base64'), 'example-only']) {
      expect(run.stdout + run.stderr).not.toContain(value);
    }
    const deployed = await shop.deploy('v2');
    expect(deployed, deployed.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    const after = await shop.slipway(plan());
    expect(changesOf(after.outputs.changes)).toEqual({
      create: [],
      change: [],
      same: [...all, 'ServiceAccount/more'].sort(),
    });
  });

  it('leaves the number of pods to an autoscaler', async () => {
    const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' };
    await shop.apply({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'shop' },
      spec: { scaleTargetRef: target, minReplicas: 3, maxReplicas: 5 },
    });
    const run = await shop.slipway(plan());
    expect(changesOf(run.outputs.changes)).toMatchObject({ change: [] });
    expect(run.stderr).toContain('spec.replicas is left to HorizontalPodAutoscaler/shop');
    await shop.kubectl(['delete', 'hpa', 'shop']);
  });

  it('as a step writes its outputs and a summary with a diff', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'step-'));
    const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
    for (const file of Object.values(files)) await writeFile(file, '');
    const run = spawnSync(process.execPath, [join(root, 'dist/plan/index.js')], {
      cwd: shop.dir,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        KUBECONFIG: shop.kubeconfig,
        ...files,
        INPUT_ENVIRONMENT: 'production',
        INPUT_IMAGES: image('v1'),
      },
      encoding: 'utf8',
    });
    expect(run.status, run.stdout + run.stderr).toBe(0);
    const summary = await readFile(files.GITHUB_STEP_SUMMARY, 'utf8');
    expect(summary).toMatch(/^### ✅ Plan: shop → production\n/);
    expect(summary).toMatch(/```diff\n# Deployment\/shop\n- .*\n\+ .*\n```/);
    expect(await readFile(files.GITHUB_OUTPUT, 'utf8')).toMatch(/verdict<<.*\npass\n/);
    await rm(folder, { recursive: true });
  });

  /** Deploy refuses each with the same sentence. */
  it.each<[string, (shop: Shop) => Promise<unknown>, string, RegExp]>([
    [
      'a paused workload',
      made => made.kubectl(['rollout', 'pause', 'deployment/shop']),
      image('v1'),
      /^Deployment\/shop is paused\. Resume it/,
    ],
    [
      'an image for other nodes',
      async made => {
        await made.kubectl(['rollout', 'resume', 'deployment/shop']);
        await pushForeign('foreign');
      },
      image('foreign'),
      /^image shop is built for linux\/arm64, but nodes run linux\/amd64\. /,
    ],
    [
      'an image that does not exist',
      async () => {},
      image('v99'),
      /^image shop: the registry has no .*:v99\. /,
    ],
    [
      'a quota without room',
      async made => {
        await made.apply({
          apiVersion: 'v1',
          kind: 'ResourceQuota',
          metadata: { name: 'tight' },
          spec: { hard: { pods: '4' } },
        });
        const used = ['get', 'resourcequota/tight', '--output=jsonpath={.status.used.pods}'];
        await eventually(async () => (await made.kubectl(used)) === '3');
      },
      image('v1'),
      /^ResourceQuota\/tight allows pods up to 4 \(3 in use\), but /,
    ],
    [
      'an object that the cluster refuses',
      async made => {
        await made.kubectl(['delete', 'resourcequota', 'tight']);
        await made.edit('Service', ({ spec }: Manifest) => {
          spec.ports[0].port = 99_999;
        });
      },
      image('v1'),
      /^the cluster refuses Service\/shop: .*\. Correct deploy\/service\.yaml\.$/,
    ],
  ])('fails for %s, as deploy does', async (_, make, images, expected) => {
    await make(shop);
    const mark = await auditMark();
    const run = await shop.slipway(plan('--images', images));
    expect(run, run.stderr).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
    expect(run.outputs.reason).toMatch(expected);
    const deployed = await shop.slipway(['deploy', '--environment', 'production', '--images', images]);
    expect(deployed.stderr.replace(/^[^s].*\n/gm, '')).toBe(`slipway: ${run.outputs.reason}\n`);
    expect(await writesSince(mark, shop.user)).toEqual([]);
  });

  it('by a user with few permissions lists the missing ones, and shows the rest', async () => {
    await shop.edit('Service', ({ spec }) => {
      spec.ports[0].port = 80;
    });
    const { namespace, cluster } = shop;
    const KUBECONFIG = await accountKubeconfig(cluster, namespace, 'reader', shop.dir);
    await cluster.create(`/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/rolebindings`, {
      metadata: { name: 'reader' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
      subjects: [{ kind: 'ServiceAccount', name: 'reader', namespace }],
    });
    const reader = `system:serviceaccount:${namespace}:reader`;
    await untilAllowed(cluster, reader, { verb: 'list', resource: 'pods', namespace });
    const run = await shop.slipway(plan(), { KUBECONFIG });
    expect(run, run.stderr).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
    expect(run.outputs.reason).toMatch(
      /^the credential is not allowed to .* in namespace .*\. Grant the permission with a Role/,
    );
    expect(run.stderr).toContain(`missing permission: patch ${resources.deployment.plural}.apps`);
    expect(run.stderr).toMatch(/^permissions: \d+ of \d+ granted$/m);
    expect(run.stderr).toContain(`credential authenticates as system:serviceaccount:${namespace}:reader`);
    expect(run.stderr.match(/^a release would be refused: /gm)).toHaveLength(1);
  });

  it('lists images that are not pinned', async () => {
    await shop.edit('Deployment', ({ spec }) => {
      spec.template.spec.initContainers = [
        { name: 'init', image: `${repository}-other:1`, command: ['true'] },
      ];
    });
    const run = await shop.slipway(plan());
    expect(run.stderr).toContain(
      `not covered: image ${repository}-other:1 of Deployment/shop is not in slipway.yml`,
    );
  });
});
