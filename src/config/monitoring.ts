import { z } from 'zod';
import { checkLogin, endpointFields, hasOneAddress } from './endpoint.ts';
import {
  daysInMilliseconds,
  durationSchema,
  environmentVariableSchema,
  labelSchema,
  percentSchema,
  proxiedServiceSchema,
  querySchema,
  text,
} from './formats.ts';
import { logsSchema } from './logging.ts';
import { prometheusSchema } from './prometheus.ts';
import { receiversSchema } from './receivers.ts';
import { securityEventsSchema } from './security-events.ts';

/** The schema of `monitoring`: what is measured after a release, who is told, and what an alert may roll back. */

export const alertmanagerSchema = z
  .strictObject(endpointFields)
  .refine(hasOneAddress, {
    error: 'needs either `service` or `url`; write `alertmanager: {service: monitoring/alertmanager:9093}`',
  })
  .superRefine(checkLogin);

/** A PromQL expression of one line. Prometheus judges the rest: `slipway monitoring` runs promtool where it is installed. */
export const expressionSchema = text(/^[^\p{Cc}#]{1,2000}$/u, {
  problem: 'is not a PromQL expression of one line without a comment',
  remedy: 'write an expression such as sum(rate(app_cost_total[5m]))',
});

const objectiveSchema = percentSchema.refine(share => share >= 50 && share < 100, {
  error: 'is not an objective; write a percentage from 50% to below 100%, such as 99.9%',
});

const objectivesSchema = z.strictObject({
  availability: objectiveSchema.exactOptional().meta({
    description:
      'The share of requests that must succeed. Default: 99.9% if the gate has a metric with `bad`.',
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
          description: 'Seconds: a bucket boundary of the histogram.',
          example: 0.5,
        }),
    })
    .exactOptional()
    .meta({
      description: 'How fast requests must be. Default: none.',
      example: { share: '99%', under: 0.5 },
    }),
  window: daysInMilliseconds
    .refine(window => window >= 7 * 86_400_000 && window <= 90 * 86_400_000, {
      error: 'is not a window that burn-rate alerts fit; choose 7d to 90d',
    })
    .prefault('28d')
    .describe('The time over which the error budget is counted.'),
});

const requestsSchema = z.strictObject({
  total: querySchema.exactOptional().meta({
    description: 'The counter of all requests. Default: that of the first `bad` metric of the gate.',
    example: 'http_requests_total',
  }),
  bad: querySchema.exactOptional().meta({
    description: 'The counter of failed requests. Default: that of the same metric of the gate.',
    example: 'http_requests_total{code=~"5.."}',
  }),
  histogram: querySchema.exactOptional().meta({
    description:
      'A classic histogram of durations in seconds, without `_bucket`. Default: the first of the gate.',
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
        .describe('The path of the metrics.'),
    })
    .exactOptional()
    .meta({
      description: 'The metrics of the pods. Default: Prometheus scrapes them already.',
      example: { port: 'metrics' },
    }),
  node: proxiedServiceSchema.exactOptional().meta({
    description:
      'The Service of node_exporter, whose pods are scraped; with the name of its port, or the port number of its pods.',
    example: 'monitoring/node-exporter:9100',
  }),
  postgres: proxiedServiceSchema.exactOptional().meta({
    description: 'The Service of postgres_exporter, as for `node`.',
    example: 'shop/postgres-exporter:9187',
  }),
  redis: proxiedServiceSchema.exactOptional().meta({
    description: 'The Service of redis_exporter, as for `node`.',
    example: 'shop/redis-exporter:9121',
  }),
});

const rollbackSchema = z.strictObject({
  'max-age': durationSchema.prefault('1h').describe('Only a younger release is rolled back.'),
  alerts: z
    .array(
      text(/^[A-Za-z_][A-Za-z0-9_]{0,199}$/, {
        problem: 'is not the name of an alert',
        remedy: 'write a name such as SlipwayErrorBudgetBurn',
      }),
    )
    .prefault(['SlipwayErrorBudgetBurn'])
    .describe(
      'Alerts that may start a rollback. Those of Slipway about WAL and probed certificates never do.',
    ),
  secret: environmentVariableSchema.exactOptional().meta({
    description:
      'The variable with the secret with which a relay signs alerts; unsigned alerts are ignored. `alerts.yml` passes ALERT_SECRET. Default: not signed.',
    example: 'ALERT_SECRET',
  }),
});

