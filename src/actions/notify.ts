import { join } from 'node:path';
import { channelsFor } from '../config/channels.ts';
import { environmentOf, loadConfig } from '../config/load.ts';
import type { Environment } from '../config/types.ts';
import { type Delivery, deliver, secretVariables } from '../notify/deliver.ts';
import { type EventInputs, eventKinds, eventOf, outcomes } from '../notify/event.ts';
import { messageOf, type Notice, type RecordHeadline } from '../notify/message.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host, optional, required } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import { cell, table } from '../toolkit/markdown.ts';
import { readNamed } from '../toolkit/named-file.ts';
import { originOf } from '../toolkit/origin.ts';
import * as shared from './inputs.ts';
import { type SentStore, sentStoreOf } from './notify-state.ts';
import { type Alertmanager, gitHubWaysIn, noticeOnGitHub, toAlertmanager } from './notify-ways.ts';

export const notifyAction = defineAction({
  name: 'notify',
  description:
    'Notify the `receivers` in slipway.yml of the outcome of a release, backup, drill, scan or alert. Fails only for invalid inputs.',
  inputs: {
    environment: shared.environment,
    config: shared.config,
    event: optional(`What the message is about: ${alternatives(eventKinds)}.`, 'release'),
    outcome: required(`What happened: ${alternatives(outcomes)}.`),
    release: optional('Number of the release. Default: there is none.'),
    baseline: optional(
      'Number of the release that was live before; `none` for a first release. Default: unknown.',
    ),
    weight: optional('Percentage of traffic to a release that is paused or needs action. Default: unknown.'),
    name: optional(
      'Name of the subject, such as the scenario of a drill or the name of an alert. Default: none.',
    ),
    reason: optional('Reason, in one sentence. Default: none.'),
    record: optional(
      'Folder of the decision record of the release, whose text then replaces that of the message: the output `record` of other actions. Default: none.',
    ),
    severity: optional('`critical`, `warning` or `info`. Default: by event and outcome.'),
    credentials: optional(
      'JSON object of variables with the credentials that `receivers` and `alertmanager` in slipway.yml name, such as {"SLACK_WEBHOOK_URL": "…"}. They are added to the environment. A value shorter than 6 characters is not masked in the log. Default: none.',
    ),
    via: optional(
      '`receivers`, or `alertmanager`: the `alertmanager` in slipway.yml gets an alert instead, and delivers it.',
      'receivers',
    ),
    'state-file': optional(
      'Path of a file that records which states were reported, in a folder that survives the run. Default: none. Without a kept state, every failure is reported, but no return to success.',
    ),
    'state-in-cluster': optional(
      'Whether to keep that state in a Lease in the cluster instead of a file: `true` or `false`. Needs leases: get, create, update.',
      'false',
    ),
    github: optional(
      'What to keep up to date on GitHub, too, separated by commas or lines: `issue`, `comment` in the pull request, `deployment`. Default: nothing.',
    ),
    'github-token': optional(
      'Token for `github`, with `issues: write`, `pull-requests: write` or `deployments: write`. Default: none.',
    ),
    'kube-context': shared.kubeContext,
  },
  outputs: {
    sent: 'Number of receivers that got the message.',
    undelivered: 'JSON array of the receivers that did not get it.',
    reason: 'Why the message was not sent, or did not reach a receiver, in one sentence; otherwise empty.',
  },
  refused: { sent: '0', undelivered: '[]' },
  run: async (inputs, host) => {
    const subject = await subjectOf(inputs, host);
    const { notice, receivers, environment, env, secrets } = subject;
    const alertmanager = alertmanagerOf(inputs.via, environment);
    const store = sentStoreOf(inputs, subject, host);
    const onGitHub = gitHubWaysIn(inputs.github);
    // Last, because it may be slow, and people must not wait for it.
    const updateGitHub = () => noticeOnGitHub(onGitHub, inputs['github-token'], subject, host);
    const now = Date.now();
    if (alertmanager !== undefined) {
      // It groups, repeats and ends alerts itself, so it gets every state.
      const posted = await toAlertmanager(alertmanager, inputs, subject, now, host);
      await publish(host, notice, [posted, ...(await updateGitHub())], '');
      return true;
    }
    const { bounded, withStateEnded, formatMemory, parseMemory, remembering } = await import(
      '../notify/memory.ts'
    );
    const before = store && (await attempt(store, host, () => store.read()));
    const sent = bounded(parseMemory(before ?? ''), notice, now);
    const deliveries =
      typeof sent === 'string'
        ? []
        : await deliver(sent, channelsFor(receivers, sent.severity), { env, secrets });
    // Not written if it could not be read.
    if (store && before !== undefined && typeof sent !== 'string')
      await attempt(store, host, async () => {
        // Another run may have written it since.
        const memory = parseMemory(await store.read());
        const isTold = deliveries.some(({ problem }) => problem === undefined);
        const after = isTold ? remembering(memory, notice, now) : withStateEnded(memory, notice);
        if (after !== memory) await store.write(formatMemory(after));
      });
    const missing = `\`monitoring.receivers\` of ${inputs.environment} has none for ${notice.severity}`;
    const all = [...deliveries, ...(await updateGitHub())];
    await publish(host, notice, all, typeof sent === 'string' ? sent : missing);
    return true;
  },
});

