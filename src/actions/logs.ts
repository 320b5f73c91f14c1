import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from '../cluster/port.ts';
import { bareChecks } from '../config/plain-checks.ts';
import { type LogCheck, type LogCheckName, type LogScene, logCheckNames, verdictOf } from '../logs/check.ts';
import type { RetentionFile } from '../logs/retention.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import { listed, oneOf } from '../toolkit/input-text.ts';
import { readNamed } from '../toolkit/named-file.ts';
import { titleOf } from '../workloads/kinds.ts';
import * as shared from './inputs.ts';
import { type ActionRequest, requestOf, withCluster, withManifests } from './session.ts';

const engine = async () => ({
  ...(await import('../logs/store.ts')),
  ...(await import('../logs/structure.ts')),
  ...(await import('../logs/arrival.ts')),
  ...(await import('../logs/leaks.ts')),
  ...(await import('../logs/retention.ts')),
  ...(await import('./log-sources.ts')),
  ...(await import('../verify/target.ts')),
});

/** A command only: it sends dummy secrets to an application, which no workflow should do unasked. */
export const logsCommand = defineAction({
  name: 'logs',
  description:
    'Check the logs of an environment in its log store: whether lines are structured, whether those of every workload arrive, whether they hold secrets, and how long each level is kept.',
  inputs: {
    check: optional('The check: `structure`, `arrival`, `leaks`, `retention`, or `all`.', 'all'),
    environment: shared.environment,
    since: optional('How far back lines are read, such as `15m`.', '15m'),
    paths: optional(
      'Paths for GET requests with dummy secrets in headers and query, separated by commas or lines. Default: those of `verify.checks`.',
    ),
    'post-paths': optional(
      'Paths to POST a JSON body with dummy secrets to, separated by commas or lines. Default: none.',
    ),
    'write-probe': optional(
      'Whether to write a line into the main container of each checked pod with `kubectl exec`: `true` or `false`. It needs `create` on `pods/exec` and a shell in the image. Default: the last line that the container wrote itself must arrive.',
      'false',
    ),
    'allow-debug': optional('Whether lines at level debug may reach the store: `true` or `false`.', 'false'),
    retention: optional(
      'Files with retention policies, separated by commas or lines: ILM or ISM policies, the configuration of Loki or Fluent Bit. Default: none, and `all` leaves the check out.',
    ),
    config: shared.config,
    'kube-context': shared.kubeContext,
    credentials: shared.credentials,
  },
  positional: 'check',
  outputs: {
    verdict: '`pass`, `fail`, or `unknown` (something could not be read; never a pass).',
    checks: 'JSON array of the checks with `check`, `verdict`, `reason` and `findings`. It holds no secret.',
    reason: 'Why the verdict is not `pass`, in one sentence; otherwise empty.',
  },
  refused: { verdict: 'unknown', checks: '[]' },
  recorded: ['environment'],
  run: async (inputs, host) => {
    const files = await filesOf(inputs.retention);
    const names = namesOf(inputs.check, files.length > 0);
    const asked = {
      paths: pathsOf('paths', inputs.paths),
      posts: pathsOf('post-paths', inputs['post-paths']),
      files,
      write: shared.flag('write-probe', inputs['write-probe']),
    };
    const known = {
      span: shared.durationOf('since', inputs.since),
      allowDebug: shared.flag('allow-debug', inputs['allow-debug']),
    };
    const plain = await requestOf(inputs, host);
    const settings = plain.environment.monitoring?.logs;
    if (settings === undefined)
      throw new UserError(
        `the environment ${inputs.environment} names no log store`,
        'add `monitoring.logs` to it, such as `logs: {loki: true, service: logging/loki:3100}`',
      );
    const { request } = await withManifests(inputs.config, plain);
    const checks = await withCluster(inputs, request.environment, host, engine, async (cluster, code) => {
      const scene: LogScene = {
        ...known,
        settings,
        namespace: request.environment.namespace,
        store: code.storeOf(settings, cluster, plain.env),
        now: () => cluster.now(),
        sleep,
      };
      const checks = checksOf(code, cluster, { scene, request, ...asked });
      const done: LogCheck[] = [];
      for (const name of names) {
        const check = await checks[name]();
        host.report(`${name}: ${check.verdict}: ${check.reason}`);
        done.push(check);
      }
      return done;
    });
    return publish(checks, inputs.environment, host);
  },
});

