export const id = 4245;
export const ids = [4245];
export const modules = {

/***/ 44245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  historyLine: () => (/* binding */ historyLine),
  parseDrillHistory: () => (/* binding */ parseDrillHistory),
  staleness: () => (/* binding */ staleness),
  statisticsOf: () => (/* binding */ statisticsOf)
});

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
;// CONCATENATED MODULE: ./.build/js/src/recovery/statistics.js

function missBound(drills, failures = 0, confidence = 0.95) {
    const counts = [drills, failures].every(each => Number.isInteger(each) && each >= 0);
    if (!counts || failures > drills || !(confidence > 0 && confidence < 1))
        throw new RangeError(`${failures} failures in ${drills} drills at ${confidence}`);
    if (failures === drills)
        return 1;
    const alpha = 1 - confidence;
    if (failures === 0)
        return 1 - alpha ** (1 / drills);
    let [low, high] = [failures / drills, 1];
    while (high - low > 1e-9) {
        const middle = (low + high) / 2;
        if (chanceOfAtMost(failures, drills, middle) > alpha)
            low = middle;
        else
            high = middle;
    }
    return high;
}
function boundText(drills, failures = 0) {
    if (drills === 0)
        return 'no drill has run yet, so nothing is proved';
    const percent = Math.ceil(missBound(drills, failures) * 1000 - 1e-6) / 10;
    return `${drills - failures} of ${(0,count/* counted */.h)(drills, 'drill')} passed: the target may still be missed in up to ${percent} % of cases, at 95 % confidence`;
}
function spreadOf(times) {
    const sorted = times.toSorted((a, b) => order(a) - order(b) || a.milliseconds - b.milliseconds);
    const at = (quantile) => sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)];
    const [p50, p95, last] = [at(0.5), at(0.95), sorted.at(-1)];
    if (p50 === undefined || p95 === undefined || last === undefined)
        return undefined;
    const max = last.atLeast
        ? { ...last, milliseconds: Math.max(...sorted.map(({ milliseconds }) => milliseconds)) }
        : last;
    return { p50, p95, max };
}
function chanceOfAtMost(successes, trials, p) {
    let logTerm = trials * Math.log1p(-p);
    let total = Math.exp(logTerm);
    for (let k = 1; k <= successes; k += 1) {
        logTerm += Math.log((trials - k + 1) / k) + Math.log(p) - Math.log1p(-p);
        total += Math.exp(logTerm);
    }
    return total;
}
const order = ({ atLeast }) => (atLeast ? 1 : 0);

// EXTERNAL MODULE: ./.build/js/src/toolkit/duration.js
var duration = __webpack_require__(38650);
;// CONCATENATED MODULE: ./.build/js/src/recovery/trend.js

const enough = 5;
const enoughRange = 1.5;
const alarmRatio = 1.25;
function trendOf(history, target) {
    const growth = growthOf(history);
    return { growth, reachesTargetAt: growth && sizeAt(growth, target), alarm: alarmOf(history) };
}
function growthOf(history) {
    const sizes = history.map(({ bytes }) => bytes);
    if (history.length < enough || Math.max(...sizes) < enoughRange * Math.min(...sizes))
        return undefined;
    const points = history.map(({ rto, bytes }) => [Math.log(bytes), Math.log(rto)]);
    const meanX = mean(points.map(([x]) => x));
    const meanY = mean(points.map(([, y]) => y));
    const spread = sum(points.map(([x]) => (x - meanX) ** 2));
    const exponent = sum(points.map(([x, y]) => (x - meanX) * (y - meanY))) / spread;
    const left = sum(points.map(([x, y]) => (y - meanY - exponent * (x - meanX)) ** 2));
    return {
        exponent,
        factor: Math.exp(meanY - exponent * meanX),
        standardError: Math.sqrt(left / (points.length - 2) / spread),
    };
}
function sizeAt({ exponent, factor, standardError }, target) {
    if (exponent < 0.05 || exponent < 2 * standardError)
        return undefined;
    return (target / factor) ** (1 / exponent);
}
function alarmOf(history) {
    const last = history.at(-1);
    const before = history.slice(0, -1).slice(-enough);
    if (last === undefined || before.length < enough)
        return undefined;
    const usual = medianOf(before.map(({ rto }) => rto));
    if (last.rto <= alarmRatio * usual)
        return undefined;
    const more = percentMore(last.rto, usual);
    const data = percentMore(last.bytes, medianOf(before.map(({ bytes }) => bytes)));
    return `the recovery took ${(0,duration/* formatDuration */.a3)(last.rto)}, ${more} % more than the median of the ${enough} before it; the data is ${Math.abs(data)} % ${data < 0 ? 'smaller' : 'larger'}`;
}
const sum = (values) => values.reduce((total, each) => total + each, 0);
const mean = (values) => sum(values) / values.length;
const percentMore = (value, than) => Math.round((value / than - 1) * 100);
const medianOf = (values) => values.toSorted((a, b) => a - b)[(values.length - 1) / 2] ?? 0;

;// CONCATENATED MODULE: ./.build/js/src/recovery/history.js




const verdicts = ['pass', 'breach', 'fail', 'skipped', 'error', 'refused'];
const historyLine = (entry) => `${JSON.stringify(entry)}\n`;
function parseDrillHistory(text) {
    const lines = text.split('\n');
    const whole = lines.slice(0, -1);
    return whole.flatMap((line, index) => {
        if (line.trim() === '')
            return [];
        const entry = entryIn(line);
        if (entry !== undefined)
            return [entry];
        throw new errors/* UserError */.yo(`line ${index + 1} of the drill history is not a valid entry`, 'remove the line, or restore an earlier copy of the file');
    });
}
function entryIn(line) {
    const value = (0,map/* jsonMap */.vM)(line);
    if (value?.schema !== 1)
        return undefined;
    const texts = [value.app, value.environment, value.scenario].every(each => typeof each === 'string');
    const times = [value.rto, value.rpo, value.bytes].every(each => each === undefined || isTime(each));
    const good = texts && times && isTime(value.at) && verdicts.includes(String(value.verdict));
    return good ? value : undefined;
}
const isTime = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
function statisticsOf(history, scenario, rtoTarget) {
    const own = history.filter(each => each.scenario === scenario).toSorted((a, b) => a.at - b.at);
    const judged = own.filter(({ verdict }) => verdict !== 'skipped' && verdict !== 'refused');
    const green = judged.filter(({ verdict }) => verdict === 'pass');
    const measured = judged.filter(({ verdict }) => verdict !== 'error');
    const times = (key) => measured.flatMap(each => (each[key] === undefined ? [] : [{ milliseconds: each[key] }]));
    const recovered = measured.flatMap(({ verdict, rto, bytes }) => verdict !== 'fail' && rto !== undefined && rto > 0 && bytes !== undefined && bytes > 0
        ? [{ rto, bytes }]
        : []);
    return {
        scenario,
        judged: judged.length,
        green: green.length,
        lastGreen: green.at(-1)?.at,
        rto: spreadOf(times('rto')),
        rpo: spreadOf(times('rpo')),
        bound: boundText(judged.length, judged.length - green.length),
        trend: trendOf(recovered, rtoTarget),
    };
}
function staleness({ scenario, lastGreen }, now, most) {
    const days = (milliseconds) => `${Math.floor(milliseconds / 86_400_000)} days`;
    if (lastGreen === undefined)
        return `no drill of ${scenario} has ever passed`;
    if (now - lastGreen <= most)
        return undefined;
    return `the last passed drill of ${scenario} is ${days(now - lastGreen)} old (${days(most)} allowed)`;
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ })

};
