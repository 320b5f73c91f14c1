import { defineAction, optional, required, setOutputs } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import * as shared from './inputs.ts';
import { proofOutput } from './proofs.ts';

export const alertsAction = defineAction({
  name: 'alerts',
  description:
    'Roll back a recent release because of an alert that Prometheus confirms, or test whether alerts reach their receivers and security events raise alerts.',
  inputs: {
    operation: required(
      '`rollback` (for the alert that started this run), `test` (send an alert, and follow it), or `security-events` (send the requests of `verify.security-events`, and follow each event to its counter and alert).',
    ),
    environment: shared.environment,
    payload: optional(
      "For `rollback`: path of a file with the body of Alertmanager's webhook. Default: the `client_payload` of the `repository_dispatch` that started this run.",
    ),
    'dry-run': optional(
      'For `rollback`: whether to only report what would be done: `true` or `false`.',
      'false',
    ),
    severity: optional('For `test`: the severity of the alert, `critical`, `warning` or `info`.', 'info'),
    'receiver-url': optional(
      'For `test`: where the receiver shows what it got, as a URL or `namespace/service:port/path`; the response must contain the number of the test. Default: the delivery counters of Alertmanager are checked.',
    ),
    timeout: optional('For `test` and `security-events`: how long to wait for the alert or event.', '3m'),
    config: shared.config,
    'kube-context': shared.kubeContext,
    credentials: shared.credentials,
    'deployments-token': shared.deploymentsToken,
    'tool-mirrors': shared.toolMirrors,
  },
  positional: 'operation',
  outputs: {
    app: shared.appOutput,
    state:
      'Of `rollback`: `complete`, `failed`, `not-needed` (the release is already rolled back, or another one came after it), `ignored` (see `reason`), `would-roll-back` (a dry run), or `unknown` (Prometheus could not be queried). Of `test` and `security-events`: `delivered`, `broken` or `unknown`. Or `refused`.',
    release:
      'Number of the release that is live after `rollback`, or that a dry run would roll back, or whose rollback was refused; otherwise empty.',
    record: 'Folder with the decision record of a rollback; empty if there is none.',
    hops: 'JSON array of the hops of `test` or `security-events`, with `name`, `state`, `ms` and `detail`; otherwise `[]`.',
    proof: proofOutput,
    reason: 'Why the release was or would be rolled back, why nothing was done, or what is wrong.',
  },
  refused: { state: 'refused', hops: '[]', proof: 'none' },
  recorded: ['operation', 'severity', 'environment'],
  run: async (inputs, host) => {
    const operation = oneOf('operation', ['rollback', 'test', 'security-events'], inputs.operation);
    if (operation === 'rollback') {
      host.output('hops', '[]');
      return (await import('./alert-rollback.ts')).rollBackForAlert(inputs, host);
    }
    setOutputs(host, { release: '', record: '', proof: 'none' });
    const { testAlerts, testSecurityEvents } = await import('./alert-check.ts');
    return (operation === 'test' ? testAlerts : testSecurityEvents)(inputs, host);
  },
});
