import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createShop, pushShops, repository, root, type Shop } from './harness.ts';
import { needs } from './needs.ts';

/** An application that Helm installed, and that is then released from the same chart. */

needs('helm');

const run = promisify(execFile);

const hook = `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations: {helm.sh/hook: 'pre-install,pre-upgrade', helm.sh/hook-delete-policy: before-hook-creation}
spec:
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      automountServiceAccountToken: false
      securityContext: {runAsNonRoot: true, runAsUser: 1000, seccompProfile: {type: RuntimeDefault}}
      containers:
        - name: migrate
          image: {{ .Values.image }}
          command: [node, -e, 'console.log("the database is migrated")']
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
`;

const test = `apiVersion: v1
kind: Pod
metadata: {name: connection, annotations: {helm.sh/hook: test}}
spec: {containers: [{name: a, image: {{ .Values.image }}}]}
`;

const extra = `{{- if .Values.extra }}
apiVersion: v1
kind: ConfigMap
metadata: {name: only-of-helm}
{{- end }}
`;

let shop: Shop;
/** The first release after Helm. */
let release = '';
const helm = (...args: string[]) =>
  run('helm', [...args, '--namespace', shop.namespace], {
    env: { ...process.env, KUBECONFIG: shop.kubeconfig },
  });
const annotationsOf = async (object: string): Promise<Record<string, string>> => {
  const { metadata } = JSON.parse(await shop.kubectl(['get', object, '-o', 'json', '--show-managed-fields']));
  return {
    ...metadata.annotations,
    managers: metadata.managedFields.map((each: { manager: string }) => each.manager).join(),
  };
};

