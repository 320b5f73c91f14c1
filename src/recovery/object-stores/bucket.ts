import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isMap } from '../../toolkit/map.ts';
import type { Sha256 } from '../checksum.ts';
import { mustBe, placeOf, read, type S3Options, signerFor } from '../s3.ts';
import { reaching } from './patience.ts';

/** A bucket of an application, with keys of any form; what is in a store of ours is in s3.ts. */

export interface Listed {
  readonly key: string;
  readonly bytes: number;
  /** Changes with what is in it. */
  readonly etag: string;
}

/** What an object has besides its bytes, by the names of HTTP: its type, and what the application noted. */
export type Headers = Readonly<Record<string, string>>;

export interface Bucket {
  /** For sentences. */
  readonly name: string;
  list(): Promise<Listed[]>;
  /** Undefined when it is not there any more. What comes is as it is stored, packed or not. */
  open(key: string): Promise<{ etag: string; headers: Headers; body: Readable } | undefined>;
  /** The store takes nothing else than what has that hash. The body is opened once more when a connection breaks off. */
  put(
    key: string,
    content: { bytes: number; sha256: Sha256; headers: Headers; body: () => Readable },
  ): Promise<void>;
  /** Does no harm where it is not there. */
  remove(key: string): Promise<void>;
}

/** @param options an address of a bucket; what is before keys in it is no part of them. */
export async function openBucket(options: S3Options): Promise<Bucket> {
  const [client, http, https] = await Promise.all([
    signerFor(options),
    import('node:http'),
    import('node:https'),
  ]);
  const { bucket, prefix } = placeOf(options.address);
  const top = prefix === '' ? '' : `${prefix}/`;
  const urlOf = (key: string) => `${bucket}/${`${top}${key}`.split('/').map(encoded).join('/')}`;

  // Not by fetch, which unpacks what is stored packed.
  const once = async (address: string, method: string, more: Headers, body?: () => Readable) => {
    const signed = await client.sign(address, { method, headers: more });
    const url = new URL(address);
    const init: RequestOptions = { method, headers: Object.fromEntries(signed.headers) };
    const outgoing = (url.protocol === 'http:' ? http : https).request(url, init);
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject);
    });
    outgoing.setTimeout(patience, () => outgoing.destroy(new Error(`no answer in ${patience / 1000} s`)));
    const sent = body === undefined ? outgoing.end() : pipeline(body(), outgoing);
    try {
      const [answer] = await Promise.all([answered, sent]);
      return answer;
    } catch (error) {
      // A store that refuses before it has all says why.
      const early = await Promise.race([answered.catch(() => undefined), Promise.resolve(undefined)]);
      if (early !== undefined) return early;
      throw error;
    }
  };
  const send = (address: string, method = 'GET', more: Headers = {}, body?: () => Readable) =>
    reaching(
      bucket,
      () => once(address, method, more, body),
      ({ statusCode }) => statusCode,
      answer => answer.resume(),
    );
  return {
    name: options.address,
    list: async () => {
      const found: Listed[] = [];
      for (let token: string | undefined = ''; token !== undefined; ) {
        const query = new URLSearchParams({ 'encoding-type': 'url', 'list-type': '2', prefix: top });
        if (token !== '') query.set('continuation-token', token);
        const answer = await whole(await send(`${bucket}?${query}`));
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
    open: async key => {
      const answer = await send(urlOf(key));
      if (answer.statusCode === 404) {
        answer.resume();
        return undefined;
      }
      if (answer.statusCode !== 200)
        await mustBe(await whole(answer), [200], bucket, `give ${JSON.stringify(key)}`);
      return { etag: plainTag(answer.headers.etag), headers: kept(answer.headers), body: answer };
    },
    put: async (key, { bytes, sha256, headers, body }) => {
      const more = { ...headers, 'content-length': String(bytes), 'x-amz-content-sha256': sha256 };
      const answer = await whole(await send(urlOf(key), 'PUT', more, bytes === 0 ? undefined : body));
      await mustBe(answer, [200], bucket, `take ${JSON.stringify(key)}`);
    },
    remove: async key => {
      const answer = await send(urlOf(key), 'DELETE');
      if ([200, 204, 404].includes(answer.statusCode ?? 0)) answer.resume();
      else await mustBe(await whole(answer), [200], bucket, `delete ${JSON.stringify(key)}`);
    },
  };
}

/** Some stores quote it in one place and not in another. */
const plainTag = (etag: unknown) => String(etag ?? '').replaceAll('"', '');

/** Without a byte; ms. */
const patience = 60_000;

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

/** A small answer. */
async function whole(answer: IncomingMessage): Promise<Response> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer) chunks.push(chunk as Uint8Array);
  const { statusCode: status = 500 } = answer;
  return new Response(status === 204 ? undefined : Buffer.concat(chunks), { status });
}
