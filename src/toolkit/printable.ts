/**
 * Text of others on one line of a log: no control or direction-changing characters, and none of the runner's workflow
 * commands. The runner obeys `::command::` at the start of a line and `##[command]` anywhere in it.
 */
export function printable(text: string): string {
  return oneLine(text)
    .replaceAll('\t', ' ')
    .replace(/:(?=:)/g, ': ')
    .replaceAll('##[', '# #[');
}

/** Text of others on one line, where the runner obeys nothing: no control or direction-changing characters but tabs. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, each =>
    each === '\t' ? each : ' ',
  );
}
