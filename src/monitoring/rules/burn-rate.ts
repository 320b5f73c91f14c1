import { literal, matching, narrowed, renamed } from '../../analysis/selector.ts';
import { type MonitoringSubject, ownLabels, ownSelector } from '../subject.ts';
import type { AlertText, RecordingRule } from './rule.ts';

/**
 * Alerts on the burn rate of the error budget, over several windows. Source: "The Site Reliability Workbook", chapter 5, table 5-8:
 * an alert fires when a share of the budget was spent within a long window, and stops soon after the errors because of a short one.
 */

/** How much of the error budget may be spent within a window before an alert fires. Windows in ms. */
interface BurnLimit {
  readonly spent: number;
  readonly long: number;
  readonly short: number;
  readonly severity: 'critical' | 'warning';
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const burnLimits: readonly [BurnLimit, ...BurnLimit[]] = [
  { spent: 0.02, long: hour, short: 5 * minute, severity: 'critical' },
  { spent: 0.05, long: 6 * hour, short: 30 * minute, severity: 'critical' },
  { spent: 0.1, long: 3 * day, short: 6 * hour, severity: 'warning' },
];

/** Names of the alerts, by severity. */
export const burnAlertNames = {
  critical: 'SlipwayErrorBudgetBurn',
  warning: 'SlipwayErrorBudgetBurnSlow',
} as const;

/** All windows of the limits, shortest first; ms. */
export const burnWindows = [...new Set(burnLimits.flatMap(({ long, short }) => [short, long]))].sort(
  (a, b) => a - b,
);

/** An objective as a ratio of counters. */
interface Indicator {
  /** `availability` or `latency`. */
  readonly objective: string;
  /** The share that must be good, from 0 to 1. */
  readonly share: number;
  /** What a bad request is, for sentences. */
  readonly bad: string;
  /** PromQL for the rates of all requests and of the bad ones over a range. */
  readonly totalRate: (range: string) => string;
  readonly badRate: (range: string) => string;
}

/** Returns the objectives that can be measured. Pure. */
export function indicatorsOf({ objectives, requests, histogram }: MonitoringSubject): Indicator[] {
  const { availability, latency } = objectives;
  const rate = (selector: string) => (range: string) => `sum(rate(${selector}[${range}]))`;
  const found: Indicator[] = [];
  if (availability !== undefined && requests !== undefined)
    found.push({
      objective: 'availability',
      share: availability,
      bad: 'fail',
      totalRate: rate(requests.total),
      // The counter of failures may not exist before the first one.
      badRate: range => `(${rate(requests.bad)(range)} or vector(0))`,
    });
  if (latency !== undefined && histogram !== undefined) {
    const { share, under } = latency;
    const boundary = matching('le', '=~', boundaryPattern(under));
    const [all, fast] = [
      rate(renamed(histogram, 'count')),
      rate(narrowed(renamed(histogram, 'bucket'), [boundary])),
    ];
    found.push({
      objective: 'latency',
      share,
      bad: `take longer than ${under} s`,
      totalRate: all,
      badRate: range => `(${all(range)} - ${fast(range)})`,
    });
  }
  return found;
}

/** Clients and versions of Prometheus write a whole boundary as `1` or `1.0`. */
const boundaryPattern = (boundary: number): string =>
  Number.isInteger(boundary) ? `${boundary}(\\.0)?` : literal(String(boundary));

/** Returns the rules that record the share of bad requests over each window, and what is left of the error budget. Pure. */
export function burnRecordings(subject: MonitoringSubject): RecordingRule[] {
  return indicatorsOf(subject).flatMap(({ objective, share, totalRate, badRate }) => {
    const own = ownSelector('', subject, { objective });
    const whole = rangeOf(subject.objectives.window);
    const [bad, total] = ['slo:bad_requests:rate5m', 'slo:requests:rate5m'];
    const sum = (record: string) => `sum_over_time(${record}${own}[${whole}])`;
    const expressions = {
      ...Object.fromEntries(
        burnWindows.map(window => {
          const range = rangeOf(window);
          return [ratioOver(window), `${badRate(range)} / (${totalRate(range)} > 0)`];
        }),
      ),
      // A window of weeks is added up from these two instead of all the raw series.
      [total]: totalRate('5m'),
      [bad]: badRate('5m'),
      [budgetLeft]: `1 - (${sum(bad)} / (${sum(total)} > 0)) / ${rounded(1 - share)}`,
    };
    const labels = { ...ownLabels(subject), objective };
    return Object.entries(expressions).map(([record, expr]) => ({ record, expr, labels }));
  });
}

/** The recorded share of the error budget that is left: 1 is untouched, below 0 is overspent. Labels: app, environment, objective. */
export const budgetLeft = 'slo:error_budget:left';

/** Returns the name of the recorded share of bad requests over a window. Pure. */
export const ratioOver = (window: number): string => `slo:bad_requests:ratio_rate${rangeOf(window)}`;

const advice = {
  critical:
    'If a release began shortly before, roll it back; otherwise check what the application depends on.',
  warning: 'Nothing is urgent: find the cause within the day.',
} as const;

/** Returns the alerts, one for each objective and severity. Pure. */
export function burnAlertsOf(subject: MonitoringSubject): AlertText[] {
  const { window } = subject.objectives;
  return indicatorsOf(subject).flatMap(({ objective, share, bad }) =>
    (['critical', 'warning'] as const).map((severity): AlertText => {
      const limits = burnLimits.filter(limit => limit.severity === severity);
      const own = ownSelector('', subject, { objective });
      const conditions = limits.map(limit => {
        const most = mostBad(limit, 1 - share, window);
        return `(${ratioOver(limit.long)}${own} > ${most} and ${ratioOver(limit.short)}${own} > ${most})`;
      });
      const spent = limits.map(limit => {
        const part = (mostBad(limit, 1 - share, window) * limit.long) / ((1 - share) * window);
        return `${Number((part * 100).toPrecision(2))} % of the error budget within ${rangeOf(limit.long)}`;
      });
      return {
        alert: burnAlertNames[severity],
        expr: conditions.join(' or '),
        severity,
        labels: { objective },
        summary: `${subject.app}: {{ $value | humanizePercentage }} of the requests ${bad}`,
        description: `This rate spends at least ${spent.join(' or ')}; ${rounded(share * 100)} % of the requests must be good over ${rangeOf(window)}. ${advice[severity]}`,
      };
    }),
  );
}

/**
 * Returns the burn rate at which an alert fires: how many times faster than evenly over the window the budget is spent. Pure.
 * Formula of the workbook: share of the budget × window of the objective / window of the alert. Below 1 the budget would last for its window.
 */
export const burnRate = ({ spent, long }: Pick<BurnLimit, 'spent' | 'long'>, window: number): number =>
  Math.max(1, (spent * window) / long);

/**
 * Returns the share of bad requests above which a limit is exceeded, from 0 to 1. At most halfway between what is allowed and all requests:
 * the burn rate of an objective such as 90 % may be more than all requests can reach, and an outage must exceed every limit. Pure.
 * @param allowed share of requests that may be bad.
 */
export const mostBad = (limit: Pick<BurnLimit, 'spent' | 'long'>, allowed: number, window: number): number =>
  rounded(Math.min(burnRate(limit, window) * allowed, (1 + allowed) / 2));

/** Formats whole minutes as PromQL does: `5m`, `6h`, `3d`. Pure. */
export function rangeOf(ms: number): string {
  if (ms % day === 0) return `${ms / day}d`;
  return ms % hour === 0 ? `${ms / hour}h` : `${Math.round(ms / minute)}m`;
}

/** Removes the noise of binary fractions, such as 0.0009999999999998899. */
const rounded = (value: number): number => Number(value.toPrecision(8));
