import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import type { ReleaseRecord } from '../../../src/release/store/schema.ts';
import { repository } from '../harness.ts';
import { needs } from '../needs.ts';
import { changeImage, moveSignatures } from '../signed.ts';
import { fresh, keyed, type TrustingShop, trustingShop } from '../trusting.ts';

needs('cosign');

/** Checks signatures with a key before a release writes anything: four images are refused, and one is released. */

let trusting: TrustingShop;

beforeAll(async () => {
  trusting = await trustingShop('signing');
  await trusting.demand(keyed('sbom'));
});
afterEach(() => trusting.demand(keyed('sbom')));
afterAll(() => trusting?.shop.remove());

describe('an image is refused before the first write', () => {
  it('when it was changed after it was signed, and the signatures were moved to it', async () => {
    const good = await fresh();
    expect((await trusting.sign(good, trusting.ours)).code).toBe(0);
    const changed = await changeImage(repository, good, 'tampered');
    await moveSignatures(repository, good, changed);
    await trusting.refused(changed, `IMAGE is not the signed content: its signature was made for ${good}`);
  });

  it('when it is not signed', async () => {
    await trusting.refused(await fresh(), 'IMAGE is not signed');
  });

  it('when another key signed it', async () => {
    const digest = await fresh();
    await trusting.sign(digest, trusting.others);
    await trusting.refused(digest, 'IMAGE is signed, but not with the key ours.pub');
  });

  it('when its SBOM is missing', async () => {
    const digest = await fresh();
    await trusting.demand(keyed(''));
    await trusting.sign(digest, trusting.ours);
    await trusting.demand(keyed('sbom'));
    await trusting.refused(digest, 'IMAGE has no SBOM');
  });
});

describe('an image with the required signatures', () => {
  it('is released, and the record of its release names the signer', async () => {
    const digest = await fresh();
    const signed = await trusting.sign(digest, trusting.ours);
    expect(signed, signed.stderr).toMatchObject({ code: 0 });
    const run = await trusting.release(digest);
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete' } });
    expect(run.outputs.signed).toBe('{"shop":"the key ours.pub"}');
    const path = pathOf(resources.configMap, trusting.shop.namespace, `slipway-shop-r${run.outputs.release}`);
    const record = JSON.parse(
      (await trusting.shop.cluster.get<ConfigMap>(path))?.data?.record ?? '{}',
    ) as ReleaseRecord;
    expect(record.signatures).toEqual({ shop: { by: 'the key ours.pub', attested: ['sbom'] } });
    await trusting.shop.serves('v1');
  });
});
