import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { pastRecords } from '../../src/actions/past-records.ts';
import { type GivenAnswer, startGitHub } from '../toolkit/fake-github.ts';
import { zipOf } from '../toolkit/zip-writer.ts';

/** Artifacts of acme/shop (1), whose default branch is at the commit a…; b… is in its history, c… is on another branch, d… is live. */

const sha = (letter: string) => letter.repeat(40);
const now = Date.parse('2026-11-30T12:00:00.000Z');
const day = 86_400_000;

interface Made {
  name: string;
  files: Record<string, string | Buffer>;
  event?: string;
  branch?: string;
  commit?: string;
  /** Of the repository of the head. */
  from?: number | null;
  days?: number;
  expired?: boolean;
  size?: number;
}
let made: Made[] = [];
let refusal: GivenAnswer | undefined;
let elsewhere: string | undefined;

const blobs = createServer((request, response) => {
  asked.push(request.headers);
  response.end(zipOf(made[Number(request.url?.slice(1)) - 1]?.files ?? {}));
});
const asked: NodeJS.Dict<string | string[]>[] = [];
await new Promise<void>(resolve => blobs.listen(0, '127.0.0.1', resolve));

const server = await startGitHub(({ path, query }) => {
  if (refusal !== undefined) return refusal;
  const [, rest = ''] = /^\/repos\/acme\/shop\/?(.*)$/.exec(path) ?? [];
  const [, id = ''] = /(\d+)(?:\/zip)?$/.exec(rest) ?? [];
  if (rest === '') return [200, { default_branch: 'main' }];
  if (rest === 'branches/main') return [200, { commit: { sha: sha('a') } }];
  if (rest.startsWith('compare/')) {
    const status = { a: 'identical', b: 'behind', c: 'diverged', d: 'ahead' }[rest.at(-1) as 'a'];
    return [200, { status }];
  }
  if (rest.startsWith('actions/runs/')) return [200, { event: made[Number(id) - 1]?.event ?? 'push' }];
  if (rest.endsWith('/zip')) {
    const place = elsewhere ?? `http://127.0.0.1:${(blobs.address() as AddressInfo).port}/${id}`;
    return [302, '', { location: place }];
  }
  const from = (Number(query.page) - 1) * 100;
  return [200, { artifacts: made.map(artifact).slice(from, from + 100) }];
});
const artifact = (each: Made, index: number) => ({
  ...{ id: index + 1, name: each.name, size_in_bytes: each.size ?? 100, expired: each.expired ?? false },
  created_at: new Date(now - (each.days ?? 1) * day).toISOString(),
  workflow_run: {
    ...{ id: index + 1, repository_id: 1, head_repository_id: each.from === undefined ? 1 : each.from },
    ...{ head_branch: each.branch ?? 'main', head_sha: sha(each.commit ?? 'b') },
  },
});
afterAll(() => {
  server.close();
  blobs.close();
});
beforeEach(() => {
  server.asked.length = 0;
  asked.length = 0;
  refusal = undefined;
  elsewhere = undefined;
});

const env = { ...server.env, GITHUB_ACTIONS: 'true', GITHUB_SERVER_URL: 'https://github.example' };
const read = (artifacts: Made[], more: object = {}) => {
  made = artifacts;
  const request = { token: 't0ken', revision: sha('d'), counts: 7 * day, now, ...more };
  return pastRecords(request, { env });
};
const records = (more: Partial<Made> = {}): Made => ({
  ...{ name: 'slipway-records-test-production-1', files: { 'test.json': '{}' }, ...more },
});
const url = (run: number) => `https://github.example/acme/shop/actions/runs/${run}`;
const untrusted =
  '1 artifact did not count: only those from runs of the default branch or the live commit do, and none from pull requests';

