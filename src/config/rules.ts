import { nearest, suggestOr } from './suggest.ts';

/** The names and default levels of the policy rules; src/policy implements them. */

export const levels = ['off', 'info', 'warning', 'error'] as const;

/** `off`: not checked; `info`: listed; `warning`: annotated; `error`: fails the step. */
export type Level = (typeof levels)[number];

/** Rules for the Dockerfile, with their levels by default. */
export const dockerfileRules = {
  syntax: 'error',
  'build-tools': 'warning',
  'base-allowed': 'error',
  'base-tag': 'warning',
  'base-digest': 'info',
  'base-argument': 'warning',
  'user-root': 'error',
  'user-missing': 'warning',
  'user-numeric': 'info',
  'npm-ci': 'warning',
  'frozen-lockfile': 'warning',
  'lock-file': 'warning',
  'copy-order': 'warning',
  'pin-pip': 'warning',
  'pin-npm': 'warning',
  'pin-go': 'warning',
  'pin-gem': 'warning',
  'pin-cargo': 'warning',
  'apt-update': 'warning',
  'add-url': 'warning',
  'pipe-to-shell': 'warning',
  'unverified-download': 'info',
  'insecure-download': 'warning',
  'git-clone': 'info',
  sudo: 'warning',
  'sudo-nopasswd': 'error',
  'world-writable': 'error',
  'secret-name': 'error',
  'secret-value': 'error',
  'secret-file': 'error',
  dockerignore: 'warning',
  'exec-form': 'warning',
  'ignore-comment': 'error',
  'ignore-unused': 'warning',
} as const satisfies Record<string, Level>;

/** Rules for the built image. */
export const imageRules = {
  'image-user-root': 'error',
  'image-user-missing': 'warning',
  'image-setuid': 'error',
  'image-capability': 'warning',
  'image-world-writable': 'error',
  'image-sudo-nopasswd': 'error',
  'image-private-key': 'error',
  'image-shell-history': 'warning',
  'image-secret-file': 'error',
  'image-secret-value': 'error',
  'image-secret-variable': 'error',
  'image-git-folder': 'warning',
} as const satisfies Record<string, Level>;

export type DockerfileRuleName = keyof typeof dockerfileRules;
export type ImageRuleName = keyof typeof imageRules;

/** A check of BuildKit, such as `buildkit/JSONArgsRecommended`; newer versions of BuildKit have more. */
export type BuildkitRuleName = `buildkit/${string}`;
export type RuleName = DockerfileRuleName | ImageRuleName | BuildkitRuleName;

/** The key that sets the level of all BuildKit checks; the name of a check overrides it. */
export const buildkitRules = 'buildkit';
export const buildkitLevel: Level = 'warning';

/**
 * Checks of BuildKit that are off unless slipway.yml sets `buildkit` or the check: five are about the style of writing, and on real
 * Dockerfiles SecretsUsedInArgOrEnv finds keys that are public, while `secret-name` finds those that are not.
 */
const quiet: ReadonlySet<string> = new Set([
  'buildkit/LegacyKeyValueFormat',
  'buildkit/FromAsCasing',
  'buildkit/StageNameCasing',
  'buildkit/ConsistentInstructionCasing',
  'buildkit/MaintainerDeprecated',
  'buildkit/SecretsUsedInArgOrEnv',
]);

/** Checks of BuildKit 0.34, to detect misspelled names. */
export const buildkitChecks = [
  'StageNameCasing',
  'FromAsCasing',
  'NoEmptyContinuation',
  'ConsistentInstructionCasing',
  'DuplicateStageName',
  'ReservedStageName',
  'JSONArgsRecommended',
  'MaintainerDeprecated',
  'UndefinedArgInFrom',
  'WorkdirRelativePath',
  'UndefinedVar',
  'MultipleInstructionsDisallowed',
  'LegacyKeyValueFormat',
  'RedundantTargetPlatform',
  'SecretsUsedInArgOrEnv',
  'InvalidDefaultArgInFrom',
  'FromPlatformFlagConstDisallowed',
  'InvalidBaseImagePlatform',
  'CopyIgnoredFile',
  'InvalidDefinitionDescription',
  'ExposeProtoCasing',
  'ExposeInvalidFormat',
] as const;

const ownRules: Readonly<Record<string, Level>> = { ...dockerfileRules, ...imageRules };

/** Every name that slipway.yml may set a level for, with the known BuildKit checks. */
export const ruleNames: readonly string[] = [
  ...Object.keys(ownRules),
  buildkitRules,
  ...buildkitChecks.map(name => `${buildkitRules}/${name}`),
];

/** The same names as a pattern for editors, which cannot find similar names. */
export const rulePattern = `^(${[...Object.keys(ownRules), buildkitRules].join('|')}|${buildkitRules}/[A-Z][A-Za-z]+)$`;

/** Whether slipway.yml may set this rule. An unknown BuildKit check counts as a newer one unless its name resembles a known rule. */
export function isRuleName(name: string): name is RuleName | typeof buildkitRules {
  if (ruleNames.includes(name)) return true;
  return /^buildkit\/[A-Z][A-Za-z]+$/.test(name) && nearest(name, ruleNames) === undefined;
}

/** Returns the remedy for an unknown rule: the nearest name, or where all rules are listed. */
export const suggestRule = (name: string): string =>
  suggestOr(name, ruleNames, 'choose a rule from docs/policy.md');

/** Returns the level of a rule: the one that is set, or its default. */
export function levelOf(rule: RuleName, set: Readonly<Record<string, Level>>): Level {
  if (Object.hasOwn(set, rule) && set[rule] !== undefined) return set[rule];
  if (Object.hasOwn(ownRules, rule)) return ownRules[rule] ?? 'warning';
  return set[buildkitRules] ?? (quiet.has(rule) ? 'off' : buildkitLevel);
}
