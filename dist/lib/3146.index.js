export const id = 3146;
export const ids = [3146];
export const modules = {

/***/ 24020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yq: () => (/* binding */ formatDate),
/* harmony export */   cL: () => (/* binding */ formatParts),
/* harmony export */   xF: () => (/* binding */ parseDateFormat)
/* harmony export */ });
const padded = (value, width) => String(value).padStart(width, '0');
const named = (at, part) => new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...part }).format(at);
const fields = {
    YYYY: (at) => padded(at.getUTCFullYear(), 4),
    YY: (at) => padded(at.getUTCFullYear() % 100, 2),
    Q: (at) => String(Math.ceil((at.getUTCMonth() + 1) / 3)),
    MMMM: (at) => named(at, { month: 'long' }),
    MMM: (at) => named(at, { month: 'short' }),
    MM: (at) => padded(at.getUTCMonth() + 1, 2),
    M: (at) => String(at.getUTCMonth() + 1),
    DDDD: (at) => padded(dayOfYear(at), 3),
    DD: (at) => padded(at.getUTCDate(), 2),
    D: (at) => String(at.getUTCDate()),
    GGGG: (at) => padded(thursdayOf(at).getUTCFullYear(), 4),
    WW: (at) => padded(isoWeek(at), 2),
    W: (at) => String(isoWeek(at)),
    dddd: (at) => named(at, { weekday: 'long' }),
    ddd: (at) => named(at, { weekday: 'short' }),
    d: (at) => String(at.getUTCDay()),
    E: (at) => String(at.getUTCDay() || 7),
    A: (at) => (at.getUTCHours() < 12 ? 'AM' : 'PM'),
    a: (at) => (at.getUTCHours() < 12 ? 'am' : 'pm'),
    HH: (at) => padded(at.getUTCHours(), 2),
    H: (at) => String(at.getUTCHours()),
    hh: (at) => padded(at.getUTCHours() % 12 || 12, 2),
    h: (at) => String(at.getUTCHours() % 12 || 12),
    mm: (at) => padded(at.getUTCMinutes(), 2),
    m: (at) => String(at.getUTCMinutes()),
    ss: (at) => padded(at.getUTCSeconds(), 2),
    s: (at) => String(at.getUTCSeconds()),
    X: (_, seconds) => String(Math.floor(seconds)),
};
const formatParts = Object.keys(fields);
function parseDateFormat(format) {
    return (format.match(/\[[^\]]*\]|([A-Za-z])\1*|[^A-Za-z[]+|\[/g) ?? []).map((text) => {
        if (text.length > 1 && text.startsWith('['))
            return { kind: 'text', text: text.slice(1, -1) };
        if (!/^[A-Za-z]/.test(text))
            return { kind: 'text', text };
        const field = formatParts.find(each => each === text);
        return field === undefined ? { kind: 'unknown', text } : { kind: 'field', field };
    });
}
function formatDate(seconds, format, zone) {
    const at = clockAt(seconds, zone);
    return parseDateFormat(format)
        .map(part => (part.kind === 'field' ? fields[part.field](at, seconds) : part.text))
        .join('');
}
function clockAt(seconds, zone) {
    const numbers = { year: 'numeric', month: '2-digit', day: '2-digit' };
    const times = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
    const parts = new Intl.DateTimeFormat('en', {
        timeZone: zone,
        calendar: 'gregory',
        ...numbers,
        ...times,
    }).formatToParts(new Date(seconds * 1000));
    const of = (type) => Number(parts.find(part => part.type === type)?.value ?? 0);
    return new Date(Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')));
}
const dayOfYear = (at) => Math.floor((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 0)) / 86_400_000);
const thursdayOf = (at) => new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * 86_400_000);
const isoWeek = (at) => Math.ceil(dayOfYear(thursdayOf(at)) / 7);


/***/ }),

/***/ 71539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatPath),
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _size_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52331);



