/** The joined lines of an instruction, with the line in the file of each character. */
export interface Joined {
  readonly text: string;
  /** Returns the line in the file (from 1) of the character at an offset. */
  lineAt(offset: number): number;
}

/**
 * Joins the lines of an instruction as BuildKit does: a line that ends with the escape character continues on the next line, and empty
 * lines and comments in between are skipped. Pure.
 * @param first the line in the file (from 1) of the first line.
 */
export function join(lines: readonly string[], first: number, escapeChar: string): Joined {
  const starts: Start[] = [];
  const ending = new RegExp(`${escapeChar === '\\' ? '\\\\' : '`'}[ \\t]*$`);
  const parts: string[] = [];
  let offset = 0;
  lines.forEach((line, index) => {
    if (index > 0 && /^\s*(#.*)?$/.test(line)) return;
    starts.push({ offset, line: first + index });
    const part = line.replace(/\r$/, '').replace(ending, '');
    parts.push(part);
    offset += part.length;
  });
  return { text: parts.join(''), lineAt: lineIn(starts, first) };
}

/** Joins the lines of a here-document unchanged, with the line of each character. Pure. */
export function verbatim(lines: readonly string[], first: number): Joined {
  let offset = 0;
  const starts = lines.map((line, index) => {
    const start = { offset, line: first + index };
    offset += line.length + 1;
    return start;
  });
  return { text: lines.join('\n'), lineAt: lineIn(starts, first) };
}

interface Start {
  readonly offset: number;
  readonly line: number;
}

/** Finds the last start at or before an offset by binary search, because every command of a long script needs it. */
function lineIn(starts: readonly Start[], first: number): (offset: number) => number {
  return offset => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle]?.offset ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return starts[low - 1]?.line ?? first;
  };
}
