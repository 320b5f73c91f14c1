import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labOf } from '../../../lab/lab.ts';
import { reloadPrometheus } from '../../../lab/prometheus.ts';
import type { Load } from '../../../scripts/load.ts';
import { instantQuery } from '../../prometheus.ts';
import { type Consumer, type Consuming, createConsuming, wrapperOf } from '../act.ts';
import { eventually, type Shop } from '../harness.ts';
import { loadOn } from '../load.ts';
import { needs } from '../needs.ts';
import { bundleOf, placeFor } from './bundle.ts';

/** A consumer's monitor.yml, as act runs it: its verdict, and the message by a secret. */

needs('alerting');

const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const workflow = '.github/workflows/monitor.yml';
const secretPath = '/T0KEN-0f-the-receiver';

let consuming: Consuming;
let shop: Shop;
let consumer: Consumer;
let load: Load;
let rules: string | undefined;

/** A receiver on this machine: an address elsewhere needs https. */
const messages: { title: string }[] = [];
const receiver = createServer(async (request, response) => {
  const body = await text(request);
  if (request.url === secretPath) messages.push(JSON.parse(body) as { title: string });
  response.end();
});

beforeAll(async () => {
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  consuming = await createConsuming('monitor-workflow');
  ({ shop, consumer } = consuming);
  await shop.configure(text =>
    text.replace(
      'strategy:',
      `monitoring:
      prometheus: { service: monitoring/prometheus:9090 }
      requests: { total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }
      receivers: { critical: [{ webhook: HOOK }], warning: [{ webhook: HOOK }], info: [{ webhook: HOOK }] }
    strategy:`,
    ),
  );
  await consumer.addSecret('NOTIFY', JSON.stringify({ HOOK: `http://127.0.0.1:${port}${secretPath}` }));
  await consumer.write(workflow, await wrapperOf('monitor.yml', [], ['notify: ${{ secrets.NOTIFY }}']));
  await consumer.write('.github/workflows/push.yml', await wrapperOf('push.yml'));
}, 120_000);

afterAll(async () => {
  receiver.close();
  await load?.stop();
  if (rules !== undefined) rmSync(rules);
  reloadPrometheus(lab);
  await consuming?.remove();
});

describe('monitor.yml', () => {
  it('C7: is called by pipeline.yml where the environment is monitored; without loaded rules its verdict is unknown', async () => {
    // The first release has no time before it; the pipeline waits five minutes for what it sees.
    const released = consumer.push();
    await eventually(async () => (await shop.deployment().catch(() => undefined)) !== undefined, 240_000);
    load = loadOn(shop, 10);
    const run = await released;
    expect(run.jobs, run.log.slice(-3000)).toMatchObject({ rollout: 'succeeded', monitor: 'failed' });
    expect(run.outputs).toMatchObject({ 'monitor.verdict': 'unknown', 'monitor.rollback': 'not-needed' });
    expect(run.outputs['monitor.reason']).toContain('no rule of shop in production is loaded');
    await shop.serves('act-1');
  }, 900_000);

  it('tells the receivers of its severity through the secret, which no log shows', async () => {
    const before = messages.length;
    const run = await consumer.dispatch(workflow, {});
    expect(run.jobs, run.log.slice(-3000)).toEqual({ monitor: 'failed' });
    expect(run.outputs).toMatchObject({ 'monitor.verdict': 'unknown', 'monitor.outcome': 'failure' });
    const told = messages.slice(before);
    expect(told, run.log.slice(-3000)).toHaveLength(1);
    expect(told[0]?.title).toContain('the health of release 1');
    expect(run.log).not.toContain('T0KEN');
  }, 240_000);

  it('M2: is healthy once the rules of the bundle are loaded', async () => {
    const bundle = await bundleOf(shop);
    rules = placeFor(shop, lab, 'rules', bundle('rules.yml'));
    reloadPrometheus(lab);
    const loaded = `slipway:rules_loaded{namespace="${shop.namespace}"}`;
    await eventually(async () => (await instantQuery(shop.cluster, loaded)).length > 0, 60_000);
    const run = await consumer.dispatch(workflow, {});
    expect(run.code, run.log.slice(-3000)).toBe(0);
    expect(run.jobs).toEqual({ monitor: 'succeeded' });
    expect(run.outputs).toMatchObject({ 'monitor.verdict': 'healthy', 'monitor.outcome': 'success' });
  }, 240_000);
});
