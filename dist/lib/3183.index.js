export const id = 3183;
export const ids = [3183];
export const modules = {

/***/ 67014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ clientContainer),
/* harmony export */   KQ: () => (/* binding */ clientKind),
/* harmony export */   VF: () => (/* binding */ runAnnotation),
/* harmony export */   pE: () => (/* binding */ clientPod)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75181);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91490);



const clientKind = 'drill-client';
const runAnnotation = 'slipway.dev/drill-run';
const clientContainer = 'client';
function clientPod(client) {
    const { name, namespace, runId, primary, container, victim, user, password, activeDeadlineSeconds } = client;
    const containers = primary.spec?.containers ?? [];
    const source = container === undefined ? containers[0] : containers.find(each => each.name === container);
    if (source?.image === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${victim.pod} has no container ${container ?? ''}`.trimEnd(), `set \`container\` in slipway.yml to one of ${containers.map(each => each.name).join(', ')}`);
    const { imagePullSecrets, securityContext, tolerations } = primary.spec ?? {};
    const elsewhere = [
        { key: 'kubernetes.io/hostname', operator: 'NotIn', values: [victim.node] },
        ...(victim.zone === undefined ? [] : [{ key: _cluster_labels_js__WEBPACK_IMPORTED_MODULE_2__/* .zoneLabel */ .LK, operator: 'NotIn', values: [victim.zone] }]),
    ];
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
            name,
            namespace,
            labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.kind]: clientKind },
            annotations: { [runAnnotation]: runId },
        },
        spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            restartPolicy: 'Never',
            terminationGracePeriodSeconds: 0,
            activeDeadlineSeconds,
            affinity: {
                nodeAffinity: {
                    requiredDuringSchedulingIgnoredDuringExecution: {
                        nodeSelectorTerms: [{ matchExpressions: elsewhere }],
                    },
                },
            },
            ...(imagePullSecrets === undefined ? {} : { imagePullSecrets }),
            ...(securityContext === undefined ? {} : { securityContext }),
            ...(tolerations === undefined ? {} : { tolerations }),
            containers: [
                {
                    name: clientContainer,
                    image: source.image,
                    command: ['sleep', 'infinity'],
                    env: [
                        { name: 'PGUSER', value: user },
                        {
                            name: 'PGPASSWORD',
                            valueFrom: { secretKeyRef: { name: password.secret, key: password.key } },
                        },
                        { name: 'PGAPPNAME', value: 'slipway-drill' },
                        { name: 'PGCONNECT_TIMEOUT', value: '3' },
                    ],
                    resources: { requests: { cpu: '10m', memory: '32Mi' } },
                    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
                },
            ],
        },
    };
}


/***/ }),

/***/ 69549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ runDrillCommand),
/* harmony export */   drillCommandsOf: () => (/* binding */ drillCommandsOf)
/* harmony export */ });
/* harmony import */ var _toolkit_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90305);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16428);




function commandEnvironment(context) {
    const { namespace, runId, victim, scratch } = context;
    const { pod, node, zone } = victim;
    return {
        SLIPWAY_DRILL_RUN: runId,
        SLIPWAY_DRILL_NAMESPACE: namespace,
        SLIPWAY_DRILL_POD: pod,
        SLIPWAY_DRILL_NODE: node,
        ...(zone === undefined ? {} : { SLIPWAY_DRILL_ZONE: zone }),
        ...(scratch === undefined ? {} : { SLIPWAY_DRILL_SCRATCH: scratch }),
    };
}
async function runDrillCommand(program, context, signal, more = {}) {
    const [name] = program;
    const code = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_2__/* .runProgram */ .mB)(program, {
        env: { ...(0,_toolkit_command_js__WEBPACK_IMPORTED_MODULE_0__/* .environmentForCommands */ .HY)(context.env), ...commandEnvironment(context), ...more },
        cwd: context.folder,
        ...(signal && { signal }),
        print: line => context.report(`${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(name)}: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(line)}`),
    }).catch(cause => {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(name)} could not be started`, 'check that it exists and is executable, from the folder of slipway.yml', { cause });
    });
    if (code !== 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(name)} ${(0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_2__/* .endingOf */ .z6)(code)}`, 'read its output in the log above');
}
const drillCommandsOf = ({ inject, cutover }) => ({
    ...inject,
    ...(cutover === undefined ? {} : { cutover }),
});


/***/ }),

