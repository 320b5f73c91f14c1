import type { KubeObject } from './objects.ts';

/** Labels of objects, and what selects them. All pure. */

type Labels = Readonly<Record<string, string>>;

/** The label of a node with its zone. */
export const zoneLabel = 'topology.kubernetes.io/zone';

/** Returns the zone of a node, or of a pod that has its label. */
export const zoneOf = ({ metadata }: Pick<KubeObject, 'metadata'>): string | undefined =>
  metadata?.labels?.[zoneLabel];

/** Whether labels have all of these values. */
export const hasLabels = (wanted: Labels = {}, labels: Labels = {}): boolean =>
  Object.entries(wanted).every(([key, value]) => labels[key] === value);

/** Whether the selector of a Service or ReplicaSet selects these labels; an empty one selects none. */
export const selects = (selector: Labels = {}, labels: Labels = {}): boolean =>
  Object.keys(selector).length > 0 && hasLabels(selector, labels);

interface LabelSelector {
  matchLabels?: Labels;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

/** Whether a label selector with expressions matches; an empty one matches everything, and none at all nothing. */
export function selectorMatches(selector: unknown, labels: Labels): boolean {
  if (selector === undefined || selector === null) return false;
  const { matchLabels, matchExpressions = [] } = selector as LabelSelector;
  return (
    hasLabels(matchLabels, labels) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      if (operator === 'Exists') return value !== undefined;
      if (operator === 'DoesNotExist') return value === undefined;
      // Only the affinity of nodes has these two.
      if (operator === 'Gt') return Number(value) > Number(values[0]);
      if (operator === 'Lt') return Number(value) < Number(values[0]);
      const among = value !== undefined && values.includes(value);
      return operator === 'In' ? among : !among;
    })
  );
}
