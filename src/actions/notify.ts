import { readFile, writeFile } from 'node:fs/promises';
import { environmentOf, loadConfig } from '../config/load.ts';
import { parseSecrets } from '../image/secrets.ts';
import { type Delivery, deliver, receiversOf, secretVariables } from '../notify/deliver.ts';
import { type EventInputs, eventKinds, eventOf, outcomes } from '../notify/event.ts';
import { formatMemory, type Memory, parseMemory, remembering, withheld } from '../notify/memory.ts';
import { messageOf, type Notice, type Told } from '../notify/message.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction } from '../toolkit/host.ts';
import { cell, table } from '../toolkit/markdown.ts';
import { originOf } from '../toolkit/origin.ts';
import * as shared from './inputs.ts';
import { noticeOnGitHub, toAlertmanager } from './notify-ways.ts';

export const notifyAction = defineAction({
  name: 'notify',
  description:
    'Tell people what happened to a release, backup, drill, scan or alert, by the `receivers` in slipway.yml. Fails only for invalid inputs.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    event: { description: `What it is about: ${listed(eventKinds)}.`, default: 'release' },
    outcome: { description: `How it ended: ${listed(outcomes)}.`, required: true },
    release: { description: 'Number of the release. Default: there is none.', default: '' },
    baseline: {
      description:
        'Number of the release that was live before; `none` for a first release. Default: unknown.',
      default: '',
    },
    weight: {
      description: 'Percentage of traffic to a release that is paused or needs action. Default: unknown.',
      default: '',
    },
    name: {
      description: 'What exactly, such as the scenario of a drill or the name of an alert. Default: nothing.',
      default: '',
    },
    reason: { description: 'Why, in one sentence. Default: nothing to explain.', default: '' },
    record: {
      description:
        'Path of the decision.json of the release, whose words are then used: in the folder of the output `record` of other actions. Default: none.',
      default: '',
    },
    severity: {
      description:
        '`critical`, `warning` or `info`; the message is then sent even if nothing has changed. Default: by event and outcome.',
      default: '',
    },
    url: { description: 'Address that the message links to. Default: the run.', default: '' },
    secrets: {
      description:
        'JSON map from names of variables in slipway.yml to values, in addition to the environment. Default: none.',
      default: '',
    },
    via: {
      description:
        '`receivers`, or `alertmanager`: the `alertmanager` in slipway.yml gets an alert instead, and delivers it.',
      default: 'receivers',
    },
    memory: {
      description:
        'Path of a file that keeps what was sent, in a folder that survives the run. Default: none, then every failure is sent and no recovery.',
      default: '',
    },
    github: {
      description:
        'What to keep on GitHub as well, separated by commas: `issue`, `comment` in the pull request, `deployment`. Default: nothing.',
      default: '',
    },
    'github-token': {
      description:
        'Token for `github`, with `issues: write`, `pull-requests: write` or `deployments: write`. Default: none.',
      default: '',
    },
    context: shared.context,
  },
  outputs: {
    sent: 'Number of receivers that got the message.',
    missed: 'JSON list of the receivers that did not get it.',
    reason: 'Why the message was not sent, or did not reach a receiver, in one sentence; otherwise empty.',
  },
  refused: { sent: '0', missed: '[]' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const environment = environmentOf(config, inputs.environment);
    const given = parseSecrets(inputs.secrets);
    const env = { ...host.env, ...given };
    const receivers = environment.monitoring?.receivers ?? { critical: [], warning: [], info: [] };
    const variables = [...secretVariables(receivers), environment.monitoring?.alertmanager?.token ?? ''];
    const secrets = [
      ...Object.values(given),
      ...variables.flatMap(each => env[each] ?? []),
      inputs['github-token'],
    ].filter(value => value !== '');
    const place = { app: config.app, environment: inputs.environment, origin: originOf(host.env) };
    const event = eventOf(inputs satisfies EventInputs, place);
    const notice = messageOf(event, secrets, await toldBy(inputs.record));
    const via = viaOf(inputs.via);
    const now = Date.now();
    const memory = await memoryAt(inputs.memory);

    const onGitHub = await noticeOnGitHub(inputs, notice, event, secrets, host);
    // Alertmanager itself groups, repeats and ends alerts, so it gets every state.
    const judged = via === 'receivers' || event.outcome === 'started';
    const why = judged ? withheld(memory, notice, inputs.severity !== '', now) : undefined;
    const channels = receiversOf(receivers, notice.severity);
    const send = () =>
      via === 'receivers'
        ? deliver(notice, channels, { env, secrets })
        : toAlertmanager(environment, inputs, { notice, env, secrets, now }, host);
    const sent = why === undefined ? await send() : [];
    if (why === undefined && inputs.memory !== '' && sent.some(({ problem }) => problem === undefined))
      await writeFile(inputs.memory, formatMemory(remembering(memory, notice, now)));

    const all = [...sent, ...onGitHub];
    const problems = all.flatMap(({ problem }) => problem ?? []);
    for (const message of problems) host.annotate('warning', { title: 'notify', message });
    const missing = `\`monitoring.receivers\` of ${inputs.environment} has none for ${notice.severity}`;
    const nothing = all.length === 0 ? `nothing is sent: ${why ?? missing}` : '';
    host.report(`${notice.severity}: ${notice.title}`);
    if (nothing !== '') host.report(nothing);
    host.output('sent', String(all.length - problems.length));
    host.output(
      'missed',
      JSON.stringify(all.filter(({ problem }) => problem).map(({ receiver }) => receiver)),
    );
    host.output('reason', problems.length > 0 ? problems.join('; ') : nothing);
    await host.summary(summaryOf(notice, all, nothing));
    return true;
  },
});

function listed(names: readonly string[]): string {
  const quoted = names.map(each => `\`${each}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

function viaOf(text: string): 'receivers' | 'alertmanager' {
  if (text === 'receivers' || text === 'alertmanager') return text;
  throw new UserError(`the input \`via\` is invalid: "${text}"`, 'write receivers or alertmanager');
}

/** Returns the headline of a decision record. @throws UserError if it cannot be read. */
async function toldBy(path: string): Promise<Told | undefined> {
  if (path === '') return undefined;
  const [{ readRecord }, { headline }] = await Promise.all([
    import('../release/decision-record/chunks.ts'),
    import('../report/headline.ts'),
  ]);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(`${path} cannot be read`, 'set `record` to the path of decision.json', {
      cause: error,
    });
  });
  return headline(readRecord(text));
}

/** A missing file is an empty memory. */
async function memoryAt(path: string): Promise<Memory> {
  return path === '' ? {} : parseMemory(await readFile(path, 'utf8').catch(() => ''));
}

function summaryOf({ severity, title }: Notice, all: readonly Delivery[], nothing: string): string {
  const rows = all.map(({ receiver, problem }) => [receiver, problem ?? 'got it']);
  const missed = all.some(({ problem }) => problem !== undefined);
  const head = `### ${missed ? '⚠️' : '📣'} notify: ${severity}\n\n${cell(title)}`;
  return `${head}\n\n${nothing === '' ? table(['receiver', 'result'], rows) : cell(nothing)}\n`;
}
