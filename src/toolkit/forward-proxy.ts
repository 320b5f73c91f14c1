import { UserError } from './errors.ts';
import { withoutPasswords } from './url-passwords.ts';

/** In the order in which Node reads them. */
const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/**
 * Makes `fetch`, `http` and `https` use the proxy of the environment (`HTTPS_PROXY`, `HTTP_PROXY`, except for `NO_PROXY`), like kubectl and
 * docker. Node itself does so only when it is started with `NODE_USE_ENV_PROXY=1`. Unix sockets and connections with their own agent stay
 * direct. Loads nothing if no variable is set.
 * @returns a function that restores the previous behavior.
 * @throws UserError when a variable contains an invalid address.
 */
export async function useForwardProxy(
  env: NodeJS.ProcessEnv,
  report: (line: string) => void,
): Promise<() => void> {
  const named = addressesOf(env);
  if (Object.keys(named).length === 0 || env.NODE_USE_ENV_PROXY === '1') return () => undefined;
  const { setGlobalProxyFromEnv: use } = (await import('node:http')) as Partial<typeof import('node:http')>;
  if (use === undefined) {
    report(
      `warning: Node ${process.version} ignores ${Object.keys(named).join(', ')}: set NODE_USE_ENV_PROXY to 1 in the job's \`env\``,
    );
    return () => undefined;
  }
  const { no_proxy, NO_PROXY } = env;
  return use({ ...named, ...(no_proxy ? { no_proxy } : {}), ...(NO_PROXY ? { NO_PROXY } : {}) });
}

/**
 * Returns the proxies of the environment. An address without a scheme is HTTP, as in curl and Go. Pure.
 * @throws UserError for an invalid address.
 */
export function addressesOf(env: NodeJS.ProcessEnv): Record<string, string> {
  const given = variables.flatMap(name => (env[name] ? [[name, env[name]] as const] : []));
  return Object.fromEntries(
    given.map(([name, value]) => {
      const address = /^[a-z0-9+.-]+:\/\//i.test(value) ? value : `http://${value}`;
      if (URL.canParse(address) && /^https?:/i.test(address)) return [name, address];
      throw new UserError(
        `${name} is not the address of an HTTP proxy: "${withoutPasswords(value)}"`,
        'write one such as http://proxy.example:3128, or remove the variable',
      );
    }),
  );
}
