import { describe, expect, it } from 'vitest';
import type { LogCheck } from '../../src/logs/check.ts';
import { judgeRetention } from '../../src/logs/retention.ts';
import { wording } from '../wording.ts';

const judge = (text: unknown, path = 'policy.json', more: object = {}) =>
  judgeRetention([{ path, text: typeof text === 'string' ? text : JSON.stringify(text) }], {
    ...{ namespace: 'shop', allowDebug: false },
    ...more,
  }).check;
const subjects = ({ findings }: LogCheck) => findings.map(({ subject }) => subject);
const kept = (...days: number[]) => ({
  ...{ check: 'retention', verdict: 'pass', findings: [] },
  reason: wording(
    ...['debug', 'info', 'warning', 'error', 'fatal'].map((level, at) => `${level} ${days[at]} d`),
  ),
});
const ilm = (min_age?: string) => ({
  policy: {
    phases: {
      hot: { actions: { rollover: { max_age: '1d' } } },
      ...(min_age === undefined ? {} : { delete: { min_age, actions: { delete: {} } } }),
    },
  },
});
const ism = (pattern: string, age: string) => ({
  policy: {
    policy_id: `keep-${pattern}`,
    default_state: 'hot',
    states: [
      {
        name: 'hot',
        actions: [{ rollover: {} }],
        transitions: [{ state_name: 'gone', conditions: { min_index_age: age } }],
      },
      { name: 'gone', actions: [{ delete: {} }], transitions: [] },
    ],
    ism_template: [{ index_patterns: [`logs-${pattern}-*`], priority: 1 }],
  },
});

describe('M6: an ILM policy', () => {
  it('for all levels keeps each as long', () => {
    expect(judge(ilm('30d'))).toEqual(kept(30, 30, 30, 30, 30));
  });

  it('must delete', () => {
    expect(judge(ilm()).findings).toEqual([{ subject: 'policy', problem: wording('deletes') }]);
  });

  it('by level: each level needs one', () => {
    const answer = {
      'logs-info': ilm('7d'),
      'logs-warning': ilm('14d'),
      'logs-error-fatal': ilm('2160h'),
    };
    expect(judge(answer).findings).toEqual([{ subject: 'debug', problem: wording('no retention') }]);
    expect(judge({ ...answer, 'logs-debug': ilm('36h') })).toEqual(kept(1.5, 7, 14, 90, 90));
  });

  it('keeps errors at least as long as what is less urgent', () => {
    const report = judge({ 'logs-all': ilm('30d'), 'logs-error': ilm('7d') });
    expect(report.findings).toEqual([{ subject: 'error', problem: wording('7 days', 'warning', '30') }]);
  });
});

describe('M6: an ISM policy', () => {
  it('is for the levels in its name and pattern', () => {
    const policies = ['debug', 'info', 'warn', 'error', 'fatal'].map((level, at) => ({
      _id: level,
      ...ism(level, `${at + 1}d`),
    }));
    expect(judge({ policies, total_policies: 5 })).toEqual(kept(1, 2, 3, 4, 5));
  });

  it('must reach a state that deletes', () => {
    const { policy } = ism('all', '30d');
    const states = [{ name: 'hot', actions: [], transitions: [{ state_name: 'hot' }] }, policy.states[1]];
    expect(judge({ policy: { ...policy, states } }).findings).toEqual([
      { subject: 'keep-all', problem: wording('no state') },
    ]);
  });
});

