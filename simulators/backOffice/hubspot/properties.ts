export interface Property {
	readonly name: string;
	readonly label: string;
	readonly type: 'string' | 'enumeration' | 'datetime' | 'number';
	/** The values that an enumeration takes. */
	readonly options: readonly { readonly label: string; readonly value: string }[];
}

const text = (name: string, label: string): Property => ({
	name,
	label,
	type: 'string',
	options: [],
});

const choice = (name: string, label: string, options: Record<string, string>): Property => ({
	name,
	label,
	type: 'enumeration',
	options: Object.entries(options).map(([value, optionLabel]) => ({ value, label: optionLabel })),
});

/** Some of the properties that HubSpot gives the contacts of every account. */
export const contactProperties: readonly Property[] = [
	text('email', 'Email'),
	text('firstname', 'First Name'),
	text('lastname', 'Last Name'),
	text('phone', 'Phone Number'),
	text('mobilephone', 'Mobile Phone Number'),
	text('hs_whatsapp_phone_number', 'WhatsApp Phone Number'),
	text('company', 'Company Name'),
	text('jobtitle', 'Job Title'),
	text('website', 'Website URL'),
	text('address', 'Street Address'),
	text('city', 'City'),
	text('state', 'State/Region'),
	text('zip', 'Postal Code'),
	text('country', 'Country/Region'),
	text('message', 'Message'),
	text('hubspot_owner_id', 'Contact owner'),
	choice('hs_language', 'Preferred language', { en: 'English', fr: 'French', de: 'German' }),
	choice('hs_lead_status', 'Lead Status', {
		NEW: 'New',
		OPEN: 'Open',
		IN_PROGRESS: 'In Progress',
		CONNECTED: 'Connected',
	}),
	choice('lifecyclestage', 'Lifecycle Stage', {
		subscriber: 'Subscriber',
		lead: 'Lead',
		opportunity: 'Opportunity',
		customer: 'Customer',
	}),
	{ name: 'createdate', label: 'Create Date', type: 'datetime', options: [] },
	{ name: 'lastmodifieddate', label: 'Last Modified Date', type: 'datetime', options: [] },
	{ name: 'hs_object_id', label: 'Record ID', type: 'number', options: [] },
];
