import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../src/toolkit/errors.ts';
import type { Lab } from './lab.ts';

/** The parts of a lab, in the order in which they are needed; parts.ts says what each is. Every lab has its cluster. */
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
] as const;

export type PartName = (typeof PART_NAMES)[number];

/** What `up` builds when it is asked for nothing else. */
export const DEFAULT_PARTS = [
  'buildkit',
  'gateway',
  'prometheus',
  'trivy',
  'metrics',
] as const satisfies readonly PartName[];

/** Names separated by commas; `all` is every one. @throws UserError for a name that no part has. */
export function partsIn(text: string): PartName[] {
  const names = text.split(',').map(name => name.trim());
  if (names.includes('all')) return [...PART_NAMES];
  return names.map(name => {
    if (!isPart(name))
      throw new UserError(`"${name}" is no part of a lab`, `use ${PART_NAMES.join(', ')} or all`);
    return name;
  });
}

function isPart(name: string): name is PartName {
  return (PART_NAMES as readonly string[]).includes(name);
}

/** The parts that a lab was asked for; none for one that is down or simulated. */
export function partsOf(lab: Lab): PartName[] {
  const file = partsFile(lab);
  // A newer checkout may have known more.
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(isPart) : [];
}

export function hasPart(lab: Lab, part: PartName): boolean {
  return partsOf(lab).includes(part);
}

/** Keeps what a lab was asked for, for the next `up`. */
export function rememberParts(lab: Lab, parts: readonly PartName[]): void {
  mkdirSync(lab.dir, { recursive: true });
  const partial = `${partsFile(lab)}.partial`;
  writeFileSync(partial, `${parts.join('\n')}\n`);
  renameSync(partial, partsFile(lab));
}

function partsFile(lab: Lab): string {
  return join(lab.dir, 'parts');
}
