import type { Operator } from '../account/model';
import { matching } from './filters';
import type { Resource } from './resource';

export const operatorResource: Resource<Operator> = {
	name: 'operator',
	hasOne: true,
	rows: (account) => account.operators,
	idOf: (operator) => operator.id,
	filters: () => ({
		id: matching((operator) => operator.id),
		group_id: matching((operator) => operator.groupId),
		website_id: matching((operator) => operator.projectIds),
		website_list: matching((operator) => operator.projectIds),
		skill_id: matching((operator) => operator.skillIds),
		name: matching((operator) => operator.name),
		external_id: matching((operator) => operator.externalId),
		email: matching((operator) => operator.email),
	}),
	fields: (operator) => ({
		name: operator.name,
		first_name: operator.firstName,
		pseudo: operator.pseudo,
		email: operator.email,
		external_id: operator.externalId,
		role: operator.roles[0],
		roles: operator.roles,
		chat_enabled: operator.chatEnabled,
		call_enabled: operator.callEnabled,
		video_enabled: operator.videoEnabled,
		chat_max_number: operator.chatMaxNumber,
		chat_and_call: operator.chatAndCall,
		chat_to_video: operator.chatToVideo,
		chat_priority: operator.chatPriority,
		call_priority: operator.callPriority,
		video_priority: operator.videoPriority,
		language_list: operator.languageList,
		language_admin: operator.languageAdmin,
		group_id: operator.groupId,
		website_list: operator.projectIds,
		skill_list: operator.skillIds,
		sso_key: operator.ssoKey,
		call_config: {
			type: operator.callConfig.type,
			ask_phone_number_at_every_connection: operator.callConfig.askPhoneNumber,
			phone_number: operator.callConfig.phoneNumber,
		},
	}),
};
