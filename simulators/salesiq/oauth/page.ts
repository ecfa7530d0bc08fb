/** A consent page as plain as can be: what is asked for, and two buttons that post it back. */
export function consentPage(query: Readonly<Record<string, string>>): string {
	const fields = Object.entries(query).map(([name, value]) => {
		return `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`;
	});
	const scopes = (query.scope ?? '').split(',').map((scope) => `<li>${escapeHtml(scope)}</li>`);
	return page(
		'Zoho Accounts',
		`<p>This page is simulated: no account is involved.</p>
<p>${escapeHtml(query.client_id ?? '')} would like to access:</p>
<ul>${scopes.join('')}</ul>
<form method="post">
${fields.join('\n')}
<button type="submit" name="decision" value="accept">Accept</button>
<button type="submit" name="decision" value="reject">Reject</button>
</form>`,
	);
}

/** The page that ends an authorisation which cannot be asked for. */
export function refusalPage(error: string): string {
	return page('Error occurred', `<p>${escapeHtml(error)}</p>`);
}

function page(title: string, content: string): string {
	return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<h1>${title}</h1>
${content}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
