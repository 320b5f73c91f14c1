export const id = 8779;
export const ids = [8779];
export const modules = {

/***/ 5896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ gravest)
/* harmony export */ });
function gravest(answers) {
    if (answers.includes('yes'))
        return 'yes';
    return answers.length > 0 && answers.every(each => each === 'no') ? 'no' : 'unknown';
}


/***/ }),

/***/ 8779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DrillRefused: () => (/* binding */ DrillRefused),
  gatherEarly: () => (/* binding */ gatherEarly),
  gatherFacts: () => (/* binding */ gatherFacts),
  guarded: () => (/* binding */ guarded),
  guardedStanding: () => (/* binding */ guardedStanding)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./.build/js/src/cluster/errors.js
var cluster_errors = __webpack_require__(553);
// EXTERNAL MODULE: ./.build/js/src/cluster/resources.js
var resources = __webpack_require__(4485);
;// CONCATENATED MODULE: ./.build/js/src/recovery/scratch/manifests.js


const manifests_allowedLabel = 'dr-drill/allowed';
const manifests_runLabel = 'dr-drill/run';
const manifests_expiresAnnotation = 'dr-drill/expires';
const adoptedAnnotation = 'dr-drill/adopted';
function scratchNamespace({ name, run, ttl, podSecurity = 'baseline' }, now) {
    if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(run))
        throw new errors/* UserError */.yo(`"${run}" cannot be a run of a drill`, 'use up to 63 letters, digits, dots and dashes');
    if (!(Number.isFinite(ttl) && ttl > 0))
        throw new errors/* UserError */.yo('the namespace of a drill must end', 'give it a time to live, such as 4h');
    return {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
            name,
            labels: {
                [manifests_allowedLabel]: 'true',
                [manifests_runLabel]: run,
                'pod-security.kubernetes.io/enforce': podSecurity,
            },
            annotations: { [manifests_expiresAnnotation]: new Date(now + ttl).toISOString() },
        },
    };
}
const policyName = 'dr-drill';
function isolationPolicy({ name, ways }) {
    const within = { podSelector: {} };
    const dns = ['UDP', 'TCP'].map(protocol => ({ protocol, port: 53 }));
    return {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: policyName, namespace: name },
        spec: {
            podSelector: {},
            policyTypes: ['Ingress', 'Egress'],
            ingress: [{ from: [within] }],
            egress: [
                { to: [within] },
                { ports: dns },
                ...ways.map(way => ({
                    to: [{ ipBlock: { cidr: checkedCidr(way.cidr) } }],
                    ports: [{ protocol: 'TCP', port: checkedPort(way.port) }],
                })),
            ],
        },
    };
}
function checkedCidr(cidr) {
    const [address = '', bits = ''] = cidr.split('/');
    const family = (0,external_node_net_.isIP)(address);
    const narrowest = family === 4 ? 32 : 128;
    const widest = family === 4 ? 16 : 48;
    if (family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= narrowest && Number(bits) >= widest)
        return cidr;
    throw new errors/* UserError */.yo(`"${cidr}" is no way out of the namespace of a drill`, 'write an address or a small network, such as 192.0.2.7/32');
}
function checkedPort(port) {
    if (Number.isInteger(port) && port > 0 && port < 65_536)
        return port;
    throw new errors/* UserError */.yo(`${port} is no port`, 'write one from 1 to 65535');
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/scratch/namespace.js




const networkPolicy = {
    ...resources/* resources */.ES.configMap,
    group: 'networking.k8s.io',
    plural: 'networkpolicies',
    kind: 'NetworkPolicy',
};
async function openScratch(cluster, plan) {
    const { name, run } = plan;
    const policy = isolationPolicy(plan);
    const wanted = scratchNamespace(plan, cluster.now());
    const there = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', name));
    const namespace = there === undefined
        ? await cluster.create('/api/v1/namespaces', wanted)
        : await adopt(cluster, there, wanted);
    const uid = namespace.metadata?.uid;
    if (uid === undefined)
        throw new Error(`the namespace ${name} was made without a uid`);
    const scratch = { name, run, uid };
    try {
        await closeOff(cluster, name, policy);
    }
    catch (error) {
        await removeScratch(cluster, scratch).catch(() => undefined);
        throw error;
    }
    return scratch;
}
async function adopt(cluster, there, wanted) {
    const { name } = wanted.metadata;
    const ours = there.metadata?.labels?.[manifests_runLabel] === wanted.metadata.labels[manifests_runLabel];
    const reason = whyNotOurs(there, wanted.metadata.labels[manifests_runLabel] ?? '', cluster.now());
    if (reason !== undefined)
        throw new errors/* UserError */.yo(...reason);
    if (!ours)
        await mustBeEmpty(cluster, name);
    const { metadata } = there;
    return cluster.replace((0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', name), {
        ...there,
        metadata: {
            ...metadata,
            labels: { ...metadata?.labels, ...wanted.metadata.labels },
            annotations: {
                ...metadata?.annotations,
                ...wanted.metadata.annotations,
                ...(metadata?.labels?.[manifests_runLabel] === undefined ? { [adoptedAnnotation]: 'true' } : {}),
            },
        },
    });
}
function whyNotOurs({ metadata }, run, now) {
    const name = metadata?.name ?? '';
    const [labels, annotations] = [metadata?.labels ?? {}, metadata?.annotations ?? {}];
    if (labels[manifests_allowedLabel] !== 'true')
        return [
            `the namespace ${name} is there, and does not say that drills are allowed in it`,
            `choose another name, or label it ${manifests_allowedLabel}=true when all in it may be lost`,
        ];
    if (metadata?.deletionTimestamp !== undefined)
        return [`the namespace ${name} is being removed`, 'run the drill when it is gone'];
    const other = labels[manifests_runLabel];
    if (other === undefined || other === run || isExpired(annotations[manifests_expiresAnnotation], now))
        return undefined;
    return [
        `the namespace ${name} is of the drill ${other}`,
        'wait for that one, or clear away what is left of it',
    ];
}
const contents = [
    resources/* resources */.ES.cronJob,
    resources/* resources */.ES.deployment,
    resources/* resources */.ES.statefulSet,
    resources/* resources */.ES.daemonSet,
    resources/* resources */.ES.job,
    resources/* resources */.ES.replicaSet,
    resources/* resources */.ES.pod,
    resources/* resources */.ES.service,
    { ...resources/* resources */.ES.configMap, plural: 'persistentvolumeclaims', kind: 'PersistentVolumeClaim' },
    resources/* resources */.ES.secret,
];
async function mustBeEmpty(cluster, name) {
    for (const resource of contents) {
        const { items } = await cluster.list((0,resources/* pathOf */.XM)(resource, name), { limit: '1' });
        if (items.length > 0)
            throw new errors/* UserError */.yo(`the namespace ${name} holds ${resource.kind}/${items[0]?.metadata?.name}, and a drill restores into an empty one`, 'clear it, or choose another name');
    }
}
async function closeOff(cluster, name, policy) {
    await cluster.patch((0,resources/* pathOf */.XM)(networkPolicy, name, policyName), 'apply', policy, { force: 'true' });
}
async function namespaceFacts(cluster, name) {
    const there = await cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', name)).catch(() => undefined);
    if (there === undefined)
        return { name, labelled: 'unknown', run: undefined, expires: undefined };
    const { labels = {}, annotations = {} } = there.metadata ?? {};
    const expires = Date.parse(annotations[manifests_expiresAnnotation] ?? '');
    return {
        name,
        labelled: labels[manifests_allowedLabel] === 'true' ? 'yes' : 'no',
        run: labels[manifests_runLabel],
        expires: Number.isNaN(expires) ? undefined : expires,
    };
}
async function isClosed(cluster, plan) {
    try {
        const { items } = await cluster.list((0,resources/* pathOf */.XM)(networkPolicy, plan.name));
        const [only, ...others] = items;
        if (only === undefined || others.length > 0 || only.metadata?.name !== policyName)
            return 'no';
        return canonical(only.spec) === canonical(isolationPolicy(plan).spec) ? 'yes' : 'no';
    }
    catch {
        return 'unknown';
    }
}
function canonical(value) {
    return JSON.stringify(value, (_, each) => typeof each === 'object' && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
        : each);
}
async function removeScratch(cluster, { name, run, uid }) {
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', name);
    const there = await cluster.get(path);
    if (there?.metadata?.uid !== uid || there.metadata.labels?.[manifests_runLabel] !== run)
        return;
    await clear(cluster, there);
}
async function clear(cluster, namespace) {
    const { name = '', uid, resourceVersion } = namespace.metadata ?? {};
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', name);
    if (namespace.metadata?.annotations?.[adoptedAnnotation] !== 'true')
        return cluster.remove(path, uid, resourceVersion);
    for (const resource of contents)
        await cluster.call('DELETE', (0,resources/* pathOf */.XM)(resource, name), { propagationPolicy: 'Background' });
    await cluster.remove((0,resources/* pathOf */.XM)(networkPolicy, name, policyName), undefined);
    const gone = { [manifests_expiresAnnotation]: null, [adoptedAnnotation]: null };
    await cluster.patch(path, 'merge', {
        metadata: { resourceVersion, labels: { [manifests_runLabel]: null }, annotations: gone },
    });
}
async function sweepScratch(cluster) {
    const { items } = await cluster.list('/api/v1/namespaces', {
        labelSelector: `${allowedLabel}=true,${runLabel}`,
    });
    const cleared = [];
    const left = [];
    for (const namespace of items) {
        const name = namespace.metadata?.name ?? '';
        const expires = namespace.metadata?.annotations?.[expiresAnnotation];
        if (namespace.metadata?.deletionTimestamp !== undefined)
            continue;
        if (!isExpired(expires, cluster.now())) {
            left.push(`${name}: ${expires === undefined ? 'it says no end' : `until ${expires}`}`);
            continue;
        }
        try {
            await clear(cluster, namespace);
            cleared.push(name);
        }
        catch (error) {
            if (!(error instanceof ClusterError || error instanceof UserError))
                throw error;
            left.push(`${name}: ${error.message}`);
        }
    }
    return { cleared, left };
}
function isExpired(expires, now) {
    const at = Date.parse(expires ?? '');
    return !Number.isNaN(at) && at < now;
}

// EXTERNAL MODULE: ./.build/js/src/recovery/guard/facts.js
var facts = __webpack_require__(5896);
;// CONCATENATED MODULE: ./.build/js/src/recovery/scratch/probe.js


const probeName = 'dr-drill-probe';
const most = 100;
function placeOf(text) {
    const match = /^(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)):(\d{1,5})$/.exec(text);
    const port = Number(match?.[3]);
    const host = match?.[1] ?? match?.[2];
    if (host !== undefined && port > 0 && port < 65_536)
        return { host, port };
    throw new UserError(`"${text}" is no place`, 'write a host and a port, such as db.example:5432');
}
const textOf = ({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`;
function probePod(plan, namespace, run, node) {
    const targets = targetsOf(plan);
    if (targets.length > most)
        throw new errors/* UserError */.yo(`${targets.length} places are too many to be tried`, `name at most ${most} in all`);
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
            generateName: `${probeName}-`,
            namespace,
            labels: { app: probeName, 'dr-drill/run': run },
        },
        spec: {
            restartPolicy: 'Never',
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            terminationGracePeriodSeconds: 0,
            activeDeadlineSeconds: 120,
            ...(node === undefined ? {} : { nodeSelector: { 'kubernetes.io/hostname': node } }),
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
const targetsOf = ({ controls, baits, places }) => [...controls, ...baits, ...places];
const probeScript = `
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
function readProbe(plan, message) {
    const lines = (message ?? '').trim().split('\n');
    const count = targetsOf(plan).length;
    if (lines.length !== count + 1 || lines.at(-1) !== 'end')
        return undefined;
    const found = lines.slice(0, -1).map((line, i) => {
        const [, letters] = /^\d+ ([rn?]+)$/.exec(line) ?? [];
        return line.startsWith(`${i} `) && letters?.length === (plan.rounds ?? 5) ? letters : undefined;
    });
    return found.every(each => each !== undefined) ? found : undefined;
}
function judgeProbes(plan, closed, messages) {
    const probes = messages.map(message => judgeProbe(plan, readProbe(plan, message)));
    const reaches = plan.places.map((place, i) => ({
        place: textOf(place),
        reached: (0,facts/* gravest */.Z)(probes.map(probe => probe.places[i] ?? 'unknown')),
    }));
    const baits = plan.baits.map((_, i) => (0,facts/* gravest */.Z)(probes.map(probe => probe.baits[i] ?? 'unknown')));
    const controls = probes.map(({ control }) => control);
    return {
        control: controls.length === 0 ? 'unknown' : least(controls),
        closed: least([closed, ...baits.map(opposite)]),
        reaches,
    };
}
function judgeProbe(plan, found) {
    const { controls, baits, places } = plan;
    const letters = (from, count) => Array.from({ length: count }, (_, i) => found?.[from + i]);
    const seen = letters(0, controls.length);
    const reached = (each) => each === undefined ? 'unknown' : each.endsWith('r') ? 'yes' : each.includes('?') ? 'unknown' : 'no';
    const control = seen.length === 0 ? 'unknown' : least(seen.map(reached));
    const outside = (each) => {
        if (each === undefined)
            return 'unknown';
        if (each.includes('r'))
            return 'yes';
        return control !== 'yes' || each.includes('?') ? 'unknown' : 'no';
    };
    return {
        control,
        baits: letters(controls.length, baits.length).map(outside),
        places: letters(controls.length + baits.length, places.length).map(outside),
    };
}
function least(answers) {
    if (answers.includes('no'))
        return 'no';
    return answers.includes('unknown') ? 'unknown' : 'yes';
}
const opposite = (answer) => (answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : 'unknown');

;// CONCATENATED MODULE: ./.build/js/src/recovery/scratch/isolation.js






async function proveIsolation(cluster, scratch, plan, { nodes, patience = 90_000 }) {
    const ends = performance.now() + patience;
    const places = nodes.length === 0 ? [undefined] : nodes;
    const messages = await Promise.all(places.map(node => probeOnce(cluster, scratch, plan, node, ends).catch(() => undefined)));
    return judgeProbes(plan, await isClosed(cluster, scratch), messages);
}
async function probeOnce(cluster, { name, run }, plan, node, ends) {
    const made = await createPod(cluster, name, probePod(plan, name, run, node), ends);
    const path = (0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, name, made.metadata?.name ?? '');
    try {
        while (performance.now() < ends) {
            const pod = await cluster.get(path);
            const phase = pod?.status?.phase;
            if (pod === undefined || phase === 'Failed')
                return undefined;
            if (phase === 'Succeeded')
                return pod.status?.containerStatuses?.[0]?.state?.terminated?.message;
            await (0,promises_.setTimeout)(500);
        }
        return undefined;
    }
    finally {
        await cluster.remove(path, made.metadata?.uid).catch(() => undefined);
    }
}
async function createPod(cluster, namespace, pod, ends) {
    for (;;) {
        try {
            return await cluster.create((0,resources/* pathOf */.XM)(resources/* resources */.ES.pod, namespace), pod);
        }
        catch (error) {
            const early = error instanceof cluster_errors/* ClusterError */.b$ && /serviceaccount ".*" not found/.test(error.message);
            if (!early || performance.now() > ends)
                throw error;
            await (0,promises_.setTimeout)(200);
        }
    }
}
async function nodesFor(cluster) {
    const { items } = await cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.node, ''));
    return items
        .filter(({ spec, status }) => spec?.unschedulable !== true &&
        status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true)
        .flatMap(({ metadata }) => metadata?.labels?.['kubernetes.io/hostname'] ?? []);
}
async function baitOf(cluster, ways) {
    const [service, slices] = await Promise.all([
        cluster.get((0,resources/* pathOf */.XM)(resources/* resources */.ES.service, 'default', 'kubernetes')),
        cluster.list((0,resources/* pathOf */.XM)(resources/* resources */.ES.endpointSlice, 'default'), {
            labelSelector: 'kubernetes.io/service-name=kubernetes',
        }),
    ]).catch(() => [undefined, undefined]);
    const { clusterIP: host, ports } = service?.spec ?? {};
    const port = ports?.[0]?.port;
    if (host === undefined || port === undefined || slices === undefined)
        return undefined;
    const behind = slices.items.flatMap(({ endpoints = [], ports: open = [] }) => endpoints.flatMap(({ addresses }) => addresses.flatMap(address => open.map(each => ({ host: address, port: each.port ?? 0 })))));
    return [{ host, port }, ...behind].some(place => leadsTo(ways, place)) ? undefined : { host, port };
}
function leadsTo(ways, { host, port }) {
    const family = (address) => ((0,external_node_net_.isIP)(address) === 6 ? 'ipv6' : 'ipv4');
    return ways.some(way => {
        const [network = '', bits = ''] = way.cidr.split('/');
        const list = new external_node_net_.BlockList();
        list.addSubnet(network, Number(bits), family(network));
        return way.port === port && list.check(host, family(host));
    });
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/obstacles.js
function hoursObstacle(hours, now) {
    if (hours === undefined)
        return [];
    const { from, to } = hours;
    const hour = new Date(now).getUTCHours();
    const inside = from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    const clock = (each) => `${String(each).padStart(2, '0')}:00`;
    return inside
        ? []
        : [`drills are allowed from ${clock(from)} to ${clock(to)} UTC, and it is not that time`];
}
function rolloutObstacle(name, status) {
    const { state, candidate } = status;
    const what = candidate === undefined ? 'a rollout' : `the rollout of release ${candidate}`;
    switch (state) {
        case 'idle':
            return [];
        case 'running':
            return [`${what} in ${name} is under way`];
        case 'waiting':
            return [`${what} in ${name} waits for somebody`];
        case 'held':
            return [`${what} in ${name} is stuck`];
        case 'left':
            return [`${what} in ${name} was left by who moved it`];
    }
}
async function rolloutObstacles(name, read) {
    try {
        return rolloutObstacle(name, await read());
    }
    catch (error) {
        return [
            `whether a rollout in ${name} is under way cannot be told (${error instanceof Error ? error.message : String(error)})`,
        ];
    }
}
const alertsQuery = 'ALERTS{alertstate="firing",severity="critical"}';
async function alertObstacles(source) {
    if (source === undefined)
        return [];
    const answer = await source.query(alertsQuery);
    if (!answer.ok)
        return [`whether a critical alert fires cannot be told (${answer.detail})`];
    const names = answer.value
        .filter(({ samples }) => samples.at(-1)?.[1] !== 0)
        .map(({ labels }) => labels.alertname ?? 'without a name');
    return [...new Set(names)].sort().map(name => `the critical alert ${name} is firing`);
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/refusals.js
function refusals(facts) {
    const [cluster, rest] = [clusterRefusals(facts), earlyRest(facts)];
    return [...cluster, ...namespaceRefusals(facts), ...rest.rights, ...isolationRefusals(facts), ...rest.more];
}
function earlyRefusals(facts) {
    const { rights, more } = earlyRest(facts);
    return [...clusterRefusals(facts), ...rights, ...more];
}
function earlyRest(facts) {
    return {
        rights: rightRefusals(facts),
        more: [
            ...facts.acting.map((what) => ({
                rule: 'acting',
                problem: `${what} of what is restored would act by itself`,
                remedy: 'leave it out of the restore, or suspend it',
            })),
            ...facts.obstacles.map((problem) => ({ rule: 'obstacle', problem, remedy: 'run the drill when that is over' })),
            ...consentRefusals(facts),
        ],
    };
}
function clusterRefusals({ cluster, allowed, production, inProduction }) {
    const refusal = (problem, remedy) => ({ rule: 'cluster', problem, remedy });
    if (cluster === undefined || cluster === '')
        return [
            refusal('which cluster this is cannot be told', 'let the drill `get` the namespace kube-system, whose uid tells clusters apart'),
        ];
    if (inProduction !== undefined)
        return production.includes(cluster)
            ? []
            : [
                refusal(`the cluster ${cluster} is not the one that slipway.yml calls production`, 'correct `drills.production`, or the context'),
            ];
    if (production.length === 0)
        return [
            refusal('slipway.yml does not say which cluster is production', 'add its uid to `drills.production`'),
        ];
    if (production.includes(cluster))
        return [
            refusal(`the cluster ${cluster} is production`, 'name a context of another cluster; there is no force'),
        ];
    if (!allowed.includes(cluster))
        return [
            refusal(`the cluster ${cluster} is not one that drills may break`, 'add its uid to `drills.clusters` when it is meant'),
        ];
    return [];
}
function namespaceRefusals({ namespace, run, now }) {
    const { name, labelled, run: written, expires } = namespace;
    const refusal = (problem, remedy) => ({ rule: 'namespace', problem, remedy });
    return [
        ...(labelled === 'yes'
            ? []
            : [
                refusal(`the namespace ${name} does not say that drills are allowed in it`, 'label it dr-drill/allowed=true'),
            ]),
        ...(written === run
            ? []
            : [
                refusal(`the namespace ${name} is of ${written === undefined ? 'no drill' : `the drill ${written}`}`, 'let `drill` make its namespace, or clear away what is left of the other one'),
            ]),
        ...(expires !== undefined && expires > now
            ? []
            : [
                refusal(`nothing says until when the namespace ${name} is needed`, 'let `drill` make its namespace, which says so'),
            ]),
    ];
}
function rightRefusals({ rights: asked, repositories, inProduction }) {
    const refusal = (problem, remedy) => ({ rule: 'rights', problem, remedy });
    const rights = inProduction === undefined ? asked : [];
    return [
        ...(rights.length > 0 || inProduction !== undefined
            ? []
            : [
                refusal('nobody has asked what the identity of the drill may do in production', 'name a context of production in `drills.production-context`, with the identity of the drill'),
            ]),
        ...rights.flatMap(({ what, allowed }) => allowed === 'no'
            ? []
            : [
                refusal(allowed === 'yes'
                    ? `the identity of the drill may ${what} in production`
                    : `whether the identity of the drill may ${what} in production cannot be told`, 'give drills an identity of their own, without rights there'),
            ]),
        ...repositories.flatMap(({ name, deletes }) => deletes === 'no'
            ? []
            : [
                refusal(deletes === 'yes'
                    ? `the drill could delete from the repository ${name}`
                    : `whether the drill could delete from the repository ${name} cannot be told`, 'restore with a login that only reads'),
            ]),
    ];
}
function isolationRefusals({ isolation, namespace, where }) {
    if (where === 'standing')
        return [];
    const { closed, control, reaches } = isolation;
    const refusal = (problem, remedy) => ({ rule: 'isolation', problem, remedy });
    return [
        ...(closed === 'yes'
            ? []
            : [
                refusal(`the ways out of the namespace ${namespace.name} are not closed`, 'let the drill apply its NetworkPolicy there'),
            ]),
        ...(reaches.length > 0
            ? []
            : [
                refusal('nothing is named that a restored application must not reach', 'list the hosts of production, of mail and of payment in `drills.must-not-reach`'),
            ]),
        ...(control === 'yes'
            ? []
            : [
                refusal(`the probe of the isolation reaches nothing at all from ${namespace.name}, so what it does not reach proves nothing`, 'see whether the pods of the probe run, and what they may reach'),
            ]),
        ...reaches.flatMap(({ place, reached }) => reached === 'no'
            ? []
            : [
                refusal(reached === 'yes'
                    ? `${place} can be reached from the namespace ${namespace.name}`
                    : `whether ${place} can be reached from the namespace ${namespace.name} cannot be told`, 'see that the cluster enforces NetworkPolicies'),
            ]),
    ];
}
function consentRefusals({ inProduction }) {
    if (inProduction === undefined)
        return [];
    const { phrase, typed, approved, abort, ends } = inProduction;
    const refusal = (problem, remedy) => ({ rule: 'consent', problem, remedy });
    return [
        ...(phrase !== '' && typed === phrase
            ? []
            : [refusal('nobody has typed that production is meant', `write "${phrase}" as \`confirm\``)]),
        ...(approved === 'yes'
            ? []
            : [refusal('nobody has approved it', 'run it in a protected environment with required reviewers')]),
        ...(abort === 'yes'
            ? []
            : [refusal('nothing ends it when production suffers', 'add `drills.abort`: a probe or an alert')]),
        ...(ends !== undefined && Number.isFinite(ends) && ends > 0
            ? []
            : [refusal('nothing ends it by itself', 'add `drills.ends`, such as 10m')]),
    ];
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/rights.js

const deeds = [
    { what: 'delete pods', verb: 'delete', group: '', resource: 'pods' },
    { what: 'create pods', verb: 'create', group: '', resource: 'pods' },
    { what: 'run commands in pods', verb: 'create', group: '', resource: 'pods', subresource: 'exec' },
    { what: 'evict pods', verb: 'create', group: '', resource: 'pods', subresource: 'eviction' },
    { what: 'patch Deployments', verb: 'patch', group: 'apps', resource: 'deployments' },
    { what: 'patch StatefulSets', verb: 'patch', group: 'apps', resource: 'statefulsets' },
    {
        what: 'delete PersistentVolumeClaims',
        verb: 'delete',
        group: '',
        resource: 'persistentvolumeclaims',
    },
    { what: 'read Secrets', verb: 'get', group: '', resource: 'secrets' },
    { what: 'delete namespaces', verb: 'delete', group: '', resource: 'namespaces', wide: true },
    { what: 'act as other users', verb: 'impersonate', group: '', resource: 'users', wide: true },
];
async function uidOf(cluster) {
    const found = await cluster
        .get((0,resources/* pathOf */.XM)(resources/* resources */.ES.namespace, '', 'kube-system'))
        .catch(() => undefined);
    return found?.metadata?.uid;
}
async function askRights(production, uids, namespaces) {
    const uid = await uidOf(production);
    if (uid === undefined || !uids.includes(uid))
        return [{ what: 'do anything (for who was asked is not known to be production)', allowed: 'unknown' }];
    const questions = deeds.flatMap(deed => (deed.wide === true ? [''] : ['', ...new Set(namespaces)]).map(namespace => ({ deed, namespace })));
    return Promise.all(questions.map(async ({ deed, namespace }) => ({
        what: `${deed.what}${deed.wide === true ? '' : namespace === '' ? ' everywhere' : ` in ${namespace}`}`,
        allowed: await ask(production, deed, namespace),
    })));
}
async function ask(production, { verb, group, resource, subresource }, namespace) {
    const attributes = {
        verb,
        group,
        resource,
        namespace,
        ...(subresource === undefined ? {} : { subresource }),
    };
    try {
        const { status } = await production.create('/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SelfSubjectAccessReview',
            spec: { resourceAttributes: attributes },
        });
        if (status?.allowed === true)
            return 'yes';
        return status?.allowed === false && !status.evaluationError ? 'no' : 'unknown';
    }
    catch {
        return 'unknown';
    }
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var toolkit_map = __webpack_require__(630);
;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/tamed.js

const replicasAnnotation = 'dr-drill/replicas';
const dnsController = 'external-dns.alpha.kubernetes.io/controller';
const actingAnnotation = /^(?:external-dns\.alpha\.kubernetes\.io|cert-manager\.io|acme\.cert-manager\.io)\//;
function acting(manifests, options = {}) {
    return flat(manifests).flatMap(object => {
        const verdict = tame(object, options);
        return verdict.why.length === 0 ? [] : [`${titleOf(object)} (${verdict.why.join(', ')})`];
    });
}
function tamed(manifests, options = {}) {
    const all = flat(manifests).map(object => ({ object, ...tame(object, options) }));
    return {
        manifests: all.flatMap(({ tamed: kept }) => (kept === undefined ? [] : [kept])),
        changes: all.flatMap(({ object, why, tamed: kept }) => why.length === 0
            ? []
            : [`${titleOf(object)} was ${kept === undefined ? 'left out' : 'changed'}: ${why.join(', ')}`]),
    };
}
function replicasBefore({ metadata }) {
    const written = metadata?.annotations?.[replicasAnnotation];
    return written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : undefined;
}
const leftOut = (why) => ({ why: [why], tamed: undefined });
function tame(object, options) {
    const known = `${groupOf(object)}/${object.kind ?? ''}`;
    const why = neverKept(known, options);
    if (why !== undefined)
        return leftOut(why);
    const steps = [withoutAnnotations, ...(changers[known] ?? [])];
    return steps.reduce((before, step) => {
        const after = before.tamed === undefined ? before : step(before.tamed);
        return { why: [...before.why, ...(after === before ? [] : after.why)], tamed: after.tamed };
    }, { why: [], tamed: object });
}
const never = {
    '/Pod': 'it would run at once',
    '/ReplicationController': 'it would start pods at once',
    'apps/DaemonSet': 'it would start pods at once',
    'networking.k8s.io/NetworkPolicy': 'it could open a way out of the namespace',
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration': 'it would judge what others write',
    'admissionregistration.k8s.io/MutatingWebhookConfiguration': 'it would change what others write',
    'admissionregistration.k8s.io/ValidatingAdmissionPolicy': 'it would judge what others write',
    'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding': 'it would judge what others write',
    'admissionregistration.k8s.io/MutatingAdmissionPolicy': 'it would change what others write',
    'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding': 'it would change what others write',
    'apiregistration.k8s.io/APIService': 'it would answer for the API server',
    'gateway.networking.k8s.io/Gateway': 'it would open a load balancer',
    'cert-manager.io/Certificate': 'it would order a certificate',
};
const ownGroups = new Set([
    ...['', 'apps', 'batch', 'autoscaling', 'policy'],
    ...[
        ...['rbac.authorization', 'networking', 'gateway.networking', 'storage', 'scheduling', 'node'],
        ...['discovery', 'coordination', 'events', 'apiextensions', 'resource'],
    ].map(name => `${name}.k8s.io`),
]);
function neverKept(known, { inert = [] }) {
    if (never[known] !== undefined)
        return never[known];
    const [group = ''] = known.split('/');
    return ownGroups.has(group) || inert.includes(known)
        ? undefined
        : `what an operator does with ${known} is not known`;
}
const untouched = (object) => ({ why: [], tamed: object });
const suspended = object => specOf(object).suspend === true
    ? untouched(object)
    : { why: ['it would run'], tamed: withSpec(object, { suspend: true }) };
const scaledDown = object => {
    const { replicas = 1 } = specOf(object);
    if (replicas === 0)
        return untouched(object);
    const scaled = withSpec(object, { replicas: 0 });
    return {
        why: ['it would start pods at once'],
        tamed: withAnnotations(scaled, { ...annotationsOf(object), [replicasAnnotation]: String(replicas) }),
    };
};
const offTheNode = (...path) => object => {
    const pod = [...path].reduce((at, key) => ((0,toolkit_map/* isMap */.jh)(at) ? at[key] : undefined), object);
    if (!(0,toolkit_map/* isMap */.jh)(pod) || pod.hostNetwork !== true)
        return untouched(object);
    return {
        why: ['its pods would be in the network of their node'],
        tamed: replaced(object, path, { ...pod, hostNetwork: false }),
    };
};
const outward = [
    ...['externalIPs', 'externalTrafficPolicy', 'healthCheckNodePort', 'allocateLoadBalancerNodePorts'],
    ...['loadBalancerIP', 'loadBalancerClass', 'loadBalancerSourceRanges'],
];
const inward = object => {
    const spec = specOf(object);
    const opens = spec.type === 'LoadBalancer' || spec.type === 'NodePort';
    const external = Array.isArray(spec.externalIPs) && spec.externalIPs.length > 0;
    if (!opens && !external)
        return untouched(object);
    const ports = Array.isArray(spec.ports) ? spec.ports : [];
    const kept = Object.fromEntries(Object.entries(spec).filter(([field]) => !outward.includes(field)));
    const inside = {
        ...kept,
        ...(opens ? { type: 'ClusterIP' } : {}),
        ports: ports.map(port => (0,toolkit_map/* isMap */.jh)(port) ? Object.fromEntries(Object.entries(port).filter(([key]) => key !== 'nodePort')) : port),
    };
    return {
        why: [opens ? `it would open a ${spec.type}` : 'it would take addresses of others'],
        tamed: { ...object, spec: inside },
    };
};
const unnamed = object => {
    const annotations = annotationsOf(object);
    if (annotations[dnsController] === 'none')
        return untouched(object);
    return {
        why: ['it would be given a name in the DNS'],
        tamed: withAnnotations(object, { ...annotations, [dnsController]: 'none' }),
    };
};
function withoutAnnotations(object) {
    const annotations = annotationsOf(object);
    const acts = (key) => actingAnnotation.test(key) && !(key === dnsController && annotations[key] === 'none');
    const found = Object.keys(annotations).filter(acts);
    if (found.length === 0)
        return untouched(object);
    const rest = Object.fromEntries(Object.entries(annotations).filter(([key]) => !acts(key)));
    return { why: [`it is annotated ${found.sort().join(' and ')}`], tamed: withAnnotations(object, rest) };
}
const podOf = ['spec', 'template', 'spec'];
const workload = [scaledDown, offTheNode(...podOf)];
const route = [unnamed];
const changers = {
    'apps/Deployment': workload,
    'apps/StatefulSet': workload,
    'apps/ReplicaSet': workload,
    'batch/Job': [suspended, offTheNode(...podOf)],
    'batch/CronJob': [suspended, offTheNode('spec', 'jobTemplate', ...podOf)],
    '/Service': [inward],
    'networking.k8s.io/Ingress': route,
    ...Object.fromEntries(['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(kind => [
        `gateway.networking.k8s.io/${kind}`,
        route,
    ])),
};
function flat(manifests) {
    return manifests.flatMap(object => object.kind?.endsWith('List') === true && Array.isArray(object.items)
        ? flat(object.items.filter(toolkit_map/* isMap */.jh))
        : [object]);
}
const groupOf = ({ apiVersion = '' }) => apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
const titleOf = ({ kind, metadata }) => `${kind ?? 'object'}/${metadata?.name ?? ''}`;
const specOf = ({ spec }) => ((0,toolkit_map/* isMap */.jh)(spec) ? spec : {});
const annotationsOf = ({ metadata }) => metadata?.annotations ?? {};
const withSpec = (object, more) => ({
    ...object,
    spec: { ...specOf(object), ...more },
});
const withAnnotations = (object, annotations) => ({
    ...object,
    metadata: { ...object.metadata, annotations },
});
function replaced(at, [key, ...rest], value) {
    if (key === undefined)
        return value;
    const map = (0,toolkit_map/* isMap */.jh)(at) ? at : {};
    return { ...map, [key]: replaced(map[key], rest, value) };
}

;// CONCATENATED MODULE: ./.build/js/src/recovery/guard/guarded.js







async function guarded(drill, go) {
    const early = await gatherEarly(drill);
    refuse(earlyRefusals(early));
    const scratch = await openScratch(drill.cluster, drill.scratch);
    try {
        const late = await gatherLate(drill);
        refuse(refusals({ ...early, ...late }));
        return await go(scratch);
    }
    finally {
        await removeScratch(drill.cluster, scratch);
    }
}
async function guardedStanding(drill, go) {
    const { cluster, namespace } = drill;
    const nothing = { repositories: [], manifests: [] };
    const early = await gatherEarly({ ...drill, ...nothing, where: 'standing' });
    const facts = await namespaceFacts(cluster, namespace);
    const own = { ...facts, run: namespace, expires: Number.POSITIVE_INFINITY };
    refuse(refusals({ ...early, namespace: own, run: namespace, now: cluster.now(), isolation: unprobed }));
    return go();
}
async function gatherFacts(drill) {
    const early = await gatherEarly(drill);
    return { ...early, ...(await gatherLate(drill)) };
}
async function gatherEarly(drill) {
    const { cluster, productionCluster, allowed, production, where, inProduction } = drill;
    const [uid, rights, repositories, rollouts, alerts] = await Promise.all([
        uidOf(cluster),
        productionCluster === undefined
            ? []
            : askRights(productionCluster, production, drill.productionNamespaces),
        Promise.all(drill.repositories.map(async (store) => ({ name: store.name, deletes: await store.mayDelete() }))),
        Promise.all(drill.rollouts.map(({ name, read }) => rolloutObstacles(name, read))),
        alertObstacles(drill.alerts),
    ]);
    return {
        ...{ cluster: uid, allowed, production, where, rights, repositories, inProduction },
        acting: acting(drill.manifests, drill.inert === undefined ? {} : { inert: drill.inert }),
        obstacles: [...hoursObstacle(drill.hours, cluster.now()), ...rollouts.flat(), ...alerts],
    };
}
const unprobed = { closed: 'unknown', control: 'unknown', reaches: [] };
async function gatherLate(drill) {
    const { cluster, scratch, where } = drill;
    return {
        namespace: await namespaceFacts(cluster, scratch.name),
        run: scratch.run,
        now: cluster.now(),
        isolation: where === 'standing' ? unprobed : await isolationOf(drill),
    };
}
async function isolationOf({ cluster, scratch, probe }) {
    const [nodes, server] = await Promise.all([
        nodesFor(cluster).catch(() => []),
        baitOf(cluster, scratch.ways),
    ]);
    const baits = server === undefined ? [] : [server];
    return proveIsolation(cluster, scratch, { ...probe, baits: [...probe.baits, ...baits] }, { nodes });
}
function refuse(found) {
    if (found.length === 0)
        return;
    throw new DrillRefused(found);
}
class DrillRefused extends errors/* UserError */.yo {
    refusals;
    constructor(found) {
        const sentences = found.map(({ problem, remedy }) => `${problem}; ${remedy}`);
        super(`the drill is refused: ${sentences.join('. ')}`, '');
        this.name = 'DrillRefused';
        this.refusals = found;
    }
}


/***/ })

};
