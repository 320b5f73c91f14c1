import { execFileSync } from 'node:child_process';

/**
 * The cut-over that is declared in tests: `there` leads the route of the records to what was restored, and lets the gateway in there;
 * `back` leads it to where it was, and closes that again. Either does no harm twice.
 */

const [where] = process.argv.slice(2);
const { SLIPWAY_DRILL_NAMESPACE: from = '', SLIPWAY_DRILL_SCRATCH: to = '' } = process.env;

const kubectl = (args: string[], input?: object) =>
  execFileSync('kubectl', args, {
    encoding: 'utf8',
    ...(input === undefined ? {} : { input: JSON.stringify(input) }),
  });

const lead = (namespace: string) =>
  kubectl([
    ...['-n', from, 'patch', 'httproute', 'records', '--type=merge', '-p'],
    JSON.stringify({ spec: { rules: [{ backendRefs: [{ name: 'records', namespace, port: 80 }] }] } }),
  ]);

if (where === 'there') {
  const metadata = { name: 'cutover', namespace: to };
  kubectl(['apply', '-f', '-'], {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: 'gateway.networking.k8s.io/v1beta1',
        kind: 'ReferenceGrant',
        metadata,
        spec: {
          from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: from }],
          to: [{ group: '', kind: 'Service', name: 'records' }],
        },
      },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata,
        spec: { podSelector: { matchLabels: { app: 'records' } }, policyTypes: ['Ingress'], ingress: [{}] },
      },
    ],
  });
  lead(to);
} else {
  lead(from);
  const opened = ['networkpolicy/cutover', 'referencegrant/cutover'];
  kubectl(['-n', to, 'delete', '--ignore-not-found', ...opened]);
}
