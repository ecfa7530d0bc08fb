import type { Line } from './template';

export interface Place {
	/** Pixels of the canvas, to the right and down. */
	readonly position: readonly [x: number, y: number];
}

/** Pixels from node to node, so that names of two lines do not touch. */
const STEP_PX = 224;
const ROW_PX = 224;

/** The place of every step, line by line in the order of the lines. */
export function placesOf(lines: readonly Line[]): Place[] {
	const columns = new Map<string, number>();
	return lines.flatMap(({ steps, from, row, column }, index) => {
		const behind = from === undefined ? 0 : (columns.get(from[0]) ?? 0) + 1;
		const first = column ?? behind;
		return steps.map(({ name }, at) => {
			columns.set(name, first + at);
			return { position: [(first + at) * STEP_PX, (row ?? index) * ROW_PX] as const };
		});
	});
}
