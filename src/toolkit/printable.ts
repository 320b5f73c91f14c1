/**
 * Returns untrusted text as one line, without control or direction-changing characters and without `##[command]`, which the runner executes
 * anywhere in a line.
 */
export function printable(text: string): string {
  return oneLine(text).replaceAll('\t', ' ').replaceAll('##[', '# #[');
}

/** Returns untrusted text as a line for a log, also without `::command::`, which the runner executes only at the start of a line. */
export function logLine(text: string): string {
  return printable(text).replace(/^(\s*):(?=:)/, '$1: ');
}

/** Returns untrusted text as one line without control or direction-changing characters but tabs, where workflow commands are off. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, each =>
    each === '\t' ? each : ' ',
  );
}
