import { createHash } from 'node:crypto';
import type { KubeObject } from '../cluster/objects.ts';
import type { FencingToken } from './fencing-token.ts';

/** A backend in a rule of an HTTPRoute. Unknown fields are kept unchanged. */
export interface BackendRef {
  name: string;
  group?: string;
  kind?: string;
  namespace?: string;
  port?: number;
  weight?: number;
  filters?: RouteFilter[];
}

export interface RouteFilter {
  type: string;
  [field: string]: unknown;
}

export interface RouteMatch {
  path?: { type?: string; value?: string };
  headers?: { type?: string; name: string; value: string }[];
  queryParams?: unknown[];
  method?: string;
}

export interface RouteRule {
  name?: string;
  matches?: RouteMatch[];
  filters?: RouteFilter[];
  backendRefs?: BackendRef[];
  timeouts?: { request?: string; backendRequest?: string };
  [field: string]: unknown;
}

export interface ParentRef {
  group?: string;
  kind?: string;
  namespace?: string;
  name: string;
  sectionName?: string;
  port?: number;
}

export interface RouteCondition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  observedGeneration?: number;
}

export interface HttpRoute extends KubeObject {
  spec?: { parentRefs?: ParentRef[]; hostnames?: string[]; rules?: RouteRule[] };
  status?: {
    parents?: { parentRef: ParentRef; controllerName?: string; conditions?: RouteCondition[] }[];
  };
}

/** A header that sends a request to the canary, whatever the weight. */
export interface PreviewHeader {
  header: string;
  value: string;
}

/** The Service of the application and the temporary one of the canary. */
export interface Names {
  service: string;
  canaryService: string;
}

/** How the traffic of one Service is split in routes. */
export interface Split extends Names {
  writer: FencingToken;
  /** Every weight of the strategy, in percent, so that one scale fits all of them. */
  weights: readonly number[];
  preview?: PreviewHeader;
}

/** Returns the routes with a rule that sends requests to the Service. */
export function routesOf(routes: readonly HttpRoute[], service: string): HttpRoute[] {
  return routes.filter(route =>
    rulesOf(route).some(rule => refsOf(rule).some(ref => refersTo(ref, service, route))),
  );
}

/** Whether a backend is the Service in the namespace of the route; one with the same name elsewhere is another Service. */
function refersTo(ref: BackendRef, service: string, route: HttpRoute): boolean {
  return (
    ref.name === service &&
    (ref.kind ?? 'Service') === 'Service' &&
    (ref.group ?? '') === '' &&
    (ref.namespace ?? route.metadata?.namespace) === route.metadata?.namespace
  );
}

export const rulesOf = (route: HttpRoute): RouteRule[] => route.spec?.rules ?? [];
export const refsOf = (rule: RouteRule): BackendRef[] => rule.backendRefs ?? [];
/** Gateway API: a backend without a weight has 1. */
export const weightIn = (ref: BackendRef): number => ref.weight ?? 1;

/** The index of a backend of the application in a rule, and that of its canary. */
interface BackendPair {
  stable: number;
  canary?: number;
}

/** Our backends in a rule, by index. */
export interface Backends {
  pairs: BackendPair[];
  /** Canary backends without a stable backend. */
  orphans: number[];
}

/** Finds the stable backends and their canaries, which have the same port, in order. */
export function backendsOf(rule: RouteRule, { service, canaryService }: Names, route: HttpRoute): Backends {
  const refs = refsOf(rule);
  const indexes = (name: string) => [...refs.keys()].filter(i => refersTo(at(refs, i), name, route));
  const canaries = indexes(canaryService);
  const pairs = indexes(service).map((stable): BackendPair => {
    const found = canaries.findIndex(i => at(refs, i).port === at(refs, stable).port);
    const [canary] = found < 0 ? [] : canaries.splice(found, 1);
    return canary === undefined ? { stable } : { stable, canary };
  });
  return { pairs, orphans: canaries };
}

