import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { UserError } from '../../toolkit/errors.ts';
import type { RedisInventory, RedisKey } from './inventory.ts';

/** The file of a backup set with the data of a Redis. */

export interface RedisSnapshot {
  readonly rdb: Uint8Array;
  readonly kept: RedisInventory;
  /** Keys that changed meanwhile. */
  readonly unsettled: ReadonlySet<string>;
}

/** Packs a snapshot for `unpackedRedis`; it must be encrypted. Pure. */
export const packedRedis = ({ rdb, kept, unsettled }: RedisSnapshot): Uint8Array =>
  gzipSync(
    JSON.stringify({
      rdb: Buffer.from(rdb).toString('base64'),
      kept: [...kept].map(([key, { digest, expires }]) => [key, digest, expires]),
      unsettled: [...unsettled],
    }),
  );

const snapshotSchema = z.object({
  rdb: z.string(),
  kept: z.array(z.tuple([z.string(), z.string(), z.number()])),
  unsettled: z.array(z.string()),
});

/** Largest unpacked file; bytes. */
const largest = 2 ** 29;

/** Reads a decrypted file of a set. @throws {UserError} when it is not one. */
export function unpackedRedis(packed: Uint8Array): RedisSnapshot {
  const { rdb, kept, unsettled } = contentOf(packed);
  const keys = kept.map(([key, digest, expires]): [string, RedisKey] => [key, { digest, expires }]);
  return { rdb: Buffer.from(rdb, 'base64'), kept: new Map(keys), unsettled: new Set(unsettled) };
}

function contentOf(packed: Uint8Array): z.output<typeof snapshotSchema> {
  try {
    return snapshotSchema.parse(JSON.parse(gunzipSync(packed, { maxOutputLength: largest }).toString()));
  } catch (error) {
    throw new UserError('the backup of Redis cannot be read', 'use another backup set', { cause: error });
  }
}
