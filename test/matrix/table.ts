import { nameOf } from './cases.ts';
import type { Result } from './matrix.ts';

/** Formats the results of cases. All pure. */

/** Returns a table with a row for each scenario and follow-up. */
export function table(results: readonly Result[]): string {
  const groups = Map.groupBy(results, ({ case: { scenario, how, followUp } }) =>
    [scenario.name, how, followUp].join('\t'),
  );
  const rows = [...groups].map(([key, group]) => {
    const failed = group.filter(({ faults }) => faults.length > 0).length;
    const reached = group.filter(each => each.reached).length;
    const slowest = Math.max(...group.map(({ seconds }) => seconds));
    return [...key.split('\t'), group.length, reached, failed, slowest.toFixed(1)].map(String);
  });
  return columns([['scenario', 'how', 'then', 'cases', 'reached', 'failed', 'slowest s'], ...rows], 3);
}

/** Returns a table with a row for each scenario and behavior of a failing API server. */
export function failingTable(results: readonly Result[]): string {
  const groups = Map.groupBy(results, ({ case: { scenario, failure } }) =>
    [scenario.name, failure?.behaviour ?? ''].join('\t'),
  );
  const rows = [...groups].map(([key, group]) => {
    const count = (is: (result: Result) => boolean) => group.filter(is).length;
    const longest = Math.max(...group.map(({ runSeconds = 0 }) => runSeconds));
    const figures = [group.length, count(({ reached }) => reached), count(({ faults }) => faults.length > 0)];
    return [...key.split('\t'), ...figures.map(String), longest.toFixed(1)];
  });
  return columns([['scenario', 'answer', 'cases', 'reached', 'failed', 'longest run s'], ...rows], 2);
}

/** Returns a table with the number of right cases by the phase in which a run died and by follow-up. */
export function phaseTable(results: readonly Result[]): string {
  const ways = [...new Set(results.map(({ case: { followUp } }) => followUp))];
  const phases = Map.groupBy(results, phaseOf);
  const cell = (group: readonly Result[]) =>
    group.length === 0 ? '-' : `${group.filter(({ faults }) => faults.length === 0).length}/${group.length}`;
  const rows = [...phases].map(([phase, group]) => [
    phase,
    ...ways.map(way => cell(group.filter(each => each.case.followUp === way))),
  ]);
  return columns([['killed in', ...ways], ...rows], 1);
}

/** Returns the phase in which a run died, or should have died if it ended before. */
export const phaseOf = ({ died, case: { moment } }: Result): string => died?.phase ?? moment.phase ?? '';

/** Aligns columns: text to the left, and figures from a given column on to the right. */
function columns(rows: readonly (readonly string[])[], figures: number): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0))) ?? [];
  return rows
    .map(row =>
      row
        .map((cell, i) => (i >= figures ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

export function caseLine(result: Result): string {
  const { case: each, faults, reached, seconds } = result;
  const end = faults.length === 0 ? 'ok' : `WRONG: ${faults.join('; ')}`;
  const death = reached ? deathIn(result) : ' (it ended before)';
  return `${nameOf(each)}${death}: ${end} (${[`${seconds.toFixed(1)} s`, ...figuresOf(result)].join(', ')})`;
}

/** Returns the actual write if it differs from the planned one, because the number of writes may depend on timing. */
function deathIn({ died, case: { how, moment, title } }: Result): string {
  if (how === 'fail') return died === undefined || died.title === title ? '' : ` (it was ${died.title})`;
  if (died === undefined || moment.phase === undefined) return '';
  if (died.phase === moment.phase && (died.title === title || died.title === 'kubectl')) return '';
  return ` (it was ${died.title} in ${died.phase})`;
}

function figuresOf({ counts, watchdogSeconds, runSeconds }: Result): string[] {
  const { requests, failed, injected } = counts;
  if (runSeconds !== undefined) return [`the run ${runSeconds.toFixed(1)} s`];
  if (requests === 0) return [];
  return [
    `${requests} requests, ${failed} failed`,
    ...(injected > 0 ? [`${injected} injected errors`] : []),
    ...(watchdogSeconds === undefined ? [] : [`the watchdog after ${watchdogSeconds.toFixed(1)} s`]),
  ];
}
