import type { TextTable } from './figures.ts';
import { Html, html } from './html.ts';
import type { Tone } from './plot.ts';

/** Returns a table for a page. Columns with only numbers are aligned right; the first column is the row header. */
export function tableHtml(caption: Html, { head, rows }: Omit<TextTable, 'title'>): Html {
  const numeric = head.map((_, column) => rows.every(row => /^[\d,.]*$/.test(row[column] ?? '')));
  const cell = (column: number, what: Html, scope?: 'col' | 'row') => {
    const [tag, scoped] = scope === undefined ? ['td', ''] : ['th', ` scope="${scope}"`];
    const open = new Html(`<${tag}${scoped}${numeric[column] === true ? ' class="number"' : ''}>`);
    return html`${open}${what}${new Html(`</${tag}>`)}`;
  };
  const line = (row: string[]) =>
    row.map((text, column) => cell(column, statusHtml(text), column === 0 ? 'row' : undefined));
  return html`<div class="scroll"><table><caption>${caption}</caption><thead><tr>${head.map((text, column) =>
    cell(column, html`${text}`, 'col'),
  )}</tr></thead><tbody>${rows.map(
    row => html`<tr>${line(row)}</tr>
`,
  )}</tbody></table></div>`;
}

const statusTones: Readonly<Record<string, Tone>> = {
  harmed: 'harm',
  suspect: 'candidate',
  passed: 'good',
  open: 'quiet',
  missing: 'quiet',
};

function statusHtml(text: string): Html {
  const tone = Object.hasOwn(statusTones, text) ? statusTones[text] : undefined;
  return tone === undefined ? html`${text}` : html`<span class="status ${tone}">${text}</span>`;
}
