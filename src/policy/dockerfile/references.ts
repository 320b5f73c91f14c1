import { type Stage, stageNamed } from './stages.ts';
import { expand } from './variables.ts';

/** A reference in a Dockerfile to an image that is built elsewhere. */
export interface ImageUse {
  readonly stage: Stage;
  readonly line: number;
  readonly how: 'FROM' | 'COPY --from' | 'RUN --mount';
  readonly written: string;
  /** With its variables expanded; undefined when one has no value. */
  readonly image: string | undefined;
}

/**
 * Returns every image that is neither a stage of the file nor one of `ours`, the names and repositories of images that the same run
 * builds. Pure.
 */
export function imageUses(stages: readonly Stage[], ours: readonly string[]): ImageUse[] {
  return stages.flatMap(stage => {
    const { from, written, base, parent, instructions, variables } = stage;
    const uses: ImageUse[] = [];
    const add = (use: Omit<ImageUse, 'stage'>) => {
      if (use.image !== undefined && (use.image === 'scratch' || ours.includes(use.image))) return;
      uses.push({ ...use, stage });
    };
    if (parent === undefined) add({ line: from.line, how: 'FROM', written, image: base });
    for (const { keyword, flags, line } of instructions) {
      const names =
        keyword === 'COPY'
          ? flags.filter(({ name }) => name === 'from').map(({ value }) => unquoted(value))
          : keyword === 'RUN'
            ? flags.filter(({ name }) => name === 'mount').flatMap(({ value }) => fromOfMount(value))
            : [];
      for (const name of names) {
        const image = expand(name, variables);
        if (image !== undefined && stageNamed(stages, image, stage.index) !== undefined) continue;
        add({ line, how: keyword === 'COPY' ? 'COPY --from' : 'RUN --mount', written: name, image });
      }
    }
    return uses;
  });
}

/** BuildKit reads the fields as CSV, whose quotes it removes, and their names in any case. */
const fromOfMount = (value: string): string[] =>
  unquoted(value)
    .split(',')
    .flatMap(field => /^\s*from=(.*)$/i.exec(field)?.[1] ?? []);

const unquoted = (text: string) => text.replace(/["'\\]/g, '');
