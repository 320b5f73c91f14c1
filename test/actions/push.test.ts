import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { putIndex } from '../registry/store.ts';
import { openWorkplace, packed, type Workplace } from './workplace.ts';

let at: Workplace;

beforeEach(async () => {
  at = await openWorkplace();
});
afterEach(() => at.close());

/** A registry that refuses manifests for this repository, as far as `refuses` says. */
async function push(refuses: (path: string) => boolean) {
  at.store.intercept = ({ method, url = '' }, answer) => {
    if (method !== 'PUT' || !url.includes('/manifests/') || !refuses(url)) return false;
    answer.writeHead(403).end();
    return true;
  };
  const { digest } = putIndex(at.store, 'shop-candidate', undefined, packed);
  const images = JSON.stringify({ shop: digest });
  const ended = await at.slipway(['push', '--images', images, '--tags', '1.0.0', '--summary', 'summary.md']);
  return { code: ended.code, summary: await readFile('summary.md', 'utf8') };
}

it('a push that may write nothing is refused', async () => {
  const { code, summary } = await push(() => true);
  expect(code).toBe(1);
  expect(summary).toMatch(/^### ❌ push was refused\n.*403/s);
});

it('a push that fails after its first write has failed: the registry was changed', async () => {
  const { code, summary } = await push(path => path.endsWith('/1.0.0'));
  expect(code).toBe(1);
  expect(summary).toMatch(/^### ❌ push failed\n.*403/s);
});
