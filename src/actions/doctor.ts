import { dirname, join } from 'node:path';
import type { Diagnosed } from '../setup/diagnosis.ts';
import type { Repository } from '../setup/repository.ts';
import { userErrorOf } from '../toolkit/errors.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import { table } from '../toolkit/markdown.ts';
import { shellWord } from '../toolkit/shell-word.ts';
import * as shared from './inputs.ts';
import { impatient, manifestsOf, withCluster } from './session.ts';

const engine = () => import('../setup/cluster-diagnosis.ts');

/** A command only: it reads a checkout, and the cluster as the one who calls it. */
export const doctorCommand = defineAction({
  name: 'doctor',
  description:
    'List what a first release still needs, in order, each step with its command. Changes nothing.',
  inputs: {
    environment: optional('Name of the environment in slipway.yml.', 'production'),
    account: optional('Name of the ServiceAccount that releases.', 'slipway'),
    config: shared.config,
    'kube-context': shared.kubeContext,
  },
  outputs: {
    missing: 'JSON array of the steps that are missing.',
    ready: '`true` if nothing is missing and the cluster was checked, otherwise `false`.',
  },
  told: true,
  refused: { missing: '[]', ready: 'false' },
  run: async (inputs, host) => {
    const { readRepository } = await import('../setup/repository.ts');
    const { diagnoseRepository } = await import('../setup/diagnosis.ts');
    const repository = await readRepository(dirname(inputs.config));
    const { config: path, environment } = inputs;
    const { steps, found, isReleased } = await diagnoseRepository(repository, path, environment, config =>
      manifestsOf(path, config, environment, host.env),
    );
    const inCluster = isReleased ? await stepsInCluster(inputs, repository, found, host) : [];
    const what = isReleased ? 'a release' : 'a push of images';
    const all = [...steps, ...inCluster];
    const missing = all.filter(({ state }) => state === 'missing');
    const ready = all.every(({ state }) => state === 'there');
    setOutputs(host, { missing: missing.map(({ step }) => step), ready });
    const head = ready
      ? `✅ Ready for ${what}`
      : missing.length > 0
        ? `❌ Not ready for ${what}`
        : '⚠️ Some steps could not be checked';
    const rows = all.map(({ step, state, detail, command }) => [step, states[state], detail, command]);
    await host.summary(`### ${head}\n\n${table(['step', 'state', 'found', 'do this'], rows)}\n`);
    for (const { step, state, detail, command } of all) {
      host.report(`${states[state]} ${step}: ${detail}`);
      if (command !== '') host.report(`   ${command}`);
    }
    return missing.length === 0;
  },
});

const states = { there: '✅', missing: '❌', unknown: '❔' } as const;

/** Looks at the cluster, if slipway.yml says what to look for and it answers. */
async function stepsInCluster(
  inputs: Record<'environment' | 'account' | 'config' | 'kube-context', string>,
  repository: Repository,
  found: Diagnosed | undefined,
  host: Host,
) {
  const { roleFileFor, usersOf } = await import('../setup/roles.ts');
  const { configOption } = await import('../setup/quoting.ts');
  const { withoutCluster } = await engine();
  if (found === undefined) return withoutCluster('slipway.yml and the manifests are not valid yet');
  const { environment, account, 'kube-context': context } = inputs;
  const file = shellWord(join(dirname(inputs.config), roleFileFor(environment, repository)));
  const users = usersOf(found.environment, environment, repository);
  const who = users.length === 0 ? `--account ${shellWord(account)}` : `--users ${shellWord(users.join())}`;
  // An existing file may be older than slipway.yml.
  const rbac = `rm -f ${file} && slipway rbac --environment ${shellWord(environment)} ${who} --file ${file}${configOption(inputs.config)} && kubectl apply --filename ${file}`;
  const steps = await userErrorOf(() =>
    withCluster(impatient(inputs), found.environment, host, engine, (cluster, { diagnoseCluster }) =>
      diagnoseCluster(cluster, found, { account, context, rbac, env: host.env }),
    ),
  );
  if (Array.isArray(steps)) return steps;
  return withoutCluster(steps.sentence, {
    environment: found.environment,
    rbac,
    context,
  });
}
