import { z } from 'zod';

/**
 * The decision record: why a release ended as it did, so that anybody can look at it and compute the verdict again.
 * One file for one release. Times are in ms since the epoch, percentages go from 0 to 100, evidence is a natural
 * logarithm. A later version may add keys; what is here keeps its meaning as long as `schema` is 1.
 */

const instant = (what: string) =>
  z
    .number()
    .int()
    .min(0)
    .meta({ description: `${what}, in ms since the epoch.` });
const percent = z.number().min(0).max(100);
const count = z.number().min(0);
const text = z.string();

const originSchema = z.object({
  run: text.meta({ description: 'The run of a workflow, or the process at a terminal.' }),
  actor: text,
  repository: text.exactOptional(),
  revision: text.exactOptional().meta({ description: 'The commit of the workflow.' }),
  url: text.exactOptional(),
});

const runSchema = z
  .object({
    at: instant('When it took over'),
    by: originSchema,
    token: z.number().int().min(0).meta({ description: 'The fencing token that it held.' }),
    doing: text.meta({ description: 'deploy, gate, promote, rollback, sweep …' }),
  })
  .meta({ description: 'A run that moved the rollout; the first one started it.' });

const imagesSchema = z.record(text, text).meta({
  description: 'Name → reference with its digest.',
  example: { shop: 'ghcr.io/acme/shop@sha256:…' },
});

const strategySchema = z
  .looseObject({
    kind: z.enum(['rolling', 'canary', 'blue-green']),
    steps: z.array(percent).exactOptional(),
    bake: z.looseObject({ weight: percent, for: count }).exactOptional(),
    deadline: count,
    watch: count.exactOptional(),
    'on-inconclusive': z.enum(['undo', 'hold', 'approve']).exactOptional(),
  })
  .meta({ description: 'The strategy as slipway.yml resolved it; durations in ms.' });

const policySchema = z
  .looseObject({
    metrics: z.array(z.looseObject({ name: text })),
    tick: count,
    'warm-up': count,
    profile: text,
  })
  .meta({ description: 'The gate as slipway.yml resolved it, with its queries; durations in ms.' });

const judgingSchema = z
  .object({
    startedAt: instant('When the gate began'),
    why: text.meta({ description: 'Why it was this profile.' }),
    sizing: text.meta({ description: 'What was said before the start about requests and time needed.' }),
    policy: z
      .looseObject({
        profile: text,
        alpha: z.object({ harm: z.number().gt(0).lt(1), pass: z.number().gt(0).lt(1) }).meta({
          description: 'A release fails at harm evidence 1/alpha.harm, a stage passes at 1/alpha.pass.',
        }),
        metrics: z.array(
          z.looseObject({
            name: text,
            series: z.array(z.looseObject({ boundary: z.number().exactOptional() })),
          }),
        ),
      })
      .meta({
        description:
          'What the judge was set up with: margins, boundaries, dispersion and spread of the hour before. With the ticks it gives the verdict again.',
      }),
  })
  .meta({ description: 'How it was judged.' });

const momentSchema = z.object({
  at: instant('When'),
  phase: text,
  step: z.number().int().min(0).exactOptional().meta({ description: 'Index of the stage.' }),
  weight: percent
    .exactOptional()
    .meta({ description: 'What the candidate was to get of the traffic from here on.' }),
  reason: text.exactOptional(),
});

const podCountsSchema = z.object({
  pod: text,
  total: count,
  bad: z.array(count),
  age: z.number().exactOptional(),
});

const readingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('counts'),
    canary: z.array(podCountsSchema),
    baseline: z.array(podCountsSchema),
  }),
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('absent'), track: z.enum(['canary', 'baseline']) }),
  z.object({ kind: z.literal('wrong-labels'), detail: text }),
  z.object({ kind: z.literal('stale'), seconds: count }),
  z.object({ kind: z.literal('provider'), detail: text }),
]);

const logarithm = z.number().meta({ description: 'Natural logarithm of the evidence (an e-value).' });

const evidenceSchema = z.object({
  harm: logarithm.meta({ description: 'Natural logarithm of the harm evidence of all metrics together.' }),
  metrics: z.record(text, z.object({ harm: logarithm, pass: logarithm })),
});

const verdictNames = ['continue', 'pass', 'fail', 'inconclusive', 'no-data', 'pod-local'] as const;

const rowSchema = z
  .object({
    at: instant("The end of the tick by Prometheus's clock"),
    stage: z.number().int().min(0),
    weight: percent,
    share: percent
      .exactOptional()
      .meta({ description: 'The percentage of requests that really arrived, if it is known.' }),
    readings: z.record(text, readingSchema),
    evidence: evidenceSchema.exactOptional(),
    verdict: z.enum(verdictNames).exactOptional(),
  })
  .meta({ description: 'One look at the metrics, the evidence after it, and what was said.' });

const missing = z.enum(['idle', 'absent', 'provider', 'wrong-labels', 'stale']);
const verdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('continue'), reason: text }),
  z.object({ verdict: z.literal('pass'), reason: text }),
  z.object({ verdict: z.literal('fail'), reason: text, metrics: z.array(text) }),
  z.object({ verdict: z.literal('inconclusive'), reason: text }),
  z.object({ verdict: z.literal('no-data'), missing, reason: text }),
  z.object({ verdict: z.literal('pod-local'), pod: text, reason: text }),
]);

