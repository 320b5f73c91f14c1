import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitHubOf } from '../../src/toolkit/github.ts';
import { keepIssues, markOf, quoted } from '../../src/toolkit/issues.ts';
import { wording } from '../wording.ts';
import { type FakeGitHub, type GivenAnswer, startGitHub } from './fake-github.ts';

const mark = markOf('slipway-scan', 'shop/web');
const bad = { mark, said: { title: 'it is not well', body: `${mark}\n\nbecause` } };
const good = { mark, said: undefined };

describe('issues on GitHub', () => {
  let server: FakeGitHub;
  let open: object[];
  beforeEach(async () => {
    open = [];
    server = await startGitHub(({ method }) => (method === 'GET' ? [200, open] : [201, { number: 12 }]));
  });
  afterEach(() => server.close());
  const github = () => gitHubOf(server.env, 't0ken')!;

  it('an issue is opened with its label, and reported', async () => {
    expect(await keepIssues(github(), 'slipway-scan', [bad])).toEqual([wording('12', 'it is not well')]);
    expect(server.calls()).toEqual(['GET issues', 'POST issues']);
    expect(server.asked).toMatchObject([
      { query: { state: 'open', labels: 'slipway-scan' } },
      { token: expect.stringMatching(/ t0ken$/), body: { labels: ['slipway-scan'] } },
    ]);
  });

  it('an issue is found after a hundred others', async () => {
    const { title, body } = bad.said;
    open = Array.from({ length: 150 }, (_, number) => ({ number, title: 'another', body: '' }));
    open.push({ number: 400, title, body });
    expect(await keepIssues(github(), 'slipway-scan', [good])).toEqual([wording('400')]);
    expect(server.calls()).toEqual(['GET issues', 'GET issues', 'PATCH issues/400']);
  });

  it('an issue is closed, but not a pull request with the label', async () => {
    const { title, body } = bad.said;
    open = [
      { number: 4, title, body },
      { number: 5, title, body, pull_request: {} },
      { number: 6, title, body: null },
    ];
    expect(await keepIssues(github(), 'slipway-scan', [good])).toEqual([wording('4')]);
    expect(server.asked.slice(1)).toMatchObject([
      {
        method: 'PATCH',
        path: '/repos/acme/shop/issues/4',
        body: { state: 'closed', state_reason: 'completed' },
      },
    ]);
  });

  it('the last comment comes before an issue is closed', async () => {
    open = [{ number: 4, ...bad.said }];
    await keepIssues(github(), 'slipway-scan', [{ ...good, farewell: 'it is well again' }]);
    expect(server.asked.slice(1)).toMatchObject([
      { method: 'POST', path: '/repos/acme/shop/issues/4/comments', body: { body: 'it is well again' } },
      { method: 'PATCH', path: '/repos/acme/shop/issues/4', body: { state: 'closed' } },
    ]);
  });
});

describe('answers that are no list of issues', () => {
  it.each([
    ['a page of a proxy', [200, '<html>', { 'content-type': 'text/html' }]],
    ['nothing', [200, '']],
    ['an object', [200, { message: 'moved' }]],
    ['issues without a number', [200, [{ title: 'it is not well', body: mark }]]],
  ] satisfies [string, GivenAnswer][])('%s opens no issue', async (_, answer) => {
    const server = await startGitHub(() => answer);
    try {
      await expect(keepIssues(gitHubOf(server.env, 't0ken')!, 'slipway-scan', [bad])).rejects.toThrow(
        wording(),
      );
      expect(server.calls()).toEqual(['GET issues']);
    } finally {
      server.close();
    }
  });
});

describe('untrusted text', () => {
  it('is quoted as code on one line, with a maximum length', () => {
    expect(quoted('a `b`\n@team')).toBe('``a `b` @team``');
    expect(quoted('  ')).toBe('');
    expect(quoted('x'.repeat(500))).toHaveLength(202);
  });
});
