import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { alertmanager, mailpit, sinksPart } from '../../lab/alerting.ts';
import { buildkit, buildkitConfig } from '../../lab/buildkit.ts';
import { contour, contourObjects, envoy } from '../../lab/contour.ts';
import { apiServer, controllerManager, etcd, kubeProxy, scheduler } from '../../lab/control-plane.ts';
import { credentialsOf } from '../../lab/credentials.ts';
import { dns, dnsObjects } from '../../lab/dns.ts';
import { exportLines, variables } from '../../lab/environment.ts';
import { EXPORTER_PROCESSES, exporterParts, exportersConfig } from '../../lab/exporters.ts';
import { definitionName } from '../../lab/gateway.ts';
import { kwok, nodeObjects, SIMULATED_NODES } from '../../lab/kwok.ts';
import { type Lab, labOf, NODES } from '../../lab/lab.ts';
import { openSearch, openSearchConfig, shipper } from '../../lab/logs.ts';
import { metricsObjects, metricsServer } from '../../lab/metrics.ts';
import { hairpinRules, nodeHolder } from '../../lab/namespace.ts';
import { cniConfig, containerd, containerdConfig, kubelet, kubeletConfig } from '../../lab/node.ts';
import {
  prometheus,
  prometheusConfig,
  prometheusObjects,
  simulatedConfig,
  targets,
  targetsObjects,
} from '../../lab/prometheus.ts';
import type { Placed } from '../../lab/registration.ts';
import { registry, registryConfig } from '../../lab/registry.ts';
import { traefikObjects } from '../../lab/traefik.ts';

const CACHE = '/c';

/** All files and commands of a lab. */
function rendered(lab: Lab): string {
  const credentials = credentialsOf(lab);
  const nodes = NODES.flatMap(node => [
    nodeHolder(lab, node.name, '/tools/pause').command.join(' '),
    containerd(lab, node).command.join(' '),
    containerdConfig(`${lab.dir}/${node.name}`),
    kubelet(lab, node, credentials).command.join(' '),
    kubeletConfig(lab, node, credentials.ca),
    cniConfig(lab, node),
  ]);
  const parts = [
    etcd(lab),
    apiServer(lab, credentials),
    controllerManager(credentials),
    scheduler(credentials),
    kubeProxy(credentials),
    registry(lab),
    buildkit(lab),
    dns(credentials),
    contour(lab, credentials),
    envoy(lab),
    prometheus(lab),
    targets(credentials),
    metricsServer(credentials),
    ...[alertmanager(lab), mailpit(lab), sinksPart()],
    ...Object.values(exporterParts(lab, credentials)),
    ...[openSearch(lab, '/home'), shipper(lab, credentials)],
  ];
  return [
    ...nodes,
    ...parts.map(part => part.command.join(' ')),
    registryConfig(lab),
    buildkitConfig(lab),
    prometheusConfig(),
    exportersConfig(credentials),
    openSearchConfig(lab),
    exportLines(lab),
    ...Object.values(lab),
  ].join('\n');
}

describe('two labs on one machine', () => {
  it('share no path of a file that they write', () => {
    const own = (name: string) => rendered(labOf(name, CACHE)).match(/\/c\/[\w./-]+/g) ?? [];
    const [one, two] = [new Set(own('one')), own('two')];
    expect(one.size).toBeGreaterThan(20);
    expect(two.filter(path => one.has(path))).toEqual([]);
  });

  it('differ only in their name', () => {
    const two = rendered(labOf('two', CACHE));
    expect(rendered(labOf('one', CACHE)).replaceAll('one', 'two')).toBe(two.replaceAll('one', 'two'));
  });

  it('are distinct even if one name is a prefix of the other', () => {
    expect(labOf('a', CACHE).id).not.toBe(labOf('a-b', CACHE).id);
    expect(`${labOf('a-b', CACHE).dir}/x`.startsWith(`${labOf('a', CACHE).dir}/`)).toBe(false);
  });
});

