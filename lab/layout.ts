import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab, Say } from './lab.ts';
import { locked, once } from './lock.ts';
import { run } from './process.ts';
import { spoken } from './progress.ts';

/**
 * An OCI layout that is made once: `make` is given an empty directory and leaves it there as `layout`. What a run that was
 * killed left of an attempt is cleared away, and two runs never make the same one.
 */
export function cached(
  layout: string,
  what: string,
  say: Say,
  make: (work: string) => Promise<void>,
): Promise<string> {
  if (existsSync(layout)) return Promise.resolve(layout);
  const busy = once(() => say(`${what}: another run builds it, waiting`));
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

/** Builds an image by the lab's BuildKit, as `layout` in the directory `work`. */
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
