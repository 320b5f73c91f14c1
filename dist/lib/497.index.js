export const id = 497;
export const ids = [497];
export const modules = {

/***/ 85898:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   RH: () => (/* binding */ candidateOf),
/* harmony export */   SU: () => (/* binding */ parseRepository),
/* harmony export */   dz: () => (/* binding */ isTag)
/* harmony export */ });
/* unused harmony export parseDigest */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

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
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new UserError(`${quoted(text)} is not a digest`, 'write sha256: and 64 hexadecimal digits in lower case');
}
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
        throw malformed(text, 'it looks like the ID of an image');
    return {
        registry,
        repository: `${registry}/${path}`,
        ...(tag === undefined ? {} : { tag }),
        ...(writtenDigest === undefined ? {} : { digest: writtenDigest }),
    };
}
function parseRepository(text) {
    const reference = parseReference(text);
    if (reference.tag === undefined && reference.digest === undefined)
        return reference.repository;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} has a tag or a digest`, 'write the repository alone');
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
        : `${quoted(component)} has capital letters`;
}
function malformed(text, reason) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${quoted(text)} is not an image reference: ${reason}`, 'write registry/name, then :tag or @sha256:…, such as ghcr.io/acme/shop:1.4.2');
}
function quoted(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text);
}


/***/ }),

/***/ 74524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gate: () => (/* binding */ gate),
/* harmony export */   reasonOf: () => (/* binding */ reasonOf),
/* harmony export */   requireApprovable: () => (/* binding */ requireApprovable)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93973);
/* harmony import */ var _evidence_decision_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10747);
/* harmony import */ var _gating_watcher_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47633);
/* harmony import */ var _runs_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90088);
/* harmony import */ var _runs_under_way_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92578);






