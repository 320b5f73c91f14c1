import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { configurationText } from '../../src/setup/configuration.ts';
import { wrappersFor } from '../../src/setup/wrappers.ts';

it('names of the repository are texts in slipway.yml, and words in its commands', () => {
  const text = configurationText({
    ...{ app: '2048', environment: '1e3', namespace: { name: '0123', why: '' } },
    images: [{ name: '7', repository: 'x/y', context: 'x;cmd', dockerfile: 'a b', why: '' }],
    tests: [{ folder: 'x;cmd', test: { run: 'npm test' } }],
    manifests: { entries: ['a, b/'], why: '' },
    chosen: { workload: 'Deployment/shop', why: '', workers: [], service: '12', notes: [] },
  });
  expect(parse(text)).toMatchObject({
    ...{ app: '2048', test: { run: "(cd 'x;cmd' && npm test)" } },
    images: { 7: { context: 'x;cmd', dockerfile: 'a b' } },
    environments: { '1e3': { namespace: '0123', manifests: ['a, b/'], service: '12' } },
  });
});

it.each([
  ['1.10', '1.10'],
  ["$'x", "$'x"],
  ['a,b', 'a,b'],
  ['c++', 'c\\+\\+'],
])('the branch %s is a text in the workflows', (branch, expected) => {
  const settings = { app: 'shop', environment: '110', code: { version: '1.0.0', commit: '$&'.repeat(20) } };
  const { files } = wrappersFor({ prefix: 'a b/$&/', branch, texts: new Map() }, settings);
  const [release, , rollback] = [...files.values()].map(text => parse(text));
  expect(release.on.push.branches).toEqual([expected]);
  const [step] = release.jobs.release.steps;
  expect(step.with).toMatchObject({ environment: '110', config: 'a b/$&/slipway.yml' });
  expect(step.uses).toContain('$&$&');
  expect(rollback.jobs.rollback.with.environment).toBe('110');
});
