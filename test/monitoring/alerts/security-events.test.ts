import { describe, expect, it } from 'vitest';
import type { MetricSource } from '../../../src/analysis/prometheus.ts';
import type { SecurityEventKind } from '../../../src/config/security-events.ts';
import { checkSecurityEvents } from '../../../src/monitoring/alerts/security-events.ts';
import { securityEventsSummary } from '../../../src/report/alert-check.ts';
import { wording } from '../../wording.ts';
import { shop } from '../subjects.ts';

const subject = shop({
  'security-events': {
    logins: { total: 'logins_total', failed: 'logins_total{result="failure"}', max: '20%' },
    permissions: 'role_changes_total',
    data: 'sensitive_queries_total',
    behavior: 'api_requests_total',
  },
});
const kinds: readonly SecurityEventKind[] = ['logins', 'permissions', 'data', 'behavior'];
const metrics = {
  logins: 'logins_total{result="failure",namespace="store"}',
  permissions: 'role_changes_total{namespace="store"}',
  data: 'sensitive_queries_total{namespace="store"}',
  behavior: 'api_requests_total{namespace="store"}',
};

/** A Prometheus of an application that counts events, except where something is broken. */
function application(broken = '', start: Partial<Record<SecurityEventKind, number>> = {}) {
  const counts = new Map<string, number>(kinds.flatMap(kind => (start[kind] ? [[kind, start[kind]]] : [])));
  const sent: SecurityEventKind[] = [];
  const series = (value: number | undefined) =>
    value === undefined ? [] : [{ labels: {}, samples: [[0, value]] }];
  const query = async (promql: string) => {
    if (broken === 'prometheus') return { ok: false, detail: 'Prometheus is away' };
    const kind = kinds.find(each => promql === `sum(${metrics[each]})`);
    if (kind !== undefined) return { ok: true, value: series(counts.get(kind)) };
    const fires =
      (sent.includes('data') && promql.includes('"SlipwaySensitiveDataRead"')) ||
      (sent.includes('permissions') && promql.includes('"SlipwayPermissionsChanged"'));
    return { ok: true, value: series(fires && broken !== 'rules' ? 1 : undefined) };
  };
  const send = async (kind: SecurityEventKind) => {
    sent.push(kind);
    if (broken === 'restart') counts.set(kind, 1);
    else if (broken !== kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return broken === 'refused' ? 'POST /login returned 500 instead of 401' : undefined;
  };
  return { source: { name: 'prometheus', query } as unknown as MetricSource, send, sent };
}

const check = ({ source, send }: ReturnType<typeof application>, asked = kinds, about = subject) =>
  checkSecurityEvents({
    ...{ subject: about, source, send, kinds: asked, within: 20, report: () => {} },
    signal: new AbortController().signal,
  });

describe('S11: the test of security events', () => {
  it('follows each from its request to its counter, and to its alert where one event fires it', async () => {
    const app = application('', { data: 7 });
    const done = await check(app);
    expect(done.state).toBe('delivered');
    expect(done.hops.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'logins-request reached',
      'logins-metric reached',
      'permissions-request reached',
      'permissions-metric reached',
      'permissions-alert reached',
      'data-request reached',
      'data-metric reached',
      'data-alert reached',
      'behavior-request reached',
      'behavior-metric reached',
    ]);
    expect(app.sent).toEqual(kinds);
    const hops = done.hops.map(hop => ({ ...hop, ms: 12 }));
    expect(securityEventsSummary(subject, { ...done, hops })).toEqual(
      wording('every security event', '12 ms'),
    );
  });

  it.each(kinds)('names an event that the application does not count: %s', async kind => {
    const done = await check(application(kind, { [kind]: 3 }));
    expect(done.state).toBe('broken');
    expect(done.hops.find(({ state }) => state === 'broken')?.name).toBe(`${kind}-metric`);
    expect(done.reason).toEqual(wording(metrics[kind]));
  });

  it('is broken if no rule fires, or the request is not answered as expected', async () => {
    const rules = await check(application('rules'), ['data']);
    expect([rules.state, rules.reason]).toEqual(['broken', wording()]);
    const refused = await check(application('refused'), ['logins']);
    expect([refused.state, refused.reason]).toEqual(['broken', wording()]);
    expect(refused.hops).toHaveLength(1);
  });

  it('is unknown without Prometheus, and then sends nothing', async () => {
    const app = application('prometheus');
    expect((await check(app, ['data'])).state).toBe('unknown');
    expect(app.sent).toEqual([]);
  });

  it('does not take the counters of a pod that ended for an event', async () => {
    const done = await check(application('restart', { data: 9 }), ['data']);
    expect(done.state).toBe('broken');
  });

  it('refuses a kind without a counter before the first request', async () => {
    const app = application();
    const some = shop({ 'security-events': { data: 'sensitive_queries_total' } });
    await expect(check(app, kinds, some)).rejects.toThrow(wording('logins'));
    expect(app.sent).toEqual([]);
  });
});
