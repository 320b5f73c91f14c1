import { UserError } from '../toolkit/errors.ts';
import { AllHits, type FileCoverage, type FileHits, type TestCoverage, totalOf } from './coverage.ts';

/**
 * Parses LCOV. Records of the same file are merged; a record with only totals (LF, LH) counts with these.
 * @throws UserError when it has no record, or the last one is incomplete.
 */
export function readLcov(text: string, file: string): TestCoverage {
  const hits = new AllHits();
  const summed: FileCoverage[] = [];
  let record: { name: string; sums: Record<string, number> } | undefined;
  for (const line of text.split('\n').map(each => each.trim())) {
    const [, tag, rest = ''] = /^([A-Z]+):(.*)$/.exec(line) ?? [];
    if (tag === 'SF') {
      record = { name: rest, sums: {} };
    } else if (line === 'end_of_record' && record !== undefined) {
      if ((hits.get(record.name)?.lines.size ?? 0) === 0) summed.push(fromSums(record.name, record.sums));
      record = undefined;
    } else if (record !== undefined && tag !== undefined) {
      tell(hits.hitsOf(record.name), record.sums, tag, rest);
    }
  }
  if (record !== undefined) {
    throw new UserError(
      `${file} ends within the record of ${record.name}`,
      'check whether the coverage tool was interrupted',
    );
  }
  if (hits.size === 0 && summed.length === 0) {
    throw new UserError(
      `${file} is not LCOV, Cobertura or JaCoCo`,
      'configure the coverage tool to write one of them',
    );
  }
  return totalOf(hits, summed);
}

function tell(hits: FileHits, sums: Record<string, number>, tag: string, rest: string): void {
  const fields = rest.split(',');
  if (tag === 'DA') hits.line(Number(fields[0]), Number(fields[1]) > 0);
  // BRDA:line,block,branch,taken; "-" means that the line was never reached.
  else if (tag === 'BRDA') hits.branch(fields.slice(0, -1).join(','), Number(fields.at(-1)) > 0);
  else if (/^(LF|LH|BRF|BRH)$/.test(tag)) sums[tag] = Number(rest) || 0;
}

function fromSums(file: string, sums: Record<string, number>): FileCoverage {
  return {
    file,
    lines: { covered: sums.LH ?? 0, total: sums.LF ?? 0 },
    branches: { covered: sums.BRH ?? 0, total: sums.BRF ?? 0 },
  };
}
