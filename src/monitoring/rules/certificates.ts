import { matching, narrowed } from '../../analysis/selector.ts';
import type { MonitoringSubject } from '../subject.ts';
import type { AlertText } from './rule.ts';

/** Alerts about certificates that expire, from cert-manager, and from blackbox_exporter for the hosts of the application. */

const limits = [
  { severity: 'warning', days: 14, alert: 'SlipwayCertificateExpires' },
  { severity: 'critical', days: 3, alert: 'SlipwayCertificateExpiresSoon' },
] as const;

/** Returns the alerts; none if nothing names a certificate or a host of the application. Pure. */
export function certificateAlerts({ app, namespace, owned }: MonitoringSubject): AlertText[] {
  const { certificates, hosts } = owned;
  const managed = narrowed('certmanager_certificate_expiration_timestamp_seconds', [
    matching('namespace', '=', namespace),
    matching('name', '=~', certificates.join('|')),
  ]);
  const probed = narrowed('probe_ssl_earliest_cert_expiry', [
    matching('instance', '=~', `(.+://)?(${hosts.join('|')})([:/].*)?`),
  ]);
  const expiry = [
    ...(certificates.length === 0 ? [] : [`min by (name) (${managed})`]),
    ...(hosts.length === 0 ? [] : [`min by (instance) (${probed})`]),
  ];
  if (expiry.length === 0) return [];
  return limits.map(({ severity, days, alert }) => ({
    alert,
    severity,
    for: '10m',
    expr: `(${expiry.join(' or ')}) - time() < ${days * 86_400}`,
    summary: `${app}: a certificate expires in {{ $value | humanizeDuration }}`,
    description:
      'Its renewal has failed or was forgotten. See `kubectl describe certificate`, or ask its issuer for a new one.',
  }));
}
