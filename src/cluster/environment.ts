import { networkEnvironment } from '../toolkit/environment.ts';

/** Homes, and how the machine speaks and counts time. */
const names = new Set('HOME USER LOGNAME SHELL TMPDIR TZ LANG'.split(' '));

/** How the variables begin that kubectl itself reads, and those by which the exec plugins of the clouds log in. */
const prefixes = [
  ...['LC_', 'XDG_', 'KUBE', 'AWS_', 'GOOGLE_', 'CLOUDSDK_', 'AZURE_', 'AAD_', 'ARM_', 'OCI_'],
  ...['DIGITALOCEAN_', 'ACTIONS_ID_TOKEN_REQUEST_'],
];

/**
 * What kubectl and its exec plugins get of our environment: no input of an action, no key of a signature, no token of the runner's
 * cache or of GitHub. A plugin that needs another variable takes it from `user.exec.env` of the kubeconfig. Pure.
 */
export function kubectlEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const passes = (name: string) => names.has(name) || prefixes.some(prefix => name.startsWith(prefix));
  const own = Object.entries(env).filter(([name]) => passes(name));
  return { ...networkEnvironment(env), ...Object.fromEntries(own) };
}
