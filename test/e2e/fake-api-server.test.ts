import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cluster, connect } from '../../src/cluster/port.ts';
import { expectedOf, played, table, watched, watchedOf } from '../cluster/fake/table.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { accountKubeconfig, createShop, type Shop } from './harness.ts';

/** The fake API server of the unit tests answers like the lab's real one. */

let shop: Shop;
beforeAll(async () => {
  shop = await createShop('fake');
});
afterAll(() => shop?.remove());

it.each(table.map(row => [row.name, row] as const))('%s', async (_, row) => {
  const { cluster, namespace } = shop;
  const { answers, stored } = await played(cluster, namespace, row);
  expect(answers).toEqual(expectedOf(row).answers);
  // The garbage collector needs some time.
  const now = async () => (await played(cluster, namespace, { ...row, asks: [] })).stored;
  if (stored.length > 0) await expect.poll(now, { timeout: 60_000 }).toEqual(expectedOf(row).stored);
});

it('a watch reports objects that start and stop matching its selector', async () => {
  expect(await watched(shop.cluster, shop.namespace)).toEqual(watchedOf);
});

it('missing and forbidden objects get the same error texts', async () => {
  const { namespace, dir } = shop;
  const paths = [
    `/api/v1/namespaces/${namespace}/configmaps/none`,
    `/api/v1/namespaces/${namespace}/configmaps?limit=1`,
    `/api/v1/namespaces/${namespace}/pods/none/log`,
    `/apis/apps/v1/namespaces/${namespace}/deployments/none`,
    '/api/v1/nodes?limit=1',
  ];
  const refused = async ({ fetch }: Cluster) => {
    const answers = await Promise.all(paths.map(path => fetch(path, AbortSignal.timeout(30_000))));
    return answers.flatMap(({ status, body }) => (status < 400 ? [] : [JSON.parse(body) as unknown]));
  };
  const fake = new FakeApiServer([namespace]);
  expect(await refused(shop.cluster)).toEqual(await refused(fake.cluster));
  const account = await connect({
    kubeconfig: await accountKubeconfig(shop.cluster, namespace, 'nobody', dir),
  });
  fake.user = `system:serviceaccount:${namespace}:nobody`;
  fake.forbid(/./);
  try {
    const found = await refused(account);
    expect(found).toHaveLength(paths.length);
    expect(found).toEqual(await refused(fake.cluster));
  } finally {
    await account.close();
  }
});
