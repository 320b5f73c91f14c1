export const id = 4950;
export const ids = [4950];
export const modules = {

/***/ 86749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   X1: () => (/* binding */ percentage),
/* harmony export */   YP: () => (/* binding */ interval),
/* harmony export */   pm: () => (/* binding */ clock),
/* harmony export */   tI: () => (/* binding */ tablesOf),
/* harmony export */   wy: () => (/* binding */ aboutTable)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(991);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16179);



const tablesOf = (record) => [metricTable(record), stepTable(record), podTable(record), verdictTable(record)].map(withoutEmptyColumns);
function stepTable(record) {
    const [metric] = (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .metricsOf */ .Ps)(record);
    const rows = (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .bandsOf */ .yL)(record).map(({ label, from, to }) => {
        const within = record.ticks.filter(({ at }) => {
            const minute = (at - record.startedAt) / 60_000;
            return minute > from && minute <= to;
        });
        return [
            label,
            clock(record.startedAt + from * 60_000),
            (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)((to - from) * 60_000),
            within.length === 0 ? '' : whole((0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .countsOf */ .mQ)(within, metric, 'canary').total),
            shareOf(within),
            endOf(record, record.startedAt + to * 60_000),
        ];
    });
    return {
        title: 'Steps',
        head: ['step', 'start (UTC)', 'duration', 'requests of the candidate', 'measured share', 'outcome'],
        rows,
    };
}
function endOf(record, at) {
    const next = record.timeline.find(moment => Math.abs(moment.at - at) < 1);
    return (next?.reason ??
        (record.end !== undefined && record.end.at <= at + 1 ? record.end.state.replace('-', ' ') : ''));
}
function shareOf(rows) {
    const shares = rows.flatMap(({ share }) => (share === undefined ? [] : [share]));
    if (shares.length === 0)
        return '';
    return `${(shares.reduce((sum, each) => sum + each, 0) / shares.length).toFixed(1)} %`;
}
function metricTable({ findings }) {
    return {
        title: 'Metrics',
        head: ['metric', 'candidate', 'baseline', 'ratio (confidence interval)', 'status'],
        rows: findings.map(finding => [
            finding.boundary === undefined ? finding.name : `${finding.name}: slower than ${finding.boundary} s`,
            badRate(finding.canary),
            badRate(finding.baseline),
            interval(finding),
            `${statusNames[finding.status] ?? finding.status}${finding.dryRun === true ? ' (dry run)' : ''}`,
        ]),
    };
}
const statusNames = {
    harmed: 'worse',
    open: 'undecided',
};
function badRate({ bad, total }) {
    if (total === 0)
        return 'no requests';
    return `${percentage((100 * bad) / total)} (${whole(bad)} of ${whole(total)})`;
}
function interval({ ratio }) {
    if (ratio === undefined)
        return '';
    const high = ratio.high === null ? 'above' : ratio.high.toFixed(2);
    return `${ratio.estimate === null ? 'unknown' : ratio.estimate.toFixed(2)} (${ratio.low.toFixed(2)} ${ratio.high === null ? 'and' : 'to'} ${high})`;
}
function podTable(record) {
    const metrics = (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .metricsOf */ .Ps)(record);
    const counted = new Map();
    for (const { readings } of record.ticks) {
        metrics.forEach(({ name, index }, column) => {
            for (const track of _series_js__WEBPACK_IMPORTED_MODULE_1__/* .tracks */ .Pv) {
                for (const pod of (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .countedPods */ .T3)(readings[name], track)) {
                    const known = counted.get(pod.pod) ?? { track, total: 0, bad: [] };
                    if (column === 0)
                        known.total += pod.total;
                    known.bad[column] = (known.bad[column] ?? 0) + (pod.bad[index] ?? 0);
                    counted.set(pod.pod, known);
                }
            }
        });
    }
    const facts = new Map(record.pods.map(each => [each.pod, each]));
    const number = (value) => (record.ticks.length === 0 ? '' : whole(value ?? 0));
    const names = [...new Set([...facts.keys(), ...counted.keys()])];
    const rows = names.map(name => {
        const fact = facts.get(name);
        const counts = counted.get(name);
        return [
            name,
            { canary: 'candidate', baseline: 'baseline' }[fact?.track ?? counts?.track ?? ''] ?? '',
            fact?.node ?? '',
            fact?.zone ?? '',
            fact === undefined || fact.gone === true ? 'gone' : fact.ready ? 'yes' : 'no',
            fact === undefined ? '' : String(fact.restarts),
            number(counts?.total),
            ...metrics.map((_, column) => number(counts?.bad[column])),
            fact?.note ?? '',
        ];
    });
    return {
        title: 'Pods',
        head: [
            'pod',
            'version',
            'node',
            'zone',
            'ready',
            'restarts',
            'requests',
            ...metrics.map(({ title }) => title),
            'note',
        ],
        rows: rows.sort(([a = '', trackA = ''], [b = '', trackB = '']) => trackA === trackB ? (a < b ? -1 : 1) : trackA > trackB ? -1 : 1),
    };
}
function verdictTable({ verdicts, facts }) {
    const said = [
        ...verdicts
            .filter(({ verdict }) => verdict.verdict !== 'continue')
            .map(({ at, stage, verdict }) => ({
            at,
            row: [`stage ${stage + 1}: ${verdict.verdict}`, verdict.reason],
        })),
        ...facts.map(({ at, fact }) => ({
            at,
            row: [`fact: ${fact.kind}`, factText(fact)],
        })),
    ];
    return {
        title: 'Verdicts and facts',
        head: ['time (UTC)', 'what', 'reason'],
        rows: said.sort((a, b) => a.at - b.at).map(({ at, row }) => [clock(at), ...row]),
    };
}
const factText = ({ pod, detail }) => pod === undefined || detail.includes(pod) ? detail : `${pod}: ${detail}`;
function aboutTable(record) {
    const { judging, watchdog, calls, durations, reduced } = record;
    const rows = [
        [
            'release',
            `${record.release} of ${record.app} in ${record.environment} (${record.workload}, namespace ${record.namespace})`,
        ],
        [
            'baseline',
            record.baseline === undefined ? 'none: it is the first release' : `release ${record.baseline}`,
        ],
        ...Object.entries(record.images).map(([name, image]) => [`image ${name}`, image]),
        ...promotionRows(record),
        ...Object.entries(record.signatures ?? {}).map(([name, { by, attested }]) => [
            `signature of ${name}`,
            [by, ...attested].join(', '),
        ]),
        ...record.runs.map(({ at, by, doing, token }) => [
            doing,
            `${by.actor}, ${by.run}${by.revision === undefined ? '' : `, commit ${by.revision.slice(0, 12)}`}, ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(at)}, fencing token ${token}`,
        ]),
        ['strategy', strategyText(record)],
        ...(judging === undefined
            ? []
            : [
                ['profile', judging.policy.profile],
                ['estimate before the start', judging.said.join(' ')],
            ]),
        ...(record.checked === true ? [['gate', 'checks']] : []),
        ...(record.gate?.metrics ?? []).map(metric => [`metric ${metric.name}`, queries(metric)]),
        ...(watchdog === undefined ? [] : [['watchdog', watchdog]]),
        ...(calls === 0 ? [] : [['calls to the API server', whole(calls)]]),
        ...Object.entries(durations).map(([name, ms]) => [name, (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(ms)]),
        ...reduced.map(what => ['record shortened', what]),
    ];
    return { title: 'About this rollout', head: ['', ''], rows };
}
function promotionRows({ promotion }) {
    if (promotion === undefined)
        return [];
    const { environment, release, verifiedAt, soak, forced } = promotion;
    return forced === undefined
        ? [
            [
                'proof for promotion',
                `release ${release} of ${environment}, verified ${verifiedAt}, soak ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(soak)}`,
            ],
        ]
        : [['forced', `${forced.reason}; requirement not met: ${forced.against}`]];
}
function strategyText({ strategy, rolled }) {
    if (rolled === true)
        return `rolling instead of ${strategy.kind}, deadline ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(strategy.deadline)}`;
    const steps = strategy.steps
        ?.flatMap(({ weight, pause, approve }) => [
        `${weight} %`,
        ...(pause === undefined ? [] : [`pause ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(pause)}`]),
        ...(approve === true ? ['approve'] : []),
    ])
        .join(', ');
    return [
        strategy.kind,
        ...(steps === undefined ? [] : [steps]),
        ...(strategy.bake === undefined
            ? []
            : [
                `bake at ${strategy.bake.weight} % for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(strategy.bake.for)}${strategy.bake.approve === true ? ', approve' : ''}`,
            ]),
        `deadline ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(strategy.deadline)}`,
    ].join(', ');
}
function queries(metric) {
    const parts = ['bad', 'total', 'histogram'].flatMap(key => typeof metric[key] === 'string' ? [`${key} ${metric[key]}`] : []);
    if (Array.isArray(metric.logs))
        parts.unshift(`log lines at level ${metric.logs.join(' or ')}`);
    return parts.join(' of ');
}
function withoutEmptyColumns({ title, head, rows }) {
    const used = head.map((_, column) => rows.some(row => (row[column] ?? '') !== ''));
    const kept = (row) => row.filter((_, column) => used[column] === true);
    return { title, head: kept(head), rows: rows.map(kept) };
}
const clock = (at) => new Date(at).toISOString().slice(11, 19);
const whole = (value) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
function percentage(value) {
    if (value === 0)
        return '0 %';
    return `${value >= 0.1 ? value.toFixed(2) : Number(value.toPrecision(2))} %`;
}


/***/ }),

