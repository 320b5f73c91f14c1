import { fenced } from '../toolkit/markdown.ts';

/**
 * Writes charts that GitHub draws in a job summary: Mermaid's `xychart-beta`. It draws lines of evenly spread points, without legend, gaps
 * or dashes. So the legend is text with colored squares, and each threshold is a line.
 */

export interface Line {
  name: string;
  color: Color;
  /** All lines have the same number of values. */
  values: number[];
}

export interface Chart {
  title: string;
  /** Unit of the horizontal axis, and its two ends. */
  x: { name: string; from: number; to: number };
  y: { name: string; from: number; to: number };
  lines: Line[];
}

type Color = keyof typeof colors;

/** Colors that color-blind people can tell apart, on light and dark background, with the square for the legend. */
const colors = {
  blue: { hex: '#2f81f7', square: '🟦' },
  orange: { hex: '#e8590c', square: '🟧' },
  green: { hex: '#2da44e', square: '🟩' },
  red: { hex: '#cf222e', square: '🟥' },
  purple: { hex: '#8250df', square: '🟪' },
} as const;

/** Returns the chart in a code fence, and its legend; empty when no line has two points. Pure. */
export function xychart({ title, x, y, lines }: Chart): string {
  const points = Math.max(0, ...lines.map(({ values }) => values.length));
  if (points < 2) return '';
  const palette = lines.map(({ color }) => colors[color].hex).join(', ');
  const settings = {
    xyChart: { width: 900, height: 280 },
    themeVariables: { xyChart: { plotColorPalette: palette } },
  };
  const legend = lines.map(({ name, color: colour }) => `${colors[colour].square} ${name}`).join(' ');
  const chart = fenced('mermaid', [
    `%%{init: ${JSON.stringify(settings)}}%%`,
    'xychart-beta',
    `    title "${plain(title)}"`,
    `    x-axis "${plain(x.name)}" ${decimal(x.from)} --> ${decimal(x.to)}`,
    `    y-axis "${plain(y.name)}" ${decimal(y.from)} --> ${decimal(y.to)}`,
    ...lines.map(({ values }) => `    line [${values.map(decimal).join(', ')}]`),
  ]);
  return `${chart}\n\n${legend}`;
}

/** Keeps only letters, digits and a few signs, so that no text can end a string of the chart. */
export function plain(text: string): string {
  return text
    .replace(/[^\p{Letter}\p{Number} .,:/%()_+-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
}

/** Formats a number with at most four decimals, and without an exponent, which the grammar does not allow. */
function decimal(value: number): string {
  const rounded = Number.isFinite(value) ? value.toFixed(4).replace(/\.?0+$/, '') : '0';
  return rounded === '-0' ? '0' : rounded;
}
