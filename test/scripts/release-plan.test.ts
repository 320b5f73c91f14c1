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

/** Each version from a commit of its own, `c<version>`; floating tags are notes, `o…`, on one of these. */
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
  it('that is the first makes its tags', () => {
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

  it('moves the floating tags forward, from where they were seen', () => {
    const { moves, stays } = planRelease('1.4.2', 'new', tagsOf(['1.4.1', '1.3.0'], { v1: '1.4.1' }));
    expect(moves).toEqual([
      { tag: 'v1', from: 'ov1', to: 'new' },
      { tag: 'v1-ghes', from: 'ov1-ghes' },
    ]);
    expect(stays).toEqual([]);
  });

  it('of an older line leaves them where they are, and is not the latest', () => {
    const { moves, stays, latest } = planRelease('1.3.1', 'new', tagsOf(['1.4.1', '1.3.0'], { v1: '1.4.1' }));
    expect([moves, latest]).toEqual([[], false]);
    expect(stays).toEqual([
      { tag: 'v1', why: 'it stands for 1.4.1, which is newer' },
      { tag: 'v1-ghes', why: 'it stands for 1.4.1, which is newer' },
    ]);
  });

  it('of the next major leaves the one before alone', () => {
    const { moves } = planRelease('2.0.0', 'new', tagsOf(['1.4.1'], { v1: '1.4.1' }));
    expect(moves).toEqual([{ tag: 'v2', to: 'new' }, { tag: 'v2-ghes' }]);
  });

  it('before a version moves nothing', () => {
    const { moves, prerelease, latest, stays } = planRelease(
      '2.0.0-rc.1',
      'new',
      tagsOf(['1.4.1'], { v1: '1.4.1' }),
    );
    expect([moves, prerelease, latest]).toEqual([[], true, false]);
    expect(stays.map(({ why }) => why)).toEqual([
      'a pre-release moves nothing',
      'a pre-release moves nothing',
    ]);
  });

  it('after a rollback goes on from where that went', () => {
    const withdrawn = tagsOf(['1.5.0', '1.4.1'], { v1: '1.4.1' });
    expect(planRelease('1.4.2', 'new', withdrawn).moves.map(({ tag }) => tag)).toEqual(['v1', 'v1-ghes']);
    expect(planRelease('1.5.1', 'new', withdrawn).moves.map(({ tag }) => tag)).toEqual(['v1', 'v1-ghes']);
  });

  it('that was interrupted goes on from where it is', () => {
    const half = new Map([
      ...tagsOf(['1.4.1'], { v1: '1.4.1' }),
      ['v1.4.2', { object: 'new', commit: 'new' }] as const,
    ]);
    expect(planRelease('1.4.2', 'new', half).moves).toHaveLength(2);
    const done = new Map([...half, ['v1', { object: 'note', commit: 'new' }] as const]);
    const { moves, stays } = planRelease('1.4.2', 'new', done);
    expect(moves).toEqual([{ tag: 'v1-ghes', from: 'ov1-ghes' }]);
    expect(stays).toEqual([{ tag: 'v1', why: 'it stands there already' }]);
  });

  it.each<[string, string, Tags, RegExp]>([
    [
      'is no version',
      'v1.4.2',
      tagsOf([]),
      /^"v1.4.2" is no version\. Write one such as 1\.4\.2 or 2\.0\.0-rc\.1\.$/,
    ],
    ['is half of one', '1.4', tagsOf([]), /^"1.4" is no version\. /],
    ['names a build', '1.4.2+5', tagsOf([]), /^"1.4.2\+5" is no version\. /],
    ['reads as a rendered form', '1.4.2-ghes', tagsOf([]), /^"1.4.2-ghes" is no version\. /],
    [
      'was released from another commit',
      '1.4.2',
      tagsOf(['1.4.2']),
      /^v1.4.2 was released from c1.4.2, and a version never moves. Release this commit under the next version.$/,
    ],
    [
      'comes after a later one of its line',
      '1.4.2',
      tagsOf(['1.4.3']),
      /^1.4.3 is there already, and 1.4.2 would come after it\. /,
    ],
    [
      'is a candidate of what is out',
      '1.4.2-rc.1',
      tagsOf(['1.4.2']),
      /^1.4.2 is there already, and 1.4.2-rc.1 would come after it\. /,
    ],
    [
      'meets a floating tag that somebody moved by hand',
      '1.4.2',
      new Map([['v1', { object: 'o', commit: 'elsewhere' }]]),
      /^v1 stands at elsewhere, which is no release. Look who moved it, and set it to a release by hand.$/,
    ],
  ])('is refused when it %s', async (_, version, tags, expected) => {
    expect(await sentence(() => planRelease(version, 'new', tags))).toMatch(expected);
  });
});

