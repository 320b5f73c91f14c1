import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priorities, refEvents, ruleTypes, shaFormats } from '../../src/config/tag-rules.ts';
import { type TagSettings, tagsSchema } from '../../src/config/tags.ts';
import { type Git, gitOfGitHub } from '../../src/image/git.ts';
import { planImages } from '../../src/image/plan.ts';
import { isTag } from '../../src/image/reference.ts';
import { planByRules } from '../../src/image/rules.ts';
import { atLeast, search } from '../search.ts';
import { wording } from '../wording.ts';

const revision = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
/** 2026-03-05 23:04:09 UTC, a Thursday; in Tokyo it is the next day. */
const now = Date.UTC(2026, 2, 5, 23, 4, 9) / 1000;
const time = Date.UTC(2025, 11, 31, 12, 0, 0) / 1000;

const runs = {
  main: { GITHUB_REF: 'refs/heads/main' },
  branch: { GITHUB_REF: 'refs/heads/fix/Log in' },
  pull: { GITHUB_REF: 'refs/pull/12/merge', GITHUB_BASE_REF: 'release/2' },
  release: { GITHUB_REF: 'refs/tags/v1.4.2' },
  candidate: { GITHUB_REF: 'refs/tags/v2.0.0-rc.1' },
  python: { GITHUB_REF: 'refs/tags/v1.4rc2' },
  odd: { GITHUB_REF: 'refs/tags/20260305-RC2' },
  scoped: { GITHUB_REF: 'refs/tags/shop/v1.4.2' },
  night: { GITHUB_REF: 'refs/heads/main', GITHUB_EVENT_NAME: 'schedule' },
} as const;
const gitOf = (run: keyof typeof runs): Git => ({
  ...gitOfGitHub({ GITHUB_SHA: revision, ...runs[run] }, {}),
  time,
});

const settings = (written: object): TagSettings => tagsSchema.parse(written);
const plan = (run: keyof typeof runs, rules: object[], more: object = {}) => {
  const { rules: parsed, ...rest } = settings({ rules, ...more });
  if (parsed === 'build.sh') throw new Error('no rules');
  return planByRules(
    { rules: parsed, ...rest },
    { git: gitOf(run), now, file: path => (path === 'VERSION' ? '3.3.0' : '') },
  );
};
const tags = (run: keyof typeof runs, rules: object[], more: object = {}) => plan(run, rules, more).tags;

