import { type Digest, isDigest, parseReference } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { callGitHub, GitHubError } from '../toolkit/github.ts';
import { printable } from '../toolkit/printable.ts';
import type { Removal } from './removal.ts';
import { attempts, pause, pauseAfter, type TransportOptions } from './transport.ts';
import { isPassing } from './verified.ts';

/**
 * GitHub's registry deletes nothing by the API of registries; its REST API does, and lists what has no tag, too
 * (docs.github.com, "REST API endpoints for packages").
 */

/** A repository of ghcr.io as a package. */
export interface Package {
  /** Every manifest with the moment (ms since 1970) at which it came. */
  list(): Promise<Map<Digest, number | undefined>>;
  /** @throws UserError when nothing may be deleted there. */
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
 * The package of a repository.
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
    patiently(options, () => callGitHub<T>(env, token, method, path));
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
      // A package that was never pushed to.
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
        // The last version with a tag, or one that was downloaded too often: of this one alone.
        if (error.status === 400 || error.status === 422)
          return { refused: `${error.status}: ${printable(error.said)}` };
        throw refused(repository, error, 'delete from');
      }
    },
  };
}

/** Longer than this is nobody's patience; GitHub's limits may last for an hour. */
const longestPause = 60_000;

/** Again, what can be asked again without harm: after a lost connection, and when GitHub says that it is too much now. */
async function patiently<T>(options: TransportOptions, attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const passing = error instanceof GitHubError ? error.passes : isPassing(error);
      if (!passing) throw error;
      const after = error instanceof GitHubError ? error.after : undefined;
      if (count === attempts || (after ?? 0) > longestPause) throw explained(error as Error);
      await pause(after ?? pauseAfter(count), options);
    }
  }
}

function explained(error: Error): UserError {
  const why =
    error instanceof GitHubError
      ? `${error.status}${error.said === '' ? '' : `: ${printable(error.said)}`}`
      : error.message;
  return new UserError(
    `the API of GitHub does not answer now (${why})`,
    'run it again later: what may go still may',
    { cause: error },
  );
}

function refused(repository: string, error: GitHubError, verb: string): UserError {
  return new UserError(
    `GitHub does not let us ${verb} ${repository} with the \`token\` (${error.status}${error.said === '' ? '' : `: ${printable(error.said)}`})`,
    'give the job `packages: write`, and the repository the role Admin in the settings of the package (Manage Actions access)',
    { cause: error },
  );
}
