import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { networkEnvironment } from '../toolkit/environment.ts';
import { printable } from '../toolkit/printable.ts';
import { shellWord } from '../toolkit/shell-word.ts';
import { withoutPasswords } from '../toolkit/url-passwords.ts';

/** Helm as a child process, of us or of kustomize: what it gets of our environment, and what it says. */

/** The variables that say where the credentials of registries are. */
const credentials = ['HOME', 'DOCKER_CONFIG', 'HELM_REGISTRY_CONFIG'];

/**
 * Returns the variables of Helm: its folders are empty, so that neither plugins nor repositories of this machine matter. Pure.
 * @param folder an empty, private folder.
 * @param remote whether charts come from a registry; only then Helm gets proxies and credentials.
 */
export function helmEnvironment(env: NodeJS.ProcessEnv, folder: string, remote: boolean): NodeJS.ProcessEnv {
  const own = {
    HELM_CACHE_HOME: join(folder, 'cache'),
    HELM_CONFIG_HOME: join(folder, 'config'),
    HELM_DATA_HOME: join(folder, 'data'),
    HELM_PLUGINS: join(folder, 'plugins'),
    // Without a kubeconfig a template cannot query a cluster, even if an option allows it to.
    KUBECONFIG: join(folder, 'kubeconfig'),
  };
  if (!remote) return { PATH: env.PATH, HOME: folder, ...own };
  const kept = Object.entries(env).filter(([name]) => credentials.includes(name));
  const login = env.HELM_REGISTRY_CONFIG ?? loginOf(env);
  return {
    ...networkEnvironment(env),
    ...Object.fromEntries(kept),
    ...own,
    ...(login === undefined ? {} : { HELM_REGISTRY_CONFIG: login }),
  };
}

/** Returns where `helm registry login` stores credentials. Helm itself also reads those of `docker login`. */
function loginOf({ HELM_CONFIG_HOME, XDG_CONFIG_HOME, HOME }: NodeJS.ProcessEnv): string | undefined {
  const base = XDG_CONFIG_HOME ?? (HOME === undefined ? undefined : join(HOME, '.config'));
  const config = HELM_CONFIG_HOME ?? (base === undefined ? undefined : join(base, 'helm'));
  return config === undefined ? undefined : join(config, 'registry', 'config.json');
}

/**
 * Writes a program that runs Helm with only the variables of `helmEnvironment`. kustomize sets HELM_DATA_HOME to a folder that the
 * kustomization names, from which Helm would load plugins, and passes all that kubectl has.
 *
 * There are two scripts: arguments are visible to other users of the machine, so the values, such as the password of a proxy, are only
 * in the second one.
 * @param folder an empty, private folder.
 * @returns the path of the program.
 */
export async function wrapHelm(helm: string, env: NodeJS.ProcessEnv, folder: string): Promise<string> {
  const [program, inner] = [join(folder, 'helm'), join(folder, 'helm-with-environment')];
  const variables = Object.entries(helmEnvironment(env, folder, true)).flatMap(([name, value]) =>
    value === undefined ? [] : [`export ${name}=${shellWord(value)}`],
  );
  const write = (path: string, ...lines: string[]) =>
    writeFile(path, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o700, flag: 'wx' });
  await write(inner, ...variables, `exec ${shellWord(helm)} "$@"`);
  await write(program, `exec /usr/bin/env -i /bin/sh ${shellWord(inner)} "$@"`);
  return program;
}

/** Extracts Helm's error from its output, without the values that it quotes. Pure. */
export function faultOfHelm(stderr: string): string {
  const [fault = ''] = stderr.slice(stderr.indexOf('Error: ') + 1).split('\n\nUse --debug');
  const said = fault.replace(/^rror: /, '').replace(/'[^']*' does not match/g, 'the value does not match');
  return printable(withoutPasswords(said)).replace(/\s+/g, ' ').trim().slice(0, 600);
}