const mostAliases = 100;
function readDocument(text, file) {
    if (Buffer.byteLength(text) > _size_js__WEBPACK_IMPORTED_MODULE_2__/* .largestDocument */ .W)
        throw (0,_size_js__WEBPACK_IMPORTED_MODULE_2__/* .tooLarge */ .g)(file);
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
        lineCounter: lines,
        prettyErrors: false,
        merge: true,
        uniqueKeys: false,
    });
    const placeOf = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
    };
    const mistake = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0];
    if (mistake !== undefined)
        throw syntaxError(mistake, placeOf(mistake.pos[0]));
    if (document.contents === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(document.contents) && document.contents.value === null)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${file}:1:1: the file is empty`, 'describe the application, starting with `app: name`');
    }
    const contents = document.contents;
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(contents)) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${placeOf(nodeOffset(contents))}: expected a map, got ${(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(contents) ? 'a list' : 'a string'}`, 'start the file with `app: name`');
    }
    return {
        value: toValue(document, placeOf),
        locate(path, part) {
            const offset = find(contents, path, part, document);
            return { offset, place: placeOf(offset) };
        },
    };
}
function toValue(document, placeOf) {
    let firstUse = 0;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Map(_, map) {
            const seen = new Set();
            for (const pair of map.items) {
                const name = keyName(pair);
                if (seen.has(name)) {
                    const offset = nodeOffset(pair.key);
                    const problem = `${placeOf(offset)}: ${keyAt(document, offset)}: the key is given twice`;
                    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(problem, 'keep one of the two');
                }
                seen.add(name);
            }
        },
        Pair(_, pair) {
            if (keyName(pair) === '<<')
                firstUse ||= nodeOffset(pair.key);
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(pair.key))
                return;
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${placeOf(nodeOffset(pair.key))}: a list or map is used as a key`, 'write a name');
        },
        Alias(_, alias) {
            const offset = nodeOffset(alias);
            if (alias.resolve(document) === undefined) {
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${placeOf(offset)}: the alias \`*${alias.source}\` has no anchor before it`, `write \`&${alias.source}\` before the value that the alias refers to, or write the value out`);
            }
            firstUse ||= offset;
        },
    });
    try {
        return document.toJS({ maxAliasCount: mostAliases });
    }
    catch (error) {
        const reason = error instanceof ReferenceError && /excessive/i.test(error.message)
            ? `aliases are used more than ${mostAliases} times`
            : 'an alias or a merge (`<<`) cannot be resolved';
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${placeOf(firstUse)}: ${reason}`, 'write the values out', { cause: error });
    }
}
const syntaxErrors = {
    TAB_AS_INDENT: ['a tab is used for indentation', 'indent with spaces'],
    MULTIPLE_DOCS: ['a second document starts here', 'keep one document and remove its `---`'],
    TAG_RESOLVE_FAILED: ['the YAML tag is unknown', 'remove the word that starts with "!"'],
    BAD_ALIAS: ['the alias is not valid', 'write the values out instead of `*alias`'],
};
function syntaxError({ code, message }, place) {
    const reason = (message.split('\n')[0] ?? '').replace(/[.:]$/, '');
    const [problem, remedy] = syntaxErrors[code] ?? [
        `this is not valid YAML (${reason})`,
        'correct the line or the one before it',
    ];
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${place}: ${problem}`, remedy);
}
function keyAt(document, offset) {
    let found = '';
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Pair(_, pair, ancestors) {
            if (startOf(pair.key) !== offset)
                return undefined;
            const steps = [];
            [...ancestors, pair].forEach((node, index, all) => {
                const child = all[index + 1];
                if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isPair */ .tO)(node))
                    steps.push(keyName(node));
                else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node))
                    steps.push(node.items.indexOf(child));
            });
            found = formatPath(steps);
            return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
        },
    });
    return found;
}
function find(root, path, part, document) {
    let node = root;
    let offset = startOf(root) ?? 0;
    for (const [depth, step] of path.entries()) {
        const last = depth === path.length - 1;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node) && typeof step === 'number') {
            const item = node.items[step];
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(item))
                return offset;
            offset = startOf(item) ?? offset;
            node = resolved(item, document);
            continue;
        }
        const pair = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) ? pairOf(node.items, String(step), document) : undefined;
        if (pair === undefined)
            return offset;
        const keyOffset = startOf(pair.key) ?? offset;
        const pointsAtValue = part === 'value' && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.value) && !isEmpty(pair.value) && !isBlock(pair.value);
        offset = (last && !pointsAtValue ? undefined : startOf(pair.value)) ?? keyOffset;
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.value))
            return offset;
        node = resolved(pair.value, document);
    }
    return offset;
}
function pairOf(pairs, key, document) {
    const own = pairs.find(pair => keyName(pair) === key);
    if (own !== undefined)
        return own;
    for (const merge of pairs.filter(pair => keyName(pair) === '<<')) {
        const sources = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(merge.value) ? merge.value.items : [merge.value];
        for (const source of sources) {
            const map = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(source) ? resolved(source, document) : undefined;
            const found = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(map) ? pairOf(map.items, key, document) : undefined;
            if (found !== undefined)
                return found;
        }
    }
    return undefined;
}
function resolved(node, document) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? (node.resolve(document) ?? node) : node;
}
function keyName(pair) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key))
        return String(pair.key);
    return typeof pair.key.value === 'symbol' ? '<<' : String(pair.key.value ?? '');
}
const startOf = (node) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node.range?.[0] : undefined);
const nodeOffset = (node) => startOf(node) ?? 0;
function isBlock(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isCollection */ .P3)(node) && node.flow !== true;
}
function isEmpty(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null && (node.source ?? '') === '';
}
function formatPath(path) {
    return path
        .map((step, index) => {
        if (typeof step === 'number')
            return `[${step}]`;
        const name = String(step);
        const written = /^[\w$<-]+$/.test(name) ? name : JSON.stringify(name);
        return index === 0 ? written : `.${written}`;
    })
        .join('');
}


/***/ }),

/***/ 38501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ab: () => (/* binding */ policyVersionSchema),
/* harmony export */   eO: () => (/* binding */ policyNotices),
/* harmony export */   l6: () => (/* binding */ newestPolicy)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);

const versions = {
    1: 'rules for Dockerfiles, images and scans',
    2: 'rules for manifests and variables (`assess`, `env-policy`), and a report of all requirements (`report`)',
};
const newestPolicy = Math.max(...Object.keys(versions).map(Number));
const problem = `is not a version of the policy; write ${newestPolicy}, the newest one, or use a later version of Slipway`;
const policyVersionSchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .wholeSchema */ .HY)(1, newestPolicy, problem);
const policyNotices = (version) => version === undefined
    ? []
    : Object.entries(versions)
        .filter(([each]) => Number(each) > version)
        .map(([each, added]) => `\`policy-version: ${version}\` is old: version ${each} adds ${added}; read docs/assess.md, then set \`policy-version: ${newestPolicy}\``);


/***/ }),

/***/ 33146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ explain)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/toolkit/count.js
var count = __webpack_require__(8999);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/url-passwords.js
var url_passwords = __webpack_require__(87506);
// EXTERNAL MODULE: ./.build/js/src/config/document.js
var config_document = __webpack_require__(71539);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./.build/js/src/config/schema.js + 5 modules
var config_schema = __webpack_require__(89308);
;// CONCATENATED MODULE: ./.build/js/src/config/json-schema.js


function jsonSchema() {
    const schema = json_schema_processors/* toJSONSchema */.bl(config_schema/* slipwaySchema */.d, {
        io: 'input',
        target: 'draft-7',
        override: ({ jsonSchema: node }) => {
            const example = node.example ?? (node.type === 'object' ? undefined : node.default);
            if (example !== undefined)
                node.examples = [example];
            delete node.example;
        },
    });
    return { ...schema, title: 'slipway.yml' };
}
function schemaAt(schema, path) {
    let node = schema;
    for (const step of path) {
        if (node === undefined)
            return undefined;
        const open = node.additionalProperties || undefined;
        const items = choices(node).find(choice => choice.items !== undefined)?.items;
        node = typeof step === 'number' ? items : (keysOf(node)[String(step)] ?? open);
    }
    return node;
}
function keysOf(schema) {
    const [map] = choices(schema).filter(({ properties, propertyNames }) => properties !== undefined || propertyNames?.enum !== undefined);
    const value = map?.additionalProperties || {};
    return map?.properties ?? Object.fromEntries((map?.propertyNames?.enum ?? []).map(key => [key, value]));
}
const choices = (schema = {}) => [schema, ...(schema.anyOf ?? [])];

// EXTERNAL MODULE: ./.build/js/src/config/suggest.js
var suggest = __webpack_require__(34182);
;// CONCATENATED MODULE: ./.build/js/src/config/problems.js







