import { describe, expect, it } from 'vitest';
import type { Sample } from '../../src/analysis/prometheus.ts';
import { compare } from '../../src/monitoring/comparison.ts';
import { judgeHealth, quantity } from '../../src/monitoring/health.ts';
import { spansOf } from '../../src/monitoring/monitor.ts';
import type { Readings } from '../../src/monitoring/readings.ts';
import { type LiveRelease, rollbackRefusal, timeBefore } from '../../src/monitoring/rollback-guard.ts';
import { signalsOf } from '../../src/monitoring/signals.ts';
import { wording } from '../wording.ts';
import { shop } from './subjects.ts';

const released = Date.parse('2026-11-28T14:00:00Z');
const good: Readings = {
  comparisons: [],
  objectives: [
    { objective: 'availability', allowed: 0.001, before: 0.0002, after: 0.0003, bad: 3, budget: 0.8 },
  ],
  targets: [{ name: 'pods', up: 3, down: [] }],
  alerts: [],
  standbys: [{ lag: 30_000, promised: 2, within: 2 }],
  unknownLabels: [],
  hasRules: true,
  failures: [],
};
const judged = (changes: Partial<Readings>) => judgeHealth(shop(), { ...good, ...changes }, released);
const errors = (before: number | undefined, after: number | undefined, bad = 100) =>
  judged({ objectives: [{ objective: 'availability', allowed: 0.001, before, after, bad, budget: 0.8 }] });

