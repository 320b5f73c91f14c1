import { describe, expect, it } from 'vitest';
import type { LogLine } from '../../src/logs/store.ts';
import { judgeStructure } from '../../src/logs/structure.ts';
import { wording } from '../wording.ts';

const settings = { required: ['message', 'level', 'time'], structured: 99.5 };
const line = (text: string, more: Partial<LogLine> = {}): LogLine => ({
  ...{ at: 0, pod: 'shop-1', container: 'app', text, fields: {} },
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
    expect(judgeStructure(good(100), settings)).toMatchObject({
      verdict: 'pass',
      lines: 100,
      structured: 100,
    });
    const one = [...good(99), line('plain')];
    expect(judgeStructure(one, { ...settings, structured: 99 }).verdict).toBe('pass');
  });

  it('fail below it, with the number of the line and its pod', () => {
    const lines = [...good(56), line('Traceback (most recent call last):', { pod: 'shop-2' }), ...good(43)];
    const report = judgeStructure(lines, settings);
    expect(report).toMatchObject({ verdict: 'fail', reason: wording('99 %', '100', '99.5 %', 'shop-2') });
    expect(report.bad).toEqual([
      expect.objectContaining({ pod: 'shop-2', line: 1, problem: wording('JSON') }),
    ]);
    const inOnePod = [...good(56), line('plain'), ...good(43)];
    expect(judgeStructure(inOnePod, settings).bad[0]?.line).toBe(57);
  });

  it('are unknown if there are too few', () => {
    expect(judgeStructure(good(99), settings)).toMatchObject({ verdict: 'unknown', reason: wording('99') });
    expect(judgeStructure([], settings).verdict).toBe('unknown');
  });

  it('need every field', () => {
    const { bad } = judgeStructure(
      [line('{"message":"x","level":"","time":1}'), line('{"msg":"x"}'), line('[1]'), line('{"a":')],
      settings,
    );
    expect(bad.map(({ problem }) => problem)).toEqual([
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
    expect(judgeStructure(lines, settings).bad).toEqual([]);
    const nested = { required: ['log.level'], structured: 100 };
    expect(
      judgeStructure([line('{"log":{"level":"info"}}'), line('{"log.level":"info"}')], nested).bad,
    ).toEqual([]);
  });

  it('are not taken from the prototype of an object', () => {
    const of = { required: ['constructor'], structured: 100 };
    expect(judgeStructure([line('{"a":1}')], of).bad.length).toBe(1);
  });
});

it('traces of several lines are counted by container', () => {
  const java = ['java.lang.IllegalStateException: x', '\tat shop.Main.run(Main.java:3)', 'Caused by: y'];
  const lines = [
    ...trace.map(text => line(text)),
    ...java.map(text => line(text, { pod: 'shop-2' })),
    line('plain'),
    line('Traceback (most recent call last):'),
    ...good(1),
  ];
  expect(judgeStructure(lines, settings).traces).toBe(2);
});

it('lines of the level debug are counted', () => {
  expect(judgeStructure([...good(3, { level: 'DEBUG' }), ...good(2)], settings).debug).toBe(3);
});
