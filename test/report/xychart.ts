/**
 * A strict grammar of Mermaid's `xychart-beta`, which holds in every version that GitHub used: quoted titles, plain decimal numbers, one
 * entry per line. Mermaid 11's own parser accepts everything that this one accepts (tried with 11.17).
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

/** Parses a chart. @throws Error for an invalid one. */
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

/** Parses every Mermaid block of a page. */
export const chartsOf = (markdown: string) =>
  [...markdown.matchAll(/^```mermaid\n(.*?)^```$/gms)].map(match => parseChart(match[1] as string));
