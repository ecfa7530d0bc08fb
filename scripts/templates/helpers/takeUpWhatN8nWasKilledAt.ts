import { templateOf, type Step } from '../template';

const TAG = 'conversations';

const often: Step = {
	name: 'Every 15 Minutes',
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	parameters: { rule: { interval: [{ field: 'minutes', minutesInterval: 15 }] } },
};

const jobs: Step = {
	name: 'Tagged Workflows',
	type: 'n8n-nodes-base.n8n',
	typeVersion: 1,
	parameters: {
		resource: 'workflow',
		operation: 'getAll',
		returnAll: true,
		filters: { tags: TAG },
		requestOptions: {},
	},
};

const killed: Step = {
	name: 'Killed Executions',
	type: 'n8n-nodes-base.n8n',
	typeVersion: 1,
	parameters: {
		resource: 'execution',
		operation: 'getAll',
		returnAll: true,
		filters: {
			workflowId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			// n8n knows this status; the list of its node does not.
			status: "={{ 'crashed' }}",
		},
		options: {},
		requestOptions: {},
	},
};

/** A retry that was killed, too, counts as the one before: what kills n8n is not done for ever. */
const eachOnce: Step = {
	name: 'Each Once',
	type: 'n8n-nodes-base.removeDuplicates',
	typeVersion: 2,
	parameters: {
		operation: 'removeItemsSeenInPreviousExecutions',
		dedupeValue: '={{ $json.retryOf ?? $json.id }}',
		options: {},
	},
};

const takeUp: Step = {
	name: 'Take It Up Again',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: "={{ $execution.resumeUrl.split('/webhook-waiting')[0] }}/api/v1/executions/{{ $json.id }}/retry",
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'n8nApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '{}',
		options: {},
	},
};

export const takeUpWhatN8nWasKilledAt = templateOf({
	name: 'Take up what n8n was killed at',
	note: `## Take up what n8n was killed at

If n8n is killed while it works, for example by a power failure, the execution shows as *Crashed* and waits for someone to click *Retry*. This workflow clicks for you, once for each. It has to list crashed executions, which n8n 2.11 refuses and 2.33 allows.

### Set up (5 minutes)
1. Give your job workflows the tag \`${TAG}\`.
2. In *Settings > n8n API*, create a key that may list workflows, and list, read and retry executions. Put it into a credential *n8n API*, with the address of your n8n and \`/api/v1\`, and choose it in **${jobs.name}**, **${killed.name}** and **${takeUp.name}**.
3. Publish.

### When something fails
It is tried again 15 minutes later. If n8n is killed during the retry as well, the rest is left to you.`,
	lines: [{ steps: [often, jobs, killed, eachOnce, takeUp] }],
});
