import type { Pod } from '../../cluster/objects.ts';
import { isMap } from '../../toolkit/map.ts';
import { finding, type Judged, met, notApplicable, ruleOf, unknown } from '../rule.ts';
import type { AssessedWorkload } from '../subject.ts';
import {
  overWorkloads,
  type PodContainer,
  type PodFinding,
  podFinding,
  podFindingIf,
  podRule,
  serving,
  servingContainers,
} from '../templates.ts';

/** Health checks of the containers that get requests. */

type Probe = NonNullable<PodContainer['readinessProbe']>;

const kinds = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

const perContainer =
  (find: (container: PodContainer) => PodFinding[]) =>
  (spec: Parameters<typeof servingContainers>[0]): PodFinding[] =>
    servingContainers(spec).flatMap(({ container, path }) =>
      find(container).map(found => ({ ...found, path: [...path, ...found.path] })),
    );

const readiness = podRule('probe-readiness', 'H4', serving, {
  good: 'report when they are ready',
  findings: perContainer(({ name, readinessProbe }) =>
    podFindingIf(
      readinessProbe === undefined,
      `gets traffic in container ${name} as soon as it starts, because it has no readinessProbe`,
      'add a readinessProbe that succeeds once the application can answer',
    ),
  ),
});

const liveness = podRule('probe-liveness', 'H5', serving, {
  good: 'are restarted when they hang',
  findings: perContainer(({ name, livenessProbe }) =>
    podFindingIf(
      livenessProbe === undefined,
      `is not restarted when container ${name} hangs, because it has no livenessProbe`,
      'add a livenessProbe that checks only the process',
    ),
  ),
});

const same = podRule('probe-same', 'H4', serving, {
  good: 'have a livenessProbe that differs from the readinessProbe',
  findings: perContainer(({ name, readinessProbe, livenessProbe }) => {
    if (readinessProbe === undefined || livenessProbe === undefined) return [];
    if (livenessProbe.tcpSocket !== undefined) return []; // An open port depends on nothing else.
    if (handlerOf(readinessProbe) !== handlerOf(livenessProbe)) return [];
    // What the answer depends on, only its name may say.
    const about = [livenessProbe.httpGet?.path, livenessProbe.grpc?.service].join(' ');
    if (/ready|readiness/i.test(about))
      return [
        podFinding(
          `also uses the readiness endpoint of container ${name} in its livenessProbe, so a failed dependency restarts it`,
          'make the livenessProbe check only the process',
          ['livenessProbe'],
        ),
      ];
    return podFindingIf(
      // A pod that loses its requests first has time to recover.
      patienceOf(livenessProbe) <= patienceOf(readinessProbe),
      `has the same readinessProbe and livenessProbe in container ${name}, with the same timing: if the answer depends on another service, a failure of that service restarts it`,
      'make the livenessProbe check only the process, or raise its failureThreshold',
      ['livenessProbe'],
      'info',
    );
  }),
});

/** What a probe asks, as text: for a comparison. */
const handlerOf = ({ httpGet, tcpSocket, exec, grpc }: Probe): string =>
  JSON.stringify([httpGet?.path, httpGet?.port, tcpSocket?.port, exec?.command, grpc?.port, grpc?.service]);

const port = podRule('probe-port', 'H4', serving, {
  good: 'are probed on ports that their containers have',
  findings: perContainer(container =>
    kinds.flatMap(kind => {
      const probe = container[kind];
      const asked = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
      return podFindingIf(
        typeof asked === 'string' && !container.ports?.some(({ name }) => name === asked),
        `has a ${kind} on port ${asked}, which container ${container.name} does not have, so it always fails`,
        'use one of the ports of the container',
        [kind],
      );
    }),
  ),
});

const times = podRule('probe-timing', 'H4', serving, {
  good: 'are probed at sensible intervals',
  findings: perContainer(container => [
    ...kinds.flatMap(kind => {
      const { timeoutSeconds = 1, periodSeconds = 10 } = container[kind] ?? {};
      return podFindingIf(
        // kubelet waits for an answer before it asks again; only much longer waits make the interval meaningless.
        timeoutSeconds > 2 * periodSeconds,
        `has a ${kind} with a timeoutSeconds of ${timeoutSeconds}, much longer than its periodSeconds of ${periodSeconds}`,
        'make timeoutSeconds shorter than periodSeconds',
        [kind],
      );
    }),
    ...livenessLacks(container),
  ]),
});

