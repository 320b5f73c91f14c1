import type { Dockerfile } from '../dockerfile/parse.ts';
import { chainOf, type Stage, stagesOf, targetOf } from '../dockerfile/stages.ts';
import type { Variables } from '../dockerfile/variables.ts';

/** Finds out which layers of an image its own Dockerfile created, and which are from the base image. */

/** An entry of `history` in the configuration of an image (image-spec, config.md). */
export interface HistoryItem {
  readonly createdBy: string;
  readonly empty: boolean;
}

/** An instruction that leaves an entry in the history. */
export interface Made {
  readonly keyword: string;
  readonly line: number;
}

/** Returns the instructions of the stages that become the image, in order; FROM leaves no entry. Pure. */
export function instructionsOf(file: Dockerfile, args: Variables, target: string | undefined): Made[] {
  const chain = chainOf(targetOf(stagesOf(file, args), target));
  return chain.flatMap((stage, index) => [...triggersOf(chain[index - 1]), ...made(stage, false)]);
}

const made = (stage: Stage, onbuild: boolean): Made[] =>
  stage.instructions
    .filter(each => each.onbuild === onbuild && each.keyword !== 'ONBUILD')
    .map(({ keyword, line }) => ({ keyword, line }));

/** ONBUILD leaves no entry in its own stage; its trigger is the first entry of a stage that is based on it. */
const triggersOf = (stage: Stage | undefined) => (stage === undefined ? [] : made(stage, true));

/** The origin of a layer; undefined: unknown. */
export type LayerOrigin = { readonly by: 'base' } | { readonly by: 'line'; readonly line: number };

/**
 * Returns the origin of each layer, lowest first, by comparing the end of the history with the Dockerfile: the history of the base
 * image comes before. Pure.
 * @returns undefined when they do not match, because the image was built from another Dockerfile.
 */
export function originsOf(
  history: readonly HistoryItem[],
  layers: number,
  instructions: readonly Made[],
): LayerOrigin[] | undefined {
  const first = history.length - instructions.length;
  if (first < 0 || history.filter(({ empty }) => !empty).length !== layers) return undefined;
  const fits = instructions.every((each, index) => madeBy(history[first + index]?.createdBy ?? '', each));
  if (!fits) return undefined;
  return history.flatMap(({ empty }, index): LayerOrigin[] => {
    if (empty) return [];
    const instruction = instructions[index - first];
    return [instruction === undefined ? { by: 'base' } : { by: 'line', line: instruction.line }];
  });
}

/** BuildKit writes `COPY a /a # buildkit`; older builders `/bin/sh -c #(nop) COPY …`, and a RUN only as its shell. */
function madeBy(createdBy: string, { keyword }: Made): boolean {
  const text = createdBy.trimStart();
  const old = /^\S+ -c #\(nop\)\s+(\w+)/.exec(text)?.[1];
  if (old !== undefined) return old === keyword;
  return text.startsWith(`${keyword} `) || (keyword === 'RUN' && /^(\|\d+ |\S*sh -c )/.test(text));
}
