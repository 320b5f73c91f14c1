import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Manifest } from '../cluster/manifests.ts';
import type { Assess } from '../config/assess.ts';
import { parseReport, type TrivyMisconfiguration } from '../scan/report.ts';
import { runTrivy, scannerEnvironment } from '../scan/trivy.ts';
import { counted } from '../toolkit/count.ts';
import { UserError, userErrorOf } from '../toolkit/errors.ts';
import { withFolder } from '../toolkit/folder.ts';
import { textsIn } from '../toolkit/map.ts';
import { findTool } from '../toolkit/tools/find.ts';
import { pins } from '../toolkit/tools/pin.ts';
import { containersOf, podTemplatesOf } from '../workloads/kinds.ts';
import { levelOfRule, type RequirementAssessment } from './assessment.ts';
import { type Places, pathAtLine } from './places.ts';
import { type AssessedWorkload, type AssessSubject, nameOfManifest } from './subject.ts';
import { withoutInjected } from './templates.ts';

/** Generic rules for manifests: those of trivy, without what our own rules know better. */

/** Returns the arguments for a folder of manifests: with the checks that trivy contains, and without network access. Pure. */
export const configArguments = (folder: string, output: string): string[] => [
  ...['config', '--format', 'json', '--output', output, '--misconfig-scanners', 'kubernetes'],
  ...['--skip-check-update', '--skip-version-check', '--disable-telemetry', '--quiet', folder],
];

/** Checks that our rules make with the cluster, with fewer false findings, or twice. */
const betterHere = [
  // resource-memory, resource-requests; a limit of CPU only slows a container down.
  ...['KSV-0011', 'KSV-0015', 'KSV-0016', 'KSV-0018', 'KSV-0039', 'KSV-0040'],
  // image-floating; which registry is trusted, only its users know.
  ...['KSV-0013', 'KSV-0032', 'KSV-0033', 'KSV-0034', 'KSV-0035', 'KSV-0125'],
  // token-mounted, network-policy, access-*.
  ...['KSV-0036', 'KSV-0038', 'KSV-0041', 'KSV-0044', 'KSV-0045', 'KSV-0046', 'KSV-0053'],
  ...['KSV-0054', 'KSV-0111', 'KSV-0112', 'KSV-0113'],
  // variable-high.
  ...['KSV-0109', 'KSV-01010'],
  // The same as KSV-0003, KSV-0012 and KSV-0030.
  ...['KSV-0004', 'KSV-0106', 'KSV-0105', 'KSV-0104', 'KSV-0118'],
  // Any UID but 0 is unprivileged; AppArmor and SELinux belong to the nodes; a namespace comes from slipway.yml; ports below 1024
  // need no right in a container.
  ...['KSV-0020', 'KSV-0021', 'KSV-0002', 'KSV-0025', 'KSV-0037', 'KSV-0110', 'KSV-0117'],
];

/** Capabilities that the Pod Security Standards allow in every container. One that drops all others is safer than one without any field. */
const allowed = [
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE'],
  ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
];

/** Whether KSV-0022, which is about any added capability, found only those that every container may have. */
function addsOnlyAllowed(text: string, message: string): boolean {
  const [, name] = /^Container '([^']*)'/.exec(message) ?? [];
  const named = podTemplatesOf(parse(text))
    .flatMap(({ spec }) => containersOf(spec))
    .filter(container => container.name === name) as {
    securityContext?: { capabilities?: { add?: unknown } };
  }[];
  const added = named.flatMap(({ securityContext }) => textsIn(securityContext?.capabilities?.add));
  return added.length > 0 && added.every(each => allowed.includes(each.toUpperCase().replace(/^CAP_/, '')));
}

/** Joins what one check found in several containers of an object. */
function oncePerObject<Found extends { readonly of: Written; readonly ID: string; readonly what: string }>(
  found: readonly Found[],
): Found[] {
  const groups = Map.groupBy(found, ({ of, ID }) => `${ID} ${nameOfManifest(of.manifest)}`);
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const what = `${plain(first.what)} (and ${counted(more.length, 'more place')} there)`;
    return [more.length === 0 ? first : { ...first, what }];
  });
}

const levels = { CRITICAL: 'error', HIGH: 'warning', MEDIUM: 'warning' } as const;

interface Checking {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  report(line: string): void;
}

interface Written {
  readonly text: string;
  readonly manifest: Manifest;
  /** The workload, if it is one of its running pods. */
  readonly pod?: AssessedWorkload;
}

