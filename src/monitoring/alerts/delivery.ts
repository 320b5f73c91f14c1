import { channelsFor } from '../../config/channels.ts';
import type { AlertSeverity, Channel } from '../../config/receivers.ts';
import type { MonitoringSubject } from '../subject.ts';

/** Whether Alertmanager could deliver: its own counters of requests to receivers. All pure. */

/** Requests by integration of Alertmanager, such as `email`: all, and those that failed. */
type DeliveryCounts = ReadonlyMap<string, { readonly total: number; readonly failed: number }>;

/**
 * Reads the counters from the metrics of Alertmanager.
 * @param text in Prometheus' text format.
 * @param receivers whose requests count, if Alertmanager counts by receiver, which is one of its features.
 */
export function deliveryCounts(text: string, receivers: readonly string[]): DeliveryCounts {
  const counts = new Map<string, { total: number; failed: number }>();
  const line = /^alertmanager_notification_requests_(failed_)?total\{([^\n]*)\} ([\d.e+]+)$/gm;
  for (const [, failed, labels = '', value] of text.matchAll(line)) {
    const of = (label: string) => new RegExp(`(?:^|,)${label}="([^"]*)"`).exec(labels)?.[1];
    const [integration, receiver] = [of('integration'), of('receiver_name')];
    if (integration === undefined || (receiver !== undefined && !receivers.includes(receiver))) continue;
    const count = counts.get(integration) ?? { total: 0, failed: 0 };
    count[failed === undefined ? 'total' : 'failed'] += Number(value);
    counts.set(integration, count);
  }
  return counts;
}

/** Returns the integrations that deliver alerts of a severity, as Alertmanager calls them; none if slipway.yml names no receivers. */
export const integrationsFor = (
  { settings }: MonitoringSubject,
  severity: AlertSeverity,
): readonly string[] => [...new Set(channelsFor(settings.receivers, severity).map(integrationOf))];

const integrationOf = (channel: Channel): string => {
  const [kind = ''] = Object.keys(channel);
  return kind === 'teams' ? 'msteamsv2' : kind;
};

/**
 * Returns whether each integration has delivered since `before`.
 * @param expected integrations of the severity in slipway.yml: another one may count the message of another team.
 */
export function deliveredSince(
  before: DeliveryCounts,
  now: DeliveryCounts,
  expected: readonly string[],
): { state: 'reached' | 'waiting' | 'unknown'; detail: string } {
  const unknown = (detail: string) => ({ state: 'unknown' as const, detail });
  if (now.size === 0) return unknown('Alertmanager does not count its requests to receivers');
  if (expected.length === 0) return unknown('slipway.yml names no receiver for this severity');
  const none = { total: 0, failed: 0 };
  const all = expected.map(integration => {
    const [was, is] = [before.get(integration) ?? none, now.get(integration) ?? none];
    const failed = is.failed - was.failed;
    return { integration, failed, good: is.total - was.total - failed };
  });
  if (all.some(({ failed, good }) => failed < 0 || good < 0))
    return unknown('the counters of Alertmanager were reset: it restarted, or has several replicas');
  const named = (list: typeof all) => list.map(({ integration }) => integration).join(', ');
  const missing = all.filter(({ good }) => good === 0);
  if (missing.length === 0) return { state: 'reached', detail: `by ${named(all)}` };
  const failing = missing.filter(({ failed }) => failed > 0);
  const detail =
    failing.length > 0
      ? `the receiver refuses the alert, or is unavailable: ${named(failing)}`
      : `Alertmanager has sent nothing through ${named(missing)}`;
  return { state: 'waiting', detail };
}
