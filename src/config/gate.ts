import { z } from 'zod';
import { isMap } from '../toolkit/map.ts';
import {
  booleanSchema,
  durationSchema,
  labelSchema,
  listSchema,
  percentSchema,
  querySchema,
} from './formats.ts';
import { prometheusSchema } from './prometheus.ts';

/** The schema of `gate`: the Prometheus and the metrics that judge a candidate. */

const metricFields = {
  name: labelSchema('the name of a metric', 40).meta({
    description: 'Its name in reports.',
    example: 'errors',
  }),
  max: percentSchema.exactOptional().meta({
    description:
      'An absolute limit of the share of bad requests, also if the baseline is no better. Of a histogram, it limits the first boundary in `slow`.',
    example: '2%',
  }),
  'dry-run': booleanSchema()
    .prefault(false)
    .meta({ description: 'Only report the metric, without affecting the verdict.', example: true }),
};

/** One flat object, so that editors complete every key and a misspelled key gets a suggestion. */
const flatMetricSchema = z.strictObject({
  ...metricFields,
  total: querySchema.exactOptional().meta({
    description: 'A counter of requests.',
    example: 'http_requests_total',
  }),
  bad: querySchema.exactOptional().meta({
    description: 'The counter of the bad requests among them.',
    example: 'http_requests_total{code=~"5.."}',
  }),
  logs: listSchema(
    z.enum(['debug', 'info', 'warning', 'error', 'fatal']),
    'is empty; list at least one level, such as error',
  )
    .exactOptional()
    .meta({
      description: 'Levels of log lines in `monitoring.logs` that count like bad requests.',
      example: ['error', 'fatal'],
    }),
  histogram: querySchema.exactOptional().meta({
    description: 'A classic histogram of durations in seconds, without `_bucket`.',
    example: 'http_request_duration_seconds',
  }),
  slow: listSchema(
    z
      .number({ error: 'is not a number of seconds' })
      .positive({ error: 'is not a number of seconds above 0' }),
    'is empty; list at least one boundary in seconds, or remove `slow`',
  )
    .exactOptional()
    .meta({
      description:
        'Seconds above which a request is slow: bucket boundaries. Default: chosen from the last hour.',
      example: [0.3, 1],
    }),
});

const metricSchema = z.codec(flatMetricSchema, z.custom<RatioMetric | LogsMetric | HistogramMetric>(isMap), {
  decode: (written, { issues }) => {
    // A misspelled `bad` must not be reported as a missing one.
    if (issues.length > 0) return z.NEVER;
    const { total, bad, logs, histogram, slow, ...rest } = written;
    const refuse = (message: string) => {
      issues.push({ code: 'custom', message, input: written });
      return z.NEVER;
    };
    if (histogram !== undefined) {
      if (rest.max !== undefined && slow === undefined)
        return refuse(
          'has `max` of a `histogram` without `slow`; name in `slow` the seconds above which a request is slow',
        );
      if (total === undefined && bad === undefined && logs === undefined)
        return { ...rest, histogram, ...(slow === undefined ? {} : { slow }) };
      return refuse('has `histogram` together with `total`, `bad` or `logs`; split it into two metrics');
    }
    if (slow !== undefined) return refuse('has `slow` without `histogram`; add `histogram:`');
    if (bad !== undefined && logs !== undefined)
      return refuse('has `bad` together with `logs`; split it into two metrics');
    if (total !== undefined && bad !== undefined) return { ...rest, total, bad };
    if (total !== undefined && logs !== undefined) return { ...rest, total, logs };
    if (total !== undefined)
      return refuse(
        'has `total` without `bad`; add the counter of bad requests, such as `bad: http_requests_total{code=~"5.."}`',
      );
    if (bad !== undefined || logs !== undefined)
      return refuse(
        `has \`${bad === undefined ? 'logs' : 'bad'}\` without \`total\`; add \`total:\`, the counter of all requests`,
      );
    return refuse('measures nothing; add `total` and `bad`, or `histogram`');
  },
  encode: metric => metric,
});

type MetricFields = { name: string; max?: number; 'dry-run': boolean };
type RatioMetric = MetricFields & { total: string; bad: string };
type LogsMetric = MetricFields & {
  total: string;
  logs: ('debug' | 'info' | 'warning' | 'error' | 'fatal')[];
};
type HistogramMetric = MetricFields & { histogram: string; slow?: number[] };

export const gateSchema = z.strictObject({
  prometheus: prometheusSchema.meta({
    description: 'The Prometheus that has the metrics.',
    example: { service: 'monitoring/prometheus:9090' },
  }),
  metrics: listSchema(metricSchema, 'is empty; list at least one metric')
    .superRefine((metrics, { addIssue }) => {
      for (const [at, { name }] of metrics.entries())
        if (metrics.findIndex(each => each.name === name) < at)
          addIssue({
            code: 'custom',
            path: [at, 'name'],
            message: 'is also the name of another metric; give each its own name',
            input: name,
          });
    })
    .meta({
      description: 'The metrics to compare between candidate and baseline.',
      example: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
    }),
  tick: durationSchema
    .prefault('15s')
    .describe('How often the metrics are read; not shorter than the scrape interval.'),
  'warm-up': durationSchema.prefault('2m').describe('How old a pod must be before its metrics are compared.'),
  profile: z.enum(['auto', 'strict', 'standard', 'wide', 'gross']).prefault('auto').meta({
    description:
      'How much worse a candidate may be and still pass; `auto` is the strictest that the traffic can decide.',
    example: 'standard',
  }),
  share: z
    .union(
      [
        z.enum(['contour', 'traefik', 'application']),
        z.strictObject({
          total: querySchema.meta({
            description: 'A counter of the requests to both versions.',
            example: 'gateway_requests_total{service=~"shop.*"}',
          }),
          candidate: querySchema.meta({
            description: 'A counter of those to the candidate.',
            example: 'gateway_requests_total{service="shop-canary"}',
          }),
        }),
      ],
      {
        error:
          'is neither contour, traefik, application nor two queries; write `share: contour`, `share: traefik`, `share: application` or `share: {total: …, candidate: …}`',
      },
    )
    .prefault('application')
    .meta({
      description:
        'How the share that reached the candidate is measured: by counters of Contour, Traefik or the application, or two queries.',
      example: 'contour',
    }),
});

/** `checks`: the checks of `verify`, where there are no metrics. */
export const gateOrChecksSchema = z.union([z.literal('checks'), gateSchema], {
  error: 'is neither checks nor a map; write `gate: checks`, or `gate:` with `prometheus` and `metrics`',
});

/** A gate that compares metrics. */
export type Gate = z.output<typeof gateSchema>;
export type Metric = Gate['metrics'][number];

/** Returns the gate if it compares metrics. */
export const metricGateOf = ({ gate }: { readonly gate?: Gate | 'checks' }): Gate | undefined =>
  gate === 'checks' ? undefined : gate;
