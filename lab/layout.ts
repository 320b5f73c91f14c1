import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab, Say } from './lab.ts';
import { locked, once } from './lock.ts';
import { run } from './process.ts';
import { spoken } from './progress.ts';

/**
 * Returns an OCI layout, built at most once: `make` gets an empty directory and writes the layout into its folder `layout`. Removes the
 * leftovers of a killed run, and never builds the same layout in two runs at once.
 */
export function cached(
  layout: string,
  what: string,
  say: Say,
  make: (work: string) => Promise<void>,
): Promise<string> {
  if (existsSync(layout)) return Promise.resolve(layout);
  const busy = once(() => say(`${what}: waiting for another run that builds it`));
  return locked(`${layout}.lock`, busy, async () => {
    if (existsSync(layout)) return layout;
    const work = `${layout}.work`;
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    await spoken(say, `building ${what}`, () => make(work));
    renameSync(join(work, 'layout'), layout);
    rmSync(work, { recursive: true, force: true });
    return layout;
  });
}

/** Builds an image with the lab's BuildKit into the folder `layout` of the directory `work`. */
export async function buildLayout(
  lab: Lab,
  dockerfile: string,
  context: string,
  work: string,
): Promise<void> {
  writeFileSync(join(work, 'Dockerfile'), dockerfile);
  const output = `type=oci,dest=${work}/layout,tar=false,oci-mediatypes=true,compression=zstd,compression-level=3,force-compression=true`;
  await run(lab, 'lab', [
    ...['buildx', 'build', '--builder', lab.id, '--provenance=false', '--quiet'],
    ...[
      '--build-arg',
      'SOURCE_DATE_EPOCH=0',
      '--output',
      output,
      '--file',
      join(work, 'Dockerfile'),
      context,
    ],
  ]);
}
