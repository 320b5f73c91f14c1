import { describe, it } from 'vitest';
import { ruleGroups } from '../../../src/monitoring/rules/rules.ts';
import { shop } from '../subjects.ts';
import { expectAlerts, promtool } from './promtool.ts';

/**
 * The alerts on the error budget of 99.9 % over 28 d. An hour may have 1.344 % of bad requests, six hours 0.56 % (2 and 5 % of
 * the budget), three days 0.1 % (the rate at which the budget lasts). Each scene has enough time without errors before.
 */

const groups = ruleGroups(shop({ objectives: { availability: '99.9%' } }));
const series = (code: number) =>
  `http_requests_total{namespace="store",pod="shop-bcdfg-bcdfg",code="${code}"}`;
/** 1000 requests a minute, of which so many fail: `quiet` minutes none, then each pair for its minutes. */
const traffic = (quiet: number, ...failing: [perMinute: number, minutes: number][]) => {
  let [bad, good] = [0, `0+1000x${quiet}`];
  let failed = `0x${quiet}`;
  let served = 1000 * quiet;
  for (const [perMinute, minutes] of failing) {
    good += ` ${served + 1000 - perMinute}+${1000 - perMinute}x${minutes - 1}`;
    failed += ` ${bad + perMinute}+${perMinute}x${minutes - 1}`;
    bad += perMinute * minutes;
    served += (1000 - perMinute) * minutes;
  }
  return { [series(200)]: good, [series(500)]: failed };
};
const minutes = (of: number) => `${of}m`;
const critical = 'SlipwayErrorBudgetBurn';
const slow = 'SlipwayErrorBudgetBurnSlow';
const objective = { objective: 'availability' };

describe.skipIf(promtool === undefined)('M9: the alerts on the error budget, in Prometheus', () => {
  const quiet = 420;

  it('do not fire for one minute in which 30 % fail', async () => {
    // In five minutes 6 % fail, far beyond the limit; in the hour 0.5 %.
    await expectAlerts(groups, {
      every: '1m',
      series: traffic(quiet, [300, 1], [0, 60]),
      firing: {
        [critical]: { [minutes(quiet + 1)]: [], [minutes(quiet + 3)]: [], [minutes(quiet + 30)]: [] },
      },
    });
  });

  it('fire within minutes when 10 % fail, and end with the errors: 2 % of the budget in an hour', async () => {
    // 1.344 % of an hour are 8.1 minutes of 10 %.
    await expectAlerts(groups, {
      every: '1m',
      series: traffic(quiet, [100, 15], [0, 60]),
      firing: {
        [critical]: {
          [minutes(quiet + 7)]: [],
          [minutes(quiet + 10)]: [objective],
          [minutes(quiet + 15)]: [objective],
          [minutes(quiet + 21)]: [],
        },
      },
    });
  });

  it('fire within hours when 1 % fail, and end with the errors: 5 % of the budget in six hours', async () => {
    // 0.56 % of six hours are 201.6 minutes of 1 %; an hour of 1 % is within its limit.
    await expectAlerts(groups, {
      every: '1m',
      series: traffic(quiet, [10, 220], [0, 60]),
      firing: {
        [critical]: {
          [minutes(quiet + 60)]: [],
          [minutes(quiet + 195)]: [],
          [minutes(quiet + 216)]: [objective],
          [minutes(quiet + 220 + 20)]: [],
        },
      },
    });
  });

  it('warn within days when 0.2 % fail, and end with the errors: faster than the budget lasts, over three days', async () => {
    // 0.1 % of three days are 36 hours of 0.2 %; six hours of it are within their critical limit. A sample every four minutes.
    const hour = 15;
    const history = 73 * hour;
    const at = (steps: number) => `${4 * (history + steps)}m`;
    await expectAlerts(groups, {
      every: '4m',
      series: traffic(history, [2, 39 * hour], [0, 6 * hour]),
      firing: { [slow]: { [at(35 * hour)]: [], [at(38 * hour)]: [objective], [at(43 * hour)]: [] } },
    });
  });

  it('count slow requests for the objective of latency', async () => {
    const latency = ruleGroups(
      shop({ objectives: { availability: '99.9%', latency: { share: '99%', under: 0.5 } } }),
    );
    const own = 'namespace="store",pod="shop-bcdfg-bcdfg"';
    // 13.44 % of an hour are 16.1 minutes of 50 %.
    await expectAlerts(latency, {
      every: '1m',
      series: {
        [`http_request_duration_seconds_count{${own}}`]: `0+1000x${quiet + 80}`,
        [`http_request_duration_seconds_bucket{${own},le="0.5"}`]: `0+1000x${quiet} ${quiet * 1000 + 500}+500x19 ${quiet * 1000 + 11_000}+1000x60`,
      },
      firing: {
        [critical]: {
          [minutes(quiet + 14)]: [],
          [minutes(quiet + 18)]: [{ objective: 'latency' }],
          [minutes(quiet + 27)]: [],
        },
      },
    });
  });
});
