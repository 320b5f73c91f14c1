/** The REST API of GitHub, as the runner names it: github.com, or an Enterprise Server. */

export interface GitHub {
  /** `owner/name`. */
  repository: string;
  /** @throws Error with the status and what GitHub said. */
  call<T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<T>;
}

/** GitHub said no. */
export class GitHubError extends Error {
  readonly status: number;
  /** What it said, for people. */
  readonly said: string;
  /** Milliseconds that it asks to wait. */
  readonly after: number | undefined;

  constructor(status: number, text: string, after?: number) {
    super(`GitHub answered ${status}: ${text.slice(0, 200)}`);
    this.status = status;
    this.said = saidIn(text);
    this.after = after;
  }

  /** Whether it may say yes the next time: it is overloaded, or we asked too much (also told as 403). */
  get passes(): boolean {
    const { status } = this;
    const limited = status === 403 && (this.after !== undefined || /rate limit/i.test(this.said));
    return status === 429 || status >= 500 || limited;
  }
}

/** Milliseconds for one call. */
const timeout = 10_000;

/** @returns undefined without a token, or outside of GitHub Actions. */
export function gitHubOf(env: NodeJS.ProcessEnv, token: string): GitHub | undefined {
  const { GITHUB_REPOSITORY: repository } = env;
  if (token === '' || repository === undefined) return undefined;
  return {
    repository,
    call: (method, path, body) => callGitHub(env, token, method, `repos/${repository}/${path}`, body),
  };
}

/**
 * One call of the API.
 * @returns undefined where the answer is empty.
 * @throws GitHubError when the answer is no.
 */
export async function callGitHub<T>(
  { GITHUB_API_URL: api = 'https://api.github.com' }: NodeJS.ProcessEnv,
  token: string,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await fetch(`${api}/${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(timeout),
  });
  const text = await answer.text();
  if (!answer.ok) throw new GitHubError(answer.status, text, waitIn(answer.headers));
  return text === '' ? (undefined as T) : JSON.parse(text);
}

/** `Retry-After` in seconds, or the moment at which the limit ends, in seconds since 1970. */
function waitIn(headers: Headers): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  if (Number.isFinite(seconds)) return seconds * 1000;
  if (headers.get('x-ratelimit-remaining') !== '0') return undefined;
  const end = Number(headers.get('x-ratelimit-reset') ?? Number.NaN) * 1000;
  return Number.isFinite(end) ? Math.max(0, end - Date.now()) : undefined;
}

function saidIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
