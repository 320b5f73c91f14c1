import { channelsFor } from '../../config/channels.ts';
import type { AlertSeverity, Channel } from '../../config/receivers.ts';
import type { MonitoringSubject } from '../subject.ts';

/** Whether Alertmanager could deliver: its own counters of requests to receivers, by kind of receiver. All pure. */

/** Requests of one integration of Alertmanager, such as `email`: all, and those that failed. */
export interface DeliveryCount {
  readonly total: number;
  readonly failed: number;
}

export type DeliveryCounts = ReadonlyMap<string, DeliveryCount>;

const names = {
  alertmanager_notification_requests_total: 'total',
  alertmanager_notification_requests_failed_total: 'failed',
} as const;

/**
 * Reads the counters from the metrics of Alertmanager.
 * @param text in Prometheus' text format.
 * @param receivers whose requests count, if Alertmanager counts by receiver, which is one of its features.
 */
export function deliveryCounts(text: string, receivers: readonly string[]): DeliveryCounts {
  const counts = new Map<string, DeliveryCount>();
  for (const [, name = '', labels = '', value = ''] of text.matchAll(/^(\w+)\{([^\n]*)\} ([\d.e+]+)$/gm)) {
    const what = names[name as keyof typeof names];
    const of = (label: string) => new RegExp(`(?:^|,)${label}="([^"]*)"`).exec(labels)?.[1];
    const [integration, receiver] = [of('integration'), of('receiver_name')];
    if (what === undefined || integration === undefined) continue;
    if (receiver !== undefined && !receivers.includes(receiver)) continue;
    const count = counts.get(integration) ?? { total: 0, failed: 0 };
    counts.set(integration, { ...count, [what]: count[what] + Number(value) });
  }
  return counts;
}

/** Returns the integrations that deliver alerts of a severity, as Alertmanager calls them; none if slipway.yml names no receivers. */
export const integrationsFor = (
  { settings }: MonitoringSubject,
  severity: AlertSeverity,
): readonly string[] => [...new Set(channelsFor(settings.receivers, severity).map(integrationOf))];

const integrationOf = ({ slack, teams, email, sns }: Channel): string => {
  if (slack !== undefined) return 'slack';
  if (teams !== undefined) return 'msteamsv2';
  if (email !== undefined) return 'email';
  return sns === undefined ? 'webhook' : 'sns';
};

/**
 * Returns whether each integration has delivered since `before`.
 * @param expected integrations of the severity in slipway.yml: another one may count the message of another team.
 */
export function deliveredSince(
  before: DeliveryCounts,
  now: DeliveryCounts,
  expected: readonly string[],
): { state: 'delivered'; by: string[] } | { state: 'waiting' | 'unknown'; why: string } {
  if (now.size === 0)
    return { state: 'unknown', why: 'Alertmanager does not count its requests to receivers' };
  const since = (integration: string) => {
    const [was, is] = [before.get(integration), now.get(integration)];
    const failed = (is?.failed ?? 0) - (was?.failed ?? 0);
    return { integration, failed, good: (is?.total ?? 0) - (was?.total ?? 0) - failed };
  };
  if (expected.length === 0)
    return { state: 'unknown', why: 'slipway.yml names no receiver for this severity' };
  const all = expected.map(since);
  if (all.some(({ failed, good }) => failed < 0 || good < 0))
    return {
      state: 'unknown',
      why: 'the counters of Alertmanager went back: it restarted, or has several replicas',
    };
  const good = all.filter(each => each.good > 0).map(({ integration }) => integration);
  if (good.length === expected.length) return { state: 'delivered', by: good };
  const failing = all.filter(each => each.failed > 0 && each.good === 0).map(each => each.integration);
  const silent = all.filter(each => each.failed === 0 && each.good === 0).map(each => each.integration);
  return {
    state: 'waiting',
    why:
      failing.length > 0
        ? `the receiver refuses, or is unavailable: ${failing.join(', ')}`
        : `Alertmanager has sent nothing by ${silent.join(', ')}`,
  };
}
