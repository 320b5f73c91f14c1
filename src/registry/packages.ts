import { type Digest, isDigest, parseReference } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { callGitHub, GitHubError } from '../toolkit/github.ts';
import { printable } from '../toolkit/printable.ts';
import { retry } from '../toolkit/retry.ts';
import type { Removal } from './removal.ts';
import { attempts, pauseAfter, type TransportOptions } from './transport.ts';
import { isPassing } from './verified.ts';

/**
 * The packages API of GitHub. ghcr.io does not support deletion by the registry API; the REST API of GitHub does, and it also
 * lists manifests without tags (docs.github.com, "REST API endpoints for packages").
 */

/** A repository of ghcr.io as a GitHub package. */
export interface Package {
  /** Returns every manifest with the date (ms since 1970) of its push. */
  list(): Promise<Map<Digest, number | undefined>>;
  /** @throws UserError when we may delete nothing there. */
  remove(digest: Digest): Promise<Removal>;
}

export const isGitHubRegistry = (repository: string): boolean =>
  parseReference(repository).registry === 'ghcr.io';

interface Version {
  readonly id: number;
  readonly name: string;
  readonly created_at?: string;
}

const pageSize = 100;
const mostPages = 1000;

/**
 * Opens the package of a repository.
 * @throws UserError when the token may not read it.
 */
export async function openPackage(
  repository: string,
  token: string,
  env: NodeJS.ProcessEnv,
  options: TransportOptions = {},
): Promise<Package> {
  const [, owner = '', ...name] = repository.split('/');
  const call = <T>(method: 'GET' | 'DELETE', path: string) =>
    withRetries(options, () => callGitHub<T>(env, token, method, path));
  const of = (kind: 'orgs' | 'users') =>
    `${kind}/${owner}/packages/container/${encodeURIComponent(name.join('/'))}/versions`;
  const ids = new Map<Digest, number>();
  let base = of('orgs');

  const page = async (number: number): Promise<Version[]> => {
    const query = `?per_page=${pageSize}&page=${number}`;
    try {
      return await call<Version[]>('GET', `${base}${query}`);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      if (error.status === 404 && base === of('orgs')) {
        base = of('users');
        return page(number);
      }
      // A package does not exist before its first push.
      if (error.status === 404) return [];
      throw refused(repository, error, 'read');
    }
  };
  return {
    list: async () => {
      const found = new Map<Digest, number | undefined>();
      for (let number = 1; number <= mostPages; number += 1) {
        const versions = await page(number);
        for (const { id, name: digest, created_at } of versions) {
          if (!isDigest(digest)) continue;
          const moment = Date.parse(created_at ?? '');
          ids.set(digest, id);
          found.set(digest, Number.isNaN(moment) ? undefined : moment);
        }
        if (versions.length < pageSize) break;
      }
      return found;
    },
    remove: async digest => {
      const id = ids.get(digest);
      if (id === undefined) return { refused: 'GitHub lists no such version of the package' };
      try {
        await call('DELETE', `${base}/${id}`);
        return 'removed';
      } catch (error) {
        if (!(error instanceof GitHubError)) throw error;
        if (error.status === 404) return 'gone';
        // Such as the last version with a tag, or one with too many downloads; other versions may still be deleted.
        if (error.status === 400 || error.status === 422)
          return { refused: `${error.status}: ${printable(error.said)}` };
        throw refused(repository, error, 'delete from');
      }
    },
  };
}

/** A longer pause is not waited for; GitHub's limits may last for an hour. */
const longestPause = 60_000;

/** Retries an idempotent call after a lost connection, and when GitHub rate-limits it. */
function withRetries<T>({ sleep, signal }: TransportOptions, attempt: () => Promise<T>): Promise<T> {
  const passing = (error: unknown) => (error instanceof GitHubError ? error.passes : isPassing(error));
  const asked = (error: unknown) => (error instanceof GitHubError ? error.after : undefined);
  const passes = (error: unknown) => passing(error) && (asked(error) ?? 0) <= longestPause;
  const delay = (count: number, error: unknown) => asked(error) ?? pauseAfter(count);
  return retry({ attempts, passes, delay, sleep, signal }, attempt).catch((error: Error) => {
    throw passing(error) ? explained(error) : error;
  });
}

function explained(error: Error): UserError {
  const why =
    error instanceof GitHubError
      ? `${error.status}${error.said === '' ? '' : `: ${printable(error.said)}`}`
      : error.message;
  return new UserError(
    `the API of GitHub is not available now (${why})`,
    'run the step again later: it deletes the rest then',
    { cause: error },
  );
}

function refused(repository: string, error: GitHubError, verb: string): UserError {
  return new UserError(
    `GitHub does not allow this run to ${verb} ${repository} with the \`token\` (${error.status}${error.said === '' ? '' : `: ${printable(error.said)}`})`,
    'give the job `packages: write`, and give the repository the role Admin in the settings of the package (Manage Actions access)',
    { cause: error },
  );
}
