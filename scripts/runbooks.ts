/** Generates docs/runbooks, the instructions for each loss, from the definitions that drills use. */

import { defaultTargets } from '../src/recovery/feasibility.ts';
import { type Scenario, scenarios } from '../src/recovery/scenario.ts';
import type { ScenarioStep, StepAction } from '../src/recovery/scenario-steps.ts';
import { formatDuration } from '../src/toolkit/duration.ts';

/** The manual procedure for a step. */
interface How {
  /** Shell commands; words in capitals are placeholders. */
  readonly run?: readonly string[];
  /** The sign of success; undefined where a command checks it, or the instruction says it. */
  readonly good?: string;
  /** What to do without success. */
  readonly otherwise: string;
}

const into = 'NAMESPACE-recovered';

const how: Readonly<Record<StepAction, How>> = {
  'wait-for-failover': {
    run: [
      'kubectl --namespace NAMESPACE get pods --label-columns role --watch',
      'slipway status --environment production',
    ],
    good: 'another pod is the primary, and the application can write',
    otherwise: 'read the log of the failover manager. A forced promotion can lose data',
  },
  provision: {
    run: [
      `kubectl create namespace ${into}`,
      `kubectl label namespace ${into} pod-security.kubernetes.io/enforce=baseline`,
    ],
    good: 'its pods reach only the backup stores',
    otherwise: 'add a NetworkPolicy; without one, the application sends its messages again',
  },
  'load-images': {
    otherwise: 'use another copy of the archive. A rebuilt image has another digest',
  },
  'restore-secrets': {
    otherwise: 'use the key of the other recipient',
  },
  'restore-database': {
    otherwise: 'read the summary, and choose `--target counted` or another `--repository`',
  },
  'restore-files': {
    otherwise: 'restore the previous set (`--set`)',
  },
  'apply-objects': {
    otherwise: 'read the log, and install missing CRDs',
  },
  start: {
    run: [
      `kubectl --namespace ${into} set selector service DATABASE-SERVICE slipway.dev/copy=DATABASE-copy`,
      `kubectl --namespace ${into} scale deployment/APPLICATION --replicas=REPLICAS # its annotation slipway.dev/drill-replicas`,
      `kubectl --namespace ${into} rollout status deployment/APPLICATION --timeout=10m`,
    ],
    otherwise: 'read the events of its pods',
  },
  verify: {
    run: ['curl --fail --silent --show-error https://APPLICATION/ready'],
    otherwise: 'do not move the traffic',
  },
  'cut-over': {
    otherwise: 'switch back. Resolvers cache the old name until its TTL ends',
  },
  notice: {
    run: [
      'kubectl --namespace NAMESPACE exec POD -- pgbackrest --stanza=STANZA info',
      'kubectl --namespace NAMESPACE exec POD -- pgbackrest --stanza=STANZA check',
      'kubectl --namespace NAMESPACE exec POD -- pgbackrest --stanza=STANZA --repo=N --output=text --verbose verify',
    ],
    otherwise: 'make a full backup into the other repository',
  },
  'catch-up': {
    run: ['slipway backup --environment production'],
    good: 'no segment is missing in any repository',
    otherwise: 'make a full backup. Only a newer backup can be restored past a gap in the WAL',
  },
  'wait-for-pods': {
    run: ['kubectl --namespace NAMESPACE get pods --watch', 'kubectl --namespace NAMESPACE describe pod POD'],
    good: 'every pod is ready, and its restart count stays the same',
    otherwise: 'run `slipway rollback --environment ENVIRONMENT` if the release is new',
  },
  'check-requests': {
    run: ['curl --fail --silent --show-error https://APPLICATION/'],
    otherwise: 'compare the endpoints of the Service with the ready pods',
  },
  'wait-for-rollback': {
    run: ['slipway status --environment ENVIRONMENT'],
    good: 'the previous release is live. The summary of the run says why the bad one was rolled back',
    otherwise: 'run `slipway rollback --environment ENVIRONMENT`',
  },
  'scale-up': {
    run: ['kubectl --namespace NAMESPACE describe hpa'],
    good: 'the number of pods rises, and the new ones become ready',
    otherwise: 'add replicas by hand, and check that metrics-server answers',
  },
  'scale-down': {
    otherwise: 'read the events of the autoscaler',
  },
};

/**
 * Options of the one `restore` for all steps that restore. Separate ones fail: `restore` refuses objects that exist and differ, and files and
 * databases come with a PVC and with Secrets.
 */
const restoring: Partial<Readonly<Record<Scenario['id'], string>>> = {
  restore:
    '--include all --offline-key-file OFFLINE-KEY --buckets BUCKET=https://HOST/EMPTY-BUCKET --volume SIZE',
  region:
    '--include all --offline-key-file OFFLINE-KEY --buckets BUCKET=https://HOST/EMPTY-BUCKET --volume SIZE --repository OFF-SITE-REPOSITORY --kube-context NEW-CLUSTER',
  secrets: '--include objects,secrets,database --offline-key-file OFFLINE-KEY --volume SIZE',
  corruption: '--target TIME',
};