describe('a rule of type', () => {
  it.each<[object, keyof typeof runs, string[]]>([
    [{ type: 'schedule' }, 'night', ['nightly']],
    [{ type: 'schedule' }, 'main', []],
    [{ type: 'schedule', pattern: "{{date 'YYYYMMDD'}}" }, 'night', ['20260305']],
    [{ type: 'schedule', pattern: "{{date 'YYYYMMDD-HHmm' tz='Asia/Tokyo'}}" }, 'night', ['20260306-0804']],
    [{ type: 'semver', pattern: '{{version}}' }, 'release', ['1.4.2', 'latest']],
    [{ type: 'semver', pattern: '{{raw}}' }, 'release', ['v1.4.2', 'latest']],
    [{ type: 'semver', pattern: '{{major}}.{{minor}}' }, 'release', ['1.4', 'latest']],
    [{ type: 'semver', pattern: 'v{{major}}' }, 'release', ['v1', 'latest']],
    [{ type: 'semver', pattern: '{{patch}}' }, 'release', ['2', 'latest']],
    [{ type: 'semver', pattern: '{{version}}' }, 'candidate', ['2.0.0-rc.1']],
    [{ type: 'semver', pattern: '{{major}}.{{minor}}' }, 'candidate', ['2.0.0-rc.1']],
    [{ type: 'semver', pattern: '{{major}}-{{prerelease}}' }, 'candidate', ['2-rc.1']],
    [{ type: 'semver', pattern: '{{version}}' }, 'main', []],
    [{ type: 'semver', pattern: '{{version}}' }, 'odd', []],
    [{ type: 'semver', pattern: '{{version}}', value: '3.1.0' }, 'main', ['3.1.0', 'latest']],
    [{ type: 'semver', pattern: '{{version}}', match: 'shop/(v.+)' }, 'scoped', ['1.4.2', 'latest']],
    [{ type: 'semver', pattern: '{{version}}', match: 'v.+$' }, 'scoped', ['1.4.2', 'latest']],
    [{ type: 'semver', pattern: '{{version}}', match: 'other/(v.+)' }, 'scoped', []],
    [{ type: 'pep440', pattern: '{{version}}' }, 'release', ['1.4.2', 'latest']],
    [{ type: 'pep440', pattern: '{{major}}.{{minor}}' }, 'release', ['1.4', 'latest']],
    [{ type: 'pep440', pattern: '{{raw}}' }, 'python', ['v1.4rc2']],
    [{ type: 'pep440', pattern: '{{version}}' }, 'python', ['1.4rc2']],
    [{ type: 'pep440', pattern: '{{major}}' }, 'python', ['1.4rc2']],
    [{ type: 'pep440', pattern: '{{major}}', value: '1.2.3.post1' }, 'main', ['1.2.3.post1']],
    [{ type: 'pep440', pattern: '{{version}}', value: '1.2+ubuntu.1' }, 'main', ['1.2-ubuntu.1', 'latest']],
    [{ type: 'pep440', pattern: '{{version}}' }, 'scoped', []],
    [{ type: 'pep440', pattern: '{{version}}', match: '/SHOP.(v.+)/i' }, 'scoped', ['1.4.2', 'latest']],
    [{ type: 'match', pattern: '/V(.*)/i', group: 1 }, 'candidate', ['2.0.0-rc.1']],
    [{ type: 'match', pattern: '\\d+\\.\\d+\\.\\d+' }, 'release', ['1.4.2', 'latest']],
    [{ type: 'match', pattern: 'v(\\d+)\\.(\\d+)', group: 2 }, 'release', ['4', 'latest']],
    [{ type: 'match', pattern: '\\d+' }, 'odd', ['20260305', 'latest']],
    [{ type: 'match', pattern: 'v(.*)', group: 1 }, 'candidate', ['2.0.0-rc.1']],
    [{ type: 'match', pattern: 'v(.*)', group: 1, value: 'v9.9.9' }, 'main', ['9.9.9', 'latest']],
    [{ type: 'match', pattern: 'nothing' }, 'release', []],
    [{ type: 'edge' }, 'main', ['edge']],
    [{ type: 'edge' }, 'branch', []],
    [{ type: 'edge', branch: 'fix/Log in' }, 'branch', ['edge']],
    [{ type: 'ref', event: 'branch' }, 'main', ['main']],
    [{ type: 'ref', event: 'branch' }, 'branch', ['fix-Log-in']],
    [{ type: 'ref', event: 'branch' }, 'release', []],
    [{ type: 'ref', event: 'tag' }, 'release', ['v1.4.2', 'latest']],
    [{ type: 'ref', event: 'tag' }, 'candidate', ['v2.0.0-rc.1']],
    [{ type: 'ref', event: 'tag' }, 'main', []],
    [{ type: 'ref', event: 'pr' }, 'pull', ['pr-12']],
    [{ type: 'ref', event: 'pr', prefix: 'mr' }, 'pull', ['mr12']],
    [{ type: 'ref', event: 'pr' }, 'main', []],
    [{ type: 'raw', value: 'stable' }, 'branch', ['stable']],
    [{ type: 'raw', value: '{{branch}}-{{sha}}' }, 'main', ['main-1a2b3c4']],
    [{ type: 'raw', value: '{{tag}}' }, 'release', ['v1.4.2']],
    [{ type: 'raw', value: 'to-{{base_ref}}' }, 'pull', ['to-release-2']],
    [{ type: 'raw', value: '{{branch}}' }, 'release', []],
    [{ type: 'raw', value: "{{commit_date 'YY.M.D-DDDD'}}" }, 'main', ['25.12.31-365']],
    [{ type: 'raw', value: "{{date '[day] H:m:s'}}" }, 'main', ['day-23-4-9']],
    [{ type: 'raw', value: "{{date 'dddd-ddd-d-E-MMMM-MMM-Q'}}" }, 'main', ['Thursday-Thu-4-4-March-Mar-1']],
    [{ type: 'raw', value: "{{date 'hh-h-A-a'}}" }, 'main', ['11-11-PM-pm']],
    [{ type: 'raw', value: "{{commit_date 'GGGG-WW-W'}}" }, 'main', ['2026-01-1']],
    [{ type: 'raw', value: "{{date 'X'}}" }, 'main', [String(now)]],
    [{ type: 'raw', value: 'latest', enable: '{{is_default_branch}}' }, 'main', ['latest']],
    [{ type: 'raw', value: 'latest', enable: '{{is_default_branch}}' }, 'branch', []],
    [{ type: 'raw', value: 'try', enable: '{{is_not_default_branch}}' }, 'branch', ['try']],
    [{ type: 'raw', value: 'no', enable: false }, 'main', []],
    [{ type: 'sha' }, 'main', ['sha-1a2b3c4']],
    [{ type: 'sha', format: 'long' }, 'main', [`sha-${revision}`]],
    [{ type: 'sha', prefix: '' }, 'main', ['1a2b3c4']],
    [{ type: 'sha', format: 8, prefix: "{{file 'VERSION'}}-" }, 'main', ['3.3.0-1a2b3c4d']],
    [{ type: 'semver', pattern: '{{version}}', value: '{{file "VERSION"}}' }, 'main', ['3.3.0', 'latest']],
  ])('%j gives in the run %s: %j', (rule, run, expected) => {
    expect(tags(run, [rule])).toEqual(expected);
  });
});

