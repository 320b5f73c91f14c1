import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { startProxy } from '../../src/cluster/proxy.ts';
import { parseMilliseconds } from '../../src/config/duration.ts';
import type { Case } from './cases.ts';
import { type Behaviour, type FailingApi, type Failure, serveFailing } from './failing-api.ts';
import { followUpFaults, runFollowUp } from './follow-up.ts';
import type { Aftermath } from './matrix.ts';
import { type Place, tags } from './place.ts';
import { lastWords, type Ran } from './run.ts';
import type { Served } from './scenarios.ts';

/** Seconds that a run may continue after its deadline. */
const grace = 60;
/** Shorter than in production, and longer than a write takes on a busy machine. */
const timing = { writeRetry: 5_000, writeAnswer: 3_000 };

/**
 * Runs one command while writes fail, then what a workflow would run next: the next command after success; nothing after a rollback or a
 * refusal; otherwise the follow-up.
 */
export async function failed(place: Place, each: Case, failure: Failure): Promise<Aftermath> {
  const { scenario, command, moment } = each;
  const env = place.workflow;
  const { ran, writes } = await withFailing(failure, moment.write, async (api, kubeconfig) => {
    const how = { timing, env: { ...env, KUBECONFIG: kubeconfig } };
    const running = await place.start(scenario.commands[command] ?? [], tags.candidate, how);
    return { ran: await running.done, writes: api.failed() };
  });
  const [title] = writes;
  const aftermath = {
    reached: title !== undefined,
    ...(title === undefined ? {} : { died: { side: 'before' as const, phase: '', title } }),
    runSeconds: ran.seconds,
  };
  const faults = faultsOf(ran, failure.behaviour, (parseMilliseconds(place.pace.deadline) ?? 0) / 1000);
  if (isOver(ran, scenario.commands[command]?.[0])) {
    return { ...aftermath, faults, said: ran.said.slice(-10), ends: ['baseline'] };
  }
  let last = ran;
  for (const next of scenario.commands.slice(command + 1)) {
    if (last.code === 0) last = await place.run(next, tags.candidate, env);
  }
  if (last.code === 0) {
    return { ...aftermath, faults, said: lastWords(ran, last), ends: [scenario.ends.uninterrupted] };
  }
  const after = last === ran ? [] : [`a later run failed: ${last.said.at(-1) ?? last.signal}`];
  const next = await runFollowUp(place, each.followUp);
  const ends: readonly Served[] =
    each.followUp === 'rollback of the run' ? ['baseline'] : (scenario.ends[each.followUp] ?? []);
  return {
    ...aftermath,
    faults: [...faults, ...after, ...followUpFaults(next)],
    said: lastWords(ran, next),
    ends,
  };
}

/** Whether a workflow would run nothing more. */
function isOver({ code, outputs: { state = '' } }: Ran, command: string | undefined): boolean {
  return code !== 0 && (state === 'rolled-back' || (command === 'deploy' && state === 'refused'));
}

async function withFailing<T>(
  failure: Failure,
  first: number,
  use: (api: FailingApi, kubeconfig: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'failing-'));
  const proxy = await startProxy();
  try {
    const api = await serveFailing(failure, first, proxy.socketPath);
    try {
      const kubeconfig = join(folder, 'kubeconfig');
      await writeFile(kubeconfig, stringify(kubeconfigOf(api.address)));
      return await use(api, kubeconfig);
    } finally {
      await api.close();
    }
  } finally {
    await proxy.close();
    await rm(folder, { recursive: true });
  }
}

/** Returns a kubeconfig without a credential, which the proxy adds. */
function kubeconfigOf(server: string): object {
  const name = 'failing';
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server } }],
    users: [{ name, user: {} }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
}

/** Patterns of the reasons that report each failure. */
const names: Record<Behaviour, RegExp> = {
  401: /answered 401 Unauthorized/,
  403: /denied the request: not today/,
  422: /Invalid value: not today/,
  429: /answered 429 TooManyRequests: too many requests/,
  500: /failed calling webhook "policy\.example\.com"/,
  503: /answered 503 ServiceUnavailable/,
  reset: /does not answer|answered 502/,
  hang: /does not answer/,
};

/**
 * Returns a message for each fault of a run whose writes failed. Pure.
 * @param deadline in seconds.
 */
export function faultsOf(
  { code, signal, said, outputs, seconds }: Ran,
  behaviour: Behaviour,
  deadline: number,
): string[] {
  const { reason = '' } = outputs;
  const trace = said.find(line => /^\s+at .*[:(]/.test(line));
  return [
    ...(signal === null ? [] : [`the run ended by ${signal}`]),
    ...(seconds <= deadline + grace ? [] : [`the run took ${Math.round(seconds)} s`]),
    ...(trace === undefined ? [] : [`the run ended with a stack trace: ${trace.trim()}`]),
    ...(code === 0 || names[behaviour].test(reason)
      ? []
      : [`the reason does not contain ${behaviour}: ${reason}`]),
  ];
}
