import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strategySchema } from '../../../src/config/progressive.ts';
import type { Strategy } from '../../../src/config/types.ts';
import {
  exposureSentence,
  heartbeatData,
  heartbeatPatch,
  isWatching,
  type WatchdogOptions,
  watchdogJob,
  watchdogRole,
} from '../../../src/release/watchdog/watchdog.ts';
import { applied } from '../../traffic/json-patch.ts';
import { wording } from '../../wording.ts';

const route = '/apis/gateway.networking.k8s.io/v1/namespaces/shop/httproutes/shop';
const patch = [
  { op: 'test', path: '/metadata/annotations/slipway.dev~1token.shop', value: '7' },
  { op: 'add', path: '/spec/rules/0/backendRefs/1/weight', value: 0 },
] as const;
const options = (changes: Partial<WatchdogOptions> = {}): WatchdogOptions => ({
  writer: { app: 'shop', token: 7 },
  namespace: 'shop',
  image: 'registry.example/kubectl:1',
  owner: { apiVersion: 'v1', kind: 'ConfigMap', name: 'slipway-shop-fence-7', uid: 'fence' },
  lifetime: 3_600_000,
  writes: [{ path: route, patch: [...patch] }],
  fallback: [{ path: '/api/v1/namespaces/shop/services/shop-canary', patch: [...patch] }],
  ...changes,
});

/** What kubectl says when the API server answers so, or does not. */
const says = {
  refused: 'fail The request is invalid: the server rejected our request due to an error in our request',
  gone: 'fail Error from server (NotFound): configmaps "slipway-shop-fence-7" not found',
  forbidden: 'fail Error from server (Forbidden): httproutes "shop" is forbidden: User "x" cannot patch',
  away: 'fail The connection to the server 10.0.0.1:443 was refused - did you specify the right host or port?',
};
const beat = (number: number, more: Record<string, string> = {}) =>
  `ok ${JSON.stringify({ kind: 'ConfigMap', metadata: { managedFields: [{ fieldsV1: { 'f:data': { 'f:beat': {} } } }] }, data: { ...heartbeatData({ beat: number, timeout: 10 }), ...more } })}`;
const times = (count: number, line: string) => Array.from({ length: count }, () => line);

/** Answers of the API server in order; the last one stays. */
interface Answers {
  gets: string[];
  writes?: string[];
  dry?: string[];
}

interface Ran {
  code: number;
  output: string;
  /** Writes that were no dry run: resource/name. */
  written: string[];
  looks: number;
}

/** Answers the nth call with the nth line of a file: `ok TEXT` or `fail TEXT`. Shell builtins alone. */
const fakeKubectl = `#!/bin/sh
file=writes
case $1 in get) file=gets ;; esac
case "$*" in *--dry-run=server*) file=dry ;; esac
n=0
[ ! -e "$STATE/$file.count" ] || read -r n <"$STATE/$file.count"
n=$((n + 1))
echo "$n" >"$STATE/$file.count"
printf '%s\\n' "$file $2 $3 $*" >>"$STATE/calls"
[ -r "$KUBECONFIG" ] || { echo 'no kubeconfig' >&2; exit 1; }
i=0
while read -r line; do i=$((i + 1)); [ "$i" -ne "$n" ] || break; done <"$STATE/$file"
read -r last <"$STATE/$file.last"
[ "$i" -eq "$n" ] && [ -n "$line" ] || line=$last
case $line in ok*) printf '%s\\n' "\${line#ok }" ;; *) printf '%s\\n' "\${line#fail }" >&2; exit 1 ;; esac
`;

