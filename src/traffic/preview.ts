import {
  type BackendRef,
  type HttpRoute,
  type PreviewHeader,
  type RouteMatch,
  type RouteRule,
  refersTo,
  refsOf,
  type Split,
} from './route.ts';

/** Gateway API: the default match of a rule without matches. */
const everything: RouteMatch = { path: { type: 'PathPrefix', value: '/' } };

/**
 * Returns the rule that routes requests with the header to the canary: the matches of `rule` with the header added, its filters and
 * timeouts, and only the canary as backend. More headers have precedence in the Gateway API, whatever the order of rules.
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
      .map(ref => toCanary(ref, split)),
  };
}

function toCanary(ref: BackendRef, { canaryService }: Split): BackendRef {
  return { ...ref, name: canaryService, ...(ref.weight === undefined ? {} : { weight: 1 }) };
}
