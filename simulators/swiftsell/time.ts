/**
 * A moment as the vendor writes it: `2023-09-01 14:13:32.141788`, in UTC and without saying so.
 * `micros` counts on from the millisecond.
 */
export function stampOf(ms: number, micros = 0): string {
	const moment = new Date(ms + Math.floor(micros / 1000)).toISOString();
	const rest = String(micros % 1000).padStart(3, '0');
	return moment.replace('T', ' ').replace('Z', rest);
}
