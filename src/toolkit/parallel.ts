/**
 * Does work on each item, at most `limit` at once. After an error no more work starts, and the error is thrown when all running work has
 * ended, so that no work writes while the caller cleans up.
 */
export async function eachOf<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  let failed = false;
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: limit }, worker));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Like `eachOf`. @returns the results in the order of the items. */
export async function mapOf<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results = new Map<number, Result>();
  await eachOf([...items.entries()], limit, async ([at, item]) => {
    results.set(at, await work(item));
  });
  return items.map((_, at) => results.get(at) as Result);
}

/** Returns a queue that runs work one piece at a time, in order. A failure does not stop the queue. */
export function serialQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/**
 * Runs two pieces of work at once. When one fails, the signal of the other aborts, and the error is thrown when that one has ended.
 * @returns both results.
 */
export async function bothOf<One, Other>(
  signal: AbortSignal,
  one: (signal: AbortSignal) => Promise<One>,
  other: (signal: AbortSignal) => Promise<Other>,
): Promise<[One, Other]> {
  const failure = new AbortController();
  let first: unknown;
  const run = async <Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> => {
    try {
      return await work(AbortSignal.any([signal, failure.signal]));
    } catch (error) {
      if (!failure.signal.aborted) first = error;
      failure.abort();
      throw error;
    }
  };
  const works = [run(one), run(other)] as const;
  await Promise.allSettled(works);
  if (failure.signal.aborted) throw first;
  return Promise.all(works);
}
