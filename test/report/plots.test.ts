import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { niceTop, roundStep, roundTicks } from '../../src/report/axis.ts';
import { downsample } from '../../src/report/downsample.ts';
import { escaped, html } from '../../src/report/html.ts';
import { plain, xychart } from '../../src/report/mermaid.ts';
import { decisionPage } from '../../src/report/page.ts';
import { pathOf } from '../../src/report/plot.ts';
import { bandsOf, metricSeries, sharePoints, weightAt, weightSteps } from '../../src/report/series.ts';
import { search } from '../search.ts';
import { wording } from '../wording.ts';
import { begun, crashed, poisoned, rollings, scenarios } from './scenarios.ts';
import { chartsOf } from './xychart.ts';

const { promoted, 'rolled-back': rolledBack } = scenarios;
const value = fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { nil: undefined, freq: 6 });

describe('a downsampled line', () => {
  const lines = fc.tuple(fc.array(value, { minLength: 1, maxLength: 400 }), fc.integer({ min: 4, max: 60 }));

  it('has at most that many points, in their order, with the first and the last', () => {
    fc.assert(
      fc.property(lines, ([values, most]) => {
        const kept = downsample(values, most);
        expect(kept.length).toBeLessThanOrEqual(most);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        expect([kept[0], kept.at(-1)]).toEqual([0, values.length - 1]);
      }),
    );
  });

  it('keeps the smallest and the largest value', () => {
    fc.assert(
      fc.property(lines, ([values, most]) => {
        const there = (list: (number | undefined)[]) => list.filter(each => each !== undefined);
        const kept = there(downsample(values, most).map(index => values[index]));
        const all = there(values);
        if (all.length === 0) return;
        expect(Math.min(...kept)).toBe(Math.min(...all));
        expect(Math.max(...kept)).toBe(Math.max(...all));
      }),
    );
  });

  it('has the same number of points as any line of the same length', () => {
    fc.assert(
      fc.property(lines, ([values, most]) => {
        expect(downsample(values, most)).toHaveLength(
          downsample(
            values.map((_, index) => -index),
            most,
          ).length,
        );
      }),
    );
  });

  it('is the same line when it is short', () => {
    expect(downsample([3, undefined, 1], 4)).toEqual([0, 1, 2]);
  });
});

describe('an axis', () => {
  it('has at least one round tick, and not too many, evenly spread within its ends', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e5, max: 1e5 }),
        fc.double({ noNaN: true, min: 1e-3, max: 1e6 }),
        (from, length) => {
          const ticks = roundTicks(from, from + length, 6);
          expect(ticks.length).toBeGreaterThanOrEqual(1);
          expect(ticks.length).toBeLessThanOrEqual(7);
          const step = roundStep(length, 6);
          ticks.forEach((tick, index) => {
            expect(tick).toBeGreaterThanOrEqual(from - step * 1e-6);
            expect(tick).toBeLessThanOrEqual(from + length + step * 1e-6);
            if (index > 0) expect(tick - ticks[index - 1]!).toBeCloseTo(step, 6);
          });
        },
      ),
    );
  });

  it('has round numbers', () => {
    expect(roundTicks(0, 0.35, 6)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(roundTicks(0, 45.8, 10)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45]);
    expect([niceTop(3.2), niceTop(0.031), niceTop(100), niceTop(0), niceTop(Number.NaN)]).toEqual([
      4, 0.04, 100, 1, 1,
    ]);
  });
});

describe('the plotted values', () => {
  it('are the weights step by step, and zero before and after a rollback', () => {
    const steps = weightSteps(rolledBack);
    expect([0.1, 1, 12, 15].map(minute => weightAt(steps, minute))).toEqual([0, 5, 25, 25]);
    expect(steps.at(-1)!.value).toBe(0);
  });

  it('are the phases in order, without a gap', () => {
    const bands = bandsOf(promoted);
    expect(bands.map(({ label }) => label)).toEqual([
      'start',
      '5 %',
      '25 %',
      '50 %',
      'bake 80 %',
      'promote',
      'watch',
    ]);
    expect(bands.slice(1).map(({ from }) => from)).toEqual(bands.slice(0, -1).map(({ to }) => to));
  });

  it('are the rates of combined ticks, for each metric and boundary', () => {
    const series = metricSeries(promoted).find(({ title }) => title === 'errors')!;
    expect(series.canary.length).toBeLessThan(promoted.ticks.length);
    expect(metricSeries(promoted).map(({ title }) => title)).toEqual([
      'errors',
      'latency: slower than 0.3 s',
      'latency: slower than 1 s',
    ]);
  });

  it('have a gap where nothing was measured, and are not combined across it', () => {
    const { canary } = metricSeries(scenarios['no-data'])[0]!;
    const gap = canary.findIndex(point => point.value === undefined);
    expect(gap).toBeGreaterThan(0);
    expect(canary[gap - 1]!.value).toBeDefined();
    expect(sharePoints(scenarios['no-data']).some(point => point.value === undefined)).toBe(true);
  });
});

describe('a line in a plot', () => {
  const scale = { x: (minute: number) => minute * 10, y: (at: number) => 100 - at };
  const points = (...values: (number | undefined)[]) =>
    values.map((each, minute) => ({ minute, value: each }));

  it('restarts after a gap', () => {
    expect(pathOf(points(1, 2, undefined, 3, 4), false, scale)).toBe('M0 99L10 98M30 97L40 96');
  });

  it('shows a point between two gaps', () => {
    expect(pathOf(points(undefined, 2, undefined), false, scale)).toBe('M10 98h1');
  });

  it('holds a weight until the next', () => {
    expect(pathOf(points(0, 5, 25), true, scale)).toBe('M0 100H10V95H20V75');
  });
});

