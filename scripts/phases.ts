/** Returns the phase diagram for the docs: a Mermaid state diagram of the transitions that the code allows. */
export function phasePicture(transitions: Readonly<Record<string, readonly string[]>>): string {
  const phases = Object.keys(transitions);
  const reached = new Set(Object.values(transitions).flat());
  const begins = phases.filter(phase => !reached.has(phase));
  const ends = phases.filter(phase => transitions[phase]?.length === 0);
  // Almost every phase can be rolled back. Those arrows come last, so that the diagram shows the path of a release first.
  const forward = phases.flatMap(phase =>
    (transitions[phase] ?? [])
      .filter(to => to !== 'rolling-back')
      .map(to => `    ${idOf(phase)} --> ${idOf(to)}${labelOf(phase, to)}`),
  );
  const rolledBack = phases.filter(phase => transitions[phase]?.includes('rolling-back'));
  return [
    '```mermaid',
    'stateDiagram-v2',
    '    direction LR',
    ...phases.filter(phase => idOf(phase) !== phase).map(phase => `    state "${phase}" as ${idOf(phase)}`),
    ...begins.map(phase => `    [*] --> ${idOf(phase)}`),
    ...forward,
    ...rolledBack.map(phase => `    ${idOf(phase)} --> ${idOf('rolling-back')}`),
    ...ends.map(phase => `    ${idOf(phase)} --> [*]`),
    '```',
  ].join('\n');
}

/** Mermaid allows no hyphen in the name of a state. */
const idOf = (phase: string) => phase.replaceAll('-', '_');

const labels: Readonly<Record<string, string>> = {
  'stepping stepping': 'pass, next weight',
  'stepping baking': 'pass',
  'baking promoting': 'no regression until its end',
  'prepared promoting': 'rolling',
  'watching done': 'no regression until its end',
};

const labelOf = (from: string, to: string) => {
  const label = labels[`${from} ${to}`];
  return label === undefined ? '' : `: ${label}`;
};
