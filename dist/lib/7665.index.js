export const id = 7665;
export const ids = [7665,5231];
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

/***/ 18706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   Pv: () => (/* binding */ there),
/* harmony export */   diagnoseRepository: () => (/* binding */ diagnoseRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _plan_coverage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36931);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77119);
/* harmony import */ var _toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(87506);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(61921);
/* harmony import */ var _quoting_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(18072);
/* harmony import */ var _wrappers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(57580);









const stepIn = (state) => (step, detail, command = '') => ({ step, state, detail, command });
const [there, missing, unknown] = [stepIn('there'), stepIn('missing'), stepIn('unknown')];
async function diagnoseRepository(repository, path, name, load) {
    const init = [
        'slipway init',
        ...((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path) === '.' ? [] : [`--folder ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path))}`]),
        ...(name === 'production' ? [] : [`--environment ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_7__/* .shellWord */ .r)(name)}`]),
    ].join(' ');
    const loaded = await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .userErrorOf */ .zb)(async () => {
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(path);
        return { config, environment: (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, name) };
    });
    if (loaded instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo) {
        const absent = !repository.paths.includes('slipway.yml') && loaded.message.endsWith('does not exist');
        const inner = repository.paths.filter(each => each.endsWith('/slipway.yml'));
        const others = inner.map(each => `slipway doctor${(0,_quoting_js__WEBPACK_IMPORTED_MODULE_5__.configOption)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), each))}`);
        const command = !absent ? `correct it: ${loaded.remedy}` : others.join(' && ') || init;
        const later = ['Dockerfile', 'manifests'].map(step => unknown(step, 'slipway.yml names it'));
        const steps = [missing('slipway.yml', loaded.message, command), ...later, ...aroundIt(repository, init)];
        return { steps, found: undefined, delivered: false };
    }
    const { config, environment } = loaded;
    const { kind, name: workload } = environment.workload;
    const delivered = environment.delivery !== undefined;
    const found = delivered
        ? undefined
        : await (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .userErrorOf */ .zb)(async () => {
            const read = await load(config);
            (0,_plan_coverage_js__WEBPACK_IMPORTED_MODULE_2__/* .validate */ .t)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment), read.environment, read.manifests);
            return read;
        });
    const refused = found instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo;
    const steps = [
        there('slipway.yml', `valid, with the environment ${name}`),
        dockerfiles(config, repository),
        refused
            ? missing('manifests', found.message, `correct them: ${found.remedy}`)
            : there('manifests', delivered
                ? 'the controller of `delivery` applies them'
                : `they hold ${kind}/${workload} and every image`),
        ...aroundIt(repository, init),
        ...(delivered ? [] : login(environment, repository)),
    ];
    return { steps, found: refused ? undefined : found, delivered };
}
function dockerfiles({ images }, { paths }) {
    const files = Object.values(images).map(_images_js__WEBPACK_IMPORTED_MODULE_4__/* .pathOfDockerfile */ .tq);
    const absent = files.filter(file => !paths.includes(file));
    return absent.length === 0
        ? there('Dockerfile', files.join(', '))
        : missing('Dockerfile', `${absent.join(', ')} does not exist`, `write it, or correct \`context\` and \`dockerfile\` in slipway.yml`);
}
function login({ cluster }, repository) {
    const workflow = (0,_wrappers_js__WEBPACK_IMPORTED_MODULE_6__/* .loginIn */ .Xj)(repository);
    if (workflow === undefined)
        return [];
    if (cluster !== undefined)
        return [there('login', "GitHub's OIDC token, through `cluster` in slipway.yml")];
    return [
        workflow.found
            ? there('login', `${workflow.path} logs in to the cluster`)
            : unknown('login', `no login to the cluster was found: slipway.yml has no \`cluster\`, and ${workflow.path} has neither a kubeconfig nor a login step`, "add one of them (docs/cluster.md of Slipway), unless the ServiceAccount of the runner's pod has the permissions"),
    ];
}
function aroundIt(repository, init) {
    const { missing: absent, unpinned } = (0,_wrappers_js__WEBPACK_IMPORTED_MODULE_6__/* .wrapperProblems */ .wp)(repository);
    return [
        absent.length === 0
            ? there('workflows', 'release, pull request and rollback')
            : missing('workflows', `nothing in .github/workflows does the work of ${absent.join(', ')}`, init),
        unpinned.length === 0
            ? there('commit', 'the workflows name a commit of Slipway')
            : missing('commit', `no commit of Slipway stands in ${unpinned.join(', ')}`, 'write the full commit of a release of Slipway after the @'),
        repository.remote === undefined
            ? missing('git remote', 'git has no remote `origin`', 'git remote add origin git@github.com:OWNER/NAME.git')
            : there('git remote', (0,_toolkit_url_passwords_js__WEBPACK_IMPORTED_MODULE_8__/* .withoutPasswords */ .h)(repository.remote)),
    ];
}


/***/ }),

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   folderOf: () => (/* binding */ folderOf),
/* harmony export */   isLock: () => (/* binding */ isLock),
/* harmony export */   labelOf: () => (/* binding */ labelOf),
/* harmony export */   readRepository: () => (/* binding */ readRepository),
/* harmony export */   remoteOf: () => (/* binding */ remoteOf),
/* harmony export */   requireInside: () => (/* binding */ requireInside)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);





