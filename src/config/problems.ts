import { stringify } from 'yaml';
import type { z } from 'zod';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { withoutPasswords } from '../toolkit/url-passwords.ts';
import { formatPath, type KeyPath, type PositionedDocument } from './document.ts';
import { type JsonSchema, jsonSchema, keysOf, schemaAt } from './json-schema.ts';
import { nearest, suggest } from './suggest.ts';

interface Problem {
  readonly path: KeyPath;
  readonly part: 'key' | 'value';
  readonly problem: string;
  readonly remedy: string;
  /** The key path that is missing. */
  readonly missing?: string;
  /** The key path that an unknown key was probably meant to be. */
  readonly meant?: string;
}

/** Returns the error for a failed validation: the first mistake by position, and the number of others. */
export function explain(issues: readonly z.core.$ZodIssue[], document: PositionedDocument): UserError {
  const schema = jsonSchema();
  const located = withoutEchoes(issues.flatMap(issue => problemsOf(issue, document.value, schema)))
    .map(problem => ({ ...problem, ...document.locate(problem.path, problem.part) }))
    .sort((a, b) => a.offset - b.offset);
  const [first] = located;
  if (first === undefined) throw new Error('a failed validation without an issue');
  const others = new Map(located.map(problem => [formatPath(problem.path), problem.place]));
  others.delete(formatPath(first.path));
  return new UserError(`${first.place}: ${first.problem}${alsoIn([...others.values()])}`, first.remedy);
}

const mostLines = 5;

/** Says how many more mistakes there are, and in which lines. @param places as `slipway.yml:8:15`. */
function alsoIn(places: readonly string[]): string {
  if (places.length === 0) return '';
  const lines = [...new Set(places.map(place => place.split(':').at(-2)))];
  const where =
    lines.length > mostLines ? 'in this file' : `in line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;
  return ` (${counted(places.length, 'more mistake')} ${where})`;
}

/** Drops a missing key where a misspelled one was probably meant to be that key: they are one mistake. */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const meant = new Set(problems.map(problem => problem.meant));
  return problems.filter(problem => problem.missing === undefined || !meant.has(problem.missing));
}

function problemsOf(issue: z.core.$ZodIssue, root: unknown, schema: JsonSchema): Problem[] {
  const { path } = issue;
  const value = valueAt(root, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = Object.keys(keysOf(schemaAt(schema, path)));
      // Locating a key takes time proportional to the size of the map, so a huge map must not have all of its keys located.
      return issue.keys.slice(0, 100).map(key => ({
        path: [...path, key],
        part: 'key',
        problem: `${formatPath([...path, key])}: unknown key`,
        remedy: suggest(key, known),
        meant: formatPath([
          ...path,
          nearest(key, known) ?? (known.length === 1 ? known[0] : undefined) ?? key,
        ]),
      }));
    }
    case 'invalid_key':
      return issue.issues.slice(0, 1).map(inner => ({
        ...worded(path, JSON.stringify(String(path.at(-1))), inner.message),
        part: 'key',
      }));
    case 'invalid_type':
      if (value === undefined) return [missing(path, schema)];
      // A custom message says more than the type.
      if (!issue.message.startsWith('Invalid')) return [worded(path, shown(value), issue.message)];
      return [wrongType(path, issue.expected, value, schema)];
    case 'invalid_value': {
      if (value === undefined) return [missing(path, schema)];
      const choices = issue.values.map(String);
      const problem = `${formatPath(path)}: ${shown(value)} is not a valid value`;
      return [{ path, part: 'value', problem, remedy: suggest(String(value), choices) }];
    }
    case 'invalid_union': {
      if (value === undefined) return [missing(path, schema)];
      // Of the right type, a value was meant as that choice, so the mistakes are those within it.
      const fitting = issue.errors.filter(choice => choice.every(each => !isOfAnotherType(each)));
      const [inner] = fitting;
      if (inner === undefined || fitting.length > 1) return [worded(path, shown(value), issue.message)];
      return inner.flatMap(each => problemsOf({ ...each, path: [...path, ...each.path] }, root, schema));
    }
    default:
      return [worded(path, shown(value), issue.message)];
  }
}

/** Whether an issue says that a whole value cannot be this choice of a union. */
const isOfAnotherType = ({ path, code }: z.core.$ZodIssue): boolean =>
  path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');

/** Splits a message of the form `problem; remedy`. */
function worded(path: KeyPath, value: string, message: string): Problem {
  const [problem = '', ...remedy] = message.split('; ');
  const subject = value === '' ? formatPath(path) : `${formatPath(path)}: ${value}`;
  return { path, part: 'value', problem: `${subject} ${problem}`, remedy: remedy.join('; ') };
}

function missing(path: KeyPath, schema: JsonSchema): Problem {
  return {
    path: path.slice(0, -1),
    part: 'key',
    missing: formatPath(path),
    problem: `${formatPath(path)} is missing`,
    remedy: `add ${sample(path, schema) ?? 'it'}`,
  };
}

function wrongType(path: KeyPath, expected: string, value: unknown, schema: JsonSchema): Problem {
  const nouns: Record<string, string> = { array: 'a list', object: 'a map', record: 'a map' };
  const problem = `${formatPath(path)}: expected ${nouns[expected] ?? `a ${expected}`}, got ${nounOf(value)}`;
  const quotable = typeof value === 'number' || typeof value === 'boolean';
  const fallback =
    expected === 'string' && quotable ? `put it in quotes: '${value}'` : 'correct it or remove the key';
  const example = sample(path, schema);
  return { path, part: 'value', problem, remedy: example === undefined ? fallback : `write ${example}` };
}

/** Returns `key: example` for the key at a path, as written in slipway.yml. */
function sample(path: KeyPath, schema: JsonSchema): string | undefined {
  const example = schemaAt(schema, path)?.examples?.[0];
  const key = path.at(-1);
  if (example === undefined || key === undefined) return undefined;
  const written = stringify(example, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trim();
  return typeof key === 'number' ? `\`- ${written}\`` : `\`${String(key)}: ${written}\``;
}

function valueAt(root: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined,
    root,
  );
}

/** Returns a single value in quotes, cut to 60 characters; nothing for lists and maps, for which the path is enough. */
function shown(value: unknown): string {
  if (value === null || typeof value === 'object' || value === undefined) return '';
  // A log must contain neither a password from an address nor a secret key that was written in place of a public one.
  const text = withoutPasswords(String(value)).replace(/AGE-SECRET-KEY-[0-9a-z-]+/gi, '(hidden)');
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

function nounOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'a string';
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return `${value}`;
    default:
      return 'a map';
  }
}
