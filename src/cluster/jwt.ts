import { jsonMap } from '../toolkit/map.ts';
/** The claims of a JSON Web Token about its lifetime, in seconds since 1970. */
export interface Claims {
  exp?: number;
  iat?: number;
}

/** Returns the claims of a token, unverified, because the API server verifies it; undefined when it is not a JWT. Pure. */
export function claimsOf(token: string): Claims | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  const claims = jsonMap(Buffer.from(parts[1] ?? '', 'base64url'));
  if (claims === undefined) return undefined;
  const { exp, iat } = claims;
  return {
    ...(typeof exp === 'number' ? { exp } : {}),
    ...(typeof iat === 'number' ? { iat } : {}),
  };
}
