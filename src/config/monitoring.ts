import { z } from 'zod';
import { endpointFields, hasOneAddress, keepsToken, leaks } from './endpoint.ts';
import {
  booleanSchema,
  daysSchema,
  durationSchema,
  environmentVariableSchema,
  labelSchema,
  percentSchema,
  proxiedServiceSchema,
  querySchema,
  text,
} from './formats.ts';
import { prometheusSchema } from './gate.ts';
import { logsSchema } from './logs.ts';

/** The schema of `monitoring`: what is measured after a release, who is told, and what an alert may roll back. */

export const alertmanagerSchema = z
  .strictObject(endpointFields)
  .refine(hasOneAddress, {
    error: 'needs either `service` or `url`; write `alertmanager: {service: monitoring/alertmanager:9093}`',
  })
  .refine(keepsToken, leaks);

/** A PromQL expression of one line. Prometheus judges the rest: `slipway monitoring` runs promtool where it is installed. */
export const expressionSchema = text(/^[^\p{Cc}]{1,2000}$/u, {
  problem: 'is not a PromQL expression of one line',
  remedy: 'write an expression such as sum(rate(app_cost_total[5m]))',
});

const objectiveSchema = percentSchema.refine(share => share >= 50 && share < 100, {
  error: 'is not an objective; write a percentage from 50% to below 100%, such as 99.9%',
});

const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);

const objectivesSchema = z.strictObject({
  availability: objectiveSchema.exactOptional().meta({
    description:
      'The share of requests that must succeed. Default: 99.9% where the gate has a metric with `bad`.',
    example: '99.9%',
  }),
  latency: z
    .strictObject({
      share: objectiveSchema.meta({
        description: 'The share of requests that must be faster than `under`.',
        example: '99%',
      }),
      under: z
        .number({ error: 'is not a number of seconds' })
        .positive({ error: 'is not a number of seconds above 0' })
        .meta({
          description: 'Seconds; must be a bucket boundary of the histogram.',
          example: 0.5,
        }),
    })
    .exactOptional()
    .meta({
      description: 'How fast requests must be. Default: none.',
      example: { share: '99%', under: 0.5 },
    }),
  window: daysInMilliseconds.prefault('28d').meta({
    description: 'The time over which the error budget is counted.',
    example: '28d',
  }),
});

const requestsSchema = z.strictObject({
  total: querySchema.exactOptional().meta({
    description: 'The counter of all requests. Default: that of the first metric of the gate with `bad`.',
    example: 'http_requests_total',
  }),
  bad: querySchema.exactOptional().meta({
    description: 'The counter of the failed ones. Default: as `total`.',
    example: 'http_requests_total{code=~"5.."}',
  }),
  histogram: querySchema.exactOptional().meta({
    description:
      'A classic histogram of durations in seconds, without `_bucket`. Default: that of the first metric of the gate with `histogram`.',
    example: 'http_request_duration_seconds',
  }),
});

const sourcesSchema = z.strictObject({
  pods: z
    .strictObject({
      port: labelSchema('the name of a port', 15).meta({
        description: 'The name of the container port with the metrics.',
        example: 'metrics',
      }),
      path: text(/^\/[\x21-\x7e]*$/, {
        problem: 'is not a request path',
        remedy: 'start it with "/", such as /metrics',
      })
        .prefault('/metrics')
        .meta({ description: 'The path of the metrics.', example: '/metrics' }),
    })
    .exactOptional()
    .meta({
      description: 'The metrics of the pods. Default: Prometheus scrapes them already.',
      example: { port: 'metrics' },
    }),
  gateway: z.enum(['contour', 'traefik']).exactOptional().meta({
    description: 'The gateway in front of the Service. Default: the one in `gate.share`, if any.',
    example: 'contour',
  }),
  node: proxiedServiceSchema.exactOptional().meta({
    description: 'The Service of node_exporter.',
    example: 'monitoring/node-exporter:9100',
  }),
  postgres: proxiedServiceSchema.exactOptional().meta({
    description: 'The Service of postgres_exporter.',
    example: 'shop/postgres-exporter:9187',
  }),
  redis: proxiedServiceSchema.exactOptional().meta({
    description: 'The Service of redis_exporter.',
    example: 'shop/redis-exporter:9121',
  }),
});

const emailSchema = text(/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,255}$/, {
  problem: 'is not an e-mail address',
  remedy: 'write name@host, such as ops@example.com',
});

