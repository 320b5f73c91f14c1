import { z } from 'zod';
import { factSchema, verdictSchema } from '../analysis/verdict.ts';
import {
  after,
  count,
  findingSchema,
  instant,
  percent,
  rowSchema,
  text,
  turnSchema,
  unreadSchema,
  whole,
} from './gate-schema.ts';

/**
 * The decision record: why a release ended as it did, with all that a reader needs to compute the verdict again. One file for one release.
 * Times are in ms since the epoch, percentages go from 0 to 100, evidence is a natural logarithm. A later version may add keys; the keys
 * here keep their meaning as long as `schema` is 1.
 */

const originSchema = z.object({
  run: text.meta({ description: 'The run of a workflow, or the process in a terminal.' }),
  actor: text,
  repository: text.exactOptional(),
  revision: text.exactOptional().meta({ description: 'The commit of the workflow.' }),
  url: text.exactOptional(),
});

const runSchema = z
  .object({
    at: instant('When it acquired the Lease'),
    by: originSchema,
    token: whole.meta({ description: 'The fencing token that it held.' }),
    doing: text.meta({ description: 'deploy, gate, promote, rollback, sweep …' }),
  })
  .meta({ description: 'A run that advanced the rollout; the first one started it.' });

const imagesSchema = z.record(text, text).meta({
  description: 'Name → reference with its digest.',
  examples: [{ shop: 'ghcr.io/acme/shop@sha256:…' }],
});

const promotionSchema = z
  .object({
    environment: text.meta({ description: 'The environment in which the same digests must be verified.' }),
    release: count.exactOptional().meta({ description: 'The release there by which they were verified.' }),
    verifiedAt: text
      .exactOptional()
      .meta({ description: 'When they were verified, in ISO 8601, by the clock of that cluster.' }),
    soak: count.meta({ description: 'How long ago that must have been, in ms.' }),
    forced: z
      .object({ reason: text, against: text })
      .exactOptional()
      .meta({ description: 'Why the release was forced, and which requirement it did not meet.' }),
  })
  .meta({
    description:
      'The verification in another environment that allowed the release; absent where none is required.',
  });

const signaturesSchema = z.record(text, z.object({ by: text, attested: z.array(text) })).meta({
  description:
    'Name → who signed the image and which attestations it has, as verified before the first write; absent where none are required.',
  examples: [{ shop: { by: 'the key cosign.pub', attested: ['provenance', 'sbom', 'scan'] } }],
});

const strategySchema = z
  .looseObject({
    kind: z.enum(['rolling', 'canary', 'blue-green']),
    steps: z
      .array(
        z.looseObject({
          weight: percent,
          pause: count.exactOptional().meta({ description: 'The least time at this weight, in ms.' }),
          approve: z.literal(true).exactOptional().meta({ description: 'A person must approve it.' }),
        }),
      )
      .exactOptional(),
    bake: z
      .looseObject({ weight: percent, for: count, approve: z.boolean().exactOptional() })
      .exactOptional(),
    deadline: count,
    watch: count.exactOptional(),
    'on-inconclusive': z.enum(['rollback', 'pause', 'approve']).exactOptional(),
  })
  .meta({ description: 'The strategy, resolved from slipway.yml; durations in ms.' });

const policySchema = z
  .looseObject({
    metrics: z.array(z.looseObject({ name: text })),
    tick: count,
    'warm-up': count,
    profile: text,
  })
  .meta({ description: 'The gate, resolved from slipway.yml, with its queries; durations in ms.' });

const judgingSchema = z
  .object({
    startedAt: instant('When the gate began'),
    said: z.array(text).meta({
      description:
        'What was reported before the start: the profile and why, how many requests and how much time it needs.',
    }),
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
          'The parameters of the gate: margins, boundaries, dispersion and spread of the hour before. The verdict can be computed again from them and the ticks.',
      }),
  })
  .meta({ description: 'How the release was judged.' });

const momentSchema = z.object({
  at: instant('When'),
  phase: text,
  step: whole.exactOptional().meta({ description: 'Index of the stage.' }),
  weight: percent
    .exactOptional()
    .meta({ description: 'The percentage of traffic that the candidate was to get from then on.' }),
  reason: text.exactOptional(),
});

