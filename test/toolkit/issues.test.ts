import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitHubOf } from '../../src/toolkit/github.ts';
import { keepIssues, markOf, quoted } from '../../src/toolkit/issues.ts';
import { wording } from '../wording.ts';

const mark = markOf('slipway-scan', 'shop/web');
const bad = { mark, said: { title: 'it is not well', body: `${mark}\n\nbecause` } };
const good = { mark, said: undefined };

describe('issues on GitHub', () => {
  let server: Server;
  let asked: { method: string; url: string; body: Record<string, unknown>; token: string }[];
  let open: object[];
  beforeEach(async () => {
    asked = [];
    open = [];
    server = createServer(async (request, answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString());
      asked.push({
        method: request.method!,
        url: request.url!,
        body,
        token: request.headers.authorization ?? '',
      });
      const page = Number(new URL(request.url!, 'http://x').searchParams.get('page'));
      const listed = open.slice((page - 1) * 100, page * 100);
      answer.end(JSON.stringify(request.method === 'GET' ? listed : { number: 12 }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => server.close());
  const github = () =>
    gitHubOf(
      {
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      },
      't0ken',
    )!;

  it('an issue is opened with its label, and reported', async () => {
    expect(await keepIssues(github(), 'slipway-scan', [bad])).toEqual([wording('12', 'it is not well')]);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /repos/acme/shop/issues?state=open&labels=slipway-scan&per_page=100&page=1',
      'POST /repos/acme/shop/issues',
    ]);
    expect(asked[1]).toMatchObject({ token: wording('t0ken'), body: { labels: ['slipway-scan'] } });
  });

  it('an issue is found after a hundred others', async () => {
    const { title, body } = bad.said;
    open = Array.from({ length: 150 }, (_, number) => ({ number, title: 'another', body: '' }));
    open.push({ number: 400, title, body });
    expect(await keepIssues(github(), 'slipway-scan', [good])).toEqual([wording('400')]);
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'PATCH']);
  });

  it('an issue is closed, but not a pull request with the label', async () => {
    const { title, body } = bad.said;
    open = [
      { number: 4, title, body },
      { number: 5, title, body, pull_request: {} },
      { number: 6, title, body: null },
    ];
    expect(await keepIssues(github(), 'slipway-scan', [good])).toEqual([wording('4')]);
    expect(asked.slice(1)).toMatchObject([
      {
        method: 'PATCH',
        url: '/repos/acme/shop/issues/4',
        body: { state: 'closed', state_reason: 'completed' },
      },
    ]);
  });

  it('the last comment comes before an issue is closed', async () => {
    open = [{ number: 4, ...bad.said }];
    await keepIssues(github(), 'slipway-scan', [{ ...good, farewell: 'it is well again' }]);
    expect(asked.slice(1)).toMatchObject([
      { method: 'POST', url: '/repos/acme/shop/issues/4/comments', body: { body: 'it is well again' } },
      { method: 'PATCH', url: '/repos/acme/shop/issues/4', body: { state: 'closed' } },
    ]);
  });
});

describe('untrusted text', () => {
  it('is quoted as code on one line, with a maximum length', () => {
    expect(quoted('a | `b`\n@team')).toBe("`a \\| 'b' @team`");
    expect(quoted('  ')).toBe('');
    expect(quoted('x'.repeat(500))).toHaveLength(202);
  });
});
