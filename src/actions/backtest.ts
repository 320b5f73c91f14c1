import { readRecord } from '../decision/chunks.ts';
import { backtest, outlook } from '../decision/replay.ts';
import { backtestLines, outlookLines } from '../report/backtest.ts';
import { defineAction, optional, required } from '../toolkit/host.ts';
import { readNamed } from '../toolkit/named-file.ts';

/** A command only: a person who doubts a verdict runs it at a terminal. */
export const backtestCommand = defineAction({
  name: 'backtest',
  description:
    'Recompute the verdict of a release from its decision record, and report whether it is the same.',
  inputs: {
    file: required(
      'Path of the decision record: decision.json, or its ConfigMaps as printed by `kubectl -o json`.',
    ),
    profile: optional(
      'Profile for a second computation: strict, standard, wide or gross. Default: the recorded one only.',
    ),
    metric: optional('Metric for a second computation from it alone. Default: all metrics.'),
  },
  positional: 'file',
  outputs: { agrees: '`true` when the verdict is the same, or the record has none.' },
  run: async ({ file, profile, metric }, host) => {
    const record = readRecord(await readNamed(file, 'set `file` to the path of decision.json'));
    const result = backtest(record);
    const asked = { ...(profile === '' ? {} : { profile }), ...(metric === '' ? {} : { metric }) };
    const what = Object.entries(asked).map(([name, value]) => `${name} ${value}`);
    const alternative = what.length === 0 ? [] : outlookLines(what.join(' and '), outlook(record, asked));
    for (const line of [...backtestLines(record, result), ...alternative]) host.report(line);
    host.output('agrees', String(result.agrees));
    return result.agrees;
  },
});
