import { UserError } from '../toolkit/errors.ts';
import type { Session } from './session.ts';

/**
 * Returns the path of the next page (RFC 8288), if it is within this repository; undefined after the last page.
 * @param path of the page whose answer has this header.
 * @throws UserError when the next page is elsewhere: a truncated list may lack the entry that decides.
 */
export function nextPage(session: Session, path: string, link: string | null): string | undefined {
  const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1];
  if (target === undefined) return undefined;
  const [page, whole] = [session.address(path), session.address('')];
  const url = URL.canParse(target, page.href) ? new URL(target, page) : undefined;
  // A registry behind a proxy may name another host; the request still goes to the host that we know.
  if (url?.pathname.startsWith(whole.pathname))
    return `${url.pathname.slice(whole.pathname.length)}${url.search}`;
  throw new UserError(
    `the registry ${session.registry} names a next page outside of the repository ${session.name}`,
    'check the registry, or a proxy in front of it that changes addresses',
  );
}