const factSchema = z.object({
  kind: z.enum([
    'restart',
    'out-of-memory',
    'crash-loop',
    'endpoints-missing',
    'gateway-errors',
    'not-starting',
  ]),
  pod: text.exactOptional(),
  detail: text,
});

const after = z.number().int().min(0).meta({ description: 'How many of the ticks came before.' });

const turnSchema = z
  .object({
    at: instant('When'),
    after,
    stage: z.number().int().min(0).exactOptional(),
    replaced: text.exactOptional(),
  })
  .meta({ description: 'What happened to the gate beside ticks: a stage began, or a bad pod was replaced.' });

const trackCounts = z.object({ bad: count, total: count });

const findingSchema = z
  .object({
    name: text,
    boundary: z
      .number()
      .exactOptional()
      .meta({ description: 'Of a histogram: seconds above which a request is slow.' }),
    canary: trackCounts,
    baseline: trackCounts,
    ratio: z
      .object({
        estimate: z.number().min(0).nullable(),
        low: z.number().min(0),
        high: z.number().min(0).nullable(),
      })
      .exactOptional()
      .meta({
        description:
          'Rate of the candidate divided by that of the baseline, with an interval that holds at any time; null is unbounded or unknown.',
      }),
    status: z.enum(['passed', 'open', 'suspect', 'harmed', 'missing']),
    dryRun: z.boolean().exactOptional(),
    note: text.exactOptional().meta({ description: 'Such as how many more requests it would need.' }),
  })
  .meta({ description: 'What was found of one metric in the end.' });

const podSchema = z.object({
  pod: text,
  track: z.enum(['canary', 'baseline']),
  node: text.exactOptional(),
  zone: text.exactOptional(),
  ready: z.boolean(),
  restarts: z.number().int().min(0),
  note: text.exactOptional(),
});

const endSchema = z.object({
  at: instant('When it ended'),
  state: z.enum(['promoted', 'undone', 'held', 'failed', 'unchanged']).meta({
    description:
      'promoted: the candidate serves all. undone: the baseline does. held: both do, and a person decides. failed: neither is whole. unchanged: nothing was begun.',
  }),
  reason: text,
  serves: z
    .number()
    .int()
    .min(0)
    .exactOptional()
    .meta({ description: 'The release that serves (most, when held); absent when nothing does.' }),
  weight: percent,
  next: text.exactOptional().meta({ description: 'What a person should do now.' }),
});

export const decisionSchema = z
  .object({
    schema: z.literal(1),
    app: text.min(1),
    environment: text.min(1),
    namespace: text,
    workload: text.meta({ description: 'Kind/name.', example: 'Deployment/shop' }),
    release: z.number().int().min(0),
    baseline: z
      .number()
      .int()
      .min(0)
      .exactOptional()
      .meta({ description: 'The release that served before; absent for a first one.' }),
    images: imagesSchema,
    startedAt: instant('When the first run took the lease'),
    runs: z.array(runSchema).min(1),
    strategy: strategySchema,
    gate: policySchema.exactOptional(),
    judging: judgingSchema.exactOptional(),
    timeline: z.array(momentSchema),
    ticks: z.array(rowSchema),
    turns: z.array(turnSchema),
    verdicts: z
      .array(
        z.object({
          at: instant('When it was asked'),
          after,
          stage: z.number().int().min(0),
          facts: z.array(factSchema).meta({ description: 'That were at hand.' }),
          verdict: verdictSchema,
        }),
      )
      .meta({ description: 'What the gate said, where it changed.' }),
    facts: z.array(z.object({ at: instant('When'), fact: factSchema })),
    findings: z.array(findingSchema),
    pods: z.array(podSchema),
    calls: z
      .record(text, z.number().int().min(0))
      .meta({ description: 'Calls to the API server by verb.', example: { get: 41, patch: 9 } }),
    durations: z
      .record(text, count)
      .meta({ description: 'Name → ms, such as from the verdict to the accepted write.' }),
    deadMan: z
      .object({ state: z.enum(['off', 'armed', 'acted', 'removed']), note: text })
      .exactOptional()
      .meta({ description: 'What takes the traffic back when the run is lost.' }),
    reduced: z.array(text).meta({
      description: 'What was added up or left out to keep the record small; empty when nothing was.',
    }),
    end: endSchema.exactOptional().meta({ description: 'Absent while it is not over.' }),
  })
  .meta({ title: 'Slipway decision record' });

export type DecisionRecord = z.output<typeof decisionSchema>;
export type Run = DecisionRecord['runs'][number];
export type Judging = NonNullable<DecisionRecord['judging']>;
/** `{at, phase, step, weight, reason}`. */
export type Moment = DecisionRecord['timeline'][number];
/** A `Tick` with the evidence after it. */
export type Row = DecisionRecord['ticks'][number];
export type Evidence = NonNullable<Row['evidence']>;
export type Turn = DecisionRecord['turns'][number];
export type Finding = DecisionRecord['findings'][number];
export type PodFacts = DecisionRecord['pods'][number];
export type End = NonNullable<DecisionRecord['end']>;
export type DeadMan = NonNullable<DecisionRecord['deadMan']>;
