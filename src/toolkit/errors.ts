/**
 * An error that the user can fix, shown with its remedy and without a stack trace.
 * Any other error is a bug of Slipway, and keeps its stack and `cause`.
 */
export class UserError extends Error {
  readonly remedy: string;

  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(problem, options);
    this.name = 'UserError';
    this.remedy = remedy;
  }

  /** What failed and why, then the remedy: `the tag v1 exists: … . Choose another tag.` */
  get sentence(): string {
    return withRemedy(this.message, this.remedy);
  }
}

/**
 * Returns a handler for `catch` that handles what the user can fix, and throws everything else.
 * @param signal of the run: once it is aborted, every error is thrown.
 */
export const onUserError =
  <Result>(handle: (error: UserError) => Result, signal?: AbortSignal) =>
  (error: unknown): Result => {
    if (!(error instanceof UserError) || signal?.aborted) throw error;
    return handle(error);
  };

/** The error for a command line that is written wrong. */
export class UsageError extends UserError {}

/** The error for an image that is not signed as slipway.yml requires; not for a registry that does not say. */
export class UntrustedImage extends UserError {}

/** The error for a document that is not signed as slipway.yml requires; not for one that cannot be verified here. */
export class UntrustedDocument extends UserError {}

/** Joins a problem, which begins in lower case and has no full stop, with its remedy, an imperative. Pure. */
export function withRemedy(problem: string, remedy: string): string {
  if (remedy === '') return problem;
  const stop = /[.!?]$/.test(remedy) ? '' : '.';
  return `${problem}. ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}${stop}`;
}

/** Returns the error for work that ends early because the run is cancelled. */
export function cancelled(): UserError {
  return new UserError('the run was cancelled', 'run it again');
}

const afterChange = new WeakSet<object>();

/** Marks an error that was thrown after a change, so that it is not reported as `refused`, which means that nothing was changed. */
export function markAfterChange<Thrown>(error: Thrown): Thrown {
  if (typeof error === 'object' && error !== null) afterChange.add(error);
  return error;
}

/** Whether the error was thrown after a change. */
export const isAfterChange = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && afterChange.has(error);

/** Returns the result of work, or the error that a user can fix instead of throwing it. */
export async function userErrorOf<Result>(work: () => Promise<Result>): Promise<Result | UserError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** Returns the text to show for anything that was thrown. */
export function describe(error: unknown): string {
  if (error instanceof UserError) return error.sentence;
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}

/** Returns the innermost cause of an error, because fetch hides the reason in a chain of causes. Pure. */
export function innermostCause(error: unknown): string {
  let innermost = error;
  while (innermost instanceof Error && innermost.cause instanceof Error) innermost = innermost.cause;
  if (!(innermost instanceof Error)) return String(innermost);
  return innermost.message || String(Reflect.get(innermost, 'code') ?? innermost.name);
}
