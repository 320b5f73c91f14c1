export const id = 7848;
export const ids = [7848];
export const modules = {

/***/ 60527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   assessAction: () => (/* binding */ assessAction)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63114);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26126);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41648);
/* harmony import */ var _reports_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(46158);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26115);








const reader = () => __webpack_require__.e(/* import() */ 5820).then(__webpack_require__.bind(__webpack_require__, 45820));
const assessAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'assess',
    description: 'Check what must be true of the manifests of an environment against its cluster: zones, probes, drains, resources, autoscaling, rights, secrets. Changes nothing.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .kubeContext */ .ng,
        cluster: {
            description: '`ask`, or `none` to read the manifests alone, such as in a pull request. Then what only the cluster can show is unknown.',
            default: 'ask',
        },
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .toolMirrors */ .Rg,
        report: { description: 'Path of the JSON report to write.', default: 'assess.json' },
    },
    outputs: {
        verdict: '`fail` if there is a finding of level `error` without an exception, otherwise `pass`.',
        findings: 'Number of findings without an exception.',
        unknown: 'Number of checks that could not be made.',
        report: 'Path of the JSON report.',
        reason: 'The worst error and the number of others, in one sentence; otherwise empty.',
    },
    refused: { verdict: 'fail' },
    run: async (inputs, host) => {
        const asks = (0,_toolkit_input_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oneOf */ .yL)('cluster', ['ask', 'none'], inputs.cluster) === 'ask';
        const config = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(inputs.config);
        const environment = (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(config, inputs.environment);
        (0,_gitops_js__WEBPACK_IMPORTED_MODULE_4__/* .requireApplied */ .PZ)(environment, inputs.environment, 'assess an environment of the same namespace that has `manifests`');
        const { manifests, notes } = await (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .manifestsOf */ .oF)(inputs.config, config, inputs.environment, host.env);
        for (const note of notes)
            host.report(note);
        const signal = host.cancellation();
        const live = await liveOf(inputs, environment, asks, host);
        const now = new Date();
        const root = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(inputs.config));
        const { assess } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(8815), __webpack_require__.e(5279), __webpack_require__.e(1893), __webpack_require__.e(898), __webpack_require__.e(1098), __webpack_require__.e(1067)]).then(__webpack_require__.bind(__webpack_require__, 80420));
        const request = {
            ...{ config: (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .configFor */ .m3)(config, environment), environment, environmentName: inputs.environment },
            ...{ manifests, root, live, now },
        };
        const result = await assess(request, { env: host.env, signal, report: host.report });
        const { countAssessments, failureIn, shortfallsIn } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1724)]).then(__webpack_require__.bind(__webpack_require__, 81724));
        const { assessLines, assessSummary, toAnnotate } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(244)]).then(__webpack_require__.bind(__webpack_require__, 30244));
        const reason = failureIn(result.assessments) ?? '';
        const counts = countAssessments(result.assessments);
        const verdict = reason === '' ? 'pass' : 'fail';
        host.output('verdict', verdict);
        host.output('findings', String(shortfallsIn(result.assessments).length));
        host.output('unknown', String(counts.unknown));
        const { app } = config;
        const report = { schema: 1, app, environment: inputs.environment, at: now, verdict, counts, ...result };
        await (0,_reports_js__WEBPACK_IMPORTED_MODULE_6__/* .writeReport */ .u)(inputs.report, `${JSON.stringify(report, null, 2)}\n`);
        host.output('report', inputs.report);
        host.output('reason', reason);
        await host.summary(assessSummary(app, inputs.environment, result));
        annotate(host, toAnnotate(result.assessments), root);
        for (const line of assessLines(result))
            host.report(line);
        return reason === '';
    },
});
async function liveOf(inputs, environment, asks, host) {
    const { nothingAsked } = await reader();
    if (!asks)
        return nothingAsked('no cluster was asked (`cluster: none`)');
    return (0,_session_js__WEBPACK_IMPORTED_MODULE_7__/* .withCluster */ .Bq)({ ...inputs, patient: false }, environment, host, reader, (cluster, { readLive }) => readLive(cluster, environment.namespace));
}
function annotate(host, found, root) {
    for (const { level, rule, what, remedy, place } of found)
        host.annotate(level === 'error' ? 'error' : 'warning', {
            title: `assess: ${rule}`,
            message: remedy === undefined ? what : `${what}; ${remedy}`,
            ...(place === undefined ? {} : { file: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)('', (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, place.file)) }),
            ...(place?.line === undefined ? {} : { line: place.line }),
        });
}


