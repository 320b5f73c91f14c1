import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connectByOidc, oidcKubeconfig } from '../../src/cluster/oidc.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

it('the kubeconfig for a cluster that trusts GitHub has a plugin as user, and contains no secret', () => {
  const trust = { server: 'https://api.example:6443', audience: 'shop' };
  expect(oidcKubeconfig(trust, 'PEM', ['/node', '/cli.js'])).toEqual({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'cluster',
        cluster: { server: 'https://api.example:6443', 'certificate-authority-data': 'UEVN' },
      },
    ],
    users: [
      {
        name: 'github',
        user: {
          exec: {
            apiVersion: 'client.authentication.k8s.io/v1',
            command: '/node',
            args: ['/cli.js', 'token', '--audience=shop'],
            env: [{ name: 'NODE_USE_ENV_PROXY', value: '1' }],
            interactiveMode: 'Never',
            provideClusterInfo: false,
          },
        },
      },
    ],
    contexts: [{ name: 'slipway', context: { cluster: 'cluster', user: 'github' } }],
    'current-context': 'slipway',
  });
  expect(JSON.stringify(oidcKubeconfig(trust, undefined, ['/node']))).not.toContain('certificate-authority');
});

it('a missing or invalid CA file is an error', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'oidc-'));
  const env = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x.example', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x' };
  const path = join(folder, 'ca.pem');
  const said = () => sentence(() => connectByOidc({ server: 'https://x', ca: path, audience: 'a' }, env));
  expect(await said()).toEqual(wording(`${path}`, 'cluster.ca', 'slipway.yml'));
  writeFileSync(path, 'hello');
  expect(await said()).toEqual(wording(`${path}`, 'cluster.ca'));
  rmSync(folder, { recursive: true });
});
