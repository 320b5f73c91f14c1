import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogCheck, LogCheckName, LogScene } from '../logs/checks.ts';
import type { RetentionFile } from '../logs/retention.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host } from '../toolkit/host.ts';
import { listed, oneOf } from '../toolkit/input-text.ts';
import * as shared from './inputs.ts';
import { type ActionRequest, requestOf, withCluster, withManifests } from './session.ts';

const engine = async () => {
  const [checks, endpoint, sources, { checkTargetOf }] = await Promise.all([
    import('../logs/checks.ts'),
    import('../logs/endpoint.ts'),
    import('./log-sources.ts'),
    import('../release/verify.ts'),
  ]);
  return { ...checks, ...endpoint, ...sources, checkTargetOf };
};
type Engine = Awaited<ReturnType<typeof engine>>;

/** A command only: it sends dummy secrets to an application, which no workflow should do unasked. */
export const logsCommand = defineAction({
  name: 'logs',
  description:
    'Check the logs of an environment in its log store: whether lines are structured, whether those of every workload arrive, whether they hold secrets, and how long each level is kept.',
  inputs: {
    check: {
      description: 'The check: `structure`, `nonce`, `leaks`, `retention`, or `all`.',
      default: 'all',
    },
    environment: shared.environment,
    since: { description: 'How far back lines are read, such as `15m`.', default: '15m' },
    paths: {
      description:
        'Paths for GET requests with dummy secrets in headers and query, separated by commas or lines. Default: those of `verify.checks`.',
      default: '',
    },
    'post-paths': {
      description:
        'Paths to POST a JSON body with dummy secrets to, separated by commas or lines. Default: none.',
      default: '',
    },
    'write-probe': {
      description:
        'Whether to write a line into each container with `kubectl exec`: `true` or `false`. It needs `create` on `pods/exec` and a shell in the image. Default: the last line that each container wrote itself must arrive.',
      default: 'false',
    },
    'allow-debug': {
      description: 'Whether lines of the level debug may reach the store: `true` or `false`.',
      default: 'false',
    },
    retention: {
      description:
        'Files with retention policies, separated by commas or lines: ILM or ISM policies, the configuration of Loki or Fluent Bit. Default: none, and `all` leaves the check out.',
      default: '',
    },
    config: shared.config,
    context: shared.context,
  },
  positional: 'check',
  outputs: {
    verdict: '`pass`, `fail`, or `unknown` (something could not be read; never a pass).',
    checks: 'JSON list of the checks with `check`, `verdict`, `reason` and `findings`. It holds no secret.',
    reason: 'Why the verdict is not `pass`, in one sentence; otherwise empty.',
  },
  refused: { verdict: 'unknown', checks: '[]' },
  run: async (inputs, host) => {
    const names = namesOf(inputs.check, inputs.retention !== '');
    const asked = {
      ...{
        span: shared.durationOf('since', inputs.since),
        write: shared.flag('write-probe', inputs['write-probe']),
      },
      ...{ paths: pathsOf('paths', inputs.paths), posts: pathsOf('post-paths', inputs['post-paths']) },
      allowDebug: shared.flag('allow-debug', inputs['allow-debug']),
      files: await filesOf(inputs.retention),
    };
    const plain = await requestOf(inputs, host);
    const settings = plain.environment.monitoring?.logs;
    if (settings === undefined)
      throw new UserError(
        `the environment ${inputs.environment} names no log store`,
        'add `monitoring.logs` to it, such as `logs: {loki: true, service: logging/loki:3100}`',
      );
    const { request } = await withManifests(inputs.config, plain, host.report);
    const checks = await withCluster(inputs, request.environment, host, engine, async (cluster, code) => {
      const scene: LogScene = {
        store: code.storeOf(settings, code.askStore(settings, cluster, host.env)),
        namespace: request.environment.namespace,
        ...{ settings, span: asked.span, allowDebug: asked.allowDebug },
        now: () => cluster.now(),
        sleep: ms => sleep(ms),
      };
      const done: LogCheck[] = [];
      for (const name of names) {
        const check = await checking[name](code, { cluster, scene, request, asked });
        host.report(`${name}: ${check.verdict}: ${check.reason}`);
        done.push(check);
      }
      return { done, verdict: code.verdictOf(done) };
    });
    return publish(checks, inputs.environment, host);
  },
});

