export const id = 746;
export const ids = [746];
export const modules = {

/***/ 4485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ resources),
/* harmony export */   TB: () => (/* binding */ Discovery),
/* harmony export */   XM: () => (/* binding */ pathOf),
/* harmony export */   uO: () => (/* binding */ apiVersionOf)
/* harmony export */ });
const builtIn = (group, version, plural, kind) => ({
    group,
    version,
    plural,
    kind,
    namespaced: true,
});
const resources = {
    configMap: builtIn('', 'v1', 'configmaps', 'ConfigMap'),
    secret: builtIn('', 'v1', 'secrets', 'Secret'),
    service: builtIn('', 'v1', 'services', 'Service'),
    pod: builtIn('', 'v1', 'pods', 'Pod'),
    event: builtIn('', 'v1', 'events', 'Event'),
    serviceAccount: builtIn('', 'v1', 'serviceaccounts', 'ServiceAccount'),
    resourceQuota: builtIn('', 'v1', 'resourcequotas', 'ResourceQuota'),
    node: { ...builtIn('', 'v1', 'nodes', 'Node'), namespaced: false },
    namespace: { ...builtIn('', 'v1', 'namespaces', 'Namespace'), namespaced: false },
    deployment: builtIn('apps', 'v1', 'deployments', 'Deployment'),
    replicaSet: builtIn('apps', 'v1', 'replicasets', 'ReplicaSet'),
    horizontalPodAutoscaler: builtIn('autoscaling', 'v2', 'horizontalpodautoscalers', 'HorizontalPodAutoscaler'),
    job: builtIn('batch', 'v1', 'jobs', 'Job'),
    lease: builtIn('coordination.k8s.io', 'v1', 'leases', 'Lease'),
    endpointSlice: builtIn('discovery.k8s.io', 'v1', 'endpointslices', 'EndpointSlice'),
    httpRoute: builtIn('gateway.networking.k8s.io', 'v1', 'httproutes', 'HTTPRoute'),
    gateway: builtIn('gateway.networking.k8s.io', 'v1', 'gateways', 'Gateway'),
    grpcRoute: builtIn('gateway.networking.k8s.io', 'v1', 'grpcroutes', 'GRPCRoute'),
    tcpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tcproutes', 'TCPRoute'),
    tlsRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'tlsroutes', 'TLSRoute'),
    udpRoute: builtIn('gateway.networking.k8s.io', 'v1alpha2', 'udproutes', 'UDPRoute'),
    backendTlsPolicy: builtIn('gateway.networking.k8s.io', 'v1', 'backendtlspolicies', 'BackendTLSPolicy'),
    gatewayClass: {
        ...builtIn('gateway.networking.k8s.io', 'v1', 'gatewayclasses', 'GatewayClass'),
        namespaced: false,
    },
};
function pathOf(resource, namespace, name) {
    const root = resource.group === '' ? `/api/${resource.version}` : `/apis/${resource.group}/${resource.version}`;
    const scope = resource.namespaced ? `/namespaces/${namespace}` : '';
    return `${root}${scope}/${resource.plural}${name === undefined ? '' : `/${name}`}`;
}
class Discovery {
    #cluster;
    #lists = new Map();
    constructor(cluster) {
        this.#cluster = cluster;
    }
    async find(apiVersion, kind) {
        const known = Object.values(resources).find(r => r.kind === kind && apiVersionOf(r) === apiVersion);
        const slash = apiVersion.indexOf('/');
        const [group, version] = slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
        if (known !== undefined && !group.includes('gateway'))
            return known;
        let list = this.#lists.get(apiVersion);
        if (list === undefined) {
            list = this.#cluster.get(group === '' ? `/api/${version}` : `/apis/${group}/${version}`);
            this.#lists.set(apiVersion, list);
        }
        const entry = (await list)?.resources.find(r => r.kind === kind && !r.name.includes('/'));
        return entry && { group, version, plural: entry.name, kind, namespaced: entry.namespaced };
    }
}
function apiVersionOf(resource) {
    return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}


/***/ }),

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

/***/ 7053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploy: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(4485);
// EXTERNAL MODULE: ./.build/js/src/release/naming.js
var naming = __webpack_require__(6971);
// EXTERNAL MODULE: ./.build/js/src/release/plan.js
var release_plan = __webpack_require__(5272);
;// CONCATENATED MODULE: ./.build/js/src/release/adoption.js