describe('the health of a release', () => {
  it('is healthy when everything that must be known is known and good', () => {
    expect(judged({})).toEqual({ verdict: 'healthy', reasons: [], notes: [] });
  });

  it.each<[string, Partial<Readings>, string[]]>([
    [
      'Prometheus is away',
      { failures: ['Prometheus monitoring/prometheus:9090 does not answer'] },
      ['does not answer'],
    ],
    ['no pod is scraped', { targets: [{ name: 'pods', up: 0, down: [] }] }, ['Deployment/shop']],
    [
      'an exporter has no target',
      { targets: [...good.targets, { name: 'redis', up: 0, down: [] }] },
      ['redis'],
    ],
    ['no rule is loaded', { hasRules: false }, ['shop in production', 'rules.yml']],
    ['no objective is known', { objectives: [] }, ['monitoring.requests']],
    [
      'no request has been counted',
      {
        objectives: [
          { objective: 'availability', allowed: 0.001, before: 0, after: undefined, bad: 0, budget: 1 },
        ],
      },
      ['availability'],
    ],
  ])('is unknown, never healthy, when %s', (_, changes, facts) => {
    const { verdict, reasons } = judged(changes);
    expect(verdict).toBe('unknown');
    expect(reasons[0]).toEqual({ sentence: wording(...facts), sinceRelease: false });
  });

  it('is degraded by the release when errors began with it', () => {
    expect(errors(0.0002, 0.06)).toMatchObject({
      verdict: 'degraded',
      reasons: [{ sentence: wording('6 %', 'availability', '0.1 %'), sinceRelease: true }],
    });
  });

  it('is degraded, but not by the release, when few requests failed', () => {
    // One of 36 requests, two minutes after the release.
    expect(errors(0, 0.028, 1)).toMatchObject({
      verdict: 'degraded',
      reasons: [{ sentence: wording('2.8 %', 'fewer than 10 bad or slow requests'), sinceRelease: false }],
    });
    expect(errors(0, 0.028, 9.9).reasons[0]?.sinceRelease).toBe(false);
    expect(errors(0, 0.028, 10).reasons[0]?.sinceRelease).toBe(true);
  });

  it.each([
    ['errors', 0, 0.0083],
    ['latency-p99', 0.1, 0.2],
  ])('is degraded by %s, but not by the release, when few requests show it', (name, before, after) => {
    const signal = signalsOf(shop()).find(each => each.name === name)!;
    const [was, is] = [before, after].map(value =>
      [0, 1, 2, 3].map((index): Sample => [index * 30_000, value]),
    );
    const compared = (shownBy: number) => judged({ comparisons: [compare(signal, was!, is!, shownBy)] });
    expect(compared(9)).toMatchObject({
      verdict: 'degraded',
      reasons: [
        { sentence: wording(signal.title, 'fewer than 10 bad or slow requests'), sinceRelease: false },
      ],
    });
    expect(compared(10).reasons).toEqual([{ sentence: wording(signal.title), sinceRelease: true }]);
  });

  it('is degraded by an outage, however low the objective is', () => {
    const reading = { objective: 'availability', allowed: 0.1, before: 0, after: 1, bad: 60, budget: 0.8 };
    expect(judged({ objectives: [reading] })).toMatchObject({
      verdict: 'degraded',
      reasons: [{ sentence: wording('100 %', '10 %'), sinceRelease: true }],
    });
  });

  it('is degraded, but never by the release, when fewer standbys are within their lag than slipway.yml promises', () => {
    expect(judged({ standbys: [{ lag: 30_000, promised: 2, within: 1 }] })).toMatchObject({
      verdict: 'degraded',
      reasons: [{ sentence: wording('2 standbys', '30s', '1'), sinceRelease: false }],
    });
    expect(judged({ standbys: [{ lag: 30_000, promised: 2, within: undefined }] }).verdict).toBe('healthy');
  });

  it.each([
    ['are older', 0.06, '6 %'],
    ['may be older, because nothing is known of the time before', undefined, 'before the release'],
  ])('is degraded, but not by the release, when the errors %s', (_, before, fact) => {
    expect(errors(before, 0.07)).toMatchObject({
      verdict: 'degraded',
      reasons: [{ sentence: wording('7 %', fact), sinceRelease: false }],
    });
  });

  describe('with a firing alert', () => {
    const named = { rollback: { alerts: ['CheckoutDown', 'SlipwayErrorBudgetBurn'] } };
    const blamed = (changes: object, settings: object = named, failures: string[] = []) => {
      const alert = {
        name: 'CheckoutDown',
        severity: 'critical',
        since: released + 1,
        ...{ firedBefore: false, scraped: false },
        ...changes,
      };
      return judgeHealth(shop(settings), { ...good, alerts: [alert], failures }, released);
    };

    it('is degraded by the release if slipway.yml names the alert and it began with the rollout', () => {
      expect(blamed({})).toMatchObject({ verdict: 'degraded', reasons: [{ sinceRelease: true }] });
    });

    it.each([
      ['is older', { since: released - 1 }, named],
      ['fired before, of another pod', { firedBefore: true }, named],
      ['has no time', { since: undefined }, named],
      ['is not named', {}, {}],
      ['is a metric of a pod', { scraped: true }, named],
      // Its long window also counts errors from before the release.
      ['is a burn-rate alert', { name: 'SlipwayErrorBudgetBurn' }, named],
    ])('is degraded, but not by the release, if the alert %s', (_, changes, settings) => {
      expect(blamed(changes, settings)).toMatchObject({
        verdict: 'degraded',
        reasons: [{ sinceRelease: false }],
      });
    });

    it('gives one reason for an alert that fires twice, and blames the release if one began with it', () => {
      const alert = { name: 'CheckoutDown', severity: 'critical', firedBefore: false, scraped: false };
      const alerts = [released - 1, released + 1].map(since => ({ ...alert, since }));
      const { reasons } = judgeHealth(shop(named), { ...good, alerts }, released);
      expect(reasons).toEqual([{ sentence: wording('CheckoutDown'), sinceRelease: true }]);
    });

    it('is degraded, but not by the release, if it could not be read whether the alert fired before', () => {
      expect(blamed({}, named, ['x']).reasons[0]?.sinceRelease).toBe(false);
    });

    it('C7: is healthy, and says so, if the alert is about one permitted event', () => {
      const event = { name: 'SlipwayPermissionsChanged' };
      expect(blamed(event)).toMatchObject({
        verdict: 'healthy',
        notes: ['the alert SlipwayPermissionsChanged is firing'],
      });
      expect(blamed({ name: 'SlipwayLoginsFail' }).verdict).toBe('degraded');
      expect(blamed(event, { rollback: { alerts: [event.name] } }).verdict).toBe('degraded');
    });

    it('M11: is degraded, and says so, if the alert has no severity', () => {
      const { verdict, reasons } = blamed({ severity: 'none' });
      expect([verdict, reasons[0]?.sentence]).toEqual(['degraded', wording('CheckoutDown', 'none')]);
    });

    it('is healthy if it only informs', () => {
      expect(blamed({ severity: 'info' }).verdict).toBe('healthy');
    });
  });

  it('M1: names the pods and exporters that are down', () => {
    expect(judged({ targets: [{ name: 'pods', up: 2, down: ['shop-1'] }] }).reasons).toEqual([
      { sentence: wording('shop-1'), sinceRelease: false },
    ]);
    expect(
      judged({ targets: [...good.targets, { name: 'postgres', up: 0, down: ['db:9187'] }] }).reasons,
    ).toEqual([{ sentence: wording('postgres', 'db:9187'), sinceRelease: false }]);
  });

  it('M1: is healthy, and says so, while one of several nodes is down, but not while all are', () => {
    const nodes = (up: number) =>
      judged({ targets: [...good.targets, { name: 'node', up, down: ['b:9100'] }] });
    expect(nodes(2)).toMatchObject({ verdict: 'healthy', notes: [wording('node', 'b:9100')] });
    expect(nodes(0)).toMatchObject({ verdict: 'degraded', notes: [] });
  });

  describe('P2: with business metrics', () => {
    const queries = { cost: 'app_cost', sessions: 'app_sessions' };
    const over = (...values: number[]): Sample[] => values.map((value, index) => [index * 30_000, value]);
    const measured = (
      after: Record<string, readonly Sample[]>,
      settings: object = queries,
      before = over(3, 3, 3, 3),
    ) => {
      const subject = shop({ queries: settings });
      const comparisons = signalsOf(subject)
        .filter(({ group }) => group === 'business')
        .map(signal => compare(signal, before, after[signal.name] ?? []));
      return judgeHealth(subject, { ...good, comparisons }, released);
    };
    const busy = over(3, 3, 3, 3);

    it('is healthy when each has a signal', () => {
      expect(measured({ cost: busy, sessions: over(0, 0, 0, 1) }).verdict).toBe('healthy');
    });

    it.each<[string, readonly Sample[], string[]]>([
      ['is absent', [], ['`cost` had no sample', 'allow-no-data']],
      ['was always 0', over(0, 0, 0, 0), ['`cost` was always 0', 'allow-no-data']],
      ['was never a number', over(Number.NaN, Number.NaN), ['`cost` had no sample']],
    ])('is unknown, never healthy, when one %s', (_, cost, facts) => {
      const reasons = [{ sentence: wording(...facts), sinceRelease: false }];
      expect(measured({ cost, sessions: busy })).toMatchObject({ verdict: 'unknown', reasons });
      // Neither does a release make it healthy that had no signal before.
      expect(measured({ cost, sessions: busy }, queries, cost.slice()).verdict).toBe('unknown');
    });

    it('names all that have none', () => {
      const { reasons } = measured({ cost: over(0, 0) });
      expect(reasons).toEqual([
        { sentence: wording('`cost` was always 0', '`sessions` had no sample'), sinceRelease: false },
      ]);
    });

    it('is healthy without a signal only where slipway.yml allows that', () => {
      const allowed = { ...queries, cost: { query: 'app_cost', 'allow-no-data': true } };
      for (const cost of [[], over(0, 0, 0, 0)])
        expect(measured({ cost, sessions: busy }, allowed).verdict).toBe('healthy');
      expect(measured({ cost: busy }, allowed).verdict).toBe('unknown');
      const not = { ...queries, cost: { query: 'app_cost', 'allow-no-data': false } };
      expect(measured({ sessions: busy }, not).verdict).toBe('unknown');
    });
  });

  it('is healthy, and says so, when `bad` selects by a label that no request has', () => {
    const notes = [wording('`status`', '`bad`')];
    expect(judged({ unknownLabels: ['status'] })).toMatchObject({ verdict: 'healthy', notes });
  });

  it('prefers what is bad over what is unknown', () => {
    expect(judged({ failures: ['x'], targets: [{ name: 'pods', up: 0, down: ['shop-1'] }] }).verdict).toBe(
      'degraded',
    );
  });
});