function explain(issues, document) {
    const schema = jsonSchema();
    const located = withoutEchoes(issues.flatMap(issue => problemsOf(issue, document.value, schema)))
        .map(problem => ({ ...problem, ...document.locate(problem.path, problem.part) }))
        .sort((a, b) => a.offset - b.offset);
    const [first] = located;
    if (first === undefined)
        throw new Error('a failed validation without an issue');
    const others = new Map(located.map(problem => [(0,config_document/* formatPath */.j)(problem.path), problem.place]));
    others.delete((0,config_document/* formatPath */.j)(first.path));
    return new errors/* UserError */.yo(`${first.place}: ${first.problem}${alsoIn([...others.values()])}`, first.remedy);
}
const mostLines = 5;
function alsoIn(places) {
    if (places.length === 0)
        return '';
    const lines = [...new Set(places.map(place => place.split(':').at(-2)))];
    const where = lines.length > mostLines ? 'in this file' : `in line${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;
    return ` (${(0,count/* counted */.h)(places.length, 'more mistake')} ${where})`;
}
function withoutEchoes(problems) {
    const meant = new Set(problems.map(problem => problem.meant));
    return problems.filter(problem => problem.missing === undefined || !meant.has(problem.missing));
}
function problemsOf(issue, root, schema) {
    const { path } = issue;
    const value = valueAt(root, path);
    switch (issue.code) {
        case 'unrecognized_keys': {
            const known = Object.keys(keysOf(schemaAt(schema, path)));
            return issue.keys.slice(0, 100).map(key => ({
                path: [...path, key],
                part: 'key',
                problem: `${(0,config_document/* formatPath */.j)([...path, key])}: unknown key`,
                remedy: (0,suggest/* suggest */.ZA)(key, known),
                meant: (0,config_document/* formatPath */.j)([
                    ...path,
                    (0,suggest/* nearest */.pA)(key, known) ?? (known.length === 1 ? known[0] : undefined) ?? key,
                ]),
            }));
        }
        case 'invalid_key':
            return issue.issues.slice(0, 1).map(inner => ({
                ...worded(path, JSON.stringify(String(path.at(-1))), inner.message),
                part: 'key',
            }));
        case 'invalid_type':
            if (value === undefined)
                return [missing(path, schema)];
            if (!issue.message.startsWith('Invalid'))
                return [worded(path, shown(value), issue.message)];
            return [wrongType(path, issue.expected, value, schema)];
        case 'invalid_value': {
            if (value === undefined)
                return [missing(path, schema)];
            const choices = issue.values.map(String);
            const problem = `${(0,config_document/* formatPath */.j)(path)}: ${shown(value)} is not a valid value`;
            return [{ path, part: 'value', problem, remedy: (0,suggest/* suggest */.ZA)(String(value), choices) }];
        }
        case 'invalid_union': {
            if (value === undefined)
                return [missing(path, schema)];
            const fitting = issue.errors.filter(choice => choice.every(each => !isOfAnotherType(each)));
            const [inner] = fitting;
            if (inner === undefined || fitting.length > 1)
                return [worded(path, shown(value), issue.message)];
            return inner.flatMap(each => problemsOf({ ...each, path: [...path, ...each.path] }, root, schema));
        }
        default:
            return [worded(path, shown(value), issue.message)];
    }
}
const isOfAnotherType = ({ path, code }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
function worded(path, value, message) {
    const [problem = '', ...remedy] = message.split('; ');
    const subject = value === '' ? (0,config_document/* formatPath */.j)(path) : `${(0,config_document/* formatPath */.j)(path)}: ${value}`;
    return { path, part: 'value', problem: `${subject} ${problem}`, remedy: remedy.join('; ') };
}
function missing(path, schema) {
    return {
        path: path.slice(0, -1),
        part: 'key',
        missing: (0,config_document/* formatPath */.j)(path),
        problem: `${(0,config_document/* formatPath */.j)(path)} is missing`,
        remedy: `add ${sample(path, schema) ?? 'it'}`,
    };
}
function wrongType(path, expected, value, schema) {
    const nouns = { array: 'a list', object: 'a map', record: 'a map' };
    const problem = `${(0,config_document/* formatPath */.j)(path)}: expected ${nouns[expected] ?? `a ${expected}`}, got ${nounOf(value)}`;
    const quotable = typeof value === 'number' || typeof value === 'boolean';
    const fallback = expected === 'string' && quotable ? `put it in quotes: '${value}'` : 'correct it or remove the key';
    const example = sample(path, schema);
    return { path, part: 'value', problem, remedy: example === undefined ? fallback : `write ${example}` };
}
function sample(path, schema) {
    const example = schemaAt(schema, path)?.examples?.[0];
    const key = path.at(-1);
    if (example === undefined || key === undefined)
        return undefined;
    const written = (0,dist/* stringify */.As)(example, {
        collectionStyle: 'flow',
        flowCollectionPadding: false,
        lineWidth: 0,
    }).trim();
    return typeof key === 'number' ? `\`- ${written}\`` : `\`${String(key)}: ${written}\``;
}
function valueAt(root, path) {
    return path.reduce((value, step) => value !== null && typeof value === 'object' && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined, root);
}
function shown(value) {
    if (value === null || typeof value === 'object' || value === undefined)
        return '';
    const text = (0,url_passwords/* withoutPasswords */.h)(String(value)).replace(/AGE-SECRET-KEY-[0-9a-z-]+/gi, '(hidden)');
    return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
function nounOf(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    switch (typeof value) {
        case 'string':
            return 'a string';
        case 'number':
            return `the number ${value}`;
        case 'boolean':
            return `${value}`;
        default:
            return 'a map';
    }
}


/***/ }),

/***/ 89308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ slipwaySchema)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./.build/js/src/config/assess.js
var assess = __webpack_require__(23608);
// EXTERNAL MODULE: ./.build/js/src/config/formats.js
var formats = __webpack_require__(18464);
// EXTERNAL MODULE: ./.build/js/src/config/leads-to.js
var leads_to = __webpack_require__(29377);
// EXTERNAL MODULE: ./.build/js/src/config/placed-problem.js
var placed_problem = __webpack_require__(95761);
// EXTERNAL MODULE: ./.build/js/src/config/suggest.js
var suggest = __webpack_require__(34182);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/config/tag-expressions.js
var tag_expressions = __webpack_require__(96314);
// EXTERNAL MODULE: ./.build/js/src/config/template.js
var template = __webpack_require__(1808);
;// CONCATENATED MODULE: ./.build/js/src/config/tag-rules.js