async function recordBaseline(records, request, baseline, lease) {
    if (baseline.kind !== 'unrecorded')
        return baseline;
    const { template, number, up } = baseline;
    const record = await records.create(number, release => (0,release_plan/* observedRecord */.YD)(request, template, lease.token, release));
    const state = up ? 'complete' : 'failed';
    await records.conclude({
        schema: 1,
        release: record.release,
        state,
        token: lease.token,
        at: new Date().toISOString(),
        template,
    });
    request.report(`what lives now is recorded as release ${record.release}`);
    return { kind: 'recorded', release: record.release, template };
}
function announceAdoption(live, report) {
    if (live === undefined || live.spec?.template?.metadata?.labels?.[naming/* labels */.WD.track] !== undefined)
        return;
    report(`adopting Deployment/${live.metadata?.name}: its pods are rolled once to carry ${naming/* labels */.WD.track}: stable`);
}

// EXTERNAL MODULE: ./.build/js/src/release/baseline.js
var release_baseline = __webpack_require__(5604);
// EXTERNAL MODULE: ./.build/js/src/release/candidate.js
var release_candidate = __webpack_require__(4382);
// EXTERNAL MODULE: ./.build/js/src/release/custody.js
var custody = __webpack_require__(1464);
// EXTERNAL MODULE: ./.build/js/src/release/exposure.js + 13 modules
var release_exposure = __webpack_require__(5302);
// EXTERNAL MODULE: ./.build/js/src/release/herald.js + 1 modules
var release_herald = __webpack_require__(4368);
// EXTERNAL MODULE: ./.build/js/src/release/lease.js
var release_lease = __webpack_require__(1977);
// EXTERNAL MODULE: ./.build/js/src/release/leftover.js
var leftover = __webpack_require__(9600);
// EXTERNAL MODULE: ./.build/js/src/release/lifetime.js
var lifetime = __webpack_require__(3224);
// EXTERNAL MODULE: ./.build/js/src/release/overtaken.js
var overtaken = __webpack_require__(6406);
// EXTERNAL MODULE: ./.build/js/src/release/preflight.js
var preflight = __webpack_require__(5332);
// EXTERNAL MODULE: ./.build/js/src/release/prepare.js
var prepare = __webpack_require__(7840);
// EXTERNAL MODULE: ./.build/js/src/release/promoting.js
var promoting = __webpack_require__(3100);
// EXTERNAL MODULE: ./.build/js/src/release/promotion.js
var release_promotion = __webpack_require__(8858);
// EXTERNAL MODULE: ./.build/js/src/release/record.js
var release_record = __webpack_require__(2110);
// EXTERNAL MODULE: ./.build/js/src/release/rehearsal.js + 1 modules
var rehearsal = __webpack_require__(7174);
// EXTERNAL MODULE: ./.build/js/src/release/remains.js
var release_remains = __webpack_require__(8478);
// EXTERNAL MODULE: ./.build/js/src/release/reversibility.js
var reversibility = __webpack_require__(9976);
// EXTERNAL MODULE: ./.build/js/src/cluster/apply.js + 1 modules
var apply = __webpack_require__(571);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/traffic/fence.js
var traffic_fence = __webpack_require__(3590);
// EXTERNAL MODULE: ./.build/js/src/release/diagnosis.js
var diagnosis = __webpack_require__(4262);
// EXTERNAL MODULE: ./.build/js/src/release/fencing.js
var fencing = __webpack_require__(2781);
// EXTERNAL MODULE: ./.build/js/src/release/follow.js
var follow = __webpack_require__(9886);
// EXTERNAL MODULE: ./.build/js/src/release/journal.js
var release_journal = __webpack_require__(9708);
// EXTERNAL MODULE: ./.build/js/src/release/retention.js
var retention = __webpack_require__(2629);
// EXTERNAL MODULE: ./.build/js/src/release/surroundings.js
var surroundings = __webpack_require__(9180);
// EXTERNAL MODULE: ./.build/js/src/release/undo.js
var undo = __webpack_require__(8777);
;// CONCATENATED MODULE: ./.build/js/src/release/rolling.js



















