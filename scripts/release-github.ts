import { UserError } from '../src/toolkit/errors.ts';

/** Releases on GitHub (docs.github.com, "REST API endpoints for releases"). A draft is not public and creates no tag. */

export interface Release {
  readonly id: number;
  readonly tag_name: string;
  readonly draft: boolean;
  readonly target_commitish: string;
  readonly body: string | null;
  /** Ends with `{?name,label}`. */
  readonly upload_url: string;
  readonly assets: readonly { readonly id: number; readonly name: string; readonly digest?: string | null }[];
}

export interface Releases {
  /** Whether the workflow ci.yml has succeeded for a commit. */
  tested(commit: string): Promise<boolean>;
  /** Finds a release, including drafts. */
  find(tag: string): Promise<Release | undefined>;
  draft(release: {
    readonly tag: string;
    readonly commit: string;
    readonly notes: string;
    readonly prerelease: boolean;
  }): Promise<Release>;
  /** Adds a file to a draft, or replaces the file of the same name. */
  attach(release: Release, name: string, content: Uint8Array): Promise<void>;
  /** Publishes a draft. Its tag must exist. Both are immutable if the repository has immutable releases. */
  publish(release: Release, latest: boolean): Promise<void>;
  /** Puts a text before the notes of a withdrawn release. */
  withdraw(release: Release, words: string): Promise<void>;
  /** Marks a release as the latest one. */
  promote(release: Release): Promise<void>;
}

const pageSize = 100;
const mostPages = 20;

/** Timeouts of a call and of an upload, in milliseconds. */
const [callTimeout, uploadTimeout] = [10_000, 120_000];

/** Returns access to the releases of the repository. @param env the runner's environment, with GITHUB_REPOSITORY. */
export function releasesOf(env: NodeJS.ProcessEnv, token: string): Releases {
  const repository = env.GITHUB_REPOSITORY ?? '';
  if (token === '' || !/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new UserError(
      'the token or GITHUB_REPOSITORY is missing',
      'run this in GitHub Actions, with `token`',
    );
  const call = <T>(method: string, path: string, body?: unknown) =>
    callGitHub<T>(env, token, method, `repos/${repository}/${path}`, body);
  return {
    tested: async commit => {
      const query = new URLSearchParams({ head_sha: commit, status: 'success', per_page: '1' });
      const { total_count: count } = await call<{ total_count: number }>(
        'GET',
        `actions/workflows/ci.yml/runs?${query}`,
      );
      return count > 0;
    },
    find: async tag => {
      for (let page = 1; page <= mostPages; page += 1) {
        const releases = await call<Release[]>('GET', `releases?per_page=${pageSize}&page=${page}`);
        const found = releases.find(each => each.tag_name === tag);
        if (found !== undefined || releases.length < pageSize) return found;
      }
      return undefined;
    },
    draft: ({ tag, commit, notes, prerelease }) =>
      call('POST', 'releases', {
        tag_name: tag,
        name: tag,
        target_commitish: commit,
        body: notes,
        draft: true,
        prerelease,
      }),
    attach: async (release, name, content) => {
      const old = release.assets.find(each => each.name === name);
      if (old !== undefined) await call('DELETE', `releases/assets/${old.id}`);
      const url = `${release.upload_url.replace(/\{.*$/, '')}?name=${encodeURIComponent(name)}`;
      const answer = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
        body: Buffer.from(content),
        signal: AbortSignal.timeout(uploadTimeout),
      });
      if (!answer.ok) throw failed(answer.status, await answer.text());
    },
    publish: async ({ id }, latest) => {
      await call('PATCH', `releases/${id}`, { draft: false, make_latest: String(latest) });
    },
    withdraw: async ({ id, body }, words) => {
      await call('PATCH', `releases/${id}`, { body: `${words}\n\n${body ?? ''}` });
    },
    promote: async ({ id }) => {
      await call('PATCH', `releases/${id}`, { make_latest: 'true' });
    },
  };
}

/**
 * Calls the API once, at the address that the runner sets. Without `@actions/github`, because this runs beside the keys of a release.
 * @returns undefined for an empty response. @throws Error for an error response.
 */
async function callGitHub<T>(
  { GITHUB_API_URL: api = 'https://api.github.com' }: NodeJS.ProcessEnv,
  token: string,
  method: string,
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
    signal: AbortSignal.timeout(callTimeout),
  });
  const text = await answer.text();
  if (!answer.ok) throw failed(answer.status, text);
  return text === '' ? (undefined as T) : JSON.parse(text);
}

const failed = (status: number, text: string) =>
  new Error(`GitHub answered ${status}: ${text.slice(0, 200)}`);
