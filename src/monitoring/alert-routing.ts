import { channelsFor, severities } from '../config/channels.ts';
import type { Channel } from '../config/receivers.ts';
import { checkAlert } from './rules/alert-check.ts';
import type { MonitoringSubject } from './subject.ts';

/**
 * The configuration of Alertmanager: who gets which alert. Source: prometheus.io, "Alerting configuration". It contains no secret: an
 * address or password that slipway.yml names by an environment variable is read from a file with the name of that variable.
 */

/** Folder in which Alertmanager finds the secrets, one file each; mount a Secret there. */
export const secretsFolder = '/etc/alertmanager/secrets';

export interface AlertmanagerConfig {
  readonly route: object;
  readonly inhibit_rules: readonly object[];
  readonly receivers: readonly ({ readonly name: string } & Readonly<Record<string, unknown>>)[];
}

/**
 * Returns the configuration: one receiver for each severity; an alert without a severity goes to that of `warning`. Alerts of one
 * application are grouped, so that an outage is one message. Pure.
 */
export function alertmanagerConfig(subject: MonitoringSubject): AlertmanagerConfig {
  const { app, environment, settings } = subject;
  const receivers = severities.map(severity => ({
    name: receiverName(subject, severity),
    ...sectionsOf(channelsFor(settings.receivers, severity)),
  }));
  const own = [`app="${app}"`, `environment="${environment}"`];
  return {
    route: {
      receiver: receiverName(subject, 'warning'),
      group_by: ['app', 'environment', 'severity'],
      ...{ group_wait: '15s', group_interval: '5m', repeat_interval: '12h' },
      routes: severities.map(severity => ({
        receiver: receiverName(subject, severity),
        matchers: [...own, `severity="${severity}"`],
        ...(severity === 'critical' ? { group_wait: '5s', repeat_interval: '1h' } : {}),
        // The alert of a check waits for no other one.
        routes: [
          {
            matchers: [`alertname="${checkAlert}"`],
            group_by: ['app', 'environment', 'severity', 'check'],
            ...{ group_wait: '1s', group_interval: '30s' },
          },
        ],
      })),
    },
    inhibit_rules: [
      // Who is told that the budget burns fast need not be told that it burns slowly.
      inhibit('critical', 'warning|info', ['app', 'environment', 'objective']),
      {
        source_matchers: [...own, 'alertname="SlipwayTargetsMissing"'],
        target_matchers: [...own, 'alertname="SlipwayTargetDown"'],
        equal: ['app', 'environment'],
      },
    ],
    receivers,
  };

  function inhibit(source: string, target: string, equal: string[]) {
    return {
      source_matchers: [...own, `severity="${source}"`, 'objective!=""'],
      target_matchers: [...own, `severity=~"${target}"`, 'objective!=""'],
      equal,
    };
  }
}

/** Returns the name of the receiver of a severity. Pure. */
export const receiverName = (
  { app, environment }: Pick<MonitoringSubject, 'app' | 'environment'>,
  severity: string,
): string => `slipway-${app}-${environment}-${severity}`;

function sectionsOf(channels: readonly Channel[]): Record<string, object[]> {
  const sections: Record<string, object[]> = {};
  for (const channel of channels) {
    const [key, section] = sectionOf(channel);
    sections[key] = [...(sections[key] ?? []), section];
  }
  return sections;
}

function sectionOf({ slack, teams, email, sns, webhook }: Channel): [string, object] {
  const resolved = { send_resolved: true };
  if (slack !== undefined)
    return ['slack_configs', { ...resolved, api_url_file: secretFile(slack), title: title, text: body }];
  if (teams !== undefined)
    return [
      'msteamsv2_configs',
      { ...resolved, webhook_url_file: secretFile(teams), title: title, text: body },
    ];
  if (sns !== undefined) {
    const region = sns.topic.split(':')[3] ?? '';
    return [
      'sns_configs',
      { ...resolved, topic_arn: sns.topic, sigv4: { region }, subject: title, message: `${title}\n${body}` },
    ];
  }
  if (email !== undefined) {
    const { to, from, server, tls, username, password } = email;
    return [
      'email_configs',
      {
        ...resolved,
        ...{ to: to.join(', '), from, smarthost: server, require_tls: tls },
        ...(username === undefined ? {} : { auth_username: username }),
        ...(password === undefined ? {} : { auth_password_file: secretFile(password) }),
        headers: { Subject: title },
        text: body,
      },
    ];
  }
  return ['webhook_configs', { ...resolved, url_file: secretFile(webhook ?? '') }];
}

const secretFile = (variable: string) => `${secretsFolder}/${variable}`;

/** Templates of Alertmanager: the first line of a message, and a line for each alert. */
const title =
  '[{{ .Status | toUpper }}] {{ .CommonLabels.app }} in {{ .CommonLabels.environment }}: {{ len .Alerts }} {{ .CommonLabels.severity }} alert(s)';
const body = '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\n{{ end }}';
