import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCache } from '../../src/image/cache.ts';
import { gitOfGitHub } from '../../src/image/git.ts';
import { isTag } from '../../src/image/reference.ts';
import { cleanTag, planTags, tagsOutput } from '../../src/image/tags.ts';
import { parseMoveTags, parseTagsInput } from '../../src/image/tags-input.ts';
import { search } from '../search.ts';
import { wording } from '../wording.ts';

const revision = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const github = (ref: string, more: NodeJS.ProcessEnv = {}, event = {}) =>
  gitOfGitHub({ GITHUB_REF: ref, GITHUB_SHA: revision, ...more }, event);

describe('the tags', () => {
  it.each([
    ['refs/heads/main', {}, ['main', 'sha-1a2b3c4']],
    ['refs/heads/feature/Grün & neu', {}, ['feature-Gr-n-neu', 'sha-1a2b3c4']],
    ['refs/heads/-.odd', {}, ['odd', 'sha-1a2b3c4']],
    ['refs/heads/---', {}, ['dev', 'sha-1a2b3c4']],
    [`refs/heads/${'x'.repeat(200)}`, {}, ['x'.repeat(128), 'sha-1a2b3c4']],
    ['refs/heads/gh-readonly-queue/main/pr-7-abc', {}, ['gh-readonly-queue-main-pr-7-abc', 'sha-1a2b3c4']],
    ['refs/heads/1.4.2', {}, ['branch-1.4.2', 'sha-1a2b3c4']],
    ['refs/heads/v1.4.2-rc.1', {}, ['branch-v1.4.2-rc.1', 'sha-1a2b3c4']],
    ['refs/heads/@1.4.2', {}, ['branch--1.4.2', 'sha-1a2b3c4']],
    ['refs/heads/1.4', {}, ['1.4', 'sha-1a2b3c4']],
    ['refs/heads/release/1.4.2', {}, ['release-1.4.2', 'sha-1a2b3c4']],
    ['refs/tags/v1.4.2', {}, ['1.4.2', 'sha-1a2b3c4']],
    ['refs/tags/v1.4.2-rc.1+build.5', {}, ['1.4.2-rc.1-build.5', 'sha-1a2b3c4']],
    ['refs/tags/vanilla', {}, ['vanilla', 'sha-1a2b3c4']],
    ['refs/tags/shop/v2', {}, ['shop-v2', 'sha-1a2b3c4']],
    ['refs/pull/12/merge', { GITHUB_BASE_REF: 'main' }, ['pr-12', 'sha-1a2b3c4']],
    ['', {}, ['dev', 'sha-1a2b3c4']],
  ])('of %s (%j) are %j', (ref, more, tags) => {
    expect(planTags(github(ref, more))).toMatchObject({ version: tags[0], tags });
  });

  it('of a branch that is named like a release are not those of the release, with a remark', () => {
    expect(planTags(github('refs/heads/1.4.2')).remarks).toEqual([wording('1.4.2', 'branch-')]);
  });

  it('of a pull_request_target are those of the pull request, whose content it is', () => {
    const git = github('refs/heads/main', { GITHUB_EVENT_NAME: 'pull_request_target' }, { number: 12 });
    expect(planTags(git).version).toBe('pr-12');
    expect(planCache(git).to).toBeUndefined();
  });

  it('of a workflow_run after a run for a pull request are those of the pull request', () => {
    const run = { GITHUB_EVENT_NAME: 'workflow_run' };
    const revision = 'b'.repeat(40);
    const known = github('refs/heads/main', run, { earlierPull: { number: 12, base: 'main', revision } });
    expect(planTags(known).tags).toEqual(['pr-12', 'sha-bbbbbbb']);
    // GitHub does not say which pull request it is if it comes from a fork.
    const fork = github('refs/heads/main', run, { earlierPull: { revision } });
    expect(planTags(fork).tags).toEqual(['dev', 'sha-bbbbbbb']);
    for (const git of [known, fork]) expect(planCache(git).to).toBeUndefined();
  });

  it('of an unknown ref is dev', () => {
    expect(planTags({})).toEqual({ version: 'dev', tags: ['dev'], remarks: [] });
  });

  it('are valid for any name that Git allows', () => {
    const name = fc.string({ unit: 'binary', maxLength: 150 });
    const kind = fc.constantFrom('branch' as const, 'tag' as const);
    fc.assert(
      fc.property(name, kind, fc.option(fc.stringMatching(/^[0-9a-f]{40}$/)), (text, of, commit) => {
        const ref = { kind: of, name: text };
        const { version, tags } = planTags(commit === null ? { ref } : { ref, revision: commit });
        expect(tags[0]).toBe(version);
        expect(tags.filter(tag => !isTag(tag))).toEqual([]);
      }),
      search(60),
    );
  });

  it('are valid with a prefix, too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(isTag(cleanTag('cache-', text, ''))).toBe(true);
      }),
    );
  });
});

