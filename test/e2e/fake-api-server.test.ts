import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectedOf, played, table, watched, watchedOf } from '../cluster/fake/table.ts';
import { createShop, type Shop } from './harness.ts';

/** What unit tests believe of an API server is what the lab's answers. */

let shop: Shop;
beforeAll(async () => {
  shop = await createShop('fake');
});
afterAll(() => shop?.remove());

it.each(table.map(row => [row.name, row] as const))('%s', async (_, row) => {
  const { cluster, namespace } = shop;
  const { answers, stored } = await played(cluster, namespace, row);
  expect(answers).toEqual(expectedOf(row).answers);
  // The garbage collector takes its time.
  const now = async () => (await played(cluster, namespace, { ...row, asks: [] })).stored;
  if (stored.length > 0) await expect.poll(now, { timeout: 60_000 }).toEqual(expectedOf(row).stored);
});

it('a watch tells what comes to be selected, and what is no more', async () => {
  expect(await watched(shop.cluster, shop.namespace)).toEqual(watchedOf);
});
