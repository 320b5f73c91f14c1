import type { Verdict } from '../analysis/verdict.ts';
import type { Backtest, Outlook } from '../release/decision-record/backtest.ts';
import type { DecisionRecord } from '../release/decision-record/schema.ts';
import { clock } from './figures.ts';
import { isRolling } from './series.ts';

/** A backtest for a terminal: each verdict twice, the conclusion last. */
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
    ...result.caveats.map(caveat => `the record was kept small: ${caveat}`),
    conclusion(record, result),
  ];
}

function conclusion(record: DecisionRecord, { agrees, judged, comparisons }: Backtest): string {
  if (!judged) {
    const why = isRolling(record) ? 'it was a rolling release' : 'no gate was asked';
    return `nothing was judged: ${why}, so there is no verdict to compute again`;
  }
  return agrees
    ? `the verdict is the same: ${sentence(comparisons.at(-1)?.recorded)}`
    : 'the verdicts DIFFER';
}

/** What would have been, for a terminal. */
export function outlookLines(what: string, { end, passes }: Outlook): string[] {
  return [
    ...passes.map(({ stage, at }) =>
      at === undefined
        ? `with ${what}: stage ${stage + 1} would not have been shown to be good while it lasted`
        : `with ${what}: stage ${stage + 1} would have passed at ${clock(at)}`,
    ),
    end === undefined
      ? `with ${what}: it would not have failed`
      : `with ${what}: it would have ended at ${clock(end.at)} in stage ${end.stage + 1}: ${sentence(end.verdict)}`,
  ];
}

const sentence = (verdict: Verdict | undefined) =>
  verdict === undefined ? 'none' : `${verdict.verdict}: ${verdict.reason}`;
