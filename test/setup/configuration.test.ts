import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configurationText } from '../../src/setup/configuration.ts';
import { wrappersFor } from '../../src/setup/wrappers.ts';
import { wording } from '../wording.ts';

it('names of the repository are texts in slipway.yml, and words in its commands', () => {
  const text = configurationText({
    ...{ app: '2048', environment: '1e3', namespace: { name: '0123', why: '' } },
    images: [
      {
        name: '7',
        repository: 'x/y',
        context: 'x;cmd',
        target: undefined,
        args: {},
        dockerfile: 'a b',
        why: '',
      },
    ],
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
  const settings = {
    app: 'shop',
    image: 'ghcr.io/a/b',
    environment: '110',
    code: { version: '1.0.0', commit: '$&'.repeat(20) },
  };
  for (const prefix of ['', 'a b/$&/']) {
    const { files } = wrappersFor({ prefix, branch, texts: new Map() }, settings);
    const [release, , rollback, status] = [...files.values()].map(text => parse(text));
    expect(release.on.push.branches).toEqual([expected]);
    const called = prefix === '' ? release.jobs.release.steps[0] : release.jobs.pipeline;
    expect(called.with.environment).toBe('110');
    expect(called.uses).toContain('$&$&');
    for (const { environment } of [rollback.jobs.rollback.with, status.jobs.status.with])
      expect(environment).toBe('110');
  }
});

it('the workflows of several applications log in, too', () => {
  const { files } = wrappersFor(
    { prefix: 'cart/', branch: 'main', texts: new Map() },
    {
      app: 'cart',
      image: 'docker.io/acme/cart',
      environment: 'live',
      code: { version: '1', commit: undefined },
    },
  );
  const [release, , rollback, status] = [...files.values()].map(text => parse(text));
  for (const job of [release.jobs.pipeline, rollback.jobs.rollback, status.jobs.status])
    expect(job).toMatchObject({
      with: { registry: 'docker.io', 'registry-username': '${{ vars.REGISTRY_USERNAME }}' },
      secrets: { 'registry-password': '${{ secrets.REGISTRY_PASSWORD }}' },
    });
  // The scan of pipeline.yml does not get the account that pushes.
  expect(release.jobs.pipeline).toMatchObject({
    with: { 'registry-read-username': '${{ vars.REGISTRY_READ_USERNAME }}' },
    secrets: { 'registry-read-password': '${{ secrets.REGISTRY_READ_PASSWORD }}' },
  });
  expect(Object.keys(rollback.jobs.rollback.with)).not.toContain('registry-read-username');
});

describe('the workflows log in', () => {
  const inputsFor = (image: string) => {
    const settings = {
      app: 'shop',
      image,
      environment: 'production',
      code: { version: '1', commit: undefined },
    };
    const { files } = wrappersFor({ prefix: '', branch: 'main', texts: new Map() }, settings);
    const texts = [...files.values()];
    const [release, check, rollback] = texts.map(text => parse(text));
    return {
      ...{ text: texts.join(), check: check.jobs.check.with, rollback: rollback.jobs.rollback },
      step: release.jobs.release.steps[0].with,
    };
  };

  it('to ghcr.io by the token of the run', () => {
    const { step, rollback } = inputsFor('ghcr.io/acme/shop');
    expect([step, rollback.with.registry, rollback.secrets]).toEqual([
      { environment: 'production' },
      ...[undefined, undefined],
    ]);
  });

  it('to another registry by its account', () => {
    const { step, check, rollback, text } = inputsFor('harbor.example.com:8443/team/shop');
    const login = {
      registry: 'harbor.example.com:8443',
      'registry-username': '${{ vars.REGISTRY_USERNAME }}',
    };
    const password = { 'registry-password': '${{ secrets.REGISTRY_PASSWORD }}' };
    expect(step).toEqual({ environment: 'production', ...login, ...password });
    expect(rollback).toMatchObject({ with: login, secrets: password });
    expect(check).toBeUndefined();
    expect(text.split('\n')).toContainEqual(wording('harbor.example.com:8443', 'REGISTRY_PASSWORD'));
  });

  it.each(['123456789012.dkr.ecr.eu-central-1.amazonaws.com/shop', 'europe-docker.pkg.dev/acme/shop/shop'])(
    'to %s by an earlier step',
    image => {
      const { step, rollback, text } = inputsFor(image);
      expect([step.registry, rollback.with.registry, rollback.secrets]).toEqual(['', '', undefined]);
      expect(text.split('\n')).toContainEqual(wording('earlier step'));
    },
  );
});
