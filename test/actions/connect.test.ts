import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readWorkflow } from '../../scripts/workflow-files.ts';
import { connectAction } from '../../src/actions/connect.ts';
import { runStep } from '../../src/toolkit/actions.ts';
import { wording } from '../wording.ts';
import { captureOutput } from './said.ts';

/** The action of the workflows that takes a kubeconfig from a secret, on a runner without any program. */

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'connect-'));
  vi.stubEnv('RUNNER_TEMP', folder);
  vi.stubEnv('PATH', '');
  vi.stubEnv('KUBECONFIG', undefined);
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_ENV']) {
    writeFileSync(join(folder, name), '');
    vi.stubEnv(name, join(folder, name));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true });
});

async function connect(kubeconfig: string) {
  vi.stubEnv('INPUT_KUBECONFIG', kubeconfig);
  const said = captureOutput();
  await runStep(connectAction);
  const lines = said().trim().split('\n');
  const set = (name: string, file: string) =>
    new RegExp(`^${name}<<(\\S+)\\n(.*)\\n\\1$`, 'm').exec(readFileSync(join(folder, file), 'utf8'))?.[2];
  const masked = lines.filter(line => line.startsWith('::add-mask::')).map(line => line.slice(12));
  return { lines, masked, reason: set('reason', 'GITHUB_OUTPUT'), path: set('KUBECONFIG', 'GITHUB_ENV') };
}

const user = (name: string, fields: object) => ({ name, user: fields });

describe('connect', () => {
  it('writes the kubeconfig only readable by this user, and exports its path', async () => {
    const text = 'apiVersion: v1\nclusters: []\nusers:\n- {name: ci, user: {token: a-token}}\n';
    const { path = '', masked, reason } = await connect(text);
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect([masked, reason, process.exitCode]).toEqual([['a-token'], '', undefined]);
  });

  it('masks every credential, with any characters', async () => {
    const tokens = {
      'access-token': 'an-access-token',
      'id-token': 'an-id-token',
      'cmd-path': '/bin/gcloud',
    };
    const env = [
      { name: 'AWS_SECRET_ACCESS_KEY', value: 'secret-of-a-plugin' },
      { name: 'DEBUG', value: 'true' },
    ];
    const users = [
      user('token', { token: '50%25-of-a-token\rand more' }),
      user('password', { username: 'admin', password: 'p1' }),
      user('certificate', { 'client-certificate-data': 'public', 'client-key-data': 'a-key' }),
      user('plugin', { exec: { command: 'aws', env } }),
      user('provider', {
        'auth-provider': { name: 'oidc', config: { ...tokens, 'refresh-token': 'again' } },
      }),
      user('nothing', { token: '', password: null }),
    ];
    expect((await connect(JSON.stringify({ users }))).masked).toEqual([
      '50%2525-of-a-token%0Dand more',
      'p1',
      'a-key',
      'secret-of-a-plugin',
      'an-access-token',
      'an-id-token',
      'again',
    ]);
  });

  it('changes nothing without a kubeconfig', async () => {
    const { path, lines } = await connect('');
    expect([path, lines]).toEqual([undefined, ['']]);
  });

  it.each([
    ['a path', '/home/me/.kube/config'],
    ['base64', Buffer.from('users: []').toString('base64')],
    ['another file', 'app: shop'],
    ['no YAML', 'users: [hunter2'],
  ])('refuses %s without quoting it, and writes nothing', async (_, text) => {
    const { path, reason, lines } = await connect(text);
    expect([path, process.exitCode]).toEqual([undefined, 1]);
    expect(reason).toEqual(wording('`kubeconfig`', 'is not a kubeconfig', 'its path'));
    expect(lines.join('\n')).not.toContain(text);
  });

  it('has the inputs and outputs that its action.yml declares', () => {
    const { inputs, outputs } = readWorkflow(
      '.github/actions/connect/action.yml',
    ) as never as typeof connectAction;
    expect(inputs).toEqual(connectAction.inputs);
    expect(outputs).toEqual({ reason: { description: connectAction.outputs.reason } });
  });
});
