export const id = 7798;
export const ids = [7798];
export const modules = {

/***/ 97798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planAction: () => (/* binding */ planAction)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _image_selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14469);
/* harmony import */ var _release_preflight_coverage_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55469);
/* harmony import */ var _release_preflight_images_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73149);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17849);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99800);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41648);
/* harmony import */ var _promotion_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(54028);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(566);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(12694);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(26115);
/* harmony import */ var _standbys_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(70127);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(55571);














const nothing = JSON.stringify({ create: [], change: [], same: [] });
const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(3507), __webpack_require__.e(5186), __webpack_require__.e(4991), __webpack_require__.e(2722), __webpack_require__.e(204), __webpack_require__.e(5995), __webpack_require__.e(8742), __webpack_require__.e(2821)]).then(__webpack_require__.bind(__webpack_require__, 71926));
const pages = () => __webpack_require__.e(/* import() */ 3705).then(__webpack_require__.bind(__webpack_require__, 63705));
const planAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_6__/* .defineAction */ .QP)({
    name: 'plan',
    description: 'Validate slipway.yml and its Dockerfiles. With an environment, also show the changes of a release, what its checks do not cover, and missing permissions.',
    inputs: {
        environment: {
            description: 'Name of the environment in slipway.yml. Default: all environments are validated, without a cluster.',
            default: '',
        },
        images: {
            description: 'JSON map from image names in slipway.yml to a digest, as for `deploy`. Default: the digests that are live now.',
            default: '',
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .context */ ._O,
        reversible: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .reversible */ .qp,
        force: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .force */ .s$,
        'policy-report': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .policyReport */ .Nk,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .toolMirrors */ .Rg,
    },
    outputs: {
        verdict: '`pass`, or `fail` if `deploy` would refuse the release, or without an `environment` if the policy fails.',
        changes: 'JSON lists of objects (`Kind/name`) under `create`, `change` and `same`.',
        policy: `${_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .policyCounts */ .bc} \`{}\` with an \`environment\`, whose images are already built.`,
        images: 'JSON map from image names to `repository@digest` with resolved tags, for `deploy`. `{}` without `images`.',
        sign: _sealing_js__WEBPACK_IMPORTED_MODULE_9__/* .signOutput */ .R4,
        monitored: '`true` if the environment has `monitoring` in slipway.yml, otherwise `false`.',
        reason: 'Why the release would be refused, in one sentence; otherwise empty.',
    },
    refused: {
        verdict: 'fail',
        changes: nothing,
        policy: '{}',
        images: '{}',
        sign: 'false',
        monitored: 'false',
    },
    run: async (inputs, host) => {
        if (inputs.environment === '')
            return validateAll(inputs.config, inputs['policy-report'], host);
        const { request, manifests } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_10__/* .withManifests */ .BW)(inputs.config, await (0,_session_js__WEBPACK_IMPORTED_MODULE_10__/* .requestOf */ .fo)(inputs, host), host.report);
        const { config, environment } = request;
        const selected = inputs.images === '' ? undefined : (0,_image_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImagesInput */ .M)(inputs.images, config.images);
        const around = await _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .aroundOf */ .dg(inputs.config, environment, host);
        const forced = await _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .forced */ .KY(inputs.force);
        const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_13__/* .registryClient */ .R)();
        const images = selected && (0,_release_preflight_images_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveImages */ .B)(registry, selected, Object.keys(config.images));
        images?.catch(() => undefined);
        const signed = images?.then(async (found) => (0,_trust_js__WEBPACK_IMPORTED_MODULE_12__/* .signatureSentences */ .Bk)(await (0,_trust_js__WEBPACK_IMPORTED_MODULE_12__/* .verifiedImages */ .LA)(inputs, { config, environment, images: found, registry, host })));
        signed?.catch(() => undefined);
        const promotion = await (0,_promotion_js__WEBPACK_IMPORTED_MODULE_8__/* .promotionOf */ .b)(inputs, { config, environment, registry, host, ...forced });
        const seen = await (0,_session_js__WEBPACK_IMPORTED_MODULE_10__/* .withCluster */ .Bq)({ ...inputs, patient: false }, environment, host, engine, async (cluster, { preview }) => {
            const [found, standbys] = await Promise.all([
                preview(cluster, {
                    ...{ ...request, ...promotion, manifests, images, around },
                    ...(signed && { signed }),
                }),
                (0,_standbys_js__WEBPACK_IMPORTED_MODULE_11__.standbyFindings)(cluster, environment),
            ]);
            found.problems.push(...standbys.refusals.map(({ sentence }) => sentence));
            found.notes.push(...standbys.warnings.map(warning => `warning: ${warning}`));
            return found;
        });
        const { cancellingGroups } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6807)]).then(__webpack_require__.bind(__webpack_require__, 36807));
        for (const place of await cancellingGroups(host.env))
            seen.gaps.push(cancelledGap(place));
        const { trustOf } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
        if (trustOf(config, environment.trust) !== undefined && images === undefined)
            seen.notes.push('signatures are checked only when `images` are given');
        const owner = { app: config.app, environment: inputs.environment };
        const recovery = await recoveryOf(environment, manifests, {
            owner,
            config: inputs.config,
            env: host.env,
        });
        seen.gaps.push(...recovery.gaps);
        const named = (what) => seen.changes.filter(each => each.what === what).map(each => each.object);
        host.output('verdict', seen.problems.length === 0 ? 'pass' : 'fail');
        host.output('changes', JSON.stringify({ create: named('create'), change: named('change'), same: named('same') }));
        host.output('policy', '{}');
        host.output('images', images === undefined ? '{}' : await pinnedTo(images));
        host.output('sign', String(await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_9__/* .signsProofs */ .Ye)(config, inputs.environment)));
        host.output('monitored', String(environment.monitoring !== undefined));
        host.output('reason', seen.problems[0] ?? '');
        const { planLines, planSummary } = await pages();
        await host.summary(`${planSummary(config.app, inputs.environment, seen)}${recovery.summary}`);
        for (const line of [...recovery.lines, ...planLines(config.app, inputs.environment, seen)])
            host.report(line);
        return seen.problems.length === 0;
    },
});
async function pinnedTo(images) {
    const resolved = await images.catch(() => undefined);
    return JSON.stringify(resolved === undefined ? {} : (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_5__/* .referencesOf */ .CL)(resolved));
}
const cancelledGap = (place) => ({
    gap: `a newer run cancels a rollout that is in progress, so it is rolled back (${place})`,
    remedy: 'set `cancel-in-progress: false`; Slipway queues rollouts itself',
});
const lost = { node: 'a node', zone: 'a zone', region: 'the region', total: 'everything' };
async function recoveryOf({ recovery }, manifests, place) {
    if (recovery === undefined)
        return { gaps: [], summary: '', lines: [] };
    const [{ judgeDeclared }, { judgeCoverage }, { recoveryLines, recoverySection }, { locksOf }] = await Promise.all([
        __webpack_require__.e(/* import() */ 7876).then(__webpack_require__.bind(__webpack_require__, 95495)),
        __webpack_require__.e(/* import() */ 5495).then(__webpack_require__.bind(__webpack_require__, 35495)),
        __webpack_require__.e(/* import() */ 8565).then(__webpack_require__.bind(__webpack_require__, 28565)),
        __webpack_require__.e(/* import() */ 8513).then(__webpack_require__.bind(__webpack_require__, 28513)),
    ]);
    const locks = await locksOf(recovery, place.owner, place.config, place.env, Date.now());
    const covering = judgeCoverage(recovery, manifests.map(({ object }) => object), locks);
    const databases = judgeDeclared(recovery, locks);
    const gaps = databases.flatMap(({ database, rows }) => rows.flatMap(row => row.kind === 'covered'
        ? []
        : [{ gap: `${database} when ${lost[row.target.domain]} is lost: ${row.problem}`, remedy: row.help }]));
    for (const { what, gap } of covering)
        if (gap !== undefined)
            gaps.push({ gap: `backup of ${what}: ${gap.problem}`, remedy: gap.help });
    return {
        gaps,
        summary: recoverySection(databases, covering),
        lines: recoveryLines(databases, covering),
    };
}
async function validateAll(path, report, host) {
    const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(path);
    const environments = await Promise.all(Object.entries(config.environments).map(async ([name, environment]) => {
        const manifests = await (0,_session_js__WEBPACK_IMPORTED_MODULE_10__/* .manifestsOf */ .oF)(path, config, name);
        const owner = { app: config.app, environment: name };
        const recovery = await recoveryOf(environment, manifests, { owner, config: path, env: host.env });
        const gaps = (0,_release_preflight_coverage_js__WEBPACK_IMPORTED_MODULE_3__/* .validate */ .t)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment), environment, manifests);
        return { name, gaps: [...gaps, ...recovery.gaps], recovery };
    }));
    const { reviewDockerfiles } = await Promise.all(/* import() */[__webpack_require__.e(5279), __webpack_require__.e(3285), __webpack_require__.e(6513)]).then(__webpack_require__.bind(__webpack_require__, 53285));
    const { policySummary, tellPolicy } = await __webpack_require__.e(/* import() */ 6138).then(__webpack_require__.bind(__webpack_require__, 36138));
    const { validationSummary } = await pages();
    const now = new Date();
    const names = Object.keys(config.images);
    const review = await reviewDockerfiles({ config, root: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)), names, now });
    const problem = await tellPolicy(host, { app: config.app, config: path, review, now, report });
    host.output('verdict', problem === undefined ? 'pass' : 'fail');
    host.output('changes', nothing);
    host.output('images', '{}');
    host.output('sign', 'false');
    host.output('monitored', 'false');
    host.output('reason', problem ?? '');
    const recoveries = environments.map(({ recovery }) => recovery.summary).join('');
    await host.summary(`${validationSummary(config.app, environments, problem)}\n${recoveries}${policySummary(review)}\n`);
    for (const { name, gaps, recovery } of environments) {
        for (const line of recovery.lines)
            host.report(`${name}: ${line}`);
        for (const { gap, remedy } of gaps)
            host.report(`${name}: not covered: ${gap}; ${remedy}`);
    }
    const places = environments.map(({ name }) => name).join(', ');
    host.report(places === ''
        ? `${path} is valid; it has no environments, so images are built but not released`
        : `${path} and the manifests of ${places} are valid`);
    if (problem !== undefined)
        host.report(`the policy failed: ${problem}`);
    return problem === undefined;
}


