export const id = 4501;
export const ids = [4501];
export const modules = {

/***/ 23608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UK: () => (/* binding */ assessRules),
/* harmony export */   ZS: () => (/* binding */ envPolicySchema),
/* harmony export */   cJ: () => (/* binding */ assessSchema),
/* harmony export */   tP: () => (/* binding */ keyRules)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var _exceptions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18464);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92063);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34182);





const assessRules = {
    'workload-invalid': 'error',
    'service-selector': 'warning',
    'api-served': 'error',
    'zone-replicas': 'warning',
    'zone-spread': 'warning',
    'zone-nodes': 'warning',
    'zone-pods': 'warning',
    'probe-readiness': 'warning',
    'probe-liveness': 'warning',
    'probe-same': 'warning',
    'probe-port': 'error',
    'probe-times': 'warning',
    'probe-startup': 'warning',
    'disruption-budget': 'warning',
    'disruption-blocked': 'warning',
    'stop-hook': 'warning',
    'stop-grace': 'warning',
    'update-downtime': 'warning',
    'resource-requests': 'warning',
    'resource-memory': 'warning',
    'resource-invalid': 'error',
    'image-floating': 'warning',
    'autoscaler-missing': 'info',
    'autoscaler-target': 'error',
    'autoscaler-replicas': 'warning',
    'autoscaler-requests': 'error',
    'namespace-quota': 'info',
    'namespace-limits': 'info',
    'quota-peak': 'error',
    'access-wildcard': 'error',
    'access-admin': 'error',
    'access-default-account': 'warning',
    'access-sensitive': 'warning',
    'token-mounted': 'warning',
    'network-policy': 'info',
    'variable-high': 'error',
    'variable-medium': 'warning',
    'variable-low': 'info',
    'secret-plain': 'error',
    'secret-sops': 'error',
};
const keyRules = {
    'key-opens': 'error',
    'key-rotates': 'warning',
    'column-plain': 'warning',
    'token-plain': 'error',
    'repository-cipher': 'error',
    'etcd-encryption': 'warning',
};
const ofTrivy = /^KSV-[0-9]{4,5}$/;
const ruleNames = Object.keys({ ...assessRules, ...keyRules });
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()
    .superRefine((name, context) => {
    if (ruleNames.includes(name) || ofTrivy.test(name))
        return;
    const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .pA)(name, ruleNames);
    const remedy = near === undefined ? 'choose a rule from docs/assess.md or docs/keys.md' : `did you mean \`${near}\`?`;
    context.addIssue({ code: 'custom', message: `is not a rule; ${remedy}` });
})
    .meta({ pattern: `^(${ruleNames.join('|')}|KSV-[0-9]{4,5})$` });
const levelSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .levels */ .yr, { error: 'is not a level; write off, info, warning or error' });
const assessSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    zones: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr({ error: 'is not a number of zones; write a whole number from 1 to 10' })
        .min(1, { error: 'is not a number of zones; write a whole number from 1 to 10' })
        .max(10, { error: 'is not a number of zones; write a whole number from 1 to 10' })
        .prefault(3)
        .meta({
        description: 'How many zones must hold two pods each of every workload with traffic.',
        example: 1,
    }),
    rules: zod__WEBPACK_IMPORTED_MODULE_3__/* .partialRecord */ .jgl(ruleSchema, levelSchema)
        .prefault({})
        .meta({
        description: 'The level of each rule that differs from docs/assess.md.',
        example: { 'network-policy': 'warning', 'KSV-0014': 'off' },
    }),
    exceptions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        rule: ruleSchema.meta({ description: 'The rule.', example: 'probe-liveness' }),
        object: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Z][A-Za-z0-9]*\/[^/\s]+$/, {
            problem: 'is not an object',
            remedy: 'write Kind/name, such as Deployment/shop',
        })
            .exactOptional()
            .meta({ description: 'Only for this object. Default: for all.', example: 'Deployment/shop' }),
        ..._exceptions_js__WEBPACK_IMPORTED_MODULE_0__/* .answeredFor */ .p,
    }))
        .prefault([])
        .meta({
        description: 'Findings that are accepted until a date.',
        example: [
            {
                rule: 'zone-replicas',
                object: 'Deployment/admin',
                owner: 'platform-team',
                reason: 'few people use it',
                expires: '2027-01-31',
            },
        ],
    }),
});
const namePattern = (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(/^[A-Za-z0-9_.*-]+$/, {
    problem: 'is not a pattern of variables',
    remedy: 'write letters, digits, "_" and "*", such as *_TOKEN',
});
const patternsSchema = (description, example) => zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(namePattern).prefault([]).meta({ description, example });
const envPolicySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    high: patternsSchema('Variables that must come from a Secret or a secret store.', ['*_DSN', 'LICENSE']),
    medium: patternsSchema('Switches that must not be on in production.', ['VERBOSE']),
    low: patternsSchema('Variables that need no protection, and belong in a ConfigMap.', ['PUBLIC_KEY']),
});


