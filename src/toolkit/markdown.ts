/**
 * Text of others in a table: no cell ends early, nothing becomes markup, a link or an image, a bare address neither: GitHub
 * makes links of those by themselves.
 */
export function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('://', '&#58;//')
    .replace(/\bwww\./gi, each => each.replace('.', '&#46;'))
    .replace(/[\\|[\]*_`~]/g, '\\$&');
}

/** A Markdown table; empty when there are no rows. */
export function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Lines of others in a block that none of them can end: its fence is longer than any of theirs. */
export function fenced(language: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap(line => (line.match(/`+/g) ?? []).map(run => run.length)));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}

/** `1.2 s`, or `340 ms` below one second. */
export function time(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
