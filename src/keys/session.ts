import type { InteractiveExec } from '../cluster/exec.ts';
import { type Connection, psql, together } from '../recovery/postgres/sql.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';

/**
 * One session of psql. Keys and decrypted values never reach it. Stored values come as results and go back by COPY: PostgreSQL logs
 * neither as a statement.
 */
export interface SqlSession {
  /** Runs statements, and returns the rows that they print, each a JSON object. @throws {UserError} when one fails. */
  rows(sql: string): Promise<SqlRow[]>;
}

type SqlRow = Readonly<Record<string, unknown>>;

interface Conversation {
  readonly connection: Connection;
  readonly signal: AbortSignal;
  /** Starts psql where the database is. */
  converse(command: readonly string[]): InteractiveExec;
}

/** Runs `use` in a session. When it throws, the session ends without a COMMIT, and so does its transaction. */
export async function withSession<Result>(
  { connection, signal, converse }: Conversation,
  use: (session: SqlSession) => Promise<Result>,
): Promise<Result> {
  if (signal.aborted) throw cancelled();
  const psqlSession = converse([...together, ...psql(connection)]);
  const leave = () => psqlSession.leave();
  signal.addEventListener('abort', leave, { once: true });
  const rows = async (sql: string) => {
    psqlSession.say(`${sql}\nselect '{"end": true}';`);
    const found: SqlRow[] = [];
    for (;;) {
      const line = await psqlSession.hear().catch((error: unknown) => {
        throw signal.aborted ? cancelled() : failed(connection, (error as Error).message);
      });
      if (line.trim() === '') continue;
      const row = jsonMap(line);
      if (row === undefined) throw failed(connection, line);
      if (row.end === true) return found;
      found.push(row);
    }
  };
  try {
    await rows('\\set VERBOSITY terse\nset client_min_messages = error;\nset search_path = pg_catalog;');
    return await use({ rows });
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
  }
}

/** Returns what fills a table. psql ends if the table does not exist, before it would take data for statements. Pure. */
export const copyInto = (table: string, rows: readonly (readonly string[])[]): string =>
  [`copy ${table} from stdin;`, ...rows.map(fields => fields.map(copied).join('\t')), '\\.'].join('\n');

const copied = (text: string): string =>
  text.replace(/[\\\n\r\t]/g, character => `\\${{ '\n': 'n', '\r': 'r', '\t': 't' }[character] ?? '\\'}`);

/** Quotes only what psql and PostgreSQL say of an error; anything else could be a value. */
function failed({ database }: Connection, line: string): UserError {
  const said = /\b(?:ERROR|FATAL|PANIC|error): .*/.exec(line)?.[0] ?? 'psql exited early, or printed no JSON';
  return new UserError(
    `the database ${database} refused: ${said.slice(0, 300)}`,
    'fix this error, then run it again',
  );
}
