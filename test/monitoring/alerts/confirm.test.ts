import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Deployment } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { monitoringSchema } from '../../../src/config/monitoring.ts';
import { decideOnAlert } from '../../../src/monitoring/alerts/confirm.ts';
import { monitoringSubject } from '../../../src/monitoring/subject.ts';
import { rollback } from '../../../src/release/rollback.ts';
import * as proving from '../../../src/release/verify.ts';
import { labels } from '../../../src/workloads/naming.ts';
import { config, deployment, template } from '../../release/objects.ts';
import { progressive, Rollout, recorded } from '../../release/promoting.ts';
import { wording } from '../../wording.ts';

const minutes = 60_000;
const path = pathOf(resources.deployment, 'shop', 'shop');
const image = (of: number) => `ghcr.io/acme/shop@sha256:${String(of).repeat(64)}`;
const asked = ['SlipwayErrorBudgetBurn'];

let server: Rollout;
/** What Prometheus says; undefined: it is away. */
let firing: { alertname: string; minutesAgo: number }[] | undefined;

/** Whether they fired when the rollout began, too. */
let firedBefore: boolean;

/** Shares of failed requests before the release and since, and how many have failed since. */
let missed: { before: number; after: number; count: number };

beforeEach(async () => {
  firedBefore = false;
  missed = { before: 0.0002, after: 0.06, count: 100 };
  vi.spyOn(proving, 'verify').mockResolvedValue(undefined as never);
  server = new Rollout();
  const tracked = (of: number) => ({ ...template(image(of)), metadata: { labels: { app: 'shop' } } });
  await server.record(
    recorded(1, { template: tracked(1) }, { images: { shop: image(1) } }),
    recorded(2, { template: tracked(2) }, { images: { shop: image(2) } }),
  );
  server.put(
    path,
    deployment({
      metadata: {
        name: 'shop',
        namespace: 'shop',
        annotations: { [labels.release]: '2' },
        uid: undefined as never,
      },
      spec: { template: tracked(2) },
    }),
  );
  server.lease(5);
  server.now += 10 * minutes;
  firing = [{ alertname: 'SlipwayErrorBudgetBurn', minutesAgo: 2 }];
  server.answerBehind(/\/services\/prometheus:9090\/proxy\/api\/v1\/query$/, ({ query }) => {
    if (firing === undefined) return { status: 503, body: 'it restarts' };
    const now = server.now / 1000;
    if (query.query === 'time()') return answer('scalar', [now, String(now)]);
    if (/\) \* [\d.]+$/.test(query.query ?? ''))
      return answer('vector', [{ metric: {}, value: [now, String(missed.count)] }]);
    if (query.query?.includes('rate(')) {
      const isBefore = Number(query.time) < now;
      return answer('vector', [
        { metric: {}, value: [now, String(isBefore ? missed.before : missed.after)] },
      ]);
    }
    if (query.query?.startsWith('ALERTS{') && Number(query.time) < now && !firedBefore)
      return answer('vector', []);
    const series = firing.map(({ alertname, minutesAgo }) => ({
      metric: { alertname, app: 'shop', environment: 'production', severity: 'critical' },
      value: [now, String(query.query?.startsWith('ALERTS{') ? 1 : now - minutesAgo * 60)],
    }));
    return answer('vector', series);
  });
});

const answer = (resultType: string, result: unknown) =>
  JSON.stringify({ status: 'success', data: { resultType, result } });

/** @param rollback of `monitoring`; null: none. */
const decide = (rollback: object | null = {}, names = asked) => {
  const monitoring = monitoringSchema.parse({
    prometheus: { service: 'monitoring/prometheus:9090' },
    requests: { total: 'http_requests_total', bad: 'http_errors_total' },
    ...(rollback === null ? {} : { rollback }),
  });
  const environment = { ...progressive, monitoring };
  const settings = { ...config, environments: { production: environment } };
  const request = { config: settings, environment, env: {}, report: () => {} };
  return decideOnAlert(server.cluster, request, monitoringSubject(settings, 'production'), names);
};

