import { UserError } from '../../toolkit/errors.ts';

/** The configuration of pgBackRest, pointed at another bucket that holds the same files. */

export interface NewBucket {
  /** `https://s3.example.com/name`, and no more. */
  readonly address: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly sessionToken?: string | undefined;
}

/** Whether a text configures a repository of that number in a bucket. Pure. */
export const configures = (text: string, number: number): boolean =>
  new RegExp(`^\\s*repo${number}-s3-bucket\\s*=`, 'm').test(text);

/**
 * The text with that repository in the new bucket, and without every other repository: they are lost. What is said of it besides, its
 * path, its passphrase and how it is packed, stays. Pure.
 * @throws UserError when it is not kept in a bucket.
 */
export function pointedAt(text: string, number: number, bucket: NewBucket): string {
  if (!configures(text, number))
    throw new UserError(
      `the configuration of pgBackRest keeps repository ${number} in no bucket`,
      'write its configuration for the new place by hand, and make it in the namespace beforehand',
    );
  const { origin, host, pathname } = new URL(bucket.address);
  const own: Readonly<Record<string, string>> = {
    's3-endpoint': host,
    's3-region': bucket.region,
    's3-bucket': pathname.replace(/^\/+|\/+$/g, ''),
    's3-uri-style': 'path',
    's3-key': bucket.accessKey,
    's3-key-secret': bucket.secretKey,
    ...(bucket.sessionToken === undefined ? {} : { 's3-token': bucket.sessionToken }),
  };
  // How to get at the bucket that is lost; whom to trust is said of the new place, too.
  const lost = /^s3-(?!.*(?:^$))|^storage-(?:host|port|upload-chunk-size)$/;
  const lines = text.split('\n').flatMap(line => {
    const [, found, option = ''] = /^\s*repo(\d+)-([a-z0-9-]+)\s*=/.exec(line) ?? [];
    if (found === undefined) return [line];
    if (Number(found) !== number || lost.test(option)) return [];
    return [line];
  });
  const at = lines.findIndex(line => new RegExp(`^\\s*repo${number}-`).test(line));
  const added = Object.entries(own).map(([option, value]) => `repo${number}-${option}=${value}`);
  if (origin.startsWith('http:'))
    throw new UserError(`${bucket.address} is not https`, 'pgBackRest takes no other');
  return [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
}
