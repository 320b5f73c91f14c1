import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { nextPage } from './pages.ts';
import type { Session } from './session.ts';

const pageSize = 1000;
const mostPages = 100;

/**
 * Lists the tags of a repository (distribution-spec 1.1, "Listing Tags"), page by page.
 * @throws UserError when the registry refuses, cannot be reached, or lists more than 100 pages.
 */
export async function listTags(session: Session): Promise<string[]> {
  const found: string[] = [];
  let path: string | undefined = `tags/list?n=${pageSize}`;
  for (let page = 0; path !== undefined && page < mostPages; page += 1) {
    const answer = await session.send(path, { accept: ['application/json'] });
    // A repository that is not there has no first page; without another one the list is not whole.
    if (answer.status === 404 && page === 0) return found;
    if (answer.status !== 200) throw session.failure(answer);
    found.push(...tagsIn(answer.body));
    path = nextPage(session, path, answer.headers.get('link'));
  }
  if (path === undefined) return found;
  throw new UserError(
    `the registry ${session.registry} lists more than ${mostPages} pages of tags of ${session.name}`,
    'remove tags that nobody needs any more',
  );
}

function tagsIn(body: Uint8Array): string[] {
  const tags = jsonMap(body)?.tags;
  return Array.isArray(tags) ? tags.filter(tag => typeof tag === 'string') : [];
}
