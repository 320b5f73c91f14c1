import { businessQuery } from '../config/monitoring.ts';
import { counted } from '../toolkit/count.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { causes, fewestRequests, harms, isShown, type SignalComparison } from './comparison.ts';
import { beganWith, type FiringAlert, type ObjectiveReading, type Readings } from './readings.ts';
import { burnAlertNames, burnLimits, mostBad } from './rules/burn-rate.ts';
import { eventAlertNames } from './rules/security-events.ts';
import { type MonitoringSubject, toleratesDown } from './subject.ts';

/** Judges what was read. All pure. */

export interface HealthReason {
  readonly sentence: string;
  /** Whether it began with the release, so that a rollback may help. */
  readonly sinceRelease: boolean;
}

export interface Health {
  /** `unknown`: nothing harmful was seen, but something could not be read. It is never healthy. */
  readonly verdict: 'healthy' | 'degraded' | 'unknown';
  /** Why it is degraded or unknown. */
  readonly reasons: readonly HealthReason[];
  /** Changes that harm no user, and what was not compared. */
  readonly notes: readonly string[];
}

/**
 * Judges readings.
 * @param began when the rollout of the release began, in ms since 1970; undefined if it is not known.
 */
export function judgeHealth(
  subject: MonitoringSubject,
  readings: Readings,
  began: number | undefined,
): Health {
  const { comparisons, objectives, targets, alerts, standbys } = readings;
  const events = Object.values<string>(eventAlertNames);
  const isEvent = ({ name }: FiringAlert) =>
    events.includes(name) && subject.settings.rollback?.alerts.includes(name) !== true;
  const unscraped = targets.filter(({ down }) => down.length > 0);
  const isTolerated = ({ name, up }: (typeof targets)[number]) => up > 0 && toleratesDown(name);
  const notes = [
    ...notesOf(comparisons),
    ...readings.unknownLabels.map(
      label =>
        `no request has the label \`${label}\`, which \`bad\` uses to select failed requests, so no failure is counted; correct \`bad\` in slipway.yml`,
    ),
    ...unscraped.filter(isTolerated).map(unscrapedSentence),
    ...alerts.filter(isEvent).map(({ name }) => `the alert ${name} is firing`),
  ];
  const degraded = [
    ...objectives.flatMap(objective => budgetReasons(objective, subject.objectives.window)),
    ...comparisons.filter(harms).map(each => ({
      sentence: doubted(changeSentence(each), isShown(each.shownBy) ? undefined : tooFew),
      sinceRelease: causes(each),
    })),
    ...unscraped
      .filter(target => !isTolerated(target))
      .map(target => ({ sentence: unscrapedSentence(target), sinceRelease: false })),
    ...standbys
      .filter(({ within, promised }) => within !== undefined && within < promised)
      .map(({ within, promised, lag }) => ({
        sentence: `slipway.yml promises ${counted(promised, 'standby')} within ${formatDuration(lag)}, and Prometheus counts ${within}`,
        sinceRelease: false,
      })),
    ...alerts
      .filter(alert => alert.severity !== 'info' && !isEvent(alert))
      .map(alert => ({
        sentence: `the alert ${alert.name} (${alert.severity}) is firing`,
        // What fired before may be what could not be read.
        sinceRelease: readings.failures.length === 0 && blames(subject, alert, began),
      })),
  ];
  if (degraded.length > 0) return { verdict: 'degraded', reasons: eachOnce(degraded), notes };
  const unread = unreadable(subject, readings);
  if (unread === undefined) return { verdict: 'healthy', reasons: [], notes };
  return { verdict: 'unknown', reasons: [{ sentence: unread, sinceRelease: false }], notes };
}

/** One alert may fire for several drills, databases or pods. */
const eachOnce = (reasons: readonly HealthReason[]): HealthReason[] =>
  [...Map.groupBy(reasons, ({ sentence }) => sentence)].map(([sentence, all]) => ({
    sentence,
    sinceRelease: all.some(each => each.sinceRelease),
  }));

/**
 * An objective is broken if the budget burns faster than one of the limits allows.
 * @param limits by default that of the fastest alert.
 */
export function budgetReasons(
  { objective, allowed, before, after, bad = 0 }: ObjectiveReading,
  window: number,
  limits: readonly (typeof burnLimits)[number][] = burnLimits.slice(0, 1),
): HealthReason[] {
  const most = Math.min(...limits.map(limit => mostBad(limit, allowed, window)));
  if (after === undefined || after <= most) return [];
  const sentence = `${percent(after)} of the requests were ${objective === 'latency' ? 'slow' : 'bad'}; the ${objective} objective allows ${percent(allowed)}`;
  const doubt =
    before === undefined
      ? 'nothing is known of the time before the release'
      : before > most
        ? `before the release: ${percent(before)}`
        : isShown(bad)
          ? undefined
          : tooFew;
  return [{ sentence: doubted(sentence, doubt), sinceRelease: doubt === undefined }];
}

const tooFew = `based on fewer than ${fewestRequests} bad or slow requests`;

