export const id = 1629;
export const ids = [1629];
export const modules = {

/***/ 12666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IK: () => (/* binding */ hookProblems),
/* harmony export */   Vr: () => (/* binding */ dryRunProblems),
/* harmony export */   mM: () => (/* binding */ renderedHooks)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59993);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91381);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17103);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5259);
/* harmony import */ var _hooks_hook_job_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36415);
/* harmony import */ var _rollout_workload_writes_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(80325);
/* harmony import */ var _store_fencing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(63811);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(68036);











async function dryRunProblems(cluster, { app, environment, workload, router, observed }, split) {
    const { namespace, service, strategy } = environment;
    if (!observed.services.some(({ metadata }) => metadata?.name === service))
        return [];
    const writer = { app, token: 1 };
    const owner = {
        ...(0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .ownedBy */ .LW)((0,_store_fencing_js__WEBPACK_IMPORTED_MODULE_9__/* .fenceConfigMap */ .ws)(app, namespace, writer.token)),
        uid: '00000000-0000-0000-0000-000000000000',
    };
    const canary = (0,_rollout_workload_writes_js__WEBPACK_IMPORTED_MODULE_8__/* .canaryOf */ .yQ)(workload, { app, release: 1, token: writer.token, replicas: 1, owner });
    const image = (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_10__/* .watchdogImage */ .FX)(strategy);
    const watchdog = {
        writer,
        namespace,
        owner,
        lifetime: strategy.deadline,
        writes: router.restore(observed),
        fallback: router.fallback(observed),
    };
    const created = [[_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.deployment, canary]];
    if (router.ownService)
        created.push([_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, router.buildCanaryService(observed, owner)]);
    if (image !== undefined)
        created.push([_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_10__/* .watchdogJob */ .d6)({ ...watchdog, image })]);
    const refused = await Promise.all([
        ...created.map(async ([resource, object]) => {
            const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .withQuery */ .VL)((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(resource, namespace), { dryRun: 'All' });
            return ((await dryRunRefusal(`${object.kind}/${object.metadata?.name}, which this release creates`, () => cluster.call('POST', path, object))) ?? (await foreignProblem(cluster, app, resource, object)));
        }),
        ...split.map(({ path, patch }) => dryRunRefusal(`the traffic split of ${titleAt(path)}`, () => cluster.patch(path, 'json', patch.filter(({ op }) => op !== 'test'), { dryRun: 'All' }))),
    ]);
    return refused.filter(each => each !== undefined);
}
function titleAt(path) {
    const { plural, name } = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .placeOf */ .$t)(path) ?? {};
    const kind = Object.values(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES).find(each => each.plural === plural)?.kind;
    return `${kind}/${name}`;
}
async function foreignProblem(cluster, app, resource, { kind, metadata }) {
    if (resource === _cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job)
        return undefined;
    const { namespace = '', name = '' } = metadata ?? {};
    const live = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(resource, namespace, name));
    if (live === undefined || (0,_traffic_fencing_token_js__WEBPACK_IMPORTED_MODULE_3__/* .tokenOn */ .Bz)(live, app) > 0)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`${kind}/${name} exists and was not created by a release of ${app}: a release needs that name for its canary`, `rename or delete ${kind}/${name}`);
}
async function dryRunRefusal(what, ask) {
    try {
        await ask();
        return undefined;
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
            throw error;
        if ((0,_cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isRaced */ .AJ)(error))
            return undefined;
        if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$))
            return error;
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`dry run: the API server rejects ${what}: ${error.serverMessage}`, error.remedy);
    }
}
function renderedHooks({ hookSetup, environment, images }, { shipped }) {
    return Object.fromEntries(Object.entries(hookSetup?.hooks ?? {}).flatMap(([when, hook]) => 'manifest' in hook
        ? [[when, { job: (0,_hooks_hook_job_js__WEBPACK_IMPORTED_MODULE_7__/* .renderHook */ .IM)(hook.manifest, environment, images, shipped), within: hook.within }]]
        : []));
}
async function hookProblems(cluster, request, plan) {
    const { config, environment, hookSetup } = request;
    const { namespace } = environment;
    const rendered = Object.entries(plan.hooks ?? {});
    if (rendered.length === 0)
        return [];
    const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.service, namespace));
    const written = plan.manifests.flatMap(({ object }) => object.kind === 'Service' ? [object] : []);
    const selectors = [
        ...[...items, ...written].map(_hooks_hook_job_js__WEBPACK_IMPORTED_MODULE_7__/* .selectorOfService */ .m0),
        ...[(0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_4__/* .workloadIn */ .h7)(plan.manifests, environment), ...(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_6__/* .workersIn */ .r0)(plan.manifests, environment)].map(each => ({
            name: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .refOf */ .H8)(each)),
            labels: each.spec?.selector?.matchLabels ?? {},
        })),
    ];
    const problems = rendered.map(async ([when, { job, within }]) => {
        const source = hookSetup?.hooks[when];
        if (source === undefined || !('manifest' in source))
            return [];
        const problem = (0,_hooks_hook_job_js__WEBPACK_IMPORTED_MODULE_7__/* .hookProblem */ .nL)({ ...source.manifest, object: { ...source.manifest.object, ...job } }, selectors);
        if (problem !== undefined)
            return [problem];
        const made = (0,_hooks_hook_job_js__WEBPACK_IMPORTED_MODULE_7__/* .hookJob */ .d2)(job, {
            app: config.app,
            namespace,
            when: when,
            within,
            release: 0,
            token: 0,
            work: '',
        });
        const tried = { ...made, metadata: { ...made.metadata, name: `${made.metadata?.name}-try` } };
        return cluster
            .call('POST', (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .withQuery */ .VL)((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_1__/* .resources */ .ES.job, namespace), { dryRun: 'All' }), tried)
            .then(() => [])
            .catch((error) => {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
                throw error;
            if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$))
                return [error];
            if (error.status >= 500)
                throw error;
            const said = error.serverMessage.replaceAll(`${tried.metadata.name}`, source.manifest.name);
            return [
                new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the cluster refuses the Job of the ${when} hook: ${said}`, `correct ${source.manifest.source}`),
            ];
        });
    });
    return (await Promise.all(problems)).flat();
}


/***/ }),

/***/ 26098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _q: () => (/* binding */ dryRunRelease)
/* harmony export */ });
/* unused harmony exports capacityProblems, dryRunRefusalOf, platformProblems, fixedFieldsChanged, fixedFieldsProblem */
/* harmony import */ var _cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40571);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(71893);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91381);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(34889);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(17103);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(91490);
/* harmony import */ var _workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(79395);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(87755);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5259);
/* harmony import */ var _store_baseline_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(91910);
/* harmony import */ var _store_record_text_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(61062);
/* harmony import */ var _capacity_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(88795);
/* harmony import */ var _dry_run_own_objects_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(12666);
/* harmony import */ var _live_state_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(75961);
/* harmony import */ var _release_objects_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(39811);
/* harmony import */ var _strategy_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(28606);



















async function dryRunRelease(cluster, request, candidate, liveState) {
    const { config, environment, images } = request;
    const { namespace } = environment;
    const salt = await (0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_10__/* .readSalt */ .LD)(cluster, namespace, config.app);
    const planned = (0,_release_objects_js__WEBPACK_IMPORTED_MODULE_17__/* .releaseObjectsOf */ .VJ)(candidate, request, liveState, salt.value);
    const plan = withHooks(planned, (0,_dry_run_own_objects_js__WEBPACK_IMPORTED_MODULE_15__/* .renderedHooks */ .mM)(request, planned));
    const before = (0,_store_baseline_js__WEBPACK_IMPORTED_MODULE_12__/* .workersBefore */ .zI)((0,_live_state_js__WEBPACK_IMPORTED_MODULE_16__/* .liveWorkers */ .GT)(liveState), { kind: 'none' }, []);
    const release = 1;
    (0,_store_record_text_js__WEBPACK_IMPORTED_MODULE_13__/* .recordText */ .P)((0,_release_objects_js__WEBPACK_IMPORTED_MODULE_17__/* .recordOf */ .zv)(request, plan, { token: 1, release, baseline: undefined, workers: before }));
    const [nodes, quotas, hooks, targets] = await Promise.all([
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.node, namespace)),
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.resourceQuota, namespace)),
        (0,_dry_run_own_objects_js__WEBPACK_IMPORTED_MODULE_15__/* .hookProblems */ .IK)(cluster, request, plan),
        Promise.all(relocate(plan.manifests, liveState, environment).map(target => dryRunTarget(cluster, target))),
    ]);
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_5__/* .workloadIn */ .h7)(plan.manifests, environment);
    const workers = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_11__/* .workersIn */ .r0)(plan.manifests, environment);
    const remedy = 'build the image for that platform too, or restrict the workload with a nodeSelector';
    const platforms = [workload, ...workers].flatMap(each => platformProblems(images, nodes.items, each));
    const problems = [
        ...[...new Set(platforms)].map(problem => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(problem, remedy)),
        ...capacityProblems(environment, workload, liveState, nodes.items, quotas.items, workers),
        ...targets.flatMap(target => dryRunRefusalOf(target) ?? heldBackProblem(target, environment) ?? []),
        ...hooks,
    ];
    return { salt, plan, targets, problems };
}
function capacityProblems(environment, workload, { liveWorkload, needsAction, workers = {}, }, nodes, quotas, following = []) {
    const beside = liveWorkload !== undefined && (0,_strategy_js__WEBPACK_IMPORTED_MODULE_18__/* .strategyFor */ .fY)(environment, { liveWorkload, needsAction }).kind !== 'rolling';
    const followers = following.map(worker => ({
        spec: (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .templateOf */ .kW)(worker)?.spec,
        pods: (0,_capacity_js__WEBPACK_IMPORTED_MODULE_14__/* .extraPods */ .Fw)(worker, workers[(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .keyOf */ .TN)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .refOf */ .H8)(worker))]?.live, nodes),
    }));
    const shortfalls = (extra) => ({
        quota: (0,_capacity_js__WEBPACK_IMPORTED_MODULE_14__/* .quotaShortfalls */ .bu)(quotas, [{ spec: workload.spec?.template?.spec, pods: extra }, ...followers]),
        nodes: beside
            ? (0,_capacity_js__WEBPACK_IMPORTED_MODULE_14__/* .nodeShortfalls */ .ZO)((0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_9__/* .eligibleNodes */ .VS)(nodes, workload), workload, (liveWorkload.status?.replicas ?? 0) + extra)
            : [],
    });
    const inPlace = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_4__/* .promotionWeight */ .kQ)(environment.strategy) < 100;
    const remedies = ['lower replicas, maxSurge or the resources of the containers'];
    if (beside) {
        if (inPlace)
            remedies.push('lower the weights, whose pods the canary keeps');
        else if (fitsInPlace(environment, workload, liveWorkload, shortfalls)) {
            remedies.push('promote in place: `strategy: {canary: {promotion: in-place}}`');
        }
        remedies.push('use `strategy: {rolling: {}}`');
    }
    const lower = remedies.join(', or ');
    const { quota, nodes: crowded } = shortfalls(!beside
        ? (0,_capacity_js__WEBPACK_IMPORTED_MODULE_14__/* .extraPods */ .Fw)(workload, liveWorkload, nodes)
        : inPlace
            ? (0,_capacity_js__WEBPACK_IMPORTED_MODULE_14__/* .extraPodsInPlace */ .TN)(environment, workload, liveWorkload)
            :
                (liveWorkload.spec?.replicas ?? 1) + (0,_capacity_js__WEBPACK_IMPORTED_MODULE_14__/* .extraPods */ .Fw)(workload, liveWorkload));
    return [
        ...(beside ? [(0,_capacity_js__WEBPACK_IMPORTED_MODULE_14__/* .inPlaceProblem */ .Qj)(environment, workload, liveWorkload) ?? []].flat() : []),
        ...quota.map(problem => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(problem, `raise the quota, or ${lower}`)),
        ...crowded.map(problem => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(problem, `add nodes, or ${lower}`)),
    ];
}
function fitsInPlace(environment, workload, live, shortfalls) {
    const { strategy } = environment;
    if (strategy.kind !== 'canary')
        return false;
    const other = { ...environment, strategy: { ...strategy, promotion: 'in-place' } };
    if ((0,_capacity_js__WEBPACK_IMPORTED_MODULE_14__/* .inPlaceProblem */ .Qj)(other, workload, live) !== undefined)
        return false;
    const { quota, nodes } = shortfalls((0,_capacity_js__WEBPACK_IMPORTED_MODULE_14__/* .extraPodsInPlace */ .TN)(other, workload, live));
    return quota.length + nodes.length === 0;
}
const withHooks = (plan, hooks) => Object.keys(hooks).length === 0 ? plan : { ...plan, hooks };
async function dryRunTarget(cluster, target) {
    try {
        return { ...target, ...(await (0,_cluster_apply_js__WEBPACK_IMPORTED_MODULE_0__/* .dryRunApply */ .f5)(cluster, target.path, target.manifest.object)) };
    }
    catch (error) {
        if (error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .MissingPermission */ .cb)
            return { ...target, objection: error.message, lacking: error };
        throw error;
    }
}
function dryRunRefusalOf({ manifest, objection, lacking, live, }) {
    if (lacking !== undefined || objection === undefined)
        return lacking;
    const fixed = live !== undefined && speaksOfFixed(objection)
        ? fixedFieldsProblem(manifest.object, live)
        : undefined;
    if (fixed !== undefined)
        return fixed;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the cluster refuses ${manifest.object.kind}/${manifest.name}: ${objection}`, `correct ${manifest.source}`);
}
function heldBackProblem({ manifest, would }, environment) {
    if (!(0,_live_state_js__WEBPACK_IMPORTED_MODULE_16__/* .isWorkload */ .gv)(manifest, environment) && !(0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_11__/* .isWorker */ .xD)(manifest, environment))
        return undefined;
    return would && (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_6__/* .updateBlocker */ .o6)(would);
}
function relocate(manifests, liveState, { namespace }) {
    const kindOf = ({ object }) => `${object.apiVersion}/${object.kind}`;
    const resourceOf = new Map(liveState.targets.map(({ manifest, resource }) => [kindOf(manifest), resource]));
    const liveObjects = new Map(liveState.targets.map(({ path, live }) => [path, live]));
    return manifests.map(manifest => {
        const resource = resourceOf.get(kindOf(manifest));
        if (resource === undefined)
            throw new Error(`${kindOf(manifest)} was not located`);
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(resource, namespace, manifest.name);
        return { manifest, resource, path, live: liveObjects.get(path) };
    });
}
function platformProblems(images, nodes, workload) {
    const platforms = new Set((0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_9__/* .eligibleNodes */ .VS)(nodes, workload).map(({ status }) => `${status?.nodeInfo?.operatingSystem}/${status?.nodeInfo?.architecture}`));
    return Object.entries(images).flatMap(([name, image]) => {
        const built = new Set(image.platforms.map(platform => platform.split('/').slice(0, 2).join('/')));
        if (built.size === 0)
            return [];
        return [...platforms]
            .filter(platform => !built.has(platform))
            .map(platform => `image ${name} is built for ${[...built].join(', ')}, but nodes run ${platform}`);
    });
}
const fixed = {
    serviceName: ({ serviceName = '' }) => serviceName,
    podManagementPolicy: ({ podManagementPolicy = 'OrderedReady' }) => podManagementPolicy,
    volumeClaimTemplates: ({ volumeClaimTemplates = [] }) => volumeClaimTemplates.map(pvcTemplateOf),
};
function fixedFieldsChanged(next, live) {
    if (next.kind !== 'StatefulSet')
        return [];
    return Object.entries(fixed)
        .filter(([, of]) => (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .canonical */ .$N)(of(next.spec ?? {})) !== (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_8__/* .canonical */ .$N)(of(live.spec ?? {})))
        .map(([name]) => `spec.${name}`);
}
function fixedFieldsProblem(next, live) {
    const changed = fixedFieldsChanged(next, live);
    if (changed.length === 0)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the manifest of ${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_7__/* .refOf */ .H8)(next))} changes ${changed.join(', ')}, but ${changed.length === 1 ? 'this field is' : 'these fields are'} immutable`, `restore ${changed.length === 1 ? 'it' : 'them'} in the manifest, or ${(0,_live_state_js__WEBPACK_IMPORTED_MODULE_16__/* .newObject */ .wg)(next)}`);
}
const speaksOfFixed = (objection) => /updates to statefulset spec for fields other than|field is immutable/i.test(objection);
function pvcTemplateOf({ metadata, spec }) {
    const { volumeMode = 'Filesystem', resources, ...rest } = spec ?? {};
    const amounts = (list = {}) => Object.fromEntries(Object.entries(list).map(([name, amount]) => [name, (0,_workloads_pod_resources_js__WEBPACK_IMPORTED_MODULE_9__/* .quantity */ .au)(String(amount))]));
    return {
        name: metadata?.name,
        labels: metadata?.labels ?? {},
        annotations: metadata?.annotations ?? {},
        spec: { ...rest, volumeMode, requests: amounts(resources?.requests), limits: amounts(resources?.limits) },
    };
}


/***/ }),

/***/ 94654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ checkExposure)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _traffic_acceptance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75420);
/* harmony import */ var _traffic_hpa_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79444);
/* harmony import */ var _traffic_route_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6386);
/* harmony import */ var _traffic_routers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(71893);
/* harmony import */ var _traffic_service_patches_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26447);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91381);
/* harmony import */ var _workloads_controllers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(34889);
/* harmony import */ var _gate_setup_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55767);
/* harmony import */ var _permissions_access_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(52692);
/* harmony import */ var _rollout_from_records_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(35638);
/* harmony import */ var _store_baseline_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(91910);
/* harmony import */ var _store_reversibility_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(95606);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(68036);
/* harmony import */ var _dry_run_own_objects_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(12666);
/* harmony import */ var _strategy_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(28606);

















async function checkExposure(cluster, { config, environment, env, olderCommitProblem }, liveState, { plan, targets }) {
    const { strategy } = environment;
    const { kind, why } = (0,_strategy_js__WEBPACK_IMPORTED_MODULE_16__/* .strategyFor */ .fY)(environment, liveState);
    const { releases, liveWorkload } = liveState;
    const baseline = (0,_store_baseline_js__WEBPACK_IMPORTED_MODULE_12__/* .baselineNumber */ .v0)((0,_store_baseline_js__WEBPACK_IMPORTED_MODULE_12__/* .baselineOf */ .Bv)(liveWorkload, releases));
    const { reversible, ...back } = (0,_store_reversibility_js__WEBPACK_IMPORTED_MODULE_13__/* .reversibilityOf */ .h6)(environment, kind, baseline, releases);
    const live = releases.find(({ record }) => record.release === baseline)?.record;
    const older = live?.source === 'released' ? await olderCommitProblem?.(live) : undefined;
    const found = [older, (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_14__/* .watchdogProblem */ .dW)(strategy), (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_14__/* .waitingProblem */ .Vf)(strategy), ...back.problems];
    const problems = found.filter(each => each !== undefined);
    if (kind === 'rolling') {
        const said = [
            ...(why === undefined ? [] : [whole(why)]),
            ...(0,_strategy_js__WEBPACK_IMPORTED_MODULE_16__/* .workersSentences */ .eH)(environment, kind),
            ...back.said,
        ];
        return { kind, said, warnings: [], problems, gateSetup: undefined, reversible };
    }
    const capacity = liveWorkload?.spec?.replicas ?? 1;
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_7__/* .workloadIn */ .h7)(plan.manifests, environment);
    const podLabels = workload.spec?.template?.metadata?.labels ?? {};
    const writer = { app: config.app, token: 0 };
    const ends = (0,_rollout_from_records_js__WEBPACK_IMPORTED_MODULE_11__/* .targetsOf */ .QR)(environment, environment.service ?? '', writer, podLabels);
    const router = (0,_traffic_routers_js__WEBPACK_IMPORTED_MODULE_5__/* .routerOf */ .V4)(environment, ends, capacity);
    const observed = await observe(cluster, environment, targets);
    const first = await refusalOf(async () => router.setWeight(observed, router.split?.weights[0] ?? 100));
    const [traffic, guard, refused, judged, asked] = await Promise.all([
        router.split === undefined
            ? { problems: [], warnings: [] }
            : routesInTheWay(cluster, environment, router.split, observed),
        watchdogAccountProblems(cluster, environment),
        (0,_dry_run_own_objects_js__WEBPACK_IMPORTED_MODULE_15__/* .dryRunProblems */ .Vr)(cluster, { app: config.app, environment, workload, router, observed }, first.value ?? []),
        refusalOf(() => (0,_gate_setup_js__WEBPACK_IMPORTED_MODULE_9__/* .setUpGate */ .LH)(cluster, environment, liveWorkload, observed.services, env)),
        refusalOf(async () => environment.gate === 'checks'
            ? (await __webpack_require__.e(/* import() */ 4450).then(__webpack_require__.bind(__webpack_require__, 14450))).checksWarnings(cluster, environment, liveWorkload)
            : []),
    ]);
    return {
        kind,
        said: [
            (0,_strategy_js__WEBPACK_IMPORTED_MODULE_16__/* .stepsSentence */ .Tj)(environment, capacity),
            ...(judged.value?.gating.said ?? []),
            ...(0,_strategy_js__WEBPACK_IMPORTED_MODULE_16__/* .workersSentences */ .eH)(environment, kind),
            whole((0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_14__/* .exposureSentence */ .DV)(strategy)),
            ...back.said,
        ],
        warnings: [...traffic.warnings, ...(judged.value?.warnings ?? []), ...(asked.value ?? [])],
        problems: [
            ...problems,
            ...revertedProblems(environment, podLabels, observed),
            ...router.problems(observed),
            ...(0,_traffic_service_patches_js__WEBPACK_IMPORTED_MODULE_6__/* .sharedProblems */ .cv)(observed, environment.service, podLabels, workload.spec?.selector, config.app),
            ...(0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_3__/* .autoscalerProblems */ .ix)((0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_3__/* .autoscalersOf */ .Au)(observed.autoscalers, environment.workload), environment.workload),
            ...traffic.problems,
            ...guard,
            ...(first.refusal ?? []),
            ...refused,
            ...(judged.refusal ?? []),
            ...(asked.refusal ?? []),
        ],
        gateSetup: judged.value,
        reversible,
    };
}
function revertedProblems(environment, podLabels, { routes, services, autoscalers }) {
    const { service = '', workload } = environment;
    const written = [
        ['HTTPRoute', (0,_traffic_route_js__WEBPACK_IMPORTED_MODULE_4__/* .routesOf */ .eV)(routes, service)],
        ['Service', services.filter(each => (0,_traffic_service_patches_js__WEBPACK_IMPORTED_MODULE_6__/* .selects */ .ko)(each, podLabels))],
        ['HorizontalPodAutoscaler', (0,_traffic_hpa_js__WEBPACK_IMPORTED_MODULE_3__/* .autoscalersOf */ .Au)(autoscalers, workload)],
    ];
    return written.flatMap(([kind, objects]) => objects.flatMap(object => {
        const owner = (0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_8__/* .foreignOwner */ .Qu)(object);
        return owner === undefined || owner === 'Helm'
            ? []
            : ((0,_workloads_controllers_js__WEBPACK_IMPORTED_MODULE_8__/* .ownerProblem */ .ZP)({ ...object, kind }, environment) ?? []);
    }));
}
async function observe(cluster, { namespace, route }, targets) {
    const [services, routes, autoscalers, { items: pods }] = await Promise.all([
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.service, namespace)),
        route === undefined ? { items: [] } : cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.httpRoute, namespace)),
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.horizontalPodAutoscaler, namespace)),
        cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, namespace)),
    ]);
    return {
        pods,
        services: applied(services.items, targets, 'Service'),
        routes: applied(routes.items, targets, 'HTTPRoute'),
        autoscalers: applied(autoscalers.items, targets, 'HorizontalPodAutoscaler'),
        ready: { stable: 0, canary: 0 },
        canary: undefined,
    };
}
function applied(living, targets, kind) {
    const next = new Map(targets.flatMap(({ manifest, would }) => manifest.object.kind === kind && would !== undefined ? [[manifest.name, would]] : []));
    return [...living.filter(({ metadata }) => !next.has(metadata?.name ?? '')), ...next.values()];
}
async function routesInTheWay(cluster, { namespace, service = '', route }, split, { routes }) {
    const ours = (0,_traffic_route_js__WEBPACK_IMPORTED_MODULE_4__/* .routesOf */ .eV)(routes, service);
    const [classes, others] = await Promise.all([
        Promise.all(ours.map(each => classesOf(cluster, each, namespace))),
        othersIn(cluster, namespace),
    ]);
    const features = ours.flatMap((each, index) => (classes[index] ?? []).map(gatewayClass => ({
        ...(0,_traffic_acceptance_js__WEBPACK_IMPORTED_MODULE_2__/* .featureProblems */ .fF)(each, split, gatewayClass),
        name: gatewayClass.metadata?.name,
    })));
    return {
        problems: [
            ...(ours.some(({ metadata }) => metadata?.name === route?.name)
                ? []
                : [
                    new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`HTTPRoute/${route?.name} has no rule that routes to Service/${service}`, 'correct `route` or `service` in slipway.yml, or the rules of the route'),
                ]),
            ...ours.flatMap(each => (0,_traffic_acceptance_js__WEBPACK_IMPORTED_MODULE_2__/* .routeProblems */ ._d)(each, split)),
            ...features.flatMap(({ problems }) => problems),
            ...(0,_traffic_acceptance_js__WEBPACK_IMPORTED_MODULE_2__/* .otherRouteProblems */ .WX)(others, service),
        ],
        warnings: features.flatMap(({ unknown, name }) => unknown.length === 0
            ? []
            : [
                `GatewayClass/${name} does not report its features; check that it supports ${unknown.join(', ')}, which the route needs`,
            ]),
    };
}
async function classesOf(cluster, route, namespace) {
    const gateways = (route.spec?.parentRefs ?? []).filter(({ kind = 'Gateway' }) => kind === 'Gateway');
    const names = await Promise.all(gateways.map(async (parent) => {
        const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.gateway, parent.namespace ?? namespace, parent.name);
        const gateway = await cluster.get(path);
        return gateway?.spec?.gatewayClassName;
    }));
    const found = await Promise.all([...new Set(names.flatMap(name => name ?? []))].map(name => cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.gatewayClass, '', name))));
    return found.filter(each => each !== undefined);
}
async function othersIn(cluster, namespace) {
    const versions = [...new Set(_permissions_access_js__WEBPACK_IMPORTED_MODULE_10__/* .otherRoutes */ .DK.map(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO))];
    const lists = await Promise.all(versions.map(version => cluster.get(`/apis/${version}`)));
    const known = _permissions_access_js__WEBPACK_IMPORTED_MODULE_10__/* .otherRoutes */ .DK.filter(resource => lists[versions.indexOf((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(resource))]?.resources.some(({ name }) => name === resource.plural));
    const found = await Promise.all(known.map(async (resource) => {
        const { items } = await cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(resource, namespace));
        return items.map(item => ({ ...item, kind: resource.kind }));
    }));
    return found.flat();
}
async function watchdogAccountProblems(cluster, { namespace, strategy }) {
    if ((0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_14__/* .watchdogImage */ .FX)(strategy) === undefined)
        return [];
    const account = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.serviceAccount, namespace, _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_14__/* .watchdogAccount */ .Hz));
    if (account !== undefined)
        return [];
    return [
        new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`ServiceAccount/${_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_14__/* .watchdogAccount */ .Hz} of the watchdog does not exist in namespace ${namespace}`, 'ask an administrator to apply the output of `slipway rbac`, which contains it (docs/permissions.md)'),
    ];
}
const whole = (clause) => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
async function refusalOf(ask) {
    try {
        return { value: await ask() };
    }
    catch (error) {
        if (error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo)
            return { refusal: [error] };
        throw error;
    }
}


/***/ }),

/***/ 91433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z8: () => (/* binding */ unfinishedSentence),
/* harmony export */   aS: () => (/* binding */ isHandOverLost),
/* harmony export */   r9: () => (/* binding */ blockingProblem)
/* harmony export */ });
/* unused harmony exports routesProblem, pausedProblem */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _store_phases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10441);
/* harmony import */ var _store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26417);
/* harmony import */ var _store_releases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46695);
/* harmony import */ var _store_rollout_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27848);
/* harmony import */ var _pause_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9247);







async function blockingProblem(cluster, request, entry) {
    if (entry === undefined)
        return undefined;
    const { config, environment } = request;
    const paused = pausedProblem(entry.rollout, cluster.now());
    if (paused !== undefined && !(await isHandOverLost(entry.rollout, request)))
        return paused;
    const stopped = (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseNeedingAction */ .OK)(entry);
    if (stopped === undefined)
        return undefined;
    const releases = await new _store_releases_js__WEBPACK_IMPORTED_MODULE_4__/* .ReleaseStore */ .T(cluster, environment.namespace, config.app).list();
    const record = releases.find(each => each.record.release === stopped)?.record;
    return routesProblem(entry, environment, (0,_store_recorded_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .recordedEnvironment */ .YM)(record, entry.rollout.environment, environment));
}
async function isHandOverLost({ candidate, paused, run }, { hasEnded, report }) {
    if (paused?.for !== 'gate' && paused?.for !== 'promote')
        return false;
    if (hasEnded === undefined || !(await hasEnded(run)))
        return false;
    report(`release ${candidate} waits for the action \`${paused.for}\` of ${run.run}, which has ended`);
    return true;
}
function routesProblem(entry, { strategy, service, route }, recorded) {
    const stopped = (0,_store_rollout_state_js__WEBPACK_IMPORTED_MODULE_5__/* .releaseNeedingAction */ .OK)(entry);
    const { strategy: before } = entry.rollout;
    if (stopped === undefined || before === 'rolling')
        return undefined;
    if (service !== recorded.service || route?.name !== recorded.route?.name)
        return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${stopped} needs action in its ${before} rollout, and another \`service\` or \`route\` in slipway.yml would remove the pods that have the traffic`, 'deploy with the `service` and `route` of that release, and change them in the release after it');
    if (strategy.kind !== 'rolling')
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${stopped} needs action in its ${before} rollout, and \`strategy: rolling\` would remove the pods that have the traffic`, `deploy with \`strategy: ${before}\`, which makes a rolling update this time, or roll back with the input \`force\` set to a reason`);
}
function pausedProblem(rollout, now) {
    const { app, candidate, paused, run, phase } = rollout;
    if ((0,_store_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .isOver */ .PU)(phase) || paused === undefined || paused.until < now)
        return undefined;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${candidate} of ${app} ${(0,_pause_js__WEBPACK_IMPORTED_MODULE_6__/* .pauseSentence */ .WU)(paused)} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(run)})`, (0,_pause_js__WEBPACK_IMPORTED_MODULE_6__/* .pauseRemedy */ .bT)(paused.for, candidate));
}
function unfinishedSentence({ candidate, phase, run, weight }) {
    const remedy = (0,_store_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .finishOrRollBack */ .lX)(phase);
    if (remedy === 'none')
        return undefined;
    const exposed = phase === 'stepping' || phase === 'baking' ? ` at ${weight} %` : '';
    return `release ${candidate} is in phase ${phase}${exposed} (${(0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(run)}): a deploy waits for that run, or, if that run is dead, ${remedy === 'finish' ? 'finishes' : 'rolls back'} the rollout`;
}


/***/ })

};
