/** The picture of the phases, for the docs: a Mermaid state diagram of the moves that the code allows. */
export function phasePicture(moves: Readonly<Record<string, readonly string[]>>): string {
  const phases = Object.keys(moves);
  const reached = new Set(Object.values(moves).flat());
  const begins = phases.filter(phase => !reached.has(phase));
  const ends = phases.filter(phase => moves[phase]?.length === 0);
  // Every phase can be rolled back; one arrow from all of them would hide the way that a release takes.
  const forward = phases.flatMap(phase =>
    (moves[phase] ?? [])
      .filter(to => to !== 'rolling-back')
      .map(to => `    ${phase} --> ${to}${labelOf(phase, to)}`),
  );
  const rolledBack = phases.filter(phase => moves[phase]?.includes('rolling-back'));
  return [
    '```mermaid',
    'stateDiagram-v2',
    '    direction LR',
    ...begins.map(phase => `    [*] --> ${phase}`),
    ...forward,
    ...rolledBack.map(phase => `    ${phase} --> rolling-back`),
    ...ends.map(phase => `    ${phase} --> [*]`),
    '```',
  ].join('\n');
}

const labels: Readonly<Record<string, string>> = {
  'stepping stepping': 'pass, next weight',
  'stepping baking': 'pass',
  'baking promoting': 'no harm in its time',
  'prepared promoting': 'rolling',
  'watching done': 'no harm in its time',
};

const labelOf = (from: string, to: string) => {
  const label = labels[`${from} ${to}`];
  return label === undefined ? '' : `: ${label}`;
};
