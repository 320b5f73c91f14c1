import { afterEach, expect, it } from 'vitest';
import { approvalsOf } from '../../src/toolkit/approvals.ts';
import { gitHubOf } from '../../src/toolkit/github.ts';
import { wording } from '../wording.ts';
import { type FakeGitHub, startGitHub } from './fake-github.ts';

let server: FakeGitHub | undefined;
afterEach(() => server?.close());

async function approved(reviews: unknown) {
  server = await startGitHub(() => [200, reviews]);
  return approvalsOf(gitHubOf(server.env, 't0ken')!, '42');
}
const review = (state: string, login: string | undefined, ...names: string[]) => ({
  ...{ state, comment: '', environments: names.map((name, id) => ({ id, name })) },
  user: login === undefined ? null : { login },
});

it('approvals have a user and the environments', async () => {
  const reviews = [
    review('approved', 'mona', 'production-drills', 'more'),
    review('rejected', 'hubot', 'production-drills'),
    review('pending', 'ada', 'production-drills'),
    review('approved', undefined, 'production-drills'),
  ];
  expect(await approved(reviews)).toEqual([{ by: 'mona', environments: ['production-drills', 'more'] }]);
  expect(server?.calls()).toEqual(['GET actions/runs/42/approvals']);
});

it('a run that needs no approval has none', async () => {
  expect(await approved([])).toEqual([]);
});

it.each([
  ['an object', { state: 'approved' }],
  ['environments that are a text', [{ ...review('approved', 'mona'), environments: 'production-drills' }]],
])('%s approves nothing', async (_, reviews) => {
  await expect(approved(reviews)).rejects.toThrow(wording('invalid'));
});
