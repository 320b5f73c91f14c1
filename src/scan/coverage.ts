import type { TrivyReport } from './report.ts';

/**
 * What a scan did not look at, so that nobody takes silence for safety. Pure.
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
    return ['Nothing in it was recognised, neither system packages nor libraries: no finding means nothing.'];
  }
  return [
    known ? '' : 'Its distribution is not known, so no system package was looked at.',
    system?.EOSL === true
      ? `${system.Family} ${system.Name} gets no security fixes any more, and no new advisories are written for it.`
      : '',
    libraries.length === 0
      ? 'No library of any language was recognised; programs that are compiled without their list of modules hide them.'
      : '',
    libraries.some(each => each.Type === 'jar') && !java
      ? 'Java archives are known by their own metadata alone, because the database has no Java index.'
      : '',
  ].filter(each => each !== '');
}
