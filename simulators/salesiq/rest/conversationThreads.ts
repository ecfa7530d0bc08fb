import type { Conversation } from '../account/conversations';
import { badParam } from '../errors';
import { byPage, namesIn } from './paging';
import type { Answer, Call } from './route';

const INCLUDABLE = ['attender', 'department', 'brand', 'metrics', 'transfer_details'];

/** Threads with the parts that `include_fields` asks for (contract §5.6). */
export function listThreads(conversation: Conversation, call: Call): Answer {
	const wanted = namesIn(call, 'include_fields');
	if (wanted.some((name) => !INCLUDABLE.includes(name))) throw badParam('include_fields');
	const { attender, department, app_id, app_name } = conversation;
	const data = byPage(conversation.threads, call, { otherwise: 50, max: 50 }).map(
		({ metrics, ...thread }) => ({
			...thread,
			conversation_id: conversation.id,
			reference_id: conversation.reference_id,
			wms_chat_id: conversation.chat_id,
			...(wanted.includes('attender') &&
				attender && {
					attender: { name: attender.name, type: 'operator', id: attender.id },
				}),
			...(wanted.includes('department') && { department }),
			...(wanted.includes('brand') && { brand: { name: app_name, id: app_id } }),
			...(wanted.includes('metrics') && { metrics }),
		}),
	);
	return { object: 'list', data };
}
