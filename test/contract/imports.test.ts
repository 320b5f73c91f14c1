import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', 'src');
const all = readdirSync(root, { recursive: true, encoding: 'utf8' });
const files = all.filter(file => file.endsWith('.ts'));

/** Returns the files that are loaded with a file, without type-only and dynamic imports. */
const loadedWith = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.endsWith('.ts')) return seen;
  for (const { what, from } of statements(file)) {
    const named = /^\{([^}]*)\}$/.exec(what)?.[1]?.split(',') ?? [];
    const types =
      /^type\s/.test(what) || (named.length > 0 && named.every(each => /^\s*(type\s|$)/.test(each)));
    if (!types)
      loadedWith(from.startsWith('.') ? relative(root, join(root, dirname(file), from)) : from, seen);
  }
  return seen;
};

const statements = (file: string) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^(?:import|export)\s+(?:([^;'"]*?)\s+from\s+)?'([^']+)'/gm,
    ),
  ].map(([, what = '', from = '']) => ({ what, from }));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** Every import and re-export of a file in src. */
const imports: Import[] = files.flatMap(file => {
  const text = readFileSync(join(root, file), 'utf8');
  const statement =
    /^(?:import|export)\s+(type\s)?[^;'"]*?from\s+'(\.[^']+)'|^import\s+'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;
  return [...text.matchAll(statement)].map(([, type, ...targets]) => ({
    from: file,
    to: relative(root, join(root, dirname(file), targets.find(each => each !== undefined) ?? '')),
    typeOnly: type !== undefined,
  }));
});

/** `release/deploy.ts` → `release`; `cli.ts` → `cli`. */
const domain = (file: string) =>
  file.includes('/') ? (file.split('/')[0] as string) : basename(file, '.ts');
const crossing = imports.filter(each => domain(each.from) !== domain(each.to));
const shown = (list: Import[]) => list.map(each => `${each.from} → ${each.to}`);

/** The other domains that each domain may import; `type`: only types. */
const allowed: Record<string, Record<string, 'all' | 'type'>> = {
  toolkit: {},
  config: { toolkit: 'all' },
  image: { toolkit: 'all', config: 'all' },
  registry: { toolkit: 'all', image: 'all' },
  cluster: { toolkit: 'all' },
  analysis: { toolkit: 'all', config: 'all', cluster: 'type' },
  // Which checks carry no secret.
  verify: { toolkit: 'all', config: 'all', cluster: 'all' },
  // Why a release ended as it did. Without a cluster: release stores it.
  decision: { toolkit: 'all', analysis: 'all' },
  traffic: { toolkit: 'all', config: 'type', cluster: 'all' },
  // Workloads, their pods and revisions, and the names and labels of what Slipway creates.
  workloads: { toolkit: 'all', config: 'all', cluster: 'all', image: 'all', analysis: 'type' },
  release: {
    toolkit: 'all',
    workloads: 'all',
    // The configuration in a record is validated by the schema of slipway.yml.
    config: 'all',
    image: 'all',
    registry: 'type',
    cluster: 'all',
    verify: 'all',
    traffic: 'all',
    analysis: 'all',
    decision: 'all',
    // The gate counts lines.
    logs: 'all',
  },
  // What a release would change, before it begins. It makes the checks of a release.
  plan: {
    toolkit: 'all',
    config: 'type',
    image: 'all',
    registry: 'type',
    cluster: 'all',
    workloads: 'all',
    release: 'all',
  },
  // A proof describes a release. A release gets it through a function parameter.
  promotion: {
    toolkit: 'all',
    config: 'type',
    image: 'all',
    registry: 'all',
    cluster: 'all',
    release: 'all',
    workloads: 'all',
  },
  report: {
    toolkit: 'all',
    plan: 'type',
    release: 'type',
    workloads: 'type',
    decision: 'type',
    verify: 'type',
    image: 'type',
    registry: 'type',
    analysis: 'type',
    policy: 'type',
    assess: 'all',
    signing: 'type',
    recovery: 'all',
    logs: 'type',
    monitoring: 'all',
    gitops: 'type',
    cost: 'all',
  },
  // A release is a commit. It looks at workloads like a release.
  gitops: {
    toolkit: 'all',
    config: 'type',
    cluster: 'all',
    image: 'all',
    registry: 'type',
    verify: 'all',
    release: 'all',
    workloads: 'all',
  },
  // What happened to a release, for people. Without a cluster: an action hands it over.
  notify: { toolkit: 'all', config: 'all' },
  // Log stores behind one interface.
  logs: { toolkit: 'all', config: 'type', cluster: 'type', analysis: 'all' },
  monitoring: {
    toolkit: 'all',
    // Which channels a severity has.
    config: 'all',
    cluster: 'all',
    analysis: 'all',
    // It asks which release is live, and how old it is.
    release: 'all',
    workloads: 'all',
    // Schedules of backups and drills become alerts.
    recovery: 'all',
    // A live release is asked what it was asked after its deploy.
    verify: 'all',
    monitoring: 'all',
  },
  testing: { toolkit: 'all', config: 'type' },
  // Which applications of a repository a commit changes. Patterns mean the same as in the policy.
  changes: { toolkit: 'all', policy: 'all' },
  // What a repository needs for its first release. It reads manifests and validates like `plan`.
  setup: {
    gitops: 'all',
    toolkit: 'all',
    plan: 'all',
    config: 'all',
    image: 'all',
    policy: 'all',
    cluster: 'all',
    analysis: 'all',
    traffic: 'all',
    release: 'all',
    workloads: 'all',
  },
  scan: { toolkit: 'all', config: 'all', image: 'all', registry: 'all' },
  policy: { toolkit: 'all', config: 'all', image: 'all', registry: 'type' },
  // What must be true of an application. It counts pods and reads Dockerfiles and trivy like the domains that do.
  assess: {
    toolkit: 'all',
    config: 'all',
    cluster: 'all',
    image: 'all',
    release: 'all',
    workloads: 'all',
    policy: 'all',
    scan: 'all',
    // Reports of them are evidence for requirements.
    verify: 'all',
    recovery: 'all',
  },
  // The records that releases and backups keep.
  audit: { toolkit: 'all', cluster: 'all', release: 'all', workloads: 'all', recovery: 'all' },
  // What an application costs. It reads manifests and workloads like assess, and Prometheus and the live release like monitoring.
  cost: {
    toolkit: 'all',
    config: 'all',
    cluster: 'all',
    analysis: 'all',
    assess: 'all',
    monitoring: 'all',
    release: 'all',
    workloads: 'all',
    recovery: 'type',
  },
  signing: { toolkit: 'all', config: 'all', image: 'all', registry: 'all' },
  // It uses Leases and labels like releases, and checks the application like them.
  recovery: {
    toolkit: 'all',
    // The same differences between manifests and cluster.
    plan: 'all',
    config: 'type',
    cluster: 'all',
    release: 'all',
    workloads: 'all',
    verify: 'all',
    image: 'all',
    registry: 'all',
    // It queries alerts like gates.
    analysis: 'all',
    // A drill answers for requirements.
    assess: 'type',
  },
  // Keys of stored values, judged as requirements. It asks databases like recovery, and knows tokens like the policy.
  keys: { toolkit: 'all', config: 'type', cluster: 'all', policy: 'all', assess: 'all', recovery: 'all' },
  actions: {
    toolkit: 'all',
    plan: 'all',
    config: 'all',
    image: 'all',
    registry: 'all',
    cluster: 'all',
    release: 'all',
    workloads: 'all',
    report: 'all',
    testing: 'all',
    scan: 'all',
    policy: 'all',
    signing: 'all',
    recovery: 'all',
    promotion: 'all',
    monitoring: 'all',
    notify: 'all',
    logs: 'all',
    analysis: 'all',
    decision: 'all',
    verify: 'all',
    setup: 'all',
    changes: 'all',
    gitops: 'all',
    assess: 'all',
    keys: 'all',
    cost: 'all',
    audit: 'all',
  },
  cli: { toolkit: 'all', config: 'all', actions: 'all' },
  entry: { toolkit: 'all', actions: 'all', cli: 'all' },
  slipway: { cli: 'all' },
};

describe('imports', () => {
  it('are found', () => {
    expect(shown(imports)).toContain('release/deploy.ts → cluster/port.ts');
    expect(imports.length).toBeGreaterThan(100);
  });

  it('refer to existing files', () => {
    expect(shown(imports.filter(each => !all.includes(each.to)))).toEqual([]);
  });

  it('have one direction: actions → domains → toolkit; only release and recovery combine domains', () => {
    const wrong = crossing.filter(({ from, to, typeOnly }) => {
      const how = allowed[domain(from)]?.[domain(to)];
      return how === undefined || (how === 'type' && !typeOnly);
    });
    expect(shown(wrong)).toEqual([]);
  });

  it('of actions are only in the CLI and the bundle', () => {
    const importers = crossing.filter(each => domain(each.to) === 'actions').map(each => each.from);
    expect(new Set(importers)).toEqual(new Set(['cli.ts', 'entry.ts']));
  });
});

/** The layers of the release engine, lowest first. The commands are above all of them. */
const floors = [
  'watchdog',
  'store',
  'permissions',
  'decision-record',
  'gate',
  'rollout',
  'hooks',
  'preflight',
];

describe('the release engine', () => {
  const floorOf = (file: string) => {
    const [, folder = ''] = /^release\/([^/]+)\//.exec(file) ?? [];
    return folder === '' ? floors.length : floors.indexOf(folder);
  };
  const own = imports.filter(({ from, to }) => domain(from) === 'release' && domain(to) === 'release');

  it('has no folder without a layer', () => {
    expect(own.filter(({ from }) => floorOf(from) === -1)).toEqual([]);
    expect(new Set(own.map(({ from }) => floorOf(from))).size).toBe(floors.length + 1);
  });

  it('imports only lower layers, except for types', () => {
    expect(shown(own.filter(({ from, to, typeOnly }) => !typeOnly && floorOf(from) < floorOf(to)))).toEqual(
      [],
    );
  });
});

describe('the code that a step loads before it reads its inputs', () => {
  const heavy = [
    '@actions/github',
    'zod',
    'yaml',
    'fast-xml-parser',
    'dockerfile-ast',
    'config/schema.ts',
    'config/environment.ts',
    'decision/schema.ts',
  ];
  // Loaded on demand: files that import one of these directly are found by the test below.
  const late = [
    'alert-check.ts',
    'alert-check-engine.ts',
    'backtest.ts',
    'drill-archiving.ts',
    'drill-bad-release.ts',
    'drill-disruption.ts',
    'drill-off-site-repository.ts',
    'drill-guard.ts',
    'drill-in-scratch.ts',
    'drill-kinds.ts',
    'drill-parts.ts',
    'drill-set.ts',
    'drill-live.ts',
    'drill-total.ts',
    'audit-engine.ts',
    'audit-head.ts',
    'evidence.ts',
    'evidence-engine.ts',
    'evidence-files.ts',
    'in-use.ts',
    'keys-engine.ts',
    'past-records.ts',
    'report-engine.ts',
    'waits.ts',
  ];
  const entries = files.filter(file => dirname(file) === 'actions' && !late.includes(basename(file)));

  it('is found', () => {
    expect([...loadedWith('config/contents.ts')]).toEqual(expect.arrayContaining(['zod', 'yaml']));
    expect([...loadedWith('actions/gate.ts')]).toContain('cluster/port.ts');
    expect(entries).toContain('actions/gate.ts');
  });

  it.each([...entries, 'entry.ts'])('contains no large module: %s', entry => {
    expect([...loadedWith(entry)].filter(file => heavy.includes(file))).toEqual([]);
  });

  it('contains no action for the CLI', () => {
    expect([...loadedWith('entry.ts')].filter(file => file.startsWith('actions/'))).toEqual([
      'actions/all.ts',
    ]);
  });
});

describe('an exported type', () => {
  it('has a name that no other file exports', () => {
    const places = files.flatMap(file =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /^export (?:abstract )?(?:interface|type|class) (\w+)/gm,
        ),
      ].map(([, name = '']) => ({ name, file })),
    );
    expect(places.length).toBeGreaterThan(500);
    const shared = [...Map.groupBy(places, ({ name }) => name)].filter(([, list]) => list.length > 1);
    expect(shared.map(([name, list]) => `${name}: ${list.map(({ file }) => file).join(', ')}`)).toEqual([]);
  });
});

describe('a file in src', () => {
  it('belongs to a domain with defined imports', () => {
    expect(files.filter(file => allowed[domain(file)] === undefined)).toEqual([]);
  });

  it('spreads no object literal into another one, which would only cram lines', () => {
    const crams = (file: string) => readFileSync(join(root, file), 'utf8').includes('...{');
    expect(files.filter(crams)).toEqual([]);
  });

  it('has at most 300 lines', () => {
    const lines = (file: string) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length;
    expect(files.filter(file => lines(file) > 300)).toEqual([]);
  });

  it('is named after its subject', () => {
    expect(
      files.filter(file => /utils?|helpers?|common|misc|(?<!alert)manager/i.test(basename(file))),
    ).toEqual([]);
  });
});
