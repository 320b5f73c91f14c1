import { cell, fenced, table, time } from '../toolkit/markdown.ts';
import type { CheckResult } from '../verify/checks.ts';
import type { TextTable } from './figures.ts';

/** What `verify` found, as tables and a graph. All pure. */

/** Returns the table of checks. */
export const checksTable = (results: readonly CheckResult[]): TextTable => ({
  title: 'Checks',
  head: ['check', 'verdict', 'attempts', 'time', 'reason'],
  rows: results.map(each => [
    each.title,
    each.ok ? 'passed' : 'failed',
    String(each.attempts),
    time(each.ms),
    each.reason ?? each.detail ?? '',
  ]),
});

/** Returns the Markdown of all checks; empty parts for what was not asked. */
export function acceptanceParts(app: string, results: readonly CheckResult[]): string[] {
  const { head, rows } = checksTable(results.filter(({ cell: ofMatrix }) => ofMatrix === undefined));
  return [table(head, rows), matrixTable(results), topologyChart(app, results)];
}

/** Returns the matrix: a row for each endpoint, a column for each identity; empty without one. */
export function matrixTable(results: readonly CheckResult[]): string {
  const cells = results.flatMap(({ cell: each, ok, reason = '' }) =>
    each === undefined ? [] : [{ ...each, ok, reason }],
  );
  const identities = [...new Set(cells.map(({ identity }) => identity))];
  const endpoints = [...new Set(cells.map(({ endpoint }) => endpoint))];
  const rows = endpoints.map(endpoint => [
    endpoint,
    ...identities.map(identity => {
      const found = cells.find(each => each.endpoint === endpoint && each.identity === identity);
      if (found === undefined) return '';
      const { got, expected, ok } = found;
      if (ok) return `✅ ${expected}`;
      return got === expected
        ? `❌ ${got} with HTML or another type`
        : `❌ ${got ?? 'no answer'}, expected ${expected}`;
    }),
  ]);
  return table(['endpoint', ...identities], rows);
}

/** Returns a Mermaid graph of the dependencies, the broken edges in red; empty without one. */
export function topologyChart(app: string, results: readonly CheckResult[]): string {
  const edges = results.flatMap(({ edge, ok }) => (edge === undefined ? [] : [{ ...edge, ok }]));
  if (edges.length === 0) return '';
  // A name may be a word of Mermaid, such as `end`.
  const id = (name: string) => `d${edges.findIndex(({ to }) => to === name)}`;
  const lines = [
    'flowchart LR',
    `  app[${quoted(app)}]`,
    ...edges.map(({ to }) => `  ${id(to)}[${quoted(to)}]`),
    ...edges.map(
      ({ to, ok, cause }) =>
        `  app -- "${ok ? 'ok' : cause === undefined ? 'broken' : 'fails with it'}" --> ${id(to)}`,
    ),
    ...edges.flatMap(({ to, needs }) => needs.map(need => `  ${id(to)} -. needs .-> ${id(need)}`)),
    ...edges.map(
      ({ ok, cause }, index) =>
        `  linkStyle ${index} stroke:${ok ? '#1a7f37' : cause === undefined ? '#cf222e,stroke-width:3px' : '#bf8700'}`,
    ),
  ];
  return fenced('mermaid', lines);
}

const quoted = (text: string) => `"${cell(text).replaceAll('"', "'")}"`;
