import { describe, expect, it } from 'vitest';
import { keyOf } from '../../../src/recovery/cluster-objects/order.ts';
import type { Exported } from '../../../src/recovery/cluster-objects/portable.ts';
import { driftFrom, separated } from '../../../src/recovery/cluster-objects/sealed.ts';
import { wording } from '../../wording.ts';

const map = (name: string, data: object, labels?: object): Exported =>
  ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'shop', ...(labels === undefined ? {} : { labels }) },
    data,
  }) as unknown as Exported;

const settings = map('settings', { MODE: 'on' });
const keys = map('keys', { API_KEY: 'abcdef123456' });

const pod = (env: object[]): Exported =>
  ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop', namespace: 'shop' },
    spec: { template: { spec: { containers: [{ name: 'main', image: 'shop', env }] } } },
  }) as unknown as Exported;

describe('objects of an export', () => {
  it.each<[string, Exported, boolean]>([
    ['a setting', settings, false],
    ['a value named like a secret', keys, true],
    ['a password in an address', map('db', { url: 'postgres://shop:hunter2@db/shop' }), true],
    ['a private key', map('tls', { 'a.pem': '-----BEGIN PRIVATE KEY-----\nx' }), true],
    ['a variable with a password', pod([{ name: 'PASSWORD', value: 'hunter2' }]), true],
    [
      'a variable from a Secret',
      pod([{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'login', key: 'password' } } }]),
      false,
    ],
  ])('with %s are encrypted or not: %#', (_, object, sealed) => {
    const split = separated([object]);
    expect(split).toEqual(sealed ? { plain: [], sealed: [object] } : { plain: [object], sealed: [] });
  });
});

describe('what has changed since an earlier export', () => {
  const before = { plain: [settings], sealed: [keyOf(keys)] };
  const since = (...objects: Exported[]) => driftFrom(before, objects).map(({ sentence }) => sentence);

  it('is nothing when all objects are equal, or differ only in encrypted ones', () => {
    expect(since(settings, keys)).toEqual([]);
    expect(since(settings, map('keys', { API_KEY: 'another123456' }))).toEqual([]);
  });

  it('is reported field by field for objects that can be read', () => {
    expect(since(map('settings', { MODE: 'off' }), keys)).toEqual([
      wording('ConfigMap shop/settings', 'data.MODE =', 'off', 'on'),
    ]);
  });

  it('includes encrypted objects that are missing or new', () => {
    expect(since(settings)).toEqual([wording('ConfigMap shop/keys')]);
    expect(since(settings, keys, map('more', { TOKEN: 'abcdef123456' }))).toEqual([
      wording('ConfigMap shop/more'),
    ]);
  });

  it('is nothing where an object only gained a secret, because it cannot be compared any more', () => {
    expect(since(map('settings', { MODE: 'on', PASSWORD: 'hunter2' }), keys)).toEqual([]);
  });

  it('ignores the records of releases and backups', () => {
    expect(since(settings, keys, map('slipway-shop-r7', {}, { 'slipway.dev/kind': 'record' }))).toEqual([]);
  });
});
