import type { Dockerfile } from '../dockerfile/parse.ts';
import { chainOf, type Stage, stagesOf, targetOf } from '../dockerfile/stages.ts';
import type { Variables } from '../dockerfile/variables.ts';

/** Which layers of an image its own Dockerfile made, and which came with the base. */

/** An entry of `history` in the configuration of an image (image-spec, config.md). */
export interface Past {
  readonly createdBy: string;
  readonly empty: boolean;
}

/** An instruction that leaves an entry in the history. */
export interface Made {
  readonly keyword: string;
  readonly line: number;
}

/** The instructions of the stages that become the image, in their order; FROM leaves no entry. Pure. */
export function instructionsOf(file: Dockerfile, args: Variables, target: string | undefined): Made[] {
  const chain = chainOf(targetOf(stagesOf(file, args), target));
  return chain.flatMap((stage, index) => [...triggersOf(chain[index - 1]), ...made(stage, false)]);
}

const made = (stage: Stage, onbuild: boolean): Made[] =>
  stage.instructions
    .filter(each => each.onbuild === onbuild && each.keyword !== 'ONBUILD')
    .map(({ keyword, line }) => ({ keyword, line }));

/** ONBUILD of a stage leaves no entry in it; what it triggers is the first of the stage that goes on with it. */
const triggersOf = (stage: Stage | undefined) => (stage === undefined ? [] : made(stage, true));

/** Where a layer comes from; undefined is not known. */
export type Origin = { readonly by: 'base' } | { readonly by: 'line'; readonly line: number };

/**
 * The origin of each layer, lowest first, by comparing the end of the history with the Dockerfile: a base has a history of its own,
 * which comes before.
 * @returns undefined when they do not fit: the image was built from something else. Pure.
 */
export function originsOf(
  history: readonly Past[],
  layers: number,
  instructions: readonly Made[],
): Origin[] | undefined {
  const first = history.length - instructions.length;
  if (first < 0 || history.filter(({ empty }) => !empty).length !== layers) return undefined;
  const fits = instructions.every((each, index) => madeBy(history[first + index]?.createdBy ?? '', each));
  if (!fits) return undefined;
  return history.flatMap(({ empty }, index): Origin[] => {
    if (empty) return [];
    const instruction = instructions[index - first];
    return [instruction === undefined ? { by: 'base' } : { by: 'line', line: instruction.line }];
  });
}

/** BuildKit writes `COPY a /a # buildkit`; older builders `/bin/sh -c #(nop) COPY …`, and a RUN as its shell alone. */
function madeBy(createdBy: string, { keyword }: Made): boolean {
  const text = createdBy.trimStart();
  const old = /^\S+ -c #\(nop\)\s+(\w+)/.exec(text)?.[1];
  if (old !== undefined) return old === keyword;
  return text.startsWith(`${keyword} `) || (keyword === 'RUN' && /^(\|\d+ |\S*sh -c )/.test(text));
}
