import { describe } from './errors.ts';

/** An error that came up where nothing waited for it: a bug of ours, and of no step of the work in particular. */
class Accident extends Error {
  constructor(cause: unknown) {
    const what = cause instanceof Error ? cause.message : String(cause);
    super(`an error came up where nothing waited for it: ${what.split('\n')[0]}`, { cause });
    this.name = 'Accident';
  }
}

/** The accident for which the work is asked to end, as a sentence; undefined when it is not, or is cancelled. */
export function accidentOf(signal: AbortSignal | undefined): string | undefined {
  return signal?.aborted === true && signal.reason instanceof Accident ? signal.reason.message : undefined;
}

/**
 * Does the work to its end although an error comes up beside it: in its middle nobody would roll back what it has begun. The first
 * error is told, whole, and aborts the signal; those that come after it follow from it.
 * @returns whether the work ended well and nothing came up beside it.
 * @throws what the work throws.
 */
export async function amidAccidents(
  tell: (text: string) => void,
  work: (accident: AbortSignal) => Promise<boolean>,
): Promise<boolean> {
  const controller = new AbortController();
  const { signal } = controller;
  const heed = (error: unknown) => {
    if (signal.aborted) return;
    controller.abort(new Accident(error));
    tell(`an error came up where nothing waited for it; what was begun is ended first: ${describe(error)}`);
  };
  process.on('uncaughtException', heed);
  process.on('unhandledRejection', heed);
  try {
    return (await work(signal)) && !signal.aborted;
  } finally {
    process.off('uncaughtException', heed);
    process.off('unhandledRejection', heed);
  }
}

/** Aborts with whichever aborts first. */
export const eitherOf = (accident: AbortSignal, cancellation: () => AbortSignal) => () =>
  AbortSignal.any([accident, cancellation()]);
