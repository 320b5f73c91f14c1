import { expect, it } from 'vitest';
import type { Probe } from '../../src/analysis/probe.ts';
import type { Sample, Series } from '../../src/analysis/prometheus.ts';
import { fakePrometheus } from './fake-prometheus.ts';
import { readTick } from './one-tick.ts';
import { pod, sampling } from './pods.ts';

/** Lines that a shipper counts, as docs/logs.md says: its own target, with the labels of the pod that wrote them. */

const every = 5_000;
const scrapes = Array.from({ length: 40 }, (_, index) => index * every);
const growing = (perScrape: number): Sample[] => scrapes.map((at, index) => [at, index * perScrape]);
const lines = (name: string, level: string, perScrape: number): Series => ({
  labels: {
    ...{ __name__: 'log_lines_total', job: 'fluent-bit', instance: '10.0.0.9:2021' },
    ...{ namespace: 'shop', pod: name, level },
  },
  samples: growing(perScrape),
});
const up = (name: string): Series => ({
  labels: { __name__: 'up', job: 'pods', instance: `10.0.0.1:${name}`, namespace: 'shop', pod: name },
  samples: scrapes.map(at => [at, 1]),
});

it('error lines are counted by pod, with the statistics of every other metric', async () => {
  const [canary, stable] = [pod('canary-1', 'canary', -600_000), pod('stable-1', 'baseline', -600_000)];
  const series = [
    ...[lines('canary-1', 'info', 10), lines('canary-1', 'error', 3), lines('canary-1', 'fatal', 1)],
    ...[lines('stable-1', 'info', 40), lines('stable-1', 'error', 1), up('canary-1'), up('stable-1')],
  ];
  const logs: Probe = {
    kind: 'ratio',
    name: 'error-lines',
    total: 'log_lines_total',
    bad: 'log_lines_total{level=~"error|fatal"}',
  };
  const probes = sampling({ probes: [logs], share: { kind: 'application', probe: 'error-lines' } });
  const span = { from: 60_000, to: 120_000, stage: 0, weight: 20 };
  const tick = await readTick(fakePrometheus(series, 190_000), probes, [canary, stable], span);
  expect(tick.readings['error-lines']).toMatchObject({
    kind: 'counts',
    canary: [{ pod: 'canary-1', total: 12 * 14, bad: [12 * 4] }],
    baseline: [{ pod: 'stable-1', total: 12 * 41, bad: [12] }],
  });
});
