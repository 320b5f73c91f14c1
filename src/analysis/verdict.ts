import { z } from 'zod';

const text = z.string();

const missingSchema = z.enum(['idle', 'absent', 'provider', 'wrong-labels', 'stale']);
/** Why there is nothing to judge. */
export type Missing = z.output<typeof missingSchema>;

export const verdictSchema = z.discriminatedUnion('verdict', [
  /** Neither good nor bad is shown yet. */
  z.object({ verdict: z.literal('continue'), reason: text }),
  /** This stage is shown to be good: the next one may start. */
  z.object({ verdict: z.literal('pass'), reason: text }),
  z.object({ verdict: z.literal('fail'), reason: text, metrics: z.array(text) }),
  /** The time is over without enough evidence. */
  z.object({ verdict: z.literal('inconclusive'), reason: text }),
  z.object({ verdict: z.literal('no-data'), missing: missingSchema, reason: text }),
  /** One pod is bad and the others are not: replace it, once. */
  z.object({ verdict: z.literal('pod-local'), pod: text, reason: text }),
]);
/** The verdict of the gate after a tick. Each one except `continue`, `pass` and `pod-local` ends the rollout. */
export type Verdict = z.output<typeof verdictSchema>;

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
  /** A sentence without a full stop. */
  detail: text,
});
/** A fact that needs no statistics, checked from the first second on. */
export type HardFact = z.output<typeof factSchema>;
