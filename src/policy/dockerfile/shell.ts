import type { Joined } from './lines.ts';

/** A command of a POSIX shell as written: quotes are removed, expansions are kept. */
export interface Simple {
  readonly words: readonly string[];
  /** Line of its first word in the file. */
  readonly line: number;
  /** The command whose output it reads through `|`. */
  readonly from: Simple | undefined;
  readonly redirects: readonly Redirect[];
  /** Its here-documents. */
  readonly input: readonly Joined[];
  /** The command whose `$(…)`, backquotes or `<(…)` contain this one. */
  readonly inside: Simple | undefined;
}

export interface Redirect {
  readonly operator: string;
  readonly target: string;
}

interface Draft extends Simple {
  words: string[];
  line: number;
  redirects: Redirect[];
  input: Joined[];
}

/** The maximum nesting; a deeper script hides something, or is not a script. */
const deepest = 20;

/**
 * Finds every command in a script, including those in substitutions. It is not a full shell: non-POSIX syntax is read as words. Pure.
 * @param heredocs the documents of `<<` where the Dockerfile has them; otherwise they follow in the script.
 */
export function readShell(script: Joined, heredocs: readonly Joined[] = []): Simple[] {
  return new Reader(script, [...heredocs]).read();
}

class Reader {
  readonly #text: string;
  readonly #lineAt: (offset: number) => number;
  readonly #heredocs: Joined[];
  readonly #found: Simple[] = [];
  /** Here-documents whose body starts on the next line of the script. */
  readonly #pending: { draft: Draft; delimiter: string; indented: boolean }[] = [];
  #at = 0;
  #depth = 0;
  /** The character that closes the current list. */
  #close = '';

  constructor({ text, lineAt }: Joined, heredocs: Joined[]) {
    this.#text = text;
    this.#lineAt = lineAt;
    this.#heredocs = heredocs;
  }

  read(): Simple[] {
    while (this.#at < this.#text.length) this.#list(undefined, '');
    return this.#found;
  }

  /** Reads up to and including the character that closes this list. */
  #list(inside: Simple | undefined, close: string): void {
    this.#depth += 1;
    const outer = this.#close;
    this.#close = close;
    let draft = this.#draft(inside, undefined);
    const finish = (from: Simple | undefined) => {
      if (draft.words.length + draft.redirects.length + draft.input.length > 0) this.#found.push(draft);
      draft = this.#draft(inside, from);
    };
    while (this.#at < this.#text.length) {
      const rest = this.#text.slice(this.#at, this.#at + 3);
      const [first = ''] = rest;
      if (first === close) {
        this.#at += 1;
        break;
      }
      if (first === '\n') {
        this.#at += 1;
        finish(undefined);
        this.#bodies();
      } else if (/\s/.test(first)) this.#at += 1;
      else if (rest.startsWith('\\\n')) this.#at += 2;
      else if (first === '#') this.#at = this.#lineEnd();
      else if (rest.startsWith('||') || rest.startsWith('&&')) {
        this.#at += 2;
        finish(undefined);
      } else if (first === '|') {
        this.#at += rest.startsWith('|&') ? 2 : 1;
        finish(draft.words.length > 0 ? draft : this.#found.at(-1));
      } else if (/^&>/.test(rest) || /^\d*[<>]/.test(this.#text.slice(this.#at, this.#at + 12))) {
        this.#redirect(draft);
      } else if (first === ';' || first === '&' || first === '(' || first === ')') {
        this.#at += 1;
        finish(undefined);
      } else {
        if (draft.words.length === 0) draft.line = this.#lineAt(this.#at);
        draft.words.push(this.#word(draft));
      }
    }
    finish(undefined);
    this.#close = outer;
    this.#depth -= 1;
  }

  #draft(inside: Simple | undefined, from: Simple | undefined): Draft {
    return { words: [], line: this.#lineAt(this.#at), from, redirects: [], input: [], inside };
  }

  #word(draft: Draft): string {
    let word = '';
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at] ?? '';
      if (/[\s;&|<>()]/.test(char) || char === this.#close) break;
      if (char === '\\') {
        const next = this.#text[this.#at + 1] ?? '';
        word += next === '\n' ? '' : next;
        this.#at += 2;
      } else if (char === "'") {
        const end = this.#text.indexOf("'", this.#at + 1);
        const to = end < 0 ? this.#text.length : end;
        word += this.#text.slice(this.#at + 1, to);
        this.#at = to + 1;
      } else if (char === '"') word += this.#quoted(draft);
      else if (char === '$' || char === '`') word += this.#expansion(draft);
      else {
        word += char;
        this.#at += 1;
      }
    }
    return word;
  }

  #quoted(draft: Draft): string {
    let word = '';
    this.#at += 1;
    while (this.#at < this.#text.length && this.#text[this.#at] !== '"') {
      const char = this.#text[this.#at] ?? '';
      const next = this.#text[this.#at + 1] ?? '';
      if (char === '\\' && '"\\$`\n'.includes(next)) {
        word += next === '\n' ? '' : next;
        this.#at += 2;
      } else if (char === '$' || char === '`') word += this.#expansion(draft);
      else {
        word += char;
        this.#at += 1;
      }
    }
    this.#at += 1;
    return word;
  }

