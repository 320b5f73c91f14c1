import type { Counts } from './eprocess.ts';
import type { GateFinding } from './findings.ts';

/** Findings as clauses for the reason of a verdict. */

/** Returns both shares, and the strength of the evidence of harm. */
export function comparison({
  metric,
  boundary,
  counts,
  logHarm,
}: Pick<GateFinding, 'metric' | 'boundary' | 'counts' | 'logHarm'>): string {
  return `${metric}: ${shares(counts, boundary)} (evidence of harm: ${evidence(logHarm)})`;
}

/** Returns the same for this stage, with the strength of the evidence that it is good. */
export function standing({ metric, boundary, stage, logPass }: GateFinding): string {
  return `${metric}: ${shares(stage, boundary)} (evidence that it is good: ${evidence(logPass)})`;
}

export function exceeded(finding: GateFinding): string {
  const { metric, max, watchLimit, overMax, logLimit, limited } = finding;
  const isOfMax = max !== undefined && (overMax || logLimit > 0 || watchLimit === undefined);
  const { stage, boundary } = isOfMax ? limited : finding;
  const limit = isOfMax ? max : watchLimit;
  return `${metric}: ${part(stage.canaryBad, stage.canary, "the candidate's")} are ${badness(boundary)}; the limit is ${percent(limit ?? 0)}`;
}

function shares({ canaryBad, canary, baselineBad, baseline }: Counts, boundary: number | undefined): string {
  const others =
    baseline > 0 ? `, ${part(baselineBad, baseline, "the baseline's").replace(/ requests$/, '')}` : '';
  return `${part(canaryBad, canary, "the candidate's")} are ${badness(boundary)}${others}`;
}

function part(bad: number, all: number, whose: string): string {
  if (all === 0) return `none of ${whose} 0 requests`;
  return `${percent(bad / all)} of ${whose} ${Math.round(all).toLocaleString('en')} requests`;
}

const badness = (boundary: number | undefined) =>
  boundary === undefined ? 'bad' : `slower than ${boundary} s`;

function evidence(log: number): string {
  const amount = Math.exp(log);
  if (amount > 1e6) return 'more than 1,000,000 to 1';
  return `${amount >= 10 ? Math.round(amount).toLocaleString('en') : Number(amount.toPrecision(2))} to 1`;
}

/** Formats a fraction: `1.25 %`. */
export const percent = (fraction: number): string => `${Number((fraction * 100).toPrecision(3))} %`;

/** Formats an estimate with two significant digits: `about 1,900`. */
export const about = (count: number): string => `about ${Number(count.toPrecision(2)).toLocaleString('en')}`;
