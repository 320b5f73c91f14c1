import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { authenticationConfig, claimsFor } from '../../lab/oidc.ts';

const docs = readFileSync(join(import.meta.dirname, '../../docs/cluster.md'), 'utf8');

describe("the lab's trust in its own issuer", () => {
  it('is configured as in the docs, except for the issuer, its authority and the audience', () => {
    const written = [...docs.matchAll(/```yaml\n([\s\S]*?)```/g)]
      .map(([, text]) => parse(text ?? '') as { kind?: string; jwt?: { issuer: object }[] })
      .find(({ kind }) => kind === 'AuthenticationConfiguration');
    const lab = parse(authenticationConfig('-----BEGIN\nabc\n')) as typeof written;
    expect(lab?.jwt?.[0]?.issuer).toEqual({
      url: 'https://10.99.0.1:6444',
      audiences: ['slipway-lab'],
      certificateAuthority: '-----BEGIN\nabc\n',
    });
    for (const config of [written, lab]) config!.jwt![0]!.issuer = {};
    expect(lab).toEqual(written);
  });

  it('applies to a token with the claims of GitHub', () => {
    const job = { repository: 'acme/shop', environment: 'production', life: 60 };
    expect(claimsFor(job, 'here', 1000)).toMatchObject({
      aud: 'here',
      sub: 'repo:acme/shop:environment:production',
      repository_owner: 'acme',
      iat: 1000,
      exp: 1060,
    });
  });
});
