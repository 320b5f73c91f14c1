import { UserError } from '../toolkit/errors.ts';
import { type Coverage, type FileCoverage, FileHits, sum, totalOf } from './coverage.ts';

/**
 * Reads LCOV. Records of the same file are put together; a record with sums alone (LF, LH) counts by them.
 * @throws UserError when there is no record in it, or the last one is cut off.
 */
export function readLcov(text: string, file: string): Coverage {
  const hits = new Map<string, FileHits>();
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
      const known = hits.get(record.name) ?? new FileHits();
      hits.set(record.name, known);
      tell(known, record.sums, tag, rest);
    }
  }
  if (record !== undefined) {
    throw new UserError(
      `${file} ends in the middle of ${record.name}`,
      'let the coverage tool write it to its end',
    );
  }
  if (hits.size === 0 && summed.length === 0) {
    throw new UserError(
      `${file} is neither Cobertura nor LCOV`,
      'let the coverage tool write Cobertura XML or LCOV',
    );
  }
  return withSums(totalOf(hits), summed);
}

function tell(hits: FileHits, sums: Record<string, number>, tag: string, rest: string): void {
  const fields = rest.split(',');
  if (tag === 'DA') hits.line(Number(fields[0]), Number(fields[1]) > 0);
  // BRDA:line,block,branch,taken; "-" means that its line was never reached.
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

function withSums(counted: Coverage, summed: FileCoverage[]): Coverage {
  const names = new Set(summed.map(each => each.file));
  const files = [...counted.files.filter(each => !names.has(each.file)), ...summed];
  const branches = sum(files.map(each => each.branches));
  return {
    lines: sum(files.map(each => each.lines)),
    branches: branches.total === 0 ? undefined : branches,
    files,
  };
}
