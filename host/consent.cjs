/**
 * Loaded by n8n as one of its external hooks. A vendor's consent page opens in the user's own browser,
 * which knows nothing of the host's proxy and would show the vendor's real one: this leads it to the
 * simulator instead. All else that n8n asks of the vendor still goes to its real host name.
 */
const { SIMULATORS = '{}' } = process.env;

/** Addresses of the simulators by the host names that they stand for. */
const simulators = JSON.parse(SIMULATORS);

/** @param {{ authorizationUri: string }} options */
function leadToSimulator(options) {
	const { hostname, pathname } = new URL(options.authorizationUri);
	const simulator = simulators[hostname];
	if (simulator) options.authorizationUri = simulator + pathname;
}

module.exports = { oauth2: { authenticate: [leadToSimulator] } };
