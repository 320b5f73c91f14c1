export const id = 1471;
export const ids = [1471,897];
export const modules = {

/***/ 31471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitorAction: () => (/* binding */ monitorAction),
/* harmony export */   watchRelease: () => (/* binding */ watchRelease)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80986);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41648);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60897);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(26115);






const engine = async () => {
    const [{ monitor }, { rollback }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(562), __webpack_require__.e(6715), __webpack_require__.e(4991), __webpack_require__.e(401), __webpack_require__.e(6111)]).then(__webpack_require__.bind(__webpack_require__, 42570)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(562), __webpack_require__.e(1893), __webpack_require__.e(6715), __webpack_require__.e(3814), __webpack_require__.e(4991), __webpack_require__.e(2596), __webpack_require__.e(775), __webpack_require__.e(8583), __webpack_require__.e(5626), __webpack_require__.e(2903), __webpack_require__.e(685)]).then(__webpack_require__.bind(__webpack_require__, 61590)),
    ]);
    return { monitor, rollback };
};
const monitorAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'monitor',
    description: 'Compare the time before and after a release, and check its objectives, alerts and scrape targets. Where slipway.yml allows it, a recent release that is degraded is rolled back.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .environment */ .cA,
        release: {
            description: 'Number of the release to watch; if another one is live, nothing is judged. Default: the live release.',
            default: '',
        },
        watch: {
            description: 'How long to watch the release, such as `10m`; the watch ends early if the release is degraded. `0s` checks once, for scheduled runs.',
            default: '5m',
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .kubeContext */ .ng,
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .logins */ .NB,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentsToken */ .ic,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .toolMirrors */ .Rg,
    },
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .appOutput */ .l0,
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
        const watch = inputs.watch === '0s' ? 0 : _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .durationOf */ .cf('watch', inputs.watch);
        const { release: asked } = _inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseOf */ .l7(inputs.release);
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .requestOf */ .fo)(inputs, host);
        host.output('app', request.config.app);
        (0,_gitops_js__WEBPACK_IMPORTED_MODULE_2__/* .requireApplied */ .PZ)(request.environment, request.environmentName, 'compare its release in your dashboards; see `slipway status`');
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_5__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, (cluster, code) => watchRelease(cluster, code, { ...request, inputs, host }, { watch, release: asked }));
    },
});
async function watchRelease(cluster, { monitor, rollback }, request, wanted) {
    const { host } = request;
    const signal = host.cancellation();
    const report = await monitor(cluster, { ...request, ...wanted, signal });
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
            : await rolledBack(() => (0,_rollback_js__WEBPACK_IMPORTED_MODULE_4__.rollBackAndPublish)(cluster, rollback, request, because));
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
}
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
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(562), __webpack_require__.e(1382)]).then(__webpack_require__.bind(__webpack_require__, 11382)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(562), __webpack_require__.e(2648)]).then(__webpack_require__.bind(__webpack_require__, 82648)),
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

/***/ 60897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollBackAndPublish: () => (/* binding */ rollBackAndPublish),
/* harmony export */   rollbackAction: () => (/* binding */ rollbackAction)
/* harmony export */ });
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29296);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(42900);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80986);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93240);
/* harmony import */ var _decision_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60827);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98936);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82057);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45650);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26115);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(55571);












