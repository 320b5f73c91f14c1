import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from './git.ts';

/** The standard labels and annotations of an image (image-spec, "Pre-Defined Annotation Keys"). */

export interface LabelSource {
  readonly git: Git;
  readonly version: string;
  /** The name of the image in slipway.yml. */
  readonly title: string;
  /** An SPDX expression. */
  readonly license?: string | undefined;
  /** The labels in slipway.yml; an empty text removes a label. */
  readonly own?: Readonly<Record<string, string>> | undefined;
}

/** Returns the labels. `created` is the commit time, so that the same commit gives the same labels and the same digest. Pure. */
export function labelsOf({ git, version, title, license, own = {} }: LabelSource): Record<string, string> {
  const { revision, source, time } = git;
  const created = time === undefined ? undefined : new Date(time * 1000).toISOString().replace('.000Z', 'Z');
  const known = { created, licenses: license, revision, source, title, version };
  const labels = new Map<string, string>();
  for (const [name, value] of Object.entries(known))
    if (value !== undefined) labels.set(`org.opencontainers.image.${name}`, value);
  for (const [name, value] of Object.entries(own)) labels.set(name, value);
  return Object.fromEntries(
    [...labels].filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Files that name a license, and the pattern for it. */
const sources: readonly { readonly file: string; readonly pattern: RegExp }[] = [
  { file: 'package.json', pattern: /^\s*"license"\s*:\s*"([^"]+)"/m },
  { file: 'Cargo.toml', pattern: /^license\s*=\s*"([^"]+)"/m },
  { file: 'pyproject.toml', pattern: /^license\s*=\s*"([^"]+)"/m },
  ...['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'COPYING'].map(file => ({
    file,
    pattern: /^\W*SPDX-License-Identifier:\s*(.+?)\W*$/m,
  })),
];
const expression = /^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$/;

/** Finds the SPDX license of a folder in a package file or a license text; undefined when none names one. */
export async function readLicense(folder: string): Promise<string | undefined> {
  for (const { file, pattern } of sources) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '');
    const named = pattern.exec(text)?.[1];
    // `UNLICENSED` and `SEE LICENSE IN …` are npm values, not SPDX expressions.
    if (named !== undefined && expression.test(named) && named !== 'UNLICENSED') return named;
  }
  return undefined;
}