const ruleTypes = ['schedule', 'semver', 'pep440', 'match', 'edge', 'ref', 'raw', 'sha'];
const refEvents = ['branch', 'tag', 'pr'];
const shaFormats = ['short', 'long'];
const conditions = ['{{is_default_branch}}', '{{is_not_default_branch}}'];
const priorities = {
    schedule: 1000,
    semver: 900,
    pep440: 900,
    match: 800,
    edge: 700,
    ref: 600,
    raw: 200,
    sha: 100,
};
const tag_rules_text = () => schemas/* string */.YjP();
const digits = 'is neither short nor long, nor from 4 to 40; write the number of digits, such as 8';
const ruleFields = schemas/* strictObject */.rej({
    type: schemas/* enum */.k5n(ruleTypes)
        .meta({ description: 'The source of the tag; docs/images.md#tags has examples.', example: 'semver' }),
    enable: schemas/* union */.KCZ([schemas/* boolean */.zMY(), schemas/* enum */.k5n(conditions)], {
        error: `is neither true nor false; write one of them, or '${conditions[0]}' in quotes`,
    })
        .exactOptional()
        .meta({
        description: 'Whether the rule is used; it may depend on the branch. Default: `true`.',
        example: '{{is_default_branch}}',
    }),
    priority: schemas/* int */.Whr({ error: 'is not a whole number; write one such as 900' })
        .min(0, { error: 'is below zero; write 0 or more' })
        .exactOptional()
        .meta({
        description: 'The order of the tags, the largest first; the first is the version. Default: by type.',
        example: 900,
    }),
    prefix: tag_rules_text().exactOptional().meta({
        description: 'Its own prefix, a template. Default: that of all tags; `pr-` and `sha-` for these types.',
        example: 'v',
    }),
    suffix: tag_rules_text()
        .exactOptional()
        .meta({ description: 'Its own suffix, a template. Default: that of all tags.', example: '-slim' }),
    pattern: tag_rules_text()
        .min(1, { error: 'is empty; write a template or a regular expression' })
        .exactOptional()
        .meta({
        description: 'For `semver`, `pep440`, `schedule`: the template of the tag. For `match`: a regular expression for the Git tag, as `v(.*)` or `/v(.*)/i`. Default: `nightly` for `schedule`.',
        example: '{{major}}.{{minor}}',
    }),
    value: tag_rules_text().min(1, { error: 'is empty; write the text, or remove it' }).exactOptional().meta({
        description: 'For `raw`: the template of the tag. For `semver`, `pep440`, `match`: a template to read instead of the Git tag.',
        example: 'stable',
    }),
    match: tag_rules_text().min(1, { error: 'is empty; write a regular expression, or remove it' }).exactOptional().meta({
        description: 'For `semver`, `pep440`: a regular expression for the version in the Git tag, its first group or the whole match. Default: the whole tag.',
        example: 'shop-(v.+)',
    }),
    group: schemas/* int */.Whr({ error: 'is not a whole number; write the number of a group, 0 for the whole match' })
        .min(0, { error: 'is below zero; write the number of a group, 0 for the whole match' })
        .exactOptional()
        .meta({
        description: 'For `match`: the group that becomes the tag. Default: `0`, the whole match.',
        example: 1,
    }),
    branch: tag_rules_text()
        .min(1, { error: 'is empty; write the name of a branch, or remove it' })
        .exactOptional()
        .meta({ description: 'For `edge`: the branch. Default: the default branch.', example: 'main' }),
    event: schemas/* enum */.k5n(refEvents).exactOptional().meta({
        description: 'For `ref`: the kind of ref that is built.',
        example: 'branch',
    }),
    format: schemas/* union */.KCZ([schemas/* enum */.k5n(shaFormats), (0,formats/* wholeSchema */.HY)(4, 40, digits)], { error: digits })
        .exactOptional()
        .meta({
        description: 'For `sha`: 7 digits of the hash (`short`), all (`long`), or how many. Default: `short`.',
        example: 'long',
    }),
});
const attributes = {
    schedule: { takes: ['pattern'] },
    semver: { needs: 'pattern', takes: ['pattern', 'value', 'match'] },
    pep440: { needs: 'pattern', takes: ['pattern', 'value', 'match'] },
    match: { needs: 'pattern', takes: ['pattern', 'group', 'value'] },
    edge: { takes: ['branch'] },
    ref: { needs: 'event', takes: ['event'] },
    raw: { needs: 'value', takes: ['value'] },
    sha: { takes: ['format'] },
};
const samples = {
    pattern: { semver: "pattern: '{{version}}'", pep440: "pattern: '{{version}}'", match: "pattern: 'v(.*)'" },
    event: { ref: 'event: branch' },
    value: { raw: 'value: stable' },
};
const ruleSchema = ruleFields.transform((written, context) => {
    if (context.issues.length > 0)
        return core/* NEVER */.tm;
    const mistakes = mistakesOf(written);
    for (const { at, message } of mistakes)
        context.addIssue({ code: 'custom', message, path: at === undefined ? [] : [at] });
    return mistakes.length > 0 ? core/* NEVER */.tm : withDefaults(written);
});
function mistakesOf(rule) {
    const { needs, takes } = attributes[rule.type];
    if (needs !== undefined && rule[needs] === undefined)
        return [
            { message: `is a ${rule.type} rule without \`${needs}\`; add \`${samples[needs]?.[rule.type]}\`` },
        ];
    const { type, enable, priority, prefix, suffix, ...given } = rule;
    const foreign = Object.keys(given).find(each => !takes.includes(each));
    if (foreign !== undefined) {
        const owners = ruleTypes.filter(type => attributes[type].takes.includes(foreign)).join(' and ');
        return [
            {
                at: foreign,
                message: `does not apply to a ${rule.type} rule; remove it, because only ${owners} has it`,
            },
        ];
    }
    const expressions = ['match', ...(rule.type === 'match' ? ['pattern'] : [])];
    return ['prefix', 'suffix', 'pattern', 'value', 'match'].flatMap(at => {
        const written = rule[at];
        if (written === undefined)
            return [];
        const mistake = expressions.includes(at)
            ? expressionMistake(written, rule.group)
            : (0,template/* templateMistake */.Rc)(written, (0,tag_expressions/* isVersioned */.a)(rule) && at === 'pattern' ? 'semver' : 'general');
        return mistake === undefined ? [] : [{ at, message: mistake }];
    });
}
function expressionMistake(written, group = 0) {
    let groups;
    try {
        const { source, flags } = (0,tag_expressions/* regularExpression */.t)(written);
        groups = (new RegExp(`${source}|`, flags).exec('')?.length ?? 1) - 1;
    }
    catch {
        return 'is not a regular expression; correct it, as in v(.*)';
    }
    return group > groups
        ? `has no group ${group}; put parentheses around the part that becomes the tag`
        : undefined;
}
function withDefaults(rule) {
    const { type, enable = true, priority = priorities[type], prefix, suffix } = rule;
    const all = { enable, priority, ...(0,map/* defined */.sw)({ prefix, suffix }) };
    const { pattern = '', value, match, group = 0, branch, event = 'branch', format = 'short' } = rule;
    switch (type) {
        case 'schedule':
            return { ...all, type, pattern: pattern === '' ? 'nightly' : pattern };
        case 'semver':
        case 'pep440':
            return { ...all, type, pattern, ...(0,map/* defined */.sw)({ value, match }) };
        case 'match':
            return { ...all, type, pattern, group, ...(0,map/* defined */.sw)({ value }) };
        case 'edge':
            return { ...all, type, ...(0,map/* defined */.sw)({ branch }) };
        case 'ref':
            return { ...all, type, event };
        case 'raw':
            return { ...all, type, value: value ?? '' };
        case 'sha':
            return { ...all, type, format };
    }
}

