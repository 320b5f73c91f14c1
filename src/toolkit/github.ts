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

  constructor(status: number, text: string) {
    super(`GitHub answered ${status}: ${text.slice(0, 200)}`);
    this.status = status;
    this.said = saidIn(text);
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
  if (!answer.ok) throw new GitHubError(answer.status, text);
  return text === '' ? (undefined as T) : JSON.parse(text);
}

function saidIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}
