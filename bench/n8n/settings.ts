const LAZY = 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE';

/** What is measured once with each: when n8n gets the isolates in which it evaluates expressions. */
export const settings = [
	{ name: "n8n's default", env: { [LAZY]: 'false' } },
	{ name: `${LAZY}=true`, env: { [LAZY]: 'true' } },
];

/** Hears what is being done and what came of it. */
export type Say = (line: string) => void;
