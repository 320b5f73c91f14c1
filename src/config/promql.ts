import { parser } from '@prometheus-io/lezer-promql';
import { readDocument } from './document.ts';
import { writtenPatternFault } from './matchers.ts';
import { businessQuery } from './monitoring.ts';
import { explain } from './problems.ts';
import type { Config } from './types.ts';

/**
 * Checks PromQL with the grammar of Prometheus' own editor. The types within an expression are checked by promtool, in `slipway
 * monitoring`.
 */

/**
 * Checks the queries of `monitoring`.
 * @param text of slipway.yml, for the position of a mistake.
 * @throws UserError with file, line, column, key, problem and remedy.
 */
export function requireQueries(config: Config, text: string, file: string): void {
  const issues = Object.entries(config.environments).flatMap(([environment, { monitoring }]) =>
    Object.entries(monitoring?.queries ?? {}).flatMap(([name, written]) => {
      const { query } = businessQuery(written);
      const message = mistakeIn(query);
      const deeper = typeof written === 'string' ? [] : ['query'];
      const path = ['environments', environment, 'monitoring', 'queries', name, ...deeper];
      return message === undefined ? [] : [{ code: 'custom' as const, path, message, input: query }];
    }),
  );
  if (issues.length > 0) throw explain(issues, readDocument(text, file));
}

/** Returns the problem and the remedy of a business query, for which Prometheus would reject all rules. Pure. */
function mistakeIn(query: string): string | undefined {
  const fault = promqlFault(query);
  if (fault !== undefined) return `is not PromQL: ${fault}; try it in the graph of Prometheus`;
  const tree = parser.parse(query);
  let mistake: string | undefined;
  tree.iterate({
    enter: ({ node, name }) => {
      if (name !== 'StringLiteral') return;
      const quoted = query.slice(node.from, node.to);
      const unknown = unknownEscape(quoted);
      const isPattern = /^(EqlRegex|NeqRegex)$/.test(node.prevSibling?.firstChild?.name ?? '');
      const wrong = isPattern ? writtenPatternFault(quoted) : undefined;
      if (unknown !== undefined)
        mistake ??= `has an escape in quotes that PromQL does not know: "${unknown}"; write "\\${unknown}"`;
      else if (wrong !== undefined)
        mistake ??= `has a regular expression that Prometheus rejects: ${wrong}; correct the value after =~ or !~`;
    },
  });
  return mistake ?? mistypes[typeOf(tree.topNode.firstChild)];
}

type Type = 'vector' | 'range' | 'number' | 'string';

/** The rules sum each query, which takes series with one value each. */
const mistypes: Record<Type, string | undefined> = {
  vector: undefined,
  range: 'is a range of values, which cannot be summed; write a function around it, such as increase(…)',
  number: 'is a number without a series, which cannot be summed; write a query with a metric, or vector(…)',
  string: 'is a text, which cannot be summed; write a query with a metric',
};

type Node = ReturnType<typeof parser.parse>['topNode'];

/** The type of an expression; what is not known counts as a vector. Pure. */
function typeOf(node: Node | null): Type {
  switch (node?.name) {
    case 'NumberDurationLiteral':
      return 'number';
    case 'StringLiteral':
      return 'string';
    case 'MatrixSelector':
    case 'SubqueryExpr':
      return 'range';
    case 'FunctionCall':
      return /^(Scalar|Time|Pi)$/.test(node.firstChild?.firstChild?.name ?? '') ? 'number' : 'vector';
    case 'ParenExpr':
    case 'OffsetExpr':
    case 'StepInvariantExpr':
      return typeOf(node.firstChild);
    case 'UnaryExpr':
      return typeOf(node.lastChild);
    case 'BinaryExpr':
      return [node.firstChild, node.lastChild].every(each => typeOf(each) === 'number') ? 'number' : 'vector';
    default:
      return 'vector';
  }
}

/** The first escape in a text in quotes for which Prometheus rejects the text. Pure. */
function unknownEscape(quoted: string): string | undefined {
  if (quoted.startsWith('`')) return undefined;
  const escapes = quoted.slice(1, -1).match(/\\./gs) ?? [];
  return escapes.find(([, letter = '']) => !/[abfnrtv\\xuU0-7]/.test(letter) && letter !== quoted[0]);
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
