import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { optionalPermissions } from '../../../src/release/permissions/access.ts';
import { rolesFor } from '../../../src/setup/roles.ts';
import { addAutoscaler, createShop, pushShops, root, type Shop, tokenKubeconfig } from '../harness.ts';
import {
  deployArgs,
  expectEachMissed,
  permissionsOf,
  removeWide,
  rollbackArgs,
  untilGranted,
  verifyArgs,
} from '../permissions.ts';

beforeAll(pushShops);

describe('the permissions that a release needs', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop('permissions');
  });
  afterAll(async () => {
    await removeWide(shop);
    await shop?.remove();
  });

  it('are checked one by one: if any single one is missing, nothing is written', async () => {
    const permissions = await permissionsOf(shop);
    await expectEachMissed(shop, permissions);
    expect(permissions.length).toBeGreaterThan(40);
  });
});

describe('the rbac.yaml that the example ships', () => {
  let shop: Shop;
  let text: string;
  beforeAll(async () => {
    shop = await createShop('rbac', addAutoscaler);
    text = (await readFile(join(root, 'examples/shop/rbac.yaml'), 'utf8'))
      .replaceAll('namespace: shop', `namespace: ${shop.namespace}`)
      .replaceAll('slipway:shop:shop', `slipway:${shop.namespace}:shop`);
    await shop.kubectl(['apply', '-f', '-'], text);
  });
  afterAll(async () => {
    if (text !== undefined) await shop.kubectl(['delete', '--wait=false', '-f', '-'], text);
    await shop?.remove();
  });

  it('contains exactly the permissions that are checked', async () => {
    const { role, clusterRole } = rolesFor([
      ...(await permissionsOf(shop)),
      ...optionalPermissions({}).flatMap(({ permissions }) => permissions),
    ]);
    const objects = parseAllDocuments(text).map(
      document => document.toJS() as { kind: string; rules?: object },
    );
    const rulesOf = (wanted: string) =>
      objects.filter(({ kind }) => kind === wanted).map(({ rules }) => rules);
    expect(rulesOf('Role')).toEqual([role]);
    expect(rulesOf('ClusterRole')).toEqual([clusterRole]);
    expect(objects.map(({ kind }) => kind).sort()).toEqual([
      'ClusterRole',
      'ClusterRoleBinding',
      'Role',
      'RoleBinding',
      'ServiceAccount',
    ]);
  });

  it('suffices for deploy, verify and rollback', async () => {
    const env = { KUBECONFIG: await tokenKubeconfig(shop.cluster, shop.namespace, 'slipway', shop.dir) };
    const ends = (await permissionsOf(shop)).filter(
      ({ resource, verb }) =>
        resource.plural === 'nodes' || (resource.plural === 'leases' && verb === 'update'),
    );
    expect(ends).toHaveLength(2);
    for (const permission of ends) await untilGranted(shop, 'slipway', permission);
    for (const tag of ['v1', 'v2']) {
      const deployed = await shop.slipway(deployArgs(tag), env);
      expect(deployed, deployed.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
      const verified = await shop.slipway(verifyArgs, env);
      expect(verified, verified.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    }
    const back = await shop.slipway([...rollbackArgs, '--to-release', '1'], env);
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { release: '1', changed: 'true' } });
    await shop.serves('v1');
  });
});
