import { readFile } from 'node:fs/promises';
import { backtest, outlook } from '../release/decision-record/backtest.ts';
import { readRecord } from '../release/decision-record/chunks.ts';
import { backtestLines, outlookLines } from '../report/backtest.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction } from '../toolkit/host.ts';

/** No action: it is for whoever doubts a verdict, at a terminal. */
export const backtestCommand = defineAction({
  name: 'backtest',
  description:
    'Compute the verdict of a release again from its decision record, and say whether it is the same.',
  inputs: {
    file: {
      description: 'The decision record: decision.json, or what kubectl printed of its ConfigMaps as JSON.',
      required: true,
    },
    profile: {
      description: 'Say what this profile would have said too: strict, standard, wide or gross.',
      default: '',
    },
    metric: { description: 'Say what this metric alone would have said too.', default: '' },
  },
  positional: 'file',
  outputs: { agrees: '`true` when the verdict is the same, or nothing was judged.' },
  run: async ({ file, profile, metric }, host) => {
    const record = readRecord(await textOf(file));
    const result = backtest(record);
    const asked = { ...(profile === '' ? {} : { profile }), ...(metric === '' ? {} : { metric }) };
    const what = Object.entries(asked).map(([name, value]) => `${name} ${value}`);
    const alternative = what.length === 0 ? [] : outlookLines(what.join(' and '), outlook(record, asked));
    for (const line of [...backtestLines(record, result), ...alternative]) host.report(line);
    host.output('agrees', String(result.agrees));
    return result.agrees;
  },
});

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UserError(`${file} cannot be read`, 'give the path of decision.json', { cause: error });
  }
}
