/** The REST API of GitHub, at the address that the runner sets: github.com or an Enterprise Server. */

export interface GitHub {
  /** `owner/name`. */
  repository: string;
  /** Calls the API. @throws GitHubError */
  call<T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<T>;
}

/** An error response of GitHub. */
export class GitHubError extends Error {
  readonly status: number;
  /** The message in the response. */
  readonly said: string;
  /** Requested delay of a retry, in milliseconds. */
  readonly after: number | undefined;

  constructor(status: number, text: string, after?: number) {
    super(`GitHub answered ${status}: ${text.slice(0, 200)}`);
    this.status = status;
    this.said = saidIn(text);
    this.after = after;
  }

  /** Whether a retry may succeed: an overload, or a rate limit, which GitHub also reports as 403. */
  get passes(): boolean {
    const { status } = this;
    const limited = status === 403 && (this.after !== undefined || /rate limit/i.test(this.said));
    return status === 429 || status >= 500 || limited;
  }
}

/** Timeout of one call, in milliseconds. */
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
 * Calls the API once.
 * @returns undefined for an empty response.
 * @throws GitHubError for an error response.
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

/** Reads `Retry-After` in seconds, or the end of the rate limit in seconds since 1970. @returns milliseconds. */
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
