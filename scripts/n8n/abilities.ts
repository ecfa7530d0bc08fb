interface Ability {
	/** The first version of n8n that was seen to have it. */
	readonly since: string;
	/** What comes of its lack, for the page on versions. */
	readonly without: string;
}

/** What an n8n can do that an older one cannot; e2e tests ask for these by name. */
export const abilities = {
	listsCrashed: {
		since: '2.33.7',
		without: 'the template _Take up what n8n was killed at_ fails: click **Retry** yourself',
	},
	logsCauses: {
		since: '2.33.7',
		without: 'the log does not say that a body was too large for n8n',
	},
	takesUpARefusedSurvey: {
		since: '2.33.7',
		without: 'a survey that the mail server refuses is not tried again',
	},
	refusesByStatus: {
		since: '2.11.4',
		without: "Messangi's credential test accepts any API key",
	},
	quotesRules: {
		since: '2.41.1',
		without: "credential tests say what is wrong in n8n's words, not in ours",
	},
	signsPathsOnly: {
		since: '2.33.7',
		without: "the showroom's link to a survey is not answered: n8n signs the host as well",
	},
	givesIdsByApi: {
		since: '2.14.0',
		without: 'a workflow that a script makes by API has no webhook ID: publishing says what to do',
	},
	publishesInPlace: {
		since: '2.40.0',
		without:
			"publishing again registers SalesIQ's webhook anew, and its failed executions are gone",
	},
} satisfies Readonly<Record<string, Ability>>;

export const isOlder = (version: string, other: string) =>
	version.localeCompare(other, 'en', { numeric: true }) < 0;
