import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  notesOf,
  parseReason,
  planRelease,
  planRollback,
  type TagAt,
  type Tags,
} from '../../scripts/release-plan.ts';
import { compareVersions, parseVersion } from '../../src/image/version.ts';
import { sentence } from '../release/objects.ts';
import { atLeast, search } from '../search.ts';

/** Tags of versions, each at its own commit `c<version>`; floating tags are annotated tags `o…` of these commits. */
function tagsOf(versions: readonly string[], floating: Record<string, string> = {}): Tags {
  return new Map<string, TagAt>([
    ...versions.flatMap(each => [
      [`v${each}`, { object: `c${each}`, commit: `c${each}` }] as const,
      [`v${each}-ghes`, { object: `g${each}`, commit: `g${each}` }] as const,
    ]),
    ...Object.entries(floating).flatMap(([name, version]) => [
      [name, { object: `o${name}`, commit: `c${version}` }] as const,
      [`${name}-ghes`, { object: `o${name}-ghes`, commit: `g${version}` }] as const,
    ]),
  ]);
}

describe('a release', () => {
  it('that is the first creates its tags', () => {
    expect(planRelease('1.0.0', 'c1.0.0', tagsOf([]))).toEqual({
      version: '1.0.0',
      tag: 'v1.0.0',
      rendered: 'v1.0.0-ghes',
      prerelease: false,
      latest: true,
      moves: [{ tag: 'v1', to: 'c1.0.0' }, { tag: 'v1-ghes' }],
      stays: [],
    });
  });

  it('moves the floating tags forward from their current objects', () => {
    const { moves, stays } = planRelease('1.4.2', 'new', tagsOf(['1.4.1', '1.3.0'], { v1: '1.4.1' }));
    expect(moves).toEqual([
      { tag: 'v1', from: 'ov1', to: 'new' },
      { tag: 'v1-ghes', from: 'ov1-ghes' },
    ]);
    expect(stays).toEqual([]);
  });

  it('of an older line does not move them, and is not the latest', () => {
    const { moves, stays, latest } = planRelease('1.3.1', 'new', tagsOf(['1.4.1', '1.3.0'], { v1: '1.4.1' }));
    expect([moves, latest]).toEqual([[], false]);
    expect(stays).toEqual([
      { tag: 'v1', why: 'it points to 1.4.1, which is newer' },
      { tag: 'v1-ghes', why: 'it points to 1.4.1, which is newer' },
    ]);
  });

  it('of the next major version does not move tags of the previous one', () => {
    const { moves } = planRelease('2.0.0', 'new', tagsOf(['1.4.1'], { v1: '1.4.1' }));
    expect(moves).toEqual([{ tag: 'v2', to: 'new' }, { tag: 'v2-ghes' }]);
  });

  it('that is a pre-release moves no tag', () => {
    const { moves, prerelease, latest, stays } = planRelease(
      '2.0.0-rc.1',
      'new',
      tagsOf(['1.4.1'], { v1: '1.4.1' }),
    );
    expect([moves, prerelease, latest]).toEqual([[], true, false]);
    expect(stays.map(({ why }) => why)).toEqual(['a pre-release moves no tag', 'a pre-release moves no tag']);
  });

  it('after a rollback moves the tags from the older version', () => {
    const withdrawn = tagsOf(['1.5.0', '1.4.1'], { v1: '1.4.1' });
    expect(planRelease('1.4.2', 'new', withdrawn).moves.map(({ tag }) => tag)).toEqual(['v1', 'v1-ghes']);
    expect(planRelease('1.5.1', 'new', withdrawn).moves.map(({ tag }) => tag)).toEqual(['v1', 'v1-ghes']);
  });

  it('that was interrupted is resumed', () => {
    const half = new Map([
      ...tagsOf(['1.4.1'], { v1: '1.4.1' }),
      ['v1.4.2', { object: 'new', commit: 'new' }] as const,
    ]);
    expect(planRelease('1.4.2', 'new', half).moves).toHaveLength(2);
    const done = new Map([...half, ['v1', { object: 'note', commit: 'new' }] as const]);
    const { moves, stays } = planRelease('1.4.2', 'new', done);
    expect(moves).toEqual([{ tag: 'v1-ghes', from: 'ov1-ghes' }]);
    expect(stays).toEqual([{ tag: 'v1', why: 'it points there already' }]);
  });

  it.each<[string, string, Tags, RegExp]>([
    [
      'is not a version',
      'v1.4.2',
      tagsOf([]),
      /^"v1.4.2" is not a version\. Write one such as 1\.4\.2 or 2\.0\.0-rc\.1\.$/,
    ],
    ['has no patch number', '1.4', tagsOf([]), /^"1.4" is not a version\. /],
    ['has a build', '1.4.2+5', tagsOf([]), /^"1.4.2\+5" is not a version\. /],
    ['ends like a rendered tag', '1.4.2-ghes', tagsOf([]), /^"1.4.2-ghes" is not a version\. /],
    [
      'was released from another commit',
      '1.4.2',
      tagsOf(['1.4.2']),
      /^v1.4.2 cannot be released: it was released from c1.4.2, and version tags never move. Release this commit under the next version.$/,
    ],
    [
      'is older than a release of its line',
      '1.4.2',
      tagsOf(['1.4.3']),
      /^1.4.2 cannot be released: 1.4.3 is newer and was released already\. /,
    ],
    [
      'is a pre-release of a released version',
      '1.4.2-rc.1',
      tagsOf(['1.4.2']),
      /^1.4.2-rc.1 cannot be released: 1.4.2 is newer and was released already\. /,
    ],
    [
      'finds a floating tag that a person has moved',
      '1.4.2',
      new Map([['v1', { object: 'o', commit: 'elsewhere' }]]),
      /^v1 cannot be moved: it points to elsewhere, which is not a release. Find out who moved it, and set it to a release manually.$/,
    ],
  ])('is refused if it %s', async (_, version, tags, expected) => {
    expect(await sentence(() => planRelease(version, 'new', tags))).toMatch(expected);
  });
});

