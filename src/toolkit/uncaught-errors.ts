import { describe } from './errors.ts';

/** An uncaught exception or unhandled rejection: a bug of Slipway, which cannot be assigned to a step of the work. */
class UncaughtError extends Error {
  constructor(cause: unknown) {
    const what = cause instanceof Error ? cause.message : String(cause);
    super(`an unexpected error occurred: ${what.split('\n')[0]}`, { cause });
    this.name = 'UncaughtError';
  }
}

/** Returns the uncaught error that aborted the signal, as a sentence; undefined if it was cancelled or not aborted. */
export function uncaughtErrorOf(signal: AbortSignal | undefined): string | undefined {
  return signal?.aborted === true && signal.reason instanceof UncaughtError
    ? signal.reason.message
    : undefined;
}

/**
 * Runs the work to its end although an uncaught error occurs meanwhile, because a crash would leave a rollout partly done. The first
 * error is reported in full and aborts the signal; later ones are probably its consequences.
 * @returns whether the work succeeded without an uncaught error.
 * @throws what the work throws.
 */
export async function despiteUncaughtErrors(
  report: (text: string) => void,
  work: (uncaught: AbortSignal) => Promise<boolean>,
): Promise<boolean> {
  const controller = new AbortController();
  const { signal } = controller;
  const onError = (error: unknown) => {
    if (signal.aborted) return;
    controller.abort(new UncaughtError(error));
    report(`an unexpected error occurred; ending the work in progress first: ${describe(error)}`);
  };
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
  try {
    return (await work(signal)) && !signal.aborted;
  } finally {
    process.off('uncaughtException', onError);
    process.off('unhandledRejection', onError);
  }
}

/** Returns a function that returns one signal, which aborts when one of the two does; `cancellation` is called once. */
export function anySignal(first: AbortSignal, cancellation: () => AbortSignal): () => AbortSignal {
  let either: AbortSignal | undefined;
  return () => (either ??= AbortSignal.any([first, cancellation()]));
}
