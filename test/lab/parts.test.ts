import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PARTS, PART_NAMES, partsIn, partsOf, rememberParts } from '../../lab/asked.ts';
import { variables } from '../../lab/environment.ts';
import { type Lab, labOf } from '../../lab/lab.ts';
import { PARTS, packagesOf, processesOf, programsOf, withNeeds } from '../../lab/parts.ts';
import { partNames, status } from '../../lab/status.ts';

let cache = '';
let lab: Lab;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'lab-parts-'));
  lab = labOf('test', cache);
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

describe('the requested parts of a lab', () => {
  it('are names separated by commas', () => {
    expect(partsIn('cosign, registries')).toEqual(['cosign', 'registries']);
    expect(partsIn('all')).toEqual(PART_NAMES);
  });

  it.each(['', 'cosine', 'cosign,,registries', 'toString'])('are not %j', text => {
    expect(() => partsIn(text)).toThrow('is not a part of a lab');
  });

  it('are recorded in the lab', () => {
    expect(partsOf(lab)).toEqual([]);
    rememberParts(lab, ['cluster', 'trivy']);
    expect(partsOf(lab)).toEqual(['cluster', 'trivy']);
    expect(variables(lab).SLIPWAY_LAB_PARTS).toBe('cluster,trivy');
  });

  it('are shown in its status, without others', () => {
    rememberParts(lab, ['cluster', 'prometheus']);
    mkdirSync(lab.logs, { recursive: true });
    expect(partNames(lab)).toEqual([
      ...(PARTS.cluster.processes ?? []),
      ...(PARTS.prometheus.processes ?? []),
    ]);
    const { text, running } = status(lab);
    expect(text).toMatch(/^prometheus +dead /m);
    expect(running).toBe(false);
  });
});

describe('the dependencies of parts', () => {
  it('are included, before the parts', () => {
    expect(withNeeds([])).toEqual(['cluster']);
    expect(withNeeds(['recovery'])).toEqual(['cluster', 'buildkit', 'recovery']);
    expect(withNeeds(['alerting'])).toEqual(['cluster', 'prometheus', 'alerting']);
    for (const part of PART_NAMES) {
      for (const need of PARTS[part].needs ?? [])
        expect(PART_NAMES.indexOf(need)).toBeLessThan(PART_NAMES.indexOf(part));
    }
  });

  it('add no programs that a rehearsal does not use', () => {
    const programs = programsOf(withNeeds(['buildkit', 'trivy', 'gateway', 'prometheus']));
    expect(programs.sort()).toEqual([
      ...['buildkitd', 'buildx', 'contour', 'dns', 'etcd', 'kubectl', 'kubernetes', 'pause', 'prometheus'],
      ...['targets', 'trivy', 'trivydb'],
    ]);
  });

  it('install debootstrap, iptables, servers and Java only for the parts that use them', () => {
    const packages = (...parts: Parameters<typeof withNeeds>[0]) =>
      packagesOf(withNeeds(parts)).map(each => each.package);
    expect(packages(...DEFAULT_PARTS)).toContain('containerd');
    expect(packages(...DEFAULT_PARTS)).not.toContain('debootstrap');
    expect(packages(...DEFAULT_PARTS)).not.toContain('iptables');
    expect(packages('recovery')).toContain('debootstrap');
    expect(packages('netpol')).toContain('iptables');
    for (const each of ['redis-server', 'postgresql', 'maven'])
      expect(packages(...DEFAULT_PARTS)).not.toContain(each);
    expect(packages('exporters')).toContain('redis-server');
    expect(packages('logs')).toContain('maven');
  });

  it('have processes and programs with unique names', () => {
    const processes = processesOf(PART_NAMES);
    expect(new Set(processes).size).toBe(processes.length);
    const programs = programsOf(PART_NAMES);
    expect(new Set(programs).size).toBe(programs.length);
  });
});
