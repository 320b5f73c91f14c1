import type { LevelCheck } from './levels.ts';
import type { BackupManifest } from './manifest.ts';

/** The databases of a set that a drill or a recovery does not restore. They are not proved, so the drill is not green. */

/** Why a database need not be drilled, by its name in slipway.yml. */
export type NotDrilled = Readonly<Record<string, string>>;

/**
 * Returns a check for each database that is not restored. It is required, unless slipway.yml says why it need not be drilled. Pure.
 * @param restored names in slipway.yml of the restored databases; names are unique.
 */
export function notRestoredChecks(
  { databases, managed = [] }: Pick<BackupManifest, 'databases' | 'managed'>,
  restored: readonly string[],
  notDrilled: NotDrilled = {},
): LevelCheck[] {
  const skipped = (what: string, name: string, sentence: string): LevelCheck => {
    const why = Object.hasOwn(notDrilled, name) ? notDrilled[name] : undefined;
    const levelCheck = { level: 'L2', what, state: 'skipped' } as const;
    return why === undefined
      ? { ...levelCheck, sentence }
      : { ...levelCheck, sentence: `it is not drilled: ${why}`, demanded: false };
  };
  const isLeft = ({ name }: { readonly name: string }) => !restored.includes(name);
  return [
    ...databases
      .filter(isLeft)
      .map(({ name }) =>
        skipped(
          `database ${name}`,
          name,
          'it is not restored here; prove it with `restore`, and say so in `drills.not-drilled`',
        ),
      ),
    ...managed
      .filter(isLeft)
      .map(({ name }) =>
        skipped(
          `managed database ${name}`,
          name,
          `it is outside of the cluster and not restored here; prove it with \`restore\` and \`include: managed/${name}\``,
        ),
      ),
  ];
}
