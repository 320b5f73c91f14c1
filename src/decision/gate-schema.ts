import { z } from 'zod';
import { tickSchema } from '../analysis/tick.ts';

/** The schemas of a decision record for what the gate read and decided; see schema.ts. */

export const whole = z.number().int().min(0);
export const instant = (what: string) => whole.meta({ description: `${what}, in ms since the epoch.` });
export const percent = z.number().min(0).max(100);
export const count = z.number().min(0);
export const text = z.string();

const logarithm = z.number().meta({ description: 'Natural logarithm of the evidence (an e-value).' });

const evidenceSchema = z.object({
  harm: logarithm.meta({ description: 'Natural logarithm of the harm evidence of all metrics together.' }),
  metrics: z.record(text, z.object({ harm: logarithm, pass: logarithm })),
});

const verdictNames = ['continue', 'pass', 'fail', 'inconclusive', 'no-data', 'pod-local'] as const;

export const rowSchema = tickSchema
  .extend({ evidence: evidenceSchema.exactOptional(), verdict: z.enum(verdictNames).exactOptional() })
  .meta({ description: 'One reading of all metrics, the evidence after it, and the verdict.' });

export const unreadSchema = z
  .object({ since: instant('Since when'), detail: text.meta({ description: 'Why it did not answer.' }) })
  .meta({
    description:
      'Prometheus did not answer, and the verdict is about that and not about the ticks; absent otherwise, and in records of versions that did not note it.',
  });

export const after = whole.meta({ description: 'The number of ticks before it.' });

export const turnSchema = z
  .object({
    at: instant('When'),
    after,
    stage: whole.exactOptional(),
    replaced: text.exactOptional(),
    prolonged: instant('The deadline since the rollout was resumed').exactOptional(),
    skipped: instant('Until when nothing counts, because the canary had another weight').exactOptional(),
  })
  .meta({
    description:
      'What happened to the gate besides ticks: a stage began, a bad pod was replaced, the deadline was extended, or time was skipped.',
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
        estimate: count.nullable(),
        low: count,
        high: count.nullable(),
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
