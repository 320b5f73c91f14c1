import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseReference } from '../../../src/image/reference.ts';
import { RegistryClient } from '../../../src/registry/client.ts';
import { type Consumer, type Consuming, createConsuming } from '../act.ts';
import type { Shop } from '../harness.ts';

/**
 * The example consumer's workflow from a push to a live digest, run by act: the wrapper, pipeline.yml, the workflows that it calls, and
 * the bundles. test/workflow has what act cannot do: cancels, approvals, and jobs after a called workflow that failed.
 */

let consuming: Consuming;
let shop: Shop;
let consumer: Consumer;
let images: string;

beforeAll(async () => {
  consuming = await createConsuming('pipeline');
  ({ shop, consumer, images } = consuming);
}, 240_000);

afterAll(() => consuming?.remove());

describe('a push', () => {
  let digest: string;
  let log: string;

  it('ends with the built digest live behind the gateway', async () => {
    const run = await consumer.push();
    log = run.log;
    expect(run.code, log.slice(-3000)).toBe(0);
    expect(Object.keys(run.jobs)).toEqual(['test', 'build', 'scan', 'push', 'rollout']);
    expect(run.outputs).toMatchObject({
      'test.verdict': 'pass',
      'scan.verdict': 'pass',
      'rollout.verdict': 'pass',
    });
    ({ shop: digest } = JSON.parse(run.outputs['build.images']!) as { shop: string });
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await shop.deployment()).spec!.template.spec!.containers[0]!.image).toBe(`${images}@${digest}`);
    for (const pod of await shop.pods()) {
      expect(pod.status!.containerStatuses![0]!.imageID.split('@').at(-1)).toBe(digest);
    }
    const answer = await shop.get('/ready');
    expect(answer).toEqual({ status: 200, version: 'act-1', body: '"OK"' });
    expect(await consuming.tags()).toContain('main');
    expect((await new RegistryClient().resolve(parseReference(`${images}:main`)))?.digest).toBe(digest);
  }, 300_000);

  it('does not show the kubeconfig or its token', async () => {
    const text = await readFile(shop.kubeconfig, 'utf8');
    const { users } = JSON.parse(text) as { users: { user: { token: string } }[] };
    const { token } = users[0]!.user;
    for (const secret of [text, token, Buffer.from(token).toString('base64')])
      expect(log).not.toContain(secret);
  });

  it('rolls back a release that becomes ready but fails verify: the baseline is live again', async () => {
    await shop.configure(text =>
      text.replace('VERSION: act-1', 'VERSION: act-2').replace('Anchor', 'Submarine'),
    );
    const run = await consumer.push();
    expect(run.code).not.toBe(0);
    expect(run.jobs).toMatchObject({ rollout: 'failed', rollback: 'succeeded', outcome: 'failed' });
    expect(run.outputs).toMatchObject({
      'rollout.state': 'complete',
      'rollout.verdict': 'fail',
      'rollback.state': 'complete',
      'outcome.outcome': 'rolled-back',
    });
    expect((await shop.deployment()).spec!.template.spec!.containers[0]!.image).toBe(`${images}@${digest}`);
    await shop.serves('act-1');
  }, 300_000);
});
