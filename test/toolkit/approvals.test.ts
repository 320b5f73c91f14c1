import { expect, it } from 'vitest';
import { approvalsOf } from '../../src/toolkit/approvals.ts';
import type { GitHub } from '../../src/toolkit/github.ts';

const github = (answer: unknown): { github: GitHub; asked: string[] } => {
  const asked: string[] = [];
  const call: GitHub['call'] = async (method, path) => {
    asked.push(`${method} ${path}`);
    return answer as never;
  };
  return { github: { repository: 'acme/shop', call }, asked };
};
const review = (state: string, login: string | undefined, ...names: string[]) => ({
  ...{ state, comment: '', environments: names.map((name, id) => ({ id, name })) },
  user: login === undefined ? null : { login },
});

it('approvals have a user and the environments', async () => {
  const { github: given, asked } = github([
    review('approved', 'mona', 'production-drills', 'more'),
    review('rejected', 'hubot', 'production-drills'),
    review('pending', 'ada', 'production-drills'),
    review('approved', undefined, 'production-drills'),
  ]);
  expect(await approvalsOf(given, '42')).toEqual([
    { by: 'mona', environments: ['production-drills', 'more'] },
  ]);
  expect(asked).toEqual(['GET actions/runs/42/approvals']);
});

it('a run that needs no approval has none', async () => {
  expect(await approvalsOf(github([]).github, '42')).toEqual([]);
});