const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(562), __webpack_require__.e(1893), __webpack_require__.e(6715), __webpack_require__.e(3814), __webpack_require__.e(4991), __webpack_require__.e(2596), __webpack_require__.e(775), __webpack_require__.e(8583), __webpack_require__.e(5626), __webpack_require__.e(2903), __webpack_require__.e(685)]).then(__webpack_require__.bind(__webpack_require__, 61590));
const rollbackAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_2__/* .defineAction */ .QP)({
    name: 'rollback',
    description: 'Roll back to the last verified release or a given one, including its configuration, and verify that it is live.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .environment */ .cA,
        'to-release': {
            description: 'Number of the release to restore. Default: the baseline of `from-release`, or without it the last verified release.',
            default: '',
        },
        'from-release': {
            description: 'Number of the release to roll back, or `run` for the release of this run. If another one came after it, nothing is changed. Default: the live release.',
            default: '',
        },
        within: {
            description: 'Time limit, such as `4m`. An unfinished rollback is then left to `sweep`, and the step fails. Default: no limit.',
            default: '',
        },
        force: {
            description: 'Reason to roll back a release that is not reversible (stored in its record), or to restore an image without a valid signature. Default: both are refused.',
            default: '',
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .config */ .$W,
        'kube-context': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .kubeContext */ .ng,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .deploymentsToken */ .ic,
        'gitops-token': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .gitopsToken */ .QQ,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .toolMirrors */ .Rg,
    },
    outputs: {
        app: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .appOutput */ .l0,
        release: 'Number of the live release; empty if it is not known.',
        changed: '`true` if the rollback changed the cluster, otherwise `false`.',
        'rollback-seconds': 'Seconds from the first write until the release was fully restored.',
        state: '`complete`, `failed`, `not-needed` (`from-release` was never created, is already rolled back, or another release came after it) or `refused`. The last two change nothing.',
        record: 'Folder with `decision.json` and `report.html` of the rollout that was rolled back; empty if none was in progress.',
        proof: _proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .proofOutput */ .Sg,
        reason: 'Why the rollback failed or was not needed, in one sentence; otherwise empty.',
    },
    refused: { changed: 'false', state: 'refused', proof: 'none' },
    run: async (inputs, host) => {
        const from = inputs['from-release'] === ''
            ? undefined
            : (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .parseFromRelease */ .BW)(inputs['from-release'], (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .originOf */ .y)(host.env));
        const to = inputs['to-release'] === '' ? undefined : (0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReleaseNumber */ ._W)(inputs['to-release']);
        const within = inputs.within === '' ? undefined : _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .durationOf */ .cf('within', inputs.within);
        const force = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .parseForce */ .fu)(inputs.force);
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .requestOf */ .fo)(inputs, host);
        host.output('app', request.config.app);
        const gitops = (0,_gitops_js__WEBPACK_IMPORTED_MODULE_6__/* .gitopsOf */ .mQ)(request.environment);
        if (gitops !== undefined)
            return (0,_gitops_js__WEBPACK_IMPORTED_MODULE_6__/* .rollBackByGit */ .cN)(inputs, request, gitops, host, { from, to, within, force });
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { rollback }) => {
            const result = await rollBackAndPublish(cluster, rollback, { ...request, inputs, host }, {
                ...{ from, to },
                ...(force === undefined ? {} : { force }),
                ...(within === undefined ? {} : { until: performance.now() + within }),
                onResult: async ({ release, changed, seconds, state, decision, reason }) => {
                    host.output('release', String(release ?? ''));
                    host.output('changed', String(changed));
                    host.output('rollback-seconds', seconds.toFixed(2));
                    host.output('state', state);
                    host.output('record', await (0,_decision_js__WEBPACK_IMPORTED_MODULE_4__.publishDecision)(decision, host));
                    host.output('reason', reason ?? '');
                },
            });
            const { release, state, reason } = result;
            const what = release === undefined ? 'rollback' : `release ${release}`;
            host.report(`${what}: ${state}${reason === undefined ? '' : `, ${reason}`}`);
            return state !== 'failed';
        });
    },
});
async function rollBackAndPublish(cluster, rollback, request, { onResult, ...what }) {
    const { inputs, host } = request;
    let withdrawing = Promise.resolve(false);
    const requireSigned = await (0,_trust_js__WEBPACK_IMPORTED_MODULE_10__/* .signatureDemand */ .eD)(inputs, { ...request, force: what.force });
    const result = await rollback(cluster, {
        ...request,
        ...what,
        onRollback: () => {
            const both = Promise.all([withdrawing, (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .withdrawEarly */ .gs)(cluster, request)]);
            withdrawing = both.then(([before, now]) => before || now);
        },
        ...(requireSigned === undefined ? {} : { requireSigned }),
    }).finally(() => withdrawing);
    await onResult?.(result);
    const { release, state } = result;
    await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rollbackSummary */ .j0)(request.config.app, result));
    if (release !== undefined && state === 'complete') {
        await (0,_deployment_js__WEBPACK_IMPORTED_MODULE_5__/* .publishDeployment */ .j)(host, inputs['deployments-token'], {
            ...{ app: request.config.app, environment: inputs.environment, release, state },
        });
    }
    const proved = result.verification?.verdict === 'pass' ? result.verification : undefined;
    await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .publishProofs */ .vC)(host, cluster, request, proved, await withdrawing);
    return result;
}


/***/ }),

/***/ 42900:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eN: () => (/* binding */ deploySummary),
  j0: () => (/* binding */ rollbackSummary),
  RI: () => (/* binding */ sweepSummary),
  Il: () => (/* binding */ verifySummary)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/digest.js
