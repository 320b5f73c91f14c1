import { createHash } from 'node:crypto';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deployment, Pod, Secret } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { addResources } from '../live/stage.ts';
import { createShop, image, pushShops, type Run, type Shop } from './harness.ts';
import { act } from './progressive.ts';

/** The configuration of the pods before, during and after a release that is rolled back. */

beforeAll(pushShops);

/** Returns the fingerprint of a secret that the shop shows. */
const printOf = (value: string) => createHash('sha256').update(value).digest('hex').slice(0, 12);
const strategy = 'strategy: { blue-green: { deadline: 4m, watch: 2s, watchdog: off } }';

async function served(shop: Shop) {
  const { greeting, secret } = JSON.parse((await shop.get('/config')).body);
  return { greeting, secret };
}

function succeeded(run: Run): void {
  expect({ code: run.code, stderr: run.stderr }).toMatchObject({ code: 0 });
}

async function ship(shop: Shop, greeting: string, key: string): Promise<void> {
  await shop.edit('ConfigMap', ({ data }) => {
    data.GREETING = greeting;
  });
  await shop.edit('Secret', object => {
    object.stringData = { 'api-key': key };
  });
}

describe('a ConfigMap and a Secret that a release changes', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await createShop('shipped', async shop => {
      await shop.edit('Deployment', addResources);
      await shop.configure(text => text.replace('strategy: { rolling: { deadline: 2m } }', strategy));
      await ship(shop, 'one', 'key-one');
    });
    succeeded(await shop.deploy('v1'));
  });
  afterAll(() => shop?.remove());

  it('are served by the candidate alone, then by all, and the old values again after the rollback', async () => {
    const one = { greeting: 'one', secret: printOf('key-one') };
    const two = { greeting: 'two', secret: printOf('key-two') };
    expect(await served(shop)).toEqual(one);
    await ship(shop, 'two', 'key-two');
    succeeded(await shop.deploy('v2'));
    expect(await served(shop)).toEqual(one);
    succeeded(await act(shop, 'gate'));
    await shop.serves('v2');
    expect(await served(shop)).toEqual(two);
    succeeded(await act(shop, 'rollback'));
    await shop.serves('v1');
    expect(await served(shop)).toEqual(one);
  });
});

describe('a Secret that another controller owns and rotates', () => {
  let shop: Shop;
  const path = () => pathOf(resources.secret, shop.namespace, 'shop');
  beforeAll(async () => {
    shop = await createShop('rotated', async shop => {
      await shop.edit('Deployment', addResources);
      await shop.configure(text => text.replace('strategy: { rolling: { deadline: 2m } }', strategy));
      await shop.edit('Secret', object => {
        object.metadata = { ...object.metadata, name: 'unused' };
      });
    });
    const operator = await shop.cluster.create<Secret>(pathOf(resources.configMap, shop.namespace), {
      metadata: { name: 'operator' },
    });
    const owner = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: 'operator',
      uid: operator.metadata?.uid ?? '',
      controller: true,
    };
    await shop.cluster.create(pathOf(resources.secret, shop.namespace), {
      metadata: { name: 'shop', ownerReferences: [owner] },
      stringData: { 'api-key': 'first' },
    });
    succeeded(await shop.deploy('v1'));
  });
  afterAll(() => shop?.remove());

  it('is not copied: new pods read the newest value, and a rollback does not restore the old one', async () => {
    expect((await served(shop)).secret).toBe(printOf('first'));
    await shop.kubectl(['patch', 'secret', 'shop', '-p', '{"stringData":{"api-key":"second"}}']);
    const rotated = await shop.cluster.get<Secret>(path());
    succeeded(await shop.deploy('v2'));
    succeeded(await act(shop, 'gate'));
    await shop.serves('v2');
    expect((await served(shop)).secret).toBe(printOf('second'));
    succeeded(await act(shop, 'rollback'));
    await shop.serves('v1');
    const after = await shop.cluster.get<Secret>(path());
    expect(after?.data).toEqual(rotated?.data);
    expect(after?.metadata?.resourceVersion).toBe(rotated?.metadata?.resourceVersion);
    const [volume] = (await shop.deployment()).spec?.template.spec?.volumes ?? [];
    expect(volume?.secret?.secretName).toBe('shop');
  });
});

