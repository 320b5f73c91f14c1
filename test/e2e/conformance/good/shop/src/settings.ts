/** The defects that a test may ask for, each of which breaks one requirement. */
export const defects = [
  'cookie-without-secure',
  'cookie-for-scripts',
  'tampered-cookie',
  'forged-bearer',
  'wrong-key',
  'lapsed-key',
  'open-endpoint',
  'wide-role',
  'revoked-role',
  'html-for-api',
  'api-for-html',
  'uncached-assets',
  'other-secret',
  'plain-logs',
  'secrets-in-logs',
  'silent-logins',
  'free-of-cost',
  'slow',
  'failing',
] as const;

export type Defect = (typeof defects)[number];

/** Someone who may send requests. */
export interface Entry {
  readonly kind: 'bearer' | 'key';
  readonly value: string;
  readonly name: string;
  /** ms since 1970; then it is refused. */
  readonly expires?: number;
}

export interface Settings {
  readonly version: string;
  readonly port: number;
  readonly entries: readonly Entry[];
  readonly sessionKey: string;
  /** A Fernet key in base64. */
  readonly storedKey: string;
  readonly redis: URL;
  readonly records: URL;
  /** Path of the certificates that Redis is trusted by. */
  readonly redisCa: string;
  readonly defects: ReadonlySet<Defect>;
}

/** Reads the variables. @throws Error for a defect that is not known: a test would pass without it. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  const asked = (env.DEFECTS ?? '').split(',').filter(each => each !== '');
  const unknown = asked.find(each => !defects.some(known => known === each));
  if (unknown !== undefined) throw new Error(`${unknown} is no defect of the shop`);
  return {
    version: env.VERSION || 'dev',
    port: Number(env.PORT ?? 8080),
    entries: JSON.parse(env.ACCESS ?? '[]') as Entry[],
    sessionKey: env.SESSION_KEY ?? '',
    storedKey: env.STORED_KEY ?? '',
    redis: new URL(env.REDIS_URL ?? 'rediss://redis:6380'),
    records: new URL(env.RECORDS_URL ?? 'http://records'),
    redisCa: env.REDIS_CA ?? '/etc/redis-ca/ca.crt',
    defects: new Set(asked as Defect[]),
  };
}
