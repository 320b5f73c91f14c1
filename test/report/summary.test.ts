import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveOutput } from '../../src/actions/rollback.ts';
import type { DeployResult } from '../../src/release/deploy.ts';
import type { RollbackResult } from '../../src/release/rollback.ts';
import type { Verification } from '../../src/release/verify.ts';
import {
  deploySummary,
  drillsSweptSummary,
  rollbackSummary,
  sweepSummary,
  verifySummary,
} from '../../src/report/summary.ts';
import { cell, table, time } from '../../src/toolkit/markdown.ts';
import { remedyOfNeedsAction } from '../../src/toolkit/operations.ts';
import type { ReleaseNumber } from '../../src/workloads/naming.ts';
import { withoutCode } from '../rendered.ts';
import { wording } from '../wording.ts';
import { scenarios } from './scenarios.ts';

const seven = 7 as ReleaseNumber;
const evil = '<img src=x onerror=alert(1)> | next\n| row | ![x](https://evil.example/a.png) `code` &amp;';

const deployed = (changes: Partial<DeployResult> = {}): DeployResult => ({
  release: seven,
  baseline: 6 as ReleaseNumber,
  state: 'complete',
  readyPods: 6,
  rolloutMs: 8400,
  ...changes,
});
const verified = (changes: Partial<Verification> = {}): Verification => ({
  verdict: 'pass',
  release: seven,
  shown: [],
  digests: { shop: 'ghcr.io/acme/shop@sha256:1' },
  workers: [],
  served: { ok: true, reasons: [], zones: [{ zone: 'a', pods: 2, ready: 2, matching: 2 }] },
  checks: [],
  address: 'http://gateway/',
  reasons: [],
  ...changes,
});
const rolledBack = (changes: Partial<RollbackResult> = {}): RollbackResult => ({
  release: seven,
  changed: true,
  state: 'complete',
  seconds: 3.21,
  ...changes,
});

describe('the summary of a deploy', () => {
  it('says which release is rolled out', () => {
    const text = deploySummary('shop', 'production', ['ghcr.io/acme/shop@sha256:1'], deployed());
    expect(text).toContain('### ✅ shop → production: release 7');
    expect(text.split('\n')).toContainEqual(wording('Release 7', '6 pods', '8.4 s'));
    expect(text).toContain('| ghcr.io/acme/shop@sha256:1 |');
  });

  it('names the workers that are updated, or will be after the verdict', () => {
    const text = (state: DeployResult['state']) =>
      deploySummary('shop', 'production', [], deployed({ state }), ['Deployment/shop-worker']);
    expect(text('complete').split('\n')).toContainEqual(wording('Deployment/shop-worker'));
    expect(text('prepared').split('\n')).toContainEqual(wording('Deployment/shop-worker'));
    expect(text('rolled-back')).not.toContain('worker');
  });

  it('names the proof for promotion', () => {
    const promotion = 'It is promoted from release 12 of staging.';
    expect(deploySummary('shop', 'production', [], deployed({ promotion }))).toContain(promotion);
  });

  it('says which release was rolled back, which is live, and why', () => {
    const text = deploySummary(
      'shop',
      'production',
      [],
      deployed({ state: 'rolled-back', rollbackMs: 900, reason: 'it crashes' }),
    );
    expect(text).toContain('❌');
    expect(text.split('\n')).toContainEqual(wording('**rolled back**', '900 ms', 'Release 6'));
    expect(text).toContain('**Why:** it crashes');
  });

  it('says that no release is live after the first one was rolled back', () => {
    const text = deploySummary('shop', 'p', [], deployed({ state: 'rolled-back', baseline: undefined }));
    expect(text.split('\n')[2]).toEqual(wording('Release 7', '**rolled back**'));
  });

  it('says how to find the cause of a release that needs action', () => {
    const decision = scenarios['needs-action'];
    const text = deploySummary('shop', 'p', [], deployed({ state: 'failed', reason: 'no pod', decision }));
    expect(text).toContain(`**Next:** ${remedyOfNeedsAction(decision.release)}.`);
  });

  it.each([
    'it crashes; and release 6 does not become ready either: no node takes a pod',
    'needs action: the baseline has no ready pod',
    'the release was not rolled back: the API server does not answer',
  ])('claims no more about a failed release than is known: %s', reason => {
    const text = deploySummary('shop', 'p', [], deployed({ state: 'failed', reason }));
    expect(text.split('\n')[2]).toEqual(wording('Release 7'));
    expect(text).toContain(`**Why:** ${reason}`);
    expect(text).toMatch(/\n\*\*Next:\*\* .*status/);
  });
});

