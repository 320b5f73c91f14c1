import type { Config } from '../config/types.ts';
import { isOfCloud, parseReference } from '../image/reference.ts';
import type { Repository } from './repository.ts';
import workflows from './workflows.json' with { type: 'json' };
import {
  expression,
  freeName,
  loginTo,
  onBranch,
  pinned,
  publishes,
  upFrom,
  type WrapperSettings,
  withInputs,
  withSecrets,
  wrapperIn,
} from './wrappers.ts';

/** The workflow of a repository that publishes images and releases none. Pure. */

/** Returns the workflow to write, by its path relative to the folder, or in `kept` the one that pushes images already. */
export function imageWrapperFor(
  repository: Pick<Repository, 'prefix' | 'branch' | 'texts'>,
  { app, images }: Pick<Config, 'app' | 'images'>,
  code: WrapperSettings['code'],
): { files: Map<string, string>; kept: string[] } {
  const { prefix, branch, texts } = repository;
  const existing = wrapperIn(repository, publishes);
  if (existing !== undefined) return { files: new Map(), kept: [existing[0]] };
  const all = Object.values(images);
  const registryOf = (image: string) => parseReference(image).registry;
  const [own = 'ghcr.io', ...others] = new Set(
    [...all.map(({ repository: each }) => each), ...all.flatMap(({ mirrors = [] }) => mirrors)].map(
      registryOf,
    ),
  );
  const login = loginTo(own, false, true);
  const config = prefix === '' ? [] : [`config: ${prefix}slipway.yml`];
  const text = pinned(onBranch(workflows.images, branch), code)
    .replace(/^# Copy to .*\n# /, '# Written by slipway init. ')
    // The example logs in to registries of others.
    .replace(/^ {4}secrets:\n[\s\S]*$/m, '')
    .replace(/^ {4}uses: \S+check\.yml@.*\n/m, line =>
      config.length === 0 ? line : `${line}    with:\n${config.map(each => `      ${each}\n`).join('')}`,
    );
  const [start, build] = text.split(/(?=^ {2}build:)/m);
  return {
    files: new Map([
      [
        `${upFrom(prefix)}.github/workflows/${freeName(texts, prefix === '' ? 'images.yml' : `images-${app}.yml`)}`,
        start +
          withSecrets(withInputs(build ?? '', [...config, ...login.inputs]), [
            ...login.secrets,
            ...loginsTo(others),
          ]),
      ],
    ]),
    kept: [],
  };
}

/** Returns the secret with the logins of further registries. */
function loginsTo(registries: readonly string[]): string[] {
  const lines = registries
    .filter(each => !isOfCloud(each))
    .map(registry => {
      const name = registry.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
      return `  ${registry} ${expression(`vars.${name}_USERNAME`)} ${expression(`secrets.${name}_PASSWORD`)}`;
    });
  return lines.length === 0
    ? []
    : [
        '# Host, account and token of each further registry. Anyone who may push a branch can read these secrets.',
        'registry-logins: |',
        ...lines,
      ];
}
