export const id = 9706;
export const ids = [9706];
export const modules = {

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ }),

/***/ 12710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _f: () => (/* binding */ compareWithLive),
/* harmony export */   differences: () => (/* binding */ differences),
/* harmony export */   hK: () => (/* binding */ holdsSecret)
/* harmony export */ });
/* unused harmony export changeOf */
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _release_preflight_live_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75961);
/* harmony import */ var _release_preflight_strategy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(28606);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60512);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5259);









const hidden = '(not shown)';
const longestValue = 300;
const noise = [
    /^apiVersion$/,
    /^kind$/,
    /^status(\.|$)/,
    /^metadata\.(name|managedFields|resourceVersion|uid|creationTimestamp|generation|selfLink|namespace)(\.|\[|$)/,
    /^metadata\.labels\["slipway\.dev\/(app|kind)"\]$/,
    /^metadata\.annotations\["(kubectl\.kubernetes\.io\/last-applied-configuration|deployment\.kubernetes\.io\/revision|slipway\.dev\/[^"]+)"\]$/,
];
function differences(before, after, ignored = []) {
    const secret = (after ?? before)?.kind === 'Secret';
    const isNoise = (path) => ignored.includes(path) || noise.some(pattern => pattern.test(path));
    const all = new Map(leaves(before, after, '').map(leaf => [leaf[0], leaf]));
    return [...all.values()]
        .filter(([path, a, b]) => JSON.stringify(a) !== JSON.stringify(b) && !isNoise(path))
        .map(([path, a, b]) => {
        const values = [a, b].filter(value => value !== undefined).map(value => JSON.stringify(value));
        const hide = isSecret(path, secret, all) || values.some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .looksSecret */ .n0);
        const show = (value) => (hide ? hidden : shortened(JSON.stringify(value)));
        return {
            path,
            ...(a === undefined ? {} : { before: show(a) }),
            ...(b === undefined ? {} : { after: show(b) }),
        };
    })
        .sort((one, other) => (one.path < other.path ? -1 : 1));
}
const holdsSecret = (object) => differences(undefined, object).some(({ after }) => after === hidden);
function isSecret(path, secret, all) {
    if (secret)
        return /^(data|stringData)/.test(path);
    const variable = /^(.*\.env\[(.+)\])\.value$/.exec(path);
    const key = /^(?:data|binaryData|metadata\.annotations)(?:\.(.+)|\["(.+)"\])$/.exec(path);
    const [, item, name = key?.[1] ?? key?.[2] ?? ''] = variable ?? [];
    if ((0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .namesSecret */ .L4)(name))
        return true;
    if (item !== undefined)
        return sidesOf(all.get(`${item}.name`)).some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .namesSecret */ .L4);
    const [, list, index] = /^(.*\.(?:args|command))\[(\d+)\]$/.exec(path) ?? [];
    return sidesOf(all.get(`${list}[${Number(index) - 1}]`)).some(_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_4__/* .announcesSecret */ .RP);
}
const sidesOf = (leaf) => (leaf?.slice(1) ?? []).filter(side => typeof side === 'string');
function shortened(value) {
    return value.length <= longestValue
        ? value
        : `${value.slice(0, longestValue)}… (${value.length} characters)`;
}
function leaves(before, after, path) {
    const sides = [before, after];
    const given = sides.filter(side => side !== undefined);
    const filled = given.some(side => typeof side === 'object' && side !== null && Object.keys(side).length > 0);
    if (filled && given.every(Array.isArray)) {
        const [a, b] = sides.map(side => (side ?? []));
        return inner(itemsOf(a, identifierOf(a, b)), itemsOf(b, identifierOf(a, b)), name => `${path}[${name}]`);
    }
    if (filled && given.every(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)) {
        const [a, b] = sides.map(side => new Map(Object.entries(side ?? {})));
        return inner(a ?? new Map(), b ?? new Map(), key => join(path, key));
    }
    return [[path, before, after]];
}
function inner(a, b, pathOf) {
    const keys = new Set([...a.keys(), ...b.keys()]);
    return [...keys].flatMap(key => leaves(a.get(key), b.get(key), pathOf(key)));
}
const itemsOf = (list, key) => new Map(list.map((item, index) => [key === undefined ? String(index) : nameIn(item, key), item]));
const nameIn = (item, key) => String(item[key]);
function identifierOf(...lists) {
    return ['name', 'mountPath', 'containerPort', 'port', 'type', 'key'].find(key => lists.every(list => {
        const names = list.map(item => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_8__/* .isMap */ .jh)(item) ? item[key] : undefined));
        const good = names.every(name => typeof name === 'string' || typeof name === 'number');
        return good && new Set(names).size === names.length;
    }));
}
const join = (path, key) => {
    if (!/^[A-Za-z0-9_-]+$/.test(key))
        return `${path}["${key}"]`;
    return path === '' ? key : `${path}.${key}`;
};
async function compareWithLive(cluster, target, comparison) {
    const { manifest, resource, path } = target;
    const { kind } = manifest.object;
    const copy = comparison.shipped.find(each => each.kind === kind && each.copy === manifest.name);
    if (copy === undefined) {
        const change = changeOf(`${kind}/${manifest.name}`, target, target.live, comparison);
        return (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .isWorker */ .xD)(manifest, comparison.environment) ? followingNote(change, kind, comparison) : change;
    }
    const before = comparison.baseline?.record.shipped.find(each => each.kind === copy.kind && each.name === copy.name);
    const { namespace } = comparison.environment;
    const live = (await cluster.get(path)) ?? (before && (await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(resource, namespace, before.copy))));
    const change = changeOf(`${kind}/${copy.name}`, target, live, comparison);
    if (change.what === 'refused')
        return change;
    const as = comparison.salted ? `as ${copy.copy}` : 'under an immutable name';
    return { ...change, note: change.what === 'same' ? 'is already shipped' : `is shipped ${as}` };
}
function followingNote(change, worker, { environment, liveState }) {
    const { kind } = (0,_release_preflight_strategy_js__WEBPACK_IMPORTED_MODULE_3__/* .strategyFor */ .fY)(environment, liveState);
    const what = worker === 'CronJob' ? 'for its next run,' : 'updated';
    const when = `${what} ${kind === 'rolling' ? 'once the workload is ready' : 'after the verdict'}`;
    const note = change.note === undefined ? when : `${change.note}; ${when}`;
    return { ...change, note };
}
function changeOf(object, { manifest, objection, would }, live, { environment, liveState }) {
    if (would === undefined)
        return { object, what: 'refused', differences: [], note: objection ?? 'the dry run failed' };
    if (live === undefined)
        return { object, what: 'create', differences: differences(undefined, manifest.object) };
    const scaled = (liveState.autoscaler !== undefined && (0,_release_preflight_live_state_js__WEBPACK_IMPORTED_MODULE_2__/* .isWorkload */ .gv)(manifest, environment)) ||
        ((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .isWorker */ .xD)(manifest, environment) &&
            liveState.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_6__/* .refOf */ .H8)(manifest.object))]?.autoscaler !== undefined);
    const found = differences(live, would, scaled ? ['spec.replicas'] : []);
    const blind = (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .ownershipPatch */ .QJ)(withoutMarks(live.metadata), (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_5__/* .mayTakeFromHelm */ .z$)(live, environment)) !== undefined ||
        (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .wasAppliedClientSide */ .Te)(live);
    const what = found.length === 0 ? 'same' : 'change';
    const note = 'was last written by a rollout or another tool: fields that the release removes may be missing here';
    return { object, what, differences: found, ...(blind ? { note } : {}) };
}
function withoutMarks(metadata) {
    if (metadata?.managedFields === undefined)
        return metadata;
    const managedFields = metadata.managedFields.filter(({ fieldsV1 }) => !onlyMarks(fieldsV1));
    return { ...metadata, managedFields };
}
const onlyMarks = (fields) => /^\{"f:metadata":\{"f:annotations":\{("f:slipway\.dev\/[^"]+":\{\},?)+\}\}\}$/.test(JSON.stringify(fields) ?? '');


/***/ }),

/***/ 34730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ drift),
/* harmony export */   e: () => (/* binding */ appearances)
/* harmony export */ });
/* harmony import */ var _plan_difference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12710);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88325);