/***/ 8065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ fixLeftFault),
/* harmony export */   Ij: () => (/* binding */ faultText),
/* harmony export */   an: () => (/* binding */ acquireDrillLease),
/* harmony export */   drillLeaseState: () => (/* binding */ drillLeaseState)
/* harmony export */ });
/* unused harmony export leaseName */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _release_store_lease_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62775);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48961);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(68672);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(91490);
/* harmony import */ var _client_pod_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(67014);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(69448);











const faultKinds = ['pod', 'node', 'zone', 'off-site', 'cutover', 'drain', 'release'];
const faultText = ({ breaks, victim }) => breaks === 'release' ? `the bad release of ${victim.pod}` : (0,_placement_js__WEBPACK_IMPORTED_MODULE_8__/* .placementText */ .pr)(victim);
const leaseName = 'slipway.drill';
const faultAnnotation = 'slipway.dev/drill-broken';
async function acquireDrillLease(cluster, request) {
    const { namespace } = request;
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName);
    const read = async () => {
        try {
            const { body, serverTime } = await cluster.call('GET', path);
            return { lease: JSON.parse(body), serverTime };
        }
        catch (error) {
            if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && error.status === 404)
                return undefined;
            throw error;
        }
    };
    const current = await read();
    const state = current && (0,_release_store_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseState */ .oi)(current.lease, current.serverTime);
    if (state?.free === false)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`another drill is running in ${namespace}: ${state.holder}`, `wait until it has ended (if it is dead, its Lease expires in ${Math.ceil(state.freeInMs / 1000)} s)`);
    const token = (state?.token ?? 0) + 1;
    const left = current && faultIn(current.lease);
    const first = leaseObject(request, { holder: request.holder, token, broken: left }, current?.lease);
    try {
        if (current === undefined)
            await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace), first);
        else
            await cluster.replace(path, first);
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh)(error))
            throw error;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`another drill has just started in ${namespace}`, 'run this one again when the other has ended');
    }
    return held(cluster, request, token, left, async () => (await read())?.lease);
}
function held(cluster, request, token, left, read) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, request.namespace, leaseName);
    const inTurn = (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_9__.serialQueue)();
    let broken = left;
    const write = (holder, next) => inTurn(() => (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 4, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh }, async () => {
        const lease = await read();
        if (lease === undefined || (0,_release_store_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .tokenOf */ .B9)(lease) !== token)
            throw lost(request, lease);
        await cluster.replace(path, leaseObject(request, { holder, token, broken: next() }, lease));
        broken = next();
    }));
    const timer = setInterval(() => {
        write(request.holder, () => broken).catch(() => undefined);
    }, _toolkit_timing_js__WEBPACK_IMPORTED_MODULE_5__/* .timing */ .N.leaseRenewal);
    timer.unref();
    return {
        left,
        note: next => write(request.holder, () => next),
        release: async () => {
            clearInterval(timer);
            await write('', () => broken).catch(() => undefined);
        },
    };
}
const lost = ({ namespace }, lease) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`this drill lost its Lease on ${namespace} to ${lease?.spec?.holderIdentity || 'another drill'}`, 'see the log of that drill for the state of the fault');
function faultIn({ metadata }) {
    const text = metadata?.annotations?.[faultAnnotation];
    if (text === undefined)
        return undefined;
    const { breaks, run, victim, at } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .jsonMap */ .vM)(text) ?? {};
    const known = faultKinds.find(each => each === breaks);
    const placement = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_10__/* .isMap */ .jh)(victim) ? placementOf(victim) : undefined;
    if (known === undefined || typeof run !== 'string' || typeof at !== 'number' || placement === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the record of the injected fault in ${metadata?.namespace} cannot be read`, `find the fault, fix it, and remove the annotation ${faultAnnotation} from the Lease ${leaseName}`);
    return { breaks: known, run, victim: placement, at };
}
function placementOf({ pod, uid, node, zone }) {
    const isName = (value) => typeof value === 'string' && /^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/.test(value);
    if (!isName(pod) || !isName(uid) || !isName(node))
        return undefined;
    if (zone !== undefined && !isName(zone))
        return undefined;
    return { pod, uid, node, ...(zone === undefined ? {} : { zone }) };
}
function leaseObject({ namespace, run }, { holder, token, broken }, over) {
    const { resourceVersion } = over?.metadata ?? {};
    return {
        apiVersion: 'coordination.k8s.io/v1',
        kind: 'Lease',
        metadata: {
            name: leaseName,
            namespace,
            labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.kind]: 'drill' },
            annotations: {
                [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_6__/* .labels */ .WD.token]: String(token),
                [_client_pod_js__WEBPACK_IMPORTED_MODULE_7__/* .runAnnotation */ .VF]: run,
                ...(broken === undefined ? {} : { [faultAnnotation]: JSON.stringify(broken) }),
            },
            ...(resourceVersion === undefined ? {} : { resourceVersion }),
        },
        spec: {
            holderIdentity: holder,
            leaseDurationSeconds: Math.ceil(_toolkit_timing_js__WEBPACK_IMPORTED_MODULE_5__/* .timing */ .N.leaseDuration / 1000),
            renewTime: new Date().toISOString().replace('Z', '000Z'),
        },
    };
}
async function fixLeftFault(lease, fix) {
    if (lease.left === undefined)
        return undefined;
    await fix(lease.left);
    await lease.note(undefined);
    return lease.left;
}
async function drillLeaseState(cluster, namespace) {
    const lease = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.lease, namespace, leaseName));
    if (lease === undefined)
        return 'free';
    if (!(0,_release_store_lease_js__WEBPACK_IMPORTED_MODULE_2__/* .leaseState */ .oi)(lease, cluster.now()).free)
        return 'held';
    const isNoted = lease.metadata?.annotations?.[faultAnnotation] !== undefined;
    return lease.spec?.holderIdentity !== '' || isNoted ? 'left' : 'free';
}


/***/ }),

/***/ 31213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ requireNoEgressPolicy),
/* harmony export */   qG: () => (/* binding */ cutOff),
/* harmony export */   r9: () => (/* binding */ cutPolicy),
/* harmony export */   rI: () => (/* binding */ restoreAccess)
/* harmony export */ });
/* unused harmony export cutName */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91490);
/* harmony import */ var _scratch_clearing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(16953);
/* harmony import */ var _client_pod_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67014);







const cutName = 'slipway-drill-off-site';
function cutPolicy(namespace, run, { selector, destinations }, apart = []) {
    if (destinations.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo('slipway.yml does not name the address of the off-site repository', 'add `drills.off-site.addresses`, or `drills.inject.off-site` with `run` and `fix`');
    const networks = [...new Set(destinations.map(({ cidr }) => cidr))];
    const of = (family) => networks.filter(each => (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(each.split('/')[0] ?? '') === family);
    const all = (cidr, except) => ({
        ipBlock: { cidr, ...(except.length === 0 ? {} : { except }) },
    });
    const elsewhere = { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: apart };
    const policy = {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: {
            name: cutName,
            namespace,
            labels: { [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'drill-cut' },
            annotations: { [_client_pod_js__WEBPACK_IMPORTED_MODULE_6__/* .runAnnotation */ .VF]: run },
        },
        spec: {
            podSelector: selector,
            policyTypes: ['Egress'],
            egress: [
                { to: [{ namespaceSelector: apart.length === 0 ? {} : { matchExpressions: [elsewhere] } }] },
                { to: [all('0.0.0.0/0', of(4)), all('::/0', of(6))] },
                ...networks.map(cidr => ({
                    to: [{ ipBlock: { cidr } }],
                    ports: otherPorts(destinations.filter(each => each.cidr === cidr).map(({ port }) => port)),
                })),
            ],
        },
    };
    return policy;
}
function otherPorts(closed) {
    const ports = [...new Set(closed)].sort((a, b) => a - b);
    const begins = [1, ...ports.map(port => port + 1)];
    const ranges = begins.map((port, index) => ({ port, endPort: (ports[index] ?? 65_536) - 1 }));
    return [
        ...ranges.filter(({ port, endPort }) => port <= endPort).map(each => ({ protocol: 'TCP', ...each })),
        { protocol: 'UDP', port: 1, endPort: 65_535 },
    ];
}
async function requireNoEgressPolicy(cluster, namespace) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_scratch_clearing_js__WEBPACK_IMPORTED_MODULE_5__/* .networkPolicy */ .HQ, namespace));
    const other = items.find(({ metadata, spec }) => metadata?.name !== cutName && (spec?.policyTypes?.includes('Egress') ?? spec?.egress !== undefined));
    if (other === undefined)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the NetworkPolicy ${other.metadata?.name} in ${namespace} already restricts egress, so another one cannot cut anything off`, 'add `drills.inject.off-site` with a command that cuts the repository off, and one that restores access');
}
async function cutOff(cluster, namespace, run, cut = { selector: {}, destinations: [] }) {
    const policy = cutPolicy(namespace, run, cut, await namespacesAt(cluster, cut.destinations));
    await requireNoEgressPolicy(cluster, namespace);
    try {
        await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_scratch_clearing_js__WEBPACK_IMPORTED_MODULE_5__/* .networkPolicy */ .HQ, namespace), policy);
    }
    catch (error) {
        if (!(0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .isConflict */ .dh)(error))
            throw error;
    }
}
async function namespacesAt(cluster, destinations) {
    const found = await Promise.all(destinations.map(async ({ cidr }) => {
        const query = { fieldSelector: `status.podIP=${cidr.split('/')[0]}` };
        const pods = await cluster
            .list('/api/v1/pods', query)
            .catch((0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ifNotAllowed */ .hC)({ items: [] }));
        return pods.items.flatMap(({ metadata }) => metadata?.namespace ?? []);
    }));
    return [...new Set(found.flat())].sort();
}
async function restoreAccess(cluster, namespace) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_scratch_clearing_js__WEBPACK_IMPORTED_MODULE_5__/* .networkPolicy */ .HQ, namespace, cutName);
    const there = await cluster.get(path);
    if (there?.metadata?.annotations?.[_client_pod_js__WEBPACK_IMPORTED_MODULE_6__/* .runAnnotation */ .VF] === undefined)
        return;
    await cluster.remove(path, there.metadata.uid);
}


