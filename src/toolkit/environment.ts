const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const names = new Set([
  ...['PATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
  ...proxies,
  ...proxies.map(name => name.toLowerCase()),
]);

/** The part of an environment that any program may have: where programs are, which proxies lead out, and whom TLS trusts. Pure. */
export function networkEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => names.has(name)));
}
