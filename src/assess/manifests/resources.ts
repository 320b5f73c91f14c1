import type { PodSpec } from '../../cluster/objects.ts';
import { quantity } from '../../workloads/pod-resources.ts';
import type { AssessSubject } from '../subject.ts';
import {
  allContainers,
  everyContainer,
  everyWorkload,
  type PodContainer,
  type PodFinding,
  podFinding,
  podRule,
} from '../templates.ts';

/** What containers ask for and may use, and the quality of service that follows. */

const names = ['cpu', 'memory'] as const;

/** The defaults of LimitRanges in the namespace, which the API server fills in. */
export function defaultsIn(
  { live: { limitRanges } }: AssessSubject,
  side: 'default' | 'defaultRequest',
): Set<string> {
  const items = limitRanges.known ? limitRanges.value : [];
  const limits = items.flatMap(({ spec }) => (spec as { limits?: Record<string, unknown>[] })?.limits ?? []);
  return new Set(
    limits.filter(({ type }) => type === 'Container').flatMap(each => Object.keys(each[side] ?? {})),
  );
}

/** What a pod asks for and may use as a whole. */
export const podResources = ({ resources = {} }: PodSpec) => resources;

const requests = podRule('resource-requests', 'H8', everyWorkload, {
  good: 'request CPU and memory',
  findings: (spec, _, subject) => {
    const given = defaultsIn(subject, 'defaultRequest');
    const pod = podResources(spec);
    return everyContainer(spec).flatMap(({ container, path }): PodFinding[] => {
      const { requests: asked = {}, limits = {} } = container.resources ?? {};
      const written = { ...pod.limits, ...pod.requests, ...limits, ...asked };
      const missing = names.filter(name => written[name] === undefined && !given.has(name));
      if (missing.length === 0) return [];
      const best = missing.length === 2 ? ', so it is the first to be evicted' : '';
      return [
        podFinding(
          `has no ${missing.join(' and ')} request in container ${container.name}${best}`,
          `set ${missing.map(name => `resources.requests.${name}`).join(' and ')}`,
          container.resources === undefined ? path : [...path, 'resources'],
        ),
      ];
    });
  },
});

const memory = podRule('resource-memory', 'H8', everyWorkload, {
  good: 'have a memory limit',
  findings: (spec, _, subject) =>
    defaultsIn(subject, 'default').has('memory') || podResources(spec).limits?.memory !== undefined
      ? []
      : everyContainer(spec)
          .filter(({ container }) => container.resources?.limits?.memory === undefined)
          .map(({ container, path }) =>
            podFinding(
              `has no memory limit in container ${container.name}, which may use all memory of its node`,
              'set resources.limits.memory',
              container.resources === undefined ? path : [...path, 'resources'],
            ),
          ),
});

const invalid = podRule('resource-invalid', 'H8', everyWorkload, {
  good: 'request no more than their limits',
  findings: spec =>
    allContainers(spec).flatMap(({ container, path }) =>
      problemsOf(container).map(({ what, side, name }) =>
        podFinding(`${what} in container ${container.name}`, `correct resources.${side}.${name}`, [
          ...path,
          'resources',
          side,
          name,
        ]),
      ),
    ),
});

function problemsOf({ resources: { requests: asked = {}, limits = {} } = {} }: PodContainer) {
  const wrong = (['requests', 'limits'] as const).flatMap(side =>
    Object.entries({ requests: asked, limits }[side])
      .filter(([, value]) => Number.isNaN(quantity(String(value))))
      .map(([name]) => ({
        what: `has a ${name} ${side.slice(0, -1)} that is not a quantity`,
        side,
        name,
      })),
  );
  const above = Object.entries(asked)
    .filter(([name, value]) => quantity(String(value)) > quantity(String(limits[name] ?? 'none')))
    .map(([name]) => ({ what: `requests more ${name} than its limit`, side: 'requests' as const, name }));
  return [...wrong, ...above];
}

export const resourceRules = [requests, memory, invalid];