describe('the configuration of a lab', () => {
  const lab = labOf('x', CACHE);

  it('gives every node its own pod addresses and cgroup', () => {
    for (const render of [
      (i: number) => cniConfig(lab, NODES[i]!),
      (i: number) => kubeletConfig(lab, NODES[i]!, '/ca'),
    ]) {
      expect(new Set(NODES.map((_, i) => render(i))).size).toBe(NODES.length);
    }
    expect(kubeletConfig(lab, NODES[1]!, '/ca')).toContain('cgroupRoot: /slipway-x/node-b\n');
    expect(JSON.parse(cniConfig(lab, NODES[1]!)).plugins[0].ipam.ranges).toEqual([
      [{ subnet: '10.244.2.0/24' }],
    ]);
  });

  it('masquerades connections of a pod to itself through its Service, on each node', () => {
    expect(hairpinRules()).toContain('10.244.1.2 . 10.244.1.2');
    expect(hairpinRules()).toContain('10.244.3.254 . 10.244.3.254');
  });

  it('has two gateways of different classes and ports, each with routes from every namespace', () => {
    const gateways = [contourObjects(), traefikObjects()].map(objects => {
      const [[, gatewayClass] = [], [, gateway] = []] = ['GatewayClass', 'Gateway'].map(kind =>
        objects.find(([, object]) => (object as { kind: string }).kind === kind),
      );
      expect(gateway).toMatchObject({
        spec: { listeners: [{ allowedRoutes: { namespaces: { from: 'All' } } }] },
      });
      return JSON.stringify([gatewayClass, gateway]).match(
        /"(?:controllerName|gatewayClassName|port)":[^,}]+/g,
      );
    });
    expect(gateways).toEqual([
      ['"controllerName":"projectcontour.io/gateway-controller"', '"gatewayClassName":"lab"', '"port":8000'],
      ['"controllerName":"traefik.io/gateway-controller"', '"gatewayClassName":"traefik"', '"port":8001'],
    ]);
  });

  it('maps the port of its gateway to the port on which Envoy listens', () => {
    const of = (kind: string) =>
      contourObjects().find(([, object]) => (object as { kind: string }).kind === kind)?.[1];
    expect(of('Service')).toMatchObject({
      spec: { type: 'LoadBalancer', ports: [{ port: 8000, targetPort: 16000 }] },
    });
    expect(of('EndpointSlice')).toMatchObject({ ports: [{ port: 16000 }] });
  });

  it('derives the name of a CRD from the name of its file', () => {
    expect(definitionName('gateway.networking.k8s.io_httproutes.yaml')).toBe(
      'httproutes.gateway.networking.k8s.io',
    );
  });

  it('gives pods only the cluster DNS, and no name servers of the machine', () => {
    const config = parse(kubeletConfig(lab, NODES[0]!, '/ca'));
    expect(config).toMatchObject({
      clusterDNS: ['10.99.0.1'],
      clusterDomain: 'cluster.local',
      resolvConf: '',
    });
  });

  it('scrapes the discovered pods, and each gateway', () => {
    const { scrape_configs } = parse(prometheusConfig());
    expect(scrape_configs).toMatchObject([
      { http_sd_configs: [{ url: `http://${targets(credentialsOf(lab)).command.at(-1)}` }] },
      { metrics_path: '/stats/prometheus', static_configs: [{ targets: ['10.99.0.1:8002'] }] },
      { static_configs: [{ targets: ['10.99.0.1:8082'] }] },
    ]);
  });

  it('loads rules and other scrape configurations from folders, and tells Alertmanager', () => {
    expect(parse(prometheusConfig())).toMatchObject({
      rule_files: ['rules/*.yaml'],
      scrape_config_files: ['scrape/*.yaml'],
      alerting: { alertmanagers: [{ static_configs: [{ targets: ['10.99.0.1:9093'] }] }] },
    });
    expect(prometheus(lab).command).toContain('--web.enable-lifecycle');
    expect(alertmanager(lab).command).toContain('--web.listen-address=10.99.0.1:9093');
  });

  it('scrapes each exporter where it listens, and cadvisor of each node', () => {
    const { scrape_configs } = parse(exportersConfig(credentialsOf(lab)));
    const jobs = scrape_configs as { job_name: string; static_configs: { targets: string[] }[] }[];
    const targetsOf = (name: string) =>
      jobs.find(job => job.job_name === name)?.static_configs.flatMap(({ targets }) => targets);
    expect(targetsOf('cadvisor')).toEqual(NODES.map(({ address }) => `${address}:10250`));
    const parts = exporterParts(lab, credentialsOf(lab));
    for (const process of EXPORTER_PROCESSES.filter(name => name.endsWith('-exporter'))) {
      const [target = 'none'] = targetsOf(process.replace('-exporter', '')) ?? [];
      expect(parts[process].command.join(' ')).toContain(`web.listen-address=${target}`);
    }
  });

  it('scrapes the counters of all pods at once in a simulated lab, and honors their labels', () => {
    const { scrape_configs } = parse(simulatedConfig());
    expect(scrape_configs).toEqual([
      expect.objectContaining({ honor_labels: true, static_configs: [{ targets: ['10.99.0.1:9102'] }] }),
    ]);
  });

  it('simulates six nodes, two in each zone', () => {
    const zones = SIMULATED_NODES.map(({ zone }) => zone);
    expect(zones).toEqual(['a', 'a', 'b', 'b', 'c', 'c']);
    expect(new Set(nodeObjects().map(([path]) => path)).size).toBe(6);
    expect(kwok(lab, credentialsOf(lab)).command).toContain('--manage-all-nodes=true');
  });

  it('exports its own discovery cache, because every lab has the same address', () => {
    expect(variables(lab)).toMatchObject({ SLIPWAY_LAB: 'x', KUBECACHEDIR: '/c/labs/x/kube-cache' });
  });
});

