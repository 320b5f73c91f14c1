import { UserError } from '../../toolkit/errors.ts';
import { isMap } from '../../toolkit/map.ts';

/** What a store that speaks S3 answers. */

/** @param what it was asked to do, for the sentence. @throws UserError for an answer with another status. */
export async function mustBe(answer: Response, good: number[], bucket: string, what: string): Promise<void> {
  if (good.includes(answer.status)) return;
  const code = await codeOf(answer);
  const remedies: Record<string, string> = {
    NoSuchBucket: 'make the bucket first',
    AccessDenied: 'give the login that right, and no other',
    InvalidAccessKeyId: 'see whether the login is of this store',
    SignatureDoesNotMatch: 'see whether the secret key and the region are right',
  };
  throw new UserError(
    `${bucket} does not ${what}: ${answer.status} ${code}`.trimEnd(),
    remedies[code] ?? 'see what the store has against it',
  );
}

/** The code of the fault in an answer; empty when it names none. */
export const codeOf = async (answer: Response): Promise<string> =>
  String((await faultIn(answer))?.Code ?? '');

/** The fault in the body of an answer, whatever its status; undefined when there is none. */
export async function faultIn(answer: Response): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { Error: fault } = await read(answer.clone()).catch(() => ({ Error: undefined }));
  return isMap(fault) ? fault : undefined;
}

export async function read(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  const { XMLParser } = await import('fast-xml-parser');
  // Keys may begin with a space, and hold what only a number stands for in XML.
  const parser = new XMLParser({
    parseTagValue: false,
    processEntities: true,
    htmlEntities: true,
    trimValues: false,
  });
  return parser.parse(await answer.text()) as Record<string, unknown>;
}
