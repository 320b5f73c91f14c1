import { z } from 'zod';

/** The schemas of a decision record for what the gate read and decided; see schema.ts. */

export const instant = (what: string) =>
  z
    .number()
    .int()
    .min(0)
    .meta({ description: `${what}, in ms since the epoch.` });
export const percent = z.number().min(0).max(100);
export const count = z.number().min(0);
export const text = z.string();

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
  z.object({ kind: z.literal('stale'), seconds: count, lines: z.literal(true).exactOptional() }),
  z.object({ kind: z.literal('provider'), detail: text }),
]);

const logarithm = z.number().meta({ description: 'Natural logarithm of the evidence (an e-value).' });

const evidenceSchema = z.object({
  harm: logarithm.meta({ description: 'Natural logarithm of the harm evidence of all metrics together.' }),
  metrics: z.record(text, z.object({ harm: logarithm, pass: logarithm })),
});

const verdictNames = ['continue', 'pass', 'fail', 'inconclusive', 'no-data', 'pod-local'] as const;

export const rowSchema = z
  .object({
    at: instant("The end of the tick by Prometheus's clock"),
    stage: z.number().int().min(0),
    weight: percent,
    share: percent
      .exactOptional()
      .meta({ description: 'The percentage of requests that really reached the candidate, if it is known.' }),
    traffic: z
      .object({
        canary: count,
        total: count,
        errors: count.exactOptional(),
        unserved: count.exactOptional(),
        reached: count.exactOptional(),
      })
      .exactOptional()
      .meta({ description: 'The requests from which the share is computed.' }),
    readings: z.record(text, readingSchema),
    evidence: evidenceSchema.exactOptional(),
    verdict: z.enum(verdictNames).exactOptional(),
  })
  .meta({ description: 'One reading of all metrics, the evidence after it, and the verdict.' });

const missing = z.enum(['idle', 'absent', 'provider', 'wrong-labels', 'stale']);
export const verdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('continue'), reason: text }),
  z.object({ verdict: z.literal('pass'), reason: text }),
  z.object({ verdict: z.literal('fail'), reason: text, metrics: z.array(text) }),
  z.object({ verdict: z.literal('inconclusive'), reason: text }),
  z.object({ verdict: z.literal('no-data'), missing, reason: text }),
  z.object({ verdict: z.literal('pod-local'), pod: text, reason: text }),
]);

export const factSchema = z.object({
  kind: z.enum([
    'restart',
    'out-of-memory',
    'crash-loop',
    'endpoints-missing',
    'gateway-errors',
    'not-starting',
    'not-ready',
  ]),
  pod: text.exactOptional(),
  detail: text,
});

export const unreadSchema = z
  .object({ since: instant('Since when'), detail: text.meta({ description: 'Why it did not answer.' }) })
  .meta({
    description:
      'Prometheus did not answer, and the verdict is about that and not about the ticks; absent otherwise, and in records of versions that did not note it.',
  });

export const after = z.number().int().min(0).meta({ description: 'The number of ticks before it.' });

export const turnSchema = z
  .object({
    at: instant('When'),
    after,
    stage: z.number().int().min(0).exactOptional(),
    replaced: text.exactOptional(),
    prolonged: instant('The deadline since the rollout was resumed').exactOptional(),
  })
  .meta({
    description:
      'What happened to the gate besides ticks: a stage began, a bad pod was replaced, or the deadline was extended.',
  });

const trackCounts = z.object({ bad: count, total: count });

export const findingSchema = z
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
          'Rate of the candidate divided by that of the baseline, with an interval that is valid at any time; null is unbounded or unknown.',
      }),
    status: z.enum(['passed', 'open', 'suspect', 'harmed', 'missing']),
    dryRun: z.boolean().exactOptional(),
  })
  .meta({ description: 'The final finding for one metric.' });
