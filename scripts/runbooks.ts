/** Generates docs/runbooks, the instructions for each loss, from the definitions that drills use. */

import { defaultTargets } from '../src/recovery/feasibility.ts';
import { levels, meanings } from '../src/recovery/ladder.ts';
import { type Break, type Scenario, scenarios } from '../src/recovery/scenario.ts';
import type { ScenarioStep, StepAction } from '../src/recovery/scenario-steps.ts';
import { formatDuration } from '../src/toolkit/duration.ts';

/** The manual procedure for a step. */
interface How {
  /** Shell commands; words in capitals are placeholders. */
  readonly run?: readonly string[];
  /** The sign of success. */
  readonly good: string;
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
    good: 'another pod has the role of the primary, and the application can write again',
    otherwise:
      'read the log of the failover manager, such as Patroni. It does not promote a standby that lags too far. Do not force that before a person has decided how much data may be lost',
  },
  provision: {
    run: [
      `kubectl create namespace ${into}`,
      `kubectl label namespace ${into} pod-security.kubernetes.io/enforce=baseline`,
    ],
    good: 'the namespace exists, and pods in it cannot reach the rest of production, mail or payment',
    otherwise:
      'do not start an application in a namespace with open egress, because it would send its messages again',
  },
  'load-images': {
    good: 'every digest in the manifest of the backup can be pulled',
    otherwise: 'load the images from the archive. A lost image cannot be rebuilt with the same digest',
  },
  'restore-secrets': {
    run: ['age --decrypt --identity OFFLINE-KEY --output secrets.json SECRETS.age'],
    good: 'every Secret in the manifest of the backup exists',
    otherwise:
      'use the key of the other recipient; there are two for this case. Without a key no encrypted data can be read',
  },
  'restore-database': {
    run: [`slipway restore --environment production --into ${into} --to latest`],
    good: 'the step is green: recovery ended at its target, and tables and rows match the counts of the backup',
    otherwise:
      'read its summary, which names the table that differs or the WAL segment that is missing. Choose an earlier target (`--to counted`) or the other repository instead of continuing with different data',
  },
  'restore-files': {
    run: [
      `slipway restore --environment production --into ${into} --what volume,managed,bucket --key OFFLINE-KEY`,
    ],
    good: 'every file of the listing exists with its SHA-256, and every table matches its count',
    otherwise: 'use the previous snapshot; `restic snapshots` lists them',
  },
  'apply-objects': {
    run: [`slipway restore --environment production --into ${into} --what objects,secrets --key OFFLINE-KEY`],
    good: 'Deployments, Services and ConfigMaps exist, CronJobs are suspended, and no load balancer was created',
    otherwise:
      'the log names each object that could not be applied, with the reason. Most often the new cluster lacks the CRD of its kind: install that first',
  },
  start: {
    run: [`kubectl --namespace ${into} rollout status deployment/APPLICATION --timeout=10m`],
    good: 'its pods are ready',
    otherwise: 'read the events of the pods, which name a missing image, Secret or StorageClass',
  },
  verify: {
    run: ['curl --fail --silent --show-error https://APPLICATION/ready'],
    good: 'an old record is unchanged, and a new one can be written and read',
    otherwise: 'do not move the traffic: wrong data is worse than no data',
  },
  'cut-over': {
    good: 'thirty probes of the public name in a row have succeeded',
    otherwise: 'switch back; resolvers cache the old name until its TTL ends',
  },
  notice: {
    run: [
      'kubectl --namespace NAMESPACE exec POD -- pgbackrest --stanza=STANZA info',
      'kubectl --namespace NAMESPACE exec POD -- pgbackrest --stanza=STANZA check',
    ],
    good: 'you know which repository is affected, since when, and which segments it lacks',
    otherwise: 'assume that the repository is lost, and make a full backup into the other one',
  },
  'catch-up': {
    run: ['slipway backup --environment production'],
    good: 'the step is green: no segment is missing in any repository',
    otherwise:
      'make a full backup. A gap in the WAL cannot be filled, so only a newer backup can be restored past it',
  },
};

const breaks: Readonly<Record<Break['kind'], string>> = {
  nothing: 'Nothing is broken.',
  pod: 'The pod of the primary is deleted without a grace period.',
  hook: 'The command in `drills.inject` removes it, as a power failure would.',
  'out-of-reach':
    'From a certain time on the original system counts as lost: the drill does not use it, and WAL that was archived later does not count.',
  rows: 'Markers of the drill are deleted, as a faulty migration would delete rows.',
  'repository-copy':
    'A copy of the repository is damaged: a byte is flipped, or a WAL segment or the full backup is removed.',
  secrets: 'The Secrets of the cluster are withheld.',
  'far-repository': 'The far repository is made unreachable from the database.',
};