interface Asked {
  readonly paths: readonly string[];
  readonly posts: readonly string[];
  readonly write: boolean;
  readonly files: readonly RetentionFile[];
}

interface Place {
  readonly cluster: Parameters<Engine['logSourcesOf']>[0];
  readonly scene: LogScene;
  readonly request: ActionRequest;
  readonly asked: Asked;
}

const checking: Record<LogCheckName, (code: Engine, place: Place) => Promise<LogCheck>> = {
  structure: (code, { scene }) => code.checkStructure(scene),
  nonce: async (code, { cluster, scene, request, asked }) => {
    const { namespace } = scene;
    const { sources, absent } = await code.logSourcesOf(cluster, request.environment);
    return code.checkNonce(sources, absent, {
      ...{ ...scene, within: scene.settings.within, tail: code.tailFrom(cluster, namespace) },
      ...(asked.write ? { write: code.writeWith(cluster, namespace) } : {}),
    });
  },
  leaks: async (code, { cluster, scene, request, asked }) => {
    const { verify } = request.environment;
    const declared = (verify?.checks ?? []).map(({ get }) => get);
    const paths = asked.paths.length > 0 ? asked.paths : [...new Set(declared)].slice(0, mostPaths);
    const throughApiServer = verify?.url === undefined && verify?.from === 'service';
    const target = verify === undefined ? undefined : await code.checkTargetOf(cluster, request.environment);
    return code.checkLeaks({
      ...{ ...scene, credentials: !throughApiServer },
      routes: target === undefined ? { paths: [], posts: [] } : { paths, posts: asked.posts },
      send: async request => {
        const answer = await target?.request(request, 10_000);
        return answer === undefined || answer.ok ? undefined : answer.reason;
      },
    });
  },
  retention: async (code, { scene, asked }) => {
    const { namespace, allowDebug } = scene;
    return code.checkRetention(asked.files, { namespace, allowDebug });
  },
};

/** @throws UserError for an unknown check, and for `retention` without a file. */
function namesOf(check: string, hasFiles: boolean): LogCheckName[] {
  const all: readonly LogCheckName[] = ['structure', 'nonce', 'leaks', 'retention'];
  const name = oneOf('check', [...all, 'all'], check);
  if (name === 'all') return all.filter(each => each !== 'retention' || hasFiles);
  if (name === 'retention' && !hasFiles)
    throw new UserError(
      'no file with retention policies is named',
      'set the input `retention`, such as `--retention loki.yaml`',
    );
  return [name];
}

const mostPaths = 10;

/** @throws UserError for what is no path, and for more than ten of them. */
function pathsOf(name: string, text: string): string[] {
  const paths = listed(text);
  const wrong = paths.find(path => !/^\/[\x21\x22\x24-\x7e]*$/.test(path));
  if (wrong !== undefined || paths.length > mostPaths)
    throw new UserError(
      `the input \`${name}\` ${wrong === undefined ? `has more than ${mostPaths} paths` : `has "${wrong}", which is no path`}`,
      'write up to ten paths such as /login, separated by commas or lines',
    );
  return paths;
}

/** @throws UserError for a file that cannot be read. */
function filesOf(text: string): Promise<RetentionFile[]> {
  return Promise.all(
    listed(text).map(async path => {
      const read = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw new UserError(`${path} cannot be read: ${error.code}`, 'correct the input `retention`');
      });
      return { path, text: read };
    }),
  );
}

async function publish(
  { done, verdict }: { done: readonly LogCheck[]; verdict: LogCheck['verdict'] },
  environment: string,
  host: Host,
): Promise<boolean> {
  const { logsSummary } = await import('../report/logs.ts');
  const reasons = done
    .filter(each => each.verdict !== 'pass')
    .map(({ check, reason }) => `${check}: ${reason}`);
  host.output('verdict', verdict);
  host.output('checks', JSON.stringify(done));
  host.output('reason', reasons.join('; '));
  for (const message of reasons)
    host.annotate(verdict === 'fail' ? 'error' : 'warning', { title: 'logs', message });
  await host.summary(logsSummary(environment, verdict, done));
  return verdict === 'pass';
}