describe('a program outside of the cluster', () => {
  const kinds = (objects: readonly Placed[]) =>
    objects.map(([, object]) => (object as { kind: string }).kind);
  const object = (objects: readonly Placed[], kind: string) =>
    objects.map(([, each]) => each).find(each => (each as { kind: string }).kind === kind);

  it('has only read permissions', () => {
    for (const objects of [dnsObjects(), targetsObjects(), metricsObjects(Buffer.from(''))]) {
      const { rules } = object(objects, 'ClusterRole') as { rules: { verbs: string[] }[] };
      expect(new Set(rules.flatMap(rule => rule.verbs))).toSatisfy((verbs: Set<string>) =>
        [...verbs].every(verb => ['get', 'list', 'watch'].includes(verb)),
      );
    }
  });

  it('has the address of a pod of its namespace, because the API server proxies only to pods', () => {
    const objects = prometheusObjects();
    const { subsets } = object(objects, 'Endpoints') as {
      subsets: { addresses: { ip: string; targetRef: object }[] }[];
    };
    expect(subsets[0]?.addresses).toEqual([
      { ip: '10.99.0.1', targetRef: { kind: 'Pod', namespace: 'monitoring', name: 'prometheus' } },
    ]);
    const status = objects.find(([path]) => path.endsWith('/pods/prometheus/status'))?.[1];
    expect(status).toMatchObject({ status: { podIPs: [{ ip: '10.99.0.1' }] } });
    expect(kinds(objects).indexOf('Namespace')).toBeLessThan(kinds(objects).indexOf('Service'));
  });

  it('is registered as an API last, when it can answer', () => {
    expect(kinds(metricsObjects(Buffer.from('ca'))).at(-1)).toBe('APIService');
    expect(object(metricsObjects(Buffer.from('ca')), 'APIService')).toMatchObject({
      spec: { caBundle: 'Y2E=' },
    });
  });
});
