/**
 * Formats untrusted text for a line or a table cell: no markup, links or images, and no bare URLs, which GitHub would turn into links.
 * Only text between backticks becomes code, as our sentences mean it.
 */
export function cell(text: string): string {
  // Every second part is a run of backticks. As in CommonMark, the next run of the same length closes it.
  const parts = text.replace(/\s+/g, ' ').split(/(`+)/);
  const last = new Map(parts.map((part, index) => [index % 2 === 0 ? '' : part, index]));
  let line = '';
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    if (index % 2 === 0) line += escaped(part);
    else if ((last.get(part) ?? 0) <= index) line += '&#96;'.repeat(part.length);
    else {
      const end = parts.indexOf(part, index + 1);
      line += code(parts.slice(index + 1, end).join(''));
      index = end;
    }
  }
  return line;
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('://', '&#58;//')
    .replace(/\bwww\./gi, each => each.replace('.', '&#46;'))
    .replace(/[\\|[\]*_~]/g, '\\$&');

/** Formats untrusted text as code, in a line or a table cell; it links and mentions nothing. Empty for an empty text. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  // In a table a code span would end at "|".
  if (line.includes('|')) return `<code>${escaped(line).replaceAll('`', '&#96;')}</code>`;
  const fence = fenceFor(line, 1);
  // CommonMark removes one space from both ends.
  const apart = /^`|`$|^ .* $/.test(line) && line !== ' ' ? ' ' : '';
  return line === '' ? '' : `${fence}${apart}${line}${apart}${fence}`;
}

/** Returns the backticks around a text: more than any run in it has. */
function fenceFor(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? [];
  return '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), least - 1) + 1);
}

/** Formats a Markdown table; empty without rows. @param format of a cell. Default: for untrusted text. */
export function table(head: string[], rows: string[][], format = cell): string {
  if (rows.length === 0) return '';
  const line = (cells: string[]) => `| ${cells.map(each => format(each)).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Formats a table that the reader unfolds, with its number of rows in the title; empty without rows. */
export const foldedTable = (title: string, head: string[], rows: string[][], most = 1000): string =>
  rows.length === 0
    ? ''
    : `<details><summary>${title}: ${rows.length}</summary>\n\n${table(head, rows.slice(0, most))}\n\n</details>`;

/** Joins the parts of a page that are not empty. */
export const paragraphs = (parts: readonly string[]): string =>
  `${parts.filter(part => part !== '').join('\n\n')}\n`;

/** Formats untrusted lines as a code block, with a fence that is longer than any in the lines. */
export function fenced(language: string, lines: readonly string[]): string {
  const fence = fenceFor(lines.join('\n'), 3);
  return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}

/** Formats bytes: `12.3 MB`. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Formats milliseconds: `1.2 s`, or `340 ms` below one second. */
export function time(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