describe('the compared times', () => {
  const minute = 60_000;
  const before = { from: 50 * minute, to: 80 * minute };
  const base = { at: 100 * minute, before, since: 85 * minute, length: 30 * minute };

  it('are before the rollout began, and since the release has all traffic', () => {
    expect(spansOf(base)).toEqual({
      before,
      after: { from: 85 * minute, to: 100 * minute },
    });
  });

  it('are too short for two minutes', () => {
    expect(spansOf({ ...base, at: 86 * minute })).toBeUndefined();
  });

  it('have a time before even if the rollout lasted for days', () => {
    const days = { from: base.since - 4320 * minute, to: base.since - 4290 * minute };
    expect(spansOf({ ...base, before: days })?.before).toEqual(days);
  });

  it.each<[string, string, number, number]>([
    ['that went live', 'verified', 60, 60],
    ['that was rolled back', 'rolled-back', 70, 70],
    ['that ended long before', 'rolled-back', 20, 50],
  ])('begin after the rollout before it, of a release %s', (_, state, ended, from) => {
    const at = (minutes: number) => new Date(minutes * minute).toISOString();
    // Only the object of a release that went live says when: its outcome is written again when it is verified.
    const created = state === 'verified' ? at(ended) : at(10);
    const release = (number: number, of: string, end: string, outcomeCreatedAt: string) =>
      ({ record: { release: number }, outcome: { state: of, at: end }, outcomeCreatedAt }) as never;
    const releases = [
      release(8, 'complete', at(85), at(85)),
      release(7, state, state === 'verified' ? at(79) : at(ended), created),
      { record: { release: 6 } } as never,
      // What a release adopts, as the last thing before its rollout, was live before.
      { record: { release: 5, source: 'observed' }, outcome: { state: 'complete', at: at(79) } } as never,
    ];
    expect(timeBefore({ releases }, 80 * minute, 30 * minute)).toEqual({
      from: from * minute,
      to: 80 * minute,
    });
  });

  it('have no time before for a release of yesterday', () => {
    const late = { ...base, at: 85 * minute + 25 * 60 * minute };
    expect(spansOf(late)).toEqual({ before: undefined, after: { from: late.at - 30 * minute, to: late.at } });
  });
});

