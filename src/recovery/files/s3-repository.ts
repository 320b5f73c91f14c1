import { defined } from '../../toolkit/map.ts';
import type { S3Options } from '../s3.ts';
import { mounts } from './backup-pod.ts';
import type { ResticRepository } from './restic.ts';

/** Describes a restic repository in an S3 bucket. Pure. */
export function s3Repository(
  { url, region, accessKey, secretKey, sessionToken }: S3Options,
  { passphrase, ...named }: { readonly name: string; readonly passphrase: string; readonly locked: boolean },
): ResticRepository {
  const environment = {
    RESTIC_PASSWORD: passphrase,
    AWS_ACCESS_KEY_ID: accessKey,
    AWS_SECRET_ACCESS_KEY: secretKey,
    AWS_DEFAULT_REGION: region,
    ...defined({ AWS_SESSION_TOKEN: sessionToken }),
  };
  return { ...named, address: `s3:${url}`, environment };
}

/** Adapts a repository to restic in a backup pod. @param caConfigMap the ConfigMap with the CA certificates that is mounted there. Pure. */
export const inPod = (repository: ResticRepository, caConfigMap: string | undefined): ResticRepository => ({
  ...repository,
  environment: { ...repository.environment, RESTIC_CACHE_DIR: mounts.cache },
  ...(caConfigMap === undefined ? {} : { ca: mounts.ca }),
});
