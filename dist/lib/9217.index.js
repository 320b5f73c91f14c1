export const id = 9217;
export const ids = [9217];
export const modules = {

/***/ 74040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseConfig: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71539);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33146);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63893);



function parseConfig(text, file) {
    const document = (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .readDocument */ .u)(text, file);
    const result = _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .slipwaySchema */ .dM.safeParse(document.value);
    if (!result.success)
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .W)(result.error.issues, document);
    return result.data;
}


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
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${placeOf(contents.range?.[0] ?? 0)}: expected a map, got ${(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(contents) ? 'a list' : 'a string'}`, 'start the file with `app: name`');
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
function syntaxError(error, place) {
    switch (error.code) {
        case 'TAB_AS_INDENT':
            return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${place}: a tab is used for indentation`, 'indent with spaces');
        case 'MULTIPLE_DOCS':
            return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${place}: a second document starts here`, 'keep one document and remove its `---`');
        case 'TAG_RESOLVE_FAILED':
            return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${place}: the YAML tag is unknown`, 'remove the word that starts with "!"');
        case 'BAD_ALIAS':
            return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${place}: the alias is not valid`, 'write the values out instead of `*alias`');
        default: {
            const reason = (error.message.split('\n')[0] ?? '').replace(/[.:]$/, '');
            return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${place}: this is not valid YAML (${reason})`, 'correct the line or the one before it');
        }
    }
}
function keyAt(document, offset) {
    let found = '';
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Pair(_, pair, ancestors) {
            if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.key) || pair.key.range?.[0] !== offset)
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
        const keyOffset = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.key) ? (startOf(pair.key) ?? offset) : offset;
        const pointsAtValue = part === 'value' && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.value) && !isEmpty(pair.value) && !isBlock(pair.value);
        offset =
            last && !pointsAtValue
                ? keyOffset
                : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(pair.value)
                    ? (startOf(pair.value) ?? keyOffset)
                    : keyOffset;
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
function startOf(node) {
    return node.range?.[0];
}
function nodeOffset(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? (startOf(node) ?? 0) : 0;
}
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
// EXTERNAL MODULE: ./.build/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(60512);
// EXTERNAL MODULE: ./.build/js/src/config/document.js
var config_document = __webpack_require__(71539);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
// EXTERNAL MODULE: ./.build/js/src/config/schema.js + 23 modules
var config_schema = __webpack_require__(63893);
;// CONCATENATED MODULE: ./.build/js/src/config/json-schema.js


function jsonSchema() {
    const schema = json_schema_processors/* toJSONSchema */.bl(config_schema/* slipwaySchema */.dM, {
        io: 'input',
        target: 'draft-7',
        override: ({ jsonSchema: node }) => {
            if (!('example' in node))
                return;
            node.examples = [node.example];
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
        const items = node.items ?? node.anyOf?.find(choice => choice.items !== undefined)?.items;
        node = typeof step === 'number' ? items : (node.properties?.[String(step)] ?? open);
    }
    return node;
}

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
    const others = new Set(located.map(problem => (0,config_document/* formatPath */.j)(problem.path))).size - 1;
    const more = others > 0 ? ` (${(0,count/* counted */.h)(others, 'more mistake')} in this file)` : '';
    return new errors/* UserError */.yo(`${first.place}: ${first.problem}${more}`, first.remedy);
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
            const known = Object.keys(schemaAt(schema, path)?.properties ?? {});
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
            const inner = Array.isArray(value)
                ? issue.errors.find(choice => choice.every(({ path: within, code }) => within.length > 0 || code === 'too_small'))
                : undefined;
            if (inner === undefined || inner.length === 0)
                return [worded(path, shown(value), issue.message)];
            return inner.flatMap(each => problemsOf({ ...each, path: [...path, ...each.path] }, root, schema));
        }
        default:
            return [worded(path, shown(value), issue.message)];
    }
}
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
    const text = (0,secrecy/* withoutPasswords */.hl)(String(value)).replace(/AGE-SECRET-KEY-[0-9a-z-]+/gi, '(hidden)');
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

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 60630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   nf: () => (/* binding */ mapsIn),
/* harmony export */   vM: () => (/* binding */ jsonMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonMap(body) {
    try {
        const value = JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
        return isMap(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const mapsIn = (value) => Array.isArray(value) ? value.filter(isMap) : [];
const textsIn = (value) => Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];


/***/ })

};
