import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/decision/chunks.ts';
import { endRecord, noteVerdict } from '../../src/decision/record.ts';
import type { DecisionRecord } from '../../src/decision/schema.ts';
import { decisionSummary } from '../../src/report/decision.ts';
import { headline } from '../../src/report/headline.ts';
import { largestSummary } from '../../src/toolkit/runner.ts';
import { withoutCode } from '../rendered.ts';
import { search } from '../search.ts';
import { wording } from '../wording.ts';
import { rollout, withoutEnd } from './rollouts.ts';
import { begun, crashed, poisoned, rollings, scenarios } from './scenarios.ts';
import { chartsOf, parseChart } from './xychart.ts';

const { promoted, 'rolled-back': rolledBack, 'needs-action': needsAction } = scenarios;
const evil = '</td>| x\n\n<img src=x onerror=alert(1)> "]-->```\n# title\n[a](javascript:b) `c` ${d}';

describe('the summary of a release', () => {
  it.each(Object.entries(scenarios))(
    'has not changed for a release that was: %s (`npx vitest run -u test/report` updates it)',
    async (name, record) => {
      await expect(decisionSummary(record)).toMatchFileSnapshot(`golden/${name}.md`);
    },
  );

  it.each(['up', 'rolled-back'] as const)(
    'has not changed for a rolling release that was: %s',
    async name => {
      await expect(decisionSummary(rollings[name])).toMatchFileSnapshot(`golden/rolling-${name}.md`);
    },
  );

  it('is what docs/evidence.md shows', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/evidence.md'), 'utf8');
    const [title, , reason] = decisionSummary(rolledBack).split('\n');
    expect(page).toContain(`> ${title}\n>\n> ${reason}\n`);
  });

  it('names the proof for promotion, or why the release was forced', () => {
    const promotion = {
      environment: 'staging',
      release: 12,
      verifiedAt: '2026-11-25T12:00:00Z',
      soak: 60_000,
    };
    expect(decisionSummary({ ...promoted, promotion })).toContain(
      '| proof for promotion | release 12 of staging, verified 2026-11-25T12:00:00Z, soak 60.0 s |',
    );
    const forced = { reason: 'the fix of an outage', against: `never verified ${evil}` };
    const text = decisionSummary({ ...promoted, promotion: { environment: 'staging', soak: 0, forced } });
    expect(text).toContain('| forced | the fix of an outage;');
    expect(text).not.toContain('<img');
  });

  it('is the same for the same record after a round trip through JSON', () => {
    for (const record of Object.values(scenarios)) {
      expect(decisionSummary(readRecord(JSON.stringify(record)))).toBe(decisionSummary(record));
    }
    expect(decisionSummary(rollout())).toBe(decisionSummary(rollout()));
  });

  it.each<[string, DecisionRecord, string, string[]]>([
    ['promoted', promoted, wording('### ✅ shop → production', 'release 42'), []],
    [
      'rolled back by its errors',
      rolledBack,
      wording('### ❌ shop → production', '42', 'rolled back', '41'),
      ['errors'],
    ],
    [
      'needs-action',
      needsAction,
      wording('### ❌ shop → production', '42', 'needs action', '5 %', '41'),
      ['resume', 'rollback'],
    ],
    [
      'without data',
      scenarios['no-data'],
      wording('### ❌ shop → production', '42', 'rolled back', '41'),
      ['Prometheus', '5 min'],
    ],
    [
      'idle',
      rollout({ missing: minute => (minute > 3 ? { kind: 'idle' } : undefined) }),
      wording('### ❌ shop → production', '42', 'rolled back', '41'),
      ['5 min'],
    ],
    [
      'crashed',
      crashed,
      wording('### ❌ shop → production', '42', 'rolled back', '41'),
      ['code 1', 'pod shop-canary-0'],
    ],
  ])('begins with the result, the live release, why, and what to do: %s', (_, record, title, facts) => {
    const [first, second = ''] = decisionSummary(record).split('\n\n');
    expect(first).toEqual(title);
    expect(second).toEqual(wording('**Why:** ', '**Next:** ', ...facts));
  });

  it.each<[keyof typeof rollings, string, string, string]>([
    ['up', wording('42'), wording(), wording('verify')],
    ['rolled-back', wording('42', 'rolled back', '41'), wording('shop-young-0'), wording('pod shop-young-0')],
    ['rolling-back', wording('42', '41'), wording('shop-young-0'), wording('sweep')],
    [
      'needs-action',
      wording('42', 'needs action', '41'),
      wording('shop-young-0'),
      wording('Deployment/shop', 'kubectl -n shop'),
    ],
    [
      'no-pods',
      wording('42', 'needs action', 'no pod is ready'),
      wording('shop-young-0'),
      wording('Deployment/shop'),
    ],
  ])('says the same for a release that no gate judged: %s', (name, what, why, next) => {
    const said = headline(rollings[name]);
    expect([said.what, said.why, said.next]).toEqual([what, why, next]);
  });

  it('has no weights, no counts and no unused strategy for a rolling release', () => {
    for (const record of Object.values(rollings)) {
      const text = decisionSummary(record);
      expect(chartsOf(text)).toEqual([]);
      expect(text).not.toMatch(/requests|% of the traffic|NaN|undefined/);
      expect(columnsOf(text)).toEqual([]);
    }
    expect(decisionSummary(rollings.first)).toContain(
      '| strategy | rolling instead of canary, deadline 50 min |',
    );
    expect(decisionSummary(rollings.up)).toContain('| calls to the API server | 61 |');
  });

  it('says which release is live after a rejected approval', () => {
    const end = { at: 0, state: 'unchanged', reason: 'the approval was rejected', weight: 0 } as const;
    expect(headline(endRecord(begun, end)).what).toEqual(wording('42', '41'));
  });

  it('says that promotion comes next after the gate', () => {
    const said = headline(withoutEnd(promoted));
    expect(said).toMatchObject({ mood: 'good', next: wording('promote') });
    expect(said.what).toEqual(wording('42', '80 %', '41'));
  });

  it('asks for a rollback after a failed gate', () => {
    const fail = { verdict: 'fail' as const, reason: 'bad', metrics: ['errors'] };
    expect(headline(noteVerdict(withoutEnd(promoted), { at: 1, stage: 3 }, fail))).toMatchObject({
      mood: 'bad',
    });
  });

  it('has no empty charts when only the start of a release is known', () => {
    const { end: _, ...rest } = begun;
    const text = decisionSummary(rest);
    expect(text).toContain('⏳');
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(chartsOf(text).every(({ lines }) => lines.every(line => line.length > 1))).toBe(true);
  });

  it('has valid xycharts of at most 60 points, within their axes', () => {
    for (const record of Object.values(scenarios)) {
      const charts = chartsOf(decisionSummary(record));
      expect(charts.length).toBe(5);
      for (const { lines, x, y } of charts) {
        expect(x[1]).toBeGreaterThan(x[0]);
        for (const line of lines) {
          expect(line).toHaveLength(lines[0]!.length);
          expect(line.length).toBeLessThanOrEqual(60);
          for (const value of line) {
            expect(value).toBeGreaterThanOrEqual(y[0]);
            expect(value).toBeLessThanOrEqual(y[1]);
          }
        }
      }
    }
  });

  it('shows harm in its charts: the line ends above the threshold', () => {
    const [harm, threshold] = chartsOf(decisionSummary(rolledBack)).at(-1)!.lines;
    expect(threshold!.at(-1)).toBe(2);
    expect(harm!.at(-1)).toBeGreaterThan(2);
    expect(Math.max(...chartsOf(decisionSummary(promoted)).at(-1)!.lines[0]!)).toBeLessThan(2);
  });

  it('is checked by a parser that refuses an invalid chart', () => {
    expect(() => parseChart('xychart-beta\n line [1, x]\n')).toThrow('no chart');
  });
});

