import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import type { Load } from '../../scripts/load.ts';
import { loadManifests } from '../../src/cluster/manifests.ts';
import type { ConfigMap } from '../../src/cluster/objects.ts';
import { Discovery, pathOf, type Resource, resources } from '../../src/cluster/resources.ts';
import { loadConfig } from '../../src/config/load.ts';
import {
  nameOfPermission,
  optionalPermissions,
  type Permission,
  permissionsFor,
} from '../../src/release/permissions/access.ts';
import { addChecksum } from '../../src/release/store/checksums.ts';
import type { ReleaseRecord } from '../../src/release/store/schema.ts';
import { watchdogRole } from '../../src/release/watchdog/watchdog.ts';
import { rolesFor } from '../../src/setup/roles.ts';
import {
  accountKubeconfig,
  auditMark,
  createShop,
  pushShops,
  repository,
  root,
  type Shop,
  writesSince,
} from './harness.ts';
import { become } from './kinds.ts';
import { failedRequests, loadOn } from './load.ts';
import {
  accountWith,
  deployArgs,
  expectEachMissed,
  permissionsOf,
  removeWide,
  rollbackArgs,
  userOf,
  verifyArgs,
} from './permissions.ts';
import { canaryShop, nothingLeft, observed } from './progressive.ts';

describe('the permissions that a release needs', () => {
  let shop: Shop;
  let permissions: Permission[];
  beforeAll(async () => {
    await pushShops();
    shop = await createShop('permissions');
    permissions = await permissionsOf(shop);
  });
  afterAll(async () => {
    await removeWide(shop);
    await shop?.remove();
  });

  it('suffice for a first release that fails and is removed', async () => {
    const env = await accountWith(shop, 'exact', permissions);
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_ERROR_RATE = 'lots';
    });
    const run = await shop.slipway(deployArgs('v1'), env);
    expect(run).toMatchObject({ code: 1, outputs: { release: '1', state: 'rolled-back' } });
    // The last message needs the permission to read logs; without that permission, the diagnosis leaves it out.
    expect(run.outputs.reason).toMatch(
      /exit code 2.*its last message: shop: FAULT_ERROR_RATE must be a number/,
    );
    expect(run.stderr).toMatch(/^removing Deployment\/shop$/m);
    const left = await shop.kubectl(['get', 'deployments,services,pdb,httproutes', '--output=name']);
    expect(left.trim()).toBe('');
  });

  it('suffice for deploy, verify and rollback, and to remove old releases', async () => {
    const env = { KUBECONFIG: join(shop.dir, 'exact.kubeconfig') };
    await shop.edit('ConfigMap', ({ data }) => {
      delete data.FAULT_ERROR_RATE;
    });
    const second = await shop.slipway(deployArgs('v1'), env);
    expect(second.code, second.stderr).toBe(0);
    expect(second).toMatchObject({ code: 0, outputs: { release: '2' } });
    expect(await shop.slipway(verifyArgs, env)).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });

    await oldReleases(3, 14);
    const run = await shop.slipway(deployArgs('v2'), env);
    expect(run).toMatchObject({ code: 0, outputs: { release: '15', baseline: '2', state: 'complete' } });
    const { items } = await shop.cluster.list<ConfigMap>(pathOf(resources.configMap, shop.namespace));
    const names = items.map(({ metadata }) => metadata?.name);
    for (const gone of [1, 3, 4, 5]) expect(names).not.toContain(`slipway-shop-r${gone}`);
    for (const kept of [2, 6, 14, 15]) expect(names).toContain(`slipway-shop-r${kept}`);
    expect(
      await shop.cluster.get(pathOf(resources.secret, shop.namespace, 'shop-old-0123456789')),
    ).toBeUndefined();

    expect(await shop.slipway(rollbackArgs, env)).toMatchObject({
      code: 0,
      outputs: { release: '2', changed: 'true', state: 'complete' },
    });
    await shop.serves('v1');
  });

  /** Creates the records of earlier releases; the oldest shipped a Secret that no other object refers to. */
  async function oldReleases(from: number, to: number): Promise<void> {
    const shipped = [{ kind: 'Secret', name: 'old', copy: 'shop-old-0123456789' }] as const;
    await shop.cluster.create(pathOf(resources.secret, shop.namespace), {
      metadata: {
        name: shipped[0]!.copy,
        labels: { 'slipway.dev/app': 'shop', 'slipway.dev/kind': 'shipped' },
      },
    });
    for (let release = from; release <= to; release += 1) {
      const record: ReleaseRecord = {
        schema: 1,
        app: 'shop',
        environment: 'production',
        release: release as ReleaseRecord['release'],
        source: 'released',
        at: new Date().toISOString(),
        by: { actor: 'ada', run: `run ${release}` },
        token: 0,
        images: {},
        config: {},
        shipped: release === from ? [...shipped] : [],
        manifests: [],
      };
      const text = JSON.stringify(record);
      await addChecksum(
        { cluster: shop.cluster, namespace: shop.namespace, app: 'shop' },
        `r${release}`,
        text,
      );
      await shop.cluster.create(pathOf(resources.configMap, shop.namespace), {
        metadata: {
          name: `slipway-shop-r${release}`,
          labels: { 'slipway.dev/app': 'shop', 'slipway.dev/kind': 'record' },
        },
        data: { record: text },
      });
    }
  }

  it('are different when the checks go through the API server', async () => {
    await shop.configure(text => text.replace('from: gateway', 'from: service'));
    const changed = await permissionsOf(shop);
    const names = changed.map(nameOfPermission);
    expect(names).toContain('get services/proxy');
    expect(names).not.toContain('get gateways.gateway.networking.k8s.io');
    const env = await accountWith(shop, 'service', changed);
    const mark = await auditMark();
    const refused = await shop.slipway([...rollbackArgs, '--to-release', '15'], env);
    expect(refused.stderr, 'the record of that release decides').toMatch(
      /^slipway: the credential is not allowed to get gateways\.gateway\.networking\.k8s\.io in namespace /,
    );
    expect(await writesSince(mark, userOf(shop, 'service'))).toEqual([]);
    expect(await shop.slipway(deployArgs('v1'), env)).toMatchObject({ code: 0, outputs: { release: '16' } });
    expect(await shop.slipway(verifyArgs, env)).toMatchObject({
      code: 0,
      outputs: { verdict: 'pass', release: '16' },
    });
    expect(await shop.slipway(rollbackArgs, env)).toMatchObject({
      code: 0,
      outputs: { release: '16', changed: 'false' },
    });
  });

  for (const [name, args, outputs] of [
    ['verify', verifyArgs, { verdict: 'fail' }],
    ['rollback', rollbackArgs, { state: 'refused' }],
  ] as const) {
    it(`are named by ${name} when they are missing`, async () => {
      const env = {
        KUBECONFIG: await accountKubeconfig(shop.cluster, shop.namespace, `none-${name}`, shop.dir),
      };
      const run = await shop.slipway([...args], env);
      expect(run).toMatchObject({ code: 1, outputs });
      expect(run.stderr).toMatch(
        /^slipway: the credential is not allowed to [^\n]+\. Grant the permission with a Role[^\n]*\n$/,
      );
    });
  }
});

