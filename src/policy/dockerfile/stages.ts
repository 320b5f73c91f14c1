import type { Dockerfile, Instruction } from './parse.ts';
import { expand, pairsOf, splitWords, type Variables, valueIn } from './variables.ts';

export interface Stage {
  readonly index: number;
  /** Its name after AS, in lower case. */
  readonly name: string | undefined;
  readonly from: Instruction;
  /** The image in FROM, as written. */
  readonly written: string;
  /** The same with its variables expanded; undefined when one has no value. */
  readonly base: string | undefined;
  /** The stage that it is based on. */
  readonly parent: Stage | undefined;
  /** Without FROM. */
  readonly instructions: readonly Instruction[];
  /** Values of ARG and ENV at its end. */
  readonly variables: Variables;
  /** Whether the shell that runs instructions without JSON form is POSIX. */
  readonly posix: boolean;
}

/**
 * Returns the stages of a Dockerfile in order. Pure.
 * @param given build arguments, and those that BuildKit sets.
 */
export function stagesOf(file: Dockerfile, given: Variables): Stage[] {
  const first = file.instructions.findIndex(each => each.keyword === 'FROM');
  if (first < 0) return [];
  const globals = argumentsOf(file.instructions.slice(0, first), file, given);
  const stages: Stage[] = [];
  file.instructions.forEach((from, start) => {
    if (from.keyword !== 'FROM' || from.onbuild) return;
    const rest = file.instructions.slice(start + 1);
    const next = rest.findIndex(each => each.keyword === 'FROM' && !each.onbuild);
    const instructions = next < 0 ? rest : rest.slice(0, next);
    const [written, as, name] = splitWords(from.body.text, file.escapeChar).map(({ text }) => text);
    const base = expand(written ?? '', globals);
    const parent = stages.findLast(stage => stage.name !== undefined && stage.name === base?.toLowerCase());
    stages.push({
      index: stages.length,
      name: as?.toUpperCase() === 'AS' ? name?.toLowerCase() : undefined,
      from,
      written: written ?? '',
      base,
      parent,
      instructions,
      variables: variablesOf(instructions, file, { given, globals }, parent?.variables ?? {}),
      posix: isPosix(instructions, base ?? '', parent, file),
    });
  });
  return stages;
}

/** Returns the stage to build: the named one, or the last. */
export function targetOf(stages: readonly Stage[], target: string | undefined): Stage | undefined {
  if (target === undefined) return stages.at(-1);
  const named = stages.find(stage => stage.name === target.toLowerCase());
  return named ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined);
}

/** Returns a stage after the stages that it is based on; together they are the image. */
export function chainOf(stage: Stage | undefined): Stage[] {
  return stage === undefined ? [] : [...chainOf(stage.parent), stage];
}

/** Returns the stage that `--from` or FROM names, by name or number, among those before another one. */
export function stageNamed(stages: readonly Stage[], name: string, before: number): Stage | undefined {
  return stages
    .slice(0, before)
    .findLast(stage => stage.name === name.toLowerCase() || String(stage.index) === name);
}

/** Evaluates ARG before the first FROM: a build argument overrides a default. */
function argumentsOf(instructions: readonly Instruction[], file: Dockerfile, given: Variables): Variables {
  let known: Variables = { ...given };
  for (const each of instructions) {
    if (each.keyword !== 'ARG') continue;
    for (const { name, value } of pairsOf(each, file.escapeChar)) {
      const set = valueIn(given, name) ?? (value === undefined ? undefined : expand(value, known));
      if (set !== undefined) known = { ...known, [name]: set };
    }
  }
  return known;
}

/** Evaluates ARG and ENV of a stage. An ARG gets its build argument, or its default, or the global value; ENV overrides all of them. */
function variablesOf(
  instructions: readonly Instruction[],
  file: Dockerfile,
  { given, globals }: { given: Variables; globals: Variables },
  inherited: Variables,
): Variables {
  const known: Record<string, string> = { ...inherited };
  const environment = new Set<string>();
  for (const each of instructions) {
    if (each.onbuild || (each.keyword !== 'ARG' && each.keyword !== 'ENV')) continue;
    for (const { name, value } of pairsOf(each, file.escapeChar)) {
      if (each.keyword === 'ARG' && environment.has(name)) continue;
      const own = value === undefined ? undefined : expand(value, known);
      const set = each.keyword === 'ENV' ? own : (valueIn(given, name) ?? own ?? valueIn(globals, name));
      if (each.keyword === 'ENV') environment.add(name);
      if (set === undefined) delete known[name];
      else known[name] = set;
    }
  }
  return known;
}

const windowsShells = /(^|[\\/])(powershell|pwsh|cmd)(\.exe)?$/i;

function isPosix(
  instructions: readonly Instruction[],
  base: string,
  parent: Stage | undefined,
  file: Dockerfile,
): boolean {
  const shell = instructions.findLast(each => each.keyword === 'SHELL' && !each.onbuild)?.json?.[0];
  if (shell !== undefined) return !windowsShells.test(shell);
  if (parent !== undefined) return parent.posix;
  return file.escapeChar === '\\' && !/\/windows(\/|servercore|:|$)|nanoserver|servercore/.test(base);
}
