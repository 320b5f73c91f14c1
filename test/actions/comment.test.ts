import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { commentAction } from '../../src/actions/comment.ts';
import { completeInputs, type Host } from '../../src/toolkit/host.ts';
import { type AskedCall, type GivenAnswer, startGitHub } from '../toolkit/fake-github.ts';
import { wording } from '../wording.ts';

/** The comments of pull request 5. */
let comments: { id: number; body: string; user: { type: string }; html_url: string }[] = [];
let refusal: GivenAnswer | undefined;
const mark = '<!-- slipway-check: slipway.yml -->';
const url = (id: number) => `https://github.example/acme/shop/pull/5#issuecomment-${id}`;
const made = (id: number, body: string, type = 'Bot') => ({ id, body, user: { type }, html_url: url(id) });
const server = await startGitHub(({ method, path, body }: AskedCall) => {
  if (refusal !== undefined) return refusal;
  const [, id] = /\/issues\/comments\/(\d+)$/.exec(path) ?? [];
  if (method === 'GET') return [200, comments];
  const comment = made(Number(id ?? comments.length + 1), String(body.body));
  comments = [...comments.filter(each => each.id !== comment.id), comment];
  return [id === undefined ? 201 : 200, comment];
});
const folder = mkdtempSync(join(tmpdir(), 'comment-'));
const event = join(folder, 'event.json');
const happened = (pull: object = { number: 5, head: { repo: { full_name: 'acme/shop' } } }) =>
  writeFileSync(event, JSON.stringify({ pull_request: pull }));
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  server.asked.length = 0;
  comments = [];
  refusal = undefined;
  happened();
});

const job = (result: string, outputs: object = {}) => ({ result, outputs });
const needs = (reason = 'none') =>
  JSON.stringify({
    test: job(reason === 'none' ? 'success' : 'failure', { reason, number: '9', pull_request: '9' }),
    scan: job('success'),
    plan: job('success'),
  });

async function comment(inputs: Record<string, string> = {}) {
  const said = { outputs: {} as Record<string, string>, summary: '', lines: [] as string[] };
  const host = {
    env: {
      ...server.env,
      GITHUB_EVENT_PATH: event,
      GITHUB_RUN_ID: '7',
      GITHUB_SERVER_URL: 'https://github.example',
    },
    report: (line: string) => said.lines.push(line),
    output: (name: string, value: string) => {
      said.outputs[name] = value;
    },
    summary: async (text: string) => {
      said.summary += text;
    },
  } as unknown as Host;
  const given: Record<string, string> = { needs: needs(), 'github-token': 't0ken', ...inputs };
  const well = await commentAction.run(
    completeInputs(commentAction, name => given[name] ?? ''),
    host,
  );
  return { well, ...said };
}

describe('the comment in a pull request', () => {
  it('is written once, and then replaced', async () => {
    const first = await comment({ needs: needs('a test failed') });
    const second = await comment();
    expect(server.calls()).toEqual([
      'GET issues/5/comments',
      'POST issues/5/comments',
      'GET issues/5/comments',
      'PATCH issues/comments/1',
    ]);
    expect([first.outputs, second.outputs]).toEqual([
      { url: url(1), reason: '' },
      { url: url(1), reason: '' },
    ]);
    expect(comments[0]?.body.split('\n').slice(0, 2)).toEqual([mark, '### ✅ Tests, scan and plan pass']);
    expect(first.summary).toContain('a test failed');
  });

  it('is not one that somebody wrote with the same mark, nor that of another slipway.yml', async () => {
    comments = [made(1, `${mark}\nmine`, 'User'), made(2, '<!-- slipway-check: api/slipway.yml -->\nother')];
    expect((await comment()).outputs.url).toBe(url(3));
  });

  it('is at most as long as GitHub takes', async () => {
    const lines = Array.from({ length: 300 }, () => 'x'.repeat(400));
    const change = { environment: '', object: 'Deployment/shop', what: 'change', lines, more: 0 };
    const changes = Array.from({ length: 20 }, (_, n) => ({ ...change, environment: `e${n}` }));
    const difference = JSON.stringify({ compared: true, note: '', changes });
    const plan = job('success', { difference });
    await comment({ needs: JSON.stringify({ test: job('success'), scan: job('success'), plan }) });
    expect(comments[0]?.body.length).toBeLessThan(65_536);
    expect(comments[0]?.body).toMatch(/The job summary has the rest\.\n$/);
  });

  it.each<[string, () => unknown, ReturnType<typeof wording>]>([
    ['for a fork', () => happened({ number: 5, head: { repo: { full_name: 'eve/shop' } } }), wording('fork')],
    ['for a fork that is gone', () => happened({ number: 5, head: { repo: null } }), wording('fork')],
    ['outside of a pull request', () => writeFileSync(event, '{}'), wording('pull request')],
    ['without a token', () => ({ 'github-token': '' }), wording('token')],
    [
      'without the permission',
      () => {
        refusal = [403, { message: 'Resource not accessible by integration' }];
      },
      wording('403', 'pull-requests: write'),
    ],
    [
      'when GitHub does not answer as it should',
      () => {
        refusal = [422, { message: 'Validation Failed' }];
      },
      wording('422'),
    ],
  ])('is only in the summary %s, and fails nothing', async (_, arrange, reason) => {
    const { well, outputs, summary, lines } = await comment((arrange() ?? {}) as Record<string, string>);
    expect([well, outputs]).toEqual([true, { url: '', reason }]);
    expect(summary).toContain('### ✅');
    expect(lines).toEqual([wording('only in the job summary')]);
    expect(comments).toEqual([]);
  });

  it('is refused for results of other jobs', async () => {
    await expect(comment({ needs: '{}' })).rejects.toThrow(wording('needs', 'toJSON(needs)'));
  });
});