/** The same for curl, which says the status after the body. */
const fakeCurl = `#!/bin/sh
read -r config
case $config in 'header = "Authorization: Bearer secret"') ;; *) echo "no token: $config" >&2; exit 2 ;; esac
file=gets resource=
for word; do
  case $word in PATCH) file=writes ;; https://*) url=$word ;; esac
done
case $url in *dryRun=All) file=dry ;; esac
n=0
[ ! -e "$STATE/$file.count" ] || read -r n <"$STATE/$file.count"
n=$((n + 1))
echo "$n" >"$STATE/$file.count"
printf '%s\\n' "$file \${url#https://10.0.0.1:443} - $*" >>"$STATE/calls"
i=0
while read -r line; do i=$((i + 1)); [ "$i" -ne "$n" ] || break; done <"$STATE/$file"
read -r last <"$STATE/$file.last"
[ "$i" -eq "$n" ] && [ -n "$line" ] || line=$last
case $line in
  ok*) printf '%s 200' "\${line#ok }" ;;
  *NotFound*) printf '{} 404' ;;
  *Forbidden*) printf '{} 403' ;;
  *invalid*) printf '{"message": "the server rejected our request due to an error in our request"} 422' ;;
  *) echo 'curl: (7) Failed to connect' >&2; exit 7 ;;
esac
`;

const shells = [['dash'], ['bash', '--posix'], ['busybox', 'sh']]
  .map(([name, ...args]) => ({
    name,
    command: (process.env.PATH ?? '')
      .split(':')
      .map(folder => `${folder}/${name}`)
      .find(existsSync),
    args,
  }))
  .filter(({ command }) => command !== undefined);

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'watchdog-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Runs the Job's container as kubelet would, with nothing on the PATH but what an image must have. */
async function watch(
  answers: Answers,
  how: { client?: 'kubectl' | 'curl'; shell?: (typeof shells)[number]; job?: Partial<WatchdogOptions> } = {},
): Promise<Ran> {
  const state = await mkdtemp(join(root, 'run-'));
  const bin = join(state, 'bin');
  const account = join(state, 'account');
  await Promise.all([mkdir(bin), mkdir(account)]);
  await writeFile(join(account, 'token'), 'secret');
  const files = {
    gets: answers.gets,
    writes: answers.writes ?? ['ok patched'],
    dry: answers.dry ?? ['ok patched'],
  };
  const { client = 'kubectl', shell = shells[0]! } = how;
  for (const [name, lines] of Object.entries(files)) {
    // As the API server answers curl.
    const text = client === 'curl' ? lines.map(line => line.replaceAll('":', '": ')) : lines;
    await writeFile(join(state, name), `${text.join('\n')}\n`);
    await writeFile(join(state, `${name}.last`), `${text.at(-1)}\n`);
  }
  await writeFile(join(bin, client), client === 'kubectl' ? fakeKubectl : fakeCurl);
  await chmod(join(bin, client), 0o755);
  const container = watchdogJob(options(how.job)).spec!.template.spec!.containers[0]!;
  const expand = (text: string) => text.replaceAll('$$', () => '$');
  const env = Object.fromEntries((container.env ?? []).map(({ name, value = '' }) => [name, expand(value)]));
  const [, , text = ''] = container.command ?? [];
  const ran = await new Promise<{ code: number; output: string }>(resolve => {
    execFile(
      shell.command!,
      // Pauses take no time here; busybox would find its own sleep before one on the PATH.
      [...shell.args, '-c', `sleep() { :; }\n${expand(text)}`],
      {
        timeout: 20_000,
        env: {
          ...env,
          PATH: bin,
          STATE: state,
          ACCOUNT: account,
          HOME: state,
          ARMED: join(state, 'armed'),
          // No clock: the pauses are counted.
          CLOCK: join(state, 'none'),
          KUBERNETES_SERVICE_HOST: '10.0.0.1',
          KUBERNETES_SERVICE_PORT: '443',
        },
      },
      (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? -1), output: stdout + stderr }),
    );
  });
  const calls = (await readFile(join(state, 'calls'), 'utf8').catch(() => '')).split('\n');
  return {
    ...ran,
    written: calls
      .filter(line => line.startsWith('writes '))
      .map(line =>
        client === 'kubectl' ? line.split(' ').slice(1, 3).join('/') : (line.split(' ')[1] ?? ''),
      ),
    looks: calls.filter(line => line.startsWith('gets ')).length,
  };
}

