import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';
import { type Sha256, sha256Of } from '../checksum.ts';
import { faultIn, mustBe, read } from './answers.ts';
import type { Asked, Requests } from './requests.ts';

/** An object in parts: a store takes at most 5 GiB by one PUT, and a part that breaks off is sent again without the others. */

/** What is put. */
export interface Content {
  readonly bytes: number;
  readonly sha256: Sha256;
  readonly headers: Readonly<Record<string, string>>;
  /** All of it, or the bytes from one on to before another; opened once more for each attempt. */
  body(range?: { readonly from: number; readonly to: number }): Readable;
}

export interface Target {
  readonly requests: Requests;
  /** Address of the bucket, for sentences. */
  readonly bucket: string;
  /** Address of the object. */
  readonly address: string;
  /** Of the object, for sentences. */
  readonly what: string;
}

const MiB = 1 << 20;
/** Of one object; a limit of S3. */
const mostParts = 10_000;
/** In which a large body may be sent again; ms. It takes long by itself. */
export const transferTime = 600_000;
/** A store may have forgotten an upload, or have completed it and lost its answer. */
const uploads = 3;

/** Bytes of each part but the last, a whole number of MiB. @param least at least 5 MiB, which S3 demands. Pure. */
export const partOf = (bytes: number, least: number): number =>
  Math.max(least, Math.ceil(bytes / mostParts / MiB) * MiB);

/**
 * Puts an object in parts, one after the other. Each part is signed with its SHA-256, and the object is completed only when all of them
 * together have the hash that it is said to have.
 * @param part bytes of each but the last.
 * @throws UserError when the store refuses, or the content is not what it was said to be; then no part of it is left.
 */
export async function putInParts(target: Target, content: Content, part: number): Promise<void> {
  for (let count = 0; count < uploads; count += 1) if (await putOnce(target, content, part)) return;
  throw new UserError(
    `${target.bucket} does not put ${target.what} together from its parts`,
    'see what the store says of it, then run the step again',
  );
}

/** @returns whether it is complete; not when the store does not know the upload any more. */
async function putOnce(target: Target, content: Content, part: number): Promise<boolean> {
  const { requests, address, what, bucket } = target;
  const begun = await ask(target, 'uploads', { method: 'POST', headers: content.headers });
  const id = elementIn(await read(begun), 'UploadId');
  if (id === undefined)
    throw new UserError(
      `${bucket} begins no upload in parts of ${what}`,
      'see whether the store takes objects in parts',
    );
  const upload = `uploadId=${encodeURIComponent(id)}`;
  try {
    const tags = await putParts(target, content, part, upload);
    return await complete(target, tags, upload);
  } catch (error) {
    // Parts are paid for. What the store cannot do now a rule of the bucket does.
    await requests.whole(`${address}?${upload}`, { method: 'DELETE' }).catch(() => undefined);
    throw error;
  }
}

async function putParts(target: Target, content: Content, part: number, upload: string): Promise<string[]> {
  const { bytes, sha256, body } = content;
  const all = createHash('sha256');
  const tags: string[] = [];
  for (let from = 0; from < bytes; from += part) {
    const to = Math.min(bytes, from + part);
    const own = createHash('sha256');
    for await (const chunk of body({ from, to })) {
      own.update(chunk as Uint8Array);
      all.update(chunk as Uint8Array);
    }
    const answer = await ask(target, `partNumber=${tags.length + 1}&${upload}`, {
      method: 'PUT',
      headers: { 'content-length': String(to - from), 'x-amz-content-sha256': own.digest('hex') },
      body: () => body({ from, to }),
      within: transferTime,
    });
    tags.push(answer.headers.get('etag') ?? '');
  }
  if (all.digest('hex') === sha256) return tags;
  throw new UserError(
    `${target.what} is not what it was when it was put into parts`,
    'restore the folder from another backup',
  );
}

async function complete(target: Target, tags: readonly string[], upload: string): Promise<boolean> {
  const { requests, address, bucket, what } = target;
  const parts = tags.map(
    (tag, at) =>
      `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</ETag></Part>`,
  );
  const document = Buffer.from(
    `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`,
  );
  const answer = await requests.whole(`${address}?${upload}`, {
    method: 'POST',
    headers: { 'content-length': String(document.length), 'x-amz-content-sha256': sha256Of(document) },
    body: () => Readable.from([document]),
    within: transferTime,
  });
  // The store says 200 before it has put the parts together.
  const fault = await faultIn(answer);
  const code = fault?.Code;
  if (code === 'NoSuchUpload' || (answer.status === 200 && code === 'InternalError')) return false;
  await mustBe(answer, fault === undefined ? [200] : [], bucket, `take ${what}`);
  return true;
}

async function ask({ requests, address, bucket, what }: Target, query: string, asked: Asked) {
  const answer = await requests.whole(`${address}?${query}`, asked);
  await mustBe(answer, [200], bucket, `take ${what}`);
  return answer;
}

function elementIn(document: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const [found] = Object.values(document).flatMap(each => (isMap(each) ? [each[name]] : []));
  return typeof found === 'string' ? found : undefined;
}