;// CONCATENATED MODULE: ./.build/js/src/config/tags.js




const settingsFields = schemas/* strictObject */.rej({
    rules: schemas/* union */.KCZ([
        schemas/* literal */.euz('build.sh'),
        (0,formats/* listSchema */.cE)(ruleSchema, 'is empty; list at least one rule, such as `- {type: ref, event: branch}`'),
    ], { error: 'is neither a list of rules nor build.sh; write `rules: [{type: ref, event: branch}]`' })
        .meta({
        description: 'The rules for tags, or `build.sh`: docs/images.md#buildsh.',
        example: [
            { type: 'semver', pattern: '{{version}}' },
            { type: 'ref', event: 'branch' },
        ],
    }),
    latest: schemas/* union */.KCZ([schemas/* literal */.euz('auto'), schemas/* boolean */.zMY()], { error: 'is not a choice; write auto, true or false' })
        .exactOptional()
        .meta({
        description: 'Whether the image gets `latest`: for a release (`auto`), always or never. It never moves to an older version. Default: `auto`.',
        example: 'auto',
    }),
    prefix: schemas/* string */.YjP()
        .exactOptional()
        .meta({ description: 'The prefix of each tag except `latest`; a template.', example: 'shop-' }),
    suffix: schemas/* string */.YjP()
        .exactOptional()
        .meta({ description: 'The suffix of each tag except `latest`; a template.', example: '-slim' }),
    onlatest: (0,formats/* booleanSchema */.yu)()
        .exactOptional()
        .meta({ description: 'Also apply prefix and suffix to `latest`. Default: `false`.', example: true }),
});
const tagsSchema = settingsFields.transform((written, context) => {
    if (context.issues.length > 0)
        return core/* NEVER */.tm;
    const { rules, latest, prefix = '', suffix = '', onlatest } = written;
    if (rules === 'build.sh') {
        const foreign = ['latest', 'prefix', 'onlatest'].find(each => written[each] !== undefined);
        if (foreign !== undefined) {
            const message = 'does not apply to build.sh, which has its own; remove it';
            context.addIssue({ code: 'custom', message, path: [foreign] });
            return core/* NEVER */.tm;
        }
    }
    for (const [at, value] of Object.entries({ prefix, suffix })) {
        const message = (0,template/* templateMistake */.Rc)(value, 'general');
        if (message !== undefined)
            context.addIssue({ code: 'custom', message, path: [at] });
    }
    return { rules, latest: latest ?? 'auto', prefix, suffix, onlatest: onlatest ?? rules === 'build.sh' };
});

;// CONCATENATED MODULE: ./.build/js/src/config/delivery.js







const argumentSchema = schemas/* string */.YjP().check(({ value, issues }) => {
    const message = (0,template/* templateMistake */.Rc)(value, 'argument');
    if (message !== undefined)
        issues.push({ code: 'custom', message, input: value });
});
const imageSchema = schemas/* strictObject */.rej({
    repository: formats/* repositorySchema */._L.meta({
        description: 'The repository, without tag or digest. `push` copies builds here from `candidate`, and the release sets their digest in containers that use it.',
        example: 'ghcr.io/acme/shop',
    }),
    candidate: formats/* repositorySchema */._L.exactOptional().meta({
        description: 'The repository, in any registry, for unscanned builds and the build cache. Default: `<repository>-candidate`.',
        example: 'harbor.example.com/build/shop',
    }),
    mirrors: schemas/* array */.YOg(formats/* repositorySchema */._L)
        .exactOptional()
        .meta({
        description: 'Repositories, in any registry, that also get the image, its tags and signatures.',
        example: ['docker.io/acme/shop'],
    }),
    context: formats/* relativePathSchema */.hw
        .prefault('.')
        .meta({ description: 'The build context, relative to slipway.yml.', example: 'web' }),
    dockerfile: formats/* fileNameSchema */.x7
        .prefault('Dockerfile')
        .meta({ description: 'The Dockerfile, relative to `context`.', example: 'deploy/Dockerfile' }),
    target: formats/* stageSchema */.it
        .exactOptional()
        .meta({ description: 'The stage to build. Default: the last one.', example: 'runtime' }),
    platforms: (0,formats/* listSchema */.cE)(formats/* platformSchema */.vd, 'is empty; list at least one platform, such as `- linux/amd64`')
        .exactOptional()
        .meta({
        description: "The platforms to build for, such as `linux/amd64`. Default: the builder's own.",
        example: ['linux/amd64', 'linux/arm64'],
    }),
    args: schemas/* record */.g1P(formats/* argumentNameSchema */.SH, argumentSchema)
        .prefault({})
        .meta({
        description: "Build arguments, never secret. `{{commit}}`, `{{sha}}`, `{{version}}`, `{{branch}}`, `{{tag}}`, `{{file 'VERSION'}}` and `{{commit_date 'YYYY-MM-DD'}}` are filled in; an unknown value is empty.",
        example: { NODE: '24', COMMIT: '{{commit}}' },
    }),
    secrets: schemas/* record */.g1P(formats/* secretIdSchema */.n4, formats/* environmentVariableSchema */.fj)
        .prefault({})
        .meta({
        description: 'Secrets that steps mount by `RUN --mount=type=secret,id=…`, by variable. They never get into the image.',
        example: { npm: 'NPM_TOKEN' },
    }),
    budget: schemas/* strictObject */.rej({
        compressed: formats/* bytesSchema */.XI.exactOptional().meta({
            description: 'The maximum compressed size of each platform.',
            example: '150MB',
        }),
        growth: formats/* percentSchema */.nJ.exactOptional().meta({
            description: 'How much larger each platform may be than in the deployed image.',
            example: '10%',
        }),
    })
        .exactOptional()
        .meta({
        description: 'How large the image may be.',
        example: { compressed: '150MB', growth: '10%' },
    }),
    bases: schemas/* array */.YOg((0,formats/* labelSchema */.Gx)('the name of an image'))
        .prefault([])
        .meta({
        description: 'Other images of this file in FROM. Each becomes the digest from the same run.',
        example: ['base'],
    }),
    tags: tagsSchema.exactOptional().meta({
        description: 'Its own tags, instead of the top-level `tags`.',
        example: { rules: [{ type: 'ref', event: 'branch' }], suffix: '-slim' },
    }),
    labels: schemas/* record */.g1P(formats/* metadataNameSchema */.Qd, schemas/* string */.YjP())
        .exactOptional()
        .meta({
        description: 'Labels and annotations of the image and its index, over those from the commit; an empty value removes one.',
        example: { 'org.opencontainers.image.licenses': 'Apache-2.0' },
    }),
});
const candidateIn = ({ repository, candidate }) => candidate ?? `${repository}-candidate`;
function candidateProblems(images) {
    const all = Object.entries(images);
    const released = new Set(all.map(([, { repository }]) => repository));
    return all.flatMap(([name, { candidate }]) => {
        if (candidate === undefined)
            return [];
        const [twin] = all.find(([other, each]) => other !== name && candidateIn(each) === candidate) ?? [];
        const message = released.has(candidate)
            ? 'is a repository that images are released from, and a candidate is not scanned yet; name another repository'
            : twin &&
                `is also the candidate repository of ${twin}, and each image keeps its cache there; name another repository`;
        return (0,placed_problem/* placed */.GS)([name, 'candidate'], message);
    });
}
function mirrorProblems(images) {
    const taken = new Map(Object.entries(images).flatMap(([name, image]) => [
        [image.repository, `the repository of ${name}`],
        [candidateIn(image), `the candidate repository of ${name}`],
    ]));
    return Object.entries(images).flatMap(([name, { mirrors = [] }]) => mirrors.flatMap((mirror, index) => {
        const use = taken.get(mirror);
        taken.set(mirror, `a mirror of ${name}`);
        return (0,placed_problem/* placed */.GS)([name, 'mirrors', index], use && `is already ${use}; name another repository`);
    }));
}
function placeProblems(environments, images) {
    const waiting = new Set(Object.values(images).map(candidateIn));
    return Object.entries(environments).flatMap(([environment, { repositories = {} }]) => Object.entries(repositories).flatMap(([name, repository]) => {
        const message = !Object.hasOwn(images, name)
            ? `is for an image that is not in this file; ${(0,suggest/* suggest */.ZA)(name, Object.keys(images))}`
            : waiting.has(repository)
                ? 'is a candidate repository, whose images are not scanned yet; name another repository'
                : undefined;
        return (0,placed_problem/* placed */.GS)([environment, 'repositories', name], message);
    }));
}
function baseProblems(images) {
    const basesOf = (name) => images[name]?.bases ?? [];
    return Object.entries(images).flatMap(([name, { bases }]) => bases.flatMap((base, index) => {
        const message = !Object.hasOwn(images, base)
            ? `is not an image of this file; ${(0,suggest/* suggest */.ZA)(base, Object.keys(images))}`
            : (0,leads_to/* leadsTo */.R)(base, name, basesOf)
                ? 'is itself built from this image; remove one of the two'
                : undefined;
        return (0,placed_problem/* placed */.GS)([name, 'bases', index], message);
    }));
}
const testSchema = schemas/* strictObject */.rej({
    run: schemas/* string */.YjP()
        .regex(/\S/, { error: 'is empty; write the command that runs the tests, such as npm test' })
        .exactOptional()
        .meta({
        description: 'The command, run by bash in the folder of slipway.yml. Default: none; existing reports are read.',
        example: 'npm test',
    }),
    services: formats/* relativePathSchema */.hw.exactOptional().meta({
        description: 'A compose file, whose services docker starts before the command and removes after it. Default: none.',
        example: 'compose.test.yml',
    }),
    junit: (0,formats/* listSchema */.cE)(formats/* relativePathSchema */.hw, 'is empty; list at least one file or pattern, such as `- reports/*.xml`')
        .exactOptional()
        .meta({
        description: 'JUnit XML files that the command writes, with `*` and `**`.',
        example: ['reports/*.xml'],
    }),
    coverage: schemas/* strictObject */.rej({
        file: formats/* relativePathSchema */.hw.meta({
            description: 'An LCOV, Cobertura or JaCoCo file that the command writes.',
            example: 'reports/cobertura.xml',
        }),
        lines: formats/* percentSchema */.nJ
            .exactOptional()
            .meta({ description: 'The least share of covered lines.', example: '70%' }),
        branches: formats/* percentSchema */.nJ
            .exactOptional()
            .meta({ description: 'The least share of covered branches.', example: '60%' }),
    })
        .exactOptional()
        .meta({
        description: 'Test coverage and its thresholds.',
        example: { file: 'reports/cobertura.xml', lines: '70%' },
    }),
});

