import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  alertmanagerConfig,
  alertmanagerFile,
  alertmanagerSecrets,
  reloadAlertmanager,
} from '../../../lab/alerting.ts';
import { labOf } from '../../../lab/lab.ts';
import { reloadPrometheus } from '../../../lab/prometheus.ts';
import type { Load } from '../../../scripts/load.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { monitoringSubject } from '../../../src/monitoring/subject.ts';
import { instantQuery } from '../../prometheus.ts';
import { emptyPanels } from '../dashboards.ts';
import { createShop, eventually, pushShops, type Run, type Shop } from '../harness.ts';
import { loadOn } from '../load.ts';
import { needs } from '../needs.ts';
import { act } from '../progressive.ts';
import { bundleOf, placeFor, received } from './bundle.ts';

/** A release that the gate would pass and that degrades later: who is told, what is rolled back, and how soon. */

needs('alerting', 'exporters');

const lab = labOf(process.env.SLIPWAY_LAB ?? '');
const sinks = process.env.SLIPWAY_SINKS ?? '';
const mailpit = process.env.SLIPWAY_MAILPIT ?? '';

/** Seconds after its start from which the second release is bad. */
const later = 60;

/** The settings of the shop that cause each harm, and what `monitor` says of it. */
const harms = [
  {
    name: 'errors',
    faults: { FAULT_ERROR_RATE: '0.06' },
    said: /availability|Failed requests/,
    rollback: true,
  },
  { name: 'latency', faults: { FAULT_LATENCY_MS: '400' }, said: /Latency/, rollback: true },
  { name: 'memory', faults: { FAULT_MEMORY_HOG: '0.5' }, said: /Memory/, rollback: true },
  { name: 'cpu', faults: { FAULT_CPU_MS: '8' }, said: /CPU|Latency/, rollback: true },
  {
    name: 'told',
    faults: { FAULT_ERROR_RATE: '0.06' },
    said: /availability|Failed requests/,
    rollback: false,
  },
] as const;

const monitoring = (allowed: boolean) => `monitoring:
      objectives: { availability: 99.9% }
      receivers:
        critical: [{ webhook: SMS }]
        warning:
          - email: { to: [ops@lab.test], from: slipway@lab.test, server: '${process.env.SLIPWAY_SMTP ?? ''}', tls: false }
        info: [{ slack: SLACK }]
      compare: 4m
      ${allowed ? 'rollback: { max-age: 30m }' : ''}
    gate:
      prometheus: { service: monitoring/prometheus:9090 }
      metrics:
        - { name: errors, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }
        - { name: latency, histogram: http_request_duration_seconds }
    strategy:`;

beforeAll(pushShops);

