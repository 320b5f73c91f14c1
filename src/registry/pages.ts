import { UserError } from '../toolkit/errors.ts';
import type { Session } from './session.ts';

/**
 * The path of the page after one (RFC 8288), within this repository alone; undefined after the last.
 * @param path of the page whose answer has this header.
 * @throws UserError when there is a next page that leads elsewhere: a list without its end may lack what decides.
 */
export function nextPage(session: Session, path: string, link: string | null): string | undefined {
  const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  const [page, whole] = [session.address(path), session.address('')];
  const url = URL.canParse(target, page.href) ? new URL(target, page) : undefined;
  // Behind a proxy a registry may name another host; it is asked where it was asked before.
  if (url?.pathname.startsWith(whole.pathname))
    return `${url.pathname.slice(whole.pathname.length)}${url.search}`;
  throw new UserError(
    `the registry ${session.registry} says that the next page of a list of ${session.name} is elsewhere`,
    'look at the registry, or at a proxy before it that changes addresses',
  );
}
