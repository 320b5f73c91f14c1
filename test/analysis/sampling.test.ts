import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span, WatchedPod } from '../../src/analysis/probe.ts';
import type { MetricSource } from '../../src/analysis/prometheus.ts';
import { countsOf, readProbe, settledUntil } from '../../src/analysis/sampling.ts';
import type { Tick } from '../../src/analysis/tick.ts';
import { fakePrometheus } from './fake-prometheus.ts';
import { readTick } from './one-tick.ts';
import { errors, type Life, pod, sampling, seriesOf } from './pods.ts';

const interval = 5_000;

/** The process of one pod: its start, its requests, its restarts, and its scrapes with gaps and an offset. */
const life = (name: string, track: WatchedPod['track'], restarting: boolean): fc.Arbitrary<Life> =>
  fc
    .record({
      started: fc.integer({ min: -200_000, max: 60_000 }),
      offset: fc.integer({ min: 0, max: interval - 1 }),
      requests: fc.array(fc.record({ at: fc.integer({ min: 1, max: 200_000 }), bad: fc.boolean() }), {
        maxLength: 60,
      }),
      // Few enough in a row that the gap is not longer than the lookback of a tick.
      missed: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
      restarts: restarting
        ? fc.uniqueArray(fc.integer({ min: 1, max: 200_000 }), { maxLength: 2 })
        : fc.constant<number[]>([]),
    })
    .map(({ started, offset, requests, missed, restarts }) => {
      const first = Math.max(-60_000, started) + 1;
      const scrapes = Array.from({ length: 70 }, (_, index) => first + offset + index * interval);
      return {
        pod: pod(name, track, started),
        requests: requests
          .map(({ at, bad }) => ({ at: Math.max(0, started) + at, bad }))
          .sort((a, b) => a.at - b.at),
        restarts: restarts.map(at => Math.max(0, started) + at).sort((a, b) => a - b),
        scrapes: scrapes.filter((_, index) => !missed.includes(index)),
      };
    });

const end = 240_000;

/** The requests to the pod from 0 until its last scrape in time, except those that a restart lost unseen. */
function happened({ requests, restarts, scrapes }: Life, to: number) {
  const lastScrape = scrapes.filter(at => at <= to).at(-1) ?? 0;
  const seen = requests.filter(({ at }) => {
    const next = restarts.find(restart => restart >= at) ?? Number.POSITIVE_INFINITY;
    return at <= lastScrape && scrapes.some(scrape => scrape >= at && scrape < next);
  });
  return { total: seen.length, bad: seen.filter(({ bad }) => bad).length };
}

/** Whether each restart can be seen at all: some counter of the pod has fallen by the next scrape. */
function isVisible(each: Life): boolean {
  return each.restarts.every(restart => {
    const before = each.scrapes.filter(at => at < restart).at(-1);
    const after = each.scrapes.find(at => at >= restart);
    if (before === undefined || after === undefined) return true;
    return seriesOf(each)
      .filter(({ labels }) => labels.__name__ !== 'up')
      .some(({ samples }) => {
        const value = (at: number) => samples.find(([time]) => time === at)?.[1];
        const [old, young] = [value(before), value(after)];
        return old !== undefined && young !== undefined && young < old;
      });
  });
}

/** The ends of ticks, at any time. */
const cuts = fc
  .uniqueArray(fc.integer({ min: 1, max: end - 1 }), { maxLength: 30 })
  .map(list => list.sort((a, b) => a - b));

const spansOf = (bounds: number[]) =>
  [0, ...bounds].map((from, index) => ({ from, to: bounds[index] ?? end }));

/** The counts of the pod in each span, one query after the other. */
async function counted(source: MetricSource, { pod }: Life, spans: Span[], warmUp = 0) {
  const sum = { total: 0, bad: 0 };
  for (const span of spans) {
    const window = await readProbe(source, sampling(), errors, [pod], span);
    if (!window.ok) throw new Error(window.detail);
    const counts = countsOf(window.value, errors, [pod], warmUp, span);
    for (const { total, bad } of [...counts.canary, ...counts.baseline]) {
      sum.total += total;
      sum.bad += bad[0]!;
    }
  }
  return sum;
}

