/**
 * The grammar of Mermaid's `xychart-beta` as far as it is the same in every version that GitHub ran, strictly: titles in
 * quotes, plain decimal numbers, one line an entry. What it takes, mermaid 11's own parser takes (tried with 11.17).
 */
export interface ParsedChart {
  settings: unknown;
  title: string;
  x: [number, number];
  y: [number, number];
  lines: number[][];
}

const number = '-?\\d+(?:\\.\\d+)?';
const text = '"([^"\\n\\\\`<>&;#{}\\[\\]|]*)"';
const pattern = new RegExp(
  [
    '^%%\\{init: (\\{[^\\n]*\\})\\}%%',
    'xychart-beta',
    ` +title ${text}`,
    ` +x-axis ${text} (${number}) --> (${number})`,
    ` +y-axis ${text} (${number}) --> (${number})`,
    `((?: +line \\[${number}(?:, ${number})*\\]\\n)+)$`,
  ].join('\\n'),
);

/** @throws Error for what is no chart. */
export function parseChart(source: string): ParsedChart {
  const match = pattern.exec(source);
  if (match === null) throw new Error(`no chart:\n${source}`);
  const [, settings = '', title = '', , x0, x1, , y0, y1, lines = ''] = match;
  return {
    settings: JSON.parse(settings),
    title,
    x: [Number(x0), Number(x1)],
    y: [Number(y0), Number(y1)],
    lines: lines
      .trim()
      .split('\n')
      .map(line =>
        line
          .replace(/^ *line \[|\]$/g, '')
          .split(', ')
          .map(Number),
      ),
  };
}

/** Every Mermaid block of a page. */
export const chartsOf = (markdown: string) =>
  [...markdown.matchAll(/^```mermaid\n(.*?)^```$/gms)].map(match => parseChart(match[1] as string));