/***/ }),

/***/ 60820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ exceptionProblems),
/* harmony export */   p: () => (/* binding */ answeredFor)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34182);


const dateSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, {
    problem: 'is not a date',
    remedy: 'write year, month and day, such as 2027-01-31',
}).refine(written => {
    const date = new Date(`${written}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}, { error: 'is a day that does not exist; write another one, such as 2027-01-31', abort: true });
const said = (what, example) => (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/\S/, { problem: 'is empty', remedy: `say ${what}, such as ${example}` });
const answeredFor = {
    owner: said('who is responsible for it', 'platform-team').meta({
        description: 'Who is responsible for it.',
        example: 'platform-team',
    }),
    reason: said('why it is needed', 'the registry has no digests yet').meta({
        description: 'Why it is needed.',
        example: 'the registry has no digests yet',
    }),
    expires: dateSchema.meta({
        description: 'The day, in UTC, from which it no longer applies.',
        example: '2027-01-31',
    }),
};
function exceptionProblems(exceptions, images) {
    return exceptions.flatMap(({ image }, index) => image === undefined || Object.hasOwn(images, image)
        ? []
        : [
            {
                path: ['exceptions', index, 'image'],
                message: `is not an image of this file; ${(0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggest */ .ZA)(image, Object.keys(images))}`,
            },
        ]);
}


/***/ }),

/***/ 92063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   In: () => (/* binding */ levelOf),
/* harmony export */   R5: () => (/* binding */ rulePattern),
/* harmony export */   bz: () => (/* binding */ imageRules),
/* harmony export */   jO: () => (/* binding */ suggestRule),
/* harmony export */   uo: () => (/* binding */ isRuleName),
/* harmony export */   yr: () => (/* binding */ levels)
/* harmony export */ });
/* unused harmony exports dockerfileRules, buildkitRules, buildkitLevel, buildkitChecks, ruleNames */
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34182);

const levels = ['off', 'info', 'warning', 'error'];
const dockerfileRules = {
    syntax: 'error',
    'build-tools': 'warning',
    'base-allowed': 'error',
    'base-tag': 'warning',
    'base-digest': 'info',
    'base-argument': 'warning',
    'user-root': 'error',
    'user-missing': 'warning',
    'user-numeric': 'info',
    'npm-ci': 'warning',
    'frozen-lockfile': 'warning',
    'lock-file': 'warning',
    'copy-order': 'warning',
    'pin-pip': 'warning',
    'pin-npm': 'warning',
    'pin-go': 'warning',
    'pin-gem': 'warning',
    'pin-cargo': 'warning',
    'apt-update': 'warning',
    'add-url': 'warning',
    'pipe-to-shell': 'warning',
    'unverified-download': 'info',
    'insecure-download': 'warning',
    'git-clone': 'info',
    sudo: 'warning',
    'sudo-nopasswd': 'error',
    'world-writable': 'error',
    'secret-name': 'error',
    'secret-value': 'error',
    'secret-file': 'error',
    dockerignore: 'warning',
    'exec-form': 'warning',
    'ignore-comment': 'error',
    'ignore-unused': 'warning',
};
const imageRules = {
    'image-user-root': 'error',
    'image-user-missing': 'warning',
    'image-setuid': 'error',
    'image-capability': 'warning',
    'image-world-writable': 'error',
    'image-sudo-nopasswd': 'error',
    'image-private-key': 'error',
    'image-shell-history': 'warning',
    'image-secret-file': 'error',
    'image-secret-value': 'error',
    'image-secret-variable': 'error',
    'image-git-folder': 'warning',
};
const buildkitRules = 'buildkit';
const buildkitLevel = 'warning';
const quiet = new Set([
    'buildkit/LegacyKeyValueFormat',
    'buildkit/FromAsCasing',
    'buildkit/StageNameCasing',
    'buildkit/ConsistentInstructionCasing',
    'buildkit/MaintainerDeprecated',
    'buildkit/SecretsUsedInArgOrEnv',
]);
const buildkitChecks = [
    'StageNameCasing',
    'FromAsCasing',
    'NoEmptyContinuation',
    'ConsistentInstructionCasing',
    'DuplicateStageName',
    'ReservedStageName',
    'JSONArgsRecommended',
    'MaintainerDeprecated',
    'UndefinedArgInFrom',
    'WorkdirRelativePath',
    'UndefinedVar',
    'MultipleInstructionsDisallowed',
    'LegacyKeyValueFormat',
    'RedundantTargetPlatform',
    'SecretsUsedInArgOrEnv',
    'InvalidDefaultArgInFrom',
    'FromPlatformFlagConstDisallowed',
    'InvalidBaseImagePlatform',
    'CopyIgnoredFile',
    'InvalidDefinitionDescription',
    'ExposeProtoCasing',
    'ExposeInvalidFormat',
];
const ownRules = { ...dockerfileRules, ...imageRules };
const ruleNames = [
    ...Object.keys(ownRules),
    buildkitRules,
    ...buildkitChecks.map(name => `${buildkitRules}/${name}`),
];
const rulePattern = `^(${[...Object.keys(ownRules), buildkitRules].join('|')}|${buildkitRules}/[A-Z][A-Za-z]+)$`;
function isRuleName(name) {
    if (ruleNames.includes(name))
        return true;
    return /^buildkit\/[A-Z][A-Za-z]+$/.test(name) && (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(name, ruleNames) === undefined;
}
function suggestRule(name) {
    const near = (0,_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .pA)(name, ruleNames);
    return near === undefined ? 'choose a rule from docs/policy.md' : `did you mean \`${near}\`?`;
}
function levelOf(rule, set) {
    if (Object.hasOwn(set, rule) && set[rule] !== undefined)
        return set[rule];
    if (Object.hasOwn(ownRules, rule))
        return ownRules[rule] ?? 'warning';
    return set[buildkitRules] ?? (quiet.has(rule) ? 'off' : buildkitLevel);
}


/***/ }),

