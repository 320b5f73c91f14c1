import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { ConfigMap } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { type Digest, parseReference } from '../../../src/image/reference.ts';
import { artifactOf, type ProofStatement } from '../../../src/promotion/proof.ts';
import { RegistryClient } from '../../../src/registry/client.ts';
import type { ReleaseRecord } from '../../../src/release/store/schema.ts';
import { auditMark, createShop, image, pushShops, repository, type Shop, writesSince } from '../harness.ts';
import { passed } from '../moment.ts';

/** An application in two environments: the second accepts only digests that were verified in the first. */

const registry = new RegistryClient({ credentials: async () => undefined });
/** `production` has the files of both environments. */
let production: Shop;
let staging: Shop;
let app: string;

/** One pod is enough: these tests are about which digests are accepted. */
const small = (shop: Shop) =>
  shop.edit('Deployment', ({ spec }) => {
    spec.replicas = 1;
  });

const inStaging = (command: string, ...more: string[]) =>
  production.slipway([command, '--environment', 'staging', ...more]);
const inProduction = (command: string, ...more: string[]) =>
  production.slipway([command, '--environment', 'production', ...more]);

async function digestOf(tag: string): Promise<Digest> {
  const found = await registry.resolve(parseReference(`${repository}:${tag}`));
  if (found === undefined) throw new Error(`${repository}:${tag} was not pushed`);
  return found.digest;
}

/** Attaches a forged statement, as any user who may push can. */
async function forge(tag: string, more: object, annotations: Record<string, string> = {}): Promise<void> {
  const digest = await digestOf(tag);
  const about = { schema: 1, app, environment: 'staging', release: 1, image: 'shop', digest };
  const artifact = artifactOf({ ...about, ...more } as unknown as ProofStatement);
  await registry.attach(repository, digest, {
    ...artifact,
    annotations: { ...artifact.annotations, ...annotations },
  });
}

/** Returns why production refuses the image, and expects that nothing was written there. */
async function refused(tag: string): Promise<string> {
  const mark = await auditMark();
  const run = await inProduction('deploy', '--images', image(tag));
  expect(run, run.stderr).toMatchObject({ code: 1, outputs: { state: 'refused', promotion: '' } });
  expect(await writesSince(mark, production.user)).toEqual([]);
  return run.outputs.reason ?? '';
}

/** Requires that a release has been in staging for this long: an hour to be refused at any speed, a second to be accepted. */
async function requireSoak(soak: string): Promise<void> {
  const file = join(production.dir, 'slipway.yml');
  const config = parse(await readFile(file, 'utf8'));
  config.environments.production.requires = { environment: 'staging', soak };
  await writeFile(file, stringify(config));
}

const recordOf = async (release: number) => {
  const path = pathOf(resources.configMap, production.namespace, `slipway-${app}-r${release}`);
  const map = await production.cluster.get<ConfigMap>(path);
  return JSON.parse(map?.data?.record ?? 'null') as ReleaseRecord;
};

beforeAll(async () => {
  await pushShops();
  [production, staging] = await Promise.all([
    createShop('promotion', small),
    createShop('promotion-staging', small),
  ]);
  // A unique name, because statements of earlier runs about these images name other applications.
  app = production.namespace;
  await cp(join(staging.dir, 'deploy'), join(production.dir, 'staging'), { recursive: true });
  const read = async ({ dir }: Shop) => parse(await readFile(join(dir, 'slipway.yml'), 'utf8'));
  const [config, other] = [await read(production), await read(staging)];
  config.app = app;
  config.environments = {
    staging: { ...other.environments.production, manifests: ['staging/'] },
    ...config.environments,
  };
  await writeFile(join(production.dir, 'slipway.yml'), stringify(config));
  await requireSoak('1h');
});
afterAll(async () => {
  await Promise.all([production?.remove(), staging?.remove()]);
});

