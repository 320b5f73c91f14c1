import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { down } from '../../lab/down.ts';
import { zoneOff, zoneOn } from '../../lab/faults.ts';
import { labOf } from '../../lab/lab.ts';
import { leftovers, processesOf } from '../../lab/leftovers.ts';
import { alive } from '../../lab/process.ts';
import { up } from '../../lab/up.ts';
import { innerLabs } from '../../scripts/with-lab.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'scripts', 'lab');
const log = () => {};
/** Named after the lab that we run in, so that whoever ends that finds them. */
const [killed, selftest] = innerLabs(process.env.SLIPWAY_LAB ?? 'lab');
const call = promisify(execFile);

/** Ends a process group, and in half of the cases all that it started too, as a machine's out-of-memory killer may. */
function killAll(group: number, name: string, daemons: boolean): void {
  const pids = daemons ? processesOf(labOf(name)) : [];
  for (const pid of [-group, ...pids]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had ended.
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
    const answers = await exec(
      'sh',
      '-c',
      'for i in $(seq 60); do curl -sf -H Host:web.test $SLIPWAY_GATEWAY; done',
    );
    expect(new Set(answers.trim().split('\n')).size).toBe(6);
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

  it('kills a container that takes more memory than its limit, and says so', async () => {
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

  it('passes on the exit code of what `exec` runs', async () => {
    await expect(exec('sh', '-c', 'exit 7')).rejects.toMatchObject({ code: 7 });
  });

  it('hands signals to what `exec` runs and leaves no orphan', async () => {
    const child = spawn(SCRIPT, ['exec', '--name', name, '--', 'sleep', '1000'], { stdio: 'ignore' });
    await sleep(1_000);
    const ended = new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)));
    child.kill('SIGTERM');
    await expect(ended).resolves.toBe('SIGTERM');
  });

  it('says within two seconds that it is up', async () => {
    const start = Date.now();
    await up({ name, log });
    expect(Date.now() - start).toBeLessThan(2_000);
  });

  it.each(['node-b.kubelet', 'traefik', 'kube-proxy'])('mends a dead %s', async part => {
    process.kill(alive(lab, part)?.pid ?? 0, 'SIGKILL');
    await sleep(200);
    expect(alive(lab, part)).toBeNull();
    await up({ name, log });
    expect(alive(lab, part)).not.toBeNull();
  });

  it('loses a zone at once and gets it back', async () => {
    await zoneOff({ name, zone: 'b' });
    expect(['node-b', 'node-b.kubelet', 'node-b.containerd'].map(part => alive(lab, part))).toEqual([
      null,
      null,
      null,
    ]);
    await zoneOn({ name, zone: 'b' });
    const restarted = 'jsonpath={.status.containerStatuses[0].restartCount}=1';
    const ofB = ['--field-selector=spec.nodeName=node-b', '-l', 'app=web'];
    await exec('kubectl', 'wait', 'pods', ...ofB, `--for=${restarted}`, '--timeout=60s');
    await exec('kubectl', 'rollout', 'status', 'deployment/web', '--timeout=60s');
  });
});

function sample(): object {
  const server = `require('http').createServer((q, r) => r.end(require('os').hostname() + '\\n')).listen(8080)`;
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
          template: { metadata: { labels: { app: 'web' } }, spec: pod },
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
