import { eachOf } from '../../toolkit/parallel.ts';
import type { Bucket, Listed } from './bucket.ts';

/** Takes objects out of a bucket, eight at once. @throws UserError when it refuses. */
export async function removeObjects(bucket: Bucket, objects: readonly Pick<Listed, 'key'>[]): Promise<void> {
  await eachOf(objects, 8, ({ key }) => bucket.remove(key));
}
