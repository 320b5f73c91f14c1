export const id = 8455;
export const ids = [8455];
export const modules = {

/***/ 11775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Am: () => (/* binding */ podMatcher),
/* harmony export */   Nx: () => (/* binding */ lets),
/* harmony export */   Pl: () => (/* binding */ parseSelector),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   fN: () => (/* binding */ renamed),
/* harmony export */   fQ: () => (/* binding */ narrowed),
/* harmony export */   vJ: () => (/* binding */ printSelector)
/* harmony export */ });
function parseSelector(text) {
    const whole = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?$/s.exec(text.trim());
    if (whole === null)
        return undefined;
    const [, name = '', inner = ''] = whole;
    const matchers = [];
    const one = /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*(?:,|$)/sy;
    while (one.lastIndex < inner.trimEnd().length) {
        const match = one.exec(inner);
        if (match === null)
            return undefined;
        const [, label = '', operator = '=', quoted = ''] = match;
        matchers.push({ label, operator: operator, value: unquoted(quoted) });
    }
    return { name, matchers };
}
function printSelector({ name, matchers }) {
    if (matchers.length === 0)
        return name;
    const inner = matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`);
    return `${name}{${inner.join(',')}}`;
}
function narrowed(text, further) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, matchers: [...selector.matchers, ...further] });
}
function renamed(text, part) {
    const selector = parseSelector(text);
    if (selector === undefined)
        throw new Error(`not a series selector: ${text}`);
    return printSelector({ ...selector, name: `${selector.name}_${part}` });
}
function lets({ label, operator, value }, labels) {
    const actual = labels[label] ?? '';
    switch (operator) {
        case '=':
            return actual === value;
        case '!=':
            return actual !== value;
        case '=~':
            return matches(value, actual);
        case '!~':
            return !matches(value, actual);
    }
}
function matches(pattern, text) {
    try {
        return new RegExp(`^(?:${pattern})$`, 's').test(text);
    }
    catch {
        return true;
    }
}
function unquoted(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return inner;
    return inner.replace(/\\(.)/gs, (_, letter) => escapes[letter] ?? letter);
}
const escapes = { n: '\n', t: '\t', r: '\r' };
function literal(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
const longestList = 3_000;
function podMatcher(names) {
    const list = [...new Set(names)].sort().map(literal).join('|');
    if (list.length <= longestList)
        return { label: 'pod', operator: '=~', value: list };
    const owners = [...new Set(names.map(name => literal(name.replace(/[^-]+$/, ''))))].sort();
    return { label: 'pod', operator: '=~', value: `(?:${owners.join('|')})[^-]+` };
}


/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   MN: () => (/* binding */ liveSchema),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);


const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_2__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const liveSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const querySchema = text(/^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^{}]*\})?$/, {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, such as http_requests_total{code=~"5.."}',
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 46915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   ps: () => (/* binding */ causes),
/* harmony export */   x: () => (/* binding */ perRequest),
/* harmony export */   yI: () => (/* binding */ harms)
/* harmony export */ });
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35831);

const fewestSamples = 4;
const smallestChange = 0.25;
const smallestDifference = {
    bytes: 16 * 2 ** 20,
    count: 3,
    share: 0.002,
    seconds: 0.005,
    cores: 0.01,
};
function compare(signal, before, after) {
    const recent = after.slice(-Math.max(fewestSamples, Math.ceil(after.length / 3)));
    const old = valuesOf(before);
    const [was, is] = [(0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.5), (0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(valuesOf(recent), 0.5)];
    const compared = { signal, before: was, after: is, samples: { before, after } };
    if (was === undefined || is === undefined || recent.length < fewestSamples || before.length < fewestSamples)
        return { ...compared, change: 'no-data' };
    const difference = is - was;
    const floor = signal.group === 'data' && signal.unit === 'share' ? 0.1 : smallestDifference[signal.unit];
    const isLarge = Math.abs(difference) > Math.max(smallestChange * Math.abs(was), floor ?? 0);
    const isBeyond = difference > 0 ? is > ((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.9) ?? is) : is < ((0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_0__/* .quantile */ .Y)(old, 0.1) ?? is);
    return { ...compared, change: isLarge && isBeyond ? direction(signal, difference) : 'same' };
}
function direction({ worse }, difference) {
    if (worse === 'neither')
        return 'changed';
    return (worse === 'more') === difference > 0 ? 'worse' : 'better';
}
const harmful = ['errors', 'latency', 'saturation', 'data'];
const harms = ({ signal, change }) => change === 'worse' && harmful.includes(signal.group);
const telling = ['errors', 'latency', 'saturation'];
const causes = (comparison) => {
    const { signal, before = 0, after = 0 } = comparison;
    const isClear = signal.group !== 'saturation' || after >= 1.5 * before;
    return harms(comparison) && telling.includes(signal.group) && isClear;
};
const valuesOf = (samples) => samples.map(([, value]) => value);
function perRequest(samples, traffic) {
    const rates = new Map(traffic);
    return samples.flatMap(([at, value]) => {
        const rate = rates.get(at) ?? 0;
        return rate > 0 ? [[at, value / rate]] : [];
    });
}


/***/ }),

/***/ 32588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ isBurnAlert),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   au: () => (/* binding */ quantity),
/* harmony export */   u7: () => (/* binding */ judgeHealth),
/* harmony export */   vp: () => (/* binding */ budgetReasons)
/* harmony export */ });
/* harmony import */ var _config_monitoring_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99942);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _comparison_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46915);
/* harmony import */ var _rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(66998);





function judgeHealth(subject, readings, began) {
    const { comparisons, objectives, targets, alerts, standbys } = readings;
    const notes = notesOf(comparisons);
    const degraded = [
        ...objectives.flatMap(objective => budgetReasons(objective, subject.objectives.window)),
        ...comparisons
            .filter(_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .harms */ .yI)
            .map(each => ({ sentence: changeSentence(each), sinceRelease: (0,_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .causes */ .ps)(each) })),
        ...targets
            .filter(({ down }) => down.length > 0)
            .map(({ name, down }) => `Prometheus does not reach ${listed(name, down)}`)
            .map(sentence => ({ sentence, sinceRelease: false })),
        ...standbys
            .filter(({ within, promised }) => within !== undefined && within < promised)
            .map(({ within, promised, lag }) => ({
            sentence: `slipway.yml promises ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_4__/* .counted */ .h)(promised, 'standby')} within ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(lag)}, and Prometheus counts ${within}`,
            sinceRelease: false,
        })),
        ...alerts
            .filter(({ severity }) => severity !== 'info')
            .map(alert => ({
            sentence: `the alert ${alert.name} (${alert.severity}) is firing`,
            sinceRelease: blames(subject, alert, began),
        })),
    ];
    if (degraded.length > 0)
        return { verdict: 'degraded', reasons: degraded, notes };
    const unread = unreadable(subject, readings);
    if (unread === undefined)
        return { verdict: 'healthy', reasons: [], notes };
    return { verdict: 'unknown', reasons: [{ sentence: unread, sinceRelease: false }], notes };
}
function budgetReasons({ objective, allowed, before, after }, window) {
    const most = (0,_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnRate */ .g0)(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnLimits */ .MZ[0], window) * allowed;
    if (after === undefined || after <= most)
        return [];
    const sentence = `${percent(after)} of the requests were ${objective === 'latency' ? 'slow' : 'bad'}; the ${objective} objective allows ${percent(allowed)}`;
    return [{ sentence, sinceRelease: before === undefined || before <= most }];
}
function blames({ settings }, { name, since, scraped }, began) {
    const isNamed = settings.rollback?.alerts.includes(name) === true && !isBurnAlert(name);
    return isNamed && !scraped && since !== undefined && began !== undefined && since >= began;
}
const isBurnAlert = (name) => Object.values(_rules_burn_rate_js__WEBPACK_IMPORTED_MODULE_3__/* .burnAlerts */ .z2).includes(name);
function unreadable({ app, environment, workload, settings, objectives: { latency } }, { comparisons, objectives, targets, hasRules, failures }) {
    if (failures.length > 0)
        return failures[0];
    const missing = targets.filter(({ up, down }) => up === 0 && down.length === 0).map(({ name }) => name);
    if (missing.includes('pods'))
        return `Prometheus scrapes no pod of ${workload.kind}/${workload.name}`;
    if (missing.length > 0)
        return `Prometheus has no target for ${missing.join(', ')}`;
    if (!hasRules)
        return `no rule of ${app} in ${environment} is loaded, so no alert can fire; load \`rules.yml\` of \`slipway monitoring\` into this Prometheus, or set \`monitoring.objects\``;
    if (objectives.length === 0)
        return 'no objective can be measured: neither `monitoring.requests` nor the gate names a counter of requests';
    const gone = comparisons.filter(({ signal, before, after }) => ['traffic', 'errors', 'latency'].includes(signal.group) && before !== undefined && after === undefined);
    if (gone.length > 0 && comparisons.some(({ after }) => after !== undefined))
        return `${gone.map(({ signal }) => signal.title).join(', ')}: there is no data since the release`;
    const silent = objectives.filter(({ after }) => after === undefined).map(({ objective }) => objective);
    if (silent.length === 0)
        return withoutSignal(settings.queries, comparisons);
    const noBucket = `, or the histogram has no bucket that ends at ${latency?.under} s`;
    return `the objective ${silent.join(' and ')} cannot be judged: no request was counted since the release${silent.includes('latency') ? noBucket : ''}`;
}
function withoutSignal(queries, comparisons) {
    const silent = Object.entries(queries).flatMap(([name, written]) => {
        const values = comparisons.find(({ signal }) => signal.name === name)?.samples.after ?? [];
        if ((0,_config_monitoring_js__WEBPACK_IMPORTED_MODULE_0__/* .businessQuery */ .RG)(written).allowsNoData || values.some(([, value]) => Math.abs(value) > 0))
            return [];
        return [`\`${name}\` ${values.some(([, value]) => value === 0) ? 'was always 0' : 'had no sample'}`];
    });
    if (silent.length === 0)
        return undefined;
    return `a business metric has no signal since the release: ${silent.join(', ')}; correct it in \`monitoring.queries\`, or set \`allow-no-data: true\` for it`;
}
const notesOf = (comparisons) => comparisons
    .filter(each => each.change !== 'same' && each.change !== 'no-data' && !(0,_comparison_js__WEBPACK_IMPORTED_MODULE_2__/* .harms */ .yI)(each))
    .map(changeSentence);
