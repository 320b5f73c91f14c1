import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { credentialsOf } from './credentials.ts';
import type { Lab } from './lab.ts';
import { REGION, rootKeys, type Store, storeUrl } from './s3.ts';
import { type Keys, signed } from './sigv4.ts';

/** A bucket and the account that writes backups to it. */
export interface Bucket extends Keys {
  readonly store: Store;
  readonly name: string;
}

/** The operations of a backup; none of them deletes or changes existing objects. */
const WRITE = [
  ...['s3:ListBucket', 's3:GetBucketLocation', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'],
  ...['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
  // Sets the end of the retention. In COMPLIANCE mode it can be extended, never shortened.
  ...['s3:PutObjectRetention', 's3:GetObjectRetention', 's3:GetBucketObjectLockConfiguration'],
  ...['s3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
];

/**
 * Creates a bucket and an account that may write to it. In the near store the account may also delete. In the far store it may not, and
 * every object is locked for `days` in COMPLIANCE mode: even an administrator cannot delete a version. Call it in the lab's network.
 */
export async function createBucket(lab: Lab, store: Store, name: string, days = 30): Promise<Bucket> {
  const root = { lab, store, keys: rootKeys(lab, store) };
  const bucket = { store, name, access: name, secret: randomBytes(20).toString('hex') };
  const account = { Access: bucket.access, Secret: bucket.secret, Role: 'user' };
  await call(root, 'PATCH', '/create-user', {}, xml('Account', account));
  const locked = store === 'far';
  const headers = { 'x-amz-bucket-object-lock-enabled': String(locked) };
  await call(root, 'PUT', `/${name}`, { headers });
  if (locked) {
    const rule = xml('Rule', { DefaultRetention: { Mode: 'COMPLIANCE', Days: String(days) } });
    const body = `<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>${rule}</ObjectLockConfiguration>`;
    const md5 = createHash('md5').update(body).digest('base64');
    await call(root, 'PUT', `/${name}`, { query: 'object-lock', headers: { 'content-md5': md5 } }, body);
  }
  await call(root, 'PUT', `/${name}`, { query: 'policy' }, policy(bucket));
  return bucket;
}

/**
 * Returns the bucket policy of an account. On storage without links pgBackRest still deletes its link `latest`, and fails without
 * permission. So that is allowed in the far store too, where no such object exists. Pure.
 */
export function policy({ store, name, access }: Bucket): string {
  const ofBucket = (action: string) => /ListBucket|GetBucket/.test(action);
  const statement = (Action: readonly string[], Resource: string) => ({
    Effect: 'Allow',
    Principal: { AWS: [access] },
    Action,
    Resource,
  });
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      statement(WRITE.filter(ofBucket), `arn:aws:s3:::${name}`),
      statement(
        WRITE.filter(action => !ofBucket(action)),
        `arn:aws:s3:::${name}/*`,
      ),
      store === 'far'
        ? statement(['s3:DeleteObject'], `arn:aws:s3:::${name}/*/latest`)
        : statement(['s3:DeleteObject', 's3:DeleteObjectVersion'], `arn:aws:s3:::${name}/*`),
    ],
  });
}

type Fields = { readonly [name: string]: string | Fields };

function xml(name: string, fields: Fields): string {
  const inner = Object.entries(fields).map(([key, value]) =>
    typeof value === 'string' ? `<${key}>${value}</${key}>` : xml(key, value),
  );
  return `<${name}>${inner.join('')}</${name}>`;
}

/** The store of a request, and the credentials. */
export interface Caller {
  readonly lab: Lab;
  readonly store: Store;
  readonly keys: Keys;
}

/** Sends one request, signed with AWS Signature Version 4. @throws Error with the response if its status is not a success. */
export async function call(
  { lab, store, keys }: Caller,
  method: string,
  path: string,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
  body = '',
): Promise<string> {
  const url = new URL(storeUrl(store));
  const { host } = url;
  const options = {
    method,
    host: url.hostname,
    port: url.port,
    path: query === '' ? path : `${path}?${query}`,
    headers: signed(keys, REGION, { method, host, path, query, headers, body }, new Date()),
    ca: readFileSync(credentialsOf(lab).ca),
    agent: false as const,
    timeout: 10_000,
  };
  return new Promise((resolve, reject) => {
    const sent = request(options, answer => {
      let text = '';
      answer.setEncoding('utf8').on('data', chunk => (text += chunk));
      answer.once('error', reject);
      answer.once('end', () => {
        if ((answer.statusCode ?? 500) < 300) resolve(text);
        else
          reject(new Error(`${method} ${path}?${query} of the ${store} store: ${answer.statusCode} ${text}`));
      });
    });
    sent.once('timeout', () => sent.destroy(new Error(`the ${store} store does not respond`)));
    sent.once('error', reject);
    sent.end(body);
  });
}
