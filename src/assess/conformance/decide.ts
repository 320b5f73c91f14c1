import { counted } from '../../toolkit/count.ts';
import { maxClockSkew } from '../../toolkit/duration.ts';
import { defined } from '../../toolkit/map.ts';
import {
  type AssessmentStatus,
  findingsIn,
  placeText,
  type RequirementAssessment,
  worstFirst,
} from '../assessment.ts';
import { dockerfileRules } from '../dockerfiles.ts';
import { type RequirementId, requirementIds } from '../requirement.ts';
import {
  defaultDrillRule,
  type EvidenceSource,
  isOfManifests,
  isOfTrivy,
  needsOf,
  notApplicableReasons,
  remedyOf,
  requirementsOf,
  sourceOf,
} from './demands.ts';
import type { RequirementVerdict } from './report-schema.ts';

/** What one source showed at one time. */
export interface SourceEvidence {
  /** A path, or what was asked. */
  readonly of: string;
  /** ms since 1970. */
  readonly at: number;
  /** For how long it counts, in ms. */
  readonly counts: number;
  readonly assessments: readonly RequirementAssessment[];
}

export interface DecidingRequest {
  readonly shown: readonly SourceEvidence[];
  /** Why a source could not be asked, in a clause. */
  readonly failedSources: Partial<Record<EvidenceSource, string>>;
  /** ms since 1970. */
  readonly now: number;
  /** Rules that slipway.yml turns off. Their requirements become unknown. */
  readonly off?: readonly string[];
  /** How many zones slipway.yml asks for. Default: as many as the guide. */
  readonly zones?: number;
}

/** Requirements that need three zones. With fewer zones, passing their checks does not prove them. */
const aboutZones: readonly RequirementId[] = ['H1', 'H2', 'H3', 'Z4'];
const zonesOfGuide = 3;

/** Decides each requirement, in the order of the list. The order of the evidence does not matter. Pure. */
export function decideAll(deciding: DecidingRequest): RequirementVerdict[] {
  const evidence = newest(deciding);
  const decided = new Map<RequirementId, RequirementVerdict>();
  const decideOne = (id: RequirementId): RequirementVerdict => {
    const known = decided.get(id) ?? decide(id, evidence.get(id) ?? [], deciding, decideOne);
    decided.set(id, known);
    return known;
  };
  return requirementIds.map(decideOne);
}

/**
 * Returns the newest results of each rule and scope, by requirement, in a fixed order. What is too old is unknown. `assess` is asked by
 * every report, and each other step only by those who run it: there, a run that did not ask hides none that did.
 * An assessment and a run of trivy have all their findings, so a finding that the newest one lacks is no longer there.
 */
function newest({ shown, now }: DecidingRequest): Map<RequirementId, RequirementAssessment[]> {
  const dated = shown.flatMap(({ assessments, ...document }) =>
    assessments.map(each => ({ document, each, key: keyOf(each) })),
  );
  const hasAsked = ({ each: { status, evidence, rule } }: (typeof dated)[number]) =>
    status !== 'unknown' || evidence.length > 0 || isOfManifests(rule);
  const latest = new Map<string, number>();
  for (const all of [dated.filter(hasAsked), dated.filter(each => !hasAsked(each))]) {
    const known = new Set(latest.keys());
    for (const { document, key } of all)
      if (!known.has(key)) latest.set(key, Math.max(latest.get(key) ?? 0, document.at));
  }
  const current = dated.filter(({ document, key }) => document.at === latest.get(key));
  const judged = current.map(({ document, each }) => aged(each, document, now));
  return Map.groupBy(inOrder(judged), ({ id }) => id);
}

const keyOf = ({ id, rule, scope = '' }: RequirementAssessment) =>
  isOfManifests(rule) || dockerfileRules.includes(rule)
    ? 'assess'
    : isOfTrivy(rule)
      ? 'trivy'
      : `${id} ${rule} ${scope}`;

const inOrder = (all: readonly RequirementAssessment[]) =>
  all
    .map(each => [JSON.stringify(each), each] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, each]) => each);

function aged(
  each: RequirementAssessment,
  { of, at, counts }: Omit<SourceEvidence, 'assessments'>,
  now: number,
): RequirementAssessment {
  const { id, rule, evidence } = each;
  const unknown = (what: string): RequirementAssessment => ({
    id,
    rule,
    status: 'unknown',
    level: 'info',
    what,
    evidence,
  });
  if (each.status === 'unknown') return each;
  if (at > now + maxClockSkew) return unknown(`the evidence in ${of} has a time in the future`);
  if (now - at > counts)
    return unknown(`the evidence in ${of} is ${days(now - at)} old, and at most ${days(counts)} are allowed`);
  if (each.status === 'met' && each.evidence.length === 0)
    return unknown(`${of} has no evidence that ${each.what}`);
  return each;
}

const days = (ms: number) => counted(Math.floor(ms / 86_400_000), 'day');

/** Characters of a sentence, and pieces of evidence, that one verdict has at most. */
const longest = 600;
const mostEvidence = 12;

