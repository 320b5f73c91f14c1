import type { Repository } from './repository.ts';

/** The GitOps controllers that a repository is made for. */

const controllers = [
  { name: 'Argo CD', group: /^apiVersion: *["']?argoproj\.io\//m, kind: /^kind: *["']?Application(Set)?\b/m },
  {
    name: 'Flux',
    group: /^apiVersion: *["']?(kustomize|helm)\.toolkit\.fluxcd\.io\//m,
    kind: /^kind: *["']?(Kustomization|HelmRelease)\b/m,
  },
];

/** Returns what a release must know about the GitOps controllers that apply manifests of the repository. Pure. */
export const notesOnControllers = ({ texts }: Pick<Repository, 'texts'>): string[] =>
  controllers.flatMap(({ name, group, kind }) => {
    const isIts = (document: string) => group.test(document) && kind.test(document);
    const found = [...texts].filter(
      ([path, text]) => /\.ya?ml$/.test(path) && text.split(/^---/m).some(isIts),
    );
    if (found.length === 0) return [];
    const files = found.map(([path]) => path).slice(0, 3);
    return [
      `${name} applies manifests (${files.join(', ')}), and a release refuses objects that ${name} owns: take them away from it before the first release, or release by a commit with \`delivery: {gitops: …}\` (docs/gitops.md of Slipway)`,
    ];
  });
