export const id = 97;
export const ids = [97];
export const modules = {

/***/ 7097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweepAction: () => (/* binding */ sweepAction)
});

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/lease.js
var release_lease = __webpack_require__(96);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/progress.js + 16 modules
var progress = __webpack_require__(7833);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/release/sweep.js


async function sweep(cluster, request) {
    const { config, environment, origin, report } = request;
    const entry = await (0,progress/* unfinished */.M1)(cluster, request);
    if (entry === undefined)
        return { state: 'nothing' };
    const { candidate, parked, token } = entry.journal;
    if (parked !== undefined && parked.until > cluster.now()) {
        const reason = `release ${candidate} waits for ${parked.for} until ${new Date(parked.until).toISOString()}`;
        return { state: 'busy', release: candidate, reason };
    }
    let lease;
    try {
        lease = await (0,release_lease/* acquireLease */.ZZ)(cluster, {
            app: config.app,
            namespace: environment.namespace,
            origin,
            wait: 0,
            seize: false,
            floor: token,
            report,
        });
    }
    catch (error) {
        if (!(error instanceof release_lease/* LeaseHeld */.yj))
            throw error;
        return { state: 'busy', release: candidate, reason: error.message };
    }
    try {
        const swept = await (0,progress/* sweepRollout */.cf)(cluster, request, lease, entry.journal);
        if (swept === undefined)
            return { state: 'nothing' };
        const { end } = swept;
        if (end.state === 'undone')
            return { state: 'undone', release: candidate, reason: end.reason };
        if (end.state === 'held')
            return { state: 'held', release: candidate, reason: end.reason };
        return { state: 'finished', release: candidate };
    }
    finally {
        await lease.release();
    }
}

// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/toolkit/host.js
var host = __webpack_require__(1615);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/inputs.js
var inputs = __webpack_require__(3087);
// EXTERNAL MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/session.js + 1 modules
var session = __webpack_require__(8598);
;// CONCATENATED MODULE: ../../tmp/slipway-build-rwFvmA/js/src/actions/sweep.js




const sweepAction = (0,host/* defineAction */.QP)({
    name: 'sweep',
    description: 'Find a rollout that a dead run left, and finish or undo it.',
    inputs: {
        environment: inputs/* environment */.cA,
        config: inputs/* config */.$W,
        context: inputs/* context */._O,
    },
    outputs: {
        state: '`nothing` to sweep, `busy` (a run is at work, or the rollout waits on purpose), `finished`, `undone`, `held` (somebody must look), or `refused`.',
        release: 'Number of the release that was rolled out; empty when there was none.',
        reason: 'Why, in one sentence; empty when there is nothing to say.',
    },
    refused: { state: 'refused' },
    run: async (inputs, host) => {
        return (0,session/* withRollout */.ah)(inputs, host, async (cluster, request) => {
            const result = await sweep(cluster, { ...request, signal: host.cancellation() });
            host.output('state', result.state);
            host.output('release', result.release === undefined ? '' : String(result.release));
            host.output('reason', result.reason ?? '');
            host.report(`${result.state}${result.reason === undefined ? '' : `: ${result.reason}`}`);
            return result.state !== 'held';
        });
    },
});


/***/ })

};
