import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';

/** How git reaches the remote of a release. */
export interface Access {
  /** Variables for a git process that reads the remote. */
  readonly reading: NodeJS.ProcessEnv;
  /** Calls `push` with the variables for the one git process that pushes. The key is on disk until `push` returns. */
  pushing<Result>(push: (env: NodeJS.ProcessEnv) => Result): Result;
}

/** A checkout whose remote needs no login. */
export const open: Access = { reading: {}, pushing: push => push({}) };

/** The host keys of github.com, as docs.github.com has them ("GitHub's SSH key fingerprints"). */
const knownHost =
  'github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\n';

/**
 * Access by the token of the run, which reads, and the deploy key, which writes. GitHub lets no token of a run push a commit that
 * changes workflows, which the rendered form does.
 * @param env GITHUB_SERVER_URL and RUNNER_TEMP of the runner.
 * @throws UserError without a key where something is to be pushed.
 */
export function accessOf(
  env: NodeJS.ProcessEnv,
  { token, key, pushes }: { readonly token: string; readonly key: string; readonly pushes: boolean },
): Access {
  const { GITHUB_SERVER_URL: server = 'https://github.com', RUNNER_TEMP: temp = tmpdir() } = env;
  if (pushes && key === '')
    throw new UserError(
      'there is no key to push tags with',
      'give the environment `release` the secret RELEASE_KEY: the private half of a deploy key that may write (docs/releasing.md)',
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

/** Removes a secret from an environment, so that no child process inherits it. @returns its value, or an empty text. */
export function takeSecret(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name] ?? '';
  delete env[name];
  return value;
}

/** One setting of git, as variables. */
const setting = (name: string, value: string): NodeJS.ProcessEnv => ({
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: name,
  GIT_CONFIG_VALUE_0: value,
});
