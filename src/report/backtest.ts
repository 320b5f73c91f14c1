import type { Verdict } from '../analysis/verdict.ts';
import type { Backtest, Outlook } from '../decision/replay.ts';
import type { DecisionRecord } from '../decision/schema.ts';
import { clock } from './figures.ts';
import { isRolling } from './series.ts';

/** Returns the lines of a backtest: each recorded verdict with the computed one, then the conclusion. */
export function backtestLines(record: DecisionRecord, result: Backtest): string[] {
  const { app, environment, release } = record;
  const lines = result.comparisons.flatMap(({ at, stage, recorded, computed, same }) => [
    `${clock(at)} stage ${stage + 1}: ${same ? 'same' : 'DIFFERENT'}`,
    `  recorded  ${sentence(recorded)}`,
    `  computed  ${sentence(computed)}`,
  ]);
  return [
    `release ${release} of ${app} in ${environment}`,
    ...lines,
    ...result.caveats.map(caveat => `the record was shortened: ${caveat}`),
    conclusion(record, result),
  ];
}

function conclusion(record: DecisionRecord, { agrees, judged, comparisons }: Backtest): string {
  if (!judged) {
    const why = isRolling(record) ? 'it was a rolling release' : 'it had no gate';
    return `this release has no verdict to compute again: ${why}`;
  }
  return agrees
    ? `the computed verdict is the same: ${sentence(comparisons.at(-1)?.recorded)}`
    : 'the computed verdicts DIFFER';
}

/** Returns the lines that say how a release would have ended with another profile or other metrics. */
export function outlookLines(what: string, { end, passes }: Outlook): string[] {
  return [
    ...passes.map(({ stage, at }) =>
      at === undefined
        ? `with ${what}: stage ${stage + 1} would not have passed in its time`
        : `with ${what}: stage ${stage + 1} would have passed at ${clock(at)}`,
    ),
    end === undefined
      ? `with ${what}: the release would not have failed`
      : `with ${what}: the release would have ended at ${clock(end.at)} in stage ${end.stage + 1}: ${sentence(end.verdict)}`,
  ];
}

const sentence = (verdict: Verdict | undefined) =>
  verdict === undefined ? 'none' : `${verdict.verdict}: ${verdict.reason}`;