describe('an environment that requires another one', () => {
  it('refuses a digest that was never verified there, and so does plan', async () => {
    expect(await refused('v1')).toMatch(
      /^127\.0\.0\.1:5000\/e2e\/shop@sha256:[0-9a-f]{12} was never verified in staging\. Release it to staging first and let verify pass there, or set the input `force` to a reason\.$/,
    );
    const plan = await inProduction('plan', '--images', image('v1'));
    expect(plan, plan.stderr).toMatchObject({ code: 1, outputs: { verdict: 'fail' } });
    expect(plan.outputs.reason).toMatch(/was never verified in staging/);
  });

  it('refuses forged statements', async () => {
    const moment = '2026-01-01T00:00:00Z';
    const made = { verifiedAt: moment, run: 'run 1', actor: 'eve' };
    await forge('v2', { ...made, app: 'other' }, { 'dev.slipway.app': app });
    expect(await refused('v2')).toMatch(
      /an attached statement does not count: it is about another app: other, not /,
    );
    await forge('v1', { ...made, digest: await digestOf('v2') });
    expect(await refused('v1')).toMatch(
      /does not count: it is about another digest: sha256:[0-9a-f]+, not sha256:/,
    );
  });

  it('accepts the same digest when it was verified there and its soak is over', async () => {
    const released = await inStaging('deploy', '--images', image('v1'));
    expect(released, released.stderr).toMatchObject({
      code: 0,
      outputs: { state: 'complete', release: '1' },
    });
    expect(await refused('v1')).toMatch(/was never verified in staging/);
    const verified = await inStaging('verify');
    expect(verified, verified.stderr).toMatchObject({
      code: 0,
      outputs: { verdict: 'pass', proof: 'attached' },
    });

    expect(await refused('v1')).toMatch(
      /^release 1 of staging was verified there \S+ ago, and its soak of 1h is not over\. Wait for 5\dm(\d+s)?, until \d{4}-\d\d-\d\d \d\d:\d\d UTC, or set the input `force` to a reason\.$/,
    );
    await requireSoak('1s');
    await passed(Date.now() + 2000);

    const { images = '' } = (await inStaging('status')).outputs;
    const plan = await inProduction('plan', '--images', images);
    expect(plan, plan.stderr).toMatchObject({ code: 0, outputs: { verdict: 'pass' } });
    expect(plan.stderr + plan.stdout).toMatch(/^This release has the digests of release 1 of staging, /m);
    const run = await inProduction('deploy', '--images', images);
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete', release: '1' } });
    expect(run.outputs.promotion).toMatch(
      /^This release has the digests of release 1 of staging, verified there at .* UTC, and its soak of 1s is over\.$/,
    );
    await production.serves('v1');
    const record = await recordOf(1);
    expect(record.images.shop).toBe(`${repository}@${await digestOf('v1')}`);
    expect(record.promotion).toMatchObject({ environment: 'staging', release: 1, soak: 1000 });
  }, 120_000);

  it('refuses a digest that was rolled back there after it had been verified', async () => {
    expect(await inStaging('deploy', '--images', image('v2'))).toMatchObject({ outputs: { release: '2' } });
    expect(await inStaging('verify')).toMatchObject({ outputs: { verdict: 'pass', proof: 'attached' } });
    const back = await inStaging('rollback', '--to-release', '1');
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { state: 'complete', proof: 'withdrawn' } });
    expect(await refused('v2')).toMatch(
      /^release 2 of staging, in which .*@sha256:[0-9a-f]{12} was verified, was rolled back there at .* UTC: rolled back to release 1 by /,
    );
  }, 120_000);

  it('accepts it in an emergency, with a reason that is kept in the record', async () => {
    const without = await inProduction('deploy', '--images', image('v2'), '--force', 'now');
    expect(without.outputs.reason).toMatch(/^the input `force` is "now", which is not a reason\. /);
    const run = await inProduction('deploy', '--images', image('v2'), '--force', 'the fix of an outage');
    expect(run, run.stderr).toMatchObject({ code: 0, outputs: { state: 'complete', release: '2' } });
    expect(run.outputs.promotion).toMatch(
      /^This release was forced without a proof of staging .*: the fix of an outage\.$/,
    );
    await production.serves('v2');
    expect((await recordOf(2)).promotion).toMatchObject({
      environment: 'staging',
      forced: { reason: 'the fix of an outage', against: expect.stringMatching(/was rolled back there at/) },
    });
  }, 120_000);

  it('needs no proof for a rollback', async () => {
    await forge('v1', { withdrawnAt: new Date().toISOString(), reason: 'it was bad after all' });
    expect(await refused('v1')).toMatch(/was rolled back there at .*: it was bad after all\. /);
    const back = await inProduction('rollback', '--to-release', '1');
    expect(back, back.stderr).toMatchObject({ code: 0, outputs: { state: 'complete', proof: 'none' } });
    await production.serves('v1');
  }, 120_000);
});
