import { Pool } from 'undici';
import { forged } from '../support/delivery';

/**
 * `strangers <origin> <path> <connections> <milliseconds>`: forged calls over so many connections, each
 * sending its next call when the last one is answered. In a process of its own, so that it does not
 * keep waiting whom it is measured beside. Prints how many were refused, and how many got no answer.
 */
async function main([origin = '', path = '', connections = '', ms = '']: readonly string[]) {
	const pool = new Pool(origin, { connections: Number(connections), pipelining: 1 });
	const until = Date.now() + Number(ms);
	const count = { refused: 0, failed: 0 };
	const connection = async () => {
		while (Date.now() < until) {
			try {
				const { headers, body } = forged;
				const answer = await pool.request({ method: 'POST', path, headers: { ...headers }, body });
				await answer.body.dump();
				count[answer.statusCode === 401 ? 'refused' : 'failed'] += 1;
			} catch {
				count.failed += 1;
			}
		}
	};
	await Promise.all(Array.from({ length: Number(connections) }, connection));
	await pool.destroy();
	console.log(JSON.stringify(count));
}

void main(process.argv.slice(2));
