import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judged, withAcceptance } from '../../src/monitoring/acceptance.ts';
import type { MonitorReport } from '../../src/monitoring/monitor.ts';
import type { CheckResult } from '../../src/verify/checks.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { environmentAt } from '../verify/app.ts';
import { wording } from '../wording.ts';

const reportOf = (verdict: MonitorReport['verdict'], ...reasons: string[]): MonitorReport => ({
  ...{ verdict, app: 'shop', environment: 'production', release: 7 as never, notes: [] },
  ...{ since: 0, at: 0, spans: undefined, readings: undefined, refusal: undefined },
  reasons: reasons.map(sentence => ({ sentence, sinceRelease: false })),
});
const result = (title: string, more: Partial<CheckResult> = {}): CheckResult => ({
  ...{ title, ok: true, attempts: 1, ms: 3, ...more },
});
const broken = (title: string, more: Partial<CheckResult> = {}) =>
  result(title, { ok: false, reason: 'answered 500, expected 200', ...more });
const skipped = (title: string) =>
  broken(title, { reason: 'could not be sent: TOKEN is empty', skipped: true, cause: 'environment' });
const checked = (verdict: MonitorReport['verdict'], ...results: CheckResult[]) =>
  judged(reportOf(verdict), { address: 'https://shop.example', results });

describe('the checks of `verify` in a report', () => {
  it('leave a report as it is if all pass', () => {
    expect(checked('healthy', result('GET /'))).toMatchObject({ verdict: 'healthy', reasons: [] });
    expect(checked('unknown', result('GET /')).verdict).toBe('unknown');
    expect(checked('degraded', result('GET /')).verdict).toBe('degraded');
  });

  it.each(['healthy', 'unknown', 'degraded'] as const)(
    'make it degraded if one fails: it was %s',
    verdict => {
      expect(checked(verdict, result('GET /'), broken('GET /ready'))).toMatchObject({
        verdict: 'degraded',
        reasons: [{ sentence: wording('GET /ready', '500'), sinceRelease: true }],
      });
    },
  );

  it('start no rollback by what another version does not cure', () => {
    const { verdict, reasons } = checked('healthy', broken('the certificate', { cause: 'environment' }));
    expect([verdict, reasons.map(({ sinceRelease }) => sinceRelease)]).toEqual(['degraded', [false]]);
  });

  it('make a healthy one unknown if one could not be asked, and no rollback follows', () => {
    expect(checked('healthy', skipped('GET /orders as customer'))).toMatchObject({
      verdict: 'unknown',
      reasons: [{ sentence: wording('GET /orders as customer', 'TOKEN'), sinceRelease: false }],
    });
    expect(checked('degraded', skipped('GET /orders as customer')).verdict).toBe('degraded');
  });

  it('names what a rollback can cure first, a few of many, and how many more', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      broken(`the dependency ${index}`, { cause: 'environment' }),
    );
    const { reasons, acceptance } = checked('healthy', ...many, broken('GET /ready'));
    expect(reasons[0]?.sentence).toContain('GET /ready');
    expect(reasons).toHaveLength(6);
    expect(reasons.at(-1)?.sentence).toEqual(wording('36 more checks'));
    expect(acceptance?.results).toHaveLength(41);
  });

  it('are healthy only if every check passed, and start a rollback only by one that the release can have caused', () => {
    const results = fc.array(
      fc.record({ ok: fc.boolean(), environment: fc.boolean(), skipped: fc.boolean() }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(results, found => {
        const of = found.map(({ ok, environment, skipped: not }, index) =>
          result(String(index), {
            ...{ ok, reason: 'failed' },
            ...(!ok && (environment || not) ? { cause: 'environment' } : {}),
            ...(!ok && not ? { skipped: true } : {}),
          }),
        );
        const { verdict, reasons } = checked('healthy', ...of);
        expect(verdict === 'healthy').toBe(found.every(({ ok }) => ok));
        expect(reasons.some(({ sinceRelease }) => sinceRelease)).toBe(
          found.some(({ ok, environment, skipped: not }) => !ok && !environment && !not),
        );
      }),
    );
  });
});

describe('nothing is asked', () => {
  const aborted = AbortSignal.abort();
  const burning = { ...reportOf('degraded'), reasons: [{ sentence: 'errors rose', sinceRelease: true }] };
  it.each<[string, MonitorReport, AbortSignal?]>([
    ['while the metrics start a rollback, which must not wait', burning],
    ['of another release', reportOf('superseded')],
    ['without a release', { ...reportOf('unknown'), release: undefined }],
    ['by a cancelled run', reportOf('healthy'), aborted],
  ])('%s', async (_, report, signal = new AbortController().signal) => {
    const server = new FakeApiServer();
    const environment = environmentAt('http://127.0.0.1:1', {});
    const request = { config: { app: 'shop' }, environment, env: {}, signal, report: () => undefined };
    expect(await withAcceptance(server.cluster, request as never, report)).toBe(report);
    expect(server.calls).toEqual([]);
  });
});
