import type { TagRule } from '../config/tag-rules.ts';
import type { TagSettings } from '../config/tags.ts';
import { names } from '../config/template.ts';
import { parsed } from './facts.ts';
import { parseVersion, type Version } from './version.ts';

/** By its form alone a tag is known as one that floats, or as one that is a whole version. */
export interface TagForms {
  /** Of floating tags, with the groups `major` and `minor` where they have such a number. */
  readonly floating: readonly RegExp[];
  /** Of whole versions, with the group `version`; those with something around it first. */
  readonly whole: readonly RegExp[];
}

interface Around {
  readonly prefix: string;
  readonly suffix: string;
}

/** More digits than four are the number of a build or a date. */
const major = '[vV]?(?<major>\\d{1,4})';

/** `latest`, `1` and `1.4`, and what the rules of slipway.yml put around or in the place of them. Pure. */
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
        rule.type === 'semver' ? patternForm(rule, aroundOf(rule, settings ?? plain)) : [],
      ),
    ],
    whole: [...arounds, plain].map(around => form(around, '(?<version>[vV]?\\d.*)')),
  };
}

/** The form of a floating tag; undefined for a tag that does not float. */
export function floatingForm(tag: string, forms: TagForms): RegExp | undefined {
  return forms.floating.find(each => each.test(tag));
}

/** Whether a floating tag stands for versions like this one: `1.4` for `1.4.2`, `latest` for all. */
export function standsFor(tag: string, form: RegExp, version: Version): boolean {
  const groups = form.exec(tag)?.groups ?? {};
  return (['major', 'minor', 'patch'] as const).every(
    part => groups[part] === undefined || groups[part] === version[part],
  );
}

/** The whole version in a tag or a label, without what the rules put around it; undefined when it is none. */
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

/** The form of what a semver rule gives, unless that names one version or one build alone. */
function patternForm({ pattern }: TagRule & { type: 'semver' }, { prefix, suffix }: Around): RegExp[] {
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

/** As a tag has it. */
function literal(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/[.]/g, '\\.');
}
