import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { isMap } from '../../toolkit/map.ts';
import { placeOf, type S3Options } from '../s3.ts';
import { mustBe, read } from './answers.ts';
import { endIn, ObjectChanged, restIn, resumed } from './download.ts';
import { signedRequests, wholeOf } from './requests.ts';
import { type Content, partOf, putInParts, type Target, transferTime } from './upload.ts';

/** A bucket of an application, with keys of any form; what is in a store of ours is in s3.ts. */

export interface Listed {
  readonly key: string;
  readonly bytes: number;
  /** Changes with what is in it. */
  readonly etag: string;
}

/** What an object has besides its bytes, by the names of HTTP: its type, and what the application noted. */
export type Headers = Readonly<Record<string, string>>;

export interface Rest {
  readonly from: number;
  readonly etag: string;
}

export interface Opened {
  readonly etag: string;
  readonly headers: Headers;
  /** The first byte of it that the body brings: 0, or `from` of the rest. */
  readonly from: number;
  readonly body: Readable;
}

export interface Bucket {
  /** For sentences. */
  readonly name: string;
  list(): Promise<Listed[]>;
  /**
   * Undefined when it is not there any more. What comes is as it is stored, packed or not, whatever connections break on the way; the body
   * fails with ObjectChanged when the object is replaced meanwhile.
   * @param rest what of it is known already: its beginning up to `from`, when its ETag is still that one.
   */
  open(key: string, rest?: Rest): Promise<Opened | undefined>;
  /**
   * An object of any size. The store takes nothing else than what has that hash, and the body is opened once more when a connection breaks
   * off.
   */
  put(key: string, content: Content): Promise<void>;
  /** Does no harm where it is not there. */
  remove(key: string): Promise<void>;
}

/** Bytes of an object that goes as one, and of each part of a larger one. */
const usualPart = 32 << 20;

/**
 * @param options an address of a bucket; what is before keys in it is no part of them.
 * @param part bytes of each part of an object that is larger.
 */
export async function openBucket(options: S3Options, { part = usualPart } = {}): Promise<Bucket> {
  const { bucket, prefix } = placeOf(options.address);
  const requests = await signedRequests(bucket, options);
  const top = prefix === '' ? '' : `${prefix}/`;
  const target = (key: string): Target => ({
    ...{ requests, bucket, what: JSON.stringify(key) },
    address: `${bucket}/${`${top}${key}`.split('/').map(encoded).join('/')}`,
  });
  return {
    name: options.address,
    list: async () => {
      const found: Listed[] = [];
      for (let token: string | undefined = ''; token !== undefined; ) {
        const query = new URLSearchParams({ 'encoding-type': 'url', 'list-type': '2', prefix: top });
        if (token !== '') query.set('continuation-token', token);
        const answer = await requests.whole(`${bucket}?${query}`, { method: 'GET' });
        await mustBe(answer, [200], bucket, 'list what it holds');
        const { ListBucketResult: page } = await read(answer);
        if (!isMap(page)) throw new Error('the list of a bucket is none');
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
      const answer = await requests.whole(target(key).address, {
        method: 'PUT',
        headers: { ...headers, 'content-length': String(bytes), 'x-amz-content-sha256': sha256 },
        ...(bytes === 0 ? {} : { body: () => body(), within: transferTime }),
      });
      await mustBe(answer, [200], bucket, `take ${JSON.stringify(key)}`);
    },
    remove: async key => {
      const answer = await requests.whole(target(key).address, { method: 'DELETE' });
      if (answer.status !== 404) await mustBe(answer, [200, 204], bucket, `delete ${JSON.stringify(key)}`);
    },
  };
}

/** All of an object, or its rest. @returns undefined when it is not there, or not the one whose rest is wanted. */
async function openAt(target: Target, rest?: Rest): Promise<Opened | undefined> {
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

const askFor = ({ requests, address }: Target, from: number, etag: string | undefined) =>
  requests.begun(address, {
    method: 'GET',
    headers: {
      ...(from === 0 ? {} : { range: `bytes=${from}-` }),
      ...(etag === undefined || etag === '' ? {} : { 'if-match': `"${etag}"` }),
    },
  });

/** @throws UserError when the store refuses. */
async function restOf({ bucket, what }: Target, answer: IncomingMessage, from: number) {
  if (answer.statusCode !== 200 && answer.statusCode !== 206)
    await mustBe(await wholeOf(answer), [], bucket, `give ${what}`);
  return restIn(answer, from);
}

/** Some stores quote it in one place and not in another. */
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
