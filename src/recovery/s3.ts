import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { combine, type GuardAnswer } from './guard/facts.ts';
import { codeOf, expectStatus, read } from './object-stores/answers.ts';
import { type Credentials, type StoreRequest, signedRequests } from './object-stores/requests.ts';
import { checkedPath, type Store, type StoredFile } from './store.ts';

/** A store in a bucket of S3 or a compatible service. */

export interface S3Options extends Credentials {
  /** With the bucket and an optional prefix, such as `https://s3.eu-central-1.amazonaws.com/acme-backups/shop`. */
  readonly url: string;
}

type Call = (address: string, asked?: StoreRequest) => Promise<Response>;

/** Opens a store. @throws UserError for an address without a bucket. */
export async function s3Store(options: S3Options): Promise<Store> {
  const bucketUrl = placeOf(options.url);
  const requests = await signedRequests(bucketUrl.bucket, options);
  const url = (path: string) =>
    `${bucketUrl.bucket}/${keyOf(bucketUrl, path).split('/').map(encodeURIComponent).join('/')}`;
  const call: Call = (address, asked = { method: 'GET' }) => requests.complete(address, asked);
  return {
    name: options.url,
    put: async (path, content, lockedUntil) => {
      const hash = createHash('sha256').update(content).digest();
      const headers = {
        'content-length': String(content.length),
        'x-amz-content-sha256': hash.toString('hex'),
        // A bucket with object lock rejects uploads without a checksum.
        'x-amz-checksum-sha256': hash.toString('base64'),
        // Not every store applies the default retention of its bucket.
        ...(lockedUntil === undefined ? {} : lockHeaders(lockedUntil)),
      };
      const body = content.length === 0 ? {} : { body: () => Readable.from([content]) };
      const answer = await call(url(path), { method: 'PUT', headers, ...body });
      await expectStatus(answer, [200], bucketUrl.bucket, `store ${path}`);
    },
    get: async path => {
      const answer = await call(url(path));
      if (answer.status === 404 && (await codeOf(answer)) !== 'NoSuchBucket') return undefined;
      await expectStatus(answer, [200], bucketUrl.bucket, `return ${path}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    remove: async path => {
      const answer = await call(url(path), { method: 'DELETE' });
      if (answer.status !== 404) await expectStatus(answer, [200, 204], bucketUrl.bucket, `delete ${path}`);
    },
    list: prefix => listAll(call, bucketUrl, prefix),
    lockedUntil: async path => {
      const answer = await call(`${url(path)}?retention`);
      // The answers of a bucket without object lock, and for an object that is not locked.
      if (answer.status === 404 || answer.status === 400) return undefined;
      await expectStatus(answer, [200], bucketUrl.bucket, `report whether ${path} is locked`);
      // Some stores name its element differently.
      const retention = Object.values(await read(answer)).find(isMap);
      if (!isMap(retention) || retention.Mode !== 'COMPLIANCE') return undefined;
      const until = Date.parse(String(retention.RetainUntilDate));
      return Number.isNaN(until) ? undefined : until;
    },
    lockedByDefault: async () => {
      const answer = await call(`${bucketUrl.bucket}?object-lock`);
      if (answer.status === 404 && (await codeOf(answer)) !== 'NoSuchBucket') return undefined;
      await expectStatus(answer, [200], bucketUrl.bucket, 'report its default retention');
      return defaultIn(await read(answer));
    },
    mayDelete: () => mayDelete(call, bucketUrl).catch(() => 'unknown' as const),
  };
}

/**
 * Tries to delete an object that does not exist. The permission to destroy a version is tried first, because that leaves nothing behind: the
 * other one leaves a delete marker in a versioned bucket, and is tried only without the permission to destroy. Invalid credentials are answered
 * with 403, too, so the credentials must be able to list objects.
 */
async function mayDelete(call: Call, bucketUrl: BucketUrl): Promise<GuardAnswer> {
  const missing = `${bucketUrl.bucket}/${keyOf(bucketUrl, `slipway-may-delete-${randomUUID()}`)}`;
  const answers: GuardAnswer[] = [];
  for (const address of [`${missing}?versionId=null`, missing]) {
    const answer = await call(address, { method: 'DELETE' });
    if (answer.ok) return 'yes';
    answers.push(answer.status === 403 && (await codeOf(answer)) === 'AccessDenied' ? 'no' : 'unknown');
  }
  const query = new URLSearchParams({ 'list-type': '2', 'max-keys': '1', prefix: bucketUrl.prefix });
  const looks = await call(`${bucketUrl.bucket}?${query}`);
  return looks.ok ? combine(answers) : 'unknown';
}

/** Reads the default retention of a bucket; ms. Only a lock that no user may lift counts. Pure. */
function defaultIn({ ObjectLockConfiguration: lock }: Readonly<Record<string, unknown>>): number | undefined {
  const rule = isMap(lock) && isMap(lock.Rule) ? lock.Rule.DefaultRetention : undefined;
  if (!isMap(rule) || rule.Mode !== 'COMPLIANCE') return undefined;
  const days = rule.Days === undefined ? Number(rule.Years) * 365 : Number(rule.Days);
  return Number.isFinite(days) && days > 0 ? days * 86_400_000 : undefined;
}

const lockHeaders = (until: number) => ({
  'x-amz-object-lock-mode': 'COMPLIANCE',
  'x-amz-object-lock-retain-until-date': new Date(until).toISOString(),
});

interface BucketUrl {
  /** Address of the bucket. */
  readonly bucket: string;
  /** Without a slash at either end; empty when there is none. */
  readonly prefix: string;
}

export function placeOf(address: string): BucketUrl {
  const url = new URL(address);
  const [bucket = '', ...prefix] = url.pathname.split('/').filter(each => each !== '');
  if (bucket === '')
    throw new UserError(
      `the address ${address} has no bucket`,
      'write the bucket after the host, such as https://s3.example.com/backups/shop',
    );
  return { bucket: `${url.origin}/${bucket}`, prefix: prefix.join('/') };
}

const keyOf = ({ prefix }: BucketUrl, path: string) =>
  `${prefix === '' ? '' : `${prefix}/`}${checkedPath(path)}`;

async function listAll(call: Call, bucketUrl: BucketUrl, prefix: string): Promise<StoredFile[]> {
  const found: StoredFile[] = [];
  const top = bucketUrl.prefix === '' ? '' : `${bucketUrl.prefix}/`;
  const below = prefix === '' ? top : `${keyOf(bucketUrl, prefix)}/`;
  for (let token: string | undefined = ''; token !== undefined; ) {
    const query = new URLSearchParams({ 'list-type': '2', prefix: below });
    if (token !== '') query.set('continuation-token', token);
    const answer = await call(`${bucketUrl.bucket}?${query}`);
    await expectStatus(answer, [200], bucketUrl.bucket, 'list objects');
    const { ListBucketResult: page } = await read(answer);
    if (!isMap(page)) throw new Error('the listing of a bucket is invalid');
    for (const each of [page.Contents ?? []].flat())
      if (isMap(each)) found.push({ path: String(each.Key).slice(top.length), bytes: Number(each.Size) });
    token = page.IsTruncated === 'true' ? String(page.NextContinuationToken) : undefined;
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
