/** docs/runbooks: what a person does after each loss, made from the definitions that drills run by. */

import { defaultTargets } from '../src/recovery/feasibility.ts';
import { levels, meanings } from '../src/recovery/ladder.ts';
import { type Break, type Does, type Move, type Scenario, scenarios } from '../src/recovery/scenario.ts';
import { formatDuration } from '../src/toolkit/duration.ts';

/** How a move is done by hand. */
interface How {
  /** Lines of a shell; what is written in capitals is to be filled in. */
  readonly run?: readonly string[];
  /** By what it is seen that it is done. */
  readonly good: string;
  /** What to do when it is not. */
  readonly otherwise: string;
}

const into = 'NAMESPACE-recovered';

const how: Readonly<Record<Does, How>> = {
  'wait-for-failover': {
    run: [
      'kubectl --namespace NAMESPACE get pods --label-columns role --watch',
      'slipway status --environment production',
    ],
    good: 'another pod has the role of the primary, and the application writes again',
    otherwise:
      'look at the log of what fails over (such as Patroni). A standby that lags may not take over, and is not to be forced before somebody has decided what may be lost',
  },
  provision: {
    run: [
      `kubectl create namespace ${into}`,
      `kubectl label namespace ${into} pod-security.kubernetes.io/enforce=baseline`,
    ],
    good: 'the namespace is there, and nothing in it reaches what is left of production, mail or payment',
    otherwise:
      'do not start an application in a namespace whose ways out are open: it would send what it sent before',
  },
  'load-images': {
    good: 'every digest that the manifest of the backup names can be pulled',
    otherwise: 'a digest that is nowhere cannot be built again bit for bit: take the images from the archive',
  },
  'restore-secrets': {
    run: ['age --decrypt --identity OFFLINE-KEY --output secrets.json SECRETS.age'],
    good: 'every Secret that the manifest of the backup names is there',
    otherwise:
      'take the key from its other place: there are two recipients for that reason. Without a key nothing that is encrypted can be read, by nobody',
  },
  'restore-database': {
    run: [`slipway restore --environment production --into ${into} --to latest`],
    good: 'the step is green: recovery ended where it was told, and tables and rows are those that the backup counted',
    otherwise:
      'read its summary: it says which table differs, or which segment of WAL is missing. Choose an earlier end (`--to counted`) or the other repository rather than go on with what differs',
  },
  'restore-files': {
    run: [
      `slipway restore --environment production --into ${into} --what volume,managed,bucket --key OFFLINE-KEY`,
    ],
    good: 'every file of the listing is there with its SHA-256, and every table as it was counted',
    otherwise: 'take the snapshot before it: `restic snapshots` lists them',
  },
  'apply-objects': {
    run: [`slipway restore --environment production --into ${into} --what objects,secrets --key OFFLINE-KEY`],
    good: 'Deployments, Services and ConfigMaps are there; CronJobs are suspended, and no load balancer was made',
    otherwise:
      'what could not be applied is named with why, most often a kind that the new cluster does not know: install its CRD first',
  },
  start: {
    run: [`kubectl --namespace ${into} rollout status deployment/APPLICATION --timeout=10m`],
    good: 'its pods are ready',
    otherwise:
      'see the events of the pods: an image, a Secret or a StorageClass that is not there is said in them',
  },
  verify: {
    run: ['curl --fail --silent --show-error https://APPLICATION/ready'],
    good: 'an old record is as it was, and a new one can be written and read again',
    otherwise: 'do not move the traffic: what serves wrong data is worse than what serves none',
  },
  'cut-over': {
    good: 'the public name was answered well thirty times in a row',
    otherwise: 'move it back; names are kept for as long as their time to live says',
  },
  notice: {
    run: [
      'kubectl --namespace NAMESPACE exec POD -- pgbackrest --stanza=STANZA info',
      'kubectl --namespace NAMESPACE exec POD -- pgbackrest --stanza=STANZA check',
    ],
    good: 'it is known which repository it is, since when, and what it lacks',
    otherwise: 'take it that the repository is lost, and make a full backup into the other one',
  },
  'catch-up': {
    run: ['slipway backup --environment production'],
    good: 'the step is green: no segment is missing in any repository',
    otherwise: 'a hole stays a hole: only a full backup makes the repository good again from there on',
  },
};

