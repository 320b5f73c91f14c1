export const id = 836;
export const ids = [836];
export const modules = {

/***/ 30836:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createdAt: () => (/* binding */ createdAt),
/* harmony export */   logSourcesOf: () => (/* binding */ logSourcesOf),
/* harmony export */   tailFrom: () => (/* binding */ tailFrom),
/* harmony export */   writeWith: () => (/* binding */ writeWith)
/* harmony export */ });
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90555);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72315);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12502);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5259);







async function logSourcesOf(cluster, environment) {
    const { namespace, workload } = environment;
    const sources = [];
    const absent = [];
    for (const ref of [workload, ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .workersOf */ .N)(environment)]) {
        const live = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, ref));
        const labelSelector = ref.kind === 'CronJob' ? '' : (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .selectorOf */ .Bk)(live);
        const { items } = labelSelector === ''
            ? { items: [] }
            : await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, namespace), { labelSelector });
        const running = items.filter(pod => (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .isLiving */ .O)(pod) && (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_4__/* .isReady */ .i_)(pod));
        const byNode = new Map(running.map(pod => [pod.spec?.nodeName ?? '', pod]));
        if (byNode.size === 0 && live?.spec?.replicas !== 0)
            absent.push((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(ref));
        for (const [node, { metadata, spec }] of byNode)
            sources.push({
                workload: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)(ref),
                node,
                pod: metadata?.name ?? '',
                container: metadata?.annotations?.['kubectl.kubernetes.io/default-container'] ??
                    (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .templateOf */ .kW)(live)?.spec?.containers?.[0]?.name ??
                    spec?.containers?.[0]?.name ??
                    '',
            });
    }
    return { sources, absent };
}
async function createdAt(cluster, { namespace, workload }) {
    const live = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .pathTo */ .vs)(namespace, workload)).catch(() => undefined);
    const at = Date.parse(live?.metadata?.creationTimestamp ?? '');
    return Number.isNaN(at) ? undefined : at;
}
const tailFrom = (cluster, namespace) => async ({ pod, container }) => {
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .withQuery */ .VL)(`${(0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.pod, namespace, pod)}/log`, {
        container,
        timestamps: 'true',
        tailLines: '20',
        sinceSeconds: '600',
        limitBytes: '262144',
    });
    try {
        const { status, body } = await cluster.fetch(path, AbortSignal.timeout(15_000));
        if (status !== 200)
            return { ok: false, detail: `its log cannot be read (${status})` };
        return { ok: true, value: body.split('\n').flatMap(lineIn) };
    }
    catch (error) {
        return { ok: false, detail: `its log cannot be read: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(error.message)}` };
    }
};
function lineIn(text) {
    const space = text.indexOf(' ');
    const at = Date.parse(text.slice(0, space));
    return Number.isNaN(at) ? [] : [{ at, text: text.slice(space + 1) }];
}
const writeWith = (cluster, namespace) => async ({ pod, container }, line) => {
    try {
        const { code, stderr } = await (0,_cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .execIn */ .Xm)({ namespace, pod, container }, ['sh', '-c', 'printf "%s\\n" "$1" > /proc/1/fd/1', 'sh', line], { reach: cluster.reach, signal: AbortSignal.timeout(30_000) });
        return code === 0 ? undefined : `a line cannot be written: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)(stderr).slice(0, 200)}`;
    }
    catch (error) {
        return (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_6__/* .printable */ .g$)((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)).slice(0, 300);
    }
};


/***/ }),

/***/ 90555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xh: () => (/* binding */ ProgramMissing),
/* harmony export */   Xm: () => (/* binding */ execIn),
/* harmony export */   ex: () => (/* binding */ ExecConnectionLost),
/* harmony export */   t_: () => (/* binding */ interactiveProgram),
/* harmony export */   w3: () => (/* binding */ execInteractive)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90677);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(65679);