function livenessLacks({ livenessProbe, readinessProbe }: PodContainer) {
  if (livenessProbe === undefined) return [];
  const path = ['livenessProbe'];
  if (livenessProbe.failureThreshold === 1)
    return [
      podFinding(
        'is restarted after one failed livenessProbe',
        'set failureThreshold to 3, so that a short pause does not restart it',
        path,
      ),
    ];
  if (readinessProbe === undefined) return [];
  const [restarted, silent] = [livenessProbe, readinessProbe].map(patienceOf) as [number, number];
  return podFindingIf(
    restarted < silent,
    `is restarted after ${restarted} s, before it stops getting requests after ${silent} s`,
    'make the livenessProbe fail later than the readinessProbe',
    path,
  );
}

/** Seconds of failures after which a probe acts. */
const patienceOf = ({ periodSeconds = 10, failureThreshold = 3 }: Probe) => periodSeconds * failureThreshold;

const startup = ruleOf('probe-startup', 'H4', overWorkloads(serving, judgeStart));

/** How many times longer than the observed start the budget must be. */
const margin = 2;

function judgeStart({ title, manifest, spec, path, pods }: AssessedWorkload): Judged[] {
  const judged = servingContainers(spec).flatMap(({ container, path: within }): Judged[] => {
    const { name, startupProbe, livenessProbe } = container;
    const at = [...path, ...within, startupProbe === undefined ? 'livenessProbe' : 'startupProbe'];
    const probe = startupProbe ?? livenessProbe;
    // Nothing restarts it while it starts.
    if (probe === undefined) return [];
    if (!isMap(probe)) return [unknown(`the probes of ${title} cannot be read`, title)];
    const budget = (probe.initialDelaySeconds ?? 0) + patienceOf(probe);
    if (startupProbe === undefined && (livenessProbe?.initialDelaySeconds ?? 0) > 30)
      return [
        finding(
          `${title} has no liveness check in container ${name} for ${livenessProbe?.initialDelaySeconds} s after each start`,
          'replace initialDelaySeconds with a startupProbe, which ends as soon as the application has started',
          manifest,
          at,
        ),
      ];
    if (!pods.known) return [unknown(pods.why, title)];
    // A pod that was not restarted within the budget, and became ready after it, has lost its readiness in between.
    const observed =
      startOf(pods.value, name, budget) ??
      startOf(pods.value, name, budget, 'restarted') ??
      startOf(pods.value, name);
    if (observed === undefined) return [unknown(`no start of ${title} was observed`, title)];
    if (observed > budget)
      return [
        unknown(
          `${title} was ready ${observed} s after its start, although a probe restarts it after ${budget} s: the probe succeeded earlier, and the cluster does not show when`,
          title,
        ),
      ];
    const said = `${title} was ready ${observed} s after its start, and may take ${budget} s`;
    return budget < margin * observed
      ? [
          {
            ...finding(
              `${said}; a slower start ends in a restart`,
              `give a startupProbe at least ${margin * observed} s (periodSeconds × failureThreshold)`,
              manifest,
              at,
            ),
            evidence: [{ asked: pods.asked, of: title, at: pods.at }],
          },
        ]
      : [met(said, title, [pods], title)];
  });
  return judged.length > 0 ? judged : [notApplicable(`no probe restarts ${title}`)];
}

/**
 * Returns the median time from start to readiness, at most `longest`, in seconds, of containers that never restarted, or of the others.
 * Pure.
 */
export function startOf(
  pods: readonly Pod[],
  container: string,
  longest: number = longestStart,
  which: 'first' | 'restarted' = 'first',
): number | undefined {
  const spans = pods.flatMap(({ status }) => {
    const found = status?.containerStatuses?.find(({ name }) => name === container);
    const ready = status?.conditions?.find(({ type, status: is }) => type === 'Ready' && is === 'True');
    const started = found?.state?.running?.startedAt;
    if (found === undefined || started === undefined || ready?.lastTransitionTime === undefined) return [];
    if ((found.restartCount === 0) !== (which === 'first')) return [];
    const span = (Date.parse(ready.lastTransitionTime) - Date.parse(started)) / 1000;
    // A pod that became ready hours later has lost its readiness in between.
    return Number.isFinite(span) && span >= 0 && span <= longest ? [span] : [];
  });
  return spans.sort((a, b) => a - b)[Math.floor(spans.length / 2)];
}

/** Seconds. */
const longestStart = 1800;

export const probeRules = [readiness, liveness, same, port, times, startup];
