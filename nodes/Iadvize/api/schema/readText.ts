/** A piece of the text, from its first character to just after its last. */
export interface Span {
	start: number;
	end: number;
}

export interface Argument extends Span {
	name: string;
	/** Name of the variable that is its value; undefined for any other value. */
	variable: string | undefined;
}

export interface Selection extends Span {
	/** Of a field, which may stand under an alias; of a fragment `... on Type` its type. */
	name: string;
	/** Where the name is. */
	nameEnd: number;
	isFragment: boolean;
	args: Argument[];
	/** Undefined where nothing is selected in it. */
	selections: Selection[] | undefined;
}

export interface Query {
	/** The types that variables are declared with, by name of the variable. */
	declared: Map<string, Span>;
	selections: Selection[];
}

interface Token extends Span {
	text: string;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|\.\.\.|\$?[A-Za-z_]\w*|-?\d[\w.+-]*|[{}()[\]:!=]/g;

/**
 * Reads the text of a query as far as the pack's own texts go: one operation, fields, arguments and
 * fragments on a type, without directives and comments (GraphQL, section 2).
 */
export function readQuery(text: string): Query {
	const tokens = [...text.matchAll(TOKEN)].map(({ 0: found, index }) => ({
		text: found,
		start: index,
		end: index + found.length,
	}));
	return new Reader(tokens).query();
}

class Reader {
	private at = 0;

	constructor(private readonly tokens: readonly Token[]) {}

	query(): Query {
		const declared = new Map<string, Span>();
		while (this.text !== '{' && this.text !== '(' && this.text !== '') this.at += 1;
		if (this.text === '(') {
			this.at += 1;
			while (this.text.startsWith('$')) {
				const name = this.next().text;
				this.at += 1;
				const first = this.next();
				let last = first;
				while (!this.text.startsWith('$') && ![')', ''].includes(this.text)) last = this.next();
				declared.set(name, { start: first.start, end: last.end });
			}
			this.at += 1;
		}
		return { declared, selections: this.selections() };
	}

	private selections(): Selection[] {
		const found: Selection[] = [];
		this.at += 1;
		while (this.text !== '}' && this.text !== '') found.push(this.selection());
		this.at += 1;
		return found;
	}

	private selection(): Selection {
		const { start } = this.peek();
		const isFragment = this.text === '...';
		if (isFragment) this.at += 2;
		let name = this.next();
		if (this.text === ':') {
			this.at += 1;
			name = this.next();
		}
		const args = this.text === '(' ? this.args() : [];
		const selections = this.text === '{' ? this.selections() : undefined;
		const { end } = this.tokens[this.at - 1] ?? name;
		return { name: name.text, start, nameEnd: name.end, end, isFragment, args, selections };
	}

	private args(): Argument[] {
		const found: Argument[] = [];
		this.at += 1;
		while (this.text !== ')' && this.text !== '') {
			const name = this.next();
			this.at += 1;
			const variable = this.text.startsWith('$') ? this.text : undefined;
			this.skipValue();
			found.push({ name: name.text, start: name.start, end: name.end, variable });
		}
		this.at += 1;
		return found;
	}

	private skipValue(): void {
		let depth = 0;
		do {
			const { text } = this.next();
			if (text === '{' || text === '[') depth += 1;
			if (text === '}' || text === ']') depth -= 1;
		} while (depth > 0 && this.text !== '');
	}

	private peek(): Token {
		return this.tokens[this.at] ?? { text: '', start: 0, end: 0 };
	}

	private get text(): string {
		return this.peek().text;
	}

	private next(): Token {
		const token = this.peek();
		this.at += 1;
		return token;
	}
}
