import type { LogLevel } from './levels.ts';

/** A time span, in ms since 1970; its end does not belong to it. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

export interface LogQuery extends TimeSpan {
  readonly namespace: string;
  /** Names of pods. Default: all of the namespace. */
  readonly pods?: readonly string[];
  /** A word that the lines must contain: letters and digits, which every index keeps whole. */
  readonly containing?: string;
}

export interface LogLine {
  /** When it was written, in ms since 1970. */
  readonly at: number;
  readonly pod: string;
  /** Empty if the store does not say. */
  readonly container: string;
  /** Untrusted: never print it without `safeExcerpt`. */
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

/** The lines of a pod, by level. */
export type LevelCounts = Readonly<Partial<Record<LogLevel, number>>>;

/** An answer, or a sentence without a full stop that says why there is none. */
export type StoreAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly detail: string };

/** A log store. It never throws. */
export interface LogStore {
  /** Its name in sentences. */
  readonly name: string;
  /** Returns the oldest lines of a time span. @param limit how many at most. */
  search(query: LogQuery, limit: number): Promise<StoreAnswer<StoredLines>>;
  /** Counts lines without reading them. @returns the counts by pod; a pod without lines may be missing. */
  count(query: LogQuery): Promise<StoreAnswer<Readonly<Record<string, LevelCounts>>>>;
}
