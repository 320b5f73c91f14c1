import { channelsFor, severities } from '../config/channels.ts';
import type { Channel } from '../config/receivers.ts';
import { checkAlert } from './rules/alert-check.ts';
import type { MonitoringSubject } from './subject.ts';

/**
 * The configuration of Alertmanager: who gets which alert. Source: prometheus.io, "Alerting configuration". It contains no secret: an
 * address or password that slipway.yml names by an environment variable is read from a file with the name of that variable.
 */

/**
 * Returns the configuration: one receiver for each severity; an alert without a severity goes to that of `warning`. Alerts of one
 * application are grouped, so that an outage is one message. Pure.
 */
export function alertmanagerConfig(subject: MonitoringSubject) {
  const { app, environment, settings } = subject;
  const receivers = severities.map(severity => ({
    name: receiverName(subject, severity),
    ...sectionsOf(channelsFor(settings.receivers, severity)),
  }));
  const own = [`app="${app}"`, `environment="${environment}"`];
  const inhibit = (source: string[], target: string[], equal: string[]) => ({
    source_matchers: [...own, ...source],
    target_matchers: [...own, ...target],
    equal: ['app', 'environment', ...equal],
  });
  return {
    route: {
      receiver: receiverName(subject, 'warning'),
      group_by: ['app', 'environment', 'severity'],
      group_wait: '15s',
      group_interval: '5m',
      repeat_interval: '12h',
      routes: severities.map(severity => ({
        receiver: receiverName(subject, severity),
        matchers: [...own, `severity="${severity}"`],
        // A page must not wait behind another one of the same application.
        ...(severity === 'critical' ? urgent : {}),
        // The alert of a check waits for no other one.
        routes: [
          {
            matchers: [`alertname="${checkAlert}"`],
            group_by: ['app', 'environment', 'severity', 'check'],
            group_wait: '1s',
            group_interval: '30s',
          },
        ],
      })),
    },
    inhibit_rules: [
      // Who is told that the budget burns fast need not be told that it burns slowly.
      inhibit(
        ['severity="critical"', 'objective!=""'],
        ['severity=~"warning|info"', 'objective!=""'],
        ['objective'],
      ),
      inhibit(['alertname="SlipwayTargetsMissing"'], ['alertname="SlipwayTargetDown"'], []),
    ],
    receivers,
  };
}

/** How soon a critical alert is sent. */
const urgent = { group_wait: '5s', group_interval: '30s', repeat_interval: '1h' } as const;

/** Returns the name of the receiver of a severity. Pure. */
export const receiverName = (
  { app, environment }: Pick<MonitoringSubject, 'app' | 'environment'>,
  severity: string,
): string => `slipway-${app}-${environment}-${severity}`;

/** Returns the lists of a receiver by the names that Alertmanager has for kinds of channels. */
function sectionsOf(channels: readonly Channel[]): Record<string, object[]> {
  const sections: Record<string, object[]> = {};
  for (const [key, section] of channels.map(sectionOf))
    sections[key] = [...(sections[key] ?? []), { send_resolved: true, ...section }];
  return sections;
}

function sectionOf({ slack, teams, email, sns, webhook = '' }: Channel): [string, object] {
  const message = { title, text: body };
  if (slack !== undefined) return ['slack_configs', { api_url_file: secretFile(slack), ...message }];
  if (teams !== undefined) return ['msteamsv2_configs', { webhook_url_file: secretFile(teams), ...message }];
  if (sns !== undefined) {
    const sigv4 = { region: sns.topic.split(':')[3] ?? '' };
    const text = { subject: title, message: `${title}\n${body}` };
    return ['sns_configs', { topic_arn: sns.topic, sigv4, ...text }];
  }
  if (email === undefined) return ['webhook_configs', { url_file: secretFile(webhook) }];
  const { to, from, server, tls, username, password } = email;
  return [
    'email_configs',
    {
      to: to.join(', '),
      from,
      smarthost: server,
      // On port 465 the connection begins with TLS, and an Alertmanager before 0.31 would still demand STARTTLS in it.
      require_tls: tls && !server.endsWith(':465'),
      ...(username === undefined ? {} : { auth_username: username }),
      ...(password === undefined ? {} : { auth_password_file: secretFile(password) }),
      headers: { Subject: title },
      text: body,
    },
  ];
}

/** Alertmanager finds each secret in a file; mount a Secret there. */
const secretFile = (variable: string) => `/etc/alertmanager/secrets/${variable}`;

/** Templates of Alertmanager: the first line of a message, and a line for each alert. */
const title =
  '[{{ .Status | toUpper }}] {{ .CommonLabels.app }} in {{ .CommonLabels.environment }}: {{ len .Alerts }} {{ .CommonLabels.severity }} alert(s)';
const body = '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\n{{ end }}';
