import { formatParts, parseDateFormat } from './date-format.ts';
import { suggest } from './suggest.ts';

/** Templates with `{{expressions}}` for tag rules and build arguments. Expressions are only replaced with values; nothing is computed. */

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fact'; readonly name: Fact }
  /** The first line of a file; the path is relative to slipway.yml. */
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'date';
      /** The start of the run, or the time of the commit. */
      readonly of: 'date' | 'commit_date';
      readonly format: string;
      /** An IANA time zone name, such as `Europe/Berlin`. */
      readonly zone: string;
    };
export type Template = readonly TemplatePart[];

/** The names that every template may use; an unknown value is empty. */
const general = ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch'] as const;
/** Additional names in the pattern of a semver or pep440 rule. */
const ofVersion = ['version', 'raw', 'major', 'minor', 'patch', 'prerelease'] as const;

/** Additional names in a build argument: the full hash, and the version as in the label of the image. */
const ofArgument = ['version', 'commit'] as const;

export type Fact = (typeof general)[number] | (typeof ofVersion)[number] | (typeof ofArgument)[number];

/** The place of a template, which decides the names that it may use. */
export type Scope = 'general' | 'semver' | 'argument';

const factsOf: Readonly<Record<Scope, readonly Fact[]>> = {
  general,
  semver: [...ofVersion, ...general],
  argument: [...ofArgument, ...general],
};

interface Mistake {
  readonly mistake: string;
}

const wrong = (mistake: string): Mistake => ({ mistake });

const dateExpression = /^(date|commit_date)\s+(?:'([^']*)'|"([^"]*)")(?:\s+tz=(?:'([^']*)'|"([^"]*)"))?$/;

// The same as in formats.ts, which would load the schemas.
const belowFolder = /^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u;
const fileExpression = /^file\s+(?:'([^']*)'|"([^"]*)")$/;

/**
 * Parses a template. In a build argument a backslash escapes `{{`, and two backslashes stand for one: the rule of Handlebars, as in
 * docker/metadata-action. A tag cannot contain braces.
 * @returns the parts, or the mistake in the form `problem; remedy`.
 */
export function parseTemplate(text: string, scope: Scope): Template | Mistake {
  const parts: TemplatePart[] = [];
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
    if (close < 0) return wrong(`has a \`{{\` without its \`}}\`; ${orLiterally('add it', scope)}`);
    const part = parseExpression(rest.slice(2, close).trim(), scope);
    if ('mistake' in part) return part;
    parts.push(part);
    rest = rest.slice(close + 2);
  }
  return parts;
}

/** Completes a remedy, because the braces may be no template at all. */
function orLiterally(remedy: string, scope: Scope): string {
  if (scope !== 'argument') return remedy;
  return `${remedy}${remedy.endsWith('?') ? ' For' : '; for'} literal braces, write \`\\{{\``;
}

/** Returns the mistake in a template; undefined when there is none. */
export function templateMistake(text: string, scope: Scope): string | undefined {
  const template = parseTemplate(text, scope);
  return 'mistake' in template ? template.mistake : undefined;
}

/** Whether a template uses any of these names. */
export function names(template: Template, ...facts: readonly Fact[]): boolean {
  return template.some(part => part.kind === 'fact' && facts.some(fact => fact === part.name));
}

function parseExpression(written: string, scope: Scope): TemplatePart | Mistake {
  const known = factsOf[scope];
  const fact = known.find(each => each === written);
  if (fact !== undefined) return { kind: 'fact', name: fact };
  if (scope === 'argument' && /^date\b/.test(written))
    return wrong(
      'names the time of the run, so each build of a commit would give a different image; write `commit_date`',
    );
  if (/^(date|commit_date)\b/.test(written)) return parseDate(written);
  if (/^file\b/.test(written)) return parseFile(written);
  const foreign = ofVersion.find(each => each === written);
  const shown = written.length > 40 ? `${written.slice(0, 39)}…` : written;
  if (foreign !== undefined)
    return wrong(
      `names \`{{${foreign}}}\`, which is only allowed in the pattern of a semver or pep440 rule; remove it`,
    );
  return wrong(
    `names \`{{${shown}}}\`, which is unknown; ${orLiterally(suggest(written, [...known, ...(scope === 'argument' ? [] : ['date']), 'commit_date', 'file']), scope)}`,
  );
}

function parseDate(written: string): TemplatePart | Mistake {
  const [, of, single, double, zoneSingle, zoneDouble] = dateExpression.exec(written) ?? [];
  const format = single ?? double;
  if ((of !== 'date' && of !== 'commit_date') || format === undefined)
    return wrong("has a date without a format; write it as in {{date 'YYYYMMDD'}}");
  const unknown = parseDateFormat(format).find(part => part.kind === 'unknown');
  if (unknown !== undefined)
    return wrong(
      `has a date with \`${unknown.text}\`, which is unknown; use ${formatParts.join(', ')}, and write text in brackets, as in [text]`,
    );
  const zone = zoneSingle ?? zoneDouble ?? 'UTC';
  if (!isZone(zone))
    return wrong(`has a date in \`${zone}\`, which is not a time zone; write one such as Europe/Berlin`);
  return { kind: 'date', of, format, zone };
}

function parseFile(written: string): TemplatePart | Mistake {
  const [, single, double] = fileExpression.exec(written) ?? [];
  const path = single ?? double ?? '';
  if (belowFolder.test(path)) return { kind: 'file', path };
  return wrong(
    "has a file without a path below the folder of slipway.yml; write it as in {{file 'VERSION'}}",
  );
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}