describe('a rollback', () => {
  const tags = tagsOf(['1.4.2', '1.4.1', '1.3.0', '2.0.0', '1.5.0-rc.1'], { v1: '1.4.2', v2: '2.0.0' });

  it('moves only the floating tags of its major version back', () => {
    expect(planRollback('1.4.1', tags)).toEqual({
      withdrawn: '1.4.2',
      to: '1.4.1',
      latest: false,
      moves: [
        { tag: 'v1', from: 'ov1', to: 'c1.4.1' },
        { tag: 'v1-ghes', from: 'ov1-ghes', to: 'g1.4.1' },
      ],
    });
  });

  it('to a release without a rendered commit moves only the other tag', () => {
    const older = new Map([...tags].filter(([name]) => name !== 'v1.3.0-ghes'));
    expect(planRollback('1.3.0', older).moves.map(({ tag }) => tag)).toEqual(['v1']);
    expect(planRollback('1.4.1', tagsOf(['1.4.2', '1.4.1'], { v1: '1.4.2' })).latest).toBe(true);
  });

  it.each([
    [
      'has a target that was never released',
      '1.4.0',
      /^1.4.0 cannot be rolled back to: it is not a final release. Choose one of v1: 1.4.2, 1.4.1, 1.3.0.$/,
    ],
    [
      'has a pre-release as its target',
      '1.5.0-rc.1',
      /^1.5.0-rc.1 cannot be rolled back to: it is not a final release\. /,
    ],
    [
      'has the current version as its target',
      '1.4.2',
      /^v1 points to 1.4.2 already. Choose an earlier version.$/,
    ],
    [
      'has an unknown major version as its target',
      '3.0.0',
      /^3.0.0 cannot be rolled back to: it is not a final release. Choose one of v3: none exists.$/,
    ],
  ])('is refused if it %s', async (_, to, expected) => {
    expect(await sentence(() => planRollback(to, tags))).toMatch(expected);
  });

  it('to a newer version is refused: a withdrawn version must be released again under a new number', async () => {
    const back = tagsOf(['1.4.2', '1.4.1'], { v1: '1.4.1' });
    expect(await sentence(() => planRollback('1.4.2', back))).toMatch(
      /^1.4.2 cannot be rolled back to: it is newer than 1.4.1, which v1 points to\. /,
    );
  });

  it('requires a reason', async () => {
    expect(parseReason('  it loses\n the traffic ')).toBe('it loses the traffic');
    expect(await sentence(() => parseReason('bad'))).toMatch(
      /^the reason has 3 characters instead of 10 to 500. Describe/,
    );
    expect(await sentence(() => parseReason('x'.repeat(501)))).toMatch(/^the reason has 501 characters /);
  });
});