/***/ 34950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   headline: () => (/* binding */ headline)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78968);
/* harmony import */ var _figures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86749);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(16179);




function headline(record) {
    const { end } = record;
    return end === undefined ? inProgress(record) : ended(record, end);
}
function ended(record, end) {
    const { release } = record;
    const serves = servingSentence(record, end);
    const why = withFigures(record, withoutStop(end.reason));
    if ((0,_series_js__WEBPACK_IMPORTED_MODULE_3__/* .isRolling */ .m$)(record) && end.state === 'needs-action')
        return unfinishedUpdate(record, end, why);
    const said = (mood, what, next) => ({
        mood,
        what: `release ${release} ${what}`,
        why,
        next,
    });
    switch (end.state) {
        case 'promoted': {
            const unjudged = 'run verify to prove that it is live; no gate has judged it';
            return said('good', 'receives all traffic', (0,_series_js__WEBPACK_IMPORTED_MODULE_3__/* .isRolling */ .m$)(record) ? unjudged : 'nothing; the watch is over');
        }
        case 'rolled-back':
            return said('bad', `was rolled back; ${serves}`, remedyOf(record));
        case 'needs-action': {
            const what = `needs action: it has ${end.weight} % of the traffic; ${serves}`;
            return said('bad', what, (0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyOfNeedsAction */ .h5)(release));
        }
        case 'unchanged':
            return said('bad', `was not started; ${serves} as before`, 'fix the cause and release again');
        default:
            return end.state;
    }
}
function unfinishedUpdate(record, end, why) {
    const { release, workload, namespace, pods } = record;
    const isKnown = pods.length > 0 && pods.every(({ ready, gone }) => !ready || gone === true);
    const none = isKnown ? 'no pod is ready' : 'the live release is not known';
    const most = end.serves === undefined ? none : `release ${end.serves} has most of the ready pods`;
    return {
        mood: 'bad',
        what: `release ${release} needs action: its update stopped before it finished; ${most}`,
        why,
        next: `find the cause with \`kubectl -n ${namespace} describe ${workload}\`, then release a version that works`,
    };
}
function servingSentence({ baseline }, { serves, state }) {
    const serving = serves ?? (state === 'unchanged' || state === 'needs-action' ? baseline : undefined);
    return serving === undefined ? 'no release is live' : `release ${serving} is live`;
}
function inProgress(record) {
    if ((0,_series_js__WEBPACK_IMPORTED_MODULE_3__/* .isRolling */ .m$)(record))
        return rolling(record);
    const { release, baseline, timeline } = record;
    const moment = timeline.at(-1);
    const weight = timeline.findLast(each => each.weight !== undefined)?.weight ?? 0;
    const verdict = record.verdicts.at(-1)?.verdict;
    const rest = baseline === undefined ? 'no release' : `release ${baseline}`;
    const what = weight === 100
        ? `release ${release} has all traffic, but its rollout has not finished`
        : `release ${release} has ${weight} % of the traffic; ${rest} has the rest`;
    const why = withFigures(record, withoutStop(verdict?.reason ?? record.waits?.reason ?? moment?.reason ?? 'there is no verdict yet'));
    const said = (mood, next) => ({ mood, what, why, next });
    if (record.waits !== undefined)
        return said('open', waiting(record.waits, release));
    switch (verdict?.verdict) {
        case 'pass':
            return said('good', 'nothing; promote gives it all traffic');
        case 'fail':
        case 'no-data':
            return said('bad', `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__/* .howToRun */ .RG)('rollback')}, unless a run is rolling it back already`);
        default:
            return said('open', `nothing yet; to see its progress, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__/* .howToRun */ .RG)('status')}`);
    }
}
function rolling({ release, baseline, timeline }) {
    const moment = timeline.at(-1);
    const back = baseline === undefined ? 'its objects are being removed' : `release ${baseline} is being restored`;
    return {
        mood: 'open',
        what: moment?.phase === 'rolling-back'
            ? `release ${release} is being rolled back; ${back}`
            : `release ${release} is rolling out`,
        why: withoutStop(moment?.reason ?? 'its pods are starting'),
        next: 'nothing yet; if its run has died, the next sweep finishes it or rolls it back',
    };
}
function waiting({ for: what, until }, release) {
    const time = (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(until);
    switch (what) {
        case 'bake':
            return `nothing; sweep continues it when the stage is over, and rolls it back if it does harm or has not passed by ${time}`;
        case 'resume':
        case 'approval':
            return `${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_1__/* .howToRun */ .RG)([what === 'resume' ? 'resume' : 'approve', 'rollback'], release)}: the first continues the rollout, the second rolls it back. Without a choice, it is rolled back at ${time}`;
        default:
            return what;
    }
}
function remedyOf(record) {
    const verdict = record.verdicts.at(-1)?.verdict;
    const last = record.facts.at(-1)?.fact;
    if (verdict?.verdict === 'no-data')
        return remedies[verdict.missing];
    if (verdict?.verdict === 'inconclusive')
        return 'release again when there is more traffic, or set a later deadline, higher steps or a wider profile in slipway.yml';
    if (verdict?.verdict === 'fail')
        return `${remedyOfFailure(verdict)}, then release again`;
    if (last !== undefined)
        return `find out why${last.pod === undefined ? '' : ` pod ${last.pod} failed`}, then release again`;
    return 'fix the cause and release again';
}
function remedyOfFailure({ metrics }) {
    return metrics.length === 0
        ? 'find the fault in the new version'
        : `find out why ${metrics.join(' and ')} got worse in the new version`;
}
const remedies = {
    idle: 'send requests to the application during the rollout, or raise the weight of the first step; there is no evidence against the release',
    absent: 'check that its pods are scraped and export these metrics; there is no evidence against the release',
    provider: 'check that Prometheus answers, and the log store if a metric reads it, then release again; there is no evidence against the release',
    'wrong-labels': 'correct the query in slipway.yml if its series are not those of the pods, or give a slow gateway more time with `gateway.arrival`; there is no evidence against the release',
    stale: 'find out why no new samples or log lines arrive, then release again; there is no evidence against the release',
};
function withFigures({ findings }, why) {
    if (why.includes('%'))
        return why;
    const failed = findings.filter(each => each.status === 'harmed' && each.dryRun !== true);
    const figures = failed.map(({ name, boundary, canary, baseline }) => {
        const share = ({ bad, total }) => total === 0 ? 'no requests' : (0,_figures_js__WEBPACK_IMPORTED_MODULE_2__/* .percentage */ .X1)((100 * bad) / total);
        return `${boundary === undefined ? name : `${name} above ${boundary} s`} ${share(canary)} against ${share(baseline)}`;
    });
    return figures.length === 0 ? why : `${why}: ${figures.join(', ')}`;
}
const withoutStop = (text) => text.trim().replace(/\.$/, '');


/***/ }),