describe('M12: an alert', () => {
  it('that Prometheus confirms rolls the live release back once, however often it comes', async () => {
    const done: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const decision = await decide();
      done.push(decision.state);
      if (decision.state !== 'rollback') {
        expect(decision.reason).toEqual(wording('release 1', 'release 2'));
        continue;
      }
      expect(decision).toMatchObject({ release: 2, because: wording('SlipwayErrorBudgetBurn', 'critical') });
      const result = await rollback(server.cluster, {
        ...{ config, environmentName: 'production', environment: progressive, env: {}, report: () => {} },
        ...{ from: decision.release, to: undefined, because: decision.because },
        origin: { run: 'run 9', actor: 'alertmanager' },
      });
      expect(result).toMatchObject({ state: 'complete', release: 1 });
    }
    expect(done).toEqual(['rollback', 'ignored', 'ignored', 'ignored', 'ignored']);
    const live = server.objects.get(path) as Deployment;
    expect(live.spec?.template?.spec?.containers?.[0]?.image).toBe(image(1));
  });

  it.each([
    // Of 99.9 % over 28 days, 0.56 % exceed the limit of six hours, 0.1 % that of three days; the limit of an hour is 1.344 %.
    ['SlipwayErrorBudgetBurn', 0.006, 'rollback'],
    ['SlipwayErrorBudgetBurn', 0.005, 'ignored'],
    ['SlipwayErrorBudgetBurnSlow', 0.005, 'rollback'],
    ['SlipwayErrorBudgetBurnSlow', 0.000_9, 'ignored'],
  ])('%s is confirmed by its own limits: %f of the requests lead to %s', async (alertname, after, state) => {
    firing = [{ alertname, minutesAgo: 2 }];
    missed.after = after;
    expect(await decide({ alerts: [alertname] }, [alertname])).toMatchObject({ state });
  });

  it('rolls back beside a burn-rate alert that the requests since the release do not confirm', async () => {
    const alerts = ['SlipwayErrorBudgetBurn', 'CheckoutDown'];
    firing = alerts.map(alertname => ({ alertname, minutesAgo: 2 }));
    missed.before = 0.06;
    expect(await decide({ alerts }, alerts)).toMatchObject({
      ...{ state: 'rollback', because: wording('CheckoutDown') },
    });
  });

  it.each<[string, () => unknown, object | null]>([
    ['that is not firing', () => (firing = []), {}],
    [
      'that is older than the release',
      () => (firing = [{ alertname: 'SlipwayErrorBudgetBurn', minutesAgo: 20 }]),
      {},
    ],
    ['that fired before the release, too', () => (firedBefore = true), {}],
    ['whose errors the release has not', () => (missed.after = 0.0003), {}],
    ['whose errors were there before', () => (missed.before = 0.06), {}],
    ['about too few requests', () => (missed.count = 9), {}],
    ['of another name', () => (firing = [{ alertname: 'Other', minutesAgo: 2 }]), {}],
    ['without consent in slipway.yml', () => undefined, null],
    ['about a release that is too old', () => undefined, { 'max-age': '5m' }],
    [
      'during a rollout',
      () => server.enter({ token: 5, run: { run: 'run 5', actor: 'ann' }, phase: 'stepping' }),
      {},
    ],
  ])('%s changes nothing', async (_, prepare, settings) => {
    prepare();
    const before = server.writes.length;
    expect(await decide(settings)).toEqual({ state: 'ignored', reason: wording() });
    expect(server.writes.length).toBe(before);
  });

  it('is neither confirmed nor ignored while Prometheus is away', { timeout: 30_000 }, async () => {
    firing = undefined;
    expect(await decide()).toEqual({ state: 'unknown', reason: wording('monitoring/prometheus:9090') });
  });
});
