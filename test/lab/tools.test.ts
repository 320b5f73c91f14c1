import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Build, buildPlan, MODULES, moduleVersion } from '../../lab/tools.ts';

const goModOf = (directory: string) => readFileSync(join(directory, 'go.mod'), 'utf8');
const goMods = {
  tools: goModOf(MODULES.tools),
  contour: goModOf(MODULES.contour),
  kwok: goModOf(MODULES.kwok),
  helm: goModOf(MODULES.helm),
  registries: goModOf(MODULES.registries),
  s3: goModOf(MODULES.s3),
  records: goModOf(MODULES.records),
  netpol: goModOf(MODULES.netpol),
  mailpit: goModOf(MODULES.mailpit),
  oldest: goModOf(MODULES.oldest),
};

describe('the version of a program', () => {
  it('comes from a require block, with or without a comment, or from a single line', () => {
    const text = 'require single.io/a v1.2.3\nrequire (\n\tblock.io/b v0.4.0 // indirect\n)\n';
    expect(moduleVersion(text, 'single.io/a')).toBe('v1.2.3');
    expect(moduleVersion(text, 'block.io/b')).toBe('v0.4.0');
  });

  it('is not taken from a replace line, a tool line or a longer path', () => {
    const text =
      'replace (\n\ta.io/x => a.io/y v9.9.9\n)\ntool (\n\ta.io/x\n)\nrequire (\n\ta.io/x/v2 v2.0.0\n\ta.io/x v1.0.0\n)\n';
    expect(moduleVersion(text, 'a.io/x')).toBe('v1.0.0');
  });

  it('is required', () => {
    expect(() => moduleVersion('', 'a.io/x')).toThrow('does not require a.io/x');
  });
});

describe('the plan of builds', () => {
  const source = () => 'package main';
  const plan = buildPlan(goMods, source, '/c');

  it('is in the order in which a release needs the programs', () => {
    expect(plan.map(build => build.name)).toEqual([
      'pause',
      'etcd',
      'prometheus',
      'promtool',
      'buildkitd',
      'buildx',
      'kubernetes',
      'kubectl',
      'dns',
      'targets',
      'trivydb',
      'trivy',
      'contour',
      'metrics-server',
      'registries',
      'cosign',
      'fulcio',
      'timestamp-server',
      'rekor-server',
      'tesseract',
      'versitygw',
      'records',
      'netpol',
      'mailpit',
      'kwok',
      'helm',
    ]);
  });

  it('keys every binary by its version', () => {
    for (const { name, version, binary } of plan.filter(build => build.name !== 'kubernetes'))
      expect(binary).toBe(`/c/tools/${name}-${version}/${name}`);
    expect(new Set(plan.map(build => build.binary)).size).toBe(plan.length);
  });

  it('gets etcd from Debian if possible, under a name with its own version', () => {
    const [finished] = plan.filter(build => build.debian !== undefined);
    expect(finished?.name).toBe('etcd');
    expect(finished?.debian?.binary).toBe('/c/tools/etcd-debian-3.5.16-4/etcd');
  });

  const binaries = (builds: Build[]) => new Map(builds.map(({ name, binary }) => [name, binary]));
  const changed = (builds: Build[]) =>
    [...binaries(builds)]
      .filter(([name, binary]) => binary !== binaries(plan).get(name))
      .map(([name]) => name);

  it('builds Contour in its own module, with its own dependency versions', () => {
    expect(plan.filter(build => build.directory === MODULES.contour).map(build => build.name)).toEqual([
      'contour',
    ]);
    expect(goMods.contour).toContain('sigs.k8s.io/gateway-api v1.3.0');
  });

  it('builds the oldest supported Kubernetes from the same source, and nothing else in its module', () => {
    const oldest = buildPlan(goMods, source, '/c', true);
    expect(changed(oldest)).toEqual(['kubernetes']);
    const own = oldest.filter(build => build.directory === MODULES.oldest);
    expect(own.map(({ name, version }) => [name, version.split('.', 2).join('.')])).toEqual([
      ['kubernetes', 'v1.34'],
    ]);
    expect(goMods.oldest).toContain('k8s.io/kube-proxy v0.34.');
  });

  it('builds kwok in its own module', () => {
    expect(plan.filter(build => build.directory === MODULES.kwok).map(build => build.name)).toEqual(['kwok']);
  });

  it('builds the object store in its own module', () => {
    expect(plan.filter(build => build.directory === MODULES.s3).map(build => build.name)).toEqual([
      'versitygw',
    ]);
  });

  it('builds the example application for recovery in its own module', () => {
    const own = plan.filter(build => build.directory === MODULES.records);
    expect(own.map(build => build.name)).toEqual(['records']);
  });

  it('builds the enforcer of NetworkPolicies in its own module', () => {
    const own = plan.filter(build => build.directory === MODULES.netpol);
    expect(own.map(build => build.name)).toEqual(['netpol']);
  });

  it('rebuilds only own programs when their source changes', () => {
    expect(changed(buildPlan(goMods, () => 'package main // other', '/c'))).toEqual([
      'pause',
      'kubernetes',
      'dns',
      'targets',
      'trivydb',
      'registries',
      'records',
      'netpol',
    ]);
  });

  it('rebuilds an own program when one of its modules changes', () => {
    const newer = goMods.tools.replace(/(trivy-db) v\S+/, '$1 v9.9.9');
    expect(changed(buildPlan({ ...goMods, tools: newer }, source, '/c'))).toEqual(['trivydb']);
  });

  it('builds Prometheus with its public version, and without service discovery of clouds', () => {
    const module = goMods.tools.replace(/(prometheus\/prometheus) v\S+/, '$1 v0.313.2');
    const prometheus = buildPlan({ ...goMods, tools: module }, source, '/c').find(
      build => build.name === 'prometheus',
    );
    expect(prometheus?.args('/out').join(' ')).toMatch(/-tags remove_all_sd .*version.Version=3.13.2 /);
  });

  it('builds promtool with the service discovery of Kubernetes, whose configuration it checks', () => {
    const promtool = plan.find(build => build.name === 'promtool');
    expect(promtool?.args('/out').join(' ')).toMatch(/-tags remove_all_sd,enable_kubernetes_sd /);
  });

  it('builds the mail server in its own module', () => {
    expect(plan.filter(build => build.directory === MODULES.mailpit).map(build => build.name)).toEqual([
      'mailpit',
    ]);
  });

  it('builds trivy with its version without the v, as in its releases', () => {
    const trivy = plan.find(build => build.name === 'trivy');
    expect(trivy?.args('/out').join(' ')).toContain(`app.ver=${trivy?.version.slice(1)} `);
  });

  it('builds cosign with its version, which clients check', () => {
    const cosign = plan.find(build => build.name === 'cosign');
    expect(cosign?.args('/out').join(' ')).toContain(`version.gitVersion=${cosign?.version} `);
  });

  it.each(['kubernetes', 'kubectl'])('builds %s with its version, which would otherwise be v0.0.0', name => {
    const build = plan.find(each => each.name === name);
    const flags = build?.args('/out').join(' ');
    expect(flags).toContain(`gitVersion=${build?.version}`);
    expect(flags).toMatch(/gitMajor=1 .*gitMinor=\d+ /);
  });
});
