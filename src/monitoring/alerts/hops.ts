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

/** What a hop says. `unknown`: it could not be asked. */
export type HopAnswer =
  | { readonly state: 'reached'; readonly detail?: string }
  | { readonly state: 'waiting' | 'unknown'; readonly why: string };

/** A hop that can be asked. */
export interface Hop {
  readonly name: 'metric' | 'pending' | 'firing' | 'alertmanager' | 'delivery' | 'receiver';
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
 * Returns the hops, in order.
 * @param known `number` by which the check is recognized, and `before`: the metrics of Alertmanager before it.
 */
export function hopsOf(
  cluster: Pick<Cluster, 'fetch'>,
  { subject, severity, receipt, env }: CheckedRoute,
  known: {
    readonly source: MetricSource;
    readonly api: AlertmanagerApi;
    readonly number: number;
    readonly before: Awaited<ReturnType<AlertmanagerApi>>;
  },
): Hop[] {
  const { source, api, number } = known;
  const { app, environment } = subject;
  const labels = { alertname: checkAlert, app, environment, severity, check: String(number) };
  const matchers = Object.entries(labels).map(([name, value]) => `${name}="${value}"`);
  let { before } = known;
  let receivers: readonly string[] = [];
  const rule = (alertstate: string, why: string) => () =>
    has(source, `ALERTS{${matchers.join(',')},alertstate=~"${alertstate}"}`, () => true, why);
  const hops: Hop[] = [
    {
      ...{ name: 'metric', title: 'Prometheus has the metric' },
      ask: () =>
        has(
          source,
          `max(${checkSeries(subject, severity)})`,
          value => Math.round(value) >= number,
          'Prometheus has no new `kube_lease_renew_time`. Check that it scrapes kube-state-metrics, and that kube-state-metrics reads Leases in the namespace',
        ),
    },
    {
      ...{ name: 'pending', title: 'the rule holds' },
      ask: rule(
        'pending|firing',
        'Prometheus has the metric, but not the alert. Check that it has loaded the `rules.yml` of `slipway monitoring`',
      ),
    },
    {
      ...{ name: 'firing', title: 'the alert is firing' },
      ask: rule('firing', 'the alert stays pending. Check in Prometheus that its rule group is evaluated'),
    },
    {
      ...{ name: 'alertmanager', title: 'Alertmanager has the alert' },
      ask: async () => {
        const counters = await api('GET', '/metrics');
        const found = await alertsWith(api, labels);
        if (!found.ok) return { state: 'unknown', why: found.detail };
        const [own] = found.value;
        if (own === undefined) {
          // Read before the alert arrived, so the counters contain none of its deliveries.
          before = counters;
          return {
            state: 'waiting',
            why: 'Alertmanager does not have the alert. Check that `alerting` in prometheus.yml names it',
          };
        }
        const { state, silencedBy, inhibitedBy } = own.status;
        if (state === 'suppressed')
          return { state: 'waiting', why: `it suppresses the alert ${suppression(silencedBy, inhibitedBy)}` };
        receivers = own.receivers.map(({ name }) => name);
        return { state: 'reached', detail: `for ${receivers.join(', ')}` };
      },
    },
    {
      ...{ name: 'delivery', title: 'Alertmanager has delivered it' },
      ask: async () => {
        const now = await api('GET', '/metrics');
        if (!before.ok || !now.ok)
          return {
            state: 'unknown',
            why: before.ok && !now.ok ? now.detail : 'its counters before the check are not known',
          };
        const counts = ({ value }: { value: string }) => deliveryCounts(value, receivers);
        const done = deliveredSince(counts(before), counts(now), integrationsFor(subject, severity));
        return done.state === 'delivered' ? { state: 'reached', detail: `by ${done.by.join(', ')}` } : done;
      },
    },
  ];
  if (receipt !== undefined) {
    const endpoint = endpointOf(receipt.settings, cluster, env);
    const shown = (body: string) => ({ ok: true, value: body.includes(String(number)) }) as const;
    const question = { server: 'the receiver', path: receipt.path, read: shown, patience: 5_000, once: true };
    const ask = async (): Promise<HopAnswer> => {
      const answer = await askServer(endpoint, question);
      if (!answer.ok) return { state: 'unknown', why: answer.detail };
      return answer.value
        ? { state: 'reached' }
        : { state: 'waiting', why: `${endpoint.name} shows no message with the number ${number}` };
    };
    hops.push({ name: 'receiver', title: 'the receiver has it', ask });
  }
  return hops;
}

async function has(
  source: MetricSource,
  promql: string,
  holds: (value: number) => boolean,
  why: string,
): Promise<HopAnswer> {
  const answer = await source.query(promql);
  if (!answer.ok) return { state: 'unknown', why: answer.detail };
  const is = answer.value.some(({ samples }) => samples.some(([, value]) => holds(value)));
  return is ? { state: 'reached' } : { state: 'waiting', why };
}

const suppression = (silencedBy: readonly string[], inhibitedBy: readonly string[]): string =>
  silencedBy.length > 0
    ? `by the silence ${silencedBy.join(', ')}; a release may have opened it`
    : `because of another alert (${inhibitedBy.join(', ') || 'a mute time interval'})`;