describe('the permissions that a canary needs', () => {
  let shop: Shop;
  let permissions: Permission[];
  let load: Load | undefined;
  beforeAll(async () => {
    await pushShops();
    shop = await canaryShop('canaryrights', 'wide');
    await shop.configure(text =>
      text.replace('watchdog: off', `watchdog: { image: '${process.env.SLIPWAY_KUBECTL_IMAGE}' }`),
    );
    const services = ['shop', 'shop-canary'];
    for (const object of watchdogRole({
      app: 'shop',
      namespace: shop.namespace,
      routes: ['shop'],
      services,
    })) {
      await shop.apply(object);
    }
    permissions = await permissionsOf(shop);
  });
  afterAll(async () => {
    await load?.stop();
    await removeWide(shop);
    await shop?.remove();
  });

  it('suffice from the first release to the promotion of the second', async () => {
    const env = await accountWith(shop, 'exact', permissions);
    const first = await shop.slipway(deployArgs('v1'), env);
    expect(first, first.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    load = loadOn(shop, 100);
    await observed(shop);
    const states = ['prepared', 'passed', 'complete'];
    for (const [index, action] of ['deploy', 'gate', 'promote'].entries()) {
      const args = action === 'deploy' ? deployArgs('v2') : [action, '--environment', 'production'];
      const run = await shop.slipway(args, env);
      expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: states[index] } });
    }
    await nothingLeft(shop);
    await load.stop();
    expect(failedRequests(load)).toEqual([]);
    const verified = await shop.slipway(verifyArgs, env);
    expect(verified, verified.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
  }, 300_000);

  it('are checked one by one: if any single one is missing, nothing is written', async () => {
    await expectEachMissed(shop, permissions);
    expect(permissions.length).toBeGreaterThan(60);
  }, 300_000);

  it('equal those of examples/shop/rbac-canary.yaml', async () => {
    const text = await readFile(join(root, 'examples/shop/rbac-canary.yaml'), 'utf8');
    const { environments } = await loadConfig(join(root, 'examples/shop/slipway-canary.yml'));
    const discovery = new Discovery(shop.cluster);
    const manifests = await loadManifests(join(root, 'examples/shop'), environments.production!.manifests);
    const needed = await Promise.all(
      manifests.map(({ object }) => discovery.find(object.apiVersion, object.kind)),
    );
    const { role, clusterRole, elsewhere } = rolesFor([
      ...permissionsFor(environments.production!, needed as Resource[]),
      ...optionalPermissions(environments.production!).flatMap(({ permissions }) => permissions),
    ]);
    const rulesOf = (kind: string, name: string) =>
      parseAllDocuments(text)
        .map(document => document.toJS() as { kind: string; metadata: { name: string }; rules?: object })
        .filter(object => object.kind === kind && object.metadata.name === name)
        .map(({ rules }) => rules);
    expect(rulesOf('Role', 'slipway:shop')).toEqual([role]);
    expect(rulesOf('ClusterRole', 'slipway:shop:shop')).toEqual([clusterRole]);
    expect(rulesOf('Role', 'slipway:shop:shop')).toEqual(elsewhere.map(each => each.role));
  });
});

