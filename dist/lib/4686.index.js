export const id = 4686;
export const ids = [4686];
export const modules = {

/***/ 44686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   keepIssues: () => (/* binding */ keepIssues),
/* harmony export */   markOf: () => (/* binding */ markOf),
/* harmony export */   planIssues: () => (/* binding */ planIssues),
/* harmony export */   quoted: () => (/* binding */ quoted)
/* harmony export */ });
const markOf = (label, name) => `<!-- ${label}: ${name} -->`;
function planIssues(topics, open) {
    return topics.flatMap(({ mark, said, farewell }) => {
        const [first, ...others] = open
            .filter(({ body }) => body.startsWith(mark))
            .sort((a, b) => a.number - b.number);
        const closed = others.map(({ number }) => ({ do: 'close', number }));
        if (said === undefined)
            return first === undefined
                ? []
                : [{ do: 'close', number: first.number, ...(farewell === undefined ? {} : { farewell }) }, ...closed];
        if (first === undefined)
            return [{ do: 'open', ...said }];
        if (first.title === said.title && first.body.replaceAll('\r\n', '\n') === said.body)
            return closed;
        return [{ do: 'update', number: first.number, ...said }, ...closed];
    });
}
const pageSize = 100;
const mostPages = 50;
async function openIssues(github, label) {
    const found = [];
    for (let page = 1; page <= mostPages; page += 1) {
        const query = `issues?state=open&labels=${label}&per_page=${pageSize}&page=${page}`;
        const listed = await github.call('GET', query);
        for (const { body, pull_request: request, ...issue } of listed)
            if (request === undefined)
                found.push({ ...issue, body: body ?? '' });
        if (listed.length < pageSize)
            break;
    }
    return found;
}
async function keepIssues(github, label, topics) {
    const open = await openIssues(github, label);
    const done = [];
    for (const step of planIssues(topics, open)) {
        if (step.do === 'open') {
            const { title, body } = step;
            const { number } = await github.call('POST', 'issues', { title, body, labels: [label] });
            done.push(`opened issue ${number}: ${title}`);
        }
        else if (step.do === 'update') {
            const { number, title, body } = step;
            await github.call('PATCH', `issues/${number}`, { title, body });
            done.push(`updated issue ${number}: ${title}`);
        }
        else {
            const { number, farewell } = step;
            if (farewell !== undefined)
                await github.call('POST', `issues/${number}/comments`, { body: farewell });
            const closed = { state: 'closed', state_reason: 'completed' };
            await github.call('PATCH', `issues/${number}`, closed);
            done.push(`closed issue ${number}`);
        }
    }
    return done;
}
function quoted(line) {
    const text = line.replace(/\s+/g, ' ').replaceAll('`', "'").replaceAll('|', '\\|').trim();
    return text === '' ? '' : `\`${text.length > 200 ? `${text.slice(0, 199)}…` : text}\``;
}


/***/ })

};