describe('M6: the configuration of Loki', () => {
  const loki = (limits: string, enabled = true, namespace = 'shop') =>
    judge(`compactor:\n  retention_enabled: ${enabled}\nlimits_config:\n${limits}`, 'loki.yaml', {
      namespace,
    });
  const stream = (selector: string, period: string) =>
    `    - selector: '${selector}'\n      priority: 1\n      period: ${period}\n`;

  it('has a period for all, and streams by level', () => {
    const report = loki(
      `  retention_period: 744h\n  retention_stream:\n${stream('{level="debug"}', '24h')}${stream('{namespace="shop", level=~"error|fatal"}', '12w')}${stream('{namespace="other", level="info"}', '1h')}${stream('{app="x"}', '1h')}`,
    );
    expect(report).toEqual(kept(1, 31, 31, 84, 84));
  });

  it.each([
    ['namespace=~"shop-.*"', 'shop-production'],
    ['namespace=~`shop-.*`', 'shop-production'],
    ['namespace!~"kube-.*|other"', 'shop'],
    ['namespace=~"shop|other", level=~".+"', 'shop'],
  ])('has a stream for the namespace: %s', (selector, namespace) => {
    const text = `  retention_period: 744h\n  retention_stream:\n${stream(`{${selector}}`, '24h')}`;
    expect(loki(text, true, namespace)).toEqual(kept(1, 1, 1, 1, 1));
  });

  it('has a regular expression that matches the whole name of another namespace', () => {
    const text = `  retention_period: 744h\n  retention_stream:\n${stream('{namespace=~"sho|hop"}', '24h')}`;
    expect(loki(text)).toEqual(kept(31, 31, 31, 31, 31));
  });

  it('keeps lines as the stream with the highest priority says, then the one with the shortest period', () => {
    const low = stream('{level="error"}', '2160h');
    const high = stream('{namespace="shop"}', '24h').replace('priority: 1', 'priority: 2');
    const report = loki(`  retention_period: 744h\n  retention_stream:\n${low}${high}`);
    expect(report).toEqual(kept(1, 1, 1, 1, 1));
    const same = loki(
      `  retention_period: 744h\n  retention_stream:\n${low}${stream('{namespace="shop"}', '24h')}`,
    );
    expect(same).toEqual(kept(1, 1, 1, 1, 1));
  });

  it.each([
    '{namespace=~"(?i)shop"}',
    '{namespace=~"[[:alpha:]]+"}',
    '{namespace="shop"',
    '{namespace=~"shop("}',
  ])('is unknown with a selector that cannot be read: %s', selector => {
    const report = loki(`  retention_period: 744h\n  retention_stream:\n${stream(selector, '24h')}`);
    expect(report).toMatchObject({ verdict: 'unknown', findings: [], reason: wording(selector) });
  });

  it('deletes nothing unless the compactor does', () => {
    const report = loki('  retention_period: 744h\n', false);
    expect(report.findings).toEqual([{ subject: 'loki', problem: wording('compactor.retention_enabled') }]);
  });

  it('keeps everything with a period of 0, and levels without a period', () => {
    expect(loki('  retention_period: 0s\n').findings).toEqual([{ subject: 'loki', problem: wording('0s') }]);
    const open = loki(`  retention_stream:\n${stream('{level!="error"}', '24h')}`);
    expect(subjects(open)).toEqual(['error']);
  });
});

describe('M6: the configuration of Fluent Bit', () => {
  const output = '[OUTPUT]\n    Name es\n    Match kube.*\n    Index logs\n';
  const grep = '[FILTER]\n    Name grep\n    Match *\n    Exclude level ^(debug|trace)$\n';

  it('drops debug by a filter', () => {
    expect(judge(`[SERVICE]\n  Flush 1\n${grep}${output}`, 'fluent-bit.conf').findings).toEqual([]);
    const open = judge(output, 'fluent-bit.conf');
    expect(open.findings).toEqual([{ subject: 'debug', problem: wording('fluent-bit.conf') }]);
    expect(judge(output, 'fluent-bit.conf', { allowDebug: true }).findings).toEqual([]);
  });

  it('has an output for each level', () => {
    const routes = ['debug null', 'info es', 'error es', 'fatal es'].map(each => {
      const [level, name] = each.split(' ');
      return { name, match: `logs.${level}` };
    });
    const report = judge(
      JSON.stringify({ pipeline: { inputs: [{ name: 'tail' }], filters: [], outputs: routes } }),
    );
    expect(report.findings).toEqual([{ subject: 'warning', problem: wording('no output') }]);
  });

  it('may keep only some levels', () => {
    const filters = [{ name: 'grep', match: '*', regex: 'level ^(info|warn|error|fatal)$' }];
    const report = judge(JSON.stringify({ pipeline: { filters, outputs: [{ name: 'loki', match: '*' }] } }));
    expect(report.findings).toEqual([]);
  });
});

it.each([
  '',
  'a: 1',
  '[]',
  '{"policy": 7}',
  '{"policies": [{}]}',
  '\u0000',
  'null',
  '{"limits_config": {"retention_stream": 3}}',
])('a file that is no policy is refused: %j', text => {
  expect(() => judge(text, 'x.json')).toThrow(wording('x.json'));
});