// EXTERNAL MODULE: ./.build/js/src/config/environment.js + 17 modules
var environment = __webpack_require__(13407);
// EXTERNAL MODULE: ./.build/js/src/config/exceptions.js
var exceptions = __webpack_require__(60820);
// EXTERNAL MODULE: ./.build/js/src/config/gitops.js
var gitops = __webpack_require__(90046);
// EXTERNAL MODULE: ./.build/js/src/config/policy.js
var policy = __webpack_require__(54524);
// EXTERNAL MODULE: ./.build/js/src/config/policy-version.js
var policy_version = __webpack_require__(38501);
// EXTERNAL MODULE: ./.build/js/src/config/promotion.js
var promotion = __webpack_require__(11749);
;// CONCATENATED MODULE: ./.build/js/src/config/retention.js


const patternSchema = (0,formats/* text */.Qq)(/^[A-Za-z0-9_.*-]{1,128}$/, {
    problem: 'is not a tag pattern',
    remedy: 'write a tag, with "*" as a wildcard, such as pr-*',
});
const retention_ruleSchema = schemas/* strictObject */.rej({
    tags: patternSchema.meta({
        description: 'The tags to match, with `*`.',
        example: 'pr-*',
    }),
    newest: schemas/* int */.Whr({ error: 'is not a count; write a whole number from 1 to 10000' })
        .min(1, { error: 'keeps nothing; write a whole number from 1 to 10000' })
        .max(10_000, { error: 'is too many; write a whole number from 1 to 10000' })
        .exactOptional()
        .meta({ description: 'How many of these images are kept, the newest first.', example: 20 }),
    for: formats/* daysInMilliseconds */.t1.exactOptional().meta({
        description: 'How long they are kept. An image that either limit keeps is kept.',
        example: '30d',
    }),
})
    .refine(({ newest, for: days }) => newest !== undefined || days !== undefined, {
    error: 'keeps nothing; add `newest: 20` or `for: 30d`',
});
const retentionSchema = schemas/* strictObject */.rej({
    protect: schemas/* array */.YOg(patternSchema)
        .prefault([])
        .meta({
        description: 'Tags that are never deleted, with `*`.',
        example: ['latest', 'v*'],
    }),
    rules: schemas/* array */.YOg(retention_ruleSchema)
        .prefault([])
        .meta({
        description: 'Which tags may be deleted: those that a rule matches and no matching rule keeps.',
        example: [
            { tags: 'sha-*', newest: 20, for: '30d' },
            { tags: 'pr-*', for: '14d' },
        ],
    }),
    untagged: formats/* daysInMilliseconds */.t1.exactOptional().meta({
        description: 'How long untagged images are kept, where the registry lists them. Default: indefinitely.',
        example: '7d',
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/scanning.js



const severities = ['critical', 'high', 'medium', 'low', 'unknown'];
const exceptionSchema = schemas/* strictObject */.rej({
    id: (0,formats/* text */.Qq)(/^[A-Za-z0-9][A-Za-z0-9._:-]{2,99}$/, {
        problem: 'is not a finding',
        remedy: 'write the CVE or advisory, or the rule that found a secret, such as CVE-2026-12345',
    }).meta({
        description: 'The CVE, advisory or secret rule, as in the summary.',
        example: 'CVE-2026-12345',
    }),
    image: (0,formats/* labelSchema */.Gx)('the name of an image')
        .exactOptional()
        .meta({ description: 'Only in this image. Default: in all.', example: 'shop' }),
    package: (0,formats/* text */.Qq)(/^\S(.*\S)?$/, { problem: 'is not a package', remedy: 'write its name, such as lodash' })
        .exactOptional()
        .meta({
        description: 'Only in this package, or for a secret in this file. Default: in all.',
        example: 'lodash',
    }),
    ...exceptions/* answeredFor */.p,
});
const scanSchema = schemas/* strictObject */.rej({
    'fail-on': schemas/* array */.YOg(schemas/* enum */.k5n(severities, { error: 'is not a severity; write critical, high, medium, low or unknown' }))
        .prefault(['critical'])
        .meta({
        description: 'Severities of which one finding fails the scan; if empty, none does.',
        example: ['critical', 'high'],
    }),
    'only-fixable': (0,formats/* booleanSchema */.yu)()
        .prefault(false)
        .meta({ description: 'Count only findings that a newer version fixes.', example: true }),
    misconfiguration: (0,formats/* booleanSchema */.yu)().prefault(false).meta({
        description: 'Also check configuration files in the image; takes 2 to 7 s more.',
        example: true,
    }),
    grace: formats/* daysSchema */.Bw.exactOptional().meta({
        description: 'How long after its publication a vulnerability is tolerated. Default: not at all.',
        example: '3d',
    }),
    compare: schemas/* literal */.euz('deployed', { error: 'is not a valid value; write deployed, or remove it' })
        .exactOptional()
        .meta({
        description: 'Count only vulnerabilities that the deployed image (input `deployed`) does not have. Default: all count.',
        example: 'deployed',
    }),
    'max-database-age': formats/* daysSchema */.Bw
        .prefault('7d')
        .meta({ description: 'The maximum age of the vulnerability database.', example: '2d' }),
    mirrors: schemas/* array */.YOg((0,formats/* text */.Qq)(/^[a-z0-9][a-z0-9._:/-]*:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, {
        problem: 'is not a repository with a tag',
        remedy: 'write a copy of the Trivy database, such as registry.example.com/mirror/trivy-db:2',
    }))
        .prefault([])
        .meta({
        description: 'Copies of the vulnerability database, tried in order. Default: those of Trivy.',
        example: ['registry.example.com/mirror/trivy-db:2'],
    }),
    exceptions: schemas/* array */.YOg(exceptionSchema)
        .prefault([])
        .meta({
        description: 'Findings that are accepted until a date.',
        example: [
            {
                id: 'CVE-2026-12345',
                package: 'lodash',
                owner: 'platform-team',
                reason: 'the function that it is about is not called',
                expires: '2027-01-31',
            },
        ],
    }),
    vex: schemas/* array */.YOg((0,formats/* text */.Qq)(/^[^\p{Cc}]+$/u, {
        problem: 'is not a path',
        remedy: 'write the path of a VEX document, such as .slipway/shop.openvex.json',
    }))
        .prefault([])
        .meta({
        description: 'Paths of VEX documents in JSON (OpenVEX, CycloneDX, CSAF): vulnerabilities that do not affect the images.',
        example: ['.slipway/shop.openvex.json'],
    }),
});

// EXTERNAL MODULE: ./.build/js/src/config/signing.js
var signing = __webpack_require__(45139);
;// CONCATENATED MODULE: ./.build/js/src/config/schema.js















const slipwayFields = schemas/* strictObject */.rej({
    app: (0,formats/* labelSchema */.Gx)('the name of an application', 40).meta({
        description: 'The name of the application and of its objects; at most 40 characters.',
        example: 'shop',
    }),
    paths: (0,formats/* listSchema */.cE)(formats/* pathPatternSchema */.vS, 'is empty; list at least one pattern, such as `- libs`, or remove it')
        .exactOptional()
        .meta({
        description: 'The files that concern the application, for `changed`: patterns from the root of the repository, with `*`, `**`, and `!` to exclude. The last match decides. Default: the folder of slipway.yml.',
        example: ['services/shop', 'libs', '!**/*.md'],
    }),
    images: (0,formats/* atLeastOne */.LU)(schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of an image'), imageSchema), 'is empty; name at least one image, such as `shop: {repository: ghcr.io/acme/shop}`').meta({
        description: 'The images that a release ships, by a name of your choice.',
        example: { shop: { repository: 'ghcr.io/acme/shop' } },
    }),
    tags: tagsSchema.exactOptional().meta({
        description: 'The tags of images. Default: the built version, branch or pull request, and the commit.',
        example: {
            rules: [
                { type: 'semver', pattern: '{{version}}' },
                { type: 'semver', pattern: '{{major}}.{{minor}}' },
                { type: 'ref', event: 'branch' },
            ],
        },
    }),
    test: testSchema
        .exactOptional()
        .meta({ description: 'How the application is tested.', example: { run: 'npm test' } }),
    scan: scanSchema.prefault({}).meta({
        description: 'Which findings in an image fail the scan.',
        example: { 'fail-on': ['critical', 'high'], 'only-fixable': true },
    }),
    policy: policy/* policySchema */.d.prefault({}).meta({
        description: 'The rules for Dockerfiles and images.',
        example: { rules: { 'base-digest': 'error' } },
    }),
    'policy-version': policy_version/* policyVersionSchema */.ab.exactOptional().meta({
        description: 'The version of the rules that you have read. A later version of Slipway says what was added since. Default: no notices.',
        example: policy_version/* newestPolicy */.l6,
    }),
    'env-policy': assess/* envPolicySchema */.ZS.exactOptional().meta({
        description: 'Where variables may be kept, by patterns of their names (docs/assess.md), for `assess`.',
        example: { high: ['*_DSN'], low: ['PUBLIC_*'] },
    }),
    signing: signing/* signingSchema */.X6.exactOptional().meta({
        description: 'How released images are signed. Default: not at all.',
        example: { key: 'env://COSIGN_PRIVATE_KEY' },
    }),
    trust: signing/* trustSchema */.Gt.exactOptional().meta({
        description: 'What an image must prove before a release. Default: what `signing` creates.',
        example: { key: 'cosign.pub', attestations: ['provenance', 'sbom', 'scan'] },
    }),
    retention: retentionSchema.exactOptional().meta({
        description: 'Which images `prune` may delete. Default: none.',
        example: { protect: ['latest', 'v*'], rules: [{ tags: 'pr-*', for: '14d' }] },
    }),
    environments: schemas/* record */.g1P((0,formats/* labelSchema */.Gx)('the name of an environment'), environment/* environmentSchema */.V)
        .prefault({})
        .meta({
        description: 'The environments to release to, by name. Default: none; images are only built.',
        example: { production: { namespace: 'shop', manifests: ['deploy/'], workload: 'Deployment/shop' } },
    }),
});
const slipwaySchema = slipwayFields.superRefine((value, context) => {
    const { images, environments, scan, policy } = value;
    (0,placed_problem/* addProblems */.EB)([
        ...(0,placed_problem/* below */.Gz)('images', [...baseProblems(images), ...candidateProblems(images), ...mirrorProblems(images)]),
        ...(0,placed_problem/* below */.Gz)('scan', (0,exceptions/* exceptionProblems */.a)(scan.exceptions, images)),
        ...(0,placed_problem/* below */.Gz)('policy', (0,exceptions/* exceptionProblems */.a)(policy.exceptions, images)),
        ...(0,signing/* trustProblems */.x4)(value),
        ...(0,placed_problem/* below */.Gz)('environments', [
            ...placeProblems(environments, images),
            ...(0,gitops/* deliveryProblems */.LJ)(environments, images),
            ...(0,promotion/* requiresProblems */.t)(environments),
        ]),
    ], context);
});


/***/ }),

/***/ 96314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ isVersioned),
/* harmony export */   t: () => (/* binding */ regularExpression)
/* harmony export */ });
function regularExpression(written) {
    const [, source = written, flags = ''] = /^\/(.+)\/([a-z]*)$/.exec(written) ?? [];
    return new RegExp(source, flags);
}
const isVersioned = (rule) => rule.type === 'semver' || rule.type === 'pep440';


