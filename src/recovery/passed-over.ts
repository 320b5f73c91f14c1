import type { Rung } from './ladder.ts';
import type { Manifest } from './manifest.ts';

/** The databases of a set that a drill or a recovery does not bring back: said, so that nobody takes them for proved. */

/** @param brought those that are, by their names in slipway.yml, of which no two are alike. @returns rungs that hold nothing up. Pure. */
export function passedOver(
  { databases, managed = [] }: Pick<Manifest, 'databases' | 'managed'>,
  brought: readonly string[],
): Rung[] {
  const skipped = (what: string, sentence: string): Rung => ({
    ...{ level: 'L2', what, state: 'skipped', sentence, demanded: false },
  });
  const isLeft = ({ name }: { readonly name: string }) => !brought.includes(name);
  return [
    ...databases
      .filter(isLeft)
      .map(({ name }) => skipped(`database ${name}`, 'it is not among those that are brought back here')),
    ...managed
      .filter(isLeft)
      .map(({ name }) =>
        skipped(
          `managed database ${name}`,
          `it is outside of the cluster, and is not brought back here: \`restore\` does that, with \`what: managed/${name}\``,
        ),
      ),
  ];
}