const podSchema = z.object({
  pod: text,
  track: z.enum(['canary', 'baseline']),
  node: text.exactOptional(),
  zone: text.exactOptional(),
  ready: z.boolean(),
  restarts: whole,
  note: text.exactOptional(),
  gone: z
    .literal(true)
    .exactOptional()
    .meta({ description: 'The pod has ended since; the other fields are the last known ones.' }),
});

const endSchema = z.object({
  at: instant('When it ended'),
  state: z.enum(['promoted', 'rolled-back', 'needs-action', 'unchanged']).meta({
    description:
      'promoted: the candidate receives all traffic. rolled-back: the baseline does. needs-action: both may, and a person must decide. unchanged: no rollout began.',
  }),
  reason: text,
  serves: whole.exactOptional().meta({
    description: 'The live release (with needs-action the one with most traffic); absent when there is none.',
  }),
  weight: percent.meta({
    description:
      'The percentage of traffic on the candidate; for a rolling update that is partly done, of the ready pods.',
  }),
});

export const decisionSchema = z
  .object({
    schema: z.literal(1),
    app: text.min(1),
    environment: text.min(1),
    namespace: text,
    workload: text.meta({ description: 'Kind/name.', examples: ['Deployment/shop'] }),
    release: whole,
    baseline: whole
      .exactOptional()
      .meta({ description: 'The release that was live before; absent for a first one.' }),
    images: imagesSchema,
    promotion: promotionSchema.exactOptional(),
    signatures: signaturesSchema.exactOptional(),
    startedAt: instant('When the first run acquired the Lease'),
    runs: z.array(runSchema).min(1),
    strategy: strategySchema,
    rolled: z.literal(true).exactOptional().meta({
      description:
        'It was a rolling update although the strategy is another, because there was no baseline to compare with.',
    }),
    gate: policySchema.exactOptional(),
    checked: z.literal(true).exactOptional().meta({
      description: 'The checks of `verify` judged it, because `gate` is `checks`.',
    }),
    judging: judgingSchema.exactOptional(),
    timeline: z.array(momentSchema),
    ticks: z.array(rowSchema),
    turns: z.array(turnSchema),
    verdicts: z
      .array(
        z.object({
          at: instant('When the gate was asked'),
          after,
          stage: whole,
          facts: z.array(factSchema).meta({ description: 'The facts that were known.' }),
          unread: unreadSchema.exactOptional(),
          verdict: verdictSchema,
        }),
      )
      .meta({ description: 'The verdicts of the gate: each one that differs from the one before.' }),
    facts: z.array(z.object({ at: instant('When'), fact: factSchema })),
    findings: z.array(findingSchema),
    pods: z.array(podSchema),
    calls: whole.meta({ description: 'Calls to the API server.' }),
    durations: z.record(text, count).meta({
      description: 'Name → ms, such as from the verdict to the accepted write that restored the traffic.',
    }),
    watchdog: text.exactOptional().meta({
      description: 'The Job that restores traffic when the run is lost.',
      examples: ['Job/slipway-shop-watchdog-7'],
    }),
    reduced: z.array(text).meta({
      description: 'What was summed or left out to keep the record small; empty when nothing was.',
    }),
    waits: z
      .object({
        for: z.enum(['bake', 'resume', 'approval']),
        until: instant('When it is rolled back if it still waits'),
        reason: text.exactOptional(),
      })
      .exactOptional()
      .meta({ description: 'What a paused rollout waits for; absent while a run advances it.' }),
    end: endSchema.exactOptional().meta({ description: 'Absent until the rollout has ended.' }),
  })
  .meta({ title: 'Slipway decision record' });

/** Returns the JSON Schema (draft 7) of a decision record, for programs in other languages. */
export function decisionJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(decisionSchema, { io: 'input', target: 'draft-7' }) as Record<string, unknown>;
}

export type DecisionRecord = z.output<typeof decisionSchema>;
export type Run = DecisionRecord['runs'][number];
export type Judging = NonNullable<DecisionRecord['judging']>;
/** `{at, phase, step, weight, reason}`. */
export type Moment = DecisionRecord['timeline'][number];
/** A `Tick` with the evidence after it. */
export type TickRow = DecisionRecord['ticks'][number];
export type Evidence = NonNullable<TickRow['evidence']>;
export type RecordedFinding = DecisionRecord['findings'][number];
export type PodFacts = DecisionRecord['pods'][number];
export type End = NonNullable<DecisionRecord['end']>;
