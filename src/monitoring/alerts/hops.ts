import { ask as askServer } from '../../analysis/ask.ts';
import { type EndpointSettings, endpointOf } from '../../analysis/http-endpoint.ts';
import type { MetricSource } from '../../analysis/prometheus.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { AlertSeverity } from '../../config/receivers.ts';
import { checkAlert, checkSeries } from '../rules/alert-check.ts';
import type { MonitoringSubject } from '../subject.ts';
import { type AlertmanagerApi, alertsWith } from './alertmanager-api.ts';
import { deliveredSince, deliveryCounts, integrationsFor } from './delivery.ts';

/** The hops of an alert from its metric to its receiver, and how each is asked whether it has the alert. */

/** A server and a path, whose response contains what a receiver got. */
export interface Receipt {
  readonly settings: EndpointSettings;
  readonly path: string;
}

/** What a hop says; `unknown`: it could not be asked. `detail` is what was seen, or why it has no alert. */
export interface HopAnswer {
  readonly state: 'reached' | 'waiting' | 'unknown';
  readonly detail?: string;
}

/** A hop that can be asked. */
export interface Hop {
  readonly name: string;
  /** What it means that it has the alert, as a clause. */
  readonly title: string;
  readonly ask: () => Promise<HopAnswer>;
}

/** What is checked. */
export interface CheckedRoute {
  readonly subject: MonitoringSubject;
  readonly severity: AlertSeverity;
  /** Where the receiver shows what it got; undefined: it is not asked. */
  readonly receipt: Receipt | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Returns the hops, in order, and reads the counters of Alertmanager before the check.
 * @param number by which the check is recognized.
 */
export async function hopsOf(
  cluster: Pick<Cluster, 'fetch'>,
  { subject, severity, receipt, env }: CheckedRoute,
  { source, api, number }: { source: MetricSource; api: AlertmanagerApi; number: number },
): Promise<Hop[]> {
  const { app, environment } = subject;
  const labels = { alertname: checkAlert, app, environment, severity, check: String(number) };
  const matchers = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  let before = await api('GET', '/metrics');
  let receivers: readonly string[] = [];
  const has = (promql: string, least: number, why: string) => () => valueIn(source, promql, least, why);
  const rule = (state: string, why: string) =>
    has(`ALERTS{${matchers.join(',')},alertstate=~"${state}"}`, 0, why);
  const hops: Hop[] = [
    {
      name: 'metric',
      title: 'Prometheus has the metric',
      ask: has(
        `max(${checkSeries(subject, severity)})`,
        number,
        'Prometheus has no new `kube_lease_renew_time`. Check that it scrapes kube-state-metrics, and that kube-state-metrics reads Leases in the namespace',
      ),
    },
    {
      name: 'pending',
      title: 'the alert is pending or firing',
      ask: rule(
        'pending|firing',
        'Prometheus has the metric, but not the alert. Check that it has loaded the `rules.yml` of `slipway monitoring`',
      ),
    },
    {
      name: 'firing',
      title: 'the alert is firing',
      ask: rule('firing', 'the alert stays pending. Check in Prometheus that its rule group is evaluated'),
    },
    {
      name: 'alertmanager',
      title: 'Alertmanager has the alert',
      ask: async () => {
        const counters = await api('GET', '/metrics');
        const found = await alertsWith(api, labels);
        if (!found.ok) return { state: 'unknown', detail: found.detail };
        const [own] = found.value;
        if (own === undefined) {
          // Read before the alert arrived, so the counters contain none of its deliveries.
          before = counters;
          const check = 'Check that `alerting` in prometheus.yml names this Alertmanager';
          return { state: 'waiting', detail: `Alertmanager does not have the alert. ${check}` };
        }
        const { state, silencedBy, inhibitedBy } = own.status;
        if (state === 'suppressed')
          return {
            state: 'waiting',
            detail: `Alertmanager suppresses the alert ${suppression(silencedBy, inhibitedBy)}`,
          };
        receivers = own.receivers.map(({ name }) => name);
        return { state: 'reached', detail: `for ${receivers.join(', ')}` };
      },
    },
    {
      name: 'delivery',
      title: 'Alertmanager has delivered it',
      ask: async () => {
        const now = await api('GET', '/metrics');
        if (!before.ok)
          return { state: 'unknown', detail: 'the counters of Alertmanager before the check are not known' };
        if (!now.ok) return { state: 'unknown', detail: now.detail };
        const counts = ({ value }: { value: string }) => deliveryCounts(value, receivers);
        return deliveredSince(counts(before), counts(now), integrationsFor(subject, severity));
      },
    },
  ];
  if (receipt === undefined) return hops;
  const endpoint = endpointOf(receipt.settings, cluster, env);
  const shown = (body: string) => ({ ok: true, value: body.includes(String(number)) }) as const;
  const question = { server: 'the receiver', path: receipt.path, read: shown, patience: 5_000, once: true };
  const ask = async (): Promise<HopAnswer> => {
    const answer = await askServer(endpoint, question);
    if (!answer.ok) return { state: 'unknown', detail: answer.detail };
    if (answer.value) return { state: 'reached' };
    return { state: 'waiting', detail: `${endpoint.name} shows no message with the number ${number}` };
  };
  return [...hops, { name: 'receiver', title: 'the receiver has it', ask }];
}

/** Asks Prometheus for a value. @param least of the value. @param why there may be none. */
export async function valueIn(
  source: MetricSource,
  promql: string,
  least: number,
  why: string,
): Promise<HopAnswer> {
  const answer = await source.query(promql);
  if (!answer.ok) return { state: 'unknown', detail: answer.detail };
  const is = answer.value.some(({ samples }) => samples.some(([, value]) => Math.round(value) >= least));
  return is ? { state: 'reached' } : { state: 'waiting', detail: why };
}

const suppression = (silencedBy: readonly string[], inhibitedBy: readonly string[]): string =>
  silencedBy.length > 0
    ? `because of the silence ${silencedBy.join(', ')}, which a release may have created`
    : inhibitedBy.length > 0
      ? `because of another alert (${inhibitedBy.join(', ')})`
      : 'because of a mute time interval';