describe('a chart of the summary', () => {
  it('is valid with any title, name and value', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    const line = fc.record({
      name: fc.string({ unit: 'grapheme' }),
      color: fc.constantFrom('blue', 'orange', 'red') as fc.Arbitrary<'blue' | 'orange' | 'red'>,
      values: fc.array(
        fc.oneof(
          finite.map(each => each % 1e6),
          fc.constant(Number.NaN),
        ),
        {
          minLength: 2,
          maxLength: 5,
        },
      ),
    });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(line, { minLength: 1, maxLength: 3 }),
        (title, lines) => {
          const axis = { name: title, from: 0, to: 1 };
          const text = xychart({ title, x: axis, y: axis, lines });
          expect(chartsOf(text)).toHaveLength(1);
        },
      ),
    );
  });

  it('is empty with fewer than two points', () => {
    const axis = { name: 'x', from: 0, to: 1 };
    expect(xychart({ title: 'a', x: axis, y: axis, lines: [] })).toBe('');
  });

  it('has titles without signs that have a meaning in the grammar', () => {
    expect(plain('errors: 5xx "]; (all) 2 %')).toBe('errors: 5xx (all) 2 %');
  });
});

describe('the HTML report', () => {
  const all = { ...scenarios, begun, crashed, ...rollings };

  it.each(Object.entries(all))('is well-formed and loads nothing: %s', (_, record) => {
    const page = decisionPage(record);
    expect(wellFormed(page)).toBe(true);
    expect(page).not.toMatch(/<script|<link|@import|url\(|src=|NaN|undefined|Infinity/);
    expect(page.match(/href="[^"]*"/g) ?? []).toEqual([
      'href="https://github.com/acme/shop/actions/runs/4711"',
    ]);
  });

  it('has the same content as the summary', () => {
    const page = decisionPage(rolledBack);
    expect(/<h1>(.*)<\/h1>/.exec(page)?.[1]).toEqual(wording('42', 'rolled back', '41'));
    for (const part of ['Traffic of the candidate', 'Evidence', '>errors<', 'shop-canary-0', 'token 57'])
      expect(page).toContain(part);
    expect(page).toContain('<span class="status harm">worse</span>');
    expect(page.match(/<svg/g)).toHaveLength(6);
    expect(page).toContain(`All ${rolledBack.ticks.length} ticks`);
  });

  it.each(Object.entries(rollings))('has no verdict for a release that no gate judged: %s', (_, record) => {
    const page = decisionPage(record);
    expect(page.match(/[^<>]+/g)).toContainEqual(wording('UTC.'));
    expect(page).not.toMatch(
      /slipway backtest|highest weight|Traffic of the candidate|Evidence|requests|<svg/,
    );
    expect(page).toContain('<h2>Steps</h2>');
  });

  it.each(Object.entries(scenarios))(
    'has a caption for each table, and a header for each row and column: %s',
    (_, record) => {
      const tables = [...decisionPage(record).matchAll(/<table.*?<\/table>/gs)].map(([table]) => table);
      expect(tables.length).toBeGreaterThan(4);
      const captions = tables.map(table => /^<table[^>]*><caption>(.+?)<\/caption>/.exec(table)?.[1] ?? '');
      expect(captions.every(caption => caption.replace(/<[^>]*>/g, '') !== '')).toBe(true);
      expect(new Set(captions).size).toBe(tables.length);
      for (const table of tables) {
        const headers = table.match(/<th[ >]/g) ?? [];
        expect(table.match(/<th scope="(col|row)"/g)).toHaveLength(headers.length);
        const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) => row);
        const columns = rows.filter(row => row.includes('scope="col"'));
        expect(columns.length).toBe(table.includes('class="about"') ? 0 : 1);
        for (const row of rows)
          if (!columns.includes(row)) expect(row).toMatch(/^<th scope="row"[^>]*>.+?<\/th>(<td|$)/);
      }
    },
  );

  it('escapes untrusted text in elements and attributes', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '</title>',
      '</style>',
      '-->',
      ']]>',
      '\u0000',
      '\ud800',
      'a',
      '${',
      '`',
    );
    const poison = fc.array(piece, { minLength: 1, maxLength: 8 }).map(parts => parts.join(''));
    const record = { ...rolledBack, ticks: rolledBack.ticks.slice(0, 3) };
    const tags = (page: string) => (page.match(/<[a-z/!]/g) ?? []).length;
    const harmless = tags(decisionPage(poisoned(record, 'aaaaaaaa')));
    fc.assert(
      fc.property(poison, each => {
        const page = decisionPage(poisoned(record, each));
        expect(wellFormed(page)).toBe(true);
        // No more tags than with harmless text, except for omitted labels and links.
        expect(tags(page)).toBeLessThanOrEqual(harmless + 4);
        expect(page.includes('\u0000')).toBe(false);
        expect(page.isWellFormed()).toBe(true);
      }),
      search(50),
    );
  });

  it('escapes all values of a template', () => {
    expect(html`<a title="${'"><b>'}">${['<i>', html`<u>`, 3, undefined]}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;b&gt;">&lt;i&gt;<u>3</a>',
    );
    expect(escaped('a\u202eb\ud800c\u0007')).toBe('a\ufffdb\ufffdc\ufffd');
  });
});

/** Whether every tag is closed. Closes void elements first, for the XML parser. */
function wellFormed(page: string): true | unknown {
  const xml = page
    .replace(/^<!doctype html>/, '')
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(/<meta ([^>]*)>/g, '<meta $1/>');
  const result = XMLValidator.validate(xml);
  return result === true ? true : result;
}
