export const id = 3299;
export const ids = [3299];
export const modules = {

/***/ 74040:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseConfig: () => (/* binding */ parseConfig)
/* harmony export */ });
/* harmony import */ var _document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71539);
/* harmony import */ var _gitops_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90046);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33146);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89308);




function parseConfig(text, file) {
    const document = (0,_document_js__WEBPACK_IMPORTED_MODULE_0__/* .readDocument */ .u)(text, file);
    const result = _schema_js__WEBPACK_IMPORTED_MODULE_3__/* .slipwaySchema */ .d.safeParse(document.value);
    const conflicts = (0,_gitops_js__WEBPACK_IMPORTED_MODULE_1__/* .deliveryConflicts */ .Wc)(document.value).map(each => ({
        code: 'custom',
        input: undefined,
        ...each,
    }));
    if (!result.success || conflicts.length > 0)
        throw (0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .explain */ .W)([...conflicts, ...(result.error?.issues ?? [])], document);
    return result.data;
}


/***/ }),

/***/ 50886:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fs: () => (/* binding */ changesOf),
  d8: () => (/* binding */ pathOfFile),
  Kq: () => (/* binding */ repositoryKey),
  AW: () => (/* binding */ withChanges)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
;// CONCATENATED MODULE: ./.build/js/src/gitops/yaml-text.js


function yaml_text_open(text, path) {
    const lines = new dist/* LineCounter */.HN();
    const parsed = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    const documents = 'empty' in parsed ? [] : parsed;
    const problem = (offset, what, remedy) => new errors/* UserError */.yo(`${path}:${Math.max(1, lines.linePos(offset).line)}: ${what}`, remedy);
    const mistake = documents.flatMap(({ errors }) => errors)[0];
    if (mistake !== undefined) {
        const what = mistake.message.split('\n')[0]?.replace(/\.$/, '') ?? '';
        throw problem(mistake.pos[0], `is not YAML: ${what}`, 'list a file that is; a template of Helm is none, but its values are');
    }
    return {
        text,
        documents,
        problem,
        lacks: (what, remedy) => new errors/* UserError */.yo(`${path}: ${what}`, remedy),
    };
}
function replaced(source, node, after, next, image) {
    if (node === null || node === undefined)
        return { start: after, end: after, text: ` ${next}`, image };
    if (!(0,dist/* isScalar */.jn)(node) || !node.range)
        throw source.problem((0,dist/* isAlias */.Vj)(node) ? (node.range?.[0] ?? after) : after, (0,dist/* isAlias */.Vj)(node) ? 'the value is an alias' : 'the value is not a text', 'write the value itself there');
    const { anchor, range } = node;
    if (anchor !== undefined)
        throw source.problem(range[0], `the value has the anchor &${anchor}, so other values change with it`, 'write the value itself wherever it is needed');
    return scalarChange(source, node, next, image);
}
function scalarChange(source, { range, type }, next, image) {
    if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL')
        throw source.problem(range[0], 'the value is a block of lines', 'write it in one line');
    return { start: range[0], end: range[1], text: quotedLike(source.text, range, type, next), image };
}
function quotedLike(text, [start, end], type, next) {
    if (type === 'QUOTE_DOUBLE')
        return `"${next}"`;
    if (type === 'QUOTE_SINGLE')
        return `'${next}'`;
    return start === end && /\S$/.test(text.slice(0, start)) ? ` ${next}` : next;
}
const pairOf = (map, key) => map.items.find(pair => (0,dist/* isPair */.tO)(pair) && (0,dist/* isScalar */.jn)(pair.key) && pair.key.value === key);
function textOf(map, key) {
    const value = pairOf(map, key)?.value;
    return (0,dist/* isScalar */.jn)(value) ? value.value : undefined;
}
const offsetOf = (node) => node?.range?.[0] ?? 0;
const endOf = (node) => node?.range?.[1] ?? 0;

;// CONCATENATED MODULE: ./.build/js/src/gitops/edit.js





const pathOfFile = (file) => (typeof file === 'string' ? file : file.values);
function changesOf(text, file, images) {
    const source = yaml_text_open(text, pathOfFile(file));
    if (typeof file !== 'string')
        return inValues(source, file, images);
    return /^kustomization\.ya?ml$/i.test((0,external_node_path_.basename)(file))
        ? inKustomization(source, images)
        : inManifests(source, images);
}
function withChanges(text, changes) {
    return [...changes]
        .sort((a, b) => b.start - a.start)
        .reduce((rest, { start, end, text: next }) => {
        const gap = rest[end] === '#' ? ' ' : '';
        return rest.slice(0, start) + next + gap + rest.slice(end);
    }, text);
}
function inKustomization(source, images) {
    const [document, ...more] = source.documents;
    const list = document && (0,dist/* isMap */.jh)(document.contents) ? document.contents.get('images', true) : undefined;
    if (more.length > 0)
        throw source.lacks('has more than one document', 'keep one');
    const entries = (0,dist/* isSeq */.oP)(list) ? list.items.filter(each => (0,dist/* isMap */.jh)(each)) : [];
    const changes = Object.entries(images).flatMap(([image, { repository, digest }]) => {
        const nameOf = (entry) => textOf(entry, 'newName') ?? textOf(entry, 'name');
        const [entry, second] = entries.filter(each => sameRepository(nameOf(each), repository));
        if (entry === undefined)
            return [];
        if (second !== undefined)
            throw source.problem(offsetOf(second), `is a second entry for ${repository}`, 'keep one of them');
        return [inEntry(source, entry, digest, image)];
    });
    if (changes.length > 0)
        return changes;
    const [first] = Object.values(images);
    throw source.lacks('has no image of slipway.yml under `images:`', `add \`- name: ${first?.repository}\` there`);
}
function inEntry(source, entry, digest, image) {
    const [tag, own, suffix] = ['newTag', 'digest', 'tagSuffix'].map(key => pairOf(entry, key));
    const useless = own === undefined ? suffix : (tag ?? suffix);
    if (useless !== undefined)
        throw source.problem(offsetOf(useless.key), `\`${useless.key}\` says nothing beside a digest`, 'remove that line: the digest names the image');
    if (own !== undefined)
        return replaced(source, own.value, endOf(own.key), digest, image);
    if (tag !== undefined) {
        const { end } = replaced(source, tag.value, endOf(tag.key), digest, image);
        return { start: offsetOf(tag.key), end, text: `digest: ${digest}`, image };
    }
    const last = entry.items.at(-1);
    const end = endOf(last.value) || endOf(last.key);
    if (entry.flow)
        return { start: end, end, text: `, digest: ${digest}`, image };
    const [rest = ''] = /^[^\r\n]*/.exec(source.text.slice(end)) ?? [];
    const first = offsetOf(entry.items[0]?.key);
    const column = first - (source.text.lastIndexOf('\n', first - 1) + 1);
    const newline = source.text.includes('\r\n') ? '\r\n' : '\n';
    const at = end + rest.length;
    return { start: at, end: at, text: `${newline}${' '.repeat(column)}digest: ${digest}`, image };
}
function inManifests(source, images) {
    const changes = new Map();
    for (const document of source.documents) {
        (0,dist/* visit */.YR)(document, {
            Pair: (_, { key, value }) => {
                if (!(0,dist/* isScalar */.jn)(key) || !/^(initC|c)ontainers$/.test(String(key.value)) || !(0,dist/* isSeq */.oP)(value))
                    return;
                for (const container of value.items) {
                    const written = (0,dist/* isMap */.jh)(container) ? container.get('image', true) : undefined;
                    const node = (0,dist/* isAlias */.Vj)(written) ? written.resolve(document) : written;
                    if (!(0,dist/* isScalar */.jn)(node) || !node.range)
                        continue;
                    const [image, wanted] = Object.entries(images).find(([, { repository }]) => sameRepository(node.value, repository)) ?? [];
                    if (image === undefined || wanted === undefined)
                        continue;
                    const next = `${(0,kinds/* repositoryOf */._M)(String(node.value))}@${wanted.digest}`;
                    changes.set(node.range[0], scalarChange(source, node, next, image));
                }
            },
        });
    }
    if (changes.size > 0)
        return [...changes.values()];
    const names = Object.values(images).map(({ repository }) => repository);
    throw source.lacks(`has no container with the image ${names.join(' or ')}`, 'list the file that has it, or correct `repository` of the image in slipway.yml');
}
function inValues(source, file, images) {
    const image = file.of ?? Object.keys(images)[0] ?? '';
    const { repository, digest } = images[image] ?? { repository: '', digest: '' };
    const [document, ...more] = source.documents;
    if (more.length > 0)
        throw source.lacks('has more than one document', 'keep one');
    const key = file.digest ?? file.tag ?? file.reference ?? '';
    let at = document?.contents;
    let pair;
    for (const part of key.split('.')) {
        if ((0,dist/* isAlias */.Vj)(at))
            throw source.problem(at.range?.[0] ?? 0, `\`${key}\` leads through an alias`, 'write the values themselves there');
        pair = (0,dist/* isMap */.jh)(at) ? pairOf(at, part) : undefined;
        if (pair === undefined)
            throw source.lacks(`has no value \`${key}\``, 'add it with an empty text (""), or correct the path in `files`');
        at = pair.value;
    }
    const short = digest.slice(digest.indexOf(':') + 1, digest.indexOf(':') + 13);
    const next = file.digest !== undefined
        ? digest
        : file.tag !== undefined
            ? `${short}@${digest}`
            : `${repository}@${digest}`;
    return [replaced(source, at, endOf(pair?.key), next, image)];
}
function sameRepository(written, repository) {
    const key = repositoryKey(written);
    return key !== undefined && key === repositoryKey(repository);
}
function repositoryKey(image) {
    try {
        return (0,reference/* parseReference */.F2)((0,kinds/* repositoryOf */._M)(String(image))).repository;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 57264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ ParseError),
  A: () => (/* binding */ parseDockerfile)
});

// EXTERNAL MODULE: ./node_modules/dockerfile-ast/lib/main.js
var main = __webpack_require__(78390);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/lines.js
function join(lines, first, escapeChar) {
    const starts = [];
    const ending = new RegExp(`${escapeChar === '\\' ? '\\\\' : '`'}[ \\t]*$`);
    const parts = [];
    let offset = 0;
    lines.forEach((line, index) => {
        if (index > 0 && /^\s*(#.*)?$/.test(line))
            return;
        starts.push({ offset, line: first + index });
        const part = line.replace(/\r$/, '').replace(ending, '');
        parts.push(part);
        offset += part.length;
    });
    return { text: parts.join(''), lineAt: lineIn(starts, first) };
}
function verbatim(lines, first) {
    let offset = 0;
    const starts = lines.map((line, index) => {
        const start = { offset, line: first + index };
        offset += line.length + 1;
        return start;
    });
    return { text: lines.join('\n'), lineAt: lineIn(starts, first) };
}
function lineIn(starts, first) {
    return offset => {
        let [low, high] = [0, starts.length];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if ((starts[middle]?.offset ?? 0) <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return starts[low - 1]?.line ?? first;
    };
}

;// CONCATENATED MODULE: ./.build/js/src/policy/dockerfile/parse.js



class ParseError extends Error {
    line;
    constructor(line, cause) {
        super(`line ${line} cannot be read`, { cause });
        this.line = line;
    }
}
function parseDockerfile(text) {
    const source = text.replace(/^\uFEFF/, '').replace(/\r(?!\n)/g, ' ');
    const ast = heldBy(1, () => main.DockerfileParser.parse(source));
    const lines = source.split(/\r?\n/);
    const escapeChar = ast.getEscapeCharacter() === '`' ? '`' : '\\';
    const instructions = ast
        .getInstructions()
        .map(node => heldBy(node.getRange().start.line + 1, () => instructionOf(node, lines, escapeChar)));
    return {
        lines,
        escapeChar,
        instructions,
        comments: ast.getComments().map(comment => ({
            line: comment.getRange().start.line + 1,
            text: comment.getContent() ?? '',
        })),
        ambiguous: ambiguousIn(instructions, lines, escapeChar),
    };
}
function heldBy(line, read) {
    try {
        return read();
    }
    catch (error) {
        throw new ParseError(line, error);
    }
}
function instructionOf(node, lines, escapeChar) {
    const keyword = node.getKeyword();
    const range = node.getRange();
    const trigger = keyword === 'ONBUILD' ? triggerOf(node) : undefined;
    if (trigger !== undefined)
        return { ...instructionOf(trigger, lines, escapeChar), onbuild: true };
    const start = node.getArgumentsRange()?.start ?? range.end;
    const heredocs = heredocsOf(node, lines);
    const [firstHeredoc] = heredocs;
    const end = firstHeredoc === undefined ? range.end : { line: firstHeredoc.from - 1, character: -1 };
    const body = join(between(lines, start, end), start.line + 1, escapeChar);
    return {
        keyword,
        line: range.start.line + 1,
        endLine: range.end.line + 1,
        flags: flagsOf(node),
        body,
        heredocs: heredocs.map(({ name, body }) => ({ name, body })),
        json: jsonOf(keyword, body.text),
        onbuild: false,
    };
}
const triggerOf = (node) => node.getTriggerInstruction?.() ?? undefined;
const flagsOf = (node) => (node.getFlags?.() ?? []).map(flag => ({
    name: flag.getName().toLowerCase(),
    value: flag.getValue() ?? '',
}));
function heredocsOf(node, lines) {
    return (node.getHeredocs?.() ?? []).map(each => {
        const content = each.getContentRange();
        const delimiter = each.getDelimiterRange();
        const from = content?.start.line ??
            delimiter?.start.line ??
            Math.min(each.getStartRange().start.line + 1, lines.length);
        const to = content === null ? from : content.end.line + 1;
        return { name: each.getName(), from, body: verbatim(lines.slice(from, to), from + 1) };
    });
}
function between(lines, start, end) {
    return lines.slice(start.line, end.line + 1).map((line, index, all) => {
        const to = index === all.length - 1 && end.character >= 0 ? end.character : line.length;
        return line.slice(index === 0 ? start.character : 0, to);
    });
}
const inJson = ['RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'COPY', 'ADD', 'VOLUME'];
function jsonOf(keyword, text) {
    if (!inJson.includes(keyword) || !text.trimStart().startsWith('['))
        return undefined;
    const value = (0,map/* jsonIn */.Yf)(text);
    return Array.isArray(value) && value.every(each => typeof each === 'string') ? value : undefined;
}
function ambiguousIn(instructions, lines, escapeChar) {
    const doubled = escapeChar === '\\' ? /\\\\[ \t]*$/ : /``[ \t]*$/;
    return instructions.flatMap(({ line, endLine, heredocs }) => {
        const verbatimFrom = heredocs.length === 0 ? endLine : (heredocs[0]?.body.lineAt(0) ?? endLine) - 1;
        const found = [];
        for (let at = line; at < verbatimFrom; at++)
            if (doubled.test(lines[at - 1] ?? ''))
                found.push(at);
        return found;
    });
}


/***/ }),

/***/ 10352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   ZL: () => (/* binding */ stagesOf),
/* harmony export */   ap: () => (/* binding */ stageNamed),
/* harmony export */   dR: () => (/* binding */ chainOf)
/* harmony export */ });
/* harmony import */ var _variables_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(63166);

function stagesOf(file, given) {
    const first = file.instructions.findIndex(each => each.keyword === 'FROM');
    if (first < 0)
        return [];
    const globals = argumentsOf(file.instructions.slice(0, first), file, given);
    const stages = [];
    file.instructions.forEach((from, start) => {
        if (from.keyword !== 'FROM' || from.onbuild)
            return;
        const rest = file.instructions.slice(start + 1);
        const next = rest.findIndex(each => each.keyword === 'FROM' && !each.onbuild);
        const instructions = next < 0 ? rest : rest.slice(0, next);
        const [written, as, name] = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .splitWords */ .yM)(from.body.text, file.escapeChar).map(({ text }) => text);
        const base = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(written ?? '', globals);
        const parent = stages.findLast(stage => stage.name !== undefined && stage.name === base?.toLowerCase());
        stages.push({
            index: stages.length,
            name: as?.toUpperCase() === 'AS' ? name?.toLowerCase() : undefined,
            from,
            written: written ?? '',
            base,
            parent,
            instructions,
            variables: variablesOf(instructions, file, { given, globals }, parent?.variables ?? {}),
            posix: isPosix(instructions, base ?? '', parent, file),
        });
    });
    return stages;
}
function targetOf(stages, target) {
    if (target === undefined)
        return stages.at(-1);
    const named = stages.find(stage => stage.name === target.toLowerCase());
    return named ?? (/^\d+$/.test(target) ? stages[Number(target)] : undefined);
}
function chainOf(stage) {
    return stage === undefined ? [] : [...chainOf(stage.parent), stage];
}
function stageNamed(stages, name, before) {
    return stages
        .slice(0, before)
        .findLast(stage => stage.name === name.toLowerCase() || String(stage.index) === name);
}
function argumentsOf(instructions, file, given) {
    let known = { ...given };
    for (const each of instructions) {
        if (each.keyword !== 'ARG')
            continue;
        for (const { name, value } of (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)(each, file.escapeChar)) {
            const set = (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(given, name) ?? (value === undefined ? undefined : (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value, known));
            if (set !== undefined)
                known = { ...known, [name]: set };
        }
    }
    return known;
}
function variablesOf(instructions, file, { given, globals }, inherited) {
    const known = { ...inherited };
    const environment = new Set();
    for (const each of instructions) {
        if (each.onbuild || (each.keyword !== 'ARG' && each.keyword !== 'ENV'))
            continue;
        for (const { name, value } of (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .pairsOf */ .fq)(each, file.escapeChar)) {
            if (each.keyword === 'ARG' && environment.has(name))
                continue;
            const own = value === undefined ? undefined : (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .expand */ .fT)(value, known);
            const set = each.keyword === 'ENV' ? own : ((0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(given, name) ?? own ?? (0,_variables_js__WEBPACK_IMPORTED_MODULE_0__/* .valueIn */ .xm)(globals, name));
            if (each.keyword === 'ENV')
                environment.add(name);
            if (set === undefined)
                delete known[name];
            else
                known[name] = set;
        }
    }
    return known;
}
const windowsShells = /(^|[\\/])(powershell|pwsh|cmd)(\.exe)?$/i;
function isPosix(instructions, base, parent, file) {
    const shell = instructions.findLast(each => each.keyword === 'SHELL' && !each.onbuild)?.json?.[0];
    if (shell !== undefined)
        return !windowsShells.test(shell);
    if (parent !== undefined)
        return parent.posix;
    return file.escapeChar === '\\' && !/\/windows(\/|servercore|:|$)|nanoserver|servercore/.test(base);
}


/***/ }),

