import { UserError } from './errors.ts';
import { withoutPasswords } from './secrecy.ts';

/** In the order in which Node looks at them. */
const variables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/**
 * Makes `fetch`, `http` and `https` go through the proxy that the environment names (`HTTPS_PROXY`, `HTTP_PROXY`, but not to
 * `NO_PROXY`), as kubectl and docker do anyway; Node itself heeds them only when it is started with `NODE_USE_ENV_PROXY=1`.
 * Sockets in the file system and connections with an agent of their own stay direct. Costs nothing where no variable is set.
 * @returns what makes everything as it was.
 * @throws UserError when a variable holds no address.
 */
export async function heedForwardProxy(
  env: NodeJS.ProcessEnv,
  report: (line: string) => void,
): Promise<() => void> {
  const named = addressesOf(env);
  if (Object.keys(named).length === 0 || env.NODE_USE_ENV_PROXY === '1') return () => undefined;
  const { setGlobalProxyFromEnv: use } = (await import('node:http')) as Partial<typeof import('node:http')>;
  if (use === undefined) {
    report(
      `warning: ${Object.keys(named).join(', ')} cannot be heeded by Node ${process.version}: set NODE_USE_ENV_PROXY to 1 in the job's \`env\``,
    );
    return () => undefined;
  }
  const { no_proxy, NO_PROXY } = env;
  return use({ ...named, ...(no_proxy ? { no_proxy } : {}), ...(NO_PROXY ? { NO_PROXY } : {}) });
}

/**
 * The proxies that the environment names; one without a scheme speaks HTTP, as curl and Go take it. Pure.
 * @throws UserError for what is no address.
 */
export function addressesOf(env: NodeJS.ProcessEnv): Record<string, string> {
  const given = variables.flatMap(name => (env[name] ? [[name, env[name]] as const] : []));
  return Object.fromEntries(
    given.map(([name, value]) => {
      const address = /^[a-z0-9+.-]+:\/\//i.test(value) ? value : `http://${value}`;
      if (URL.canParse(address) && /^https?:/i.test(address)) return [name, address];
      throw new UserError(
        `${name} is "${withoutPasswords(value)}", which is no address of an HTTP proxy`,
        'write one such as http://proxy.example:3128, or leave it out',
      );
    }),
  );
}
