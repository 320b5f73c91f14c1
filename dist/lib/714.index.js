export const id = 714;
export const ids = [714];
export const modules = {

/***/ 4382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6971);



function prepareManifests(manifests, environment, images) {
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Deployment/${environment.workload.name} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_2__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, the environment for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests hold no ${kind}/${name}${others.length === 0 ? '' : ` (but ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function podTemplatesOf(object) {
    if (object.kind === 'Pod')
        return [object];
    const spec = object.spec;
    const template = object.kind === 'CronJob' ? spec?.jobTemplate?.spec?.template : spec?.template;
    return template?.spec === undefined ? [] : [template];
}
function containersOf(spec) {
    return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])];
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => podTemplatesOf(m.object).flatMap(t => containersOf(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repositoryOf(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => repositoryOf(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'make `repository` in slipway.yml and `image` in the manifest equal');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ }),

/***/ 7248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FQ: () => (/* binding */ beatPatch),
  e$: () => (/* binding */ beatSeconds),
  __: () => (/* binding */ deadManAccount),
  uH: () => (/* binding */ deadManImage),
  kX: () => (/* binding */ deadManJob),
  Q6: () => (/* binding */ deadManName),
  uM: () => (/* binding */ deadManProblem),
  DV: () => (/* binding */ exposureSentence),
  bk: () => (/* binding */ heartbeatData),
  wF: () => (/* binding */ isWatching)
});

// UNUSED EXPORTS: deadManRole, patienceSeconds

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var cluster_resources = __webpack_require__(4485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/traffic/fence.js
var fence = __webpack_require__(3590);
;// CONCATENATED MODULE: ./.build/js/src/release/dead-man-script.js
const script = `set -u

# What the API server said to a call: ok, gone (404), refused (422, 409), forbidden, or away.
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
    *'(Invalid)'* | *'(Conflict)'* | *'request is invalid'* | *'due to an error in our request'*) outcome=refused ;;
  esac
}

ask_curl() {
  token=
  # The file may end without a newline, which read calls a failure. It is read anew each time, for tokens are rotated.
  read -r token <"$account/token" || :
  url=$server$2
  if [ "$1" = get ]; then
    set -- --max-time 5 "$url"
  else
    set -- --max-time 10 --request PATCH --header 'Content-Type: application/json-patch+json' \\
      --data-raw "$5" "$url\${6:+?dryRun=All}"
  fi
  # By standard input, so that the token is in no list of processes.
  body=$(printf 'header = "Authorization: Bearer %s"\\n' "$token" |
    curl --config - --silent --show-error --cacert "$account/ca.crt" --write-out ' %{http_code}' "$@" 2>&1) || return 0
  case $body in
    *' 200') outcome=ok ;;
    *' 403') outcome=forbidden ;;
    *' 404') outcome=gone ;;
    *' 409' | *' 422') outcome=refused ;;
  esac
}

# Sets value to a field of the ConfigMap's data, empty when it has none. The API server indents what it answers to curl.
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

# Whether the last answer has a beat: without one nothing can be told from its silence.
has_beat() {
  [ "$outcome" = ok ] && field beat && [ -n "$value" ]
}

# Sends a list of writes; ends with 0 when all was done or its object is gone, 1 when the API server is away, 2 when one
# was refused, 3 when one is forbidden.
send() {
  printf '%s\\n' "$1" | {
    result=0
    while read -r path resource name patch; do
      [ -n "$path" ] || continue
      ask patch "$path" "$resource" "$name" "$patch" "\${2-}"
      case $outcome in
        ok) printf '%s\\n' "\${2:+could send: }$resource/$name" ;;
        gone) printf '%s\\n' "$resource/$name is gone" ;;
        refused) printf '%s\\n' "refused for $resource/$name: $body"; [ "$result" = 0 ] && result=2 ;;
        forbidden) printf '%s\\n' "may not write $resource/$name: $body"; result=3 ;;
        *) printf '%s\\n' "no answer for $resource/$name: $body"; [ "$result" = 3 ] || result=1 ;;
      esac
    done
    exit "$result"
  }
}

