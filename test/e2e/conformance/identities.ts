import { randomBytes } from 'node:crypto';
import { encrypt, keyOfSecret, parseKey } from '../../../src/recovery/fernet.ts';
import type { Entry } from './good/shop/src/settings.ts';

/** The credentials of a run: what the application accepts, and the variables by which slipway.yml names them. Made anew for each run. */

export interface Identities {
  readonly entries: readonly Entry[];
  readonly sessionKey: string;
  /** Fernet key in base64, of the Secret `keys`. */
  readonly storedKey: string;
  /** What the application keeps at `settings:customer`. */
  readonly storedToken: string;
  /** Without WEB_SESSION, which a login gives. */
  readonly variables: Readonly<Record<string, string>>;
}

export const password = 'correct horse battery';

/** @param known the key of stored values, where the cluster has one already. */
export function createIdentities(now: number, known?: string): Identities {
  const random = (name: string) => `${name}-${randomBytes(18).toString('base64url')}`;
  const values = {
    CUSTOMER_TOKEN: random('customer'),
    ADMIN_TOKEN: random('admin'),
    PARTNER_KEY: random('partner'),
    LAPSED_KEY: random('lapsed'),
    STORED_API_KEY: random('stored'),
  };
  const storedKey = known ?? keyOfSecret(random('stored'), 'url-safe');
  const key = parseKey(storedKey);
  if (key === undefined) throw new Error('the key of stored values is none');
  return {
    entries: [
      { kind: 'bearer', value: values.CUSTOMER_TOKEN, name: 'customer' },
      { kind: 'bearer', value: values.ADMIN_TOKEN, name: 'admin' },
      { kind: 'key', value: values.PARTNER_KEY, name: 'partner' },
      { kind: 'key', value: values.LAPSED_KEY, name: 'partner', expires: now - 86_400_000 },
    ],
    sessionKey: random('session'),
    storedKey,
    storedToken: encrypt(values.STORED_API_KEY, key, now, randomBytes(16)),
    variables: { ...values, PROBE_PASSWORD: password },
  };
}

/** What `POST /api/login` sets. @throws Error without a session. */
export function sessionIn(cookie: string): string {
  const [, value] = /^session=([^;]+)/.exec(cookie) ?? [];
  if (value === undefined) throw new Error('the login sets no session');
  return value;
}
