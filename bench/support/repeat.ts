/** Does something so many times, so many of them at once. */
export async function repeat(
	times: number,
	atATime: number,
	work: () => Promise<void>,
): Promise<void> {
	let left = times;
	const one = async () => {
		while (left > 0) {
			left -= 1;
			await work();
		}
	};
	await Promise.all(Array.from({ length: atATime }, one));
}
