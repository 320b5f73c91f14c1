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
  const starts: { offset: number; line: number }[] = [];
  const ending = new RegExp(`${escapeChar === '\\' ? '\\\\' : '`'}[ \\t]*$`);
  let text = '';
  lines.forEach((line, index) => {
    if (index > 0 && /^\s*(#.*)?$/.test(line)) return;
    starts.push({ offset: text.length, line: first + index });
    text += line.replace(/\r$/, '').replace(ending, '');
  });
  return { text, lineAt: offset => starts.findLast(start => start.offset <= offset)?.line ?? first };
}

/** Lines as they are, with the line of each character; of a here-document. Pure. */
export function verbatim(lines: readonly string[], first: number): Joined {
  const text = lines.join('\n');
  return {
    text,
    lineAt: offset => first + (text.slice(0, offset).match(/\n/g)?.length ?? 0),
  };
}