describe('rules together', () => {
  const usual = [
    { type: 'sha' },
    { type: 'ref', event: 'branch' },
    { type: 'semver', pattern: '{{version}}' },
    { type: 'semver', pattern: '{{major}}.{{minor}}' },
    { type: 'semver', pattern: '{{major}}' },
  ];

  it('are ordered by their priority, and `latest` is last', () => {
    expect(plan('release', usual)).toEqual({
      version: '1.4.2',
      tags: ['1.4.2', '1.4', '1', 'sha-1a2b3c4', 'latest'],
      remarks: [],
    });
    expect(tags('main', [...usual, { type: 'raw', value: 'x', priority: 601 }])).toEqual([
      'x',
      'main',
      'sha-1a2b3c4',
    ]);
    expect(priorities.schedule).toBeGreaterThan(priorities.semver);
  });

  it('give a pre-release only its full version', () => {
    expect(tags('candidate', usual)).toEqual(['2.0.0-rc.1', 'sha-1a2b3c4']);
  });

  it.each<[object, string[]]>([
    [{ latest: false }, ['1.4.2', 'sha-1a2b3c4']],
    [{ latest: true }, ['1.4.2', 'sha-1a2b3c4', 'latest']],
    [{ prefix: 'shop-' }, ['shop-1.4.2', 'sha-1a2b3c4', 'latest']],
    [{ suffix: '-slim' }, ['1.4.2-slim', 'sha-1a2b3c4-slim', 'latest']],
    [
      { prefix: 'shop-', suffix: '-slim', onlatest: true },
      ['shop-1.4.2-slim', 'sha-1a2b3c4-slim', 'shop-latest-slim'],
    ],
    [{ suffix: '-{{sha}}' }, ['1.4.2-1a2b3c4', 'sha-1a2b3c4-1a2b3c4', 'latest']],
  ])('have a flavour: %j', (flavour, expected) => {
    expect(tags('release', [{ type: 'semver', pattern: '{{version}}' }, { type: 'sha' }], flavour)).toEqual(
      expected,
    );
  });

  it('have `latest` without a release when it is always wanted', () => {
    expect(tags('main', [{ type: 'sha' }], { latest: true })).toEqual(['sha-1a2b3c4', 'latest']);
  });

  it('have a rule with its own prefix and suffix, instead of those of all', () => {
    const own = { type: 'semver', pattern: '{{version}}', prefix: 'v', suffix: '' };
    expect(tags('release', [own], { prefix: 'x-', suffix: '-y' })).toEqual(['v1.4.2', 'latest']);
  });

  it('call the image by its version without prefix and suffix, else by its first tag', () => {
    expect(plan('release', usual, { prefix: 'x-', suffix: '-slim' }).version).toBe('1.4.2');
    expect(plan('main', usual, { suffix: '-slim' }).version).toBe('main');
    expect(plan('pull', [{ type: 'ref', event: 'pr' }]).version).toBe('pr-12');
  });

  it('of an image replace those of the file', () => {
    const image = {
      repository: 'ghcr.io/acme/shop',
      context: '.',
      dockerfile: 'Dockerfile',
      args: {},
      secrets: {},
      bases: [],
    };
    const slim = { ...image, tags: settings({ rules: [{ type: 'raw', value: 'x' }], suffix: '-slim' }) };
    const file = settings({ rules: [{ type: 'sha' }] });
    const plans = planImages({ images: { image, slim }, tags: file }, { git: gitOf('main'), now });
    expect([plans.image?.tags, plans.slim?.tags]).toEqual([['sha-1a2b3c4'], ['x-slim']]);
    // Both are built into one repository, and must not use each other's cache.
    expect([plans.image?.cache.to, plans.slim?.cache.to]).toEqual(['cache-main', 'cache-main-slim']);
    expect(planImages({ images: { image } }, { git: gitOf('main'), now }).image?.tags).toEqual([
      'main',
      'sha-1a2b3c4',
    ]);
  });
});