const toRoute = 'httproutes.gateway.networking.k8s.io/shop';
const toService = 'services/shop-canary';

describe.each(shells)('the watchdog in $name', shell => {
  it('restores the traffic when the heartbeat has not changed for the allowed time, and not before', async () => {
    const ran = await watch({ gets: [beat(1), beat(2), beat(3)] }, { shell });
    expect(ran, ran.output).toMatchObject({ code: 0, written: [toRoute] });
    // A beat when it arms and two more, then five looks at pauses of 2 s make 10 s.
    expect(ran.looks).toBe(8);
    expect(ran.output).toMatch(/\b10 s\b/);
  });

  it('does the same with curl and the token of its account', async () => {
    const ran = await watch({ gets: [beat(1), beat(2), beat(3)] }, { shell, client: 'curl' });
    expect(ran, ran.output).toMatchObject({ code: 0, written: [route] });
    expect(ran.looks).toBe(8);
  });

  it('does nothing while the run sends heartbeats, and ends with the rollout', async () => {
    const beats = Array.from({ length: 12 }, (_, number) => times(4, beat(number))).flat();
    const over = await watch({ gets: [...beats, beat(12, { over: 'true' })] }, { shell });
    expect(over).toMatchObject({ code: 0, written: [], looks: 49 });
    const gone = await watch({ gets: [...beats.slice(0, 8), says.gone] }, { shell });
    expect(gone).toMatchObject({ code: 0, written: [], looks: 9 });
  });
});

