export type OperatorChannel = 'chat' | 'call' | 'video';

export interface ChannelLive {
	enabled: boolean;
	slotNumber: number;
	slotMaxNumber: number;
	busy: boolean;
	available: boolean;
}

export interface OperatorLive extends Record<OperatorChannel, ChannelLive> {
	connected: boolean;
}

export interface CallConfig {
	type: 'ANSWER_FROM_PHONE' | 'ANSWER_FROM_DESK';
	askPhoneNumber: boolean;
	phoneNumber: string;
}

interface OperatorProfile {
	status: string;
	description: string;
	facebook: string;
	twitter: string;
	city: string;
	country: string;
}

export interface Operator {
	id: number;
	name: string;
	firstName: string | null;
	pseudo: string;
	email: string;
	externalId: string;
	roles: string[];
	chatEnabled: boolean;
	callEnabled: boolean;
	videoEnabled: boolean;
	chatMaxNumber: number;
	chatAndCall: boolean;
	chatToVideo: boolean;
	chatPriority: number;
	callPriority: number;
	videoPriority: number;
	languageList: string[];
	languageAdmin: string;
	groupId: number | null;
	projectIds: number[];
	skillIds: number[];
	ssoKey: string;
	callConfig: CallConfig;
	/** `null` until the operator has logged in for the first time. */
	live: OperatorLive | null;
	statistic: { conversationNumber: number; satisfactionGlobalRate: number; experience: number };
	profile: OperatorProfile;
}

/** An external bot of the account; its identifier lives in the operators' number range. */
export interface Bot {
	id: number;
	name: string;
}
