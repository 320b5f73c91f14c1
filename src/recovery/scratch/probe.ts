import { UserError } from '../../toolkit/errors.ts';
import { combine, type GuardAnswer, type Isolation } from '../guard/facts.ts';

/** Builds and judges the probe that tests from within whether a drill's namespace is isolated. Pure. */

/** A host name or IP address, and a port. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface ProbePlan {
  /** An image with a shell, and curl or bash. */
  readonly image: string;
  /** Forbidden addresses: production, mail, payment. */
  readonly forbidden: readonly Address[];
  /** Positive controls: addresses that must all be reachable. */
  readonly positiveControls: readonly Address[];
  /** Negative controls: addresses that certainly exist and must not be reachable; usually the API server. */
  readonly negativeControls: readonly Address[];
  /** Number of attempts per address, a second apart, from the start of the pod; default 5. */
  readonly rounds?: number;
}

const probeName = 'slipway-drill-probe';
const most = 100;

/**
 * Parses an address. Accepts no character that a shell could interpret.
 * @param text such as `db.example:5432` or `[2001:db8::1]:443`.
 * @throws UserError for anything else.
 */
export function addressOf(text: string): Address {
  const match =
    /^(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)):(\d{1,5})$/.exec(text);
  const port = Number(match?.[3]);
  const host = match?.[1] ?? match?.[2];
  if (host !== undefined && port > 0 && port < 65_536) return { host, port };
  throw new UserError(`"${text}" is not an address`, 'write a host and a port, such as db.example:5432');
}

export const textOf = ({ host, port }: Address) => `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Builds the probe pod: without a token or any permissions, and on the given node, if there is one. */
export function probePod(plan: ProbePlan, namespace: string, run: string, node?: string) {
  const targets = targetsOf(plan);
  if (targets.length > most)
    throw new UserError(`${targets.length} addresses are too many to probe`, `name at most ${most} in total`);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      generateName: `${probeName}-`,
      namespace,
      labels: { app: probeName, 'slipway.dev/drill-run': run },
    },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 0,
      activeDeadlineSeconds: 120,
      ...(node === undefined ? {} : { nodeSelector: { 'kubernetes.io/hostname': node } }),
      // Restored pods may tolerate any taint.
      tolerations: [{ operator: 'Exists' }],
      containers: [
        {
          name: 'probe',
          image: plan.image,
          command: ['sh', '-c', probeScript, probeName, String(plan.rounds ?? 5)],
          args: targets.flatMap(({ host, port }) => [host, String(port)]),
          terminationMessagePolicy: 'File',
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } },
        },
      ],
    },
  };
}

const targetsOf = ({ positiveControls, negativeControls, forbidden }: ProbePlan) => [
  ...positiveControls,
  ...negativeControls,
  ...forbidden,
];

/**
 * Tries all addresses in parallel, round by round. Each attempt yields a letter: `r` reached, `n` not reached, `?` unknown, because the
 * name does not resolve or no tool is there to try it. The result is the termination message, so a killed probe has none.
 */
export const probeScript = `
rounds=$1; shift; export LC_ALL=C
dir=$(mktemp -d) || exit 3
try() {
  if command -v curl >/dev/null 2>&1; then
    case $1 in *:*) host="[$1]" ;; *) host=$1 ;; esac
    said=$(curl -q -sS -o /dev/null --noproxy '*' --connect-timeout 2 -m 3 -w 'T%{time_connect}' "http://$host:$2/" 2>&1); code=$?
    case $said in *T*[1-9]*) case \${said##*T} in *[1-9]*) echo r; return ;; esac ;; esac
    case $code:$said in *[Rr]esolv*) echo '?' ;; 7:*|28:*) echo n ;; 0:*|52:*|56:*) echo r ;; *) echo '?' ;; esac
  elif command -v bash >/dev/null 2>&1 && command -v timeout >/dev/null 2>&1; then
    case $1 in
      *:*) ;;
      *[!0-9.]*) timeout 2 getent hosts "$1" >/dev/null 2>&1 || { echo '?'; return; } ;;
    esac
    said=$(timeout 2 bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" 2>&1); code=$?
    case $code:$said in
      0:*) echo r ;;
      124:*|*refused*|*unreachable*|*'timed out'*|*'No route'*) echo n ;;
      *) echo '?' ;;
    esac
  else echo '?'; fi
}
round=0
while [ $round -lt $rounds ]; do
  [ $round -eq 0 ] || sleep 1
  round=$((round + 1)); i=0
  for word in "$@"; do
    if [ $((i % 2)) -eq 0 ]; then target=$word; else
      try "$target" "$word" >"$dir/$(((i - 1) / 2)).$round" &
    fi
    i=$((i + 1))
  done
  wait
