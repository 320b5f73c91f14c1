import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { down } from '../../../lab/down.ts';
import { zoneOff, zoneOn } from '../../../lab/faults.ts';
import { labOf } from '../../../lab/lab.ts';
import { leftovers, processesOf } from '../../../lab/leftovers.ts';
import { alive } from '../../../lab/process.ts';
import { up } from '../../../lab/up.ts';
import { innerLabs } from '../../../scripts/with-lab.ts';
import { instantQuery } from '../../prometheus.ts';
import { needs } from '../needs.ts';
import { cpuAutoscaler } from '../release-helpers.ts';
import { slowness } from '../slowness.ts';

needs('metrics');

const SCRIPT = join(import.meta.dirname, '..', '..', '..', 'scripts', 'lab');
const log = () => {};
/** Named after the lab that the tests run in, so that `down` of that lab finds them. */
const [killed, selftest] = innerLabs(process.env.SLIPWAY_LAB ?? 'lab');
const call = promisify(execFile);

/** Kills a process group, and optionally all that it started, as the out-of-memory killer may. */
function killAll(group: number, name: string, daemons: boolean): void {
  const pids = daemons ? processesOf(labOf(name)) : [];
  for (const pid of [-group, ...pids]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had ended already.
    }
  }
}

describe('a lab whose `up` is killed at any moment', () => {
  const name = killed;
  afterAll(() => down({ name, log }));

  it.each([0, 1, 2, 3, 4])('leaves nothing after `down` (round %i)', async round => {
    const delay = 500 + Math.random() * (round < 3 ? 6_000 : 19_500);
    const child = spawn(SCRIPT, ['up', '--name', name], { detached: true, stdio: 'ignore' });
    await sleep(delay);
    const before = leftovers(name);
    killAll(child.pid ?? 0, name, round % 2 === 1);
    await down({ name, log });
    expect(leftovers(name), `killed after ${Math.round(delay)} ms, when there was ${before.length}`).toEqual(
      [],
    );
  });
});

