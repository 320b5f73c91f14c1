import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLifetime } from '../../src/cluster/credential.ts';
import { kubectlEnvironment } from '../../src/cluster/environment.ts';
import { execIn, execInteractive } from '../../src/cluster/exec.ts';
import { forwardTo } from '../../src/cluster/forward.ts';
import { applyWithKubectl } from '../../src/cluster/kubectl.ts';
import { kustomize } from '../../src/cluster/kustomize.ts';
import { startProxy } from '../../src/cluster/proxy.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { kubectlFolder, withKubectl } from './api-server.ts';

const secrets = [
  ...['INPUT_TOKEN', 'INPUT_GITHUB-TOKEN', 'GITHUB_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_CACHE_URL'],
  ...['COSIGN_PRIVATE_KEY', 'COSIGN_PASSWORD', 'SLIPWAY_LOGINS', 'RELEASE_KEY', 'PGPASSWORD'],
];
const ours = Object.fromEntries(secrets.map(name => [name, `value-of-${name}`]));
const theirs = {
  ...{ AWS_PROFILE: 'shop', GOOGLE_APPLICATION_CREDENTIALS: '/key.json', AZURE_CLIENT_ID: '1' },
  ...{ ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer', https_proxy: 'http://proxy', KUBECONFIG: '/none' },
};

describe('security 18: what kubectl and its exec plugins get of our environment', () => {
  let folder: string;
  let out: string;
  beforeEach(() => {
    out = join(mkdtempSync(join(tmpdir(), 'environment-')), 'seen');
    folder = kubectlFolder(`env > '${out}.part'; mv '${out}.part' '${out}'; exit 1`);
  });
  afterEach(() => {
    for (const each of [folder, join(out, '..')]) rmSync(each, { recursive: true, force: true });
  });

  const place = { namespace: 'shop', pod: 'db-0' };
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
  const refused = () => new UserError('refused', 'grant it');
  it.each<[string, () => unknown]>([
    ['the proxy', () => startProxy()],
    ['an apply', () => applyWithKubectl(object, { fieldManager: 'slipway', reach: {}, refused })],
    ['a command in a container', () => execIn(place, ['true'], { reach: {} })],
    ['an interactive command in a container', () => execInteractive(place, ['true'], { reach: {} }).hear()],
    ['a forwarded port', () => forwardTo({ namespace: 'shop', service: 'shop', port: 80 }, {})],
    ['a kustomization', () => kustomize('/none', 'none')],
    ["the question for the credential's life", () => readLifetime({})],
  ])('%s gets the login of the cloud, but none of our secrets', async (_, act) => {
    await withKubectl(folder, { ...ours, ...theirs }, async () => {
      await Promise.resolve(act()).catch(() => undefined);
    });
    expect(existsSync(out)).toBe(true);
    const seen = readFileSync(out, 'utf8');
    expect(secrets.filter(name => seen.includes(`value-of-${name}`))).toEqual([]);
    expect(seen.split('\n')).toEqual(
      expect.arrayContaining(Object.entries(theirs).map(([name, value]) => `${name}=${value}`)),
    );
  });

  it('is a part of it, unchanged', () => {
    expect(kubectlEnvironment({ ...ours, ...theirs, PATH: '/bin', LC_ALL: 'C' })).toEqual({
      ...theirs,
      PATH: '/bin',
      LC_ALL: 'C',
    });
  });
});
