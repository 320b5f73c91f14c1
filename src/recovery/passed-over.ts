import type { Rung } from './ladder.ts';
import type { Manifest } from './manifest.ts';

/** The databases of a set that a drill or a recovery does not bring back. They are not proved, so it is not green. */

/** Why a database need not be drilled, by its name in slipway.yml. */
export type NotDrilled = Readonly<Record<string, string>>;

/**
 * @param brought those that are brought back, by their names in slipway.yml, of which no two are alike.
 * @returns a rung of each other one. It is demanded, unless slipway.yml says why it need not be drilled. Pure.
 */
export function passedOver(
  { databases, managed = [] }: Pick<Manifest, 'databases' | 'managed'>,
  brought: readonly string[],
  notDrilled: NotDrilled = {},
): Rung[] {
  const skipped = (what: string, name: string, sentence: string): Rung => {
    const why = Object.hasOwn(notDrilled, name) ? notDrilled[name] : undefined;
    const rung = { level: 'L2', what, state: 'skipped' } as const;
    return why === undefined
      ? { ...rung, sentence }
      : { ...rung, sentence: `it is not drilled: ${why}`, demanded: false };
  };
  const isLeft = ({ name }: { readonly name: string }) => !brought.includes(name);
  return [
    ...databases
      .filter(isLeft)
      .map(({ name }) =>
        skipped(
          `database ${name}`,
          name,
          'it is not among those that are brought back here: prove it by `restore`, and say so in `drills.not-drilled`',
        ),
      ),
    ...managed
      .filter(isLeft)
      .map(({ name }) =>
        skipped(
          `managed database ${name}`,
          name,
          `it is outside of the cluster, and is not brought back here: \`restore\` does that, with \`what: managed/${name}\``,
        ),
      ),
  ];
}
