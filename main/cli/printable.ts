/**
 * Control characters of both sets but tab and line feed, and those that turn the direction of writing: what an appliance
 * or a file says must not write to the clipboard (OSC 52) or title of a terminal, nor look like something else.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** The text as it may be written to a terminal: each unsafe character stands as U+FFFD, a carriage return as nothing. */
export const printable = (text: string): string => text.replaceAll('\r', '').replace(UNSAFE, '\ufffd');

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The same for a JSON text, whose strings keep every character by its escape. */
export const printableJson = (json: string): string => json.replace(UNSAFE, escaped);