interface Asked {
  readonly scene: LogScene;
  readonly request: ActionRequest;
  readonly paths: readonly string[];
  readonly posts: readonly string[];
  readonly write: boolean;
  readonly files: readonly RetentionFile[];
}

const checksOf = (
  code: Awaited<ReturnType<typeof engine>>,
  cluster: Cluster,
  asked: Asked,
): Record<LogCheckName, () => Promise<LogCheck>> => {
  const {
    scene,
    request: { environment, env },
    paths,
    posts,
    files,
  } = asked;
  return {
    structure: () => code.checkStructure(scene),
    arrival: () => arrivalOf(code, cluster, asked, () => true),
    leaks: async () => {
      const { verify } = environment;
      const found = verify === undefined ? undefined : await code.checkTargetOf(cluster, environment);
      const place = found?.place && code.withCa(found.place, verify ?? {}, env);
      const target = place === undefined ? found : code.direct(place);
      const declared = [...new Set(bareChecks(verify?.checks ?? []).map(({ get }) => get))].slice(
        0,
        mostPaths,
      );
      const routes = { paths: paths.length > 0 ? paths : declared, posts };
      return code.checkLeaks({
        ...scene,
        credentials: verify?.url !== undefined || verify?.from !== 'service',
        routes: target === undefined ? { paths: [], posts: [] } : routes,
        send: async request => {
          if (target === undefined) return { ok: false, detail: 'there is no address' };
          const answer = await target.request(request, 10_000);
          return answer.ok
            ? { ok: true, value: answer.response.status }
            : { ok: false, detail: answer.reason };
        },
        // Another workload gets no request.
        arrival: () =>
          arrivalOf(code, cluster, asked, workload => workload === titleOf(environment.workload)),
      });
    },
    retention: async () => code.checkRetention(files, scene, await code.createdAt(cluster, environment)),
  };
};

/** Checks whether lines of these workloads arrive. */
async function arrivalOf(
  code: Awaited<ReturnType<typeof engine>>,
  cluster: Cluster,
  { scene, request: { environment }, write }: Asked,
  isAsked: (workload: string) => boolean,
): Promise<LogCheck> {
  const { sources, absent } = await code.logSourcesOf(cluster, environment);
  const asked = sources.filter(({ workload }) => isAsked(workload));
  return code.checkArrival(asked, absent.filter(isAsked), {
    ...scene,
    maxDelay: scene.settings['max-delay'],
    tail: code.tailFrom(cluster, scene.namespace),
    ...(write ? { write: code.writeWith(cluster, scene.namespace) } : {}),
  });
}

/** @throws UserError for an unknown check, and for `retention` without a file. */
function namesOf(check: string, hasFiles: boolean): LogCheckName[] {
  const name = oneOf('check', [...logCheckNames, 'all'], check);
  if (name === 'all') return logCheckNames.filter(each => each !== 'retention' || hasFiles);
  if (name !== 'retention' || hasFiles) return [name];
  throw new UserError(
    'no file with retention policies is named',
    'set the input `retention`, such as `--retention loki.yaml`',
  );
}

const mostPaths = 10;

/** @throws UserError for anything but a path, and for more than ten paths. */
function pathsOf(name: string, text: string): string[] {
  const paths = listed(text);
  const wrong = paths.find(path => !/^\/[\x21\x22\x24-\x7e]*$/.test(path));
  if (wrong === undefined && paths.length <= mostPaths) return paths;
  const problem = wrong === undefined ? `more than ${mostPaths} paths` : `"${wrong}", which is not a path`;
  throw new UserError(
    `the input \`${name}\` has ${problem}`,
    'write up to ten paths such as /login, separated by commas or lines',
  );
}

/** @throws UserError for a file that cannot be read. */
const filesOf = (text: string): Promise<RetentionFile[]> =>
  Promise.all(
    listed(text).map(async path => ({ path, text: await readNamed(path, 'correct the input `retention`') })),
  );

async function publish(checks: readonly LogCheck[], environment: string, host: Host): Promise<boolean> {
  const { logsSummary } = await import('../report/logs.ts');
  const verdict = verdictOf(checks);
  const reasons = checks
    .filter(each => each.verdict !== 'pass')
    .map(({ check, reason }) => `${check}: ${reason}`);
  setOutputs(host, { verdict, checks, reason: reasons.join('; ') });
  await host.summary(logsSummary(environment, verdict, checks));
  return verdict === 'pass';
}
