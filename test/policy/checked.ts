import { type Policy, policySchema } from '../../src/config/policy.ts';
import { type Checked, checkDockerfile } from '../../src/policy/check.ts';
import type { Finding } from '../../src/policy/finding.ts';

/** A policy, as from slipway.yml. */
export const policyOf = (written: object = {}): Policy => policySchema.parse(written);

export const now = new Date('2026-11-25T12:00:00Z');

/** A Dockerfile without settings in slipway.yml. */
export const checkedOf = (text: string, facts: Partial<Checked> = {}): Checked => ({
  image: 'shop',
  path: 'Dockerfile',
  text,
  args: {},
  target: undefined,
  platforms: [],
  ours: [],
  allowed: undefined,
  ignoreFile: true,
  ...facts,
});

export const check = (
  text: string,
  facts: Partial<Checked> = {},
  policy: object = {},
  at: Date = now,
): Finding[] => checkDockerfile(checkedOf(text, facts), policyOf(policy), at);

/** `rule:line` of each finding, in the order of lines. */
export const shown = (findings: readonly Finding[]): string[] =>
  findings
    .map(({ rule, place }) => ({ rule, line: place.kind === 'dockerfile' ? place.line : 0 }))
    .sort((a, b) => a.line - b.line || (a.rule < b.rule ? -1 : 1))
    .map(({ rule, line }) => `${rule}:${line}`);

/** `rule:line` of the findings of one rule. */
export const only = (rule: string, text: string, facts: Partial<Checked> = {}): string[] =>
  shown(check(text, facts).filter(each => each.rule === rule));