/***/ 63166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d3: () => (/* binding */ platformVariables),
/* harmony export */   fT: () => (/* binding */ expand),
/* harmony export */   fq: () => (/* binding */ pairsOf),
/* harmony export */   xm: () => (/* binding */ valueIn),
/* harmony export */   yM: () => (/* binding */ splitWords)
/* harmony export */ });
function pairsOf({ keyword, body }, escapeChar) {
    const words = splitWords(body.text, escapeChar);
    const [first] = words;
    if (first === undefined)
        return [];
    const lineOf = (word) => body.lineAt(word.offset);
    if (keyword !== 'ARG' && !first.text.includes('=')) {
        const from = body.text.indexOf(first.text, first.offset) + first.text.length;
        return [{ name: first.text, value: body.text.slice(from).trim(), line: lineOf(first) }];
    }
    return words.map(word => {
        const equals = word.text.indexOf('=');
        return equals < 0
            ? { name: word.text, value: undefined, line: lineOf(word) }
            : { name: word.text.slice(0, equals), value: word.text.slice(equals + 1), line: lineOf(word) };
    });
}
function splitWords(text, escapeChar) {
    const words = [];
    let at = 0;
    while (at < text.length) {
        if (/\s/.test(text[at] ?? '')) {
            at += 1;
            continue;
        }
        const offset = at;
        let word = '';
        let quote = '';
        for (; at < text.length; at++) {
            const char = text[at] ?? '';
            if (quote === '' && /\s/.test(char))
                break;
            if (char === quote)
                quote = '';
            else if (quote === '' && (char === '"' || char === "'"))
                quote = char;
            else if (char === escapeChar && quote !== "'" && at + 1 < text.length) {
                at += 1;
                word += text[at];
            }
            else
                word += char;
        }
        words.push({ text: word, offset });
    }
    return words;
}
const valueIn = (variables, name) => Object.hasOwn(variables, name) ? variables[name] : undefined;
function expand(text, variables) {
    let known = true;
    const expanded = text.replace(/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^{}]*))?\}|(\{))/g, (_, plain, braced, operator, word = '') => {
        const name = plain ?? braced;
        if (name === undefined) {
            known = false;
            return '';
        }
        const value = valueIn(variables, name);
        const missing = value === undefined || (operator?.startsWith(':') === true && value === '');
        if (operator?.endsWith('+'))
            return missing ? '' : (expand(word, variables) ?? '');
        if (!missing)
            return value;
        if (operator?.endsWith('-')) {
            const usual = expand(word, variables);
            if (usual !== undefined)
                return usual;
        }
        known = false;
        return '';
    });
    return known ? expanded : undefined;
}
function platformVariables(target, build) {
    const of = (prefix, platform) => {
        const [os = '', architecture = '', variant = ''] = platform.split('/');
        return {
            [`${prefix}PLATFORM`]: platform,
            [`${prefix}OS`]: os,
            [`${prefix}ARCH`]: architecture,
            [`${prefix}VARIANT`]: variant,
        };
    };
    return { ...of('TARGET', target), ...of('BUILD', build) };
}


/***/ }),

/***/ 51774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ secretCommands),
/* harmony export */   _: () => (/* binding */ inFolder),
/* harmony export */   commandsOf: () => (/* binding */ commandsOf)
/* harmony export */ });
/* harmony import */ var _toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77119);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5231);


const inFolder = (folder, command) => folder === '.' ? command : `(cd ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)(folder)} && ${command})`;
function secretCommands({ name, keys, envFiles }, namespace) {
    const start = `kubectl create secret generic ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)(name)} --namespace ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)(namespace)}`;
    if (envFiles.length === 0)
        return [[start, ...keys.map(key => `--from-literal ${(0,_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r)(key)}=VALUE`)].join(' ')];
    return [
        `${start} --from-env-file FILE`,
        ...(keys.length === 0
            ? []
            : [`# FILE of Secret/${name} also holds the variables under \`environment\` in the compose file`]),
    ];
}
function commandsOf(applications, folder, written) {
    const added = [...new Set(written.map(path => (0,_repository_js__WEBPACK_IMPORTED_MODULE_0__.folderOf)(path) || path))].map(_toolkit_shell_word_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r).join(' ');
    const commit = `git add ${added} && git commit --message 'Release with Slipway' && git push`;
    const all = [
        ...applications.flatMap(({ first }) => first),
        ...applications.map(({ plan }) => plan),
        ...applications.flatMap(({ cluster }) => cluster.filter(each => !each.startsWith('#'))),
        ...applications.flatMap(({ cluster }) => cluster.filter(each => each.startsWith('#'))),
        ...(written.length === 0 ? [] : [inFolder(folder, commit)]),
        ...applications.map(({ doctor }) => doctor),
    ];
    return [...new Set(all)];
}


/***/ }),

/***/ 97363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ namesOf),
/* harmony export */   y: () => (/* binding */ placesOfManifests)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _cluster_kustomize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12055);
/* harmony import */ var _repository_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5231);



const aside = /(^|\/)(templates|charts|tests?|examples?|\.github|node_modules)\//;
const asideOfCharts = /(^|\/)(templates|tests?|examples?|\.github)\//;
const workloadIn = /^[ \t]*kind:[ \t]*["']?(Deployment|StatefulSet|DaemonSet)\b/m;
const namesOf = (environment) => environment === 'production' ? ['production', 'prod'] : [environment];
const namedOther = /^(prod|production|stag(e|ing)|dev|development|test|testing|qa|uat|preview|sandbox)$/;
function placesOfManifests({ paths, texts }, { app, environment }) {
    const names = namesOf(environment);
    const namedIn = (folder) => names.includes((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder))
        ? { named: 'ours' }
        : namedOther.test((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder))
            ? { named: 'other' }
            : {};
    const ranked = (files, wanted) => {
        const rank = (folder) => (wanted.indexOf((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder)) + wanted.length + 1) % (wanted.length + 1);
        return [...new Set(files.map(_repository_js__WEBPACK_IMPORTED_MODULE_2__.folderOf))].sort((a, b) => rank(a) - rank(b) || a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
    };
    const text = (path) => texts.get(path) ?? '';
    const overlays = paths.filter(path => _cluster_kustomize_js__WEBPACK_IMPORTED_MODULE_1__/* .kustomizations */ .r_.includes((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)) && !text(path).includes('kind: Component'));
    const built = new Set(overlays.map(_repository_js__WEBPACK_IMPORTED_MODULE_2__.folderOf));
    const isPlain = (path) => /\.(ya?ml|json)$/.test(path) && !aside.test(path) && !built.has((0,_repository_js__WEBPACK_IMPORTED_MODULE_2__.folderOf)(path));
    const plain = paths.filter(path => isPlain(path) && workloadIn.test(text(path)) && !text(path).includes('{{'));
    const charts = paths.filter(path => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path) === 'Chart.yaml' && !asideOfCharts.test(path));
    const isPart = (folder) => charts.map(_repository_js__WEBPACK_IMPORTED_MODULE_2__.folderOf).some(each => each !== folder && `${folder}/`.startsWith(each && `${each}/`));
    const whole = charts.filter(path => !isPart((0,_repository_js__WEBPACK_IMPORTED_MODULE_2__.folderOf)(path)) && !/^type: *library/m.test(text(path)));
    const found = [
        ...ranked(overlays, names).map(folder => ({
            folder,
            kind: 'kustomization',
            ...namedIn(folder),
            why: names.includes((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(folder))
                ? `The kustomization of ${environment}.`
                : 'A kustomization; none is named after the environment.',
        })),
        ...ranked(plain, names).map(folder => ({
            folder,
            kind: 'plain',
            why: 'The folder with the workloads.',
            ...namedIn(folder),
        })),
        ...ranked(whole, [app]).map(folder => ({ folder, kind: 'chart', why: 'A Helm chart' })),
    ];
    return found.sort((a, b) => Number(a.named === 'other') - Number(b.named === 'other'));
}


/***/ }),

