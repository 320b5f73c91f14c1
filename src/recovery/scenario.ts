import type { Domain } from './feasibility.ts';
import type { DrillLevel } from './levels.ts';
import { ofApplication } from './scenario-application.ts';
import {
  cutover,
  failover,
  files,
  newest,
  objects,
  provision,
  restoreDatabase,
  type ScenarioStep,
  secrets,
  start,
  step,
  verify,
} from './scenario-steps.ts';

/**
 * The disasters that are rehearsed. Drills and runbooks are both made from this text, so that an operator never finds an untested runbook
 * at night.
 */

/** What is broken, and how. `command`: by the command that `inject` of slipway.yml names, because nothing in a cluster can do it. */
export type Break =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pod' }
  | { readonly kind: 'command'; readonly what: 'node' | 'zone' }
  /** The original system is not used any more. */
  | { readonly kind: 'out-of-reach' }
  /** Existing rows are deleted, as a bad migration would. */
  | { readonly kind: 'rows' }
  /** In a copy of the repository: a byte is flipped, a WAL segment or the full backup is missing. */
  | { readonly kind: 'repository-copy' }
  /** Secrets are withheld from the restore. */
  | { readonly kind: 'secrets' }
  | { readonly kind: 'off-site-repository' }
  /** Of the application: PID 1 of a container, a pod, its pods in a zone, or its version. */
  | { readonly kind: 'application'; readonly what: 'container' | 'pod' | 'zone' | 'release' };

export interface Disaster {
  readonly title: string;
  /** The question that a green drill answers with yes. */
  readonly question: string;
  /** The domain whose targets apply; undefined where nothing is recovered, only detected. */
  readonly target: Domain | undefined;
  readonly breaks: Break;
  readonly steps: readonly ScenarioStep[];
  /** What the recovery must not use, because it would be lost, too. */
  readonly without: readonly string[];
  readonly required: DrillLevel;
  /** `live`: in the drilled system; `scratch`: in a namespace of the drill, without changes to any running system. */
  readonly where: 'live' | 'scratch';
  /** Interval of drills; days. */
  readonly every: number;
}

const catalog = {
  restore: {
    title: 'A backup is restored',
    question: 'Does the newest backup restore everything that its manifest lists?',
    target: 'region',
    breaks: { kind: 'nothing' },
    steps: [provision, files, restoreDatabase('the nearest repository', newest), objects, start, verify],
    without: [],
    required: 'L4',
    where: 'scratch',
    every: 1,
  },
  pod: {
    title: 'The pod of the primary database is lost',
    question: 'Does another pod take over automatically, without loss of acknowledged writes?',
    target: 'node',
    breaks: { kind: 'pod' },
    steps: [failover, verify],
    without: ['backups'],
    required: 'L4',
    where: 'live',
    every: 1,
  },
  node: {
    title: 'The node of the primary database is lost',
    question: 'Does another node take over automatically, without loss of acknowledged writes?',
    target: 'node',
    breaks: { kind: 'command', what: 'node' },
    steps: [failover, verify],
    without: ['backups', 'the disk of that node'],
    required: 'L4',
    where: 'live',
    every: 1,
  },
  zone: {
    title: 'A zone is lost, with its disks',
    question: 'Do the other zones keep working, and does the lost zone recover?',
    target: 'zone',
    breaks: { kind: 'command', what: 'zone' },
    steps: [failover, verify],
    without: ['nodes, disks and repositories of that zone'],
    required: 'L5',
    where: 'live',
    every: 7,
  },
  region: {
    title: 'The region is lost',
    question: 'Can everything be restored elsewhere, from backups in another region?',
    target: 'region',
    breaks: { kind: 'out-of-reach' },
    steps: [
      provision,
      secrets,
      files,
      restoreDatabase('a repository of another region', newest),
      objects,
      start,
      verify,
      cutover,
    ],
    without: ['the primary database and its standbys', 'repositories of the region'],
    required: 'L5',
    where: 'scratch',
    every: 30,
  },
  total: {
    title: 'Everything is lost except the archive and the offline key',
    question: 'Can everything be restored from the locked archive alone?',
    target: 'total',
    breaks: { kind: 'out-of-reach' },
    steps: [
      provision,
      step(
        'restore',
        'restore-secrets',
        'Decrypt the Secrets of the archive with the offline key, and use no others.',
      ),
      step('restore', 'load-images', 'Load the images from the archive, by digest.'),
      files,
      restoreDatabase('the locked repository', newest),
      objects,
      start,
      verify,
    ],
    without: [
      'registries',
      'source code repositories',
      'DNS',
      'every repository that is not locked or offline',
    ],
    required: 'L4',
    where: 'scratch',
    every: 90,
  },
  corruption: {
    title: 'Rows were deleted by mistake',
    question: 'Is everything from just before the mistake restored, and nothing from after it?',
    target: 'region',
    breaks: { kind: 'rows' },
    steps: [
      provision,
      restoreDatabase(
        'the nearest repository, from a backup that ended before the mistake,',
        'the moment before the mistake',
      ),
      verify,
    ],
    without: ['standbys, which contain the mistake, too'],
    required: 'L3',
    where: 'scratch',
    every: 30,
  },
  rot: {
    title: 'A backup is silently corrupted',
    question: 'Is a damaged repository detected before it is needed?',
    target: undefined,
    breaks: { kind: 'repository-copy' },
    steps: [
      step(
        'detect',
        'notice',
        'Verify the repository and its chain of WAL. If either fails, make a full backup at once, and keep the damaged repository for analysis.',
      ),
    ],
    without: [],
    required: 'L1',
    where: 'scratch',
    every: 30,
  },
  secrets: {
    title: 'The Secrets are lost',
    question:
      'Can encrypted values in the restored data be decrypted with the keys that are kept separately?',
    target: 'region',
    breaks: { kind: 'secrets' },
    steps: [provision, secrets, restoreDatabase('the nearest repository', newest), objects, start, verify],
    without: ['the Secrets of the cluster'],
    required: 'L4',
    where: 'scratch',
    every: 90,
  },
  'off-site-down': {
    title: 'The off-site repository is unreachable',
    question:
      'Is it detected in time, does the on-site repository keep working, and is no WAL lost until the off-site one is back?',
    target: undefined,
    breaks: { kind: 'off-site-repository' },
    steps: [
      step(
        'detect',
        'notice',
        'Find out why it is unreachable. The database keeps WAL that is not archived: watch its disk, and never remove WAL by hand.',
      ),
      step('replay', 'catch-up', 'When it is back, check that it contains every segment since the failure.'),
    ],
    without: [],
    required: 'L1',
    where: 'live',
    every: 30,
  },
  ...ofApplication,
} satisfies Record<string, Disaster>;

export type ScenarioId = keyof typeof catalog;
export const scenarioIds = Object.keys(catalog) as readonly ScenarioId[];

export interface Scenario extends Disaster {
  readonly id: ScenarioId;
}

export function scenarioOf(id: ScenarioId): Scenario {
  return { id, ...catalog[id] };
}

export const scenarios: readonly Scenario[] = scenarioIds.map(scenarioOf);
