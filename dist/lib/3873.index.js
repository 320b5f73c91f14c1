export const id = 3873;
export const ids = [3873];
export const modules = {

/***/ 78444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inUse: () => (/* binding */ inUse)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _image_mentions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(772);
/* harmony import */ var _release_store_releases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46695);
/* harmony import */ var _release_store_retention_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23647);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5259);






async function inUse(cluster, app, { name, environment }) {
    const { namespace, workload } = environment;
    const refs = [workload, ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .workersOf */ .N)(environment)];
    const [pods, liveObjects, versions, releases] = await Promise.all([
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace)),
        Promise.all(refs.map(async (ref) => [ref, await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .pathTo */ .vs)(namespace, ref))])),
        (0,_release_store_retention_js__WEBPACK_IMPORTED_MODULE_3__/* .listRevisions */ .VW)(cluster, namespace, refs),
        environment.delivery === undefined ? new _release_store_releases_js__WEBPACK_IMPORTED_MODULE_2__/* .ReleaseStore */ .T(cluster, namespace, app).list() : [],
    ]);
    const named = [
        ...pods.items.map(pod => [`pod ${nameOf(pod)} of ${name}`, pod]),
        ...liveObjects.map(([ref, live]) => [`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)(ref)} of ${name}`, live]),
        ...versions.map(each => [`${nameOf(each)}, an earlier version in ${name}`, each]),
        ...releases.map(each => [`release ${each.record.release} of ${name}`, each]),
    ];
    const digests = new Map();
    const tags = new Map();
    for (const [who, object] of named) {
        const text = JSON.stringify(object) ?? '';
        for (const digest of (0,_image_mentions_js__WEBPACK_IMPORTED_MODULE_1__/* .digestsIn */ .V)(text))
            if (!digests.has(digest))
                digests.set(digest, who);
        for (const { repository, tag = 'latest', digest } of (0,_image_mentions_js__WEBPACK_IMPORTED_MODULE_1__/* .imagesIn */ .o)(text)) {
            const at = `${repository}:${tag}`;
            if (digest === undefined && !tags.has(at))
                tags.set(at, who);
        }
    }
    const main = liveObjects.find(([ref]) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(ref) === (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)(workload))?.[1];
    return { digests, tags, found: main !== undefined || releases.length > 0 };
}
const nameOf = ({ metadata }) => metadata?.name ?? '';


/***/ }),

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

/***/ 23647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ pathOfCopy),
/* harmony export */   VW: () => (/* binding */ listRevisions),
/* harmony export */   iO: () => (/* binding */ collectGarbage)
/* harmony export */ });
/* unused harmony exports expiredReleases, unusedCopies */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91490);
/* harmony import */ var _releases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46695);
/* harmony import */ var _reversibility_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95606);





const keptReleases = 10;
function expiredReleases(releases) {
    const kept = new Set(releases.slice(0, keptReleases).map(({ record }) => record.release));
    const verified = releases.find(({ outcome }) => outcome?.state === 'verified');
    if (verified !== undefined)
        kept.add(verified.record.release);
    const whole = releases.find(_releases_js__WEBPACK_IMPORTED_MODULE_3__/* .hasSucceeded */ .yO);
    if (whole !== undefined)
        kept.add(whole.record.release);
    const baselines = releases
        .filter(({ record }) => kept.has(record.release))
        .map(({ record }) => record.baseline);
    for (const baseline of baselines)
        if (baseline !== undefined)
            kept.add(baseline);
    const [irreversible] = (0,_reversibility_js__WEBPACK_IMPORTED_MODULE_4__/* .irreversibleSince */ .BW)(releases.slice(keptReleases), Math.min(...kept));
    if (irreversible !== undefined)
        kept.add(irreversible.record.release);
    return releases.filter(({ record }) => !kept.has(record.release));
}
function unusedCopies(gone, kept, revisions) {
    const needed = new Set(kept.flatMap(({ record }) => record.shipped.map(({ kind, copy }) => `${kind}/${copy}`)));
    const used = JSON.stringify([
        revisions,
        kept.map(({ record, outcome }) => [outcome?.template, outcome?.workers, record.workers]),
    ]);
    const candidates = gone.flatMap(({ record }) => record.shipped);
    return candidates.filter(({ kind, copy }) => !needed.has(`${kind}/${copy}`) && !used.includes(`"${copy}"`));
}
const pathOfCopy = (namespace, { kind, copy }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(kind === 'ConfigMap' ? _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.configMap : _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.secret, namespace, copy);
const isShipped = (live, app) => live?.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.app] === app && live.metadata.labels[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.kind] === 'shipped';
async function collectGarbage(cluster, namespace, app, refs, releases) {
    const gone = expiredReleases(releases);
    if (gone.length === 0)
        return;
    const kept = releases.filter(release => !gone.includes(release));
    const revisions = await listRevisions(cluster, namespace, refs);
    for (const { kind, copy } of unusedCopies(gone, kept, revisions)) {
        const path = pathOfCopy(namespace, { kind, copy });
        const live = await cluster.get(path);
        if (isShipped(live, app))
            await cluster.remove(path, live?.metadata?.uid);
    }
    const records = new _releases_js__WEBPACK_IMPORTED_MODULE_3__/* .ReleaseStore */ .T(cluster, namespace, app);
    for (const { record } of gone)
        await records.remove(record.release);
}
async function listRevisions(cluster, namespace, refs) {
    const kept = new Set(refs.flatMap(({ kind }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__/* .traitsOf */ .JC)(kind).revisions ?? []));
    const lists = await Promise.all([...kept].map(resource => cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace))));
    return lists.flatMap(({ items }) => items);
}


