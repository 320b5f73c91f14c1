import { UserError } from '../toolkit/errors.ts';
import { claimsOf } from './jwt.ts';

/** GitHub's OIDC tokens: a job that may have them asks the runner's service for one of the audience that it needs. */

const attempts = 4;
const remedy =
  'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';

/** Whom to ask for a token, and by which right. */
interface Issuer {
  url: URL;
  bearer: string;
}

/**
 * What the runner gives a job that may ask for tokens.
 * @throws UserError when it gave nothing.
 */
export function issuerOf(env: NodeJS.ProcessEnv): Issuer {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  if (!url || !bearer || !URL.canParse(url)) {
    throw new UserError('this job may not ask GitHub for an OIDC token', remedy);
  }
  return { url: new URL(url), bearer };
}

export interface Asking {
  fetch?: typeof fetch;
  sleep?: (milliseconds: number) => Promise<void>;
}

/**
 * A fresh token of that audience. A lost connection, 429 and 5xx are tried again: 4 times in all, within seconds.
 * @throws UserError when GitHub gives none. Nothing that it answered is shown, for it may hold the token.
 */
export async function requestIdToken(
  env: NodeJS.ProcessEnv,
  audience: string,
  { fetch: send = fetch, sleep = pause }: Asking = {},
): Promise<string> {
  const { url, bearer } = issuerOf(env);
  url.searchParams.set('audience', audience);
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await askOnce(url, bearer, send);
    if ('token' in outcome) return outcome.token;
    if (!outcome.passes || attempt === attempts) {
      const denied = outcome.problem.startsWith('answered 40');
      throw new UserError(
        `GitHub gave no OIDC token for the audience "${audience}": its token service ${outcome.problem}`,
        denied ? remedy : 'run the job again',
      );
    }
    await sleep(250 * 2 ** attempt);
  }
}

type Outcome = { token: string } | { problem: string; passes: boolean };

async function askOnce(url: URL, bearer: string, send: typeof fetch): Promise<Outcome> {
  let status: number;
  let text: string;
  try {
    const response = await send(url, {
      headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
      // The right to ask must not travel to another host.
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
    return { problem: `did not answer ${why}`, passes: true };
  }
  if (status !== 200) {
    return { problem: `answered ${status}`, passes: status === 429 || status >= 500 };
  }
  const token = tokenIn(text);
  return token === undefined ? { problem: 'answered without a token', passes: false } : { token };
}

function tokenIn(text: string): string | undefined {
  try {
    const { value } = JSON.parse(text) as { value?: unknown };
    return typeof value === 'string' && claimsOf(value) !== undefined ? value : undefined;
  } catch {
    return undefined;
  }
}

const pause = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));

/**
 * What a kubectl exec plugin prints. kubectl asks again when its own clock passes `expirationTimestamp`, so that lies a
 * fifth of the token's life, at most a minute, before its end, and a clock that is late does not stretch it. Pure.
 * @param now milliseconds since 1970, by the clock of this machine.
 */
export function execCredential(token: string, now: number): object {
  const { exp, iat } = claimsOf(token) ?? {};
  const status = { token, ...(exp === undefined ? {} : { expirationTimestamp: renewalOf(exp, iat, now) }) };
  return { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
}

function renewalOf(exp: number, iat: number | undefined, now: number): string {
  const left = exp * 1000 - now;
  const life = iat === undefined ? left : Math.min(left, (exp - iat) * 1000);
  const end = now + life - Math.min(60_000, Math.max(0, life) / 5);
  return new Date(end).toISOString().replace(/\.\d+Z$/, 'Z');
}
