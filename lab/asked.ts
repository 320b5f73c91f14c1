import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';
import type { Lab } from './lab.ts';

/** The parts of a lab, dependencies first; parts.ts defines them. Every lab has `cluster`. */
export const PART_NAMES = [
  'cluster',
  'buildkit',
  'trivy',
  'gateway',
  'prometheus',
  'metrics',
  'traefik',
  'registries',
  'cosign',
  'sigstore',
  'recovery',
  'netpol',
  'alerting',
  'exporters',
  'logs',
  'helm',
] as const;

export type PartName = (typeof PART_NAMES)[number];

/** The parts of a new lab without `--with`. */
export const DEFAULT_PARTS = [
  'buildkit',
  'gateway',
  'prometheus',
  'trivy',
  'metrics',
] as const satisfies readonly PartName[];

/** Parses names separated by commas; `all` selects every part. @throws UserError for an unknown name. */
export function partsIn(text: string): PartName[] {
  const names = text.split(',').map(name => name.trim());
  if (names.includes('all')) return [...PART_NAMES];
  return names.map(name => {
    if (!isPart(name))
      throw new UserError(`"${name}" is not a part of a lab`, `use ${PART_NAMES.join(', ')} or all`);
    return name;
  });
}

function isPart(name: string): name is PartName {
  return (PART_NAMES as readonly string[]).includes(name);
}

/** Returns the recorded parts of a lab; none if it is down or simulated. */
export function partsOf(lab: Lab): PartName[] {
  const file = partsFile(lab);
  // A newer checkout may have recorded parts that do not exist in this one.
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(isPart) : [];
}

export function hasPart(lab: Lab, part: PartName): boolean {
  return partsOf(lab).includes(part);
}

/** Records the parts of a lab for the next `up`. */
export function rememberParts(lab: Lab, parts: readonly PartName[]): void {
  mkdirSync(lab.dir, { recursive: true });
  const partial = `${partsFile(lab)}.partial`;
  writeFileSync(partial, `${parts.join('\n')}\n`);
  renameSync(partial, partsFile(lab));
}

function partsFile(lab: Lab): string {
  return join(lab.dir, 'parts');
}
