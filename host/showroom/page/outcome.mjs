import { byId, editorLink, el } from './dom.mjs';

const verdict = byId('verdict');
const outcome = byId('outcome');

/** Says that something is in progress, or why nothing was sent. */
export function say(...words) {
	verdict.replaceChildren(...words);
	outcome.replaceChildren();
}

/**
 * Shows what each workflow with the vendor's trigger answered: first of all what was started.
 *
 * @param withBody whether what was sent is not before the user otherwise
 */
export function showOutcome(what, deliveries, withBody) {
	const started = deliveries.filter(({ execution }) => execution);
	const others = deliveries.filter(({ execution }) => !execution);
	verdict.textContent = `${what}: ${answerOf([...started, ...others][0])}, ${effectOf(started, deliveries)}.`;
	outcome.replaceChildren(
		...started.map(card),
		...(started.length > 0 && others.length > 0 ? [folded(others)] : others.map(card)),
	);
	const first = outcome.querySelector('.sent');
	if (withBody && first) first.open = true;
}

function answerOf({ attempts }) {
	const { status, fault, tookMs } = attempts.at(-1);
	return status ? `n8n answered ${status} in ${ms(tookMs)}` : `no answer, ${fault}`;
}

function effectOf(started, { length }) {
	if (started.length === 0) return 'no execution was started';
	if (length === 1) return `started an execution: ${started[0].execution.status}`;
	return `${started.length} of ${length} workflows started an execution`;
}

function folded(others) {
	const count = others.length === 1 ? 'One more workflow' : `${others.length} more workflows`;
	const summary = el('summary', {}, `${count} started no execution`);
	return el('details', {}, summary, ...others.map(card));
}

function card({ workflow, editor, attempts, execution }) {
	return el(
		'article',
		{},
		el('h3', {}, editorLink(editor, workflow)),
		...attempts.map(answerLine),
		el('p', {}, ...executionLine(attempts, execution, editor)),
		el('details', { class: 'sent' }, el('summary', {}, 'What was sent'), ...attempts.map(sent)),
	);
}

function answerLine({ status, answer, fault, tookMs }) {
	const badge = el('strong', { class: isGood(status) ? 'good' : 'bad' }, String(status ?? 'None'));
	return el(
		'p',
		{},
		'Answer: ',
		badge,
		` in ${ms(tookMs)} `,
		el('code', {}, answer ?? fault ?? ''),
	);
}

function executionLine(attempts, execution, editor) {
	if (execution) {
		const error = execution.error ? `: ${execution.error}` : '';
		return ['Execution: ', editorLink(execution.url, execution.status), error];
	}
	if (!attempts.some(({ status }) => isGood(status))) return ['Execution: none'];
	return [
		'Execution: none, as its trigger leaves this out or has already output it. ',
		editorLink(editor, 'Change that in n8n'),
	];
}

function sent({ method, url, headers, body }) {
	const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	return el('pre', {}, [`${method} ${url}`, ...head, '', body].join('\n'));
}

const isGood = (status) => status >= 200 && status < 300;
const ms = (value) => `${Math.max(1, Math.round(value))} ms`;
