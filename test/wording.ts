import { tmpdir } from 'node:os';
import { expect } from 'vitest';
import { UserError } from '../src/toolkit/errors.ts';

/**
 * Matches a sentence of the product, or an error with one. The sentence is a snapshot in `test/sentences`. The facts, such as names and
 * numbers, must appear in it independent of the snapshot. In a list it matches the first sentence with all facts.
 */
export function wording(...facts: string[]): ReturnType<typeof expect.any> {
  return new Wording(facts);
}

class Wording {
  readonly $$typeof = Symbol.for('jest.asymmetricMatcher');
  private readonly facts: string[];
  /** Vitest may call the matcher several times for one text; each call would write its own snapshot. */
  private readonly compared = new Set<string>();

  constructor(facts: string[]) {
    this.facts = facts;
  }

  asymmetricMatch(actual: unknown): boolean {
    const text = textOf(actual);
    if (text === undefined || !this.facts.every(fact => states(text, fact))) return false;
    const comparison = JSON.stringify([expect.getState().currentTestName, text]);
    if (this.compared.has(comparison)) return true;
    expect(withoutChance(text)).toMatchSnapshot();
    this.compared.add(comparison);
    return true;
  }

  toString(): string {
    return 'wording';
  }

  getExpectedType(): string {
    return 'string';
  }

  toAsymmetricMatcher(): string {
    return `a sentence with ${JSON.stringify(this.facts)}`;
  }
}

/** The text that a user reads. */
function textOf(actual: unknown): string | undefined {
  if (actual instanceof UserError) return actual.sentence;
  if (actual instanceof Error) return actual.message;
  return typeof actual === 'string' ? actual : undefined;
}

/** Matches whole words: "release 12" does not contain the fact "release 1". */
function states(text: string, fact: string): boolean {
  const cut = (at: number) => at > 0 && at < text.length && /^\w\w/.test(text.slice(at - 1));
  for (let at = text.indexOf(fact); at >= 0; at = text.indexOf(fact, at + 1))
    if (!cut(at) && !cut(at + fact.length)) return true;
  return false;
}

/** Replaces the path of Node, temporary folders and ports, which differ in each run. */
function withoutChance(text: string): string {
  const [first = '', ...rest] = text.replaceAll(process.execPath, 'node').split(`${tmpdir()}/`);
  const folders = rest.map(part => part.replace(/^[\w.-]+/, '/tmp/…'));
  return [first, ...folders].join('').replace(/(127\.0\.0\.1|localhost):\d+/g, '$1:…');
}