async function rollOut(cluster, request, lease, release) {
    const ended = await attempt(cluster, request, lease, release).catch((error) => {
        if (error instanceof overtaken.LeaseLost)
            throw error;
        return { state: 'failed', reason: `the rollout could not be followed: ${firstLine(error)}` };
    });
    const result = {
        release: release.record.release,
        baseline: release.baseline.kind === 'recorded' ? release.baseline.release : undefined,
        rolloutMs: performance.now() - release.started,
    };
    return finish(cluster, request, lease, release, ended, result).catch((error) => {
        if (error instanceof overtaken.LeaseLost)
            throw error;
        const reason = ended.state === 'complete' ? '' : `${ended.reason}; `;
        return {
            ...result,
            state: 'failed',
            readyPods: 0,
            reason: `${reason}the release was left as it is: ${firstLine(error)}`,
        };
    });
}
async function attempt(cluster, request, lease, { plan, ground, record, beside, creations }) {
    const { config, environment, report } = request;
    const { namespace, workload } = environment;
    const fence = { app: config.app, token: lease.token };
    await readyForApply(cluster, environment, fence, ground.autoscaler !== undefined);
    try {
        const all = (0,release_plan/* inOrder */.al)(beside?.first ?? plan.targets, environment, record.release);
        await (0,apply/* applyObjects */.r3)(cluster, all, (0,fencing/* holdWith */.MN)(fence.app, fence.token), (0,prepare/* noted */.ZT)(creations, fence.app, lease));
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo) || error instanceof overtaken.LeaseLost)
            throw error;
        return { state: 'failed', reason: error.message };
    }
    const end = await (0,follow/* followRollout */.h)(cluster, {
        namespace,
        workload: workload.name,
        deadline: environment.strategy.deadline,
        report,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    if (end.state === 'complete')
        return end;
    return {
        state: 'failed',
        reason: (0,diagnosis/* sentenceOf */.$N)(end.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, namespace, end.cause)),
    };
}
async function readyForApply(cluster, { namespace, workload }, fence, scaledByOthers) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, workload.name);
    const { app, token } = fence;
    await (0,custody/* whileOurs */.Lb)(cluster, path, app, token, async (seen) => {
        if (scaledByOthers)
            await (0,apply/* claimReplicas */.q9)(cluster, path, seen, heldTo(seen));
    });
    await (0,custody/* whileOurs */.Lb)(cluster, path, app, token, seen => (0,apply/* takeOwnership */.px)(cluster, path, (0,traffic_fence/* fenced */.OF)(seen, fence)));
}
function heldTo({ metadata }) {
    const { uid, resourceVersion } = metadata ?? {};
    return uid === undefined || resourceVersion === undefined ? {} : { uid, resourceVersion };
}
async function finish(cluster, request, lease, release, ended, result) {
    const { config, environment, report } = request;
    const { namespace } = environment;
    const records = new release_record/* Records */.tU(cluster, namespace, config.app);
    const keeper = new release_journal/* Keeper */.Vf(cluster, namespace, release.entry);
    const outcome = { schema: 1, release: result.release, token: lease.token };
    await lease.assertHeld();
    if (ended.state === 'complete') {
        const template = await templateOf(cluster, environment);
        await records.conclude({ ...outcome, state: 'complete', at: now(), template });
        if (release.beside === undefined)
            await keeper.change(journal => (0,release_journal/* moved */.Jy)(journal, 'done', cluster.now()));
        else
            await (0,leftover/* clearBeside */.QB)(cluster, request, lease, release.beside);
        await records
            .list()
            .then(all => (0,retention/* collect */.Fo)(cluster, namespace, config.app, all))
            .catch(error => report(`old releases were not cleared away: ${firstLine(error)}`));
        const reason = await (0,surroundings/* runPostHook */.z0)(cluster, request, release.record, namespace);
        if (reason !== undefined)
            return { ...result, state: 'failed', readyPods: ended.ready, reason };
        return { ...result, state: 'complete', readyPods: ended.ready };
    }
    report(`release ${result.release} failed: ${ended.reason}`);
    const { reversible } = release.record;
    if (reversible === false && (await isWritten(cluster, environment, result.release))) {
        const held = (0,reversibility/* heldBecause */.AA)(result.release, ended.reason);
        await records.conclude({ ...outcome, state: 'failed', at: now(), reason: held });
        return { ...result, state: 'held', readyPods: 0, reason: held };
    }
    const { reason } = ended;
    await keeper.change(journal => (0,release_journal/* moved */.Jy)(journal, 'undoing', cluster.now(), { reason }));
    const undone = await rolling_undo(cluster, request, lease, release);
    await records.conclude({ ...outcome, state: undone.state, at: now(), reason });
    if (undone.state === 'undone')
        await keeper.change(journal => (0,release_journal/* moved */.Jy)(journal, 'undone', cluster.now()));
    return {
        ...result,
        ...undone,
        reason: undone.reason === undefined ? reason : `${reason}; ${undone.reason}`,
    };
}
async function rolling_undo(cluster, request, lease, { ground, baseline, entry }) {
    const { config, environment, report } = request;
    const fence = { app: config.app, token: lease.token };
    const started = performance.now();
    const cancelled = request.signal?.aborted === true;
    const replicas = ground.liveWorkload?.spec?.replicas;
    if (baseline.kind === 'none') {
        const removed = await (0,undo/* removeMade */.gp)(cluster, entry.journal.makes ?? [], fence);
        report(`first release removed again: ${removed.join(', ')}`);
        return { state: 'undone', readyPods: 0, undoMs: performance.now() - started };
    }
    const end = await (0,undo/* restoreTemplate */.DC)(cluster, {
        namespace: environment.namespace,
        workload: environment.workload.name,
        fence,
        template: baseline.template,
        release: baseline.release,
        deadline: cancelled ? 4000 : environment.strategy.deadline,
        patient: true,
        ...(replicas === undefined || ground.autoscaler !== undefined ? {} : { replicas }),
        report: line => report(`undo: ${line}`),
    });
    const undoMs = performance.now() - started;
    if (end.state === 'complete')
        return { state: 'undone', readyPods: end.ready, undoMs };
    if (cancelled) {
        const reason = `release ${baseline.release} was written back and is coming up`;
        return { state: 'undone', readyPods: 0, undoMs, reason };
    }
    const cause = (0,diagnosis/* sentenceOf */.$N)(end.cause, await (0,diagnosis/* gatherEvidence */.hx)(cluster, environment.namespace, end.cause));
    return {
        state: 'failed',
        readyPods: 0,
        undoMs,
        reason: `and release ${baseline.release} does not come up either: ${cause}`,
    };
}
async function isWritten(cluster, { namespace, workload }, release) {
    const live = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, workload.name));
    return live?.metadata?.annotations?.[naming/* labels */.WD.release] === String(release);
}
async function templateOf(cluster, { namespace, workload }) {
    const live = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, workload.name));
    const template = live?.spec?.template;
    if (template === undefined)
        throw new errors/* UserError */.yo(`Deployment/${workload.name} vanished after it was released`, 'deploy again');
    return template;
}
const now = () => new Date().toISOString();
const firstLine = (error) => (error instanceof Error ? error.message : String(error)).split('\n')[0];