async function execIn(place, command, { reach, input, signal, env, heard }) {
    const { namespace, pod, container } = place;
    const args = argumentsFor(place, command, reach, input !== undefined);
    const answer = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__/* .runForOutput */ .kr)(['kubectl', ...args], {
        env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kubectlEnvironment */ .y)(env),
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .defined */ .sw)({ input, signal, heard }),
    });
    const { said, line } = faultIn(answer);
    if (line === undefined)
        return { ...answer, stderr: said };
    const where = `pod ${pod}${container === undefined ? '' : ` (container ${container})`} in namespace ${namespace}`;
    const fault = line.slice(0, 500);
    if (/executable file (`.*` )?not found/.test(line))
        throw new ProgramMissing(`no command can run in ${where}: ${fault}`, 'use an image that contains the program');
    if (/\(NotFound\)|container not found|not valid for pod|does not have a host assigned/.test(line))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`no command can run in ${where}: ${fault}`, 'check that the pod is running, and that it has this container');
    if (/\((Forbidden|Unauthorized)\)/.test(line))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the credential is not allowed to run commands in ${where}: ${fault}`, 'grant it `create` on `pods/exec` there');
    throw new ExecConnectionLost(`the connection to ${where} was lost: ${fault}`, 'check that the pod and its node are ready, then run the step again');
}
class ExecConnectionLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
}
class ProgramMissing extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
}
function faultIn({ code, stderr }) {
    if (code === 0)
        return { said: stderr };
    const lines = stderr.split('\n');
    const ended = lines.findIndex(line => /^command terminated with exit code \d+$/.test(line));
    if (ended >= 0)
        return { said: lines.toSpliced(ended, 1).join('\n') };
    const own = lines.findLast(line => /^(error|Error from server)\b/i.test(line));
    return {
        said: stderr,
        line: own ?? lines.findLast(line => line.trim() !== '') ?? 'kubectl printed nothing',
    };
}
function argumentsFor({ namespace, pod, container }, command, reach, stdin) {
    return [
        ...['exec', pod, `--namespace=${namespace}`, '--quiet', ...(0,_reach_js__WEBPACK_IMPORTED_MODULE_7__/* .reachFlags */ .x)(reach)],
        ...(container === undefined ? [] : [`--container=${container}`]),
        ...(stdin ? ['--stdin'] : []),
        '--',
        ...command,
    ];
}
const execInteractive = (place, command, { reach }) => interactiveProgram(['kubectl', ...argumentsFor(place, command, reach, true)], (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kubectlEnvironment */ .y)());
function interactiveProgram([program, ...args], env) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(...(0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__/* .dieWithParent */ .f)(program, args), { env, stdio: ['pipe', 'pipe', 'pipe'] });
    const heard = [];
    const waiting = [];
    let ended;
    let last = '';
    const end = (error) => {
        ended ??= error;
        for (const { reject } of waiting.splice(0))
            reject(ended);
    };
    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stdout }).on('line', line => {
        const next = waiting.shift();
        if (next === undefined)
            heard.push(line);
        else
            next.resolve(line);
    });
    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stderr }).on('line', line => {
        if (line.trim() !== '')
            last = line;
    });
    child.stdin.on('error', () => undefined);
    child.once('error', end);
    child.once('close', code => end(new Error(last.slice(0, 300) || `kubectl ${(0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__/* .endingOf */ .z6)(code ?? undefined)}`)));
    return {
        say: line => void child.stdin.write(`${line}\n`),
        hear: () => new Promise((resolve, reject) => {
            const line = heard.shift();
            if (line !== undefined)
                resolve(line);
            else if (ended !== undefined)
                reject(ended);
            else
                waiting.push({ resolve, reject });
        }),
        leave: () => {
            end(new Error('the connection was closed'));
            child.kill('SIGKILL');
        },
    };
}


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

/***/ 12502:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ selectorOf),
/* harmony export */   D0: () => (/* binding */ isOwnedBy),
/* harmony export */   Js: () => (/* binding */ readyOf),
/* harmony export */   Lq: () => (/* binding */ templateOfRevision),
/* harmony export */   Mt: () => (/* binding */ revisionOfPod),
/* harmony export */   Nr: () => (/* binding */ podsOwnedBy),
/* harmony export */   O: () => (/* binding */ isLiving),
/* harmony export */   PR: () => (/* binding */ runsTemplate),
/* harmony export */   QJ: () => (/* binding */ graceOfConfiguration),
/* harmony export */   Xy: () => (/* binding */ containerStatusesOf),
/* harmony export */   Zf: () => (/* binding */ canonicalTemplate),
/* harmony export */   dR: () => (/* binding */ podsOfTrack),
/* harmony export */   hY: () => (/* binding */ hasEnded),
/* harmony export */   i_: () => (/* binding */ isReady),
/* harmony export */   jk: () => (/* binding */ newestReplicaSet),
/* harmony export */   su: () => (/* binding */ newestOf),
/* harmony export */   xn: () => (/* binding */ startFailure),
/* harmony export */   zd: () => (/* binding */ isStarting)
/* harmony export */ });
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17103);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91490);


const revisionLabel = 'controller-revision-hash';
function isReady({ status }) {
    return status?.conditions?.some(c => c.type === 'Ready' && c.status === 'True') ?? false;
}
const isLiving = ({ metadata }) => metadata?.deletionTimestamp === undefined;
const hasEnded = ({ status }) => status?.phase === 'Succeeded' || status?.phase === 'Failed';
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
    switch ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(workload)) {
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
    const wanted = canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload));
    return revisions.find(revision => isOwnedBy(revision, workload.metadata?.uid) &&
        canonicalTemplate(templateOfRevision(revision)) === wanted);
}
function templateOfRevision(revision) {
    if (!('data' in revision))
        return revision.spec?.template;
    const { data } = revision;
    const { $patch: _, ...template } = data?.spec?.template ?? {};
    return template;
}
const canonicalTemplate = (template) => (0,_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(JSON.parse(JSON.stringify(template ?? {}, (_key, value) => value ?? undefined)));
const runsTemplate = (workload, template) => canonicalTemplate((0,_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)(workload)) === template;
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
const graceOfConfiguration = 60_000;
const underLoad = /^failed to sync (configmap|secret) cache: timed out|context deadline exceeded|name (".*" )?is reserved/;
function startFailure({ reason = '', message = '', } = {}) {
    switch (reason) {
        case 'InvalidImageName':
        case 'ErrImageNeverPull':
            return 'image-pull';
        case 'ErrImagePull':
        case 'ImagePullBackOff':
            return /not found|unknown|denied|unauthorized|forbidden/i.test(message) ? 'image-pull' : undefined;
        case 'CreateContainerConfigError':
        case 'CreateContainerError':
        case 'RunContainerError':
            if (underLoad.test(message))
                return undefined;
            return /^(secret|configmap) ".*" not found|^couldn't find key /.test(message)
                ? 'missing-configuration'
                : 'bad-container';
        default:
            return undefined;
    }
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
