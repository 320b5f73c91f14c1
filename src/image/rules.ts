import { regularExpression } from '../config/tag-expressions.ts';
import type { TagRule } from '../config/tag-rules.ts';
import type { TagSettings } from '../config/tags.ts';
import { type Fact, names } from '../config/template.ts';
import { printable } from '../toolkit/printable.ts';
import { defaultBranch, type FirstLine, fill, parsed, short } from './facts.ts';
import type { Git } from './git.ts';
import { parsePep440 } from './pep440.ts';
import { branchText, cleanTag, likeRelease, remark, type TagPlan } from './tags.ts';
import { formatVersion, parseVersion } from './version.ts';

/** Plans tags by the rules of slipway.yml. */

export interface Occasion {
  readonly git: Git;
  /** When the run began, in seconds since 1970. */
  readonly now: number;
  readonly file?: FirstLine;
}

interface Made {
  /** The requested text, without prefix and suffix. */
  readonly text: string;
  /** The default prefix of this kind of rule. */
  readonly prefix?: string;
  /** For a semver or pep440 rule. */
  readonly version?: RuleVersion;
  /** Whether `latest: auto` adds `latest`. */
  readonly latest?: boolean;
}

/** A version in a Git tag, as the templates of a rule see it. */
interface RuleVersion {
  /** The whole version, without `v`. */
  readonly whole: string;
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  readonly prerelease: string;
  /** Whether it is neither a pre-release nor, in Python, a post-release. */
  readonly final: boolean;
}

/**
 * Plans tags by rules, highest priority first and `latest` last. All are valid and distinct; there may be none. Pure.
 */
export function planByRules(
  { rules, latest, prefix, suffix, onlatest }: TagSettings & { rules: readonly TagRule[] },
  occasion: Occasion,
): TagPlan {
  const remarks = new Set<string>();
  const flavour = { prefix: render(prefix, occasion), suffix: render(suffix, occasion) };
  const used = rules
    .filter(({ enable }) => (typeof enable === 'boolean' ? enable : render(enable, occasion) === 'true'))
    .sort((a, b) => b.priority - a.priority);
  const made = used.flatMap(rule => {
    const one = make(rule, occasion, remarks);
    if (one === undefined) return [];
    const around = {
      prefix:
        rule.prefix === undefined
          ? (one.prefix ?? flavour.prefix)
          : render(rule.prefix, occasion, one.version),
      suffix: rule.suffix === undefined ? flavour.suffix : render(rule.suffix, occasion, one.version),
    };
    return [{ ...one, ...around, plain: cleanTag(one.prefix ?? '', one.text, '') }];
  });

  const wantsLatest = latest === 'auto' ? made.some(each => each.latest === true) : latest;
  const around = onlatest ? flavour : { prefix: '', suffix: '' };
  const tags = [...made, ...(wantsLatest ? [{ text: 'latest', ...around }] : [])].flatMap(each => {
    const asked = `${each.prefix}${each.text}${each.suffix}`;
    const tag = cleanTag(each.prefix, each.text, each.suffix);
    if (tag !== asked) remarks.add(remark(asked, tag));
    return tag === '' ? [] : [tag];
  });
  const version = made.find(each => each.version !== undefined)?.version;
  const plain = made.find(each => each.plain !== '')?.plain;
  const name = version === undefined ? plain : cleanTag('', version.whole, '');
  if (tags.length === 0) remarks.add('no rule gives a tag for this commit, so nothing can be pushed');
  return { version: name ?? 'dev', tags: [...new Set(tags)], remarks: [...remarks] };
}