/** Adds to a sentence why the harm starts no rollback. */
const doubted = (sentence: string, doubt: string | undefined) =>
  doubt === undefined ? sentence : `${sentence} (${doubt})`;

/**
 * Whether an alert alone may start a rollback: slipway.yml names it, it began with the rollout, and a rule has made it. A burn-rate alert never
 * does alone: its long window also counts errors from before the release, so the objective since the release decides.
 */
function blames({ settings }: MonitoringSubject, alert: FiringAlert, began: number | undefined): boolean {
  const isNamed = settings.rollback?.alerts.includes(alert.name) === true && !isBurnAlert(alert.name);
  return isNamed && began !== undefined && beganWith(alert, began);
}

export const isBurnAlert = (name: string): boolean => Object.values<string>(burnAlertNames).includes(name);

/** Returns why it is not known whether an application is healthy; undefined if it is known. */
function unreadable(
  { app, environment, workload, settings, objectives: { latency } }: MonitoringSubject,
  { comparisons, objectives, targets, hasRules, failures }: Readings,
): string | undefined {
  if (failures.length > 0) return failures[0];
  const missing = targets.filter(({ up, down }) => up === 0 && down.length === 0).map(({ name }) => name);
  if (missing.includes('pods')) return `Prometheus scrapes no pod of ${workload.kind}/${workload.name}`;
  if (missing.length > 0) return `Prometheus has no target for ${missing.join(', ')}`;
  if (!hasRules)
    return `no rule of ${app} in ${environment} is loaded, so no alert can fire; load \`rules.yml\` of \`slipway monitoring\` into this Prometheus, or set \`monitoring.objects\``;
  if (objectives.length === 0)
    return 'no objective can be measured: neither `monitoring.requests` nor the gate names a counter of requests';
  const gone = comparisons.filter(
    ({ signal, before, after }) =>
      ['traffic', 'errors', 'latency'].includes(signal.group) && before !== undefined && after === undefined,
  );
  if (gone.length > 0 && comparisons.some(({ after }) => after !== undefined))
    return `${gone.map(({ signal }) => signal.title).join(', ')}: there has been no data since the release`;
  const silent = objectives.filter(({ after }) => after === undefined).map(({ objective }) => objective);
  if (silent.length === 0) return withoutSignal(settings.queries, comparisons);
  const noBucket = `, or the histogram has no bucket that ends at ${latency?.under} s`;
  return `the objective ${silent.join(' and ')} cannot be judged: no request has been counted since the release${silent.includes('latency') ? noBucket : ''}`;
}

/**
 * Returns which business metrics say nothing: a counter that the application never increases is 0, and looks like a day without costs. Undefined
 * if all have a signal, or `allow-no-data`.
 */
function withoutSignal(
  queries: MonitoringSubject['settings']['queries'],
  comparisons: readonly SignalComparison[],
): string | undefined {
  const silent = Object.entries(queries).flatMap(([name, written]) => {
    const values = comparisons.find(({ signal }) => signal.name === name)?.samples.after ?? [];
    if (businessQuery(written).allowsNoData || values.some(([, value]) => Math.abs(value) > 0)) return [];
    return [`\`${name}\` ${values.some(([, value]) => value === 0) ? 'was always 0' : 'had no sample'}`];
  });
  if (silent.length === 0) return undefined;
  return `a business metric has had no signal since the release: ${silent.join(', ')}; correct it in \`monitoring.queries\`, or set \`allow-no-data: true\` for it`;
}

const notesOf = (comparisons: readonly SignalComparison[]): string[] =>
  comparisons
    .filter(each => each.change !== 'same' && each.change !== 'no-data' && !harms(each))
    .map(changeSentence);

/** Returns `Latency, 95th percentile: 12 ms before, 80 ms after`. */
function changeSentence({ signal, before, after }: SignalComparison): string {
  return `${signal.title}: ${quantity(before, signal.unit)} before, ${quantity(after, signal.unit)} after`;
}

/** Formats a value with its unit; a dash for none. */
export function quantity(value: number | undefined, unit: SignalComparison['signal']['unit']): string {
  if (value === undefined) return '–';
  switch (unit) {
    case 'share':
      return percent(value);
    case 'seconds':
      return value < 1 ? `${short(value * 1000)} ms` : `${short(value)} s`;
    case 'bytes':
    case 'bytes per second': {
      const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
      const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10));
      return `${short(value / 1024 ** power)} ${units[power]}${unit === 'bytes' ? '' : '/s'}`;
    }
    case 'requests per second':
      return `${short(value)} requests/s`;
    case 'cores':
      return `${short(value * 1000)} millicores`;
    case 'count':
      return short(value);
    default:
      return unit satisfies never;
  }
}

/** Formats a share from 0 to 1 as a percentage. */
export const percent = (share: number): string => `${short(share * 100)} %`;

const short = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 4 });

const unscrapedSentence = ({ name, down }: Readings['targets'][number]): string =>
  `Prometheus cannot scrape ${name === 'pods' ? `the metrics of ${down.join(', ')}` : `the ${name} exporter (${down.join(', ')})`}`;
