import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';

/** Git's access to the remote of a release. */
export interface Access {
  /** Environment variables for a git process that reads the remote. */
  readonly reading: NodeJS.ProcessEnv;
  /** Calls `push` with the environment variables for the only git process that pushes. The key is on disk until `push` returns. */
  pushing<Result>(push: (env: NodeJS.ProcessEnv) => Result): Result;
}

/** Access to a remote that needs no login. */
export const open: Access = { reading: {}, pushing: push => push({}) };

/** The host key of github.com from docs.github.com, "GitHub's SSH key fingerprints". */
const knownHost =
  'github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n';

/**
 * Returns access with the run's token for reads and the deploy key for writes. The token of a run cannot push a commit that changes
 * workflows, and the rendered commit changes them.
 * @param env the runner's environment, with GITHUB_SERVER_URL and RUNNER_TEMP.
 * @throws UserError when the command pushes and the key is missing.
 */
export function accessOf(
  env: NodeJS.ProcessEnv,
  { token, key, pushes }: { readonly token: string; readonly key: string; readonly pushes: boolean },
): Access {
  const { GITHUB_SERVER_URL: server = 'https://github.com', RUNNER_TEMP: temp = tmpdir() } = env;
  if (pushes && key === '')
    throw new UserError(
      'tags cannot be pushed: the key is missing',
      'add the secret RELEASE_KEY to the environment `release`: the private half of a deploy key with write access (docs/releasing.md)',
    );
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    reading: token === '' ? {} : setting(`http.${server}/.extraheader`, `AUTHORIZATION: basic ${basic}`),
    pushing: push => {
      if (key === '') return push({});
      const folder = mkdtempSync(join(temp, 'release-key-'));
      try {
        const [file, hosts] = [join(folder, 'key'), join(folder, 'hosts')];
        writeFileSync(file, `${key.trimEnd()}\n`, { mode: 0o600 });
        writeFileSync(hosts, knownHost);
        const ssh = `ssh -i ${file} -o IdentitiesOnly=yes -o UserKnownHostsFile=${hosts} -o StrictHostKeyChecking=yes`;
        return push({ ...setting('url.git@github.com:.pushInsteadOf', `${server}/`), GIT_SSH_COMMAND: ssh });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Removes a secret from an environment, so that child processes do not inherit it. @returns its value, or an empty string. */
export function takeSecret(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name] ?? '';
  delete env[name];
  return value;
}

/** One git setting as environment variables. */
const setting = (name: string, value: string): NodeJS.ProcessEnv => ({
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: name,
  GIT_CONFIG_VALUE_0: value,
});