function drift(expected, found) {
    const [then, now] = [byKey(expected), byKey(found)];
    const scaled = scaledIn([...expected.objects, ...found.objects]);
    return [
        ...appearances(new Set(then.keys()), new Set(now.keys())),
        ...[...then].flatMap(([key, before]) => {
            const after = now.get(key);
            if (after === undefined)
                return [];
            return (0,_plan_difference_js__WEBPACK_IMPORTED_MODULE_0__.differences)(before, after, scaled.has(key) ? ['spec.replicas'] : []).map((each) => ({
                kind: 'changed',
                object: key,
                field: each.path,
                sentence: sentenceOf(key, each),
            }));
        }),
    ].sort((a, b) => (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(a.object, b.object) || (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(a.field ?? '', b.field ?? ''));
}
const appearances = (then, now) => [
    ...[...then.difference(now)].map((object) => ({ kind: 'missing', object, sentence: `${object} is missing` })),
    ...[...now.difference(then)].map((object) => ({ kind: 'unexpected', object, sentence: `${object} is new` })),
];
function sentenceOf(object, { path, before, after }) {
    if (before === undefined)
        return `${object} has ${path} = ${after}, which it did not have before`;
    if (after === undefined)
        return `${object} no longer has ${path}, which was ${before}`;
    return `${object} has ${path} = ${after}, which was ${before}`;
}
const byKey = ({ objects }) => new Map(objects.map(each => [(0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)(each), each]));
function scaledIn(objects) {
    const keys = objects.flatMap(object => {
        if (object.kind !== 'HorizontalPodAutoscaler' || !(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(object.spec))
            return [];
        const { scaleTargetRef: target } = object.spec;
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(target))
            return [];
        const { apiVersion = '', kind, name } = target;
        const metadata = { ...object.metadata, name: String(name) };
        return [(0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .keyOf */ .TN)({ apiVersion: String(apiVersion), kind: String(kind), metadata })];
    });
    return new Set(keys);
}


/***/ }),

