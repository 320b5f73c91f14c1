import { describe, expect, it } from 'vitest';
import { summarize } from '../../scripts/load-report.ts';
import { rehearsalPage, sentence } from '../../scripts/rehearsal-page.ts';
import { answers, small, step } from './rehearsals.ts';

const failed = {
  load: summarize([...answers(0, 10, '1.0.0'), ...answers(4_000, 1, '1.0.0', 'failed')]),
  findings: [{ what: '110 requests, 10 lost', ok: false, detail: 'ECONNREFUSED' }],
};

describe('the sentence of a rehearsal', () => {
  it('contains the live version, the number of stopped versions, and the lost requests', () => {
    expect(sentence(small())).toBe(
      'Rehearsal passed: version 2.0.0 went live, 2 bad versions were stopped, and no request was lost.',
    );
  });

  it('begins with the result', () => {
    expect(sentence(small(failed))).toBe(
      'Rehearsal failed: version 2.0.0 went live, 2 bad versions were stopped, and 10 of 110 requests were lost.',
    );
  });
});

it('a rehearsal without a live version reports that, and measures no rollback', () => {
  const nothing = small({
    ...failed,
    steps: small().versions.map(({ version }) => step(version, 'test', 0, true)),
    rollback: { version: '3.0.0', reason: 'a failing test' },
  });
  expect(sentence(nothing)).toContain('no version went live, 4 bad versions were stopped');
  expect(rehearsalPage(nothing)).toContain('<dt>verdict to traffic restored</dt><dd>not measured<');
});

describe('the page of a rehearsal', () => {
  it('begins with the sentence and the four figures', () => {
    const page = rehearsalPage(small());
    const tiles = [...page.matchAll(/<div><dt>([^<]*)<\/dt><dd>([^<]*)</g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(tiles).toEqual([
      ['requests', '400'],
      ['lost requests', '0'],
      ['verdict to traffic restored', '92 ms'],
      ['total duration', '1 min 10 s'],
    ]);
    expect(page.indexOf('<h1>Rehearsal passed: ')).toBeLessThan(page.indexOf('<dl class="tiles">'));
  });

  it('says how many requests the bad version answered with an error, and how many are by design', () => {
    const load = summarize([...answers(0, 2, '2.0.0'), ...answers(2_000, 1, '3.0.0', 'injected')]);
    const page = rehearsalPage(small({ load }));
    expect(page).toContain('It answered 10 of 10 requests with an error before it was stopped.');
    expect(page).toContain('by design: 0 of 20 answers of 2.0.0, 10 of 10 answers of 3.0.0.');
  });

  it('names each check that failed', () => {
    const page = rehearsalPage(small(failed));
    expect(page).toContain(
      '<dl class="verdict bad"><dt>Failed</dt><dd>110 requests, 10 lost: ECONNREFUSED</dd>',
    );
  });

  it('has a row of steps for each version, which ends at the step that stopped it', () => {
    const page = rehearsalPage(small());
    const rows = [...page.matchAll(/<div class="way"><h3>([^<]*)<.*?<\/div>/gs)].map(([row, version]) => [
      version,
      [...row.matchAll(/<li class="(\w+)".*?<b>(\w+)</g)]
        .map(([, tone, name]) => `${name} ${tone}`)
        .join(', '),
      /<p class="\w+">([^<]*)</.exec(row)?.[1],
    ]);
    expect(rows).toEqual([
      ['1.0.0', 'deploy good', 'released'],
      ['2.0.0', 'deploy good, gate good', 'released'],
      ['2.1.0', 'test harm', 'not built'],
      ['3.0.0', 'deploy good, gate harm', 'rolled back'],
    ]);
  });

  it('links the reports of the releases that a gate has judged', () => {
    const links = [...rehearsalPage(small()).matchAll(/<a href="([^"]*)">([^<]*)</g)];
    expect(links.map(([, href, text]) => [href, text])).toEqual([
      ['report-2.0.0.html', 'Version 2.0.0: promoted'],
      ['report-3.0.0.html', 'Version 3.0.0: rolled back'],
    ]);
  });

  it('escapes all values', () => {
    const hostile = `"><script>alert('x')</script>&`;
    const page = rehearsalPage(
      small({
        versions: [{ version: hostile, about: hostile }],
        steps: [{ ...step(hostile, hostile, 0, true), note: hostile }],
        stages: [{ title: hostile, at: 0, ms: 1, note: hostile }],
        findings: [{ what: hostile, ok: false, detail: hostile }],
        load: summarize(answers(0, 3, hostile)),
        digests: { [hostile]: hostile },
        rollouts: {
          [hostile]: {
            timeline: [{ at: 0, phase: hostile, weight: 5 }],
            end: { at: 0, state: 'rolled-back', reason: hostile, weight: 0 },
          },
        },
        rollback: { version: hostile, reason: hostile, ms: 1 },
      }),
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain(`alert('x')`);
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(12);
  });

  it('loads no resources, runs no scripts and contains no JSON', () => {
    const page = rehearsalPage(small());
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:\/\/| src=/);
    expect(page).not.toMatch(/&quot;|\{"/);
  });

  it('has no elements of a fixed width except the charts, which shrink with the window', () => {
    const page = rehearsalPage(small());
    expect(page).toMatch(/svg \{[^}]*width: 100%/);
    expect(page).not.toMatch(/ (width|min-width|style)="?[^"]*\d{3,}px/);
    expect(page).toContain('code { overflow-wrap: anywhere; }');
  });
});
