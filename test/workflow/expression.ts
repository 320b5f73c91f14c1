import { data, Evaluator, type Expr, Lexer, Parser } from '@actions/expressions';
import type { Value } from '../../scripts/workflow-files.ts';

export type { Value };

/** Evaluates expressions of workflows with GitHub's own package. */

export interface Scope {
  contexts: Record<string, Value>;
  /** `success`, `failure` and so on, which the package does not implement. */
  functions?: Record<string, (...args: string[]) => Value>;
}

type Functions = NonNullable<ConstructorParameters<typeof Evaluator>[2]>;

const STATUS = ['success', 'failure', 'cancelled', 'always'] as const;
const FUNCTIONS = [...STATUS, 'hashFiles'].map(name => ({ name, minArgs: 0, maxArgs: 255 }));
const CONTEXTS = 'github inputs needs jobs job steps secrets vars runner env strategy matrix'.split(' ');

/** Parses the text inside `${{ }}`. */
export function parse(text: string): Expr {
  return new Parser(new Lexer(text).lex().tokens, CONTEXTS, FUNCTIONS).parse();
}

/** Returns the value of an expression. */
export function evaluate(text: string, scope: Scope): Value {
  const contexts = new data.Dictionary();
  // A missing context is empty, as on GitHub.
  for (const name of CONTEXTS) contexts.add(name, wrap(scope.contexts[name] ?? {}));
  const functions: Functions = new Map(
    Object.entries(scope.functions ?? {}).map(([name, call]) => [
      name.toLowerCase(),
      {
        name,
        minArgs: 0,
        maxArgs: 255,
        call: (...args) => wrap(call(...args.map(each => each.coerceString()))),
      },
    ]),
  );
  return unwrap(new Evaluator(parse(text), contexts, functions).evaluate());
}

/** Replaces each `${{ }}` in a text by its value. If the whole text is one expression, its value keeps its type. */
export function fill(text: Value, scope: Scope): Value {
  if (typeof text !== 'string') return text;
  const whole = /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(text);
  if (whole !== null) return evaluate(whole[1] as string, scope);
  return text.replace(EXPRESSION, (_, inner: string) => textOf(evaluate(inner, scope)));
}

/** Whether an `if:` is true. Without a status function it also requires `success()`. */
export function holds(condition: Value | undefined, scope: Scope): boolean {
  const text = String(condition ?? 'success()')
    .replace(/^\$\{\{(.*)\}\}$/s, '$1')
    .trim();
  const asks = new RegExp(`\\b(${STATUS.join('|')})\\s*\\(`).test(text.replace(/'[^']*'/g, ''));
  const value = evaluate(asks ? text : `success() && (${text})`, scope);
  return value !== false && value !== null && value !== '' && value !== 0;
}

const EXPRESSION = /\$\{\{((?:(?!\}\}).)*)\}\}/gs;

/** Returns every expression in a value, at any depth; `if:` is an expression without braces. */
export function expressionsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    const found = [...value.matchAll(EXPRESSION)].map(match => match[1] as string);
    return found.length > 0 ? found : key === 'if' ? [value] : [];
  }
  if (Array.isArray(value)) return value.flatMap(each => expressionsIn(each));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, each]) => expressionsIn(each, name));
  }
  return [];
}

export function textOf(value: Value): string {
  return wrap(value).coerceString();
}

function wrap(value: Value): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(wrap));
  return new data.Dictionary(...Object.entries(value).map(([key, each]) => ({ key, value: wrap(each) })));
}

function unwrap(value: data.ExpressionData): Value {
  switch (value.kind) {
    case data.Kind.Null:
      return null;
    case data.Kind.String:
    case data.Kind.Boolean:
    case data.Kind.Number:
      return value.value;
    case data.Kind.Array:
      return value.values().map(unwrap);
    default:
      return Object.fromEntries(value.pairs().map(({ key, value: each }) => [key, unwrap(each)]));
  }
}
