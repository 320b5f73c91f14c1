import { RequestError } from '@octokit/request-error';
import { z } from 'zod';
import { type Digest, isDigest, parseReference } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { isTemporary, openOctokit, pagesOf } from '../toolkit/octokit.ts';
import type { Removal } from './removal.ts';
import { attempts, type TransportOptions } from './transport.ts';

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

const version = z.object({ id: z.int(), name: z.string(), created_at: z.string().nullish() });

const mostPages = 1000;

/** An organization and a user have the same paths, but not the same methods in octokit. */
const pathOf = (kind: 'orgs' | 'users') => `/${kind}/{owner}/packages/container/{name}/versions`;

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
  const [, owner = '', ...names] = repository.split('/');
  const name = names.join('/');
  const { sleep, signal } = options;
  const patience = { attempts, within: Number.POSITIVE_INFINITY, longestPause: 60_000 };
  const octokit = await openOctokit(env, token, { ...patience, sleep, signal });
  octokit.hook.error('request', error => {
    throw explained(error);
  });
  const ids = new Map<Digest, number>();
  let path = pathOf('orgs');

  const read = async (): Promise<z.infer<typeof version>[]> => {
    const call = { method: 'GET', url: path, owner, name, per_page: 100 } as const;
    try {
      return await octokit.paginate(call, pagesOf(version, mostPages));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (error.status === 404 && path === pathOf('orgs')) {
        path = pathOf('users');
        return read();
      }
      // A package does not exist before its first push.
      if (error.status === 404) return [];
      throw refused(repository, error, 'read');
    }
  };
  return {
    list: async () => {
      const found = new Map<Digest, number | undefined>();
      for (const { id, name: digest, created_at } of await read()) {
        if (!isDigest(digest)) continue;
        const moment = Date.parse(created_at ?? '');
        ids.set(digest, id);
        found.set(digest, Number.isNaN(moment) ? undefined : moment);
      }
      return found;
    },
    remove: async digest => {
      const id = ids.get(digest);
      if (id === undefined) return { refused: 'GitHub lists no such version of the package' };
      try {
        await octokit.request(`DELETE ${path}/{id}`, { owner, name, id });
        return 'removed';
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        if (error.status === 404) return 'gone';
        // Such as the last version with a tag, or one with too many downloads; other versions may still be deleted.
        if (error.status === 400 || error.status === 422) return { refused: error.message };
        throw refused(repository, error, 'delete from');
      }
    },
  };
}

/** Says what to do when GitHub stays unavailable. */
function explained(error: unknown): unknown {
  if (!(error instanceof RequestError && isTemporary(error))) return error;
  return new UserError(
    `the API of GitHub is not available now (${error.message})`,
    'run the step again later: it deletes the rest then',
    { cause: error },
  );
}

function refused(repository: string, error: RequestError, verb: string): UserError {
  return new UserError(
    `GitHub does not allow this run to ${verb} ${repository} with the \`github-token\` (${error.message})`,
    'give the job `packages: write`, and give the repository the role Admin in the settings of the package (Manage Actions access)',
    { cause: error },
  );
}