/***/ }),

/***/ 39370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ injectorFor),
/* harmony export */   d: () => (/* binding */ deletePod)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69549);
/* harmony import */ var _egress_cut_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(31213);





function injectorFor(breaks, cluster, commands, context, cut) {
    if (breaks === 'pod')
        return {
            inject: ({ pod, uid }) => deletePod(cluster, context.namespace, pod, uid, 1),
            fix: async () => undefined,
        };
    const command = commands[breaks];
    if (breaks === 'off-site' && command === undefined)
        return {
            inject: () => (0,_egress_cut_js__WEBPACK_IMPORTED_MODULE_4__/* .cutOff */ .qG)(cluster, context.namespace, context.runId, cut),
            fix: () => (0,_egress_cut_js__WEBPACK_IMPORTED_MODULE_4__/* .restoreAccess */ .rI)(cluster, context.namespace),
        };
    if (command === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(breaks === 'cutover'
            ? 'slipway.yml names no commands that switch the public address over and back'
            : `slipway.yml names no commands that break and fix a ${breaks}`, `add \`${breaks === 'cutover' ? '' : 'inject.'}${breaks}\` with \`run\` and \`fix\``);
    const known = (victim) => {
        if (breaks === 'zone' && victim.zone === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the zone of ${victim.node} is unknown`, 'allow the drill to `get` nodes, and label them with topology.kubernetes.io/zone');
        return { ...context, victim };
    };
    return {
        inject: async (victim, signal) => (0,_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .runDrillCommand */ ._)(command.run, known(victim), signal),
        fix: async (victim) => (0,_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .runDrillCommand */ ._)(command.fix, known(victim)),
    };
}
async function deletePod(cluster, namespace, pod, uid, grace) {
    try {
        await cluster.call('DELETE', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, namespace, pod), {
            kind: 'DeleteOptions',
            apiVersion: 'v1',
            ...(grace === undefined ? {} : { gracePeriodSeconds: grace }),
            preconditions: { uid },
        });
    }
    catch (error) {
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$ && (error.status === 404 || error.status === 409)))
            throw error;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${pod} was deleted or replaced before the injection`, 'run the drill again');
    }
}


/***/ }),

