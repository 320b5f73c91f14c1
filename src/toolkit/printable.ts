/**
 * Returns untrusted text as one log line, without control or direction-changing characters and without workflow commands. The runner
 * executes `::command::` at the start of a line and `##[command]` anywhere in it.
 */
export function printable(text: string): string {
  return oneLine(text)
    .replaceAll('\t', ' ')
    .replace(/:(?=:)/g, ': ')
    .replaceAll('##[', '# #[');
}

/** Returns untrusted text as one line without control or direction-changing characters but tabs, where workflow commands are off. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, each =>
    each === '\t' ? each : ' ',
  );
}
