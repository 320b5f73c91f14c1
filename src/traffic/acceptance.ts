import type { KubeObject } from '../cluster/objects.ts';
import { UserError } from '../toolkit/errors.ts';
import { annotation, annotationOf } from './fencing-token.ts';
import {
  asksFor,
  backendsOf,
  type HttpRoute,
  isOurs,
  isPreview,
  type ParentRef,
  type RouteCondition,
  type RouteFilter,
  type RouteRule,
  refsOf,
  rulesOf,
  type Split,
} from './route.ts';

/** Whether the gateways have accepted the current generation of a route. */
export type Acceptance =
  | { state: 'accepted' }
  /** A controller has not observed this generation yet. */
  | { state: 'pending'; detail: string }
  | { state: 'refused'; detail: string };

/** Evaluates the conditions of ALL parents at the current generation: the route is accepted only when none is pending or refuses it. */
export function acceptedBy(route: HttpRoute): Acceptance {
  const name = `HTTPRoute/${route.metadata?.name}`;
  const parents = route.spec?.parentRefs ?? [];
  if (parents.length === 0) return { state: 'refused', detail: `${name} has no gateway in parentRefs` };
  const states = parents.map((parent): Acceptance => {
    // A controller of policies reports here, too, without this condition.
    const reports = (route.status?.parents ?? []).filter(
      ({ parentRef, conditions = [] }) =>
        sameParent(parentRef, parent, route) && conditions.some(({ type }) => type === 'Accepted'),
    );
    const where = `${parent.kind ?? 'Gateway'}/${parent.name}`;
    if (reports.length === 0) return { state: 'pending', detail: `${where} has not observed ${name} yet` };
    const conditions = reports.flatMap(report => report.conditions ?? []);
    const refusal = conditions.find(condition => isCurrent(condition, route) && refuses(condition));
    if (refusal !== undefined) {
      const { type, status, reason = 'without a reason', message = '' } = refusal;
      const said = message === '' ? '' : `: ${message}`;
      return {
        state: 'refused',
        detail: `${where} does not accept ${name}: ${type}=${status}, ${reason}${said}`,
      };
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
      : { state: 'pending', detail: `${where} has not accepted the last change of ${name} yet` };
  });
  return worstOf(states);
}

/** Returns a refusal if there is one, else what is pending. */
export const worstOf = (states: readonly Acceptance[]): Acceptance =>
  states.find(({ state }) => state === 'refused') ??
  states.find(({ state }) => state === 'pending') ?? { state: 'accepted' };

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

/** The part of a GatewayClass with its supported features; older ones list plain names. */
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

/** Returns the extended features of the Gateway API that a rule needs, by their official names. */
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

/** Returns the feature that a filter needs; an ExtensionRef is vendor-specific and not listed. */
function filterFeature({ type, ...rest }: RouteFilter, features: Record<string, string>): string {
  if (type === 'ExtensionRef') return '';
  if (type === 'URLRewrite') {
    const { hostname } = (rest.urlRewrite ?? {}) as { hostname?: string };
    return hostname === undefined ? 'HTTPRoutePathRewrite' : 'HTTPRouteHostRewrite';
  }
  return features[type] ?? type;
}

/**
 * Returns the features that the split rules need and the class does not list: a gateway may accept such a route and still answer its
 * requests with errors. If the class lists no features, they are `unknown` instead of problems.
 */
export function featureProblems(
  route: HttpRoute,
  split: Split,
  gatewayClass: GatewayClass,
): { problems: UserError[]; unknown: string[] } {
  const listed = gatewayClass.status?.supportedFeatures?.map(each =>
    typeof each === 'string' ? each : each.name,
  );
  const wanted = new Set(
    rulesOf(route)
      .filter(rule => isOurs(rule, split, route))
      .flatMap(featuresOf),
  );
  if (listed === undefined || listed.length === 0) return { problems: [], unknown: [...wanted] };
  const lacking = [...wanted].filter(feature => !listed.includes(feature));
  return {
    unknown: [],
    problems: lacking.map(
      feature =>
        new UserError(
          `HTTPRoute/${route.metadata?.name} needs ${feature}, which GatewayClass/${gatewayClass.metadata?.name} does not list as supported`,
          'remove it from the rules that route to the Service, or use a gateway that supports it',
        ),
    ),
  };
}

/** Gateway API: the maximum number of rules per route, and of backends per rule. */
const limits = { rules: 16, backends: 16 };

/** Returns why the canary or the preview cannot be added to a route. */
export function routeProblems(route: HttpRoute, split: Split): UserError[] {
  const name = `HTTPRoute/${route.metadata?.name}`;
  // The patch that adds previews also records the weights; before that, a rule with their header is the user's.
  const hasPreviews = annotation(route, annotationOf.weights(split.writer.app)) !== undefined;
  const own = rulesOf(route).filter(rule => !(hasPreviews && isPreview(rule, split, route)));
  const ours = own.filter(rule => backendsOf(rule, split, route).pairs.length > 0);
  const problems: UserError[] = [];
  for (const rule of ours) {
    const added = backendsOf(rule, split, route).pairs.filter(({ canary }) => canary === undefined);
    if (refsOf(rule).length + added.length > limits.backends)
      problems.push(
        new UserError(
          `a rule of ${name} would have more than the maximum of ${limits.backends} backends`,
          'remove a backend from that rule',
        ),
      );
  }
  const { preview } = split;
  if (preview === undefined) return problems;
  if (own.length + ours.length > limits.rules)
    problems.push(
      new UserError(
        `${name} has ${own.length} rules and no room for ${ours.length} more for the preview: the maximum is ${limits.rules}`,
        'split the route in two, or remove `preview` from the strategy',
      ),
    );
  if (ours.some(rule => (rule.matches ?? []).some(match => asksFor(match, preview))))
    problems.push(
      new UserError(
        `a rule of ${name} already matches the header ${preview.header}`,
        'choose another header for `preview`',
      ),
    );
  return problems;
}

/** The part of another kind of route, or of a policy, that names Services. */
export interface OtherRoute extends KubeObject {
  spec?: {
    rules?: { backendRefs?: { name: string; kind?: string; namespace?: string }[] }[];
    targetRefs?: { name: string; kind?: string; group?: string }[];
  };
}

/**
 * Returns problems with GRPCRoutes, TCPRoutes, TLSRoutes and UDPRoutes to the Service, whose traffic would not be shifted, and with
 * policies for the Service, which would not apply to the Service of the canary.
 */
export function otherRouteProblems(objects: readonly OtherRoute[], service: string): UserError[] {
  return objects.flatMap((object): UserError[] => {
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
        new UserError(
          `${what} also routes to Service/${service}, but only HTTPRoutes can be split`,
          'route it to a separate Service, or use `strategy: {rolling: {}}`',
        ),
      ];
    }
    const isTarget = (object.spec?.targetRefs ?? []).some(
      ref => ref.name === service && (ref.kind ?? 'Service') === 'Service',
    );
    return isTarget
      ? [
          new UserError(
            `${what} applies to Service/${service} and would not apply to the Service of the canary`,
            `add Service/${service}-canary to its targetRefs, or use \`strategy: {rolling: {}}\``,
          ),
        ]
      : [];
  });
}
