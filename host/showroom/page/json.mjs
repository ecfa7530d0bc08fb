const BLANK = /[ \t\r\n]*/y;
const TOKEN =
	// eslint-disable-next-line no-control-regex -- in a text of JSON they are a fault
	/[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

const open = (next) => (stack, bracket) => {
	stack.push(bracket);
	return next;
};
const after = (stack) => ({ '{': 'a comma or }', '[': 'a comma or ]' })[stack.at(-1)] ?? 'the end';
const close = (stack) => {
	stack.pop();
	return after(stack);
};
const then = (next) => () => next;

const value = {
	'{': open('a name in quotes or }'),
	'[': open('a value or ]'),
	text: after,
	word: after,
};
/** What may come, by what is expected; each gives what is expected next. */
const GRAMMAR = {
	'a value': value,
	'a value or ]': { ...value, ']': close },
	'a name in quotes': { text: then('a colon') },
	'a name in quotes or }': { text: then('a colon'), '}': close },
	'a colon': { ':': then('a value') },
	'a comma or }': { ',': then('a name in quotes'), '}': close },
	'a comma or ]': { ',': then('a value'), ']': close },
	'the end': {},
};

/**
 * The first place where a text stops being JSON; undefined where it is JSON. Browsers tell the place
 * in words of their own, and not always.
 */
export function faultIn(text) {
	const stack = [];
	let expected = 'a value';
	let at = 0;
	for (;;) {
		at += matchAt(BLANK, text, at).length;
		if (at === text.length && expected === 'the end') return undefined;
		const token = matchAt(TOKEN, text, at);
		const step = token && GRAMMAR[expected][kindOf(token)];
		if (!step) return describe(text, at, token, expected);
		expected = step(stack, token);
		at += token.length;
	}
}

function matchAt(pattern, text, at) {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
}

function kindOf(token) {
	if (token.startsWith('"')) return 'text';
	return /[{}[\],:]/.test(token) ? token : 'word';
}

function describe(text, at, token, expected) {
	const lines = text.slice(0, at).split('\n');
	const isText = token === undefined && text[at] === '"';
	const message = isText
		? 'this text has no closing quote, or a character that has to be escaped'
		: `expected ${expected}`;
	return { at, line: lines.length, column: lines.at(-1).length + 1, message };
}
