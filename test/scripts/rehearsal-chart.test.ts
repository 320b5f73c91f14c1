import { describe, expect, it } from 'vitest';
import { summarize } from '../../scripts/load-report.ts';
import { binsOf, chartSvg, lanesOf, stack } from '../../scripts/rehearsal-chart.ts';
import { eventsOf } from '../../scripts/rehearsal-events.ts';
import { answers, small } from './rehearsals.ts';

const identity = { x: (value: number) => value, y: (value: number) => value };
const areasOf = (svg: string) => [...svg.matchAll(/<path class="area (\w+)" d="(M[^"]+)"/g)];

describe('the bins of a load', () => {
  it('are at most 140, and lose no request', () => {
    const { seconds, requests } = summarize(answers(0, 601, '1.0.0'));
    const bins = binsOf(seconds);
    expect(bins.length).toBeLessThanOrEqual(140);
    const sum = bins.reduce((all, { from, to, versions }) => all + (to - from) * (versions['1.0.0'] ?? 0), 0);
    expect(sum).toBeCloseTo(requests, 6);
    expect(bins.at(-1)?.to).toBe(601);
  });
});

describe('the areas of a chart', () => {
  it('are stacked, without empty ones', () => {
    const bins = binsOf(summarize([...answers(0, 1, 'a'), ...answers(1_000, 1, 'b')]).seconds);
    const of = (name: string) => (bin: (typeof bins)[number]) => bin.versions[name] ?? 0;
    expect(stack(bins, [of('a'), of('b'), of('c')], identity)).toEqual([
      'M0 10L1 10L1 0L2 0L2 0L1 0L1 0L0 0Z',
      'M0 10L1 10L1 10L2 10L2 0L1 0L1 10L0 10Z',
      '',
    ]);
  });

  it('exist for each version that answered, and in red for lost requests', () => {
    const good = small();
    const drawn = (load = good.load) =>
      areasOf(chartSvg(load, [], { width: 992, labelled: true }).text).map(([, tone]) => tone);
    expect(drawn()).toEqual(['quiet', 'baseline']);
    const failing = summarize([...answers(0, 9, '1.0.0'), ...answers(3_000, 1, '1.0.0', 'failed')]);
    expect(drawn(failing)).toEqual(['quiet', 'harm', 'harm']);
  });
});

describe('the labels of events', () => {
  it('are not crossed by the line of a later event, at any position', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      // Pseudo-random positions, the same in each run.
      const labels = Array.from({ length: 12 }, (_, index) => ({
        x: Math.abs(Math.sin(seed * 31 + index * 7)) * 900,
        text: 'x'.repeat(1 + ((seed + index) % 18)),
      })).sort((a, b) => a.x - b.x);
      const lanes = lanesOf(labels);
      labels.forEach(({ x, text }, index) => {
        for (let later = index + 1; later < labels.length; later += 1) {
          const reaches = (labels[later]?.x ?? 0) < x + text.length * 6.3;
          if (reaches) expect(lanes[later]).toBeLessThan(lanes[index] ?? 0);
        }
      });
    }
  });

  it('start at the time of their event, and end inside of the chart', () => {
    const { load, ...rest } = small();
    const events = eventsOf({ load, ...rest });
    const svg = chartSvg(load, events, { width: 992, labelled: true }).text;
    const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)">([^<]+)</g)].filter(([, , , text]) =>
      events.some(({ label }) => label === text),
    );
    expect(texts).toHaveLength(events.length);
    for (const [, x, y, text] of texts) {
      expect(Number(y)).toBeGreaterThan(10);
      expect(Number(x) + (text ?? '').length * 6.3).toBeLessThanOrEqual(992);
    }
    const lines = [...svg.matchAll(/<\/title><path d="M([\d.]+) /g)].map(([, x]) => Number(x));
    const length = load.seconds.length - 1;
    // The right edge of the plot, read from a grid line.
    const right = Number(/<path class="grid[^"]*" d="M40 [\d.]+H([\d.]+)"/.exec(svg)?.[1]);
    expect(right).toBeGreaterThan(850);
    expect(right).toBeLessThanOrEqual(992 - 18);
    expect(lines).toEqual(
      events.map(({ second }) => expect.closeTo(40 + (second / length) * (right - 40), 0)),
    );
  });

  it('end inside of the chart even if the last one is long and late', () => {
    const { load } = small();
    const last = { second: load.seconds.length - 1, version: '3.0.0', text: 'late', tone: 'harm' as const };
    const label = '3.0.0 not deployed';
    const svg = chartSvg(load, [{ ...last, label }], { width: 992, labelled: true }).text;
    const [, x] = /<text x="([\d.]+)" y="[\d.]+">3\.0\.0 not deployed</.exec(svg) ?? [];
    expect(Number(x) + label.length * 6.3).toBeLessThanOrEqual(992);
  });

  it('are numbers in a narrow chart', () => {
    const { load, ...rest } = small();
    const svg = chartSvg(load, eventsOf({ load, ...rest }), { width: 362, labelled: false }).text;
    expect(svg).toContain('viewBox="0 0 362 ');
    expect(svg).not.toContain('>2.0.0 deployed<');
    expect(svg).toMatch(/<text x="[\d.]+" y="[\d.]+">9<\/text>/);
  });
});
