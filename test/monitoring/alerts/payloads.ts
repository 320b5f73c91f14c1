/** An alert of the shop as Alertmanager's webhook sends it. */
export const alertIn = (labels: Record<string, string> = {}) => ({
  status: 'firing',
  labels: {
    ...{ alertname: 'SlipwayErrorBudgetBurn', app: 'shop', environment: 'production', severity: 'critical' },
    ...labels,
  },
  annotations: { summary: 'shop: 6% of the requests fail' },
  startsAt: '2026-11-29T12:00:00Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'http://prometheus/graph',
  fingerprint: 'c5f8d1e2a3b4c5d6',
});

/** The body of Alertmanager's webhook, with the keys of version 0.35. */
export const bodyOf = (...alerts: readonly object[]) => ({
  ...{ version: '4', groupKey: '{}:{app="shop"}', truncatedAlerts: 0, status: 'firing', receiver: 'relay' },
  ...{ groupLabels: {}, commonLabels: {}, commonAnnotations: {}, routeLabels: {} },
  ...{ externalURL: 'http://alertmanager', notification_reason: 'first', alerts },
});
