import { z } from 'zod';
import { isMap } from '../toolkit/map.ts';
import {
  addressSchema,
  durationSchema,
  environmentVariableSchema,
  labelSchema,
  percentSchema,
  proxiedServiceSchema,
  querySchema,
} from './grammar.ts';

/** The part of slipway.yml that says what judges a candidate. */

export const prometheusSchema = z
  .strictObject({
    service: proxiedServiceSchema.exactOptional().meta({
      description: "A Service with its namespace and port, reached through the API server's proxy.",
      example: 'monitoring/prometheus:9090',
    }),
    url: addressSchema.exactOptional().meta({
      description: 'An address that the runner reaches.',
      example: 'https://prometheus.example.com',
    }),
    token: environmentVariableSchema.exactOptional().meta({
      description:
        'The environment variable that holds a bearer token for `url`. The reusable workflows hand none over: use `service` there, or actions in a job of your own.',
      example: 'PROMETHEUS_TOKEN',
    }),
  })
  .refine(({ service, url }) => (service === undefined) !== (url === undefined), {
    error: 'needs either `service` or `url`; write `prometheus: {service: monitoring/prometheus:9090}`',
  })
  .refine(({ url, token }) => token === undefined || url === undefined || url.startsWith('https:'), {
    error: 'would send the token to a `url` without TLS; write an https one, or leave out `token`',
  });

const metricFields = {
  name: labelSchema('the name of a metric', 40).meta({
    description: 'What it is called in reports.',
    example: 'errors',
  }),
  max: percentSchema.exactOptional().meta({
    description:
      'A limit beside the comparison: the share of bad requests that fails the release whatever the baseline does.',
    example: '2%',
  }),
  'dry-run': z
    .boolean({ error: 'is neither true nor false' })
    .prefault(false)
    .meta({ description: 'Judge and report it, without any consequence.', example: true }),
};

/** Written flat, so that editors complete every key and a misspelt one has its nearest. */
const flatMetricSchema = z.strictObject({
  ...metricFields,
  total: querySchema.exactOptional().meta({
    description: 'A counter of requests, with its labels, without functions; it goes with `bad`.',
    example: 'http_requests_total',
  }),
  bad: querySchema.exactOptional().meta({
    description: 'The bad ones among them.',
    example: 'http_requests_total{code=~"5.."}',
  }),
  histogram: querySchema.exactOptional().meta({
    description: 'Instead of both: a classic histogram of durations in seconds, without `_bucket`.',
    example: 'http_request_duration_seconds',
  }),
  slow: z
    .array(
      z.number({ error: 'is no number of seconds' }).positive({ error: 'is no number of seconds above 0' }),
    )
    .min(1, { error: 'is empty; list at least one boundary in seconds, or leave `slow` out' })
    .exactOptional()
    .meta({
      description:
        'Boundaries in seconds above which a request is slow; they must be buckets. Default: chosen from the hour before.',
      example: [0.3, 1],
    }),
});

const metricSchema = z.codec(flatMetricSchema, z.custom<RatioMetric | HistogramMetric>(isMap), {
  decode: (written, { issues }) => {
    // A misspelt `bad` must not be reported as a missing one.
    if (issues.length > 0) return z.NEVER;
    const { total, bad, histogram, slow, ...rest } = written;
    const refuse = (message: string) => {
      issues.push({ code: 'custom', message, input: written });
      return z.NEVER;
    };
    if (histogram !== undefined) {
      if (total === undefined && bad === undefined)
        return { ...rest, histogram, ...(slow === undefined ? {} : { slow }) };
      return refuse('has `histogram` beside `total` or `bad`; make two metrics of them');
    }
    if (slow !== undefined) return refuse('has `slow` without `histogram`; add `histogram:`');
    if (total !== undefined && bad !== undefined) return { ...rest, total, bad };
    if (total !== undefined)
      return refuse(
        'has `total` without `bad`; add the bad ones among them, such as `bad: http_requests_total{code=~"5.."}`',
      );
    if (bad !== undefined)
      return refuse('has `bad` without `total`; add `total:`, the counter of all requests');
    return refuse('measures nothing; give it `total` and `bad`, or `histogram`');
  },
  encode: metric => metric,
});

type MetricFields = { name: string; max?: number; 'dry-run': boolean };
type RatioMetric = MetricFields & { total: string; bad: string };
type HistogramMetric = MetricFields & { histogram: string; slow?: number[] };

export const gateSchema = z.strictObject({
  prometheus: prometheusSchema.meta({
    description: 'Where the metrics are.',
    example: { service: 'monitoring/prometheus:9090' },
  }),
  metrics: z
    .array(metricSchema)
    .min(1, { error: 'is empty; list at least one metric' })
    .meta({
      description: 'What is compared between the candidate and the baseline.',
      example: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
    }),
  tick: durationSchema.prefault('15s').meta({
    description: 'How often is looked; not shorter than the scrape interval.',
    example: '15s',
  }),
  'warm-up': durationSchema.prefault('2m').meta({
    description: 'The age from which on what a pod counts is compared.',
    example: '2m',
  }),
  profile: z.enum(['auto', 'strict', 'standard', 'wide', 'gross']).prefault('auto').meta({
    description:
      'How much worse a candidate may be and pass. Default: the strictest that the traffic can show in time.',
    example: 'standard',
  }),
  share: z
    .union(
      [
        z.enum(['contour', 'traefik', 'application']),
        z.strictObject({ total: querySchema, candidate: querySchema }),
      ],
      {
        error:
          'is neither contour, traefik, application nor two queries; write `share: contour`, `share: traefik`, `share: application` or `share: {total: …, candidate: …}`',
      },
    )
    .prefault('application')
    .meta({
      description:
        "How the share of the traffic that really arrived is measured: at a gateway by Contour (Envoy) or Traefik, from the application's own counters, or by two queries of counters.",
      example: 'contour',
    }),
});

export type Gate = z.output<typeof gateSchema>;
export type Metric = Gate['metrics'][number];
