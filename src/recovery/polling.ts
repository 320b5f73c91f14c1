import { cancelled } from '../toolkit/errors.ts';

export interface Polling {
  /** How long it may take; ms. */
  readonly patience: number;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
}

/**
 * Looks every half second until there is an answer.
 * @param late returns the error when there is none in time.
 */
export async function poll<Answer>(
  { patience, signal, sleep }: Polling,
  look: () => Promise<Answer | undefined>,
  late: () => Error,
): Promise<Answer> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = await look();
    if (answer !== undefined) return answer;
    if (signal.aborted) throw cancelled();
    if (performance.now() >= end) throw late();
    await sleep(500);
  }
}
