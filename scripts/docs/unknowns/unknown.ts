/** How a node gets on where an account is otherwise than assumed. */
type Way = 'works' | 'second way' | 'sentence';

export interface Unknown {
	/** What no public page of the vendor says. */
	fact: string;
	/** What is tried instead, in words and as settings of the simulator. */
	otherWay: string;
	settings: Readonly<Record<string, unknown>>;
	/** The way in: publishing, a genuine call, a forged one, unpublishing. */
	wayIn: Way;
	/** The way out: Complete Event, or the actions where there is none. */
	wayOut: Way;
	/** By what it works, or the sentence that publishing fails with. */
	by: string;
}

/** Where the unknowns of a vendor are tried, beside its integration tests. */
export interface Proving {
	/** The template that goes with them in a real n8n, and the test that runs it. */
	job: string;
	jobTest: string;
	/** What the two ways are where they differ from the page's first words. */
	ways?: string;
}

/** What makes no difference: both ways work. */
export const harmless = (
	fact: string,
	otherWay: string,
	settings: object,
	by: string,
): Unknown => ({
	fact,
	otherWay,
	settings: { ...settings },
	by,
	wayIn: 'works',
	wayOut: 'works',
});
