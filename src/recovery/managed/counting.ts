import type { InteractiveExec } from '../../cluster/exec.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { jsonMap, textsIn } from '../../toolkit/map.ts';
import { type DatabaseInventory, inventoryOf } from '../postgres/inventory.ts';
import { openInventoryScript } from '../postgres/inventory-sql.ts';
import { psql, together } from '../postgres/sql.ts';

/** Counts the contents of a database, and keeps the snapshot open so that a dump reads the same data. */

export interface CountedSnapshot {
  /** For `pg_dump --snapshot`. */
  readonly snapshot: string;
  readonly encoding: string;
  /** The roles that row security policies name. */
  readonly roles: readonly string[];
  readonly inventory: DatabaseInventory;
}

interface Counting {
  /** Its name in PostgreSQL; the rest of the connection is in the environment of the pod. */
  readonly database: string;
  converse(command: readonly string[]): InteractiveExec;
  readonly signal: AbortSignal;
}

/** Interval between keep-alive queries, because proxies close idle connections; milliseconds. */
const keepAlive = 30_000;
/** Prints nothing. */
const nothing = 'select 1 where false;';

/** Prints errors on one line, and no other messages beside the rows. */
const quiet = '\\set VERBOSITY terse\nset client_min_messages = error;';

/**
 * Counts a database, and keeps its snapshot open while `use` runs. The transaction writes nothing, but blocks changes of table definitions;
 * if the run dies, it ends with its session.
 * @throws {UserError} when it cannot be counted.
 */
export async function whileCounted<Result>(
  { database, converse, signal }: Counting,
  use: (counted: CountedSnapshot) => Promise<Result>,
): Promise<Result> {
  if (signal.aborted) throw cancelled();
  const session = converse([...together, ...psql({ database })]);
  const leave = () => session.leave();
  signal.addEventListener('abort', leave, { once: true });
  try {
    session.say(quiet);
    session.say(openInventoryScript());
    const counted = countedOf(await rowsFrom(session, signal));
    const beating = setInterval(() => session.say(nothing), keepAlive);
    try {
      return await use(counted);
    } finally {
      clearInterval(beating);
    }
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
  }
}

type Row = Readonly<Record<string, unknown>>;

/** Reads up to the row `end`. */
async function rowsFrom(session: InteractiveExec, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const line = await session.hear().catch((error: unknown) => {
      throw signal.aborted ? cancelled() : countFailed(String((error as Error).message));
    });
    if (line.trim() === '') continue;
    const row = jsonMap(line);
    if (row === undefined) throw countFailed(line);
    rows.push(row);
    if (row.kind === 'end') return rows;
  }
}

/**
 * Reads the rows of a count. Pure.
 * @throws {UserError} when rows are missing or invalid.
 */
function countedOf(rows: readonly Row[]): CountedSnapshot {
  const { id, encoding, roles } = rows.find(({ kind }) => kind === 'snapshot') ?? {};
  if (typeof id !== 'string' || !/^[0-9A-F]+(-[0-9A-F]+){1,2}$/.test(id))
    throw countFailed(`it returned no snapshot (${id})`);
  if (typeof encoding !== 'string' || !/^[A-Z0-9_]+$/.test(encoding))
    throw countFailed(`its encoding is unknown (${encoding})`);
  return { snapshot: id, encoding, roles: textsIn(roles), inventory: inventoryOf(rows) };
}

const countFailed = (why: string) =>
  new UserError(
    `the rows of the database cannot be counted: ${why.trim().slice(0, 300)}`,
    'check whether it can be reached from the namespace, and whether its user may read every table',
  );
