import { type TagForms, versionIn } from '../image/forms.ts';
import type { Holding } from '../image/forward.ts';
import type { Digest } from '../image/reference.ts';
import { compareVersions, type Version } from '../image/version.ts';
import { UserError, userErrorOf } from '../toolkit/errors.ts';
import { defined, isMap, jsonMap, textMap } from '../toolkit/map.ts';
import type { RegistryClient } from './client.ts';
import type { RawManifest } from './contents.ts';
import { parseManifest } from './manifest.ts';

/** Finds out which image and version a tag points to, from the labels of the image and from its version tags. */

/** The annotations of an image, else the labels of its first platform. */
export interface Description {
  readonly version?: string;
  readonly source?: string;
  /** Seconds since 1970. */
  readonly created?: number;
}

const prefix = 'org.opencontainers.image.';
/** How many version tags are compared for an image without labels, the highest first. */
const mostVersions = 200;
const atOnce = 4;

/**
 * Reads the image that a tag points to now; undefined when the tag does not exist. Labels that name another repository than
 * `source` are ignored: they are inherited from a base image.
 * @throws UserError when the registry refuses or cannot be reached.
 */
export async function readTaggedImage(
  registry: RegistryClient,
  at: { readonly repository: string; readonly tag: string; readonly source: string | undefined },
  forms: TagForms,
  report: (line: string) => void,
): Promise<Holding | undefined> {
  const { repository, tag, source } = at;
  const manifest = await registry.manifest(repository, tag);
  if (manifest === undefined) return undefined;
  const { digest } = manifest;
  const said = await describe(registry, repository, manifest);
  const own = source === undefined || said.source === undefined || said.source === source ? said : {};
  const version =
    versionIn(own.version ?? '', forms) ?? (await versionBeside(registry, repository, digest, forms, report));
  return { digest, ...defined({ version, name: own.version, created: own.created }) };
}

/** Reads the description of an image or index. */
export async function describe(
  registry: RegistryClient,
  repository: string,
  manifest: RawManifest,
): Promise<Description> {
  const annotated = descriptionIn(jsonMap(manifest.body)?.annotations);
  if (annotated.version !== undefined) return annotated;
  const parsed = parseManifest(manifest.body, manifest.mediaType);
  if (parsed?.kind === 'image') {
    const config = await registry.blob(repository, parsed.config);
    return config === undefined ? {} : descriptionIn(labelsOf(config));
  }
  const [child] = parsed?.children ?? [];
  const inner = child === undefined ? undefined : await registry.manifest(repository, child);
  // An index of indexes does not run anywhere, so it has no description.
  if (inner === undefined || parseManifest(inner.body, inner.mediaType)?.kind !== 'image') return {};
  return describe(registry, repository, inner);
}

/** Returns the highest full version whose tag points to the same digest. */
async function versionBeside(
  registry: RegistryClient,
  repository: string,
  digest: Digest,
  forms: TagForms,
  report: (line: string) => void,
): Promise<Version | undefined> {
  const tags = await userErrorOf(() => registry.tags(repository));
  if (tags instanceof UserError) {
    report(`the tags of ${repository} cannot be listed: ${tags.message}`);
    return undefined;
  }
  const versions = tags
    .flatMap(tag => {
      const version = versionIn(tag, forms);
      return version === undefined ? [] : [{ tag, version }];
    })
    .sort((a, b) => compareVersions(b.version, a.version))
    .slice(0, mostVersions);
  for (let first = 0; first < versions.length; first += atOnce) {
    const some = versions.slice(first, first + atOnce);
    const digests = await Promise.all(
      some.map(async ({ tag }) => (await registry.manifest(repository, tag))?.digest),
    );
    const same = digests.indexOf(digest);
    if (same >= 0) return some[same]?.version;
  }
  return undefined;
}

/** @param labels or annotations; none for anything but a map. */
function descriptionIn(labels: unknown): Description {
  const texts = textMap(labels);
  const text = (name: string) => texts[`${prefix}${name}`] || undefined;
  const created = Date.parse(text('created') ?? '');
  return defined({
    version: text('version'),
    source: text('source'),
    created: Number.isNaN(created) ? undefined : created / 1000,
  });
}

function labelsOf(config: Uint8Array): unknown {
  const document = jsonMap(config) ?? {};
  return isMap(document.config) ? document.config.Labels : undefined;
}
