import { type Command, commandsOf } from './dockerfile/commands.ts';
import type { Dockerfile, Instruction } from './dockerfile/parse.ts';
import { type ImageUse, imageUses } from './dockerfile/references.ts';
import { chainOf, type Stage, stagesOf, targetOf } from './dockerfile/stages.ts';
import { platformVariables, type Variables } from './dockerfile/variables.ts';

/** What is known of an image beside its Dockerfile. */
export interface Facts {
  /** Build arguments of slipway.yml. */
  readonly args: Variables;
  readonly target: string | undefined;
  readonly platforms: readonly string[];
  /** Names and repositories in FROM that stand for images of the same slipway.yml. */
  readonly ours: readonly string[];
  /** Patterns of the base images that may be used; undefined: any. */
  readonly allowed: readonly string[] | undefined;
  /** Whether something keeps files out of the build's context. */
  readonly ignoreFile: boolean;
}

/** A RUN with its commands. */
export interface Run {
  readonly instruction: Instruction;
  readonly stage: Stage;
  /** Its result is in the image. */
  readonly final: boolean;
  readonly commands: readonly Command[];
}

/** What the rules look at. */
export interface Subject extends Facts {
  readonly file: Dockerfile;
  readonly stages: readonly Stage[];
  /** The stage that becomes the image, after those that it goes on with. */
  readonly chain: readonly Stage[];
  readonly last: Stage | undefined;
  readonly runs: readonly Run[];
  /** Images from elsewhere. */
  readonly uses: readonly ImageUse[];
}

/** The builder's own platform is not known before it is asked. */
const usualPlatform = 'linux/amd64';

/** Works out what several rules need. Pure. */
export function subjectOf(file: Dockerfile, facts: Facts): Subject {
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

/** Every command of every RUN with where it stands. Pure. */
export function commandsIn({ runs }: Subject): { run: Run; command: Command }[] {
  return runs.flatMap(run => run.commands.map(command => ({ run, command })));
}
