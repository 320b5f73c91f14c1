import { gunzipSync, gzipSync } from 'node:zlib';
import { UserError } from '../../toolkit/errors.ts';
import { jsonMap } from '../../toolkit/map.ts';
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

/** Reads a decrypted file of a set. @throws {UserError} when it is not one. */
export function unpackedRedis(packed: Uint8Array): RedisSnapshot {
  const { rdb, kept, unsettled } = jsonMap(gunzipSync(packed, { maxOutputLength: 2 ** 29 }).toString()) ?? {};
  if (typeof rdb !== 'string' || !Array.isArray(kept) || !Array.isArray(unsettled))
    throw new UserError('the backup of Redis cannot be read', 'use another backup set');
  const keys = (kept as [string, string, number][]).map(([key, digest, expires]): [string, RedisKey] => [
    key,
    { digest, expires },
  ]);
  return { rdb: Buffer.from(rdb, 'base64'), kept: new Map(keys), unsettled: new Set(unsettled as string[]) };
}
