import { readFile, stat } from 'node:fs/promises';
import { UserError } from '../toolkit/errors.ts';
import { unreadable } from '../toolkit/named-file.ts';
import { largestDocument, tooLarge } from './size.ts';
import { suggest } from './suggest.ts';
import type { Config, Environment } from './types.ts';

/**
 * Reads the slipway.yml at a path.
 * @throws UserError with file, line, column, key, problem and remedy.
 */
export async function loadConfig(path: string): Promise<Config> {
  const bytes = await readBytes(path);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UserError(`${path}: the file is not UTF-8 text`, 'save it as UTF-8', { cause: error });
  }
  // Imported lazily: YAML and the schemas are half of the code of an action.
  const { parseConfig } = await import('./contents.ts');
  const config = parseConfig(text, path);
  if (Object.values(config.environments).some(({ monitoring }) => monitoring !== undefined)) {
    const { requireQueries } = await import('./promql.ts');
    requireQueries(config, text, path);
  }
  return config;
}

/**
 * Returns the environment of that name.
 * @throws UserError that suggests the nearest name.
 */
export function environmentOf(config: Config, name: string): Environment {
  const environment = Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
  if (environment !== undefined) return environment;
  if (Object.keys(config.environments).length === 0)
    throw new UserError(
      `slipway.yml of ${config.app} has no environments to release to`,
      'add the environment to `environments:`',
    );
  throw new UserError(
    `the environment "${name}" is not in slipway.yml of ${config.app}`,
    suggest(name, Object.keys(config.environments)),
  );
}

/** The configuration with the repositories of one environment. */
export interface PlacedConfig extends Config {
  readonly images: Readonly<
    Record<
      string,
      Config['images'][string] & {
        /** Other repositories that hold the same digests. */ readonly elsewhere: readonly string[];
      }
    >
  >;
}

/** Replaces the repository of each image with that of the environment, where it has one. Pure. */
export function configFor(config: Config, { repositories = {} }: Environment): PlacedConfig {
  const all = [config, ...Object.values(config.environments)];
  const images = Object.entries(config.images).map(([name, image]) => {
    const repository = repositories[name] ?? image.repository;
    const places = all.flatMap(each =>
      'images' in each ? image.repository : (each.repositories?.[name] ?? []),
    );
    const elsewhere = [...new Set(places)].filter(place => place !== repository);
    return [name, { ...image, repository, elsewhere }] as const;
  });
  return { ...config, images: Object.fromEntries(images) };
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > largestDocument) throw tooLarge(path);
    return await readFile(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return unreadable(
      path,
      'name the path of slipway.yml with the input `config`',
    )(error as NodeJS.ErrnoException);
  }
}
