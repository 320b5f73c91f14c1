import { describe, expect, it } from 'vitest';
import { ruleGroups } from '../../../src/monitoring/rules/rules.ts';
import { everything, manifests, shop } from '../subjects.ts';
import { expectAlerts, promtool } from './promtool.ts';

const groups = ruleGroups(shop(everything, {}, manifests));
const pod = 'shop-bcdfg-bcdfg';
const own = `namespace="store",pod="${pod}"`;
/** An exporter by its job. */
const up = (source: string) => `up{job="slipway-shop-production-${source}",instance="a:9"}`;

describe.skipIf(promtool === undefined)('M9: the alerts about the application, in Prometheus', () => {
  it('do not fire for one failed scrape of a pod, fire after five minutes of them, and end with them', async () => {
    await expectAlerts(groups, {
      every: '30s',
      series: { [`up{${own},job="pods",instance="10.0.0.1:80"}`]: '1x9 0 1x19 0x15 1x10' },
      firing: {
        SlipwayTargetDown: {
          '5m': [],
          '12m': [],
          '15m': [],
          '20m30s': [{ pod, namespace: 'store' }],
          '24m': [],
        },
        // Nor is any other pod scraped.
        SlipwayTargetsMissing: { '10m': [], '20m': [], '22m': [{}], '24m': [] },
      },
    });
  });

  it('do not say that no pod is scraped while one is', async () => {
    const other = 'shop-bcdfg-xxxxx';
    await expectAlerts(groups, {
      every: '30s',
      series: { [`up{${own}}`]: '0x40', [`up{namespace="store",pod="${other}"}`]: '1x40' },
      firing: {
        SlipwayTargetDown: { '10m': [{ pod, namespace: 'store' }] },
        SlipwayTargetsMissing: { '10m': [] },
      },
    });
  });

  it('fire when no pod is scraped, but not for the time of one restart', async () => {
    await expectAlerts(groups, {
      every: '1m',
      // A series that has ended is known for five more minutes.
      series: { [`up{${own}}`]: '1x9 _x7 1x9 _x14 1x5' },
      firing: {
        SlipwayTargetsMissing: { '17m': [], '20m': [], '37m': [{}], '43m': [] },
        SlipwayTargetDown: { '37m': [] },
      },
    });
  });

  it('do not fire when no pod is scraped because none is wanted', async () => {
    await expectAlerts(groups, {
      every: '1m',
      series: {
        [`up{${own}}`]: '1x9 stale',
        'kube_deployment_spec_replicas{namespace="store",deployment="shop"}': '2x9 0x20 2x15',
      },
      firing: { SlipwayTargetsMissing: { '20m': [], '29m': [], '40m': [{}] } },
    });
  });

  it.each(['node', 'postgres', 'redis'])(
    'M1: name the %s exporter when it alone is stopped',
    async source => {
      const others = ['node', 'postgres', 'redis'].filter(each => each !== source);
      await expectAlerts(groups, {
        every: '30s',
        series: {
          [up(source)]: '1x9 0 1x9 0x15 1x10',
          ...Object.fromEntries(others.map(each => [up(each), '1x60'])),
        },
        firing: { SlipwaySourceDown: { '5m': [], '14m': [], '16m': [{ source }], '20m': [] } },
      });
    },
  );

  it('M1: do not fire for one node of several', async () => {
    const second = (source: string) => up(source).replace('a:9', 'b:9');
    await expectAlerts(groups, {
      every: '30s',
      series: {
        ...Object.fromEntries(['node', 'postgres', 'redis'].map(each => [up(each), '1x30'])),
        [second('node')]: '0x30',
        [second('redis')]: '0x30',
      },
      firing: { SlipwaySourceDown: { '10m': [{ source: 'redis' }] } },
    });
  });

  it('M1: fire for an exporter that Prometheus has no target for', async () => {
    await expectAlerts(groups, {
      every: '30s',
      series: { [up('node')]: '1x30', [up('postgres')]: '1x30' },
      firing: { SlipwaySourceDown: { '4m': [], '6m': [{ source: 'redis' }] } },
    });
  });

  it('fire for memory near its limit, if it stays there', async () => {
    const container = `${own},container="shop"`;
    await expectAlerts(groups, {
      every: '1m',
      series: {
        [`container_memory_working_set_bytes{${container}}`]: '50x9 95 50x9 95x15 50x5',
        [`kube_pod_container_resource_limits{${container},resource="memory"}`]: '100x60',
      },
      firing: {
        SlipwayMemoryNearLimit: {
          '10m': [],
          '15m': [],
          '28m': [],
          '32m': [{ pod, container: 'shop' }],
          '38m': [],
        },
      },
    });
  });

  it('fire for a volume that fills up, and again when it is almost full', async () => {
    const volume = 'namespace="store",persistentvolumeclaim="data-db-0"';
    const claim = { persistentvolumeclaim: 'data-db-0' };
    await expectAlerts(groups, {
      every: '1m',
      series: {
        [`kubelet_volume_stats_available_bytes{${volume}}`]: '50x9 5 50x9 5x9 2x9 60x5',
        [`kubelet_volume_stats_capacity_bytes{${volume}}`]: '100x60',
      },
      firing: {
        SlipwayVolumeFillsUp: { '10m': [], '24m': [], '27m': [claim], '42m': [] },
        SlipwayVolumeAlmostFull: { '29m': [], '37m': [claim], '42m': [] },
      },
    });
  });

  it('fire for pods that restart again and again', async () => {
    await expectAlerts(groups, {
      every: '1m',
      series: { [`kube_pod_container_status_restarts_total{${own}}`]: '0x9 1x20 2 3 4 5 6 6x20' },
      firing: { SlipwayPodsRestart: { '12m': [], '35m': [{ pod }], '54m': [] } },
    });
  });

  it('fire as long as a pod is in a crash loop, and not for one crash', async () => {
    const restarts = `kube_pod_container_status_restarts_total{${own}}`;
    const waits = `kube_pod_container_status_waiting_reason{${own},container="shop",reason="CrashLoopBackOff"}`;
    // It lives for two minutes, then waits for five.
    const loop = Array.from({ length: 20 }, (_, index) => `${index + 5}x6`).join(' ');
    const waiting = Array.from({ length: 20 }, () => '_x2 1x4').join(' ');
    const later = [60, 65, 70, 75, 80, 85, 90, 95, 100, 105, 110, 115, 120].map(minute => [
      `${minute}m`,
      [{ pod }],
    ]);
    await expectAlerts(groups, {
      every: '1m',
      series: { [restarts]: `0 1 2 3 4 ${loop} 25x120`, [waits]: `1x4 ${waiting} _x120` },
      firing: { SlipwayPodsRestart: { ...Object.fromEntries(later), '160m': [] } },
    });
    await expectAlerts(groups, {
      every: '1m',
      series: { [restarts]: '0x9 1x40', [waits]: '_x10 1 _x40' },
      firing: { SlipwayPodsRestart: { '11m': [], '20m': [], '40m': [] } },
    });
  });

  it('fire for connections near their limit, if they stay there', async () => {
    const server = 'namespace="store",instance="db:9187"';
    await expectAlerts(groups, {
      every: '1m',
      series: {
        [`pg_stat_activity_count{${server},state="active"}`]: '50x9 95 50x9 95x9 50x5',
        [`pg_settings_max_connections{${server}}`]: '100x60',
      },
      firing: { SlipwayConnectionsNearLimit: { '10m': [], '24m': [], '27m': [{}], '32m': [] } },
    });
  });

  it('fire for a rollout that waits for a day, and end with its canary', async () => {
    await expectAlerts(groups, {
      every: '4m',
      series: { 'kube_deployment_created{namespace="store",deployment="shop-canary"}': '0x375' },
      firing: { SlipwayRolloutWaits: { '23h56m': [], '24h4m': [{}], '25h12m': [] } },
    });
  });

  it('fire for a certificate that is not renewed, two weeks and three days before it expires', async () => {
    const day = 86_400;
    const managed = 'certmanager_certificate_expiration_timestamp_seconds{namespace="store",name="shop-tls"}';
    const probed = 'probe_ssl_earliest_cert_expiry{instance="https://shop.example.com/healthz"}';
    // Two weeks are left after an hour; the certificate is renewed after two.
    const expiry = (days: number) => `${days * day + 3600}x29 ${90 * day}x15`;
    await expectAlerts(groups, {
      every: '4m',
      series: { [managed]: expiry(14), [probed]: `${90 * day}x60` },
      firing: {
        SlipwayCertificateExpires: { '1h8m': [], '1h24m': [{ name: 'shop-tls' }], '2h8m': [] },
        SlipwayCertificateExpiresSoon: { '1h24m': [] },
      },
    });
    const instance = 'https://shop.example.com/healthz';
    await expectAlerts(groups, {
      every: '4m',
      series: { [managed]: `${90 * day}x60`, [probed]: expiry(3) },
      firing: {
        SlipwayCertificateExpires: { '40m': [{ instance }] },
        SlipwayCertificateExpiresSoon: { '1h8m': [], '1h24m': [{ instance }], '2h8m': [] },
      },
    });
  });

  it('fails when an alert is expected that does not fire', async () => {
    const series = { [`up{${own}}`]: '1x20' };
    const wrong = expectAlerts(groups, {
      every: '1m',
      series,
      firing: { SlipwayTargetDown: { '10m': [{ pod, namespace: 'store' }] } },
    });
    await expect(wrong).rejects.toThrow('SlipwayTargetDown');
  });
});