/***/ 26417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ recordedEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43852);
/* harmony import */ var _config_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13407);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);



function recordedEnvironment(record, name, today) {
    const recorded = readRecorded(record?.config, name);
    return recorded?.namespace === today.namespace ? asAddressed(recorded, today) : today;
}
const recordedFields = _config_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentFields */ .p.pick({
    namespace: true,
    manifests: true,
    workload: true,
    workers: true,
    service: true,
    route: true,
    strategy: true,
    gateway: true,
    gate: true,
    hooks: true,
    reversible: true,
    live: true,
    verify: true,
});
function readRecorded(config, name) {
    const { environments } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(config) ? config : {};
    const environment = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environments) && Object.hasOwn(environments, name) ? environments[name] : undefined;
    if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(environment))
        return undefined;
    const kept = Object.entries(environment).filter(([key]) => key in recordedFields.shape);
    const written = zod__WEBPACK_IMPORTED_MODULE_2__/* .safeEncode */ .wy(recordedFields.partial(), Object.fromEntries(kept));
    return written.success ? recordedFields.safeParse(written.data).data : undefined;
}
function asAddressed({ gate, verify, manifests = [], ...recorded }, today) {
    const { cluster, repositories, trust, requires, recovery, adopt } = today;
    const kept = Object.entries({ cluster, repositories, trust, requires, recovery, adopt }).filter(([, value]) => value !== undefined);
    const from = verify?.from ?? today.verify?.from;
    return {
        ...recorded,
        manifests,
        ...Object.fromEntries(kept),
        ...gateFor(gate, today.gate),
        ...(verify === undefined || from === undefined
            ? {}
            : { verify: { ...addressed(verify, today.verify), from } }),
    };
}
function gateFor(recorded, today) {
    if (recorded === 'checks')
        return today === 'checks' ? { gate: recorded } : {};
    if (recorded === undefined || today === undefined || today === 'checks')
        return {};
    return { gate: { ...recorded, prometheus: today.prometheus } };
}
function addressed({ checks, from }, today) {
    const { checks: _, from: __, ...rest } = today ?? { checks };
    return { ...rest, checks, ...(from === undefined ? {} : { from }) };
}


/***/ }),

/***/ 68036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FQ: () => (/* binding */ beatPatch),
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  wF: () => (/* binding */ isWatching),
  Vf: () => (/* binding */ waitingProblem),
  Hz: () => (/* binding */ watchdogAccount),
  FX: () => (/* binding */ watchdogImage),
  d6: () => (/* binding */ watchdogJob),
  de: () => (/* binding */ watchdogName),
  dW: () => (/* binding */ watchdogProblem),
  c_: () => (/* binding */ watchdogRole)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/timing.js
