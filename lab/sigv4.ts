import { createHash, createHmac } from 'node:crypto';

/** Access keys of an account of an object store. */
export interface Keys {
  readonly access: string;
  readonly secret: string;
}

export interface Request {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** Without the question mark; parameters sorted by name. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Returns the headers of a request, including its signature, by AWS Signature Version 4
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html). Pure.
 */
export function signed(keys: Keys, region: string, request: Request, now: Date): Record<string, string> {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const digest = sha256(request.body);
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.host,
    'x-amz-content-sha256': digest,
    'x-amz-date': time,
  };
  const names = Object.keys(headers).sort();
  const canonical = [
    request.method,
    request.path,
    // A parameter without a value is signed with an empty value.
    request.query.replace(/(^|&)([^=&]+)(?=&|$)/g, '$1$2='),
    ...names.map(name => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    digest,
  ].join('\n');
  const scope = [time.slice(0, 8), region, 's3', 'aws4_request'];
  const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonical)].join('\n');
  const key = scope.reduce<Buffer | string>(hmac, `AWS4${keys.secret}`);
  const signature = hmac(key, text).toString('hex');
  const credential = `${keys.access}/${scope.join('/')}`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { ...headers, authorization };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();
