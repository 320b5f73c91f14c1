import { defined } from '../toolkit/map.ts';

/** The authentication that a registry asks for in `WWW-Authenticate`. */
export type Challenge =
  | { readonly scheme: 'basic' }
  | { readonly scheme: 'bearer'; readonly realm: string; readonly service?: string; readonly scope?: string };

/** Parses the challenge of a 401 answer: Bearer if there is one, else Basic, else undefined (RFC 9110, 11.6.1). */
export function parseChallenge(header: string): Challenge | undefined {
  const bearer = /(?:^|,)\s*bearer\s+(.*)$/is.exec(header)?.[1];
  if (bearer !== undefined) {
    const parameters = new Map<string, string>();
    for (const match of bearer.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)) {
      const name = (match[1] ?? '').toLowerCase();
      if (!parameters.has(name)) parameters.set(name, match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '');
    }
    const realm = parameters.get('realm');
    if (realm !== undefined && URL.canParse(realm)) {
      const optional = defined({ service: parameters.get('service'), scope: parameters.get('scope') });
      return { scheme: 'bearer', realm, ...optional };
    }
  }
  return /(?:^|,)\s*basic\b/i.test(header) ? { scheme: 'basic' } : undefined;
}
