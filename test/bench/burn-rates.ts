/**
 * When the burn-rate alerts fire on a running Prometheus, beside the time that the SRE workbook's formula gives: five applications with three
 * days without errors behind them, of whose requests 100, 50, 20, 10 and 5 % then fail. Takes 20 minutes.
 */

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { burnAlertNames, burnLimits, burnRate } from '../../src/monitoring/rules/burn-rate.ts';
import { ruleGroups } from '../../src/monitoring/rules/rules.ts';
import { shop } from '../monitoring/subjects.ts';

const shares = [1, 0.5, 0.2, 0.1, 0.05];
const perSecond = 20;
const history = 3 * 86_400;
/** Seconds between two scrapes, and between two evaluations of the alerts. */
const interval = 15;
const port = 19_090;

const subjectOf = (share: number) =>
  shop({ objectives: { availability: '99.9%' } }, { namespace: `failing-${share * 100}` });

/** The counters at a time, in seconds since 1970. @param end ` 1795000000` for a sample of the past. */
const countersAt = (at: number, begun: number, breach: number, end = ''): string =>
  shares
    .map(share => {
      const bad = Math.round(share * perSecond * Math.max(0, at - breach));
      const all = Math.round(perSecond * (at - begun));
      const series = (code: number) =>
        `http_requests_total{namespace="failing-${share * 100}",pod="shop-bcdfg-bcdfg",code="${code}",job="apps",instance="apps"}`;
      return `${series(200)} ${all - bad}${end}\n${series(500)} ${bad}${end}\n`;
    })
    .join('');

const folder = mkdtempSync(join(tmpdir(), 'slipway-burn-rates-'));
const now = Math.floor(Date.now() / 1000);
const begun = now - history;
const breach = now + 60;
let past = '# TYPE http_requests counter\n';
for (let at = begun; at < now; at += 60) past += countersAt(at, begun, breach, ` ${at}`);
const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
file('past.txt', sorted(past));
const exporter = createServer((_, response) => {
  response.setHeader('content-type', 'text/plain; version=0.0.4');
  response.end(countersAt(Date.now() / 1000, begun, breach));
});
await new Promise<void>(resolve => exporter.listen(0, '127.0.0.1', resolve));
const target = `127.0.0.1:${(exporter.address() as AddressInfo).port}`;
file(
  'prometheus.yml',
  stringify({
    global: { scrape_interval: `${interval}s`, evaluation_interval: `${interval}s` },
    rule_files: ['rules-*.yml'],
    // The labels of the exposition, which those of the past have.
    scrape_configs: [{ job_name: 'apps', honor_labels: true, static_configs: [{ targets: [target] }] }],
  }),
);
for (const share of shares)
  file(`rules-${share * 100}.yml`, stringify({ groups: ruleGroups(subjectOf(share)) }, { lineWidth: 0 }));

const data = join(folder, 'data');
const say = (line: string) => console.log(line);
execFileSync('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', join(folder, 'past.txt'), data]);
const end = Date.now() + 1_800_000;
const prometheus = spawn(
  'prometheus',
  [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${data}`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--log.level=error',
  ],
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    prometheus.kill();
    process.exit(1);
  });

interface Alert {
  readonly state: string;
  readonly labels: Readonly<Record<string, string>>;
}
const fired = new Map<number, number>();
try {
  while (fired.size < shares.length && Date.now() < end) {
    await sleep(1000);
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/alerts`).catch(() => undefined);
    const found = (await answer?.json().catch(() => undefined)) as { data: { alerts: Alert[] } } | undefined;
    for (const { state, labels } of found?.data.alerts ?? []) {
      const share = shares.find(each => labels.namespace === `failing-${each * 100}`);
      if (labels.alertname !== burnAlertNames.critical || state !== 'firing') continue;
      if (share === undefined || fired.has(share)) continue;
      fired.set(share, Date.now() / 1000 - breach);
      say(
        `${share * 100} %: ${fired.get(share)?.toFixed(0)} s, by the formula ${theory(share).toFixed(0)} s`,
      );
    }
  }
} finally {
  prometheus.kill();
  exporter.close();
  rmSync(folder, { recursive: true, force: true });
}
const times = shares.map(share => ({
  share,
  seconds: Math.round(fired.get(share) ?? -1),
  formula: Math.round(theory(share)),
}));
say(JSON.stringify({ bench: 'burn-rates', interval, times }));

/** Seconds until the first of the limits is exceeded, if no request failed before. */
function theory(share: number): number {
  const window = subjectOf(share).objectives.window;
  const times = burnLimits
    .filter(({ severity }) => severity === 'critical')
    .map(limit => (burnRate(limit, window) * 0.001 * limit.long) / share / 1000);
  return Math.min(...times);
}

/** OpenMetrics wants all samples of a series together, and its counters without `_total` in the type. */
function sorted(text: string): string {
  const [type = '', ...samples] = text.trim().split('\n');
  const bySeries = Map.groupBy(samples, line => line.slice(0, line.lastIndexOf('}')));
  return `${[type, ...[...bySeries.values()].flat(), '# EOF'].join('\n')}\n`;
}
