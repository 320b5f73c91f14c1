import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';

/** Reads the answers of an S3 store. */

/** Checks the status of an answer. @param what the requested action, such as `store "a"`. @throws UserError for another status. */
export async function expectStatus(
  answer: Response,
  good: number[],
  bucket: string,
  what: string,
): Promise<void> {
  if (good.includes(answer.status)) return;
  const code = await codeOf(answer);
  const remedies: Record<string, string> = {
    NoSuchBucket: 'create the bucket first',
    AccessDenied: 'grant the credentials this permission, and no other',
    InvalidAccessKeyId: 'check that the credentials belong to this store',
    SignatureDoesNotMatch: 'check the secret key and the region',
  };
  throw new UserError(
    `${bucket} failed to ${what}: ${answer.status} ${code}`.trimEnd(),
    remedies[code] ?? 'look for this error in the documentation or the logs of the store',
  );
}

/** Returns the error code in an answer; empty when there is none. */
export const codeOf = async (answer: Response): Promise<string> =>
  String((await faultIn(answer))?.Code ?? '');

/** Returns the error in the body of an answer with any status; undefined when there is none. */
export async function faultIn(answer: Response): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { Error: fault } = await read(answer.clone()).catch(() => ({ Error: undefined }));
  return isMap(fault) ? fault : undefined;
}

/** Parses the XML body of an answer. */
export async function read(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const { XMLParser } = await import('fast-xml-parser');
  // Keys may begin with a space, and contain characters that XML writes only as numeric references.
  const parser = new XMLParser({
    parseTagValue: false,
    processEntities: true,
    htmlEntities: true,
    trimValues: false,
  });
  return parser.parse(await answer.text()) as Record<string, unknown>;
}
