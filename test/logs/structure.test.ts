import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../src/logs/store.ts';
import { judgeStructure } from '../../src/logs/structure.ts';
import { wording } from '../wording.ts';

const settings = { required: ['message', 'level', 'time'], structured: 99.5, allowDebug: true };
const judge = (lines: LogLine[], more: Partial<typeof settings> = {}) =>
  judgeStructure(lines, { ...settings, ...more });
const badIn = (lines: LogLine[], more: Partial<typeof settings> = {}) =>
  judge(lines, more).findings.map(({ problem }) => problem);
const line = (text: string, more: Partial<LogLine> = {}): LogLine => ({
  ...{ at: 0, pod: 'shop-1', container: 'app', level: 'other', text, fields: {} },
  ...more,
});
const good = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, at) =>
    line(JSON.stringify({ message: `GET /${at}`, level: 'info', time: '2026-01-01T00:00:00Z', ...more })),
  );
const trace = [
  'Traceback (most recent call last):',
  '  File "app.py", line 3, in <module>',
  '    raise ValueError(x)',
  'ValueError: x',
];

describe('structured lines', () => {
  it('pass from the demanded share on', () => {
    expect(judge(good(100))).toMatchObject({ verdict: 'pass', reason: wording('100 of 100') });
    const one = [...good(99), line('plain')];
    expect(judge(one, { structured: 99 }).verdict).toBe('pass');
  });

  it('M5: fail below it, with the number of the line and its pod', () => {
    const lines = [...good(56), line('Traceback (most recent call last):', { pod: 'shop-2' }), ...good(43)];
    const check = judge(lines);
    expect(check).toMatchObject({ verdict: 'fail', reason: wording('99 %', '100', '99.5 %', 'shop-2') });
    expect(check.findings).toEqual([{ subject: 'shop-2', problem: wording('line 1', 'JSON') }]);
    const inOnePod = [...good(56), line('plain'), ...good(43)];
    expect(badIn(inOnePod)).toEqual([wording('line 57')]);
  });

  it('are unknown if there are too few', () => {
    expect(judge(good(99))).toMatchObject({ verdict: 'unknown', reason: wording('99') });
    expect(judge([]).verdict).toBe('unknown');
  });

  it('need every field', () => {
    const lines = ['{"message":"x","level":"","time":1}', '{"msg":"x"}', '[1]', '{"a":'];
    expect(badIn(lines.map(text => line(text)))).toEqual([
      wording('level'),
      wording('message, level, time'),
      wording('JSON'),
      wording('JSON'),
    ]);
  });

  it('may be wrapped or parsed by a shipper', () => {
    const inner = '{"message":"x","level":"info","time":1}';
    const parsed = { message: 'x', level: 'info', time: 1, kubernetes: { labels: {} } };
    const lines = [line(JSON.stringify({ log: inner, stream: 'stdout' })), line('x', { fields: parsed })];
    expect(badIn(lines)).toEqual([]);
    const nested = [line('{"log":{"level":"info"}}'), line('{"log.level":"info"}')];
    expect(badIn(nested, { required: ['log.level'] })).toEqual([]);
  });

  it('are not taken from the prototype of an object', () => {
    expect(badIn([line('{"a":1}')], { required: ['constructor'] }).length).toBe(1);
  });
});

it('traces of several lines are counted by container', () => {
  const java = ['java.lang.IllegalStateException: x', '\tat shop.Main.run(Main.java:3)', 'Caused by: y'];
  const lines = [
    ...trace.map(text => line(text)),
    ...java.map(text => line(text, { pod: 'shop-2' })),
    line('plain'),
    line('Traceback (most recent call last):'),
    ...good(100),
  ];
  expect(judge(lines).reason).toEqual(wording('2 multi-line stack traces'));
});

it('lines at level debug fail, by what they say or by what the store knows', () => {
  const lines = [...good(3, { level: 'DEBUG' }), line(good(1)[0]!.text, { level: 'debug' }), ...good(2)];
  expect(judge(lines, { allowDebug: false })).toMatchObject({ verdict: 'fail', reason: wording('4 lines') });
  expect(judge(lines).verdict).toBe('unknown');
});
