import { isDeepStrictEqual } from 'node:util';
import type { JsonPatch } from '../cluster/port.ts';
import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { annotate, annotation, annotationOf, fencingTests, pointer } from './fencing-token.ts';
import {
  at,
  type BackendRef,
  backendsOf,
  type HttpRoute,
  isPreview,
  previewRule,
  type RouteRule,
  refsOf,
  ruleKeys,
  rulesOf,
  type Split,
  weightIn,
} from './route.ts';
import { isProportional, splitWeights } from './weights.ts';

/** The weights of a rule's backends before the split, in order, by the key of the rule; null: no weight was set. */
type RecordedWeights = Record<string, (number | null)[]>;

/** A desired rule, and the index of the live rule that it replaces. */
interface Placed {
  from?: number;
  rule: RouteRule;
}

/**
 * Returns the patch that gives the canary `weight` percent of the Service's part of each rule, and keeps everything else: other rules,
 * backends and their proportions, filters, matches. It adds the canary and the preview rules where they are missing. Empty when
 * nothing changes.
 * @throws UserError when a rule's weights cannot be split exactly.
 */
export function splitPatch(route: HttpRoute, split: Split, weight: number): JsonPatch[] {
  const weights: RecordedWeights = {};
  const recorded = recordedWeightsOf(route, split);
  const changed = new Map<number, RouteRule>();
  for (const [from, key] of ruleKeys(route, split)) {
    const rule = at(rulesOf(route), from);
    const original = originals(rule, split, route, recorded[key]);
    // A rule without traffic to the application has nothing to split.
    if (!original.some(({ ours, ref }) => ours && weightIn(ref) > 0)) continue;
    weights[key] = original.map(({ ref }) => ref.weight ?? null);
    changed.set(from, { ...rule, backendRefs: splitRefs(rule, original, split, weight, route) });
  }
  const { live, missing } = previewsOf(route, split, changed);
  const placed = rulesOf(route).flatMap((rule, from): Placed[] => {
    if (isPreview(rule, split, route)) {
      const mirror = live.get(from);
      return mirror === undefined ? [] : [{ from, rule: mirror }];
    }
    const mirror = missing.get(from);
    return [...(mirror === undefined ? [] : [{ rule: mirror }]), { from, rule: changed.get(from) ?? rule }];
  });
  return routePatch(route, split, placed, changed.size === 0 ? undefined : weights);
}

/** Returns the desired preview rules, by the index of the live one, or of the rule before which a missing one belongs. */
function previewsOf(route: HttpRoute, split: Split, changed: ReadonlyMap<number, RouteRule>) {
  const { preview } = split;
  const live = new Map<number, RouteRule>();
  const missing = new Map<number, RouteRule>();
  if (preview === undefined) return { live, missing };
  const rules = rulesOf(route);
  for (const [from, rule] of changed) {
    const mirror = previewRule(rule, split, preview, route);
    const found = rules.findIndex(
      (each, index) => !live.has(index) && isPreview(each, split, route) && sameButBackends(each, mirror),
    );
    if (found < 0) missing.set(from, mirror);
    else live.set(found, mirror);
  }
  return { live, missing };
}

/** Returns the patch that removes the canary and the preview, and restores every rule. Empty when the route has none of our changes. */
export function unsplitPatch(route: HttpRoute, split: Split): JsonPatch[] {
  const recorded = recordedWeightsOf(route, split);
  const keys = ruleKeys(route, split);
  const placed = rulesOf(route).flatMap((rule, from): Placed[] => {
    if (isPreview(rule, split, route)) return [];
    const key = keys.get(from);
    if (key === undefined || !isSplit(rule, split, route)) return [{ from, rule }];
    const backendRefs = originals(rule, split, route, recorded[key]).map(({ ref }) => ref);
    return [{ from, rule: { ...rule, backendRefs } }];
  });
  return routePatch(route, split, placed, undefined);
}

/**
 * Returns the patch that sends all traffic to stable at once: the canary's weight becomes 0 in every rule, and stable gets the whole
 * part. It depends only on the names of the backends and is the same at every weight, so it can be prepared for the watchdog. Empty
 * when there is no canary in the route.
 */
export function rollbackPatch(route: HttpRoute, split: Split): JsonPatch[] {
  const changes = rulesOf(route).flatMap((rule, index): JsonPatch[] => {
    const refs = refsOf(rule);
    const path = (ref: number, field: string) => pointer('spec', 'rules', index, 'backendRefs', ref, field);
    const { pairs, orphans } = backendsOf(rule, split, route);
    return [
      ...pairs.flatMap(({ stable, canary }): JsonPatch[] =>
        canary === undefined || isPreview(rule, split, route)
          ? []
          : [
              { op: 'test', path: path(stable, 'name'), value: split.service },
              { op: 'test', path: path(canary, 'name'), value: split.canaryService },
              {
                op: 'add',
                path: path(stable, 'weight'),
                value: weightIn(at(refs, stable)) + weightIn(at(refs, canary)),
              },
              { op: 'add', path: path(canary, 'weight'), value: 0 },
            ],
      ),
      // It has no stable backend beside it: a preview, or another writer has removed it. Weight 0 would answer 500.
      ...orphans.flatMap((ref): JsonPatch[] => [
        { op: 'test', path: path(ref, 'name'), value: split.canaryService },
        { op: 'replace', path: path(ref, 'name'), value: split.service },
      ]),
    ];
  });
  return changes.length === 0 ? [] : [...fencingTests(route, split.writer), ...changes];
}

const isSplit = (rule: RouteRule, split: Split, route: HttpRoute): boolean => {
  const { pairs, orphans } = backendsOf(rule, split, route);
  return orphans.length > 0 || pairs.some(({ canary }) => canary !== undefined);
};

