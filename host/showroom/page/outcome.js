import { byId, editorLink, el } from './dom.js';

const verdict = byId('verdict');
const outcome = byId('outcome');

/** Says that something is under way, or why nothing was sent. */
export function say(...words) {
	verdict.replaceChildren(...words);
	outcome.replaceChildren();
}

/** Shows what each listening workflow answered; those that started an execution come first. */
export function showOutcome(what, deliveries) {
	const ordered = deliveries.toSorted((a, b) => Boolean(b.execution) - Boolean(a.execution));
	verdict.replaceChildren(`${what}: ${ordered.map(sentence)[0]}${rest(ordered)}`);
	outcome.replaceChildren(...ordered.map(card));
}

function sentence({ attempts, execution }) {
	const { status, fault, tookMs } = attempts.at(-1);
	const answer = status ? `n8n answered ${status} in ${ms(tookMs)}` : `no answer, ${fault}`;
	if (execution) return `${answer} and started an execution: ${execution.status}.`;
	return `${answer}, no execution was started.`;
}

const rest = ({ length }) => {
	if (length === 1) return '';
	return length === 2
		? ' One more workflow was called.'
		: ` ${length - 1} more workflows were called.`;
};

function card({ workflow, editor, attempts, execution }) {
	return el(
		'article',
		{},
		el('h3', {}, editorLink(editor, workflow)),
		...attempts.map(answerLine),
		el('p', {}, ...executionLine(attempts, execution, editor)),
		el('details', {}, el('summary', {}, 'What was sent'), ...attempts.flatMap(sent)),
	);
}

function answerLine({ status, answer, fault, tookMs }) {
	const isGood = status >= 200 && status < 300;
	const badge = el('strong', { class: isGood ? 'good' : 'bad' }, String(status ?? 'no answer'));
	return el('p', {}, badge, ` in ${ms(tookMs)} `, el('code', {}, answer ?? fault ?? ''));
}

function executionLine(attempts, execution, editor) {
	if (execution) {
		const error = execution.error ? `: ${execution.error}` : '';
		return ['Execution: ', editorLink(execution.url, execution.status), error];
	}
	const wasTaken = attempts.some(({ status }) => status >= 200 && status < 300);
	if (!wasTaken) return ['No execution was started.'];
	return [
		'No execution was started: the trigger did not choose this event. ',
		editorLink(editor, 'Choose it in the editor'),
	];
}

function sent({ method, url, headers, body }) {
	const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	return [el('pre', {}, [`${method} ${url}`, ...head, '', body].join('\n'))];
}

const ms = (value) => `${Math.max(1, Math.round(value))} ms`;
