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
  worse: 'harm',
  suspect: 'candidate',
  passed: 'good',
  undecided: 'quiet',
  missing: 'quiet',
};

function statusHtml(text: string): Html {
  const tone = Object.hasOwn(statusTones, text) ? statusTones[text] : undefined;
  return tone === undefined ? html`${text}` : html`<span class="status ${tone}">${text}</span>`;
}

/** Returns a table with its title as a section; undefined without rows. */
export const tableSection = ({ title, head, rows }: TextTable): Html | undefined =>
  rows.length === 0
    ? undefined
    : html`<section>${tableHtml(html`<h2>${title}</h2>`, { head, rows })}</section>`;

/** Returns the most important figures, each with its name; without those that are undefined. */
export const tilesHtml = (figures: readonly (readonly [name: string, value: string | undefined])[]): Html =>
  html`<dl class="tiles">${figures.map(([name, value]) =>
    value === undefined ? undefined : html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;

/** Links to an address of the web; a text alone for any other. */
export const linkHtml = (text: string, url: string | undefined): Html =>
  url !== undefined && /^https?:\/\//.test(url) ? html`<a href="${url}">${text}</a>` : html`${text}`;
