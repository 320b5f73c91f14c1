/** Standard output of the command line, which scripts read. Libraries of GitHub's toolkit write workflow commands there, too. */

let original: typeof process.stdout.write | undefined;

/** Writes a result to standard output. */
export function writeResult(text: string): void {
  (original ?? process.stdout.write).call(process.stdout, text);
}

/**
 * Keeps standard output for results: what else is written there goes to standard error, `::debug::` lines only if `RUNNER_DEBUG` is 1.
 * @returns a function that restores the previous behavior.
 */
export function reserveStandardOutput(env: NodeJS.ProcessEnv): () => void {
  const { write } = process.stdout;
  original = write;
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: []) => {
    const hidden = env.RUNNER_DEBUG !== '1' && Buffer.from(chunk).toString().startsWith('::debug::');
    return process.stderr.write(hidden ? '' : chunk, ...rest);
  }) as typeof write;
  return () => {
    process.stdout.write = write;
    original = undefined;
  };
}
