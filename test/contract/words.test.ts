import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** docs/glossary.md in force: words that this project used before, or that hide who acts, do not come back. */

const root = join(import.meta.dirname, '../..');

/** Each word, and what to write instead. */
const instead: Record<string, string> = {
  'undo|undoes|undone|undoing': 'rollback, roll back, rolled back',
  'dead[ -]man': 'watchdog',
  'mend|mends|mended|mending': 'fix',
  parked: 'paused',
  'rungs?': 'check',
  rights: 'permissions',
  'herald|custody|dossier|surroundings': 'the term in docs/glossary.md',
  journal: 'state, or progress',
  'whoever|somebody|someone|nobody': 'the one who acts: a run, a user, an operator, a reviewer',
  'what serves': 'the live version',
  'goes? on with|went on with': 'continue, resume',
  'as ever|for ever': 'as before, forever',
  'dr-drill': 'slipway.dev/drill-…, or slipway-drill-…',
  'canary-secret|canary secret': 'stored-secrets',
  'hold-for|attended|unattended': 'pause-timeout, hand-over-after',
  'first process': 'PID 1',
  'entrances?': 'address',
  'far-down|(far|near) repository|drills\\.far': 'off-site-down, off-site, on-site',
  'drills\\.profile|drills\\.production(?!-)|drills\\.application\\.old':
    'pace, production-clusters, known-record',
  '(monitoring|verify)\\.audit|alerts audit': 'security-events',
  'recovery\\.worker|worker pods?': 'recovery.backup-pod',
  'approvals-token': 'actions-token',
  'stop-grace|logs nonce': 'termination-grace-period, logs arrival',
  '(gateway|monitoring)\\.acceptance': 'gateway.accept-timeout, monitoring.verify-checks',
};

/** Terms of others, and names of what is stored, that contain such a word. */
const terms = /kubectl rollout undo|rollout undo/g;

const files = globSync(
  [
    'src/**/*.ts',
    'actions/**/*.yml',
    'actions/**/*.md',
    '.github/**/*.yml',
    'examples/**/*',
    'schema/*.json',
    'action.yml',
    'docs/glossary.md',
    'docs/architecture.md',
  ],
  { cwd: root, exclude: ['examples/**/node_modules/**'] },
).filter(file => /\.(ts|ya?ml|md|json|sh)$|Jenkinsfile$/.test(file));

/** The old words in a text, each with its line. */
function oldWords(text: string): string[] {
  return text.split('\n').flatMap((line, index) =>
    Object.entries(instead).flatMap(([word, better]) => {
      const found = new RegExp(`\\b(${word})\\b`, 'i').exec(line.replace(terms, ''))?.[1];
      return found === undefined ? [] : [`${index + 1}: "${found}": write ${better}`];
    }),
  );
}

describe('the words of this project', () => {
  it('are found where they are old, but not in the terms of others', () => {
    expect(oldWords('one\nand nobody mends it')).toEqual([
      expect.stringContaining('2: "mends"'),
      expect.stringContaining('2: "nobody"'),
    ]);
    expect(oldWords('as fast as `kubectl rollout undo`; the remainder stays')).toEqual([]);
  });

  it.each(files)('are plain in %s', file => {
    const text = readFileSync(join(root, file), 'utf8');
    // The third column of the glossary is what a term was called before.
    const now = file === 'docs/glossary.md' ? text.replace(/\|[^|\n]*\|$/gm, '|') : text;
    expect(oldWords(now)).toEqual([]);
  });
});