describe('configuration that two applications ship under the same name', () => {
  let shop: Shop;
  let cart: string;
  const deployCart = (tag: string) =>
    shop.slipway([
      'deploy',
      '--environment',
      'production',
      '--config',
      join(cart, 'slipway.yml'),
      '--images',
      image(tag),
    ]);
  const deployment = (name: string) =>
    shop.cluster.get<Deployment>(pathOf(resources.deployment, shop.namespace, name));
  const greetingsOf = async (app: string): Promise<string[]> => {
    const { items } = await shop.cluster.list<Pod>(pathOf(resources.pod, shop.namespace), {
      labelSelector: `app=${app}`,
    });
    const ask = async ({ metadata }: Pod) => {
      const at = `/api/v1/namespaces/${shop.namespace}/pods/${metadata?.name}:8080/proxy/config`;
      return JSON.parse((await shop.cluster.call('GET', at)).body).greeting as string;
    };
    return Promise.all(items.filter(({ metadata }) => metadata?.deletionTimestamp === undefined).map(ask));
  };

  beforeAll(async () => {
    shop = await createShop('common', async shop => {
      await shop.edit('Deployment', addResources);
      await ship(shop, 'common', 'key');
    });
    // The same manifests for another application: its own objects, but ConfigMap and Secret keep their names.
    cart = join(shop.dir, 'cart');
    await cp(join(shop.dir, 'deploy'), join(cart, 'deploy'), { recursive: true });
    for (const file of await readdir(join(cart, 'deploy'))) {
      if (file === 'config.yaml') continue;
      const at = join(cart, 'deploy', file);
      const text = await readFile(at, 'utf8');
      const own = text
        .replaceAll(shop.host, `cart.${shop.host}`)
        .replace(/\bname: shop$/gm, 'name: cart')
        .replace(/\bapp: shop\b/g, 'app: cart')
        .replace(/(configMapRef:\s+name: )cart/g, '$1shop');
      await writeFile(at, own);
    }
    const config = await readFile(join(shop.dir, 'slipway.yml'), 'utf8');
    await writeFile(
      join(cart, 'slipway.yml'),
      config
        .replace('app: shop', 'app: cart')
        .replace('Deployment/shop', 'Deployment/cart')
        .replace('service: shop', 'service: cart')
        .replace('HTTPRoute/shop', 'HTTPRoute/cart'),
    );
    for (const run of await Promise.all([shop.deploy('v1'), deployCart('v1')])) succeeded(run);
  });
  afterAll(() => shop?.remove());

  it('changes and is rolled back for one, and the pods of the other are not touched', async () => {
    const before = await deployment('cart');
    await ship(shop, 'changed', 'other-key');
    succeeded(await shop.deploy('v2'));
    expect(new Set(await greetingsOf('shop'))).toEqual(new Set(['changed']));
    expect(new Set(await greetingsOf('cart'))).toEqual(new Set(['common']));
    succeeded(await act(shop, 'rollback', '--to-release', '1'));
    expect(new Set(await greetingsOf('shop'))).toEqual(new Set(['common']));
    expect(new Set(await greetingsOf('cart'))).toEqual(new Set(['common']));
    const after = await deployment('cart');
    expect(after?.metadata?.generation).toBe(before?.metadata?.generation);
    expect(after?.status?.readyReplicas).toBe(3);
    // A release of the other application still finds its copies.
    succeeded(await deployCart('v2'));
    expect(new Set(await greetingsOf('cart'))).toEqual(new Set(['common']));
  });
});
