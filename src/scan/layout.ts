import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isDigest } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';

/** An image for one platform in an OCI layout. */
export interface PlatformImage {
  /** Such as `linux/arm64`. */
  readonly platform: string;
  readonly descriptor: Descriptor;
}

export interface Layout {
  /** What the layout holds: an index or a single image. */
  readonly digest: string;
  readonly platforms: PlatformImage[];
}

interface Descriptor {
  readonly mediaType?: string;
  readonly digest: string;
  readonly size?: number;
  readonly platform?: { readonly os?: string; readonly architecture?: string; readonly variant?: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

/**
 * The images in an OCI layout, platform by platform; attestations beside them are none.
 * @throws UserError when it is no layout, or holds more than one image.
 */
export async function readLayout(folder: string): Promise<Layout> {
  const top = await manifestsIn(join(folder, 'index.json'), folder);
  const digests = [...new Set(top.map(each => each.digest))];
  const [only] = top;
  if (only === undefined || digests.length !== 1) {
    throw new UserError(
      `${folder} holds ${digests.length} images and not one`,
      'let `build` write the layout, or buildx with --output type=oci,tar=false',
    );
  }
  const children = await manifestsIn(blobOf(folder, only.digest), folder);
  const images = children.length > 0 ? children.filter(each => !isAttestation(each)) : [only];
  if (images.length === 0) throw new UserError(`${folder} holds no image that runs`, 'build it again');
  const platforms = await Promise.all(
    images.map(async descriptor => ({ platform: await platformOf(folder, descriptor), descriptor })),
  );
  return { digest: only.digest, platforms };
}

/**
 * Names of the layouts in a folder, as `build` writes them.
 * @throws UserError when it cannot be read or holds none.
 */
export async function layoutsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined)
    throw new UserError(`the folder ${folder} of layouts cannot be read`, 'correct the `layouts` input');
  const names = entries
    .filter(each => each.isDirectory() && !each.name.startsWith('.'))
    .map(each => each.name);
  if (names.length > 0) return names.sort();
  throw new UserError(
    `the folder ${folder} holds no layout`,
    'let `build` write them with `push: false` and `output`',
  );
}

/** A layout that holds one platform alone; trivy would take the first of several. Blobs stay where they are. */
export async function viewOf(layout: string, image: PlatformImage, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(
    join(folder, 'index.json'),
    JSON.stringify({ schemaVersion: 2, manifests: [image.descriptor] }),
  );
  await symlink(join(resolve(layout), 'blobs'), join(folder, 'blobs'));
}

/** The manifests that an index lists; none when it is the manifest of an image. */
async function manifestsIn(path: string, folder: string): Promise<Descriptor[]> {
  const { manifests } = await json(path, folder);
  if (!Array.isArray(manifests)) return [];
  return manifests.filter((each): each is Descriptor =>
    isDigest(String((each as Descriptor | null)?.digest)),
  );
}

function isAttestation({ annotations, platform }: Descriptor): boolean {
  return annotations?.['vnd.docker.reference.type'] !== undefined || platform?.os === 'unknown';
}

/** A descriptor need not name its platform; the configuration of the image does. */
async function platformOf(folder: string, descriptor: Descriptor): Promise<string> {
  if (descriptor.platform?.os !== undefined) return nameOf(descriptor.platform);
  const { config } = await json(blobOf(folder, descriptor.digest), folder);
  const digest = String((config as Descriptor | undefined)?.digest);
  return isDigest(digest) ? nameOf(await json(blobOf(folder, digest), folder)) : 'unknown';
}

function nameOf({
  os,
  architecture,
  variant,
}: {
  os?: unknown;
  architecture?: unknown;
  variant?: unknown;
}): string {
  return (
    [os, architecture, variant].filter(each => typeof each === 'string' && each !== '').join('/') || 'unknown'
  );
}

function blobOf(folder: string, digest: string): string {
  return join(folder, 'blobs', ...digest.split(':'));
}

async function json(path: string, folder: string): Promise<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
    throw new Error('not a JSON object');
  } catch (error) {
    throw new UserError(`${folder} is not a whole OCI image layout`, 'build it again', { cause: error });
  }
}
