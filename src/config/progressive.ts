import { z } from 'zod';
import {
  addressSchema,
  durationSchema,
  environmentVariableSchema,
  headerNameSchema,
  imageReferenceSchema,
  labelSchema,
  percentSchema,
  proxiedServiceSchema,
  querySchema,
} from './grammar.ts';

/** The part of slipway.yml that says how a release replaces the one before, and what judges it. */

const deadline = (preset: string) =>
  durationSchema
    .prefault(preset)
    .meta({ description: 'How long the rollout may take before it is undone.', example: preset });

const watch = durationSchema.prefault('10m').meta({
  description: 'How long everything is watched after it has moved, before the release counts as good.',
  example: '10m',
});

const weightSchema = percentSchema.refine(weight => weight > 0 && weight < 100, {
  error: 'is no weight of a canary; write a percentage above 0% and below 100%',
});

const deadManSchema = z
  .union([z.literal('off'), z.strictObject({ image: imageReferenceSchema })], {
    error:
      'is neither off nor an image; write `dead-man: {image: …}`, an image with a shell and kubectl or curl, or `dead-man: off`',
  })
  .meta({
    description:
      'A Job in the cluster that takes the traffic from the candidate when the run that moves it is lost: its image, which has a shell, and kubectl or curl; or `off`.',
    example: { image: 'registry.example.com/tools/curl:8' },
  });

const previewSchema = z
  .strictObject({
    header: headerNameSchema.meta({
      description: 'The name of the header; it needs a route.',
      example: 'X-Preview',
    }),
    value: z.string().min(1, { error: 'is empty; write the value of the header' }).meta({
      description: 'The value that leads to the candidate, whatever the weight.',
      example: 'candidate',
    }),
  })
  .meta({
    description: 'A header that leads to the candidate.',
    example: { header: 'X-Preview', value: 'candidate' },
  });

/** What every strategy has that runs a candidate beside the baseline. */
const beside = {
  preview: previewSchema.exactOptional(),
  'dead-man': deadManSchema.exactOptional(),
};

const canarySchema = z.strictObject({
  steps: z
    .array(weightSchema)
    .min(1, { error: 'is empty; list at least one weight, such as `steps: [5%, 25%, 50%]`' })
    .refine(steps => steps.every((weight, index) => index === 0 || weight > (steps[index - 1] ?? 0)), {
      error: 'does not rise; write each weight larger than the one before, such as `steps: [5%, 25%, 50%]`',
    })
    .prefault(['5%', '25%', '50%'])
    .meta({
      description: 'The weights of the candidate, judged one after the other.',
      example: ['5%', '25%', '50%'],
    }),
  bake: z
    .strictObject({
      weight: weightSchema
        .prefault('80%')
        .meta({ description: 'The weight of the candidate meanwhile.', example: '80%' }),
      for: durationSchema.prefault('15m').meta({ description: 'How long.', example: '15m' }),
      attended: durationSchema.prefault('1h').meta({
        description:
          "How long a run stays with it. What is longer is parked, and `sweep` judges it from Prometheus's history.",
        example: '1h',
      }),
    })
    .prefault({})
    .meta({
      description: 'Judging on with a rest of the traffic still on the baseline, after the steps.',
      example: { weight: '80%', for: '15m' },
    }),
  promotion: z.enum(['surge', 'in-place']).prefault('surge').meta({
    description:
      'How the candidate becomes the workload: `surge` brings the canary to full size, so that the workload rolls out of traffic; `in-place` keeps the pods and the weight of the bake, and the workload rolls with the rest of the traffic, where there is no room for a second copy.',
    example: 'in-place',
  }),
  deadline: deadline('50m'),
  'on-inconclusive': z.enum(['undo', 'hold', 'approve']).prefault('undo').meta({
    description:
      'What follows when the time is over and neither good nor bad is shown: `undo`, `hold` the weight for a person, or wait for one to `approve`.',
    example: 'undo',
  }),
  'hold-for': durationSchema.prefault('4h').meta({
    description:
      'How long a rollout waits for a person, or for whoever looks at its bake when that is over; then it is undone.',
    example: '4h',
  }),
  watch,
  ...beside,
});

const blueGreenSchema = z.strictObject({
  deadline: deadline('10m'),
  watch: durationSchema.prefault('15m').meta({
    description: 'How long the old side is kept after the switch, to switch back to at once.',
    example: '15m',
  }),
  ...beside,
});

const rollingSchema = z.strictObject({ deadline: deadline('5m') });

export type Strategy =
  | ({ kind: 'rolling' } & z.output<typeof rollingSchema>)
  | ({ kind: 'canary' } & z.output<typeof canarySchema>)
  | ({ kind: 'blue-green' } & z.output<typeof blueGreenSchema>);

export const strategySchema = z
  .strictObject({
    rolling: rollingSchema.exactOptional().meta({
      description: "The workload's own rolling update.",
      example: { deadline: '5m' },
    }),
    canary: canarySchema.exactOptional().meta({
      description: 'A copy of the workload gets a rising share of the traffic while `gate` judges it.',
      example: { steps: ['5%', '25%', '50%'], bake: { weight: '80%', for: '15m' } },
    }),
    'blue-green': blueGreenSchema.exactOptional().meta({
      description:
        'A whole copy of the workload comes up beside the old one and gets all of the traffic at once.',
      example: { watch: '15m' },
    }),
  })
  .transform((written, context): Strategy => {
    const kinds = Object.keys(written);
    if (kinds.length > 1) {
      context.addIssue({ code: 'custom', message: `has ${kinds.join(' and ')}; keep one of them` });
      return z.NEVER;
    }
    if (written.canary !== undefined) return { kind: 'canary', ...written.canary };
    const blueGreen = written['blue-green'];
    if (blueGreen !== undefined) return { kind: 'blue-green', ...blueGreen };
    return { kind: 'rolling', ...(written.rolling ?? rollingSchema.parse({})) };
  });

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
const metricSchema = z
  .strictObject({
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
  })
  .transform((written, context): RatioMetric | HistogramMetric => {
    // A misspelt `bad` must not be reported as a missing one.
    if (context.issues.length > 0) return z.NEVER;
    const { total, bad, histogram, slow, ...rest } = written;
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message });
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
