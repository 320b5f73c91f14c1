import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { retry } from '../toolkit/retry.ts';
import { claimsOf } from './jwt.ts';

/** Requests GitHub's OIDC tokens: a job with the permission gets them from the runner's token service, for the audience that it needs. */

const attempts = 4;
const remedy =
  'add `permissions: id-token: write` to the job; pull requests from forks and Dependabot never get such a token';

/** The token service, and the bearer token for it. */
interface Issuer {
  url: URL;
  bearer: string;
}

/**
 * Returns the token service that the runner offers to a job with the permission.
 * @throws UserError when the job does not have the permission.
 */
export function issuerOf(env: NodeJS.ProcessEnv): Issuer {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = env;
  if (!url || !bearer || !URL.canParse(url)) {
    throw new UserError('this job is not allowed to request an OIDC token from GitHub', remedy);
  }
  return { url: new URL(url), bearer };
}

export interface Asking {
  fetch?: typeof fetch;
  sleep?: (milliseconds: number) => Promise<void>;
}

/**
 * Requests a new token for an audience. A lost connection, 429 and 5xx are retried: 4 attempts in all, within seconds.
 * @throws UserError when GitHub gives none. Its response is not shown, because it may contain the token.
 */
export async function requestIdToken(
  env: NodeJS.ProcessEnv,
  audience: string,
  { fetch: send = fetch, sleep }: Asking = {},
): Promise<string> {
  const { url, bearer } = issuerOf(env);
  url.searchParams.set('audience', audience);
  const unfinished = (outcome: Outcome) => 'problem' in outcome && outcome.temporary;
  const outcome = await retry({ attempts, unfinished, delay: count => 250 * 2 ** count, sleep }, () =>
    askOnce(url, bearer, send),
  );
  if ('token' in outcome) return outcome.token;
  const denied = outcome.problem.startsWith('answered 40');
  throw new UserError(
    `GitHub issued no OIDC token for the audience "${audience}": its token service ${outcome.problem}`,
    denied ? remedy : 'run the job again',
  );
}

type Outcome = { token: string } | { problem: string; temporary: boolean };

async function askOnce(url: URL, bearer: string, send: typeof fetch): Promise<Outcome> {
  try {
    const response = await send(url, {
      headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
      // The bearer token must not be sent to another host.
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    const { status } = response;
    const { value } = jsonMap(await response.text()) ?? {};
    if (status !== 200) return { problem: `answered ${status}`, temporary: status === 429 || status >= 500 };
    return typeof value === 'string' && claimsOf(value) !== undefined
      ? { token: value }
      : { problem: 'answered without a token', temporary: false };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    const why = name === 'TimeoutError' ? 'within 10 s' : `(${cause?.code ?? name})`;
    return { problem: `did not answer ${why}`, temporary: true };
  }
}

/**
 * Returns the output of a kubectl exec plugin. kubectl runs the plugin again when its own clock passes `expirationTimestamp`, so that
 * is a fifth of the token's lifetime, at most a minute, before its end, and a slow clock does not extend it. Pure.
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