/** What a message is about, and for whom. */
async function subjectOf(
  inputs: EventInputs & Record<'config' | 'environment' | 'credentials' | 'record' | 'github-token', string>,
  host: Host,
) {
  const config = await loadConfig(inputs.config);
  const environment = environmentOf(config, inputs.environment);
  const given = shared.parseSecrets('credentials', inputs.credentials, host);
  // A login of AWS in the credentials replaces that of an earlier step, for the cluster or a store, with its address.
  const addresses = given.AWS_ACCESS_KEY_ID === undefined ? {} : noAddress;
  const env = { ...shared.environmentWithout(host.env, given), ...addresses, ...given };
  const { receivers = { critical: [], warning: [], info: [] }, alertmanager } = environment.monitoring ?? {};
  const variables = [...secretVariables(receivers), alertmanager?.token ?? ''];
  const values = [...Object.values(given), ...variables.map(each => host.env[each]), inputs['github-token']];
  const secrets = values.flatMap(value => value || []);
  const place = { app: config.app, environment: inputs.environment, origin: originOf(host.env) };
  const event = eventOf(inputs, place);
  const notice = messageOf(event, secrets, await headlineIn(inputs.record, host));
  return { environment, receivers, env, secrets, event, notice };
}

const noAddress = { AWS_ENDPOINT_URL: undefined, AWS_ENDPOINT_URL_SNS: undefined };

/** Reports what became of a message. @param why it was not sent, if it has no receiver. */
async function publish(
  host: Host,
  { severity, title }: Notice,
  all: readonly Delivery[],
  why: string,
): Promise<void> {
  const nothing = `nothing is sent: ${why}`;
  const undelivered = all.filter(({ problem }) => problem !== undefined);
  const problems = undelivered.flatMap(({ problem }) => problem ?? []);
  for (const message of problems) host.annotate('warning', { title: 'notify', message });
  host.report(`${severity}: ${title}`);
  if (all.length === 0) host.report(nothing);
  host.output('sent', String(all.length - undelivered.length));
  host.output('undelivered', JSON.stringify(undelivered.map(({ receiver }) => receiver)));
  host.output('reason', all.length === 0 ? nothing : problems.join('; '));
  const rows = all.map(({ receiver, problem }) => [receiver, problem ?? 'got it']);
  const head = `### ${problems.length > 0 ? '⚠️' : '📣'} notify: ${severity}\n\n${cell(title)}`;
  await host.summary(
    `${head}\n\n${all.length === 0 ? cell(nothing) : table(['receiver', 'result'], rows)}\n`,
  );
}

function alternatives(names: readonly string[]): string {
  const quoted = names.map(each => `\`${each}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** Returns the Alertmanager that the input `via` asks for. @throws UserError for anything else, or if slipway.yml names none. */
function alertmanagerOf(via: string, { monitoring }: Environment): Alertmanager | undefined {
  if (oneOf('via', ['receivers', 'alertmanager'], via) === 'receivers') return undefined;
  if (monitoring?.alertmanager !== undefined) return monitoring.alertmanager;
  throw new UserError(
    'slipway.yml names no Alertmanager for `via: alertmanager`',
    'add `monitoring.alertmanager` to the environment, or remove `via`',
  );
}

/** Returns the headline of a decision record; undefined if it cannot be read, because the message says enough without it. */
async function headlineIn(folder: string, host: Host): Promise<RecordHeadline | undefined> {
  if (folder === '') return undefined;
  const { readRecord } = await import('../decision/chunks.ts');
  const { headline } = await import('../report/headline.ts');
  const path = join(folder, 'decision.json');
  try {
    return headline(
      readRecord(await readNamed(path, 'set `record` to the output `record` of another action')),
    );
  } catch (error) {
    warn(host, 'the message does not use the decision record', error);
    return undefined;
  }
}

function warn(host: Host, what: string, error: unknown): void {
  const why = error instanceof UserError ? error.sentence : (error as Error).message;
  host.annotate('warning', { title: 'notify', message: `${what}: ${why}` });
}

/** Reads or writes the memory. A failure here must not stop the message. @returns undefined if that fails. */
async function attempt<Result>({ name }: SentStore, host: Host, use: () => Promise<Result>) {
  try {
    return await use();
  } catch (error) {
    warn(host, `${name} cannot be read or written`, error);
    return undefined;
  }
}