/** Whether a rule sends requests to the application or its canary. */
export function isOurs(rule: RouteRule, names: Names, route: HttpRoute): boolean {
  const { pairs, orphans } = backendsOf(rule, names, route);
  return pairs.length + orphans.length > 0;
}

/** Whether we added the rule: it has the preview's header in each match, and only our two Services as backends. */
export function isPreview(rule: RouteRule, split: Split, route: HttpRoute): boolean {
  const { preview, service, canaryService } = split;
  return (
    preview !== undefined &&
    (rule.matches ?? []).length > 0 &&
    (rule.matches ?? []).every(match => asksFor(match, preview)) &&
    refsOf(rule).length > 0 &&
    refsOf(rule).every(ref => refersTo(ref, service, route) || refersTo(ref, canaryService, route))
  );
}

/** Whether a match has the header of the preview; header names are case-insensitive. */
export function asksFor(match: RouteMatch, { header, value }: PreviewHeader): boolean {
  return (match.headers ?? []).some(
    each =>
      each.name.toLowerCase() === header.toLowerCase() &&
      each.value === value &&
      (each.type ?? 'Exact') === 'Exact',
  );
}

/** Returns the canary's percentage in each rule that sends requests to the application; 0 where that is not split. */
export function weightsIn(route: HttpRoute, split: Split): number[] {
  return rulesOf(route).flatMap(rule => {
    if (isPreview(rule, split, route)) return [];
    const { pairs, orphans } = backendsOf(rule, split, route);
    const refs = refsOf(rule);
    const sum = (indexes: readonly number[]) =>
      indexes.reduce((total, i) => total + weightIn(at(refs, i)), 0);
    const canary = sum([...pairs.flatMap(pair => pair.canary ?? []), ...orphans]);
    const total = canary + sum(pairs.map(({ stable }) => stable));
    return total === 0 ? [] : [(100 * canary) / total];
  });
}

/**
 * Returns keys of rules that do not change when other rules are inserted before them: a hash of the matches, and a number among our
 * rules with the same matches.
 */
export function ruleKeys(route: HttpRoute, split: Split): Map<number, string> {
  const seen = new Map<string, number>();
  const keys = new Map<number, string>();
  rulesOf(route).forEach((rule, index) => {
    if (isPreview(rule, split, route) || !isOurs(rule, split, route)) return;
    const text = JSON.stringify(rule.matches ?? []);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
    const nth = seen.get(hash) ?? 0;
    seen.set(hash, nth + 1);
    keys.set(index, nth === 0 ? hash : `${hash}-${nth}`);
  });
  return keys;
}

/** Returns an element that must exist. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`no element ${index} of ${list.length}`);
  return element;
}

/** Gateway API: the default match of a rule without matches. */
const everything: RouteMatch = { path: { type: 'PathPrefix', value: '/' } };

/**
 * Returns the rule that routes requests with the header to the canary: the matches of `rule` with the header added, its filters and
 * timeouts, and only the canary as backend. In the Gateway API a rule with more headers takes precedence, regardless of the order of rules.
 */
export function previewRule(
  rule: RouteRule,
  split: Split,
  preview: PreviewHeader,
  route: HttpRoute,
): RouteRule {
  const { name: _, backendRefs: __, ...rest } = rule;
  const header = { type: 'Exact', name: preview.header, value: preview.value };
  return {
    ...rest,
    matches: (rule.matches?.length ? rule.matches : [everything]).map(match => ({
      ...match,
      headers: [...(match.headers ?? []), header],
    })),
    backendRefs: refsOf(rule)
      .filter(ref => refersTo(ref, split.service, route))
      .slice(0, 1)
      .map(ref => ({
        ...ref,
        name: split.canaryService,
        ...(ref.weight === undefined ? {} : { weight: 1 }),
      })),
  };
}