describe('the automatic rollback', () => {
  const record = (release: number, source = 'released') => ({ record: { release, source } }) as never;
  const newest = (state: string, at = '2026-11-28T14:00:00Z') =>
    ({ record: { release: 7, source: 'released' }, outcome: { state, at } }) as never;
  const now = released + 10 * 60_000;
  const known: LiveRelease = {
    live: 7 as never,
    releases: [newest('verified'), record(6)],
    rollout: undefined,
    ...{ restored: false, scaledToZero: false },
    now,
  };
  const settings = { 'max-age': 3_600_000 };

  it('is allowed for the newest release while it is young', () => {
    expect(rollbackRefusal(settings, known)).toBeUndefined();
  });

  it.each<[string, typeof settings | undefined, Partial<LiveRelease>, string[]]>([
    ['slipway.yml does not allow it', undefined, {}, ['monitoring.rollback']],
    [
      'a rollout is under way',
      settings,
      { rollout: { candidate: 8 as never, phase: 'stepping' } },
      ['rollout'],
    ],
    [
      'it was rolled back before',
      settings,
      { live: 6 as never, releases: [newest('rolled-back'), record(6)] },
      ['7', '6'],
    ],
    ['a rollback restored it', settings, { restored: true }, ['7', 'restored']],
    ['it is too old', settings, { now: released + 2 * 3_600_000 }, ['2h', '1h']],
    ['it was adopted', settings, { releases: [record(7, 'observed')] }, ['adopted']],
    ['it never received all traffic', settings, { releases: [newest('failed')] }, ['7']],
    ['nothing is live', settings, { live: undefined }, ['no release']],
  ])('is refused when %s', (_, allowed, changes, facts) => {
    expect(rollbackRefusal(allowed, { ...known, ...changes })).toEqual(wording(...facts));
  });
});

it('quantities have units that people read', () => {
  expect([
    quantity(0.0123, 'share'),
    quantity(0.25, 'seconds'),
    quantity(3, 'seconds'),
    quantity(52_428_800, 'bytes'),
    quantity(0, 'bytes'),
    quantity(2048, 'bytes per second'),
    quantity(0.25, 'cores'),
    quantity(undefined, 'count'),
  ]).toEqual(['1.23 %', '250 ms', '3 s', '50 MiB', '0 B', '2 KiB/s', '250 millicores', '–']);
});