const joined = (all: readonly { readonly what: string }[]) =>
  [...new Set(all.map(({ what }) => what))].join('; ').slice(0, longest);

const distinct = (all: RequirementVerdict['evidence']) =>
  [...new Map(all.map(each => [JSON.stringify(each), each])).values()].slice(0, mostEvidence);

type Part = Pick<RequirementVerdict, 'status' | 'what'> & Partial<RequirementVerdict>;

function decide(
  id: RequirementId,
  own: readonly RequirementAssessment[],
  deciding: DecidingRequest,
  other: (id: RequirementId) => RequirementVerdict,
): RequirementVerdict {
  const fixed = notApplicableReasons[id];
  if (fixed !== undefined) return { id, status: 'not-applicable', what: fixed, evidence: [] };
  const needs = needsOf(id);
  const needed = new Set(needs.flatMap(need => need.split('|')));
  const parts = [
    ...(deciding.off ?? []).filter(rule => requirementsOf(rule).includes(id)).map(turnedOff),
    ...needs.map(need => partOf(id, need, own, deciding, other)),
    // What no need names still counts, such as a finding of trivy.
    ...own.filter(({ rule, status }) => !needed.has(rule) && status !== 'not-applicable').map(one),
  ];
  const having = (status: AssessmentStatus) => parts.filter(each => each.status === status);
  const findings = having('not-met');
  const short = findings.find(({ excused }) => excused === undefined) ?? findings[0];
  const open = short ?? having('unknown')[0];
  const whole = (part: Part): RequirementVerdict => ({
    id,
    ...part,
    what: part.what.slice(0, longest),
    evidence: distinct(part.evidence ?? []),
  });
  if (open !== undefined) return whole(open);
  const met = having('met');
  const { zones = zonesOfGuide } = deciding;
  if (met.length > 0 && zones < zonesOfGuide && aboutZones.includes(id))
    return whole({
      status: 'not-applicable',
      what: `\`assess.zones\` is ${zones}, and the requirement needs three`,
    });
  if (met.length > 0)
    return whole({ status: 'met', what: joined(met), evidence: met.flatMap(each => each.evidence ?? []) });
  const [none] = parts;
  return whole(
    none === undefined
      ? { status: 'unknown', what: 'no check covers it', remedy: remedyOf('assess') }
      : { status: 'not-applicable', what: none.what },
  );
}

const turnedOff = (rule: string): Part => ({
  status: 'unknown',
  what: `\`assess.rules\` in slipway.yml turns off ${rule}`,
  remedy: 'turn the rule on, and list accepted findings in `assess.exceptions`',
});

function partOf(
  id: RequirementId,
  need: string,
  own: readonly RequirementAssessment[],
  { failedSources }: DecidingRequest,
  other: (id: RequirementId) => RequirementVerdict,
): Part {
  if (need.startsWith('=')) {
    const { id, status, what, remedy, excused, evidence } = other(need.slice(1) as RequirementId);
    if (status === 'met') return { status, what: `${id} is met`, evidence };
    return { status, what: `${id}: ${what}`, ...defined({ remedy, excused }) };
  }
  const isAny = need.startsWith('*');
  const rules = need.replace('*', '').split('|');
  const about = own.filter(({ rule }) => (isAny ? !isOfManifests(rule) : rules.includes(rule)));
  if (about.length === 0) {
    const source = sourceOf(rules[0] ?? '');
    const what = failedSources[source] ?? `no evidence was found (${rules.join(' or ')})`;
    return { status: 'unknown', what, remedy: remedyOf(source, isAny ? defaultDrillRule[id] : rules[0]) };
  }
  if (isAny) return together(about);
  // One of the rules is enough; a finding of another one still counts.
  const byRule = [...Map.groupBy(about, ({ rule }) => rule).values()].map(together);
  const order: readonly AssessmentStatus[] = ['not-met', 'met', 'unknown', 'not-applicable'];
  return byRule.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))[0] as Part;
}

/** Returns the result of all results of a rule: the worst one, or all that are met. */
function together(all: readonly RequirementAssessment[]): Part {
  const short = worstFirst(findingsIn(all))[0] ?? all.find(({ status }) => status === 'not-met');
  const open = short ?? all.find(({ status }) => status === 'unknown');
  if (open !== undefined) return one(open);
  const met = all.filter(({ status }) => status === 'met');
  if (met.length === 0) return one(all[0] as RequirementAssessment);
  return { status: 'met', what: joined(met), evidence: met.flatMap(({ evidence }) => evidence) };
}

function one(found: RequirementAssessment): Part {
  const { status, what, level, rule, evidence, excused } = found;
  const isOpen = status === 'not-met' || status === 'unknown';
  const remedy = found.remedy ?? (isOpen ? remedyOf(sourceOf(rule), rule) : undefined);
  const where = placeText(found);
  return {
    status,
    what,
    rule,
    evidence: [...evidence],
    ...(status === 'not-met' ? { level } : {}),
    ...defined({ remedy, excused, where: where === '' ? undefined : where }),
  };
}
