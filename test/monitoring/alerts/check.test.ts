import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { checkAlertDelivery } from '../../../src/monitoring/alerts/check.ts';
import { deliveredSince, deliveryCounts } from '../../../src/monitoring/alerts/delivery.ts';
import { checkLease } from '../../../src/monitoring/rules/alert-check.ts';
import { alertCheckSummary } from '../../../src/report/alert-check.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { shop } from '../subjects.ts';
import { startAlertmanager } from './fake-alertmanager.ts';

const counters = (integration: string, total: number, failed: number) =>
  `# TYPE alertmanager_notification_requests_total counter
alertmanager_notification_requests_total{integration="${integration}"} ${total}
alertmanager_notification_requests_failed_total{integration="${integration}"} ${failed}
`;
const suppressed = { state: 'suppressed', silencedBy: ['s1'], inhibitedBy: [] };
const active = { state: 'active', silencedBy: [], inhibitedBy: [] };

let alertmanager: Awaited<ReturnType<typeof startAlertmanager>>;
let server: FakeApiServer;
/** What is broken on the way. */
let broken: string;
const lease = () => server.objects.get(pathOf(resources.lease, 'store', checkLease('shop', 'warning')));
const renewed = () =>
  Date.parse((lease()?.spec as { renewTime?: string } | undefined)?.renewTime ?? '') / 1000;

beforeEach(async () => {
  alertmanager = await startAlertmanager();
  alertmanager.state.metrics = counters('webhook', 7, 1);
  server = new FakeApiServer(['store', 'monitoring']);
  broken = '';
  const proxy = (name: string) => new RegExp(`/services/${name}:\\d+/proxy/`);
  server.answerBehind(proxy('prometheus'), ({ query: { query = '' } }) => {
    if (broken === 'prometheus') return { status: 400, body: '{"status":"error","error":"it is closed"}' };
    const at = renewed();
    const is = Number.isNaN(at)
      ? false
      : query.includes('kube_lease')
        ? broken !== 'metric'
        : query.includes(`check="${at}"`) &&
          (broken === 'firing' ? query.includes('pending') : broken !== 'rule');
    // It takes Alertmanager no time here.
    if (is && query.includes('"firing"') && broken !== 'route') arrive();
    const result = is ? [{ metric: {}, value: [at, String(at)] }] : [];
    return JSON.stringify({ status: 'success', data: { resultType: 'vector', result } });
  });
  server.answerBehind(proxy('sink'), () =>
    broken === 'receiver' ? '[]' : JSON.stringify([`number ${renewed()}`]),
  );
});
afterEach(() => alertmanager.close());

function arrive() {
  const receivers = [{ name: 'slipway-shop-production-warning' }];
  alertmanager.state.alerts = [{ receivers, status: broken === 'silence' ? suppressed : active }];
  alertmanager.state.metrics = counters('webhook', 8, broken === 'delivery' ? 2 : 1);
}

const check = (signal = new AbortController().signal) =>
  checkAlertDelivery(server.cluster, {
    ...{ severity: 'warning', within: 800, env: {}, signal, report: () => {} },
    subject: shop({ alertmanager: { url: alertmanager.url }, receivers: { warning: [{ webhook: 'SINK' }] } }),
    receipt: {
      settings: { service: { namespace: 'monitoring', name: 'sink', port: '80' } },
      path: '/received',
    },
  });

describe('M4: the test of an alert', () => {
  it('follows it from the metric to the receiver, with the time of each hop, and ends it', async () => {
    const done = await check();
    expect(done.hops.map(({ name, state }) => [name, state])).toEqual(
      ['metric', 'pending', 'firing', 'alertmanager', 'delivery', 'receiver'].map(name => [name, 'reached']),
    );
    const times = done.hops.map(({ ms }) => ms ?? -1);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(done).toMatchObject({ state: 'delivered', severity: 'warning' });
    expect(done.hops.at(4)?.detail).toBe('by webhook');
    expect(lease()).toBeDefined();
    expect(renewed()).toBeNaN();
  });

  it.each([
    ['metric', 'metric', 'broken'],
    ['rule', 'pending', 'broken'],
    ['firing', 'firing', 'broken'],
    ['route', 'alertmanager', 'broken'],
    ['silence', 'alertmanager', 'broken'],
    ['delivery', 'delivery', 'broken'],
    ['receiver', 'receiver', 'broken'],
    ['prometheus', 'metric', 'unknown'],
  ])('names the broken hop: %s', async (what, hop, state) => {
    broken = what;
    const done = await check();
    expect(done.state).toBe(state);
    expect(done.hops.find(each => each.state === state)?.name).toBe(hop);
    expect(done.hops.filter(each => each.state === 'reached').length).toBe(
      done.hops.findIndex(({ name }) => name === hop),
    );
    expect(done.reason).toEqual(wording());
    expect(alertCheckSummary({ app: 'shop', environment: 'production' }, done)).toContain('not delivered');
    expect(renewed()).toBeNaN();
  });

  it('is unknown, never passed, if Alertmanager is away or the test is cancelled', async () => {
    alertmanager.state.fails = 503;
    expect(await check()).toMatchObject({ state: 'unknown', reason: wording('503') });
    expect(await check(AbortSignal.abort())).toMatchObject({ state: 'unknown' });
  });
});

describe('the counters of Alertmanager', () => {
  const since = (before: string, now: string, expected = ['email']) =>
    deliveredSince(deliveryCounts(before, ['a']), deliveryCounts(now, ['a']), expected);

  it('tell whether each receiver has taken the alert', () => {
    expect(since(counters('email', 1, 1), counters('email', 3, 2))).toEqual({
      state: 'reached',
      detail: 'by email',
    });
    const two = (email: number, sms: number) => counters('email', email, 0) + counters('webhook', sms, sms);
    expect(since(two(0, 0), two(1, 1), ['email', 'webhook'])).toEqual({
      state: 'waiting',
      detail: wording('webhook'),
    });
    expect(since(two(0, 0), two(0, 0))).toEqual({ state: 'waiting', detail: wording('email') });
    // Another team's message is no proof of ours.
    expect(since(two(0, 0), two(1, 1), [])).toEqual({ state: 'unknown', detail: wording('slipway.yml') });
  });

  it('are no proof after a restart, or if there are none', () => {
    expect(since(counters('email', 5, 0), counters('email', 1, 0))).toEqual({
      state: 'unknown',
      detail: wording(),
    });
    expect(since('', 'up 1\n')).toEqual({ state: 'unknown', detail: wording() });
  });

  it('count only the receivers of the alert, if Alertmanager counts by receiver', () => {
    const line = (receiver: string, total: number) =>
      `alertmanager_notification_requests_total{integration="email",receiver_name="${receiver}"} ${total}\n`;
    expect(since(line('a', 0) + line('b', 0), line('a', 0) + line('b', 1))).toMatchObject({
      state: 'waiting',
    });
    expect(since(line('a', 0) + line('b', 0), line('a', 1) + line('b', 0))).toMatchObject({
      state: 'reached',
    });
  });
});
