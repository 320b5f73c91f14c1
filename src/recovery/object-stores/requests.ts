import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AwsClient } from 'aws4fetch';
import { withRetries } from './retries.ts';

/** Sends signed requests to an S3 store. A library signs them; retries.ts retries them. */

export interface Credentials {
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly sessionToken?: string | undefined;
}

export interface StoreRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Called again for each attempt. */
  readonly body?: () => Readable;
  /** Time after the first attempt in which another one may start; ms. Default: a minute. */
  readonly within?: number;
}

export interface Requests {
  /**
   * Returns an answer with its whole body, which must be small.
   * @throws UserError when the store cannot be reached.
   */
  complete(address: string, asked: StoreRequest): Promise<Response>;
  /**
   * Returns an answer whose body is a stream of the stored bytes, not decompressed. A caller that does not read it must `resume()` it.
   * @throws UserError when the store cannot be reached.
   */
  stream(address: string, asked: StoreRequest): Promise<IncomingMessage>;
}

/** Returns functions that send signed requests. @param bucket its address, for messages. */
export async function signedRequests(
  bucket: string,
  { region, accessKey, secretKey, sessionToken }: Credentials,
): Promise<Requests> {
  const [{ AwsClient }, http, https] = await Promise.all([
    import('aws4fetch'),
    import('node:http'),
    import('node:https'),
  ]);
  const client: AwsClient = new AwsClient({
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    service: 's3',
    region,
    retries: 0,
    ...(sessionToken === undefined ? {} : { sessionToken }),
  });
  // Without fetch, which decompresses objects that are stored compressed.
  const once = async (address: string, { method, headers = {}, body }: StoreRequest) => {
    const signed = await client.sign(address, { method, headers });
    const url = new URL(address);
    const init: RequestOptions = { method, headers: Object.fromEntries(signed.headers) };
    const outgoing = (url.protocol === 'http:' ? http : https).request(url, init);
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject);
    });
    outgoing.setTimeout(silence, () => outgoing.destroy(new Error(`no answer in ${silence / 1000} s`)));
    const sent = body === undefined ? outgoing.end() : pipeline(body(), outgoing);
    try {
      const [answer] = await Promise.all([answered, sent]);
      return answer;
    } catch (error) {
      // A store may refuse before it has read the whole body; its answer has the reason.
      const early = await Promise.race([answered.catch(() => undefined), Promise.resolve(undefined)]);
      if (early !== undefined) return early;
      throw error;
    }
  };
  return {
    complete: (address, asked) =>
      withRetries(
        bucket,
        async () => wholeOf(await once(address, asked)),
        ({ status }) => status,
        () => undefined,
        asked.within,
      ),
    stream: (address, asked) =>
      withRetries(
        bucket,
        () => once(address, asked),
        ({ statusCode }) => statusCode,
        answer => answer.resume(),
        asked.within,
      ),
  };
}

/** Longest time without a byte; ms. */
const silence = 60_000;

/** Reads the whole body of an answer. */
export async function wholeOf(answer: IncomingMessage): Promise<Response> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer) chunks.push(chunk as Uint8Array);
  const { statusCode: status = 500 } = answer;
  // `Response` allows no body with these statuses.
  const body = status === 204 || status === 304 ? undefined : Buffer.concat(chunks);
  return new Response(body, { status, headers: plain(answer.headers) });
}

const plain = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