describe('a lab', () => {
  const name = selftest;
  const lab = labOf(name);
  const exec = async (...command: string[]) =>
    (await call(SCRIPT, ['exec', '--name', name, '--', ...command])).stdout;
  const apply = (object: object) =>
    exec('sh', '-c', `kubectl apply -f - <<'END'\n${JSON.stringify(object)}\nEND`);

  beforeAll(() => up({ name, log }));
  afterAll(() => down({ name, log }));

  it('serves six pods in three zones through its gateway', async () => {
    await apply(sample());
    await exec('kubectl', 'rollout', 'status', 'deployment/web', '--timeout=60s');
    // The gateway sees a ready pod a moment after `rollout status` does.
    const pods = async () => {
      const answers = await exec(
        'sh',
        '-c',
        'for i in $(seq 60); do curl -sf -H Host:web.test $SLIPWAY_GATEWAY; done',
      );
      return new Set(answers.trim().split('\n')).size;
    };
    await vi.waitFor(async () => expect(await pods()).toBe(6), { timeout: 30_000 });
  });

  it('lets a pod reach every pod of its Service, itself included', async () => {
    const fetches = `(async () => {
      const seen = new Set();
      const end = Date.now() + 8000;
      while (seen.size < 6 && Date.now() < end) seen.add(await fetch('http://' + ADDRESS,
        { headers: { connection: 'close' }, signal: AbortSignal.timeout(2000) }).then(r => r.text()));
      console.log(seen.size);
    })()`;
    const pods = (await exec('kubectl', 'get', 'pods', '-l', 'app=web', '-o', 'name')).trim().split('\n');
    const address = await exec('kubectl', 'get', 'service', 'web', '-o', 'jsonpath={.spec.clusterIP}');
    for (const pod of pods) {
      const seen = await exec(
        'kubectl',
        'exec',
        pod,
        '--',
        'node',
        '-e',
        fetches.replace('ADDRESS', `'${address}'`),
      );
      expect(seen.trim()).toBe('6');
    }
  });

  it('resolves Services in pods, headless ones by each pod, and no other name', async () => {
    await apply({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'every-web' },
      spec: { clusterIP: 'None', selector: { app: 'web' }, ports: [{ port: 8080 }] },
    });
    const names = [
      'web',
      'web.default.svc.cluster.local',
      'every-web',
      'kubernetes.default',
      'absent',
      'example.com',
    ];
    const script = `const dns = require('dns').promises;
      Promise.all(${JSON.stringify(names)}.map(name => dns.lookup(name, { all: true }).then(
        found => found.map(each => each.address).sort(), error => error.code))).then(all => console.log(JSON.stringify(all)))`;
    const lookUp = async () =>
      JSON.parse(await exec('kubectl', 'exec', 'deployment/web', '--', 'node', '-e', script));
    const field = (path: string, ...of: string[]) =>
      exec('kubectl', 'get', ...of, '-o', `jsonpath={${path}}`);
    const address = await field('.spec.clusterIP', 'service', 'web');
    const pods = (await field('.items[*].status.podIP', 'pods', '-l', 'app=web')).split(' ').sort();
    await expect
      .poll(lookUp, { timeout: 10_000 })
      .toEqual([[address], [address], pods, ['10.96.0.1'], 'ENOTFOUND', 'ENOTFOUND']);
  });

  it('scrapes its pods and its gateway, and serves their series through the API server', async () => {
    const ask = async (query: string) => {
      const call = async (_: string, path: string) => ({
        body: await exec('kubectl', 'get', '--raw', path),
      });
      return instantQuery({ call }, query);
    };
    const pods = await exec('kubectl', 'get', 'pods', '-l', 'app=web', '-o', 'json');
    const uids = (JSON.parse(pods) as { items: { metadata: { uid: string } }[] }).items.map(
      pod => pod.metadata.uid,
    );
    await expect
      .poll(async () => (await ask('answer')).map(({ metric }) => metric.pod_uid).sort(), { timeout: 30_000 })
      .toEqual(uids.sort());
    const [series] = await ask('answer');
    expect(series).toMatchObject({
      metric: {
        namespace: 'default',
        pod: expect.stringMatching(/^web-/),
        node: expect.stringMatching(/^node-/),
      },
      value: [expect.any(Number), '42'],
    });
    const counted = 'sum(envoy_cluster_upstream_rq_xx{envoy_cluster_name="default_web_80"})';
    await expect
      .poll(async () => Number((await ask(counted))[0]?.value[1]), { timeout: 15_000 })
      .toBeGreaterThanOrEqual(60);
  });

  it('measures pods, and an autoscaler acts on it', async () => {
    const top = () => exec('kubectl', 'top', 'pods', '--no-headers').catch(() => '');
    await expect.poll(top, { timeout: 60_000, interval: 1_000 }).toContain('web-');
    // Less than a pod uses just for its probes.
    await apply(cpuAutoscaler('web', 6, 7, '100u'));
    const scaled = 'jsonpath={.spec.replicas}=7';
    await exec('kubectl', 'wait', 'deployment/web', `--for=${scaled}`, '--timeout=60s');
    await exec('kubectl', 'delete', 'hpa', 'web');
    await exec('kubectl', 'scale', 'deployment/web', '--replicas=6');
    await exec('kubectl', 'rollout', 'status', 'deployment/web', '--timeout=60s');
    // A rollout does not wait until the seventh pod is gone, and later tests count the pods.
    const pods = async () => (await exec('kubectl', 'get', 'pods', '-l', 'app=web', '-o', 'name')).trim();
    await expect.poll(async () => (await pods()).split('\n').length, { timeout: 60_000 }).toBe(6);
  });

  it('finds a known flaw with its own database and no network', async () => {
    const lock = { lockfileVersion: 3, packages: { 'node_modules/lodash': { version: '4.17.11' } } };
    const offline =
      '--skip-db-update --offline-scan --skip-version-check --disable-telemetry --quiet --format json';
    const report = await exec(
      'sh',
      '-ec',
      `cd $(mktemp -d); echo '${JSON.stringify(lock)}' > package-lock.json
       trivy fs --cache-dir $SLIPWAY_TRIVY_DB --scanners vuln ${offline} . ; rm -r "$PWD"`,
    );
    const { Results } = JSON.parse(report) as {
      Results: { Vulnerabilities: { VulnerabilityID: string; FixedVersion: string; Severity: string }[] }[];
    };
    expect(
      Results[0]?.Vulnerabilities.map(
        each => `${each.VulnerabilityID} ${each.FixedVersion} ${each.Severity}`,
      ),
    ).toEqual([
      'CVE-2019-10744 4.17.12 CRITICAL',
      'CVE-2021-23337 4.17.21 HIGH',
      'CVE-2020-28500 4.17.21 MEDIUM',
    ]);
  });

  it('kills a container that uses more memory than its limit, and reports OOMKilled', async () => {
    const script = 'const a = []; setInterval(() => a.push(Buffer.alloc(1e7, 1)), 10)';
    await apply({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'hungry' },
      spec: {
        restartPolicy: 'Never',
        containers: [
          {
            name: 'hungry',
            image: '127.0.0.1:5000/base/node:24',
            command: ['node', '-e', script],
            resources: { limits: { memory: '100Mi' } },
          },
        ],
      },
    });
    const reason = 'jsonpath={.status.containerStatuses[0].state.terminated.reason}=OOMKilled';
    await exec('kubectl', 'wait', 'pod/hungry', `--for=${reason}`, '--timeout=30s');
  });

  it('passes on the exit code of the command of `exec`', async () => {
    await expect(exec('sh', '-c', 'exit 7')).rejects.toMatchObject({ code: 7 });
  });

  it('passes signals to the command of `exec` and leaves no orphan', async () => {
    const child = spawn(SCRIPT, ['exec', '--name', name, '--', 'sh', '-c', 'echo ready; exec sleep 1000'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    const ended = new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)));
    child.kill('SIGTERM');
    await expect(ended).resolves.toBe('SIGTERM');
  });

  it('reports within two seconds that it is up', async () => {
    const start = Date.now();
    await up({ name, log });
    expect(Date.now() - start).toBeLessThan(2_000 * (await slowness(start)));
  });

  it.each([
    'node-b.kubelet',
    'contour',
    'envoy',
    'kube-proxy',
    'dns',
    'targets',
    'prometheus',
    'metrics-server',
  ])('fixes a dead %s', async part => {
    process.kill(alive(lab, part)?.pid ?? 0, 'SIGKILL');
    await expect.poll(() => alive(lab, part), { timeout: 10_000 }).toBeNull();
    await up({ name, log });
    expect(alive(lab, part)).not.toBeNull();
  });

  it('loses a zone at once and recovers it', async () => {
    const ofB = ['--field-selector=spec.nodeName=node-b', '-l', 'app=web', '--no-headers'];
    const columns = 'NAME:.metadata.name,TIMES:.status.containerStatuses[0].restartCount';
    /** Returns the restarts of each pod's container. */
    const restarts = async () => {
      const rows = await exec('kubectl', 'get', 'pods', ...ofB, '-o', `custom-columns=${columns}`);
      return new Map(
        rows
          .trim()
          .split('\n')
          .map(row => [row.split(/ +/)[0], Number(row.split(/ +/)[1])]),
      );
    };
    const before = await restarts();
    await zoneOff({ name, zone: 'b' });
    expect(['node-b', 'node-b.kubelet', 'node-b.containerd'].map(part => alive(lab, part))).toEqual([
      null,
      null,
      null,
    ]);
    await zoneOn({ name, zone: 'b' });
    const least = Math.min(...before.values()) + 1;
    const waited = async () => {
      const now = await restarts();
      return [...before.keys()].filter(pod => !(Number(now.get(pod)) >= least));
    };
    await expect.poll(waited, { timeout: 150_000, interval: 500 }).toEqual([]);
    await exec('kubectl', 'rollout', 'status', 'deployment/web', '--timeout=60s');
  });
});

function sample(): object {
  const server = `require('http').createServer((q, r) => {
    r.setHeader('content-type', 'text/plain');
    r.end(q.url === '/metrics' ? 'answer 42\\n' : require('os').hostname() + '\\n');
  }).listen(8080)`;
  const annotations = { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8080' };
  const pod = {
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: { matchLabels: { app: 'web' } },
      },
    ],
    terminationGracePeriodSeconds: 1,
    containers: [
      {
        name: 'web',
        image: '127.0.0.1:5000/base/node:24',
        command: ['node', '-e', server],
        resources: { requests: { cpu: '10m' } },
        readinessProbe: { httpGet: { path: '/', port: 8080 }, periodSeconds: 1 },
      },
    ],
  };
  return {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'web' },
        spec: {
          replicas: 6,
          selector: { matchLabels: { app: 'web' } },
          template: { metadata: { labels: { app: 'web' }, annotations }, spec: pod },
        },
      },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'web' },
        spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] },
      },
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'web' },
        spec: {
          parentRefs: [{ name: 'lab', namespace: 'gateway' }],
          hostnames: ['web.test'],
          rules: [{ backendRefs: [{ name: 'web', port: 80 }] }],
        },
      },
    ],
  };
}