var timing = __webpack_require__(68672);
// EXTERNAL MODULE: ./.build/js/src/traffic/fencing-token.js
var fencing_token = __webpack_require__(59993);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/naming.js
var naming = __webpack_require__(29296);
;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/script.js
const script = `set -u

# Calls the API server and sets outcome: ok, gone (404), refused (422, 409), forbidden, or away.
ask() {
  outcome=away
  if command -v kubectl >/dev/null 2>&1; then ask_kubectl "$@"; else ask_curl "$@"; fi
}

# ask get PATH | ask patch PATH RESOURCE NAME PATCH [dry]
ask_kubectl() {
  if [ "$1" = get ]; then
    body=$(kubectl get --raw "$2" --request-timeout=5s 2>&1 </dev/null) && outcome=ok && return
  else
    body=$(kubectl patch "$3" "$4" --namespace "$NAMESPACE" --type json --patch "$5" --request-timeout=10s \\
      \${6:+--dry-run=server} 2>&1 </dev/null) && outcome=ok && return
  fi
  case $body in
    *'(NotFound)'*) outcome=gone ;;
    *'(Forbidden)'*) outcome=forbidden ;;
    *'(Conflict)'* | *'request is invalid'* | *'due to an error in our request'*) outcome=refused ;;
    *'(Invalid)'*) outcome=forbidden ;;
  esac
}

ask_curl() {
  token=
  # Without a final newline read fails, but has read the token. Tokens are rotated, so each call reads the file.
  read -r token <"$account/token" || :
  url=$server$2
  if [ "$1" = get ]; then
    set -- --max-time 5 "$url"
  else
    set -- --max-time 10 --request PATCH --header 'Content-Type: application/json-patch+json' \\
      --data-raw "$5" "$url\${6:+?dryRun=All}"
  fi
  # On standard input, so that the token is not in the process list.
  body=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --silent --show-error --cacert "$account/ca.crt" --write-out ' %{http_code}' "$@" 2>&1) || return 0
  case $body in
    *' 200') outcome=ok ;;
    *' 403') outcome=forbidden ;;
    *' 404') outcome=gone ;;
    *' 409' | *'due to an error in our request'*' 422') outcome=refused ;;
    *' 422') outcome=forbidden ;;
  esac
}

# Sets value to a field of the ConfigMap's data, empty when it has none. The API server indents its answers to curl.
field() {
  value=
  for colon in ':' ': '; do
    case $body in *"\\"$1\\"$colon\\""*)
      value=\${body#*"\\"$1\\"$colon\\""}
      value=\${value%%\\"*}
      ;;
    esac
  done
}

# Whether the last answer has a beat: without one, silence proves nothing.
has_beat() {
  [ "$outcome" = ok ] && field beat && [ -n "$value" ]
}

# Sends a list of writes. Returns 0 when each succeeded or its object is gone, 1 when the API server is away, 2 when one
# was refused, 3 when one is forbidden.
send() {
  printf '%s\\n' "$1" | {
    result=0
    while read -r path resource name patch; do
      [ -n "$path" ] || continue
      ask patch "$path" "$resource" "$name" "$patch" "\${2-}"
      case $outcome in
        ok) printf '%s\\n' "\${2:+dry run passed: }$resource/$name" ;;
        gone) printf '%s\\n' "$resource/$name is gone" ;;
        refused) printf '%s\\n' "refused for $resource/$name: $body"; [ "$result" = 0 ] && result=2 ;;
        forbidden) printf '%s\\n' "may not write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# Sends the writes, then the fallback if one of them no longer fits or fails for another reason. Returns what send does, but 2, the sign
# of a newer run, only if both return it.
take_back() {
  send "$WRITES" "\${1-}"
  result=$?
  [ "$result" != 0 ] && [ -n "$FALLBACK" ] || return "$result"
  send "$FALLBACK" "\${1-}"
  second=$?
  [ "$second" != 2 ] || second=$result
  return "$second"
}

# Sets now to the seconds of a monotonic clock; where it cannot be read, the pauses are counted.
clock() {
  if read -r up rest <"\${CLOCK:-/proc/uptime}"; then now=\${up%%.*}; else now=$((now + INTERVAL)); fi
} 2>/dev/null

pause() { sleep "$INTERVAL"; }

account=\${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
server=https://$host:$KUBERNETES_SERVICE_PORT
# With --request-timeout, kubectl no longer detects that it runs in a cluster.
export KUBECONFIG="$HOME/kubeconfig"
cluster="{server: $server, certificate-authority: $account/ca.crt}"
printf '%s\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \
  "clusters: [{name: here, cluster: $cluster}]" \
  "users: [{name: here, user: {tokenFile: $account/token}}]" \
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  take_back dry
  case $? in
    0)
      ask get "$HEART"
      has_beat && break
      case $outcome in
        gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
        ok | forbidden) printf '%s\\n' "no heartbeat in $HEART; not watching: $body"; exit 1 ;;
      esac
      ;;
    2 | 3) printf '%s\\n' 'cannot restore the traffic; not watching'; exit 1 ;;
  esac
  pause
done
[ -z "$ARMED" ] || : >"$ARMED"
printf '%s\\n' 'watching'

last='' quiet=0 seen=no before=0 timeout=30
while :; do
  ask get "$HEART"
  clock
  [ "$outcome" != ok ] || has_beat || outcome=away
  case $outcome in
    gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
    ok)
      field over
      [ -z "$value" ] || { printf '%s\\n' 'the rollout is over'; exit 0; }
      field timeout
      case $value in '' | *[!0-9]*) ;; *) timeout=$value ;; esac
      field beat
      # Only time between two answers counts: while the API server is away, a living run cannot send a heartbeat either.
      if [ "$value" != "$last" ]; then last=$value quiet=0
      elif [ "$seen" = yes ]; then quiet=$((quiet + now - before)); fi
      seen=yes
      ;;
    *)
      seen=no
      # Once it is back, a living run gets some time to send one.
      [ "$quiet" -le $((timeout - GRACE)) ] || quiet=$((timeout > GRACE ? timeout - GRACE : 0))
      ;;
  esac
  before=$now
  if [ "$seen" = yes ] && [ "$quiet" -ge "$timeout" ]; then
    printf '%s\\n' "no heartbeat for $quiet s: restoring the traffic"
    take_back
    case $? in
      0) printf '%s\\n' 'done'; exit 0 ;;
      2) printf '%s\\n' 'a newer run has taken over'; exit 0 ;;
    esac
  fi
  pause
done
`;

