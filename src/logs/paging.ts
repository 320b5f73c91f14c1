import type { QueryResult } from '../analysis/ask.ts';
import type { LogLine, StoredLines } from './store.ts';

/**
 * Pages by time, for every store: the next page begins at the time of the last line, and lines that were already read are dropped. A point
 * in time of Elasticsearch would need further permissions, differs in OpenSearch, and stays open when a run is killed.
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
  /** Lines that the store returned. */
  readonly count: number;
  /** Why the store left lines out. */
  readonly partial: string | undefined;
}

/** What Elasticsearch and Loki say about a page that is too large, with the size that they allow. */
const tooLarge = /Result window is too large.*?\[(\d+)\]|max entries limit.*?\(\d+ > (\d+)\)/;

/**
 * Reads pages until the store has no more lines.
 * @param pageFrom reads the page whose first line is not older than a time, in the unit of the store.
 * @param limit how many lines to return at most.
 */
export async function readPages(
  pageFrom: (from: bigint, size: number) => Promise<QueryResult<LogPage>>,
  first: bigint,
  limit: number,
): Promise<QueryResult<StoredLines>> {
  const read = new Map<string, LogLine>();
  let partial: string | undefined;
  let size = 1000;
  for (let from = first; ; ) {
    const page = await pageFrom(from, size);
    const [, window, entries] = tooLarge.exec((page.ok ? page.value.partial : page.detail) ?? '') ?? [];
    const most = Number(window ?? entries ?? size);
    if (most >= 1 && most < size) {
      size = most;
      continue;
    }
    if (!page.ok) return page;
    partial ??= page.value.partial;
    const before = read.size;
    let last = from;
    for (const { key, time, ...line } of page.value.lines) {
      if (!read.has(key)) read.set(key, line);
      if (time > last) last = time;
    }
    if (page.value.count < size || read.size > limit) break;
    const isNew = read.size > before;
    if (!isNew || last === from) partial ??= 'more lines share one timestamp than fit on a page';
    // A store that repeats a page would never end.
    if (!isNew) break;
    from = last === from ? from + 1n : last;
  }
  const lines = [...read.values()].sort((a, b) => a.at - b.at);
  return { ok: true, value: { lines: lines.slice(0, limit), truncated: lines.length > limit, partial } };
}