const serverAddressSchema = text(/^[A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?:[0-9]{1,5}$/, {
  problem: 'is not a host with a port',
  remedy: 'write host:port, such as smtp.example.com:587',
});

const mailSchema = z.strictObject({
  to: z
    .array(emailSchema)
    .min(1, { error: 'is empty; list at least one address' })
    .meta({ description: 'The recipients.', example: ['ops@example.com'] }),
  from: emailSchema.meta({ description: 'The sender.', example: 'slipway@example.com' }),
  server: serverAddressSchema.meta({
    description: 'The SMTP server. It must offer STARTTLS or TLS unless `tls` is false.',
    example: 'smtp.example.com:587',
  }),
  tls: booleanSchema().prefault(true).meta({
    description: 'Whether the connection must be encrypted.',
    example: true,
  }),
  username: text(/^[^\p{Cc}]{1,255}$/u, {
    problem: 'is not a user name',
    remedy: 'write it on one line',
  })
    .exactOptional()
    .meta({ description: 'The account. Default: no login.', example: 'slipway' }),
  password: environmentVariableSchema.exactOptional().meta({
    description: 'The environment variable that holds the password.',
    example: 'SMTP_PASSWORD',
  }),
});

const snsSchema = z.strictObject({
  topic: text(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,256}(\.fifo)?$/, {
    problem: 'is not the ARN of an SNS topic',
    remedy: 'write arn:aws:sns:region:account:topic',
  }).meta({
    description: 'The SNS topic, whose subscribers get an SMS.',
    example: 'arn:aws:sns:eu-central-1:123456789012:ops-sms',
  }),
});

/** One way to reach a person. Addresses that are secrets are named by environment variables. */
const channelSchema = z
  .strictObject({
    slack: environmentVariableSchema.exactOptional().meta({
      description: 'The environment variable with the address of an incoming webhook of Slack.',
      example: 'SLACK_WEBHOOK_URL',
    }),
    teams: environmentVariableSchema.exactOptional().meta({
      description: 'The environment variable with the address of a workflow webhook of Microsoft Teams.',
      example: 'TEAMS_WEBHOOK_URL',
    }),
    email: mailSchema.exactOptional().meta({
      description: 'E-mail by SMTP.',
      example: { to: ['ops@example.com'], from: 'slipway@example.com', server: 'smtp.example.com:587' },
    }),
    sns: snsSchema.exactOptional().meta({
      description: 'SMS by Amazon SNS.',
      example: { topic: 'arn:aws:sns:eu-central-1:123456789012:ops-sms' },
    }),
    webhook: environmentVariableSchema.exactOptional().meta({
      description:
        'The environment variable with an address that gets a JSON body by POST, such as the gateway of an SMS provider or PagerDuty.',
      example: 'SMS_WEBHOOK_URL',
    }),
  })
  .refine(channel => Object.values(channel).filter(each => each !== undefined).length === 1, {
    error:
      'names no channel, or several; write one of slack, teams, email, sns and webhook in each entry, such as `- slack: SLACK_WEBHOOK_URL`',
  });

const channelsSchema = (severity: string, example: unknown) =>
  z
    .array(channelSchema)
    .prefault([])
    .meta({ description: `Who gets ${severity}.`, example });

const receiversSchema = z.strictObject({
  critical: channelsSchema('urgent alerts, which need a person now', [{ webhook: 'SMS_WEBHOOK_URL' }]),
  warning: channelsSchema('important alerts, which need a person today', [
    { email: { to: ['ops@example.com'], from: 'slipway@example.com', server: 'smtp.example.com:587' } },
  ]),
  info: channelsSchema('everything else', [{ slack: 'SLACK_WEBHOOK_URL' }]),
});

const auditSchema = z.strictObject({
  logins: z
    .strictObject({
      total: querySchema.meta({ description: 'The counter of all login attempts.', example: 'logins_total' }),
      failed: querySchema.meta({
        description: 'The counter of the failed ones.',
        example: 'logins_total{result="failure"}',
      }),
      max: percentSchema.prefault('20%').meta({
        description: 'The share of failed logins that raises an alert.',
        example: '20%',
      }),
    })
    .exactOptional()
    .meta({
      description: 'Login attempts.',
      example: { total: 'logins_total', failed: 'logins_total{result="failure"}' },
    }),
  permissions: querySchema.exactOptional().meta({
    description: 'A counter of changed roles and permissions; each change raises an alert.',
    example: 'role_changes_total',
  }),
  data: querySchema.exactOptional().meta({
    description: 'A counter of sensitive queries; each raises an alert.',
    example: 'sensitive_queries_total',
  }),
  behavior: querySchema.exactOptional().meta({
    description:
      'A counter whose rate is compared with that of the last week; three times as much raises an alert.',
    example: 'api_requests_total',
  }),
});