describe('the permissions that a StatefulSet and a CronJob need', () => {
  let shop: Shop;
  let permissions: Permission[];
  let more: Permission[];
  beforeAll(async () => {
    await pushShops();
    shop = await createShop('kindrights');
    const names = new Set((await permissionsOf(shop)).map(nameOfPermission));
    await become(shop, 'StatefulSet', ({ spec }) => {
      spec.serviceName = 'shop';
    });
    await shop.configure(text =>
      text.replace('workload: StatefulSet/shop', '$&\n    workers: [CronJob/shop-report]'),
    );
    const labels = { app: 'shop-report' };
    const report = { name: 'report', image: repository, envFrom: [{ configMapRef: { name: 'shop' } }] };
    const template = { metadata: { labels }, spec: { restartPolicy: 'Never', containers: [report] } };
    const schedule = { schedule: '0 0 1 1 *', jobTemplate: { spec: { template } } };
    await writeFile(
      join(shop.dir, 'deploy/report.yaml'),
      stringify({
        apiVersion: 'batch/v1',
        kind: 'CronJob',
        metadata: { name: 'shop-report', namespace: shop.namespace },
        spec: schedule,
      }),
    );
    permissions = await permissionsOf(shop);
    more = permissions.filter(permission => !names.has(nameOfPermission(permission)));
  });
  afterAll(async () => {
    await removeWide(shop);
    await shop?.remove();
  });

  it('are checked one by one: if any single one is missing, nothing is written', async () => {
    expect(more.map(nameOfPermission).sort()).toEqual([
      'create cronjobs.batch',
      'create statefulsets.apps',
      'delete cronjobs.batch',
      'delete pods',
      'delete statefulsets.apps',
      'get cronjobs.batch',
      'get pods',
      'get statefulsets.apps',
      'list controllerrevisions.apps',
      'list cronjobs.batch',
      'list statefulsets.apps',
      'patch cronjobs.batch',
      'patch statefulsets.apps',
      'watch controllerrevisions.apps',
      'watch cronjobs.batch',
      'watch events',
      'watch statefulsets.apps',
    ]);
    expect(permissions.map(nameOfPermission).filter(name => /deployments|replicasets/.test(name))).toEqual(
      [],
    );
    await expectEachMissed(shop, permissions, more);
  });

  it('suffice for releases, for the rollback of one that crashes, and for a rollback', async () => {
    const env = await accountWith(shop, 'exact', permissions);
    for (const version of ['v1', 'v2']) {
      const run = await shop.slipway(deployArgs(version), env);
      expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    }
    expect(await shop.slipway(verifyArgs, env)).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    await shop.edit('ConfigMap', ({ data }) => {
      data.FAULT_ERROR_RATE = 'lots';
    });
    const crashed = await shop.slipway(deployArgs('v1'), env);
    expect(crashed, crashed.stderr).toMatchObject({
      code: 1,
      outputs: { state: 'rolled-back', baseline: '2' },
    });
    expect(crashed.stderr).toMatch(/^deleting Pod\/shop-2/m);
    const back = await shop.slipway([...rollbackArgs, '--to-release', '1'], env);
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { release: '1', state: 'complete' } });
    await shop.serves('v1');
  }, 240_000);
});
