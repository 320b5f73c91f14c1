import type { z } from 'zod';
import { ask, type QueryResult } from '../analysis/ask.ts';
import { endpointOf } from '../analysis/http-endpoint.ts';
import type { CountLines } from '../analysis/log-lines.ts';
import type { Cluster } from '../cluster/port.ts';
import type { LogSettings } from '../config/logging.ts';
import { jsonIn } from '../toolkit/map.ts';
import { elasticsearch } from './elasticsearch.ts';
import type { LogLevel } from './levels.ts';
import { loki } from './loki.ts';

/** Lines of a namespace, in ms since 1970; the end does not belong to it. */
export interface LogQuery {
  readonly namespace: string;
  readonly from: number;
  readonly to: number;
  /** Names of pods. Default: all of the namespace. */
  readonly pods?: readonly string[];
}

export interface LogLine {
  /** When it was written, in ms since 1970. */
  readonly at: number;
  readonly pod: string;
  /** Empty if the store does not say. */
  readonly container: string;
  /** As the store knows it. */
  readonly level: LogLevel;
  /** Untrusted, and perhaps secret: never print it. */
  readonly text: string;
  /** All fields of a store that parses lines; empty for one that keeps their text. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface StoredLines {
  /** Oldest first. */
  readonly lines: readonly LogLine[];
  /** Whether there are more lines than were asked for. */
  readonly truncated: boolean;
  /** Why the store left lines out, without a full stop; undefined if it did not. */
  readonly partial: string | undefined;
}

/** A log store. It never throws. */
export interface LogStore {
  /** Its name in sentences. */
  readonly name: string;
  /** Returns the oldest lines of a time span. @param limit how many at most. */
  search(query: LogQuery, limit: number): Promise<QueryResult<StoredLines>>;
  /** Counts lines without reading them. */
  readonly count: CountLines;
}

/** Sends a query to a log store. @param body a query in JSON. */
export type AskStore = <Answer>(
  path: string,
  schema: z.ZodType<Answer>,
  body?: object,
) => Promise<QueryResult<Answer>>;

/** Returns the log store of an environment: as a Service through the API server's proxy, or by its address. */
export function storeOf(
  settings: LogSettings,
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
): LogStore {
  const { tenant, service } = settings;
  const headers = tenant === undefined ? undefined : { 'x-scope-orgid': tenant };
  const endpoint = endpointOf({ ...settings, ...(headers && { headers }) }, cluster, env);
  // Through the proxy a GET with a body does, and needs no permission to create.
  const method = service === undefined ? 'POST' : 'GET';
  const askStore: AskStore = (path, schema, body) =>
    ask(endpoint, {
      server: 'the log store',
      path,
      patience: 2_000,
      longest: 15_000,
      request: body === undefined ? { method: 'GET' } : { method, body },
      read: text => {
        const { success, data } = schema.safeParse(jsonIn(text));
        // The text may be lines, with secrets in them.
        const detail = `gave an answer to ${path.replace(/\?.*/, '')} that is not in the documented form`;
        return success ? { ok: true, value: data } : { ok: false, detail, temporary: false };
      },
    });
  const open = settings.loki === true ? loki : elasticsearch;
  return open(`the log store ${endpoint.name}`, askStore, settings);
}
