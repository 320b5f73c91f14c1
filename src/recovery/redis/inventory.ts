import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Exec } from '../exec.ts';

/** Which keys a Redis holds, with a digest of each value and its expiry: by that a restored copy is judged. */

/** How commands reach a Redis: `redis-cli` runs beside it. */
export interface RedisAccess {
  /** For messages. */
  readonly name: string;
  readonly exec: Exec;
  /** The variable of the container that holds the password; undefined: it needs none, or redis-cli finds it. */
  readonly password?: string | undefined;
  readonly signal: AbortSignal;
}

export interface RedisKey {
  /** SHA-1 of the value, in an order that does not depend on the server. */
  readonly digest: string;
  /** ms since 1970; -1: it does not expire. */
  readonly expires: number;
}

/** By number of the database, and SHA-1 of the key: a key may be the token of a session. */
export type RedisInventory = ReadonlyMap<string, RedisKey>;

/** Largest number of keys of one Redis. */
const mostKeys = 1_000_000;

/** Lists one page of keys. Sets and hashes have no order, so their members are sorted. Before Redis 7, the expiry is computed. */
const page = `
local function flat(value)
  if type(value) ~= 'table' then value = tostring(value) return #value .. ':' .. value end
  local all = {}
  for i, each in ipairs(value) do all[i] = flat(each) end
  return '[' .. table.concat(all) .. ']'
end
local function content(key, kind)
  if kind == 'string' then return flat(redis.call('GET', key)) end
  if kind == 'list' then return flat(redis.call('LRANGE', key, 0, -1)) end
  if kind == 'zset' then return flat(redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')) end
  if kind == 'stream' then return flat(redis.call('XRANGE', key, '-', '+')) end
  if kind ~= 'set' and kind ~= 'hash' then return flat(redis.call('DUMP', key)) end
  local all, step = redis.call(kind == 'set' and 'SMEMBERS' or 'HGETALL', key), kind == 'set' and 1 or 2
  local parts = {}
  for i = 1, #all, step do parts[#parts + 1] = flat(all[i]) .. (step == 2 and flat(all[i + 1]) or '') end
  table.sort(parts)
  return table.concat(parts)
end
local time, found = redis.call('TIME'), redis.call('SCAN', ARGV[1], 'COUNT', 500)
local now, out = time[1] * 1000 + math.floor(time[2] / 1000), { found[1] }
for _, key in ipairs(found[2]) do
  local kind, left = redis.call('TYPE', key).ok, redis.call('PTTL', key)
  if kind ~= 'none' then
    local at = redis.pcall('PEXPIRETIME', key)
    if type(at) == 'table' then at = left < 0 and -1 or now + left end
    local expires = string.format('%.0f', at)
    out[#out + 1] = redis.sha1hex(key) .. ' ' .. redis.sha1hex(kind .. content(key, kind)) .. ' ' .. expires
  end
end
return out`;

/** Returns a command for `redis-cli`. The password stays in the container. Pure. */
export const redisCommand = (
  { password }: Pick<RedisAccess, 'password'>,
  args: readonly string[],
): string[] =>
  password === undefined
    ? ['redis-cli', ...args]
    : ['sh', '-c', `REDISCLI_AUTH="$${password}" exec redis-cli "$@"`, 'sh', ...args];

/** Runs `redis-cli`, whose exit code does not show errors of the server. @throws {UserError} when it fails. */
export async function askRedis(access: RedisAccess, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await access.exec(redisCommand(access, args), { signal: access.signal });
  const said = stdout.trim();
  // Every error of Redis begins with its code, such as NOAUTH or BUSY.
  const wrong = /^(\(error\) |[A-Z]+ )/.test(said);
  if (code === 0 && !wrong) return said;
  throw new UserError(
    `${access.name} does not answer ${args[0] === '-n' ? args[2] : args[0]}: ${(said || stderr.trim()).slice(0, 200).replace(/\.$/, '')}`,
    'check that it runs, and `password` in `recovery.redis`',
  );
}

/** Lists the keys of every database. @throws {UserError} when it refuses a command, or has too many keys. */
export async function redisInventory(access: RedisAccess): Promise<RedisInventory> {
  const spaces = await askRedis(access, ['INFO', 'keyspace']);
  const all = new Map<string, RedisKey>();
  for (const [, number = ''] of spaces.matchAll(/^db(\d{1,5}):/gm)) {
    let cursor = '0';
    do {
      const lines = (await askRedis(access, ['-n', number, 'EVAL', page, '0', cursor])).split('\n');
      cursor = lines[0]?.trim() ?? '';
      for (const line of lines.slice(1)) {
        const [, key, digest, expires] =
          /^([0-9a-f]{40}) ([0-9a-f]{40}) (-1|\d{1,19})$/.exec(line.trim()) ?? [];
        if (key !== undefined && digest !== undefined)
          all.set(`${number}/${key}`, { digest, expires: Number(expires) });
        // A key that is left out would be missing in no comparison.
        else if (line.trim() !== '') throw unlisted(access, line);
      }
      if (!/^\d{1,20}$/.test(cursor)) throw unlisted(access, cursor);
      if (all.size > mostKeys)
        throw new UserError(`${access.name} has more than ${counted(mostKeys, 'key')}`, elsewhere);
    } while (cursor !== '0');
  }
  return all;
}

const elsewhere = 'keep it on a volume, and back that up instead';

const unlisted = ({ name }: RedisAccess, line: string) =>
  new UserError(`${name} does not list its keys: ${line.slice(0, 200)}`, elsewhere);

/** Whether two times of expiry count as the same. */
const isNear = (one: number, other: number) => Math.abs(one - other) <= 1000;

/** Returns the keys that did not change between two lists. Pure. */
export const stableKeys = (before: RedisInventory, after: RedisInventory): RedisInventory =>
  new Map(
    [...before].filter(([key, { digest, expires }]) => {
      const then = after.get(key);
      return then?.digest === digest && isNear(then.expires, expires);
    }),
  );

/** Returns the keys that a copy must still have: those whose time is over, or nearly over, may be gone. Pure. @param now ms since 1970. */
export const lastingKeys = (kept: RedisInventory, now: number): RedisInventory =>
  new Map([...kept].filter(([, { expires }]) => expires === -1 || expires > now + 60_000));

/**
 * Compares a restored Redis with what was backed up. Keys whose time is over are gone, as they should be.
 * @param unsettled keys that changed during the backup: they may have either value.
 * @param now ms since 1970, before the restored keys were listed.
 * @returns the differences, one sentence each. Pure.
 */
export function redisDifferences(
  kept: RedisInventory,
  unsettled: ReadonlySet<string>,
  restored: RedisInventory,
  now: number,
): string[] {
  const lasting = [...lastingKeys(kept, now)];
  const having = (wrong: (kept: RedisKey, is: RedisKey | undefined) => boolean) =>
    lasting.filter(([key, each]) => wrong(each, restored.get(key))).length;
  const count = (keys: number, what: string) => (keys === 0 ? [] : [`${counted(keys, 'key')} ${what}`]);
  return [
    ...count(
      having((_, is) => is === undefined),
      'missing',
    ),
    ...count(
      having(({ digest }, is) => is !== undefined && is.digest !== digest),
      'with another value',
    ),
    ...count(
      having(({ expires }, is) => is !== undefined && !isNear(is.expires, expires)),
      'with another expiry',
    ),
    ...count(
      [...restored.keys()].filter(key => !kept.has(key) && !unsettled.has(key)).length,
      'that the backup does not list',
    ),
  ];
}
