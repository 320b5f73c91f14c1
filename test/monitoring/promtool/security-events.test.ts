import { describe, it } from 'vitest';
import { ruleGroups } from '../../../src/monitoring/rules/rules.ts';
import { everything, shop } from '../subjects.ts';
import { expectAlerts, promtool } from './promtool.ts';

const groups = ruleGroups(shop(everything));
const own = 'namespace="store"';
const target = (pod: string) => `${own},pod="${pod}",job="pods",instance="${pod}:80"`;
const up = (pod: string) => `up{${target(pod)}}`;

describe.skipIf(promtool === undefined)('S11: the alerts about security events, in Prometheus', () => {
  it('fire when many logins fail, and not for a few mistyped passwords', async () => {
    const logins = (result: string) => `logins_total{${own},result="${result}"}`;
    await expectAlerts(groups, {
      every: '15s',
      series: {
        // One login a sample. One of twenty fails; from 20 min on half of them do; from 30 min on none does.
        [logins('success')]: `0+1x80 ${80}+0.5x39 ${100}+1x40`,
        [logins('failure')]: `0x20 1x59 1+0.5x39 21x40`,
      },
      firing: { SlipwayLoginsFail: { '7m': [], '20m': [], '24m': [{ event: 'logins' }], '36m': [] } },
    });
    await expectAlerts(groups, {
      every: '15s',
      // All of three logins fail: too few to say anything.
      series: { [logins('success')]: '0x80', [logins('failure')]: '0x20 1x3 2x3 3x50' },
      firing: { SlipwayLoginsFail: { '6m': [], '8m': [] } },
    });
  });

  it.each([
    ['a changed permission', 'SlipwayPermissionsChanged', 'role_changes_total', 'permissions'],
    ['a read of sensitive data', 'SlipwaySensitiveDataRead', 'sensitive_queries_total', 'data'],
  ])('fire for %s within one scrape, and end', async (_, alert, counter, event) => {
    const known = `${counter}{${own},pod="a"}`;
    await expectAlerts(groups, {
      every: '15s',
      series: { [known]: '4x40 5x60' },
      firing: { [alert]: { '10m': [], '10m15s': [{ event }], '14m': [{ event }], '16m': [] } },
    });
    // The first event is the first sample of a counter, which has not increased. In a new pod it is that of its target, too.
    for (const scraped of ['1x100', '_x40 1x60'])
      await expectAlerts(groups, {
        every: '15s',
        series: {
          [up('a')]: '1x100',
          [up('b')]: scraped,
          [`${counter}{${target('b')}}`]: '_x40 1x60',
        },
        firing: { [alert]: { '9m': [], '10m': [{ event }], '14m': [{ event }], '16m': [] } },
      });
    // Another application in the same Prometheus.
    await expectAlerts(groups, {
      every: '15s',
      series: { [`${counter}{namespace="other"}`]: '4x40 5x60' },
      firing: { [alert]: { '11m': [] } },
    });
  });

  it.each([
    // One scrape fails: five minutes later the counter has just appeared.
    ['one failed scrape', '1x40 0 1x60', '4x40 stale 4x60', ['14m', '15m', '15m15s', '15m30s']],
    ['twelve minutes without Prometheus', '1x60 _x47 1x40', '4x60 _x47 4x40', ['27m', '29m', '31m', '33m']],
    ['Prometheus lost its data', '_x40 1x60', '_x40 4x60', ['10m', '14m', '15m', '16m', '18m']],
  ])('do not fire for events of before: %s', async (_, scraped, counted, times) => {
    const quiet = Object.fromEntries(times.map(time => [time, []]));
    await expectAlerts(groups, {
      every: '15s',
      series: {
        [up('a')]: scraped,
        [`role_changes_total{${target('a')}}`]: counted,
        [`sensitive_queries_total{${target('a')}}`]: counted,
      },
      firing: { SlipwayPermissionsChanged: quiet, SlipwaySensitiveDataRead: quiet },
    });
  });

  it('fire when a rate is three times that of the busiest hours of the last week, and not for a peak of a minute', async () => {
    // Eight days at 10 each four minutes, then a peak of one sample, then an hour at 60.
    const week = 8 * 360;
    const after = (minutes: number) => `${4 * week + minutes}m`;
    const end = week * 10;
    const behavior = { event: 'behavior' };
    await expectAlerts(groups, {
      every: '4m',
      series: {
        [`api_requests_total{${own}}`]: `0+10x${week} ${end + 60}+10x14 ${end + 260}+60x14 ${end + 1110}+10x20`,
      },
      firing: {
        SlipwayAbnormalBehavior: {
          [after(4)]: [],
          [after(8)]: [],
          [after(64)]: [],
          [after(80)]: [behavior],
          [after(140)]: [],
        },
      },
    });
    // A counter that is younger than a week has no week to compare with.
    await expectAlerts(groups, {
      every: '2m',
      series: { [`api_requests_total{${own}}`]: '0+10x60 700+100x60' },
      firing: { SlipwayAbnormalBehavior: { '150m': [] } },
    });
  });

  it('do not fire for single events of a rare counter, and do for many', async () => {
    // Eight quiet days; then three events each sample for 24 minutes, and an hour later 30.
    const week = 8 * 360;
    const after = (minutes: number) => `${4 * week + minutes}m`;
    await expectAlerts(groups, {
      every: '4m',
      series: { [`api_requests_total{${own}}`]: `0x${week} 3+3x5 18x14 48+30x10` },
      firing: {
        SlipwayAbnormalBehavior: {
          ...{ [after(12)]: [], [after(20)]: [], [after(60)]: [] },
          [after(104)]: [{ event: 'behavior' }],
        },
      },
    });
  });

  it('do not fire each morning for what is used only by day', async () => {
    let count = 0;
    const grow = (each: number, samples: number) => {
      const from = count;
      count += each * samples;
      return `${from}+${each}x${samples - 1}`;
    };
    // Eight hours of each day at 10 each four minutes, but for two days of the week; then a day of which an hour has 60.
    const day = (used: boolean) => [grow(0, 120), grow(used ? 10 : 0, 120), grow(0, 120)];
    const week = [true, true, true, true, true, false, false, true].flatMap(day);
    const last = [grow(0, 120), grow(10, 60), grow(60, 15), grow(10, 60)];
    const after = (hours: number) => `${8 * 24 * 60 + hours * 60}m`;
    await expectAlerts(groups, {
      every: '4m',
      series: { [`api_requests_total{${own}}`]: [...week, ...last].join(' ') },
      firing: {
        SlipwayAbnormalBehavior: {
          [after(9)]: [],
          [after(12)]: [],
          [after(12.8)]: [{ event: 'behavior' }],
          [after(14)]: [],
        },
      },
    });
  });
});
