import { Client } from 'undici';
import { forged } from '../support/delivery';

/** Every stranger has an address of his own, as far as this machine has more than one for itself. */
const addressOf = (stranger: number) =>
	process.platform === 'linux' ? `127.1.${stranger >> 8}.${stranger & 255}` : '127.0.0.1';

/**
 * `strangers <origin> <path> <count> <milliseconds>`: forged calls by so many strangers, each calling
 * again when he is answered. In a process of its own, so that it does not keep waiting whom it is
 * measured beside. Prints how many calls were refused, and how many got no answer.
 */
async function main([origin = '', path = '', strangers = '', ms = '']: readonly string[]) {
	const until = Date.now() + Number(ms);
	const count = { refused: 0, failed: 0 };
	const callOn = async (stranger: number) => {
		const client = new Client(origin, { localAddress: addressOf(stranger) });
		while (Date.now() < until) {
			try {
				const { headers, body } = forged;
				const answer = await client.request({
					method: 'POST',
					path,
					headers: { ...headers },
					body,
				});
				await answer.body.dump();
				count[answer.statusCode === 401 ? 'refused' : 'failed'] += 1;
			} catch {
				count.failed += 1;
			}
		}
		await client.destroy();
	};
	await Promise.all(Array.from({ length: Number(strangers) }, (_, stranger) => callOn(stranger)));
	console.log(JSON.stringify(count));
}

void main(process.argv.slice(2));
