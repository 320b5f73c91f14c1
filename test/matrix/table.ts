import { nameOf } from './cases.ts';
import type { Result } from './matrix.ts';

/** What came of the cases, for people. All pure. */

/** A row for each scenario and way to go on. */
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

/** A row for each scenario and behaviour of a failing API server. */
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

/** How many were right of how many, by the phase in which a run died and by what came next. */
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

/** Where it died; where it should have, when it ended before. */
export const phaseOf = ({ died, case: { moment } }: Result): string => died?.phase ?? moment.phase ?? '';

/** Words to the left, and from a column on figures to the right. */
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

export function story(result: Result): string {
  const { case: each, faults, reached, seconds } = result;
  const end = faults.length === 0 ? 'ok' : `WRONG: ${faults.join('; ')}`;
  const death = reached ? deathIn(result) : ' (it ended before)';
  return `${nameOf(each)}${death}: ${end} (${[`${seconds.toFixed(1)} s`, ...figuresOf(result)].join(', ')})`;
}

/** Where time decides how many writes there are, it may have been another one than was meant. */
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
