import { isDeepStrictEqual } from 'node:util';
import type { JsonPatch } from '../../src/cluster/port.ts';

/** A patch for which the API server responds 422. */
export class Refused extends Error {}

/** Applies a JSON patch (RFC 6902) like the API server: completely, or not at all. */
export function applied<T>(document: T, patch: readonly JsonPatch[]): T {
  const copy = structuredClone(document) as unknown;
  for (const operation of patch) apply(copy, operation);
  return copy as T;
}

function apply(document: unknown, { op, path, value }: JsonPatch): void {
  const parts = path
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = parts.pop() ?? '';
  const parent = parts.reduce((node: unknown, part) => child(node, part, path), document);
  if (Array.isArray(parent)) {
    const index = last === '-' && op === 'add' ? parent.length : Number(last);
    if (!(Number.isInteger(index) && index >= 0 && index < parent.length + (op === 'add' ? 1 : 0)))
      throw new Refused(`${op} ${path}: no such index`);
    if (op === 'add') parent.splice(index, 0, structuredClone(value));
    else if (op === 'remove') parent.splice(index, 1);
    else if (op === 'replace') parent[index] = structuredClone(value);
    else test(parent[index], value, path);
    return;
  }
  if (parent === null || typeof parent !== 'object') throw new Refused(`${op} ${path}: no such parent`);
  const map = parent as Record<string, unknown>;
  // kube-apiserver's library also replaces a missing value.
  if (op !== 'add' && op !== 'replace' && !Object.hasOwn(map, last))
    throw new Refused(`${op} ${path}: no such member`);
  if (op === 'remove') delete map[last];
  else if (op === 'test') test(map[last], value, path);
  else map[last] = structuredClone(value);
}

function child(node: unknown, part: string, path: string): unknown {
  const next =
    node === null || typeof node !== 'object' ? undefined : (node as Record<string, unknown>)[part];
  if (next === undefined) throw new Refused(`${path}: nothing at ${part}`);
  return next;
}

function test(present: unknown, value: unknown, path: string): void {
  if (!isDeepStrictEqual(present, value)) throw new Refused(`test ${path}: ${JSON.stringify(present)}`);
}
