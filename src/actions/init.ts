import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, normalize } from 'node:path';
import type { Repository } from '../setup/repository.ts';
import type { Setup } from '../setup/setup.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, optional, setOutputs } from '../toolkit/host.ts';
import { listed } from '../toolkit/input-text.ts';
import { table } from '../toolkit/markdown.ts';
import { originOfCode } from '../toolkit/version.ts';
import { flag } from './inputs.ts';
import { manifestsOf } from './session.ts';

/** A command only: it writes files into a checkout. */
export const initCommand = defineAction({
  name: 'init',
  description:
    'Write slipway.yml, the workflows, the RBAC, and a Dockerfile, manifests and a .gitignore where there are none. Existing files are kept.',
  inputs: {
    folder: optional('The folder of the repository.', '.'),
    environment: optional('Name of the environment to release to.', 'production'),
    namespace: optional('Its namespace. Default: that of the manifests, or else the name.'),
    image: optional('Repository of the image. Default: that of the manifests, or of the git remote.'),
    manifests: optional(
      'Folder with the manifests, such as `k8s/overlays/prod` or `charts/shop`; `new` writes new ones. Default: `init` searches for it.',
    ),
    set: optional(
      'Values for a chart, as `name=value`, separated by commas or lines. `init` writes them to slipway.yml, so they must not be secret.',
    ),
    port: optional(
      'Port of the application, for new manifests. Default: that of the Dockerfile, the compose file or the sources.',
    ),
    host: optional('Host name for an HTTPRoute in new manifests. Default: no HTTPRoute.'),
    gateway: optional('Gateway of that HTTPRoute, as `namespace/name`.'),
    'service-monitor': optional('Whether new manifests have a ServiceMonitor: `true` or `false`.', 'false'),
    'dry-run': optional('Whether to print the files instead of writing them: `true` or `false`.', 'false'),
  },
  outputs: {
    written: 'JSON array of the files that were written; with `dry-run`, that would be.',
    kept: 'JSON array of the files that exist already.',
    next: 'JSON array of the next commands, in order.',
  },
  told: true,
  refused: { written: '[]', kept: '[]', next: '[]' },
  run: async (inputs, host) => {
    const { folder, host: name, gateway } = inputs;
    if (name !== '' && !/^[^/]+\/[^/]+$/.test(gateway))
      throw new UserError('an HTTPRoute needs its Gateway', 'name it as --gateway namespace/name');
    const dry = flag('dry-run', inputs['dry-run']);
    const { readRepository, requireInside } = await import('../setup/repository.ts');
    const { commandsOf } = await import('../setup/next.ts');
    const repository = await readRepository(folder);
    const { setups, notes } = await setUpAll(repository, inputs, host.env);
    // The applications have their workflows in common.
    const files = new Map(setups.flatMap(each => [...each.files]));
    for (const path of files.keys()) await requireInside(repository, path);
    const kept = [...new Set(setups.flatMap(each => each.kept))];
    for (const [path, text] of files) {
      if (dry) {
        host.report(`would write ${path}:`);
        for (const line of text.trimEnd().split('\n')) host.report(`  ${line}`);
        continue;
      }
      if (await writeNew(join(repository.root, path), text)) host.report(`wrote ${path}`);
      else kept.push(path);
    }
    for (const path of kept) host.report(`kept ${path}`);
    if (name !== '' && ![...files.values()].some(text => text.includes('kind: HTTPRoute')))
      notes.push(
        'the repository has manifests already, so no HTTPRoute was written for --host: add one to them',
      );
    for (const note of notes) host.annotate('warning', { title: 'init', message: note });
    const written = [...files.keys()].filter(path => !kept.includes(path));
    const wanted = setups.map(each => each.next);
    const next = commandsOf(wanted, normalize(folder), written);
    host.report('next:');
    for (const command of next) host.report(`  ${command}`);
    setOutputs(host, { written, kept, next });
    const rows = [
      ...written.map(path => [path, dry ? 'would be written' : 'written']),
      ...kept.map(path => [path, 'kept']),
    ];
    const commands = next.map(each => [each]);
    await host.summary(`### init\n\n${table(['file', 'state'], rows)}\n\n${table(['next'], commands)}\n`);
    return true;
  },
});

type Inputs = Parameters<typeof initCommand.run>[0];

/** Returns what each application of the repository needs, with paths relative to the repository. Inputs that only one can mean make it one. */
async function setUpAll(
  repository: Repository,
  inputs: Inputs,
  env: NodeJS.ProcessEnv,
): Promise<{ setups: Setup[]; notes: string[] }> {
  const { folder, environment, namespace, image, manifests, port, set, host } = inputs;
  const { readRepository, labelOf } = await import('../setup/repository.ts');
  const { setUp } = await import('../setup/setup.ts');
  const { applicationsOf, withServices } = await import('../setup/monorepo.ts');
  const parsed = {
    port: portOf(port),
    set: valuesOf(set),
    code: originOfCode(env),
    scraped: flag('service-monitor', inputs['service-monitor']),
  };
  const setUpIn = (place: Repository, at: string) =>
    setUp(place, {
      ...inputs,
      ...parsed,
      env,
      folder: at,
      load: config => manifestsOf(join(place.root, 'slipway.yml'), config, environment, env),
    });
  const ofOne = [namespace, image, manifests, port, set, host];
  const several = ofOne.some(each => each !== '') ? undefined : applicationsOf(repository, environment);
  if (several === undefined) {
    const one = await setUpIn(repository, normalize(folder));
    return { setups: [one], notes: [...one.notes] };
  }
  const labels = several.folders.map(each => labelOf(basename(each)));
  const isOnly = (label: string) => labels.indexOf(label) === labels.lastIndexOf(label);
  const setups = await Promise.all(
    several.folders.map(async within => {
      const inner = withServices(await readRepository(join(repository.root, within)), repository, within);
      const named = isOnly(labelOf(basename(within))) ? inner : { ...inner, name: within };
      const made = await setUpIn(named, join(folder, within));
      const here = (path: string) => (path.startsWith('.github/') ? path : join(within, path));
      return {
        ...made,
        files: new Map([...made.files].map(([path, text]) => [join(within, path), text])),
        kept: made.kept.map(here),
        notes: made.notes.map(note => `${within}: ${note}`),
      };
    }),
  );
  return { setups, notes: [...setups.flatMap(each => each.notes), ...several.notes] };
}

function portOf(text: string): number | undefined {
  if (text === '') return undefined;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535)
    throw new UserError(`the port "${text}" is not a number from 1 to 65535`, 'correct --port');
  return port;
}

/** As `--set` of Helm: `true`, `false` and whole numbers are not texts. */
function valuesOf(text: string): Record<string, string | number | boolean> {
  return Object.fromEntries(
    listed(text).map(each => {
      const [, name, value = ''] = /^([^=\s]+)=(.*)$/.exec(each) ?? [];
      if (name === undefined)
        throw new UserError(
          `the value "${each}" has no name`,
          'write --set name=value, such as --set image.tag=1',
        );
      return [name, /^(true|false|-?(0|[1-9]\d{0,14}))$/.test(value) ? JSON.parse(value) : value];
    }),
  );
}

/** Writes a file that does not exist yet. @returns whether it did not. */
async function writeNew(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