/***/ }),

/***/ 55469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ gapsOf),
/* harmony export */   t: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68036);
/* harmony import */ var _workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75507);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _workloads_shipped_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78765);
/* harmony import */ var _workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(17121);






function gapsOf(config, environment, manifests, live = [], autoscaled = false) {
    const workload = (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .workloadIn */ .h7)(manifests, environment);
    return [
        ...gapsOfVerify(environment),
        ...gapsOfProbes(workload),
        ...gapsOfWorkers((0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__/* .workersIn */ .r0)(manifests, environment), environment),
        ...gapsOfReplicas(workload, manifests, autoscaled),
        ...gapsOfImages(config, workload, manifests),
        ...gapsOfConfiguration(workload, manifests, new Set([...environment.live, ...live])),
        ...gapsOfJudging(environment),
    ];
}
function gapsOfJudging({ strategy, gate, workload }) {
    if (strategy.kind === 'rolling') {
        const watch = 'watch its errors and latency after a release';
        return [
            {
                gap: 'nothing compares the new version with the old one under load: a release that becomes ready and passes its checks stays',
                remedy: workload.kind === 'Deployment'
                    ? `use \`strategy: {canary: …}\` with a \`gate\`, or ${watch}`
                    : watch,
            },
        ];
    }
    if (strategy.kind === 'blue-green') {
        return [
            {
                gap: 'the versions never have traffic at the same time, so they cannot be compared: only hard facts and limits fail a blue-green release',
                remedy: 'use `strategy: {canary: …}` with a `gate` where a small error matters',
            },
        ];
    }
    const judging = gate?.metrics.filter(metric => !metric['dry-run']) ?? [];
    return judging.length > 0
        ? []
        : [
            {
                gap: 'every metric of the gate is a dry run, so its verdicts have no consequence',
                remedy: 'remove `dry-run` from at least one',
            },
        ];
}
function gapsOfVerify({ verify }) {
    if (verify === undefined) {
        return [{ gap: 'no request proves that it works: `verify` is not set', remedy: 'add `verify.checks`' }];
    }
    const weak = verify.checks.filter(({ type, json, body, headers }) => type === undefined && json === undefined && body === undefined && headers === undefined);
    return weak.map(({ get }) => ({
        gap: `the check of ${get} looks only at the status: any page of any server would pass it`,
        remedy: 'add `type`, `body` or `json` to it',
    }));
}
function gapsOfProbes(workload) {
    return (workload.spec?.template?.spec?.containers ?? [])
        .filter(({ readinessProbe }) => readinessProbe === undefined)
        .map(({ name }) => ({
        gap: `container ${name} has no readinessProbe: it counts as ready as soon as its process runs, and gets requests at once`,
        remedy: 'add a readinessProbe',
    }));
}
function gapsOfWorkers(workers, { strategy }) {
    const when = strategy.kind === 'rolling' ? 'once the workload is ready' : 'after the verdict';
    return workers.flatMap(worker => {
        const { spec } = worker;
        const name = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .titleOf */ .Gg)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .refOf */ .H8)(worker));
        if (worker.kind === 'CronJob') {
            return [
                {
                    gap: `${name} is updated ${when} and not watched: only its next run shows whether it works`,
                    remedy: 'watch its next run after a release',
                },
            ];
        }
        const unwatched = (spec?.template?.spec?.containers ?? []).some(({ readinessProbe }) => readinessProbe === undefined);
        return [
            {
                gap: `${name} is updated ${when} and not compared: a worker that is ready for ten seconds stays`,
                remedy: 'watch its errors and the length of its queue after a release',
            },
            ...(unwatched && (spec?.minReadySeconds ?? 0) === 0
                ? [
                    {
                        gap: `${name} has a container without a readinessProbe: a failure after more than ten seconds is not noticed`,
                        remedy: 'add a readinessProbe, or set `minReadySeconds`',
                    },
                ]
                : []),
        ];
    });
}
function gapsOfReplicas(workload, manifests, autoscaled) {
    if (workload.kind === 'DaemonSet')
        return [];
    const { replicas = 1, strategy } = workload.spec ?? {};
    const gaps = [];
    if (!autoscaled && replicas < 2) {
        gaps.push({
            gap: `${replicas === 1 ? 'a single replica' : 'no replica'}: the loss of one pod or node is an outage`,
            remedy: 'set `replicas` to 2 or more',
        });
    }
    if (strategy?.type === 'Recreate') {
        gaps.push({
            gap: 'the strategy Recreate stops every old pod before a new one starts: an outage in each release and each rollback',
            remedy: 'use RollingUpdate if two versions may run side by side',
        });
    }
    if (!manifests.some(({ object }) => protects(object, workload))) {
        gaps.push({
            gap: 'no PodDisruptionBudget in the manifests selects its pods: draining nodes may take all of them at once',
            remedy: 'add one',
        });
    }
    return gaps;
}
function protects(object, workload) {
    if (object.kind !== 'PodDisruptionBudget')
        return false;
    const { selector } = (object.spec ?? {});
    const labels = workload.spec?.template?.metadata?.labels ?? {};
    return Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
}
function gapsOfImages(config, workload, manifests) {
    const pinned = new Set(Object.values(config.images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const ofWorkload = new Set((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(workload.spec?.template?.spec));
    const all = manifests.flatMap(({ object, name }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(object).flatMap(({ spec }) => (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec).map(container => ({ container, owner: `${object.kind}/${name}` }))));
    return all
        .filter(({ container: { image = '' } }) => image !== '' && !image.includes('@') && !pinned.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryOf */ ._M)(image))))
        .map(({ container, owner }) => ({
        gap: `image ${container.image} of ${owner} is not in slipway.yml: its tag may point to another image tomorrow${ofWorkload.has(container) ? ', and a rollback restores the tag, not the content' : ''}`,
        remedy: 'pin it by its digest, or add it to `images`',
    }));
}
function gapsOfConfiguration(workload, manifests, live) {
    const shipped = new Set(manifests
        .filter(({ object }) => object.kind === 'ConfigMap' || isOpaque(object))
        .map(({ object, name }) => `${object.kind}/${name}`)
        .filter(name => !live.has(name)));
    const { imagePullSecrets: _, ...spec } = workload.spec?.template?.spec ?? {};
    return [...(0,_workloads_shipped_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesIn */ .ii)([{ spec }])]
        .filter(name => !shipped.has(name))
        .map(name => ({
        gap: `${name} stays live: a rollback does not restore its old values`,
        remedy: live.has(name)
            ? 'make sure that both versions can read it, or remove it from `live`'
            : 'make sure that both versions can read it, or add it to the manifests',
    }));
}
const isOpaque = ({ kind, type = 'Opaque' }) => kind === 'Secret' && type === 'Opaque';
function validate(config, written, manifests) {
    const images = Object.entries(config.images).map(([name, { repository }]) => [name, { repository, digest: `sha256:${'0'.repeat(64)}` }]);
    const repositories = images.map(([, { repository }]) => repository);
    const { environment } = (0,_workloads_workers_js__WEBPACK_IMPORTED_MODULE_5__.withUnlistedWorkers)(written, manifests, repositories);
    const undecided = (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__/* .watchdogProblem */ .dW)(environment.strategy) ?? (0,_watchdog_watchdog_js__WEBPACK_IMPORTED_MODULE_1__/* .waitingProblem */ .Vf)(environment.strategy);
    if (undecided !== undefined)
        throw undecided;
    (0,_workloads_candidate_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareManifests */ ._5)(manifests, environment, Object.fromEntries(images));
    return gapsOf(config, environment, manifests);
}


/***/ }),

