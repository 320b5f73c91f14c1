import type { Policy } from '../config/policy.ts';
import { levelOf, type RuleName } from '../config/rules.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import { type Dockerfile, ParseError, parseDockerfile } from './dockerfile/parse.ts';
import type { Stage } from './dockerfile/stages.ts';
import { except } from './exceptions.ts';
import type { Finding, FindingPlace } from './finding.ts';
import { ignore, readIgnores, unusedIgnores } from './ignores.ts';
import type { RuleMatch } from './rule.ts';
import { dockerfileRules } from './rules.ts';
import { type ImageFacts, subjectOf } from './subject.ts';

/** A Dockerfile to check, and the image that is built from it. */
export interface Checked extends ImageFacts {
  /** Name of the image in slipway.yml. */
  readonly image: string;
  /** Path of the Dockerfile, relative to slipway.yml. */
  readonly path: string;
  readonly text: string;
}

/** A finding of another checker in the same Dockerfile. */
export interface OtherFound {
  readonly rule: RuleName;
  readonly line: number;
  readonly endLine: number;
  readonly message: string;
  readonly remedy: string;
}

/**
 * Parses the Dockerfile.
 * @throws UserError with the line that cannot be parsed, because nothing would be checked.
 */
export function readDockerfile({ path, text }: Pick<Checked, 'path' | 'text'>): Dockerfile {
  try {
    return parseDockerfile(text);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const problem = `${path}:${error.line}: the instruction cannot be parsed`;
    throw new UserError(problem, 'correct the instruction, or write it in a simpler form', { cause: error });
  }
}

/**
 * Checks a Dockerfile with every enabled rule, and applies levels, exceptions and ignore comments to the findings. Pure.
 * @throws UserError for a Dockerfile that cannot be parsed.
 */
export function checkDockerfile(
  checked: Checked,
  policy: Policy,
  now: Date,
  others: readonly OtherFound[] = [],
): Finding[] {
  const file = readDockerfile(checked);
  const subject = subjectOf(file, checked);
  const make = (rule: RuleName, found: RuleMatch, remedy: string): Finding[] => {
    const level = levelOf(rule, policy.rules);
    if (level === 'off') return [];
    const place = placeFor(found, checked.path, file, subject.stages);
    return [{ rule, level, images: [checked.image], place, message: found.message, remedy }];
  };
  const own = dockerfileRules.flatMap(rule =>
    once(levelOf(rule.name, policy.rules) === 'off' ? [] : rule.find(subject)).flatMap(found =>
      make(rule.name, found, found.remedy ?? rule.remedy),
    ),
  );
  const theirs = others
    .filter(other => !own.some(each => saysTheSame(each, other)))
    .flatMap(({ rule, remedy, ...found }) => make(rule, found, remedy));
  const { ignores, wrong } = readIgnores(file);
  const forbidden = !policy['ignore-comments'];
  const found = [...own, ...theirs];
  const weighed = forbidden ? found : ignore(found, ignores);
  const unallowed = {
    message: 'a comment ignores a rule, which slipway.yml does not allow',
    remedy: 'remove it, or add an exception to slipway.yml',
  };
  const comments = [
    ...[...wrong, ...(forbidden ? ignores.map(({ line }) => ({ line, ...unallowed })) : [])].flatMap(each =>
      make('ignore-comment', each, each.remedy),
    ),
    ...(forbidden ? [] : unusedIgnores(found, ignores)).flatMap(({ line, rule }) => {
      const message = `a comment ignores ${rule}, but there is no such finding`;
      return make('ignore-unused', { line, message }, 'remove it');
    }),
  ];
  return except([...weighed, ...comments], policy.exceptions, now);
}

function placeFor(found: RuleMatch, path: string, file: Dockerfile, stages: readonly Stage[]): FindingPlace {
  const { line, endLine = line } = found;
  const stage = found.stage ?? stages.findLast(each => each.from.line <= line);
  const name = stage && (stage.name ?? String(stage.index));
  const text = file.lines[line - 1] ?? '';
  return { kind: 'dockerfile', path, line, endLine, text, ...defined({ stage: name }) };
}

/** Removes duplicates: a script inside a script is read twice. */
function once(found: readonly RuleMatch[]): RuleMatch[] {
  return [...new Map(found.map(each => [`${each.line} ${each.message}`, each])).values()];
}

/** Checks of BuildKit that are not reported where one of our rules has a finding on the same line. */
const same: Readonly<Record<string, readonly string[]>> = {
  'buildkit/SecretsUsedInArgOrEnv': ['secret-name', 'secret-value'],
  'buildkit/JSONArgsRecommended': ['exec-form'],
  'buildkit/UndefinedArgInFrom': ['base-argument'],
  'buildkit/InvalidDefaultArgInFrom': ['base-argument'],
};

function saysTheSame({ rule, place }: Finding, other: OtherFound): boolean {
  return (
    place.kind === 'dockerfile' &&
    (same[other.rule] ?? []).includes(rule) &&
    place.line <= other.endLine &&
    place.endLine >= other.line
  );
}

/** Merges equal findings of images that are built from the same Dockerfile, and all `info` findings of one rule in a Dockerfile. Pure. */
export function merged(findings: readonly Finding[]): Finding[] {
  const groups = Map.groupBy(findings, ({ rule, place, message, level, excused }) =>
    level === 'info' && place.kind === 'dockerfile' && excused === undefined
      ? `${rule} ${place.path}`
      : JSON.stringify([rule, place, message, level, excused]),
  );
  return [...groups.values()].map(group => {
    const [first] = group as [Finding];
    const lines = group.flatMap(({ place }) => (place.kind === 'dockerfile' ? [place.line] : []));
    const [, ...others] = new Set(lines);
    const more = others.length === 0 ? '' : `; also in line ${others.join(', ')}`;
    const images = [...new Set(group.flatMap(each => each.images))];
    return { ...first, images, message: `${first.message}${more}` };
  });
}
