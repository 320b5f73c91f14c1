/** The REST API of GitHub, as the runner names it: github.com, or an Enterprise Server. */

export interface GitHub {
  /** `owner/name`. */
  repository: string;
  /** @throws Error with the status and what GitHub said. */
  call<T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown): Promise<T>;
}

/** Milliseconds for one call. */
const timeout = 10_000;

/** @returns undefined without a token, or outside of GitHub Actions. */
export function gitHubOf(env: NodeJS.ProcessEnv, token: string): GitHub | undefined {
  const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: api = 'https://api.github.com' } = env;
  if (token === '' || repository === undefined) return undefined;
  return {
    repository,
    call: async (method, path, body) => {
      const answer = await fetch(`${api}/repos/${repository}/${path}`, {
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
      if (!answer.ok) throw new Error(`GitHub answered ${answer.status}: ${text.slice(0, 200)}`);
      return JSON.parse(text);
    },
  };
}
