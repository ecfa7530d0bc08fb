/**
 * Asks the showroom's server.
 *
 * @throws with what it says, where it refuses
 */
export async function ask(path, body) {
	const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
	const answer = await fetch(path, body && { ...post, body: JSON.stringify(body) }).catch(() => {
		throw new Error('The host does not answer: is npm start still running?');
	});
	const told = await answer.json();
	if (answer.ok) return told;
	throw new Error(told.message);
}
