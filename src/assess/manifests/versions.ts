import { counted } from '../../toolkit/count.ts';
import { finding, type Judged, liveFinding, met, notApplicable, ruleOf, unknown } from '../rule.ts';
import { nameOfManifest } from '../subject.ts';

/** Versions of Kubernetes: of the API server and the nodes, and of the kinds in the manifests. */

/** How many minors a kubelet may be older than the API server, by the policy for version skew of Kubernetes since 1.28. */
const mostBehind = 3;

/** Returns the minor of a version such as `v1.36.3-eks-1234`. */
function minorOf(version: string | undefined): number | undefined {
  const found = /^v?1\.(\d{1,3})(?![\d])/.exec(version ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

const skew = ruleOf('version-skew', 'C14', ({ live: { version, nodes } }) => {
  if (!version.known) return [unknown(version.why)];
  if (!nodes.known) return [unknown(nodes.why)];
  const server = minorOf(version.value);
  if (server === undefined) return [unknown('the API server does not report its version')];
  const kubelets = nodes.value.flatMap(({ metadata, status }) => {
    const minor = minorOf(status?.nodeInfo?.kubeletVersion);
    return minor === undefined ? [] : [{ name: metadata?.name ?? '', minor }];
  });
  if (kubelets.length === 0) return [notApplicable('no node reports the version of its kubelet')];
  const wrong = (chosen: typeof kubelets, what: string, remedy: string): Judged[] => {
    const [first] = chosen;
    if (first === undefined) return [];
    const said = `${counted(chosen.length, 'node')} (such as ${first.name}, 1.${first.minor}) ${chosen.length === 1 ? 'is' : 'are'} ${what}`;
    return [liveFinding(said, remedy, `Node/${first.name}`, nodes)];
  };
  const found = [
    ...wrong(
      kubelets.filter(({ minor }) => minor > server),
      `newer than the API server (1.${server})`,
      'upgrade the API server first',
    ),
    ...wrong(
      kubelets.filter(({ minor }) => server - minor > mostBehind),
      `more than ${mostBehind} minor versions behind the API server (1.${server})`,
      'upgrade the nodes',
    ),
  ];
  const all = `the kubelets of ${counted(kubelets.length, 'node')} are compatible with the API server (1.${server})`;
  return found.length > 0 ? found : [met(all, 'the API server', [version, nodes])];
});

const deprecated = ruleOf('api-deprecated', 'C14', ({ manifests, live: { warnings } }) => {
  if (!warnings.known) return [unknown(warnings.why)];
  const found = manifests.flatMap(manifest => {
    const { apiVersion, kind } = manifest.object;
    const said = warnings.value.get(`${apiVersion} ${kind}`);
    if (said === undefined) return [];
    const what = `${nameOfManifest(manifest)} uses an API version that will be removed: ${said}`;
    return [finding(what, 'use a newer version before you upgrade the cluster', manifest, ['apiVersion'])];
  });
  return found.length > 0
    ? found
    : [met('the API server warns of no API version in the manifests', 'the API server', [warnings])];
});

export const versionRules = [skew, deprecated];