var digest = __webpack_require__(55914);
// EXTERNAL MODULE: ./.build/js/src/toolkit/markdown.js
var markdown = __webpack_require__(991);
// EXTERNAL MODULE: ./.build/js/src/toolkit/operations.js
var operations = __webpack_require__(78968);
;// CONCATENATED MODULE: ./.build/js/src/report/acceptance.js

function acceptanceParts(app, results) {
    const others = results.filter(({ cell: ofMatrix }) => ofMatrix === undefined);
    const rows = others.map(each => [
        each.title,
        each.ok ? 'passed' : 'failed',
        String(each.attempts),
        (0,markdown/* time */.kB)(each.ms),
        each.reason ?? each.detail ?? '',
    ]);
    return [
        (0,markdown/* table */.tp)(['check', 'verdict', 'attempts', 'time', 'reason'], rows),
        matrixTable(results),
        topologyChart(app, results),
    ];
}
function matrixTable(results) {
    const cells = results.flatMap(({ cell: each, ok, reason = '' }) => each === undefined ? [] : [{ ...each, ok, reason }]);
    const identities = [...new Set(cells.map(({ identity }) => identity))];
    const endpoints = [...new Set(cells.map(({ endpoint }) => endpoint))];
    const rows = endpoints.map(endpoint => [
        endpoint,
        ...identities.map(identity => {
            const found = cells.find(each => each.endpoint === endpoint && each.identity === identity);
            if (found === undefined)
                return '';
            const { got, expected, ok } = found;
            if (ok)
                return `✅ ${expected}`;
            return got === expected
                ? `❌ ${got} with HTML or another type`
                : `❌ ${got ?? 'no answer'}, expected ${expected}`;
        }),
    ]);
    return (0,markdown/* table */.tp)(['endpoint', ...identities], rows);
}
function topologyChart(app, results) {
    const edges = results.flatMap(({ edge, ok }) => (edge === undefined ? [] : [{ ...edge, ok }]));
    if (edges.length === 0)
        return '';
    const id = (name) => `d${edges.findIndex(({ to }) => to === name)}`;
    const lines = [
        'flowchart LR',
        `  app[${quoted(app)}]`,
        ...edges.map(({ to }) => `  ${id(to)}[${quoted(to)}]`),
        ...edges.map(({ to, ok, cause }) => `  app -- "${ok ? 'ok' : cause === undefined ? 'broken' : 'fails with it'}" --> ${id(to)}`),
        ...edges.flatMap(({ to, needs }) => needs.map(need => `  ${id(to)} -. needs .-> ${id(need)}`)),
        ...edges.map(({ ok, cause }, index) => `  linkStyle ${index} stroke:${ok ? '#1a7f37' : cause === undefined ? '#cf222e,stroke-width:3px' : '#bf8700'}`),
    ];
    return (0,markdown/* fenced */.OF)('mermaid', lines);
}
const quoted = (text) => `"${(0,markdown/* cell */.Hn)(text).replaceAll('"', "'")}"`;

;// CONCATENATED MODULE: ./.build/js/src/report/summary.js




