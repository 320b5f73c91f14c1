/** Standard output of the command line, which scripts read. Libraries of GitHub's toolkit write workflow commands there, too. */

let original: typeof process.stdout.write | undefined;

/** Writes a result to standard output. */
export function writeResult(text: string): void {
  (original ?? process.stdout.write).call(process.stdout, text);
}

/**
 * Keeps standard output for results: what libraries write there, such as each attempt of a download, goes to standard error, and only if
 * `RUNNER_DEBUG` is 1, because our own log says what matters.
 * @returns a function that restores the previous behavior.
 */
export function reserveStandardOutput(env: NodeJS.ProcessEnv): () => void {
  const { write } = process.stdout;
  original = write;
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: []) => {
    return process.stderr.write(env.RUNNER_DEBUG === '1' ? chunk : '', ...rest);
  }) as typeof write;
  return () => {
    process.stdout.write = write;
    original = undefined;
  };
}