describe('a release that degrades after it was promoted', () => {
  const shops = new Map<string, { shop: Shop; load: Load; run: Promise<Run>; since: number }>();
  const rules: string[] = [];

  beforeAll(async () => {
    for (const secret of ['SMS', 'SLACK'])
      writeFileSync(join(alertmanagerSecrets(lab), secret), `${sinks}/hooks/monitoring/${secret}`);
    await Promise.all(
      harms.map(async ({ name, rollback }) => {
        const shop = await createShop(`monitor-${name}`, async made => {
          await made.configure(text => text.replace('strategy:', monitoring(rollback)));
          await made.edit('Deployment', ({ spec }) => {
            spec.replicas = 2;
          });
        });
        const first = await shop.deploy('v1');
        expect(first, first.stderr).toMatchObject({ code: 0 });
        const load = loadOn(shop, 15);
        const bundle = await bundleOf(shop);
        rules.push(placeFor(shop, lab, 'rules', bundle('rules.yml')));
        writeFileSync(alertmanagerFile(lab), bundle('alertmanager.yml'));
        shops.set(name, { shop, load, since: Date.now(), run: Promise.resolve({} as Run) });
      }),
    );
    reloadPrometheus(lab);
    reloadAlertmanager(lab);
    // The time before the release, which it is compared with: all of `compare`, at a scrape every 2 s, after the first release.
    const { shop } = shops.get('told') as { shop: Shop };
    await eventually(async () => {
      const [age] = await instantQuery(
        shop.cluster,
        `count_over_time(up{namespace="${shop.namespace}"}[10m])`,
      );
      return Number(age?.value[1] ?? 0) >= 130;
    }, 420_000);
    await Promise.all(
      harms.map(async ({ name, faults }) => {
        const entry = shops.get(name);
        if (entry === undefined) throw new Error(name);
        await entry.shop.edit('ConfigMap', ({ data }) =>
          Object.assign(data, faults, { FAULT_AFTER: String(later) }),
        );
        const deployed = await entry.shop.deploy('v2');
        expect(deployed, deployed.stderr).toMatchObject({ code: 0 });
        entry.since = Date.now();
        entry.run = act(entry.shop, 'monitor', '--watch', '8m');
      }),
    );
  }, 900_000);

  afterAll(async () => {
    for (const { load } of shops.values()) await load.stop();
    for (const file of rules) rmSync(file, { force: true });
    writeFileSync(alertmanagerFile(lab), alertmanagerConfig());
    reloadPrometheus(lab);
    reloadAlertmanager(lab);
    await Promise.all([...shops.values()].map(({ shop }) => shop.remove()));
  }, 120_000);

  it.each(harms)(
    'is found: $name',
    async ({ name, said, rollback }) => {
      const entry = shops.get(name);
      if (entry === undefined) throw new Error(name);
      const run = await entry.run;
      const { shop, since } = entry;
      console.log(
        `${name}: ${run.outputs.verdict} ${((run.lines.at(-1)?.at ?? 0) - since) / 1000} s after it was live: ${run.outputs.reason}`,
      );
      expect({ code: run.code, ...run.outputs }, run.stderr).toMatchObject({
        code: 1,
        verdict: 'degraded',
        release: '2',
        rollback: rollback ? 'complete' : 'refused',
      });
      expect(run.outputs.reason).toMatch(said);
      await shop.serves(rollback ? 'v1' : 'v2');
    },
    900_000,
  );

  it('M3: is drawn: the queries of its dashboards return data', async () => {
    const { shop } = shops.get('told') as { shop: Shop };
    const config = await loadConfig(join(shop.dir, 'slipway.yml'));
    const empty = await emptyPanels(
      monitoringSubject(config, 'production'),
      async expr => (await instantQuery(shop.cluster, expr)).length,
      // There is no canary in a rolling release; the lab has no series of disks and volumes, and few of kube-state-metrics.
      ({ panel }) => /canary|Disk|annotation|Newest release|rollout|^Pods( by image)?$/i.test(panel),
    );
    expect(empty).toEqual([]);
  }, 120_000);

  it('C7: is rolled back once: the release that it restored is not touched again', async () => {
    const { shop } = shops.get('errors') as { shop: Shop };
    const again = await act(shop, 'monitor', '--watch', '0s');
    expect(again.outputs.rollback).not.toBe('complete');
    await shop.serves('v1');
    const { outputs } = await shop.slipway(['status', '--environment', 'production']);
    expect(outputs).toMatchObject({ release: '1', state: 'idle' });
  }, 60_000);

  it('M9, M11: pages the people that its severity is for', async () => {
    const { shop, since } = shops.get('told') as { shop: Shop; since: number };
    const firing = `ALERTS{alertname="SlipwayErrorBudgetBurn",alertstate="firing",namespace="${shop.namespace}"}`;
    await eventually(async () => (await instantQuery(shop.cluster, firing)).length > 0, 300_000);
    const sms = await eventually(async () => {
      const all = await received('monitoring/SMS');
      return all.find(
        ({ body }) => body.includes('"SlipwayErrorBudgetBurn"') && body.includes(shop.namespace),
      );
    }, 120_000);
    console.log(`paged ${(sms.at - since) / 1000 - later} s after the breach`);
    expect(JSON.parse(sms.body)).toMatchObject({
      status: 'firing',
      commonLabels: { severity: 'critical', app: 'shop' },
    });
    const query = encodeURIComponent('to:ops@lab.test subject:critical');
    const mails = (await (await fetch(`${mailpit}/api/v1/search?query=${query}`)).json()) as {
      messages: unknown[];
    };
    expect(mails.messages).toEqual([]);
    expect(
      (await received('monitoring/SLACK')).filter(({ body }) => body.includes('ErrorBudgetBurn')),
    ).toEqual([]);
  }, 600_000);

  it('M12: is rolled back by the webhook of Alertmanager, once, and by nothing that is forged', async () => {
    const { shop } = shops.get('told') as { shop: Shop };
    const genuine = (await received('monitoring/SMS')).find(
      ({ body }) => body.includes('SlipwayErrorBudgetBurn') && body.includes(shop.namespace),
    );
    const write = (name: string, text: string) => writeFileSync(join(shop.dir, name), text);
    write('alert.json', genuine?.body ?? '');
    const forgery = JSON.parse(genuine?.body ?? '{}') as { alerts: { labels: object; status: string }[] };
    const changed = (labels: object) => ({
      ...forgery,
      alerts: forgery.alerts.map(alert => ({ ...alert, labels: { ...alert.labels, ...labels } })),
    });
    write('other-app.json', JSON.stringify(changed({ app: 'billing' })));
    write('other-alert.json', JSON.stringify(changed({ alertname: 'Whatever' })));
    write('text.json', 'roll back, please');
    const alert = (file: string, ...more: string[]) =>
      shop.slipway([...['alerts', 'rollback', '--environment', 'production', '--payload', file], ...more]);
    // slipway.yml does not allow it.
    const forbidden = await alert('alert.json');
    expect(forbidden, forbidden.stderr).toMatchObject({ code: 0, outputs: { state: 'ignored' } });
    expect(forbidden.outputs.reason).toContain('monitoring.rollback');
    await shop.configure(text =>
      text.replace('compare: 4m', 'compare: 4m\n      rollback: { max-age: 30m }'),
    );
    for (const [file, why] of [
      ['other-app.json', /no alert in the payload is about shop in production/],
      ['other-alert.json', /may start a rollback/],
      ['text.json', /not that of Alertmanager's webhook/],
    ] as const) {
      const ignored = await alert(file);
      expect(ignored, `${file}: ${ignored.stderr}`).toMatchObject({ code: 0, outputs: { state: 'ignored' } });
      expect(ignored.outputs.reason).toMatch(why);
    }
    const planned = await alert('alert.json', '--dry-run', 'true');
    expect(planned, planned.stderr).toMatchObject({
      code: 0,
      outputs: { state: 'would-roll-back', release: '2' },
    });
    await shop.serves('v2');
    const began = Date.now();
    // Alertmanager repeats what it is not sure to have delivered, and each delivery starts a run.
    const runs = await Promise.all(Array.from({ length: 5 }, () => alert('alert.json')));
    console.log(`rolled back ${(Date.now() - began) / 1000} s after the webhook`);
    const states = runs.map(({ outputs }) => outputs.state ?? '').sort();
    expect(
      states.filter(state => state === 'complete'),
      runs.map(({ stderr }) => stderr).join('\n'),
    ).toEqual(['complete']);
    expect(states.filter(state => !['complete', 'ignored', 'not-needed', 'refused'].includes(state))).toEqual(
      [],
    );
    expect(runs.find(({ outputs }) => outputs.state === 'complete')).toMatchObject({
      code: 0,
      outputs: { release: '1' },
    });
    await shop.serves('v1');
    const { outputs: known } = await shop.slipway(['status', '--environment', 'production']);
    expect(JSON.parse(known.status ?? '{}')).toMatchObject({
      release: 1,
      state: 'idle',
      phase: 'rolled-back',
    });
    const again = await alert('alert.json');
    expect(again, again.stderr).toMatchObject({ code: 0, outputs: { state: 'ignored' } });
    await shop.serves('v1');
  }, 240_000);
});
