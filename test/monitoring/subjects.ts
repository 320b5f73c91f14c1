import { type Manifest, parseManifests } from '../../src/cluster/manifests.ts';
import { parseConfig } from '../../src/config/contents.ts';
import { type MonitoringSubject, monitoringSubject } from '../../src/monitoring/subject.ts';

/** Returns the configuration of a shop whose environment `production` has this monitoring, as YAML in flow style. */
export const shopConfig = (monitoring: object, more: object = {}) =>
  parseConfig(
    JSON.stringify({
      app: 'shop',
      images: { shop: { repository: 'ghcr.io/acme/shop' } },
      environments: {
        production: {
          ...{ namespace: 'store', manifests: ['deploy/'], workload: 'Deployment/shop', service: 'shop' },
          gate: {
            prometheus: { service: 'monitoring/prometheus:9090' },
            metrics: [
              { name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' },
              { name: 'latency', histogram: 'http_request_duration_seconds' },
            ],
          },
          monitoring,
          ...more,
        },
      },
    }),
    'slipway.yml',
  );

export const shop = (
  monitoring: object = {},
  more: object = {},
  manifests: readonly Manifest[] = [],
): MonitoringSubject => monitoringSubject(shopConfig(monitoring, more), 'production', manifests);

/** Everything that can be monitored. */
export const everything = {
  objectives: { availability: '99.9%', latency: { share: '99%', under: 0.5 } },
  sources: {
    pods: { port: 'metrics' },
    node: 'monitoring/node-exporter:9100',
    postgres: 'store/postgres-exporter:9187',
    redis: 'store/redis-exporter:9121',
  },
  queries: { cost: 'sum(rate(app_cost_total[1h])) * 3600', sessions: 'app_sessions' },
  'security-events': {
    logins: { total: 'logins_total', failed: 'logins_total{result="failure"}' },
    permissions: 'role_changes_total',
    data: 'sensitive_queries_total',
    behavior: 'api_requests_total',
  },
  receivers: {
    critical: [{ webhook: 'SMS_WEBHOOK_URL' }],
    warning: [
      {
        email: {
          ...{ to: ['ops@example.com'], from: 'slipway@example.com', server: 'smtp.example.com:587' },
          ...{ username: 'slipway', password: 'SMTP_PASSWORD' },
        },
      },
    ],
    info: [{ slack: 'SLACK_WEBHOOK_URL' }, { teams: 'TEAMS_WEBHOOK_URL' }],
  },
};

/** Backups, drills and standbys, as `recovery` in slipway.yml. */
export const recovered = {
  repositories: {
    near: { survives: 'zone', pgbackrest: 1 },
    far: { survives: 'region', pgbackrest: 2, locked: '30d' },
  },
  databases: {
    shop: {
      ...{ workload: 'StatefulSet/db', container: 'postgres', stanza: 'shop', database: 'shop' },
      to: ['near', 'far'],
      replicas: [
        { survives: 'zone', mode: 'synchronous' },
        { survives: 'zone', mode: 'asynchronous', 'max-lag': '30s' },
      ],
    },
  },
  drills: { due: { 'max-age': { restore: '7d', zone: '30d' } } },
};

/** A database with a volume, and a host with a certificate. */
export const manifests = parseManifests(
  `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec: {volumeClaimTemplates: [{metadata: {name: data}}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop}
spec: {tls: [{secretName: shop-tls}], rules: [{host: shop.example.com}]}
`,
  'shop.yaml',
);
