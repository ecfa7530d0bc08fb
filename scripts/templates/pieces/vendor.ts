import type { Step } from '../template';

export const PACK = 'n8n-nodes-conversations';

/** The trigger when a conversation ends: once for each conversation, however often it is told. */
export const conversationEnded: Step = {
	name: 'Conversation Ended',
	type: `${PACK}.iadvizeTrigger`,
	typeVersion: 1.1,
	parameters: { events: ['v2.conversation.closed'], options: { repeats: 'conversation' } },
};

/**
 * Asks the vendor for what the event does not say. It takes the event of the trigger, as what comes
 * back from waiting holds the error.
 *
 * @param trigger name of the trigger
 */
export const completeTheEvent = (trigger: string, more: Step['parameters'] = {}): Step => ({
	name: 'Complete the Event',
	type: `${PACK}.iadvize`,
	typeVersion: 1,
	parameters: {
		resource: 'conversation',
		operation: 'completeEvent',
		event: `={{ $('${trigger}').item.json }}`,
		...more,
	},
	onError: 'continueErrorOutput',
});

/** What the note of a job at the end of a conversation says about other vendors. */
export const useAnotherVendor = `### Use another vendor
1. Right-click **Conversation Ended**, choose *Replace* and select the trigger of your vendor: iAdvize *Conversation Closed*, Zoho SalesIQ *Conversation Completed*. Set *Options > Repeats* to *Skip the Same Event of a Conversation*. Swiftsell names the visitor only at the start: the template *Remember Swiftsell visitors* says what to do instead of 1 to 3.
2. Replace **Complete the Event** with the node of the same vendor (*Conversation: Complete Event*). Its event is \`{{ $('Conversation Ended').item.json }}\`.
3. In its *Settings*, set *On Error* to *Continue (using error output)* and connect *Error* to **Try Again Later**.
4. Choose the credentials for both and, for Zoho SalesIQ, the portal.`;
