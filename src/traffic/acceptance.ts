import type { KubeObject } from '../cluster/objects.ts';
import {
  asksFor,
  backendsOf,
  type HttpRoute,
  isPreview,
  type ParentRef,
  type RouteCondition,
  type RouteFilter,
  type RouteRule,
  refsOf,
  rulesOf,
  type Split,
} from './route.ts';
import type { Problem } from './service.ts';

/** Whether the gateways have taken a route as it is written now. */
export type Acceptance =
  | { state: 'accepted' }
  /** A controller has not looked at this generation yet. */
  | { state: 'pending'; detail: string }
  | { state: 'refused'; detail: string };

/** The conditions of ALL parents at the present generation: one that is silent or refuses is enough. */
export function acceptedBy(route: HttpRoute): Acceptance {
  const name = `HTTPRoute/${route.metadata?.name}`;
  const parents = route.spec?.parentRefs ?? [];
  if (parents.length === 0) return { state: 'refused', detail: `${name} names no gateway` };
  const states = parents.map((parent): Acceptance => {
    const reports = (route.status?.parents ?? []).filter(({ parentRef }) =>
      sameParent(parentRef, parent, route),
    );
    const where = `${parent.kind ?? 'Gateway'}/${parent.name}`;
    if (reports.length === 0) return { state: 'pending', detail: `${where} has not looked at ${name} yet` };
    const conditions = reports.flatMap(report => report.conditions ?? []);
    const refusal = conditions.find(condition => isCurrent(condition, route) && refuses(condition));
    if (refusal !== undefined) {
      const { type, reason = 'without a reason', message = '' } = refusal;
      const said = message === '' ? '' : `: ${message}`;
      return { state: 'refused', detail: `${where} refuses ${name}: ${type}, ${reason}${said}` };
    }
    const isTaken = reports.every(report =>
      needed.every(type =>
        (report.conditions ?? []).some(
          condition => condition.type === type && condition.status === 'True' && isCurrent(condition, route),
        ),
      ),
    );
    return isTaken
      ? { state: 'accepted' }
      : { state: 'pending', detail: `${where} has not taken the last change of ${name} yet` };
  });
  return (
    states.find(({ state }) => state === 'refused') ??
    states.find(({ state }) => state === 'pending') ?? { state: 'accepted' }
  );
}

const needed = ['Accepted', 'ResolvedRefs'];

const refuses = ({ type, status }: RouteCondition) =>
  (needed.includes(type) && status === 'False') || (type === 'PartiallyInvalid' && status === 'True');

const isCurrent = ({ observedGeneration }: RouteCondition, { metadata }: HttpRoute) =>
  (observedGeneration ?? 0) >= (metadata?.generation ?? 0);

function sameParent(a: ParentRef, b: ParentRef, route: HttpRoute): boolean {
  const filled = (ref: ParentRef) =>
    [
      ref.group ?? 'gateway.networking.k8s.io',
      ref.kind ?? 'Gateway',
      ref.namespace ?? route.metadata?.namespace,
      ref.name,
      ref.sectionName,
      ref.port,
    ].join('/');
  return filled(a) === filled(b);
}

/** GatewayClass, as far as it says what it can do; older ones list plain names. */
export interface GatewayClass extends KubeObject {
  status?: { supportedFeatures?: (string | { name: string })[] };
}

const filterFeatures: Record<string, string> = {
  RequestHeaderModifier: '', // core
  RequestRedirect: '', // core
  ResponseHeaderModifier: 'HTTPRouteResponseHeaderModification',
  RequestMirror: 'HTTPRouteRequestMirror',
  URLRewrite: 'HTTPRoutePathRewrite',
  CORS: 'HTTPRouteCORS',
};

const backendFilterFeatures: Record<string, string> = {
  RequestHeaderModifier: 'HTTPRouteBackendRequestHeaderModification',
};

/** The extended features of the Gateway API that a rule with this Service needs, by their official names. */
function featuresOf(rule: RouteRule): string[] {
  const matches = rule.matches ?? [];
  const backendFilters = refsOf(rule).flatMap(({ filters = [] }) => filters);
  return [
    ...(matches.some(({ method }) => method !== undefined) ? ['HTTPRouteMethodMatching'] : []),
    ...(matches.some(({ queryParams = [] }) => queryParams.length > 0)
      ? ['HTTPRouteQueryParamMatching']
      : []),
    ...(rule.filters ?? []).map(filter => filterFeature(filter, filterFeatures)),
    ...backendFilters.map(filter => filterFeature(filter, backendFilterFeatures)),
    ...(rule.timeouts?.request === undefined ? [] : ['HTTPRouteRequestTimeout']),
    ...(rule.timeouts?.backendRequest === undefined ? [] : ['HTTPRouteBackendTimeout']),
  ].filter(feature => feature !== '');
}

