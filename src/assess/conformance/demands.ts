import { scenarioIds } from '../../recovery/scenario.ts';
import { manifestRules } from '../manifests/rules.ts';
import { keyRequirements, otherNeedsOf, type RequirementId, requirementIds } from '../requirement.ts';

/** Where the evidence for each requirement comes from. */

/** How the record of a command gets into a report. */
const recorded = (command: string, more = '') =>
  `run \`SLIPWAY_RECORDS=records slipway ${command}\`${more}, and report with \`--reports records\``;
/** The jobs of pipeline.yml leave these records. */
const piped = (command: string) => recorded(command, ' or pipeline.yml on the default branch');
const stores =
  'add `recovery` to slipway.yml, and pass the credentials of its stores by the input `credentials`';
const reporting = 'run `slipway report --environment ENVIRONMENT`';

/**
 * Sources of evidence, and what the user does to get it, with the name of the environment for ENVIRONMENT. The first part of a rule's name
 * is its source; rules of `assess` have none.
 */
export const remedyBySource = {
  assess: `${reporting} with access to the cluster`,
  policy: piped('plan'),
  build: piped('build'),
  plan: piped('plan --environment ENVIRONMENT'),
  test: piped('test'),
  scan: recorded(
    'scan --images IMAGES --from release',
    ' with the `images` of `slipway status --environment ENVIRONMENT`, or rescan.yml or pipeline.yml on the default branch',
  ),
  stale: recorded(
    'stale --deployed IMAGES',
    ' with the `images` of `slipway status --environment ENVIRONMENT`',
  ),
  restore: recorded('restore --environment ENVIRONMENT --into NAMESPACE --masking masking.yml'),
  replication: recorded('replication --environment ENVIRONMENT --tables TABLES'),
  logs: recorded('logs --environment ENVIRONMENT', ' with `logs` in `monitoring`'),
  alerts: recorded(
    'alerts test --environment ENVIRONMENT --severity info',
    ' with an Alertmanager in `monitoring`',
  ),
  verify: 'add `verify` with `checks` to the environment in slipway.yml',
  monitor: `add \`monitoring\` with a Prometheus to slipway.yml, and ${reporting} with access to it`,
  release:
    'release with pipeline.yml, or `slipway deploy --environment ENVIRONMENT --images IMAGES`, and report with access to the cluster',
  registry: `release, and ${reporting} with a login to the registry`,
  backup: stores,
  schedule: stores,
  drill:
    'run `slipway drill --environment ENVIRONMENT --scenario restore`, whose record is in the stores of `recovery`, or pass its report in `--reports`',
  audit: recorded(
    'audit verify --environment ENVIRONMENT',
    ' after `slipway audit export --environment ENVIRONMENT`',
  ),
  keys: recorded('keys check --environment ENVIRONMENT', ' with `recovery` in slipway.yml'),
  cost: recorded('cost --environment ENVIRONMENT', ' with `cost` in slipway.yml'),
} as const satisfies Record<string, string>;

/** The settings of `verify` that a rule needs. */
const settings: Readonly<Record<string, string>> = {
  checks: '`verify.checks`',
  html: 'a check with `type: text/html` in `verify.checks`',
  api: 'a check with `type: application/json` in `verify.checks`',
  'stored-secrets': 'a check with `stored-secrets` in `verify.checks`',
  cookie: 'a check with `cookies` in `verify.checks`',
  matrix: '`verify.matrix`',
  session: '`verify.matrix` with an identity with `cookie`',
  bearer: '`verify.matrix` with an identity with `bearer`',
  key: '`verify.matrix` with an identity with `header`',
  revoked: '`verify.revoked`',
  tls: '`verify.tls`',
  page: '`verify.page`',
  addresses: '`verify.addresses` with the address of each zone',
  dependencies: '`verify.dependencies`',
  stores: '`verify.dependencies` for database, cache and storage',
};
/** Parts of `verify` that never write, so that `report` asks all of them. */
const reading = ['tls', 'page', 'addresses'];

/** The drill to begin with, where any evidence of a drill counts. */
export const defaultDrillRule: Partial<Record<RequirementId, string>> = {
  H5: 'drill-container-kill',
  H6: 'drill-pod-loss',
};

