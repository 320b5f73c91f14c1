import { networkEnvironment } from '../toolkit/environment.ts';

/** Home folders, locale and time zone. */
const names = new Set('HOME USER LOGNAME SHELL TMPDIR TZ LANG'.split(' '));

/** Prefixes of the variables that kubectl reads, and of those that the exec plugins of cloud providers need to log in. */
const prefixes = [
  ...['LC_', 'XDG_', 'KUBE', 'AWS_', 'GOOGLE_', 'CLOUDSDK_', 'AZURE_', 'AAD_', 'ARM_', 'OCI_'],
  ...['DIGITALOCEAN_', 'ACTIONS_ID_TOKEN_REQUEST_'],
];

/**
 * Returns the part of our environment for kubectl and its exec plugins: no action inputs, no signing keys, no tokens of GitHub or of
 * the runner's cache. A plugin that needs another variable gets it from `user.exec.env` of the kubeconfig. Pure.
 */
export function kubectlEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const passes = (name: string) => names.has(name) || prefixes.some(prefix => name.startsWith(prefix));
  const own = Object.entries(env).filter(([name]) => passes(name));
  return { ...networkEnvironment(env), ...Object.fromEntries(own) };
}

/** The variables by which git finds its settings and its logins. */
const ofGit =
  /^(SSH_AUTH_SOCK|SSH_AGENT_PID|GIT_(SSH|SSH_COMMAND|ASKPASS|TERMINAL_PROMPT|SSL_CAINFO)|GIT_CONFIG_\w+)$/;

/** Returns the part of our environment for kustomize, and for the git that fetches remote bases. Pure. */
export function kustomizeEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const git = Object.entries(env).filter(([name]) => ofGit.test(name));
  return { ...kubectlEnvironment(env), ...Object.fromEntries(git) };
}
