import { UserError } from '../../toolkit/errors.ts';
import { type Exec, localExec } from '../exec.ts';
import type { Connection } from './sql.ts';

/** How psql on this machine reaches a logically replicated copy. */
export interface CopyAddress {
  /** The variable with its URL. */
  readonly name: string;
  readonly connection: Connection;
  readonly exec: Exec;
}

/**
 * Reads the URL of a copy: `postgresql://user:password@host:port/database?sslmode=verify-full`. The password reaches psql in its
 * environment, where other users of the machine cannot read it.
 * @param variable the name of the variable with the URL.
 * @throws UserError when the variable is not set, or holds no such URL. It shows nothing of the value.
 */
export function copyAddress(variable: string, env: NodeJS.ProcessEnv): CopyAddress {
  const wrong = (problem: string) =>
    new UserError(
      `the copy of a database cannot be reached: ${variable} ${problem}`,
      'set it to a URL such as postgresql://user:password@host:5432/database?sslmode=verify-full',
    );
  const text = env[variable];
  if (!text) throw wrong('is not set');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const [database = '', ...more] = (url?.pathname ?? '').slice(1).split('/');
  if (url === undefined || !/^postgres(ql)?:$/.test(url.protocol) || database === '' || more.length > 0)
    throw wrong('is not the URL of a PostgreSQL database');
  const { sslmode = 'verify-full', sslrootcert = 'system', ...others } = Object.fromEntries(url.searchParams);
  const [other] = Object.keys(others);
  if (other !== undefined) throw wrong('has a parameter other than sslmode and sslrootcert');
  const parts = [database, url.username, url.hostname, url.password];
  if (parts.some(each => /%(?![0-9a-f]{2})/i.test(each))) throw wrong('has a "%" that is not encoded as %25');
  const { PATH, HOME } = env;
  return {
    name: variable,
    connection: {
      database: decodeURIComponent(database),
      ...(url.username === '' ? {} : { user: decodeURIComponent(url.username) }),
      // As for libpq, an encoded path is the folder of a socket.
      ...(url.hostname === '' ? {} : { host: decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '') }),
      ...(url.port === '' ? {} : { port: Number(url.port) }),
    },
    exec: localExec({
      PATH,
      HOME,
      PGSSLMODE: sslmode,
      PGCONNECT_TIMEOUT: '10',
      PGAPPNAME: 'slipway',
      ...(sslmode.startsWith('verify-') ? { PGSSLROOTCERT: sslrootcert } : {}),
      PGPASSWORD: decodeURIComponent(url.password),
    }),
  };
}
