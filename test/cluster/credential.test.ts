import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KubeUser, type Lifetime, lifetimeOf, readLifetime } from '../../src/cluster/credential.ts';
import { selfSigned } from '../certificates.ts';
import { wording } from '../wording.ts';
import { kubectlFolder, withKubectl } from './api-server.ts';

const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

function certificate(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cert-'));
  try {
    return Buffer.from(selfSigned(folder, 'a', [], 1).certificate).toString('base64');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the lifetime of a credential', () => {
  it.each<[string, KubeUser, Lifetime]>([
    ['a JSON Web Token', { token: jwt({ exp: 100 }) }, { kind: 'ends', what: wording(), end: 100_000 }],
    ['one without an end', { token: jwt({}) }, { kind: 'endless', what: wording() }],
    ['an opaque token', { token: 'abc' }, { kind: 'unknown', what: wording() }],
    [
      'a file with a token',
      { token: jwt({ exp: 1 }), tokenFile: '/t' },
      { kind: 'renewed', what: wording() },
    ],
    [
      'a plugin',
      { exec: { command: '/opt/bin/cloud-auth' }, token: 'x' },
      { kind: 'renewed', what: wording('cloud-auth') },
    ],
    ['a provider', { 'auth-provider': { name: 'oidc' } }, { kind: 'renewed', what: wording('oidc') }],
    ['a password', { username: 'a' }, { kind: 'unknown', what: wording() }],
    ['nothing', {}, { kind: 'unknown', what: wording() }],
    ['an invalid certificate', { 'client-certificate-data': 'eA==' }, { kind: 'unknown', what: wording() }],
  ])('of %s', (_, user, expected) => {
    expect(lifetimeOf(user)).toEqual(expected);
  });

  it('of a client certificate is read from it', () => {
    const lifetime = lifetimeOf({ 'client-certificate-data': certificate() });
    expect(lifetime).toMatchObject({ kind: 'ends', what: wording() });
    const left = (lifetime as { end: number }).end - Date.now();
    expect(left / 3_600_000).toBeCloseTo(24, 1);
  });

  const asked = async (script: string, env: Record<string, string> = {}) => {
    const folder = kubectlFolder(script);
    try {
      return await withKubectl(folder, env, () => readLifetime({ context: 'lab', kubeconfig: '/k' }));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('is read from the current user of kubectl', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'view-')), 'args');
    const config = JSON.stringify({ users: [{ user: { token: jwt({ exp: 9 }) } }] });
    writeFileSync(`${out}.json`, config);
    expect(await asked(`echo "$@" > ${out}; cat ${out}.json`)).toEqual({
      kind: 'ends',
      what: wording(),
      end: 9000,
    });
    expect(readFileSync(out, 'utf8')).toBe(
      'config view --raw --minify --flatten --output=json --kubeconfig=/k --context=lab\n',
    );
  });

  it('is unknown when kubectl does not return it, but in a pod the token is renewed', async () => {
    expect(await asked('exit 1')).toEqual({ kind: 'unknown', what: wording() });
    expect(await asked('exit 1', { KUBERNETES_SERVICE_HOST: '10.0.0.1' })).toMatchObject({ kind: 'renewed' });
  });
});