  /** Keeps `$name`, `${…}` and `$((…))` unchanged, and reads the commands of `$(…)` and backquotes. */
  #expansion(draft: Draft): string {
    const start = this.#at;
    if (this.#text.startsWith('${', start)) this.#at = this.#after('}', start);
    else if (this.#text.startsWith('$((', start)) this.#at = this.#after('))', start) + 1;
    else if (this.#text.startsWith('$(', start)) this.#substitution(draft, 2, ')');
    else if (this.#text[start] === '`') this.#substitution(draft, 1, '`');
    else this.#at += 1;
    return this.#text.slice(start, this.#at);
  }

  #substitution(draft: Draft, opening: number, close: string): void {
    this.#at += opening;
    if (this.#depth < deepest) this.#list(draft, close);
    else this.#at = this.#text.length;
  }

  #after(close: string, start: number): number {
    const end = this.#text.indexOf(close, start);
    return end < 0 ? this.#text.length : end + 1;
  }

  #redirect(draft: Draft): void {
    const [operator = '>'] =
      /^(&>>?|\d*(<<<|<<-?|<&|>&|>>|>\||<>|<\(|>\(|<|>))/.exec(this.#text.slice(this.#at, this.#at + 16)) ??
      [];
    const kind = operator.replace(/^\d+/, '');
    this.#at += operator.length;
    if (kind === '<(' || kind === '>(') {
      this.#substitution(draft, 0, ')');
      draft.words.push(`${kind}…)`);
      return;
    }
    this.#blanks();
    const quoted = /["'\\]/.test(this.#text[this.#at] ?? '');
    const target = this.#word(draft);
    if (kind !== '<<' && kind !== '<<-') draft.redirects.push({ operator: kind, target });
    else if (this.#heredocs.length > 0) draft.input.push(this.#heredocs.shift() as Joined);
    else if (target !== '' || quoted)
      this.#pending.push({ draft, delimiter: target, indented: kind === '<<-' });
  }

  #blanks(): void {
    while (/[ \t]/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #lineEnd(): number {
    const end = this.#text.indexOf('\n', this.#at);
    return end < 0 ? this.#text.length : end;
  }

  /** Moves the here-documents that start on this line from the script to their commands. */
  #bodies(): void {
    for (const { draft, delimiter, indented } of this.#pending.splice(0)) {
      const start = this.#at;
      let end = this.#text.length;
      while (this.#at < this.#text.length) {
        const to = this.#lineEnd();
        const line = this.#text.slice(this.#at, to);
        const here = this.#at;
        this.#at = Math.min(to + 1, this.#text.length);
        if ((indented ? line.replace(/^\t+/, '') : line) === delimiter) {
          end = here;
          break;
        }
        if (to === this.#text.length) break;
      }
      const lineAt = this.#lineAt;
      draft.input.push({ text: this.#text.slice(start, end), lineAt: offset => lineAt(start + offset) });
    }
  }
}