const businessQuerySchema = z.union(
  [
    expressionSchema,
    z.strictObject({
      query: expressionSchema.meta({ description: 'The PromQL.', example: 'app_refunds' }),
      'allow-no-data': z.boolean().prefault(false).meta({
        description:
          'Whether the metric may be absent or always 0. Otherwise the verdict of `monitor` is then `unknown`, because a broken metric looks the same.',
        example: true,
      }),
    }),
  ],
  {
    error:
      'is neither a query nor a map with one; write the PromQL, or `{query: …, allow-no-data: true}` for a metric that may be absent or always 0',
  },
);

/** Returns the PromQL of a business metric, and whether it may be absent or always 0. Pure. */
export const businessQuery = (
  written: z.output<typeof businessQuerySchema>,
): { query: string; allowsNoData: boolean } =>
  typeof written === 'string'
    ? { query: written, allowsNoData: false }
    : { query: written.query, allowsNoData: written['allow-no-data'] };

const monitoringFields = z.strictObject({
  prometheus: prometheusSchema.exactOptional().meta({
    description: 'The Prometheus that has the metrics. Default: the one of the gate.',
    example: { service: 'monitoring/prometheus:9090' },
  }),
  alertmanager: alertmanagerSchema.exactOptional().meta({
    description: 'The Alertmanager that delivers alerts and gets silences. Default: none.',
    example: { service: 'monitoring/alertmanager:9093' },
  }),
  objectives: objectivesSchema.prefault({}).meta({
    description: 'What users may expect.',
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
    .record(labelSchema('the name of a query', 30), businessQuerySchema)
    .prefault({})
    .meta({
      description:
        'Business metrics, as PromQL by name: recorded, drawn and compared. If one has no data or is always 0, the verdict of `monitor` is `unknown`.',
      example: { cost: 'sum(rate(app_cost_dollars_total[1h])) * 3600' },
    }),
  'security-events': securityEventsSchema.exactOptional().meta({
    description: 'Metrics of security events.',
    example: { permissions: 'role_changes_total' },
  }),
  receivers: receiversSchema.prefault({}).meta({
    description: 'The receivers of messages, by severity.',
    example: { info: [{ slack: 'SLACK_WEBHOOK_URL' }] },
  }),
  objects: z.enum(['none', 'operator', 'configmap']).prefault('none').meta({
    description:
      'What `deploy` applies: objects of the Prometheus Operator and dashboards (`operator`), or ConfigMaps with rules and dashboards (`configmap`).',
    example: 'operator',
  }),
  labels: z
    .record(
      text(/^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/, {
        problem: 'is not the name of a label',
        remedy: 'write a name such as release',
      }),
      text(/^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/, {
        problem: 'is not the value of a label',
        remedy: 'write at most 63 letters, digits, "-", "_" and ".", such as kube-prometheus-stack',
      }),
    )
    .prefault({})
    .meta({
      description: 'Labels of these objects, by which a Prometheus or a sidecar selects them.',
      example: { release: 'kube-prometheus-stack' },
    }),
  logs: logsSchema.exactOptional().meta({
    description: 'The log store.',
    example: { loki: true, service: 'logging/loki:3100' },
  }),
  compare: durationSchema.prefault('30m').describe('How much time before and after a release is compared.'),
  'verify-checks': z
    .enum(['reads', 'all', 'none'])
    .prefault('reads')
    .describe(
      'Which checks of `verify` `monitor` runs: `reads` (those that only read), `all` (also those that change data, if nothing has failed before), or `none`.',
    ),
  rollback: rollbackSchema.exactOptional().meta({
    description:
      'Allows `monitor` and alerts to roll a recent release back, once. Default: they only report.',
    example: { 'max-age': '1h' },
  }),
  silence: durationSchema.exactOptional().meta({
    description: 'How long non-critical alerts are silenced at most during a release. Default: not at all.',
    example: '30m',
  }),
});

export const monitoringSchema = monitoringFields.refine(
  ({ silence, alertmanager }) => silence === undefined || alertmanager !== undefined,
  {
    path: ['silence'],
    error: 'needs an Alertmanager; add `alertmanager: {service: monitoring/alertmanager:9093}`',
  },
);

export type Monitoring = z.output<typeof monitoringSchema>;