/** The steps that this one command does. */
const restored: readonly StepAction[] = [
  'restore-secrets',
  'restore-files',
  'restore-database',
  'apply-objects',
];

/** Returns the content of every page by its path. */
export function runbooks(): Map<string, string> {
  const pages = new Map(scenarios.map(each => [`docs/runbooks/${each.id}.md`, pageOf(each)]));
  return pages.set('docs/runbooks/README.md', indexOf());
}

const generated = '<!-- Generated by scripts/runbooks.ts -->';

function pageOf(scenario: Scenario): string {
  const { id, title, question, steps, without } = scenario;
  return `${[
    `${generated}\n# ${title}`,
    targetText(scenario),
    '## Recover',
    ...introduction(scenario),
    steps.map((step, index) => stepText(step, index, id === 'total' && step.action === 'start')).join('\n\n'),
    ...(without.length === 0 ? [] : [`**Do not rely on:** ${without.join(', ')}.`]),
    '## Rehearse',
    `\`\`\`sh\nslipway drill --environment staging --scenario ${id}${drillOptions[id] ?? ''}\n\`\`\``,
    question,
    '[All runbooks](README.md)',
  ].join('\n\n')}\n`;
}

const drillOptions: Partial<Readonly<Record<Scenario['id'], string>>> = {
  region: ' --drill-key-file DRILL-KEY',
  secrets: ' --drill-key-file DRILL-KEY',
  total: ' --drill-key-file DRILL-KEY --archive DISK',
};

/** The one command for several steps. */
function introduction({ id, steps }: Scenario): string[] {
  if (id === 'total')
    return [
      '[Compare the disk with its checksum](../archive.md#before-you-run-anything-from-the-disk), and do step 1. Then one command does and checks the other steps:',
      `\`\`\`sh\nslipway recover DISK --offline-key-file OFFLINE-KEY --checksum CHECKSUM --into ${into} --registry REGISTRY --bucket BUCKET --volume SIZE --kube-context NEW-CLUSTER\n\`\`\``,
      'Then restore managed databases and buckets, with the new bucket in slipway.yml. `recover` prints this command with the parts that the set contains:',
      `\`\`\`sh\nslipway restore --environment production --into ${into} --include managed/NAME,bucket/BUCKET --offline-key-file OFFLINE-KEY --buckets BUCKET=https://HOST/EMPTY-BUCKET --kube-context NEW-CLUSTER\n\`\`\``,
      '`recover` has restored each Redis into a pod of its own: [use a restored Redis](../recovery.md#use-a-restored-redis).',
    ];
  const options = restoring[id];
  if (options === undefined) return [];
  const numbers = steps.flatMap(({ action }, index) => (restored.includes(action) ? [index + 1] : []));
  const [first, last] = [numbers[0], numbers.at(-1)];
  return [
    first === last ? `For step ${first}:` : `One command does and checks steps ${first} to ${last}:`,
    `\`\`\`sh\nslipway restore --environment production --into ${into} ${options}\n\`\`\``,
    ...(id === 'corruption'
      ? ['To overwrite the live database instead, see [Over itself](../recovery.md#over-itself).']
      : []),
  ];
}

function targetText({ target }: Scenario): string {
  const usual = defaultTargets.find(({ domain }) => domain === target);
  if (usual === undefined)
    return 'Nothing is recovered. The failure must be detected, and no data may be lost.';
  const { rto, rpo } = usual;
  return `RTO **${formatDuration(rto)}**, RPO **${formatDuration(rpo)}** (\`recovery.targets.${target}\`).`;
}

/** @param done whether the command of the introduction has done it. */
function stepText({ instruction, action }: ScenarioStep, index: number, done: boolean): string {
  const { run, good, otherwise } = how[action];
  return [
    `${index + 1}. **${instruction}**`,
    ...(run === undefined || done ? [] : [indented(['```sh', ...run, '```'])]),
    `    ${good === undefined ? 'If it fails:' : `Success: ${good}. Otherwise:`} ${otherwise}.`,
  ].join('\n\n');
}

const indented = (lines: readonly string[]) => lines.map(line => `    ${line}`).join('\n');

const dayText = (days: number) => (days === 1 ? 'every day' : `every ${days} days`);

function indexOf(): string {
  const rows = scenarios.map(
    ({ id, title, target, every }) =>
      `| [${id}](${id}.md) | ${title} | ${targetCell(target)} | ${dayText(every)} |`,
  );
  return `${generated}
# Runbooks

For on-call engineers: choose the first loss that describes yours; if in doubt, choose a later one. [Drills](../drills.md) follow the same steps.

**If data is lost or damaged**, first scale every workload that writes to zero (\`kubectl scale\`). In every case, do not delete anything that is broken: the recovery may need it.

| runbook | loss | RTO, RPO | drilled |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function targetCell(target: Scenario['target']): string {
  const usual = defaultTargets.find(({ domain }) => domain === target);
  return usual === undefined ? 'none' : `${formatDuration(usual.rto)}, ${formatDuration(usual.rpo)}`;
}