;// CONCATENATED MODULE: ./.build/js/src/release/watchdog/watchdog.js






const seconds = (milliseconds) => Math.ceil(milliseconds / 1000);
const watchdogAccount = 'slipway-watchdog';
const watchdogName = ({ app, token }) => `slipway-${app}-watchdog-${token}`;
function heartbeatData({ beat, timeout = seconds(timing/* timing */.N.watchdogTimeout), }) {
    return { beat: String(beat), timeout: String(timeout) };
}
function beatPatch(uid, heartbeat) {
    const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
    return [
        { op: 'test', path: (0,fencing_token/* pointer */.Wn)('metadata', 'uid'), value: uid },
        ...Object.entries(data).map(([key, value]) => ({ op: 'add', path: (0,fencing_token/* pointer */.Wn)('data', key), value })),
    ];
}
function watchdogJob(options) {
    const { writer, namespace, image, owner, lifetime, writes, fallback } = options;
    const own = {
        [naming/* labels */.WD.app]: writer.app,
        [naming/* labels */.WD.kind]: 'watchdog',
    };
    const environment = {
        HEART: (0,resources/* pathOf */.XM)(resources/* resources */.ES.configMap, namespace, owner.name),
        NAMESPACE: namespace,
        INTERVAL: String(seconds(timing/* timing */.N.watchdogInterval)),
        GRACE: String(seconds(timing/* timing */.N.watchdogGrace)),
        WRITES: lines(writes, writer),
        FALLBACK: lines(fallback, writer),
        ARMED: '/tmp/armed',
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: watchdogName(writer), namespace, labels: own, ownerReferences: [owner] },
        spec: {
            activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
            ttlSecondsAfterFinished: 3600,
            backoffLimit: 100,
            template: {
                metadata: { labels: own },
                spec: {
                    serviceAccountName: watchdogAccount,
                    restartPolicy: 'OnFailure',
                    enableServiceLinks: false,
                    terminationGracePeriodSeconds: 5,
                    tolerations: ['not-ready', 'unreachable'].map(state => ({
                        key: `node.kubernetes.io/${state}`,
                        operator: 'Exists',
                        effect: 'NoExecute',
                        tolerationSeconds: 10,
                    })),
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65_532,
                        runAsGroup: 65_532,
                        fsGroup: 65_532,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [
                        {
                            name: 'watchdog',
                            image,
                            command: ['sh', '-c', literal(script)],
                            env: Object.entries(environment).map(([name, value]) => ({ name, value: literal(value) })),
                            readinessProbe: {
                                exec: { command: ['sh', '-c', 'test -e /tmp/armed'] },
                                periodSeconds: 1,
                                timeoutSeconds: 5,
                            },
                            resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '192Mi' } },
                            securityContext: {
                                allowPrivilegeEscalation: false,
                                readOnlyRootFilesystem: true,
                                capabilities: { drop: ['ALL'] },
                            },
                            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
                        },
                    ],
                    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }],
                },
            },
        },
    };
}
function isWatching(job) {
    return (job.status?.ready ?? 0) > 0;
}
const literal = (text) => text.replaceAll('$', () => '$$');
function lines(writes, { app, token }) {
    return writes
        .map(({ path, patch }) => {
        const { resource, name } = target(path);
        const note = {
            op: 'add',
            path: (0,fencing_token/* annotationPointer */.ZC)(fencing_token/* annotationOf */.lW.watchdog(app)),
            value: String(token),
        };
        return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
        .join('\n');
}
function target(path) {
    const place = (0,resources/* placeOf */.$t)(path);
    if (place === undefined)
        throw new Error(`${path} is not the path of a namespaced object`);
    const { group, plural, name } = place;
    return { resource: group === '' ? plural : `${plural}.${group}`, name };
}
function watchdogRole({ namespace, routes, services }) {
    const metadata = { name: watchdogAccount, namespace };
    const rule = (apiGroup, resource, names) => names.length === 0
        ? []
        : [
            {
                apiGroups: [apiGroup],
                resources: [resource],
                resourceNames: [...names],
                verbs: ['get', 'patch'],
            },
        ];
    return [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'Role',
            metadata,
            rules: [
                { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
                ...rule('', 'services', services),
                ...rule(resources/* resources */.ES.httpRoute.group, resources/* resources */.ES.httpRoute.plural, routes),
            ],
        },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: watchdogAccount },
            subjects: [{ kind: 'ServiceAccount', name: watchdogAccount, namespace }],
        },
    ];
}
function watchdogImage(strategy) {
    if (strategy.kind === 'rolling')
        return undefined;
    const chosen = strategy.watchdog;
    return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}
