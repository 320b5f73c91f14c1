import { severities } from '../config/channels.ts';
import { proxiedServiceSchema } from '../config/formats.ts';
import type { Receipt } from '../monitoring/alerts/hops.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import * as shared from './inputs.ts';
import { requestOf, withCluster } from './session.ts';

const engine = () => import('../monitoring/alerts/check.ts');

type TestInputs = Readonly<
  Record<
    'environment' | 'severity' | 'receiver-url' | 'within' | 'config' | 'kube-context' | 'logins',
    string
  >
>;

/** Sends an alert of one severity, and follows it to its receiver. */
export async function testAlerts(inputs: TestInputs, host: Host): Promise<boolean> {
  const severity = oneOf('severity', severities, inputs.severity);
  const within = shared.durationOf('within', inputs.within);
  const receipt = receiptOf(inputs['receiver-url']);
  const [request, { monitoringSubject }] = await Promise.all([
    requestOf(inputs, host),
    import('../monitoring/subject.ts'),
  ]);
  const { environment, env, report } = request;
  host.output('app', request.config.app);
  const subject = monitoringSubject(request.config, inputs.environment);
  return withCluster(inputs, environment, host, engine, async (cluster, { checkAlertDelivery }) => {
    const signal = host.cancellation();
    const check = await checkAlertDelivery(cluster, {
      ...{ subject, severity, within, receipt, env, signal, report },
    });
    host.output('state', check.state);
    host.output('hops', JSON.stringify(check.hops.map(({ title, ...hop }) => hop)));
    host.output('reason', check.reason ?? '');
    const { alertCheckSummary } = await import('../report/alert-check.ts');
    await host.summary(alertCheckSummary(subject, check));
    report(`${check.state}${check.reason === undefined ? '' : `: ${check.reason}`}`);
    return check.state === 'delivered';
  });
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
