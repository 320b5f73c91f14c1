import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/contents.ts';
import { trustOf } from '../../src/config/signing.ts';
import { demandOf, demandsOf } from '../../src/signing/demand.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { changed } from '../config/configs.ts';
import { wording } from '../wording.ts';

const github = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_REPOSITORY_ID: '4711',
};
const trust = (more: string, own = '') => {
  const text = changed('environments:', `${more}\nenvironments:`);
  const config = parseConfig(
    changed('    service: shop\n', `    service: shop\n${own}`, text),
    'slipway.yml',
  );
  return trustOf(config, config.environments.production?.trust);
};
const demand = (more: string, env: NodeJS.ProcessEnv = github, own = '') => {
  const whole = trust(more, own);
  return whole && demandOf(whole, env);
};

describe('the demand on images', () => {
  it('is empty where slipway.yml has no signatures', () => {
    expect(trust('')).toBeUndefined();
  });

  it('is, without a key, a signature of the releasing repository, by address and number', () => {
    expect(demand('signing: {}')).toEqual({
      kinds: ['signature', 'provenance', 'sbom', 'scan'],
      signer: {
        by: 'identity',
        issuer: 'https://token.actions.githubusercontent.com',
        repository: 'https://github.com/acme/shop',
        repositoryId: '4711',
        refs: ['refs/heads/*', 'refs/tags/*'],
      },
    });
  });

  it('security 7: is, by default, a signature from the default branch, or from the branch or tag that releases', () => {
    const refs = (env: object, branch?: string) => {
      const whole = trust('signing: {}');
      const { signer } = demandOf(whole!, { ...github, ...env }, branch);
      return 'refs' in signer ? signer.refs : undefined;
    };
    expect(refs({ GITHUB_REF: 'refs/tags/v2' }, 'trunk')).toEqual(['refs/heads/trunk', 'refs/tags/v2']);
    expect(refs({ GITHUB_REF: 'refs/heads/trunk' }, 'trunk')).toEqual(['refs/heads/trunk']);
    expect(refs({ GITHUB_REF: 'refs/pull/7/merge' }, 'trunk')).toEqual(['refs/heads/trunk']);
    expect(refs({ GITHUB_REF: 'refs/heads/main' })).toEqual(['refs/heads/main']);
  });

  it.each([
    'https://token.actions.githubusercontent.com/acme',
    'https://token.actions.acme.ghe.com',
    'https://git.acme.example/_services/token',
  ])('security 6: includes the repository beside a subject of a GitHub enterprise, too: %s', issuer => {
    const workflow = 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v*';
    const identity = `trust: {identity: {issuer: ${issuer}, subject: "${workflow}"}}`;
    expect(demand(identity)?.signer).toMatchObject({ repositoryId: '4711', subject: workflow });
  });

  it('is all attestations, unless slipway.yml names fewer or more', () => {
    expect(demand('signing: {attestations: [sbom]}')?.kinds).toEqual(['signature', 'sbom']);
    expect(demand('signing: {attestations: [sbom]}\ntrust: {attestations: []}')?.kinds).toEqual([
      'signature',
    ]);
    expect(demand('trust: {attestations: [scan], max-scan-age: 2d}')).toMatchObject({
      kinds: ['signature', 'scan'],
      scanAge: 172_800_000,
    });
  });

  it('is a key where one is named; a key service provides the public key', () => {
    const own = 'signing: {key: "env://KEY"}\ntrust: {key: cosign.pub}';
    expect(demand(own)?.signer).toEqual({ by: 'key', key: 'cosign.pub' });
    expect(demand('signing: {key: "awskms:///alias/shop"}')?.signer).toEqual({
      by: 'key',
      key: 'awskms:///alias/shop',
    });
  });

  it('is another repository where one is named, wherever the release runs', () => {
    const other = 'trust: {identity: {repository: https://github.com/acme/lib, repository-id: 12}}';
    expect(demand(other, {})?.signer).toMatchObject({
      repository: 'https://github.com/acme/lib',
      repositoryId: '12',
      issuer: 'https://token.actions.githubusercontent.com',
    });
  });

  it('is only a subject where one is named, without repository or ref', () => {
    const identity = 'trust: {identity: {issuer: https://accounts.google.com, subject: ci@acme.example}}';
    expect(demand(identity)?.signer).toEqual({
      by: 'identity',
      issuer: 'https://accounts.google.com',
      subject: 'ci@acme.example',
    });
  });

  it('includes the repository beside a subject of GitHub, because any repository may call that workflow', () => {
    const workflow = 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v*';
    const identity = `trust: {identity: {subject: "${workflow}"}}`;
    const whole = {
      by: 'identity',
      repository: 'https://github.com/acme/shop',
      repositoryId: '4711',
      refs: ['refs/heads/*', 'refs/tags/*'],
      subject: workflow,
    };
    expect(demand(identity)?.signer).toMatchObject(whole);
    const server = 'https://git.acme.example';
    expect(demand(identity, { ...github, GITHUB_SERVER_URL: server })?.signer).toMatchObject({
      ...whole,
      repository: `${server}/acme/shop`,
    });
    const named = identity.replace('subject', 'issuer: https://token.actions.githubusercontent.com, subject');
    for (const each of [identity, named]) expect(() => demand(each, {})).toThrow(wording());
  });

  it('trusts the issuer of an Enterprise Server where one runs the release', () => {
    const env = { ...github, GITHUB_SERVER_URL: 'https://git.acme.example' };
    expect(demand('signing: {}', env)?.signer).toMatchObject({
      issuer: 'https://git.acme.example/_services/token',
      repository: 'https://git.acme.example/acme/shop',
    });
  });

  it('is not guessed outside of GitHub Actions, or from incomplete variables', () => {
    const half = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'acme/shop' };
    for (const env of [{}, half]) expect(() => demand('signing: {}', env)).toThrow(wording());
  });

  it('is that of the environment, which overrides the file', () => {
    const file =
      'signing: {key: "env://KEY"}\ntrust: {key: cosign.pub, attestations: [sbom], max-scan-age: 9d}';
    const own = (text: string) => demand(file, github, `    trust: ${text}\n`);
    expect(own('{signed: false}')).toBeUndefined();
    expect(own('{attestations: [scan]}')).toMatchObject({
      kinds: ['signature', 'scan'],
      signer: { by: 'key', key: 'cosign.pub' },
      scanAge: 777_600_000,
    });
    expect(own('{identity: {}}')?.signer).toMatchObject({ by: 'identity', repositoryId: '4711' });
    expect(own('{key: other.pub}')?.signer).toEqual({ by: 'key', key: 'other.pub' });
  });
});

describe('beside a signature', () => {
  const root = (more: object) =>
    JSON.stringify({ mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1', ...more });
  const some = [{}];

  it('all proofs that a trusted root names are demanded', () => {
    expect(demandsOf(root({ tlogs: some, ctlogs: some, timestampAuthorities: some }), false, false)).toEqual({
      log: true,
      timestamp: false,
      certificateLog: true,
    });
    expect(demandsOf(root({ tlogs: [], timestampAuthorities: some }), false, false)).toEqual({
      log: false,
      timestamp: true,
      certificateLog: false,
    });
  });

  it('both public logs are demanded without a trusted root', () => {
    expect(demandsOf(undefined, false, false)).toEqual({ log: true, timestamp: false, certificateLog: true });
  });

  it('only the public log is demanded with a key, and only if slipway.yml enables it', () => {
    expect(demandsOf(undefined, true, false)).toEqual({
      log: false,
      timestamp: false,
      certificateLog: false,
    });
    expect(demandsOf(undefined, true, true).log).toBe(true);
  });

  it.each([['{'], ['[]'], ['{"mediaType":"application/json"}']])('%s is not a trusted root', text => {
    expect(() => demandsOf(text, false, false)).toThrow(UserError);
  });
});