/** Judges manifests and running pods by trivy. When it cannot run, the result is unknown. */
export async function judgeByTrivy(
  subject: AssessSubject,
  rules: Assess['rules'],
  places: Places,
  { env, signal, report }: Checking,
): Promise<RequirementAssessment[]> {
  const written = documentsFor(subject);
  if (written.length === 0) return [];
  return withFolder(env, 'assess', async folder => {
    const home = join(folder, 'home');
    const input = join(folder, 'manifests');
    const output = join(folder, 'report.json');
    await Promise.all([mkdir(home), mkdir(input)]);
    await Promise.all(written.map(({ text }, index) => writeFile(join(input, `${index}.yaml`), text)));
    const asking = { env: scannerEnvironment(home), cwd: home };
    const found = await userErrorOf(() =>
      findTool(pins.trivy, { asking, folder: join(folder, 'trivy'), env, signal, report }),
    );
    if (found instanceof UserError) {
      if (signal.aborted) throw found;
      return [{ ...unknownBy(`trivy could not be obtained: ${found.message}`), remedy: found.remedy }];
    }
    const [program] = found;
    const ran = await runTrivy({ program, home, signal }, configArguments(input, output));
    if (!ran.good) return [unknownBy(`trivy could not check the manifests: ${ran.fault}`)];
    const { Results = [] } = parseReport(await readFile(output, 'utf8'));
    const misconfigured = Results.flatMap(({ Target, Misconfigurations = [] }) =>
      Misconfigurations.map(each => [Number.parseInt(Target, 10), each] as const),
    );
    return fromTrivy(subject, rules, places, written, misconfigured);
  });
}

const unknownBy = (what: string): RequirementAssessment => ({
  id: 'I5',
  rule: 'trivy',
  status: 'unknown',
  level: 'info',
  what,
  evidence: [],
});

/** Returns the objects to check, and a running pod of each workload. Values of Secrets and ConfigMaps are not passed on. Pure. */
export function documentsFor({ manifests, workloads }: AssessSubject): Written[] {
  const objects = manifests
    .filter(({ object }) => !['Secret', 'ConfigMap'].includes(object.kind))
    .map(manifest => ({ text: stringify(manifest.object), manifest }));
  const running = workloads.flatMap((workload): Written[] => {
    const [pod] = workload.pods.known ? workload.pods.value : [];
    if (pod?.spec === undefined) return [];
    const own = withoutInjected(pod.spec, workload.spec);
    const containers = own.containers.map(({ env: _, ...rest }) => rest);
    const spec = { ...own, containers, initContainers: [] };
    const metadata = { name: pod.metadata?.name, namespace: pod.metadata?.namespace };
    const text = stringify({ apiVersion: 'v1', kind: 'Pod', metadata, spec });
    return [{ text, manifest: workload.manifest, pod: workload }];
  });
  return [...objects, ...running];
}

/** Converts the findings of trivy. Pure, but for the lines. @param found by the index of the document. */
export function fromTrivy(
  subject: AssessSubject,
  rules: Assess['rules'],
  places: Places,
  written: readonly Written[],
  found: readonly (readonly [number, TrivyMisconfiguration])[],
): RequirementAssessment[] {
  const relevant = found.flatMap(
    ([index, { ID, Severity, Message, Title, Resolution, CauseMetadata, Status }]) => {
      const of = written[index];
      const level = levelOfRule(ID, rules, levels[Severity as keyof typeof levels] ?? 'info');
      if (of === undefined || Status !== 'FAIL' || level === 'off' || betterHere.includes(ID)) return [];
      if (ID === 'KSV-0022' && addsOnlyAllowed(of.text, Message ?? '')) return [];
      return [{ of, ID, level, what: Message || Title, Resolution, line: CauseMetadata?.StartLine ?? 1 }];
    },
  );
  const inManifests = oncePerObject(relevant.filter(({ of }) => of.pod === undefined));
  const results = inManifests.map(
    ({ of: { manifest, text }, ID, level, what, Resolution, line }): RequirementAssessment => ({
      id: idFor(manifest),
      rule: ID,
      status: 'not-met',
      level,
      object: nameOfManifest(manifest),
      what: plain(what),
      remedy: plain(Resolution || 'see the documentation of the check in trivy'),
      place: places.find(manifest, pathAtLine(text, line)),
      evidence: [{ asked: 'trivy config', of: manifest.source, at: subject.now }],
    }),
  );
  const known = new Set(results.map(({ rule, object }) => `${rule} ${object}`));
  return [...results, ...subject.workloads.flatMap(workload => runningOf(workload))];

  /** What the running pods of a workload show beyond its manifest. */
  function runningOf({ title, pods, manifest }: AssessedWorkload): RequirementAssessment[] {
    const base = { id: 'I5', object: title } as const;
    if (!pods.known) return [{ ...unknownBy(pods.why), ...base }];
    if (pods.value.length === 0) return [{ ...unknownBy(`no pod of ${title} runs`), ...base }];
    const evidence = [{ asked: pods.asked, of: title, at: pods.at }];
    const more = relevant.filter(
      ({ of, ID }) => of.pod?.manifest === manifest && !known.has(`${ID} ${title}`),
    );
    if (more.length > 0)
      return more.map(({ ID, level, what }) => ({
        ...base,
        rule: ID,
        status: 'not-met',
        level,
        evidence,
        remedy: 'release the manifests',
        what: `a running pod of ${title} differs from its manifest: ${plain(what)}`,
      }));
    if (results.some(({ object }) => object === title)) return [];
    const what = `trivy finds nothing in ${title} and in one of its running pods`;
    return [{ ...base, rule: 'trivy', status: 'met', level: 'info', what, evidence }];
  }
}

/** Roles are about permissions in the cluster, everything else about the privileges of a program. */
const idFor = ({ object: { kind } }: Manifest) =>
  /^(Cluster)?Role(Binding)?$/.test(kind) ? ('S5' as const) : ('I5' as const);

/** A sentence of trivy as ours end. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 300);
