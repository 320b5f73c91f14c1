import type { Digest } from '../image/reference.ts';
import { isMap, jsonMap } from '../toolkit/map.ts';
import type { RegistryClient } from './client.ts';
import { type Descriptor, descriptorOf, type RawManifest } from './contents.ts';

/**
 * When images were made. A registry does not tell when it got them, so it is the latest of all that is said: whatever is too young
 * stays. Labels say nothing: an image without its own has those of its base, which is older.
 */

/** Docker came in 2013. Tools that want the same digest each time write 1970 or 1980, which is no age. */
const first = Date.UTC(2013, 0, 1);
const created = 'org.opencontainers.image.created';
const configTypes = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];
const cacheType = 'application/vnd.buildkit.cacheconfig.v0';
/** Bytes; what is larger is not read, and its age not known. */
const largestConfig = 4 * 2 ** 20;

export class Ages {
  readonly #registry: RegistryClient;
  readonly #repository: string;
  readonly #configs = new Map<Digest, number | undefined>();

  constructor(registry: RegistryClient, repository: string) {
    this.#registry = registry;
    this.#repository = repository;
  }

  /**
   * When something was made that consists of these manifests, in milliseconds since 1970; undefined when nothing says so.
   * @param others moments that are known from elsewhere.
   */
  async of(
    parts: readonly RawManifest[],
    others: readonly (number | undefined)[],
  ): Promise<number | undefined> {
    const own = await Promise.all(parts.map(part => this.#momentsOf(part)));
    return latest([...own.flat(), ...others]);
  }

  async #momentsOf(part: RawManifest): Promise<(number | undefined)[]> {
    const configs = configsOf(jsonMap(part.body) ?? {}).map(config => this.#configMoment(config));
    return [annotatedMoment(part), ...(await Promise.all(configs))];
  }

  async #configMoment({ digest }: Descriptor): Promise<number | undefined> {
    if (!this.#configs.has(digest)) {
      const blob = await this.#registry.blob(this.#repository, digest);
      this.#configs.set(digest, blob === undefined ? undefined : configMoment(jsonMap(blob) ?? {}));
    }
    return this.#configs.get(digest);
  }
}

/** The moment in the annotations of a manifest. Pure. */
export function annotatedMoment({ body }: RawManifest): number | undefined {
  const { annotations } = jsonMap(body) ?? {};
  return isMap(annotations) ? momentOf(annotations[created]) : undefined;
}

/** The configuration of an image; a cache of BuildKit may have it as an entry of its index. */
function configsOf({ config, manifests }: Readonly<Record<string, unknown>>): Descriptor[] {
  return [config, ...(Array.isArray(manifests) ? manifests : [])]
    .flatMap(each => descriptorOf(each) ?? [])
    .filter(
      ({ mediaType, size }) => [...configTypes, cacheType].includes(mediaType) && size <= largestConfig,
    );
}

/** `created` of an image; of a cache, that of its newest step. Pure. */
function configMoment(config: Readonly<Record<string, unknown>>): number | undefined {
  const records = Array.isArray(config.records) ? config.records : [];
  const steps = records.flatMap(record =>
    isMap(record) ? [record.layers, record.chains].flatMap(each => (Array.isArray(each) ? each : [])) : [],
  );
  return latest([
    momentOf(config.created),
    ...steps.map(step => (isMap(step) ? momentOf(step.createdAt) : undefined)),
  ]);
}

function momentOf(text: unknown): number | undefined {
  const moment = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) || moment < first ? undefined : moment;
}

function latest(moments: readonly (number | undefined)[]): number | undefined {
  const known = moments.filter(each => each !== undefined);
  return known.length === 0 ? undefined : known.reduce((a, b) => Math.max(a, b));
}
