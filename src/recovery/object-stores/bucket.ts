import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { isMap } from '../../toolkit/map.ts';
import { eachOf } from '../../toolkit/parallel.ts';
import { placeOf, type S3Options } from '../s3.ts';
import { expectStatus, read } from './answers.ts';
import { endIn, ObjectChanged, restIn, resumed } from './download.ts';
import { signedRequests, wholeOf } from './requests.ts';
import { type Content, partOf, putInParts, transferTime, type UploadTarget } from './upload.ts';

/** Reads and writes a bucket of an application, with any keys. For our own store of backup sets see s3.ts. */

export interface ListedObject {
  readonly key: string;
  readonly bytes: number;
  /** Changes with the content. */
  readonly etag: string;
}

/** Headers that are stored with an object: its content type, and metadata of the application. */
export type Headers = Readonly<Record<string, string>>;

interface Rest {
  readonly from: number;
  readonly etag: string;
}

interface Opened {
  readonly etag: string;
  readonly headers: Headers;
  /** Position of the body's first byte in the object: 0, or `from` of the rest. */
  readonly from: number;
  readonly body: Readable;
}

export interface Bucket {
  /** The name in messages. */
  readonly name: string;
  list(): Promise<ListedObject[]>;
  /**
   * Opens an object; undefined when it does not exist any more. The body is the stored bytes, not decompressed. It resumes after broken
   * connections, and fails with ObjectChanged when the object is replaced meanwhile.
   * @param rest skips the bytes before `from`, which the caller has, if the object still has that ETag.
   */
  open(key: string, rest?: Rest): Promise<Opened | undefined>;
  /**
   * Stores an object of any size. The store refuses a body with another hash. Calls `body` again after a broken connection.
   */
  put(key: string, content: Content): Promise<void>;
  /** Deletes an object; a missing one is not an error. */
  remove(key: string): Promise<void>;
}

/** Largest object that is sent in one request, and size of the parts of a larger one; bytes. */
const usualPart = 32 << 20;

/**
 * Opens a bucket.
 * @param options with the address of a bucket. A prefix in it is put before all keys.
 * @param part size of the parts of an object that is larger; bytes.
 */
export async function openBucket(options: S3Options, { part = usualPart } = {}): Promise<Bucket> {
  const { bucket, prefix } = placeOf(options.url);
  const requests = await signedRequests(bucket, options);
  const top = prefix === '' ? '' : `${prefix}/`;
  const target = (key: string): UploadTarget => ({
    requests,
    bucket,
    what: JSON.stringify(key),
    address: `${bucket}/${`${top}${key}`.split('/').map(encoded).join('/')}`,
  });
  return {
    name: options.url,
    list: async () => {
      const found: ListedObject[] = [];
      for (let token: string | undefined = ''; token !== undefined; ) {
        const query = new URLSearchParams({ 'encoding-type': 'url', 'list-type': '2', prefix: top });
        if (token !== '') query.set('continuation-token', token);
        const answer = await requests.complete(`${bucket}?${query}`, { method: 'GET' });
        await expectStatus(answer, [200], bucket, 'list objects');
        const { ListBucketResult: page } = await read(answer);
        if (!isMap(page)) throw new Error('the answer of a bucket is no list of objects');
        const plain = page.EncodingType !== 'url';
        for (const each of [page.Contents ?? []].flat())
          if (isMap(each)) {
            const key = plain ? String(each.Key) : decodeURIComponent(String(each.Key).replaceAll('+', ' '));
            found.push({ key: key.slice(top.length), bytes: Number(each.Size), etag: plainTag(each.ETag) });
          }
        token = page.IsTruncated === 'true' ? String(page.NextContinuationToken) : undefined;
      }
      return found;
    },
    open: async (key, rest) => {
      const known = rest === undefined ? undefined : await openAt(target(key), rest);
      return known ?? openAt(target(key));
    },
    put: async (key, content) => {
      const { bytes, sha256, headers, body } = content;
      if (bytes > part) return putInParts(target(key), content, partOf(bytes, part));
      const answer = await requests.complete(target(key).address, {
        method: 'PUT',
        headers: { ...headers, 'content-length': String(bytes), 'x-amz-content-sha256': sha256 },
        ...(bytes === 0 ? {} : { body: () => body(), within: transferTime }),
      });
      await expectStatus(answer, [200], bucket, `store ${JSON.stringify(key)}`);
    },
    remove: async key => {
      const answer = await requests.complete(target(key).address, { method: 'DELETE' });
      if (answer.status !== 404)
        await expectStatus(answer, [200, 204], bucket, `delete ${JSON.stringify(key)}`);
    },
  };
}

/** Deletes objects, eight at once. @throws UserError when the bucket refuses. */
export const removeObjects = (bucket: Bucket, objects: readonly Pick<ListedObject, 'key'>[]): Promise<void> =>
  eachOf(objects, 8, ({ key }) => bucket.remove(key));

/** Opens an object, or its rest. @returns undefined when it does not exist, or has another ETag than the rest. */
async function openAt(target: UploadTarget, rest?: Rest): Promise<Opened | undefined> {
  const { bucket, what } = target;
  const from = rest?.from ?? 0;
  const answer = await askFor(target, from, rest?.etag);
  const missing = rest === undefined ? [404] : [404, 412, 416];
  const first = missing.includes(answer.statusCode ?? 0) ? undefined : await restOf(target, answer, from);
  const etag = plainTag(answer.headers.etag);
  if (first === undefined || (rest !== undefined && etag !== rest.etag)) {
    answer.destroy();
    return undefined;
  }
  const again = async (at: number) => {
    const next = await askFor(target, at, etag);
    const isGone = [404, 412].includes(next.statusCode ?? 0);
    const chunks = isGone ? undefined : await restOf(target, next, at);
    if (chunks !== undefined && plainTag(next.headers.etag) === etag) return chunks;
    next.destroy();
    throw new ObjectChanged(`${what} of ${bucket}`);
  };
  const body = resumed({ what: `${what} of ${bucket}`, from, end: endIn(answer), first, again });
  return { etag, headers: kept(answer.headers), from, body };
}

const askFor = ({ requests, address }: UploadTarget, from: number, etag: string | undefined) =>
  requests.stream(address, {
    method: 'GET',
    headers: {
      ...(from === 0 ? {} : { range: `bytes=${from}-` }),
      ...(etag === undefined || etag === '' ? {} : { 'if-match': `"${etag}"` }),
    },
  });

/** @throws UserError when the store refuses. */
async function restOf({ bucket, what }: UploadTarget, answer: IncomingMessage, from: number) {
  if (answer.statusCode !== 200 && answer.statusCode !== 206)
    await expectStatus(await wholeOf(answer), [], bucket, `return ${what}`);
  return restIn(answer, from);
}

/** Removes quotes, because some stores quote an ETag in lists but not in headers, or the other way around. */
const plainTag = (etag: unknown) => String(etag ?? '').replaceAll('"', '');

const encoded = (part: string) =>
  encodeURIComponent(part).replace(/[!'()*]/g, each => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

function kept(headers: IncomingHttpHeaders): Headers {
  const wanted = /^(content-(type|disposition|encoding|language)|cache-control|expires|x-amz-meta-.+)$/;
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      wanted.test(name) && value !== undefined ? [[name, String(value)]] : [],
    ),
  );
}
