import { isVersioned } from '../config/tag-expressions.ts';
import type { TagRule } from '../config/tag-rules.ts';
import type { TagSettings } from '../config/tags.ts';
import { names } from '../config/template.ts';
import { parsed } from './facts.ts';
import { parseVersion, type Version } from './version.ts';

/** Patterns that recognize floating tags and full versions by their form. */
export interface TagForms {
  /** Patterns of floating tags, with the groups `major` and `minor` where the tag has these numbers. */
  readonly floating: readonly RegExp[];
  /** Patterns of full versions, with the group `version`; those with a prefix or suffix come first. */
  readonly whole: readonly RegExp[];
}

interface Around {
  readonly prefix: string;
  readonly suffix: string;
}

/** At most four digits: a longer number is a build number or a date. */
const major = '[vV]?(?<major>\\d{1,4})';

/** Returns the patterns of `latest`, `1` and `1.4`, with the prefixes, suffixes and patterns of the rules in slipway.yml. Pure. */
export function formsOf(settings?: TagSettings): TagForms {
  const plain = { prefix: '', suffix: '' };
  const rules = settings === undefined || settings.rules === 'build.sh' ? [] : settings.rules;
  const arounds = [
    ...new Map(
      [settings ?? plain, ...rules.map(rule => aroundOf(rule, settings ?? plain))].map(
        ({ prefix, suffix }) => [`${prefix}\n${suffix}`, { prefix, suffix }],
      ),
    ).values(),
  ]
    .filter(({ prefix, suffix }) => `${prefix}${suffix}` !== '' && !`${prefix}${suffix}`.includes('{{'))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  return {
    floating: [
      ...[...arounds, plain].flatMap(around =>
        ['latest', major, `${major}\\.(?<minor>\\d+)`].map(middle => form(around, middle)),
      ),
      ...rules.flatMap(rule =>
        isVersioned(rule) ? patternForm(rule, aroundOf(rule, settings ?? plain)) : [],
      ),
    ],
    whole: [...arounds, plain].map(around => form(around, '(?<version>[vV]?\\d.*)')),
  };
}

/** Returns the pattern that a floating tag matches; undefined for a fixed tag. */
export function floatingForm(tag: string, forms: TagForms): RegExp | undefined {
  return forms.floating.find(each => each.test(tag));
}

/** Whether a floating tag covers a version: `1.4` covers `1.4.2`, `latest` covers all. */
export function standsFor(tag: string, form: RegExp, version: Version): boolean {
  const groups = form.exec(tag)?.groups ?? {};
  return (['major', 'minor', 'patch'] as const).every(
    part => groups[part] === undefined || groups[part] === version[part],
  );
}

/** Parses the full version in a tag or a label, without prefix and suffix of the rules; undefined when there is none. */
export function versionIn(text: string, forms: TagForms): Version | undefined {
  for (const whole of forms.whole) {
    const version = parseVersion(whole.exec(text)?.groups?.version ?? '');
    if (version !== undefined) return version;
  }
  return parseVersion(text);
}

const lengthOf = ({ prefix, suffix }: Around) => prefix.length + suffix.length;

function aroundOf({ prefix, suffix }: TagRule, all: Around): Around {
  return { prefix: prefix ?? all.prefix, suffix: suffix ?? all.suffix };
}

function form({ prefix, suffix }: Around, middle: string): RegExp {
  return new RegExp(`^${literal(prefix)}${middle}${literal(suffix)}$`);
}

/** Returns the pattern of the tags of a semver or pep440 rule, unless these are fixed to one version or one build. */
function patternForm({ pattern }: { readonly pattern: string }, { prefix, suffix }: Around): RegExp[] {
  const template = parsed(`${prefix}${pattern}${suffix}`, 'semver');
  const numbers = (['major', 'minor', 'patch'] as const).filter(part => names(template, part));
  const anything = numbers.length === 0 && template.every(part => part.kind !== 'text');
  if (anything || numbers.length === 3 || names(template, 'version', 'raw', 'prerelease')) return [];
  if (template.some(part => part.kind === 'date' || names([part], 'tag', 'sha'))) return [];
  const seen = new Set<string>();
  const source = template.map(part => {
    if (part.kind === 'text') return literal(part.text);
    const name = part.kind === 'fact' ? numbers.find(each => each === part.name) : undefined;
    if (name === undefined) return '[\\w.-]*';
    if (seen.has(name)) return '\\d+';
    seen.add(name);
    return `(?<${name}>\\d+)`;
  });
  return [new RegExp(`^${source.join('')}$`)];
}

/** Escapes a text for a pattern, after the replacements that a tag requires. */
function literal(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/[.]/g, '\\.');
}
