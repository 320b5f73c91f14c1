import { createHash, type Hash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * An S3 server on the loopback interface that breaks connections on request. It keeps no body in memory, so objects may have any size: it
 * sends a pattern, and keeps only the SHA-256 of uploads. Like the real one, it refuses a body that does not match its signature, a PUT or
 * a part of more than 5 GiB, and a part of less than 5 MiB that is not the last.
 */

export const MiB = 1 << 20;

export interface Taken {
  readonly bytes: number;
  readonly sha256: string;
  /** 0 for an object that was stored with one PUT. */
  readonly parts: number;
  readonly headers: Readonly<Record<string, unknown>>;
}

interface Given {
  readonly bytes: number;
  readonly etag: string;
}

/** How a request fails: with a broken connection after that many bytes of either body, or with a status. */
type Fault = { readonly breaksAfter: number } | { readonly status: number; readonly code: string };

interface Upload {
  readonly hash: Hash;
  readonly headers: IncomingMessage['headers'];
  readonly parts: { bytes: number; etag: string }[];
}

/** Returns the bytes of an object. Blocks of 1 MiB differ, so that a test notices a wrong position. */
export function patternAt(etag: string, from: number, to: number): Readable {
  return Readable.from(blocks(etag, from, to), { objectMode: false, highWaterMark: MiB });
}

function* blocks(etag: string, from: number, to: number) {
  for (let at = from; at < to; ) {
    const block = Math.floor(at / MiB);
    const content = Buffer.alloc(MiB, createHash('sha512').update(`${etag} ${block}`).digest());
    const begin = at - block * MiB;
    const chunk = content.subarray(begin, Math.min(MiB, begin + to - at));
    at += chunk.length;
    yield chunk;
  }
}

export async function startS3() {
  const given = new Map<string, Given>();
  const taken = new Map<string, Taken>();
  const uploads = new Map<string, Upload>();
  /** `METHOD key range-or-part`. */
  const asked: string[] = [];
  const log = { asked, bytesGiven: 0, aborted: 0 };
  let fault: (request: string) => Fault | undefined = () => undefined;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://s3');
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    const part = url.searchParams.get('partNumber');
    const name = `${request.method} ${key}${part === null ? '' : ` part ${part}`}${
      request.headers.range === undefined ? '' : ` ${request.headers.range}`
    }${url.searchParams.has('uploads') ? ' uploads' : ''}`;
    asked.push(name);
    // A destroyed request has no socket any more.
    const { socket } = request;
    const wrong = fault(name);
    try {
      if (wrong !== undefined && 'status' in wrong) {
        await drain(request);
        return refuse(response, wrong.status, wrong.code);
      }
      await answer({ request, response, url, key, breaksAfter: wrong?.breaksAfter });
    } catch {
      socket.destroy();
    }
  });

  interface Call {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    readonly url: URL;
    readonly key: string;
    readonly breaksAfter: number | undefined;
  }

  async function answer(call: Call): Promise<unknown> {
    const { request, response, url, key } = call;
    const id = url.searchParams.get('uploadId') ?? '';
    if (request.method === 'GET' && key === '') return response.end(list());
    if (request.method === 'GET') return give(call);
    if (request.method === 'DELETE') {
      if (uploads.delete(id)) log.aborted += 1;
      return response.writeHead(204).end();
    }
    if (request.method === 'POST' && url.searchParams.has('uploads')) {
      const made = `upload/${uploads.size + 1}+=`;
      uploads.set(made, { hash: createHash('sha256'), headers: request.headers, parts: [] });
      return response.end(`<R><UploadId>${made}</UploadId></R>`);
    }
    if (request.method === 'POST') return complete(call, id);
    return take(call, id);
  }

  const list = () =>
    `<ListBucketResult><Name>uploads</Name>${[...given].map(([key, { bytes, etag }]) => `<Contents><Key>${key}</Key><Size>${bytes}</Size><ETag>"${etag}"</ETag></Contents>`).join('')}</ListBucketResult>`;

  async function give({ request, response, key, breaksAfter }: Call) {
    const found = given.get(key);
    if (found === undefined) return refuse(response, 404, 'NoSuchKey');
    const { etag, bytes } = found;
    const match = request.headers['if-match'];
    if (match !== undefined && match !== `"${etag}"`) return refuse(response, 412, 'PreconditionFailed');
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (from > 0 && from >= bytes) return refuse(response, 416, 'InvalidRange');
    response.writeHead(from > 0 ? 206 : 200, {
      ...{ 'content-length': bytes - from, etag: `"${etag}"`, 'content-type': 'x/y' },
      ...(from > 0 ? { 'content-range': `bytes ${from}-${bytes - 1}/${bytes}` } : {}),
    });
    const end = breaksAfter === undefined ? bytes : Math.min(bytes, from + breaksAfter);
    log.bytesGiven += end - from;
    await pipeline(patternAt(etag, from, end), response, { end: end === bytes });
    // Closes the connection after the written bytes are sent.
    if (end < bytes) request.socket.destroySoon();
    return undefined;
  }

  /** Takes a PUT of an object or a part. */
  async function take({ request, response, url, key, breaksAfter }: Call, id: string) {
    const bytes = Number(request.headers['content-length']);
    if (bytes > 5 * 1024 * MiB) return refuse(response, 400, 'EntityTooLarge');
    const hash = createHash('sha256');
    let [read, kept] = [0, createHash('sha256')];
    const upload = uploads.get(id);
    if (id !== '' && upload === undefined) return refuse(response, 404, 'NoSuchUpload');
    // The running hash is a copy, because a broken part must not count.
    if (upload !== undefined) kept = upload.hash.copy();
    for await (const chunk of request) {
      read += chunk.length;
      if (breaksAfter !== undefined && read > breaksAfter) throw new Error('breaks');
      hash.update(chunk);
      kept.update(chunk);
    }
    const sha256 = hash.digest('hex');
    if (sha256 !== request.headers['x-amz-content-sha256'] || read !== bytes)
      return refuse(response, 400, 'XAmzContentSHA256Mismatch');
    if (upload === undefined) {
      taken.set(key, { bytes, sha256, parts: 0, headers: request.headers });
      return response.writeHead(200, { etag: `"${sha256}"` }).end();
    }
    const number = Number(url.searchParams.get('partNumber'));
    if (number !== upload.parts.length + 1 || number > 10_000)
      return refuse(response, 400, 'InvalidPartOrder');
    uploads.set(id, { ...upload, hash: kept, parts: [...upload.parts, { bytes, etag: sha256 }] });
    return response.writeHead(200, { etag: `"${sha256}"` }).end();
  }

  async function complete({ request, response, key }: Call, id: string) {
    const body = Buffer.concat(await request.toArray()).toString();
    const upload = uploads.get(id);
    if (upload === undefined) return refuse(response, 404, 'NoSuchUpload');
    const named = [...body.matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>(?:"|&quot;)(\w+)(?:"|&quot;)/g)];
    const isWhole = upload.parts.every(
      ({ etag }, at) => named[at]?.[1] === String(at + 1) && named[at]?.[2] === etag,
    );
    if (!isWhole || named.length !== upload.parts.length) return refuse(response, 400, 'InvalidPart');
    if (upload.parts.slice(0, -1).some(({ bytes }) => bytes < 5 * MiB))
      return refuse(response, 400, 'EntityTooSmall');
    uploads.delete(id);
    taken.set(key, {
      bytes: upload.parts.reduce((sum, { bytes }) => sum + bytes, 0),
      ...{ sha256: upload.hash.digest('hex'), parts: upload.parts.length, headers: upload.headers },
    });
    return response.end('<R><ETag>x</ETag></R>');
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    options: {
      url: `http://127.0.0.1:${port}/uploads`,
      ...{ region: 'r', accessKey: 'A', secretKey: 'S' },
    },
    given,
    taken,
    uploads,
    log,
    /** @param by called for each request with `METHOD key range`. */
    fail: (by: typeof fault) => {
      fault = by;
    },
    /** Returns the SHA-256 of an object, computed as a stream. */
    sha256Of: async (key: string) => {
      const { bytes = 0, etag = '' } = given.get(key) ?? {};
      const hash = createHash('sha256');
      await pipeline(patternAt(etag, 0, bytes), async chunks => {
        for await (const chunk of chunks) hash.update(chunk);
      });
      return hash.digest('hex');
    },
    close: () => new Promise(resolve => server.close(resolve).closeAllConnections()),
  };
}

export type S3Server = Awaited<ReturnType<typeof startS3>>;

const drain = async (request: IncomingMessage) => {
  for await (const _ of request);
};

const refuse = (response: ServerResponse, status: number, code: string) =>
  response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