/** Makes a chart of the manifests of the shop. */
async function chartOf(own: Shop): Promise<void> {
  const templates = join(own.dir, 'charts/shop/templates');
  await mkdir(join(own.dir, 'charts/shop'), { recursive: true });
  await rename(join(own.dir, 'deploy'), templates);
  for (const file of await readdir(templates)) {
    const text = await readFile(join(templates, file), 'utf8');
    const generic = text
      .replaceAll(`namespace: ${own.namespace}`, 'namespace: {{ .Release.Namespace }}')
      .replace(`image: ${repository}`, 'image: {{ .Values.image }}')
      .replace(
        /^( *)annotations:\n/m,
        '$&$1  {{- if .Values.extra }}\n$1  example.com/extra: "yes"\n$1  {{- end }}\n',
      );
    await writeFile(join(templates, file), generic);
  }
  const files = { 'migrate.yaml': hook, 'test.yaml': test, 'extra.yaml': extra };
  for (const [name, text] of Object.entries(files)) await writeFile(join(templates, name), text);
  await writeFile(join(own.dir, 'charts/shop/Chart.yaml'), 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
  await writeFile(join(own.dir, 'charts/shop/values.yaml'), `image: ${repository}\nextra: false\n`);
  await own.configure(text => text.replace('manifests: [deploy/]', 'manifests: [{helm: charts/shop}]'));
}

beforeAll(async () => {
  await pushShops();
  shop = await createShop('helm', chartOf);
  const set = ['--set', `image=${repository}:v1`, '--set', 'extra=true'];
  await helm('install', 'shop', join(shop.dir, 'charts/shop'), ...set, '--wait', '--timeout', '3m');
  await shop.serves('v1');
}, 300_000);
afterAll(() => shop?.remove());

describe('an application that Helm installed', () => {
  it('is refused, with the key that would allow it, and stays as it is', async () => {
    const before = (await shop.deployment()).spec;
    const { code, outputs } = await shop.deploy('v2');
    expect(code).toBe(1);
    expect(outputs.reason).toContain('is managed by Helm (release shop)');
    expect(outputs.reason).toContain('`take-over: {helm: shop}`');
    expect((await shop.deployment()).spec).toEqual(before);
    await shop.serves('v1');
  });

  it('is taken over with consent, with its hook and without its test', async () => {
    await shop.configure(text => text.replace('workload:', 'take-over: {helm: shop}\n    workload:'));
    const { code, stderr, outputs } = await shop.deploy('v2');
    expect(code, stderr).toBe(0);
    release = outputs.release ?? '';
    expect(stderr).toContain('taken over from the Helm release shop: ');
    expect(stderr).toContain('the database is migrated');
    expect(stderr).toContain('Pod/connection is left out');
    await shop.serves('v2');
    for (const object of ['deployment/shop', 'service/shop', 'httproute/shop']) {
      const annotations = await annotationsOf(object);
      expect(
        Object.keys(annotations).filter(key => /helm|extra/.test(key)),
        object,
      ).toEqual([]);
      expect(annotations.managers?.split(','), object).not.toContain('helm');
    }
    const { spec } = await shop.deployment();
    expect(spec?.template.metadata?.annotations).not.toHaveProperty('example.com/extra');
    // The record of Helm, and what is not in the manifests, stay.
    expect(await shop.kubectl(['get', 'secret', '-l', 'owner=helm,name=shop', '-o', 'name'])).toContain(
      'helm',
    );
    expect(await annotationsOf('configmap/only-of-helm')).toMatchObject({
      'meta.helm.sh/release-name': 'shop',
    });
  });

  it('is then released and rolled back like any other', async () => {
    const { code, stderr } = await shop.deploy('v1');
    expect(code, stderr).toBe(0);
    expect(stderr).not.toContain('taken over');
    await shop.serves('v1');
    const back = await shop.slipway(['rollback', '--environment', 'production', '--to-release', release]);
    expect(back.code, back.stderr).toBe(0);
    await shop.serves('v2');
  });

  it('survives helm uninstall, which removes what Helm still owns', async () => {
    await helm('uninstall', 'shop', '--wait');
    await shop.serves('v2');
    expect(await shop.kubectl(['get', 'configmap', 'only-of-helm', '--ignore-not-found', '-o', 'name'])).toBe(
      '',
    );
    const { code, stderr } = await shop.deploy('v1');
    expect(code, stderr).toBe(0);
    await shop.serves('v1');
  });

  it('is given back to Helm as the guide says, without the fields that only a release had set', async () => {
    const file = join(shop.dir, 'charts/shop/values.yaml');
    const values = await readFile(file, 'utf8');
    await writeFile(file, values.replace('extra: false', 'extra: true'));
    const { code, stderr } = await shop.deploy('v2');
    expect(code, stderr).toBe(0);
    await writeFile(file, values);
    const set = ['--set', `image=${repository}:v1`, '--wait', '--timeout', '3m'];
    const back = ['--install', '--take-ownership', '--server-side=true', '--force-conflicts'];
    await helm('upgrade', 'shop', join(shop.dir, 'charts/shop'), ...set, ...back);
    const guide = await readFile(join(root, 'docs/migrate-helm.md'), 'utf8');
    const removal = /^helm get manifest [\s\S]*?(?=^```)/m.exec(guide)?.[0] ?? '';
    expect(removal).toContain('--field-manager slipway');
    await run(
      'bash',
      ['-euo', 'pipefail', '-c', removal.replaceAll('--namespace shop', `--namespace ${shop.namespace}`)],
      { env: { ...process.env, KUBECONFIG: shop.kubeconfig } },
    );
    const template = (await shop.deployment()).spec?.template.metadata;
    expect(template?.annotations).not.toHaveProperty('example.com/extra');
    expect(template?.labels).not.toHaveProperty('slipway.dev/track');
    expect(await annotationsOf('deployment/shop')).toMatchObject({ 'meta.helm.sh/release-name': 'shop' });
    await shop.serves('v1');
    // Its numbers begin again at 1.
    const again = await shop.deploy('v2');
    expect(again.code, again.stderr).toBe(0);
    await shop.serves('v2');
  });
});
