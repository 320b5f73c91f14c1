/**
 * Escapes untrusted text for a table cell: no markup, links or images, and no bare URLs, which GitHub would turn into links.
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

/** Formats a Markdown table; empty without rows. */
export function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Formats untrusted lines as a code block, with a fence that is longer than any in the lines. */
export function fenced(language: string, lines: readonly string[]): string {
  const longest = Math.max(2, ...lines.flatMap(line => (line.match(/`+/g) ?? []).map(run => run.length)));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}

/** Formats milliseconds: `1.2 s`, or `340 ms` below one second. */
export function time(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
