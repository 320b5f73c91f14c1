import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDecision } from '../../src/release/decision-record/store.ts';
import { createShop, image, type Shop } from '../e2e/harness.ts';
import { rolloutOf, temporary } from '../e2e/progressive.ts';
import type { Meter } from './meter.ts';
import type { Scenario, ScenarioReport } from './scenario.ts';
import { addResources, requireSuccess, rollingText, type Stage } from './stage.ts';

/** Twenty applications in twenty namespaces, each released by its own run, all at once. */
const count = 20;
const actions = ['deploy', 'gate', 'promote'] as const;
const preload = `--import ${pathToFileURL(join(import.meta.dirname, 'meter.ts')).href}`;
const blueGreen = 'strategy: { blue-green: { deadline: 8m, watch: 10s, watchdog: off } }';
/** Memory limit of a run, in MB. */
const mostMemory = 150;

export function contention(canary: () => Promise<Stage>): Scenario[] {
  return [
    { name: `${count} applications at once`, run: atOnce },
    { name: 'calls while gating', run: async report => gating(await canary(), report) },
  ];
}

async function atOnce(report: ScenarioReport): Promise<void> {
  const shops = await Promise.all(Array.from({ length: count }, (_, index) => small(`many${index}`)));
  try {
    const [first, ...rest] = shops as [Shop, ...Shop[]];
    requireSuccess(await first.deploy('v1'));
    report.say('release of one application alone');
    const alone = await release(first);
    report.say(`the first release of ${rest.length}`);
    for (const run of await Promise.all(rest.map(shop => shop.deploy('v1')))) requireSuccess(run);
    await first.slipway(['rollback', '--environment', 'production', '--to-release', '1']);
    report.say(`the second release of ${count}`);
    const began = Date.now();
    const meters = await Promise.all(shops.map(release));
    report.note('all released', `${Math.round((Date.now() - began) / 1000)} s`);
    noteUsage(report, alone, meters);
    for (const shop of shops) await whole(shop, report);
  } finally {
    await Promise.all(shops.map(shop => shop.remove()));
  }
}

function noteUsage(report: ScenarioReport, alone: Meter[], many: Meter[][]): void {
  for (const [index, action] of actions.entries()) {
    const one = alone[index] as Meter;
    const own = many.map(meters => meters[index] as Meter);
    const calls = own.map(each => each.calls);
    report.note(
      `${action}: calls alone, among ${count}`,
      `${one.calls} in ${one.seconds.toFixed(0)} s, ${Math.min(...calls)} to ${Math.max(...calls)} in ${Math.max(...own.map(({ seconds }) => seconds)).toFixed(0)} s`,
    );
    // A Lease renewal takes two calls every 10 s, and a waiting run polls.
    for (const each of own) {
      const most = one.calls * 1.25 + 5 + 0.5 * Math.max(0, each.seconds - one.seconds);
      report.expect(each.calls <= most, `${action} made ${each.calls} calls; alone it made ${one.calls}`);
    }
  }
  const all = many.flat();
  const most = Math.max(...all.map(({ own, proxy }) => own + proxy));
  report.note(
    'memory, at most',
    `${Math.max(...all.map(({ own }) => own)).toFixed(0)} MB, ${most.toFixed(0)} MB with its proxy`,
  );
  report.expect(
    Math.max(...all.map(({ own }) => own)) <= mostMemory,
    `a run used more than ${mostMemory} MB`,
  );
}

async function whole(shop: Shop, report: ScenarioReport): Promise<void> {
  const { phase, candidate } = await rolloutOf(shop);
  const left = await temporary(shop);
  const decision = await readDecision(shop.cluster, shop.namespace, 'shop', candidate);
  report.expect(phase === 'done', `${shop.namespace} is ${phase}`);
  report.expect(left.length === 0, `left over in ${shop.namespace}: ${left.join(', ')}`);
  report.expect(
    decision?.end?.state === 'promoted',
    `the record of ${shop.namespace}: ${decision?.end?.state}`,
  );
  await shop.serves('v2', 20_000).catch(() => report.expect(false, `v2 is not live in ${shop.namespace}`));
}

/** Measures the API calls per second during the gate, which add to those of the release itself. */
async function gating(stage: Stage, report: ScenarioReport): Promise<void> {
  await stage.reset();
  await stage.deployed();
  const file = join(stage.shop.dir, 'gating.json');
  const run = await stage.start('gate', { NODE_OPTIONS: preload, METER_FILE: file }).done;
  report.expect(run.code === 0, `the gate: ${run.stderr}`);
  const { calls, seconds, own, proxy } = JSON.parse(await readFile(file, 'utf8')) as Meter;
  report.note('gate', `${calls} calls in ${seconds.toFixed(0)} s, ${(calls / seconds).toFixed(1)}/s`);
  report.note('memory', `${own.toFixed(0)} MB, ${(own + proxy).toFixed(0)} MB with its proxy`);
  report.expect(calls / seconds < 10, 'more than 10 calls a second');
  report.expect(own <= mostMemory, `more than ${mostMemory} MB`);
  await stage.reset();
}

async function small(name: string): Promise<Shop> {
  return createShop(name, async shop => {
    await shop.configure(yaml => yaml.replace(rollingText, blueGreen));
    await shop.edit('Deployment', addResources);
    await shop.edit('Deployment', ({ spec }) => {
      spec.replicas = 1;
      // Temporarily each has three pods, and the nodes have six CPUs.
      spec.template.spec.containers[0].resources.requests.cpu = '60m';
    });
    await shop.edit('PodDisruptionBudget', ({ spec }) => {
      spec.minAvailable = 0;
    });
  });
}

async function release(shop: Shop): Promise<Meter[]> {
  const meters: Meter[] = [];
  for (const action of actions) {
    const file = join(shop.dir, `${action}.json`);
    const images = action === 'deploy' ? ['--images', image('v2')] : [];
    const env = { NODE_OPTIONS: preload, METER_FILE: file };
    requireSuccess(await shop.slipway([action, '--environment', 'production', ...images], env));
    meters.push(JSON.parse(await readFile(file, 'utf8')) as Meter);
  }
  return meters;
}
