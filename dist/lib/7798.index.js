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
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80986);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45650);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(566);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26115);
/* harmony import */ var _standbys_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(70127);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(55571);













const nothing = JSON.stringify({ create: [], change: [], same: [] });
const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(3091), __webpack_require__.e(2633), __webpack_require__.e(8478), __webpack_require__.e(4991), __webpack_require__.e(1896), __webpack_require__.e(775), __webpack_require__.e(8583), __webpack_require__.e(6082), __webpack_require__.e(4212), __webpack_require__.e(4993), __webpack_require__.e(7343)]).then(__webpack_require__.bind(__webpack_require__, 88923));
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
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .kubeContext */ .ng,
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .logins */ .NB,
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
        sign: _proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .signOutput */ .R4,
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
        const { request, manifests, hooks } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withManifests */ .BW)(inputs.config, await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .requestOf */ .fo)(inputs, host), host.report);
        await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .warnOfNewValues */ .ii)(inputs.config, request, manifests, host.report);
        const { config, environment } = request;
        const selected = inputs.images === '' ? undefined : (0,_image_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .parseImagesInput */ .M)(inputs.images, config.images);
        const around = await _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .aroundOf */ .dg(inputs.config, environment, host, hooks);
        const forced = _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .forced */ .KY(inputs.force);
        const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_12__/* .registryClient */ .R)();
        const images = selected && (0,_release_preflight_images_js__WEBPACK_IMPORTED_MODULE_4__/* .resolveImages */ .B)(registry, selected, Object.keys(config.images));
        images?.catch(() => undefined);
        const signed = images?.then(async (found) => (0,_trust_js__WEBPACK_IMPORTED_MODULE_11__/* .signatureSentences */ .Bk)(await (0,_trust_js__WEBPACK_IMPORTED_MODULE_11__/* .verifiedImages */ .LA)(inputs, { config, environment, images: found, registry, host })));
        signed?.catch(() => undefined);
        const promotion = await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .promotionOf */ .bi)(inputs, { config, environment, registry, host, ...forced });
        const seen = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withCluster */ .Bq)({ ...inputs, patient: false }, environment, host, engine, async (cluster, { preview }) => {
            const [found, standbys] = await Promise.all([
                preview(cluster, {
                    ...{ ...request, ...promotion, manifests, images, around },
                    ...(signed && { signed }),
                }),
                (0,_standbys_js__WEBPACK_IMPORTED_MODULE_10__.standbyFindings)(cluster, environment),
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
        host.output('sign', String(await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .signsProofs */ .Ye)(config, inputs.environment)));
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
        const { environment: hooked, manifests, notes } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .manifestsOf */ .oF)(path, config, name, host.env);
        const report = (line) => host.report(`${name}: ${line}`);
        notes.forEach(report);
        await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .warnOfNewValues */ .ii)(path, { config, environment, env: host.env }, manifests, report);
        const owner = { app: config.app, environment: name };
        const recovery = await recoveryOf(environment, manifests, { owner, config: path, env: host.env });
        const gaps = (0,_release_preflight_coverage_js__WEBPACK_IMPORTED_MODULE_3__/* .validate */ .t)((0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment), hooked, manifests);
        return { name, gaps: [...gaps, ...recovery.gaps], recovery };
    }));
    const { reviewDockerfiles } = await Promise.all(/* import() */[__webpack_require__.e(5279), __webpack_require__.e(898), __webpack_require__.e(6513)]).then(__webpack_require__.bind(__webpack_require__, 20898));
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
    return problem === undefined;
}


/***/ })

};
