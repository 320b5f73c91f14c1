import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseManifests } from '../../../src/cluster/manifests.ts';
import type { Undo } from './causes.ts';
import type { Place } from './place.ts';
import { seedsInCluster } from './running-seeds.ts';
import type { AppTexts, FileSeed } from './seeds.ts';

/** Puts shortfalls into the files of the application on the lab, and where it must be, into the cluster. */

const others = ['slipway.yml', 'shop/Dockerfile', 'records/Dockerfile'];

async function textsIn(dir: string): Promise<AppTexts> {
  const deploy = (await readdir(join(dir, 'deploy'))).map(file => `deploy/${file}`);
  const read = [...others, ...deploy].map(async path => [path, await readFile(join(dir, path), 'utf8')]);
  return Object.fromEntries(await Promise.all(read)) as AppTexts;
}

/** Writes texts, and deletes files that are not among them. */
async function write(dir: string, texts: AppTexts, before: AppTexts): Promise<void> {
  for (const [path, text] of Object.entries(texts)) await writeFile(join(dir, path), text);
  for (const path of Object.keys(before)) if (!Object.hasOwn(texts, path)) await rm(join(dir, path));
}

const objectsIn = (texts: AppTexts) =>
  new Map(
    Object.entries(texts).flatMap(([path, text]) =>
      path.startsWith('deploy/')
        ? parseManifests(text, path).map(
            ({ object, name }) => [`${object.kind}/${name}`, JSON.stringify(object)] as const,
          )
        : [],
    ),
  );

/** Changes the cluster from one set of manifests to another, by what differs. What runs pods remains as a release has written it. */
async function apply({ kubectl: own }: Place, from: AppTexts, to: AppTexts): Promise<void> {
  const [before, after] = [objectsIn(from), objectsIn(to)];
  const isOfRelease = (name: string) => name.startsWith('Deployment/');
  for (const name of before.keys()) if (!after.has(name)) await own(['delete', ...name.split('/')]);
  for (const [name, text] of after)
    if (before.get(name) !== text && !isOfRelease(name)) await own(['apply', '-f', '-'], text);
}

export async function plant(place: Place, { name, change }: FileSeed): Promise<Undo> {
  const before = await textsIn(place.dir);
  const after = change(before);
  const isInCluster = seedsInCluster.includes(name);
  await write(place.dir, after, before);
  if (isInCluster) await apply(place, before, after);
  return async () => {
    await write(place.dir, before, after);
    if (isInCluster) await apply(place, after, before);
  };
}