/***/ }),

/***/ 95606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ irreversibleSince),
/* harmony export */   GA: () => (/* binding */ needsActionBecause),
/* harmony export */   QN: () => (/* binding */ forcedBecause),
/* harmony export */   e4: () => (/* binding */ hasReplacedBaseline),
/* harmony export */   h6: () => (/* binding */ reversibilityOf),
/* harmony export */   sx: () => (/* binding */ rollbackProblem)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);


function irreversibleSince(releases, to) {
    return releases.filter(({ record, outcome }) => record.release > to && record.reversible === false && outcome?.state !== 'rolled-back');
}
function reversibilityOf({ reversible = true }, kind, baseline, releases) {
    const skipped = baseline === undefined ? [] : irreversibleSince(releases, baseline);
    if (baseline === undefined || (reversible && skipped.length === 0)) {
        return { reversible: true, said: [], problems: [] };
    }
    const why = reversible
        ? `A rollback of this release would go past release ${skipped[0]?.record.release}, which is marked as not reversible`
        : 'This release is marked as not reversible';
    const until = kind === 'canary'
        ? 'If this release fails before its promotion, the traffic is restored to the baseline. If it fails later, it needs action'
        : 'If this release does not become ready, it needs action';
    return {
        reversible: false,
        said: [
            `${why}. ${until} instead of a rollback. A rollback to an earlier release is refused unless the input \`force\` gives a reason.`,
        ],
        problems: kind === 'blue-green' ? [noSwitchBack] : [],
    };
}
const noSwitchBack = new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('this release is not reversible, but a blue-green release must be able to switch back at once', 'use `strategy: {rolling: {}}`, or a canary if both versions can run side by side');
const needsActionBecause = (release, reason) => `${reason}; release ${release} is not reversible, so it is not rolled back: release a version that works, or roll back with \`force\``;
function hasReplacedBaseline({ phase, strategy }, written) {
    return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}
function rollbackProblem(releases, to, force, under) {
    if (to === undefined || force !== undefined)
        return undefined;
    const [newest] = irreversibleSince(releases, to).filter(({ record }) => record.release !== under?.candidate || hasReplacedBaseline(under, true));
    if (newest === undefined)
        return undefined;
    const { release, by } = newest.record;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${release} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(by)}) is marked as not reversible, so release ${to} must not be restored after it`, 'release a version that works with its data, or set the input `force` of the rollback to a reason, such as `the old column is still there`');
}
const forcedBecause = (force) => `although this goes past a release that is not reversible: ${force}`;


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


/***/ }),

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   Et: () => (/* binding */ floorOf),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   N0: () => (/* binding */ tokensOfOthers),
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   _X: () => (/* binding */ testUnchanged),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   pI: () => (/* binding */ parseToken),
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
    return parseToken(annotation(object, annotationOf.token(app)));
}
function tokensOfOthers(object, app) {
    const isOther = ([name, value]) => name.startsWith(annotationOf.token('')) && name !== annotationOf.token(app) && parseToken(value) > 0;
    return Object.fromEntries(Object.entries(object.metadata?.annotations ?? {}).filter(isOther));
}
function parseToken(text) {
    return /^[1-9]\d{0,9}$/.test(text ?? '') ? Number(text) : 0;
}
const beyondCounting = 9e9;
function floorOf(tokens) {
    return Math.max(0, ...tokens.filter(each => each < beyondCounting));
}
function isNewer(there, token) {
    return there > token && (there < beyondCounting || token >= beyondCounting);
}
function testUnchanged({ metadata }, name) {
    const value = metadata?.annotations?.[name];
    return value === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: metadata?.resourceVersion }
        : { op: 'test', path: annotationPointer(name), value };
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    if (tokenOn(object, app) === token)
        return [];
    const { annotations, uid } = object.metadata ?? {};
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        testUnchanged(object, name),
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
function isRestoredByWatchdog(object, { app, token }, firstToken) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= firstToken && by <= token;
}


/***/ }),

/***/ 5259:
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
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isOf */ .yW)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .keyOf */ .TN));
    const unlisted = manifests.flatMap(({ object }) => {
        if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object), ours) === undefined || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(object.kind))
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
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(worker);
        if (ours.size > 0 && (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .ownContainerIn */ .XD)(template === undefined ? [] : [template], ours) === undefined) {
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
function templatesOf(liveWorkers) {
    return Object.fromEntries(Object.entries(liveWorkers).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ })

};
