import { type Catalog, type Column, catalogQuery, pathOf } from '../recovery/catalog.ts';
import { quoted } from '../recovery/masking-sql.ts';
import { findToken, holdsPrivateKey } from '../toolkit/tokens.ts';
import type { SqlSession } from './session.ts';

/** Searches the text columns of a restored copy for tokens and private keys. No value leaves this file. */

export interface PlaintextScan {
  readonly columns: number;
  readonly rows: number;
  /** Such as 12 values of `public.accounts.token` that look like `a GitHub token`. */
  readonly found: readonly { readonly column: string; readonly kind: string; readonly count: number }[];
  /** Tables and columns that were not read to their end. */
  readonly cut: readonly string[];
}

const textual = /^(text|character varying|character|citext|name|json|jsonb|xml|hstore)(\[\])?$/;
/** Only this many characters of each value are searched. Values shorter than `shortest` are not tokens. */
const longest = 8192;
const shortest = 16;
const batch = 100;
/** At most this many rows of each table, and characters of all, are searched. */
const most = { rows: 200_000, characters: 2 ** 30 };

/** Searches in a transaction that only reads. */
export async function scanForTokens(session: SqlSession): Promise<PlaintextScan> {
  await session.rows(`begin transaction isolation level repeatable read, read only;
set local row_security = off;
set local statement_timeout = '15min';`);
  const [catalog] = (await session.rows(`${catalogQuery};`)) as unknown as readonly Catalog[];
  const columns = catalog?.columns.filter(({ type }) => textual.test(type)) ?? [];
  const found = new Map<string, { column: string; kind: string; count: number }>();
  const cut = new Set<string>();
  let rows = 0;
  let characters = 0;
  for (const [table, of] of Map.groupBy(columns, each => `${quoted(each.schema)}.${quoted(each.table)}`)) {
    let left = most.rows;
    for await (const lines of linesOf(session, table, of)) {
      if (left < lines.length || characters > most.characters) {
        cut.add(`${of[0]?.schema}.${of[0]?.table}`);
        break;
      }
      left -= lines.length;
      rows += lines.length;
      for (const values of lines)
        for (const [index, value] of values.entries()) {
          characters += value?.length ?? 0;
          const kind = kindOf(value);
          const column = of[index] && pathOf(of[index]);
          if (column !== undefined && isCut(value)) cut.add(column);
          if (kind === undefined || column === undefined) continue;
          const entry = found.get(`${column} ${kind}`) ?? { column, kind, count: 0 };
          found.set(`${column} ${kind}`, { ...entry, count: entry.count + 1 });
        }
    }
    await session.rows('close slipway_scan;');
  }
  await session.rows('rollback;');
  return { columns: columns.length, rows, found: [...found.values()], cut: [...cut] };
}

/** Whether the database has sent one character more than is searched. It counts characters, and not units of UTF-16. */
const isCut = (value: string | null) =>
  value !== null && value.length > longest && [...value].length > longest;

function kindOf(value: string | null): string | undefined {
  if (value === null) return undefined;
  return holdsPrivateKey(value) ? 'a private key' : findToken(value, true)?.what;
}

async function* linesOf(
  session: SqlSession,
  table: string,
  columns: readonly Column[],
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  const values = columns.map(({ column }) => {
    const text = `${quoted(column)}::text`;
    return `case when octet_length(${text}) >= ${shortest} then left(${text}, ${longest + 1}) end`;
  });
  await session.rows(`declare slipway_scan no scroll cursor for
select json_build_object('values', array[${values.join(', ')}]) from ${table};`);
  for (;;) {
    const rows = await session.rows(`fetch ${batch} from slipway_scan;`);
    if (rows.length === 0) return;
    yield rows.map(row => row.values as (string | null)[]);
  }
}