// EXTERNAL MODULE: ./.build/js/src/release/strategy.js
var release_strategy = __webpack_require__(5782);
;// CONCATENATED MODULE: ./.build/js/src/release/deploy.js























async function deploy(cluster, request) {
    const { config, environment, report } = request;
    const candidate = (0,release_candidate/* prepareManifests */._5)(request.manifests, environment, request.images);
    const need = request.wait + (0,surroundings/* timeOfHooks */.HW)(environment) + (0,lifetime/* needOf */.ER)(environment.strategy.deadline);
    const [ground, promotion] = await Promise.all([
        (0,preflight/* survey */.Fr)(cluster, environment, candidate),
        (0,promoting/* provePromotion */.W)(cluster, request),
        (0,lifetime/* requireLife */.mf)(cluster, need, report),
    ]);
    const rests = promotion === undefined ? {} : { promotion: (0,release_promotion/* promotionSentence */.hv)(promotion) };
    if (rests.promotion !== undefined)
        report(rests.promotion);
    const { salt, plan, targets, problems } = await (0,rehearsal/* rehearse */.Km)(cluster, request, candidate, ground);
    if (problems[0] !== undefined)
        throw problems[0];
    await (0,leftover/* requireNothingParked */.yQ)(cluster, request);
    const { judging, said, warnings, ...exposure } = await (0,release_exposure/* prepareExposure */.n)(cluster, request, ground, {
        plan,
        targets,
    });
    if (exposure.problems[0] !== undefined)
        throw exposure.problems[0];
    for (const warning of warnings)
        report(`warning: ${warning}`);
    for (const sentence of said)
        report(sentence);
    report('preflight passed');
    const { namespace, workload } = environment;
    const lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
        app: config.app,
        namespace,
        workload: workload.name,
        origin: request.origin,
        wait: request.wait,
        seize: false,
        report,
        ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    const creations = [];
    try {
        await (0,leftover/* recover */.lj)(cluster, request, lease);
        const remains = await (0,release_remains/* remainsOf */.ZT)(cluster, namespace, config.app, workload.name);
        if (remains !== undefined)
            await (0,release_remains/* clearRemains */.Fz)(cluster, namespace, config.app, lease.token, remains);
        await salt.keep();
        const liveWorkload = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.deployment, namespace, workload.name));
        const seen = { ...ground, liveWorkload };
        const placed = { ...plan, targets, ...(promotion === undefined ? {} : { promotion }) };
        return { ...(await release(cluster, request, placed, seen, lease, judging, creations)), ...rests };
    }
    catch (error) {
        if (error instanceof overtaken.LeaseLost)
            await withdraw(cluster, request, lease, creations);
        throw error;
    }
    finally {
        await lease.release();
    }
}
async function release(cluster, request, plan, ground, lease, judging, creations) {
    const { config, environment, report } = request;
    const records = new release_record/* Records */.tU(cluster, environment.namespace, config.app);
    const releases = await records.list();
    const baseline = await recordBaseline(records, request, (0,release_baseline/* baselineOf */.Bv)(ground.liveWorkload, releases), lease);
    const baselineNumber = baseline.kind === 'recorded' ? baseline.release : undefined;
    const first = (releases[0]?.record.release ?? 0) + 1;
    const { kind: strategy } = (0,release_strategy/* strategyFor */.f)(environment, ground.liveWorkload);
    const { reversible } = (0,reversibility/* reversibilityOf */.h6)(environment, strategy, baselineNumber, releases);
    const record = await records.create(Math.max(first, (baselineNumber ?? 0) + 1), release => (0,release_plan/* recordOf */.zv)(request, plan, lease.token, release, baselineNumber, reversible));
    report(`release ${record.release} recorded${baselineNumber === undefined ? ', the first' : `, baseline ${baselineNumber}`}`);
    announceAdoption(ground.liveWorkload, report);
    await lease.assertHeld();
    const refused = await (0,surroundings/* passPreHook */.WJ)(cluster, request, plan, record, lease, records, creations);
    if (refused !== undefined)
        return refused;
    const started = performance.now();
    const beside = strategy === 'rolling' ? await (0,leftover/* leftBeside */.el)(cluster, request, plan.targets) : undefined;
    const entry = await (0,prepare/* openJournal */._0)(cluster, request, plan, ground, lease, { record, strategy, judging });
    await lease.assertHeld();
    const place = { ...environment, app: config.app, workload: environment.workload.name, token: lease.token };
    const herald = new release_herald/* Herald */.Po(cluster, { ...place, origin: request.origin }, report);
    herald.tell((0,release_herald/* beginningOf */.VI)(entry.journal));
    if (strategy !== 'rolling') {
        await herald.settled();
        const known = { record, baseline: baselineNumber, started, creations };
        return (0,prepare/* prepare */.iA)(cluster, request, plan, ground, lease, known);
    }
    const known = { plan, ground, record, baseline, entry, started, beside, creations };
    const ended = await rollOut(cluster, request, lease, known);
    herald.tell(...(0,release_herald/* endOf */.pJ)(ended));
    await herald.settled();
    return ended;
}
async function withdraw(cluster, { config, environment, report }, { token }, creations) {
    try {
        await (0,custody/* retract */.I4)(cluster, creations, config.app, token);
        await (0,release_remains/* closeOwn */.vh)(cluster, environment.namespace, config.app, token);
    }
    catch (error) {
        report(`what this run began was not taken back: ${error instanceof Error ? error.message : error}`);
    }
}


