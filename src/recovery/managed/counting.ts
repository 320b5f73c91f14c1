import type { Conversation } from '../../cluster/exec.ts';
import { cancelled, UserError } from '../../toolkit/errors.ts';
import { jsonMap, textsIn } from '../../toolkit/map.ts';
import { type Inventory, inventoryOf } from '../postgres/inventory.ts';
import { openInventoryScript } from '../postgres/inventory-sql.ts';
import { psql, together } from '../postgres/sql.ts';

/** Counts what is in a database, and keeps the snapshot in which it was counted open for others to read the same. */

export interface CountedSnapshot {
  /** For `pg_dump --snapshot`. */
  readonly snapshot: string;
  readonly encoding: string;
  /** Whom policies of row security are for. */
  readonly roles: readonly string[];
  readonly inventory: Inventory;
}

export interface Counting {
  /** The name of its database in PostgreSQL; all else of the connection is in the environment of the pod. */
  readonly database: string;
  converse(command: readonly string[]): Conversation;
  readonly signal: AbortSignal;
}

/** Ways between us and the server close what is silent; milliseconds. */
const beat = 30_000;
/** Prints nothing. */
const nothing = 'select 1 where false;';

/** An error is one line, and nothing but errors is said beside the rows. */
const quiet = '\\set VERBOSITY terse\nset client_min_messages = error;';

/**
 * The snapshot is there for as long as `use` takes. It writes nothing, and keeps the tables from being changed in their form; a run that
 * dies ends it with its session.
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
    const beating = setInterval(() => session.say(nothing), beat);
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

/** Up to the one that says that there are no more. */
async function rowsFrom(session: Conversation, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const line = await session.hear().catch((error: unknown) => {
      throw signal.aborted ? cancelled() : uncountable(String((error as Error).message));
    });
    if (line.trim() === '') continue;
    const row = jsonMap(line);
    if (row === undefined) throw uncountable(line);
    rows.push(row);
    if (row.kind === 'end') return rows;
  }
}

/** @throws {UserError} when some are missing or are none. Pure. */
export function countedOf(rows: readonly Row[]): CountedSnapshot {
  const { id, encoding, roles } = rows.find(({ kind }) => kind === 'snapshot') ?? {};
  if (typeof id !== 'string' || !/^[0-9A-F]+(-[0-9A-F]+){1,2}$/.test(id))
    throw uncountable(`it gives no snapshot (${id})`);
  if (typeof encoding !== 'string' || !/^[A-Z0-9_]+$/.test(encoding))
    throw uncountable(`nobody knows its encoding (${encoding})`);
  return { snapshot: id, encoding, roles: textsIn(roles), inventory: inventoryOf(rows) };
}

const uncountable = (why: string) =>
  new UserError(
    `it cannot be counted: ${why.trim().slice(0, 300)}`,
    'see whether it can be reached from the namespace, and whether its user may read every table',
  );
