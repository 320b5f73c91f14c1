import type { QueryResult } from './ask.ts';

/** The port to a log store: what the gate asks of it. */

/** Lines of one pod and one level in one step of time. Times in ms since 1970. */
export interface CountedLines {
  readonly pod: string;
  /** `debug`, `info`, `warning`, `error`, `fatal`; `other`: the store does not know it. */
  readonly level: string;
  /** The step: after `since`, up to `at`. */
  readonly since: number;
  readonly at: number;
  readonly lines: number;
}

export interface LinesQuery {
  readonly namespace: string;
  readonly pods: readonly string[];
  /** ms since 1970. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds; a part of a step at the end is left out. */
  readonly step: number;
}

/** Counts lines; steps without lines are missing. Never throws. An answer in part is a failure. */
export type CountLines = (query: LinesQuery) => Promise<QueryResult<readonly CountedLines[]>>;
