import type { Joined } from './lines.ts';
import type { Instruction } from './parse.ts';
import { type Redirect, readShell, type Simple } from './shell.ts';

/** A program that a RUN starts, without the programs that only wrap it. */
export interface Command {
  /** Its name without a path; empty where only variables are set or output is redirected. */
  readonly program: string;
  readonly args: readonly string[];
  readonly line: number;
  /** `NAME=value` before it. */
  readonly assignments: readonly string[];
  /** Programs that start it, such as `sudo`. */
  readonly wrappers: readonly string[];
  readonly redirects: readonly Redirect[];
  /** Its here-documents. */
  readonly input: readonly Joined[];
  /** The command whose output it reads through `|`. */
  readonly from: Command | undefined;
  /** The command whose substitution contains it. */
  readonly inside: Command | undefined;
}

const shells = ['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh'];
export const isShell = (program: string): boolean => shells.includes(program);

/** The maximum depth of scripts inside scripts. */
const deepest = 5;

/** Returns every command that a RUN starts; none where its shell is not POSIX. Pure. */
export function commandsOf(instruction: Instruction, posix: boolean): Command[] {
  if (instruction.keyword !== 'RUN' || !posix) return [];
  const { json, line, heredocs } = instruction;
  if (json !== undefined)
    return commandsFrom(
      [{ words: json, line, from: undefined, redirects: [], input: [], inside: undefined }],
      0,
    );
  const documents = heredocs.map(each => each.body);
  return commandsFrom(readShell(instruction.body, documents), 0);
}

function commandsFrom(simples: readonly Simple[], depth: number): Command[] {
  const made = new Map<Simple, Command>();
  const make = (simple: Simple): Command => {
    const known = made.get(simple);
    if (known !== undefined) return known;
    const command = commandOf(simple, simple.from && make(simple.from), simple.inside && make(simple.inside));
    made.set(simple, command);
    return command;
  };
  return simples.flatMap(simple => {
    const command = make(simple);
    const scripts = depth < deepest ? scriptsOf(command) : [];
    return [command, ...scripts.flatMap(script => commandsFrom(readShell(script), depth + 1))];
  });
}

/** Returns the scripts that a command runs: `sh -c '…'`, and the here-document of a shell or of an empty command, which BuildKit runs. */
function scriptsOf({ program, args, line, input }: Command): Joined[] {
  if (program === 'eval') return [{ text: args.join(' '), lineAt: () => line }];
  if (program !== '' && !isShell(program)) return [];
  const flag = args.findIndex(arg => /^-[a-z]*c$/.test(arg));
  const script = flag < 0 ? undefined : args[flag + 1];
  if (script !== undefined) return [{ text: script, lineAt: () => line }];
  return input.filter(({ text }) => !foreign(text));
}

/** Whether a script names another interpreter. */
const foreign = (script: string) =>
  /^#!/.test(script) && !/^#!\S*(\/|\s)(sh|bash|ash|dash|zsh|ksh)\b/.test(script.split('\n', 1).join(''));

const reserved = 'if then elif else while until do ! { time exec command nohup builtin'.split(' ');
const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;
/** Wrappers, and their flags that take a value. */
const wrappers: Readonly<Record<string, RegExp>> = {
  sudo: /^-[ugCphrtT]$/,
  env: /^-[uCS]$/,
  nice: /^-n$/,
  timeout: /^-[ks]$/,
  gosu: /^$/,
  'su-exec': /^$/,
  xargs: /^-[aEILnPsd]$/,
  stdbuf: /^$/,
};

function commandOf(simple: Simple, from: Command | undefined, inside: Command | undefined): Command {
  const words = [...simple.words];
  const assignments: string[] = [];
  const wrapping: string[] = [];
  for (;;) {
    const [first] = words;
    if (first === undefined) break;
    if (assignment.test(first)) assignments.push(words.shift() ?? '');
    else if (reserved.includes(first)) words.shift();
    else {
      const name = nameOf(first);
      const valued = Object.hasOwn(wrappers, name) ? wrappers[name] : undefined;
      if (valued === undefined) break;
      wrapping.push(name);
      words.shift();
      while (words[0]?.startsWith('-')) if (valued.test(words.shift() ?? '')) words.shift();
      // `timeout 5m program`, `gosu user program`.
      if (name === 'timeout' || name === 'gosu' || name === 'su-exec') words.shift();
    }
  }
  const [program = '', ...args] = words;
  return {
    program: nameOf(program),
    args,
    line: simple.line,
    assignments,
    wrappers: wrapping,
    redirects: simple.redirects,
    input: simple.input,
    from,
    inside,
  };
}

const nameOf = (word: string) => (/[$`]/.test(word) ? word : word.slice(word.lastIndexOf('/') + 1));
