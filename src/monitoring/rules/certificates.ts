import type { Environment } from '../../config/types.ts';
import type { MonitoringSubject } from '../subject.ts';
import type { AlertText } from './rule.ts';

/** Alerts about certificates that expire, from cert-manager, and from blackbox_exporter for the address of `verify`. */

const limits = [
  { severity: 'warning', days: 14, alert: 'SlipwayCertificateExpires' },
  { severity: 'critical', days: 3, alert: 'SlipwayCertificateExpiresSoon' },
] as const;

/** @param url the address at which users reach the application, if known. Pure. */
export function certificateAlerts(
  { app, namespace }: MonitoringSubject,
  url: NonNullable<Environment['verify']>['url'] | undefined,
): AlertText[] {
  const managed = `certmanager_certificate_expiration_timestamp_seconds{namespace="${namespace}"}`;
  const host = url?.startsWith('https:') ? new URL(url).hostname.replaceAll('.', '\\\\.') : undefined;
  const expiry =
    host === undefined
      ? `min by (name) (${managed})`
      : `(min by (name) (${managed}) or min by (instance) (probe_ssl_earliest_cert_expiry{instance=~".*\\\\b${host}\\\\b.*"}))`;
  return limits.map(({ severity, days, alert }) => ({
    ...{ alert, severity, for: '10m' },
    expr: `${expiry} - time() < ${days * 86_400}`,
    annotations: {
      summary: `${app}: a certificate expires in {{ $value | humanizeDuration }}`,
      description:
        'Its renewal has failed or was forgotten. See `kubectl describe certificate`, or ask its issuer for a new one.',
    },
  }));
}