function changeSentence({ signal, before, after }) {
    return `${signal.title}: ${quantity(before, signal.unit)} before, ${quantity(after, signal.unit)} after`;
}
function quantity(value, unit) {
    if (value === undefined)
        return '–';
    switch (unit) {
        case 'share':
            return percent(value);
        case 'seconds':
            return value < 1 ? `${short(value * 1000)} ms` : `${short(value)} s`;
        case 'bytes':
        case 'bytes per second': {
            const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
            const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10));
            return `${short(value / 1024 ** power)} ${units[power]}${unit === 'bytes' ? '' : '/s'}`;
        }
        case 'requests per second':
            return `${short(value)} requests/s`;
        case 'cores':
            return `${short(value * 1000)} millicores`;
        case 'count':
            return short(value);
        default:
            return unit;
    }
}
const percent = (share) => `${short(share * 100)} %`;
const short = (value) => Number(value.toPrecision(3)).toLocaleString('en-US', { maximumFractionDigits: 4 });
const listed = (name, down) => name === 'pods' ? `the metrics of ${down.join(', ')}` : `the ${name} exporter (${down.join(', ')})`;


/***/ }),

/***/ 97457:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ podNames),
/* harmony export */   q: () => (/* binding */ ownedNames)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17849);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const podNames = {
    Deployment: (name) => `${name}(-canary)?-${suffix}{1,10}-${suffix}{5}`,
    StatefulSet: (name) => `${name}-[0-9]+`,
    DaemonSet: (name) => `${name}-${suffix}{5}`,
    CronJob: (name) => `${name}-[0-9]+-${suffix}{5}`,
};
const suffix = '[bcdfghjklmnpqrstvwxz2456789]';
function ownedNames(manifests, { recovery, verify }) {
    const deployed = manifests.map(({ object, name }) => `${object.kind}/${name}`);
    const databases = Object.values(recovery?.databases ?? {}).flatMap(({ workload: { kind, name } }) => kind !== 'StatefulSet' || deployed.includes(`${kind}/${name}`) ? [] : `.+-${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}-[0-9]+`);
    const declared = Object.keys(recovery?.volumes ?? {}).map(name => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)}(-[0-9]+)?`);
    const verified = URL.parse(verify?.url ?? '')?.hostname ?? '';
    const routed = manifests.filter(({ object: { kind } }) => /(Ingress|Route|Proxy|Gateway)$/.test(kind));
    const hosts = routed.flatMap(({ object }) => textsBelow(object, /^(hosts?|hostnames?|fqdn)$/));
    return {
        claims: distinct([...manifests.flatMap(claimsOf), ...declared, ...databases]),
        certificates: distinct(manifests.flatMap(certificatesOf).map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)),
        hosts: distinct([...hosts.filter(host => !host.startsWith('*')), verified].map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)),
    };
}
const distinct = (names) => [...new Set(names)].filter(name => name !== '');
function claimsOf({ object, name }) {
    const { kind, spec } = object;
    const named = textsBelow(object, /^claimName$/).map(_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu);
    const pods = podNames[kind]?.((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name));
    const ephemeral = (0,_release_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_1__.podTemplatesOf)(object)
        .flatMap(template => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)(template.spec?.volumes))
        .filter(each => each.ephemeral !== undefined && pods !== undefined)
        .map(each => `${pods}-${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(String(each.name))}`);
    const templates = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(spec) ? spec.volumeClaimTemplates : [])
        .flatMap(({ metadata }) => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(metadata) ? String(metadata.name) : []))
        .map(claim => `${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(`${claim}-${name}`)}-[0-9]+`);
    return [...(kind === 'PersistentVolumeClaim' ? [(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(name)] : []), ...named, ...ephemeral, ...templates];
}
const certificatesOf = ({ object, name }) => [
    ...(object.kind === 'Certificate' ? [name] : []),
    ...textsBelow(object, /^secretName$/).map(secret => secret.replace(/^.*\//, '')),
    ...below(object, /^certificateRefs$/)
        .flatMap(_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .mapsIn */ .nf)
        .map(each => String(each.name)),
];
function below(value, key) {
    const inside = Array.isArray(value) ? value : (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? Object.values(value) : [];
    const own = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value)
        ? Object.entries(value).flatMap(([name, each]) => (key.test(name) ? [each] : []))
        : [];
    return [...own, ...inside.flatMap(each => below(each, key))];
}
const textsBelow = (value, key) => below(value, key)
    .flat()
    .filter(each => typeof each === 'string');


/***/ }),

/***/ 66998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ burnWindows),
/* harmony export */   Lj: () => (/* binding */ budgetLeft),
/* harmony export */   MZ: () => (/* binding */ burnLimits),
/* harmony export */   YT: () => (/* binding */ burnRecordings),
/* harmony export */   be: () => (/* binding */ rangeOf),
/* harmony export */   g0: () => (/* binding */ burnRate),
/* harmony export */   md: () => (/* binding */ indicatorsOf),
/* harmony export */   o2: () => (/* binding */ ratioOver),
/* harmony export */   qz: () => (/* binding */ burnAlertsOf),
/* harmony export */   z2: () => (/* binding */ burnAlerts)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36196);


const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const burnLimits = [
    { spent: 0.02, long: hour, short: 5 * minute, severity: 'critical' },
    { spent: 0.05, long: 6 * hour, short: 30 * minute, severity: 'critical' },
    { spent: 0.1, long: 3 * day, short: 6 * hour, severity: 'warning' },
];
const burnAlerts = {
    critical: 'SlipwayErrorBudgetBurn',
    warning: 'SlipwayErrorBudgetBurnSlow',
};
const burnWindows = [...new Set(burnLimits.flatMap(({ long, short }) => [short, long]))].sort((a, b) => a - b);
function indicatorsOf({ objectives, requests, histogram }) {
    const { availability, latency } = objectives;
    const rate = (selector) => (range) => `sum(rate(${selector}[${range}]))`;
    const found = [];
    if (availability !== undefined && requests !== undefined)
        found.push({
            ...{ objective: 'availability', share: availability, bad: 'fail', totalRate: rate(requests.total) },
            badRate: range => `(${rate(requests.bad)(range)} or vector(0))`,
        });
    if (latency !== undefined && histogram !== undefined) {
        const { share, under } = latency;
        const boundary = { label: 'le', operator: '=~', value: boundaryPattern(under) };
        const [all, fast] = [
            rate((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram, 'count')),
            rate((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .renamed */ .fN)(histogram, 'bucket'), [boundary])),
        ];
        found.push({
            ...{ objective: 'latency', share, bad: `take longer than ${under} s`, totalRate: all },
            badRate: range => `(${all(range)} - ${fast(range)})`,
        });
    }
    return found;
}
const boundaryPattern = (boundary) => Number.isInteger(boundary) ? `${boundary}(\\.0)?` : (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(String(boundary));
function burnRecordings(subject) {
    return indicatorsOf(subject).flatMap(({ objective, share, totalRate, badRate }) => {
        const own = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownSelector)('', subject, { objective });
        const whole = rangeOf(subject.objectives.window);
        const [bad, total] = ['slo:bad_requests:rate5m', 'slo:requests:rate5m'];
        const sum = (record) => `sum_over_time(${record}${own}[${whole}])`;
        const expressions = {
            ...Object.fromEntries(burnWindows.map(window => {
                const range = rangeOf(window);
                return [ratioOver(window), `${badRate(range)} / (${totalRate(range)} > 0)`];
            })),
            [total]: totalRate('5m'),
            [bad]: badRate('5m'),
            [budgetLeft]: `1 - (${sum(bad)} / (${sum(total)} > 0)) / ${rounded(1 - share)}`,
        };
        const labels = { ...(0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownLabels)(subject), objective };
        return Object.entries(expressions).map(([record, expr]) => ({ record, expr, labels }));
    });
}
const budgetLeft = 'slo:error_budget:left';
const ratioOver = (window) => `slo:bad_requests:ratio_rate${rangeOf(window)}`;
const advice = {
    critical: 'If a release began shortly before, roll it back; otherwise check what the application depends on.',
    warning: 'Nothing is urgent: find the cause within the day.',
};
function burnAlertsOf(subject) {
    const { window } = subject.objectives;
    return indicatorsOf(subject).flatMap(({ objective, share, bad }) => ['critical', 'warning'].map((severity) => {
        const limits = burnLimits.filter(limit => limit.severity === severity);
        const own = (0,_subject_js__WEBPACK_IMPORTED_MODULE_1__.ownSelector)('', subject, { objective });
        const conditions = limits.map(limit => {
            const most = rounded(burnRate(limit, window) * (1 - share));
            return `(${ratioOver(limit.long)}${own} > ${most} and ${ratioOver(limit.short)}${own} > ${most})`;
        });
        const spent = limits
            .slice(0, 1)
            .map(each => `${each.spent * 100} % of the error budget within ${rangeOf(each.long)}`);
        return {
            ...{ alert: burnAlerts[severity], expr: conditions.join(' or '), severity, labels: { objective } },
            summary: `${subject.app}: {{ $value | humanizePercentage }} of the requests ${bad}`,
            description: `At this rate ${spent} is spent; ${rounded(share * 100)} % of the requests must be good over ${rangeOf(window)}. ${advice[severity]}`,
        };
    }));
}
const burnRate = ({ spent, long }, window) => (spent * window) / long;
function rangeOf(ms) {
    if (ms % day === 0)
        return `${ms / day}d`;
    return ms % hour === 0 ? `${ms / hour}h` : `${Math.round(ms / minute)}m`;
}
const rounded = (value) => Number(value.toPrecision(8));


/***/ }),

/***/ 36196:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   exporterNames: () => (/* binding */ exporterNames),
/* harmony export */   monitoringSubject: () => (/* binding */ monitoringSubject),
/* harmony export */   ownLabels: () => (/* binding */ ownLabels),
/* harmony export */   ownSelector: () => (/* binding */ ownSelector),
/* harmony export */   podMatchers: () => (/* binding */ podMatchers),
/* harmony export */   requirePrometheus: () => (/* binding */ requirePrometheus),
/* harmony export */   sourceJob: () => (/* binding */ sourceJob)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _config_gate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(28989);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _owned_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97457);




const defaultAvailability = 99.9;
function monitoringSubject(config, name, manifests = []) {
    const environment = config.environments[name];
    const settings = environment?.monitoring;
    if (environment === undefined || settings === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the environment ${name} is not monitored: it has no \`monitoring\` in slipway.yml`, 'add `monitoring: {}` to it');
    const { namespace, workload, recovery } = environment;
    const gate = (0,_config_gate_js__WEBPACK_IMPORTED_MODULE_1__/* .metricGateOf */ .xf)(environment);
    requireFreeNames(settings.queries);
    const own = (selector) => (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)(selector, podMatchers(namespace, workload));
    const requests = requestsOf(settings, gate);
    const histogram = settings.requests.histogram ?? gate?.metrics.find(each => 'histogram' in each)?.histogram;
    return {
        ...{ app: config.app, environment: name, namespace, workload, settings, recovery },
        prometheus: settings.prometheus ?? gate?.prometheus,
        requests: requests && { total: own(requests.total), bad: own(requests.bad) },
        histogram: histogram && own(histogram),
        objectives: objectivesOf(settings.objectives, requests !== undefined, histogram !== undefined),
        owned: (0,_owned_js__WEBPACK_IMPORTED_MODULE_3__/* .ownedNames */ .q)(manifests, environment),
    };
}
function requirePrometheus({ environment, prometheus, }) {
    if (prometheus !== undefined)
        return prometheus;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`the environment ${environment} cannot be monitored: slipway.yml names no Prometheus`, 'add `monitoring.prometheus`, such as `prometheus: {service: monitoring/prometheus:9090}`');
}
const reserved = /^(requests|errors|latency-p\d+|cpu|memory|network|disk|restarts|connections|replication-lag|cache-hits)$/;
function requireFreeNames(queries) {
    const taken = Object.keys(queries).find(name => reserved.test(name));
    if (taken !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`\`monitoring.queries.${taken}\` has the name of a signal that is measured already`, 'choose another name');
}
function requestsOf({ requests: { total, bad } }, gate) {
    if ((total === undefined) !== (bad === undefined))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`monitoring.requests` has only one of `total` and `bad`', 'add the other one, or remove both to use those of the gate');
    if (total !== undefined && bad !== undefined)
        return { total, bad };
    return gate?.metrics.find(each => 'bad' in each);
}
function objectivesOf({ availability, latency, window }, counted, timed) {
    if (availability !== undefined && !counted)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`objectives.availability` cannot be measured: no counter of requests is known', 'add `monitoring.requests` with `total` and `bad`, or a metric with `bad` to the gate');
    if (latency !== undefined && !timed)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo('`objectives.latency` cannot be measured: no histogram of durations is known', 'add `monitoring.requests.histogram`, or a metric with `histogram` to the gate');
    return {
        window,
        ...(counted ? { availability: fraction(availability ?? defaultAvailability) } : {}),
        ...(latency === undefined ? {} : { latency: { ...latency, share: fraction(latency.share) } }),
    };
}
const fraction = (percent) => Number((percent / 100).toPrecision(12));
function podMatchers(namespace, { kind, name }) {
    return [
        { label: 'namespace', operator: '=', value: namespace },
        { label: 'pod', operator: '=~', value: _owned_js__WEBPACK_IMPORTED_MODULE_3__/* .podNames */ .Y[kind](name) },
    ];
}
const ownLabels = ({ app, environment, namespace }) => ({ app, environment, namespace });
function ownSelector(name, subject, more = {}) {
    const labels = Object.entries({ ...ownLabels(subject), ...more });
    return `${name}{${labels.map(([label, value]) => `${label}="${value}"`).join(',')}}`;
}
const exporterNames = ({ settings: { sources } }) => ['node', 'postgres', 'redis'].filter(name => sources[name] !== undefined);
const sourceJob = ({ app, environment }, source) => `slipway-${app}-${environment}-${source}`;


