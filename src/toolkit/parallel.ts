/**
 * Does work on each item, at most `limit` at once. After an error no more is begun, what runs comes to its end, and then the
 * error is thrown: nobody writes any more when the caller clears up.
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

/** As `eachOf`, with what the work makes of each item, in the order of the items. */
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

/** Lets work through one piece after the other, in the order in which it comes; what fails keeps nobody up. */
export function singleFile(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return work => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/**
 * Two pieces of work at once. When one fails the other is told to end by its signal, and comes to its end before the error is thrown.
 * @returns what both made.
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
