import { afterEach, beforeEach, expect, it } from 'vitest';
import { types } from '../registry/store.ts';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.write('Dockerfile', `FROM ${at.store.host}/base:1\nCOPY . /\n`);
});
afterEach(() => at.close());

const put = (repository: string, layers: string[], tag?: string) =>
  at.store.manifest(
    repository,
    {
      schemaVersion: 2,
      mediaType: types.image,
      config: {
        ...at.store.blob(repository, JSON.stringify({ os: 'linux', architecture: 'amd64' })),
        mediaType: types.config,
      },
      layers: layers.map(layer => at.store.blob(repository, layer)),
    },
    tag,
  ).digest;

it('a deployed image is stale after its base tag has moved, and fresh after a rebuild', async () => {
  const stale = async (digest: string) => {
    const { code, outputs } = await at.slipway(['stale', '--deployed', JSON.stringify({ shop: digest })]);
    expect([code, outputs.reason]).toEqual([0, '']);
    expect(JSON.parse(outputs.images!).shop.digest).toBe(digest);
    return [outputs.stale, JSON.parse(outputs.images!).shop.stale];
  };
  put('base', ['os'], '1');
  const first = put('shop', ['os', 'app']);
  expect(await stale(first)).toEqual(['false', false]);
  put('base', ['os, fixed'], '1');
  expect(await stale(first)).toEqual(['true', true]);
  expect(await stale(put('shop', ['os, fixed', 'app']))).toEqual(['false', false]);
});

it('writes nothing', async () => {
  put('base', ['os'], '1');
  await at.slipway(['stale', '--deployed', JSON.stringify({ shop: put('shop', ['os']) })]);
  expect(at.store.seen.filter(line => !/^(GET|HEAD) /.test(line))).toEqual([]);
  expect(at.store.seen.length).toBeGreaterThan(2);
});

it('a missing image is an error', async () => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const { code, outputs } = await at.slipway(['stale', '--deployed', JSON.stringify({ shop: digest })]);
  expect(code).toBe(1);
  expect(outputs.stale).toBe('false');
  expect(JSON.parse(outputs.images!).shop.why).toEqual(wording('shop'));
  expect(outputs.reason).toEqual(wording('shop'));
});
