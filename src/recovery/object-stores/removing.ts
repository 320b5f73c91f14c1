import { eachOf } from '../../toolkit/parallel.ts';
import type { Bucket, ListedObject } from './bucket.ts';

/** Deletes objects of a bucket, eight at once. @throws UserError when the bucket refuses. */
export async function removeObjects(
  bucket: Bucket,
  objects: readonly Pick<ListedObject, 'key'>[],
): Promise<void> {
  await eachOf(objects, 8, ({ key }) => bucket.remove(key));
}