describe('the summary of a verification', () => {
  it('shows zones, checks and digests', () => {
    const check = { get: '/ready', status: 200, 'retry-for': 30_000 };
    const text = verifySummary(
      'shop',
      verified({
        checks: [{ title: 'GET /ready', check, ok: false, attempts: 3, ms: 1200, reason: 'answered 503' }],
      } as never),
    );
    expect(text).toContain('| a | 2 | 2 | 2 |');
    expect(text).toContain('| GET /ready | failed | 3 | 1.2 s | answered 503 |');
    expect(text).toContain('| shop | ghcr.io/acme/shop@sha256:1 |');
  });

  it('lists every reason of a failure', () => {
    const text = verifySummary('shop', verified({ verdict: 'fail', reasons: ['one', 'two'] }));
    expect(text.split('\n')[0]).toEqual(wording('❌', 'shop'));
    expect(text).toContain('- one\n- two');
  });
});

describe('the summary of a rollback', () => {
  it('calls a release without pinned images neither verified nor failed', () => {
    const verification = verified({ verdict: 'unproved', reasons: ['nothing pins its images'] });
    const text = rollbackSummary('shop', rolledBack({ verification }));
    expect(text.split('\n')[0]).toEqual(wording('### ✅ shop', 'release 7'));
    expect(text).toContain('\n\n- nothing pins its images');
    expect(text.split('\n\n- ')[0]?.split('\n').at(-1)).toEqual(wording('release 7'));
  });

  it('says which release is live again, with its verification', () => {
    const text = rollbackSummary('shop', rolledBack({ verification: verified() }));
    const lines = text.split('\n');
    expect(lines[0]).toEqual(wording('shop', 'release 7'));
    expect(lines).toContainEqual(wording('3.2 s'));
    expect(lines).toContainEqual(wording('release 7', 'verified'));
  });

  it('says that the release was live already', () => {
    const reason = 'nothing was rolled back';
    const lines = rollbackSummary('shop', rolledBack({ changed: false, reason })).split('\n');
    expect(lines).toContainEqual(wording('release 7'));
    expect(lines).toContain(`**Why:** ${reason}`);
  });

  it('says that no release is live after the first one was rolled back', () => {
    const { release: _, ...first } = rolledBack();
    const text = rollbackSummary('shop', first);
    const [head, , what] = text.split('\n');
    expect(head).toEqual(wording('### ✅ shop'));
    expect(what).toEqual(wording('3.2 s'));
    const [failed, , why] = rollbackSummary('shop', {
      ...first,
      state: 'failed',
      reason: 'no permission',
    }).split('\n');
    expect(failed).toEqual(wording('### ❌ shop', 'failed'));
    expect(why).toEqual(wording('no permission'));
    expect(text).not.toContain('undefined');
  });

  it('says why there was nothing to roll back', () => {
    const result = {
      changed: false,
      state: 'not-needed',
      seconds: 0,
      reason: 'release 8 came after',
    } as const;
    expect(rollbackSummary('shop', result)).toEqual(wording('### shop', 'release 8 came after'));
  });

  it('claims no live release after a failure, and says why it failed and what to do', () => {
    const text = rollbackSummary('shop', rolledBack({ state: 'failed', reason: 'no node' }));
    const [head, , why, , next] = text.split('\n');
    expect(head).toEqual(wording('### ❌ shop', 'release 7', 'failed'));
    expect(head).not.toContain('rolled back to');
    expect(why).toBe('**Why:** no node');
    expect(next).toEqual(wording('**Next:**', 'status'));
  });

  it('has an output without a release after a failure', () => {
    const outputs = (['complete', 'failed', 'not-needed'] as const).map(state =>
      liveOutput(rolledBack({ state })),
    );
    expect(outputs).toEqual(['7', '', '7']);
  });
});