const rollbackSchema = z.strictObject({
  within: durationSchema.prefault('1h').meta({
    description: 'Only a release that is younger is rolled back.',
    example: '1h',
  }),
  alerts: z
    .array(
      text(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/, {
        problem: 'is not the name of an alert',
        remedy: 'write a name such as SlipwayErrorBudgetBurn',
      }),
    )
    .prefault([])
    .meta({
      description: 'Alerts that may start a rollback. Default: the burn-rate alerts of the objectives.',
      example: ['SlipwayErrorBudgetBurn'],
    }),
});

export const monitoringSchema = z.strictObject({
  prometheus: prometheusSchema.exactOptional().meta({
    description: 'The Prometheus that has the metrics. Default: the one of the gate.',
    example: { service: 'monitoring/prometheus:9090' },
  }),
  alertmanager: alertmanagerSchema.exactOptional().meta({
    description: 'The Alertmanager that delivers alerts; it also gets silences. Default: none.',
    example: { service: 'monitoring/alertmanager:9093' },
  }),
  objectives: objectivesSchema.prefault({}).meta({
    description: 'What users may expect, over a window.',
    example: { availability: '99.9%', latency: { share: '99%', under: 0.5 } },
  }),
  requests: requestsSchema.prefault({}).meta({
    description: 'The metrics of the requests. Default: those of the gate.',
    example: { total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' },
  }),
  sources: sourcesSchema.prefault({}).meta({
    description: 'What Prometheus scrapes.',
    example: { pods: { port: 'metrics' }, postgres: 'shop/postgres-exporter:9187' },
  }),
  queries: z
    .record(labelSchema('the name of a query', 30), expressionSchema)
    .prefault({})
    .meta({
      description:
        'Business metrics, by name: they are recorded, drawn and compared before and after a release. `cost`, `budget` and `sessions` are drawn first.',
      example: { cost: 'sum(rate(app_cost_dollars_total[1h])) * 3600' },
    }),
  audit: auditSchema.exactOptional().meta({
    description: 'Metrics of security events, from the application or from its logs.',
    example: { permissions: 'role_changes_total' },
  }),
  receivers: receiversSchema.prefault({}).meta({
    description: 'Who is told, by severity.',
    example: { info: [{ slack: 'SLACK_WEBHOOK_URL' }] },
  }),
  objects: z.enum(['none', 'operator', 'configmap']).prefault('none').meta({
    description:
      'How `deploy` keeps rules, scrape configuration and dashboards in step with the release: as objects of the Prometheus Operator, as ConfigMaps for a sidecar, or not at all.',
    example: 'operator',
  }),
  logs: logsSchema.exactOptional().meta({
    description: 'The log store.',
    example: { loki: true, service: 'logging/loki:3100' },
  }),
  compare: durationSchema.prefault('30m').meta({
    description: 'How long before and after a release are compared.',
    example: '30m',
  }),
  rollback: rollbackSchema.exactOptional().meta({
    description: 'Allows `monitor` and alerts to roll a young release back, once. Default: they only report.',
    example: { within: '1h' },
  }),
  silence: durationSchema.exactOptional().meta({
    description:
      'Silences the alerts of the application, except critical ones, while it is released, for at most this time. Default: no silence.',
    example: '30m',
  }),
});

export type Monitoring = z.output<typeof monitoringSchema>;
export type Channel = Monitoring['receivers']['critical'][number];
export type Severity = keyof Monitoring['receivers'];

/** From the most to the least urgent. */
export const severities = ['critical', 'warning', 'info'] as const satisfies readonly Severity[];

/**
 * Returns the channels for a severity: its own, otherwise those of the next more urgent one, so that nothing is lost. Without any, those of
 * the less urgent ones. Pure.
 */
export function channelsFor(receivers: Monitoring['receivers'], severity: Severity): readonly Channel[] {
  const place = severities.indexOf(severity);
  const order = [...severities.slice(0, place + 1).reverse(), ...severities.slice(place + 1)];
  return order.map(each => receivers[each]).find(channels => channels.length > 0) ?? [];
}
