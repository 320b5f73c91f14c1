import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Load } from '../../scripts/load.ts';
import { pushShops, type Shop } from './harness.ts';
import { loadOn } from './load.ts';
import { act, canaryShop, observed } from './progressive.ts';

beforeAll(pushShops);

describe('the action status', () => {
  let shop: Shop;
  let load: Load | undefined;
  beforeAll(async () => {
    shop = await canaryShop('status');
  });
  afterAll(async () => {
    await load?.stop();
    await shop?.remove();
  });

  it('reports the state of a rollout from outside, from none to its end', async () => {
    const status = async () => {
      const { code, outputs } = await act(shop, 'status');
      expect(code).toBe(0);
      return outputs;
    };
    expect(await status()).toMatchObject({ state: 'idle', phase: 'none', release: '', candidate: '' });
    const first = await shop.deploy('v1');
    expect(first.code, first.stderr).toBe(0);
    expect(await status()).toMatchObject({ state: 'idle', phase: 'done', release: '1', candidate: '' });
    // A canary needs metrics of the baseline before it is prepared.
    load = loadOn(shop, 30);
    await observed(shop);
    const second = await shop.deploy('v2');
    expect(second.outputs.state, second.stderr).toBe('prepared');
    const waiting = await status();
    expect(waiting).toMatchObject({
      state: 'paused',
      'waiting-for': 'gate',
      planned: '',
      phase: 'prepared',
      release: '1',
      candidate: '2',
      weight: '0',
    });
    expect(Date.parse(waiting.until ?? '')).toBeGreaterThan(Date.now());
    expect(JSON.parse(waiting.images ?? '')).toEqual({ shop: expect.stringContaining('@sha256:') });
    // A paused rollout is not swept.
    expect((await act(shop, 'sweep')).outputs).toMatchObject({ state: 'paused', release: '2' });
    const back = await act(shop, 'rollback', '--from-release', '2');
    expect(back.outputs, back.stderr).toMatchObject({ state: 'complete', release: '1' });
    expect(back.outputs.record).toContain('slipway-r2-');
    expect(await status()).toMatchObject({
      state: 'idle',
      phase: 'rolled-back',
      release: '1',
      candidate: '',
    });
  }, 180_000);
});
