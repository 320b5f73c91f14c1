export const id = 3752;
export const ids = [3752,5650];
export const modules = {

/***/ 31471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitorAction: () => (/* binding */ monitorAction)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80986);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41648);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60897);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26115);





const engine = async () => {
    const [{ monitor }, { rollback }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(3091), __webpack_require__.e(8478), __webpack_require__.e(4991), __webpack_require__.e(401), __webpack_require__.e(6111)]).then(__webpack_require__.bind(__webpack_require__, 42570)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(3091), __webpack_require__.e(2633), __webpack_require__.e(8478), __webpack_require__.e(4991), __webpack_require__.e(642), __webpack_require__.e(775), __webpack_require__.e(8583), __webpack_require__.e(2903), __webpack_require__.e(3182), __webpack_require__.e(5895)]).then(__webpack_require__.bind(__webpack_require__, 61590)),
    ]);
    return { monitor, rollback };
};
const monitorAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'monitor',
    description: 'Compare the time before and after a release, and check its objectives, alerts and scrape targets. Where slipway.yml allows it, a recent release that is degraded is rolled back.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .environment */ .cA,
        release: {
            description: 'Number of the release to watch; if another one is live, nothing is judged. Default: the live release.',
            default: '',
        },
        watch: {
            description: 'How long to watch the release, such as `10m`; the watch ends early if the release is degraded. `0s` checks once, for scheduled runs.',
            default: '5m',
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .kubeContext */ .ng,
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .logins */ .NB,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .deploymentsToken */ .ic,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .toolMirrors */ .Rg,
    },
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .appOutput */ .l0,
        verdict: '`healthy`, `degraded`, `unknown` (a required value could not be read; never counts as healthy), or `superseded` (a release other than `release` is live, and nothing was judged).',
        release: 'Number of the release that was judged; empty if none is live.',
        budget: 'JSON map from objectives to the share of their error budget that is left: 1 is untouched, below 0 is overspent.',
        rollback: '`complete`, `failed`, `not-needed` (the release is not degraded, or another one came after it), or `refused` (see `reason`).',
        report: 'Folder with `monitor.json` and `report.html`.',
        proof: 'What happened to the proofs attached to the images after a rollback, as in the action `rollback`; otherwise `none`.',
        reason: 'Why the release is not healthy, in one sentence; otherwise empty.',
    },
    refused: { verdict: 'unknown', budget: '{}', rollback: 'not-needed', proof: 'none' },
    run: async (inputs, host) => {
        const watch = inputs.watch === '0s' ? 0 : _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .durationOf */ .cf('watch', inputs.watch);
        const { release: asked } = _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseOf */ .l7(inputs.release);
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .requestOf */ .fo)(inputs, host);
        host.output('app', request.config.app);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { monitor, rollback }) => {
            const signal = host.cancellation();
            const report = await monitor(cluster, { ...request, watch, signal, release: asked });
            host.output('verdict', report.verdict);
            host.output('release', String(report.release ?? ''));
            host.output('budget', JSON.stringify(budgetsOf(report)));
            const cause = report.reasons.find(({ sinceRelease }) => sinceRelease)?.sentence;
            const isWanted = report.verdict === 'degraded' && cause !== undefined && report.release !== undefined;
            const because = { from: report.release, to: undefined, because: `monitor found it degraded: ${cause}` };
            const ended = !isWanted
                ? { state: 'not-needed', reason: undefined }
                : report.refusal !== undefined
                    ? { state: 'refused', reason: report.refusal }
                    : await rolledBack(() => (0,_rollback_js__WEBPACK_IMPORTED_MODULE_3__.rollBackAndPublish)(cluster, rollback, { ...request, inputs, host }, because));
            const reasons = [
                ...report.reasons.map(({ sentence }) => sentence),
                ...(ended.reason === undefined ? [] : [`not rolled back: ${ended.reason}`]),
            ];
            host.output('rollback', ended.state);
            if (ended.state === 'refused' || ended.state === 'not-needed')
                host.output('proof', 'none');
            host.output('reason', reasons.join('; '));
            host.output('report', await publishReport({ ...report, refusal: ended.reason }, host));
            const well = report.verdict === 'healthy' || report.verdict === 'superseded';
            if (well)
                for (const message of reasons)
                    host.annotate('warning', { title: 'monitor', message });
            return well;
        });
    },
});
async function rolledBack(rollBack) {
    try {
        const { state, reason } = await rollBack();
        return { state, reason: state === 'complete' ? undefined : reason };
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isMidway */ .g5)(error))
            throw error;
        return { state: 'refused', reason: error.sentence };
    }
}
const budgetsOf = ({ readings }) => Object.fromEntries((readings?.objectives ?? []).flatMap(({ objective, budget }) => budget === undefined ? [] : [[objective, Number(budget.toFixed(4))]]));
async function publishReport(report, host) {
    const [{ monitorSummary }, { monitorPage }, { reportFolder }] = await Promise.all([
        __webpack_require__.e(/* import() */ 1382).then(__webpack_require__.bind(__webpack_require__, 11382)),
        __webpack_require__.e(/* import() */ 2648).then(__webpack_require__.bind(__webpack_require__, 82648)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 60827)),
    ]);
    await host.summary(monitorSummary(report));
    return reportFolder(host, `monitor-r${report.release ?? 0}`, {
        'monitor.json': `${JSON.stringify(report)}\n`,
        'report.html': monitorPage(report),
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
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(642), __webpack_require__.e(1381), __webpack_require__.e(5374)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_2__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(642), __webpack_require__.e(1381), __webpack_require__.e(5374)]).then(__webpack_require__.bind(__webpack_require__, 72993));
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
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(9067)]).then(__webpack_require__.bind(__webpack_require__, 9947)),
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


/***/ })

};
