import { textsIn } from '../toolkit/map.ts';
import type { TrivyReport } from './report.ts';

/**
 * Returns notes on the parts that a scan did not cover, so that a missing finding is not mistaken for safety. Pure.
 * @param java whether the database has the index of Java archives.
 */
export function coverageNotes(
  scanned: readonly { readonly platform: string; readonly report: TrivyReport }[],
  java: boolean,
): string[] {
  const notes = scanned.flatMap(({ report }) => notesOf(report, java));
  return [...new Set(notes)];
}

function notesOf({ Metadata, Results = [] }: TrivyReport, java: boolean): string[] {
  const system = Metadata?.OS;
  const libraries = Results.filter(each => each.Class === 'lang-pkgs');
  const known = system?.Family !== undefined && system.Family !== 'none';
  if (!known && libraries.length === 0) {
    return [
      'Neither system packages nor libraries were recognized in it, so a scan without findings proves nothing.',
    ];
  }
  return textsIn([
    !known && 'Its distribution is unknown, so its system packages were not scanned.',
    system?.EOSL === true &&
      `${system.Family} ${system.Name} no longer gets security fixes, and no new advisories are published for it.`,
    libraries.length === 0 &&
      'No language library was recognized; a program that was compiled without module information hides its libraries.',
    libraries.some(each => each.Type === 'jar') &&
      !java &&
      'Java archives are identified only by their own metadata, because the database has no Java index.',
  ]);
}