/***/ }),

/***/ 1808:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dy: () => (/* binding */ names),
/* harmony export */   QC: () => (/* binding */ parseTemplate),
/* harmony export */   Rc: () => (/* binding */ templateMistake)
/* harmony export */ });
/* harmony import */ var _date_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24020);
/* harmony import */ var _suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34182);


const general = ['branch', 'tag', 'sha', 'base_ref', 'is_default_branch', 'is_not_default_branch'];
const ofVersion = ['version', 'raw', 'major', 'minor', 'patch', 'prerelease'];
const ofArgument = ['version', 'commit'];
const factsOf = {
    general,
    semver: [...ofVersion, ...general],
    argument: [...ofArgument, ...general],
};
const wrong = (mistake) => ({ mistake });
const dateExpression = /^(date|commit_date)\s+(?:'([^']*)'|"([^"]*)")(?:\s+tz=(?:'([^']*)'|"([^"]*)"))?$/;
const belowFolder = /^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u;
const fileExpression = /^file\s+(?:'([^']*)'|"([^"]*)")$/;
function parseTemplate(text, scope) {
    const parts = [];
    let rest = text;
    while (rest !== '') {
        const open = rest.indexOf('{{');
        if (open !== 0) {
            const before = open < 0 ? rest : rest.slice(0, open);
            const escapes = scope === 'argument' && open > 0 && before.endsWith('\\');
            const taken = escapes && !before.endsWith('\\\\');
            parts.push({ kind: 'text', text: `${escapes ? before.slice(0, -1) : before}${taken ? '{{' : ''}` });
            rest = open < 0 ? '' : rest.slice(taken ? open + 2 : open);
            continue;
        }
        const close = rest.indexOf('}}');
        if (close < 0)
            return wrong(`has a \`{{\` without its \`}}\`; ${orLiterally('add it', scope)}`);
        const part = parseExpression(rest.slice(2, close).trim(), scope);
        if ('mistake' in part)
            return part;
        parts.push(part);
        rest = rest.slice(close + 2);
    }
    return parts;
}
function orLiterally(remedy, scope) {
    if (scope !== 'argument')
        return remedy;
    return `${remedy}${remedy.endsWith('?') ? ' For' : '; for'} literal braces, write \`\\{{\``;
}
function templateMistake(text, scope) {
    const template = parseTemplate(text, scope);
    return 'mistake' in template ? template.mistake : undefined;
}
function names(template, ...facts) {
    return template.some(part => part.kind === 'fact' && facts.some(fact => fact === part.name));
}
function parseExpression(written, scope) {
    const known = factsOf[scope];
    const fact = known.find(each => each === written);
    if (fact !== undefined)
        return { kind: 'fact', name: fact };
    if (scope === 'argument' && /^date\b/.test(written))
        return wrong('names the time of the run, so each build of a commit would give a different image; write `commit_date`');
    if (/^(date|commit_date)\b/.test(written))
        return parseDate(written);
    if (/^file\b/.test(written))
        return parseFile(written);
    const foreign = ofVersion.find(each => each === written);
    const shown = written.length > 40 ? `${written.slice(0, 39)}…` : written;
    if (foreign !== undefined)
        return wrong(`names \`{{${foreign}}}\`, which is only allowed in the pattern of a semver or pep440 rule; remove it`);
    return wrong(`names \`{{${shown}}}\`, which is unknown; ${orLiterally((0,_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggest */ .ZA)(written, [...known, ...(scope === 'argument' ? [] : ['date']), 'commit_date', 'file']), scope)}`);
}
function parseDate(written) {
    const [, of, single, double, zoneSingle, zoneDouble] = dateExpression.exec(written) ?? [];
    const format = single ?? double;
    if ((of !== 'date' && of !== 'commit_date') || format === undefined)
        return wrong("has a date without a format; write it as in {{date 'YYYYMMDD'}}");
    const unknown = (0,_date_format_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDateFormat */ .xF)(format).find(part => part.kind === 'unknown');
    if (unknown !== undefined)
        return wrong(`has a date with \`${unknown.text}\`, which is unknown; use ${_date_format_js__WEBPACK_IMPORTED_MODULE_0__/* .formatParts */ .cL.join(', ')}, and write text in brackets, as in [text]`);
    const zone = zoneSingle ?? zoneDouble ?? 'UTC';
    if (!isZone(zone))
        return wrong(`has a date in \`${zone}\`, which is not a time zone; write one such as Europe/Berlin`);
    return { kind: 'date', of, format, zone };
}
function parseFile(written) {
    const [, single, double] = fileExpression.exec(written) ?? [];
    const path = single ?? double ?? '';
    if (belowFolder.test(path))
        return { kind: 'file', path };
    return wrong("has a file without a path below the folder of slipway.yml; write it as in {{file 'VERSION'}}");
}
function isZone(zone) {
    try {
        return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
    }
    catch {
        return false;
    }
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