const foreign = /(^|\/)(node_modules|vendor|\.?venv|__pycache__|\.git|\.terraform|\.gradle)\//;
const built = new Set(['dist', 'build', 'target', 'bin', 'obj', 'coverage', '.next', '.idea', '.vscode']);
const deepest = 8;
const mostTexts = 5000;
const largestText = 256 * 1024;
const readable = /\.(ya?ml|json|toml|xml|gradle|kts|csproj|props|[cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|txt|properties)$|(^|\/)(Dockerfile[^/]*|[^/]*\.Dockerfile|Makefile|Procfile|Gemfile|go\.mod|\.nvmrc|\.(ruby|python|node)-version|Kustomization)$/;
const isLock = (path) => /(^|\/)(package-lock\.json|pnpm-lock\.yaml)$/.test(path);
async function readRepository(folder, limit = mostTexts) {
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder);
    const [remote, head, current, prefix, listed, deleted] = await Promise.all([
        git(root, 'config', '--get', 'remote.origin.url'),
        git(root, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD'),
        git(root, 'symbolic-ref', '--short', 'HEAD'),
        git(root, 'rev-parse', '--show-prefix'),
        git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'),
        git(root, 'ls-files', '-z', '--deleted'),
    ]);
    const gone = new Set(deleted.split('\0'));
    const known = [...new Set(listed.split('\0'))].filter(path => !gone.has(path) && !foreign.test(path));
    const paths = listed === '' ? await filesIn(root, '') : known.filter(path => path !== '').sort();
    const top = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(root, '../'.repeat(prefix.split('/').length - 1)));
    const depth = (path) => path.split('/').length;
    const wanted = paths
        .filter(path => readable.test(path) && !isLock(path))
        .sort((a, b) => depth(a) - depth(b));
    const texts = new Map();
    for (const path of wanted.slice(0, limit)) {
        const text = await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path), top);
        if (text !== undefined)
            texts.set(path, text);
    }
    if (prefix !== '')
        for (const [path, text] of await workflowsAbove(top))
            texts.set(path, text);
    const taken = prefix === '' ? [] : await applicationsBeside(root, top, prefix);
    const branch = head.replace(/^origin\//, '') || (current === 'master' ? current : 'main');
    const unread = Math.max(0, wanted.length - limit);
    return {
        root,
        top,
        name: taken.includes(labelOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root))) ? prefix.slice(0, -1) : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(root),
        paths,
        texts,
        unread,
        remote: remote || undefined,
        branch,
        prefix,
    };
}
async function textOf(file, top) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(file).catch(() => '');
    if (!isInside(real, top))
        return undefined;
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(real);
    return found.isFile() && found.size <= largestText ? (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(real, 'utf8') : undefined;
}
const isInside = (path, top) => path === top || path.startsWith((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, '/'));
async function requireInside({ root, top }, path) {
    if (/(^|\/)\.git\//.test(path))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${path} cannot be written: it is inside .git`, 'name another Dockerfile');
    let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path));
    let real;
    while (real === undefined) {
        const isLink = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(folder).catch(() => undefined))?.isSymbolicLink() ?? false;
        real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder).catch(() => (isLink ? '' : undefined));
        if (real === undefined)
            folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder);
    }
    if (isInside(real, top))
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`${path} cannot be written: ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, folder)} is a symlink that points outside the repository`, 'replace it with a folder, then run slipway init again');
}
async function workflowsAbove(top) {
    const folder = '.github/workflows';
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, folder)).catch(() => []);
    const files = names.filter(name => /\.ya?ml$/.test(name));
    return Promise.all(files.map(async (name) => [
        `${folder}/${name}`,
        (await textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, folder, name), top)) ?? '',
    ]));
}
async function applicationsBeside(root, top, prefix) {
    const listed = await git(root, ...['ls-files', '--full-name', '-z', '--cached', '--others', '--exclude-standard'], ...['--', ':(top,glob)**/slipway.yml']);
    const paths = listed.split('\0').filter(path => path !== '' && path !== `${prefix}slipway.yml`);
    const texts = await Promise.all(paths.slice(0, mostTexts).map(path => textOf((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(top, path), top)));
    return texts.flatMap(text => /^app:[ \t]*["']?([\w-]+)/m.exec(text ?? '')?.[1] ?? []);
}
async function filesIn(root, folder, depth = 0) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, folder), { withFileTypes: true });
    const found = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (!entry.isDirectory())
            found.push(path);
        else if (depth < deepest && !built.has(entry.name) && !foreign.test(`${path}/`))
            found.push(...(await filesIn(root, path, depth + 1)));
    }
    return found;
}
async function git(folder, ...args) {
    const all = ['-C', folder, '-c', 'core.fsmonitor=false', ...args];
    const answer = await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)('git', all, { maxBuffer: 64 << 20 }).catch(() => ({ stdout: '' }));
    return answer.stdout.trim();
}
function remoteOf(url) {
    const [, host = '', owner = '', name = ''] = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^/:@]+)(?::\d+)?[:/](?:.*\/)?([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url ?? '') ?? [];
    return name === '' ? undefined : { host, owner, name };
}
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const labelOf = (text, longest = 40) => text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-*(?=\d)/, 'app-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '') || 'app';


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
