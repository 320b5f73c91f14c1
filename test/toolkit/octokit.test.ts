import { execFile } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { gitHubOf } from '../../src/toolkit/github.ts';
import { openOctokit, pagesOf } from '../../src/toolkit/octokit.ts';
import { wording } from '../wording.ts';
import { type GivenAnswer, startGitHub } from './fake-github.ts';

let server: Server | undefined;
afterEach(() => {
  vi.restoreAllMocks();
  server?.closeAllConnections();
  server?.close();
});

/** Lists the issues of a server that answers like this, below a path as an Enterprise Server has. */
async function listed(answer: RequestListener, most = 10) {
  server = createServer(answer);
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
  const env = {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v3`,
  };
  const github = gitHubOf(env, 't0ken')!;
  const { rest, paginate } = await github.open();
  return paginate(rest.issues.listForRepo, github.repo, pagesOf(z.object({ number: z.int() }), most));
}
const json = { 'content-type': 'application/json' };

describe('the client of GitHub', () => {
  it('calls the address of an Enterprise Server, and follows its pages', async () => {
    const asked: string[] = [];
    const numbers = await listed((request, response) => {
      const { url = '', headers } = request;
      asked.push(url);
      const link = `<http://${headers.host}/api/v3/repositories/1/issues?page=2>; rel="next"`;
      response.writeHead(200, asked.length === 1 ? { ...json, link } : json);
      response.end(JSON.stringify([{ number: asked.length }]));
    });
    expect(numbers).toEqual([{ number: 1 }, { number: 2 }]);
    expect(asked).toEqual(['/api/v3/repos/acme/shop/issues', '/api/v3/repositories/1/issues?page=2']);
  });

  it('ends a list that has no end', async () => {
    const numbers = await listed((request, response) => {
      response.writeHead(200, { ...json, link: `<http://${request.headers.host}/again>; rel="next"` });
      response.end('[{"number":1}]');
    }, 3);
    expect(numbers).toHaveLength(3);
  });

  it('gives its token to no other host', async () => {
    const other = await startGitHub(() => [200, []]);
    try {
      const link = `<${other.env.GITHUB_API_URL}/next>; rel="next"`;
      await expect(
        listed((_, response) => void response.writeHead(200, { ...json, link }).end('[]')),
      ).rejects.toThrow('another host');
      expect(other.asked).toEqual([]);
    } finally {
      other.close();
    }
  });

  it('takes an answer that breaks off for a failed call, which can be repeated', async () => {
    await expect(
      listed((_, response) => {
        response.writeHead(200, { ...json, 'content-length': '100' });
        response.write('[', () => response.destroy());
      }),
    ).rejects.toMatchObject({ name: 'HttpError', status: 500 });
  });

  it('waits ten seconds for an answer', async () => {
    const real = AbortSignal.timeout;
    // Calls of another test may still end in this process.
    const shortened = (ms: number) => real.call(AbortSignal, ms === 10_000 ? 1 : ms);
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(shortened);
    await expect(listed(() => undefined)).rejects.toThrow('timeout');
    expect(timeout.mock.calls.filter(([ms]) => ms === 10_000)).toHaveLength(3);
  });

  it('throws one printable line with the status', async () => {
    const message = 'no\n::error::forged ##[error]';
    await expect(
      listed((_, response) => void response.writeHead(403, json).end(JSON.stringify({ message }))),
    ).rejects.toThrow(wording('403', 'no'));
  });

  it('writes nothing, neither when it is loaded nor when an answer has warnings', async () => {
    const deprecated = await startGitHub(() => [200, { id: 42 }, { deprecation: 'true', sunset: '::x::' }]);
    try {
      const env = { ...process.env, ...deprecated.env, GITHUB_EVENT_PATH: '/missing/event.json' };
      const program = `import { gitHubOf } from '${join(import.meta.dirname, '../../src/toolkit/github.ts')}';
        const github = gitHubOf(process.env, 't0ken');
        const { rest } = await github.open();
        await rest.actions.getWorkflowRun({ ...github.repo, run_id: 42 });
        process.stdout.write(process.env.GITHUB_EVENT_PATH);`;
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module', '--eval', program],
        {
          env,
        },
      );
      expect([stdout, stderr]).toEqual(['/missing/event.json', '']);
      expect(deprecated.calls()).toEqual(['GET actions/runs/42']);
    } finally {
      deprecated.close();
    }
  });
});

describe('a call while GitHub is not available', () => {
  /** Creates or reads an issue; GitHub answers the first calls like this. */
  async function called(method: 'create' | 'get', answer: GivenAnswer, times: number) {
    let left = times;
    const pauses: number[] = [];
    const github = await startGitHub(() => (left-- > 0 ? answer : [200, { number: 7 }]));
    const { rest } = await openOctokit(github.env, 't0ken', { sleep: async ms => void pauses.push(ms) });
    const repo = { owner: 'acme', repo: 'shop' };
    try {
      const { data } = await (method === 'get'
        ? rest.issues.get({ ...repo, issue_number: 7 })
        : rest.issues.create({ ...repo, title: 'x' }));
      return { said: data.number, calls: github.asked.length, pauses };
    } catch (error) {
      return { said: (error as Error).message, calls: github.asked.length, pauses };
    } finally {
      github.close();
    }
  }
  const limited = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.now() / 1000 + 3600) };

  it.each<[string, 'create' | 'get', GivenAnswer, number[]]>([
    ['GitHub stumbles', 'get', [502, {}], [500, 1000]],
    ['it asks for a pause', 'get', [429, {}, { 'retry-after': '2' }], [2000, 2000]],
    ['nothing was created', 'create', [503, {}], [500, 1000]],
    ['a limit kept it from being created', 'create', [403, { message: 'secondary rate limit' }], [500, 1000]],
  ])('is repeated when %s', async (_, method, answer, pauses) => {
    expect(await called(method, answer, 2)).toEqual({ said: 7, calls: 3, pauses });
  });

  it.each<[string, 'create' | 'get', GivenAnswer, RegExp]>([
    ['it may have been created', 'create', [502, { message: 'Bad Gateway' }], /^502: Bad Gateway/],
    ['the limit lasts longer than a release can wait', 'get', [403, {}, limited], /^403/],
    ['it is not allowed', 'get', [403, { message: 'Resource not accessible' }], /^403: Resource/],
  ])('fails at once when %s', async (_, method, answer, said) => {
    expect(await called(method, answer, 2)).toEqual({
      said: expect.stringMatching(said),
      calls: 1,
      pauses: [],
    });
  });

  it('fails after three attempts', async () => {
    const { said, calls } = await called('get', [500, { message: 'Server Error' }], 9);
    expect([said, calls]).toEqual([expect.stringMatching(/^500: Server Error/), 3]);
  });
});