describe('the input `tags`', () => {
  it.each([
    ['1.4.2', ['1.4.2']],
    ['1.4.2, sha-1a2b3c4,', ['1.4.2', 'sha-1a2b3c4']],
    ['1.4.2\nsha-1a2b3c4\n', ['1.4.2', 'sha-1a2b3c4']],
    [' ["main","main","x"]', ['main', 'x']],
  ])('is read: %s', (text, tags) => {
    expect(parseTagsInput(text, ['shop', 'worker'])).toEqual({ shop: tags, worker: tags });
  });

  it.each([
    [',', wording('["1.4.2"]')],
    ['[]', wording('["1.4.2"]')],
    ['["1"', wording('array', '["1.4.2"]')],
    ['-x', wording('128')],
    ['[1]', wording('1', '128')],
    ['[""]', wording('128')],
    ['{"worker":["1"]}', wording('shop', '["1.4.2"]')],
    ['{"shop":["1"]', wording('object', '["1.4.2"]')],
    ['["##[error]"]', wording('# #[error]', '128')],
  ])('is refused: %s', (text, sentence) => {
    expect(() => parseTagsInput(text, ['shop'])).toThrow(expect.objectContaining({ sentence }));
  });
});

describe('tags of several images', () => {
  it('are one list where they are the same, else a map of lists, which can be parsed again', () => {
    const same = [['shop', ['1']] as const, ['worker', ['1']] as const];
    expect(tagsOutput(same)).toBe('["1"]');
    const differ = tagsOutput([...same, ['slim', ['1-slim']]]);
    expect(differ).toBe('{"shop":["1"],"worker":["1"],"slim":["1-slim"]}');
    expect(parseTagsInput(differ, ['slim'])).toEqual({ slim: ['1-slim'] });
    expect(tagsOutput([])).toBe('[]');
  });
});

describe('the input `move-tags`', () => {
  it('names tags', () => {
    expect(parseMoveTags(' latest, 1,')).toEqual(['latest', '1']);
    expect(parseMoveTags('')).toEqual([]);
    expect(() => parseMoveTags('latest 1')).toThrow(
      expect.objectContaining({
        sentence: wording('latest 1'),
      }),
    );
  });
});

describe('the cache', () => {
  const plan = (ref: string, more = {}, event = {}) => planCache(github(ref, more, event));

  it('of a branch is separate, and starts with that of the default branch', () => {
    expect(plan('refs/heads/fix/a b')).toEqual({
      from: ['cache-fix-a-b', 'cache-main'],
      to: 'cache-fix-a-b',
    });
    expect(plan('refs/heads/main')).toEqual({ from: ['cache-main'], to: 'cache-main' });
    expect(plan('refs/heads/x', {}, { defaultBranch: 'trunk' }).from).toEqual(['cache-x', 'cache-trunk']);
  });

  it('is only read by a pull request and by a tag', () => {
    expect(plan('refs/pull/1/merge', { GITHUB_BASE_REF: 'next' })).toEqual({
      from: ['cache-next', 'cache-main'],
    });
    expect(plan('refs/tags/v1')).toEqual({ from: ['cache-main'] });
    expect(planCache({})).toEqual({ from: ['cache-main'] });
  });
});