done
n=$(($# / 2)); t=0
{
  while [ $t -lt $n ]; do
    line=; round=0
    while [ $round -lt $rounds ]; do round=$((round + 1)); line="$line$(cat "$dir/$t.$round")"; done
    echo "$t $line"; t=$((t + 1))
  done
  echo end
} >/dev/termination-log
`;

/** Returns for each target the letters of its rounds, in the order of `targetsOf`; undefined if the probe did not finish. */
export function readProbe(plan: ProbePlan, message: string | undefined): string[] | undefined {
  const lines = (message ?? '').trim().split('\n');
  const count = targetsOf(plan).length;
  if (lines.length !== count + 1 || lines.at(-1) !== 'end') return undefined;
  const found = lines.slice(0, -1).map((line, i) => {
    const [, letters] = /^\d+ ([rn?]+)$/.exec(line) ?? [];
    return line.startsWith(`${i} `) && letters?.length === (plan.rounds ?? 5) ? letters : undefined;
  });
  return found.every(each => each !== undefined) ? found : undefined;
}

/**
 * Judges all probes together. An address that was reached once counts as reached. It counts as not reached only if every attempt of the
 * same probe had a result, and that probe reached all positive controls in its last round.
 * @param closed whether our NetworkPolicy is in place, and no other one.
 * @param messages termination messages of the probes; undefined for a probe that did not finish.
 */
export function judgeProbes(
  plan: ProbePlan,
  closed: GuardAnswer,
  messages: readonly (string | undefined)[],
): Isolation {
  const probes = messages.map(message => judgeProbe(plan, readProbe(plan, message)));
  const reaches = plan.forbidden.map((place, i) => ({
    place: textOf(place),
    reached: combine(probes.map(probe => probe.forbidden[i] ?? 'unknown')),
  }));
  const negativeControls = plan.negativeControls.map((_, i) =>
    combine(probes.map(probe => probe.negativeControls[i] ?? 'unknown')),
  );
  const controls = probes.map(({ control }) => control);
  return {
    control: controls.length === 0 ? 'unknown' : least(controls),
    closed: least([closed, ...negativeControls.map(opposite)]),
    reaches,
  };
}

function judgeProbe(plan: ProbePlan, found: readonly string[] | undefined) {
  const { positiveControls, negativeControls, forbidden } = plan;
  const letters = (from: number, count: number) => Array.from({ length: count }, (_, i) => found?.[from + i]);
  const seen = letters(0, positiveControls.length);
  const reached = (each: string | undefined): GuardAnswer =>
    each === undefined ? 'unknown' : each.endsWith('r') ? 'yes' : each.includes('?') ? 'unknown' : 'no';
  const control = seen.length === 0 ? 'unknown' : least(seen.map(reached));
  const outside = (each: string | undefined): GuardAnswer => {
    if (each === undefined) return 'unknown';
    if (each.includes('r')) return 'yes';
    return control !== 'yes' || each.includes('?') ? 'unknown' : 'no';
  };
  return {
    control,
    negativeControls: letters(positiveControls.length, negativeControls.length).map(outside),
    forbidden: letters(positiveControls.length + negativeControls.length, forbidden.length).map(outside),
  };
}

/** Returns `yes` only if all answers are. */
function least(answers: readonly GuardAnswer[]): GuardAnswer {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

const opposite = (answer: GuardAnswer): GuardAnswer =>
  answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown';
