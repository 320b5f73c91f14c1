import { severities } from '../config/channels.ts';
import { proxiedServiceSchema } from '../config/formats.ts';
import type { SecurityEventKind } from '../config/security-events.ts';
import type { HopsResult } from '../monitoring/alerts/check.ts';
import type { Receipt } from '../monitoring/alerts/hops.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Host, setOutputs } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import * as shared from './inputs.ts';
import { requestOf, withCluster } from './session.ts';

const engine = () => import('./alert-check-engine.ts');

type TestInputs = Readonly<
  Record<
    'environment' | 'severity' | 'receiver-url' | 'timeout' | 'config' | 'kube-context' | 'credentials',
    string
  >
>;

/** Sends an alert of one severity, and follows it to its receiver. */
export async function testAlerts(inputs: TestInputs, host: Host): Promise<boolean> {
  const severity = oneOf('severity', severities, inputs.severity);
  const receipt = receiptOf(inputs['receiver-url']);
  const { environment, env, report, timeout, subject } = await testedOf(inputs, host);
  return withCluster(inputs, environment, host, engine, async (cluster, { checkAlertDelivery }) => {
    const asked = { subject, severity, within: timeout, receipt, env, signal: host.cancellation(), report };
    const check = await checkAlertDelivery(cluster, asked);
    const { alertCheckSummary } = await import('../report/alert-check.ts');
    return publish(check, alertCheckSummary(subject, check), host);
  });
}

/** Sends the requests of `verify.security-events`, and follows each event to its counter and its alert. */
export async function testSecurityEvents(inputs: TestInputs, host: Host): Promise<boolean> {
  const { environment, env, report, config, timeout, subject } = await testedOf(inputs, host);
  const { verify, namespace } = environment;
  const events = verify?.['security-events'] ?? {};
  const kinds = Object.keys(events) as SecurityEventKind[];
  if (verify === undefined || kinds.length === 0)
    throw new UserError(
      `security events cannot be tested: the environment ${inputs.environment} has no \`verify.security-events\``,
      'name a request for each kind, such as `data: {get: /api/export, as: customer}`',
    );
  return withCluster(inputs, environment, host, engine, async (cluster, code) => {
    const send = async (kind: SecurityEventKind) => {
      const { results } = await code.acceptance(cluster, {
        env,
        owner: { app: config.app, namespace, labels: {} },
        parts: ['checks'],
        environment: { ...environment, verify: { ...verify, checks: [events[kind] ?? []].flat() } },
      });
      const failed = results.find(({ ok }) => !ok);
      return failed && code.sentenceOf(failed);
    };
    const source = code.prometheusOf(code.requirePrometheus(subject), cluster, env);
    const asked = { subject, kinds, send, within: timeout, report, signal: host.cancellation(), source };
    const check = await code.checkSecurityEvents(asked);
    const { securityEventsSummary } = await import('../report/alert-check.ts');
    return publish(check, securityEventsSummary(subject, check), host);
  });
}

/** Reads what both tests are about. */
async function testedOf(inputs: TestInputs, host: Host) {
  const timeout = shared.durationOf('timeout', inputs.timeout);
  const request = await requestOf(inputs, host);
  const { monitoringSubject } = await import('../monitoring/subject.ts');
  host.output('app', request.config.app);
  return { ...request, timeout, subject: monitoringSubject(request.config, inputs.environment) };
}

async function publish({ state, hops, reason }: HopsResult, summary: string, host: Host): Promise<boolean> {
  setOutputs(host, { state, hops: hops.map(({ title, ...hop }) => hop), reason });
  await host.summary(summary);
  host.report(`${state}${reason === undefined ? '' : `: ${reason}`}`);
  return state === 'delivered';
}

/** Parses where a receiver shows what it got. @throws UserError */
function receiptOf(text: string): Receipt | undefined {
  if (text === '') return undefined;
  const url = /^https?:/.test(text) ? URL.parse(text) : null;
  if (url !== null) return { settings: { url: url.origin }, path: `${url.pathname}${url.search}` };
  const [, place = '', path = '/'] = /^([^/]+\/[^/]+)(\/[\x21-\x7e]*)?$/.exec(text) ?? [];
  const service = proxiedServiceSchema.safeParse(place);
  if (service.success) return { settings: { service: service.data }, path };
  throw new UserError(
    `the input \`receiver-url\` is invalid: "${text}"`,
    'write a URL, or namespace/service:port/path',
  );
}
