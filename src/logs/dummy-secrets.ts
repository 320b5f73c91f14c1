import { randomBytes } from 'node:crypto';

/** Secrets of no value, which are sent to an application to see whether its logs contain them. */

export interface DummySecret {
  readonly kind: string;
  readonly text: string;
  /** The unique part: letters and digits, which no encoding but base64 changes. */
  readonly core: string;
}

export type SecretEncoding = 'raw' | 'json' | 'url' | 'base64';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Returns random characters of an alphabet whose length divides 256, so that each is equally likely. */
const randomOf = (alphabet: string, length: number): string =>
  [...randomBytes(length)].map(byte => alphabet[byte % alphabet.length]).join('');

const word = (length: number): string => randomOf(`${letters}abcdefghijklmnopqrstuvwxyz765432`, length);

/** Returns a number with 16 digits that passes the check of card numbers, in a range of test cards. */
function cardNumber(): string {
  const digits = `4000${randomOf('01234567', 11)}`;
  const sum = [...digits].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Makes a new set of dummy secrets: one of each kind. */
export function dummySecrets(): DummySecret[] {
  const head = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ sub: 'slipway', scope: 'none' })}`;
  const digits = () => randomOf('01234567', 12);
  const secrets: [kind: string, core: string, before?: string, after?: string][] = [
    ['session cookie', word(32), 's:', '/+'],
    ['bearer token', word(40), '', '/+='],
    ['basic credential', word(24), 'slipway:', '"&'],
    ['API key', word(32), 'key/'],
    ['JWT', word(43), `${head}.`],
    ['private key', word(64), '-----BEGIN PRIVATE KEY-----\n', '\n-----END PRIVATE KEY-----\n'],
    ['card number', cardNumber()],
    ['password', word(24), '', '"\\&/ §'],
    ['password in a URL', word(24), 'postgres://slipway:', '@db.example.com:5432/shop'],
    ['AWS key id', `AKIA${randomOf(letters, 16)}`],
    ['GitHub token', `ghp_${word(36)}`],
    ['Slack token', word(24), `xoxb-${digits()}-${digits()}-`],
  ];
  return secrets.map(([kind, core, before = '', after = '']) => ({
    kind,
    core,
    text: `${before}${core}${after}`,
  }));
}

/**
 * Returns how a text contains a secret, or a part of it with its unique part; undefined if it does not. A secret that no encoding changes is
 * raw. Pure.
 */
export function encodingIn(text: string, { text: secret, core }: DummySecret): SecretEncoding | undefined {
  if (!text.includes(core)) return base64Of(core).some(form => text.includes(form)) ? 'base64' : undefined;
  // Escapes in URLs have either case.
  const holds = (form: string) => text.toLowerCase().includes(form.toLowerCase());
  if (holds(secret)) return 'raw';
  if (holds(JSON.stringify(secret).slice(1, -1))) return 'json';
  const forms = [encodeURIComponent(secret), new URLSearchParams({ '': secret }).toString().slice(1)];
  return forms.some(holds) ? 'url' : 'raw';
}

/** Returns the three forms that a text can have in the base64 of a longer one, without the characters that its neighbors change. */
function base64Of(text: string): string[] {
  return [0, 1, 2].map(offset => {
    const bits = 8 * (offset + text.length);
    const encoded = Buffer.from(`${'x'.repeat(offset)}${text}`).toString('base64');
    return encoded.slice(Math.ceil((8 * offset) / 6), Math.floor(bits / 6));
  });
}

/** A request that carries secrets to the application. */
export interface SecretRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Default: GET. */
  readonly method?: string;
  readonly body?: string;
}

export interface SecretRoutes {
  /** Paths for GET requests with the secrets in headers and query. */
  readonly paths: readonly string[];
  /** Paths that may be posted to. */
  readonly posts: readonly string[];
}

/**
 * Returns the requests that carry the secrets: two for each path, one for each path to post to. Pure.
 * @param credentials whether an Authorization header reaches the application; the API server's proxy would take it for its own.
 */
export function secretRequests(
  secrets: readonly DummySecret[],
  { paths, posts }: SecretRoutes,
  credentials: boolean,
): SecretRequest[] {
  const value = (kind: string) => secrets.find(each => each.kind === kind)?.text ?? '';
  const named = secrets.map(({ kind, text }) => [kind.toLowerCase().replaceAll(' ', '_'), text] as const);
  const query = new URLSearchParams(Object.fromEntries(named));
  const basic = Buffer.from(value('basic credential')).toString('base64');
  const usual = {
    cookie: `session=${encodeURIComponent(value('session cookie'))}`,
    'x-api-key': value('API key'),
    'x-auth-token': value('JWT'),
  };
  const login = (authorization: string) => (credentials ? { authorization } : {});
  const headers = { ...usual, ...login(`Bearer ${value('bearer token')}`) };
  return [
    ...paths.flatMap(path => [
      { path: `${path}${path.includes('?') ? '&' : '?'}${query}`, headers },
      { path, headers: { ...usual, ...login(`Basic ${basic}`) } },
    ]),
    ...posts.map(path => ({
      path,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(named)),
    })),
  ];
}
