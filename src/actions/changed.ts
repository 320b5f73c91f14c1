import { glob } from 'node:fs/promises';
import { type AppChange, changesOf, type RepositoryApp, requireDistinct } from '../changes/applications.ts';
import { type Base, baseOf } from '../changes/base.ts';
import { changesSince } from '../changes/git.ts';
import { loadConfig } from '../config/load.ts';
import { UserError } from '../toolkit/errors.ts';
import { gitHubOf } from '../toolkit/github.ts';
import { defineAction, optional, setOutputs } from '../toolkit/host.ts';
import { paragraphs, table } from '../toolkit/markdown.ts';
import { printable } from '../toolkit/printable.ts';

export const changedAction = defineAction({
  name: 'changed',
  description:
    'List the applications of the repository that a push or pull request changes, for the matrix of a workflow.',
  inputs: {
    configs: optional(
      'Paths of the slipway.yml of each application, separated by commas or lines; `*`, `**` and `{a,b}` are wildcards. Run it at the root of the repository.',
      '**/slipway.yml',
    ),
    base: optional(
      'Commit to compare with, such as a hash or `HEAD^1`. Default: the target of a pull request; after a push, the last commit on this branch whose run succeeded, if this one follows it; otherwise every application counts as changed.',
    ),
    'actions-token': optional(
      'Token with `actions: read`, to find the last successful run. Default: the commit before the push is compared.',
    ),
  },
  outputs: {
    apps: 'JSON array of the changed applications, each with `app` (its name) and `config` (the path of its slipway.yml); `[]` if there are none.',
    base: 'Commit that was compared with; empty if every application counts as changed.',
    reason: 'Why the list could not be made, in one sentence; otherwise empty.',
  },
  refused: { apps: '[]' },
  run: async (inputs, host) => {
    const applications = await applicationsIn(patternsIn(inputs.configs));
    const base: Base =
      inputs.base === ''
        ? await baseOf(host.env, gitHubOf(host.env, inputs['actions-token']), host.report)
        : { commit: inputs.base, why: 'the input `base`' };
    const { commit: wanted, why } = base;
    const { commit, files } = (wanted === undefined ? undefined : await changesSince('.', wanted)) ?? {};
    if (wanted !== undefined && files === undefined)
      host.report(
        `warning: the checkout does not contain ${printable(wanted)}, so every application counts as changed: set \`fetch-depth: 0\` for actions/checkout${inputs.base === '' ? '' : ', or correct the input `base`'}`,
      );
    const changes = changesOf(applications, files);
    const changed = changes.filter(each => each.changed);
    const apps = changed.map(({ app, config }) => ({ app, config }));
    setOutputs(host, { apps, base: commit });
    const against =
      files === undefined
        ? `Every application counts as changed: ${wanted === undefined ? why : 'the checkout does not contain the base'}.`
        : `Compared with ${commit?.slice(0, 7)}, ${why}: ${files.length} changed files.`;
    await host.summary(summaryOf(changes, against));
    for (const { app, file } of changed)
      host.report(`${app}: changed${file === undefined ? '' : `, ${file}`}`);
    host.report(`${changed.length} of ${changes.length} applications changed. ${against}`);
    return true;
  },
});

async function applicationsIn(patterns: readonly string[]): Promise<RepositoryApp[]> {
  const found = new Set<string>();
  const options = { exclude: (path: string) => /(^|\/)(node_modules|\.git)$/.test(path) };
  for (const pattern of patterns) for await (const path of glob(pattern, options)) found.add(path);
  if (found.size === 0)
    throw new UserError(
      `no file matches ${patterns.join(', ')}`,
      'check the repository out before this step, and name the files in the input `configs`',
    );
  const applications = await Promise.all(
    [...found].sort().map(async config => {
      const { app, paths } = await loadConfig(config);
      return { app, config, paths };
    }),
  );
  requireDistinct(applications);
  return applications;
}

/** Splits patterns at lines and at commas, but not at the commas of `{a,b}`. Pure. */
function patternsIn(text: string): string[] {
  const patterns = text.split('\n').flatMap(line => {
    const found = [''];
    let depth = 0;
    for (const character of line) {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      if (character === ',' && depth <= 0) found.push('');
      else found.push(`${found.pop()}${character}`);
    }
    return found.map(each => each.trim());
  });
  return patterns.filter(each => each !== '');
}

const summaryOf = (changes: readonly AppChange[], against: string): string =>
  paragraphs([
    `### ${changes.filter(({ changed }) => changed).length} of ${changes.length} applications changed`,
    against,
    table(
      ['application', 'changed', 'first changed file'],
      changes.map(({ app, changed, file }) => [app, changed ? 'yes' : 'no', file ?? '']),
    ),
  ]);
