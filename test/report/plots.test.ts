import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { niceTop, roundStep, roundTicks } from '../../src/report/axis.ts';
import { escaped, html } from '../../src/report/html.ts';
import { plain, xychart } from '../../src/report/mermaid.ts';
import { decisionPage } from '../../src/report/page.ts';
import { pathOf } from '../../src/report/plot.ts';
import { bandsOf, metricSeries, sharePoints, weightAt, weightSteps } from '../../src/report/series.ts';
import { thinned } from '../../src/report/thinning.ts';
import { search } from '../search.ts';
import { wording } from '../wording.ts';
import { begun, crashed, poisoned, rollings, scenarios } from './scenarios.ts';
import { chartsOf } from './xychart.ts';

const { promoted, 'rolled-back': rolledBack } = scenarios;
const value = fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { nil: undefined, freq: 6 });

describe('a thinned line', () => {
  const lines = fc.tuple(fc.array(value, { minLength: 1, maxLength: 400 }), fc.integer({ min: 4, max: 60 }));

  it('has at most so many points, in their order, with the first and the last', () => {
    fc.assert(
      fc.property(lines, ([values, most]) => {
        const kept = thinned(values, most);
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
        const kept = there(thinned(values, most).map(index => values[index]));
        const all = there(values);
        if (all.length === 0) return;
        expect(Math.min(...kept)).toBe(Math.min(...all));
        expect(Math.max(...kept)).toBe(Math.max(...all));
      }),
    );
  });

  it('has as many points as any other of the same length, so that lines of a chart fit together', () => {
    fc.assert(
      fc.property(lines, ([values, most]) => {
        expect(thinned(values, most)).toHaveLength(
          thinned(
            values.map((_, index) => -index),
            most,
          ).length,
        );
      }),
    );
  });

  it('is the same line when it is short', () => {
    expect(thinned([3, undefined, 1], 4)).toEqual([0, 1, 2]);
  });
});

describe('an axis', () => {
  it('has round ticks within its ends, evenly spread, neither too many nor none', () => {
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

  it('has numbers that people write', () => {
    expect(roundTicks(0, 0.35, 6)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(roundTicks(0, 45.8, 10)).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45]);
    expect([niceTop(3.2), niceTop(0.031), niceTop(100), niceTop(0), niceTop(Number.NaN)]).toEqual([
      4, 0.04, 100, 1, 1,
    ]);
  });
});

describe('what is plotted', () => {
  it('is the weight that was asked for, step by step, and zero before and after a rollback', () => {
    const steps = weightSteps(rolledBack);
    expect([0.1, 1, 12, 15].map(minute => weightAt(steps, minute))).toEqual([0, 5, 25, 25]);
    expect(steps.at(-1)!.value).toBe(0);
  });

  it('is the phases one after the other without a hole', () => {
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

  it('is every request that was counted: rates of joined ticks come to the same sum', () => {
    const series = metricSeries(promoted).find(({ title }) => title === 'errors')!;
    expect(series.canary.length).toBeLessThan(promoted.ticks.length);
    expect(metricSeries(promoted).map(({ title }) => title)).toEqual([
      'errors',
      'latency: slower than 0.3 s',
      'latency: slower than 1 s',
    ]);
  });

  it('has a gap where nothing was measured, and is not joined across it', () => {
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

  it('begins anew behind a gap', () => {
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
  it('is one for every title, name and value', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    const line = fc.record({
      name: fc.string({ unit: 'grapheme' }),
      colour: fc.constantFrom('blue', 'orange', 'red') as fc.Arbitrary<'blue' | 'orange' | 'red'>,
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

  it('is nothing with fewer than two points', () => {
    const axis = { name: 'x', from: 0, to: 1 };
    expect(xychart({ title: 'a', x: axis, y: axis, lines: [] })).toBe('');
  });

  it('has titles without signs that mean something', () => {
    expect(plain('errors: 5xx "]; (all) 2 %')).toBe('errors: 5xx (all) 2 %');
  });
});

describe('the HTML report', () => {
  const all = { ...scenarios, begun, crashed, ...rollings };

  it.each(Object.entries(all))('is well-formed and refers to nothing outside: %s', (_, record) => {
    const page = decisionPage(record);
    expect(wellFormed(page)).toBe(true);
    expect(page).not.toMatch(/<script|<link|@import|url\(|src=|NaN|undefined|Infinity/);
    expect(page.match(/href="[^"]*"/g) ?? []).toEqual([
      'href="https://github.com/acme/shop/actions/runs/4711"',
    ]);
  });

  it('tells the same story as the summary', () => {
    const page = decisionPage(rolledBack);
    expect(/<h1>(.*)<\/h1>/.exec(page)?.[1]).toEqual(wording('42', 'rolled back', '41'));
    for (const part of ['Traffic of the candidate', 'Evidence', '>errors<', 'shop-canary-0', 'token 57'])
      expect(page).toContain(part);
    expect(page.match(/<svg/g)).toHaveLength(6);
    expect(page).toContain(`All ${rolledBack.ticks.length} ticks`);
  });

  it.each(Object.entries(rollings))(
    'of a release that nobody judged promises no verdict: %s',
    (_, record) => {
      const page = decisionPage(record);
      expect(page.match(/[^<>]+/g)).toContainEqual(wording('UTC.'));
      expect(page).not.toMatch(
        /slipway backtest|most traffic it had|Traffic of the candidate|Evidence|requests|<svg/,
      );
      expect(page).toContain('<h2>Steps</h2>');
    },
  );

  it.each(Object.entries(scenarios))(
    'says of each table what it is, and of each cell to what it belongs: %s',
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

  it('lets nobody out of a text or an attribute', () => {
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
        // No tag more than with harmless text; labels that do not fit and links that are none are left out.
        expect(tags(page)).toBeLessThanOrEqual(harmless + 4);
        expect(page.includes('\u0000')).toBe(false);
        expect(page.isWellFormed()).toBe(true);
      }),
      search(50),
    );
  });

  it('escapes whatever a template is given', () => {
    expect(html`<a title="${'"><b>'}">${['<i>', html`<u>`, 3, undefined]}</a>`.text).toBe(
      '<a title="&quot;&gt;&lt;b&gt;">&lt;i&gt;<u>3</a>',
    );
    expect(escaped('a\u202eb\ud800c\u0007')).toBe('a\ufffdb\ufffdc\ufffd');
  });
});

/** Whether every tag is closed; void elements are closed for the reader of XML. */
function wellFormed(page: string): true | unknown {
  const xml = page
    .replace(/^<!doctype html>/, '')
    .replace(/<style>[^<]*<\/style>/, '')
    .replace(/<meta ([^>]*)>/g, '<meta $1/>');
  const result = XMLValidator.validate(xml);
  return result === true ? true : result;
}
