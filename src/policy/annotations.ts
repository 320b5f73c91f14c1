import { join, relative } from 'node:path';
import type { Annotation } from '../toolkit/host.ts';
import { type Finding, inOrder, placeOf, standing } from './finding.ts';

/** GitHub shows ten annotations of a level and step, and drops the rest without a word. */
const most = 10;

export interface Annotated {
  readonly level: 'error' | 'warning';
  readonly annotation: Annotation;
}

/**
 * Errors and warnings that stand, each at its line of the Dockerfile; where there are more than ten of a level, nine and one
 * that says how many more.
 * @param root the folder of slipway.yml; paths are told from the current folder, which is the repository's in a workflow. Pure.
 */
export function annotationsOf(findings: readonly Finding[], root: string): Annotated[] {
  return (['error', 'warning'] as const).flatMap(level => {
    const all = ofLevel(findings, level);
    const shown = foremost(all);
    const rest = all.length - shown.length;
    const more = { title: `policy: ${rest} more`, message: 'they are in the log, and in the summary' };
    return [
      ...shown.map(each => ({ level, annotation: annotationOf(each, root) })),
      ...(rest > 0 ? [{ level, annotation: more }] : []),
    ];
  });
}

/** What has no annotation of its own, tolerated or not. Pure. */
export function unannotated(findings: readonly Finding[]): Finding[] {
  const shown = new Set((['error', 'warning'] as const).flatMap(level => foremost(ofLevel(findings, level))));
  return inOrder(findings).filter(each => !shown.has(each));
}

const ofLevel = (findings: readonly Finding[], level: Finding['level']) =>
  inOrder(standing(findings)).filter(each => each.level === level);

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
