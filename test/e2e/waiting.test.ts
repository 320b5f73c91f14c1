import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Load, startLoad } from '../../scripts/load.ts';
import { deadManRole } from '../../src/release/dead-man/dead-man.ts';
import { readDecision } from '../../src/release/evidence/dossier.ts';
import { createShop, eventually, gateway, pushShops, type Run, type Shop, workflow } from './harness.ts';
import { journalOf, routeSpec, temporary } from './progressive.ts';

/** Rollouts that wait on purpose, with traffic on the candidate and no run beside them. */

beforeAll(pushShops);

const block = /strategy:[\s\S]*?max: 50%[^\n]*/;
const strategy = (canary: string) => `strategy:
      canary:
        watch: 5s
        preview: { header: X-Preview, value: candidate }
        dead-man: { image: '${process.env.SLIPWAY_KUBECTL_IMAGE}' }
        ${canary}
    gate:
      prometheus: { service: monitoring/prometheus:9090 }
      tick: 5s
      warm-up: 10s
      profile: gross
      share: traefik
      metrics:
        - { name: errors, total: http_requests_total, bad: 'http_requests_total{code=~"[45].."}', max: 50% }`;

const told = ({ code, outputs, stderr }: Run) => ({ code, ...outputs, stderr });

describe('a rollout that waits with traffic on the candidate', () => {
  let shop: Shop;
  let load: Load;
  let before: unknown;

  const drizzle = (rate: number) =>
    startLoad({ url: gateway, host: shop.host, path: '/version', rate, maxRequests: rate * 890 });
  const act = (action: string, ...more: string[]) =>
    shop.slipway([action, '--environment', 'production', ...more], workflow('ann', 7));

  beforeAll(async () => {
    shop = await createShop('waiting', async each => {
      await each.configure(text =>
        text.replace('strategy: { rolling: { deadline: 2m } }', strategy('steps: [25%]')),
      );
    });
    const services = ['shop', 'shop-canary'];
    for (const object of deadManRole({ namespace: shop.namespace, routes: ['shop'], services })) {
      await shop.apply(object);
    }
    const first = await shop.deploy('v1');
    if (first.code !== 0) throw new Error(first.stderr);
    before = await routeSpec(shop);
  }, 120_000);
  afterAll(async () => {
    await load?.stop();
    await shop?.remove();
  });

  /** Deployed with that strategy, and judged as far as it goes. */
  async function judged(tag: string, canary: string): Promise<Run> {
    await shop.configure(text => text.replace(block, strategy(canary)));
    const deployed = await shop.deploy(tag);
    if (deployed.code !== 0) throw new Error(deployed.stderr);
    return act('gate');
  }

  async function isOver(phase: 'done' | 'undone', version: string): Promise<void> {
    expect(await temporary(shop)).toEqual([]);
    expect(await routeSpec(shop)).toEqual(before);
    expect(await journalOf(shop)).toMatchObject({ phase });
    await shop.serves(version);
    const { failed, errors } = load.snapshot();
    expect({ failed, errors }).toEqual({ failed: 0, errors: {} });
  }

  /** Too little traffic to show anything in the time that there is. */
  const brief = 'steps: [25%]\n        bake: { weight: 80%, for: 10s }\n        deadline: 70s';

  it('for somebody to resume it: nobody sweeps it, its dead man is patient, and it is judged on from there', async () => {
    load = drizzle(4);
    await sleep(30_000);
    const held = await judged('v2', `${brief}\n        on-inconclusive: hold`);
    expect(told(held)).toMatchObject({
      code: 1,
      state: 'parked',
      waits: 'resume',
      verdict: 'inconclusive',
      weight: '25',
    });
    expect(held.outputs.reason).toMatch(
      /has 25 % of the traffic and waits for somebody to resume or undo it until/,
    );
    expect(await journalOf(shop)).toMatchObject({ phase: 'stepping', weight: 25, parked: { for: 'resume' } });
    // Longer than a dead man waits for a run that should be there.
    await sleep(45_000);
    expect(told(await act('sweep'))).toMatchObject({ code: 0, state: 'busy' });
    expect(told(await act('status'))).toMatchObject({ state: 'waiting', weight: '25' });
    expect(told(await act('gate', '--approve', 'true'))).toMatchObject({
      code: 1,
      state: 'refused',
      reason: expect.stringContaining('does not wait for an approval'),
    });
    await load.stop();
    load = drizzle(100);
    const resumed = await act('gate');
    expect(told(resumed)).toMatchObject({ code: 0, state: 'passed' });
    expect(told(await act('promote'))).toMatchObject({ code: 0, state: 'complete' });
    await isOver('done', 'v2');
  }, 600_000);

  it('for an approval: it goes on as if it had passed, and the record says who said so', async () => {
    await load.stop();
    load = drizzle(4);
    await sleep(20_000);
    const open = await judged('v1', `${brief}\n        on-inconclusive: approve`);
    expect(told(open)).toMatchObject({ code: 1, state: 'parked', waits: 'approval' });
    const approved = await act('gate', '--approve', 'true');
    expect(told(approved)).toMatchObject({ code: 0, state: 'passed' });
    expect(told(await act('promote'))).toMatchObject({ code: 0, state: 'complete' });
    const { candidate, app } = await journalOf(shop);
    const record = await readDecision(shop.cluster, shop.namespace, app, candidate);
    expect(record?.timeline.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/^approved by ann in run 7 .*; the gate said: not shown to be good yet/),
    );
    expect(record?.end).toMatchObject({
      state: 'promoted',
      reason: expect.stringContaining('approved by ann'),
    });
    await isOver('done', 'v1');
  }, 600_000);

  const long = 'steps: [50%]\n        bake: { weight: 80%, for: 70s, attended: 5s }\n        deadline: 4m';

  it('through a long bake: sweep leaves it alone until that is over, and then promotes it', async () => {
    await load.stop();
    load = drizzle(60);
    await sleep(20_000);
    const baking = await judged('v2', long);
    expect(told(baking)).toMatchObject({ code: 0, state: 'parked', waits: 'bake', weight: '80' });
    expect(told(await act('sweep'))).toMatchObject({ code: 0, state: 'busy' });
    const swept = await eventually(async () => {
      const ran = await act('sweep');
      return ran.outputs.state !== 'busy' && ran;
    }, 240_000);
    expect(told(swept)).toMatchObject({ code: 0, state: 'finished' });
    await isOver('done', 'v2');
  }, 600_000);

  it('through a long bake: what it did wrong while nobody looked undoes it, although it does well again', async () => {
    const baking = await judged('v1', long);
    expect(told(baking)).toMatchObject({ code: 0, state: 'parked', waits: 'bake' });
    for (let count = 0; count < 150; count += 1) {
      await shop.get('/nowhere', { 'x-preview': 'candidate' });
      await sleep(100);
    }
    await sleep(20_000);
    const swept = await act('sweep');
    expect(told(swept)).toMatchObject({
      code: 0,
      state: 'undone',
      reason: expect.stringContaining('errors'),
    });
    await isOver('undone', 'v2');
  }, 600_000);

  it('too long: it is swept, and nothing of it stays', async () => {
    await load.stop();
    load = drizzle(4);
    await sleep(20_000);
    const held = await judged('v1', `${brief}\n        on-inconclusive: hold\n        hold-for: 20s`);
    expect(told(held)).toMatchObject({ code: 1, state: 'parked', waits: 'resume' });
    await sleep(21_000);
    expect(told(await act('sweep'))).toMatchObject({
      code: 0,
      state: 'undone',
      reason: expect.stringMatching(/waited until .*, and nobody came to resume it/),
    });
    await isOver('undone', 'v2');
  }, 600_000);
});
