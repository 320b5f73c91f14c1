import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import { defineAction } from '../toolkit/host.ts';
import { table } from '../toolkit/markdown.ts';
import { originOfCode } from '../toolkit/version.ts';
import { flag } from './inputs.ts';
import { manifestsOf } from './session.ts';

/** A command only: it writes files into a checkout. */
export const initCommand = defineAction({
  name: 'init',
  description:
    'Write slipway.yml, the workflows, the RBAC, and a Dockerfile and manifests where there are none. Existing files are kept.',
  inputs: {
    folder: { description: 'The folder of the repository.', default: '.' },
    environment: { description: 'Name of the environment to release to.', default: 'production' },
    namespace: {
      description: 'Its namespace. Default: that of the manifests, or else the name.',
      default: '',
    },
    image: {
      description: 'Repository of the image. Default: that of the manifests, or of the git remote.',
      default: '',
    },
    host: { description: 'Host name for an HTTPRoute in new manifests. Default: no HTTPRoute.', default: '' },
    gateway: { description: 'Gateway of that HTTPRoute, as `namespace/name`.', default: '' },
    'service-monitor': {
      description: 'Whether new manifests have a ServiceMonitor: `true` or `false`.',
      default: 'false',
    },
    'dry-run': {
      description: 'Whether to print the files instead of writing them: `true` or `false`.',
      default: 'false',
    },
  },
  outputs: {
    written: 'JSON list of the files that were written; with `dry-run`, that would be.',
    kept: 'JSON list of the files that exist already.',
    next: 'JSON list of the next commands, in order.',
  },
  refused: { written: '[]', kept: '[]', next: '[]' },
  run: async ({ folder, environment, namespace, image, host: name, gateway, ...flags }, host) => {
    if (name !== '' && !/^[^/]+\/[^/]+$/.test(gateway))
      throw new UserError('an HTTPRoute needs its Gateway', 'name it as --gateway namespace/name');
    const scraped = flag('service-monitor', flags['service-monitor']);
    const dry = flag('dry-run', flags['dry-run']);
    const [{ readRepository, requireInside }, { setUp }] = await Promise.all([
      import('../setup/repository.ts'),
      import('../setup/setup.ts'),
    ]);
    const repository = await readRepository(folder);
    const code = originOfCode(host.env);
    const { files, notes, next, ...setup } = await setUp(repository, {
      folder: normalize(folder),
      environment,
      namespace,
      image,
      host: name,
      gateway,
      scraped,
      code,
      env: host.env,
      load: config => manifestsOf(join(repository.root, 'slipway.yml'), config, environment, host.env),
    });
    for (const path of files.keys()) await requireInside(repository, path);
    const kept = [...setup.kept];
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
    for (const note of notes) host.annotate('warning', { title: 'init', message: note });
    host.report('next:');
    for (const command of next) host.report(`  ${command}`);
    const written = [...files.keys()].filter(path => !kept.includes(path));
    host.output('written', JSON.stringify(written));
    host.output('kept', JSON.stringify(kept));
    host.output('next', JSON.stringify(next));
    const rows = [
      ...written.map(path => [path, dry ? 'would be written' : 'written']),
      ...kept.map(path => [path, 'kept']),
    ];
    await host.summary(
      `### init\n\n${table(['file', 'state'], rows)}\n\n${table(
        ['next'],
        next.map(each => [each]),
      )}\n`,
    );
    return true;
  },
});

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
