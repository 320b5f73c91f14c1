import { accessSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { cacheRoot } from '../../lab/lab.ts';
import { MODULES, moduleVersion } from '../../lab/tools.ts';

/** Charts for tests, and the Helm that the lab builds. */

const version = moduleVersion(readFileSync(join(MODULES.helm, 'go.mod'), 'utf8'), 'helm.sh/helm/v4');
const kubectlVersion = moduleVersion(
  readFileSync(join(MODULES.tools, 'go.mod'), 'utf8'),
  'k8s.io/kubernetes',
);

/** The folder of a program that the lab has built; undefined when it has not. */
function built(name: string, of: string): string | undefined {
  const folder = join(cacheRoot(), 'tools', `${name}-${of}`);
  try {
    accessSync(join(folder, name));
    return folder;
  } catch {
    // A skipped test must be seen: the log says what is not tested, and how to test it.
    process.stderr.write(
      `${name} ${of} is not built, so tests that run it are skipped: scripts/lab up --with helm\n`,
    );
    return undefined;
  }
}

export const helmFolder = built('helm', version);
export const kubectlFolder = built('kubectl', kubectlVersion);

const folders: string[] = [];
afterAll(() => Promise.all(folders.map(folder => rm(folder, { recursive: true }))));

/** Returns a folder with these files; all are executable. */
export async function folderWith(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'charts-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text, { mode: 0o755 });
  }
  return root;
}

export const chartYaml = 'apiVersion: v2\nname: shop\nversion: 1.4.2\n';

/** A chart with a value for each way to set one. */
export const chart = {
  'charts/shop/Chart.yaml': chartYaml,
  'charts/shop/values.yaml': 'replicas: 1\ntext: default\nflag: false\nnested: {name: default}\n',
  'charts/shop/crds/crd.yaml':
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: never}\n',
  'charts/shop/templates/_names.tpl': '{{- define "name" }}{{ .Release.Name }}-settings{{ end -}}\n',
  'charts/shop/templates/settings.yaml': [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata: {name: {{ include "name" . }}, namespace: {{ .Release.Namespace }}}',
    'data:',
    '  replicas: {{ .Values.replicas | quote }}',
    '  text: {{ .Values.text | quote }}',
    '  flag: {{ .Values.flag | toString | quote }}',
    '  nested: {{ .Values.nested.name | quote }}',
    '  found: {{ lookup "v1" "Secret" "" "" | len | toString | quote }}',
    '',
  ].join('\n'),
  'charts/shop/templates/NOTES.txt': 'Thank you.\n',
};
