import { UserError } from '../../toolkit/errors.ts';

/** Points the configuration of pgBackRest to another bucket with the same files. */

export interface NewBucket {
  /** `https://s3.example.com/name`, without a prefix. */
  readonly url: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly sessionToken?: string | undefined;
}

/** Whether a configuration file has a repository of that number in a bucket. Pure. */
export const configures = (text: string, number: number): boolean =>
  new RegExp(`^\\s*repo${number}-s3-bucket\\s*=`, 'm').test(text);

/**
 * Returns the configuration with that repository in the new bucket, and without the other repositories, which are lost. Keeps its other
 * options, such as path, passphrase and compression. Pure.
 * @throws UserError when that repository is not in a bucket.
 */
export function withBucket(text: string, number: number, bucket: NewBucket): string {
  if (!configures(text, number))
    throw new UserError(
      `repository ${number} in the configuration of pgBackRest is not in a bucket`,
      'write its configuration for the new place by hand, and create it in the namespace before the recovery',
    );
  const { origin, host, pathname } = new URL(bucket.url);
  const own: Readonly<Record<string, string>> = {
    's3-endpoint': host,
    's3-region': bucket.region,
    's3-bucket': pathname.replace(/^\/+|\/+$/g, ''),
    's3-uri-style': 'path',
    's3-key': bucket.accessKey,
    's3-key-secret': bucket.secretKey,
    ...(bucket.sessionToken === undefined ? {} : { 's3-token': bucket.sessionToken }),
  };
  // Options that address the lost bucket. Options for TLS, such as `storage-ca-file`, apply to the new one, too.
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
    throw new UserError(
      `${bucket.url} is not an https address`,
      'use an https address: pgBackRest requires TLS',
    );
  return [...lines.slice(0, at), ...added, ...lines.slice(at)].join('\n');
}
