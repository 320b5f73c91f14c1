export const id = 6900;
export const ids = [6900,8036];
export const modules = {

/***/ 24209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgeReleases: () => (/* binding */ judgeReleases)
/* harmony export */ });
/* harmony import */ var _release_store_releases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24576);
/* harmony import */ var _release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90352);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _showing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69105);




const strategies = [
    ['canary', 'C9'],
    ['blue-green', 'C8'],
    ['rolling', 'C10'],
];
function judgeReleases({ releases, live, pods, registry }, { images }, environmentName, { either, unknown, none }) {
    const current = releases.find(({ record }) => record.release === live);
    if (current === undefined)
        return either('C5', 'release-recorded', '', `there is no record of release ${live}, which serves`, 'find out who deleted or changed it, then release again');
    const { record, outcome } = current;
    const said = `release ${live}`;
    const unpinned = Object.entries(record.images).filter(([, image]) => !image.includes('@sha256:'));
    const unsigned = Object.keys(images).filter(name => record.signatures?.[name] === undefined);
    const missing = Object.keys(images).filter(name => record.images[name] === undefined);
    const earlier = releases.filter(each => each.record.release < live);
    const strategyOf = ({ record: { config } }) => {
        const found = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(config) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(config.environments) ? config.environments[environmentName] : undefined;
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(found) && (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(found.strategy) ? found : undefined;
    };
    const kindOf = (each) => strategyOf(each)?.strategy?.kind ?? 'rolling';
    const isGated = strategyOf(current)?.gate !== undefined && kindOf(current) !== 'rolling';
    return [
        ...either('C5', 'release-recorded', `${said} is recorded, with its outcome`, outcome === undefined ? `${said} has no outcome` : undefined, 'run `slipway sweep`'),
        ...either('Z3', 'release-origin', `${said} came from ${record.by.run}`, record.by.revision === undefined ? `${said} was made by hand, by ${record.by.actor}` : undefined, 'release from the pipeline'),
        ...either(['Z3', 'A7', 'I10'], 'release-digest', `${said} names its images by digest`, (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(unpinned.map(([name]) => `${said} names the image ${name} by a tag`)), 'release again, without `adopt`'),
        ...either('Z2', 'release-images', `${said} has all images of slipway.yml`, (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(missing.map(name => `${said} has no image ${name}`)), 'release all images together'),
        ...either('C6', 'release-verified', `${said} was verified`, outcome?.state === 'verified' ? undefined : `${said} was not verified`, 'run `slipway verify`'),
        ...either('Z5', 'release-signed', `the signatures of ${said} were verified`, (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(unsigned.map(name => `${said} was made without a verified signature of ${name}`)), 'add `signing` to slipway.yml'),
        ...(earlier.length === 0
            ? unknown('C11', 'release-restorable', 'there is no earlier release')
            : either('C11', 'release-restorable', `release ${earlier.find(_release_store_releases_js__WEBPACK_IMPORTED_MODULE_0__.isRestorableRelease)?.record.release} can be restored`, earlier.some(_release_store_releases_js__WEBPACK_IMPORTED_MODULE_0__.isRestorableRelease) ? undefined : 'no earlier release can be restored', 'release a version that can be verified')),
        ...(isGated
            ? either('C7', 'release-gate', `a gate judged ${said}`, outcome?.state === 'failed' ? `${said} failed` : undefined)
            : []),
        ...strategies.flatMap(([kind, id]) => {
            const used = releases.filter(each => kindOf(each) === kind && each.record.source === 'released');
            const [last] = used;
            if (last === undefined)
                return none(id, `release-${kind}`, `no recorded release used the strategy ${kind}`);
            const { state, reason = '' } = last.outcome ?? {};
            const name = `the ${kind} release ${last.record.release}`;
            if (state === undefined)
                return unknown(id, `release-${kind}`, `${name} has no outcome`);
            return either(id, `release-${kind}`, `${name} ended as ${state}`, state === 'failed' ? `${name} failed: ${reason}`.slice(0, 300) : undefined, 'see its decision record');
        }),
        ...podResults(),
        ...registryResults(),
    ];
    function podResults() {
        const ids = ['A6', 'A7'];
        if (!pods.known)
            return unknown(ids, 'release-pods', pods.why);
        if (pods.value.length === 0)
            return unknown(ids, 'release-pods', 'none of its pods runs');
        const known = Object.values(record.images);
        const wrong = pods.value.filter(pod => !(0,_release_workloads_pods_js__WEBPACK_IMPORTED_MODULE_1__/* .isReady */ .i_)(pod) || !pod.spec?.containers.some(({ image = '' }) => known.includes(image)));
        return either(ids, 'release-pods', `${pods.value.length} ready pods run the images of ${said}`, (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(wrong.map(({ metadata }) => `the pod ${metadata?.name} is not ready, or runs no image of ${said}`)), 'run `slipway verify`');
    }
    function registryResults() {
        const ids = ['A4', 'A6', 'C15'];
        if (!registry.known)
            return unknown([...ids, 'I8'], 'registry-images', registry.why);
        const found = [...registry.value];
        const gone = found.filter(([, platforms]) => platforms === undefined);
        const lacking = found.flatMap(([name, platforms]) => (images[name]?.platforms ?? [])
            .filter(each => platforms?.includes(each) === false)
            .map(each => `the image ${name} lacks ${each}`));
        return [
            ...either(ids, 'registry-images', `the registry has ${found.length} images of ${said}`, (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(gone.map(([name]) => `the registry has no image ${name} of ${said}`)), 'push it again, or roll back'),
            ...(gone.length > 0
                ? []
                : either('I8', 'registry-platforms', 'the images have all their platforms', (0,_showing_js__WEBPACK_IMPORTED_MODULE_3__/* .problemIn */ .D)(lacking), 'build the image for that platform')),
        ];
    }
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

/***/ 90352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);


const revisionLabel = 'controller-revision-hash';
function isReady(pod) {
    return pod.status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const isOwnedBy = ({ metadata }, uid) => uid !== undefined && (metadata?.ownerReferences?.some(owner => owner.uid === uid) ?? false);
function podsOwnedBy(workload, revisions) {
    const own = workload?.metadata?.uid;
    const owners = [
        own,
        ...revisions.filter(each => isOwnedBy(each, own)).map(({ metadata }) => metadata?.uid),
    ];
    return pod => owners.some(uid => isOwnedBy(pod, uid));
}
const podsOfTrack = ({ pods }, track) => pods.filter(pod => (pod.metadata?.labels?.[_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.track] === 'canary') === (track === 'canary'));
function readyOf(objects) {
    const { workload, canary, revisions } = objects;
    const count = (track, owner) => {
        const isOwn = podsOwnedBy(owner, revisions);
        return podsOfTrack(objects, track).filter(pod => isLiving(pod) && isReady(pod) && isOwn(pod)).length;
    };
    return { stable: count('stable', workload), canary: count('canary', canary) };
}
function newestOf(workload, revisions) {
    const own = workload.metadata?.uid;
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.kindOf)(workload)) {
        case 'StatefulSet': {
            const { updateRevision } = workload.status ?? {};
            if (updateRevision === undefined)
                return undefined;
            return pod => isOwnedBy(pod, own) && revisionOfPod(pod) === updateRevision;
        }
        case 'DaemonSet': {
            const hash = revisionWith(workload, revisions)?.metadata?.labels?.[revisionLabel];
            return hash === undefined ? undefined : pod => isOwnedBy(pod, own) && revisionOfPod(pod) === hash;
        }
        case 'CronJob':
            return undefined;
        default: {
            const set = newestReplicaSet(workload, revisions);
            if (set !== undefined && numberOf(set) < numberOf(workload))
                return undefined;
            return pod => isOwnedBy(pod, set?.metadata?.uid);
        }
    }
}
function newestReplicaSet(deployment, replicaSets) {
    return replicaSets
        .filter(set => isOwnedBy(set, deployment.metadata?.uid))
        .sort((a, b) => numberOf(b) - numberOf(a))[0];
}
function numberOf({ metadata }) {
    return Number(metadata?.annotations?.['deployment.kubernetes.io/revision'] ?? 0);
}
const revisionOfPod = ({ metadata }) => metadata?.labels?.[revisionLabel];
function revisionWith(workload, revisions) {
    const wanted = plain((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__.templateOf)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) && plain(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const plain = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
function selectorOf(workload) {
    const { matchLabels, matchExpressions } = workload?.spec?.selector ?? {};
    return [
        ...Object.entries(matchLabels ?? {}).map(([key, value]) => `${key}=${value}`),
        ...(matchExpressions ?? []).map(({ key, operator, values }) => {
            if (operator === 'Exists')
                return key;
            if (operator === 'DoesNotExist')
                return `!${key}`;
            return `${key} ${operator.toLowerCase()} (${(values ?? []).join(',')})`;
        }),
    ].join(',');
}
const containerStatusesOf = ({ status }) => [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
];
const isStarting = (reason) => reason === undefined || reason === 'ContainerCreating' || reason === 'PodInitializing';


/***/ })

};
