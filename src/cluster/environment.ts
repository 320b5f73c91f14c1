/** Where programs, homes and proxies are, and whom TLS trusts. */
const reaching = 'PATH HOME USER LOGNAME SHELL TMPDIR TZ LANG SSL_CERT_FILE SSL_CERT_DIR NODE_EXTRA_CA_CERTS';
const proxies = 'HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY';
const names = new Set(`${reaching} ${proxies} ${proxies.toLowerCase()}`.split(' '));

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
  return Object.fromEntries(Object.entries(env).filter(([name]) => passes(name)));
}