/** A restart between the value before a tick and its first sample, after which a rare series reaches its old value again. */
const atTheEdge: [Life, number[]] = [
  {
    pod: pod('unsteady', 'baseline', 0),
    requests: [
      ...[false, true, false].map(bad => ({ at: 1, bad })),
      { at: 70_003, bad: false },
      { at: 130_002, bad: true },
    ],
    restarts: [70_002],
    scrapes: Array.from({ length: 70 }, (_, index) => 1 + index * interval),
  },
  [130_001],
];

/** A restart before the window of a tick, between two samples of a rare series. */
const longBefore: [Life, number[]] = [
  {
    pod: pod('unsteady', 'baseline', 0),
    requests: [
      ...[true, false, true].map(bad => ({ at: 1, bad })),
      { at: 60_003, bad: true },
      { at: 125_002, bad: false },
    ],
    restarts: [60_002],
    scrapes: Array.from({ length: 70 }, (_, index) => 1 + index * interval),
  },
  [125_001],
];

describe('the counts of ticks', () => {
  it('add up to exactly the requests, whatever their bounds, the offset of scrapes, and missed scrapes', () =>
    fc.assert(
      fc.asyncProperty(life('steady', 'baseline', false), cuts, async (each, bounds) => {
        const source = fakePrometheus(seriesOf(each), end);
        expect(await counted(source, each, spansOf(bounds))).toEqual(happened(each, end));
      }),
    ));

  it('include the counts before each restart, and those after it from zero', () =>
    fc.assert(
      fc.asyncProperty(life('unsteady', 'baseline', true), cuts, async (each, bounds) => {
        fc.pre(isVisible(each));
        const source = fakePrometheus(seriesOf(each), end);
        expect(await counted(source, each, spansOf(bounds))).toEqual(happened(each, end));
      }),
      { examples: [atTheEdge, longBefore] },
    ));

  it('are never more than the requests, even when a restart cannot be seen', () =>
    fc.assert(
      fc.asyncProperty(life('unsteady', 'baseline', true), cuts, async (each, bounds) => {
        const { total, bad } = await counted(fakePrometheus(seriesOf(each), end), each, spansOf(bounds));
        expect(total).toBeLessThanOrEqual(each.requests.length);
        expect(bad).toBeLessThanOrEqual(each.requests.filter(({ bad }) => bad).length);
      }),
    ));

  it('start with the first scrape after the warm-up', () =>
    fc.assert(
      fc.asyncProperty(
        life('young', 'canary', false),
        fc.integer({ min: 1, max: 120_000 }),
        cuts,
        async (each, warmUp, bounds) => {
          const warm = each.scrapes.find(at => at >= each.pod.started + warmUp) ?? 0;
          const from = Math.max(warm, 0);
          const known = { ...each, requests: each.requests.filter(({ at }) => at > from) };
          const source = fakePrometheus(seriesOf(each), end);
          const counts = await counted(source, each, spansOf(bounds), warmUp);
          // A scrape just before 0 belongs to an earlier tick, but the requests after it do not.
          expect(counts).toEqual(happened(known, end));
        },
      ),
    ));

  it('are the same live and later from history', () =>
    fc.assert(
      fc.asyncProperty(
        life('unsteady', 'baseline', true),
        cuts,
        fc.integer({ min: 0, max: 900 }),
        async (each, bounds, delay) => {
          const source = fakePrometheus(seriesOf(each));
          source.delay = delay;
          const spans = spansOf(bounds);
          const live: Tick[] = [];
          for (const span of spans) {
            source.clock = span.to + sampling().pace.settle;
            expect(await settledUntil(source, sampling())).toEqual({ ok: true, value: span.to });
            live.push(await readTick(source, sampling(), [each.pod], { ...span, stage: 0, weight: 5 }));
          }
          source.clock = end + 3_600_000;
          const later = await Promise.all(
            spans.map(span => readTick(source, sampling(), [each.pod], { ...span, stage: 0, weight: 5 })),
          );
          expect(later).toEqual(live);
        },
      ),
    ));
});