# The writes, and what does the same when one of them no longer fits. Ends as send does.
take_back() {
  send "$WRITES" "\${1-}"
  result=$?
  [ "$result" = 2 ] && [ -n "$FALLBACK" ] || return "$result"
  send "$FALLBACK" "\${1-}"
}

# Seconds on a clock that nobody sets; where it cannot be read, the pauses are counted.
clock() {
  if read -r up rest <"\${CLOCK:-/proc/uptime}"; then now=\${up%%.*}; else now=$((now + INTERVAL)); fi
} 2>/dev/null

pause() { sleep "$INTERVAL"; }

account=\${ACCOUNT:-/var/run/secrets/kubernetes.io/serviceaccount}
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac
server=https://$host:$KUBERNETES_SERVICE_PORT
# With a time limit for its calls kubectl no longer finds out by itself that it is in a cluster.
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
        ok | forbidden) printf '%s\\n' "no beat in $HEART; not watching: $body"; exit 1 ;;
      esac
      ;;
    2 | 3) printf '%s\\n' 'cannot take the traffic back; not watching'; exit 1 ;;
  esac
  pause
done
[ -z "$ARMED" ] || : >"$ARMED"
printf '%s\\n' 'watching'

last='' quiet=0 seen=no before=0 patience=30
while :; do
  ask get "$HEART"
  clock
  [ "$outcome" != ok ] || has_beat || outcome=away
  case $outcome in
    gone) printf '%s\\n' 'the rollout is over'; exit 0 ;;
    ok)
      field over
      [ -z "$value" ] || { printf '%s\\n' 'the rollout is over'; exit 0; }
      field patience
      case $value in '' | *[!0-9]*) ;; *) patience=$value ;; esac
      field beat
      # Only time between two answers counts: while the API server is away, a living run cannot beat either.
      if [ "$value" != "$last" ]; then last=$value quiet=0
      elif [ "$seen" = yes ]; then quiet=$((quiet + now - before)); fi
      seen=yes
      ;;
    *)
      seen=no
      # And when it is back, a living run gets some time to say so.
      [ "$quiet" -le $((patience - GRACE)) ] || quiet=$((patience > GRACE ? patience - GRACE : 0))
      ;;
  esac
  before=$now
  if [ "$seen" = yes ] && [ "$quiet" -ge "$patience" ]; then
    printf '%s\\n' "no beat for $quiet s: taking the traffic back"
    take_back
    case $? in
      0) printf '%s\\n' 'done'; exit 0 ;;
      2) printf '%s\\n' 'a newer run has taken over'; exit 0 ;;
    esac
  fi
  pause
