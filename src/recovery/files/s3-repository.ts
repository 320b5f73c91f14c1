import type { S3Options } from '../s3.ts';
import type { Repository } from './restic.ts';
import { mounts } from './worker.ts';

/** A repository of restic in a bucket of S3. */

/** As restic knows it, whoever runs it. Pure. */
export function s3Repository(
  { address, region, accessKey, secretKey, sessionToken }: S3Options,
  {
    name,
    passphrase,
    locked,
  }: { readonly name: string; readonly passphrase: string; readonly locked: boolean },
): Repository {
  const environment = {
    RESTIC_PASSWORD: passphrase,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: secretKey,
    AWS_DEFAULT_REGION: region,
    ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
  };
  return { name, address: `s3:${address}`, environment, locked };
}

/** As restic in a pod of a worker reaches it. @param authority the ConfigMap that is mounted there. Pure. */
export const inPod = (repository: Repository, authority: string | undefined): Repository => ({
  ...repository,
  environment: { ...repository.environment, RESTIC_CACHE_DIR: mounts.cache },
  ...(authority === undefined ? {} : { authority: mounts.authority }),
});