/***/ }),

/***/ 45650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ signOutput),
/* harmony export */   Sg: () => (/* binding */ proofOutput),
/* harmony export */   Ye: () => (/* binding */ signsProofs),
/* harmony export */   bi: () => (/* binding */ promotionOf),
/* harmony export */   gs: () => (/* binding */ withdrawEarly),
/* harmony export */   rW: () => (/* binding */ withdrawalOutput),
/* harmony export */   vC: () => (/* binding */ publishProofs)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(566);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55571);




async function promotionOf(inputs, { config, environment, registry, host, force, }) {
    const { requires } = environment;
    if (requires === undefined)
        return {};
    const sealing = await sealingOf(inputs, { config, environments: [environment], registry, host });
    return {
        requirePromotion: async (cluster, images) => {
            const [{ provePromotion }, { promotionSentence }] = await Promise.all([
                Promise.all(/* import() */[__webpack_require__.e(1381), __webpack_require__.e(8308)]).then(__webpack_require__.bind(__webpack_require__, 58308)),
                __webpack_require__.e(/* import() */ 2384).then(__webpack_require__.bind(__webpack_require__, 2384)),
            ]);
            const asked = { config, environment, requires, images, registry, sealing };
            const promotion = await provePromotion(cluster, force === undefined ? asked : { ...asked, force });
            return { promotion, sentence: promotionSentence(promotion) };
        },
    };
}
const proofOutput = 'What happened to the proofs attached to the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
const withdrawalOutput = 'What happened to the proofs attached to the images, for environments that require this one: `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1381), __webpack_require__.e(3652)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1381), __webpack_require__.e(3652)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)();
    const { config, environmentName, inputs } = request;
    const environments = requiring(config, environmentName);
    const sealing = verified && inputs && (await sealingOf(inputs, { config, environments, registry, host }));
    const { state, warnings } = await settleProofs(cluster, { ...request, registry, sealing }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(message)}\n`);
    }
}
async function sealingOf(inputs, { config, environments, registry, host }) {
    const { signing } = config;
    const trust = await demanded(config, environments);
    if (signing === undefined || trust === undefined)
        return undefined;
    const { env, report } = host;
    return async (use) => {
        const [{ withCosign }, { signingKey }, { attachStatement, signedPredicates }, { predicates }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506)]).then(__webpack_require__.bind(__webpack_require__, 18506)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(3139)]).then(__webpack_require__.bind(__webpack_require__, 32694)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(8432), __webpack_require__.e(3081)]).then(__webpack_require__.bind(__webpack_require__, 9947)),
            Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 90927)),
        ]);
        const type = predicates.verification;
        const { signal } = new AbortController();
        return withCosign({ env, signal, report }, cosign => {
            const asked = { ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_1__/* .trustOptions */ .z5)(inputs.config, config, trust), registry, cosign, env };
            const { root } = asked;
            return use({
                read: reference => signedPredicates((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference), type, { ...asked, now: Date.now() }),
                add: async (reference, proof) => {
                    const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
                    const key = await signingKey(from);
                    await attachStatement(registry, (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference), type, proof, { cosign, key });
                },
            });
        });
    };
}
const signOutput = 'Whether `verify` signs its proof in this environment, because another one requires it: `true` or `false`.';
const signsProofs = async (config, environmentName) => (await demanded(config, requiring(config, environmentName))) !== undefined;
const requiring = ({ environments }, environmentName) => Object.values(environments).filter(({ requires }) => requires?.environment === environmentName);
async function demanded(config, environments) {
    if (config.signing === undefined)
        return undefined;
    const { trustOfProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    return environments.map(each => trustOfProofs(config, each.trust)).find(each => each !== undefined);
}


/***/ }),

/***/ 46158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);



async function writeReport(path, text) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the report ${path} cannot be written`, 'choose another file', { cause: error });
    }
}


/***/ })

};
