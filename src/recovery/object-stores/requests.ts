import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AwsClient } from 'aws4fetch';
import { reaching } from './patience.ts';

/** Signed requests to a store that speaks S3. Signing is a library's; what is asked again, and when, is ours (patience.ts). */

export interface Login {
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly sessionToken?: string | undefined;
}

export interface Asked {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  /** Opened once more for each attempt. */
  readonly body?: () => Readable;
  /** After the first attempt began, in which another one may; milliseconds. Default: a minute. */
  readonly within?: number;
}

export interface Requests {
  /**
   * An answer that is small, with all of its body.
   * @throws UserError when the store cannot be reached.
   */
  whole(address: string, asked: Asked): Promise<Response>;
  /**
   * The beginning of an answer; its body is a stream, as it is stored, packed or not. Who does not read it resumes it.
   * @throws UserError when the store cannot be reached.
   */
  begun(address: string, asked: Asked): Promise<IncomingMessage>;
}

/** @param bucket its address, for sentences. */
export async function signedRequests(
  bucket: string,
  { region, accessKey, secretKey, sessionToken }: Login,
): Promise<Requests> {
  const [{ AwsClient }, http, https] = await Promise.all([
    import('aws4fetch'),
    import('node:http'),
    import('node:https'),
  ]);
  const client: AwsClient = new AwsClient({
    ...{ accessKeyId: accessKey, secretAccessKey: secretKey, service: 's3', region, retries: 0 },
    ...(sessionToken === undefined ? {} : { sessionToken }),
  });
  // Not by fetch, which unpacks what is stored packed.
  const once = async (address: string, { method, headers = {}, body }: Asked) => {
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
      // A store that refuses before it has all says why.
      const early = await Promise.race([answered.catch(() => undefined), Promise.resolve(undefined)]);
      if (early !== undefined) return early;
      throw error;
    }
  };
  return {
    whole: (address, asked) =>
      reaching(
        bucket,
        async () => wholeOf(await once(address, asked)),
        ({ status }) => status,
        () => undefined,
        asked.within,
      ),
    begun: (address, asked) =>
      reaching(
        bucket,
        () => once(address, asked),
        ({ statusCode }) => statusCode,
        answer => answer.resume(),
        asked.within,
      ),
  };
}

/** Without a byte; ms. */
const silence = 60_000;

export async function wholeOf(answer: IncomingMessage): Promise<Response> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer) chunks.push(chunk as Uint8Array);
  const { statusCode: status = 500 } = answer;
  // These have no body.
  const body = status === 204 || status === 304 ? undefined : Buffer.concat(chunks);
  return new Response(body, { status, headers: plain(answer.headers) });
}

const plain = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