/***/ 75507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__/* .requireWorkers */ .pZ)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    const hook = hookOf(object);
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a hook of ${hook}, and a release would apply it like any other object`, `move it out of \`manifests\`${hook === 'Helm' ? ' (`helm template --no-hooks`)' : ''}; if its Job is needed, make it a hook in slipway.yml, such as \`hooks: {pre: {job: hooks/migrate.yaml}}\``);
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .isReleased */ .OZ)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(object)
        .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(spec))
        .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image))));
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
function hookOf({ metadata }) {
    if (metadata?.annotations?.['helm.sh/hook'] !== undefined)
        return 'Helm';
    return metadata?.annotations?.['argocd.argoproj.io/hook'] === undefined ? undefined : 'Argo CD';
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${kind}/${name}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .podTemplatesOf */ .ab)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .containersOf */ .Mz)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 78765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ readSalt),
/* harmony export */   Ld: () => (/* binding */ pointAtCopies),
/* harmony export */   ii: () => (/* binding */ referencesIn),
/* harmony export */   xz: () => (/* binding */ shipConfiguration)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20553);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14485);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29296);





function shipConfiguration(manifests, app, live, salt, hooks = []) {
    const named = referencesIn([...manifests.map(({ object }) => object), ...hooks].flatMap(object => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(object)));
    const shipped = new Map();
    const rewritten = structuredClone(manifests).map(manifest => {
        const kind = kindOfConfiguration(manifest.object);
        const title = `${kind}/${manifest.name}`;
        if (kind === undefined || live.has(title) || !named.has(title))
            return manifest;
        const copy = _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.shipped(app, manifest.name, hashOf(manifest.object, salt));
        shipped.set(`${kind}/${manifest.name}`, { kind, name: manifest.name, copy });
        const object = {
            ...manifest.object,
            immutable: true,
            metadata: {
                ...manifest.object.metadata,
                name: copy,
                labels: { ...manifest.object.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: app, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'shipped' },
            },
        };
        return { ...manifest, object, name: copy };
    });
    for (const manifest of rewritten) {
        for (const template of (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .podTemplatesOf */ .ab)(manifest.object))
            pointAtCopies(template, [...shipped.values()]);
    }
    return { manifests: rewritten, shipped: [...shipped.values()] };
}
function kindOfConfiguration({ kind, type = 'Opaque' }) {
    if (kind === 'ConfigMap')
        return kind;
    return kind === 'Secret' && type === 'Opaque' ? kind : undefined;
}
function hashOf(object, salt) {
    const { data, binaryData, stringData, type } = object;
    return (0,_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .contentHash */ .Ae)(salt, { data, binaryData, stringData, type });
}
function pointAtCopies(template, copies) {
    const shipped = new Map(copies.map(each => [`${each.kind}/${each.name}`, each.copy]));
    eachReference(template, (reference, rename) => {
        const copy = shipped.get(reference);
        if (copy !== undefined)
            rename(copy);
    });
}
function referencesIn(templates) {
    const found = new Set();
    for (const template of templates)
        eachReference(template, reference => found.add(reference));
    return found;
}
function eachReference({ spec }, visit) {
    const seen = (kind, holder, key) => {
        if (holder == null || typeof holder[key] !== 'string')
            return;
        visit(`${kind}/${holder[key]}`, name => {
            holder[key] = name;
        });
    };
    for (const { envFrom, env } of (0,_kinds_js__WEBPACK_IMPORTED_MODULE_3__/* .containersOf */ .Mz)(spec)) {
        for (const source of envFrom ?? []) {
            seen('ConfigMap', source.configMapRef, 'name');
            seen('Secret', source.secretRef, 'name');
        }
        for (const { valueFrom } of env ?? []) {
            seen('ConfigMap', valueFrom?.configMapKeyRef, 'name');
            seen('Secret', valueFrom?.secretKeyRef, 'name');
        }
    }
    for (const volume of spec?.volumes ?? []) {
        seen('ConfigMap', volume.configMap, 'name');
        seen('Secret', volume.secret, 'secretName');
        for (const source of volume.projected?.sources ?? []) {
            seen('ConfigMap', source.configMap, 'name');
            seen('Secret', source.secret, 'name');
        }
        const { cephfs, flexVolume, iscsi, rbd, scaleIO, storageos } = volume;
        for (const driver of [cephfs, flexVolume, iscsi, rbd, scaleIO, storageos])
            seen('Secret', driver?.secretRef, 'name');
        seen('Secret', volume.csi?.nodePublishSecretRef, 'name');
        seen('Secret', volume.azureFile, 'secretName');
    }
    for (const secret of spec?.imagePullSecrets ?? [])
        seen('Secret', secret, 'name');
}
async function readSalt(cluster, namespace, app) {
    const name = _naming_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb.salt(app);
    const existing = await cluster.get((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.secret, namespace, name));
    const stored = existing?.data?.salt;
    if (stored !== undefined)
        return { value: Buffer.from(stored, 'base64').toString('utf8'), stored: true, keep: async () => { } };
    const value = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
    return {
        value,
        stored: false,
        keep: async () => {
            try {
                await cluster.create((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_2__/* .resources */ .ES.secret, namespace), {
                    apiVersion: 'v1',
                    kind: 'Secret',
                    metadata: { name, namespace, labels: { [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.app]: app, [_naming_js__WEBPACK_IMPORTED_MODULE_4__/* .labels */ .WD.kind]: 'salt' } },
                    type: 'Opaque',
                    stringData: { salt: value },
                });
            }
            catch (error) {
                if (!(error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ClusterError */ .b$ && error.reason === 'AlreadyExists'))
                    throw error;
            }
        },
    };
}


/***/ })

};
