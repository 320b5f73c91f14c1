import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';
import { type Sha256, sha256Of } from '../checksum.ts';
import { expectStatus, faultIn, read } from './answers.ts';
import type { Requests, StoreRequest } from './requests.ts';

/** Uploads a large object in parts: S3 allows at most 5 GiB in one PUT, and a broken part is sent again without the others. */

/** The content of an object to store. */
export interface Content {
  readonly bytes: number;
  readonly sha256: Sha256;
  readonly headers: Readonly<Record<string, string>>;
  /** Opens the whole content, or the bytes from `from` to before `to`; called again for each attempt. */
  body(range?: { readonly from: number; readonly to: number }): Readable;
}

export interface UploadTarget {
  readonly requests: Requests;
  /** Address of the bucket, for messages. */
  readonly bucket: string;
  /** Address of the object. */
  readonly address: string;
  /** The object's name in messages. */
  readonly what: string;
}

const MiB = 1 << 20;
/** Limit of S3 for one object. */
const mostParts = 10_000;
/** Time in which a large body may be sent again, ms. Longer than for other requests, because one attempt may take minutes. */
export const transferTime = 600_000;
/** Attempts to upload an object: a store may lose an upload, or complete it and lose its answer. */
const uploads = 3;

/** Returns the size of the parts in bytes, a whole number of MiB. @param least at least 5 MiB, the minimum of S3. Pure. */
export const partOf = (bytes: number, least: number): number =>
  Math.max(least, Math.ceil(bytes / mostParts / MiB) * MiB);

/**
 * Uploads an object in parts, one after the other. Each part is signed with its SHA-256. The upload is completed only when the parts
 * together have the hash of the object.
 * @param part size of each part but the last; bytes.
 * @throws UserError when the store refuses, or the content has another hash; then no part is left in the store.
 */
export async function putInParts(target: UploadTarget, content: Content, part: number): Promise<void> {
  for (let count = 0; count < uploads; count += 1) if (await putOnce(target, content, part)) return;
  throw new UserError(
    `${target.bucket} did not complete the multipart upload of ${target.what}`,
    'check the logs of the store, then run the step again',
  );
}

/** Uploads an object once. @returns false when the store lost the upload, so that another attempt may succeed. */
async function putOnce(target: UploadTarget, content: Content, part: number): Promise<boolean> {
  const { requests, address, what, bucket } = target;
  const begun = await ask(target, 'uploads', { method: 'POST', headers: content.headers });
  const id = elementIn(await read(begun), 'UploadId');
  if (id === undefined)
    throw new UserError(
      `${bucket} did not start a multipart upload of ${what}`,
      'check that the store supports multipart uploads',
    );
  const upload = `uploadId=${encodeURIComponent(id)}`;
  try {
    const tags = await putParts(target, content, part, upload);
    return await complete(target, tags, upload);
  } catch (error) {
    // Incomplete parts cost money. If this fails, only a lifecycle rule of the bucket removes them.
    await requests.complete(`${address}?${upload}`, { method: 'DELETE' }).catch(() => undefined);
    throw error;
  }
}

async function putParts(
  target: UploadTarget,
  content: Content,
  part: number,
  upload: string,
): Promise<string[]> {
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
    `the copy of ${target.what} is damaged: its SHA-256 is not that of the index`,
    'restore the folder from another backup',
  );
}

async function complete(target: UploadTarget, tags: readonly string[], upload: string): Promise<boolean> {
  const { requests, address, bucket, what } = target;
  const parts = tags.map(
    (tag, at) =>
      `<Part><PartNumber>${at + 1}</PartNumber><ETag>${tag.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</ETag></Part>`,
  );
  const document = Buffer.from(
    `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`,
  );
  const answer = await requests.complete(`${address}?${upload}`, {
    method: 'POST',
    headers: { 'content-length': String(document.length), 'x-amz-content-sha256': sha256Of(document) },
    body: () => Readable.from([document]),
    within: transferTime,
  });
  // S3 answers 200 before it has assembled the parts; the body may still hold an error.
  const fault = await faultIn(answer);
  const code = fault?.Code;
  if (code === 'NoSuchUpload' || (answer.status === 200 && code === 'InternalError')) return false;
  await expectStatus(answer, fault === undefined ? [200] : [], bucket, `store ${what}`);
  return true;
}

async function ask({ requests, address, bucket, what }: UploadTarget, query: string, asked: StoreRequest) {
  const answer = await requests.complete(`${address}?${query}`, asked);
  await expectStatus(answer, [200], bucket, `store ${what}`);
  return answer;
}

function elementIn(document: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const [found] = Object.values(document).flatMap(each => (isMap(each) ? [each[name]] : []));
  return typeof found === 'string' ? found : undefined;
}