describe('a text that is not a valid tag', () => {
  it.each<[keyof typeof runs | string, string, string]>([
    ['fix/Log in', 'fix-Log-in', wording('fix/Log in', 'fix-Log-in')],
    ['-.odd', 'odd', wording('odd')],
    ['x'.repeat(200), 'x'.repeat(128), wording(`${'x'.repeat(159)}`, `${'x'.repeat(128)}`, '128')],
    ['1.4.2', 'branch-1.4.2', wording('1.4.2', 'branch-')],
    ['##[error]x', 'error-x', wording('# #[error]x', 'error-x')],
  ])('becomes one, with a remark: %s', (name, tag, sentence) => {
    const git = { ref: { kind: 'branch' as const, name } };
    const { tags: made, remarks } = planByRules(
      {
        ...settings({ rules: [{ type: 'ref', event: 'branch' }] }),
        rules: [{ type: 'ref', event: 'branch', enable: true, priority: 1 }],
      },
      { git, now },
    );
    expect([made, remarks]).toEqual([[tag], [sentence]]);
  });

  it('gives none where no valid character is left, with a remark', () => {
    expect(plan('main', [{ type: 'raw', value: '---' }])).toEqual({
      version: 'dev',
      tags: [],
      remarks: [wording(), wording()],
    });
  });

  it('loses its middle when it is too long, and keeps prefix and suffix, by which variants differ', () => {
    const value = 'x'.repeat(300);
    const [tag] = tags('main', [{ type: 'raw', value }], { prefix: 'a-', suffix: '-slim' });
    expect(tag).toBe(`a-${'x'.repeat(121)}-slim`);
  });

  it('may be a malformed version: the rule gives no tag, with a remark', () => {
    expect(plan('odd', [{ type: 'semver', pattern: '{{version}}' }]).remarks[0]).toEqual(
      wording('20260305-RC2'),
    );
  });
});

