import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dockerfileRules as levels } from '../../src/config/rules.ts';
import type { Checked } from '../../src/policy/check.ts';
import { check, shown } from './checked.ts';

/** Complete Dockerfiles, written for these tests. A bad one breaks only the rule of its name; a good one breaks no rule. */

const corpus = join(import.meta.dirname, 'corpus');
const ending = '.Dockerfile';
const namesIn = (folder: string) =>
  readdirSync(join(corpus, folder))
    .map(name => name.slice(0, -ending.length))
    .sort();
const textOf = (folder: string, name: string) => readFileSync(join(corpus, folder, name + ending), 'utf8');
const ruleOf = (name: string) => name.split('.', 1).join('');

/** Settings from slipway.yml for the Dockerfiles that need them. */
const factsOf = (name: string): Partial<Checked> => {
  if (name.startsWith('base-allowed')) return { allowed: ['debian:*-slim', 'node:*-slim'] };
  return name.startsWith('dockerignore') ? { ignoreFile: false } : {};
};

/** The line of each finding. */
const lines: Readonly<Record<string, number>> = {
  'add-url': 2,
  'apt-update': 2,
  'base-allowed': 1,
  'base-allowed.copy-from': 2,
  'base-argument': 2,
  'base-digest': 1,
  'base-digest.argument': 2,
  'base-tag': 1,
  'base-tag.none': 1,
  'build-tools': 4,
  'build-tools.compiler': 2,
  'copy-order': 2,
  dockerignore: 2,
  'exec-form': 5,
  'frozen-lockfile': 3,
  'frozen-lockfile.cargo': 4,
  'git-clone': 2,
  'ignore-comment': 2,
  'ignore-unused': 2,
  'insecure-download': 2,
  'lock-file': 2,
  'npm-ci': 3,
  'pin-cargo': 5,
  'pin-gem': 2,
  'pin-go': 5,
  'pin-npm': 5,
  'pin-pip': 5,
  'pipe-to-shell': 2,
  'pipe-to-shell.here-document': 4,
  'pipe-to-shell.substitution': 2,
  'secret-file': 2,
  'secret-file.kubeconfig': 2,
  'secret-name': 2,
  'secret-name.env': 3,
  'secret-value': 2,
  sudo: 2,
  'sudo-nopasswd': 2,
  syntax: 2,
  'syntax.before-from': 1,
  'syntax.two-escapes': 2,
  'unverified-download': 2,
  'user-missing': 1,
  'user-numeric': 3,
  'user-root': 3,
  'user-root.again': 5,
  'world-writable': 2,
  'world-writable.symbolic': 4,
};

/** A moving tag has no digest either; otherwise it would not be a finding. */
const also: Readonly<Record<string, string[]>> = {
  'base-tag': ['base-digest:1'],
  'base-tag.none': ['base-digest:1'],
};

const found = (folder: string, name: string) =>
  check(textOf(folder, name), factsOf(name)).filter(({ excused }) => excused === undefined);

describe('the corpus', () => {
  it('has a bad Dockerfile for every rule, and enough good and bad ones', () => {
    const rules = new Set(namesIn('bad').map(ruleOf));
    expect([...rules].sort()).toEqual(Object.keys(levels).sort());
    expect(namesIn('bad').length + namesIn('good').length).toBeGreaterThanOrEqual(65);
    expect(namesIn('good').length).toBeGreaterThanOrEqual(20);
    expect(Object.keys(lines).sort()).toEqual(namesIn('bad'));
  });

  it.each(namesIn('good'))('good/%s: nothing is found', name => {
    expect(shown(found('good', name))).toEqual([]);
  });

  it.each(namesIn('bad'))('bad/%s: its rule alone, at its line', name => {
    expect(shown(found('bad', name))).toEqual([...(also[name] ?? []), `${ruleOf(name)}:${lines[name]}`]);
  });
});
