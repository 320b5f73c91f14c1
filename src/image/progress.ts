/** Reads buildx's plain progress, line by line. */

/** Where and why a build failed, as far as buildx says. */
export interface Failure {
  /** Without buildx's own words before it. */
  readonly error: string;
  /** The Dockerfile by its name, the line's number, and the instruction. */
  readonly at?: { readonly file: string; readonly line: number; readonly instruction: string };
  /** The last lines that the failing step printed. */
  readonly output: readonly string[];
}

const kept = 400;

export class Progress {
  readonly #steps = new Set<string>();
  readonly #cached = new Set<string>();
  readonly #tail: string[] = [];

  feed(line: string): void {
    // `#7 [build 2/3] RUN npm ci`; `#1 [internal] …` is no step of the Dockerfile, and FROM does nothing.
    const step = /^#(\d+) \[(?:.+ )?\d+\/\d+\] (?!FROM )/.exec(line)?.[1];
    if (step !== undefined) this.#steps.add(step);
    // A step that is in the registry's cache is fetched from there instead, when its layer is needed.
    const cached = /^#(\d+) (?:CACHED$|sha256:[0-9a-f]{64} )/.exec(line)?.[1];
    if (cached !== undefined) this.#cached.add(cached);
    this.#tail.push(line);
    if (this.#tail.length > kept) this.#tail.shift();
  }

  /** Instructions of the Dockerfile that were met, and those of them that the cache answered. */
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

/** The last section of ` > [2/3] RUN npm ci:`, without buildx's times; that of a cache that is not there yet is none. */
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
