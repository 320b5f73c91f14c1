/** Returns a function that reports a line, unless it is the same as the last one. */
export function withoutRepeats(report: (line: string) => void): (line: string) => void {
  let last = '';
  return line => {
    if (line !== last) report(line);
    last = line;
  };
}
