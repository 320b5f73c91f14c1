import type { Session } from './session.ts';

/** The path of the next page (RFC 8288), within this repository alone. */
export function nextPage(session: Session, link: string | null): string | undefined {
  const target = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(link ?? '')?.[1];
  const base = session.address('');
  if (target === undefined || !URL.canParse(target, base.href)) return undefined;
  const url = new URL(target, base);
  if (!url.pathname.startsWith(base.pathname)) return undefined;
  return `${url.pathname.slice(base.pathname.length)}${url.search}`;
}