describe('untrusted text in a summary', () => {
  it.each<[string, string]>([
    ['a deploy', deploySummary(evil, evil, [evil], deployed({ state: 'failed', reason: evil }))],
    [
      'a verification',
      verifySummary(
        evil,
        verified({ verdict: 'fail', reasons: [evil], address: evil, digests: { [evil]: evil } }),
      ),
    ],
    ['a rollback', rollbackSummary(evil, rolledBack({ state: 'failed', reason: evil }))],
    ['a rollback of nothing', rollbackSummary(evil, rolledBack({ changed: false, reason: evil }))],
  ])('adds no markup, image, cell or row to the summary of %s', (_, text) => {
    expect(withoutCode(text)).not.toMatch(/<img|(?<!\\)\[x|^\| row/m);
    for (const line of text.split('\n').filter(each => each.startsWith('|'))) {
      expect(line).not.toMatch(/(?<!\\)\| next/);
    }
  });

  it('never ends its cell, with any backslashes and pipes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('|', '\\', '\n', 'a', '<', '&')).map(parts => parts.join('')),
        text => {
          const escaped = cell(text);
          expect(escaped).not.toContain('\n');
          expect(escaped).not.toContain('<');
          // A backslash escapes the next character; no unescaped pipe may be left.
          expect(escaped.replace(/\\./g, '')).not.toContain('|');
        },
      ),
    );
  });

  it.each(['https://evil.example/x', 'see HTTP://evil.example', 'www.evil.example', 'ftp://evil.example'])(
    'holds no address that GitHub would turn into a link: %s',
    text => {
      expect(cell(text)).not.toMatch(/:\/\/|\bwww\./i);
      expect(cell(text).replace('&#58;', ':').replace('&#46;', '.')).toBe(text);
    },
  );

  it('is empty in a table without rows', () => {
    expect(table(['a'], [])).toBe('');
  });

  it('has times below a second in milliseconds', () => {
    expect([time(999.4), time(1000), time(12_340)]).toEqual(['999 ms', '1.0 s', '12.3 s']);
  });
});

describe('the summary of a sweep', () => {
  const place = { app: 'shop', environment: 'production' };

  it.each([
    [{ state: 'idle' }, '✅'],
    [{ state: 'running', release: 7, reason: 'another run is releasing shop' }, '⏳'],
    [{ state: 'paused', release: 7, reason: 'release 7 waits for gate' }, '⏳'],
    [{ state: 'complete', release: 7 }, '✅'],
    [{ state: 'rolled-back', release: 7, reason: 'its run was lost' }, '✅'],
    [{ state: 'needs-action', release: 7, reason: 'no pod is ready' }, '❌'],
  ] as const)('says what happened, why, and what to do: %j', (result, mark) => {
    const text = sweepSummary(place, result);
    expect(text).toEqual(wording(`### ${mark} shop → production`));
    if ('reason' in result) expect(text).toContain(result.reason);
  });

  it.each([
    ['approval', 'release 7 waits for an approval'],
    ['resume', 'release 7 waits for a person to resume it'],
  ] as const)('says what a rollout waits for, and how to answer: %s', (asked, head) => {
    const waits = { for: asked, remedy: 'approve it or roll it back' };
    const text = sweepSummary(place, { state: 'paused', release: 7, reason: 'since 08:00 UTC', waits });
    expect(text).toContain(`### ⏳ shop → production: ${head}`);
    expect(text).toContain('since 08:00 UTC');
    expect(text).toContain('**Next:** approve it or roll it back.');
  });

  it('that only repairs what drills left says whether it did', () => {
    const done = drillsSweptSummary(place, { done: ['the node was uncordoned'] });
    expect(done).toEqual(wording('### ✅ shop → production', '- the node was uncordoned'));
    const failed = drillsSweptSummary(place, { done: [], failed: evil });
    expect(failed).toEqual(wording('### ❌ shop → production'));
    expect(withoutCode(failed)).not.toMatch(/<img|^\| row/m);
  });

  it('has what was repaired after killed drills, and no markup from untrusted text', () => {
    const text = sweepSummary(place, { state: 'running', reason: evil }, ['the node was uncordoned']);
    expect(text).toContain('- the node was uncordoned');
    expect(withoutCode(text)).not.toMatch(/<img|^\| row/m);
  });
});
