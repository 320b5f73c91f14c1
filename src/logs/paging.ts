import type { LogLine, StoreAnswer, StoredLines } from './store.ts';

/**
 * Pages by time, for every store: the next page begins at the time of the last line, and lines that were already read are dropped. A point
 * in time of Elasticsearch would need further rights, differs in OpenSearch, and stays open when a run is killed.
 */

/** A line with its place in the store. */
export interface PagedLine extends LogLine {
  /** Identifies the line in the store. */
  readonly key: string;
  /** Its time, in the unit of the store. */
  readonly time: bigint;
}

export interface LogPage {
  /** Oldest first. */
  readonly lines: readonly PagedLine[];
  /** Whether the store may have more lines. */
  readonly more: boolean;
  readonly partial?: string | undefined;
}

/**
 * Reads pages until the store has no more lines.
 * @param pageFrom reads the page whose first line is not older than a time, in the unit of the store.
 * @param limit how many lines to return at most.
 */
export async function readPages(
  pageFrom: (from: bigint) => Promise<StoreAnswer<LogPage>>,
  first: bigint,
  limit: number,
): Promise<StoreAnswer<StoredLines>> {
  const read = new Map<string, LogLine>();
  let partial: string | undefined;
  for (let from = first; ; ) {
    const page = await pageFrom(from);
    if (!page.ok) return page;
    const { lines, more } = page.value;
    partial ??= page.value.partial;
    const before = read.size;
    let last = from;
    for (const { key, time, ...line } of lines) {
      if (!read.has(key)) read.set(key, line);
      if (time > last) last = time;
    }
    if (!more || read.size > limit) break;
    const isNew = read.size > before;
    if (!isNew || last === from) partial ??= 'it has more lines of one moment than a page holds';
    // A store that repeats a page would never end.
    if (!isNew) break;
    from = last === from ? from + 1n : last;
  }
  const lines = [...read.values()].sort((a, b) => a.at - b.at);
  return { ok: true, value: { lines: lines.slice(0, limit), truncated: lines.length > limit, partial } };
}
