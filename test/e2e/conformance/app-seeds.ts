import type { ServerOptions } from 'node:https';
import type { RequirementId } from '../../../src/assess/requirement.ts';
import type { Defect } from './good/shop/src/settings.ts';

/** Shortfalls of the running application and of its entries, which `verify` finds. Unit tests find them on this machine. */

export interface AppDifference {
  readonly defects?: readonly Defect[];
  /** `short`: valid for five days; `other`: of another host. */
  readonly certificate?: 'short' | 'other';
  readonly tls?: ServerOptions;
  readonly redirects?: boolean;
  /** The number of the entry that is down. */
  readonly down?: 0 | 1 | 2;
}

export interface AppSeed {
  readonly name: string;
  readonly ids: readonly RequirementId[];
  readonly differs: AppDifference;
}

const defect = (name: string, found: Defect, ...ids: RequirementId[]): AppSeed => ({
  name,
  ids,
  differs: { defects: [found] },
});

export const appSeeds: readonly AppSeed[] = [
  defect('a cookie without Secure', 'cookie-without-secure', 'S2', 'A4', 'C6'),
  defect('a cookie that scripts can read', 'cookie-for-scripts', 'S2', 'A4', 'C6'),
  defect('a tampered cookie that is accepted', 'tampered-cookie', 'S1', 'S2'),
  defect('a forged bearer token that is accepted', 'forged-bearer', 'S1', 'S3'),
  defect('a wrong API key that is accepted', 'wrong-key', 'S1', 'S4'),
  defect('an expired API key that is accepted', 'lapsed-key', 'S1', 'S4'),
  defect('an endpoint that is open to everyone', 'open-endpoint', 'S1', 'S2', 'S3', 'S4'),
  defect('a customer with the role of a manager', 'wide-role', 'S1', 'S2', 'S3'),
  defect('a revoked role that is still served', 'revoked-role', 'S7'),
  defect('HTML for the API', 'html-for-api', 'A1', 'A4', 'C6', 'H2'),
  defect('JSON for the page', 'api-for-html', 'A1', 'A4', 'C6', 'H2', 'P10'),
  defect('files that no browser keeps', 'uncached-assets', 'P10'),
  defect('a stored secret under another key', 'other-secret', 'K6', 'A4', 'C6'),
  { name: 'a certificate of five days', ids: ['S8'], differs: { certificate: 'short' } },
  { name: 'an entry that is down', ids: ['H2'], differs: { down: 1 } },
  { name: 'an entry without a redirect from HTTP', ids: ['S8'], differs: { redirects: false } },
  {
    name: 'an old version of TLS',
    ids: ['S8'],
    differs: { tls: { minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' } },
  },
];
