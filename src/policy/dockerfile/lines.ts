/** The text of an instruction as its parser joins it, with the line of the file that each character comes from. */
export interface Joined {
  readonly text: string;
  /** Line in the file (from 1) of the character at an offset. */
  lineAt(offset: number): number;
}

/**
 * Joins the lines of an instruction as BuildKit does: what ends with the escape character goes on in the next line, and lines that
 * are empty or comments in between are nothing. Pure.
 * @param first the line in the file (from 1) of the first of them.
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

/** Lines as they are, with the line of each character; of a here-document. Pure. */
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

/** Finds the last start at or before an offset by halving: every command of a long script asks. */
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
