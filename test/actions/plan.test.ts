import { afterEach, beforeEach, expect, it } from 'vitest';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** A repository that only makes images, as `check.yml` looks at it. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.write('slipway.yml', `app: shop\nimages: {shop: {repository: ${at.store.host}/shop}}\n`);
});
afterEach(() => at.close());

it('IN 5: passes without environments, and says that no image is released', async () => {
  const { code, outputs, err } = await at.slipway(['plan']);
  expect([code, outputs.verdict]).toEqual([0, 'pass']);
  expect(err.split('\n')).toContainEqual(wording('slipway.yml', 'no environments'));
});

it('IN 5: suggests no environment if there is none', async () => {
  const { code, outputs } = await at.slipway(['plan', '--environment', 'production']);
  expect([code, outputs.reason]).toEqual([1, wording('slipway.yml', 'shop', 'environments')]);
});
