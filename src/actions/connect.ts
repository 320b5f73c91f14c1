import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportVariable } from '@actions/core';
import { UserError } from '../toolkit/errors.ts';
import { newFolder } from '../toolkit/folder.ts';
import { defineAction, optional } from '../toolkit/host.ts';
import { isMap, mapsIn } from '../toolkit/map.ts';
import { shortestMasked } from '../toolkit/redaction.ts';

export const connectAction = defineAction({
  name: 'connect',
  description: 'Use a kubeconfig from a secret in the following steps.',
  inputs: { kubeconfig: optional('Content of the kubeconfig; empty changes nothing.') },
  outputs: { reason: 'Why the kubeconfig cannot be used, in one sentence; otherwise empty.' },
  run: async ({ kubeconfig }, { env, setSecret }) => {
    if (kubeconfig !== '') {
      for (const value of credentialsIn(await parsed(kubeconfig))) setSecret(value);
      const file = join(await newFolder(env, 'kubeconfig'), 'config');
      await writeFile(file, `${kubeconfig}\n`, { mode: 0o600 });
      exportVariable('KUBECONFIG', file);
    }
    return true;
  },
});

const ofUser = ['token', 'password', 'client-key-data'];
const ofProvider = ['access-token', 'id-token', 'refresh-token', 'client-secret'];

/**
 * Returns the credentials in a kubeconfig: GitHub masks the whole secret and each of its lines, but not a token within a line. Pure.
 */
function credentialsIn(config: Readonly<Record<string, unknown>>): string[] {
  return mapsIn(config.users).flatMap(({ user }) => {
    if (!isMap(user)) return [];
    const provider = isMap(user['auth-provider']) ? user['auth-provider'].config : undefined;
    const plugin = isMap(user.exec) ? mapsIn(user.exec.env).map(({ value }) => textOf(value)) : [];
    return [
      ...ofUser.map(key => textOf(user[key])),
      ...(isMap(provider) ? ofProvider.map(key => textOf(provider[key])) : []),
      // The environment of a plugin has more than secrets, and masking `1` or `true` would make the log unreadable.
      ...plugin.filter(value => value.length >= shortestMasked),
    ].filter(value => value !== '');
  });
}

const textOf = (value: unknown) => (['string', 'number'].includes(typeof value) ? String(value) : '');

/** Parses a kubeconfig. @throws UserError for another text, without quoting it. */
async function parsed(kubeconfig: string): Promise<Readonly<Record<string, unknown>>> {
  const { parse } = await import('yaml');
  let config: unknown;
  try {
    config = parse(kubeconfig);
  } catch {
    // The error of the parser quotes the text.
  }
  if (isMap(config) && ['clusters', 'users', 'contexts'].some(key => Object.hasOwn(config, key)))
    return config;
  throw new UserError(
    'the secret `kubeconfig` is not a kubeconfig',
    'set it to the content of the file, not its path and not base64',
  );
}
