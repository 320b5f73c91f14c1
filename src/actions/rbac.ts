import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadConfig } from '../config/load.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, optional, setOutputs } from '../toolkit/host.ts';
import { listed } from '../toolkit/input-text.ts';
import * as shared from './inputs.ts';
import { manifestsOf } from './session.ts';

const repository = () => import('../setup/repository.ts');

/** A command only: an administrator reads and applies the file. */
export const rbacCommand = defineAction({
  name: 'rbac',
  description:
    'Write the ServiceAccount, Roles and bindings with exactly the permissions that releases of an environment need.',
  inputs: {
    environment: shared.environment,
    account: optional('Name of the ServiceAccount.', 'slipway'),
    users: optional(
      'Users that get the permissions instead of a ServiceAccount, separated by commas or lines. Default: with `cluster`, those in slipway-rbac.yaml, otherwise those for the branch and environment of the GitHub repository; without `cluster`, none.',
    ),
    file: optional('Path of the file to write. An existing file is an error.', 'rbac.yaml'),
    config: shared.config,
  },
  outputs: {
    rules: 'Number of rules.',
    guessed: 'JSON array of kinds that are not part of Kubernetes: check the names of their resources.',
  },
  refused: { rules: '0', guessed: '[]' },
  run: async ({ environment: name, account, users, file, config: path }, host) => {
    const config = await loadConfig(path);
    const [{ roleText, usersOf }, { environment, manifests }] = await Promise.all([
      import('../setup/roles.ts'),
      manifestsOf(path, config, name, host.env),
    ]);
    const known = async () =>
      usersOf(environment, name, await (await repository()).readRepository(dirname(path)));
    const named = users !== '' ? listed(users) : environment.cluster === undefined ? [] : await known();
    const { text, rules, guessed } = roleText(config.app, name, environment, manifests, account, named);
    await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST')
        throw new UserError(`${file} exists already`, 'remove it, or name another one with --file');
      throw new UserError(`${file} cannot be written: ${error.message}`, 'name another path with --file', {
        cause: error,
      });
    });
    setOutputs(host, { rules, guessed });
    host.report(`wrote ${file}: kubectl apply -f ${file}`);
    if (guessed.length > 0)
      host.annotate('warning', {
        title: 'rbac',
        message: `${guessed.join(', ')}: compare the resource in ${file} with \`kubectl api-resources\``,
      });
    return true;
  },
});
