import { type TagForms, versionIn } from '../image/forms.ts';
import type { Holding } from '../image/forward.ts';
import type { Digest } from '../image/reference.ts';
import { compareVersions, type Version } from '../image/version.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonMap } from '../toolkit/map.ts';
import type { RegistryClient } from './client.ts';
import type { RawManifest } from './contents.ts';
import { parseManifest } from './manifest.ts';

/** What the tags of a repository hold, by what images say of themselves and by the versions that stand beside them. */

/** What an image says of itself: its annotations, else the labels of its first platform. */
export interface Description {
  readonly version?: string;
  readonly source?: string;
  /** Seconds since 1970. */
  readonly created?: number;
}

const prefix = 'org.opencontainers.image.';
/** How many versions are looked up for one whose image is not labelled, the highest first. */
const mostVersions = 200;
const atOnce = 4;

/**
 * What a tag stands for now; undefined when it is not there. Labels that name another repository than `source` were
 * inherited from a base, and say nothing.
 * @throws UserError when the registry refuses or cannot be reached.
 */
export async function readHeld(
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
  return {
    digest,
    ...(version === undefined ? {} : { version }),
    ...(own.version === undefined ? {} : { name: own.version }),
    ...(own.created === undefined ? {} : { created: own.created }),
  };
}

/** What an image or index says of itself. */
export async function describe(
  registry: RegistryClient,
  repository: string,
  manifest: RawManifest,
): Promise<Description> {
  const annotated = descriptionIn(annotationsOf(manifest.body));
  if (annotated.version !== undefined) return annotated;
  const parsed = parseManifest(manifest.body, manifest.mediaType);
  if (parsed?.kind === 'image') {
    const config = await registry.blob(repository, parsed.config);
    return config === undefined ? {} : descriptionIn(labelsOf(config));
  }
  const [child] = parsed?.children ?? [];
  const inner = child === undefined ? undefined : await registry.manifest(repository, child);
  // An index of indexes is nothing that anybody runs.
  if (inner === undefined || parseManifest(inner.body, inner.mediaType)?.kind !== 'image') return {};
  return describe(registry, repository, inner);
}

/** The highest whole version of which the tag stands for the same digest. */
async function versionBeside(
  registry: RegistryClient,
  repository: string,
  digest: Digest,
  forms: TagForms,
  report: (line: string) => void,
): Promise<Version | undefined> {
  let tags: string[];
  try {
    tags = await registry.tags(repository);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    report(`the tags of ${repository} cannot be listed: ${error.message}`);
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

function descriptionIn(texts: Readonly<Record<string, unknown>>): Description {
  const text = (name: string) => {
    const value = texts[`${prefix}${name}`];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const [version, source, created] = [text('version'), text('source'), Date.parse(text('created') ?? '')];
  return {
    ...(version === undefined ? {} : { version }),
    ...(source === undefined ? {} : { source }),
    ...(Number.isNaN(created) ? {} : { created: created / 1000 }),
  };
}

function annotationsOf(body: Uint8Array): Readonly<Record<string, unknown>> {
  const document = jsonMap(body) ?? {};
  return isMap(document.annotations) ? document.annotations : {};
}

function labelsOf(config: Uint8Array): Readonly<Record<string, unknown>> {
  const document = jsonMap(config) ?? {};
  const labels = isMap(document.config) ? document.config.Labels : undefined;
  return isMap(labels) ? labels : {};
}
