/** What CHANGELOG.md says of a version, without its heading; undefined when it says nothing. */
export function notesOf(changelog: string, version: string): string | undefined {
	const sections = changelog.split(/^## /m).slice(1);
	const section = sections.find((one) => one.split(/\s/, 1)[0] === version);
	const notes = section?.replace(/^.*\n/, '').trim();
	return notes === '' ? undefined : notes;
}