describe('the watchdog', () => {
  it('has a shell to be tested with', () => {
    expect(shells.map(({ name }) => name)).toContain('dash');
  });

  it('sends the fallback when the route was changed, so that its write no longer fits', async () => {
    const ran = await watch({ gets: [beat(1)], writes: [says.refused, 'ok patched'] });
    expect(ran).toMatchObject({ code: 0, written: [toRoute, toService] });
  });

  const webhook =
    'fail Error from server (InternalError): Internal error occurred: failed calling webhook "routes.example.com"';
  const policy =
    'fail Error from server (Forbidden): admission webhook "policy.example.com" denied the request: no changes today';
  it.each([
    ['CH 3: a webhook that does not answer', webhook],
    ['CH 4: a policy that denies it', policy],
  ])('sends the fallback when the write is prevented by %s', async (_, answer) => {
    const ran = await watch({ gets: [beat(1)], writes: [answer, 'ok patched'] });
    expect(ran).toMatchObject({ code: 0, written: [toRoute, toService] });
    expect(ran.output.trim().split('\n').at(-1)).toEqual(wording());
    // A write that no longer fits on the second way tells of no newer run while the first one only failed.
    const later = await watch({ gets: [beat(1)], writes: [answer, says.refused, 'ok patched'] });
    expect(later).toMatchObject({ code: 0, written: [toRoute, toService, toRoute] });
  });

  it.each(['kubectl', 'curl'] as const)('ends when a newer run has taken over (%s)', async client => {
    const ran = await watch({ gets: [beat(1)], writes: [says.refused] }, { client });
    expect(ran.code).toBe(0);
    expect(ran.written).toHaveLength(2);
    expect(ran.output.trim().split('\n').at(-1)).toEqual(wording());
  });

  it('keeps trying while the API server is away, because its last request may succeed first', async () => {
    const ran = await watch({ gets: [beat(1)], writes: [says.away, says.away, 'ok patched'] });
    expect(ran).toMatchObject({ code: 0, written: [toRoute, toService, toRoute] });
  });

  it('does not count the time in which the API server was away, and then gives a living run time for a heartbeat', async () => {
    const patient = (number: number) => beat(number, { timeout: '40' });
    const outage = [...times(15, patient(1)), ...times(100, says.away)];
    // 28 s without a beat, then away: 25 remain, and 15 s is what a living run has.
    const lives = await watch({
      gets: [...outage, ...times(6, patient(1)), patient(2), beat(3, { over: '1' })],
    });
    expect(lives).toMatchObject({ code: 0, written: [] });
    const dead = await watch({ gets: [...outage, patient(1)] });
    expect(dead).toMatchObject({ code: 0, written: [toRoute] });
    expect(dead.looks).toBe(15 + 100 + 9);
  });

  it('waits as long as a paused rollout requests', async () => {
    const ran = await watch({ gets: [beat(1), beat(2, { timeout: '100' })] });
    expect(ran.looks).toBe(2 + 50);
  });

  it('stops when the run sends a heartbeat again before the write succeeded', async () => {
    const ran = await watch({
      gets: [...times(7, beat(1)), beat(2), beat(3, { over: 'true' })],
      writes: [says.away],
    });
    expect(ran).toMatchObject({ code: 0, written: [toRoute, toService] });
    expect(ran.output.trim().split('\n').at(-1)).toEqual(wording());
  });

  it('writes to every route, and skips one that is gone', async () => {
    const writes = ['shop', 'admin'].map(name => ({
      path: route.replace(/shop$/, name),
      patch: [...patch],
      description: '',
    }));
    const ran = await watch({ gets: [beat(1)], writes: [says.gone, 'ok patched'] }, { job: { writes } });
    expect(ran).toMatchObject({ code: 0, written: [toRoute, toRoute.replace('shop', 'admin')] });
  });

  it.each(['forbidden', 'refused'] as const)('does not watch when its writes would be %s', async kind => {
    const ran = await watch({ gets: [beat(1)], dry: [says[kind]] });
    expect(ran).toMatchObject({ code: 1, written: [], looks: 0 });
    expect(ran.output).toContain('not watching');
  });

  it('watches when only the fallback is possible, after a route was changed', async () => {
    const ran = await watch({ gets: [beat(1), says.gone], dry: [says.refused, 'ok patched'] });
    expect(ran).toMatchObject({ code: 0, looks: 2 });
    expect(ran.output).toContain('watching\n');
  });

  it.each(['kubectl', 'curl'] as const)(
    'does not take an answer without a heartbeat for silence (%s)',
    async client => {
      const beatless = `ok ${JSON.stringify({ kind: 'ConfigMap', data: { other: '1' } })}`;
      const never = await watch({ gets: [beatless] }, { client });
      expect(never).toMatchObject({ code: 1, written: [] });
      expect(never.output).toContain('not watching');
      const later = await watch(
        { gets: [beat(1), ...times(30, beatless), beat(2, { over: '1' })] },
        { client },
      );
      expect(later).toMatchObject({ code: 0, written: [] });
    },
  );

  it('waits for the API server before it watches', async () => {
    const dry = [says.away, says.away, 'ok patched'];
    const ran = await watch({ gets: [says.away, beat(1), says.gone], dry });
    expect(ran).toMatchObject({ code: 0, looks: 3 });
    expect(ran.output).toContain('watching\n');
  });

  it('sends its patch unchanged, whatever characters are in it', async () => {
    const value = `"it's" \\ $HOME $(HOME) $$ \`id\` *  two`;
    const writes = [{ path: route, patch: [{ op: 'add' as const, path: '/metadata/labels/x', value }] }];
    const job = watchdogJob(options({ writes }));
    const sent =
      job.spec?.template.spec?.containers[0]?.env?.find(({ name }) => name === 'WRITES')?.value ?? '';
    expect(sent).not.toMatch(/(?<!\$)(\$\$)*\$\(/);
    const ran = await watch({ gets: [beat(1)] }, { job: { writes } });
    expect(ran.written).toEqual([toRoute]);
    const calls = await lastCalls();
    expect(calls).toContain(JSON.stringify(value));
  });
});

/** What the last run of the fake kubectl was told. */
async function lastCalls(): Promise<string> {
  const { readdir, stat } = await import('node:fs/promises');
  const runs = await Promise.all(
    (await readdir(root)).map(async name => ({ name, at: (await stat(join(root, name))).birthtimeMs })),
  );
  const newest = runs.sort((a, b) => b.at - a.at)[0]!;
  return readFile(join(root, newest.name, 'calls'), 'utf8');
}

describe('the Job of the watchdog', () => {
  const job = watchdogJob(options());

  it('is deleted with the fence, and has a deadline', () => {
    expect(job.metadata).toMatchObject({
      name: 'slipway-shop-watchdog-7',
      ownerReferences: [{ uid: 'fence' }],
    });
    expect(job.spec).toMatchObject({ activeDeadlineSeconds: 3600 });
  });

  it('annotates its writes with its token', () => {
    const line =
      job.spec?.template.spec?.containers[0]?.env?.find(({ name }) => name === 'WRITES')?.value ?? '';
    const sent = JSON.parse(line.split(' ').slice(3).join(' '));
    const live = {
      metadata: { annotations: { 'slipway.dev/token.shop': '7' } },
      spec: { rules: [{ backendRefs: [{}, { weight: 25 }] }] },
    };
    expect(applied(live, sent).metadata.annotations).toMatchObject({ 'slipway.dev/watchdog.shop': '7' });
  });

  it('may run where the restricted Pod Security Standard is enforced', () => {
    const pod = job.spec?.template.spec;
    expect(pod?.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(pod?.containers[0]?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('is ready after the dry run of its writes, and only then counts as watching', () => {
    expect(job.spec?.template.spec?.containers[0]?.readinessProbe?.exec?.command?.[2]).toContain(
      '/tmp/armed',
    );
    expect(isWatching(job)).toBe(false);
    expect(isWatching({ ...job, status: { active: 1, ready: 0 } } as typeof job)).toBe(false);
    expect(isWatching({ ...job, status: { active: 1, ready: 1 } } as typeof job)).toBe(true);
  });

  it('gets its heartbeat by a patch of the fence only', () => {
    const fence = { metadata: { uid: 'fence' }, data: heartbeatData({ beat: 1 }) };
    expect(applied(fence, heartbeatPatch('fence', { beat: 2, timeout: 3600 })).data).toEqual({
      beat: '2',
      timeout: '3600',
    });
    expect(applied(fence, heartbeatPatch('fence', 'over')).data).toMatchObject({ over: 'true' });
    expect(() => applied(fence, heartbeatPatch('other', { beat: 2 }))).toThrow('/metadata/uid');
  });
});

describe('the permissions of the watchdog', () => {
  it('are to read ConfigMaps and to patch the named objects, nothing else', () => {
    const [, role] = watchdogRole({
      app: 'shop',
      namespace: 'shop',
      routes: ['shop'],
      services: ['shop', 'shop-canary'],
    });
    expect(role?.rules).toEqual([
      { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
      {
        apiGroups: [''],
        resources: ['services'],
        resourceNames: ['shop', 'shop-canary'],
        verbs: ['get', 'patch'],
      },
      {
        apiGroups: ['gateway.networking.k8s.io'],
        resources: ['httproutes'],
        resourceNames: ['shop'],
        verbs: ['get', 'patch'],
      },
    ]);
  });

  it('never cover all objects of a kind because a name is missing', () => {
    const [, role] = watchdogRole({ app: 'shop', namespace: 'shop', routes: [], services: ['shop'] });
    const rules = role?.rules as { resources: string[]; resourceNames?: string[]; verbs: string[] }[];
    expect(
      rules.filter(({ verbs, resourceNames }) => verbs.includes('patch') && !resourceNames?.length),
    ).toEqual([]);
    expect(rules.flatMap(({ resources }) => resources)).not.toContain('httproutes');
  });
});

describe('the exposure to a lost run', () => {
  it('is described with and without a watchdog', () => {
    const strategy = strategySchema.parse({ canary: {} }) as Strategy & { kind: 'canary' };
    expect(exposureSentence({ ...strategy, watchdog: { image: 'x' } } as Strategy)).toEqual(wording('80 %'));
    expect(exposureSentence({ ...strategy, watchdog: 'off' } as Strategy)).toEqual(wording('80 %'));
    expect(exposureSentence(strategySchema.parse({ rolling: {} }))).toContain('rolling');
  });
});
