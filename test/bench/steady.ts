/**
 * False alerts of a good application under steady load: every ten minutes a pod is deleted, the workload is scaled, or a new version is
 * released. Counts the alerts that fire and the messages that receivers get. Takes BENCH_RUNS rounds of ten minutes (default: 12).
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  alertmanagerConfig,
  alertmanagerFile,
  alertmanagerSecrets,
  reloadAlertmanager,
} from '../../lab/alerting.ts';
import { labOf } from '../../lab/lab.ts';
import { reloadPrometheus } from '../../lab/prometheus.ts';
import { bundleOf, placeFor } from '../e2e/alone/bundle.ts';
import { createShop, pushShops, tokenKubeconfig } from '../e2e/harness.ts';
import { loadOn } from '../e2e/load.ts';
import { act } from '../e2e/progressive.ts';
import { instantQuery } from '../prometheus.ts';

const rounds = Number(process.env.BENCH_RUNS ?? 12);
const round = 600_000;
const rate = 10;
const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const sinks = process.env.SLIPWAY_SINKS ?? '';
const say = (line: string) => console.log(`${new Date().toISOString().slice(11, 19)} ${line}`);

const monitoring = `monitoring:
      objectives: { availability: 99.9%, latency: { share: 99%, under: 0.5 } }
      receivers: { critical: [{ webhook: STEADY }], warning: [{ webhook: STEADY }], info: [{ webhook: STEADY }] }
      compare: 5m
    gate:
      prometheus: { service: monitoring/prometheus:9090 }
      metrics:
        - { name: errors, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }
        - { name: latency, histogram: http_request_duration_seconds }
    strategy:`;

await pushShops();
await fetch(`${sinks}/received/steady`, { method: 'DELETE' });
writeFileSync(join(alertmanagerSecrets(lab), 'STEADY'), `${sinks}/hooks/steady/STEADY`);
const shop = await createShop('steady', async made => {
  await made.configure(text => text.replace('strategy:', monitoring));
});
let rules: string | undefined;
/** When an alert was first seen firing, by its labels. */
const fired = new Map<string, string>();
const refused: string[] = [];
const verdicts: Record<string, number> = {};
const done: Record<string, number> = { restarts: 0, scalings: 0, releases: 0 };
let [requests, lost] = [0, 0];
try {
  const first = await shop.deploy('v1');
  if (first.code !== 0) throw new Error(first.stderr);
  const bundle = await bundleOf(shop);
  rules = placeFor(shop, lab, 'rules', bundle('rules.yml'));
  writeFileSync(alertmanagerFile(lab), bundle('alertmanager.yml'));
  reloadPrometheus(lab);
  reloadAlertmanager(lab);
  for (let number = 0; number < rounds; number++) {
    const end = Date.now() + round;
    const load = loadOn(shop, rate);
    await sleep(60_000);
    await disturb(number);
    await sleep(Math.max(0, end - Date.now()));
    await noteAlerts();
    const report = await load.stop();
    requests += report.requests;
    lost += report.failed;
    // A token lasts for two hours.
    await tokenKubeconfig(shop.cluster, shop.namespace, 'runner', shop.dir);
    const { outputs } = await act(shop, 'monitor', '--watch', '0s');
    const verdict = outputs.verdict ?? 'none';
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    if (verdict !== 'healthy') refused.push(`round ${number + 1}: ${verdict}: ${outputs.reason}`);
    say(`round ${number + 1}: ${verdict}, ${fired.size} alerts so far`);
  }
} finally {
  if (rules !== undefined) rmSync(rules);
  writeFileSync(alertmanagerFile(lab), alertmanagerConfig());
  reloadPrometheus(lab);
  reloadAlertmanager(lab);
  await shop.remove();
}
const received = (await (await fetch(`${sinks}/received/steady`)).json()) as unknown[];
for (const each of refused) say(each);
console.log(
  JSON.stringify({
    bench: 'steady',
    ...{ minutes: (rounds * round) / 60_000, rate, requests, lost, ...done, verdicts },
    ...{ alerts: [...fired.entries()], messages: received.length },
  }),
);

/** Deletes a pod, scales, or releases the other version, in turn. */
async function disturb(number: number): Promise<void> {
  const kind = ['restarts', 'scalings', 'releases'][number % 3] ?? '';
  done[kind] = (done[kind] ?? 0) + 1;
  if (kind === 'restarts') {
    const [pod] = await shop.pods();
    await shop.kubectl(['delete', `pod/${pod?.metadata?.name}`, '--wait=false']);
  } else if (kind === 'scalings')
    await shop.kubectl(['scale', 'deployment/shop', `--replicas=${number % 2 === 0 ? 3 : 4}`]);
  else {
    const run = await shop.deploy(number % 2 === 0 ? 'v2' : 'v1');
    if (run.code !== 0) refused.push(`round ${number + 1}: the release failed: ${run.outputs.reason}`);
  }
  say(`round ${number + 1}: ${kind}`);
}

/** Notes every alert that was firing at a moment of the last round. */
async function noteAlerts(): Promise<void> {
  const firing = `max_over_time(ALERTS{alertstate="firing",namespace="${shop.namespace}"}[${round / 1000 + 60}s])`;
  for (const { metric } of await instantQuery(shop.cluster, firing)) {
    const labels = JSON.stringify(metric);
    if (!fired.has(labels)) say(`fired: ${labels}`);
    fired.set(labels, fired.get(labels) ?? new Date().toISOString());
  }
}
