import { readFileSync } from 'node:fs';

const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];
const names = new Set([
  ...['PATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
  ...proxies,
  ...proxies.map(name => name.toLowerCase()),
]);

/** Returns the variables that every program may have: PATH, proxies and TLS certificates. Pure. */
export function networkEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => names.has(name)));
}

/** Returns the value of a variable, or the content of the file that `NAME_FILE` names; empty without both. */
export function variableIn(name: string, env: NodeJS.ProcessEnv): string {
  const value = env[name]?.trim() ?? '';
  const path = env[`${name}_FILE`] ?? '';
  if (value !== '' || path === '') return value;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
