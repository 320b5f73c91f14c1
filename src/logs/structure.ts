import { counted } from '../toolkit/count.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { clockError, type LogCheck, type LogScene, mostLines, unanswered } from './check.ts';
import { fieldOf, objectIn } from './fields.ts';
import { levelOf } from './levels.ts';
import type { LogLine } from './store.ts';

/** Checks whether the lines of the namespace are structured. */
export async function checkStructure(scene: LogScene): Promise<LogCheck> {
  const { store, namespace, now, span } = scene;
  const read = (back: number) =>
    store.search({ namespace, from: now() - back, to: now() + clockError }, mostLines);
  let answer = await read(span);
  // Stores return the oldest lines first.
  for (let back = span; answer.ok && answer.value.truncated && back > leastSpan; ) {
    back = Math.max(leastSpan, back / 4);
    answer = await read(back);
  }
  if (!answer.ok) return unanswered('structure', answer.detail);
  const { lines, partial, truncated } = answer.value;
  const check = judgeStructure(lines, { ...scene.settings, allowDebug: scene.allowDebug });
  const reason =
    partial === undefined
      ? truncated &&
        `there are more than ${mostLines} lines in the last ${formatDuration(Math.min(span, leastSpan))}, of which only the oldest were read; set a shorter \`--since\``
      : `${store.name} returned only some of the lines: ${partial}`;
  return check.verdict === 'pass' && reason !== false ? { ...check, verdict: 'unknown', reason } : check;
}

/** Milliseconds: of more lines than can be read, those of a shorter time are judged. */
const leastSpan = 60_000;
/** Fewer lines say nothing about a share. */
const leastLines = 100;
const mostFindings = 10;

/** Judges lines, oldest first. Pure. @param rules `structured`: the share of lines that must be structured, from 0 to 100. */
export function judgeStructure(
  lines: readonly LogLine[],
  {
    required,
    structured,
    allowDebug,
  }: Pick<LogScene['settings'], 'required' | 'structured'> & Pick<LogScene, 'allowDebug'>,
): LogCheck {
  const counts = new Map<string, number>();
  const read = lines.map(line => {
    const place = `${line.pod} ${line.container}`;
    const number = (counts.get(place) ?? 0) + 1;
    counts.set(place, number);
    return { ...line, ...documentOf(line, required), place, number };
  });
  const bad = read.filter(({ problem }) => problem !== undefined);
  const debug = read.filter(({ document, level }) => [level, levelIn(document)].includes('debug')).length;
  const good = lines.length - bad.length;
  const share = lines.length === 0 ? 0 : (100 * good) / lines.length;
  const traces = tracesIn(bad);
  const also = traces === 0 ? '' : `, with ${counted(traces, 'multi-line stack trace')}`;
  const measured = `${good} of ${counted(lines.length, 'line')} are structured${also}`;
  const judged = (verdict: LogCheck['verdict'], reason: string): LogCheck => ({
    check: 'structure',
    verdict,
    reason,
    lines: lines.length,
    findings: bad.slice(0, mostFindings).map(({ pod, number, at, problem = '' }) => ({
      subject: pod,
      problem: `line ${number} (${new Date(at).toISOString()}) ${problem}`,
    })),
  });
  const isFew = lines.length < leastLines;
  if (!isFew && share < structured) {
    const pods = [...new Set(bad.map(({ pod }) => pod))].sort();
    const others = pods.length > 5 ? ` and ${pods.length - 5} more pods` : '';
    // Rounded down, so that 98.96 % of 99 % does not read as 99 %.
    return judged(
      'fail',
      `${Math.floor(share * 100) / 100} % of ${lines.length} lines are structured, and ${structured} % must be; the others came from ${pods.slice(0, 5).join(', ')}${others}${also}`,
    );
  }
  if (debug > 0 && !allowDebug)
    return judged('fail', `${counted(debug, 'line')} at level debug reached the store (${measured})`);
  return isFew
    ? judged('unknown', `only ${lines.length} lines were found, and judging the share needs ${leastLines}`)
    : judged('pass', measured);
}

const levelIn = (document: unknown) =>
  levelOf(fieldOf(document, 'level') ?? fieldOf(document, 'severity') ?? fieldOf(document, 'log.level'));

/** Returns the fields of a line: its own JSON, one that a shipper wrapped, or those that the store parsed. */
function documentOf(
  { text, fields }: LogLine,
  required: readonly string[],
): { document: object; problem?: string } {
  const own = objectIn(text);
  const wrapped = ['log', 'message', 'msg'].map(field => objectIn(fieldOf(own, field)));
  const missingIn = (document: object) =>
    required.filter(field => [undefined, null, ''].includes(fieldOf(document, field) as null));
  const documents = [own, ...wrapped, fields].filter(each => each !== undefined);
  const complete = documents.find(document => missingIn(document).length === 0);
  if (complete !== undefined) return { document: complete };
  return own === undefined
    ? { document: fields, problem: 'is not JSON' }
    : { document: own, problem: `has no ${missingIn(own).join(', ')}` };
}

/** The first line of a trace in Python, Java, Node, Go, Ruby, .NET and Rust. */
const traceStart =
  /^(?:Traceback \(most recent call last\)|Exception in thread|Unhandled exception|panic: |goroutine \d+ \[|thread '.*' panicked|[\w.$]+(?:Error|Exception)\b)/;

/** Counts traces: a first line that an indented one follows. @param bad each with the place and the number of its container. */
function tracesIn(bad: readonly { place: string; number: number; text: string }[]): number {
  const starts = new Set(
    bad
      .filter(({ text }) => traceStart.test(text.slice(0, 200)))
      .map(({ place, number }) => `${place} ${number + 1}`),
  );
  return bad.filter(({ place, number, text }) => /^\s/.test(text) && starts.has(`${place} ${number}`)).length;
}
