import type { ChannelLive, Operator, OperatorLive } from './operators';

function channelLive(given: Partial<ChannelLive> = {}): ChannelLive {
	return {
		enabled: false,
		slotNumber: 0,
		slotMaxNumber: 1,
		busy: false,
		available: false,
		...given,
	};
}

/** Presence of an operator; offline with nothing enabled unless given. */
export function newLive(given: Partial<OperatorLive> = {}): OperatorLive {
	return {
		connected: false,
		chat: channelLive({ slotMaxNumber: 2 }),
		call: channelLive(),
		video: channelLive(),
		...given,
	};
}

/** An operator of project 1 that has never logged in, unless something else is given. */
export function newOperator(id: number, given: Partial<Operator> = {}): Operator {
	return {
		id,
		name: 'Example',
		firstName: `Operator ${id}`,
		pseudo: `operator-${id}`,
		email: `operator-${id}@example.com`,
		externalId: '',
		roles: ['operator'],
		chatEnabled: true,
		callEnabled: false,
		videoEnabled: false,
		chatMaxNumber: 2,
		chatAndCall: false,
		chatToVideo: false,
		chatPriority: 0,
		callPriority: 0,
		videoPriority: 0,
		languageList: ['en'],
		languageAdmin: 'en',
		groupId: null,
		projectIds: [1],
		skillIds: [],
		ssoKey: `example-sso-key-${id}`,
		callConfig: { type: 'ANSWER_FROM_DESK', askPhoneNumber: false, phoneNumber: '' },
		live: null,
		statistic: { conversationNumber: 0, satisfactionGlobalRate: 0, experience: 0 },
		profile: { status: '', description: '', facebook: '', twitter: '', city: '', country: '' },
		...given,
	};
}
