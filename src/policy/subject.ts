import { type Command, commandsOf } from './dockerfile/commands.ts';
import { copiedBy } from './dockerfile/copies.ts';
import type { Dockerfile, Instruction } from './dockerfile/parse.ts';
import { type ImageUse, imageUses } from './dockerfile/references.ts';
import { chainOf, type Stage, stagesOf, targetOf } from './dockerfile/stages.ts';
import { platformVariables, type Variables } from './dockerfile/variables.ts';
import type { RuleMatch } from './rule.ts';

/** Facts about an image besides its Dockerfile. */
export interface ImageFacts {
  /** Build arguments of slipway.yml. */
  readonly args: Variables;
  readonly target: string | undefined;
  readonly platforms: readonly string[];
  /** Names and repositories in FROM that refer to images of the same slipway.yml. */
  readonly ours: readonly string[];
  /** Patterns of the allowed base images; undefined: any. */
  readonly allowed: readonly string[] | undefined;
  /** Whether there is a .dockerignore file. */
  readonly ignoreFile: boolean;
}

/** A RUN with its commands. */
export interface RunInstruction {
  readonly instruction: Instruction;
  readonly stage: Stage;
  /** Whether its result is in the image. */
  readonly final: boolean;
  readonly commands: readonly Command[];
}

/** Everything that the rules check. */
export interface RuleSubject extends ImageFacts {
  readonly file: Dockerfile;
  readonly stages: readonly Stage[];
  /** The stage that becomes the image, after the stages that it is based on. */
  readonly chain: readonly Stage[];
  readonly last: Stage | undefined;
  readonly runs: readonly RunInstruction[];
  /** Images that are built elsewhere. */
  readonly uses: readonly ImageUse[];
}

/** The assumed platform, because the builder's own platform is not known here. */
const usualPlatform = 'linux/amd64';

/** Derives what several rules need. Pure. */
export function subjectOf(file: Dockerfile, facts: ImageFacts): RuleSubject {
  const [platform = usualPlatform] = facts.platforms;
  const stages = stagesOf(file, { ...platformVariables(platform, usualPlatform), ...facts.args });
  const last = targetOf(stages, facts.target);
  const chain = chainOf(last);
  const runs = stages.flatMap(stage =>
    stage.instructions
      .filter(({ keyword }) => keyword === 'RUN')
      .map(instruction => ({
        instruction,
        stage,
        final: chain.includes(stage),
        commands: commandsOf(instruction, stage.posix),
      })),
  );
  return { ...facts, file, stages, chain, last, runs, uses: imageUses(stages, facts.ours) };
}

/** Returns every COPY and ADD from the build context, with its sources. Pure. */
export const copiesIn = ({ stages, file }: Pick<RuleSubject, 'stages' | 'file'>): CopyOfContext[] =>
  stages.flatMap(stage =>
    stage.instructions.flatMap(instruction => {
      const sources = copiedBy(instruction, stage.variables, file.escapeChar);
      return sources === undefined ? [] : [{ stage, instruction, sources }];
    }),
  );

export interface CopyOfContext {
  readonly stage: Stage;
  readonly instruction: Instruction;
  readonly sources: readonly string[];
}

/** Returns the instruction that is effective in the image: the last one of the stages that become it. Pure. */
export const lastOf = ({ chain }: RuleSubject, keyword: string) =>
  chain.toReversed().flatMap(stage => {
    const found = stage.instructions.findLast(each => each.keyword === keyword && !each.onbuild);
    return found === undefined ? [] : [{ instruction: found, stage }];
  })[0];

/** Returns what a rule found at a command. Pure. */
export const foundAt = (run: RunInstruction, { line }: Command, message: string): RuleMatch => ({
  line,
  stage: run.stage,
  message,
});

/** Returns every command of every RUN, with its RUN. Pure. */
export function commandsIn({ runs }: RuleSubject): { run: RunInstruction; command: Command }[] {
  return runs.flatMap(run => run.commands.map(command => ({ run, command })));
}