const breaks: Readonly<Record<Break['kind'], string>> = {
  nothing: 'Nothing is broken.',
  pod: 'The pod with the primary is deleted, without a time to end in.',
  hook: 'The command that `drills.inject` names takes it away, as a loss of power would.',
  'out-of-reach':
    'What stands is taken to be lost from a moment on; it is not asked for anything any more, and what was archived later does not count.',
  rows: 'Markers of the drill are deleted, as a bad migration would delete rows.',
  'repository-copy':
    'A copy of the repository is damaged: a byte is flipped, a segment of WAL or the full backup is gone.',
  secrets: 'The Secrets of the cluster are withheld.',
  'far-repository': 'The far repository is made unreachable for the database.',
};

/** Path → content of every page. */
export function runbooks(): Map<string, string> {
  const pages = new Map(scenarios.map(each => [`docs/runbooks/${each.id}.md`, pageOf(each)]));
  return pages.set('docs/runbooks/README.md', indexOf());
}

const generated = '<!-- Generated by scripts/docs from src/recovery/scenario.ts -->';

function pageOf(scenario: Scenario): string {
  const { id, title, question, moves, without, required, where, every } = scenario;
  return `${[
    `${generated}\n# ${title}`,
    targetText(scenario),
    '## What to do',
    ...(id === 'total'
      ? [
          'With the disk that `slipway archive` made all but objects of buckets is one command, which does what follows in this order; those are restored afterwards, as below with `--what bucket`, with the addresses of the new bucket in slipway.yml. Before anything of the disk is run, it is compared with the checksum that is kept beside the key: [how](../archive.md#before-anything-of-the-disk-is-run). `RECOVER.md` on the disk has the command with its values:\n\n```sh\nslipway recover DISK --key OFFLINE-KEY --checksum CHECKSUM --into NAMESPACE-recovered --registry REGISTRY --bucket BUCKET\n```',
        ]
      : []),
    moves.map(moveText).join('\n\n'),
    ...(without.length === 0 ? [] : [`**Not to be counted on:** ${without.join('; ')}.`]),
    '## How it is rehearsed',
    [
      `> ${question}`,
      '',
      ...rehearsed(id),
      '',
      `${breaks[scenario.breaks.kind]} ${where === 'standing' ? 'It is drilled in the system that stands.' : 'It is drilled in a namespace of its own, and nothing that stands is touched.'} Due ${dayText(every)}. Green only when everything up to ${required} was proved:`,
      '',
      ...levels.slice(0, levels.indexOf(required) + 1).map(level => `- ${level}: ${meanings[level]}`),
    ].join('\n'),
    '[All runbooks](README.md) · [Recovery](../recovery.md)',
  ].join('\n\n')}\n`;
}

/** The last of them takes a cluster of its own. */
const rehearsed = (id: Scenario['id']) =>
  id === 'total'
    ? [
        'In a cluster that has nothing: `drill` does not know this one.',
        '',
        '```sh',
        'slipway archive DISK --environment production',
        'slipway recover DISK --key OFFLINE-KEY --checksum CHECKSUM --into NAMESPACE-recovered --registry REGISTRY --bucket BUCKET',
        '```',
      ]
    : ['```sh', `slipway drill --environment staging --scenario ${id}`, '```'];

function targetText({ target }: Scenario): string {
  const usual = defaultTargets.find(({ domain }) => domain === target);
  if (usual === undefined) return 'Nothing is recovered here; it has to be noticed, and nothing may be lost.';
  const { rto, rpo } = usual;
  return `It has to serve again within **${formatDuration(rto)}** and may lose **${rpo === 0 ? 'nothing that was acknowledged' : `the last ${formatDuration(rpo)}`}**, unless \`recovery.targets.${target}\` of slipway.yml says otherwise.`;
}

function moveText({ says, does, phase }: Move, index: number): string {
  const { run, good, otherwise } = how[does];
  return [
    `${index + 1}. **${says}** (${phase})`,
    ...(run === undefined ? [] : [indented(['```sh', ...run, '```'])]),
    `   Good when ${good}. If not: ${otherwise}.`,
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

One for each loss that is rehearsed. A drill does what stands here, so none of them is read for the first time at night. Which one to take: the first of the table below that describes
what is gone; when in doubt, the later one. **Before anything else** stop what writes (\`kubectl scale\`), and never delete what is broken: it may be needed.

| runbook | what is gone | RTO, RPO | drilled |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function targetCell(target: Scenario['target']): string {
  const usual = defaultTargets.find(({ domain }) => domain === target);
  return usual === undefined ? 'noticed' : `${formatDuration(usual.rto)}, ${formatDuration(usual.rpo)}`;
}
