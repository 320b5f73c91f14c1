import type { Conversation } from '../../cluster/exec.ts';
import { isMap } from '../../toolkit/map.ts';
import type { Marker } from '../ledger.ts';
import { insertMarker, isAcknowledged } from '../postgres/markers.ts';
import { type Connection, psql, together } from '../postgres/sql.ts';

/**
 * Sends markers as the application would: by one open session to the Service of the primary, with the settings of production, from a
 * pod outside of what is broken. A session that failed in any way is left, and the next marker opens another one.
 */

/** Whom a session speaks with. */
export interface Server {
  /** When the first marker was sent to it, by the clock of the drill. */
  readonly at: number;
  /** Of the log that it writes: who takes over begins another one. */
  readonly timeline: number;
  readonly synchronousCommit: string;
}

export interface MarkerSessionOptions {
  /** Runs a command in the pod of the client and speaks with it. */
  converse(command: readonly string[]): Conversation;
  readonly connection: Connection;
  now(): number;
  /** Hears of every session that was opened. */
  opened(server: Server): void;
}

export interface MarkerSession {
  /** For the writer of markers. */
  send(marker: Marker, signal: AbortSignal): Promise<void>;
  /** Opens a session unless there is one, so that the first marker does not wait for it. */
  open(signal: AbortSignal): Promise<void>;
  close(): void;
}

/**
 * Whatever the role may have set, warnings are heard: PostgreSQL warns when it has given up to wait for a standby, and says all the same
 * that it has committed. Nothing is set that changes what a COMMIT waits for, or for how long.
 */
const greeting = [
  'set client_min_messages = warning;',
  "select json_build_object('timeline', ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int, 'synchronousCommit', current_setting('synchronous_commit'));",
];

/** Nothing is ever cancelled: a COMMIT that waits for a standby and is cancelled answers as if it were safe. */
export function markerSession({ converse, connection, now, opened }: MarkerSessionOptions): MarkerSession {
  let current: Conversation | undefined;
  const leave = () => {
    current?.leave();
    current = undefined;
  };
  /** @param at when what it is opened for was sent: earlier than it is open. */
  const open = async (at: number): Promise<Conversation> => {
    if (current !== undefined) return current;
    const session = converse([...together, ...psql(connection)]);
    current = session;
    for (const line of greeting) session.say(line);
    const answer = await session.hear();
    opened({ at, ...serverOf(answer) });
    return session;
  };
  /** One that fails, or is given up, leaves its session. */
  const during = async (signal: AbortSignal, work: () => Promise<void>) => {
    signal.addEventListener('abort', leave, { once: true });
    try {
      signal.throwIfAborted();
      await work();
    } catch (error) {
      leave();
      throw error;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  };
  return {
    open: signal => during(signal, async () => void (await open(now()))),
    send: (marker, signal) =>
      during(signal, async () => {
        const session = await open(marker.sentAt);
        session.say(insertMarker(marker));
        const answer = await session.hear();
        if (!isAcknowledged(marker.seq, answer, '')) throw new Error(answer.slice(0, 300));
      }),
    close: leave,
  };
}

function serverOf(answer: string): Omit<Server, 'at'> {
  const value = parsed(answer);
  const { timeline, synchronousCommit } = isMap(value) ? value : {};
  // What it says instead is why: that it cannot be reached, or is no primary.
  if (typeof timeline !== 'number' || typeof synchronousCommit !== 'string')
    throw new Error(answer.slice(0, 300));
  return { timeline, synchronousCommit };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