function watchdogProblem(strategy) {
    if (strategy.kind === 'rolling' || strategy.watchdog !== undefined)
        return undefined;
    return new errors/* UserError */.yo(`the ${strategy.kind} strategy does not set \`watchdog\`, which restores the traffic when a run is lost`, 'add `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off` to do without');
}
function waitingProblem(strategy) {
    if (strategy.kind !== 'canary' || watchdogImage(strategy) !== undefined)
        return undefined;
    const { steps, bake, 'on-inconclusive': way } = strategy;
    if (way !== 'rollback') {
        return new errors/* UserError */.yo(`\`on-inconclusive: ${way}\` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it`, 'set an image in `watchdog`, or use `on-inconclusive: rollback`');
    }
    if (bake.approve || steps.some(({ approve }) => approve === true)) {
        return new errors/* UserError */.yo('`approve` pauses a rollout whose candidate has traffic, and without a watchdog nothing restores the traffic if no run resumes it', 'set an image in `watchdog`, or remove `approve`');
    }
    const [long] = steps.filter(({ pause = 0 }) => pause > bake.attended);
    if (long !== undefined) {
        return new errors/* UserError */.yo(`the pause at ${long.weight} % is longer than \`attended\`, after which no run stays with it, and without a watchdog nothing restores the traffic if no run resumes the rollout`, 'set an image in `watchdog`, or shorten the pause');
    }
    if (bake.for <= bake.attended)
        return undefined;
    return new errors/* UserError */.yo('the bake is longer than `attended`, after which no run stays with it, and without a watchdog nothing restores the traffic if no run resumes the rollout', 'set an image in `watchdog`, or shorten the bake');
}
function exposureSentence(strategy) {
    if (strategy.kind === 'rolling') {
        return 'if the run is lost, the cluster finishes the rolling update, and the next run reports its outcome';
    }
    const most = strategy.kind === 'blue-green'
        ? 'all'
        : `up to ${Math.max(...strategy.steps.map(({ weight }) => weight), strategy.bake.weight)} %`;
    const { watchdogTimeout, watchdogInterval, watchdogReaction } = timing/* timing */.N;
    const within = seconds(watchdogTimeout + watchdogInterval + watchdogReaction);
    return watchdogImage(strategy) === undefined
        ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until another run, sweep or rollback, takes over`
        : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
}


/***/ }),

/***/ 18909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FI: () => (/* binding */ acceptable),
  gw: () => (/* binding */ observeServed),
  Dl: () => (/* binding */ pinnedImages),
  gu: () => (/* binding */ settled),
  Hy: () => (/* binding */ verifyWorkers),
  P5: () => (/* binding */ waitUntilServed)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/labels.js
var labels = __webpack_require__(75181);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(14485);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/toolkit/digest.js
var toolkit_digest = __webpack_require__(55914);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/retry.js
var retry = __webpack_require__(25726);
;// CONCATENATED MODULE: ./.build/js/src/verify/served.js

function judgeServed(observation) {
    const reasons = [
        ...endpointProblems(observation),
        ...observation.pods.flatMap(pod => podProblems(pod, observation)),
    ];
    return { ok: reasons.length === 0, reasons, zones: zonesOf(observation) };
}
function sharedDigests(images) {
    return images
        .map(({ names = [] }) => names.flatMap(name => (name.includes('@') ? (runningDigest(name) ?? []) : [])))
        .filter(digests => digests.length > 1);
}
function runningDigest(imageID) {
    return /(?:^|@|\/)(sha(?:256|512):[0-9a-f]+)$/.exec(imageID)?.[1];
}
function endpointProblems({ endpoints, pods }) {
    if (endpoints === undefined) {
        return pods.some(pod => pod.ready) ? [] : ['no pod of the workload is ready'];
    }
    if (endpoints.length === 0)
        return ['the Service has no ready endpoint, so no request can be answered'];
    const known = new Set(pods.map(pod => pod.name));
    return endpoints
        .filter(name => !known.has(name))
        .map(name => `the Service sends requests to pod ${name}, which does not belong to the release`);
}
function podProblems(pod, observation) {
    const { expected, endpoints } = observation;
    const getsRequests = pod.ready || endpoints?.includes(pod.name) === true;
    return Object.entries(expected).flatMap(([name, digests]) => {
        const container = pod.containers.find(candidate => candidate.name === name);
        if (container === undefined)
            return getsRequests ? [`pod ${pod.name} has no container ${name}`] : [];
        if (container.imageID === '' && !getsRequests)
            return [];
        const digest = runningDigest(container.imageID);
        if (proves(digest, digests, pod, observation))
            return [];
        const running = digest ?? (container.imageID === '' ? 'nothing yet' : `${container.imageID}, which has no digest`);
        return [
            `container ${name} of pod ${pod.name} runs ${(0,toolkit_digest/* shortDigests */.s)(running)}; expected ${(0,toolkit_digest/* shortDigests */.s)(digests.join(' or '))}`,
        ];
    });
}
function proves(digest, expected, { node }, { images }) {
    if (digest === undefined)
        return false;
    if (expected.includes(digest))
        return true;
    return (images?.[node] ?? []).some(digests => digests.includes(digest) && digests.some(each => expected.includes(each)));
}
function zonesOf(observation) {
    const { pods, zones } = observation;
    const zoneOf = (pod) => zones[pod.node] ?? 'unknown';
    return [...new Set(pods.map(zoneOf))].sort().map(zone => {
        const here = pods.filter(pod => zoneOf(pod) === zone);
        const matching = here.filter(pod => matches(pod, observation));
        return {
            zone,
            pods: here.length,
            ready: here.filter(pod => pod.ready).length,
            matching: matching.length,
        };
    });
}
function matches(pod, observation) {
    return Object.entries(observation.expected).every(([name, digests]) => {
        const container = pod.containers.find(candidate => candidate.name === name);
        const digest = container === undefined ? undefined : runningDigest(container.imageID);
        return proves(digest, digests, pod, observation);
    });
}

// EXTERNAL MODULE: ./.build/js/src/release/workloads/controllers.js
var controllers = __webpack_require__(70371);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/kinds.js
var kinds = __webpack_require__(17849);
// EXTERNAL MODULE: ./.build/js/src/release/workloads/pods.js
var workloads_pods = __webpack_require__(90352);
;// CONCATENATED MODULE: ./.build/js/src/release/workloads/served-digests.js










const settleTime = 10_000;
const untilSettled = { within: settleTime, delay: () => 250 };
function settled(cluster, path) {
    const unfinished = (live) => live !== undefined && !(0,controllers/* isComplete */.As)(live);
    return (0,retry/* retry */.L5)({ ...untilSettled, unfinished }, () => cluster.get(path));
}
function pinnedImages(live, record) {
    const spec = (0,kinds/* templateOf */.kW)(live)?.spec;
    const running = new Set(spec?.containers?.map(({ name }) => name));
    const containers = (0,kinds/* containersOf */.Mz)(spec).map(({ name, image = '' }) => ({ name, image }));
    if (record?.source !== 'released') {
        const pinned = containers.filter(({ name, image }) => running.has(name) && image.includes('@'));
        const images = Object.fromEntries(pinned.map(({ name, image }) => [name, image]));
        return { images, named: [], problems: [] };
    }
    const images = {};
    const named = new Set();
    const problems = [];
    for (const wanted of Object.values(record.images)) {
        for (const { name, image } of containers) {
            if (image === '' || (0,reference/* parseReference */.F2)(image).repository !== (0,reference/* parseReference */.F2)(wanted).repository)
                continue;
            named.add(wanted);
            if (running.has(name))
                images[name] = wanted;
            if (digestIn(image) !== digestIn(wanted)) {
                problems.push(`container ${name} has the image ${(0,toolkit_digest/* shortDigests */.s)(image)}, not ${(0,toolkit_digest/* shortDigests */.s)(wanted)} of release ${record.release}`);
            }
        }
    }
    if (Object.keys(images).length === 0)
        problems.push(`no container runs an image of release ${record.release}`);
    return { images, named: [...named], problems };
}
const digestIn = (image) => image.split('@')[1] ?? '';
async function acceptable(digests, registry, report) {
    const entries = Object.entries(digests).map(async ([container, image]) => {
        const digest = image.split('@')[1] ?? '';
        const resolved = await registry?.resolve((0,reference/* parseReference */.F2)(image)).catch(error => {
            report(`${image}: only its own digest can prove it, because the registry cannot be read: ${(0,errors/* describe */.q0)(error)}`);
            return undefined;
        });
        return [container, [digest, ...(resolved?.children ?? [])]];
    });
    return Object.fromEntries(await Promise.all(entries));
}
function waitUntilServed(cluster, environment, live, expected) {
    return (0,retry/* retry */.L5)({ ...untilSettled, unfinished: ({ ok }) => !ok }, () => observeServed(cluster, environment, live, expected));
}
async function observeServed(cluster, environment, live, expected) {
    const { namespace, service } = environment;
    const labelSelector = (0,workloads_pods/* selectorOf */.Bk)(live);
    const { revisions } = (0,kinds/* traitsOf */.JC)((0,kinds/* kindOf */.I)(live));
    const [pods, kept, slices, nodes] = await Promise.all([
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), { labelSelector }),
        revisions === undefined
            ? { items: [] }
            : cluster.list((0,resources/* pathOf */.XM)(revisions, namespace), { labelSelector }),
        service === undefined
            ? undefined
            : cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.endpointSlice, namespace), {
                labelSelector: `kubernetes.io/service-name=${service}`,
            }),
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.node, namespace)),
    ]);
    const isNewest = (0,workloads_pods/* newestOf */.su)(live, kept.items);
    const ours = pods.items.filter(pod => (0,workloads_pods/* isLiving */.O)(pod) && isNewest?.(pod));
    return judgeServed({
        pods: ours.map(pod => ({
            name: pod.metadata?.name ?? '',
            node: pod.spec?.nodeName ?? '',
            ready: (0,workloads_pods/* isReady */.i_)(pod),
            containers: (pod.status?.containerStatuses ?? []).map(({ name, image, imageID }) => ({
                name,
                image,
                imageID,
            })),
        })),
        ...(slices === undefined ? {} : { endpoints: readyEndpoints(slices.items) }),
        zones: Object.fromEntries(nodes.items.map(node => [node.metadata?.name ?? '', (0,labels/* zoneOf */.kE)(node) ?? 'unknown'])),
        images: Object.fromEntries(nodes.items.map(({ metadata, status }) => [metadata?.name ?? '', sharedDigests(status?.images ?? [])])),
        expected,
    });
}
function readyEndpoints(slices) {
    return slices.flatMap(slice => (slice.endpoints ?? [])
        .filter(endpoint => endpoint.conditions?.ready !== false)
        .map(endpoint => endpoint.targetRef?.name ?? endpoint.addresses[0] ?? 'unknown'));
}
async function verifyWorkers(cluster, { namespace }, refs, record, ask) {
    const proofs = refs.map(async (ref) => {
        const name = (0,kinds/* keyOf */.TN)(ref);
        const live = await settled(cluster, (0,kinds/* pathTo */.vs)(namespace, ref));
        if (live === undefined)
            return { name, pods: 0, matching: 0, named: [], reasons: [`${(0,kinds/* titleOf */.Gg)(ref)} is gone`] };
        const { images, named, problems } = pinnedImages(live, record);
        const served = (0,kinds/* replicasOf */.N4)(live) === 0
            ? { zones: [], reasons: [] }
            : await waitUntilServed(cluster, { namespace }, live, await acceptable(images, ask.registry, ask.report));
        const reasons = [
            ...(record === undefined ? [] : problems),
            ...((0,controllers/* isComplete */.As)(live) ? [] : [`not fully rolled out: ${(0,controllers/* progressText */.l_)(live)}`]),
            ...served.reasons,
        ].map(reason => `${(0,kinds/* titleOf */.Gg)(ref)}: ${reason}`);
        if (ref.kind === 'CronJob' && reasons.length === 0)
            ask.report(`${(0,kinds/* titleOf */.Gg)(ref)} names the right images; its pods cannot be verified before its next run`);
        const sum = (of) => served.zones.reduce((all, zone) => all + zone[of], 0);
        return { name, pods: sum('pods'), matching: sum('matching'), named, reasons };
    });
    const proved = await Promise.all(proofs);
    return {
        workers: proved.map(({ reasons: _, named: __, ...worker }) => worker),
        named: proved.flatMap(({ named }) => named),
        reasons: proved.flatMap(({ reasons }) => reasons),
    };
}


/***/ }),

/***/ 17121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ workersOf),
/* harmony export */   QF: () => (/* binding */ readWorkers),
/* harmony export */   l7: () => (/* binding */ releaseOf),
/* harmony export */   pZ: () => (/* binding */ requireWorkers),
/* harmony export */   r0: () => (/* binding */ workersIn),
/* harmony export */   r3: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   xD: () => (/* binding */ isWorker)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        const runsOurs = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object)
            .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec))
            .some(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))));
        if (!runsOurs || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .refOf */ .H8)(worker));
        const used = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .selects */ .ko)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ }),

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = tokenOn(object, app);
    if (present > token)
        throw new Error(`fencing token ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isRestoredByWatchdog(object, { app, token }, since) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= since && by <= token;
}


/***/ })

};
