import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { shortDigests } from '../../src/toolkit/digest.ts';
import { auditMark, createShop, pushShops, type Run, repository, type Shop, writesSince } from './harness.ts';
import { changeImage, keyPair, password, registry, writeReports } from './signed.ts';

/** A shop that accepts only images with the signatures that its slipway.yml requires. */

type KeyPair = Awaited<ReturnType<typeof keyPair>>;

export interface TrustingShop {
  shop: Shop;
  ours: KeyPair;
  others: KeyPair;
  /** Sets the signing and trust parts of slipway.yml. */
  demand(more: string): Promise<void>;
  sign(digest: Digest, key: KeyPair, env?: Record<string, string>): Promise<Run>;
  release(digest: Digest, env?: Record<string, string>): Promise<Run>;
  /** Expects that deploy refuses the image with that sentence and without a write, and that plan reports it, too. */
  refused(digest: Digest, sentence: string, env?: Record<string, string>): Promise<void>;
}

/** Creates a shop with two key pairs. @param name of the test file. */
export async function trustingShop(name: string): Promise<TrustingShop> {
  await pushShops();
  const shop = await createShop(name);
  const [ours, others] = await Promise.all([keyPair(shop.dir, 'ours'), keyPair(shop.dir, 'others')]);
  const written = await readFile(join(shop.dir, 'slipway.yml'), 'utf8');
  const of = (action: string, digest: Digest) => [
    ...[action, '--environment', 'production', '--images'],
    `{"shop":"${digest}"}`,
  ];
  const release: TrustingShop['release'] = (digest, env) => shop.slipway(of('deploy', digest), env);
  return {
    ...{ shop, ours, others, release },
    demand: more => writeFile(join(shop.dir, 'slipway.yml'), `${written}\n${more}\n`),
    sign: async (digest, key, env = {}) => {
      await writeReports(join(shop.dir, 'reports'), 'shop', `${repository}@${digest}`);
      const args = ['sign', '--images', `{"shop":"${digest}"}`, '--reports', 'reports'];
      return shop.slipway(args, { COSIGN_PRIVATE_KEY: key.secret, COSIGN_PASSWORD: password, ...env });
    },
    refused: async (digest, sentence, env) => {
      const mark = await auditMark();
      const run = await release(digest, env);
      const told = shortDigests(sentence.replaceAll('IMAGE', `${repository}@${digest}`));
      expect(run.code, run.stderr).toBe(1);
      expect(run.stderr).toMatch(/^slipway: [^\n]+\n$/);
      expect(run.outputs).toMatchObject({ state: 'refused', release: '', signed: '{}' });
      expect(run.outputs.reason?.startsWith(`${told}. `), run.outputs.reason).toBe(true);
      expect(await writesSince(mark, shop.user)).toEqual([]);
      const plan = await shop.slipway(of('plan', digest), env);
      expect(plan.outputs.verdict, plan.stderr).toBe('fail');
      expect(plan.stderr).toContain(`a release would be refused: ${told}`);
    },
  };
}

/** Returns a configuration that signs with a key, attests these predicates, and requires an SBOM. */
export const keyed = (attest: string) =>
  `signing: {key: "env://COSIGN_PRIVATE_KEY", attestations: [${attest}]}\ntrust: {key: ours.pub, attestations: [sbom]}`;

/** Pushes a working image that is not signed yet: a version of the shop with a unique label. */
export async function fresh(tag = 'v1'): Promise<Digest> {
  const found = await registry.manifest(repository, tag);
  return changeImage(repository, found!.digest, Math.random().toString(36).slice(2));
}
