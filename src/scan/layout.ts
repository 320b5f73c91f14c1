import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Descriptor } from '../registry/contents.ts';
import { UserError } from '../toolkit/errors.ts';
import { unreadable } from '../toolkit/named-file.ts';

/**
 * Lists the layouts in a folder, as `build` writes them.
 * @throws UserError when it cannot be read or has none.
 */
export async function layoutsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    unreadable(folder, 'correct the input `layouts`'),
  );
  const names = entries
    .filter(each => each.isDirectory() && !each.name.startsWith('.'))
    .map(each => each.name);
  if (names.length > 0) return names.sort();
  throw new UserError(
    `the folder ${folder} contains no layout`,
    'run `build` with `push: false` and `output`',
  );
}

/**
 * Makes a layout of one platform of another layout, because trivy scans only the first of several. The blobs are linked, not copied.
 * @param whole the folder of the other layout.
 */
export async function viewOf(whole: string, manifest: Descriptor, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
  await symlink(join(resolve(whole), 'blobs'), join(folder, 'blobs'));
}
