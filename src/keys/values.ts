import { type FernetKey, openStored, type StoredForm, storedForm } from '../recovery/fernet.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import type { EncryptedColumn } from './columns.ts';
import type { SqlSession } from './session.ts';

/** Reads encrypted columns in bounded memory, and says which key opens each value. */

export interface KeyPair {
  /** What the application uses now. */
  readonly old: FernetKey;
  /** What it will use; undefined to examine only. */
  readonly new?: FernetKey | undefined;
}

type Examined =
  | { readonly standing: 'plain' | 'unreadable' }
  | {
      readonly standing: 'old' | 'new';
      readonly plaintext: Buffer;
      readonly form: StoredForm;
      readonly at: number;
    };

/**
 * Says which key opens a value. `plain`: it has not the form of a token, as values from before encryption. `unreadable`: it has, and no
 * key opens it. Pure.
 */
export function classifyValue(text: string, keys: KeyPair): Examined {
  const form = storedForm(text);
  if (form === undefined) return { standing: 'plain' };
  for (const standing of ['new', 'old'] as const) {
    const key = keys[standing];
    const opened = key && openStored(text, key);
    if (opened?.ok) return { standing, form, plaintext: opened.plaintext, at: opened.at };
  }
  return { standing: 'unreadable' };
}

export interface ColumnCount extends Readonly<Record<Examined['standing'], number>> {
  readonly column: EncryptedColumn;
  readonly forms: Readonly<Record<StoredForm, number>>;
}

/** Counts the values of a column by the key that opens them. */
export async function countValues(
  session: SqlSession,
  column: EncryptedColumn,
  keys: KeyPair,
): Promise<ColumnCount> {
  const counts = { old: 0, new: 0, plain: 0, unreadable: 0 };
  const forms = { token: 0, base64: 0 };
  for await (const batch of batches(session, column, []))
    for (const { value } of batch) {
      const examined = classifyValue(value, keys);
      counts[examined.standing] += 1;
      if ('form' in examined) forms[examined.form] += 1;
    }
  return { column, ...counts, forms };
}

/** A value, and the primary key of its row as text. */
export interface StoredValue {
  readonly id: readonly string[];
  readonly value: string;
}

/** At most this many bytes of values, and this many rows, are held at a time. */
const most = { bytes: 4 * 2 ** 20, rows: 2000 };

/**
 * Yields the values of a column, without empty ones. The cursor shows the rows as they were when it was opened.
 * @param key the columns of the row to return.
 */
export async function* batches(
  session: SqlSession,
  { name, table, column }: EncryptedColumn,
  key: readonly string[],
): AsyncGenerator<readonly StoredValue[]> {
  const [sizes] = await session.rows(
    `select json_build_object('longest', coalesce(max(octet_length(${column}::text)), 0)) from ${table};`,
  );
  const longest = Number(sizes?.longest);
  if (!(longest <= most.bytes))
    throw new UserError(
      `a value of ${name} has ${longest} bytes; at most ${most.bytes} are allowed`,
      'remove it, or remove the column from `drills.encrypted`',
    );
  const size = Math.max(1, Math.min(most.rows, Math.floor(most.bytes / Math.max(1, longest))));
  const id = `array[${key.map(each => `${each}::text`).join(', ')}]::text[]`;
  await session.rows(`declare slipway_values no scroll cursor for
select json_build_object('id', ${id}, 'value', ${column}::text) from ${table} where ${column}::text <> '';`);
  for (;;) {
    const rows = await session.rows(`fetch ${size} from slipway_values;`);
    if (rows.length === 0) break;
    yield rows.map(keptValue);
  }
  await session.rows('close slipway_values;');
}

export function keptValue(row: unknown): StoredValue {
  const { id, value } = isMap(row) ? row : {};
  if (!Array.isArray(id) || typeof value !== 'string') throw new Error('a row without id or value');
  return { id: id.map(String), value };
}
