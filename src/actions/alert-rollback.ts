import { createReadStream } from 'node:fs';
import type { MonitoringSubject } from '../monitoring/subject.ts';
import type { RollbackResult } from '../release/rollback.ts';
import { readUpTo } from '../toolkit/body.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Host, setOutputs } from '../toolkit/host.ts';
import { jsonMap } from '../toolkit/map.ts';
import { unreadable } from '../toolkit/named-file.ts';
import { publishDecision } from './decision.ts';
import { requireApplied } from './gitops.ts';
import * as shared from './inputs.ts';
import { liveOutput, rollBackAndPublish } from './rollback.ts';
import { requestOf, withCluster } from './session.ts';

const engine = async () => {
  const { decideOnAlert } = await import('../monitoring/alerts/confirm.ts');
  const { rollback } = await import('../release/rollback.ts');
  return { decideOnAlert, rollback };
};

type RollbackInputs = Readonly<
  Record<
    'environment' | 'payload' | 'dry-run' | 'config' | 'kube-context' | 'credentials' | 'deployments-token',
    string
  >
>;

/** Rolls the live release back if an alert justifies it. A payload that does not is logged, and the step succeeds. */
export async function rollBackForAlert(inputs: RollbackInputs, host: Host): Promise<boolean> {
  const dryRun = shared.flag('dry-run', inputs['dry-run']);
  const request = await requestOf(inputs, host);
  const { monitoringSubject } = await import('../monitoring/subject.ts');
  const { readPayload } = await import('../monitoring/alerts/dispatch.ts');
  requireApplied(request.environment, inputs.environment, 'run `rollback` instead');
  host.output('app', request.config.app);
  const subject = monitoringSubject(request.config, inputs.environment);
  const secret = secretOf(subject, host.env);
  const asked = readPayload(await payloadOf(inputs.payload, host.env), subject, secret);
  const conclude = async (state: string, reason: string, release = ''): Promise<boolean> => {
    setOutputs(host, { state, reason, release, record: '', proof: 'none' });
    host.report(`${state}: ${reason}`);
    return state !== 'unknown' && state !== 'refused';
  };
  if ('ignored' in asked) return conclude('ignored', asked.ignored);
  return withCluster(inputs, request.environment, host, engine, async (cluster, code) => {
    const decision = await code.decideOnAlert(cluster, request, subject, asked);
    if (decision.state !== 'rollback') return conclude(decision.state, decision.reason);
    const { release, because } = decision;
    if (dryRun) return conclude('would-roll-back', because, String(release));
    host.report(`rolling release ${release} back: ${because}`);
    const onResult = async (result: RollbackResult) => {
      setOutputs(host, { state: result.state, release: liveOutput(result) });
      host.output('record', await publishDecision(result.decision, host));
      host.output('reason', result.reason ?? because);
    };
    const what = { from: release, to: undefined, because, onResult };
    const before = cluster.changes();
    try {
      const { state } = await rollBackAndPublish(cluster, code.rollback, { ...request, inputs, host }, what);
      return state !== 'failed';
    } catch (error) {
      // The alert starts another run within minutes. With the number of the release, only one message is sent for it.
      if (!(error instanceof UserError) || cluster.changes() > before) throw error;
      return conclude(
        'refused',
        `${because}, but the rollback is refused: ${error.sentence}`,
        String(release),
      );
    }
  });
}

/** @throws UserError if the variable that slipway.yml names is empty. */
function secretOf({ settings }: MonitoringSubject, env: NodeJS.ProcessEnv): string | undefined {
  const variable = settings.rollback?.secret;
  if (variable === undefined) return undefined;
  const secret = (env[variable] ?? '').trim();
  if (secret !== '') return secret;
  throw new UserError(
    `alerts cannot be checked: ${variable} is empty, which slipway.yml names as \`monitoring.rollback.secret\``,
    'pass the secret to this step, as the secret `alert-secret` of alerts.yml does',
  );
}

/** Characters; the event of a run also contains the repository and its owner. */
const longestFile = 1024 * 1024;

/**
 * Returns the payload as JSON; a text that cannot be a payload if the file is too long.
 * @throws UserError if there is none.
 */
async function payloadOf(path: string, env: NodeJS.ProcessEnv): Promise<string> {
  const event = env.GITHUB_EVENT_NAME === 'repository_dispatch' ? (env.GITHUB_EVENT_PATH ?? '') : '';
  const file = path === '' ? event : path;
  if (file === '')
    throw new UserError(
      'there is no alert: this run was not started by `repository_dispatch`',
      "set the input `payload` to a file with the body of Alertmanager's webhook",
    );
  const tooLong = new Error('too long');
  const text = await readUpTo(createReadStream(file), longestFile, () => tooLong).then(String, error => {
    if (error === tooLong) return 'too long'.padEnd(longestFile);
    return unreadable(file, 'correct the input `payload`')(error);
  });
  return path === '' ? JSON.stringify(jsonMap(text)?.client_payload ?? null) : text;
}
