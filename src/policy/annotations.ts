import { join, relative } from 'node:path';
import type { Annotation } from '../toolkit/host.ts';
import { type Finding, inOrder, placeOf, unexcused } from './finding.ts';

/** GitHub shows ten annotations per level and step, and silently drops the rest; one more says why the step failed. */
const most = 9;

export interface Annotated {
  readonly level: 'error' | 'warning';
  readonly annotation: Annotation;
}

/**
 * Returns annotations for the errors and warnings that are not excused, each at its line of the Dockerfile. For more than nine of a
 * level it returns eight, and one with the number of the others. Pure.
 * @param root the folder of slipway.yml; paths are relative to the current folder, which in a workflow is that of the repository.
 */
export function annotationsOf(findings: readonly Finding[], root: string): Annotated[] {
  return (['error', 'warning'] as const).flatMap(level => {
    const all = ofLevel(findings, level);
    const shown = foremost(all);
    const rest = all.length - shown.length;
    const more = { title: `policy: ${rest} more`, message: 'see the log and the job summary' };
    return [
      ...shown.map(each => ({ level, annotation: annotationOf(each, root) })),
      ...(rest > 0 ? [{ level, annotation: more }] : []),
    ];
  });
}

/** Returns the findings without an annotation, excused or not. Pure. */
export function unannotated(findings: readonly Finding[]): Finding[] {
  const shown = new Set((['error', 'warning'] as const).flatMap(level => foremost(ofLevel(findings, level))));
  return inOrder(findings).filter(each => !shown.has(each));
}

const ofLevel = (findings: readonly Finding[], level: Finding['level']) =>
  inOrder(unexcused(findings)).filter(each => each.level === level);

const foremost = (all: readonly Finding[]) => (all.length > most ? all.slice(0, most - 1) : all);

function annotationOf(finding: Finding, root: string): Annotation {
  const { rule, images, message, note, remedy, place } = finding;
  const line = place.kind === 'dockerfile' ? place : place.layer?.by;
  const where = place.kind === 'dockerfile' ? '' : `${images.join(', ')}: ${placeOf(finding)}: `;
  return {
    title: `policy: ${rule}`,
    message: `${where}${message}${note === undefined ? '' : ` (${note})`}; ${remedy}`,
    ...(line === undefined ? {} : { file: relative('', join(root, line.path)), line: line.line }),
  };
}