interface Original {
  ref: BackendRef;
  ours: boolean;
}

/**
 * Returns the backends of a rule before the split. If another writer has changed the proportions since, the changed ones are kept.
 */
function originals(
  rule: RouteRule,
  split: Split,
  route: HttpRoute,
  recorded: (number | null)[] | undefined,
): Original[] {
  const { pairs, orphans } = backendsOf(rule, split, route);
  const canaryOf = new Map(pairs.map(({ stable, canary }) => [stable, canary]));
  const canaries = new Set([...canaryOf.values()]);
  const refs = refsOf(rule);
  const folded = refs.flatMap((ref, index): Original[] => {
    if (canaries.has(index)) return [];
    if (orphans.includes(index)) return [{ ref: { ...ref, name: split.service }, ours: true }];
    const canary = canaryOf.get(index);
    if (canary === undefined) return [{ ref, ours: canaryOf.has(index) }];
    return [{ ref: { ...ref, weight: weightIn(ref) + weightIn(at(refs, canary)) }, ours: true }];
  });
  if (!isSplit(rule, split, route) || recorded === undefined) return folded;
  const present = folded.map(({ ref }) => weightIn(ref));
  const before = recorded.map(weight => weight ?? 1);
  if (!isProportional(present, before)) return folded;
  return folded.map(({ ref, ours }, index) => ({ ref: weighted(ref, recorded[index] ?? null), ours }));
}

/** Sets a weight, or removes it for null. Keeps the order of the fields. */
function weighted(ref: BackendRef, weight: number | null): BackendRef {
  if (weight !== null) return { ...ref, weight };
  const { weight: _, ...rest } = ref;
  return rest;
}

function splitRefs(
  rule: RouteRule,
  original: readonly Original[],
  split: Split,
  weight: number,
  route: HttpRoute,
): BackendRef[] {
  const parts = splitWeights(
    original.map(({ ref, ours }) => ({ weight: weightIn(ref), ours })),
    weight,
    split.weights,
  );
  if (parts === undefined) {
    throw new UserError(
      `HTTPRoute/${route.metadata?.name} has a rule with the weights ${original.map(({ ref }) => weightIn(ref)).join(', ')}, of which ${weight} % cannot be split off exactly`,
      'use rounder weights in the route or in the steps',
    );
  }
  const { pairs } = backendsOf(rule, split, route);
  const refs = refsOf(rule);
  const canaryOf = new Map(pairs.map(({ stable, canary }) => [stable, canary]));
  const canaries = new Set([...canaryOf.values()]);
  // An existing canary keeps its position; a new one comes right after its stable backend.
  const kept = [...refs.keys()].filter(index => !canaries.has(index));
  const placed = new Map<number, BackendRef[]>();
  kept.forEach((index, position) => {
    const { ref } = at(original, position);
    const part = at(parts, position);
    const stable = weighted(ref, part.weight);
    const canary = canaryOf.get(index);
    placed.set(index, [stable]);
    if (part.canary === undefined) return;
    if (canary !== undefined) placed.set(canary, [weighted(at(refs, canary), part.canary)]);
    else placed.set(index, [stable, weighted({ ...ref, name: split.canaryService }, part.canary)]);
  });
  return [...refs.keys()].flatMap(index => placed.get(index) ?? []);
}

const same = isDeepStrictEqual;
const sameButBackends = (a: RouteRule, b: RouteRule) =>
  same({ ...a, backendRefs: [] }, { ...b, backendRefs: [] });

/** Returns the fenced patch from the live to the desired rules; it tests the matches and backends of the changed rules. */
function routePatch(
  route: HttpRoute,
  split: Split,
  placed: readonly Placed[],
  weights: RecordedWeights | undefined,
): JsonPatch[] {
  const rules = rulesOf(route);
  const kept = new Set(placed.flatMap(({ from }) => from ?? []));
  const rulePath = (index: number, ...rest: string[]) => pointer('spec', 'rules', index, ...rest);
  const changed = placed.flatMap(({ from, rule }): JsonPatch[] => {
    if (from === undefined || same(rule, rules[from])) return [];
    const live = at(rules, from);
    return [
      ...(live.matches === undefined
        ? []
        : [{ op: 'test', path: rulePath(from, 'matches'), value: live.matches } satisfies JsonPatch]),
      { op: 'test', path: rulePath(from, 'backendRefs'), value: live.backendRefs },
      { op: 'replace', path: rulePath(from, 'backendRefs'), value: rule.backendRefs },
    ];
  });
  const removed = [...rules.keys()]
    .filter(index => !kept.has(index))
    .reverse()
    .flatMap((index): JsonPatch[] => [
      { op: 'test', path: rulePath(index), value: rules[index] },
      { op: 'remove', path: rulePath(index) },
    ]);
  const added = placed.flatMap(({ from, rule }, index): JsonPatch[] =>
    from === undefined ? [{ op: 'add', path: rulePath(index), value: rule }] : [],
  );
  const notes = [
    ...annotate(
      route,
      annotationOf.weights(split.writer.app),
      weights === undefined ? undefined : JSON.stringify(weights),
    ),
    ...(weights === undefined ? annotate(route, annotationOf.watchdog(split.writer.app), undefined) : []),
  ];
  const changes = [...changed, ...removed, ...added, ...notes];
  return changes.length === 0 ? [] : [...fencingTests(route, split.writer), ...changes];
}

/** Reads the weights that we recorded; if another writer has damaged them, the live weights count. */
function recordedWeightsOf(route: HttpRoute, { writer }: Split): RecordedWeights {
  return (jsonMap(annotation(route, annotationOf.weights(writer.app)) ?? '{}') ?? {}) as RecordedWeights;
}