describe('for any build and any rules', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 150 }),
    fc.constantFrom(
      '-slim',
      'v',
      '{{branch}}',
      '{{sha}}',
      "{{date 'YYYY'}}",
      '{{tag}}-x',
      '',
      '..',
      '1.2.3',
      'latest',
    ),
  );
  const option = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
  const rule = fc.record({
    type: fc.constantFrom(...ruleTypes),
    enable: option(fc.constantFrom(true, false, '{{is_default_branch}}', '{{is_not_default_branch}}')),
    priority: option(fc.nat(2000)),
    prefix: option(text),
    suffix: option(text),
    pattern: option(
      fc.oneof(text, fc.constantFrom('{{version}}', '{{major}}.{{minor}}', '{{raw}}', '(.*)', '.')),
    ),
    value: option(text),
    event: option(fc.constantFrom(...refEvents)),
    format: option(fc.constantFrom(...shaFormats)),
    branch: option(text),
  });
  const takes: Record<string, string[]> = {
    schedule: ['pattern'],
    semver: ['pattern', 'value'],
    pep440: ['pattern', 'value'],
    match: ['pattern', 'value'],
    edge: ['branch'],
    ref: ['event'],
    raw: ['value'],
    sha: ['format'],
  };
  const written = fc.record({
    rules: fc.array(
      rule.map(({ type, enable, priority, prefix, suffix, ...rest }) =>
        Object.fromEntries(
          Object.entries({
            ...{ type, enable, priority, prefix, suffix },
            ...Object.fromEntries(Object.entries(rest).filter(([name]) => takes[type]?.includes(name))),
          }).filter(([, value]) => value !== undefined),
        ),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    latest: fc.constantFrom('auto', true, false),
    prefix: text,
    suffix: text,
    onlatest: fc.boolean(),
  });
  const version = fc
    .tuple(fc.nat(30), fc.nat(30), fc.nat(30), fc.constantFrom('', '-rc.1', '+b'))
    .map(([a, b, c, d]) => `v${a}.${b}.${c}${d}`);
  const ref = fc.oneof(
    fc.record({ kind: fc.constant('branch' as const), name: fc.oneof(text, fc.constant('main')) }),
    fc.record({ kind: fc.constant('tag' as const), name: fc.oneof(text, version) }),
    fc.record({ kind: fc.constant('pull-request' as const), number: fc.nat(), base: text }),
  );

  it('calls a Python version by a name that is valid as a tag', () => {
    const { version } = planByRules(
      {
        rules: [{ type: 'pep440', pattern: '{{version}}', enable: true, priority: 900 }],
        latest: 'auto',
        prefix: '',
        suffix: '',
        onlatest: false,
      },
      { git: { ref: { kind: 'tag', name: '1!2.0+b' }, revision, time: 0 }, now: 0 },
    );
    expect(version).toBe('1-2.0-b');
  });

  it('every tag is valid and distinct, each change has a remark, and a pre-release has no floating tag', () => {
    let accepted = 0;
    fc.assert(
      fc.property(written, ref, fc.boolean(), fc.nat(4e9), (wanted, of, scheduled, at) => {
        const parsed = tagsSchema.safeParse(wanted);
        if (!parsed.success || parsed.data.rules === 'build.sh') return;
        accepted += 1;
        const git: Git = { ref: of, revision, time: at, ...(scheduled ? { scheduled: true as const } : {}) };
        const {
          tags: made,
          remarks,
          version: called,
        } = planByRules({ ...parsed.data, rules: parsed.data.rules }, { git, now: at });
        expect(made.filter(tag => !isTag(tag))).toEqual([]);
        expect(new Set(made).size).toBe(made.length);
        expect(isTag(called)).toBe(true);
        for (const remark of remarks) expect(remark).not.toMatch(/[\n\r]|##\[|::/);
        if (made.length === 0) expect(remarks).not.toEqual([]);
      }),
      search(400),
    );
    expect(accepted).toBeGreaterThan(atLeast(40));
  });
});
