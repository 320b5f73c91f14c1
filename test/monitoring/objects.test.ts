import { describe, expect, it } from 'vitest';
import { monitoringManifests } from '../../src/monitoring/objects.ts';
import { everything, shop } from './subjects.ts';

const labels = { release: 'prom', prometheus_rule: 'mine', 'slipway.dev/app': 'other' };

describe('the objects of monitoring', () => {
  it('have the labels in slipway.yml, by which the Prometheus Operator selects them', () => {
    const objects = monitoringManifests(shop({ ...everything, objects: 'operator', labels }));
    const kinds = objects.map(({ object }) => object.kind);
    expect(new Set(kinds)).toEqual(new Set(['PrometheusRule', 'PodMonitor', 'ScrapeConfig', 'ConfigMap']));
    for (const { object } of objects)
      expect(object.metadata?.labels).toMatchObject({ release: 'prom', 'slipway.dev/app': 'shop' });
  });

  it('keep the labels by which a sidecar finds them', () => {
    const [rules, dashboard] = monitoringManifests(shop({ ...everything, objects: 'configmap', labels }));
    expect(rules?.object.metadata?.labels).toEqual({
      ...{ release: 'prom', 'slipway.dev/app': 'shop', prometheus_rule: '1' },
    });
    expect(dashboard?.object.metadata?.labels).toMatchObject({ release: 'prom', grafana_dashboard: '1' });
  });

  it.each([{ 'a b': 'c' }, { release: 'a b' }, { release: 'x'.repeat(64) }])(
    'refuse the labels %j',
    wrong => {
      expect(() => shop({ labels: wrong })).toThrow('label');
    },
  );
});