describe('untrusted text in the summary of a release', () => {
  it('adds no markup, row, cell, chart or fence', () => {
    for (const record of [...Object.values(scenarios), crashed]) {
      const text = decisionSummary(poisoned(record, evil));
      expect(withoutCode(text)).not.toMatch(/<img|<\/td|^# title|(?<!\\)\[a\]/m);
      expect(columnsOf(text)).toEqual([]);
      chartsOf(text);
    }
  });

  it('breaks no table and no chart', () => {
    const piece = fc.constantFrom(
      '|',
      '\\',
      '\n',
      '`',
      '```',
      '"',
      '<',
      ']',
      '-->',
      '%%',
      '{',
      '}',
      '**',
      'a',
      ';',
      '\u2028',
    );
    const poison = fc.array(piece, { minLength: 1, maxLength: 12 }).map(parts => parts.join(''));
    const record = { ...rolledBack, ticks: rolledBack.ticks.slice(0, 6) };
    fc.assert(
      fc.property(poison, each => {
        const text = decisionSummary(poisoned(record, each));
        expect(columnsOf(text)).toEqual([]);
        expect((text.match(/^```/gm) ?? []).length).toBe(2 * chartsOf(text).length);
      }),
      search(60),
    );
  });

  it('becomes a link only with an http address', () => {
    const runs = rolledBack.runs.map(run => ({ ...run, by: { ...run.by, url: 'javascript:alert(1)' } }));
    expect(decisionSummary({ ...rolledBack, runs })).not.toContain('javascript');
  });
});

describe('the facts of a release', () => {
  it('name their pod once', () => {
    const details = ['container shop of pod shop-0 crashes', 'container shop crashes'];
    const facts = details.map(detail => ({
      at: 0,
      fact: { kind: 'crash-loop' as const, pod: 'shop-0', detail },
    }));
    const text = decisionSummary({ ...promoted, facts });
    expect(text).toContain('| container shop of pod shop-0 crashes |');
    expect(text).toContain('| shop-0: container shop crashes |');
  });
});

describe('a summary of a huge release', () => {
  it('stays far below the limit of GitHub', () => {
    const long = 'ü'.repeat(600);
    const huge: DecisionRecord = {
      ...poisoned(promoted, long),
      verdicts: Array.from({ length: 100 }, () => ({
        ...promoted.verdicts[0]!,
        verdict: { verdict: 'pass', reason: long },
      })),
      facts: Array.from({ length: 50 }, () => ({ at: 0, fact: { kind: 'restart', detail: long } })),
      pods: Array.from({ length: 200 }, (_, index) => ({
        pod: `${long}${index}`,
        track: 'canary',
        ready: true,
        restarts: 0,
        note: long,
      })),
    };
    const text = decisionSummary(huge);
    expect(text.split('\n')).toContainEqual(wording('HTML'));
    expect(Buffer.byteLength(text)).toBeLessThan(largestSummary / 2);
  });
});

/** Returns the rows that do not have as many cells as the head of their table. */
function columnsOf(markdown: string): string[] {
  const wrong: string[] = [];
  let columns: number | undefined;
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) {
      columns = undefined;
      continue;
    }
    const cells = line.replace(/\\./g, '').split('|').length;
    columns ??= cells;
    if (cells !== columns) wrong.push(line);
  }
  return wrong;
}
