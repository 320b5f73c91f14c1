/** Reads buildx's plain progress, line by line. */

/** Where and why a build failed, according to buildx. */
export interface Failure {
  /** Without buildx's prefixes. */
  readonly error: string;
  /** The name of the Dockerfile, the line number, and the instruction. */
  readonly at?: { readonly file: string; readonly line: number; readonly instruction: string };
  /** The last lines of the failing step. */
  readonly output: readonly string[];
}

const kept = 400;

export class BuildProgress {
  readonly #steps = new Set<string>();
  readonly #cached = new Set<string>();
  readonly #tail: string[] = [];

  feed(line: string): void {
    // `#7 [build 2/3] RUN npm ci`; `#1 [internal] …` is not a step of the Dockerfile, and FROM runs nothing.
    const step = /^#(\d+) \[(?:.+ )?\d+\/\d+\] (?!FROM )/.exec(line)?.[1];
    if (step !== undefined) this.#steps.add(step);
    // A step in the registry's cache shows no CACHED: buildx downloads its layer when it is needed.
    const cached = /^#(\d+) (?:CACHED$|sha256:[0-9a-f]{64} )/.exec(line)?.[1];
    if (cached !== undefined) this.#cached.add(cached);
    this.#tail.push(line);
    if (this.#tail.length > kept) this.#tail.shift();
  }

  /** The instructions of the Dockerfile that ran or were cached, and the cached ones. */
  get steps(): { readonly total: number; readonly cached: number } {
    return {
      total: this.#steps.size,
      cached: [...this.#cached].filter(step => this.#steps.has(step)).length,
    };
  }

  failure(): Failure {
    return failureOf(this.#tail);
  }
}

/** Finds the failure in the last lines. Pure. */
export function failureOf(lines: readonly string[]): Failure {
  const found = lines.findLast(line => line.startsWith('ERROR: ')) ?? lines.at(-1) ?? '';
  const error = found.replace(/^ERROR: /, '').replace(/^(failed to (build|solve): )+/, '');
  const marked = lines.findLastIndex(
    (line, index) => /^\S.*:\d+$/.test(line) && rule.test(lines[index + 1] ?? ''),
  );
  const [, file, number] = /^(.+):(\d+)$/.exec(lines[marked] ?? '') ?? [];
  const instruction = lines.slice(marked).flatMap(line => /^\s*\d+ \| >>> (.*)$/.exec(line)?.[1] ?? [])[0];
  const at =
    file === undefined || number === undefined
      ? {}
      : { at: { file, line: Number(number), instruction: (instruction ?? '').trim() } };
  return { error, ...at, output: outputOf(lines) };
}

const rule = /^-{4,}$/;

/** Returns the last section of ` > [2/3] RUN npm ci:`, without buildx's times; the section of a missing cache is skipped. */
function outputOf(lines: readonly string[]): string[] {
  const start = lines.findLastIndex(
    line => /^ > .*:$/.test(line) && !/^ > (\[internal\]|importing cache)/.test(line),
  );
  if (start < 0) return [];
  const end = lines.findIndex((line, index) => index > start && rule.test(line));
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .map(line => line.replace(/^\d+\.\d+ /, ''))
    .filter(line => line.trim() !== '')
    .slice(-20);
}
