import { isMap } from '../toolkit/map.ts';
/** Claims of a JSON Web Token that say how long it lives, in seconds since 1970. */
export interface Claims {
  exp?: number;
  iat?: number;
}

/** The claims of a token, unverified: whether to trust it is for the API server to say. Undefined when it is no JWT. Pure. */
export function claimsOf(token: string): Claims | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
    if (!isMap(claims)) return undefined;
    const { exp, iat } = claims;
    return {
      ...(typeof exp === 'number' ? { exp } : {}),
      ...(typeof iat === 'number' ? { iat } : {}),
    };
  } catch {
    return undefined;
  }
}
