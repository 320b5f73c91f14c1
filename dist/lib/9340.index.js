export const id = 9340;
export const ids = [9340];
export const modules = {

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   ce: () => (/* binding */ repositoryIn),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26126);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const digestPattern = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const registryPattern = /^(([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(\.([A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$/;
const componentPattern = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*$/;
const longestName = 255;
const defaultRegistry = 'docker.io';
const defaultRegistryAlias = 'index.docker.io';
const defaultNamespace = 'library';
function isDigest(text) {
    return digestPattern.test(text);
}
function isTag(text) {
    return tagPattern.test(text);
}
function candidateOf(image) {
    return parseRepository(image.candidate ?? `${image.repository}-candidate`);
}
const repositoryIn = (from, image) => (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('from', ['candidate', 'release'], from) === 'release' ? image.repository : candidateOf(image);
function parseReference(text) {
    const [beforeDigest = '', writtenDigest, ...more] = text.split('@');
    if (more.length > 0)
        throw malformed(text, 'it has more than one "@"');
    if (writtenDigest !== undefined && !isDigest(writtenDigest)) {
        throw malformed(text, `${quoted(writtenDigest)} is not a digest`);
    }
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${quoted(tag)} is not a tag`);
    const { registry, path } = splitName(name);
    if (!registryPattern.test(registry))
        throw malformed(text, `${quoted(registry)} is not a registry`);
    const wrong = path.split('/').find(component => !componentPattern.test(component));
    if (wrong !== undefined)
        throw malformed(text, wrongComponent(wrong));
    if (path.length > longestName)
        throw malformed(text, `its name is longer than ${longestName} characters`);
    if (/^[0-9a-f]{64}$/.test(name))
        throw malformed(text, 'it looks like an image ID');
    return { registry, repository: `${registry}/${path}`, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .defined */ .sw)({ tag, digest: writtenDigest }) };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write only the repository');
}
function pinned(reference) {
    const { repository, digest } = parseReference(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${reference.repository}${tag}${digest}`;
}
function splitName(name) {
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const isRegistry = /[.:A-Z[]/.test(first) || first === 'localhost';
    const registry = isRegistry ? first : defaultRegistry;
    const path = isRegistry ? name.slice(slash + 1) : name;
    if (registry !== defaultRegistry && registry !== defaultRegistryAlias)
        return { registry, path };
    return { registry: defaultRegistry, path: path.includes('/') ? path : `${defaultNamespace}/${path}` };
}
function wrongComponent(component) {
    if (component === '')
        return 'a part of its name is empty';
    return component === component.toLowerCase()
        ? `${quoted(component)} cannot be part of a name`
        : `${quoted(component)} has uppercase letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 66415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WJ: () => (/* binding */ passPreHook),
/* harmony export */   bO: () => (/* binding */ openHookSentence),
/* harmony export */   z0: () => (/* binding */ runPostHook)
/* harmony export */ });
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25726);
/* harmony import */ var _hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5277);
/* harmony import */ var _preflight_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88640);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(63811);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27848);
/* harmony import */ var _workloads_lease_lost_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(24859);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(29296);









async function passPreHook(cluster, request, lease, { records, ...begun }) {
    const reason = await runPreHook(cluster, request, lease, begun).catch((error) => {
        if (error instanceof _workloads_lease_lost_js__WEBPACK_IMPORTED_MODULE_7__.LeaseLost)
            throw error;
        return `the pre hook could not be run: ${describeBriefly(error)}`;
    });
    await lease.assertHeld();
    if (reason === undefined)
        return undefined;
    const { release, baseline } = begun.record;
    await records.conclude({
        schema: 1,
        release,
        state: 'rolled-back',
        token: lease.token,
        reason,
    });
    return { release, baseline, state: 'refused', readyPods: 0, rolloutMs: 0, reason };
}
async function runPreHook(cluster, request, lease, { plan, record }) {
    const hook = hookOf('pre', request.around, record);
    if (hook === undefined)
        return undefined;
    const copies = (0,_preflight_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .inOrder */ .al)(plan.targets, request.environment, record.release).filter(({ object }) => object.metadata?.labels?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .labels */ .WD.kind] === 'shipped');
    const { app } = request.config;
    if ('job' in hook)
        await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .applyObjects */ .r3)(cluster, copies, (0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_5__/* .fencedApply */ .EQ)(app, lease.token), () => lease.assertHeld());
    return (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .runHook */ .D)(cluster, 'pre', hook, contextOf(request, record, lease.token));
}
async function runPostHook(cluster, request, record, namespace) {
    const hook = hookOf('post', request.around, record);
    if (hook === undefined)
        return undefined;
    const environment = { namespace };
    const failed = await (0,_hooks_hooks_js__WEBPACK_IMPORTED_MODULE_3__/* .runHook */ .D)(cluster, 'post', hook, contextOf({ ...request, environment }, record, record.token)).catch((error) => `the post hook could not be run: ${describeBriefly(error)}`);
    if (failed !== undefined)
        return failed;
    await closePostHook(cluster, namespace, record).catch((error) => request.report(`warning: the success of the post hook was not recorded: ${describeBriefly(error)}`));
    return undefined;
}
const describeBriefly = (error) => error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo ? error.sentence : error.message;
function hookOf(when, around, { hooks }) {
    const recorded = hooks?.[when];
    if (recorded !== undefined)
        return recorded;
    const written = around?.hooks[when];
    return written !== undefined && 'run' in written ? written : undefined;
}
function contextOf({ around, environment, origin, env, report, signal, }, { app, environment: environmentName, release, baseline, images }, token) {
    return {
        ...{ app, environmentName, namespace: environment.namespace, release, baseline, images, token },
        ...{ origin, env, report },
        around: around ?? { folder: '.', log: 2, quote: (_, work) => work(report) },
        ...(signal === undefined ? {} : { signal }),
    };
}
function openHookSentence(rollout) {
    if (rollout?.phase !== 'done' || rollout.postHook === undefined)
        return undefined;
    const { candidate, postHook } = rollout;
    return `the post hook of release ${candidate} did not finish (${postHook.by}), and is not retried: see in the log of that run how far it came, then do the rest by hand`;
}
async function closePostHook(cluster, namespace, { app, release }) {
    await (0,_toolkit_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)({ attempts: 8, unfinished: done => !done }, async () => {
        const entry = await (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readState */ .un)(cluster, namespace, app);
        if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined)
            return true;
        const { postHook: _, ...rollout } = entry.rollout;
        return (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_6__/* .replaceState */ .g5)(cluster, namespace, entry, rollout);
    });
}


/***/ }),

/***/ 88640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ planRelease),
/* harmony export */   YD: () => (/* binding */ observedRecord),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   fG: () => (/* binding */ createdTargets),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _store_baseline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91910);
/* harmony import */ var _store_record_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61062);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75507);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(70371);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29296);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78765);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17121);








function planRelease(candidate, request, liveState, salt) {
    const { config, environment, report } = request;
    const controlled = liveState.targets
        .filter(({ live }) => live !== undefined && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_3__/* .isControlled */ .RF)(live))
        .map(({ manifest }) => `${manifest.object.kind}/${manifest.name}`);
    const live = new Set([...environment.live, ...controlled]);
    const hooks = Object.values(request.around?.hooks ?? {}).flatMap(hook => 'manifest' in hook ? [hook.manifest.object] : []);
    const plan = (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__/* .shipConfiguration */ .xz)(candidate, config.app, live, salt, hooks);
    for (const name of controlled)
        report(`${name} is written by another controller and stays live`);
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadIn */ .h7)(plan.manifests, environment);
    const scaled = [[workload, liveState.autoscaler]].concat((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .workersIn */ .r0)(plan.manifests, environment).map(worker => [
        worker,
        liveState.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .refOf */ .H8)(worker))]?.autoscaler,
    ]));
    for (const [each, autoscaler] of scaled) {
        const { spec } = each;
        if (autoscaler === undefined || spec?.replicas === undefined)
            continue;
        const whose = each === workload ? '' : ` of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .refOf */ .H8)(each))}`;
        report(`spec.replicas${whose} is left to HorizontalPodAutoscaler/${autoscaler.metadata?.name}`);
        delete spec.replicas;
    }
    return plan;
}
function inOrder(targets, environment, release) {
    const destinations = targets.map(({ manifest, path, live }) => ({
        path,
        live,
        object: manifest.object,
    }));
    const isLast = ({ object }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .isOf */ .yW)(environment.workload, object);
    const marked = destinations.filter(isLast).map(destination => {
        const { metadata } = destination.object;
        const annotations = { ...metadata?.annotations, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_5__/* .labels */ .WD.release]: String(release) };
        return { ...destination, object: { ...destination.object, metadata: { ...metadata, annotations } } };
    });
    return [...destinations.filter(destination => !isLast(destination)), ...marked];
}
function createdTargets({ targets, shipped }) {
    const copies = new Set(shipped.map(({ kind, copy }) => `${kind}/${copy}`));
    return targets.filter(({ manifest, live }) => live === undefined && !copies.has(`${manifest.object.kind}/${manifest.name}`));
}
function recordOf(request, plan, { token, release, baseline, reversible = true, workers = {} }) {
    return {
        ...common(request, token),
        release,
        source: 'released',
        ...(baseline === undefined ? {} : { baseline }),
        ...(reversible ? {} : { reversible: false }),
        ...(plan.promotion === undefined ? {} : { promotion: plan.promotion }),
        ...(request.signatures === undefined ? {} : { signatures: request.signatures }),
        images: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesOf */ .CL)(request.images),
        shipped: plan.shipped,
        ...(plan.hooks === undefined ? {} : { hooks: plan.hooks }),
        ...(Object.keys(workers).length === 0 ? {} : { workers }),
        manifests: (0,_store_record_text_js__WEBPACK_IMPORTED_MODULE_1__/* .recordable */ .I)(plan.manifests),
    };
}
function observedRecord(request, template, token, release) {
    return {
        ...common(request, token),
        release,
        source: 'observed',
        images: (0,_store_baseline_js__WEBPACK_IMPORTED_MODULE_0__/* .imagesOf */ .IC)(template),
        shipped: [],
        manifests: [],
    };
}
function common({ config, environmentName, origin }, token) {
    return {
        schema: 1,
        app: config.app,
        environment: environmentName,
        by: origin,
        token,
        config,
    };
}


/***/ }),

/***/ 95131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var _deploy_run_hooks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66415);
/* harmony import */ var _gate_start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95549);
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74524);
/* harmony import */ var _rollout_find_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8106);
/* harmony import */ var _rollout_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43533);





async function promote(cluster, request) {
    const approve = request.approve === true;
    const phases = ['promoting', 'watching', ...(approve ? ['baking'] : [])];
    const entry = await (0,_rollout_find_js__WEBPACK_IMPORTED_MODULE_3__/* .requireUnfinished */ .Fo)(cluster, request, phases);
    if (approve)
        (0,_gate_js__WEBPACK_IMPORTED_MODULE_2__.requireApprovable)(entry.rollout);
    const lease = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_4__/* .acquireRollout */ .W4)(cluster, request, entry);
    const progress = await (0,_rollout_run_js__WEBPACK_IMPORTED_MODULE_4__/* .continueRollout */ .tm)(cluster, request, lease, {
        command: 'promote',
        goal: 'done',
        onPause: approve ? 'approve' : 'resume',
        startGate: run => (0,_gate_start_js__WEBPACK_IMPORTED_MODULE_1__/* .startGate */ .O)(run, request),
    }).finally(() => lease.release());
    const { end, rollout, record, decisions: decision, ms } = progress;
    const release = rollout.candidate;
    switch (end.state) {
        case 'prepared':
        case 'judged':
        case 'done': {
            const reason = await (0,_deploy_run_hooks_js__WEBPACK_IMPORTED_MODULE_0__/* .runPostHook */ .z0)(cluster, request, record, request.environment.namespace);
            if (reason !== undefined)
                return { release, state: 'failed', readyPods: end.pods, ms, decision, reason };
            return { release, state: 'complete', readyPods: end.pods, ms, decision };
        }
        case 'paused':
        case 'rolled-back':
        case 'needs-action':
            return { release, state: end.state, readyPods: 0, ...(0,_gate_js__WEBPACK_IMPORTED_MODULE_2__.reasonOf)(end, rollout), ms, decision };
        default:
            return end;
    }
}


/***/ }),

/***/ 55914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ shortDigests)
/* harmony export */ });
const shortDigests = (text) => text.replace(/\b(sha256:[0-9a-f]{12})[0-9a-f]{52}\b/g, '$1');


/***/ }),

/***/ 78968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ howToRun)
/* harmony export */ });
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44998);

const commands = {
    sweep: 'slipway sweep',
    status: 'slipway status',
    resume: 'slipway gate',
    approve: 'slipway gate --approve true',
    rollback: 'slipway rollback',
};
function howToRun(operations, env = process.env) {
    const asked = [operations].flat();
    if ((0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) !== 'github')
        return `run ${asked.map(each => `\`${commands[each]}\``).join(' or ')}`;
    return asked.includes('sweep')
        ? 'start the workflow sweep.yml'
        : `choose ${asked.join(' or ')} in the workflow rollback.yml`;
}


/***/ })

};