/***/ 16179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MK: () => (/* binding */ rateOf),
/* harmony export */   Nu: () => (/* binding */ lastMinute),
/* harmony export */   Ps: () => (/* binding */ metricsOf),
/* harmony export */   Pv: () => (/* binding */ tracks),
/* harmony export */   Q3: () => (/* binding */ metricSeries),
/* harmony export */   T3: () => (/* binding */ countedPods),
/* harmony export */   UT: () => (/* binding */ weightAt),
/* harmony export */   fk: () => (/* binding */ evidencePoints),
/* harmony export */   hL: () => (/* binding */ sharePoints),
/* harmony export */   iA: () => (/* binding */ minuteOf),
/* harmony export */   m$: () => (/* binding */ isRolling),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   pw: () => (/* binding */ thresholds),
/* harmony export */   wF: () => (/* binding */ weightSteps),
/* harmony export */   yL: () => (/* binding */ bandsOf)
/* harmony export */ });
const tracks = ['canary', 'baseline'];
const log10 = (natural) => natural / Math.LN10;
const isRolling = ({ strategy, rolled }) => rolled === true || strategy.kind === 'rolling';
const minuteOf = ({ startedAt }, at) => Math.max(0, (at - startedAt) / 60_000);
function lastMinute(record) {
    const times = [
        record.startedAt,
        ...record.timeline.map(({ at }) => at),
        ...record.ticks.map(({ at }) => at),
        ...(record.end === undefined ? [] : [record.end.at]),
    ];
    const last = times.reduce((latest, at) => Math.max(latest, at), 0);
    return minuteOf(record, last);
}
function bandsOf(record) {
    const end = lastMinute(record);
    const bands = [];
    for (const { at, phase, weight } of record.timeline) {
        const label = labelOf(phase, weight ?? 0, isRolling(record));
        const before = bands.at(-1);
        const from = minuteOf(record, at);
        if (before?.label === label)
            continue;
        if (before !== undefined)
            before.to = from;
        bands.push({ from, to: end, phase, label });
    }
    return bands.filter(({ from, to }) => to > from);
}
function labelOf(phase, weight, rolls) {
    switch (phase) {
        case 'prepared':
            return 'start';
        case 'stepping':
            return `${weight} %`;
        case 'baking':
            return `bake ${weight} %`;
        case 'promoting':
            return rolls ? 'update' : 'promote';
        case 'watching':
            return 'watch';
        case 'rolling-back':
            return 'rollback';
        default:
            return phase;
    }
}
function weightSteps(record) {
    const asked = record.timeline.flatMap(({ at, weight }) => weight === undefined ? [] : [{ minute: minuteOf(record, at), value: weight }]);
    const last = asked.at(-1);
    return last === undefined
        ? []
        : [{ minute: 0, value: 0 }, ...asked, { ...last, minute: lastMinute(record) }];
}
function sharePoints(record) {
    return byStage(record, ({ share }) => share);
}
function byStage(record, value) {
    return record.ticks.flatMap((row, index) => {
        const minute = minuteOf(record, row.at);
        const before = record.ticks[index - 1];
        const gap = before === undefined || before.stage === row.stage ? [] : [{ minute, value: undefined }];
        return [...gap, { minute, value: value(row) }];
    });
}
function weightAt(steps, minute) {
    return steps.findLast(step => step.minute <= minute)?.value ?? 0;
}
function metricSeries(record) {
    const windows = windowsOf(record);
    return metricsOf(record).map(metric => {
        const points = (track) => windows.map(({ minute, rows }) => ({ minute, value: rateOf(rows, metric, track) }));
        return { ...metric, canary: points('canary'), baseline: points('baseline') };
    });
}
function rateOf(rows, metric, track) {
    const { bad, total } = countsOf(rows, metric, track);
    return total === 0 ? undefined : (100 * bad) / total;
}
function countsOf(rows, metric, track) {
    const pods = rows.flatMap(({ readings }) => countedPods(metric && readings[metric.name], track));
    return {
        bad: pods.reduce((sum, { bad }) => sum + (bad[metric?.index ?? 0] ?? 0), 0),
        total: pods.reduce((sum, { total }) => sum + total, 0),
    };
}
function countedPods(reading, track) {
    return reading?.kind === 'counts' ? reading[track] : [];
}
function metricsOf(record) {
    const names = [
        ...new Set([
            ...(record.gate?.metrics ?? []).map(({ name }) => name),
            ...record.ticks.flatMap(({ readings }) => Object.keys(readings)),
        ]),
    ];
    return names.flatMap(name => {
        const boundaries = boundariesOf(record, name);
        const width = Math.max(1, boundaries.length, record.ticks.reduce((most, row) => Math.max(most, widthOf(row.readings[name])), 0));
        return Array.from({ length: width }, (_, index) => ({
            name,
            index,
            title: titleOf(name, boundaries[index], index, width),
        }));
    });
}
function titleOf(name, boundary, index, width) {
    if (boundary !== undefined)
        return `${name}: slower than ${boundary} s`;
    return width === 1 ? name : `${name}: boundary ${index + 1}`;
}
function boundariesOf({ judging, gate }, name) {
    const series = judging?.policy.metrics.find(each => each.name === name)?.series ?? [];
    const chosen = series.flatMap(({ boundary }) => (boundary === undefined ? [] : [boundary]));
    if (chosen.length > 0)
        return chosen;
    const slow = gate?.metrics.find(each => each.name === name)?.slow;
    return Array.isArray(slow) ? slow.filter(each => typeof each === 'number') : [];
}
function widthOf(reading) {
    const pods = [...countedPods(reading, 'canary'), ...countedPods(reading, 'baseline')];
    return pods.reduce((most, { bad }) => Math.max(most, bad.length), 0);
}
function evidencePoints(record) {
    const dry = dryRuns(record);
    return {
        harm: record.ticks.map(({ at, evidence }) => ({
            minute: minuteOf(record, at),
            value: evidence === undefined ? undefined : log10(evidence.harm),
        })),
        pass: byStage(record, ({ evidence }) => {
            const judged = Object.entries(evidence?.metrics ?? {}).filter(([name]) => !dry.has(name));
            return judged.length === 0 ? undefined : log10(Math.min(...judged.map(([, { pass }]) => pass)));
        }),
    };
}
function dryRuns({ gate }) {
    return new Set((gate?.metrics ?? []).filter(each => each['dry-run'] === true).map(({ name }) => name));
}
function thresholds({ judging }) {
    const { harm, pass } = judging?.policy.alpha ?? { harm: 0.01, pass: 0.05 };
    return { harm: -Math.log10(harm), pass: -Math.log10(pass) };
}
const enough = 100;
const fewest = 16;
function windowsOf(record) {
    const tick = Math.max(1, record.gate?.tick ?? 15_000);
    const [metric] = metricsOf(record);
    for (let size = Math.max(1, Math.round(60_000 / tick));; size *= 2) {
        const windows = joined(record, size);
        const totals = windows.map(({ rows }) => countsOf(rows, metric, 'canary').total);
        const median = totals.sort((a, b) => a - b)[Math.floor(totals.length / 2)] ?? 0;
        if (median >= enough || windows.length <= 2 * fewest)
            return windows;
    }
}
function joined(record, size) {
    const windows = [];
    for (const row of record.ticks) {
        const window = windows.at(-1);
        const first = window?.[0];
        const same = first?.stage === row.stage && first.weight === row.weight && isCounted(first) === isCounted(row);
        if (window !== undefined && window.length < size && same)
            window.push(row);
        else
            windows.push([row]);
    }
    const middle = (rows) => ((rows[0]?.at ?? 0) + (rows.at(-1)?.at ?? 0)) / 2;
    return windows.map(rows => ({ minute: minuteOf(record, middle(rows)), rows }));
}
const isCounted = ({ readings }) => Object.values(readings).some(({ kind }) => kind === 'counts');


/***/ })

};