describe('records of earlier runs', () => {
  it('are read from the artifacts, each with its run', async () => {
    const { files, notes } = await read([
      records({ files: { 'test.json': '{"a":1}', 'readme.txt': 'no' } }),
      records({ name: 'scan-reports-shop-1', files: { 'policy.json': '{}' } }),
      records({ name: 'monitor-shop-production-1', files: { 'monitor.json': '2', 'other.json': '3' } }),
      records({ name: 'dr-report-shop-production-zone-1', files: { 'a/dr-report.json': '4' }, days: 60 }),
      records({ name: 'requirements-production-1', files: { 'requirements.json': '5' }, days: 60 }),
    ]);
    expect(notes).toEqual([]);
    expect(files).toEqual([
      { path: `test.json of ${url(1)}`, content: '{"a":1}' },
      { path: `monitor.json of ${url(3)}`, content: '2' },
      { path: `a/dr-report.json of ${url(4)}`, content: '4' },
      { path: `requirements.json of ${url(5)}`, content: '5' },
    ]);
  });

  it('send the token to GitHub alone', async () => {
    await read([records()]);
    expect(server.asked.every(({ token }) => token === 'token t0ken')).toBe(true);
    expect(asked.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it.each<[string, Partial<Made>]>([
    ['of a fork whose branch is called main', { from: 2, commit: 'a' }],
    ['of a fork that is gone', { from: null }],
    ['of a fork with the commit of the live release', { from: 2, commit: 'd' }],
    ['of another branch', { branch: 'feature', commit: 'c' }],
    ['of another branch at a commit of the default branch', { branch: 'feature' }],
    ['of a tag that is called main', { commit: 'c' }],
    ['of a pull request within the repository', { event: 'pull_request' }],
    ['of pull_request_target', { event: 'pull_request_target' }],
    ['of workflow_run, which may check out a fork', { event: 'workflow_run' }],
    ['of a pull request at the live commit', { event: 'pull_request', commit: 'd' }],
  ])('do not count: %s', async (_, more) => {
    const { files, notes } = await read([records(more)]);
    expect([files, notes]).toEqual([[], [untrusted]]);
    expect(asked).toEqual([]);
  });

  it.each<[string, Partial<Made>]>([
    ['of the newest commit of the default branch', { commit: 'a' }],
    ['of a schedule', { event: 'schedule' }],
    ['of the live commit, released from a tag', { branch: 'v1.2.3', commit: 'd' }],
  ])('count: %s', async (_, more) => {
    const { files, notes } = await read([records(more)]);
    expect([files.length, notes]).toEqual([1, []]);
  });

  it('count no live commit where none is known', async () => {
    const { files } = await read([records({ branch: 'v1', commit: 'd' })], { revision: undefined });
    expect(files).toEqual([]);
  });

  it.each<[string, Partial<Made>]>([
    ['too old', { days: 8 }],
    ['expired', { expired: true }],
    ['too large', { size: 17 * 1024 * 1024 }],
  ])('are left alone if they are %s', async (_, more) => {
    expect((await read([records(more)])).files).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('are bounded: the newest three of a name, which a stranger cannot use up', async () => {
    const strange = Array.from({ length: 20 }, (_, n) => records({ branch: 'x', name: `${name}-${n}` }));
    const own = Array.from({ length: 5 }, (_, n) => records({ name: `${name}-${n}` }));
    const { files } = await read([...strange, ...own]);
    expect(files.map(({ path }) => path)).toEqual([21, 22, 23].map(run => `test.json of ${url(run)}`));
  });

  it('of the live commit are read although newer runs of other commits have kept as many', async () => {
    const scans = (length: number, commit: string) =>
      Array.from({ length }, (_, n) => records({ name: `${name}-${n}`, commit }));
    const others = Array.from({ length: 60 }, (_, n) => records({ name: `slipway-records-x${n}-1` }));
    const { files } = await read([...others, ...scans(5, 'b'), ...scans(5, 'd')]);
    expect(files).toHaveLength(60);
    const read3 = [66, 67, 68].map(run => `test.json of ${url(run)}`);
    expect(files.slice(0, 3).map(({ path }) => path)).toEqual(read3);
    const few = await read([...scans(5, 'b'), ...scans(5, 'd')]);
    const runs = few.files.map(({ path }) => Number(path.split('/').at(-1)));
    expect(runs).toEqual([6, 7, 8, 1, 2, 3]);
  });
  const name = 'slipway-records-test';

  it('are bounded: sixty artifacts, and the list', async () => {
    const many = Array.from({ length: 2100 }, (_, n) => records({ name: `slipway-records-x${n}-1` }));
    const { files, notes } = await read(many);
    expect(files).toHaveLength(60);
    expect(notes).toEqual(['only the newest 2000 artifacts of the repository were read']);
    expect(server.calls().filter(call => call === 'GET actions/artifacts')).toHaveLength(20);
  });

  it('say which artifact is none, and read the others', async () => {
    elsewhere = undefined;
    const bomb = Buffer.alloc(70 * 1024 * 1024);
    const { files, notes } = await read([
      records({ name: 'slipway-records-bomb-1', files: { 'bomb.json': bomb } }),
      records(),
    ]);
    expect(files.map(({ path }) => path)).toEqual([`test.json of ${url(2)}`]);
    expect(notes).toEqual([
      expect.stringContaining(`not read: the artifact slipway-records-bomb-1 of ${url(1)}: `),
    ]);
  });

  it('are not read from a place that GitHub does not own', async () => {
    elsewhere = 'file:///etc/passwd';
    expect((await read([records()])).notes[0]).toContain('GitHub returned an insecure address');
  });

  it('are only noted where GitHub refuses, and where there is no token', async () => {
    refusal = [403, { message: 'Resource not accessible by integration' }];
    const { files, notes } = await read([records()]);
    expect(files).toEqual([]);
    expect(notes[0]).toMatch(/^records of earlier runs were not read: 403: .*grant the job `actions: read`/);
    expect((await read([], { token: '' })).notes).toEqual([
      'records of earlier runs were not read: the input `actions-token` is not set',
    ]);
    const outside = await pastRecords({ token: '', revision: undefined, counts: 1, now }, { env: {} });
    expect(outside).toEqual({ files: [], notes: [] });
  });
});