/***/ 73183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mn: () => (/* binding */ heldLease),
/* harmony export */   h_: () => (/* binding */ fixLeft),
/* harmony export */   th: () => (/* binding */ removeClients)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91490);
/* harmony import */ var _client_pod_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(67014);
/* harmony import */ var _drill_lease_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8065);
/* harmony import */ var _faults_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(39370);
/* harmony import */ var _zone_drain_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(95602);








function heldLease(cluster, commands, context, { holder, now, breaks }) {
    const { namespace, runId: run } = context;
    let lease;
    return {
        isHeld: () => lease !== undefined,
        prepare: async () => {
            lease = await (0,_drill_lease_js__WEBPACK_IMPORTED_MODULE_5__/* .acquireDrillLease */ .an)(cluster, { namespace, holder, run });
            await fixLeft(cluster, lease, commands, context);
        },
        note: async (victim) => {
            if (lease === undefined)
                throw new Error('there is no lease');
            const { pod, uid, node, zone } = victim ?? { pod: '', uid: '', node: '' };
            const placed = { pod, uid, node, ...(zone === undefined ? {} : { zone }) };
            await lease.note(victim && { breaks, run, victim: placed, at: now() });
        },
        clear: async () => {
            await lease?.release();
            return [];
        },
    };
}
async function fixLeft(cluster, lease, commands, context) {
    const { report, namespace } = context;
    const left = await (0,_drill_lease_js__WEBPACK_IMPORTED_MODULE_5__/* .fixLeftFault */ .$Q)(lease, async ({ breaks, run, victim }) => {
        report(`fixing the fault that the drill ${run} left: ${(0,_drill_lease_js__WEBPACK_IMPORTED_MODULE_5__/* .faultText */ .Ij)({ breaks, victim })}`);
        if (breaks === 'drain')
            return (0,_zone_drain_js__WEBPACK_IMPORTED_MODULE_7__/* .uncordon */ .Jz)(cluster, namespace);
        if (breaks !== 'release')
            return (0,_faults_js__WEBPACK_IMPORTED_MODULE_6__/* .injectorFor */ .O)(breaks, cluster, commands, context).fix(victim);
        if (commands.release !== undefined)
            return commands.release(run);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the drill ${run} may have left a bad release`, (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .RG)('sweep'));
    });
    await removeClients(cluster, namespace);
    return left;
}
async function removeClients(cluster, namespace) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace);
    const { items } = await cluster.list(path, { labelSelector: `${_workloads_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.kind}=${_client_pod_js__WEBPACK_IMPORTED_MODULE_4__/* .clientKind */ .KQ}` });
    for (const { metadata } of items)
        if (metadata?.annotations?.[_client_pod_js__WEBPACK_IMPORTED_MODULE_4__/* .runAnnotation */ .VF] !== undefined)
            await cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace, metadata.name), metadata.uid);
}


/***/ }),

/***/ 22724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ lookUntil),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   v7: () => (/* binding */ pause)
/* harmony export */ });
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25726);

async function within(patience, work) {
    const fault = `no answer within ${patience} ms`;
    const giving = new AbortController();
    const late = new Promise(resolve => {
        giving.signal.addEventListener('abort', () => resolve({ fault }));
    });
    const timer = setTimeout(() => giving.abort(), patience);
    try {
        const working = work(giving.signal).then(answer => ({ answer }));
        working.catch(() => undefined);
        return await Promise.race([working, late]);
    }
    catch (error) {
        if (giving.signal.aborted)
            return { fault };
        return { fault: (error instanceof Error ? error.message : String(error)) || 'it failed' };
    }
    finally {
        clearTimeout(timer);
    }
}
async function lookUntil(look, isEnough, { pace, signal, every = pace.probes.every, end, now }) {
    for (;;) {
        const found = await look();
        if (isEnough(found) || now() >= end)
            return found;
        await pause(every, signal);
    }
}
const pause = (ms, signal) => (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .pause */ .v7)(ms, { signal });


/***/ }),

/***/ 69448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ onlyPrimary),
/* harmony export */   pr: () => (/* binding */ placementText),
/* harmony export */   zq: () => (/* binding */ successorAmong)
/* harmony export */ });
/* unused harmony export primariesAmong */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const primary = new Set(['primary', 'master']);
function primariesAmong(pods, role) {
    return pods.flatMap(({ metadata, spec }) => {
        const { name, uid, labels = {}, deletionTimestamp } = metadata ?? {};
        const node = spec?.nodeName;
        if (!primary.has(labels[role] ?? '') || deletionTimestamp !== undefined)
            return [];
        return name === undefined || uid === undefined || node === undefined ? [] : [{ pod: name, uid, node }];
    });
}
function onlyPrimary(pods, role) {
    const [found, ...more] = primariesAmong(pods, role);
    if (found === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${pods.length === 1 ? 'the only pod of the database is not' : `none of ${pods.length} pods of the database is`} labeled as the primary (label ${role})`, 'check that the database has a primary, and that its `workload` and `drills.markers.role` in slipway.yml are correct');
    if (more.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${[found, ...more].map(({ pod }) => pod).join(' and ')} are all labeled as the primary (label ${role})`, 'find out which one is, and fix the others first');
    return found;
}
const successorAmong = (pods, role, before) => primariesAmong(pods, role).find(({ uid }) => uid !== before.uid);
const placementText = ({ pod, node, zone }) => `${pod} on ${node}${zone === undefined ? '' : ` in zone ${zone}`}`;


/***/ }),

/***/ 95602:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ uncordon),
/* harmony export */   Kq: () => (/* binding */ cordon),
/* harmony export */   YO: () => (/* binding */ evict),
/* harmony export */   nu: () => (/* binding */ awayFrom),
/* harmony export */   t0: () => (/* binding */ roomProblem)
/* harmony export */ });
/* unused harmony export cordonAnnotation */
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(75181);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(22882);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25726);
/* harmony import */ var _workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79395);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(12502);
/* harmony import */ var _patience_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(22724);









const cordonAnnotation = 'slipway.dev/drill-cordon';
function roomProblem(zone, moving, nodes, all) {
    const rooms = nodes
        .filter(node => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_8__/* .zoneOf */ .kE)(node) !== undefined && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_8__/* .zoneOf */ .kE)(node) !== zone && takesPods(node))
        .map(node => ({ node, free: freeOn(node, all) }));
    if (rooms.length === 0)
        return `no node in another zone than ${zone} takes pods`;
    for (const { metadata, spec } of moving) {
        const need = (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .podNeeds */ .B4)(spec);
        const room = rooms
            .filter(({ node, free }) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_8__/* .hasLabels */ .cP)(spec?.nodeSelector, node.metadata?.labels) &&
            (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .tolerates */ .GD)(spec ?? { containers: [] }, node) &&
            free.pods >= 1 &&
            free.cpu >= need.cpu &&
            free.memory >= need.memory)
            .sort((a, b) => b.free.cpu - a.free.cpu)[0];
        if (room === undefined)
            return `no schedulable node in another zone than ${zone} (${rooms.length} in all) has room for ${metadata?.name} in addition to its own pods and the other evicted pods`;
        room.free.cpu -= need.cpu;
        room.free.memory -= need.memory;
        room.free.pods -= 1;
    }
    return undefined;
}
const takesPods = (node) => node.spec?.unschedulable !== true && (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_6__/* .isReady */ .i_)(node);
function freeOn({ metadata, status }, all) {
    const { cpu = '0', memory = '0', pods = '0' } = status?.allocatable ?? {};
    const free = { cpu: (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)(cpu), memory: (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)(memory), pods: (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .quantity */ .au)(pods) };
    for (const { spec, status: is } of all) {
        if (spec?.nodeName !== metadata?.name || is?.phase === 'Succeeded' || is?.phase === 'Failed')
            continue;
        const need = (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_5__/* .podNeeds */ .B4)(spec);
        free.cpu -= need.cpu;
        free.memory -= need.memory;
        free.pods -= 1;
    }
    return free;
}
async function cordon(cluster, namespace, nodes) {
    try {
        for (const name of nodes) {
            const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, '', name);
            await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)({ attempts: 8, temporary: _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isConflict */ .dh }, async () => {
                const node = await cluster.get(path);
                if (node === undefined || node.spec?.unschedulable === true)
                    return;
                await cluster.patch(path, 'merge', {
                    metadata: {
                        resourceVersion: node.metadata?.resourceVersion,
                        annotations: { [cordonAnnotation]: namespace },
                    },
                    spec: { unschedulable: true },
                });
            });
        }
        return true;
    }
    catch (error) {
        if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .MissingPermission */ .cb)
            return false;
        throw error;
    }
}
async function uncordon(cluster, namespace) {
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, ''));
    for (const { metadata } of items)
        if (metadata?.annotations?.[cordonAnnotation] === namespace)
            await cluster.patch((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.node, '', metadata.name), 'merge', {
                metadata: { annotations: { [cordonAnnotation]: null } },
                spec: { unschedulable: null },
            });
}
async function evict(cluster, namespace, pods, { deadline, signal }) {
    const end = performance.now() + deadline;
    let left = pods;
    for (;;) {
        const held = [];
        let absent = false;
        for (const pod of left) {
            const result = await tryToEvict(cluster, namespace, pod, signal);
            if (result !== 'evicted')
                held.push(pod);
            absent ||= result === 'unavailable';
        }
        if (held.length === 0)
            return;
        left = held;
        if (performance.now() >= end) {
            const names = left.map(({ metadata }) => metadata?.name).join(', ');
            throw absent
                ? new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${names} cannot be evicted: the API server is unavailable`, 'run the drill again')
                : new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`a PodDisruptionBudget forbids the eviction of ${names}`, 'allow a disruption, or add replicas');
        }
        await (0,_patience_js__WEBPACK_IMPORTED_MODULE_7__/* .pause */ .v7)(1000, signal);
    }
}
function awayFrom(before, now, zones) {
    const zoneOfPod = ({ spec }) => zones.get(spec?.nodeName ?? '');
    const countIn = (pods, zone) => pods.filter(pod => zoneOfPod(pod) === zone).length;
    const more = new Map([...new Set(zones.values())].map(zone => [zone, countIn(now, zone) - countIn(before, zone)]));
    const [crowded] = [...more].filter(([, difference]) => difference > 0).sort(([, a], [, b]) => b - a);
    return {
        missing: [...more.values()].reduce((sum, difference) => sum + Math.max(0, -difference), 0),
        moved: crowded && now.find(pod => zoneOfPod(pod) === crowded[0]),
    };
}
async function tryToEvict(cluster, namespace, { metadata }, signal) {
    signal.throwIfAborted();
    const name = metadata?.name ?? '';
    const { status, body } = await cluster.fetch(`${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, namespace, name)}/eviction`, AbortSignal.any([signal, AbortSignal.timeout(30_000)]), {
        method: 'POST',
        body: {
            apiVersion: 'policy/v1',
            kind: 'Eviction',
            metadata: { name, namespace },
            deleteOptions: { preconditions: { uid: metadata?.uid } },
        },
    });
    if (status < 300 || status === 404 || status === 409)
        return 'evicted';
    if (status === 429)
        return 'held';
    if ((0,_cluster_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnavailable */ .Pd)(status) || status === 504)
        return 'unavailable';
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${name} cannot be evicted: the API server returned ${status}${status === 403 ? '' : ` (${body.slice(0, 200)})`}`, status === 403 ? 'grant the drill `create` on `pods/eviction`' : 'run the drill again');
}


/***/ }),

/***/ 16953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HQ: () => (/* binding */ networkPolicy),
/* harmony export */   Ht: () => (/* binding */ firstObjectIn),
/* harmony export */   IU: () => (/* binding */ clear),
/* harmony export */   X0: () => (/* binding */ clearExpired),
/* harmony export */   Xm: () => (/* binding */ isDisposable),
/* harmony export */   ZU: () => (/* binding */ removeScratch),
/* harmony export */   _d: () => (/* binding */ isExpired),
/* harmony export */   ij: () => (/* binding */ isLeftover)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _manifests_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7926);




const networkPolicy = {
    ..._cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap,
    group: 'networking.k8s.io',
    plural: 'networkpolicies',
    kind: 'NetworkPolicy',
};
const contents = [
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.cronJob,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.deployment,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.statefulSet,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.daemonSet,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.job,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.replicaSet,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pod,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.service,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.pvc,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.secret,
];
const policy = { ..._cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, group: 'policy' };
const rbac = { ..._cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, group: 'rbac.authorization.k8s.io' };
const shared = [
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap,
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.horizontalPodAutoscaler,
    { ...policy, plural: 'poddisruptionbudgets', kind: 'PodDisruptionBudget' },
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.resourceQuota,
    { ..._cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, plural: 'limitranges', kind: 'LimitRange' },
    { ...rbac, plural: 'rolebindings', kind: 'RoleBinding' },
    { ...rbac, plural: 'roles', kind: 'Role' },
    _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.serviceAccount,
];
async function ownIn(cluster, resource, name) {
    const none = { items: [] };
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, name)).catch((0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ifNotAllowed */ .hC)(none));
    return items.filter(({ metadata }) => metadata?.managedFields?.some(({ manager }) => manager === _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .fieldManager */ .wM));
}
async function firstObjectIn(cluster, name) {
    for (const resource of contents) {
        const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, name), { limit: '1' });
        if (items.length > 0)
            return `${resource.kind}/${items[0]?.metadata?.name}`;
    }
    for (const resource of shared) {
        const [first] = await ownIn(cluster, resource, name);
        if (first !== undefined)
            return `${resource.kind}/${first.metadata?.name}`;
    }
    return undefined;
}
const clearedAnnotation = 'slipway.dev/drill-clearing';
async function removeScratch(cluster, { name, run, uid }) {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.namespace, '', name);
    const there = await cluster.get(path);
    if (there?.metadata?.uid !== uid || there.metadata.labels?.[_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .runLabel */ .Az] !== run)
        return;
    await clear(cluster, there);
}
async function clear(cluster, namespace) {
    const { name = '', uid, resourceVersion, annotations } = namespace.metadata ?? {};
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.namespace, '', name);
    if (annotations?.[_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .adoptedAnnotation */ .Rc] !== 'true')
        return cluster.remove(path, uid, resourceVersion);
    const taken = await cluster.patch(path, 'merge', {
        metadata: {
            resourceVersion,
            annotations: { [clearedAnnotation]: new Date(cluster.now()).toISOString() },
        },
    });
    for (const resource of contents)
        await cluster.call('DELETE', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, name), { propagationPolicy: 'Background' });
    for (const resource of shared)
        for (const { metadata } of await ownIn(cluster, resource, name))
            await cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, name, metadata?.name), metadata?.uid);
    await cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(networkPolicy, name, _manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .policyName */ .ct), undefined);
    for (const each of _manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .handedOver */ .$_)
        await cluster.remove((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.configMap, name, each), undefined);
    const gone = { [_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .expiresAnnotation */ .CN]: null, [_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .adoptedAnnotation */ .Rc]: null, [clearedAnnotation]: null };
    await cluster.patch(path, 'merge', {
        metadata: {
            resourceVersion: taken.metadata?.resourceVersion,
            labels: { [_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .runLabel */ .Az]: null },
            annotations: gone,
        },
    });
}
async function clearExpired(cluster, name) {
    const there = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.namespace, '', name));
    if (there === undefined || !isLeftover(there, cluster.now()))
        return false;
    await clear(cluster, there);
    return true;
}
const isDisposable = (labels) => labels[_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .disposableLabel */ .LQ] === 'true' && labels[_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .liveLabel */ .lx] !== 'true';
function isLeftover({ metadata }, now) {
    const { labels = {}, annotations = {}, deletionTimestamp } = metadata ?? {};
    return (isDisposable(labels) &&
        labels[_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .runLabel */ .Az] !== undefined &&
        deletionTimestamp === undefined &&
        isExpired(annotations[_manifests_js__WEBPACK_IMPORTED_MODULE_3__/* .expiresAnnotation */ .CN], now));
}
function isExpired(expires, now) {
    const at = Date.parse(expires ?? '');
    return !Number.isNaN(at) && at < now;
}


/***/ }),

/***/ 7926:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $_: () => (/* binding */ handedOver),
/* harmony export */   Az: () => (/* binding */ runLabel),
/* harmony export */   CN: () => (/* binding */ expiresAnnotation),
/* harmony export */   GW: () => (/* binding */ scratchNamespace),
/* harmony export */   LQ: () => (/* binding */ disposableLabel),
/* harmony export */   Rc: () => (/* binding */ adoptedAnnotation),
/* harmony export */   Ry: () => (/* binding */ isolationPolicy),
/* harmony export */   Vi: () => (/* binding */ stateName),
/* harmony export */   bP: () => (/* binding */ stateKey),
/* harmony export */   bo: () => (/* binding */ ledgerName),
/* harmony export */   ct: () => (/* binding */ policyName),
/* harmony export */   lx: () => (/* binding */ liveLabel)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const liveLabel = 'slipway.dev/drill-live';
const disposableLabel = 'slipway.dev/drill-disposable';
const runLabel = 'slipway.dev/drill-run';
const expiresAnnotation = 'slipway.dev/drill-expires';
const adoptedAnnotation = 'slipway.dev/drill-adopted';
const stateName = 'slipway-drill-state';
const stateKey = 'state';
const ledgerName = 'slipway-drill-ledger';
const handedOver = [stateName, ledgerName];
function scratchNamespace({ name, run, ttl }, now) {
    if (!/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/.test(run))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${run}" is not a valid id of a drill`, 'use up to 63 letters, digits, dots and dashes');
    if (!(Number.isFinite(ttl) && ttl > 0))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the namespace of a drill must expire', 'give it a time to live, such as 4h');
    return {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
            name,
            labels: {
                [disposableLabel]: 'true',
                [runLabel]: run,
                'pod-security.kubernetes.io/enforce': 'baseline',
            },
            annotations: { [expiresAnnotation]: new Date(now + ttl).toISOString() },
        },
    };
}
const policyName = 'slipway-drill';
function isolationPolicy({ name, egress }) {
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
                ...egress.map(destination => ({
                    to: [{ ipBlock: { cidr: checkedCidr(destination.cidr) } }],
                    ports: [{ protocol: 'TCP', port: checkedPort(destination.port) }],
                })),
            ],
        },
    };
}
function checkedCidr(cidr) {
    const [address = '', bits = ''] = cidr.split('/');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address);
    const narrowest = family === 4 ? 32 : 128;
    const widest = family === 4 ? 16 : 48;
    if (family !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= narrowest && Number(bits) >= widest)
        return cidr;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`"${cidr}" cannot be allowed as egress of a drill's namespace`, 'write an address or a small network, such as 192.0.2.7/32');
}
function checkedPort(port) {
    if (Number.isInteger(port) && port > 0 && port < 65_536)
        return port;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${port} is not a valid port`, 'write one from 1 to 65535');
}


/***/ })

};