/***/ }),

/***/ 6971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ae: () => (/* binding */ contentHash),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   WD: () => (/* binding */ labels),
/* harmony export */   _W: () => (/* binding */ parseReleaseNumber)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2317);


function parseReleaseNumber(text) {
    const match = /^r?(\d{1,9})$/.exec(text.trim());
    if (match === null) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${text}" is no release number`, 'give one like 7, as listed in the job summary');
    }
    return Number(match[1]);
}
const labels = {
    app: 'slipway.dev/app',
    kind: 'slipway.dev/kind',
    release: 'slipway.dev/release',
    track: 'slipway.dev/track',
    token: 'slipway.dev/token',
    phase: 'slipway.dev/phase',
};
const nameOf = {
    application: (app) => `slipway-${app}`,
    record: (app, release) => `slipway-${app}-r${release}`,
    outcome: (app, release) => `slipway-${app}-r${release}-outcome`,
    decision: (app, release, part) => `slipway-${app}-r${release}-decision-${part}`,
    fence: (app, token) => `slipway-${app}-fence-${token}`,
    canary: (workload) => `${workload}-canary`,
    hook: (app, when) => `slipway-${app}-${when}`,
    salt: (app) => `slipway-${app}-salt`,
    shipped: (app, name, hash) => `${(name === app || name.startsWith(`${app}-`) ? name : `${app}-${name}`).slice(0, 240)}-${hash}`,
};
function contentHash(salt, content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(salt).update('\0').update(canonical(content)).digest('hex').slice(0, 10);
}
function canonical(value) {
    return JSON.stringify(value, (_key, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
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
