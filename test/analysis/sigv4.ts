import { createHash, createHmac } from 'node:crypto';

/** Verifies signatures of AWS (version 4) as a server does, written from the specification, without the library that signs. */

export interface SignedRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body?: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

/** Returns why a request is refused; undefined if its signature is right. */
export function refusalOf(
  { method, target, headers, body = '' }: SignedRequest,
  secret: string,
  scope: { region: string; service: string },
): string | undefined {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      String(headers.authorization),
    );
  if (parts === null) return 'MissingAuthenticationToken';
  const [, day = '', region = '', service = '', names = '', signature] = parts;
  if (region !== scope.region || service !== scope.service)
    return `Credential should be scoped to ${scope.region}`;
  const signed = names.split(';');
  for (const needed of ['host', 'x-amz-date'])
    if (!signed.includes(needed)) return `${needed} must be signed`;
  if (headers['x-amz-security-token'] !== undefined && !signed.includes('x-amz-security-token'))
    return 'x-amz-security-token must be signed';
  const [path = '/', query = ''] = target.split('?');
  const pairs = (query === '' ? [] : query.split('&')).map(pair => {
    const [name = '', value = ''] = pair.split('=');
    return [encoded(decodeURIComponent(name)), encoded(decodeURIComponent(value))] as const;
  });
  const canonical = [
    method,
    path.split('/').map(encoded).join('/'),
    pairs
      .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
      .map(pair => pair.join('='))
      .join('&'),
    ...signed.map(name => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    names,
    sha256(body),
  ].join('\n');
  const date = String(headers['x-amz-date']);
  const credentialScope = `${day}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, credentialScope, sha256(canonical)].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  if (!date.startsWith(day)) return 'the date differs from the scope';
  return hmac(key, toSign).toString('hex') === signature ? undefined : 'SignatureDoesNotMatch';
}
