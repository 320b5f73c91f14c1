import type { Call } from './call.ts';

/** How a call fails: with a response of that status, or without a response. A `stale watch` reports no more events. */
export type Failure =
  | 401
  | 403
  | 409
  | 422
  | 429
  | 500
  | 502
  | 503
  | 504
  | 'reset'
  | 'hang'
  | 'accepted, then reset'
  | 'stale watch';

/** Which calls fail; by default all. */
export interface Which {
  /** A verb of Kubernetes: `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`; or `write` for the last four (no dry runs). */
  verb?: string;
  /** A part of the path, or an expression for it; the query is not included. */
  path?: string | RegExp;
  /** The first of them that fails, counted from 1. */
  nth?: number;
  /** How many of them fail from there on; default: all. */
  times?: number;
}

export const isMeant = ({ verb, path }: Which, call: Call): boolean =>
  (verb === undefined || verb === call.verb || (verb === 'write' && call.isWrite)) &&
  (path === undefined || (typeof path === 'string' ? call.object.includes(path) : path.test(call.object)));

export class Failures {
  #rules: { which: Which; failure: Failure; said: string | undefined; seen: number }[] = [];

  /** @returns a function that ends it. */
  add(which: Which, failure: Failure, said: string | undefined): () => void {
    const rule = { which, failure, said, seen: 0 };
    this.#rules.push(rule);
    return () => {
      this.#rules = this.#rules.filter(each => each !== rule);
    };
  }

  /** Returns how this call fails, and counts it. */
  of(call: Call): { failure: Failure; said: string | undefined } | undefined {
    let first: { failure: Failure; said: string | undefined } | undefined;
    for (const rule of this.#rules) {
      if (!isMeant(rule.which, call)) continue;
      rule.seen += 1;
      const { nth = 1, times = Number.POSITIVE_INFINITY } = rule.which;
      if (rule.seen >= nth && rule.seen < nth + times) first ??= rule;
    }
    return first;
  }
}