/** Returns the content of every page by its path. */
export function runbooks(): Map<string, string> {
  const pages = new Map(scenarios.map(each => [`docs/runbooks/${each.id}.md`, pageOf(each)]));
  return pages.set('docs/runbooks/README.md', indexOf());
}

const generated = '<!-- Generated by scripts/docs from src/recovery/scenario.ts -->';

function pageOf(scenario: Scenario): string {
  const { id, title, question, steps, without, required, where, every } = scenario;
  return `${[
    `${generated}\n# ${title}`,
    targetText(scenario),
    '## What to do',
    ...(id === 'total'
      ? [
          'With the disk that `slipway archive` wrote, one command does all steps below in this order, except for objects of buckets. Restore those afterwards with `--what bucket` as below, with the address of the new bucket in slipway.yml. Before you run anything from the disk, compare it with the checksum that is kept beside the key: [how](../archive.md#before-anything-of-the-disk-is-run). `RECOVER.md` on the disk contains the command with its values:\n\n```sh\nslipway recover DISK --key OFFLINE-KEY --checksum CHECKSUM --into NAMESPACE-recovered --registry REGISTRY --bucket BUCKET\n```',
        ]
      : []),
    steps.map(stepText).join('\n\n'),
    ...(without.length === 0 ? [] : [`**Do not rely on:** ${without.join('; ')}.`]),
    '## How it is rehearsed',
    [
      `> ${question}`,
      '',
      ...rehearsed(id),
      '',
      `${breaks[scenario.breaks.kind]} ${where === 'live' ? 'The drill runs in the live system.' : 'The drill runs in its own namespace and does not change the live system.'} Due ${dayText(every)}. It passes only if every level up to ${required} is proved:`,
      '',
      ...levels.slice(0, levels.indexOf(required) + 1).map(level => `- ${level}: ${meanings[level]}`),
    ].join('\n'),
    '[All runbooks](README.md) · [Recovery](../recovery.md)',
  ].join('\n\n')}\n`;
}

/** `total` also has a rehearsal in an empty cluster, without the action `drill`. */
const rehearsed = (id: Scenario['id']) =>
  id === 'total'
    ? [
        'In an empty cluster, without `drill`:',
        '',
        '```sh',
        'slipway archive DISK --environment production',
        'slipway recover DISK --key OFFLINE-KEY --checksum CHECKSUM --into NAMESPACE-recovered --registry REGISTRY --bucket BUCKET',
        '```',
      ]
    : ['```sh', `slipway drill --environment staging --scenario ${id}`, '```'];

function targetText({ target }: Scenario): string {
  const usual = defaultTargets.find(({ domain }) => domain === target);
  if (usual === undefined)
    return 'Nothing is recovered here. The failure must be noticed, and no data may be lost.';
  const { rto, rpo } = usual;
  return `RTO **${formatDuration(rto)}**, RPO **${rpo === 0 ? '0' : formatDuration(rpo)}**${rpo === 0 ? ': no acknowledged write may be lost' : ''}. \`recovery.targets.${target}\` in slipway.yml changes these targets.`;
}

function stepText({ instruction, action, phase }: ScenarioStep, index: number): string {
  const { run, good, otherwise } = how[action];
  return [
    `${index + 1}. **${instruction}** (${phase})`,
    ...(run === undefined ? [] : [indented(['```sh', ...run, '```'])]),
    `   Success: ${good}. Otherwise: ${otherwise}.`,
  ].join('\n\n');
}

const indented = (lines: readonly string[]) => lines.map(line => `   ${line}`).join('\n');

const dayText = (days: number) => (days === 1 ? 'every day' : `every ${days} days`);

function indexOf(): string {
  const rows = scenarios.map(
    ({ id, title, target, every }) =>
      `| [${id}](${id}.md) | ${title} | ${targetCell(target)} | ${dayText(every)} |`,
  );
  return `${generated}
# Runbooks

One for each loss that is rehearsed. Drills follow the same steps, so no runbook is untested. Choose the first one in the table that describes
your loss; in doubt, the later one. **First of all** stop every workload that writes (\`kubectl scale\`), and never delete anything that is broken: it may be needed.

| runbook | loss | RTO, RPO | drilled |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function targetCell(target: Scenario['target']): string {
  const usual = defaultTargets.find(({ domain }) => domain === target);
  return usual === undefined ? 'none' : `${formatDuration(usual.rto)}, ${formatDuration(usual.rpo)}`;
}