/***/ 3299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  setUp: () => (/* binding */ setUp)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./.build/js/src/config/contents.js
var contents = __webpack_require__(74040);
// EXTERNAL MODULE: ./.build/js/src/config/load.js
var load = __webpack_require__(63114);
// EXTERNAL MODULE: ./.build/js/src/plan/coverage.js
var coverage = __webpack_require__(36931);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/toolkit/shell-word.js
var shell_word = __webpack_require__(77119);
// EXTERNAL MODULE: ./.build/js/src/workloads/chart-hooks.js
var chart_hooks = __webpack_require__(89389);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/parse.js + 1 modules
var parse = __webpack_require__(57264);
// EXTERNAL MODULE: ./.build/js/src/policy/dockerfile/stages.js
var stages = __webpack_require__(10352);
// EXTERNAL MODULE: ./.build/js/src/setup/compose.js
var compose = __webpack_require__(31623);
// EXTERNAL MODULE: ./.build/js/src/setup/images.js
var setup_images = __webpack_require__(61921);
;// CONCATENATED MODULE: ./.build/js/src/setup/stack.js
const majorIn = (text, fallback) => Number(/\d+/.exec(text ?? '')?.[0] ?? fallback);
const minorIn = (text, fallback) => /\d{1,4}\.\d+/.exec(text ?? '')?.[0] ?? fallback;
const procfileOf = ({ texts }) => /^web:\s*(.+)$/m.exec(texts.get('Procfile') ?? '')?.[1]?.trim();
const firstOf = ({ paths }, ...names) => names.find(name => paths.includes(name));
const isTest = (path) => /(^|\/)(tests?|spec|__tests__|docs?|examples?)\/|[._]test\./.test(path);
const ports = [
    /^[ \t]*server\.port[ \t]*[=:][ \t]*(?:\$\{\w+:)?(\d{2,5})\b/m,
    /^server:[ \t\r]*\n(?:[ \t].*\n|\r?\n){0,50}?[ \t]+port:[ \t]*(?:\$\{\w+:)?(\d{2,5})\b/m,
    /\bPORT\b(?!["']\s{0,9}:)\D{0,12}(?!(?:1433|1521|3306|5432|6379|27017)\b)(\d{4,5})\b/,
    /\.listen\(\s*(\d{2,5})\b/,
    /(?:ListenAndServe(?:TLS)?|Listen|Run|Start)\(\s*"[\w.]*:(\d{2,5})"/,
    /\bAddr:\s*"[\w.]*:(\d{2,5})"/,
    /Server\(\s*\(\s*["'][\w.]*["'],\s*(\d{2,5})\s*\)/,
    /\.run\([^)]{0,100}\bport\s*=\s*(\d{2,5})\b/,
];
const source = /\.([cm]?[jt]sx?|py|go|rb|java|kt|rs|php|cs|properties)$|(^|\/)application\.ya?ml$/;
function portIn({ texts }) {
    const read = [...texts].filter(([path]) => source.test(path) && !isTest(path)).map(([, text]) => text);
    const found = ports
        .flatMap(each => read.flatMap(text => each.exec(text)?.[1] ?? []))
        .map(Number)
        .find(port => port < 65536);
    return {
        port: found,
        variable: read.some(text => /env\w{0,20}(?:\W{1,4}|\.get\W{1,3})PORT\b/i.test(text)),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/setup/compiled.js




function goStack({ paths, texts, name }) {
    const module = texts.get('go.mod');
    if (module === undefined)
        return undefined;
    const programs = [...texts]
        .filter(([path, text]) => path.endsWith('.go') &&
        /^package main\b/m.test(text) &&
        /^func main\(/m.test(text) &&
        !/^\/\/(go:build| ?\+build) ignore\b/m.test(text))
        .map(([path]) => (path.includes('/') ? `./${path.slice(0, path.lastIndexOf('/'))}` : '.'));
    const mains = [...new Set(programs)];
    const main = mains.find(each => each === '.' || each.endsWith(`/${(0,external_node_path_.basename)(name)}`)) ??
        mains.find(each => /\/(server|api|web|app)$/.test(each)) ??
        mains[0] ??
        '.';
    const [wanted = 0] = /^go 1\.(\d+)/m.exec(module)?.slice(1).map(Number) ?? [];
    const version = `1.${Math.max(wanted, 25)}`;
    const locked = paths.includes('go.sum');
    return {
        port: 8080,
        language: { name: 'Go', version },
        ...(paths.some(path => path.endsWith('_test.go')) && { test: { run: 'go test ./...' } }),
        dockerfile: `FROM golang:${version} AS build
WORKDIR /src
COPY go.mod ${locked ? 'go.sum ' : ''}./
${locked ? 'RUN go mod download\n' : ''}COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /out/app ${(0,shell_word/* shellWord */.r)(main)}

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /out/app /app
USER 65532
ENTRYPOINT ["/app"]`,
        user: 65532,
        ignored: [],
        notes: (0,map/* textsIn */.Ej)([
            module.includes('mattn/go-sqlite3') &&
                'go-sqlite3 needs CGO: build with CGO_ENABLED=1, and on gcr.io/distroless/base-debian12:nonroot',
            mains.length > 1 &&
                `the Dockerfile builds ${main}, one of the programs ${mains.join(', ')}: if another one serves requests, name it in the Dockerfile`,
        ]),
        first: !locked && /^[ \t]*require/m.test(module) ? ['go mod tidy'] : [],
    };
}
function rustStack({ paths, texts }) {
    const manifest = texts.get('Cargo.toml');
    if (manifest === undefined)
        return undefined;
    const program = /^name\s*=\s*"([\w-]+)"/m.exec(manifest)?.[1] ?? 'app';
    const isOnlyWorkspace = /^\[workspace\b/m.test(manifest) && !/^\[package\]/m.test(manifest);
    const tests = paths.some(path => path.startsWith('tests/')) ||
        [...texts.values()].some(text => text.includes('#[test]'));
    return {
        port: 8080,
        ...(tests && { test: { run: 'cargo test --locked' } }),
        dockerfile: `FROM rust:1-bookworm AS build
WORKDIR /src
# Cargo needs the sources to read the lock file, so both are copied.
COPY Cargo.toml Cargo.lock ./
COPY . .
RUN cargo build --release --locked

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /src/target/release/${program} /app
USER 65532
ENTRYPOINT ["/app"]`,
        user: 65532,
        ignored: ['target'],
        first: paths.includes('Cargo.lock') ? [] : ['cargo generate-lockfile'],
        notes: (0,map/* textsIn */.Ej)([
            isOnlyWorkspace &&
                `Cargo.toml is a workspace without a package: name its program instead of ${program} in the Dockerfile`,
        ]),
    };
}
function javaStack(sources) {
    const { paths, texts } = sources;
    const pom = texts.get('pom.xml');
    const script = firstOf(sources, 'build.gradle.kts', 'build.gradle');
    if (pom === undefined && script === undefined)
        return undefined;
    const text = pom ?? texts.get(script ?? '') ?? '';
    const version = majorIn((/<(?:java\.version|maven\.compiler\.(?:release|target|source)|release)>\s*(\d[\d.]*)/.exec(text)?.[1] ??
        /(?:languageVersion\D{0,40}|sourceCompatibility\D{0,40}|jvmToolchain\()((?:1[._])?\d+)/.exec(text)?.[1])?.replace(/^1[._](?=\d)/, ''), 21);
    const tests = paths.some(path => path.startsWith('src/test/'));
    const wrapped = paths.includes(pom === undefined ? 'gradlew' : 'mvnw');
    const maven = wrapped ? './mvnw' : 'mvn';
    const gradle = wrapped ? './gradlew' : 'gradle';
    const settings = paths.filter(path => /^(settings\.gradle(\.kts)?|gradle\.(lockfile|properties))$/.test(path));
    const jar = text.includes('org.springframework.boot') ? 'bootJar' : 'jar';
    const build = pom !== undefined
        ? `FROM maven:3.9-eclipse-temurin-${version} AS build
WORKDIR /src
COPY pom.xml ./
RUN mvn --batch-mode dependency:go-offline
COPY src ./src
RUN mvn --batch-mode package -DskipTests`
        : `FROM ${wrapped ? `eclipse-temurin:${version}-jdk` : `gradle:8-jdk${version}`} AS build
WORKDIR /src
COPY ${[...(wrapped ? ['gradlew'] : []), ...settings, script].join(' ')} ./
${wrapped ? 'COPY gradle ./gradle\n' : ''}RUN ${gradle} --no-daemon dependencies
COPY src ./src
RUN ${gradle} --no-daemon ${jar}`;
    const reports = pom === undefined ? 'build/test-results/test/*.xml' : 'target/surefire-reports/*.xml';
    return {
        port: 8080,
        language: { name: 'Java', version: String(version) },
        ...(tests && {
            test: { run: pom === undefined ? `${gradle} test` : `${maven} --batch-mode test`, junit: reports },
        }),
        dockerfile: `${build}

FROM eclipse-temurin:${version}-jre
WORKDIR /app
# Exactly one JAR: name it if the build makes more.
COPY --from=build /src/${pom === undefined ? 'build/libs' : 'target'}/*.jar ./app.jar
USER 10001
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "app.jar"]`,
        user: 10001,
        ignored: ['target', 'build', '.gradle'],
        notes: (pom === undefined ? /^[ \t]*include[ \t]*\(?["']/m : /<modules>/).test(pom ?? settings.map(each => texts.get(each) ?? '').join('\n'))
            ? ['the build has several modules: copy them, and name the JAR of the application, in the Dockerfile']
            : [],
    };
}
const copyOf = (sources, target) => `COPY ${JSON.stringify([...sources, target])}\n`;
function dotnetStack({ paths, texts }) {
    const projects = [...texts].filter(([path]) => path.endsWith('.csproj'));
    const web = projects.find(([, text]) => text.includes('Microsoft.NET.Sdk.Web'));
    const [path, text] = web ?? projects.find(([, each]) => !each.includes('Microsoft.NET.Test.Sdk')) ?? [];
    if (path === undefined || text === undefined)
        return undefined;
    const version = minorIn(/net\d+\.\d+/.exec(`${text}${texts.get('Directory.Build.props') ?? ''}`)?.[0], '10.0');
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const program = path.slice(folder.length, -'.csproj'.length);
    const lock = `${folder}packages.lock.json`;
    const locked = paths.includes(lock);
    const shared = paths.filter(each => /^(Directory\.(Packages|Build)\.(props|targets)|nuget\.config|global\.json)$/i.test(each));
    const copied = [path, ...(locked ? [lock] : [])];
    const copies = text.includes('<ProjectReference')
        ? 'COPY . .\n'
        : `${shared.length === 0 ? '' : copyOf(shared, './')}${copyOf(copied, `./${folder}`)}`;
    return {
        port: 8080,
        ...(projects.some(([, each]) => each.includes('Microsoft.NET.Test.Sdk')) && {
            test: { run: 'dotnet test' },
        }),
        dockerfile: `FROM mcr.microsoft.com/dotnet/sdk:${version} AS build
WORKDIR /src
${copies}RUN dotnet restore ${(0,shell_word/* shellWord */.r)(path)}${locked ? ' --locked-mode' : ''}
${text.includes('<ProjectReference') ? '' : 'COPY . .\n'}RUN dotnet publish ${(0,shell_word/* shellWord */.r)(path)} --configuration Release --no-restore --output /out

FROM mcr.microsoft.com/dotnet/aspnet:${version}
WORKDIR /app
COPY --from=build /out ./
USER 1654
ENTRYPOINT ["dotnet", ${JSON.stringify(`${program}.dll`)}]`,
        user: 1654,
        ignored: ['**/bin', '**/obj'],
    };
}

// EXTERNAL MODULE: ./.build/js/src/setup/quoting.js
var quoting = __webpack_require__(18072);
;// CONCATENATED MODULE: ./.build/js/src/setup/interpreted.js




function pythonStack(sources, bare = false) {
    const { paths, texts } = sources;
    const { list, unlocked, unread, wanted } = packagesOf(sources);
    const start = pythonStart(sources, wanted);
    const isProgram = start !== undefined && (unread !== undefined || pythonProgram(sources) !== undefined);
    const namesPackages = unread === 'Pipfile' || (isProgram && unread?.startsWith('requirements/') === true);
    if (list === undefined && !namesPackages && !(bare && isProgram))
        return undefined;
    const project = texts.get('pyproject.toml') ?? '';
    const version = texts.get('.python-version') ?? /requires-python.*|^python\s*=.*/m.exec(project)?.[0];
    const minor = minorIn(version, '3.13');
    const installed = list === 'poetry.lock' && /^3\.[0-8]$/.test(minor) ? '3.9' : minor;
    const base = `python:${installed}-slim`;
    const source = paths.some(path => /^src\/.*\.py$/.test(path)) ? ' PYTHONPATH=/app/src' : '';
    const tests = paths.some(path => /(^|\/)(test_[^/]+|[^/]+_test)\.py$/.test(path));
    const { copied, lines, run } = installs[list ?? ''] ?? noPackages;
    return {
        port: 8000,
        language: { name: 'Python', version: installed },
        ...(tests && {
            test: { run: `${run} -m pytest --junitxml=reports/junit.xml`, junit: 'reports/*.xml' },
        }),
        dockerfile: [
            `FROM ${base} AS build`,
            'WORKDIR /app',
            ...lines.slice(0, -1),
            ...(copied.length === 0 ? [] : [`COPY ${copied.join(' ')} ./`]),
            ...lines.slice(-1),
            '',
            `FROM ${base}`,
            `ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1${source}`,
            'WORKDIR /app',
            'COPY --from=build /app/.venv ./.venv',
            'COPY . .',
            'USER 10001',
            `CMD ${(0,quoting/* commandOf */.Nl)(start ?? 'python main.py')}`,
        ].join('\n'),
        user: 10001,
        ignored: ['.venv', 'venv', '**/__pycache__', '**/*.pyc', '.pytest_cache'],
        first: unlocked ? ['poetry lock'] : [],
        notes: (0,map/* textsIn */.Ej)([
            start === undefined && 'no web server was found in the sources: correct CMD in the Dockerfile',
            / runserver | run /.test(start ?? '') &&
                'the server of the framework is for development: add gunicorn to the dependencies, and to CMD in the Dockerfile',
            unread &&
                `the Dockerfile installs no packages, because init does not read ${unread}: install them there`,
        ]),
    };
}
function packagesOf(sources) {
    const { paths, texts } = sources;
    const project = texts.get('pyproject.toml') ?? '';
    const found = firstOf(sources, 'uv.lock', 'poetry.lock', 'requirements.txt', 'pyproject.toml');
    const isEmpty = found === undefined || (found === 'pyproject.toml' && !/^dependencies\s*=/m.test(project));
    const unlocked = isEmpty && /^\[tool\.poetry\.dependencies\]/m.test(project);
    const files = paths.filter(path => /^requirements\/[^/]+\.(txt|in)$/.test(path));
    const other = firstOf(sources, 'Pipfile') ?? files[0] ?? firstOf(sources, 'setup.py');
    return {
        list: unlocked ? 'poetry.lock' : found,
        unlocked,
        unread: isEmpty && !unlocked ? other : undefined,
        wanted: [project, ...['requirements.txt', ...files].map(file => texts.get(file) ?? '')].join('\n'),
    };
}
const onRunner = (what) => `python3 -m venv .venv && .venv/bin/pip install ${what === '' ? '' : `${what} `}pytest && .venv/bin/python`;
const listed = `.venv/bin/pip install --no-cache-dir tomli==2.0.1 && .venv/bin/python -c "import tomli; print(*tomli.load(open('pyproject.toml', 'rb')).get('project', {}).get('dependencies', []), sep=chr(10))" > .venv/packages.txt && .venv/bin/pip install --no-cache-dir --requirement .venv/packages.txt`;
const makeVenv = 'RUN python -m venv .venv';
const installs = {
    'uv.lock': {
        copied: ['pyproject.toml', 'uv.lock'],
        lines: [
            'COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /usr/local/bin/uv',
            'RUN uv sync --locked --no-dev --no-install-project',
        ],
        run: 'pipx run uv run --locked python',
    },
    'poetry.lock': {
        copied: ['pyproject.toml', 'poetry.lock'],
        lines: [
            'ENV POETRY_VIRTUALENVS_IN_PROJECT=true',
            'RUN pip install --no-cache-dir poetry==2.2.1',
            'RUN poetry install --only main --no-root --no-interaction',
        ],
        run: 'pipx run poetry install && pipx run poetry run python',
    },
    'requirements.txt': {
        copied: ['requirements.txt'],
        lines: [makeVenv, 'RUN .venv/bin/pip install --no-cache-dir --requirement requirements.txt'],
        run: onRunner('--requirement requirements.txt'),
    },
    'pyproject.toml': {
        copied: ['pyproject.toml'],
        lines: [makeVenv, `RUN ${listed}`],
        run: `python3 -m venv .venv && ${listed} pytest && .venv/bin/python`,
    },
};
const noPackages = { copied: [], lines: [makeVenv], run: onRunner('') };
function pythonProgram(sources) {
    const root = firstOf(sources, 'main.py', 'app.py', 'server.py');
    if (root !== undefined)
        return `python ${(0,shell_word/* shellWord */.r)(root)}`;
    const inPackage = sources.paths.find(path => /^\w+\/(main|app|server|__main__)\.py$/.test(path));
    if (inPackage === undefined)
        return undefined;
    return `python -m ${inPackage.slice(0, -3).replace('/__main__', '').replace('/', '.')}`;
}
function pythonStart(sources, wanted) {
    const declared = procfileOf(sources);
    if (declared !== undefined)
        return declared;
    const { texts, paths } = sources;
    const has = (name) => new RegExp(`\\b${name}\\b`, 'i').test(wanted);
    const moduleOf = (path) => (paths.includes('src/__init__.py') ? path : path.replace(/^src\/(?=\w+\/)/, ''))
        .slice(0, -3)
        .replace(/\/__init__$/, '')
        .replaceAll('/', '.');
    const creating = (call) => {
        for (const [path, text] of texts) {
            const name = new RegExp(`^(\\w+)[ \\t]*(?::[^=\\n]+)?=\\s*${call}\\(`, 'm').exec(text)?.[1];
            if (path.endsWith('.py') && name !== undefined && !/test/.test(path))
                return `${moduleOf(path)}:${name}`;
        }
        return undefined;
    };
    const django = paths.find(path => /^[^/]+\/wsgi\.py$/.test(path));
    if (django !== undefined && has('gunicorn'))
        return `gunicorn ${django.split('/')[0]}.wsgi --bind 0.0.0.0:8000`;
    if (django !== undefined && sources.paths.includes('manage.py'))
        return 'python manage.py runserver 0.0.0.0:8000';
    const fast = creating('(?:FastAPI|Starlette)');
    if (fast !== undefined)
        return `uvicorn ${fast} --host 0.0.0.0 --port 8000`;
    const flask = creating('Flask');
    if (flask !== undefined)
        return has('gunicorn')
            ? `gunicorn ${flask} --bind 0.0.0.0:8000`
            : `flask --app ${flask} run --host 0.0.0.0 --port 8000`;
    return pythonProgram(sources);
}
function rubyStack(sources) {
    const { paths, texts } = sources;
    if (!paths.includes('Gemfile'))
        return undefined;
    const wanted = texts.get('.ruby-version') ?? /^ruby\b.*/m.exec(texts.get('Gemfile') ?? '')?.[0] ?? '';
    const version = /[~<>]/.test(wanted)
        ? minorIn(wanted, '3.4')
        : (/\d+\.\d+(?:\.\d+)?/.exec(wanted)?.[0] ?? '3.4');
    const rails = paths.includes('config/application.rb');
    const start = procfileOf(sources) ??
        (rails
            ? 'bundle exec rails server --binding 0.0.0.0 --port 3000'
            : 'bundle exec rackup --host 0.0.0.0 --port 3000');
    const program = paths.some(path => path.startsWith('spec/')) ? 'rspec' : 'rake test';
    return {
        port: 3000,
        ...(paths.some(path => /^(spec|test)\//.test(path)) && {
            test: { run: `bundle install && bundle exec ${program}` },
        }),
        dockerfile: `FROM ruby:${version} AS build
ENV BUNDLE_DEPLOYMENT=true BUNDLE_WITHOUT=development:test BUNDLE_PATH=/bundle
WORKDIR /app
COPY Gemfile Gemfile.lock ./
RUN bundle install

FROM ruby:${version}-slim
ENV BUNDLE_DEPLOYMENT=true BUNDLE_WITHOUT=development:test BUNDLE_PATH=/bundle${rails ? ' RAILS_ENV=production RAILS_LOG_TO_STDOUT=1' : ''}
WORKDIR /app
COPY --from=build /bundle /bundle
COPY --chown=10001 . .
USER 10001
CMD ${(0,quoting/* commandOf */.Nl)(start)}`,
        user: 10001,
        writes: true,
        ignored: ['log', 'tmp', 'vendor/bundle'],
        first: paths.includes('Gemfile.lock') ? [] : ['bundle lock'],
        notes: (0,map/* textsIn */.Ej)([
            rails && 'assets are not compiled: add `rails assets:precompile` to the Dockerfile if there are any',
            'gems that need a system library, such as pg, need its package in the last stage of the Dockerfile',
        ]),
    };
}
function phpStack(sources) {
    const { paths, texts } = sources;
    const manifest = texts.get('composer.json');
    if (manifest === undefined)
        return undefined;
    const wanted = minorIn(/"php"\s*:\s*"[^"]*"/.exec(manifest)?.[0], '8.4');
    const version = Number(wanted) < 8.2 ? '8.2' : wanted;
    const locked = paths.includes('composer.lock');
    return {
        port: 8080,
        ...(firstOf(sources, 'phpunit.xml', 'phpunit.xml.dist') && {
            test: { run: 'composer install && vendor/bin/phpunit' },
        }),
        dockerfile: `FROM composer:2 AS build
WORKDIR /app
COPY composer.json composer.lock ./
RUN composer install --no-dev --no-scripts --no-autoloader --ignore-platform-reqs
COPY . .
RUN composer dump-autoload --no-dev --optimize

FROM dunglas/frankenphp:1-php${version}
# Its program may not have privileges that the container is denied.
RUN setcap -r /usr/local/bin/frankenphp
ENV SERVER_NAME=:8080 XDG_CONFIG_HOME=/tmp/config XDG_DATA_HOME=/tmp/data
WORKDIR /app
COPY --from=build --chown=10001 /app ./
USER 10001`,
        user: 10001,
        writes: true,
        ignored: ['vendor'],
        first: locked ? [] : ['composer update'],
        notes: (0,map/* textsIn */.Ej)([
            'the web server serves the folder public/; correct the Dockerfile if yours has another name',
            version !== wanted &&
                `FrankenPHP has no image for PHP ${wanted}: the Dockerfile has PHP ${version}, so test with it`,
        ]),
    };
}

;// CONCATENATED MODULE: ./.build/js/src/setup/node.js




function nodeStack(sources) {
    const text = sources.texts.get('package.json');
    if (text === undefined)
        return undefined;
    const manifest = (0,map/* jsonMap */.vM)(text) ?? {};
    const scripts = (0,map/* textMap */.sP)(manifest.scripts);
    const version = sources.texts.get('.nvmrc') ?? (0,map/* textMap */.sP)(manifest.engines).node;
    const major = nodeIn(version);
    const base = `node:${major}${major === 20 || major === 22 || major >= 24 ? '-trixie' : ''}-slim`;
    const tool = toolOf(sources, manifest, major);
    const start = startOf(sources, scripts, manifest);
    const tests = scripts.test !== undefined && !scripts.test.includes('no test specified');
    const build = scripts.build === undefined ? [] : [`RUN ${tool.program} run build`];
    const prune = tool.prune === undefined ? [] : [`RUN ${tool.prune}`];
    const parts = manifest.workspaces !== undefined || sources.paths.includes('pnpm-workspace.yaml');
    const needsAll = parts || ['preinstall', 'install', 'postinstall', 'prepare'].some(each => scripts[each] !== undefined);
    const removed = tool.prune === undefined ? undefined : developmentProgram(start ?? '', manifest);
    return {
        port: portIn(sources).port ?? 3000,
        language: { name: 'Node.js', version: String(major) },
        ...(tests && {
            test: { run: [...tool.prepare, tool.install, `${tool.program} test`].filter(Boolean).join(' && ') },
        }),
        dockerfile: [
            `FROM ${base} AS build`,
            'WORKDIR /app',
            ...tool.prepare.map(each => `RUN ${each}`),
            ...(tool.pnp ? ['ENV YARN_NODE_LINKER=node-modules'] : []),
            ...(needsAll ? ['COPY . .'] : [`COPY ${['package.json', ...tool.files].join(' ')} ./`]),
            ...(!needsAll && tool.folder ? [`COPY ${tool.folder} ./${tool.folder}`] : []),
            ...(tool.install === '' ? [] : [`RUN ${tool.install}`]),
            ...(needsAll ? [] : ['COPY . .']),
            ...build,
            ...prune,
            '',
            `FROM ${base}`,
            'ENV NODE_ENV=production PATH=/app/node_modules/.bin:$PATH',
            'WORKDIR /app',
            'COPY --from=build /app ./',
            'USER 1000',
            `CMD ${(0,quoting/* commandOf */.Nl)(start ?? 'node server.js')}`,
        ].join('\n'),
        user: 1000,
        ignored: [
            ...['**/node_modules', 'coverage', ...(build.length === 0 ? [] : ['dist'])],
            ...(tool.pnp ? ['.pnp.*', '.yarn/install-state.gz', '.yarn/unplugged'] : []),
        ],
        first: tool.first,
        notes: (0,map/* textsIn */.Ej)([
            start === undefined &&
                'package.json has neither a script `start` nor `main`: correct CMD in the Dockerfile',
            /\b(pnpm|yarn)\b/.test(start ?? '') &&
                'the image starts without pnpm and yarn: name the program itself in CMD of the Dockerfile',
            parts &&
                'the repository has workspaces, and the Dockerfile builds and starts what the package.json at its root says: name the workspace in both commands if that does not release it',
            tool.pnp &&
                "the Dockerfile installs node_modules instead of yarn's Plug'n'Play, because the image runs without yarn: test that the application runs with `nodeLinker: node-modules`",
            removed &&
                `the image starts with ${removed}, but has no devDependencies: name the built program in CMD of the Dockerfile, or move ${removed} to \`dependencies\``,
        ]),
    };
}
const node_packages = {
    nest: '@nestjs/cli',
    ng: '@angular/cli',
    tsc: 'typescript',
    'vue-cli-service': '@vue/cli-service',
};
function developmentProgram(start, { dependencies, devDependencies }) {
    const [needed, only] = [(0,map/* textMap */.sP)(dependencies), (0,map/* textMap */.sP)(devDependencies)];
    return (0,quoting/* wordsOf */.Z9)(start)
        .flatMap(word => [node_packages[word] ?? word, word.replace(/^--\w+=/, '').split('/')[0] ?? ''])
        .find(each => only[each] !== undefined && needed[each] === undefined);
}
const named = { hydrogen: 18, iron: 20, jod: 22, krypton: 24 };
function nodeIn(range = '') {
    const code = named[/^lts\/(\w+)/.exec(range.trim().toLowerCase())?.[1] ?? ''];
    const allowed = (major) => range.split('||').some(part => {
        const [, from, to] = /(\d+)[\d.]*\s+-\s+(\d+)/.exec(part) ?? [];
        const least = Number(from ?? />=?\s*v?(\d+)/.exec(part)?.[1] ?? 0);
        const [, equal, end] = /<(=?)\s*v?(\d+)/.exec(part) ?? [];
        const most = Number(to ?? end ?? 99) - (equal === '' ? 1 : 0);
        return /[<>]|\s-\s/.test(part) ? major >= least && major <= most : majorIn(part, major) === major;
    });
    return code ?? [24, 22, 20, 18].find(allowed) ?? majorIn(range, 24);
}
function toolOf(sources, manifest, major) {
    const none = [];
    const npm = { pnp: false, folder: undefined };
    const install = major < 25 ? [] : ['npm install --global --force corepack@0.36.0'];
    const corepack = { ...npm, prepare: [...install, 'corepack enable'], first: none };
    if (sources.paths.includes('pnpm-lock.yaml'))
        return {
            ...corepack,
            program: 'pnpm',
            install: 'pnpm install --frozen-lockfile',
            prune: 'CI=true pnpm prune --prod',
            files: ['pnpm-lock.yaml', ...(firstOf(sources, 'pnpm-workspace.yaml') ? ['pnpm-workspace.yaml'] : [])],
        };
    if (sources.paths.includes('yarn.lock')) {
        const settings = firstOf(sources, '.yarnrc.yml');
        const modern = settings !== undefined || /^yarn@([2-9]|\d\d)/.test(String(manifest.packageManager));
        const linker = /^nodeLinker: *["']?([\w-]+)/m.exec(sources.texts.get('.yarnrc.yml') ?? '')?.[1] ?? 'pnp';
        return {
            ...corepack,
            pnp: modern && linker === 'pnp',
            folder: sources.paths.some(path => path.startsWith('.yarn/')) ? '.yarn' : undefined,
            program: 'yarn',
            prune: undefined,
            install: `yarn install ${modern ? '--immutable' : '--frozen-lockfile'}`,
            files: ['yarn.lock', ...(settings === undefined ? [] : [settings])],
        };
    }
    const locked = sources.paths.includes('package-lock.json');
    const installs = locked || (0,map/* isMap */.jh)(manifest.dependencies) || (0,map/* isMap */.jh)(manifest.devDependencies);
    return {
        ...npm,
        program: 'npm',
        prepare: none,
        install: installs ? 'npm ci' : '',
        prune: installs ? 'npm prune --omit=dev' : undefined,
        files: installs ? ['package-lock.json'] : none,
        first: installs && !locked ? ['npm install --package-lock-only'] : none,
    };
}
function startOf(sources, scripts, { main }) {
    const declared = procfileOf(sources) ?? scripts['start:prod'] ?? scripts.start;
    const called = /\b(?:npm|pnpm|yarn)(?: run)? ([\w:.-]+)(?=\s*(?:$|&&|;))/g;
    const unfold = (line) => line.replace(called, (all, name) => scripts[name] ?? all);
    if (declared !== undefined)
        return unfold(unfold(declared)).replace(/\b(?:npx|(?:pnpm|yarn) exec) (?!-)/g, '');
    const file = typeof main === 'string'
        ? main
        : firstOf(sources, 'server.js', 'index.js', 'app.js', 'src/server.js', 'src/index.js', 'src/main.ts');
    return file === undefined ? undefined : `node ${(0,shell_word/* shellWord */.r)(file)}`;
}

;// CONCATENATED MODULE: ./.build/js/src/setup/language.js




const stacks = [
    ...[goStack, rustStack, javaStack],
    sources => (sources.paths.some(path => atRoot.test(path)) ? dotnetStack(sources) : undefined),
    ...[pythonStack, rubyStack, phpStack, nodeStack, dotnetStack],
    sources => pythonStack(sources, true),
];
const atRoot = /^[^/]+\.(slnx?|csproj|props)$/;
function stackOf(sources) {
    return stacks
        .values()
        .map(stack => stack(sources))
        .find(found => found !== undefined);
}
function sourcesIn(repository, folder) {
    if (folder === '' || folder === '.')
        return repository;
    const inside = (path) => path.startsWith(`${folder}/`);
    const relative = (path) => path.slice(folder.length + 1);
    return {
        name: (0,external_node_path_.basename)(folder),
        paths: repository.paths.filter(inside).map(relative),
        texts: new Map([...repository.texts].filter(([path]) => inside(path)).map(([path, text]) => [relative(path), text])),
    };
}
const quotedPath = /["'`](\/(?:[\w-]+\/){0,3}(?:readyz?|readiness|healthz?|health-?check|livez?|liveness|up|ping)\/?)["'`]/g;
const ranks = [/read/, /health/, /up$/, /ping/, /live/];
const prefixed = /router|blueprint|\bbp\b|group|mapping/i;
function healthPathOf({ texts }) {
    const found = [...texts].flatMap(([path, text]) => /\.(ya?ml|json|xml)$/.test(path) || /(^|\/)(tests?|spec)\//.test(path)
        ? []
        : text
            .split('\n')
            .filter(line => !prefixed.test(line))
            .flatMap(line => [...line.matchAll(quotedPath)].map(match => match[1] ?? '')));
    const all = [...texts.values()];
    if (all.some(text => text.includes('spring-boot-starter-actuator')))
        found.push('/actuator/health/readiness');
    if (all.some(text => text.includes('rails/health#show')))
        found.push('/up');
    const rankOf = (path) => ranks.findIndex(rank => rank.test(path));
    return found.sort((a, b) => rankOf(a) - rankOf(b))[0];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./.build/js/src/cluster/labels.js
var cluster_labels = __webpack_require__(75181);
;// CONCATENATED MODULE: ./.build/js/src/setup/objects.js



function manifestsFor(app) {
    const { name, port, host, gateway, scraped } = app;
    const [inNamespace = '', gatewayName = ''] = gateway.split('/');
    const selector = { matchLabels: { app: name } };
    const files = new Map();
    const write = (file, comment, object) => files.set(file, `# ${comment}\n${(0,dist/* stringify */.As)(object, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' })}`);
    const add = (file, comment, apiVersion, kind, spec) => write(file, comment, { apiVersion, kind, metadata: { name, labels: { app: name } }, spec });
    write('deployment.yaml', 'The image has neither tag nor digest: each release sets its digest. Measure before you lower the resources.', deploymentOf(app));
    add('service.yaml', 'What sends requests to the pods.', 'v1', 'Service', {
        selector: { app: name },
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    });
    add('disruption.yaml', 'Draining nodes takes one pod at a time.', 'policy/v1', 'PodDisruptionBudget', {
        maxUnavailable: 1,
        selector,
    });
    const cpu = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } };
    add('autoscaler.yaml', 'Controls the number of pods. `replicas` of the Deployment applies only to the first release.', 'autoscaling/v2', 'HorizontalPodAutoscaler', {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: 3,
        maxReplicas: 10,
        metrics: [{ type: 'Resource', resource: cpu }],
    });
    add('network-policy.yaml', 'Only this port can be reached. Add `from` where you know who may reach it.', 'networking.k8s.io/v1', 'NetworkPolicy', { podSelector: selector, policyTypes: ['Ingress'], ingress: [{ ports: [{ port }] }] });
    for (const worker of app.workers)
        write(`worker-${worker.name}.yaml`, 'A worker: it gets no requests.', workerOf(worker, app.secret));
    if (host !== '')
        add('route.yaml', 'What the Gateway sends to the Service.', 'gateway.networking.k8s.io/v1', 'HTTPRoute', {
            parentRefs: [{ name: gatewayName, namespace: inNamespace }],
            hostnames: [host],
            rules: [{ backendRefs: [{ name, port: 80 }] }],
        });
    if (scraped)
        add('monitor.yaml', 'What Prometheus scrapes; its operator must be in the cluster.', 'monitoring.coreos.com/v1', 'ServiceMonitor', { selector, endpoints: [{ port: 'http', path: '/metrics' }] });
    return files;
}
function deploymentOf(app) {
    const { name, port, path } = app;
    const probe = path === undefined ? { tcpSocket: { port: 'http' } } : { httpGet: { path, port: 'http' } };
    const container = {
        ...argsOf(app.command),
        ports: [{ name: 'http', containerPort: port }],
        env: [{ name: 'PORT', value: String(port) }],
        ...variablesOf(app.secret),
        startupProbe: { ...probe, periodSeconds: 2, failureThreshold: 60 },
        readinessProbe: { ...probe, periodSeconds: 2, failureThreshold: 3 },
        livenessProbe: { tcpSocket: { port: 'http' }, periodSeconds: 10 },
        lifecycle: { preStop: { sleep: { seconds: 5 } } },
    };
    return workload(app.security, name, { name, image: app.image, ...container }, 3);
}
function workerOf({ name, image, security, command }, secret) {
    return workload(security, name, { name, image, ...argsOf(command), ...variablesOf(secret) }, 2);
}
const argsOf = (command) => command === undefined ? {} : { args: typeof command === 'string' ? (0,quoting/* wordsOf */.Z9)(command) : command };
const variablesOf = (secret) => secret === undefined ? {} : { envFrom: [{ secretRef: { name: secret, optional: true } }] };
function workload({ user, readOnly }, name, container, replicas) {
    const labels = { app: name };
    const hardened = {
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } },
        securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: readOnly,
            ...(user.runAsNonRoot && { capabilities: { drop: ['ALL'] } }),
        },
        volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
    };
    return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name, labels },
        spec: {
            replicas,
            selector: { matchLabels: labels },
            strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
            template: {
                metadata: { labels },
                spec: {
                    automountServiceAccountToken: false,
                    topologySpreadConstraints: [
                        {
                            maxSkew: 1,
                            topologyKey: cluster_labels/* zoneLabel */.LK,
                            whenUnsatisfiable: 'ScheduleAnyway',
                            labelSelector: { matchLabels: labels },
                            matchLabelKeys: ['pod-template-hash'],
                        },
                    ],
                    securityContext: {
                        ...user,
                        seccompProfile: { type: 'RuntimeDefault' },
                    },
                    containers: [{ ...container, ...hardened }],
                    volumes: [{ name: 'tmp', emptyDir: {} }],
                },
            },
        },
    };
}

// EXTERNAL MODULE: ./.build/js/src/setup/repository.js
var setup_repository = __webpack_require__(5231);
;// CONCATENATED MODULE: ./.build/js/src/setup/application.js










function partOf(repository, buildable) {
    const sources = sourcesIn(repository, buildable.context);
    const stack = stackOf(sources);
    const stages = stagesIn(repository.texts.get((0,setup_images/* pathOfDockerfile */.tq)(buildable)) ?? '', buildable);
    const exposed = textsOf(stages, 'EXPOSE').flatMap(text => /^\d+/.exec(text) ?? [])[0];
    const [composed] = buildable.services.flatMap(({ ports }) => ports);
    const programs = ['ENTRYPOINT', 'CMD'].flatMap(each => textsOf(stages, each));
    const starts = !buildable.written || programs.length > 0;
    const command = starts ? [] : [buildable.services[0]?.command ?? []].flat();
    const started = [...textsOf(stages, 'ENV'), ...programs, command.join(' ')];
    const { port: read, variable } = portIn(sources);
    const based = basePorts.find(({ base }) => stages.some(({ written }) => base.test(written)))?.port;
    const checked = [...textsOf(stages, 'HEALTHCHECK'), ...buildable.services.map(each => each.checked ?? '')];
    const known = composed ??
        portOf(exposed) ??
        portOf(...started.map(portOfCommand), ...checked.map(compose/* portRequestedIn */.fN)) ??
        based ??
        read ??
        usualPorts.find(({ server }) => started.some(text => server.test(text)))?.port;
    const obeys = variable || started.some(text => /\$\{?PORT\b/.test(text));
    const named = !buildable.written && stack?.dockerfile.includes(String(stack.port)) === true;
    return {
        ...buildable,
        stack,
        security: buildable.written ? securityOf(stages) : ownSecurity(stack),
        exposed: exposed !== undefined,
        starts,
        port: known ?? stack?.port ?? 8080,
        guessed: known === undefined && !obeys && !named,
        path: buildable.services.map(({ health }) => health).find(each => each !== undefined) ??
            (0,compose/* requestedIn */.cn)(textsOf(stages, 'HEALTHCHECK')[0] ?? '') ??
            healthPathOf(sources),
    };
}
const usualPorts = [
    { server: /\b(uvicorn|gunicorn|hypercorn)\b|\bfastapi\W+run\b/, port: 8000 },
    { server: /\bflask\W+run\b/, port: 5000 },
    { server: /\b(rails\W+s(erver)?|puma|next\W+start)\b/, port: 3000 },
];
const basePorts = [
    { base: /(^|\/)nginx-unprivileged[:@]?/, port: 8080 },
    { base: /(^|\/)(nginx|httpd|caddy)(?![\w-])|(^|\/)php:\S*apache/, port: 80 },
    { base: /(^|\/)tomcat(?![\w-])|\/dotnet\/(aspnet|runtime):([89]|\d\d)\./, port: 8080 },
];
const portOf = (...texts) => texts.flatMap(text => (text === undefined ? [] : Number(text)))[0];
const portOfCommand = (text) => /(?:--?(?:port|bind|b|p|http|listen|server\.port)|runserver|\bPORT)["',=\s]+(?:[\w.*[\]]*:)?(\d{2,5})\b/.exec(text)?.[1];
function stagesIn(dockerfile, { target, args }) {
    try {
        return (0,stages/* chainOf */.dR)((0,stages/* targetOf */.$r)((0,stages/* stagesOf */.ZL)((0,parse/* parseDockerfile */.A)(dockerfile), args), target));
    }
    catch (error) {
        if (error instanceof parse/* ParseError */.m)
            return [];
        throw error;
    }
}
const textsOf = (stages, keyword) => stages
    .flatMap(({ instructions }) => instructions)
    .filter(each => each.keyword === keyword && !each.onbuild)
    .map(({ body }) => body.text.trim());
const runFiles = [
    ...['scan-reports', 'requirements', 'assess.json', 'cost.json', 'keys.json', 'rbac.yaml'],
    ...['slipway.env', 'slipway.started', 'summary.md'],
];
const newGitignore = [
    '# Written by slipway init: what a run leaves, and logins.',
    ...runFiles.map(each => `/${each}`),
    '*.kubeconfig\n',
].join('\n');
function dockerfilesFor(part) {
    const { written, stack, port, context } = part;
    if (written || stack === undefined)
        return new Map();
    const head = '# Written by slipway init. Pin the base images by digest, too: docker buildx imagetools inspect IMAGE\n';
    const text = stack.dockerfile
        .replaceAll(String(stack.port), String(port))
        .replace(/\nUSER (\d+)/, `\nUSER $1\nEXPOSE ${port}`);
    const ignored = [
        ...['.git', '.github', ...['.env*', '*.pem', '*.key', '.npmrc', '.netrc'].map(each => `**/${each}`)],
        ...['Dockerfile', '.dockerignore', 'compose*.y*ml', 'docker-compose*.y*ml', 'deploy', ...stack.ignored],
        ...['.gitignore', 'slipway*.y*ml', '**/.kube', '**/*.kubeconfig', '**/kubeconfig.y*ml', ...runFiles],
    ];
    return new Map([
        [(0,setup_images/* pathOfDockerfile */.tq)(part), `${head}${text}\n`],
        [
            (0,external_node_path_.join)(context, '.dockerignore'),
            `# Written by slipway init: what must not get into the image.\n${ignored.join('\n')}\n`,
        ],
    ]);
}
const application_named = [
    { user: 'node', base: /^(\S*\/)?node[:@]/i, id: 1000 },
    { user: 'nonroot', base: /^gcr\.io\/distroless\//i, id: 65532 },
];
function securityOf(stages) {
    const last = /^[^\s:]*/.exec(textsOf(stages, 'USER').at(-1) ?? '')?.[0];
    const id = application_named.find(({ user, base }) => user === last && stages.some(({ written }) => base.test(written)))?.id;
    const user = {
        ...(Number(last) > 0 && { runAsNonRoot: true }),
        ...(id && { runAsNonRoot: true, runAsUser: id }),
    };
    return { user, readOnly: false };
}
const ownSecurity = (stack) => ({
    user: stack ? { runAsNonRoot: true, runAsUser: stack.user, runAsGroup: stack.user } : {},
    readOnly: stack?.writes !== true,
});
function newManifests(parts, wishes) {
    const [main, ...others] = parts;
    const [first] = main.services;
    const telling = first !== undefined && first.ports.length > 0;
    const workers = parts.flatMap(part => part.services
        .filter(service => telling && service !== first && service.ports.length === 0)
        .filter(({ command }) => !part.exposed || (part === main && command !== undefined))
        .map(({ name, command }) => ({
        part,
        name: (0,setup_repository.labelOf)(name) === main.name ? `${main.name}-worker` : (0,setup_repository.labelOf)(name),
        image: part.repository,
        security: part.security,
        command,
    })));
    const used = parts.filter(part => part === main || workers.some(worker => worker.part === part));
    const variables = [
        ...new Set(used.flatMap(({ services }) => services.flatMap(service => service.variables))),
    ].filter(each => each !== 'PORT');
    const envFiles = [
        ...new Set(used.flatMap(({ services }) => services.flatMap(service => service.envFiles))),
    ];
    const secrets = [...variables, ...envFiles.map(file => `the variables of ${file}`)];
    const command = main.starts ? undefined : first?.command;
    const files = manifestsFor({
        ...wishes,
        workers: workers.map(worker => ({
            ...worker,
            command: varies(worker.command) ? undefined : worker.command,
        })),
        name: main.name,
        security: main.security,
        secret: secrets.length === 0 ? undefined : main.name,
        command: varies(command) ? undefined : command,
        image: main.repository,
        port: main.port,
        path: main.path,
    });
    const left = others.filter(part => !used.includes(part));
    return {
        files,
        used,
        variables,
        envFiles,
        notes: (0,map/* textsIn */.Ej)([
            ...left.map(({ name, context }) => `the image ${name} of ${context} is left out: an application that gets its own requests needs its own slipway.yml${context === '.' ? '' : `; run slipway init --folder ${context}`}`),
            main.guessed &&
                `neither Dockerfile, compose file nor sources name the port, so the manifests have ${main.port}. For another one, remove slipway.yml and the new manifests, and run slipway init --port PORT`,
            main.path === undefined
                ? 'no path of a health check was found in the sources: the probes only open the port. Name a path in them, and add `verify.checks` to slipway.yml'
                : `the probes and the check request ${main.path}, which is in the code. Change them if the path has a prefix or needs a login`,
            ...used
                .filter(({ security }) => !security.user.runAsNonRoot)
                .map(part => `the user in ${(0,setup_images/* pathOfDockerfile */.tq)(part)} is root or not a number, so the manifests do not require another one: end the Dockerfile with USER 10001, and add \`runAsNonRoot: true\``),
            secrets.length > 0 &&
                `the values of the compose file are not copied, because they may be secret: the pods read ${secrets.join(', ')} from Secret/${main.name}`,
            main.starts &&
                first?.command !== undefined &&
                `the command of ${first.name} in the compose file is not copied, because ${(0,setup_images/* pathOfDockerfile */.tq)(main)} has its own ENTRYPOINT or CMD: if the pods need another command, add \`args\` to their container`,
            ...[{ name: main.name, command }, ...workers]
                .filter(each => varies(each.command))
                .map(({ name }) => `the command of Deployment/${name} in the compose file is not copied, because it takes variables: add \`args\` to the container`),
        ]),
    };
}
const varies = (command) => [command].flat().some(word => word?.includes('$') === true);

;// CONCATENATED MODULE: ./.build/js/src/setup/controllers.js
const controllers = [
    { name: 'Argo CD', group: /^apiVersion: *["']?argoproj\.io\//m, kind: /^kind: *["']?Application(Set)?\b/m },
    {
        name: 'Flux',
        group: /^apiVersion: *["']?(kustomize|helm)\.toolkit\.fluxcd\.io\//m,
        kind: /^kind: *["']?(Kustomization|HelmRelease)\b/m,
    },
];
const notesOnControllers = ({ texts }) => controllers.flatMap(({ name, group, kind }) => {
    const isIts = (document) => group.test(document) && kind.test(document);
    const found = [...texts].filter(([path, text]) => /\.ya?ml$/.test(path) && text.split(/^---/m).some(isIts));
    if (found.length === 0)
        return [];
    const files = found.map(([path]) => path).slice(0, 3);
    return [
        `${name} applies manifests (${files.join(', ')}), and a release refuses objects that ${name} owns: take them away from it before the first release, or release by a commit with \`delivery: {gitops: …}\` (docs/gitops.md of Slipway)`,
    ];
});

// EXTERNAL MODULE: ./.build/js/src/image/reference.js
var reference = __webpack_require__(85898);
// EXTERNAL MODULE: ./.build/js/src/setup/workflows.json
var workflows = __webpack_require__(53912);
// EXTERNAL MODULE: ./.build/js/src/setup/wrappers.js
var setup_wrappers = __webpack_require__(49755);
;// CONCATENATED MODULE: ./.build/js/src/setup/image-wrapper.js



function imageWrapperFor(repository, { app, images }, code) {
    const { prefix, branch, texts } = repository;
    const existing = (0,setup_wrappers/* wrapperIn */.Jf)(repository, setup_wrappers/* publishes */.AN);
    if (existing !== undefined)
        return { files: new Map(), kept: [existing[0]] };
    const all = Object.values(images);
    const registryOf = (image) => (0,reference/* parseReference */.F2)(image).registry;
    const [own = 'ghcr.io', ...others] = new Set([...all.map(({ repository: each }) => each), ...all.flatMap(({ mirrors = [] }) => mirrors)].map(registryOf));
    const login = (0,setup_wrappers/* loginTo */.z6)(own, false, true);
    const config = prefix === '' ? [] : [`config: ${prefix}slipway.yml`];
    const text = (0,setup_wrappers/* pinned */.dp)((0,setup_wrappers/* onBranch */.GO)(workflows/* images */.zC, branch), code)
        .replace(/^# Copy to .*\n# /, '# Written by slipway init. ')
        .replace(/^ {4}secrets:\n[\s\S]*$/m, '')
        .replace(/^ {4}uses: \S+check\.yml@.*\n/m, line => config.length === 0 ? line : `${line}    with:\n${config.map(each => `      ${each}\n`).join('')}`);
    const [start, build] = text.split(/(?=^ {2}build:)/m);
    return {
        files: new Map([
            [
                `${(0,setup_wrappers/* upFrom */.c9)(prefix)}.github/workflows/${(0,setup_wrappers/* freeName */.IL)(texts, prefix === '' ? 'images.yml' : `images-${app}.yml`)}`,
                start +
                    (0,setup_wrappers/* withSecrets */.a9)((0,setup_wrappers/* withInputs */.wH)(build ?? '', [...config, ...login.inputs]), [
                        ...login.secrets,
                        ...loginsTo(others),
                    ]),
            ],
        ]),
        kept: [],
    };
}
function loginsTo(registries) {
    const lines = registries
        .filter(each => !(0,reference/* isOfCloud */.vX)(each))
        .map(registry => {
        const name = registry.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
        return `  ${registry} ${(0,setup_wrappers/* expression */.dn)(`vars.${name}_USERNAME`)} ${(0,setup_wrappers/* expression */.dn)(`secrets.${name}_PASSWORD`)}`;
    });
    return lines.length === 0
        ? []
        : [
            '# Host, account and token of each further registry. Anyone who may push a branch can read these secrets.',
            'registry-logins: |',
            ...lines,
        ];
}

// EXTERNAL MODULE: ./.build/js/src/cluster/manifests.js
var cluster_manifests = __webpack_require__(83406);
// EXTERNAL MODULE: ./.build/js/src/setup/next.js
var next = __webpack_require__(51774);
;// CONCATENATED MODULE: ./.build/js/src/setup/configuration.js


function configurationText(configuration) {
    const { app, images, tests, environment, namespace, delivery, manifests, chosen } = configuration;
    const { workload, workers, service, route, check } = chosen;
    const junit = tests.flatMap(({ folder, test: { junit: path } }) => path === undefined ? [] : [folder === '.' ? path : `${folder}/${path}`]);
    const commands = tests.map(({ folder, test }) => (0,next/* inFolder */._)(folder, test.run));
    const tested = [
        '# The tests that were found.',
        'test:',
        `  run: ${(0,quoting/* scalar */.d_)(commands.join(' && '))}`,
        ...(junit.length === 0 ? [] : [`  junit: ${list(junit)}`]),
    ];
    const checks = check && [
        '    verify:',
        ...(check.from === undefined
            ? []
            : ['      # The route does not pass this path on.', `      from: ${check.from}`]),
        '      checks:',
        '        # The path of the readinessProbe. A status proves little: add `type`, `body` or `json`.',
        `        - { get: ${(0,quoting/* scalar */.d_)(check.path)}, status: 200 }`,
    ];
    return [
        '# Written by slipway init. docs/configuration.md of Slipway has every key.',
        '# The name of the git remote, or of the folder.',
        `app: ${(0,quoting/* scalar */.d_)(app)}`,
        'images:',
        ...images.flatMap(imageLines),
        ...(tests.length === 0 ? [] : tested),
        '# Base images always have findings without a fix. They would stop every release.',
        'scan: { fail-on: [critical], only-fixable: true }',
        'environments:',
        `  ${(0,quoting/* scalar */.d_)(environment)}:`,
        `    # ${namespace.why}`,
        `    namespace: ${(0,quoting/* scalar */.d_)(namespace.name)}`,
        ...(delivery === undefined
            ? [`    # ${manifests.why}`, ...manifestLines(manifests.entries)]
            : deliveryLines(delivery)),
        `    # ${chosen.why}`,
        `    workload: ${(0,quoting/* scalar */.d_)(workload)}`,
        ...(workers.length === 0
            ? []
            : ['    # They run an image of this file, too.', `    workers: ${list(workers)}`]),
        ...(service === undefined
            ? []
            : ['    # It selects the pods of the workload.', `    service: ${(0,quoting/* scalar */.d_)(service)}`]),
        ...(route === undefined
            ? []
            : ['    # It sends requests to the Service.', `    route: ${(0,quoting/* scalar */.d_)(route)}`]),
        ...(checks ?? []),
        '',
    ].join('\n');
}
function deliveryLines({ branch, files, controller: { kind, fields }, why }) {
    const pairs = Object.entries(fields).map(([key, value]) => `${key}: ${(0,quoting/* scalar */.d_)(value)}`);
    return [
        `    # ${why} A release is a commit to it: docs/gitops.md of Slipway.`,
        '    delivery:',
        '      gitops:',
        ...(branch === 'main' ? [] : [`        branch: ${(0,quoting/* scalar */.d_)(branch)}`]),
        `        files: ${list(files)}`,
        `        controller: { ${kind}: { ${pairs.join(', ')} } }`,
    ];
}
function manifestLines(entries) {
    if (entries.every(each => typeof each === 'string'))
        return [`    manifests: ${list(entries)}`];
    const lines = entries.flatMap(each => typeof each === 'string'
        ? [`      - ${(0,quoting/* scalar */.d_)(each)}`]
        : [
            `      - helm: ${(0,quoting/* scalar */.d_)(each.helm)}`,
            ...(each.values === undefined ? [] : [`        values: ${list(each.values)}`]),
            ...(each.set === undefined ? [] : [`        set: ${JSON.stringify(each.set)}`]),
        ]);
    return ['    manifests:', ...lines];
}
function imageLines({ name, repository, context, dockerfile, target, args, why }) {
    const pairs = Object.entries(args).map(([key, value]) => `${key}: ${(0,quoting/* scalar */.d_)(value)}`);
    const fields = [
        `repository: ${(0,quoting/* scalar */.d_)(repository)}`,
        ...(context === '.' ? [] : [`context: ${(0,quoting/* scalar */.d_)(context)}`]),
        ...(dockerfile === 'Dockerfile' ? [] : [`dockerfile: ${(0,quoting/* scalar */.d_)(dockerfile)}`]),
        ...(target === undefined ? [] : [`target: ${(0,quoting/* scalar */.d_)(target)}`]),
        ...(pairs.length === 0 ? [] : [`args: { ${pairs.join(', ')} }`]),
    ];
    return [`  # ${why}`, `  ${(0,quoting/* scalar */.d_)(name)}: { ${fields.join(', ')} }`];
}
const list = (items) => `[${items.map(quoting/* scalar */.d_).join(', ')}]`;

// EXTERNAL MODULE: ./.build/js/src/cluster/kustomize.js
var kustomize = __webpack_require__(12055);
// EXTERNAL MODULE: ./.build/js/src/gitops/edit.js + 1 modules
var edit = __webpack_require__(50886);
;// CONCATENATED MODULE: ./.build/js/src/setup/delivery.js







function deliveryOf(repository, folder, images) {
    const { prefix } = repository;
    const [applied, second] = appliedFrom(repository).filter(each => each.folder === plainPath(prefix + folder));
    const files = filesWith(repository, folder, images);
    if (applied === undefined || second !== undefined || files === undefined)
        return undefined;
    const { branch, controller, namespace, why } = applied;
    return { branch, controller, namespace, why, files: files.map(file => `${prefix}${file}`) };
}
function filesWith({ texts, paths }, folder, images) {
    const some = `sha256:${'0'.repeat(64)}`;
    const wanted = Object.fromEntries(images.map(({ name, repository }) => [name, { repository, digest: some }]));
    const found = paths
        .filter(path => (0,setup_repository.folderOf)(path) === folder && /\.ya?ml$/.test(path) && !(0,setup_repository.isLock)(path))
        .map(path => [path, namedIn(texts.get(path) ?? '', path, wanted)])
        .filter(([, names]) => names.length > 0);
    const replaces = (path) => kustomize/* kustomizations */.r_.includes((0,external_node_path_.basename)(path)) && /^images:/m.test(texts.get(path) ?? '');
    const isReplaced = paths.some(path => (0,setup_repository.folderOf)(path) === folder && replaces(path));
    const used = isReplaced ? found.filter(([path]) => replaces(path)) : found;
    const names = new Set(used.flatMap(([, each]) => each));
    return names.size === images.length ? used.map(([path]) => path) : undefined;
}
function namedIn(text, path, wanted) {
    try {
        return (0,edit/* changesOf */.fs)(text, path, wanted).map(({ image }) => image);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return [];
        throw error;
    }
}
function appliedFrom(repository) {
    const objects = [...repository.texts].flatMap(([path, text]) => /\.ya?ml$/.test(path) && /argoproj\.io\/|\.toolkit\.fluxcd\.io\//.test(text) ? objectsIn(text, path) : []);
    return objects.flatMap(each => byArgoCd(each, repository) ?? byFlux(each, objects, repository) ?? []);
}
function objectsIn(text, path) {
    try {
        const read = (0,cluster_manifests/* parseManifests */.Y)(text, path).filter(({ name }) => /^[a-z0-9][-a-z0-9.]*$/.test(name));
        return read.map(({ object, name }) => ({
            group: object.apiVersion?.split('/')[0] ?? '',
            kind: object.kind ?? '',
            name,
            namespace: object.metadata?.namespace ?? '',
            spec: (0,map/* isMap */.jh)(object.spec) ? object.spec : {},
        }));
    }
    catch (error) {
        if (error instanceof errors/* UserError */.yo)
            return [];
        throw error;
    }
}
function byArgoCd({ group, kind, name, namespace, spec }, { remote, branch }) {
    if (group !== 'argoproj.io' || kind !== 'Application')
        return undefined;
    const { repoURL = '', path: folder, targetRevision: revision = '' } = (0,map/* textMap */.sP)(spec.source);
    const followed = revision === '' || revision === 'HEAD' ? branch : revision;
    if (!(0,setup_repository.isSameRemote)(repoURL, remote) || folder === undefined || !isBranch(followed))
        return undefined;
    return {
        folder: plainPath(folder),
        branch: followed,
        namespace: (0,map/* textMap */.sP)(spec.destination).namespace ?? '',
        controller: {
            kind: 'argocd',
            fields: { name, ...(namespace === '' || namespace === 'argocd' ? {} : { namespace }) },
        },
        why: `Application/${name} of Argo CD applies the folder.`,
    };
}
function byFlux({ group, kind, name, namespace, spec }, objects, { remote }) {
    if (group !== 'kustomize.toolkit.fluxcd.io' || kind !== 'Kustomization')
        return undefined;
    const from = (0,map/* textMap */.sP)(spec.sourceRef);
    const source = objects.find(each => each.kind === 'GitRepository' &&
        each.name === from.name &&
        each.namespace === (from.namespace || namespace));
    const { branch, ...others } = (0,map/* textMap */.sP)(source?.spec.ref);
    const { path: folder = '', targetNamespace = '' } = (0,map/* textMap */.sP)(spec);
    const isOurs = from.kind === 'GitRepository' && (0,setup_repository.isSameRemote)((0,map/* textMap */.sP)(source?.spec).url ?? '', remote);
    if (!isOurs || !isBranch(branch) || Object.keys(others).length > 0)
        return undefined;
    return {
        folder: plainPath(folder),
        branch,
        namespace: targetNamespace,
        controller: {
            kind: 'flux',
            fields: {
                kustomization: name,
                ...(namespace === '' || namespace === 'flux-system' ? {} : { namespace }),
            },
        },
        why: `Kustomization/${name} of Flux applies the folder.`,
    };
}
const isBranch = (revision = '') => /^\w+([./-]\w+)*$/.test(revision) && !/^v?\d|^[0-9a-f]{7,40}$/.test(revision);
const plainPath = (path) => path.replace(/^(\.?\/)+|^\.$|\/+$/g, '');

// EXTERNAL MODULE: ./.build/js/src/workloads/candidate.js
var candidate = __webpack_require__(91381);
// EXTERNAL MODULE: ./.build/js/src/workloads/kinds.js
var kinds = __webpack_require__(17103);
// EXTERNAL MODULE: ./.build/js/src/setup/places.js
var setup_places = __webpack_require__(97363);
;// CONCATENATED MODULE: ./.build/js/src/setup/manifests.js









const mostPlaces = 8;
const newPlace = 'new';
async function findManifests(repository, target, accept) {
    if (target.manifests === newPlace)
        return undefined;
    const all = (0,setup_places/* placesOfManifests */.y)(repository, target);
    const isGiven = target.manifests !== '';
    const named = target.manifests.replace(/^\.(\/|$)|\/+$/g, '');
    const places = isGiven ? all.filter(({ folder }) => folder === named) : all.slice(0, mostPlaces);
    if (isGiven && places.length === 0)
        throw new errors/* UserError */.yo(`the folder ${target.manifests} holds no manifests of a workload`, `name another folder: ${waysOut(all, []).join(' or ')}`);
    let first;
    let likely;
    const tried = [];
    const refuse = (error) => {
        const { message, remedy } = first ?? error;
        const values = tried.at(-1)?.kind === 'chart' && first === undefined ? ['--set NAME=VALUE'] : [];
        const ways = [...values, ...waysOut(all, tried)].join(' or ');
        return new errors/* UserError */.yo(message, `${remedy.replace(/\.$/, '')}. Or run slipway init with ${ways}`);
    };
    for (const each of places) {
        if (each.named === 'other' && !isGiven && likely !== undefined)
            break;
        if (each.named === 'other' && !isGiven)
            throw refuse(new errors/* UserError */.yo(`no manifests were found for the environment ${target.environment}: ${each.folder} belongs to another one`, 'write them, or name the other environment with --environment'));
        tried.push(each);
        let isMeant = each.kind === 'chart' || each.named !== undefined;
        try {
            const read = { chart: readChart, kustomization: readKustomization, plain: readPlain }[each.kind];
            const found = await read(repository, each, target);
            if (!found.manifests.some(({ object }) => (0,kinds/* isReleased */.OZ)(object.kind)))
                continue;
            isMeant = false;
            const isSure = accept(found.manifests);
            const others = places.filter(({ kind }) => kind === 'chart' && each.kind === 'chart');
            const left = others.flatMap(({ folder }) => (folder === each.folder ? [] : [folder]));
            if (left.length > 0)
                found.notes.push(`left out: other charts need their own slipway.yml: ${left.join(', ')}`);
            if (isSure)
                return found;
            likely ??= found;
        }
        catch (error) {
            if (!(error instanceof errors/* UserError */.yo))
                throw error;
            if (isMeant && likely === undefined)
                throw refuse(error);
            first ??= error;
        }
    }
    if (likely !== undefined)
        return likely;
    if (first !== undefined)
        throw refuse(first);
    return undefined;
}
const waysOut = (all, tried) => [...all.filter(each => !tried.includes(each)).map(({ folder }) => folder || '.'), newPlace]
    .slice(-mostPlaces)
    .map(each => `--manifests ${(0,shell_word/* shellWord */.r)(each)}`);
async function readChart({ root, paths }, { folder, why }, { app, environment, namespace, set, env }) {
    const values = (0,setup_places/* namesOf */.e)(environment)
        .flatMap(each => [`values-${each}`, `values.${each}`, `values/${each}`, `${each}-values`])
        .flatMap(each => ['yaml', 'yml'].map(end => `${folder && `${folder}/`}${each}.${end}`))
        .find(each => paths.includes(each));
    const chart = {
        helm: folder || '.',
        ...(values !== undefined && { values: [values] }),
        ...(Object.keys(set).length > 0 && { set }),
    };
    const render = (where) => (0,chart_hooks.loadSorted)({}, root, [chart], { namespace: where, app, env });
    const first = await render(namespace || app);
    const named = namespace || namespaceOf(first.manifests) || app;
    return {
        folder,
        ...(named === (namespace || app) ? first : await render(named)),
        entries: [chart],
        why: values === undefined
            ? `${why}; no file of values in it is named after the environment.`
            : `${why} with the values of ${environment}.`,
        files: new Map(),
    };
}
async function readKustomization({ root }, { folder, why }, { app, namespace, env }) {
    const entries = [`${folder || '.'}/`];
    const found = await (0,chart_hooks.loadSorted)({}, root, entries, { namespace: namespace || app, app, env });
    return withoutRefused({ ...found, folder, entries, why, files: new Map() });
}
async function readPlain({ root, paths, texts }, { folder, why }, { namespace }) {
    const files = paths.filter(path => (0,setup_repository.folderOf)(path) === folder && /\.(ya?ml|json)$/.test(path) && !(0,setup_repository.isLock)(path));
    const read = files.map(file => readFileOf(file, texts.get(file) ?? ''));
    const target = namespace || namespaceOf(read.flatMap(({ manifests }) => manifests));
    const judged = read.map(each => ({ ...each, problem: each.problem ?? problemOf(each.manifests, target) }));
    const kept = judged.flatMap(({ file, problem }) => (problem === undefined ? [file] : []));
    const notes = folder === ''
        ? []
        : judged.flatMap(({ problem = '' }) => (problem === '' ? [] : [`left out: ${problem}`]));
    if (kept.length === 0)
        throw new errors/* UserError */.yo(`no file in ${folder || 'the folder'} can be released: ${(judged[0]?.problem ?? '').replace(/\.$/, '')}`, 'correct one, then run slipway init again');
    const entries = kept.length === files.length && folder !== '' ? [`${folder}/`] : kept;
    const found = await (0,chart_hooks.loadSorted)({}, root, entries);
    return { ...found, folder, entries, why, notes: [...notes, ...found.notes], files: new Map() };
}
function withoutRefused(found) {
    const { folder } = found;
    const refused = found.manifests.flatMap(manifest => {
        const problem = problemOf([manifest], '');
        return problem === undefined ? [] : [{ ...manifest, manifest, problem }];
    });
    if (refused.length === 0 || folder === '')
        return found;
    const patches = refused.map(({ object: { apiVersion, kind, metadata }, name }) => ({
        patch: (0,dist/* stringify */.As)({
            apiVersion,
            kind,
            $patch: 'delete',
            metadata: { name, ...(metadata?.namespace && { namespace: metadata.namespace }) },
        }, { compat: 'yaml-1.1' }),
    }));
    const head = '# Written by slipway init: without the objects that a release may not write.\n';
    return {
        ...found,
        entries: ['slipway/'],
        manifests: found.manifests.filter(each => !refused.some(({ manifest }) => manifest === each)),
        files: new Map([
            ['slipway/kustomization.yaml', head + (0,dist/* stringify */.As)({ resources: [`../${folder}`], patches })],
        ]),
        notes: [...found.notes, ...refused.map(({ problem }) => `left out: ${problem}`)],
    };
}
function readFileOf(file, text) {
    try {
        return { file, manifests: (0,cluster_manifests/* parseManifests */.Y)(text, file) };
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return { file, manifests: [], problem: error.sentence };
    }
}
function problemOf(manifests, namespace) {
    try {
        for (const manifest of structuredClone(manifests)) {
            (0,candidate/* requireReleasable */.Is)(manifest, {});
            if (namespace !== '')
                (0,candidate/* place */.ik)(manifest, namespace);
        }
        return undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.yo))
            throw error;
        return error.sentence;
    }
}
function namespaceOf(manifests) {
    const named = manifests.flatMap(({ object }) => object.metadata?.namespace ?? []);
    const counts = [...Map.groupBy(named, each => each)].sort((a, b) => b[1].length - a[1].length);
    return counts[0]?.[0] ?? '';
}

;// CONCATENATED MODULE: ./.build/js/src/setup/tests.js


function testsOf(repository, contexts) {
    const found = contexts.flatMap(context => {
        const own = inFolder(repository, context);
        return own.length > 0 ? own : foldersIn(repository, context).flatMap(each => inFolder(repository, each));
    });
    const all = found.length > 0 ? found : inFolder(repository, '.');
    return [...new Map(all.map(each => [`${each.folder}\n${each.test.run}`, each])).values()];
}
function inFolder(repository, folder) {
    const sources = sourcesIn(repository, folder);
    const stack = stackOf(sources);
    const test = stack?.test ?? plainTests(sources);
    return test === undefined
        ? []
        : [{ folder, test, language: inImage(repository, sources, stack?.language) }];
}
const imagesOf = {
    'Node.js': /^FROM .*\bnode:(\d{2}(?:\.\d{1,2})?)(?![\d])/im,
    Python: /^FROM .*\bpython:(3\.\d{1,2})(?!\d)/im,
    Go: /^FROM .*\bgolang:(1\.\d{1,2})(?!\d)/im,
    Java: /^FROM .*(?:temurin|corretto|openjdk|jdk)[-:]?(\d{1,2})(?!\d)/im,
};
const oldest = {
    'Node.js': '12',
    Python: '3.9',
    Go: '1.11',
    Java: '8',
};
function inImage(repository, sources, language) {
    if (language === undefined)
        return undefined;
    const { name } = language;
    const found = [sources, repository].map(({ texts }) => imagesOf[name].exec(texts.get('Dockerfile') ?? '')?.[1]);
    const version = found.find(each => each !== undefined) ?? language.version;
    const isOld = version.localeCompare(oldest[name], 'en', { numeric: true }) < 0;
    return isOld ? undefined : { name, version };
}
function foldersIn({ paths }, context) {
    const start = context === '.' ? '' : `${context}/`;
    const marks = /(^|\/)(package\.json|go\.mod|pyproject\.toml|requirements\.txt|pom\.xml|build\.gradle(\.kts)?|Cargo\.toml|Gemfile|composer\.json)$/;
    const folders = paths
        .filter(path => path.startsWith(start) && marks.test(path))
        .map(setup_repository.folderOf)
        .filter(folder => /^[^/]+$/.test(folder.slice(start.length)) && !/(^|\/)(docs?|examples?)$/.test(folder));
    return [...new Set(folders)].sort();
}
function plainTests({ paths, texts }) {
    if (/^test:/m.test(texts.get('Makefile') ?? ''))
        return { run: 'make test' };
    const node = [...texts].some(([path, text]) => /\.[cm]?[jt]s$/.test(path) && /["']node:test["']/.test(text));
    if (node)
        return { run: `${paths.includes('package-lock.json') ? 'npm ci && ' : ''}node --test` };
    const python = paths.some(path => /(^|\/)(test_[^/]+|[^/]+_test)\.py$/.test(path));
    return python
        ? { run: 'python3 -m venv .venv && .venv/bin/pip install pytest && .venv/bin/python -m pytest' }
        : undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/setup/workloads.js




const workloadsIn = (manifests) => manifests.filter(({ object }) => (0,kinds/* isReleased */.OZ)(object.kind)).map(({ object }) => object);
const repositoriesIn = (manifests) => [
    ...new Set(workloadsIn(manifests).flatMap(repositoriesOf)),
];
const repositoriesOf = (workload) => (0,kinds/* containersOf */.Mz)((0,kinds/* templateOf */.kW)(workload)?.spec).flatMap(({ image = '' }) => image === '' ? [] : [(0,kinds/* repositoryOf */._M)(image)]);
function matchImages(manifests, names, wanted) {
    const found = matchNames(manifests, names, wanted);
    if (found.length > 0)
        return found;
    const used = repositoriesIn(manifests);
    const running = workloadsIn(manifests).filter(({ kind }) => kind !== 'CronJob');
    const owned = used.filter(each => each.includes('/'));
    const [first] = running.length === 1 ? running.flatMap(repositoriesOf) : [];
    const only = owned.length === 1 ? owned[0] : first;
    if (only !== undefined)
        return [{ name: names[0] ?? 'app', repository: only }];
    throw new errors/* UserError */.yo(`no container of the manifests has an image of this repository: they use ${used.join(', ') || 'none'}`, 'name the one that is built here with --image');
}
function matchNames(manifests, names, wanted) {
    const used = repositoriesIn(manifests);
    const taken = new Set();
    return names.flatMap((name, index) => {
        const last = (repository) => repository.slice(repository.lastIndexOf('/') + 1).toLowerCase();
        const fits = [
            each => index === 0 && each === wanted,
            each => last(each) === name,
            each => last(each).endsWith(`-${name}`) || last(each).endsWith(`_${name}`),
            each => index === 0 && name.endsWith(`-${last(each)}`),
        ];
        const free = used.filter(each => !taken.has(each));
        const repository = fits.map(fit => free.find(fit)).find(each => each !== undefined);
        if (repository === undefined)
            return [];
        taken.add(repository);
        return [{ name, repository }];
    });
}
function choose(manifests, images, app) {
    const ours = new Set(images.map(({ repository }) => repository));
    const running = workloadsIn(manifests).filter(each => repositoriesOf(each).some(image => ours.has(image)));
    const servicesOf = (workload) => manifests
        .filter(({ object }) => object.kind === 'Service')
        .filter(({ object }) => (0,cluster_labels/* selects */.ko)(object.spec?.selector, (0,kinds/* templateOf */.kW)(workload)?.metadata?.labels));
    const routeTo = (service) => manifests.find(({ object }) => object.kind === 'HTTPRoute' &&
        rulesOf(object).some(rule => rule.backendRefs?.some(({ name }) => name === service)));
    const entered = (service) => /^(LoadBalancer|NodePort)$/.test(service.object.spec?.type ?? '') ||
        manifests.some(({ object }) => object.kind === 'Ingress' && namesService(object, service.name));
    const rank = (workload) => {
        const services = servicesOf(workload);
        if (services.some(({ name }) => routeTo(name) !== undefined))
            return 4;
        if (services.some(entered))
            return 3;
        return (services.length > 0 ? 2 : 0) + (workload.metadata?.name === app ? 0.5 : 0);
    };
    const candidates = running.filter(({ kind }) => kind !== 'CronJob').sort((a, b) => rank(b) - rank(a));
    const [workload] = candidates;
    if (workload === undefined)
        throw new errors/* UserError */.yo(`no workload of the manifests runs ${[...ours].join(' or ')}`, 'name the image that is built here with --image');
    const services = servicesOf(workload);
    const service = services.find(({ name }) => routeTo(name) !== undefined) ?? services[0];
    const route = service && routeTo(service.name);
    const workers = running.filter(each => each !== workload);
    const called = workers.filter(each => servicesOf(each).length > 0).map(each => (0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(each)));
    const notes = (0,map/* textsIn */.Ej)([
        called.length > 0 &&
            `${called.join(', ')} ${called.length === 1 ? 'has a Service' : 'have Services'}, but ${called.length === 1 ? 'is released as a worker' : 'are released as workers'}, without checks: what needs checks of its own needs its own slipway.yml`,
    ]);
    const probed = service && checkOf(workload, service, route);
    return {
        workload: (0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(workload)),
        why: candidates.length === 1
            ? 'The workload that runs the image.'
            : 'Of the workloads that run the images, the one with a Service in front of it.',
        workers: workers.map(each => (0,kinds/* titleOf */.Gg)((0,kinds/* refOf */.H8)(each))),
        ...(service && { service: service.name }),
        ...(route && { route: `HTTPRoute/${route.name}` }),
        ...(typeof probed === 'object' && { check: probed }),
        notes: [...notes, ...(typeof probed === 'string' ? [probed] : [])],
    };
}
const namesService = (ingress, service) => JSON.stringify(ingress.spec ?? {}).includes(`"service":{"name":"${service}"`);
const rulesOf = (object) => object.spec?.rules ?? [];
function checkOf(workload, service, route) {
    const containers = (0,kinds/* templateOf */.kW)(workload)?.spec?.containers ?? [];
    const container = containers.find(({ readinessProbe }) => readinessProbe?.httpGet !== undefined);
    const probe = container?.readinessProbe?.httpGet;
    const add = 'add `verify.checks` to slipway.yml, delete the file of the RBAC, and run `slipway init` again, which writes it';
    if (probe?.path === undefined)
        return `no readinessProbe of ${workload.metadata?.name} requests a path, so no check was written: ${add}`;
    const numberOf = (port) => container?.ports?.find(({ name }) => name === port)?.containerPort ?? Number(port);
    const [first] = service.object.spec?.ports ?? [];
    if (probe.scheme === 'HTTPS')
        return `the readinessProbe of ${workload.metadata?.name} uses HTTPS, so no check was written: ${add}`;
    if (numberOf(first?.targetPort ?? first?.port) !== numberOf(probe.port))
        return `the readinessProbe of ${workload.metadata?.name} probes a port that Service/${service.name} does not forward to, so no check was written: ${add}`;
    const { path } = probe;
    if (route === undefined)
        return { path };
    const covers = ({ matches: list = [] }) => list.length === 0 ||
        list.some(({ path: match }) => match === undefined || path.startsWith(match.value ?? '/'));
    return rulesOf(route.object).some(covers) ? { path } : { path, from: 'service' };
}

;// CONCATENATED MODULE: ./.build/js/src/setup/new-configuration.js










async function newConfiguration(repository, request, app) {
    const { environment, namespace } = request;
    const buildables = (0,setup_images/* buildablesOf */.jb)(repository, app);
    const found = await findManifests(repository, { ...request, app }, manifests => {
        const { image } = request;
        imagesIn(buildables, manifests, repository, image);
        return matchNames(manifests, namesOf(buildables), image || ((0,setup_images/* imageOfRemote */.vD)(repository) ?? '')).length > 0;
    });
    const parts = found === undefined
        ? freshParts(repository, buildables, request)
        : usedParts(repository, buildables, found, request.image);
    const [main] = parts;
    if (main === undefined)
        throw new Error('the manifests name an image that nothing builds');
    const fresh = found === undefined ? newManifests([main, ...parts.slice(1)], request) : undefined;
    const used = fresh?.used ?? parts;
    const unwritten = used.find(({ written, stack }) => !written && stack === undefined);
    if (unwritten !== undefined)
        throw new errors/* UserError */.yo(`${unwritten.context === '.' ? 'the repository' : unwritten.context} has neither a Dockerfile nor the files of a language that init knows`, 'write a Dockerfile, then run slipway init again');
    const folder = ['deploy', 'k8s', 'kubernetes', 'manifests'].find(each => !repository.paths.some(path => `${path}/`.startsWith(`${each}/`))) ?? 'deploy-slipway';
    const objects = [...(fresh?.files ?? [])].map(([file, text]) => [`${folder}/${file}`, text]);
    const manifests = found?.manifests ?? objects.flatMap(([path, text]) => (0,cluster_manifests/* parseManifests */.Y)(text, path));
    const chosen = choose(manifests, used, app);
    const delivery = found && deliveryOf(repository, found.folder, used);
    const inManifests = namespaceOf(manifests);
    const [name, why] = namespace !== ''
        ? [namespace, 'From the input `namespace`.']
        : delivery !== undefined && delivery.namespace !== ''
            ? [delivery.namespace, 'That of the controller.']
            : inManifests !== ''
                ? [inManifests, 'That of the manifests.']
                : [app, 'The name of the application.'];
    const configuration = {
        app,
        environment,
        chosen,
        images: used,
        tests: testsOf(repository, used.map(({ context }) => context)),
        namespace: { name, why },
        delivery,
        manifests: found ?? { entries: [`${folder}/`], why: 'Written by slipway init; change them as you like.' },
    };
    const dockerfiles = used.flatMap(part => [...dockerfilesFor(part)]);
    const applied = delivery === undefined ? found : undefined;
    const left = found === undefined ? [] : buildables.filter(each => !parts.some(({ name }) => name === each.name));
    const stacks = used.flatMap(({ written, stack }) => (written || stack === undefined ? [] : [stack]));
    return {
        text: configurationText(configuration),
        manifests,
        hooks: delivery === undefined ? (found?.hooks ?? {}) : {},
        files: [...dockerfiles, ...objects, ...(applied?.files ?? [])],
        pulls: fresh && main.repository,
        secret: fresh && fresh.variables.length + fresh.envFiles.length > 0
            ? { name: main.name, keys: fresh.variables, envFiles: fresh.envFiles }
            : undefined,
        first: stacks.flatMap(({ first = [] }) => first),
        notes: [
            ...left.map(({ name, context }) => `the image ${name} of ${context} is left out: no container of the manifests runs it`),
            ...(applied?.notes ?? []),
            ...(fresh?.notes ?? []),
            ...stacks.flatMap(({ notes = [] }) => notes),
            ...(found === undefined ? [] : chosen.notes),
            ...used.flatMap(hubNote),
            ...used.flatMap(setup_images/* buildNotes */.uc),
        ],
    };
}
function freshParts(repository, buildables, { image, port }) {
    const base = (0,setup_images/* imageRepositoryOf */.Lk)(image, repository);
    const parts = buildables.map((each, index) => partOf(repository, {
        ...each,
        ...base,
        ...(index > 0 && { repository: `${base.repository}-${each.name}` }),
    }));
    return parts.map((part, index) => port === undefined || index > 0 ? part : { ...part, port, guessed: false });
}
function usedParts(repository, buildables, { manifests }, image) {
    const named = imagesIn(buildables, manifests, repository, image);
    const built = buildables.filter(each => named.some(({ name }) => name === each.name));
    const alone = (one) => built.filter(each => (0,setup_images/* pathOfDockerfile */.tq)(each) === (0,setup_images/* pathOfDockerfile */.tq)(one)).length === 1;
    return named.flatMap(({ name, repository: used }) => built
        .filter(each => each.name === name)
        .map(each => partOf(repository, {
        ...each,
        ...(alone(each) && { target: undefined, args: {} }),
        repository: used,
        why: used === image ? 'From the input `image`.' : 'From the containers of the manifests.',
    })));
}
const namesOf = (buildables) => buildables.map(({ name }) => name);
function imagesIn(buildables, manifests, repository, image) {
    if (image !== '' && !repositoriesIn(manifests).includes(image))
        throw new errors/* UserError */.yo(`no container of the manifests uses ${image}: they use ${repositoriesIn(manifests).join(', ') || 'no image'}`, 'name one of these with --image, or correct the manifests');
    return matchImages(manifests, namesOf(buildables), image || ((0,setup_images/* imageOfRemote */.vD)(repository) ?? ''));
}
const hubNote = ({ repository }) => (0,reference/* parseRepository */.SU)(repository).startsWith('docker.io/library/')
    ? [
        `the image ${repository} has no registry, so nothing can be pushed there: write its repository, such as ghcr.io/acme/${repository}, in the manifests and in slipway.yml`,
    ]
    : [];

// EXTERNAL MODULE: ./.build/js/src/setup/roles.js + 1 modules
var setup_roles = __webpack_require__(40254);
// EXTERNAL MODULE: ./.build/js/src/setup/setup-action.js
var setup_action = __webpack_require__(57825);
;// CONCATENATED MODULE: ./.build/js/src/setup/setup.js




















async function setUp(repository, request) {
    const { environment, code } = request;
    const named = (0,setup_repository.remoteOf)(repository.remote)?.name ?? request.image.split('/').at(-1);
    const app = (0,setup_repository.labelOf)((repository.prefix === '' && named) || repository.name);
    const existing = repository.texts.get('slipway.yml');
    if (existing === undefined && repository.paths.includes('slipway.yml'))
        throw new errors/* UserError */.yo('slipway.yml cannot be read: it is too large, or a symlink that points outside the repository', 'replace it with a file, then run slipway init again');
    const made = existing === undefined ? await newConfiguration(repository, request, app) : undefined;
    const text = existing ?? made?.text ?? '';
    const config = (0,contents.parseConfig)(text, 'slipway.yml');
    if (Object.keys(config.environments).length === 0)
        return setUpImages(repository, request, config);
    const written = (0,load/* environmentOf */.p7)(config, environment);
    const { environment: place, manifests } = made === undefined
        ? await request.load(config)
        : { environment: (0,chart_hooks.withChartHooks)(written, made.hooks), manifests: made.manifests };
    const gitops = place.delivery?.gitops;
    const notes = [
        ...(made?.notes ?? []),
        ...(made === undefined || gitops !== undefined ? [] : notesOnControllers(repository)),
    ];
    if (repository.unread > 0)
        notes.push(`the repository is large, so ${repository.unread} files deep in it were not read`);
    const refusal = await (0,errors/* userErrorOf */.zb)(async () => gitops === undefined ? (0,coverage/* validate */.t)((0,load/* configFor */.m3)(config, written), place, manifests) : undefined);
    if (refusal instanceof errors/* UserError */.yo)
        notes.push(`slipway plan refuses this: ${refusal.sentence}`);
    const images = Object.values(config.images);
    const languages = languagesOfTests(repository, config);
    const wrappers = (0,setup_wrappers/* wrappersFor */.ot)(repository, {
        app: config.app,
        environment,
        code,
        image: images[0]?.repository ?? '',
        isSetUp: languages.isUsed,
        commits: gitops && (0,setup_wrappers/* commitsOf */.g3)(gitops, repository.remote),
    });
    notes.push(...notesOnCommit(code));
    const roleFile = (0,setup_roles.roleFileFor)(environment, repository);
    const roles = (0,setup_roles.roleText)(config.app, environment, place, gitops === undefined ? manifests : [], 'slipway', (0,setup_roles.usersOf)(place, environment, repository));
    if (roles.guessed.length > 0)
        notes.push(`compare the resources of ${roles.guessed.join(', ')} in ${roleFile} with \`kubectl api-resources\``);
    const exists = (path) => repository.paths.includes(path);
    const needsGitignore = repository.prefix === '' && !exists('.gitignore');
    const files = new Map([
        ['slipway.yml', text],
        ...(made?.files ?? []),
        ...(needsGitignore ? [['.gitignore', newGitignore]] : []),
        ...wrappers.files,
        ...languages.files,
        [roleFile, roles.text],
    ]);
    const at = (0,quoting.configOption)((0,external_node_path_.join)(request.folder, 'slipway.yml'));
    const fresh = [...files].filter(([path]) => !exists(path));
    return {
        files: new Map(fresh),
        kept: [
            ...[...files.keys()].filter(exists),
            ...images.map(setup_images/* pathOfDockerfile */.tq).filter(exists),
            ...place.manifests
                .map(each => (typeof each === 'string' ? each : each.helm))
                .filter(path => !path.startsWith('oci://') && !fresh.some(([each]) => each.startsWith(path))),
            ...wrappers.kept,
        ],
        notes,
        next: {
            first: (made?.first ?? []).map(each => (0,next/* inFolder */._)(request.folder, each)),
            plan: `slipway plan${at}`,
            cluster: (0,map/* textsIn */.Ej)([
                `kubectl create namespace ${(0,shell_word/* shellWord */.r)(place.namespace)}`,
                `kubectl apply --filename ${(0,shell_word/* shellWord */.r)((0,external_node_path_.join)(request.folder, roleFile))}`,
                ...(made?.secret ? (0,next/* secretCommands */.J)(made.secret, place.namespace) : []),
                made?.pulls && `# a private ${made.pulls} needs a login to pull: docs/quick-start.md of Slipway`,
                wrappers.needsToken &&
                    `# keep a token for the repository of \`delivery\` in the secret ${setup_wrappers/* gitOpsSecret */.FE}: docs/gitops.md of Slipway`,
                place.cluster === undefined && '# let GitHub reach the cluster: docs/cluster.md of Slipway',
            ]),
            doctor: `slipway doctor${environment === 'production' ? '' : ` --environment ${(0,shell_word/* shellWord */.r)(environment)}`}${at}`,
        },
    };
}
function languagesOfTests(repository, { test, images }) {
    const contexts = Object.values(images).map(({ context }) => context ?? '.');
    const isCalled = (0,setup_wrappers/* wrapperIn */.Jf)(repository, setup_wrappers/* publishes */.AN) !== undefined;
    return (0,setup_action/* languageSetupFor */.B)(repository, test === undefined ? [] : testsOf(repository, contexts), isCalled);
}
function setUpImages(repository, { folder, code }, config) {
    const wrapper = imageWrapperFor(repository, config, code);
    const at = (0,quoting.configOption)((0,external_node_path_.join)(folder, 'slipway.yml'));
    const dockerfiles = Object.values(config.images).map(setup_images/* pathOfDockerfile */.tq);
    return {
        files: new Map([...wrapper.files, ...languagesOfTests(repository, config).files]),
        kept: [
            ...['slipway.yml', ...dockerfiles].filter(path => repository.paths.includes(path)),
            ...wrapper.kept,
        ],
        notes: notesOnCommit(code),
        next: { first: [], plan: `slipway plan${at}`, cluster: [], doctor: `slipway doctor${at}` },
    };
}
const notesOnCommit = ({ commit }) => commit === undefined
    ? [
        `the commit of this Slipway is not known, so the workflows name ${setup_wrappers/* noCommit */.lN}: write the commit of a release there`,
    ]
    : [];


/***/ }),

/***/ 89389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   loadSorted: () => (/* binding */ loadSorted),
/* harmony export */   loadTogether: () => (/* binding */ loadTogether),
/* harmony export */   withChartHooks: () => (/* binding */ withChartHooks)
/* harmony export */ });
/* unused harmony export sortHooks */
/* harmony import */ var _cluster_manifests_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(83406);
/* harmony import */ var _config_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95126);
/* harmony import */ var _config_hooks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44456);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);




function sortHooks(all, written = {}) {
    const sorted = { manifests: [], hooks: {}, notes: [] };
    for (const manifest of all) {
        const events = eventsOf(manifest);
        if (events === undefined) {
            sorted.manifests.push(manifest);
            continue;
        }
        const title = `${manifest.source}: ${manifest.object.kind}/${manifest.name}`;
        const times = timesOf(events, title);
        if (times.length === 0) {
            sorted.notes.push(`${title} is left out: a release never runs a ${events.join(', ')} hook of Helm`);
        }
        else if (times.every(time => written[time] !== undefined)) {
            sorted.notes.push(`${title} is left out: slipway.yml has its own ${times.join(' and ')} hook in place of this hook of Helm`);
        }
        else {
            const when = onlyTime(times, events, title);
            requireOnlyJob(manifest, when, sorted.hooks[when], title);
            sorted.hooks[when] = manifest;
            const first = events.includes(`${when}-install`) ? '' : ', also of the first one';
            sorted.notes.push(`${title} is the ${when} hook of each release${first}`);
        }
    }
    return sorted;
}
function withChartHooks(environment, hooks) {
    const added = Object.entries(hooks).map(([when, { source }]) => [
        when,
        { job: source, timeout: (0,_config_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(_config_hooks_js__WEBPACK_IMPORTED_MODULE_2__/* .usualHookTimeout */ .Ry) },
    ]);
    if (added.length === 0)
        return environment;
    return { ...environment, hooks: { ...environment.hooks, ...Object.fromEntries(added) } };
}
function eventsOf({ object }) {
    const written = object.metadata?.annotations?.['helm.sh/hook'];
    return written?.split(',').map(event => event.trim());
}
function timesOf(events, title) {
    const times = (what) => ['pre', 'post'].filter(time => events.includes(`${time}-${what}`));
    const unknown = events.find(event => !known.test(event));
    if (unknown !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} has an unknown Helm hook: ${JSON.stringify(unknown)}`, 'correct helm.sh/hook, or remove the object from the chart');
    const upgrade = times('upgrade');
    return upgrade.length > 0 ? upgrade : times('install');
}
const known = /^(test(-success|-failure)?|(pre|post)-(install|upgrade|delete|rollback))$/;
function onlyTime(times, events, title) {
    const [when = 'pre', other] = times;
    if (!events.includes(`${when}-upgrade`))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} is a ${when}-install hook, which Helm runs only once, but a release would run it each time`, `if it may be repeated, write \`helm.sh/hook: ${when}-install,${when}-upgrade\`; otherwise disable it in the values of the chart, or write a ${when} hook into slipway.yml, which replaces those of the chart`);
    if (other === undefined)
        return when;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} is a Helm hook for both before and after an upgrade, but a release runs a hook once`, 'keep one of pre-upgrade and post-upgrade in helm.sh/hook, or write a hook for each time into slipway.yml');
}
function requireOnlyJob(manifest, when, other, title) {
    const { apiVersion, kind } = manifest.object;
    if (kind !== 'Job' || apiVersion !== 'batch/v1')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} is a Helm hook, but only a Job of batch/v1 can be a hook of a release`, `remove helm.sh/hook, so that it is released with the other objects, or write a ${when} hook into slipway.yml, which replaces those of the chart`);
    if (other === undefined)
        return;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`${title} and Job/${other.name} are both ${when} hooks of Helm, but a release runs one`, `put their work into one Job, or write a ${when} hook into slipway.yml, which replaces those of the chart`);
}
const loadSorted = async (written, ...from) => sortHooks(await (0,_cluster_manifests_js__WEBPACK_IMPORTED_MODULE_0__/* .loadManifests */ .D)(...from), written);
const loadTogether = async (...from) => {
    const all = await (0,_cluster_manifests_js__WEBPACK_IMPORTED_MODULE_0__/* .loadManifests */ .D)(...from);
    const runs = (event) => /^(pre|post)-(install|upgrade)$/.test(event);
    return { manifests: all.filter(each => eventsOf(each)?.some(runs) ?? true), hooks: {}, notes: [] };
};


/***/ })

};
