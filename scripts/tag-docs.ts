/** Generates the table of tag rules in docs/images.md from the rules; the prose around it is written by hand. */
import { stringify } from 'yaml';
import { priorities, type TagRule } from '../src/config/tag-rules.ts';
import { tagsSchema } from '../src/config/tags.ts';
import { gitOfGitHub } from '../src/image/git.ts';
import { planByRules } from '../src/image/rules.ts';
import { textOfFile } from './workflow-files.ts';

/** The events of the examples, by their name in the table. */
const runs = {
  'tag `v1.4.2`': { GITHUB_REF: 'refs/tags/v1.4.2' },
  'tag `v2.0.0-rc.1`': { GITHUB_REF: 'refs/tags/v2.0.0-rc.1' },
  'tag `shop/v1.4.2`': { GITHUB_REF: 'refs/tags/shop/v1.4.2' },
  'tag `v1.4rc2`': { GITHUB_REF: 'refs/tags/v1.4rc2' },
  'branch `main`': { GITHUB_REF: 'refs/heads/main' },
  'branch `fix/login`': { GITHUB_REF: 'refs/heads/fix/login' },
  'pull request 12': { GITHUB_REF: 'refs/pull/12/merge', GITHUB_BASE_REF: 'main' },
  'a schedule on `main`': { GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'schedule' },
} as const;

const examples: readonly (readonly [object, keyof typeof runs])[] = [
  [{ type: 'schedule', pattern: "{{date 'YYYYMMDD'}}" }, 'a schedule on `main`'],
  [{ type: 'semver', pattern: '{{version}}' }, 'tag `v1.4.2`'],
  [{ type: 'semver', pattern: '{{major}}.{{minor}}' }, 'tag `v1.4.2`'],
  [{ type: 'semver', pattern: 'v{{major}}' }, 'tag `v1.4.2`'],
  [{ type: 'semver', pattern: '{{major}}.{{minor}}' }, 'tag `v2.0.0-rc.1`'],
  [{ type: 'semver', pattern: '{{version}}', match: 'shop/(v.+)' }, 'tag `shop/v1.4.2`'],
  [{ type: 'pep440', pattern: '{{version}}' }, 'tag `v1.4rc2`'],
  [{ type: 'match', pattern: 'v(\\d+\\.\\d+)', group: 1 }, 'tag `v1.4.2`'],
  [{ type: 'edge' }, 'branch `main`'],
  [{ type: 'ref', event: 'branch' }, 'branch `fix/login`'],
  [{ type: 'ref', event: 'tag' }, 'tag `v1.4.2`'],
  [{ type: 'ref', event: 'pr' }, 'pull request 12'],
  [{ type: 'raw', value: 'canary', enable: '{{is_default_branch}}' }, 'branch `main`'],
  [{ type: 'sha' }, 'branch `main`'],
];

const revision = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const now = Date.UTC(2026, 10, 24, 3) / 1000;

/** Returns the document with the section between `<!-- tags -->` and `<!-- end -->` regenerated. */
export function tagDocs(document = textOfFile('docs/images.md')): string {
  const rows = examples.map(([rule, run]) => {
    const settings = tagsSchema.parse({ rules: [rule] });
    if (settings.rules === 'build.sh') throw new Error('an example is not a rule');
    const git = gitOfGitHub({ GITHUB_SHA: revision, ...runs[run] }, {});
    const { tags } = planByRules({ ...settings, rules: settings.rules }, { git, now });
    return [
      `\`${written(rule)}\``,
      priorities[(rule as TagRule).type],
      run,
      tags.map(tag => `\`${tag}\``).join(', '),
    ];
  });
  const lines = [['rule', 'priority', 'what is built', 'tags'], ['---', '---', '---', '---'], ...rows];
  const table = lines
    .map(cells => `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('');
  return document.replace(
    /(<!-- tags -->\n)[\s\S]*?(<!-- end -->)/,
    (_, head, end) => `${head}${table}${end}`,
  );
}

function written(rule: object): string {
  return stringify(rule, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
    singleQuote: true,
  }).trim();
}