describe('notes', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\nNext.\n\n## 1.4.2 (2026-11-24)\n\n- One.\n\n### More\n\n- Two.\n\n## 1.4.1\n\n';

  it('are the section of the version', async () => {
    expect(notesOf(changelog, '1.4.2')).toBe('- One.\n\n### More\n\n- Two.');
    expect(await sentence(() => notesOf(changelog, '1.4'))).toBe(
      'CHANGELOG.md has no entries for 1.4. List the changes under the heading `## 1.4`.',
    );
    expect(await sentence(() => notesOf(changelog, '1.4.1'))).toMatch(
      /^CHANGELOG.md has no entries for 1.4.1\. /,
    );
  });
});

describe('any order of releases and rollbacks', () => {
  const number = fc.integer({ min: 0, max: 2 });
  const version = fc
    .tuple(fc.constant(1), fc.nat(1), number, fc.constantFrom('', '', '', '', '-rc.1'))
    .map(([major, minor, patch, end]) => `${major}.${minor}.${patch}${end}`);
  const step = fc.record({ back: fc.boolean(), version });

  it('never moves or deletes version tags, and moves floating tags forward by a release and back by a rollback', () => {
    let [released, withdrawn] = [0, 0];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), steps => {
        let tags: Tags = new Map();
        for (const [index, { back, version: text }] of steps.entries()) {
          const before = tags;
          const after = new Map(tags);
          const stands = (name: string, among: Tags) =>
            [...among].find(
              ([tag, at]) =>
                /^v\d+\.\d+\.\d+/.test(tag) &&
                !tag.endsWith('-ghes') &&
                at.commit === among.get(name)?.commit,
            )?.[0];
          try {
            const { moves } = back ? planRollback(text, tags) : planRelease(text, `c${index}`, tags);
            if (!back) {
              after.set(`v${text}`, { object: `c${index}`, commit: `c${index}` });
              after.set(`v${text}-ghes`, { object: `g${index}`, commit: `g${index}` });
            }
            for (const move of moves) {
              expect(move.tag).toMatch(/^v\d+(-ghes)?$/);
              expect(before.get(move.tag)?.object).toBe(move.from);
              after.set(move.tag, { object: `o${index}`, commit: move.to ?? `g${index}` });
            }
            const major = `v${text.split('.')[0]}`;
            const [was, is] = [stands(major, before), stands(major, after)].map(each =>
              parseVersion(each ?? ''),
            );
            if (was !== undefined && is !== undefined) {
              const order = compareVersions(is, was);
              expect(back ? order < 0 : order >= 0).toBe(true);
            }
            if (back) withdrawn += 1;
            else released += 1;
          } catch (error) {
            if (!(error instanceof Error && 'remedy' in error)) throw error;
          }
          for (const [tag, at] of before) if (!/^v\d+(-ghes)?$/.test(tag)) expect(after.get(tag)).toEqual(at);
          expect(after.size).toBeGreaterThanOrEqual(before.size);
          for (const major of ['v1']) expect(after.has(major)).toBe(after.has(`${major}-ghes`));
          tags = after;
        }
      }),
      search(4000),
    );
    expect(released).toBeGreaterThan(atLeast(2000));
    expect(withdrawn).toBeGreaterThan(atLeast(200));
  });
});
