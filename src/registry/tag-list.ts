import { isTag } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { nextPage, type Session } from './session.ts';

const pageSize = 1000;
const mostPages = 100;

/**
 * Lists the tags of a repository (distribution-spec 1.1, "Listing Tags"), page by page.
 * @throws UserError when the registry refuses, cannot be reached, lists more than 100 pages or 100 000 tags, or sends something
 * else: to `prune`, an image whose tag is not listed is unused.
 */
export async function listTags(session: Session): Promise<string[]> {
  const found: string[] = [];
  let path: string | undefined = `tags/list?n=${pageSize}`;
  for (let page = 0; path !== undefined && page < mostPages; page += 1) {
    const answer = await session.send(path, { accept: ['application/json'] });
    // A missing repository has no first page; any other missing page means that the list is incomplete.
    if (answer.status === 404 && page === 0) return found;
    if (answer.status !== 200) throw session.failure(answer);
    for (const tag of tagsIn(session, answer.body)) found.push(tag);
    if (found.length > mostPages * pageSize) break;
    path = nextPage(session, path, answer.headers.get('link'));
  }
  if (path === undefined) return found;
  throw new UserError(
    `the registry ${session.registry} lists more than ${mostPages} pages, or ${mostPages * pageSize} tags, of ${session.name}`,
    'delete tags that are no longer needed',
  );
}

function tagsIn(session: Session, body: Uint8Array): string[] {
  const { tags } = jsonMap(body) ?? { tags: undefined };
  // Docker's own registry sends null for a repository from which all tags were deleted.
  if (tags === null) return [];
  if (Array.isArray(tags) && tags.every((tag): tag is string => typeof tag === 'string' && isTag(tag)))
    return tags;
  throw new UserError(
    `the registry ${session.registry} sent something other than a list of the tags of ${session.name}`,
    'check the registry, or a proxy in front of it that answers in its place',
  );
}
