import type { Place } from './layout';

const WIDTH_PX = 560;
const GAP_PX = 80;
/** As n8n draws a note: letters in a line, and height of a line and of a gap between paragraphs. */
const LETTERS = 78;
const LINE_PX = 21;
const GAP_LINE_PX = 14;
const HEADING_PX = 22;
const MARGIN_PX = 48;

/** The yellow note, left of the first step and level with the top row, as high as its text. */
export function noteOf(content: string, places: readonly Place[]) {
	const top = Math.min(...places.map(({ position: [, y] }) => y));
	return {
		name: 'Guide',
		type: 'n8n-nodes-base.stickyNote',
		typeVersion: 1,
		parameters: { content, width: WIDTH_PX, height: heightOf(content) },
		position: [-WIDTH_PX - GAP_PX, top - 2 * GAP_PX] as const,
	};
}

function heightOf(content: string): number {
	const lines = content.split('\n').map((line) => {
		if (line === '') return GAP_LINE_PX;
		const rows = Math.ceil(line.length / LETTERS) * LINE_PX;
		return line.startsWith('#') ? rows + HEADING_PX : rows;
	});
	const height = lines.reduce((sum, px) => sum + px, MARGIN_PX);
	return Math.ceil(height / 20) * 20;
}