async function gate(cluster, request) {
    const phases = ['prepared', 'stepping', 'baking', 'promoting', 'watching', 'undoing'];
    const entry = await (0,_runs_under_way_js__WEBPACK_IMPORTED_MODULE_5__/* .requireUnfinished */ .F)(cluster, request, phases);
    const { phase, candidate, baseline, weight } = entry.journal;
    if (request.approve === true)
        requireApprovable(entry.journal);
    if (phase === 'promoting' || phase === 'watching') {
        request.report(`release ${candidate} has passed already`);
        return { release: candidate, baseline, state: 'passed', verdict: 'pass', weight, ms: 0 };
    }
    const { end, journal, dossier, ms } = await (0,_runs_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .progress */ .qB)(cluster, request, entry, 'judged', {
        calls: request.approve === true ? 'approve' : 'resume',
        watch: run => (0,_gating_watcher_js__WEBPACK_IMPORTED_MODULE_3__/* .watcherOf */ .g)(run, request),
    });
    return {
        release: journal.candidate,
        baseline: journal.baseline,
        state: stateOf(end),
        verdict: (0,_evidence_decision_js__WEBPACK_IMPORTED_MODULE_2__/* .lastVerdict */ .Yw)(dossier)?.verdict,
        weight: journal.weight,
        ...reasonOf(end, journal),
        ...(end.state === 'parked' ? { waits: end.parked } : {}),
        ms,
        decision: dossier,
    };
}
function requireApprovable({ candidate, parked, phase }) {
    if (parked?.for === 'approval')
        return;
    const stands = parked === undefined ? `is ${phase}` : (0,_engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .waitsSentence */ .gl)(parked);
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${candidate} does not wait for an approval: it ${stands}`, 'resume it without an approval, or undo it');
}
function stateOf({ state }) {
    switch (state) {
        case 'undone':
        case 'parked':
        case 'held':
            return state;
        default:
            return 'passed';
    }
}
function reasonOf(end, { candidate, weight }) {
    if (end.state === 'undone' || end.state === 'held')
        return { reason: end.reason };
    if (end.state !== 'parked')
        return {};
    const { reason } = end.parked;
    const waits = `release ${candidate} has ${weight} % of the traffic and ${(0,_engine_waiting_js__WEBPACK_IMPORTED_MODULE_1__/* .waitsSentence */ .gl)(end.parked)}`;
    return { reason: reason === undefined ? waits : `${waits}; ${reason}` };
}


/***/ }),

/***/ 88640:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ planRelease),
/* harmony export */   YD: () => (/* binding */ observedRecord),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   mI: () => (/* binding */ made),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var _state_baseline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74402);
/* harmony import */ var _state_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58600);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75507);
/* harmony import */ var _workloads_containers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(868);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);
/* harmony import */ var _workloads_owners_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8212);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78765);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17121);









function planRelease(candidate, request, ground, salt) {
    const { config, environment, report } = request;
    const controlled = ground.targets
        .filter(({ live }) => live !== undefined && (0,_workloads_owners_js__WEBPACK_IMPORTED_MODULE_5__/* .isControlled */ .RF)(live))
        .map(({ manifest }) => `${manifest.object.kind}/${manifest.name}`);
    const live = new Set([...environment.live, ...controlled]);
    const hooks = Object.values(request.around?.hooks ?? {}).flatMap(hook => 'manifest' in hook ? [hook.manifest.object] : []);
    const plan = (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_6__/* .shipConfiguration */ .xz)(candidate, config.app, live, salt, hooks);
    for (const name of controlled)
        report(`${name} is written by another controller and stays live`);
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadIn */ .h7)(plan.manifests, environment);
    const scaled = [[workload, ground.autoscaler]].concat((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_7__/* .workersIn */ .r0)(plan.manifests, environment).map(worker => [
        worker,
        ground.workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(worker))]?.autoscaler,
    ]));
    for (const [each, autoscaler] of scaled) {
        const { spec } = each;
        if (autoscaler === undefined || spec?.replicas === undefined)
            continue;
        const whose = each === workload ? '' : ` of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(each))}`;
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
    const isLast = ({ object }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .isOf */ .yW)(environment.workload, object);
    const marked = destinations.filter(isLast).map(destination => {
        const { metadata } = destination.object;
        const annotations = { ...metadata?.annotations, [_workloads_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.release]: String(release) };
        return { ...destination, object: { ...destination.object, metadata: { ...metadata, annotations } } };
    });
    return [...destinations.filter(destination => !isLast(destination)), ...marked];
}
function made({ targets, shipped }) {
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
        images: (0,_workloads_containers_js__WEBPACK_IMPORTED_MODULE_8__/* .referencesOf */ .CL)(request.images),
        shipped: plan.shipped,
        ...(plan.hooks === undefined ? {} : { hooks: plan.hooks }),
        ...(Object.keys(workers).length === 0 ? {} : { workers }),
        manifests: (0,_state_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordable */ .I$)(plan.manifests),
    };
}
function observedRecord(request, template, token, release) {
    return {
        ...common(request, token),
        release,
        source: 'observed',
        images: (0,_state_baseline_js__WEBPACK_IMPORTED_MODULE_0__/* .imagesOf */ .IC)(template),
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
/* harmony import */ var _gate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74524);
/* harmony import */ var _gating_watcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47633);
/* harmony import */ var _runs_progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(90088);
/* harmony import */ var _runs_surroundings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25683);
/* harmony import */ var _runs_under_way_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92578);





async function promote(cluster, request) {
    const approve = request.approve === true;
    const phases = ['promoting', 'watching', ...(approve ? ['baking'] : [])];
    const entry = await (0,_runs_under_way_js__WEBPACK_IMPORTED_MODULE_4__/* .requireUnfinished */ .F)(cluster, request, phases);
    if (approve)
        (0,_gate_js__WEBPACK_IMPORTED_MODULE_0__.requireApprovable)(entry.journal);
    const { end, journal, record, dossier: decision, ms, } = await (0,_runs_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .progress */ .qB)(cluster, request, entry, 'done', {
        calls: approve ? 'approve' : 'resume',
        watch: run => (0,_gating_watcher_js__WEBPACK_IMPORTED_MODULE_1__/* .watcherOf */ .g)(run, request),
    });
    const release = journal.candidate;
    switch (end.state) {
        case 'prepared':
        case 'judged':
        case 'done': {
            const reason = await (0,_runs_surroundings_js__WEBPACK_IMPORTED_MODULE_3__/* .runPostHook */ .z)(cluster, request, record, request.environment.namespace);
            if (reason !== undefined)
                return { release, state: 'failed', readyPods: end.pods, ms, decision, reason };
            return { release, state: 'complete', readyPods: end.pods, ms, decision };
        }
        case 'parked':
        case 'undone':
        case 'held':
            return { release, state: end.state, readyPods: 0, ...(0,_gate_js__WEBPACK_IMPORTED_MODULE_0__.reasonOf)(end, journal), ms, decision };
        default:
            return end;
    }
}


/***/ }),

/***/ 74402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ baselineOf),
/* harmony export */   IC: () => (/* binding */ imagesOf),
/* harmony export */   v0: () => (/* binding */ baselineNumber)
/* harmony export */ });
/* harmony import */ var _workloads_containers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(868);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70371);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58600);




function baselineOf(live, releases) {
    const template = live?.spec?.template;
    if (live === undefined || template === undefined)
        return { kind: 'none' };
    const marked = live.metadata?.annotations?.[_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .labels */ .WD.release];
    let current = marked === undefined ? undefined : find(releases, Number(marked));
    if (current !== undefined && current.outcome === undefined) {
        while (current !== undefined && !(0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP)(current)) {
            current = current.record.baseline === undefined ? undefined : find(releases, current.record.baseline);
        }
        if (current !== undefined && (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP)(current)) {
            return { kind: 'recorded', release: current.record.release, template: current.outcome.template };
        }
    }
    if (current !== undefined &&
        (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP)(current) &&
        (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(current.outcome.template) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(template)) {
        return { kind: 'recorded', release: current.record.release, template };
    }
    const up = (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_0__/* .isUp */ .ie)(live);
    const whole = up ? undefined : releases.find(_record_js__WEBPACK_IMPORTED_MODULE_2__/* .isWhole */ .wP);
    if (whole !== undefined) {
        return { kind: 'recorded', release: whole.record.release, template: whole.outcome.template };
    }
    const newest = releases[0]?.record.release;
    return { kind: 'unrecorded', template, number: newest === undefined ? 0 : newest + 1, up };
}
function baselineNumber(baseline) {
    if (baseline.kind === 'none')
        return undefined;
    return baseline.kind === 'recorded' ? baseline.release : baseline.number;
}
function imagesOf(template) {
    return Object.fromEntries((0,_workloads_containers_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(template.spec).map(container => [container.name, container.image ?? '']));
}
const find = (releases, number) => releases.find(({ record }) => record.release === number);


/***/ }),

/***/ 868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ referencesOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   _M: () => (/* binding */ repositoryOf),
/* harmony export */   ab: () => (/* binding */ podTemplatesOf)
/* harmony export */ });
const referencesOf = (images) => Object.fromEntries(Object.entries(images).map(([name, { repository, digest }]) => [name, `${repository}@${digest}`]));
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
function repositoryOf(image) {
    const withoutDigest = image.split('@', 1)[0] ?? '';
    const colon = withoutDigest.lastIndexOf(':');
    return colon > withoutDigest.lastIndexOf('/') ? withoutDigest.slice(0, colon) : withoutDigest;
}


/***/ })

};
