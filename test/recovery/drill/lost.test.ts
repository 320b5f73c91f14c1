import { expect, it } from 'vitest';
import type { Cluster } from '../../../src/cluster/port.ts';
import { afterLoss, isOf, isSecretOf, readNow } from '../../../src/recovery/drill/lost.ts';
import { wording } from '../../wording.ts';

const base = '/api/v1/namespaces/shop';

it('what is lost is not asked for any more, and what was known before still is', async () => {
  const asked: string[] = [];
  const answer = async (path: string) => {
    asked.push(path);
    return { path };
  };
  const cluster = { get: answer, list: answer, create: answer, call: answer } as unknown as Cluster;
  const known = await readNow(cluster, [`${base}/secrets/known`]);
  const lost = afterLoss(cluster, { isLost: path => isOf('shop', path), known });
  expect(await lost.get(`${base}/secrets/known`)).toEqual({ path: `${base}/secrets/known` });
  await expect(lost.get(`${base}/secrets/other`)).rejects.toThrow(wording());
  await expect(lost.list(`${base}/pods`)).rejects.toThrow(wording());
  await expect(lost.create(`${base}/pods`, {})).rejects.toThrow(wording());
  expect(() => lost.watch(`${base}/pods`, {}, new AbortController().signal)).toThrow(wording());
  await lost.get(`${base}-drill/pods/a`);
  expect(asked).toEqual([`${base}/secrets/known`, `${base}-drill/pods/a`]);
});

it.each([
  [base, true],
  [`${base}/pods?limit=1`, true],
  ['/apis/apps/v1/namespaces/shop/deployments/a', true],
  [`${base}-drill/pods`, false],
  ['/api/v1/nodes', false],
])('%s is of the namespace: %s', (path, is) => {
  expect(isOf('shop', path)).toBe(is);
});

it.each([
  [`${base}/secrets`, true],
  [`${base}/secrets/passwords`, true],
  [`${base}/configmaps/secrets`, false],
  [`${base}-drill/secrets/passwords`, false],
])('%s is of the Secrets of the namespace: %s', (path, is) => {
  expect(isSecretOf('shop', path)).toBe(is);
});
