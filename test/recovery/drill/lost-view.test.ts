import { expect, it } from 'vitest';
import { isOf, isSecretOf, withoutLost } from '../../../src/recovery/drill/lost-view.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const base = '/api/v1/namespaces/shop';

it('a lost object is not requested any more, and a known copy of one is still returned', async () => {
  const api = new FakeApiServer();
  const { cluster } = api;
  const secret = api.put(`${base}/secrets/known`, {});
  const known = new Map([[`${base}/secrets/known`, secret]]);
  const lost = withoutLost(cluster, { isLost: path => isOf('shop', path), known });
  expect(await lost.get(`${base}/secrets/known`)).toEqual(secret);
  await expect(lost.get(`${base}/secrets/other`)).rejects.toThrow(wording());
  await expect(lost.list(`${base}/pods`)).rejects.toThrow(wording());
  await expect(lost.create(`${base}/pods`, {})).rejects.toThrow(wording());
  expect(() => lost.watch(`${base}/pods`, {}, new AbortController().signal)).toThrow(wording());
  await lost.get(`${base}-drill/pods/a`);
  expect(api.calls.map(({ path }) => path)).toEqual([`${base}-drill/pods/a`]);
});

it.each([
  [base, true],
  [`${base}/pods?limit=1`, true],
  ['/apis/apps/v1/namespaces/shop/deployments/a', true],
  [`${base}-drill/pods`, false],
  ['/api/v1/nodes', false],
])('the path %s is in the namespace: %s', (path, is) => {
  expect(isOf('shop', path)).toBe(is);
});

it.each([
  [`${base}/secrets`, true],
  [`${base}/secrets/passwords`, true],
  [`${base}/configmaps/secrets`, false],
  [`${base}-drill/secrets/passwords`, false],
])('the path %s is that of Secrets of the namespace: %s', (path, is) => {
  expect(isSecretOf('shop', path)).toBe(is);
});
