import { formatParts, parseDateFormat } from './date-format.ts';
import { suggest } from './suggest.ts';

/** Texts with `{{expressions}}` in them, as the rules for tags and build arguments have them. Not a language: nothing is computed, only put in. */

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fact'; readonly name: Fact }
  | {
      readonly kind: 'date';
      /** When the run began, or when it was committed. */
      readonly of: 'date' | 'commit_date';
      readonly format: string;
      /** A name of the IANA database, such as `Europe/Berlin`. */
      readonly zone: string;
    };
export type Template = readonly Part[];

/** What every template may name; what is not known is empty. */
const general = ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch'] as const;
/** What the pattern of a semver rule may name, too. */
const ofVersion = ['version', 'raw', 'major', 'minor', 'patch', 'prerelease'] as const;

/** What a build argument may name, too: the full hash, and the version as the label of the image has it. */
const ofArgument = ['version', 'commit'] as const;

export type Fact = (typeof general)[number] | (typeof ofVersion)[number] | (typeof ofArgument)[number];

/** Where a template stands, which decides what it may name. */
export type Scope = 'general' | 'semver' | 'argument';

const factsOf: Readonly<Record<Scope, readonly Fact[]>> = {
  general,
  semver: [...ofVersion, ...general],
  argument: [...ofArgument, ...general],
};

const dateExpression = /^(date|commit_date)\s+(?:'([^']*)'|"([^"]*)")(?:\s+tz=(?:'([^']*)'|"([^"]*)"))?$/;

/**
 * Reads a template. In a build argument a backslash before `{{` takes it as it is, and two stand for one: the rule of Handlebars, which
 * those of docker/metadata-action know. A tag can hold no braces.
 * @returns the parts, or what is wrong as `what is wrong; what to do`.
 */
export function parseTemplate(text: string, scope: Scope): Template | { readonly mistake: string } {
  const parts: Part[] = [];
  let rest = text;
  while (rest !== '') {
    const open = rest.indexOf('{{');
    if (open !== 0) {
      const before = open < 0 ? rest : rest.slice(0, open);
      const escapes = scope === 'argument' && open > 0 && before.endsWith('\\');
      const taken = escapes && !before.endsWith('\\\\');
      parts.push({ kind: 'text', text: `${escapes ? before.slice(0, -1) : before}${taken ? '{{' : ''}` });
      rest = open < 0 ? '' : rest.slice(taken ? open + 2 : open);
      continue;
    }
    const close = rest.indexOf('}}');
    if (close < 0) return { mistake: `has a \`{{\` without its \`}}\`; add it${meantAsTheyAre(scope)}` };
    const part = parseExpression(rest.slice(2, close).trim(), scope);
    if ('mistake' in part) return part;
    parts.push(part);
    rest = rest.slice(close + 2);
  }
  return parts;
}

const meantAsTheyAre = (scope: Scope) =>
  scope === 'argument' ? ' (where the braces themselves are meant, write `\\{{`)' : '';

/** What is wrong with a template; undefined for nothing. */
export function templateMistake(text: string, scope: Scope): string | undefined {
  const template = parseTemplate(text, scope);
  return 'mistake' in template ? template.mistake : undefined;
}

/** Whether a template names any of these. */
export function names(template: Template, ...facts: readonly Fact[]): boolean {
  return template.some(part => part.kind === 'fact' && facts.some(fact => fact === part.name));
}

function parseExpression(written: string, scope: Scope): Part | { readonly mistake: string } {
  const known = factsOf[scope];
  const fact = known.find(each => each === written);
  if (fact !== undefined) return { kind: 'fact', name: fact };
  if (scope === 'argument' && /^date\b/.test(written))
    return {
      mistake:
        'names the time of the run, so the same commit would give another image each time; write `commit_date`',
    };
  if (/^(date|commit_date)\b/.test(written)) return parseDate(written);
  const foreign = ofVersion.find(each => each === written);
  const shown = written.length > 40 ? `${written.slice(0, 39)}…` : written;
  if (foreign !== undefined)
    return { mistake: `names \`{{${foreign}}}\`, which only the pattern of a semver rule has; take it out` };
  return {
    mistake: `names \`{{${shown}}}\`, which is not known; ${suggest(written, [...known, ...(scope === 'argument' ? [] : ['date']), 'commit_date'])}${meantAsTheyAre(scope)}`,
  };
}

function parseDate(written: string): Part | { readonly mistake: string } {
  const [, of, single, double, zoneSingle, zoneDouble] = dateExpression.exec(written) ?? [];
  const format = single ?? double;
  if ((of !== 'date' && of !== 'commit_date') || format === undefined)
    return { mistake: "has a date without its form; write it as in {{date 'YYYYMMDD'}}" };
  const unknown = parseDateFormat(format).find(part => part.kind === 'unknown');
  if (unknown !== undefined)
    return {
      mistake: `has a date with \`${unknown.text}\`, which is not known; use ${formatParts.join(', ')}, and [text] in brackets`,
    };
  const zone = zoneSingle ?? zoneDouble ?? 'UTC';
  if (!isZone(zone))
    return { mistake: `has a date in \`${zone}\`, which is no time zone; write one such as Europe/Berlin` };
  return { kind: 'date', of, format, zone };
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
