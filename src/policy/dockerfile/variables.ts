import type { Instruction } from './parse.ts';

/** The variables of a Dockerfile: parses ARG and ENV, and expands `$name`. */

export interface Assignment {
  readonly name: string;
  /** Undefined for an ARG without a default. */
  readonly value: string | undefined;
  readonly line: number;
}

/** Returns the pairs that an ARG, ENV or LABEL sets, with unexpanded values. Pure. */
export function pairsOf({ keyword, body }: Instruction, escapeChar: string): Assignment[] {
  const words = splitWords(body.text, escapeChar);
  const [first] = words;
  if (first === undefined) return [];
  const lineOf = (word: Word) => body.lineAt(word.offset);
  if (keyword !== 'ARG' && !first.text.includes('=')) {
    // `ENV name the rest of the line`, the old form.
    const from = body.text.indexOf(first.text, first.offset) + first.text.length;
    return [{ name: first.text, value: body.text.slice(from).trim(), line: lineOf(first) }];
  }
  return words.map(word => {
    const equals = word.text.indexOf('=');
    return equals < 0
      ? { name: word.text, value: undefined, line: lineOf(word) }
      : { name: word.text.slice(0, equals), value: word.text.slice(equals + 1), line: lineOf(word) };
  });
}

export interface Word {
  readonly text: string;
  readonly offset: number;
}

/** Splits a text at blanks into words, without their quotes and escapes. Pure. */
export function splitWords(text: string, escapeChar: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const offset = at;
    let word = '';
    let quote = '';
    for (; at < text.length; at++) {
      const char = text[at] ?? '';
      if (quote === '' && /\s/.test(char)) break;
      if (char === quote) quote = '';
      else if (quote === '' && (char === '"' || char === "'")) quote = char;
      else if (char === escapeChar && quote !== "'" && at + 1 < text.length) {
        at += 1;
        word += text[at];
      } else word += char;
    }
    words.push({ text: word, offset });
  }
  return words;
}

export type Variables = Readonly<Record<string, string>>;

/** Returns the value of a variable, which may have a name such as `constructor`. */
export const valueIn = (variables: Variables, name: string): string | undefined =>
  Object.hasOwn(variables, name) ? variables[name] : undefined;

/**
 * Expands the variables in a text, as in FROM, COPY and USER. Pure.
 * @returns undefined when a variable has no value, or has a form that only a build can evaluate.
 */
export function expand(text: string, variables: Variables): string | undefined {
  let known = true;
  const expanded = text.replace(
    /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^{}]*))?\}|(\{))/g,
    (_, plain?: string, braced?: string, operator?: string, word = '') => {
      const name = plain ?? braced;
      if (name === undefined) {
        known = false;
        return '';
      }
      const value = valueIn(variables, name);
      const missing = value === undefined || (operator?.startsWith(':') === true && value === '');
      if (operator?.endsWith('+')) return missing ? '' : (expand(word, variables) ?? '');
      if (!missing) return value;
      if (operator?.endsWith('-')) {
        const usual = expand(word, variables);
        if (usual !== undefined) return usual;
      }
      known = false;
      return '';
    },
  );
  return known ? expanded : undefined;
}

/** Returns the variables that BuildKit sets for a platform such as `linux/arm64/v8`, and for the platform of the build. Pure. */
export function platformVariables(target: string, build: string): Variables {
  const of = (prefix: string, platform: string) => {
    const [os = '', architecture = '', variant = ''] = platform.split('/');
    return {
      [`${prefix}PLATFORM`]: platform,
      [`${prefix}OS`]: os,
      [`${prefix}ARCH`]: architecture,
      [`${prefix}VARIANT`]: variant,
    };
  };
  return { ...of('TARGET', target), ...of('BUILD', build) };
}