/** Returns what a user does to get evidence that is missing. @param rule the first one that nothing shows. Pure. */
export function remedyOf(source: EvidenceSource, rule = ''): string {
  const part = rule.slice(source.length + 1);
  const setting = source === 'verify' ? settings[part] : undefined;
  if (setting !== undefined)
    return reading.includes(part)
      ? `add ${setting} to the environment in slipway.yml`
      : recorded('verify --environment ENVIRONMENT', ` with ${setting} in slipway.yml`);
  if (source === 'alerts' && part === 'automatic')
    return 'set `monitoring.rollback`, and start alerts.yml for an alert, with `dry-run` to try it';
  if (source === 'alerts' && part === 'security-events')
    return recorded('alerts security-events --environment ENVIRONMENT', ' with `verify.security-events`');
  const scenario = scenarioIds.find(each => each === part) ?? 'restore';
  return remedyBySource[source]
    .replace('--scenario restore', `--scenario ${scenario}`)
    .replace('--severity info', `--severity ${['critical', 'warning'].includes(part) ? part : 'info'}`);
}

export type EvidenceSource = keyof typeof remedyBySource;

/** What a check shows beyond what a requirement needs. */
const shownToo: Readonly<Record<string, readonly RequirementId[]>> = {
  'verify-session': ['S2'],
  // Prometheus does not know in which zone a standby is.
  'monitor-standbys': ['H3'],
  'drill-container-kill': ['H5'],
  'drill-pod-loss': ['H6'],
  'drill-zone-drain': ['H6'],
  'drill-autoscaling': ['P6'],
  'drill-bad-release': ['C11'],
  // A pod is not a machine, but what a pod loses, a machine loses, too.
  'drill-pod': ['D14'],
};

/** Returns the requirements that a check is about: those that need it. Pure. */
export const shownBy = (rule: string): readonly RequirementId[] =>
  shownToo[rule] ??
  requirementIds.filter(id => otherNeedsOf(id).some(need => need.split('|').includes(rule)));

/** Properties of Slipway and not of an application, each with the test that holds it. */
export const notApplicableReasons: Partial<Record<RequirementId, string>> = {
  Z8: 'it is a property of Slipway, whose tests release several unrelated applications',
  A7: 'it is a property of Slipway, whose tests release an image from manifests (test/e2e/release.test.ts), from a Helm chart (test/e2e/helm.test.ts) and by Git (test/e2e/alone/gitops.test.ts)',
  C12: 'it is a property of Slipway, whose tests run it with the variables of GitHub, GitLab and none',
  C13: 'it is a property of Slipway, whose tests run it in GitHub Actions, GitLab CI and Jenkins (docs/any-ci.md)',
  C15: 'it is a property of Slipway, whose tests copy images between registries of several kinds, with passwords and with tokens (test/e2e/copying.test.ts)',
};

/** Rules of `assess` that are not about one requirement alone. */
const ofAssess = new Map<string, RequirementId>(manifestRules.map(({ rule, id }) => [rule, id]));

/** Returns what must be met for a requirement, as `requirements` writes it. Pure. */
export const needsOf = (id: RequirementId): string[] => [
  ...[...ofAssess].flatMap(([rule, of]) => (of === id ? [rule] : [])),
  ...otherNeedsOf(id),
];

/** Trivy's checks of RBAC. */
const ofRbac = /^KSV-0(04[1-9]|05[0-6]|11[1-5]|12[23])$/;

/** Returns the requirements that a rule of `assess.rules` in slipway.yml is about. Pure. */
export function requirementsOf(rule: string): readonly RequirementId[] {
  if (rule.startsWith('KSV-')) return [ofRbac.test(rule) ? 'S5' : 'I5'];
  const own = ofAssess.get(rule);
  if (own !== undefined) return [own];
  return Object.entries(keyRequirements).find(([name]) => name === rule)?.[1] ?? [];
}

/** Whether a rule is one of `assess` about manifests. Pure. */
export const isOfManifests = (rule: string): boolean => ofAssess.has(rule);

/** Whether a rule is one of trivy, or says that trivy found nothing. Pure. */
export const isOfTrivy = (rule: string): boolean => rule === 'trivy' || rule.startsWith('KSV-');

/** Returns the source of a rule. Pure. */
export function sourceOf(rule: string): EvidenceSource {
  const [prefix = ''] = rule.split('-');
  return !ofAssess.has(rule) && Object.hasOwn(remedyBySource, prefix) ? (prefix as EvidenceSource) : 'assess';
}