/***/ }),

/***/ 11382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hasData: () => (/* binding */ hasData),
/* harmony export */   headlineOf: () => (/* binding */ headlineOf),
/* harmony export */   monitorSummary: () => (/* binding */ monitorSummary),
/* harmony export */   tablesOf: () => (/* binding */ tablesOf)
/* harmony export */ });
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32588);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(991);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78968);




function monitorSummary(report) {
    const { app, environment, notes, reasons } = report;
    const { mark, what, next } = headlineOf(report);
    return `${[
        `### ${mark} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(environment)}: ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(what)}`,
        reasons.map(({ sentence }) => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(sentence)}`).join('\n'),
        next === undefined ? '' : `**Next:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn)(next)}`,
        ...tablesOf(report).map(({ head, rows }) => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(head, rows)),
        notes.length === 0 ? '' : `Also changed, without harm to users: ${notes.map(_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .cell */ .Hn).join('; ')}.`,
    ]
        .filter(part => part !== '')
        .join('\n\n')}\n`;
}
function headlineOf({ verdict, release, reasons, refusal }) {
    const which = release === undefined ? 'no release' : `release ${release}`;
    if (verdict === 'superseded')
        return { mark: '✅', mood: 'open', what: 'another release is live', next: undefined };
    if (verdict === 'healthy')
        return { mark: '✅', mood: 'good', what: `${which} is healthy`, next: undefined };
    if (verdict === 'unknown')
        return {
            ...{ mark: '⚠️', mood: 'open', what: `it is unknown whether ${which} is healthy` },
            next: 'correct what is named above; until then `monitor` cannot detect a harmful release',
        };
    const byRelease = reasons.some(({ sinceRelease }) => sinceRelease);
    const next = !byRelease
        ? 'nothing shows that the release is the cause, so it is not rolled back; check what the application depends on'
        : refusal === undefined
            ? 'it was rolled back; see below'
            : `if the release is the cause, ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_2__/* .howToRun */ .R)('rollback')}; it is not rolled back automatically: ${refusal}`;
    return { mark: '❌', mood: 'bad', what: `${which} is degraded`, next };
}
function tablesOf({ readings }) {
    if (readings === undefined)
        return [];
    const { comparisons, objectives, targets, alerts, standbys } = readings;
    const share = (value) => (value === undefined ? '–' : (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(value));
    const all = [
        {
            title: 'Objectives',
            head: ['objective', 'missed before', 'missed after', 'allowed', 'error budget left'],
            rows: objectives.map(({ objective, allowed, before, after, budget }) => [
                ...[objective, share(before), share(after), (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(allowed), share(budget)],
            ]),
        },
        {
            title: 'Before and after the release',
            head: ['signal', 'before', 'after', 'change'],
            rows: comparisons
                .filter(hasData)
                .map(({ signal, before, after, change }) => [
                ...[signal.title, (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(before, signal.unit), (0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .quantity */ .au)(after, signal.unit)],
                changeWords[change],
            ]),
        },
        {
            title: 'Scrape targets',
            head: ['source', 'up', 'down'],
            rows: targets.map(({ name, up, down }) => [name, String(up), down.join(', ')]),
        },
        {
            title: 'Standbys',
            head: ['at most behind', 'promised', 'counted'],
            rows: standbys.map(({ lag, promised, within }) => [
                ...[(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .formatDuration */ .a3)(lag), String(promised), String(within ?? '–')],
            ]),
        },
        {
            title: 'Firing alerts',
            head: ['alert', 'severity', 'since (UTC)'],
            rows: alerts.map(({ name, severity, since }) => [
                ...[
                    name,
                    severity,
                    since === undefined ? '–' : new Date(since).toISOString().slice(0, 16).replace('T', ' '),
                ],
            ]),
        },
    ];
    return all.filter(({ rows }) => rows.length > 0);
}
const hasData = ({ before, after }) => before !== undefined || after !== undefined;
const changeWords = {
    same: 'same',
    worse: 'worse',
    better: 'better',
    changed: 'changed',
    'no-data': 'not compared',
};


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 35831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ quantile)
/* harmony export */ });
function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}


/***/ })

};
