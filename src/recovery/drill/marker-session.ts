import type { InteractiveExec } from '../../cluster/exec.ts';
import { jsonMap } from '../../toolkit/map.ts';
import type { Marker } from '../ledger.ts';
import { insertMarker, isAcknowledged } from '../postgres/markers.ts';
import { type Connection, psql, together } from '../postgres/sql.ts';

/**
 * Sends markers as the application would: over one open session to the Service of the primary, with the settings of production, from a
 * pod away from the fault. A failed session is dropped, and the next marker opens another one.
 */

/** The server of a session. */
export interface Server {
  /** When the first marker was sent to it, by the drill's clock. */
  readonly at: number;
  /** WAL timeline; a promoted standby begins a new one. */
  readonly timeline: number;
  readonly synchronousCommit: string;
}

interface MarkerSessionOptions {
  /** Runs an interactive command in the client pod. */
  converse(command: readonly string[]): InteractiveExec;
  readonly connection: Connection;
  now(): number;
  /** Called for each opened session. */
  opened(server: Server): void;
}

export interface MarkerSession {
  /** Sends a marker. */
  send(marker: Marker, signal: AbortSignal): Promise<void>;
  /** Opens a session if there is none, so that the first marker does not wait for it. */
  open(signal: AbortSignal): Promise<void>;
  close(): void;
}

/**
 * Enables warnings regardless of the role's settings: when PostgreSQL stops waiting for a standby, it only warns, and reports the commit as
 * successful. Sets nothing that changes what a COMMIT waits for, or for how long.
 */
const greeting = [
  'set client_min_messages = warning;',
  "select json_build_object('timeline', ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int, 'synchronousCommit', current_setting('synchronous_commit'));",
];

/** Returns a session that never cancels a statement: a cancelled COMMIT that waits for a standby returns success. */
export function markerSession({ converse, connection, now, opened }: MarkerSessionOptions): MarkerSession {
  let current: InteractiveExec | undefined;
  const leave = () => {
    current?.leave();
    current = undefined;
  };
  /** @param at when the marker was sent, which is before the session is open. */
  const open = async (at: number): Promise<InteractiveExec> => {
    if (current !== undefined) return current;
    const session = converse([...together, ...psql(connection)]);
    current = session;
    for (const line of greeting) session.say(line);
    const answer = await session.hear();
    opened({ at, ...serverOf(answer) });
    return session;
  };
  /** Drops the session when the work fails or is aborted. */
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
  const { timeline, synchronousCommit } = jsonMap(answer) ?? {};
  // Any other answer is the reason: the server is unreachable, or not a primary.
  if (typeof timeline !== 'number' || typeof synchronousCommit !== 'string')
    throw new Error(answer.slice(0, 300));
  return { timeline, synchronousCommit };
}