done
`;

// EXTERNAL MODULE: ./.build/js/src/release/naming.js
var naming = __webpack_require__(6971);
;// CONCATENATED MODULE: ./.build/js/src/release/dead-man.js





const patienceSeconds = 30;
const beatSeconds = 5;
const intervalSeconds = 2;
const graceSeconds = 15;
const reactionSeconds = 8;
const deadManAccount = 'slipway-dead-man';
const deadManName = ({ app, token }) => `slipway-${app}-dead-man-${token}`;
function heartbeatData({ beat, patience = patienceSeconds }) {
    return { beat: String(beat), patience: String(patience) };
}
function beatPatch(uid, heartbeat) {
    const data = heartbeat === 'over' ? { over: 'true' } : heartbeatData(heartbeat);
    return [
        { op: 'test', path: (0,fence/* pointer */.Wn)('metadata', 'uid'), value: uid },
        ...Object.entries(data).map(([key, value]) => ({ op: 'add', path: (0,fence/* pointer */.Wn)('data', key), value })),
    ];
}
function deadManJob(options) {
    const { fence, namespace, image, owner, lifetime, writes, fallback } = options;
    const own = {
        [naming/* labels */.WD.app]: fence.app,
        [naming/* labels */.WD.kind]: 'dead-man',
    };
    const environment = {
        HEART: (0,cluster_resources/* pathOf */.XM)(cluster_resources/* resources */.ES.configMap, namespace, owner.name),
        NAMESPACE: namespace,
        INTERVAL: String(intervalSeconds),
        GRACE: String(graceSeconds),
        WRITES: lines(writes, fence),
        FALLBACK: lines(fallback, fence),
        ARMED: '/tmp/armed',
        HOME: '/tmp',
    };
    return {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: deadManName(fence), namespace, labels: own, ownerReferences: [owner] },
        spec: {
            activeDeadlineSeconds: Math.max(60, Math.ceil(lifetime / 1000)),
            ttlSecondsAfterFinished: 3600,
            backoffLimit: 100,
            template: {
                metadata: { labels: own },
                spec: {
                    serviceAccountName: deadManAccount,
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
                            name: 'dead-man',
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
            path: (0,fence/* annotationPointer */.ZC)(fence/* annotationOf */.lW.deadMan(app)),
            value: String(token),
        };
        return [path, resource, name, JSON.stringify([...patch, note])].join(' ');
    })
        .join('\n');
}
function target(path) {
    const match = /^\/(?:api|apis\/([^/]+))\/[^/]+\/namespaces\/[^/]+\/([^/]+)\/([^/]+)$/.exec(path);
    const [, group, plural = '', name = ''] = match ?? [];
    if (match === null)
        throw new Error(`${path} is no object of a namespace`);
    return { resource: group === undefined ? plural : `${plural}.${group}`, name };
}
function deadManRole({ namespace, routes, services }) {
    const metadata = { name: deadManAccount, namespace };
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
                ...rule(resources.httpRoute.group, resources.httpRoute.plural, routes),
            ],
        },
        {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleBinding',
            metadata,
            roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: deadManAccount },
            subjects: [{ kind: 'ServiceAccount', name: deadManAccount, namespace }],
        },
    ];
}
function deadManImage(strategy) {
    if (strategy.kind === 'rolling')
        return undefined;
    const chosen = strategy['dead-man'];
    return chosen === undefined || chosen === 'off' ? undefined : chosen.image;
}
function deadManProblem(strategy) {
    if (strategy.kind === 'rolling' || strategy['dead-man'] !== undefined)
        return undefined;
    return new errors/* UserError */.yo(`the strategy ${strategy.kind} does not say what takes the traffic back when the run that moves it is lost`, 'add `dead-man: {image: …}`, an image with a shell and kubectl or curl, or `dead-man: off` if nothing shall');
}
function exposureSentence(strategy) {
    if (strategy.kind === 'rolling') {
        return 'a run that is lost leaves the rolling update to the cluster, which finishes it; the next run says what became of it';
    }
    const most = strategy.kind === 'blue-green' ? 'all' : `up to ${Math.max(...strategy.steps, strategy.bake.weight)} %`;
    const within = patienceSeconds + intervalSeconds + reactionSeconds;
    return deadManImage(strategy) === undefined
        ? `without a dead man a run that is lost leaves ${most} of the requests with the candidate until another run, sweep or rollback, takes over`
        : `a run that is lost leaves ${most} of the requests with the candidate for at most ${within} s, then the dead man takes them back`;
}


/***/ }),

/***/ 1498:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rollback: () => (/* binding */ rollback)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(4485);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/release/access.js
var access = __webpack_require__(3821);
// EXTERNAL MODULE: ./.build/js/src/release/herald.js + 1 modules
var release_herald = __webpack_require__(4368);
// EXTERNAL MODULE: ./.build/js/src/release/journal.js
var release_journal = __webpack_require__(9708);
// EXTERNAL MODULE: ./.build/js/src/release/lease.js
var release_lease = __webpack_require__(1977);
// EXTERNAL MODULE: ./.build/js/src/release/lifetime.js
var lifetime = __webpack_require__(3224);
// EXTERNAL MODULE: ./.build/js/src/release/naming.js
var naming = __webpack_require__(6971);
// EXTERNAL MODULE: ./.build/js/src/release/progress.js + 7 modules
var progress = __webpack_require__(5811);
// EXTERNAL MODULE: ./.build/js/src/release/record.js
var record = __webpack_require__(2110);
// EXTERNAL MODULE: ./.build/js/src/release/recorded.js
var release_recorded = __webpack_require__(8091);
// EXTERNAL MODULE: ./.build/js/src/release/diagnosis.js
var diagnosis = __webpack_require__(4262);
// EXTERNAL MODULE: ./.build/js/src/release/remains.js
var remains = __webpack_require__(8478);
// EXTERNAL MODULE: ./.build/js/src/release/reversibility.js
var reversibility = __webpack_require__(9976);
// EXTERNAL MODULE: ./.build/js/src/release/undo.js
var undo = __webpack_require__(8777);
;// CONCATENATED MODULE: ./.build/js/src/release/restoration.js








async function putBack(cluster, request, environment, target, lease) {
    const { config, origin, force, deadline, report } = request;
    const { namespace, workload } = environment;
    const { release } = target.record;
    const { token } = lease;
    const records = new record/* Records */.tU(cluster, namespace, config.app);
    const live = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, workload.name));
    const reason = `rolled back to ${release} by ${origin.actor} in ${origin.run}`;
    const left = () => (0,remains/* leave */.qG)(records, release, {
        token,
        at: new Date(cluster.now()).toISOString(),
        reason: record => `${reason}${forcedPast(record, force)}`,
    });
    if (isThere(live, target)) {
        report(`release ${release} is serving already`);
        await (0,release_journal/* sealJournal */.ne)(cluster, namespace, config.app, { token, run: origin });
        await left();
        return { changed: false, seconds: 0 };
    }
    report(`putting release ${release} back`);
    const away = displaced(live, await records.list(), release);
    const keeper = await intend(cluster, request, environment, lease, { live, target: release, away, reason });
    const started = performance.now();
    const end = await (0,undo/* restoreTemplate */.DC)(cluster, {
        namespace,
        workload: workload.name,
        fence: { app: config.app, token },
        template: target.outcome.template,
        release,
        deadline,
        patient: false,
        report,
    });
    const seconds = (performance.now() - started) / 1000;
    if (end.state === 'failed') {
        const problem = (0,diagnosis/* sentenceOf */.$N)(end.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, namespace, end.cause));
        return { changed: true, seconds, problem };
    }
    await lease.assertHeld();
    await left();
    await keeper?.change(journal => (0,release_journal/* moved */.Jy)(journal, 'undone', cluster.now()));
    return { changed: true, seconds };
}
function displaced(live, releases, target) {
    const marked = live?.metadata?.annotations?.[naming/* labels */.WD.release];
    const record = releases.find(each => String(each.record.release) === marked)?.record;
    return record?.source === 'released' && record.release !== target ? record.release : undefined;
}
async function intend(cluster, { config, environmentName, origin }, { namespace, strategy }, { token }, known) {
    const { live, target, away, reason } = known;
    const at = cluster.now();
    if (away === undefined) {
        await (0,release_journal/* sealJournal */.ne)(cluster, namespace, config.app, { token, run: origin });
        return undefined;
    }
    const entry = await (0,release_journal/* beginJournal */.Fs)(cluster, namespace, {
        schema: 1,
        app: config.app,
        environment: environmentName,
        token,
        run: origin,
        strategy: 'rolling',
        phase: 'undoing',
        step: 0,
        weight: 0,
        baseline: target,
        candidate: away,
        capacity: live?.spec?.replicas ?? 1,
        startedAt: at,
        since: at,
        deadline: at + strategy.deadline,
        reason,
    });
    return new release_journal/* Keeper */.Vf(cluster, namespace, entry);
}
function forcedPast({ reversible }, force) {
    return reversible === false && force !== undefined ? `, ${(0,reversibility/* forcedBecause */.QN)(force)}` : '';
}
function isThere(live, target) {
    return (live?.metadata?.annotations?.[naming/* labels */.WD.release] === String(target.record.release) &&
        (0,naming/* canonical */.$N)(live.spec?.template) === (0,naming/* canonical */.$N)(target.outcome.template));
}

// EXTERNAL MODULE: ./.build/js/src/release/target.js
var release_target = __webpack_require__(6290);
// EXTERNAL MODULE: ./.build/js/src/release/verify.js + 6 modules
var verify = __webpack_require__(6734);
;// CONCATENATED MODULE: ./.build/js/src/release/rollback.js















async function rollback(cluster, request) {
    const { config, environment, report } = request;
    const { namespace } = environment;
    const records = new record/* Records */.tU(cluster, namespace, config.app);
    const [releases, running] = await Promise.all([records.list(), (0,progress/* unfinished */.M1)(cluster, request)]);
    const undo = undoingOf(releases, request);
    if ('needless' in undo)
        return leftAlone(undo.needless);
    if (running !== undefined) {
        const { journal } = running;
        const blocked = (0,reversibility/* wayBackProblem */.m5)(releases, request.to ?? journal.baseline, request.force, journal);
        if (blocked !== undefined)
            throw blocked;
        return endRollout(cluster, request, running, releases);
    }
    const target = (0,release_target/* rollbackTarget */.es)(releases, request.to ?? undo.to);
    const { release } = target.record;
    const recorded = (0,release_recorded/* recordedEnvironment */.Y)(target.record, request.environmentName, environment);
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, recorded.workload.name);
    const blocked = (0,reversibility/* wayBackProblem */.m5)(releases, release, request.force);
    if (blocked !== undefined && !isThere(await cluster.get(path), target))
        throw blocked;
    const wait = request.undo === undefined ? 0 : release_lease/* untilFree */.XH;
    await Promise.all([
        (0,access/* requireRights */.XU)(cluster, recorded, []),
        (0,lifetime/* requireLife */.mf)(cluster, wait + (0,lifetime/* needOf */.ER)(recorded.strategy.deadline), report),
    ]);
    await requireShipped(cluster, recorded.namespace, target);
    const lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
        app: config.app,
        namespace,
        workload: recorded.workload.name,
        origin: request.origin,
        wait,
        seize: request.undo === undefined ? true : 'own',
        report,
    });
    try {
        const [still, begun] = [undoingOf(await records.list(), request), await (0,progress/* unfinished */.M1)(cluster, request)];
        if ('needless' in still)
            return leftAlone(still.needless);
        if (begun === undefined) {
            const live = await cluster.get(path);
            const deadline = Math.min(recorded.strategy.deadline, leftOf(request));
            const { problem, ...done } = await putBack(cluster, { ...request, deadline }, recorded, target, lease);
            if (problem !== undefined)
                return { release, ...done, ...ended(problem, undefined) };
            await announce(cluster, request, live, lease.token, release);
            return {
                release,
                ...done,
                ...ended(undefined, await verifyIfAsked(cluster, request, recorded, release)),
            };
        }
    }
    finally {
        await lease.release();
    }
    return rollback(cluster, request);
}
async function endRollout(cluster, request, { journal, version }, releases) {
    const { config, environment, origin, report } = request;
    const { namespace } = environment;
    const { baseline } = journal;
    const recordOf = (release) => releases.find(({ record }) => record.release === release)?.record;
    const reversible = recordOf(journal.candidate)?.reversible !== false;
    const who = `${origin.actor} in ${origin.run}`;
    const { force } = request;
    const why = `rolled back by ${who}${force === undefined || reversible ? '' : `, ${(0,reversibility/* forcedBecause */.QN)(force)}`}`;
    report(`release ${journal.candidate} is being rolled out (${journal.phase}); it is undone`);
    const asked = { ...journal, abortRequested: { by: who, at: cluster.now() } };
    await (0,release_journal/* writeJournal */.fY)(cluster, namespace, asked, version).catch((error) => {
        if (!(error instanceof release_journal/* JournalMoved */.JX))
            throw error;
    });
    const lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
        app: config.app,
        namespace,
        origin,
        wait: request.undo === undefined ? 0 : release_lease/* untilFree */.XH,
        workload: environment.workload.name,
        seize: request.undo === undefined ? true : 'own',
        report,
    });
    let undone;
    try {
        undone = await (0,progress/* undoRollout */.oD)(cluster, { ...request, wait: 0 }, lease, why);
    }
    catch (error) {
        if (!(error instanceof release_journal/* RolloutOver */.aW))
            throw error;
    }
    finally {
        await lease.release();
    }
    const last = undone === undefined ? await (0,release_journal/* readJournal */.a0)(cluster, namespace, config.app) : undefined;
    if (last?.journal.phase === 'done')
        return rollback(cluster, request);
    const { end, ms } = undone ?? { end: { state: 'undone', reason: '' }, ms: 0 };
    if (end.state !== 'held' && request.to !== undefined && request.to !== baseline)
        return rollback(cluster, request);
    const recorded = (0,release_recorded/* recordedEnvironment */.Y)(recordOf(baseline), request.environmentName, environment);
    const verification = baseline === undefined || end.state !== 'undone'
        ? undefined
        : await verifyIfAsked(cluster, request, recorded, baseline);
    return {
        ...(baseline === undefined ? {} : { release: baseline }),
        changed: true,
        seconds: ms / 1000,
        ...ended(end.state === 'held' ? end.reason : undefined, verification),
        ...(undone === undefined ? {} : { decision: undone.dossier }),
    };
}
async function announce(cluster, { config, environment, origin, force, report }, before, token, serves) {
    const left = before?.metadata?.annotations?.[naming/* labels */.WD.release];
    if (left === undefined || Number(left) === serves)
        return;
    const place = { app: config.app, namespace: environment.namespace, workload: environment.workload.name };
    const herald = new release_herald/* Herald */.Po(cluster, { ...place, token, origin }, report);
    const why = force === undefined ? '' : `, ${(0,reversibility/* forcedBecause */.QN)(force)}`;
    herald.tell({
        kind: 'undone',
        release: Number(left),
        serves,
        reason: `rolled back by ${origin.actor}${why}`,
    });
    await herald.settled();
}
function undoingOf(releases, { undo, origin }) {
    return undo === undefined ? {} : (0,release_target/* undoing */.Hx)(releases, undo, origin.run);
}
const leftOf = ({ until = Number.POSITIVE_INFINITY }) => Math.max(1000, until - performance.now());
function leftAlone(reason) {
    return { state: 'needless', changed: false, seconds: 0, reason };
}
function ended(reason, verification) {
    const problem = reason ?? (verification?.verdict === 'fail' ? verification.reasons.join('; ') : undefined);
    return {
        state: problem === undefined ? 'complete' : 'failed',
        ...(problem === undefined ? {} : { reason: problem }),
        ...(verification === undefined ? {} : { verification }),
    };
}
async function requireShipped(cluster, namespace, target) {
    for (const { kind, name, copy } of target.record.shipped) {
        const resource = kind === 'ConfigMap' ? resources/* resources */.ES.configMap : resources/* resources */.ES.secret;
        if ((await cluster.get((0,resources/* pathOf */.XM)(resource, namespace, copy))) === undefined) {
            throw new errors/* UserError */.yo(`${kind}/${copy}, which release ${target.record.release} shipped as ${name}, has been deleted`, 'deploy that version again, or go back to another release with `to-release`');
        }
    }
}
function verifyIfAsked(cluster, { config, environmentName, report }, environment, release) {
    return (0,verify.verify)(cluster, { config, environmentName, environment, release, report });
}


/***/ }),

/***/ 3590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   Zb: () => (/* binding */ isTakenBack),
/* harmony export */   Zs: () => (/* binding */ stampOf),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   "if": () => (/* binding */ stampPatch),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    deadMan: (app) => `slipway.dev/dead-man.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fenced(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function stampOf(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function stampPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = stampOf(object, app);
    if (present > token)
        throw new Error(`stamp ${present} is above token ${token} of ${app}`);
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
function isTakenBack(object, { app, token }) {
    return annotation(object, annotationOf.deadMan(app)) === String(token);
}


/***/ })

};
