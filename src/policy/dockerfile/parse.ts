import { type Dockerfile as Ast, DockerfileParser, type Instruction as Node } from 'dockerfile-ast';
import { jsonIn } from '../../toolkit/map.ts';
import { type Joined, join, verbatim } from './lines.ts';

/** A parsed Dockerfile as plain data, independent of the parser. Lines count from 1. */
export interface Dockerfile {
  readonly lines: readonly string[];
  readonly escapeChar: '\\' | '`';
  readonly instructions: readonly Instruction[];
  readonly comments: readonly Comment[];
  /** Lines that other Dockerfile parsers read differently. */
  readonly ambiguous: readonly number[];
}

export interface Instruction {
  /** In upper case. */
  readonly keyword: string;
  readonly line: number;
  readonly endLine: number;
  readonly flags: readonly { readonly name: string; readonly value: string }[];
  /** What follows keyword and flags, without here-documents. */
  readonly body: Joined;
  readonly heredocs: readonly Heredoc[];
  /** The list of an instruction in JSON form. */
  readonly json: readonly string[] | undefined;
  /** Whether it is the trigger of an ONBUILD. */
  readonly onbuild: boolean;
}

export interface Heredoc {
  readonly name: string;
  readonly body: Joined;
}

export interface Comment {
  readonly line: number;
  readonly text: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Thrown for an instruction on which the parser fails; BuildKit rejects most of these, too. */
export class ParseError extends Error {
  /** From 1. */
  readonly line: number;

  constructor(line: number, cause: unknown) {
    super(`line ${line} cannot be read`, { cause });
    this.line = line;
  }
}

/**
 * Parses a Dockerfile, valid or not: any other line becomes an instruction with an unknown keyword. Pure.
 * @throws ParseError, and nothing else.
 */
export function parseDockerfile(text: string): Dockerfile {
  // A carriage return alone ends a line for the parser, but not for BuildKit.
  const source = text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, ' ');
  const ast: Ast = heldBy(1, () => DockerfileParser.parse(source));
  const lines = source.split(/\r?\n/);
  const escapeChar = ast.getEscapeCharacter() === '`' ? '`' : '\\';
  const instructions = ast
    .getInstructions()
    .map(node => heldBy(node.getRange().start.line + 1, () => instructionOf(node, lines, escapeChar)));
  return {
    lines,
    escapeChar,
    instructions,
    comments: ast.getComments().map(comment => ({
      line: comment.getRange().start.line + 1,
      text: comment.getContent() ?? '',
    })),
    ambiguous: ambiguousIn(instructions, lines, escapeChar),
  };
}

function heldBy<Result>(line: number, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new ParseError(line, error);
  }
}

function instructionOf(node: Node, lines: readonly string[], escapeChar: '\\' | '`'): Instruction {
  const keyword = node.getKeyword();
  const range = node.getRange();
  const trigger = keyword === 'ONBUILD' ? triggerOf(node) : undefined;
  if (trigger !== undefined) return { ...instructionOf(trigger, lines, escapeChar), onbuild: true };
  const start: Place = node.getArgumentsRange()?.start ?? range.end;
  const heredocs = heredocsOf(node, lines);
  const [firstHeredoc] = heredocs;
  const end: Place = firstHeredoc === undefined ? range.end : { line: firstHeredoc.from - 1, character: -1 };
  const body = join(between(lines, start, end), start.line + 1, escapeChar);
  return {
    keyword,
    line: range.start.line + 1,
    endLine: range.end.line + 1,
    flags: flagsOf(node),
    body,
    heredocs: heredocs.map(({ name, body }) => ({ name, body })),
    json: jsonOf(keyword, body.text),
    onbuild: false,
  };
}

/** Methods that the parser's type of an instruction lacks. */
interface Rich {
  getTriggerInstruction?(): Node | null;
  getFlags?(): { getName(): string; getValue(): string | null }[];
  getHeredocs?(): HeredocNode[];
}

interface HeredocNode {
  getName(): string;
  getStartRange(): { start: Place };
  getContentRange(): { start: Place; end: Place } | null;
  getDelimiterRange(): { start: Place } | null;
}

const triggerOf = (node: Node) => (node as Node & Rich).getTriggerInstruction?.() ?? undefined;

const flagsOf = (node: Node) =>
  ((node as Node & Rich).getFlags?.() ?? []).map(flag => ({
    name: flag.getName().toLowerCase(),
    value: flag.getValue() ?? '',
  }));

function heredocsOf(node: Node, lines: readonly string[]): (Heredoc & { from: number })[] {
  return ((node as Node & Rich).getHeredocs?.() ?? []).map(each => {
    const content = each.getContentRange();
    const delimiter = each.getDelimiterRange();
    const from =
      content?.start.line ??
      delimiter?.start.line ??
      Math.min(each.getStartRange().start.line + 1, lines.length);
    const to = content === null ? from : content.end.line + 1;
    return { name: each.getName(), from, body: verbatim(lines.slice(from, to), from + 1) };
  });
}

/** @param end its character -1 means: to the end of the line. */
function between(lines: readonly string[], start: Place, end: Place): string[] {
  return lines.slice(start.line, end.line + 1).map((line, index, all) => {
    const to = index === all.length - 1 && end.character >= 0 ? end.character : line.length;
    return line.slice(index === 0 ? start.character : 0, to);
  });
}

const inJson = ['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME'];

function jsonOf(keyword: string, text: string): string[] | undefined {
  if (!inJson.includes(keyword) || !text.trimStart().startsWith('[')) return undefined;
  const value = jsonIn(text);
  return Array.isArray(value) && value.every(each => typeof each === 'string') ? value : undefined;
}

/**
 * Finds lines that end with two escape characters: BuildKit ends the instruction there, but our parser continues it, so that the rules
 * would misread the lines that follow.
 */
function ambiguousIn(
  instructions: readonly Instruction[],
  lines: readonly string[],
  escapeChar: '\\' | '`',
): number[] {
  const doubled = escapeChar === '\\' ? /\\\\[ \t]*$/ : /``[ \t]*$/;
  return instructions.flatMap(({ line, endLine, heredocs }) => {
    const verbatimFrom = heredocs.length === 0 ? endLine : (heredocs[0]?.body.lineAt(0) ?? endLine) - 1;
    const found: number[] = [];
    for (let at = line; at < verbatimFrom; at++) if (doubled.test(lines[at - 1] ?? '')) found.push(at);
    return found;
  });
}