/***/ 68036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  lj: () => (/* binding */ heartbeatPatch),
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
// EXTERNAL MODULE: ./.build/js/src/workloads/naming.js
var naming = __webpack_require__(91490);
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
        forbidden) printf '%s\\n' "is not allowed to write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# Sends the writes, then the fallback if one of them no longer fits or fails for another reason. Returns what send does, but 2, the sign
# of a newer run, only if both return it.
restore_traffic() {
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
printf '%s\\n' 'apiVersion: v1' 'kind: Config' 'current-context: here' \\
  "clusters: [{name: here, cluster: $cluster}]" \\
  "users: [{name: here, user: {tokenFile: $account/token}}]" \\
  'contexts: [{name: here, context: {cluster: here, user: here}}]' >"$KUBECONFIG"

trap 'exit 0' TERM INT
now=0
while :; do
  restore_traffic dry
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
    restore_traffic
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
function heartbeatPatch(uid, heartbeat) {
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
function watchdogRole({ app, namespace, routes, services }) {
    const metadata = { name: `${watchdogAccount}:${app}`, namespace };
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
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: watchdogAccount, namespace } },
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
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
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
    const [long] = steps.filter(({ pause = 0 }) => pause > bake['hand-over-after']);
    if (long !== undefined) {
        return new errors/* UserError */.yo(`the pause at ${long.weight} % is longer than \`hand-over-after\`, so the run ends before the pause does. Without a watchdog, nothing restores the traffic if no run resumes the rollout`, 'set an image in `watchdog`, or shorten the pause');
    }
    if (bake.for <= bake['hand-over-after'])
        return undefined;
    return new errors/* UserError */.yo('the bake is longer than `hand-over-after`, so the run ends before the bake does. Without a watchdog, nothing restores the traffic if no run resumes the rollout', 'set an image in `watchdog`, or shorten the bake');
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
        ? `without a watchdog, a lost run leaves ${most} of the requests with the candidate until \`sweep\`, a rollback or the next release takes over`
        : `a lost run leaves ${most} of the requests with the candidate for at most ${within} s, then the watchdog restores the traffic`;
}


/***/ })

};