/** An ExtensionRef is the vendor's own and in no list. */
function filterFeature({ type, ...rest }: RouteFilter, features: Record<string, string>): string {
  if (type === 'ExtensionRef') return '';
  if (type === 'URLRewrite') {
    const { hostname } = (rest.urlRewrite ?? {}) as { hostname?: string };
    return hostname === undefined ? 'HTTPRoutePathRewrite' : 'HTTPRouteHostRewrite';
  }
  return features[type] ?? type;
}

/**
 * What the rules that are split ask for and the class does not list: a gateway may answer such a rule with errors while
 * it calls the route accepted. A class that lists nothing cannot be asked: then there is no problem, and `unknown`.
 */
export function featureProblems(
  route: HttpRoute,
  split: Split,
  gatewayClass: GatewayClass,
): { problems: Problem[]; unknown: string[] } {
  const listed = gatewayClass.status?.supportedFeatures?.map(each =>
    typeof each === 'string' ? each : each.name,
  );
  const wanted = new Set(
    rulesOf(route)
      .filter(rule => {
        const { pairs, orphans } = backendsOf(rule, split, route);
        return pairs.length + orphans.length > 0;
      })
      .flatMap(featuresOf),
  );
  if (listed === undefined || listed.length === 0) return { problems: [], unknown: [...wanted] };
  const lacking = [...wanted].filter(feature => !listed.includes(feature));
  return {
    unknown: [],
    problems: lacking.map(feature => ({
      problem: `HTTPRoute/${route.metadata?.name} needs ${feature}, which GatewayClass/${gatewayClass.metadata?.name} does not list as supported`,
      remedy: 'take it out of the rules that lead to the Service, or use a gateway that supports it',
    })),
  };
}

/** Gateway API: the most rules of a route, and backends of a rule. */
const limits = { rules: 16, backends: 16 };

/** What makes it impossible to put the canary, or the preview, into a route. */
export function routeProblems(route: HttpRoute, split: Split): Problem[] {
  const name = `HTTPRoute/${route.metadata?.name}`;
  const own = rulesOf(route).filter(rule => !isPreview(rule, split, route));
  const ours = own.filter(rule => backendsOf(rule, split, route).pairs.length > 0);
  const full = ours.filter(rule => {
    const { pairs } = backendsOf(rule, split, route);
    return refsOf(rule).length + pairs.filter(({ canary }) => canary === undefined).length > limits.backends;
  });
  const { preview } = split;
  return [
    ...full.map(() => ({
      problem: `a rule of ${name} has no room for another backend: ${limits.backends} is the most`,
      remedy: 'take one out',
    })),
    ...(preview !== undefined && own.length + ours.length > limits.rules
      ? [
          {
            problem: `${name} has ${own.length} rules and no room for ${ours.length} more for the preview: ${limits.rules} is the most`,
            remedy: 'split the route in two, or take `preview` out of the strategy',
          },
        ]
      : []),
    ...(preview !== undefined &&
    ours.some(rule => (rule.matches ?? []).some(match => asksFor(match, preview)))
      ? [
          {
            problem: `a rule of ${name} asks for the header ${preview.header} itself`,
            remedy: 'choose another header for `preview`',
          },
        ]
      : []),
  ];
}

/** An object of the Gateway API that is no HTTPRoute, or of a policy: as far as it names Services. */
export interface OtherRoute extends KubeObject {
  spec?: {
    rules?: { backendRefs?: { name: string; kind?: string; namespace?: string }[] }[];
    targetRefs?: { name: string; kind?: string; group?: string }[];
  };
}

/**
 * GRPCRoute, TCPRoute, TLSRoute and UDPRoute that lead to the Service (their traffic would stay where it is while we say
 * that it moved) and policies that speak of the Service alone (the canary's would be without them).
 */
export function otherRouteProblems(objects: readonly OtherRoute[], service: string): Problem[] {
  return objects.flatMap((object): Problem[] => {
    const what = `${object.kind}/${object.metadata?.name}`;
    const leads = (object.spec?.rules ?? []).some(({ backendRefs = [] }) =>
      backendRefs.some(
        ref =>
          ref.name === service &&
          (ref.kind ?? 'Service') === 'Service' &&
          (ref.namespace ?? object.metadata?.namespace) === object.metadata?.namespace,
      ),
    );
    if (leads) {
      return [
        {
          problem: `${what} leads to Service/${service} too, and only HTTPRoutes can be split`,
          remedy: 'let it lead to a Service of its own, or use `strategy: {rolling: {}}`',
        },
      ];
    }
    const isTarget = (object.spec?.targetRefs ?? []).some(
      ref => ref.name === service && (ref.kind ?? 'Service') === 'Service',
    );
    return isTarget
      ? [
          {
            problem: `${what} applies to Service/${service} and would not apply to the Service of the canary`,
            remedy: `name Service/${service}-canary in its targetRefs too, or use \`strategy: {rolling: {}}\``,
          },
        ]
      : [];
  });
}
