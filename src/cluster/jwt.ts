import { isMap } from '../toolkit/map.ts';
/** The claims of a JSON Web Token about its lifetime, in seconds since 1970. */
export interface Claims {
  exp?: number;
  iat?: number;
}

/** Returns the claims of a token, unverified, because the API server verifies it; undefined when it is not a JWT. Pure. */
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