/** Returns the tag of a rule; undefined when it does not apply to this commit. */
function make(rule: TagRule, occasion: Occasion, remarks: Set<string>): Made | undefined {
  const { ref, revision, scheduled } = occasion.git;
  const branch = ref?.kind === 'branch' ? ref.name : undefined;
  const tag = ref?.kind === 'tag' ? ref.name : undefined;
  const sourceOf = ({ value }: { readonly value?: string }) =>
    value === undefined ? tag : render(value, occasion);
  switch (rule.type) {
    case 'schedule':
      return scheduled === true ? filled(render(rule.pattern, occasion)) : undefined;
    case 'semver':
    case 'pep440':
      return ofVersion(rule, sourceOf(rule) ?? '', occasion, remarks);
    case 'match': {
      const source = sourceOf(rule);
      const found =
        source === undefined ? undefined : regularExpression(rule.pattern).exec(source)?.[rule.group];
      return filled(found ?? '', { latest: !isPrerelease(found ?? '') });
    }
    case 'edge':
      return branch !== undefined && branch === (rule.branch ?? defaultBranch(occasion.git))
        ? { text: 'edge' }
        : undefined;
    case 'ref':
      if (rule.event === 'branch') {
        const text = branchText(branch ?? '');
        if (branch !== undefined && text !== branch) remarks.add(likeRelease(branch));
        return filled(text);
      }
      if (rule.event === 'tag') return filled(tag ?? '', { latest: !isPrerelease(tag ?? '') });
      return ref?.kind === 'pull-request' ? { text: String(ref.number), prefix: 'pr-' } : undefined;
    case 'raw':
      return filled(render(rule.value, occasion));
    case 'sha':
      if (revision === undefined) return undefined;
      return { text: hash(revision, rule.format), prefix: 'sha-' };
  }
}

function hash(revision: string, format: Extract<TagRule, { readonly type: 'sha' }>['format']): string {
  if (format === 'long') return revision;
  return format === 'short' ? short(revision) : short(revision, format);
}

function ofVersion(
  { type, pattern, match }: Extract<TagRule, { readonly match?: string }>,
  source: string,
  occasion: Occasion,
  remarks: Set<string>,
): Made | undefined {
  if (source === '') return undefined;
  const found = match === undefined ? [source] : regularExpression(match).exec(source);
  const text = found?.[1] ?? found?.[0];
  // The tag may belong to another application in the same repository.
  if (text === undefined) return undefined;
  const version = type === 'semver' ? semanticVersion(text) : pythonVersion(text);
  if (version === undefined) {
    remarks.add(
      `${printable(JSON.stringify(text.slice(0, 128)))} is not a ${type === 'semver' ? 'semantic version' : 'version of PEP 440'}, so a ${type} rule gives no tag`,
    );
    return undefined;
  }
  // A part of a pre-release's version, such as 1.4, must cover releases only.
  const whole = !version.final && !names(parsed(pattern, 'semver'), 'version', 'raw', 'prerelease');
  const tag = whole ? version.whole : render(pattern, occasion, version, text);
  return filled(tag, { version, latest: version.final });
}

function semanticVersion(text: string): RuleVersion | undefined {
  const version = parseVersion(text);
  if (version === undefined) return undefined;
  const prerelease = version.prerelease.join('.');
  return { ...version, whole: formatVersion(version), prerelease, final: prerelease === '' };
}

function pythonVersion(text: string): RuleVersion | undefined {
  const version = parsePep440(text);
  if (version === undefined) return undefined;
  const [major = '', minor = '', patch = ''] = version.release;
  const { whole, suffix } = version;
  return { whole, major, minor, patch, prerelease: suffix, final: suffix === '' };
}

function filled(text: string, more: Omit<Made, 'text'> = {}): Made | undefined {
  return text === '' ? undefined : { text, ...more };
}

function isPrerelease(text: string): boolean {
  return (parseVersion(text)?.prerelease.length ?? 0) > 0;
}

/** Fills in a template; an unknown value is empty. */
const render = (written: string, { git, now, file }: Occasion, version?: RuleVersion, raw = ''): string =>
  fill(parsed(written, 'semver'), {
    git,
    now,
    file,
    fact: name => (name === 'raw' ? raw : versionFact(name, version)),
  });

function versionFact(name: Fact, version: RuleVersion | undefined): string {
  switch (name) {
    case 'version':
      return version?.whole ?? '';
    case 'prerelease':
    case 'major':
    case 'minor':
    case 'patch':
      return version?.[name] ?? '';
    default:
      return '';
  }
}
