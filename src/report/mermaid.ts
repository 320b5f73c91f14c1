/**
 * Charts as GitHub draws them in a job summary: Mermaid's `xychart-beta`. It knows lines over evenly spread points, no
 * legend, no gaps and no dashes: the legend is text in the colours of the lines, and thresholds are lines of their own.
 */

export interface Line {
  name: string;
  colour: Colour;
  /** As many as every other line has. */
  values: number[];
}

export interface Chart {
  title: string;
  /** What the horizontal axis counts, and its two ends. */
  x: { name: string; from: number; to: number };
  y: { name: string; from: number; to: number };
  lines: Line[];
}

export type Colour = keyof typeof colours;

/** Colours that differ for the colour-blind too, on light and dark ground, with the square that stands for each in text. */
const colours = {
  blue: { hex: '#2f81f7', square: '🟦' },
  orange: { hex: '#e8590c', square: '🟧' },
  green: { hex: '#2da44e', square: '🟩' },
  red: { hex: '#cf222e', square: '🟥' },
  purple: { hex: '#8250df', square: '🟪' },
} as const;

/** The chart in its fence, and below it the legend; empty when no line has two points. Pure. */
export function xychart({ title, x, y, lines }: Chart): string {
  const points = Math.max(0, ...lines.map(({ values }) => values.length));
  if (points < 2) return '';
  const palette = lines.map(({ colour }) => colours[colour].hex).join(', ');
  const settings = {
    xyChart: { width: 900, height: 280 },
    themeVariables: { xyChart: { plotColorPalette: palette } },
  };
  const legend = lines.map(({ name, colour }) => `${colours[colour].square} ${name}`).join(' ');
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify(settings)}}%%`,
    'xychart-beta',
    `    title "${plain(title)}"`,
    `    x-axis "${plain(x.name)}" ${decimal(x.from)} --> ${decimal(x.to)}`,
    `    y-axis "${plain(y.name)}" ${decimal(y.from)} --> ${decimal(y.to)}`,
    ...lines.map(({ values }) => `    line [${values.map(decimal).join(', ')}]`),
    '```',
    '',
    legend,
  ].join('\n');
}

/** Letters, digits and a few signs: nothing of others can end a text of the chart. */
export function plain(text: string): string {
  return text
    .replace(/[^\p{Letter}\p{Number} .,:/%()_+-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
}

/** At most four digits behind the point, never with an exponent, which the grammar does not know. */
function decimal(value: number): string {
  const rounded = Number.isFinite(value) ? value.toFixed(4).replace(/\.?0+$/, '') : '0';
  return rounded === '-0' ? '0' : rounded;
}
