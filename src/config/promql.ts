import { parser } from '@prometheus-io/lezer-promql';
import { readDocument } from './document.ts';
import { businessQuery } from './monitoring.ts';
import { explain } from './problems.ts';
import type { Config } from './types.ts';

/** Checks PromQL with the grammar of Prometheus' own editor. Its types are checked by promtool, in `slipway monitoring`. */

/**
 * Checks the queries of `monitoring`.
 * @param text of slipway.yml, for the position of a mistake.
 * @throws UserError with file, line, column, key, problem and remedy.
 */
export function requireQueries(config: Config, text: string, file: string): void {
  const issues = Object.entries(config.environments).flatMap(([environment, { monitoring }]) =>
    Object.entries(monitoring?.queries ?? {}).flatMap(([name, written]) => {
      const { query } = businessQuery(written);
      const fault = promqlFault(query);
      const deeper = typeof written === 'string' ? [] : ['query'];
      const path = ['environments', environment, 'monitoring', 'queries', name, ...deeper];
      const message = `is not PromQL: ${fault}; try it in the graph of Prometheus`;
      return fault === undefined ? [] : [{ code: 'custom' as const, path, message, input: query }];
    }),
  );
  if (issues.length > 0) throw explain(issues, readDocument(text, file));
}

/** Returns what is wrong with an expression: the text at the first error; undefined if it can be parsed. Pure. */
export function promqlFault(expression: string): string | undefined {
  let at: number | undefined;
  parser.parse(expression).iterate({
    enter: ({ type, from }) => {
      if (type.isError && (at === undefined || from < at)) at = from;
    },
  });
  if (at === undefined) return undefined;
  return at >= expression.trimEnd().length
    ? 'it ends too early'
    : `it is wrong from "${expression.slice(at, at + 30)}" on`;
}