describe('a rollback', () => {
  const tags = tagsOf(['1.4.2', '1.4.1', '1.3.0', '2.0.0', '1.5.0-rc.1'], { v1: '1.4.2', v2: '2.0.0' });

  it('moves the floating tags of its major back, and no other', () => {
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

  it('to a release from before there was a rendered form moves what there is', () => {
    const older = new Map([...tags].filter(([name]) => name !== 'v1.3.0-ghes'));
    expect(planRollback('1.3.0', older).moves.map(({ tag }) => tag)).toEqual(['v1']);
    expect(planRollback('1.4.1', tagsOf(['1.4.2', '1.4.1'], { v1: '1.4.2' })).latest).toBe(true);
  });

  it.each([
    [
      'goes to what was never released',
      '1.4.0',
      /^1.4.0 is no release to go back to. Name one of v1: 1.4.2, 1.4.1, 1.3.0.$/,
    ],
    ['goes to a pre-release', '1.5.0-rc.1', /^1.5.0-rc.1 is no release to go back to\. /],
    ['goes nowhere', '1.4.2', /^v1 stands for 1.4.2 already. Name an earlier version.$/],
    ['has no such major', '3.0.0', /^3.0.0 is no release to go back to. Name one of v3: there is none.$/],
  ])('is refused when it %s', async (_, to, expected) => {
    expect(await sentence(() => planRollback(to, tags))).toMatch(expected);
  });

  it('is refused forward: what was withdrawn comes back as a new version alone', async () => {
    const back = tagsOf(['1.4.2', '1.4.1'], { v1: '1.4.1' });
    expect(await sentence(() => planRollback('1.4.2', back))).toMatch(
      /^v1 stands for 1.4.1, and 1.4.2 is newer\. /,
    );
  });

  it('wants a reason', async () => {
    expect(parseReason('  it loses\n the traffic ')).toBe('it loses the traffic');
    expect(await sentence(() => parseReason('bad'))).toMatch(
      /^the reason has 3 characters. Say in a sentence/,
    );
    expect(await sentence(() => parseReason('x'.repeat(501)))).toMatch(/^the reason has 501 characters\. /);
  });
});

describe('notes', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\nNext.\n\n## 1.4.2 (2026-11-24)\n\n- One.\n\n### More\n\n- Two.\n\n## 1.4.1\n\n';

  it('are the section of the version', async () => {
    expect(notesOf(changelog, '1.4.2')).toBe('- One.\n\n### More\n\n- Two.');
    expect(await sentence(() => notesOf(changelog, '1.4'))).toBe(
      'CHANGELOG.md says nothing of 1.4. Give what is new the heading `## 1.4`.',
    );
    expect(await sentence(() => notesOf(changelog, '1.4.1'))).toMatch(
      /^CHANGELOG.md says nothing of 1.4.1\. /,
    );
  });
});

describe('whatever is released and withdrawn, in whatever order', () => {
  const number = fc.integer({ min: 0, max: 2 });
  const version = fc
    .tuple(fc.constant(1), fc.nat(1), number, fc.constantFrom('', '', '', '', '-rc.1'))
    .map(([major, minor, patch, end]) => `${major}.${minor}.${patch}${end}`);
  const step = fc.record({ back: fc.boolean(), version });

  it('versions never move, floating tags move forward by a release and back by a rollback, and nothing goes', () => {
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
