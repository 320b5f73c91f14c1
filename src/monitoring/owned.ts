import { literal } from '../analysis/selector.ts';
import type { Manifest } from '../cluster/manifests.ts';
import type { Environment } from '../config/types.ts';
import { isMap, mapsIn } from '../toolkit/map.ts';
import { podTemplatesOf } from '../workloads/kinds.ts';

/** By which names the metrics of a cluster are about this application: another one may share its namespace. All pure. */

/** Regular expressions, each for a whole name. */
export interface OwnedNames {
  /** Of its PVCs. */
  readonly pvcs: readonly string[];
  /** Of its certificates, and of Secrets by which cert-manager names the certificate of an Ingress or a Gateway. */
  readonly certificates: readonly string[];
  /** Of the hosts at which it is reached. */
  readonly hosts: readonly string[];
}

/**
 * Patterns of the names that controllers give to the pods of a workload; a Deployment may have a canary. Kubernetes makes its suffixes without
 * vowels, so that the pods of another workload with a longer name do not match; nor do those of a Job or DaemonSet such as shop-gc, because
 * the hash in the names of a Deployment's pods has fewer than five characters only once in 400,000 templates.
 */
export const podNames = {
  Deployment: (name: string) => {
    const whole = `${literal(name)}(-canary)?-${suffix}{5,10}-${suffix}{5}`;
    const cut = [name, `${name}-canary`].filter(each => each.length > longestUncut).map(cutPodName);
    return cut.length === 0 ? whole : `(${[whole, ...distinct(cut)].join('|')})`;
  },
  StatefulSet: (name: string) => `${literal(name)}-[0-9]+`,
  DaemonSet: (name: string) => `${literal(name)}-${suffix}{5}`,
  CronJob: (name: string) => `${literal(name)}-[0-9]+-${suffix}{5}`,
  Job: (name: string) => `${literal(name)}(-[0-9]+)?-${suffix}{5}`,
  Pod: literal,
};
const suffix = '[bcdfghjklmnpqrstvwxz2456789]';

/** Kubernetes cuts `<deployment>-<hash>-` to this length before it appends five characters. */
const longestBase = 58;

/** A Deployment with a longer name has pods with cut names if its hash has ten characters. */
const longestUncut = longestBase - '-'.length - 10 - '-'.length;

/** Returns the pattern of the cut names. Kubernetes keeps the same number of characters of a hash of any length. */
function cutPodName(deployment: string): string {
  const kept = `${deployment}-`.slice(0, longestBase);
  return `${literal(kept)}${suffix}{${longestBase - kept.length + 5}}`;
}

/** Returns the names in the manifests, and those that slipway.yml alone has. */
export function ownedNames(
  manifests: readonly Manifest[],
  { recovery, verify }: Pick<Environment, 'recovery' | 'verify'>,
): OwnedNames {
  const deployed = manifests.map(({ object, name }) => `${object.kind}/${name}`);
  const databases = Object.values(recovery?.databases ?? {}).flatMap(({ workload: { kind, name } }) =>
    kind !== 'StatefulSet' || deployed.includes(`${kind}/${name}`) ? [] : `.+-${literal(name)}-[0-9]+`,
  );
  // A PVC, or the template of a StatefulSet.
  const declared = Object.keys(recovery?.volumes ?? {}).map(name => `${literal(name)}(-[0-9]+)?`);
  const verified = URL.parse(verify?.url ?? '')?.hostname ?? '';
  const routed = manifests.filter(({ object: { kind } }) => /(Ingress|Route|Proxy|Gateway)$/.test(kind));
  const hosts = routed.flatMap(({ object }) => textsBelow(object, /^(hosts?|hostnames?|fqdn)$/));
  return {
    pvcs: distinct([...manifests.flatMap(pvcsOf), ...declared, ...databases]),
    certificates: distinct(manifests.flatMap(certificatesOf).map(literal)),
    // One with a wildcard may be another application's, too.
    hosts: distinct([...hosts.filter(host => !host.startsWith('*')), verified].map(literal)),
  };
}

const distinct = (names: readonly string[]) => [...new Set(names)].filter(name => name !== '');

function pvcsOf({ object, name }: Manifest): string[] {
  const { kind, spec } = object;
  const named = textsBelow(object, /^claimName$/).map(literal);
  const pods = podNames[kind as keyof typeof podNames]?.(name);
  const ephemeral = podTemplatesOf(object)
    .flatMap(template => mapsIn(template.spec?.volumes))
    .filter(each => each.ephemeral !== undefined && pods !== undefined)
    .map(each => `${pods}-${literal(String(each.name))}`);
  const templates = mapsIn(isMap(spec) ? spec.volumeClaimTemplates : [])
    .flatMap(({ metadata }) => (isMap(metadata) ? String(metadata.name) : []))
    .map(template => `${literal(`${template}-${name}`)}-[0-9]+`);
  return [...(kind === 'PersistentVolumeClaim' ? [literal(name)] : []), ...named, ...ephemeral, ...templates];
}

const certificatesOf = ({ object, name }: Manifest): string[] => [
  ...(object.kind === 'Certificate' ? [name] : []),
  // An HTTPProxy may name a Secret with its namespace.
  ...textsBelow(object, /^secretName$/).map(secret => secret.replace(/^.*\//, '')),
  ...below(object, /^certificateRefs$/)
    .flatMap(mapsIn)
    .map(each => String(each.name)),
];

/** Returns the values of all keys with such names, at any depth. */
function below(value: unknown, key: RegExp): unknown[] {
  const inside = Array.isArray(value) ? value : isMap(value) ? Object.values(value) : [];
  const own = isMap(value)
    ? Object.entries(value).flatMap(([name, each]) => (key.test(name) ? [each] : []))
    : [];
  return [...own, ...inside.flatMap(each => below(each, key))];
}

const textsBelow = (value: unknown, key: RegExp): string[] =>
  below(value, key)
    .flat()
    .filter(each => typeof each === 'string');