function deploySummary(app, environment, images, result, workers = [], signed = []) {
    const head = `### ${mark(result.state === 'complete' || result.state === 'prepared')} ${(0,markdown/* cell */.Hn)(app)} → ${(0,markdown/* cell */.Hn)(environment)}: release ${result.release}`;
    const what = {
        complete: `Release ${result.release} is rolled out: ${result.readyPods} pods ready after ${(0,markdown/* time */.kB)(result.rolloutMs)}.`,
        prepared: `Release ${result.release} runs beside the current release, **without traffic**: ${result.readyPods} pods ready after ${(0,markdown/* time */.kB)(result.rolloutMs)}. The gate comes next.`,
        'rolled-back': `Release ${result.release} did not become ready and was **rolled back**${result.rollbackMs === undefined ? '' : ` in ${(0,markdown/* time */.kB)(result.rollbackMs)}`}. ${result.baseline === undefined
            ? 'No release is live, because this was the first.'
            : `Release ${result.baseline} is live.`}`,
        'needs-action': `Release ${result.release} did not become ready and is **not reversible, so it was not rolled back**. Look at the workload now.`,
        failed: `Release ${result.release} **failed and was not rolled back**. Look at the workload now.`,
        refused: `Release ${result.release} was **refused**: nothing was applied.`,
    }[result.state];
    const behind = workers.map(name => (0,markdown/* cell */.Hn)(name)).join(', ');
    const also = behind === '' || (result.state !== 'complete' && result.state !== 'prepared')
        ? ''
        : `\n\nWorkers ${result.state === 'complete' ? 'updated with it' : 'to update after the verdict'}: ${behind}.`;
    const why = result.reason === undefined ? '' : `\n\n**Why:** ${(0,markdown/* cell */.Hn)(result.reason)}`;
    const rests = result.promotion === undefined ? '' : `\n\n${(0,markdown/* cell */.Hn)(result.promotion)}`;
    const whose = signed.map(sentence => `\n\n${(0,markdown/* cell */.Hn)(sentence)}.`).join('');
    return `${head}\n\n${what}${also}${why}${rests}${whose}\n\n${(0,markdown/* table */.tp)(['image'], images.map(image => [(0,digest/* shortDigests */.s)(image)]))}\n`;
}
function verifySummary(app, result) {
    const zones = result.served.zones.map(z => [z.zone, String(z.pods), String(z.ready), String(z.matching)]);
    return [
        `### ${mark(result.verdict === 'pass')} ${(0,markdown/* cell */.Hn)(app)}: release ${result.release} ${proofs[result.verdict]}`,
        result.reasons.map(reason => `- ${(0,markdown/* cell */.Hn)(reason)}`).join('\n'),
        (0,markdown/* table */.tp)(['zone', 'pods', 'ready', 'verified digest'], zones),
        `Requests were sent to ${(0,markdown/* cell */.Hn)(result.address)}.`,
        (0,markdown/* table */.tp)(['worker', 'pods', 'verified digest'], result.workers.map(({ name, pods, matching }) => name.startsWith('CronJob/') ? [name, 'at its next run', ''] : [name, String(pods), String(matching)])),
        ...acceptanceParts(app, result.checks),
        (0,markdown/* table */.tp)(['container', 'image'], Object.entries(result.digests).map(each => each.map(digest/* shortDigests */.s))),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
const proofs = {
    pass: 'verified',
    fail: 'failed its verification',
    unproved: 'is live, but not verified',
};
function rollbackSummary(app, result) {
    if (result.state === 'not-needed')
        return `### ${(0,markdown/* cell */.Hn)(app)}: nothing was rolled back\n\n${(0,markdown/* cell */.Hn)(result.reason ?? '')}\n`;
    const good = result.state === 'complete';
    const head = `### ${mark(good)} ${(0,markdown/* cell */.Hn)(app)}: ${whereTo(result)}`;
    const what = good ? whatServes(result) : `**Why it failed:** ${(0,markdown/* cell */.Hn)(result.reason ?? '')}`;
    const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
    return `${head}\n\n${what}${proof}\n`;
}
function whereTo({ release, changed }) {
    if (release === undefined)
        return 'rollback of the first release';
    return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}
function whatServes({ release, changed, seconds }) {
    if (release === undefined)
        return `Its objects were removed in ${seconds.toFixed(1)} s. No release is live.`;
    return `Release ${release} is live${changed ? `, restored in ${seconds.toFixed(1)} s` : ''}.`;
}
function sweepSummary({ app, environment }, { state, release, reason }, fixed = []) {
    const head = `### ${swept[state].mark} ${(0,markdown/* cell */.Hn)(app)} → ${(0,markdown/* cell */.Hn)(environment)}: ${swept[state].what(release ?? 0)}`;
    const why = reason === undefined ? [] : [(0,markdown/* cell */.Hn)(reason)];
    const next = state === 'needs-action' ? [`**Next:** deploy a version that works, or ${(0,operations/* howToRun */.R)('rollback')}.`] : [];
    const drills = fixed.map(each => `- ${(0,markdown/* cell */.Hn)(each)}`).join('\n');
    return `${[head, ...why, ...next, drills].filter(part => part !== '').join('\n\n')}\n`;
}
const swept = {
    nothing: { mark: '✅', what: () => 'no rollout to finish or roll back' },
    busy: {
        mark: '⏳',
        what: release => `the rollout of release ${release} is in progress or paused, and was left alone`,
    },
    finished: { mark: '✅', what: release => `the rollout of release ${release} was finished` },
    'rolled-back': { mark: '✅', what: release => `release ${release} was rolled back` },
    'needs-action': { mark: '❌', what: release => `release ${release} needs action` },
};
const mark = (good) => (good ? '✅' : '❌');


/***/ })

};
